//! The same measure across editions: where a previous figure comes from, and the whole series.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    facts::{
        Contradicted, Editions, NoComparison, Stated,
        line::{Line, Row, breaks_of, known_by, line},
        measure::{breaks_between, period_of},
        memory::{Kept, Memory},
        points::{otherwise, points},
        told::{Told, best, given, overruled, replaced, told},
    },
    model::{Decimal, Figure, Id, Measure, Model, Period, Report, SeriesBreak, Unit},
};

/// Where a measure stands in an edition: indices of report, objective and measure.
pub type Spot = (usize, usize, usize);

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
    /// What was published for the period first, where the organisation has restated it since.
    pub restated: Option<Restated>,
    /// Its unit, where that is another than the measure has now: the two do not compare.
    pub other_unit: Option<Unit>,
}

/// A published figure that a later edition puts another one in the place of, with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restated {
    /// The figure as first published.
    pub published: Figure,
    /// The edition that published it: its index among the model's reports; `None` for history.
    pub by: Option<usize>,
    /// Where the measure that restates it stands, with its reason.
    pub at: Spot,
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
    /// Where the measure stands that gives it.
    pub at: Spot,
    /// As what that gives it.
    pub given: Given,
    /// What was published for the period first, where the actual was restated since.
    pub restated: Option<Restated>,
    /// What its figures count, which may be another unit than the measure has now.
    pub unit: Unit,
    /// What an edition published for the period in another unit, where a figure stands for it now in the
    /// measure's own.
    pub in_other_unit: Option<InOtherUnit>,
    /// The id it was published under, where that is one that the measure has replaced.
    pub replaced: Option<Id>,
}

/// A figure in another unit than its measure has now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InOtherUnit {
    /// The figure.
    pub figure: Figure,
    /// Its unit.
    pub unit: Unit,
    /// The index of the report that published it.
    pub report: usize,
}

/// As what a measure gives the figures of a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Given {
    /// As its result.
    Published,
    /// As the `previous` that it restates.
    Restated,
    /// Under `history:`.
    History,
    /// Under `previous:`.
    Stated,
}

impl SeriesPoint {
    /// The edition that published it: its index among the model's reports; `None` for history.
    pub fn report(&self) -> Option<usize> {
        matches!(self.given, Given::Published | Given::Restated).then_some(self.at.0)
    }
}

/// The whole series of a measure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Series {
    /// Oldest first, one for each period: those that count as the latest edition counts.
    pub points: Vec<SeriesPoint>,
    /// The same of the figures that count the other way, from the start of the year or not: they
    /// compare with none of the series.
    pub otherwise: Vec<SeriesPoint>,
    /// Where the measure stands in each edition that has it, earliest edition first.
    pub places: Vec<Spot>,
    /// The same, with where the measures that it goes on from stand in the editions before.
    pub line: Vec<Spot>,
    /// The measures it goes on from, nearest first.
    pub replaces: Vec<Id>,
    /// The measures that go on from it.
    pub replaced_by: Vec<Id>,
    /// The series breaks that any edition declares for it, or marks with `[b]`.
    pub breaks: Vec<SeriesBreak>,
}

impl Series {
    /// The series break that figures for the two periods stand on either side of, by the rule of the
    /// direction of travel: one that is given a reason before others, the latest edition's first.
    pub fn break_between(&self, earlier: Period, later: Period) -> Option<&SeriesBreak> {
        let between = breaks_between(&self.breaks, earlier, later);
        between.rev().max_by_key(|found| found.reason.is_some())
    }
}

/// Every measure of the site by its id, with what each edition says of it.
pub struct Lineage<'m> {
    lines: BTreeMap<&'m Id, Line<'m>>,
    /// The place of each of the model's reports among the editions.
    ranks: Vec<usize>,
    /// Whether all measures are in it.
    is_whole: bool,
}

/// The place of each of the model's reports among the editions.
pub(super) fn ranks(model: &Model, editions: &Editions) -> Vec<usize> {
    let mut ranks = vec![0; model.reports.len()];
    for (rank, report) in editions.earliest_first().enumerate() {
        ranks[report] = rank;
    }
    ranks
}

impl<'m> Lineage<'m> {
    /// Gathers the measures of all editions: all of them, or those that are `wanted` alone, with which
    /// every measure is that one of them goes on from.
    pub fn of(
        model: &'m Model,
        editions: &Editions,
        ranks: Vec<usize>,
        wanted: Option<&BTreeSet<Id>>,
    ) -> Self {
        let mut own: BTreeMap<&Id, Vec<Row<'m>>> = BTreeMap::new();
        for (rank, report) in editions.earliest_first().enumerate() {
            let found = &model.reports[report];
            for (objective, group) in found.objectives.iter().enumerate() {
                for (place, measure) in group.measures.iter().enumerate() {
                    if wanted.is_some_and(|wanted| !wanted.contains(&measure.id.value)) {
                        continue;
                    }
                    let row = Row::new(model, (report, objective, place), rank);
                    own.entry(&measure.id.value).or_default().push(row);
                }
            }
        }
        let ids: Vec<_> = own.keys().copied().collect();
        let lines = ids.into_par_iter().map(|id| (id, line(id, &own)));
        let lines: Vec<_> = lines.collect();
        let lines = lines.into_iter().collect();
        Self {
            lines,
            ranks,
            is_whole: wanted.is_none(),
        }
    }

    /// The figure one comparable period before the one that `measure`, which stands at `at`, covers
    /// in `report`: as this edition restates it, else from the latest edition before, else from
    /// history, else as stated. One with a number goes before all that have none.
    pub fn previous(&self, report: &Report, at: Spot, measure: &'m Measure) -> Option<Previous> {
        let wanted = period_of(measure, report.period.value).previous();
        let own = self.row(at, measure)?;
        let stated = Told {
            figure: measure.previous.as_ref(),
            source: PreviousSource::Stated,
            restated: own.restated.clone(),
        };
        let given = if stated.restated.is_some() {
            stated
        } else {
            let published = given(&self.before(at, measure), &own, wanted);
            best(published.chain([stated]), |given| given.figure)?
        };
        let Some(figure) = given.figure else {
            return self.in_other_unit(at, measure, wanted);
        };
        Some(Previous {
            figure: figure.clone(),
            period: wanted,
            source: given.source,
            restated: given.restated,
            other_unit: None,
        })
    }

    /// What the editions before that of `at` published for a period in another unit: it does not
    /// compare, but readers have seen it.
    fn in_other_unit(&self, at: Spot, measure: &Measure, wanted: Period) -> Option<Previous> {
        let before = self.before(at, measure);
        let row = before.iter().rev().find(|row| {
            let other = !row.measure.unit.same(&measure.unit);
            other && row.period == wanted && row.measure.actual.is_some()
        })?;
        Some(Previous {
            figure: row.measure.actual.clone()?,
            period: wanted,
            source: PreviousSource::Edition(row.at.0),
            restated: None,
            other_unit: Some(row.measure.unit.clone()),
        })
    }

    /// What was published first for the period of `measure`, which stands at `at`, in the place of its
    /// `actual`: by an edition before of the same period, or of a later one that spoke of it.
    pub fn actual_restated(&self, at: Spot, measure: &'m Measure) -> Option<Restated> {
        self.row(at, measure)?.actual_restated
    }

    /// What of the figures that the measure at `at` states is another number than readers have been
    /// given for the period: its `actual`, its `previous`, and entries of its history for which an
    /// edition before gives a figure, as its own or as an earlier one.
    pub fn contradicted(&self, at: Spot, measure: &'m Measure) -> Vec<Contradicted> {
        let Some(own) = self.row(at, measure) else {
            return Vec::new();
        };
        let before = self.before(at, measure);
        let found = |told: &Told<'m>, stated| {
            Some(Contradicted {
                at,
                stated,
                published: told.figure?.clone(),
                by: told.source.edition(),
            })
        };
        let previous = overruled(&before, &own);
        let previous = previous.and_then(|(told, _)| found(&told, Stated::Previous));
        let actual = replaced(&before, &own);
        let actual = actual.and_then(|(told, _)| found(&told?, Stated::Actual));
        let entries = measure.history.iter().enumerate();
        let entries = entries.filter_map(|(place, entry)| {
            let now = entry.actual.as_ref()?.value?;
            // What it gives for its own period is its result.
            let result = measure.actual.as_ref().and_then(|actual| actual.value);
            if entry.period.value == own.period && result.is_some_and(|result| result != now) {
                return found(
                    &Told {
                        figure: measure.actual.as_ref(),
                        source: PreviousSource::Edition(at.0),
                        restated: None,
                    },
                    Stated::History(place),
                );
            }
            let told = told(&before, &own, entry.period.value);
            let value = |told: &Told<'_>| told.figure.and_then(|figure| figure.value);
            // Whoever repeats any of the figures that readers were given contradicts nobody, unless that
            // was restated since; the row itself gives them the one that it restates.
            let restates = own.restated.is_some() && own.period.previous() == entry.period.value;
            let previous = measure.previous.as_ref().filter(|_| restates);
            if previous.and_then(|previous| previous.value) == Some(now) {
                return None;
            }
            let mut numbers = told.iter().filter(|told| value(told).is_some());
            let last = numbers.next()?;
            let undone = last.restated.is_some();
            let repeated = value(last) == Some(now)
                || (!undone && numbers.any(|told| value(told) == Some(now)));
            (!repeated).then(|| found(last, Stated::History(place)))?
        });
        actual.into_iter().chain(previous).chain(entries).collect()
    }

    /// The series breaks that the edition of `at` and those before it declare for `measure`, or mark
    /// with `[b]` at a result: those of the earliest first.
    pub fn breaks(&self, at: Spot, measure: &Measure) -> Vec<SeriesBreak> {
        let rows = self.up_to(at, measure);
        rows.iter().flat_map(breaks_of).collect()
    }

    /// The figures of `measure` for the periods before `period` that compare with it in unit, kind and
    /// length, as the edition of `at` and those before it give them: oldest first, those without a
    /// number left out.
    pub fn earlier(&self, at: Spot, measure: &Measure, period: Period) -> Vec<(Period, Decimal)> {
        let points = points(&self.up_to(at, measure));
        let comparable = points
            .into_iter()
            .filter(|point| point.period < period && point.period.comparable(period))
            .filter(|point| point.unit.same(&measure.unit));
        comparable
            .filter_map(|point| Some((point.period, point.actual?.value?)))
            .collect()
    }

    /// Why nothing compares with the figure of `measure` for `period`, for which there is no previous one:
    /// by what the edition of `at` and those before it give for earlier periods.
    pub fn why_no_previous(&self, at: Spot, measure: &Measure, period: Period) -> NoComparison {
        let rows = self.up_to(at, measure);
        let has_number = |point: &SeriesPoint| {
            let actual = point.actual.as_ref();
            point.period < period && actual.is_some_and(|actual| actual.value.is_some())
        };
        let mut otherwise = otherwise(&rows).into_iter().filter(has_number).peekable();
        let wanted = period.previous();
        let has_otherwise = otherwise.peek().is_some();
        if otherwise.any(|point| point.period == wanted) {
            NoComparison::CountingChanged(wanted)
        } else if has_otherwise || points(&rows).iter().any(has_number) {
            NoComparison::NoFigureFor(wanted)
        } else {
            NoComparison::NoPrevious
        }
    }

    /// The series of every measure, which `memory` holds from now on; those of measures that are not in
    /// it are the ones there. Adds to `others` the
    /// objectives (by indices of report and objective) of which a measure had another line there.
    pub fn series(
        &self,
        memory: &mut Memory,
        others: &mut BTreeSet<(usize, usize)>,
    ) -> BTreeMap<Id, Arc<Series>> {
        let mut replaced_by: BTreeMap<&Id, Vec<&Id>> = BTreeMap::new();
        for (id, line) in &self.lines {
            for replaced in &line.direct {
                replaced_by.entry(replaced).or_default().push(id);
            }
        }
        let earlier = &*memory;
        let lines: Vec<_> = self.lines.iter().enumerate().collect();
        let made = lines.into_par_iter().map(|(place, (id, line))| {
            let by = replaced_by.get(id).map_or(&[][..], Vec::as_slice);
            let kept = earlier.series_of(place, id);
            if let Some(kept) = kept.filter(|kept| kept.is_of(line, by)) {
                return (*id, line, Arc::clone(kept), true);
            }
            let series = series(id, line, by);
            (*id, line, Arc::new(Kept::new(line, series)), false)
        });
        let made: Vec<_> = made.collect();
        let new = made.iter().filter(|(.., kept)| !kept);
        let rows = new.flat_map(|(_, line, ..)| &line.rows);
        others.extend(rows.map(|row| (row.at.0, row.at.1)));
        let made = made.into_iter();
        memory.keep_series(
            made.map(|(id, _, kept, _)| (id.clone(), kept)),
            self.is_whole,
        );
        let series = memory.series.iter();
        let series = series.map(|(id, kept)| (id.clone(), Arc::clone(&kept.series)));
        series.collect()
    }

    /// The rows of `measure` in the edition of `at` and those before it, earliest first, as that
    /// edition knew them.
    fn up_to(&self, at: Spot, measure: &Measure) -> Cow<'_, [Row<'m>]> {
        let line = self.lines.get(&measure.id.value);
        let rows = line.map_or(&[][..], |line| line.rows.as_slice());
        let last = self.ranks[at.0];
        known_by(&rows[..rows.partition_point(|row| row.rank <= last)], last)
    }

    /// Those of the editions before it alone.
    fn before(&self, at: Spot, measure: &Measure) -> Vec<Row<'m>> {
        let mut rows = self.up_to(at, measure).into_owned();
        rows.retain(|row| row.rank < self.ranks[at.0]);
        rows
    }

    fn row(&self, at: Spot, measure: &Measure) -> Option<Row<'m>> {
        let line = self.lines.get(&measure.id.value)?;
        line.rows.iter().find(|row| row.at == at).cloned()
    }
}

impl PreviousSource {
    /// The edition it was found in, where it was in one.
    pub fn edition(self) -> Option<usize> {
        match self {
            Self::Edition(report) => Some(report),
            Self::History | Self::Stated => None,
        }
    }
}

/// The series of the measure `id`, of which `line` tells and which `replaced_by` goes on from.
/// Where two editions give one period, the later one's figures stand; history fills the periods
/// that no edition gives, and a stated previous what is left. An actual with a number goes before
/// all that have none.
fn series(id: &Id, line: &Line<'_>, replaced_by: &[&Id]) -> Series {
    let own = line.rows.iter().filter(|row| row.measure.id.value == *id);
    let named = |points: Vec<SeriesPoint>| {
        let points = points.into_iter().map(|point| SeriesPoint {
            replaced: point.replaced.filter(|under| under != id),
            ..point
        });
        points.collect()
    };
    Series {
        points: named(points(&line.rows)),
        otherwise: named(otherwise(&line.rows)),
        places: own.map(|row| row.at).collect(),
        line: line.rows.iter().map(|row| row.at).collect(),
        replaces: line.replaces.iter().map(|id| (*id).clone()).collect(),
        replaced_by: replaced_by.iter().map(|id| (*id).clone()).collect(),
        // The latest edition says it last, and so best.
        breaks: line.rows.iter().rev().flat_map(breaks_of).collect(),
    }
}
