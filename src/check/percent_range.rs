//! A percentage of something lies between nothing and all of it.

use crate::{
    check::{Alone, Check, Rule},
    model::{Decimal, Measure, Unit},
    text::{Code, Diagnostic, Diagnostics},
};

/// A measure in per cent has no figure below 0 or above 100. One that can (a rate of growth) says
/// so with `accept`. Source: docs/rules.md, "Per cent".
pub const RULE: Rule = Rule {
    codes: &[Code::PercentOutside],
    check: Check::Objective(check),
};

fn check(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    let measures = alone.objective.measures.iter();
    let percentages = measures.filter(|measure| measure.unit == Unit::Percent);
    let found = percentages.flat_map(findings);
    // A figure that is not written as one has been reported, and may be another once it is mended.
    diagnostics.extend(found.filter(|found| !alone.model.faults.at(found.span)));
}

fn findings(measure: &Measure) -> impl Iterator<Item = Diagnostic> {
    let range = Decimal::ZERO..=Decimal::ONE_HUNDRED;
    let outside = measure.figures().filter_map(move |figure| {
        let mut ends = figure.value.into_iter().chain(figure.upper);
        let found = ends.find(|number| !range.contains(number))?;
        Some((figure, found))
    });
    outside.map(|(figure, number)| {
        let message = format!("`{number}` is not between 0 and 100 per cent");
        Diagnostic::new(Code::PercentOutside, figure.span, message).help(
            "mend the figure or the unit; where it is a rate that can lie outside, accept this \
             with a reason",
        )
    })
}
