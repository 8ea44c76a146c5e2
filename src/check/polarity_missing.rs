//! It is known which way is better.

use crate::{
    check::{Alone, Check, Rule, called},
    model::Figure,
    text::{Code, Diagnostic, Diagnostics},
};

/// Where target and intervention level do not show the polarity (one is missing, or both are the
/// same), it is stated. Source: docs/rules.md, "Which way is better".
pub const RULE: Rule = Rule {
    codes: &[Code::PolarityMissing],
    check: Check::Objective(check),
};

fn check(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    let unknown = alone
        .measures()
        .filter(|(_, facts)| facts.polarity.is_none())
        .filter(|(measure, _)| {
            let unread = &measure.common.unread;
            !unread.has_any(&["polarity", "target", "intervention"])
        });
    diagnostics.extend(unknown.map(|(measure, _)| {
        // A symbol in the place of a number shows no way either.
        let value = |figure: &Option<Figure>| figure.as_ref().and_then(|figure| figure.value);
        let why = match (value(&measure.target), value(&measure.intervention)) {
            (Some(_), Some(_)) => "its target and intervention level are the same",
            (Some(_), None) => "it has no intervention level",
            (None, Some(_)) => "it has no target",
            (None, None) => "it has neither target nor intervention level",
        };
        let which = called("measure", &measure.id.value, &measure.common);
        let message = format!(
            "nothing says which way is better for {which}: it has no `polarity`, and {why}"
        );
        Diagnostic::new(Code::PolarityMissing, measure.id.span, message).help(
            "add `polarity: higher`, `lower`, `target` (nearest is best) or `none` (for context)",
        )
    }));
}
