//! The same measure across editions: which edition is later, where a previous figure comes from,
//! and the whole series.

use std::collections::BTreeMap;

use crate::{
    facts::measure::period_of,
    model::{Date, Figure, Id, Measure, Model, Period, Report, Stage},
};

/// The reports in the order of publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editions {
    /// Indices into the model's reports, earliest first.
    order: Vec<usize>,
}

impl Editions {
    /// Orders the reports: by `published` (else the end of the period), then by period, stage and
    /// folder name.
    pub fn of(model: &Model) -> Self {
        let mut order: Vec<_> = (0..model.reports.len()).collect();
        order.sort_by_key(|at| key(&model.reports[*at]));
        Self { order }
    }

    /// Indices into the model's reports, earliest first.
    pub fn earliest_first(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.order.iter().copied()
    }

    /// The latest edition, where there is one.
    pub fn latest(&self) -> Option<usize> {
        self.order.last().copied()
    }

    /// The editions before `report`, latest first.
    pub fn before(&self, report: usize) -> impl Iterator<Item = usize> {
        let place = self.order.iter().position(|at| *at == report).unwrap_or(0);
        self.order[..place].iter().rev().copied()
    }
}

/// Where a previous figure was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PreviousSource {
    /// In an earlier edition: its index among the model's reports.
    Edition(usize),
    /// Under `history:`.
    History,
    /// Under `previous:`.
    Stated,
}

impl PreviousSource {
    /// The word in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Edition(_) => "edition",
            Self::History => "history",
            Self::Stated => "stated",
        }
    }
}

/// The figure one comparable period earlier.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Previous {
    /// The figure.
    pub figure: Figure,
    /// The period it covers.
    pub period: Period,
    /// Where it was found.
    pub source: PreviousSource,
}

/// One period of a series.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesPoint {
    /// The period.
    pub period: Period,
    /// The result.
    pub actual: Option<Figure>,
    /// The aim.
    pub target: Option<Figure>,
    /// The intervention level.
    pub intervention: Option<Figure>,
    /// The edition that published it: its index among the model's reports; `None` for history.
    pub report: Option<usize>,
}

/// The whole series of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// Oldest first, one for each period.
    pub points: Vec<SeriesPoint>,
    /// Where the measure stands in each edition that has it, earliest edition first: indices of
    /// report, objective and measure.
    pub places: Vec<(usize, usize, usize)>,
}

/// The figure of `measure` one comparable period before the one it covers in report `at`: from the
/// latest edition before that one, else from its history, else as stated.
pub fn previous(
    model: &Model,
    editions: &Editions,
    at: usize,
    measure: &Measure,
) -> Option<Previous> {
    let wanted = period_of(measure, model.reports[at].period.value).previous();
    let published = editions.before(at).find_map(|earlier| {
        let report = &model.reports[earlier];
        let (_, _, found) = places(report)
            .find(|(_, _, other)| other.id.value == measure.id.value)
            .filter(|(_, _, other)| period_of(other, report.period.value) == wanted)?;
        Some((found.actual.clone()?, PreviousSource::Edition(earlier)))
    });
    let history = || {
        let entry = measure
            .history
            .iter()
            .find(|entry| entry.period.value == wanted)?;
        Some((entry.actual.clone()?, PreviousSource::History))
    };
    let stated = || Some((measure.previous.clone()?, PreviousSource::Stated));
    let (figure, source) = published.or_else(history).or_else(stated)?;
    Some(Previous {
        figure,
        period: wanted,
        source,
    })
}

/// The series of every measure. Where two editions give one period, the later one's figures
/// stand; history fills the periods that no edition gives, and a stated previous what is left.
pub fn series(model: &Model, editions: &Editions) -> BTreeMap<Id, Series> {
    // Every edition speaks before any history does, and every history before a stated previous.
    let points = [published_points, history_points, stated_points]
        .into_iter()
        .flat_map(|points| {
            let latest_first = editions.earliest_first().rev();
            latest_first.flat_map(move |at| {
                let measures = places(&model.reports[at]);
                measures.flat_map(move |(_, _, measure)| {
                    let found = points(at, &model.reports[at], measure);
                    found
                        .into_iter()
                        .map(|point| (measure.id.value.clone(), point))
                })
            })
        });
    let mut by_period: BTreeMap<Id, BTreeMap<Period, SeriesPoint>> = BTreeMap::new();
    for (id, point) in points {
        let series = by_period.entry(id).or_default();
        series.entry(point.period).or_insert(point);
    }
    let mut series: BTreeMap<Id, Series> = by_period
        .into_iter()
        .map(|(id, points)| {
            let points = points.into_values().collect();
            let places = Vec::new();
            (id, Series { points, places })
        })
        .collect();
    for at in editions.earliest_first() {
        for (objective, place, measure) in places(&model.reports[at]) {
            let series = series.entry(measure.id.value.clone()).or_default();
            series.places.push((at, objective, place));
        }
    }
    series
}

fn published_points(at: usize, report: &Report, measure: &Measure) -> Vec<SeriesPoint> {
    vec![SeriesPoint {
        period: period_of(measure, report.period.value),
        actual: measure.actual.clone(),
        target: measure.target.clone(),
        intervention: measure.intervention.clone(),
        report: Some(at),
    }]
}

fn history_points(_: usize, _: &Report, measure: &Measure) -> Vec<SeriesPoint> {
    let points = measure.history.iter().map(|entry| SeriesPoint {
        period: entry.period.value,
        actual: entry.actual.clone(),
        target: entry.target.clone(),
        intervention: entry.intervention.clone(),
        report: None,
    });
    points.collect()
}

fn stated_points(_: usize, report: &Report, measure: &Measure) -> Vec<SeriesPoint> {
    let point = measure.previous.as_ref().map(|figure| SeriesPoint {
        period: period_of(measure, report.period.value).previous(),
        actual: Some(figure.clone()),
        target: None,
        intervention: None,
        report: None,
    });
    point.into_iter().collect()
}

/// The measures of a report with their places: index of the objective, index of the measure.
fn places(report: &Report) -> impl Iterator<Item = (usize, usize, &Measure)> {
    let objectives = report.objectives.iter().enumerate();
    objectives.flat_map(|(objective, found)| {
        let measures = found.measures.iter().enumerate();
        measures.map(move |(place, measure)| (objective, place, measure))
    })
}

fn key(report: &Report) -> (Date, Period, u8, &Id) {
    let period = report.period.value;
    let published = report
        .published
        .as_ref()
        .map_or(period.end(), |date| date.value);
    let stage = match report.stage.value {
        Stage::Plan => 0,
        Stage::Quarter => 1,
        Stage::SixMonth => 2,
        Stage::Annual => 3,
    };
    (published, period, stage, &report.id)
}
