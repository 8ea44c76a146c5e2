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

/// Every measure of the site by its id, with what each edition says of it.
pub struct Lineage<'m> {
    /// Earliest edition first.
    rows: BTreeMap<&'m Id, Vec<Row<'m>>>,
    /// The place of each of the model's reports among the editions.
    ranks: Vec<usize>,
}

/// A measure in one edition.
struct Row<'m> {
    /// Indices of report, objective and measure.
    at: (usize, usize, usize),
    /// The period its figures cover.
    period: Period,
    measure: &'m Measure,
}

impl<'m> Lineage<'m> {
    /// Gathers the measures of all editions.
    pub fn of(model: &'m Model, editions: &Editions) -> Self {
        let mut rows: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut ranks = vec![0; model.reports.len()];
        for (rank, report) in editions.earliest_first().enumerate() {
            ranks[report] = rank;
            let found = &model.reports[report];
            for (objective, group) in found.objectives.iter().enumerate() {
                for (place, measure) in group.measures.iter().enumerate() {
                    rows.entry(&measure.id.value).or_default().push(Row {
                        at: (report, objective, place),
                        period: period_of(measure, found.period.value),
                        measure,
                    });
                }
            }
        }
        Self { rows, ranks }
    }

    /// The figure of `measure` one comparable period before the one it covers in `report`: from
    /// the latest edition before that one, else from its history, else as stated. One with a
    /// number goes before all that have none.
    pub fn previous(&self, report: &Report, at: usize, measure: &Measure) -> Option<Previous> {
        let wanted = period_of(measure, report.period.value).previous();
        let published = self.up_to(at, measure).rev();
        let published = published
            .filter(|row| self.ranks[row.at.0] < self.ranks[at] && row.period == wanted)
            .map(|row| (&row.measure.actual, PreviousSource::Edition(row.at.0)));
        let history = measure.history.iter();
        let history = history
            .filter(|entry| entry.period.value == wanted)
            .map(|entry| (&entry.actual, PreviousSource::History));
        let stated = (&measure.previous, PreviousSource::Stated);
        let all = published.chain(history).chain([stated]);
        let (figure, source) = best(all, |(figure, _)| figure.as_ref())?;
        Some(Previous {
            figure: figure.clone()?,
            period: wanted,
            source,
        })
    }

    /// The first periods after the series breaks that the edition `at` and those before it
    /// declare for `measure`.
    pub fn breaks(&self, at: usize, measure: &Measure) -> Vec<Period> {
        let declared = self
            .up_to(at, measure)
            .filter_map(|row| row.measure.series_break.as_ref());
        declared.map(|declared| declared.from.value).collect()
    }

    /// The series of every measure. Where two editions give one period, the later one's figures
    /// stand; history fills the periods that no edition gives, and a stated previous what is left.
    /// An actual with a number goes before all that have none.
    pub fn series(&self) -> BTreeMap<Id, Series> {
        let series = self.rows.iter().map(|(id, rows)| {
            let mut by_period: BTreeMap<Period, Vec<SeriesPoint>> = BTreeMap::new();
            // Every edition speaks before any history does, and every history before a stated
            // previous.
            for points in [published_points, history_points, stated_points] {
                for point in rows.iter().rev().flat_map(points) {
                    by_period.entry(point.period).or_default().push(point);
                }
            }
            let points = by_period.into_values().filter_map(merged).collect();
            let places = rows.iter().map(|row| row.at).collect();
            ((*id).clone(), Series { points, places })
        });
        series.collect()
    }

    /// The rows of `measure` in the edition `at` and those before it, earliest first.
    fn up_to(&self, at: usize, measure: &Measure) -> impl DoubleEndedIterator<Item = &Row<'m>> {
        let rows = self
            .rows
            .get(&measure.id.value)
            .map_or(&[][..], Vec::as_slice);
        let last = self.ranks[at];
        rows.iter().filter(move |row| self.ranks[row.at.0] <= last)
    }
}

/// The best of several that give a figure for one period: the first with a number; else the first
/// with symbols in its place; else the first, which is blank.
fn best<T>(
    candidates: impl IntoIterator<Item = T>,
    figure: impl Fn(&T) -> Option<&Figure>,
) -> Option<T> {
    // Of several with the same key, the first stands.
    candidates.into_iter().min_by_key(|candidate| {
        figure(candidate).map_or(2, |figure| i32::from(figure.value.is_none()))
    })
}

/// What stands for a period for which `points` were found, those that go first at the front. A
/// result from outside the editions keeps the aim that one of them set for it.
fn merged(points: Vec<SeriesPoint>) -> Option<SeriesPoint> {
    let set = |figure: fn(&SeriesPoint) -> &Option<Figure>| {
        points.iter().find_map(|point| figure(point).clone())
    };
    let target = set(|point| &point.target);
    let intervention = set(|point| &point.intervention);
    let found = best(points, |point| point.actual.as_ref())?;
    Some(if found.report.is_none() {
        SeriesPoint {
            target: found.target.or(target),
            intervention: found.intervention.or(intervention),
            ..found
        }
    } else {
        found
    })
}

fn published_points(row: &Row<'_>) -> Vec<SeriesPoint> {
    vec![SeriesPoint {
        period: row.period,
        actual: row.measure.actual.clone(),
        target: row.measure.target.clone(),
        intervention: row.measure.intervention.clone(),
        report: Some(row.at.0),
    }]
}

fn history_points(row: &Row<'_>) -> Vec<SeriesPoint> {
    let points = row.measure.history.iter().map(|entry| SeriesPoint {
        period: entry.period.value,
        actual: entry.actual.clone(),
        target: entry.target.clone(),
        intervention: entry.intervention.clone(),
        report: None,
    });
    points.collect()
}

fn stated_points(row: &Row<'_>) -> Vec<SeriesPoint> {
    let point = row.measure.previous.as_ref().map(|figure| SeriesPoint {
        period: row.period.previous(),
        actual: Some(figure.clone()),
        target: None,
        intervention: None,
        report: None,
    });
    point.into_iter().collect()
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
