//! The series of a measure: every period with its figures, and where they come from.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    facts::{Given, MeasureFacts, Restated, Series, SeriesPoint, Spot},
    model::{Figure, Measure, Period, PeriodKind, PeriodPart, Unit},
    page::{
        figure::{direction, figure, ratings},
        filled::{EDITION, REASON, filled, worded},
        here::{Here, own},
        measure_row::{ComparatorView, break_sentence, comparators, rank, shown_decimals},
        report_lists::report_link,
        view::{DirectionView, FigureView, HtmlView, LinkView, PeriodView, RatingView},
    },
    reference::MeasureAt,
    text::escaped,
    wording::{Place, apart, capitalised},
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
    /// Where else they come from: the edition that gives them, and as what.
    pub provenance: Option<LinkView>,
    /// That it was restated, or published under another name: a sentence each.
    pub notes: Vec<HtmlView>,
    /// Others' figures for the period, as the edition gave them.
    pub comparators: Vec<ComparatorView>,
    /// The place among others, as the edition gave it.
    pub rank: Option<String>,
    /// That a series break stands between this period and the one before.
    #[serde(rename = "break")]
    pub series_break: Option<HtmlView>,
}

/// The periods of one kind and length.
#[derive(Clone, Debug, Serialize)]
pub struct SeriesView {
    /// What the table shows.
    pub caption: String,
    /// Whether any edition gave others' figures, or a place among them.
    pub compared: bool,
    /// The periods, oldest first.
    pub points: Vec<PointView>,
}

/// The series of a measure in tables: one for each kind and length of period, first that of the
/// measure's row at `latest`, where it stands in the latest edition.
pub(super) fn series_views(
    here: &Here<'_>,
    latest: MeasureAt,
    series: &Series,
    title: &str,
) -> Vec<SeriesView> {
    let (measure, facts) = here.context.measure(latest);
    let kinds = |points: &[SeriesPoint], first: Option<Period>| {
        let mut kinds: Vec<Period> = first.into_iter().collect();
        for point in points {
            if !kinds.iter().any(|kind| kind.in_series_with(point.period)) {
                kinds.push(point.period);
            }
        }
        kinds
    };
    let own = kinds(&series.points, Some(facts.period));
    let several = own.len() > 1;
    let others = kinds(&series.otherwise, None);
    let tables = own.into_iter().map(|kind| (kind, false));
    let tables = tables.chain(others.into_iter().map(|kind| (kind, true)));
    let views = tables.map(|(kind, otherwise)| {
        let points = if otherwise {
            &series.otherwise
        } else {
            &series.points
        };
        let alike = points.iter();
        let alike = alike.filter(|point| point.period.in_series_with(kind));
        let places = [
            ("measure", title.into()),
            ("kind", here.word(kind_of(kind)).into()),
        ];
        let key = match (otherwise, measure.cumulative) {
            (true, true) => "caption-series-by-itself",
            (true, false) => "caption-series-cumulative",
            (false, _) if several => "caption-series-kind",
            (false, _) => "caption-series",
        };
        let view = |point: &SeriesPoint| PointView {
            series_break: break_before(here, series, points, point.period),
            ..point_view(here, (measure, facts), point)
        };
        let points: Vec<_> = alike.map(view).collect();
        let is_compared = |point: &PointView| !point.comparators.is_empty() || point.rank.is_some();
        SeriesView {
            caption: here.phrase(key, &places),
            compared: points.iter().any(is_compared),
            points,
        }
    });
    views.filter(|view| !view.points.is_empty()).collect()
}

/// Which editions count the other way than the measure's row at `latest`, and that their figures are
/// not compared with the others; none where there are none.
pub(super) fn counted_otherwise(
    here: &Here<'_>,
    latest: MeasureAt,
    series: &Series,
) -> Option<String> {
    let (measure, _) = here.context.measure(latest);
    let reports: BTreeSet<_> = series.otherwise.iter().map(|point| point.at.0).collect();
    let editions = here.context.facts.editions.earliest_first();
    let editions = editions.filter(|at| reports.contains(at));
    let named = editions.map(|at| report_link(here, at).text.marked());
    let named: Vec<_> = named.collect();
    let key = if measure.cumulative {
        "series-counted-by-itself"
    } else {
        "series-counted-cumulative"
    };
    let places = [
        ("count", named.len().into()),
        ("reports", here.lexicon.list(&named).into()),
    ];
    (!named.is_empty()).then(|| here.phrase(key, &places))
}

/// The string for a kind and length of period.
pub(super) fn kind_of(period: Period) -> &'static str {
    match (period.part(), period.kind()) {
        (Some(PeriodPart::Quarter(_)), _) => "period-kind-quarter",
        (Some(PeriodPart::Half(_)), _) => "period-kind-half",
        (Some(PeriodPart::Month(_)), _) => "period-kind-month",
        (None, _) if period.years() > 1 => "period-kind-span",
        (None, PeriodKind::Financial) => "period-kind-financial",
        (None, PeriodKind::Academic) => "period-kind-academic",
        (None, PeriodKind::Calendar) => "period-kind-calendar",
    }
}

/// The place of a measure in an edition.
pub(super) fn place((report, objective, measure): Spot) -> MeasureAt {
    MeasureAt {
        report,
        objective,
        measure,
    }
}

/// One period, before it is known whether a break begins with it; `latest` is the measure in the latest
/// edition.
fn point_view(
    here: &Here<'_>,
    latest: (&Measure, &MeasureFacts),
    point: &SeriesPoint,
) -> PointView {
    let context = here.context;
    let by = context.measure(place(point.at));
    let published = Some(by).filter(|_| point.report().is_some());
    // A restated figure stands in an edition that is about a later period.
    let own = published.filter(|(_, facts)| facts.period == point.period);
    let row = published.unwrap_or(latest);
    let show = |found: Option<&Figure>| {
        let decimals = shown_decimals(row.0, row.1, found);
        figure(here, found, decimals, &point.unit)
    };
    let mut actual = show(point.actual.as_ref());
    if !latest.0.unit.same(&point.unit) && actual.note.is_none() {
        actual.note = Some(in_other_unit(here, &point.unit));
    }
    PointView {
        period: here.period(point.period),
        actual,
        target: show(point.target.as_ref()),
        intervention: show(point.intervention.as_ref()),
        direction: own.map(|(measure, facts)| direction(here, measure, facts)),
        ratings: own.map_or_else(Vec::new, |(measure, facts)| ratings(here, measure, facts)),
        report: point.report().map(|at| report_link(here, at)),
        provenance: provenance(here, point),
        notes: notes(here, point, row),
        comparators: own.map_or_else(Vec::new, |(measure, facts)| {
            comparators(here, measure, facts)
        }),
        rank: own.and_then(|(measure, _)| rank(here, measure)),
        series_break: None,
    }
}

/// That a figure is in another unit than those beside it, and in which.
pub(super) fn in_other_unit(here: &Here<'_>, unit: &Unit) -> HtmlView {
    let name = here.lexicon.unit_name(unit, here.context.model.languages());
    let places = [("unit", name.into_owned().into())];
    worded(&here.phrase("series-other-unit", &places))
}

fn notes(
    here: &Here<'_>,
    point: &SeriesPoint,
    (measure, facts): (&Measure, &MeasureFacts),
) -> Vec<HtmlView> {
    let restated = point.restated.as_ref().map(|restated| {
        let now = point.actual.as_ref();
        restated_sentence(here, restated, (point.period, now), measure, facts)
    });
    let replaced = point.replaced.as_ref().and_then(|id| {
        let (measure, _) = here.context.measure(here.context.latest_place(id)?);
        let title = here.plain_text(&measure.title).marked();
        Some(worded(
            &here.phrase("published-as", &[("title", title.into())]),
        ))
    });
    let other = point.in_other_unit.as_ref().map(|other| {
        let languages = here.context.model.languages();
        let decimals = other.figure.decimals();
        let published = here
            .lexicon
            .figure(Some(&other.figure), decimals, &other.unit, languages);
        let places = [
            ("published", published.unwrap_or_default().into()),
            ("report", EDITION.into()),
        ];
        let sentence = here.phrase("published-in-other-unit", &places);
        filled(&sentence, [(EDITION, edition(here, other.report))])
    });
    restated.into_iter().chain(replaced).chain(other).collect()
}

/// What was published first for a period for which a figure stands now, and why it was restated.
pub(super) fn restated_sentence(
    here: &Here<'_>,
    restated: &Restated,
    (period, now): (Period, Option<&Figure>),
    measure: &Measure,
    facts: &MeasureFacts,
) -> HtmlView {
    let (report, objective, at) = restated.at;
    let by = &here.context.model.reports[report].objectives[objective].measures[at];
    let languages = here.context.model.languages();
    let decimals = shown_decimals(measure, facts, Some(&restated.published));
    let published = here.lexicon.figure(
        Some(&restated.published),
        match (restated.published.value, now.and_then(|now| now.value)) {
            (Some(published), Some(now)) => apart(published, now, decimals),
            _ => decimals,
        },
        &measure.unit,
        languages,
    );
    let published = published.unwrap_or_default().into();
    let mut places = vec![
        ("published", published),
        ("period", here.lexicon.period(period).into()),
    ];
    let first = if restated.by.is_some() {
        places.push(("report", EDITION.into()));
        here.phrase("first-published-in", &places)
    } else {
        here.phrase("first-published", &places)
    };
    let sentence = match &by.restated {
        Some(_) => {
            let places = [("first", first.into()), ("reason", REASON.into())];
            here.phrase("restated-sentence", &places)
        }
        None => here.phrase("restated-without-reason", &[("first", first.into())]),
    };
    let reason = by.restated.as_ref().map(|reason| &reason.value);
    let reason = reason.map(|reason| (REASON, here.clause(reason)));
    let edition = restated.by.map(|by| (EDITION, edition(here, by)));
    filled(&capitalised(&sentence), edition.into_iter().chain(reason))
}

/// The link to an edition, by its title.
fn edition(here: &Here<'_>, report: usize) -> String {
    let title = &here.context.model.reports[report].title;
    let link = here.link(&Place::Report(report), title);
    let title = here.plain_text(title).html();
    format!("<a href=\"{}\">{title}</a>", escaped(&link.href))
}

/// Which edition gives a figure that no edition reported as its own, and how.
fn provenance(here: &Here<'_>, point: &SeriesPoint) -> Option<LinkView> {
    let key = match point.given {
        Given::Published | Given::Restated => return None,
        Given::History => "provenance-history",
        Given::Stated => "provenance-stated",
    };
    let report = report_link(here, point.at.0);
    let places = [("report", report.text.marked().into())];
    Some(LinkView {
        text: own(here.phrase(key, &places)),
        ..report
    })
}

/// The sentence for the series break between this period and the one before it among `points`.
fn break_before(
    here: &Here<'_>,
    series: &Series,
    points: &[SeriesPoint],
    period: Period,
) -> Option<HtmlView> {
    let periods = points.iter().map(|point| point.period);
    let alike = periods.filter(|other| other.in_series_with(period));
    let before = alike.filter(|other| *other < period).max()?;
    let found = series.break_between(before, period)?;
    Some(break_sentence(here, found))
}
