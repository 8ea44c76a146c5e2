//! What went wrong is explained.

use crate::{
    check::{Alone, Check, RATED_BY, Rule, called},
    facts::{is_explained, is_red, is_unsuccessful},
    text::{Code, Diagnostic, Diagnostics},
};

/// A red measure and an unsuccessful action carry a comment; the reason of a rating stated as red
/// is one too. Source: docs/rules.md, "Red needs a reason". Where no ratings are shown, the rule's
/// rating counts all the same.
pub const RULE: Rule = Rule {
    codes: &[Code::RedUnexplained],
    check: Check::Objective(check),
};

fn check(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    let measures = alone.measures().filter_map(|(measure, facts)| {
        let unread = &measure.common.unread;
        if unread.has_any(&[&RATED_BY[..], &["rag", "comment"]].concat()) {
            return None;
        }
        let unexplained = is_red(facts) && !is_explained(measure);
        unexplained.then(|| {
            let which = called("measure", &measure.id.value, &measure.common);
            (measure.id.span, format!("{which} is red"))
        })
    });
    let actions = alone.objective.actions.iter().filter_map(|action| {
        let rag = action.rag.as_ref()?;
        let explained = action.comment.is_some() || action.common.unread.has("comment");
        let red = is_unsuccessful(action) && !explained;
        red.then(|| {
            let which = called("action", &action.id.value, &action.common);
            (rag.span, format!("{which} is rated unsuccessful"))
        })
    });
    diagnostics.extend(measures.chain(actions).map(|(span, what)| {
        Diagnostic::new(
            Code::RedUnexplained,
            span,
            format!("{what}, and no comment says why"),
        )
        .help("add a `comment:` that says what happened and what is being done about it")
    }));
}
