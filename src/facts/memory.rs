//! What followed from a model, kept for the next one of the same site.
//!
//! Each piece is kept with all that it was made from and serves again only where all of that is
//! the same; otherwise it is made as if nothing had been kept. Which facts depend on which files is
//! never asked.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    facts::{
        Contradicted, ObjectiveFacts, Spot,
        line::{Line, Row},
        lineage::Series,
    },
    model::{Date, Id, Measure, Model, Objective, Period, RagSettings},
};

/// What followed from a model, for [`facts_again`](crate::facts::facts_again).
#[derive(Debug, Default)]
pub struct Memory {
    ground: Option<Ground>,
    /// By the indices of report and objective.
    objectives: BTreeMap<(usize, usize), (Arc<Objective>, Worked)>,
    /// By the id of the measure, in the order of ids.
    pub(super) series: Vec<(Id, Arc<Kept>)>,
}

/// What follows for one objective.
#[derive(Clone, Debug)]
pub(super) struct Worked {
    /// Its facts.
    pub facts: Arc<ObjectiveFacts>,
    /// The earlier figures it states that differ from what was published.
    pub contradicted: Vec<Contradicted>,
}

/// What the facts of every measure rest on besides the measures of its id.
#[derive(Debug, PartialEq, Eq)]
struct Ground {
    rag: RagSettings,
    reports: Vec<(Period, Date)>,
    ranks: Vec<usize>,
}

/// A series with the line that it was made from.
#[derive(Debug)]
pub(super) struct Kept {
    rows: Vec<KeptRow>,
    /// The series, which names the measures before and after it in the line.
    pub series: Arc<Series>,
}

#[derive(Debug)]
struct KeptRow {
    at: Spot,
    rank: usize,
    known: usize,
    period: Period,
    objective: Arc<Objective>,
}

impl Kept {
    /// The series of a line.
    pub fn new(line: &Line<'_>, series: Series) -> Self {
        let row = |row: &Row<'_>| KeptRow {
            at: row.at,
            rank: row.rank,
            known: row.known,
            period: row.period,
            objective: Arc::clone(row.objective),
        };
        Self {
            rows: line.rows.iter().map(row).collect(),
            series: Arc::new(series),
        }
    }

    /// Whether it was made from this line as it is, of a measure that `replaced_by` goes on from.
    pub fn is_of(&self, line: &Line<'_>, replaced_by: &[&Id]) -> bool {
        let same = |(own, row): (&KeptRow, &Row<'_>)| {
            own.at == row.at
                && own.rank == row.rank
                && own.known == row.known
                && own.period == row.period
                && Arc::ptr_eq(&own.objective, row.objective)
        };
        self.rows.len() == line.rows.len()
            && self.rows.iter().zip(&line.rows).all(same)
            && self
                .series
                .replaces
                .iter()
                .eq(line.replaces.iter().copied())
            && self
                .series
                .replaced_by
                .iter()
                .eq(replaced_by.iter().copied())
    }
}

impl Memory {
    /// Forgets the facts of objectives, unless they rest on this ground.
    pub(super) fn stand_on(&mut self, model: &Model, ranks: &[usize]) {
        let reports = model.reports.iter();
        let ground = Ground {
            rag: model.settings.rag.clone(),
            reports: reports
                .map(|report| (report.period.value, report.reference_date()))
                .collect(),
            ranks: ranks.to_vec(),
        };
        if self.ground.as_ref() != Some(&ground) {
            self.objectives.clear();
            self.ground = Some(ground);
        }
    }

    /// The objectives of `model`, by the indices of report and objective, that are others than those
    /// kept; none where that does not tell it all: where a measure came, went, has another place, or
    /// goes on from another.
    pub(super) fn changed(&self, model: &Model) -> Option<BTreeSet<(usize, usize)>> {
        let mut changed = BTreeSet::new();
        let mut count = 0;
        for (at, report) in model.reports.iter().enumerate() {
            for (place, objective) in report.objectives.iter().enumerate() {
                count += 1;
                let (own, _) = self.objectives.get(&(at, place))?;
                if !Arc::ptr_eq(own, objective) {
                    if !has_lines_of(own, objective) {
                        return None;
                    }
                    changed.insert((at, place));
                }
            }
        }
        // Where none are kept, nothing is known of the ground that they stood on.
        (count > 0 && count == self.objectives.len()).then_some(changed)
    }

    /// The measures whose lines are to be known where these objectives changed: theirs, those that
    /// share a line with one of them, and all that stand beside such a one, with their own lines.
    pub(super) fn touched_by(
        &self,
        model: &Model,
        changed: &BTreeSet<(usize, usize)>,
    ) -> BTreeSet<Id> {
        let ids = |(at, place): &(usize, usize)| {
            let measures = model.reports[*at].objectives[*place].measures.iter();
            measures.map(|measure| measure.id.value.clone())
        };
        let touched = self.lines_of(changed.iter().flat_map(ids).collect());
        let series = touched.iter().filter_map(|id| self.known(id));
        let places = series.flat_map(|series| &series.places);
        let beside: BTreeSet<_> = places.map(|(at, place, _)| (*at, *place)).collect();
        self.lines_of(beside.union(changed).flat_map(ids).collect())
    }

    /// These measures and all that share a line with one of them.
    fn lines_of(&self, ids: BTreeSet<Id>) -> BTreeSet<Id> {
        let mut open: Vec<_> = ids.iter().cloned().collect();
        let mut all = ids;
        while let Some(id) = open.pop() {
            let Some(series) = self.known(&id) else {
                continue;
            };
            for other in series.replaces.iter().chain(&series.replaced_by) {
                if all.insert(other.clone()) {
                    open.push(other.clone());
                }
            }
        }
        all
    }

    fn known(&self, id: &Id) -> Option<&Series> {
        let at = self.series.binary_search_by(|(own, _)| own.cmp(id)).ok()?;
        Some(&self.series[at].1.series)
    }

    /// Keeps these series, which come in the order of ids: and no others where they are all.
    pub(super) fn keep_series(
        &mut self,
        series: impl Iterator<Item = (Id, Arc<Kept>)>,
        are_all: bool,
    ) {
        if are_all {
            self.series = series.collect();
            return;
        }
        for (id, kept) in series {
            match self.series.binary_search_by(|(own, _)| own.cmp(&id)) {
                Ok(at) => self.series[at].1 = kept,
                Err(at) => self.series.insert(at, (id, kept)),
            }
        }
    }

    /// The series of a measure, whatever it was made from. `place` is where it stands among those
    /// kept if no measure has come or gone.
    pub(super) fn series_of(&self, place: usize, id: &Id) -> Option<&Arc<Kept>> {
        let likely = self.series.get(place).filter(|(own, _)| own == id);
        let found = likely.or_else(|| {
            let at = self.series.binary_search_by(|(own, _)| own.cmp(id)).ok()?;
            self.series.get(at)
        });
        found.map(|(_, kept)| kept)
    }

    /// What follows for the objective at a place, where that is `objective`. It holds only where
    /// the lines of all its measures do.
    pub(super) fn objective(
        &self,
        at: (usize, usize),
        objective: &Arc<Objective>,
    ) -> Option<Worked> {
        let (own, worked) = self.objectives.get(&at)?;
        Arc::ptr_eq(own, objective).then(|| worked.clone())
    }

    /// Keeps what follows for these objectives, and for no others.
    pub(super) fn keep(
        &mut self,
        objectives: impl Iterator<Item = ((usize, usize), (Arc<Objective>, Worked))>,
    ) {
        self.objectives = objectives.collect();
    }
}

/// Whether two objectives have the same measures in the same places, each going on from the same.
fn has_lines_of(one: &Objective, other: &Objective) -> bool {
    let same = |(one, other): (&Measure, &Measure)| {
        let replaced = |measure: &Measure| -> Vec<Id> {
            let replaces = measure.replaces.iter();
            replaces.map(|replaced| replaced.value.clone()).collect()
        };
        one.id.value == other.id.value && replaced(one) == replaced(other)
    };
    one.measures.len() == other.measures.len() && one.measures.iter().zip(&other.measures).all(same)
}
