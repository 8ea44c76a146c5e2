//! The stated rating is the rule's.

use crate::{
    check::{RATED_BY, Rule, Subject},
    facts::Rating,
    text::{Code, Diagnostic, Diagnostics},
};

/// A rating that the organisation states without a reason is the one that target and intervention
/// level give. Source: docs/rules.md, "Stated ratings". A measure that the rule cannot rate
/// contradicts nothing.
pub const RULE: Rule = Rule {
    codes: &[Code::RagContradicted],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let lexicon = subject.wording.first();
    for found in subject.measures() {
        let computed = found.facts.computed.rating;
        let Some(stated) = &found.measure.rag else {
            continue;
        };
        let agrees = Rating::from(stated.status.value) == computed;
        let uncertain = found.measure.common.unread.has_any(&RATED_BY);
        if agrees || uncertain || computed == Rating::NotRated || stated.reason.is_some() {
            continue;
        }
        let rule = lexicon.computed_sentence(found.measure, found.facts);
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
