//! Which figures of a draft are still to be filled in.

use crate::{
    check::{Rule, Subject, called},
    model::Measure,
    text::{Code, Diagnostic, Diagnostics},
};

/// A measure of a draft has its actual, and the target and intervention level that its last report set.
/// What is published may have blanks, which readers see as not supplied. Source: docs/authoring.md, "A
/// new report".
pub const RULE: Rule = Rule {
    codes: &[Code::BlankLeft],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let reports = subject.model.reports.iter().enumerate();
    for (at, report) in reports.filter(|(_, report)| report.is_draft()) {
        for (place, objective) in report.objectives.iter().enumerate() {
            for (row, measure) in objective.measures.iter().enumerate() {
                let before = before(subject, (at, place, row), measure);
                diagnostics.extend(left(measure, before));
            }
        }
    }
}

/// The same measure in the last report before, or the one that it goes on from.
fn before<'a>(
    subject: &Subject<'a>,
    spot: (usize, usize, usize),
    measure: &Measure,
) -> Option<&'a Measure> {
    let series = subject.facts.series.get(&measure.id.value)?;
    let own = series.line.iter().position(|at| *at == spot)?;
    let (report, objective, row) = *series.line[..own].last()?;
    Some(&subject.model.reports[report].objectives[objective].measures[row])
}

fn left(measure: &Measure, before: Option<&Measure>) -> Option<Diagnostic> {
    let unread = &measure.common.unread;
    let aimed = before.is_some_and(|before| before.target.is_some());
    let watched = before.is_some_and(|before| before.intervention.is_some());
    let blank: Vec<_> = [
        ("actual", measure.actual.is_none()),
        ("target", measure.target.is_none() && aimed),
        ("intervention", measure.intervention.is_none() && watched),
    ]
    .into_iter()
    .filter(|(key, blank)| *blank && !unread.has(key))
    .map(|(key, _)| format!("`{key}`"))
    .collect();
    let (last, rest) = blank.split_last()?;
    let (keys, are) = match rest {
        [] => (last.clone(), "is"),
        rest => (format!("{} and {last}", rest.join(", ")), "are"),
    };
    let which = called("measure", &measure.id.value, &measure.common);
    let message = format!("{keys} of {which} {are} still blank");
    Some(
        Diagnostic::new(Code::BlankLeft, measure.id.span, message)
            .help("write the figure, or a symbol such as `\"[x]\"` where there will be none"),
    )
}
