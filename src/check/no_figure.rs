//! Why there is no figure to quote.

use crate::{
    check::Subject,
    facts::{Direction, NoComparison},
    model::{Figure, Id, Period, Unit},
    reference::{Field, FigureOf, MeasureAt, NumberOf, Target},
};

/// Why what `target` leads to shows nothing, and what to do about it.
pub(super) fn why(subject: &Subject<'_>, target: &Target) -> (String, String) {
    let (why, help) = match target {
        Target::Figure(meant) => of_measure(subject, meant),
        Target::Number(NumberOf::Complete(..)) => (
            "the action does not say how much of it is complete".to_owned(),
            "add `complete` to it",
        ),
        Target::Number(NumberOf::Count { .. }) => (
            "this site shows no ratings".to_owned(),
            "change `show` of `rag` in site.yaml",
        ),
        _ => ("nothing is stated".to_owned(), "state it"),
    };
    (why, format!("{help}, or take the link out"))
}

fn of_measure(subject: &Subject<'_>, meant: &FigureOf) -> (String, &'static str) {
    let at = meant.at;
    let measure = &subject.model.reports[at.report].objectives[at.objective].measures[at.measure];
    let own = subject.facts.reports[at.report].objectives[at.objective].measures[at.measure].period;
    match (meant.field, meant.period) {
        (Field::Change, _) => change(subject, at),
        (Field::Previous, period) => {
            earlier(subject, at, period.unwrap_or(own).previous(), "previous")
        }
        (Field::Fraction, None) if measure.actual.is_some() => (
            "its actual is not given as a fraction".to_owned(),
            "quote the actual instead",
        ),
        (Field::Fraction, Some(period)) => earlier(subject, at, period, "fraction"),
        (field, Some(period)) => earlier(subject, at, period, field.as_str()),
        (Field::Fraction, None) => blank("actual"),
        (field, None) => blank(field.as_str()),
    }
}

/// Why the figure of an edition does not compare with the one before.
fn change(subject: &Subject<'_>, at: MeasureAt) -> (String, &'static str) {
    let measure = &subject.model.reports[at.report].objectives[at.objective].measures[at.measure];
    let row = &subject.facts.reports[at.report].objectives[at.objective].measures[at.measure];
    let symbol = |figure: Option<&Figure>, period: Period| {
        let marks = figure.map(Figure::marks).unwrap_or_default();
        (
            format!("`{marks}` stands in the place of the figure for `{period}`"),
            "say in words what can be said",
        )
    };
    let both = "quote the two figures instead";
    if measure.unit == Unit::YesNo {
        let why = "of yes and no there is no change in numbers".to_owned();
        return (why, both);
    }
    match row.movement.why_not {
        Some(NoComparison::UnitChanged) => ("the unit changed in between".to_owned(), both),
        _ if row.movement.direction == Direction::NotComparable => {
            let why = "a series break stands between the two figures".to_owned();
            (why, both)
        }
        Some(NoComparison::NoActual) if measure.actual.is_some() => {
            symbol(measure.actual.as_ref(), row.period)
        }
        Some(NoComparison::NoActual) => blank("actual"),
        Some(NoComparison::NotAvailable(period)) => {
            let previous = row.previous.as_ref();
            symbol(previous.map(|previous| &previous.figure), period)
        }
        Some(NoComparison::CountingChanged(period)) => (
            format!(
                "the figure for `{period}` counts from the start of the year, or this one does"
            ),
            both,
        ),
        Some(NoComparison::NoFigureFor(period)) => earlier(subject, at, period, "previous"),
        Some(NoComparison::NoPrevious) => earlier(subject, at, row.period.previous(), "previous"),
        _ => ("it has too many digits".to_owned(), both),
    }
}

/// That nothing is written in the place of a figure.
fn blank(field: &str) -> (String, &'static str) {
    (format!("`{field}` is blank"), "fill in the figure")
}

/// That nothing is known of a period, unless by a report that is left out.
fn earlier(
    subject: &Subject<'_>,
    at: MeasureAt,
    period: Period,
    field: &str,
) -> (String, &'static str) {
    let measure = &subject.model.reports[at.report].objectives[at.objective].measures[at.measure];
    let has = |id: &Id, covers: Option<Period>, of: Period| {
        *id == measure.id.value && covers.unwrap_or(of) == period
    };
    let mut withheld = subject.model.withheld.iter();
    let withheld = withheld.find(|report| {
        let objectives = report.objectives.iter();
        let mut measures = objectives.flat_map(|objective| &objective.measures);
        measures.any(|found| {
            let covers = found.covers.as_ref().map(|covers| covers.value);
            found.actual.is_some() && has(&found.id.value, covers, report.period.value)
        })
    });
    match (withheld, field) {
        (Some(report), _) => (
            format!(
                "the figure for `{period}` stands in the report `{}`, which is left out",
                report.id
            ),
            "publish that report first",
        ),
        (None, "previous") => (
            format!("there is no figure for `{period}`"),
            "add `previous` to the measure",
        ),
        (None, "actual") => (
            format!("there is no figure for `{period}`"),
            "name a period that has one",
        ),
        (None, field) => (
            format!("there is no {field} for `{period}`"),
            "name a period that has one",
        ),
    }
}
