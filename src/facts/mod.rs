//! Floor 4, lower half: what follows from the model.
//!
//! Total, pure functions: ratings, direction of travel, where a previous figure comes from, the
//! series across editions, counts. No words: those are `wording`'s, on the upper half.

mod action;
mod aim;
mod counts;
mod direction;
mod editions;
mod exceptions;
mod known;
mod line;
mod lineage;
mod measure;
mod memory;
mod points;
mod rating;
mod since;
mod told;
mod trend;

pub use action::{ActionCounts, is_overdue};
pub use aim::Aim;
pub use counts::{DirectionCounts, RatingCounts};
pub use direction::{Direction, Movement, NoComparison};
pub use editions::Editions;
pub use exceptions::{Exceptions, is_explained, is_red, is_unsuccessful};
pub use lineage::{
    Given, InOtherUnit, Previous, PreviousSource, Restated, Series, SeriesPoint, Spot,
};
pub use measure::{Basis, MeasureFacts, Shown, measure_facts, polarity_of};
pub use memory::Memory;
pub use rating::{Judged, Rating, Reason, Standing, rate, wrong_side};
pub use since::{MeasureChange, ObjectiveChange, Since};
pub use trend::{Baseline, Extreme, LEAST_FOR_A_TREND, LongTrend, Trend};

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    facts::{lineage::Lineage, measure::Before, memory::Worked},
    model::{Figure, Id, Model, Objective, Period, Report},
};

/// Everything that follows from a model, in the model's own order.
#[derive(Clone, Debug)]
pub struct Facts {
    /// One for each of the model's reports.
    pub reports: Vec<ReportFacts>,
    /// The reports from the earliest to the latest.
    pub editions: Editions,
    /// The series of every measure of the site, by its id.
    pub series: BTreeMap<Id, Arc<Series>>,
    /// The stated figures that differ from what was published for their periods, restated or not: in
    /// the order of the model.
    pub contradicted: Vec<Contradicted>,
}

/// A stated figure that is another than was published for its period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Contradicted {
    /// The measure that states it.
    pub at: Spot,
    /// Which of its figures it is.
    pub stated: Stated,
    /// The figure as published.
    pub published: Figure,
    /// The edition that published it: its index among the model's reports; `None` for history.
    pub by: Option<usize>,
}

/// Which figure of a measure is another than was published.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stated {
    /// Its `actual`.
    Actual,
    /// Its `previous`.
    Previous,
    /// The entry at this place of its `history`.
    History(usize),
}

/// What follows for one report.
#[derive(Clone, Debug)]
pub struct ReportFacts {
    /// One for each of its objectives.
    pub objectives: Vec<Arc<ObjectiveFacts>>,
    /// The shown ratings of all its measures.
    pub ratings: RatingCounts,
    /// The directions of travel of all its measures.
    pub directions: DirectionCounts,
    /// The judgements and progress of all its actions.
    pub actions: ActionCounts,
}

/// What follows for one objective of one report.
#[derive(Clone, Debug)]
pub struct ObjectiveFacts {
    /// One for each of its measures.
    pub measures: Vec<MeasureFacts>,
    /// Their shown ratings.
    pub ratings: RatingCounts,
    /// Their directions of travel.
    pub directions: DirectionCounts,
    /// The judgements and progress of its actions.
    pub actions: ActionCounts,
}

/// Works out everything that follows from `model`.
pub fn facts(model: &Model) -> Facts {
    facts_again(model, &mut Memory::default())
}

/// The same, with what followed from the site's last model at hand: the result is as if it had not
/// been, and comes sooner.
pub fn facts_again(model: &Model, memory: &mut Memory) -> Facts {
    let editions = Editions::of(model);
    let ranks = lineage::ranks(model, &editions);
    memory.stand_on(model, &ranks);
    // Where no measure came or went, the lines of most are known.
    let wanted = memory.changed(model);
    let wanted = wanted.map(|changed| memory.touched_by(model, &changed));
    let lineage = Lineage::of(model, &editions, ranks, wanted.as_ref());
    let mut others = BTreeSet::new();
    let series = lineage.series(memory, &mut others);
    let kept = &*memory;
    let numbered = model.reports.iter().enumerate();
    let worked: Vec<Vec<_>> = numbered
        .map(|(at, report)| {
            let objectives = report.objectives.par_iter().enumerate();
            let worked = objectives.map(|(place, objective)| {
                let kept = kept.objective((at, place), objective);
                let kept = kept.filter(|_| !others.contains(&(at, place)));
                kept.unwrap_or_else(|| work_out(model, &lineage, (at, place), report, objective))
            });
            worked.collect()
        })
        .collect();
    let contradicted = worked.iter().flatten();
    let contradicted = contradicted.flat_map(|worked| &worked.contradicted);
    let contradicted = contradicted.cloned().collect();
    let reports = worked.iter().map(|worked| {
        let facts = worked.iter().map(|worked| Arc::clone(&worked.facts));
        report_facts(facts.collect())
    });
    let reports = reports.collect();
    let numbered = model.reports.iter().zip(worked).enumerate();
    memory.keep(numbered.flat_map(|(at, (report, worked))| {
        let both = report.objectives.iter().zip(worked).enumerate();
        both.map(move |(place, (objective, worked))| ((at, place), (Arc::clone(objective), worked)))
    }));
    Facts {
        reports,
        editions,
        series,
        contradicted,
    }
}

/// What follows for the objective at `(at, place)`.
fn work_out<'m>(
    model: &'m Model,
    lineage: &Lineage<'m>,
    (at, place): (usize, usize),
    report: &Report,
    objective: &'m Objective,
) -> Worked {
    let spots = |row: usize| (at, place, row);
    let measures = objective.measures.iter().enumerate();
    let measures = measures.map(|(row, measure)| {
        let spot = spots(row);
        let period = report.period.value;
        let covered = measure::period_of(measure, period);
        let previous = lineage.previous(report, spot, measure);
        let before = Before {
            // Asked only where it matters.
            why_none: previous
                .is_none()
                .then(|| lineage.why_no_previous(spot, measure, covered)),
            previous,
            actual_restated: lineage.actual_restated(spot, measure),
            breaks: lineage.breaks(spot, measure),
            earlier: lineage.earlier(spot, measure, covered),
        };
        measure_facts(measure, period, before, &model.settings.rag)
    });
    let measures: Vec<_> = measures.collect();
    let stated = objective.measures.iter().enumerate();
    let contradicted = stated.flat_map(|(row, measure)| lineage.contradicted(spots(row), measure));
    Worked {
        contradicted: contradicted.collect(),
        facts: Arc::new(ObjectiveFacts {
            ratings: RatingCounts::of(&measures),
            directions: DirectionCounts::of(&measures),
            actions: ActionCounts::of(&objective.actions, report.reference_date()),
            measures,
        }),
    }
}

fn report_facts(objectives: Vec<Arc<ObjectiveFacts>>) -> ReportFacts {
    ReportFacts {
        ratings: objectives.iter().map(|objective| &objective.ratings).sum(),
        directions: objectives
            .iter()
            .map(|objective| &objective.directions)
            .sum(),
        actions: objectives.iter().map(|objective| &objective.actions).sum(),
        objectives,
    }
}

impl ReportFacts {
    /// The periods that the figures of its measures cover, in the order of time.
    pub fn periods(&self) -> BTreeSet<Period> {
        let periods = self.objectives.iter().map(|objective| objective.periods());
        periods.flatten().collect()
    }
}

impl ObjectiveFacts {
    /// The periods that the figures of its measures cover, in the order of time.
    pub fn periods(&self) -> BTreeSet<Period> {
        self.measures.iter().map(|measure| measure.period).collect()
    }
}
