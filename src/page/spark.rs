//! The few figures behind a row of a table, as a small line and in words.

use serde::Serialize;

use crate::{
    chart,
    facts::MeasureFacts,
    model::{Measure, Period, Unit},
    page::here::Here,
    wording::{apart, capitalised},
};

/// The fewest figures that a line says more of than the direction of travel does.
const FEWEST: usize = 3;
/// The most periods that the line goes back over: more would be a smear.
const MOST: usize = 20;

/// The figures behind a row as a small line.
#[derive(Clone, Debug, Serialize)]
pub struct SparkView {
    /// The line, for the eye alone.
    pub svg: String,
    /// From which period to which, and from what to what: `2012/13 to 2016/17: from 91.2% to 94.7%`.
    pub text: String,
}

/// The result of a row and those of the periods before that compare with it, as its edition and those
/// before it give them; none where there are fewer than three.
pub(super) fn spark(here: &Here<'_>, measure: &Measure, facts: &MeasureFacts) -> Option<SparkView> {
    if measure.unit == Unit::YesNo {
        return None;
    }
    let last = measure.actual.as_ref()?.value?;
    let mut periods: Vec<_> = periods(facts).collect();
    periods.reverse();
    let known = |period: Period| {
        if period == facts.period {
            return Some(last);
        }
        let mut earlier = facts.earlier.iter();
        Some(earlier.find(|(then, _)| *then == period)?.1)
    };
    let figures: Vec<_> = periods.iter().map(|period| known(*period)).collect();
    if figures.iter().flatten().count() < FEWEST {
        return None;
    }
    // Those too long ago for the line may have left a gap at its start.
    let start = figures.iter().position(Option::is_some)?;
    let (since, first) = (periods[start], figures[start]?);
    let languages = here.context.model.languages();
    let decimals = |scale: u32| measure.decimals.unwrap_or(facts.decimals.max(scale));
    let told = apart(first, last, decimals(first.scale()));
    let amount = |value| here.lexicon.amount(value, told, &measure.unit, languages);
    let places = [
        ("first", here.lexicon.period_short(since).into()),
        ("last", here.lexicon.period_short(facts.period).into()),
        ("from", amount(first).into()),
        ("to", amount(last).into()),
    ];
    let key = if first == last { "spark-same" } else { "spark" };
    Some(SparkView {
        svg: chart::spark(&figures[start..]),
        text: capitalised(&here.phrase(key, &places)),
    })
}

/// The periods of the line, the latest first: every one that compares, with and without a figure.
fn periods(facts: &MeasureFacts) -> impl Iterator<Item = Period> {
    let first = facts.earlier.first().map_or(facts.period, |first| first.0);
    let back = std::iter::successors(Some(facts.period), |period| Some(period.previous()));
    back.take_while(move |period| *period >= first).take(MOST)
}
