//! The sentences that explain ratings.

use std::cmp::Ordering;

use crate::{
    facts::{Basis, Judged, MeasureFacts, Rating, Reason, Standing},
    model::{Decimal, Figure, Language, Measure, Polarity, Unit},
    wording::{Arg, Lexicon, figure::at_decimals},
};

impl Lexicon {
    /// The word for a rating: `Green`, `Not rated`.
    pub fn rating(&self, rating: Rating) -> String {
        self.word(match rating {
            Rating::Green => "rating-green",
            Rating::Amber => "rating-amber",
            Rating::Red => "rating-red",
            Rating::NotRated => "rating-not-rated",
        })
    }

    /// The sentence behind the shown rating: the rule's, or that the organisation states it (with
    /// its reason, and the rule's rating beside it where that differs).
    ///
    /// "Amber: 84.10 is below the target of 86.10 and above the intervention level of 80.00."
    pub fn rating_sentence(
        &self,
        measure: &Measure,
        facts: &MeasureFacts,
        languages: &[Language],
    ) -> String {
        let rating = self.rating(facts.shown.rating);
        match (facts.shown.basis, &measure.rag) {
            (Basis::Calculated, _) => self.computed_sentence(measure, facts),
            (Basis::Hidden, _) => self.word("reason-hidden"),
            (_, None) => self.word("reason-none-stated"),
            (_, Some(stated)) => {
                let reason = stated.reason.as_ref();
                let reason = reason.map(|reason| reason.fallback(self.language(), languages).0);
                // It may have been written as a sentence; it stands inside one.
                let reason = reason.map(|reason| reason.trim().trim_end_matches('.'));
                let rule = self.computed_sentence(measure, facts);
                let places = [
                    ("rating", rating.into()),
                    ("reason", reason.unwrap_or_default().into()),
                    ("rule", rule.into()),
                ];
                let key = match (reason, facts.computed.rating == facts.shown.rating) {
                    (Some(_), _) => "reason-overridden",
                    (None, true) => "reason-stated-agrees",
                    (None, false) => "reason-stated-differs",
                };
                self.phrase(key, &places)
            }
        }
    }

    /// The sentence behind the rule's rating.
    pub fn computed_sentence(&self, measure: &Measure, facts: &MeasureFacts) -> String {
        let Judged { rating, reason } = facts.computed;
        let values = Values::of(measure);
        let (key, mut places) = match reason {
            Reason::NoActual => ("reason-no-actual", vec![]),
            Reason::NoTarget => ("reason-no-target", vec![]),
            Reason::Contextual => ("reason-contextual", vec![]),
            Reason::PolarityUnknown => ("reason-polarity-unknown", vec![]),
            Reason::InterventionWrongSide => ("reason-wrong-side", vec![]),
            Reason::Against { target, .. } if measure.unit == Unit::YesNo => {
                let met = matches!(target, Standing::Better | Standing::At);
                let met = if met { "yes" } else { "no" };
                ("reason-yes-no", vec![("met", met.into())])
            }
            Reason::Against {
                polarity: Polarity::Target,
                target,
                intervention,
            } => {
                let place = match (target, intervention) {
                    (Standing::Better | Standing::At, _) => "at",
                    (Standing::Worse, None) => "off",
                    (Standing::Worse, Some(Standing::Better)) => "nearer",
                    (Standing::Worse, Some(Standing::At)) => "as-far",
                    (Standing::Worse, Some(Standing::Worse)) => "further",
                };
                ("reason-nearest", vec![("place", place.into())])
            }
            Reason::Against {
                target,
                intervention,
                ..
            } => {
                // A tie may be rated green, amber or red: the standing chooses the words with it.
                let key = match (target, intervention, rating) {
                    (Standing::Better, ..)
                    | (Standing::At, _, Rating::Green)
                    | (_, None, Rating::Green) => "reason-met",
                    (_, None, _) => "reason-target-only",
                    (Standing::Worse, Some(_), Rating::Red) => "reason-past-intervention",
                    _ => "reason-between",
                };
                let places = vec![
                    ("to-target", side(values.actual, values.target).into()),
                    (
                        "to-intervention",
                        side(values.actual, values.intervention).into(),
                    ),
                ];
                (key, places)
            }
            Reason::Tolerance {
                within, per_cent, ..
            } => {
                let places = vec![
                    ("to-target", side(values.actual, values.target).into()),
                    ("within", if within { "yes" } else { "no" }.into()),
                    (
                        "tolerance",
                        self.number(per_cent, per_cent.normalize().scale()).into(),
                    ),
                ];
                ("reason-tolerance", places)
            }
        };
        places.extend(values.shown(self, measure, facts));
        let reason = self.phrase(key, &places);
        let rating = self.rating(rating);
        self.phrase(
            "rating-sentence",
            &[("rating", rating.into()), ("reason", reason.into())],
        )
    }
}

/// Which side of a boundary a figure is on, in numbers and not in the sense of a polarity: for the
/// words "above", "at" and "below".
fn side(figure: Option<Decimal>, boundary: Option<Decimal>) -> &'static str {
    let (Some(figure), Some(boundary)) = (figure, boundary) else {
        return "none";
    };
    match figure.cmp(&boundary) {
        Ordering::Less => "below",
        Ordering::Equal => "at",
        Ordering::Greater => "above",
    }
}

/// The compared figures.
#[derive(Clone, Copy)]
struct Values {
    actual: Option<Decimal>,
    target: Option<Decimal>,
    /// The upper end of a target that is a range.
    upper: Option<Decimal>,
    intervention: Option<Decimal>,
}

impl Values {
    fn of(measure: &Measure) -> Self {
        let value = |figure: &Option<Figure>| figure.as_ref().and_then(|figure| figure.value);
        Self {
            actual: value(&measure.actual),
            target: value(&measure.target),
            upper: measure.target.as_ref().and_then(|target| target.upper),
            intervention: value(&measure.intervention),
        }
    }

    /// The figures as the sentence shows them: at the row's decimals, but as written where rounding
    /// would make different ones look the same.
    fn shown(
        self,
        lexicon: &Lexicon,
        measure: &Measure,
        facts: &MeasureFacts,
    ) -> [(&'static str, Arg<'static>); 3] {
        let hidden = [self.target, self.upper, self.intervention]
            .into_iter()
            .flatten()
            .any(|boundary| {
                self.actual.is_some_and(|actual| {
                    let rounded = |number| at_decimals(number, facts.decimals);
                    actual != boundary && rounded(actual) == rounded(boundary)
                })
            });
        let show = |number: Option<Decimal>| {
            number.map_or_else(String::new, |number| {
                let decimals = if hidden {
                    number.scale()
                } else {
                    facts.decimals
                };
                match measure.unit {
                    Unit::Pounds | Unit::ThousandPounds | Unit::MillionPounds | Unit::YesNo => {
                        lexicon.amount(number, decimals, &measure.unit, &[])
                    }
                    _ => lexicon.number(number, decimals),
                }
            })
        };
        let target = match self.upper {
            Some(_) => {
                let places = [
                    ("from", show(self.target).into()),
                    ("to", show(self.upper).into()),
                ];
                lexicon.phrase("figure-range", &places)
            }
            None => show(self.target),
        };
        [
            ("actual", show(self.actual).into()),
            ("target", target.into()),
            ("intervention", show(self.intervention).into()),
        ]
    }
}
