//! A measure across editions as open data.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::{
        addresses::Addresses,
        context::Context,
        figure::{ByFigure, Marks, Row, Written, written},
        measure::{Restated, SeriesBreak, restated, series_break, unit, unit_name},
        texts::Texts,
        values::{or_null, words},
    },
    facts::{Series, SeriesPoint},
    model::{self, Id, Polarity, Unit},
    wording::Place,
};

/// A measure across every edition of the site. What may change from edition to edition is as the
/// latest edition that has the measure gives it.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "MeasureSeries")]
pub(super) struct MeasureSeries<'a> {
    /// Its identity.
    id: &'a str,
    /// The codes it is known by elsewhere.
    codes: Vec<&'a str>,
    /// Its title.
    title: Texts<'a>,
    /// A title short enough for charts.
    short_title: Option<Texts<'a>>,
    /// What the figures count: as in a report's measures.
    unit: &'a str,
    /// The unit in words.
    unit_name: Texts<'a>,
    /// Which way is better: as in a report's measures.
    #[schemars(extend("enum" = or_null(words(Polarity::ALL, Polarity::as_str))))]
    polarity: Option<&'static str>,
    /// From when on figures do not compare with earlier ones: the last of the breaks.
    #[serde(rename = "break")]
    series_break: Option<SeriesBreak<'a>>,
    /// Every series break that any edition declares, or marks with `[b]`: one for each period, oldest
    /// first.
    breaks: Vec<SeriesBreak<'a>>,
    /// The ids of the measures it goes on from, nearest first.
    replaces: Vec<&'a str>,
    /// The ids of the measures that go on from it.
    replaced_by: Vec<&'a str>,
    /// Its page.
    pages: Addresses<'a>,
    /// Its figures, one entry for each period, oldest first: those that count as the latest edition
    /// counts, from the start of the year or each period by itself.
    series: Vec<Point<'a>>,
    /// Whether the figures of `series` count from the start of the year to the end of their period.
    cumulative: bool,
    /// The figures that editions gave which count the other way than `cumulative` says: as in
    /// `series`, and comparable with none of those.
    counted_otherwise: Vec<Point<'a>>,
}

/// The figures of one period. Where several editions give the period, those of the latest.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "SeriesPoint")]
struct Point<'a> {
    /// The period.
    period: String,
    /// The result.
    actual: Option<Written<'a>>,
    /// The aim.
    target: Option<Written<'a>>,
    /// The level at which performance needs intervening in.
    intervention: Option<Written<'a>>,
    /// The edition that published them: the id of a report; null for earlier figures that no
    /// edition of the site holds.
    report: Option<&'a str>,
    /// What was published for the period first, where it was restated since; else null.
    restated: Option<Restated<'a>>,
    /// The id it was published under, where that is one the measure has replaced; else null.
    published_as: Option<&'a str>,
    /// Its unit, where that is another than the measure has now: it does not compare. Else null.
    unit: Option<&'a str>,
    /// Symbols beside figures, or in their place.
    notes: ByFigure<Marks>,
}

impl<'a> MeasureSeries<'a> {
    /// The series of the measure with this id; `None` where it stands in no edition.
    pub(super) fn of(cx: Context<'a>, id: &'a Id, series: &'a Series) -> Option<Self> {
        let (report, objective, at) = *series.places.last()?;
        let measure = &cx.model.reports[report].objectives[objective].measures[at];
        let facts = &cx.facts.reports[report].objectives[objective].measures[at];
        let breaks = breaks(series);
        let points = |points: &'a [SeriesPoint]| {
            let points = points.iter();
            points
                .map(|point| Point::of(cx, point, &measure.unit))
                .collect()
        };
        Some(Self {
            id: id.as_str(),
            codes: measure.codes.iter().map(|code| &**code).collect(),
            title: cx.text(&measure.title),
            short_title: cx.maybe(measure.common.short_title.as_ref()),
            unit: unit(cx, &measure.unit),
            unit_name: unit_name(cx, &measure.unit),
            polarity: facts.polarity.map(Polarity::as_str),
            series_break: breaks.last().map(|found| series_break(cx, found)),
            breaks: breaks.iter().map(|found| series_break(cx, found)).collect(),
            replaces: series.replaces.iter().map(Id::as_str).collect(),
            replaced_by: series.replaced_by.iter().map(Id::as_str).collect(),
            pages: Addresses::of(cx, &Place::Measure(id.clone())),
            series: points(&series.points),
            cumulative: measure.cumulative,
            counted_otherwise: points(&series.otherwise),
        })
    }
}

/// The breaks of a series, one for each period: what a later edition says of it goes before what an
/// earlier one does, and what is given a reason before what is not.
fn breaks(series: &Series) -> Vec<&model::SeriesBreak> {
    let mut by_period = BTreeMap::new();
    for found in series.breaks.iter().rev() {
        let known = by_period.entry(found.from.value).or_insert(found);
        if found.reason.is_some() || known.reason.is_none() {
            *known = found;
        }
    }
    by_period.into_values().collect()
}

impl<'a> Point<'a> {
    fn of(cx: Context<'a>, point: &'a SeriesPoint, own: &Unit) -> Self {
        let row = Row {
            actual: point.actual.as_ref(),
            target: point.target.as_ref(),
            intervention: point.intervention.as_ref(),
            previous: None,
        };
        Self {
            period: point.period.to_string(),
            actual: written(row.actual),
            target: written(row.target),
            intervention: written(row.intervention),
            report: point.report().map(|at| cx.model.reports[at].id.as_str()),
            restated: point
                .restated
                .as_ref()
                .and_then(|found| restated(cx, found, row.actual)),
            published_as: point.replaced.as_ref().map(Id::as_str),
            unit: (!point.unit.same(own)).then(|| unit(cx, &point.unit)),
            notes: row.marks(),
        }
    }
}
