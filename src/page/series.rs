//! The series of a measure: every period with its figures, and where they come from.

use serde::Serialize;

use crate::{
    facts::SeriesPoint,
    model::{Figure, Period, SeriesBreak},
    page::{
        figure::{direction, figure, ratings},
        here::{Here, own as text},
        measure_row::{break_sentence, shown_decimals},
        report_lists::report_link,
        view::{DirectionView, FigureView, LinkView, PeriodView, RatingView},
    },
    reference::MeasureAt,
};

/// One period of the series.
#[derive(Clone, Debug, Serialize)]
pub struct PointView {
    /// The period.
    pub period: PeriodView,
    /// The result.
    pub actual: FigureView,
    /// The aim.
    pub target: FigureView,
    /// The level at which performance needs intervening in.
    pub intervention: FigureView,
    /// The direction of travel, where an edition reported it.
    pub direction: Option<DirectionView>,
    /// The ratings, where an edition reported them.
    pub ratings: Vec<RatingView>,
    /// The edition that reported the figures.
    pub report: Option<LinkView>,
    /// Where else they come from.
    pub provenance: String,
    /// That a series break begins with this period.
    #[serde(rename = "break")]
    pub series_break: Option<String>,
}

/// The points of a measure's series. `editions` are its places, the latest first.
pub(super) fn point_views(
    here: &Here<'_>,
    editions: &[MeasureAt],
    points: &[SeriesPoint],
) -> Vec<PointView> {
    let view = |point| point_view(here, editions, points, point);
    points.iter().map(view).collect()
}

/// One period; `editions` are the measure's places, the latest first.
fn point_view(
    here: &Here<'_>,
    editions: &[MeasureAt],
    points: &[SeriesPoint],
    point: &SeriesPoint,
) -> PointView {
    let context = here.context;
    let latest = editions.first().map(|at| context.measure(*at));
    let own = editions.iter().find(|at| Some(at.report) == point.report);
    let own = own.map(|at| context.measure(*at));
    let row = own.or(latest);
    let show = |found: Option<&Figure>| {
        let decimals = row.map_or(0, |(measure, facts)| shown_decimals(measure, facts, found));
        figure(here, found, decimals, &point.unit)
    };
    let mut actual = show(point.actual.as_ref());
    if latest.is_some_and(|(measure, _)| measure.unit != point.unit) && actual.note.is_none() {
        actual.note = Some(text(here.word("series-other-unit")));
    }
    PointView {
        period: here.period(point.period),
        actual,
        target: show(point.target.as_ref()),
        intervention: show(point.intervention.as_ref()),
        direction: own.map(|(measure, facts)| direction(here, measure, facts)),
        ratings: own.map_or_else(Vec::new, |(measure, facts)| ratings(here, measure, facts)),
        report: point.report.map(|at| report_link(here, at)),
        provenance: if point.report.is_some() {
            String::new()
        } else {
            provenance(here, editions, point.period)
        },
        series_break: break_at(here, editions, points, point.period),
    }
}

/// Which edition gives a figure that no edition reported as its own, and how.
fn provenance(here: &Here<'_>, editions: &[MeasureAt], period: Period) -> String {
    let context = here.context;
    let historic = editions.iter().find(|at| {
        let mut history = context.measure(**at).0.history.iter();
        history.any(|entry| entry.period.value == period)
    });
    let stated = || {
        editions.iter().find(|at| {
            let (measure, facts) = context.measure(**at);
            measure.previous.is_some() && facts.period.previous() == period
        })
    };
    let (key, at) = match historic {
        Some(at) => ("provenance-history", Some(at)),
        None => ("provenance-stated", stated()),
    };
    let report = at.map(|at| report_link(here, at.report).text.text);
    here.phrase(key, &[("report", report.unwrap_or_default().into())])
}

/// The sentence for the series break that begins with this period: the first of the series at or
/// after the one that the break names, where the series goes back behind it.
pub(super) fn break_at(
    here: &Here<'_>,
    editions: &[MeasureAt],
    points: &[SeriesPoint],
    period: Period,
) -> Option<String> {
    let begins = |series_break: &&SeriesBreak| {
        let from = series_break.from.value.start();
        let mut before = points.iter().filter(|point| point.period < period);
        let first = before.all(|point| point.period.start() < from);
        let behind = points.iter().any(|point| point.period.start() < from);
        period.start() >= from && first && behind
    };
    let breaks = editions
        .iter()
        .filter_map(|at| here.context.measure(*at).0.series_break.as_ref());
    let found = breaks.into_iter().find(begins)?;
    Some(break_sentence(here, found))
}
