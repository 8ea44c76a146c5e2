//! Direction of travel: better, same or worse than one comparable period earlier.

use std::cmp::Ordering;

use crate::{
    facts::{Aim, Standing},
    model::{Decimal, Period, Polarity},
};

/// Which way a measure went, in the sense of its polarity. Not "up" or "down".
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Direction {
    /// Better than before.
    Better,
    /// The same.
    Same,
    /// Worse than before.
    Worse,
    /// There is nothing to compare with, or nothing that says which way is better.
    NoComparison,
    /// A series break stands between the two figures, or their units are not the same.
    NotComparable,
}

impl Direction {
    /// Every one, in the order of lists.
    pub const ALL: [Self; 5] = [
        Self::Better,
        Self::Same,
        Self::Worse,
        Self::NoComparison,
        Self::NotComparable,
    ];

    /// The word in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Better => "better",
            Self::Same => "same",
            Self::Worse => "worse",
            Self::NoComparison => "no-comparison",
            Self::NotComparable => "not-comparable",
        }
    }
}

/// Why there is no comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoComparison {
    /// There is no actual figure.
    NoActual,
    /// There is no previous figure, nor any earlier one.
    NoPrevious,
    /// There are earlier figures, but none for this period, the comparable one before.
    NoFigureFor(Period),
    /// The figure for this period, the comparable one before, counts from the start of the year where this
    /// one does not, or the other way about.
    CountingChanged(Period),
    /// A symbol stands in place of the previous figure, which is of this period.
    NotAvailable(Period),
    /// The measure is contextual, or nothing says which way is better; the change still stands.
    NoPolarity,
    /// Nearest the target is best, and there is no target.
    NoTarget,
    /// The unit of the measure changed between the two figures.
    UnitChanged,
}

/// A direction and the change behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Movement {
    /// The direction.
    pub direction: Direction,
    /// Actual less previous, exact, in the measure's unit (for per cent: percentage points), with
    /// the decimals of the longer of the two. `None` where they do not compare.
    pub change: Option<Decimal>,
    /// The actual and the previous figure that the change lies between.
    pub between: Option<(Decimal, Decimal)>,
    /// Why there is no comparison, where there is none.
    pub why_not: Option<NoComparison>,
}

impl Movement {
    /// That two figures are in different units.
    pub const UNIT_CHANGED: Self = Self {
        direction: Direction::NotComparable,
        change: None,
        between: None,
        why_not: Some(NoComparison::UnitChanged),
    };
}

/// Compares `actual` with `previous`; `broken` says that a series break stands between them.
pub fn movement(
    actual: Option<Decimal>,
    previous: Option<Decimal>,
    target: Option<Aim>,
    polarity: Option<Polarity>,
    broken: bool,
) -> Movement {
    let none = |why| Movement {
        direction: Direction::NoComparison,
        change: None,
        between: None,
        why_not: Some(why),
    };
    let Some(actual) = actual else {
        return none(NoComparison::NoActual);
    };
    let Some(previous) = previous else {
        return none(NoComparison::NoPrevious);
    };
    if broken {
        return Movement {
            direction: Direction::NotComparable,
            change: None,
            between: None,
            why_not: None,
        };
    }
    let change = actual.checked_sub(previous);
    let between = change.is_some().then_some((actual, previous));
    let order = match (polarity, target) {
        (Some(Polarity::Higher), _) => actual.cmp(&previous),
        (Some(Polarity::Lower), _) => previous.cmp(&actual),
        (Some(Polarity::Target), Some(target)) => {
            target.distance(previous).cmp(&target.distance(actual))
        }
        (Some(Polarity::Target), None) => {
            return Movement {
                change,
                between,
                ..none(NoComparison::NoTarget)
            };
        }
        (Some(Polarity::None) | None, _) => {
            return Movement {
                change,
                between,
                ..none(NoComparison::NoPolarity)
            };
        }
    };
    Movement {
        direction: match order {
            Ordering::Greater => Direction::Better,
            Ordering::Equal => Direction::Same,
            Ordering::Less => Direction::Worse,
        },
        change,
        between,
        why_not: None,
    }
}

/// How `actual` stands to another body's figure for the same period, in the sense of the polarity;
/// `None` where nothing says which way is better.
pub fn against(
    actual: Decimal,
    other: Decimal,
    target: Option<Aim>,
    polarity: Option<Polarity>,
) -> Option<Standing> {
    match movement(Some(actual), Some(other), target, polarity, false).direction {
        Direction::Better => Some(Standing::Better),
        Direction::Same => Some(Standing::At),
        Direction::Worse => Some(Standing::Worse),
        Direction::NoComparison | Direction::NotComparable => None,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn the_rule_as_data() {
        for (polarity, [actual, previous, target], broken, direction, change) in [
            ("higher", ["84.10", "82.00", ""], false, "better", "2.10"),
            ("higher", ["94.70", "94.65", ""], false, "better", "0.05"),
            ("higher", ["90.10", "90.40", ""], false, "worse", "-0.30"),
            ("lower", ["1.90", "2.60", ""], false, "better", "-0.70"),
            ("lower", ["1.20", "1.1", ""], false, "worse", "0.10"),
            ("higher", ["5.0", "5", ""], false, "same", "0.0"),
            ("target", ["95", "110", "100"], false, "better", "-15"),
            ("target", ["95", "105", "100"], false, "same", "-10"),
            ("target", ["95", "105", ""], false, "no-comparison", "-10"),
            ("none", ["95", "105", ""], false, "no-comparison", "-10"),
            ("higher", ["95", "", ""], false, "no-comparison", ""),
            ("higher", ["", "95", ""], false, "no-comparison", ""),
            ("higher", ["95", "90", ""], true, "not-comparable", ""),
        ] {
            let figure = |text: &str| (!text.is_empty()).then(|| text.parse().unwrap());
            let found = movement(
                figure(actual),
                figure(previous),
                figure(target).map(Aim::from),
                Polarity::parse(polarity),
                broken,
            );
            let shown = found.change.map(|change| change.to_string());
            let context = format!("{polarity} {actual} {previous} {target}");
            assert_eq!(found.direction.as_str(), direction, "{context}");
            assert_eq!(shown.unwrap_or_default(), change, "{context}");
        }
    }

    proptest! {
        #[test]
        fn nearer_the_target_is_better_from_either_side(
            a in -9999_i64..9999,
            b in -9999_i64..9999,
            t in -9999_i64..9999,
        ) {
            let figure = |number| Some(Decimal::new(number, 2));
            let polarity = Some(Polarity::Target);
            let found = movement(figure(a), figure(b), figure(t).map(Aim::from), polarity, false);
            let mirrored = movement(figure(2 * t - a), figure(b), figure(t).map(Aim::from), polarity, false);
            prop_assert_eq!(found.direction, mirrored.direction);
            let expected = match (a - t).abs().cmp(&(b - t).abs()) {
                Ordering::Less => Direction::Better,
                Ordering::Equal => Direction::Same,
                Ordering::Greater => Direction::Worse,
            };
            prop_assert_eq!(found.direction, expected);
        }

        #[test]
        fn turning_time_round_turns_the_direction(a in -9999_i64..9999, b in -9999_i64..9999) {
            let (a, b) = (Some(Decimal::new(a, 2)), Some(Decimal::new(b, 2)));
            let there = movement(a, b, None, Some(Polarity::Lower), false);
            let back = movement(b, a, None, Some(Polarity::Lower), false);
            let turned = match there.direction {
                Direction::Better => Direction::Worse,
                Direction::Worse => Direction::Better,
                other => other,
            };
            prop_assert_eq!(back.direction, turned);
            prop_assert_eq!(back.change, there.change.map(|change| -change));
        }
    }
}
