//! Sentences on what a measure's earlier figures, and others' figures, say of its result.

use crate::{
    facts::{Direction, Extreme, LongTrend, MeasureFacts, Standing},
    model::{Decimal, Language, Measure},
    wording::{
        Arg, Lexicon,
        figure::{apart, at_decimals},
    },
};

/// The most decimals that a mean is shown with beyond those of its row, to tell it from the result.
const MORE_DECIMALS: u32 = 4;

impl Lexicon {
    /// What the earlier figures of a measure say of its actual: the long trend, the change since the
    /// first figure, and whether it is the best or the worst, or what was. A sentence each; none
    /// where there are too few figures. Where the series holds figures that do not compare with it by
    /// their periods, `others`, the sentences say of which periods they speak. Source of the rules:
    /// docs/rules.md, "Trends".
    pub fn trend(
        &self,
        measure: &Measure,
        facts: &MeasureFacts,
        languages: &[Language],
        others: bool,
    ) -> Vec<String> {
        let like = others.then(|| self.like(facts.period));
        let phrase = |key: &str, mut places: Vec<(&'static str, Arg)>| match &like {
            None => self.phrase(key, &places),
            Some(like) => {
                places.push(("like", like.clone().into()));
                self.phrase(&format!("{key}-like"), &places)
            }
        };
        let actual = measure.actual.as_ref().and_then(|actual| actual.value);
        let amount = |number, decimals| self.amount(number, decimals, &measure.unit, languages);
        let long = facts.trend.long.map(|trend| {
            let decimals = mean_decimals(actual, &trend, facts.decimals);
            let is_far = trend.direction == Direction::Same && actual != Some(trend.mean);
            let direction = if is_far {
                AS_FAR
            } else {
                trend.direction.as_str()
            };
            let places = vec![
                ("direction", direction.into()),
                ("mean", amount(trend.mean, decimals).into()),
                ("periods", Arg::Count(trend.periods)),
                ("since", self.period(trend.since).into()),
            ];
            phrase("trend-long", places)
        });
        let baseline = facts.trend.baseline.map(|baseline| {
            let movement = &baseline.movement;
            let places = [
                (
                    "movement",
                    self.movement(movement, facts.decimals, &measure.unit, languages)
                        .into(),
                ),
                ("period", self.period(baseline.period).into()),
                (
                    "figure",
                    amount(baseline.figure, decimals(measure, facts, baseline.figure)).into(),
                ),
            ];
            self.phrase("trend-baseline", &places)
        });
        let extreme = |found: Option<Extreme>, own: &str, other: &str| {
            let found = found?;
            if found.period == facts.period {
                return Some(phrase(own, Vec::new()));
            }
            let places = vec![
                (
                    "figure",
                    amount(found.figure, decimals(measure, facts, found.figure)).into(),
                ),
                ("period", self.period(found.period).into()),
            ];
            Some(phrase(other, places))
        };
        let (best, worst) = (facts.trend.best, facts.trend.worst);
        // Where all figures are the same, none is the best.
        let apart = best.map(|best| best.figure) != worst.map(|worst| worst.figure);
        let best = extreme(best.filter(|_| apart), "trend-best-own", "trend-best");
        let worst = extreme(worst.filter(|_| apart), "trend-worst-own", "trend-worst");
        [long, baseline, best, worst]
            .into_iter()
            .flatten()
            .collect()
    }

    /// How the result stands to a comparator, by the name of that: "Better than Scotland: 72.40%."
    pub fn compared(&self, standing: &str, name: &str, figure: &str) -> String {
        let places = [("name", name.into()), ("figure", figure.into())];
        self.phrase(&format!("compared-{standing}"), &places)
    }
}

/// The name of how a result stands to another figure, by which the strings tell of it. One that is at another
/// figure without being the same is as far from the target.
pub fn standing_name(standing: Standing, is_same: bool) -> &'static str {
    match standing {
        Standing::Better => "better",
        Standing::At if is_same => "same",
        Standing::At => AS_FAR,
        Standing::Worse => "worse",
    }
}

/// That two figures are as far from the target.
const AS_FAR: &str = "as-far";

/// The row's decimals, or as many as the figure is written with where the site does not say how many;
/// as many as are written where it would look the same as the result.
fn decimals(measure: &Measure, facts: &MeasureFacts, figure: Decimal) -> u32 {
    let written = facts.decimals.max(figure.scale());
    let decimals = measure.decimals.unwrap_or(written);
    let actual = measure.actual.as_ref().and_then(|actual| actual.value);
    actual.map_or(decimals, |actual| apart(figure, actual, decimals))
}

/// The row's decimals, or so many more that a mean which differs from the result does not look the
/// same.
fn mean_decimals(actual: Option<Decimal>, trend: &LongTrend, row: u32) -> u32 {
    let Some(actual) = actual.filter(|_| trend.direction != Direction::Same) else {
        return row;
    };
    let apart =
        |decimals: &u32| at_decimals(actual, *decimals) != at_decimals(trend.mean, *decimals);
    (row..=row + MORE_DECIMALS).find(apart).unwrap_or(row)
}
