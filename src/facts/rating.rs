//! Ratings by target and intervention level.
//!
//! The rule (docs/rules.md): at or past the target is green, past the intervention level is red,
//! anything between is amber. Calculated on exact decimals as written, never on rounded ones.

use std::cmp::Ordering;

use crate::{
    facts::Aim,
    model::{AtTarget, Decimal, Polarity, Rag, RagSettings},
};

/// A rating, or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rating {
    /// At or past the target.
    Green,
    /// Between target and intervention level.
    Amber,
    /// Past the intervention level.
    Red,
    /// Not rated; counted apart, out of every denominator.
    NotRated,
}

impl Rating {
    /// Every one, best first.
    pub const ALL: [Self; 4] = [Self::Green, Self::Amber, Self::Red, Self::NotRated];

    /// The word in data files: `green`, `amber`, `red` or `not-rated`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Green => "green",
            Self::Amber => "amber",
            Self::Red => "red",
            Self::NotRated => "not-rated",
        }
    }
}

impl From<Rag> for Rating {
    fn from(rag: Rag) -> Self {
        match rag {
            Rag::Green => Self::Green,
            Rag::Amber => Self::Amber,
            Rag::Red => Self::Red,
        }
    }
}

/// Where a figure stands against a boundary, in the sense of the polarity.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// On the better side.
    Better,
    /// Exactly at it.
    At,
    /// On the worse side.
    Worse,
}

/// Why a rating is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// Not rated: there is no actual figure.
    NoActual,
    /// Not rated: there is no target.
    NoTarget,
    /// Not rated: the measure is contextual (polarity none).
    Contextual,
    /// Not rated: nothing says which way is better.
    PolarityUnknown,
    /// Not rated: the intervention level contradicts target and polarity.
    InterventionWrongSide,
    /// Rated against the target, and the intervention level where there is one.
    Against {
        /// The polarity it was rated by: never `None`.
        polarity: Polarity,
        /// Where the actual stands to the target.
        target: Standing,
        /// Where it stands to the intervention level.
        intervention: Option<Standing>,
    },
    /// There is no intervention level, the target is missed, and the site declares a tolerance.
    Tolerance {
        /// The polarity it was rated by: never `None`.
        polarity: Polarity,
        /// Whether the actual is within it.
        within: bool,
        /// Per cent of the target's magnitude.
        per_cent: Decimal,
    },
}

/// A rating and its reason.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The rating.
    pub rating: Rating,
    /// The reason.
    pub reason: Reason,
}

/// Rates `actual` against `target` and `intervention`, all in one unit. A target that is a range is
/// for "nearest is best" alone; for another polarity its lower end is the target.
///
/// `polarity` is the stated one or the one that target and intervention show; `None` where neither
/// does. Total: what cannot be rated is [`Rating::NotRated`] with the reason.
pub fn rate(
    actual: Option<Decimal>,
    target: Option<Aim>,
    intervention: Option<Decimal>,
    polarity: Option<Polarity>,
    settings: &RagSettings,
) -> Judged {
    let not_rated = |reason| Judged {
        rating: Rating::NotRated,
        reason,
    };
    if polarity == Some(Polarity::None) {
        return not_rated(Reason::Contextual);
    }
    let Some(actual) = actual else {
        return not_rated(Reason::NoActual);
    };
    let Some(target) = target else {
        return not_rated(Reason::NoTarget);
    };
    let Some(polarity) = polarity else {
        return not_rated(Reason::PolarityUnknown);
    };
    if intervention.is_some_and(|level| wrong_side(target, level, polarity)) {
        return not_rated(Reason::InterventionWrongSide);
    }
    let to_target = standing(actual, target.lower(), target, polarity);
    let to_intervention = intervention.map(|level| standing(actual, level, target, polarity));
    let against = Reason::Against {
        polarity,
        target: to_target,
        intervention: to_intervention,
    };
    let rating = match (to_target, to_intervention) {
        (Standing::Better, _) => Rating::Green,
        (Standing::At, _) => tie(settings.at_target),
        (Standing::Worse, Some(Standing::Better)) => Rating::Amber,
        (Standing::Worse, Some(Standing::At)) => tie(settings.at_intervention),
        (Standing::Worse, Some(Standing::Worse)) => Rating::Red,
        (Standing::Worse, None) => return without_intervention(actual, target, polarity, settings),
    };
    Judged {
        rating,
        reason: against,
    }
}

/// Whether an intervention level stands on the better side of the target, which contradicts the
/// polarity. At the target is not wrong; for "nearest is best" only a level between the two ends of
/// a range is. A range with another polarity is a fault of its own, and nothing is told from it.
pub fn wrong_side(target: Aim, intervention: Decimal, polarity: Polarity) -> bool {
    match polarity {
        Polarity::Higher | Polarity::Lower if target.is_range() => false,
        Polarity::Higher => intervention > target.lower(),
        Polarity::Lower => intervention < target.lower(),
        Polarity::Target => target.is_inside(intervention),
        Polarity::None => false,
    }
}

/// Where `figure` stands to `boundary`. For "nearest is best", by distance from `target`.
fn standing(figure: Decimal, boundary: Decimal, target: Aim, polarity: Polarity) -> Standing {
    let order = match polarity {
        Polarity::Higher | Polarity::None => figure.cmp(&boundary),
        Polarity::Lower => boundary.cmp(&figure),
        Polarity::Target => target.distance(boundary).cmp(&target.distance(figure)),
    };
    match order {
        Ordering::Greater => Standing::Better,
        Ordering::Equal => Standing::At,
        Ordering::Less => Standing::Worse,
    }
}

/// How far two figures are apart; the largest decimal where that cannot be told.
pub fn distance(a: Decimal, b: Decimal) -> Decimal {
    a.checked_sub(b).map_or(Decimal::MAX, |apart| apart.abs())
}

fn without_intervention(
    actual: Decimal,
    target: Aim,
    polarity: Polarity,
    settings: &RagSettings,
) -> Judged {
    let Some(per_cent) = settings.tolerance else {
        return Judged {
            rating: Rating::Amber,
            reason: Reason::Against {
                polarity,
                target: Standing::Worse,
                intervention: None,
            },
        };
    };
    let hundred = Decimal::ONE_HUNDRED;
    let target = match polarity {
        Polarity::Target => target.nearest(actual),
        _ => target.lower(),
    };
    let allowed = target.abs().checked_mul(per_cent).unwrap_or(Decimal::MAX);
    let missed_by = distance(actual, target)
        .checked_mul(hundred)
        .unwrap_or(Decimal::MAX);
    let within = missed_by <= allowed;
    Judged {
        rating: if within { Rating::Amber } else { Rating::Red },
        reason: Reason::Tolerance {
            polarity,
            within,
            per_cent,
        },
    }
}

fn tie(setting: AtTarget) -> Rating {
    match setting {
        AtTarget::Green => Rating::Green,
        AtTarget::Amber => Rating::Amber,
        AtTarget::Red => Rating::Red,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn decimal(text: &str) -> Option<Decimal> {
        (!text.is_empty()).then(|| text.parse().unwrap())
    }

    fn rating(polarity: &str, figures: [&str; 3]) -> &'static str {
        let [actual, target, intervention] = figures.map(decimal);
        let polarity = Polarity::parse(polarity);
        let settings = RagSettings::default();
        let judged = rate(
            actual,
            target.map(Aim::from),
            intervention,
            polarity,
            &settings,
        );
        judged.rating.as_str()
    }

    #[test]
    fn the_rule_as_data() {
        for (polarity, figures, expected) in [
            ("higher", ["90.10", "90.40", "85.00"], "amber"),
            ("higher", ["78.90", "78.50", "70.00"], "green"),
            ("higher", ["78.50", "78.5", "70"], "green"),
            ("higher", ["70.00", "78.5", "70"], "amber"),
            ("higher", ["69.99", "78.5", "70"], "red"),
            ("higher", ["10", "10", "10"], "green"),
            ("higher", ["9", "10", "10"], "red"),
            ("lower", ["1.20", "0.30", "0.40"], "red"),
            ("lower", ["8.00", "0.00", "10.00"], "amber"),
            ("lower", ["-1", "0", "10"], "green"),
            ("target", ["100", "100", "90"], "green"),
            ("target", ["105", "100", "90"], "amber"),
            ("target", ["110", "100", "90"], "amber"),
            ("target", ["111", "100", "90"], "red"),
            ("higher", ["9", "10", ""], "amber"),
            ("higher", ["", "10", "5"], "not-rated"),
            ("higher", ["9", "", "5"], "not-rated"),
            ("none", ["9", "10", "5"], "not-rated"),
            ("?", ["9", "10", ""], "not-rated"),
            ("lower", ["9", "10", "5"], "not-rated"),
        ] {
            assert_eq!(
                rating(polarity, figures),
                expected,
                "{polarity} {figures:?}"
            );
        }
    }

    #[test]
    fn ties_follow_the_settings() {
        let settings = RagSettings {
            at_target: AtTarget::Amber,
            at_intervention: AtTarget::Red,
            ..RagSettings::default()
        };
        let rating = |actual| {
            let boundaries = (decimal("10"), decimal("5"));
            let polarity = Some(Polarity::Higher);
            rate(
                decimal(actual),
                boundaries.0.map(Aim::from),
                boundaries.1,
                polarity,
                &settings,
            )
            .rating
        };
        assert_eq!(rating("10.0"), Rating::Amber);
        assert_eq!(rating("10.1"), Rating::Green);
        assert_eq!(rating("5"), Rating::Red);
        assert_eq!(rating("5.1"), Rating::Amber);
    }

    #[test]
    fn a_range_is_met_anywhere_between_its_ends() {
        let settings = RagSettings {
            tolerance: decimal("5"),
            ..RagSettings::default()
        };
        let rating = |actual, intervention| {
            let range = Aim::between(Decimal::from(90), Decimal::from(110));
            let polarity = Some(Polarity::Target);
            let figures = [actual, intervention].map(decimal);
            rate(figures[0], Some(range), figures[1], polarity, &settings)
                .rating
                .as_str()
        };
        for (actual, intervention, expected) in [
            ("90", "80", "green"),
            ("100", "80", "green"),
            ("110", "80", "green"),
            ("110.1", "80", "amber"),
            ("120", "80", "amber"),
            ("120.1", "80", "red"),
            ("79.9", "120", "red"),
            ("85.5", "", "amber"),
            ("85.4", "", "red"),
            ("115.5", "", "amber"),
            ("115.6", "", "red"),
            ("110.1", "110", "red"),
            ("100", "100", "not-rated"),
            ("120", "90.1", "not-rated"),
        ] {
            assert_eq!(
                rating(actual, intervention),
                expected,
                "{actual} {intervention}"
            );
        }
    }

    #[test]
    fn a_tolerance_is_of_the_targets_magnitude_and_its_edge_is_amber() {
        let settings = RagSettings {
            tolerance: decimal("5"),
            ..RagSettings::default()
        };
        let rating = |actual, target, intervention, polarity| {
            let figures = [actual, target, intervention].map(decimal);
            rate(
                figures[0],
                figures[1].map(Aim::from),
                figures[2],
                Some(polarity),
                &settings,
            )
            .rating
        };
        assert_eq!(rating("95", "100", "", Polarity::Higher), Rating::Amber);
        assert_eq!(rating("94.99", "100", "", Polarity::Higher), Rating::Red);
        assert_eq!(rating("105", "100", "", Polarity::Lower), Rating::Amber);
        assert_eq!(rating("105.01", "100", "", Polarity::Lower), Rating::Red);
        assert_eq!(rating("-105", "-100", "", Polarity::Higher), Rating::Amber);
        assert_eq!(rating("0.01", "0", "", Polarity::Lower), Rating::Red);
        assert_eq!(rating("90", "100", "80", Polarity::Higher), Rating::Amber);
    }

    fn figure() -> impl Strategy<Value = Decimal> {
        (-1_000_000_i64..1_000_000, 0_u32..4).prop_map(|(n, scale)| Decimal::new(n, scale))
    }

    /// All the settings that a site can have.
    fn settings() -> impl Strategy<Value = RagSettings> {
        let at_target = prop_oneof![Just(AtTarget::Green), Just(AtTarget::Amber)];
        let at_intervention = prop_oneof![Just(AtTarget::Amber), Just(AtTarget::Red)];
        let tolerance = proptest::option::of(0_i64..=100);
        (at_target, at_intervention, tolerance).prop_map(
            |(at_target, at_intervention, tolerance)| RagSettings {
                at_target,
                at_intervention,
                tolerance: tolerance.map(Decimal::from),
                ..RagSettings::default()
            },
        )
    }

    proptest! {
        #[test]
        fn lower_is_better_mirrors_higher(a in figure(), t in figure(), i in figure()) {
            let settings = RagSettings::default();
            let higher = rate(Some(a), Some(t.into()), Some(i), Some(Polarity::Higher), &settings);
            let lower = rate(Some(-a), Some((-t).into()), Some(-i), Some(Polarity::Lower), &settings);
            prop_assert_eq!(higher.rating, lower.rating);
        }

        #[test]
        fn a_better_figure_is_never_rated_worse(a in figure(), b in figure(), t in figure(), i in figure()) {
            let settings = RagSettings::default();
            let (a, b) = (a.max(b), a.min(b));
            let (t, i) = (t.max(i), t.min(i));
            let rating = |figure| {
                rate(Some(figure), Some(t.into()), Some(i), Some(Polarity::Higher), &settings).rating
            };
            prop_assert!(rating(a) <= rating(b));
        }

        #[test]
        fn nearer_the_target_is_never_rated_worse(
            a in figure(),
            b in figure(),
            t in figure(),
            i in proptest::option::of(figure()),
            settings in settings(),
        ) {
            let (near, far) = if distance(a, t) <= distance(b, t) { (a, b) } else { (b, a) };
            let rating = |figure| {
                rate(Some(figure), Some(t.into()), i, Some(Polarity::Target), &settings).rating
            };
            // At the target a tie is rated as the settings say, which may be lower than beside it.
            prop_assert!(near == t || rating(near) <= rating(far));
            // Which side of the target a figure is on makes no difference.
            prop_assert_eq!(rating(a), rating(t + t - a));
        }

        #[test]
        fn a_tie_is_rated_as_the_settings_say(
            t in figure(),
            apart in 1_u32..1000,
            settings in settings(),
        ) {
            for (polarity, i) in [
                (Polarity::Higher, t - Decimal::from(apart)),
                (Polarity::Lower, t + Decimal::from(apart)),
                (Polarity::Target, t + Decimal::from(apart)),
            ] {
                let rating = |figure| {
                    rate(Some(figure), Some(t.into()), Some(i), Some(polarity), &settings).rating
                };
                prop_assert_eq!(rating(t), tie(settings.at_target));
                prop_assert_eq!(rating(i), tie(settings.at_intervention));
            }
        }

        #[test]
        fn trailing_zeros_never_matter(a in figure(), t in figure(), i in figure()) {
            let settings = RagSettings::default();
            let mut padded = a;
            padded.rescale(8);
            let with = |figure| rate(Some(figure), Some(t.into()), Some(i), Some(Polarity::Lower), &settings);
            prop_assert_eq!(with(a), with(padded));
        }
    }
}
