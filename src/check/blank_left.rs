//! Which figures and judgements of a draft are still to be filled in.

use crate::{
    check::{Check, Rule, Subject, called},
    model::{Measure, Objective},
    text::{Code, Diagnostic, Diagnostics},
};

/// A measure of a draft has its actual, the target and intervention level that its last report set, and the
/// figures of those it is compared with; an objective that was judged before has a judgement. What is
/// published may have blanks, which readers see as not supplied. Source: docs/authoring.md, "A new report".
pub const RULE: Rule = Rule {
    codes: &[Code::BlankLeft],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let reports = subject.model.reports.iter().enumerate();
    for (at, report) in reports.filter(|(_, report)| report.is_draft()) {
        for (place, objective) in report.objectives.iter().enumerate() {
            diagnostics.extend(unjudged(subject, at, objective));
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

/// What is said of an objective that has no judgement yet, although its last report gave one.
fn unjudged(subject: &Subject<'_>, at: usize, objective: &Objective) -> Option<Diagnostic> {
    if objective.judgement.is_some() || objective.common.unread.has("judgement") {
        return None;
    }
    let mut before = subject.facts.editions.before(at).filter_map(|report| {
        let mut objectives = subject.model.reports[report].objectives.iter();
        objectives.find(|other| other.id == objective.id)
    });
    before.next()?.judgement.as_ref()?;
    let message = format!("the judgement of `{}` is still blank", objective.id);
    Some(
        Diagnostic::new(Code::BlankLeft, objective.span, message)
            .help("write how far it was achieved, once that is known: `judgement: …`"),
    )
}

fn left(measure: &Measure, before: Option<&Measure>) -> Option<Diagnostic> {
    let unread = &measure.common.unread;
    let aimed = before.is_some_and(|before| before.target.is_some());
    let watched = before.is_some_and(|before| before.intervention.is_some());
    let mut comparators = measure.comparators.iter();
    let compared = comparators.any(|other| other.value.is_none()) && !unread.has("comparators");
    let blank: Vec<_> = [
        ("actual", measure.actual.is_none()),
        ("target", measure.target.is_none() && aimed),
        ("intervention", measure.intervention.is_none() && watched),
    ]
    .into_iter()
    .filter(|(key, blank)| *blank && !unread.has(key))
    .map(|(key, _)| format!("`{key}`"))
    .chain(compared.then(|| "`comparators`".to_owned()))
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
