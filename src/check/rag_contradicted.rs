//! The stated rating is the rule's.

use crate::{
    check::{Alone, Check, RATED_BY, Rule},
    facts::Rating,
    text::{Code, Diagnostic, Diagnostics},
};

/// A rating that the organisation states without a reason is the one that target and intervention
/// level give. Source: docs/rules.md, "Stated ratings". A measure that the rule cannot rate
/// contradicts nothing.
pub const RULE: Rule = Rule {
    codes: &[Code::RagContradicted],
    check: Check::Objective(check),
};

fn check(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    let lexicon = alone.wording.first();
    for (measure, facts) in alone.measures() {
        let computed = facts.computed.rating;
        let Some(stated) = &measure.rag else {
            continue;
        };
        let agrees = Rating::from(stated.status.value) == computed;
        let uncertain = measure.common.unread.has_any(&RATED_BY);
        if agrees || uncertain || computed == Rating::NotRated || stated.reason.is_some() {
            continue;
        }
        let rule = lexicon.computed_sentence(measure, facts);
        let message = format!(
            "the stated rating is `{}`, but the rule gives {}",
            stated.status.value.as_str(),
            rule.trim_end_matches('.'),
        );
        diagnostics.push(
            Diagnostic::new(Code::RagContradicted, stated.status.span, message).help(format!(
                "write `rag: {}`, or say why it differs: `rag: {{status: {}, reason: …}}`",
                computed.as_str(),
                stated.status.value.as_str(),
            )),
        );
    }
}
