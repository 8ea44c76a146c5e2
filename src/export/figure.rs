//! Figures in data: exact, with their symbols beside them.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::{context::Context, texts::Texts},
    model::{Decimal, Figure},
};

/// An exact decimal as written (`90.10` keeps its nought), or `yes` or `no` for the unit yes-no.
#[derive(Clone, Copy, Debug, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "Figure")]
pub(super) struct Written<'a>(
    #[schemars(regex(pattern = r"^(-?(0|[1-9][0-9]*)(\.[0-9]+)?|yes|no)$"))] pub(super) &'a str,
);

/// Something about figures of one row, by the figure's name. A figure there is nothing to say
/// about is absent.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "{T}ByFigure")]
pub(super) struct ByFigure<T> {
    /// About the actual.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "T")]
    actual: Option<T>,
    /// About the target.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "T")]
    target: Option<T>,
    /// About the intervention level.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "T")]
    intervention: Option<T>,
    /// About the previous actual.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[schemars(with = "T")]
    previous: Option<T>,
}

/// The figures of one row.
#[derive(Clone, Copy, Default)]
pub(super) struct Row<'a> {
    pub(super) actual: Option<&'a Figure>,
    pub(super) target: Option<&'a Figure>,
    pub(super) intervention: Option<&'a Figure>,
    pub(super) previous: Option<&'a Figure>,
}

impl<'a> Row<'a> {
    /// What `pick` takes from each figure.
    pub(super) fn pick<T>(self, pick: impl Fn(&'a Figure) -> Option<T>) -> ByFigure<T> {
        ByFigure {
            actual: self.actual.and_then(&pick),
            target: self.target.and_then(&pick),
            intervention: self.intervention.and_then(&pick),
            previous: self.previous.and_then(&pick),
        }
    }

    /// The symbols of each figure.
    pub(super) fn marks(self) -> ByFigure<Marks> {
        self.pick(marks)
    }
}

/// The symbols that stand beside a figure or in its place, in square brackets, parted by spaces:
/// `[p]`, `[e] [r]`. `[b]` break in series, `[c]` confidential, `[e]` estimated, `[f]` forecast,
/// `[low]` low, `[p]` provisional, `[r]` revised, `[u]` low reliability, `[x]` not available, `[z]`
/// not applicable.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
pub(super) struct Marks(
    #[schemars(regex(pattern = r"^\[[a-z]+\]( \[[a-z]+\])*$"))] pub(super) String,
);

/// The fraction that a figure was worked out from, as exact decimals.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Fraction {
    /// How many of them.
    numerator: String,
    /// Out of how many.
    denominator: String,
}

/// The figure as written: `None` for a blank, and where a symbol stands in its place.
pub(super) fn written(figure: Option<&Figure>) -> Option<Written<'_>> {
    let figure = figure?;
    figure.value.map(|_| Written(&figure.written))
}

/// The symbols of a figure, where it has any.
pub(super) fn marks(figure: &Figure) -> Option<Marks> {
    (!figure.symbols.is_empty()).then(|| Marks(figure.marks()))
}

/// The note on a figure.
pub(super) fn note<'a>(cx: Context<'a>, figure: &'a Figure) -> Option<Texts<'a>> {
    cx.maybe(figure.note.as_ref())
}

/// The fraction behind a figure.
pub(super) fn fraction(figure: &Figure) -> Option<Fraction> {
    figure.fraction.map(|fraction| Fraction {
        numerator: fraction.numerator.to_string(),
        denominator: fraction.denominator.to_string(),
    })
}

/// A change with an ASCII sign: `+2.10`, `-0.30`, `0.00`.
pub(super) fn signed(change: Decimal) -> String {
    if change.is_zero() {
        // A zero has no sign, whichever way it was reached.
        change.abs().to_string()
    } else if change.is_sign_negative() {
        change.to_string()
    } else {
        format!("+{change}")
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn changes_bear_an_ascii_sign_and_zero_none() {
        for (change, shown) in [
            ("2.10", "+2.10"),
            ("-0.30", "-0.30"),
            ("0.00", "0.00"),
            ("-0.0", "0.0"),
            ("1250", "+1250"),
        ] {
            assert_eq!(signed(change.parse().unwrap()), shown);
        }
    }

    proptest! {
        #[test]
        fn a_signed_change_reads_back_exactly(units in any::<i64>(), scale in 0_u32..10) {
            let change = Decimal::new(units, scale);
            let shown = signed(change);
            let back: Decimal = shown.parse().unwrap();
            prop_assert_eq!((back, back.scale()), (change, scale));
        }
    }
}
