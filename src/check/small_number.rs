//! A fraction tells of nobody in person.

use crate::{
    check::{Alone, Check, MeasureOf, Rule, Subject, accept::way},
    model::{Correction, Decimal, Figure, Fraction, Measure, Model},
    text::{Code, Diagnostic, Diagnostics},
};

/// A numerator or denominator above zero and below the site's `small_numbers`, or a remainder of
/// that size, may tell who is meant. Source: docs/rules.md, "Small numbers". A measure that appears
/// in later editions is warned of in each: each is published. A correction that withdraws a figure does not
/// publish it again.
/// What an edition keeps back is not told by the `previous` or the `history` of another.
pub const RULE: Rule = Rule {
    codes: &[Code::SmallNumber],
    check: Check::Site(check),
};

/// The same for the figures of each objective.
pub const OF_OBJECTIVE: Rule = Rule {
    codes: RULE.codes,
    check: Check::Objective(check_figures),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    for found in subject.measures() {
        diagnostics.extend(given_after_all(subject, &found));
    }
    let reports = subject.model.reports.iter();
    let corrections = reports.flat_map(|report| &report.corrections);
    diagnostics.extend(corrections.filter_map(|correction| told(correction, subject.model)));
}

fn check_figures(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    let measures = alone.objective.measures.iter();
    let figures = measures.flat_map(Measure::figures);
    diagnostics.extend(figures.filter_map(|figure| small(figure, alone.model)));
}

/// What is said of earlier figures that a measure gives although an edition keeps them back.
fn given_after_all(subject: &Subject<'_>, found: &MeasureOf<'_>) -> Vec<Diagnostic> {
    let measure = found.measure;
    if measure.previous.is_none() && measure.history.is_empty() {
        return Vec::new();
    }
    let Some(series) = subject.facts.series.get(&measure.id.value) else {
        return Vec::new();
    };
    let model = subject.model;
    let previous = (found.facts.period.previous(), measure.previous.as_ref());
    let history = measure.history.iter();
    let history = history.map(|entry| (entry.period.value, entry.actual.as_ref()));
    let given = std::iter::once(previous).chain(history);
    let told = given.filter_map(|(period, figure)| {
        let figure = figure.filter(|figure| figure.value.is_some())?;
        let mut line = series.line.iter();
        let (by, withheld) = line.find_map(|(report, objective, at)| {
            let facts = &subject.facts.reports[*report].objectives[*objective].measures[*at];
            let other = &model.reports[*report].objectives[*objective].measures[*at];
            let alike = facts.period == period && other.cumulative == measure.cumulative;
            let actual = other
                .actual
                .as_ref()
                .filter(|actual| actual.is_withheld())?;
            alike.then_some((*report, actual))
        })?;
        let message = format!(
            "`{}` is given for `{period}`, but the report `{}` keeps that figure back",
            figure.written, model.reports[by].id
        );
        Some(
            Diagnostic::new(Code::SmallNumber, figure.span, message)
                .label(withheld.span, "kept back")
                .help(format!(
                    "take it out, or {}",
                    way(Code::SmallNumber, figure.span, model)
                )),
        )
    });
    told.collect()
}

/// What is said of a correction that keeps a figure back and tells it.
fn told(correction: &Correction, model: &Model) -> Option<Diagnostic> {
    correction.now.as_ref().filter(|now| now.is_withheld())?;
    let was = correction.was.as_ref().filter(|was| was.value.is_some())?;
    let message = format!(
        "the correction withholds the figure, but says that it was `{}`",
        was.written
    );
    Some(
        Diagnostic::new(Code::SmallNumber, was.span, message).help(format!(
            "write `was: \"[c]\"` as well, or {}",
            way(Code::SmallNumber, was.span, model)
        )),
    )
}

fn small(figure: &Figure, model: &Model) -> Option<Diagnostic> {
    let Fraction {
        numerator,
        denominator,
        span,
    } = figure.fraction?;
    let threshold = Decimal::from(model.settings.small_numbers);
    let few = |count: Decimal| count > Decimal::ZERO && count < threshold;
    let rest = denominator.checked_sub(numerator)?;
    let what = if few(numerator) {
        format!("the numerator is `{numerator}`")
    } else if few(denominator) {
        format!("the denominator is `{denominator}`")
    } else if few(rest) {
        format!("all but `{rest}` of `{denominator}` are counted")
    } else {
        return None;
    };
    let message = format!("{what}: so few people might be known by it");
    let symbol = if model.sources.is_table(span) {
        "[c]"
    } else {
        "\"[c]\""
    };
    Some(
        Diagnostic::new(Code::SmallNumber, span, message).help(format!(
            "put `{symbol}` in the figure's place, give the value rounded and without its fraction, \
             or {}",
            way(Code::SmallNumber, span, model)
        )),
    )
}
