//! A fraction tells of nobody in person.

use crate::{
    check::{Rule, Subject, accept::way},
    model::{Correction, Decimal, Figure, Fraction, Model},
    text::{Code, Diagnostic, Diagnostics},
};

/// A numerator or denominator above zero and below the site's `small_numbers`, or a remainder of
/// that size, may tell who is meant. Source: docs/rules.md, "Small numbers". A measure that appears
/// in later editions is warned of in each: each is published. A correction that withdraws a figure does not
/// publish it again.
pub const RULE: Rule = Rule {
    codes: &[Code::SmallNumber],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    for found in subject.measures() {
        let figures = found.measure.figures();
        diagnostics.extend(figures.filter_map(|figure| small(figure, subject.model)));
    }
    let reports = subject.model.reports.iter();
    let corrections = reports.flat_map(|report| &report.corrections);
    diagnostics.extend(corrections.filter_map(|correction| told(correction, subject.model)));
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
