//! A fraction tells of nobody in person.

use crate::{
    check::{Rule, Subject},
    model::{Decimal, Figure, Fraction},
    text::{Code, Diagnostic, Diagnostics},
};

/// A numerator or denominator above zero and below the site's `small_numbers`, or a remainder of
/// that size, may tell who is meant. Source: docs/rules.md, "Small numbers". A measure that appears
/// in later editions is warned of in each: each is published.
pub const RULE: Rule = Rule {
    codes: &[Code::SmallNumber],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let threshold = Decimal::from(subject.model.settings.small_numbers);
    for found in subject.measures() {
        let measure = found.measure;
        let own = [
            &measure.actual,
            &measure.previous,
            &measure.target,
            &measure.intervention,
        ];
        let others = measure.comparators.iter();
        let others = others.filter_map(|other| other.value.as_ref());
        let own = own.into_iter().flatten().chain(others);
        let earlier = measure
            .history
            .iter()
            .filter_map(|then| then.actual.as_ref());
        diagnostics.extend(
            own.chain(earlier)
                .filter_map(|figure| small(figure, threshold)),
        );
    }
}

fn small(figure: &Figure, threshold: Decimal) -> Option<Diagnostic> {
    let Fraction {
        numerator,
        denominator,
        span,
    } = figure.fraction?;
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
    Some(
        Diagnostic::new(Code::SmallNumber, span, message).help(format!(
            "put `\"[c]\"` in the figure's place, give the value rounded and without its fraction, \
             or accept it with a reason: `accept: [{{code: {}, reason: …}}]`",
            Code::SmallNumber.as_str()
        )),
    )
}
