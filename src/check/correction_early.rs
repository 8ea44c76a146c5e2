//! What is put right was published before, and is not still to come.

use crate::{
    check::{Check, Rule, Subject},
    model::{Date, Report},
    text::{Code, Diagnostic, Diagnostics},
};

/// A correction is of the day of publication or later: what was mended before it, nobody had read.
/// Source: docs/format.md, "Reports".
pub const RULE: Rule = Rule {
    codes: &[Code::CorrectionEarly],
    check: Check::Site(check),
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

/// What is said of the corrections of a report that bear a day after `today`. Rules know no clock: whoever
/// does asks.
pub fn to_come(report: &Report, today: Date) -> impl Iterator<Item = Diagnostic> + '_ {
    let dates = report.corrections.iter().map(|correction| &correction.date);
    dates
        .filter(move |date| date.value > today)
        .map(move |date| {
            let message = format!(
                "the correction is of `{}`, but today is `{today}`",
                date.value
            );
            Diagnostic::new(Code::CorrectionToCome, date.span, message)
                .help("give the day on which readers were told, which is today at the latest")
        })
}
