//! What is put right was published before.

use crate::{
    check::{Rule, Subject},
    text::{Code, Diagnostic, Diagnostics},
};

/// A correction is of the day of publication or later: what was mended before it, nobody had read. No
/// day is held against the clock. Source: docs/format.md, "Reports".
pub const RULE: Rule = Rule {
    codes: &[Code::CorrectionEarly],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    for report in &subject.model.reports {
        let Some(published) = &report.published else {
            continue;
        };
        for correction in &report.corrections {
            let date = &correction.date;
            if date.value >= published.value {
                continue;
            }
            let message = format!(
                "the correction is of `{}`, but the report was published on `{}`",
                date.value, published.value
            );
            diagnostics.push(
                Diagnostic::new(Code::CorrectionEarly, date.span, message)
                    .label(published.span, "the day of publication")
                    .help(
                        "give the day on which readers were told; what was mended before publication \
                         is no correction",
                    ),
            );
        }
    }
}
