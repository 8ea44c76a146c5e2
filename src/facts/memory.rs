//! What followed from a model, kept for the next one of the same site.
//!
//! Each piece is kept with all that it was made from and serves again only where all of that is
//! the same; otherwise it is made as if nothing had been kept. Which facts depend on which files is
//! never asked.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    facts::{
        Contradicted, ObjectiveFacts, Spot,
        line::{Line, Row},
        lineage::Series,
    },
    model::{Date, Id, Model, Objective, Period, RagSettings},
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
