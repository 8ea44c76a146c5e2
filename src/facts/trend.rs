//! What a measure's earlier figures say of its latest: the long trend, the change since the first
//! of them, and the best and the worst.

use crate::{
    facts::{Aim, Direction, Movement, direction::movement},
    model::{Decimal, Period, Polarity},
};

/// How many earlier figures it takes for a long trend.
pub const LEAST_FOR_A_TREND: usize = 3;

/// What follows from the comparable figures of a measure up to one of its editions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Trend {
    /// Against the mean of the earlier figures, where there are three or more; none of yes and no,
    /// which have no mean.
    pub long: Option<LongTrend>,
    /// Since the first of the figures, where that is not the previous one as well.
    pub baseline: Option<Baseline>,
    /// The best figure, where a polarity says which that is and there are three or more: the latest
    /// of several that are as good.
    pub best: Option<Extreme>,
    /// The worst, likewise.
    pub worst: Option<Extreme>,
}

/// The actual against the mean of the earlier figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LongTrend {
    /// Better, the same or worse than the mean; no comparison where nothing says which is better.
    pub direction: Direction,
    /// The mean, to 28 digits.
    pub mean: Decimal,
    /// How many earlier figures it is the mean of.
    pub periods: usize,
    /// The earliest of their periods.
    pub since: Period,
}

/// The change since the first figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Baseline {
    /// The period of the first figure.
    pub period: Period,
    /// The first figure.
    pub figure: Decimal,
    /// From it to the actual.
    pub movement: Movement,
}

/// The best or the worst figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Extreme {
    /// Its period.
    pub period: Period,
    /// The figure.
    pub figure: Decimal,
}

impl Trend {
    /// Works out the trend of a measure whose result for `period` is `actual`. `earlier` are its
    /// figures for earlier comparable periods on this side of a series break, oldest first.
    pub fn of(
        period: Period,
        actual: Option<Decimal>,
        earlier: &[(Period, Decimal)],
        target: Option<Aim>,
        polarity: Option<Polarity>,
    ) -> Self {
        let Some(actual) = actual else {
            return Self::default();
        };
        let now = Extreme {
            period,
            figure: actual,
        };
        let baseline = earlier
            .first()
            .filter(|(first, _)| *first != period.previous())
            .map(|(period, figure)| Baseline {
                period: *period,
                figure: *figure,
                movement: movement(Some(actual), Some(*figure), target, polarity, false),
            });
        let mut best = now;
        let mut worst = now;
        let mut ranked = earlier.len() + 1 >= LEAST_FOR_A_TREND;
        for (period, figure) in earlier.iter().rev() {
            let than = |other: Extreme| {
                movement(Some(*figure), Some(other.figure), target, polarity, false).direction
            };
            let candidate = Extreme {
                period: *period,
                figure: *figure,
            };
            match than(best) {
                Direction::Better => best = candidate,
                Direction::NoComparison | Direction::NotComparable => ranked = false,
                Direction::Same | Direction::Worse => {}
            }
            if than(worst) == Direction::Worse {
                worst = candidate;
            }
        }
        Self {
            long: long_trend(actual, earlier, target, polarity),
            baseline,
            best: ranked.then_some(best),
            worst: ranked.then_some(worst),
        }
    }
}

fn long_trend(
    actual: Decimal,
    earlier: &[(Period, Decimal)],
    target: Option<Aim>,
    polarity: Option<Polarity>,
) -> Option<LongTrend> {
    if earlier.len() < LEAST_FOR_A_TREND {
        return None;
    }
    let (since, _) = earlier.first()?;
    let sum = earlier
        .iter()
        .try_fold(Decimal::ZERO, |sum, (_, figure)| sum.checked_add(*figure))?;
    let count = Decimal::from(earlier.len());
    let mean = sum.checked_div(count)?;
    // Sums are compared, not the mean, which a division may have rounded.
    let exact = actual.checked_mul(count)?;
    // So is the aim, of which distances are measured.
    let target = match target {
        Some(target) => Some(target.times(count)?),
        None => None,
    };
    let direction = movement(Some(exact), Some(sum), target, polarity, false);
    Some(LongTrend {
        direction: direction.direction,
        mean: mean.normalize(),
        periods: earlier.len(),
        since: *since,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn years(figures: &[&str]) -> Vec<(Period, Decimal)> {
        let figures = figures.iter().enumerate().map(|(at, figure)| {
            let period = format!("{}", 2010 + at);
            (Period::parse(&period).unwrap(), figure.parse().unwrap())
        });
        figures.collect()
    }

    fn trend(figures: &[&str], polarity: Option<Polarity>) -> Trend {
        let mut earlier = years(figures);
        let (period, actual) = earlier.pop().unwrap();
        let target = Some(Aim::from(Decimal::TEN));
        Trend::of(period, Some(actual), &earlier, target, polarity)
    }

    #[test]
    fn a_long_trend_takes_three_earlier_figures_and_is_exact() {
        let higher = Some(Polarity::Higher);
        assert_eq!(trend(&["1", "2", "3"], higher).long, None);
        for (figures, polarity, mean, direction) in [
            (&["1", "2", "3", "2.0"], "higher", "2", "same"),
            (
                &["1", "1", "2", "1.3333333333333333333333333333"],
                "higher",
                "1.3333333333333333333333333333",
                "worse",
            ),
            (
                &["1", "1", "2", "1.34"],
                "higher",
                "1.3333333333333333333333333333",
                "better",
            ),
            (
                &["1", "1", "2", "1.34"],
                "lower",
                "1.3333333333333333333333333333",
                "worse",
            ),
            (&["8", "9", "13", "10"], "target", "10", "same"),
            (&["8", "9", "14.5", "10"], "target", "10.5", "better"),
            // The mean is as far from ten as the actual only where it is rounded.
            (
                &["11", "11", "12", "11.333333333333333333333333333"],
                "target",
                "11.333333333333333333333333333",
                "better",
            ),
            (&["1", "2", "3", "9"], "none", "2", "no-comparison"),
        ] {
            let found = trend(figures, Polarity::parse(polarity)).long.unwrap();
            let found = (
                found.mean.to_string(),
                found.direction.as_str(),
                found.periods,
            );
            assert_eq!(found, (mean.to_owned(), direction, 3), "{figures:?}");
        }
    }

    #[test]
    fn best_and_worst_follow_the_polarity_and_the_latest_of_equals_stands() {
        for (polarity, best, worst) in [
            ("higher", "2012 9", "2013 1"),
            ("lower", "2013 1", "2012 9"),
            ("target", "2012 9", "2013 1"),
        ] {
            let found = trend(&["9", "1.0", "9.0", "1", "5"], Polarity::parse(polarity));
            let shown = |extreme: Option<Extreme>| {
                let extreme = extreme.unwrap();
                format!("{} {}", extreme.period, extreme.figure.normalize())
            };
            assert_eq!(
                (shown(found.best), shown(found.worst)),
                (best.into(), worst.into())
            );
        }
        assert_eq!(trend(&["9", "1", "5"], Some(Polarity::None)).best, None);
        assert_eq!(trend(&["9", "1"], Some(Polarity::Higher)).best, None);
    }

    #[test]
    fn the_baseline_is_the_first_figure_unless_that_is_the_previous() {
        let higher = Some(Polarity::Higher);
        assert_eq!(trend(&["4", "5"], higher).baseline, None);
        let found = trend(&["4.0", "9", "5"], higher).baseline.unwrap();
        assert_eq!(found.period.to_string(), "2010");
        assert_eq!(found.movement.direction, Direction::Better);
        assert_eq!(found.movement.change.unwrap().to_string(), "1.0");
    }

    proptest! {
        #[test]
        fn no_figure_is_better_than_the_best(figures in proptest::collection::vec(-999_i64..999, 3..9)) {
            let figures: Vec<_> = figures.iter().map(ToString::to_string).collect();
            let figures: Vec<_> = figures.iter().map(String::as_str).collect();
            let found = trend(&figures, Some(Polarity::Lower));
            let least = figures.iter().map(|text| text.parse::<Decimal>().unwrap()).min();
            let most = figures.iter().map(|text| text.parse::<Decimal>().unwrap()).max();
            prop_assert_eq!(found.best.map(|best| best.figure), least);
            prop_assert_eq!(found.worst.map(|worst| worst.figure), most);
        }
    }
}
