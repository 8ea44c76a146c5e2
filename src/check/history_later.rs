//! What a measure calls history is of an earlier time than its own figures.

use crate::{
    check::{Alone, Check, Rule},
    text::{Code, Diagnostic, Diagnostics},
};

/// No entry of `history` is for a period that ends later than the row's own: readers would find
/// figures in the series that the report is not about. Source: docs/rules.md, "The series of a
/// measure".
pub const RULE: Rule = Rule {
    codes: &[Code::HistoryLater],
    check: Check::Objective(check),
};

fn check(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    for (measure, facts) in alone.measures() {
        // What its own period is cannot be told.
        if measure.common.unread.has("covers") || alone.head.lacks_period {
            continue;
        }
        let own = facts.period;
        let history = measure.history.iter().map(|then| &then.period);
        let later = history.filter(|period| period.value.end() > own.end());
        diagnostics.extend(later.map(|period| {
            let message = format!(
                "the history has figures for `{}`, which is later than the measure's own period `{own}`",
                period.value
            );
            Diagnostic::new(Code::HistoryLater, period.span, message).help(
                "mend the period, give the measure's own with `covers:`, or keep the figures for \
                 the report that is about that time",
            )
        }));
    }
}
