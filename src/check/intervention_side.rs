//! The intervention level stands on the worse side of the target.

use crate::{
    check::{Alone, Check, MeasureOf, Rule},
    facts::{Aim, wrong_side},
    model::{Measure, Polarity},
    text::{Code, Diagnostic, Diagnostics},
};

/// Higher is better: the intervention level is not above the target; lower is better: not below;
/// nearest is best: not within a target that is a range.
/// Source: docs/rules.md, "Ratings of measures". Only a stated polarity can be contradicted, for
/// without one target and intervention level give it.
pub const RULE: Rule = Rule {
    codes: &[Code::InterventionWrongSide],
    check: Check::Objective(check),
};

fn check(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    // Asked of target and level directly: a measure without an actual is wrong all the same.
    diagnostics.extend(alone.objective.measures.iter().filter_map(finding));
}

fn finding(measure: &Measure) -> Option<Diagnostic> {
    let polarity = measure.polarity.as_ref()?;
    let (target, _) = MeasureOf::number(measure.target.as_ref())?;
    let aim = Aim::of(Some(target))?;
    let (intervention, level) = MeasureOf::number(measure.intervention.as_ref())?;
    if !wrong_side(aim, level, polarity.value) {
        return None;
    }
    if let Some(upper) = target.upper.filter(|_| polarity.value == Polarity::Target) {
        let message = format!(
            "the intervention level `{}` is within the target of `{}` to `{upper}`",
            intervention.written, target.written,
        );
        let within = Diagnostic::new(Code::InterventionWrongSide, intervention.span, message);
        return Some(within.label(target.span, "the target").help(format!(
            "every figure in a range meets it: give a level below `{}` or above `{upper}`",
            target.written
        )));
    }
    let (better, side, other) = match polarity.value {
        Polarity::Lower => ("lower", "below", "higher"),
        _ => ("higher", "above", "lower"),
    };
    let message = format!(
        "the intervention level `{}` is {side} the target `{}`, but {better} is better",
        intervention.written, target.written,
    );
    Some(
        Diagnostic::new(Code::InterventionWrongSide, intervention.span, message)
            .label(target.span, "the target")
            .label(polarity.span, "which way is better")
            .help(format!(
                "swap the two if they stand in each other's place, or write `polarity: {other}` if \
                 {other} is better"
            )),
    )
}
