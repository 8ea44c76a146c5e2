//! Axes: from where to where, and the round values marked on them.

use rust_decimal::prelude::ToPrimitive;

use crate::model::Decimal;

/// An axis that holds zero and every value it was made for.
#[derive(Clone, Debug, PartialEq)]
pub struct Scale {
    /// The value at its start: zero, or less where a value is negative.
    pub start: Decimal,
    /// The value at its end: zero or more.
    pub end: Decimal,
    /// The values marked, ascending, all with the same number of decimals.
    pub ticks: Vec<Decimal>,
}

impl Scale {
    /// An axis for `values` with about `most` steps, each 1, 2 or 5 times a power of ten; whole
    /// numbers get whole steps. Its length is never zero.
    pub fn new(values: &[Decimal], most: u32) -> Self {
        let fold = |best: fn(Decimal, Decimal) -> Decimal| {
            values.iter().copied().fold(Decimal::ZERO, best)
        };
        let (low, high) = (fold(Decimal::min), fold(Decimal::max));
        if low.is_zero() && high.is_zero() {
            return Self {
                start: low,
                end: Decimal::ONE,
                ticks: vec![Decimal::ZERO],
            };
        }
        let whole = values.iter().all(|value| value.fract().is_zero());
        let ticked = step(low, high, most, whole).and_then(|step| Self::stepped(low, high, step));
        // Values at the very edge of what a decimal can hold have no round value past them.
        ticked.unwrap_or(Self {
            start: low,
            end: high,
            ticks: vec![Decimal::ZERO],
        })
    }

    /// An axis for `values` that need not hold zero: where all of them lie in the upper half of what
    /// an axis from zero would show, it begins shortly below them.
    pub fn near(values: &[Decimal], most: u32) -> Self {
        let (Some(low), Some(high)) = (values.iter().min(), values.iter().max()) else {
            return Self::new(values, most);
        };
        if low.is_zero() && high.is_zero() {
            // One whole step says where up is.
            return Self {
                start: Decimal::ZERO,
                end: Decimal::ONE,
                ticks: vec![Decimal::ZERO, Decimal::ONE],
            };
        }
        if *low < high.checked_div(Decimal::TWO).unwrap_or(*high) || low == high {
            return Self::new(values, most);
        }
        let whole = values.iter().all(|value| value.fract().is_zero());
        let ticked =
            step(*low, *high, most, whole).and_then(|step| Self::stepped(*low, *high, step));
        ticked.unwrap_or_else(|| Self::new(values, most))
    }

    fn stepped(low: Decimal, high: Decimal, step: Decimal) -> Option<Self> {
        let tick = |count: i32| {
            let mut tick = step.checked_mul(Decimal::from(count))?;
            tick.rescale(step.scale());
            Some(tick)
        };
        // A value far smaller than the step is nothing once divided: it still needs its side.
        let mut first = low.checked_div(step)?.floor().to_i32()?;
        if tick(first)? > low {
            first -= 1;
        }
        let mut last = high.checked_div(step)?.ceil().to_i32()?;
        if tick(last)? < high {
            last += 1;
        }
        if last - first > 100 {
            return None;
        }
        let ticks: Option<Vec<_>> = (first..=last).map(tick).collect();
        let ticks = ticks?;
        Some(Self {
            start: *ticks.first()?,
            end: *ticks.last()?,
            ticks,
        })
    }

    /// Whether it holds nothing but zero.
    pub fn is_flat(&self) -> bool {
        self.start.is_zero() && self.end == Decimal::ONE && self.ticks.len() < 3
    }

    /// Its start and end, to draw with.
    pub fn span(&self) -> (f64, f64) {
        (float(self.start), float(self.end))
    }
}

/// A value to draw with: the only place where a figure stops being exact.
pub fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}

/// The round step that crosses from `low` to `high` in at most `most` steps.
#[allow(clippy::cast_possible_truncation)] // the exponents of decimals are between -28 and 28
fn step(low: Decimal, high: Decimal, most: u32, whole: bool) -> Option<Decimal> {
    let rough = (float(high) - float(low)) / f64::from(most.max(1));
    let exponent = (rough.log10().floor() as i32).clamp(-28, 28);
    let (steps, exponent) = if whole && exponent < 0 {
        ([1, 1, 1, 1], 0)
    } else {
        ([1, 2, 5, 10], exponent)
    };
    let step = |factor: i128| match u32::try_from(exponent) {
        Ok(exponent) => {
            let step = factor.checked_mul(10_i128.checked_pow(exponent)?)?;
            Decimal::try_from_i128_with_scale(step, 0).ok()
        }
        Err(_) => {
            Some(Decimal::new(i64::try_from(factor).ok()?, exponent.unsigned_abs()).normalize())
        }
    };
    // A hair's breadth for the float: a step that is exactly right must not be passed over.
    let enough = |candidate: &Decimal| float(*candidate) >= rough * (1.0 - 1e-9);
    steps.into_iter().filter_map(step).find(enough)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn scale(values: &[&str], most: u32) -> (String, Vec<String>) {
        let values: Vec<Decimal> = values
            .iter()
            .map(|value| value.parse().expect(value))
            .collect();
        let scale = Scale::new(&values, most);
        let ticks = scale.ticks.iter().map(ToString::to_string).collect();
        (format!("{} to {}", scale.start, scale.end), ticks)
    }

    #[test]
    fn an_axis_near_its_values() {
        for (values, ticks) in [
            (vec!["94.65", "94.70", "95.3"], "94.6 94.8 95.0 95.2 95.4"),
            (vec!["10", "90"], "0 20 40 60 80 100"),
            (vec!["90", "90"], "0 20 40 60 80 100"),
            (vec!["-90", "-80"], "-100 -80 -60 -40 -20 0"),
            (vec![], "0"),
        ] {
            let numbers: Vec<Decimal> = values
                .iter()
                .map(|value| value.parse().expect(value))
                .collect();
            let ticks_found: Vec<_> = Scale::near(&numbers, 5)
                .ticks
                .iter()
                .map(ToString::to_string)
                .collect();
            assert_eq!(ticks_found.join(" "), ticks, "{values:?}");
        }
    }

    #[test]
    fn ticks_are_round() {
        for (values, most, span, ticks) in [
            (
                vec!["90.10", "90.40", "85.00"],
                5,
                "0 to 100",
                "0 20 40 60 80 100",
            ),
            (
                vec!["1.20", "0.30", "0.40"],
                5,
                "0.0 to 1.5",
                "0.0 0.5 1.0 1.5",
            ),
            (vec!["-12", "30"], 5, "-20 to 30", "-20 -10 0 10 20 30"),
            (vec!["-3.0"], 3, "-3 to 0", "-3 -2 -1 0"),
            (vec!["1"], 5, "0 to 1", "0 1"),
            (vec!["3", "2"], 5, "0 to 3", "0 1 2 3"),
            (vec!["100"], 5, "0 to 100", "0 20 40 60 80 100"),
            (vec!["0", "0.00"], 5, "0 to 1", "0"),
            (vec![], 5, "0 to 1", "0"),
            (
                vec!["1234567"],
                4,
                "0 to 1500000",
                "0 500000 1000000 1500000",
            ),
            (
                vec!["0.003"],
                3,
                "0.000 to 0.003",
                "0.000 0.001 0.002 0.003",
            ),
        ] {
            let (found_span, found_ticks) = scale(&values, most);
            assert_eq!(found_span, span, "{values:?}");
            assert_eq!(found_ticks.join(" "), ticks, "{values:?}");
        }
    }

    proptest! {
        #[test]
        fn every_value_is_on_the_axis(
            values in proptest::collection::vec((any::<i64>(), 0u32..=28), 0..8),
            huge in any::<bool>(),
            most in 1u32..6,
        ) {
            let mut values: Vec<_> = values.into_iter().map(|(n, scale)| Decimal::new(n, scale)).collect();
            if huge {
                values.extend([Decimal::MAX, Decimal::MIN]);
            }
            let scale = Scale::new(&values, most);
            prop_assert!(scale.start <= Decimal::ZERO && scale.end >= Decimal::ZERO);
            prop_assert!(scale.start < scale.end);
            prop_assert!(values.iter().all(|value| (scale.start..=scale.end).contains(value)));
            prop_assert!(scale.ticks.is_sorted());
            prop_assert!(scale.ticks.len() <= most as usize + 3);
        }
    }
}
