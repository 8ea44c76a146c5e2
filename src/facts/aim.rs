//! What a result is held against: a point, or a range that is met anywhere between its ends.

use crate::{
    facts::rating::distance,
    model::{Decimal, Figure},
};

/// A target in numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Aim {
    lower: Decimal,
    upper: Decimal,
}

impl Aim {
    /// The target as written; `None` where there is no number.
    pub fn of(target: Option<&Figure>) -> Option<Self> {
        let target = target?;
        let lower = target.value?;
        let upper = target.upper.unwrap_or(lower).max(lower);
        Some(Self { lower, upper })
    }

    /// The range between two numbers, in either order.
    pub fn between(one: Decimal, other: Decimal) -> Self {
        Self {
            lower: one.min(other),
            upper: one.max(other),
        }
    }

    /// The range so many times as far from nothing; `None` beyond what a decimal holds. `times` is not
    /// negative.
    pub fn times(self, times: Decimal) -> Option<Self> {
        Some(Self {
            lower: self.lower.checked_mul(times)?,
            upper: self.upper.checked_mul(times)?,
        })
    }

    /// Whether it has two ends.
    pub fn is_range(self) -> bool {
        self.lower < self.upper
    }

    /// The lower end: the target itself where it is a point.
    pub fn lower(self) -> Decimal {
        self.lower
    }

    /// Whether `figure` lies between the two ends of the range, and at neither of them.
    pub fn is_inside(self, figure: Decimal) -> bool {
        self.lower < figure && figure < self.upper
    }

    /// The end of the range that is nearest to `figure`, or `figure` itself where it lies between
    /// the two.
    pub fn nearest(self, figure: Decimal) -> Decimal {
        figure.clamp(self.lower, self.upper)
    }

    /// The figure as far from the range as `level`, on its other side; `None` where `level` lies
    /// within the range, or beyond what a decimal holds.
    pub fn opposite(self, level: Decimal) -> Option<Decimal> {
        let away = self.distance(level);
        if level > self.upper {
            self.lower.checked_sub(away)
        } else if level < self.lower {
            self.upper.checked_add(away)
        } else {
            None
        }
    }

    /// How far `figure` is from the range: nothing anywhere within it.
    pub fn distance(self, figure: Decimal) -> Decimal {
        distance(figure, self.nearest(figure))
    }
}

impl From<Decimal> for Aim {
    fn from(point: Decimal) -> Self {
        Self {
            lower: point,
            upper: point,
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_level_counts_on_both_sides() {
        for (lower, upper, level, expected) in [
            (8, 8, 10, Some(6)),
            (8, 8, 5, Some(11)),
            (90, 110, 120, Some(80)),
            (90, 110, 85, Some(115)),
            (90, 110, 100, None),
        ] {
            let number = |number: i32| Decimal::from(number);
            let aim = Aim::between(number(lower), number(upper));
            let found = aim.opposite(number(level));
            assert_eq!(found, expected.map(number), "{lower} {upper} {level}");
        }
    }

    proptest! {
        #[test]
        fn the_distance_is_nothing_within_and_grows_without(
            lower in -9999_i64..9999,
            width in 0_i64..999,
            figure in -9999_i64..9999,
        ) {
            let number = |units| Decimal::new(units, 1);
            let aim = Aim { lower: number(lower), upper: number(lower + width) };
            let expected = (lower - figure).max(figure - lower - width).max(0);
            prop_assert_eq!(aim.distance(number(figure)), number(expected));
        }
    }
}
