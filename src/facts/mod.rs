//! Floor 4, lower half: what follows from the model.
//!
//! Total, pure functions: ratings, direction of travel, where a previous figure comes from, the
//! series across editions, counts. No words: those are `wording`'s, on the upper half.

mod action;
mod counts;
mod direction;
mod lineage;
mod measure;
mod rating;

pub use action::{ActionCounts, is_overdue};
pub use counts::{DirectionCounts, RatingCounts};
pub use direction::{Direction, Movement, NoComparison};
pub use lineage::{Editions, Previous, PreviousSource, Series, SeriesPoint};
pub use measure::{Basis, MeasureFacts, Shown, measure_facts, polarity_of};
pub use rating::{Judged, Rating, Reason, Standing, rate, wrong_side};

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    facts::lineage::Lineage,
    model::{Id, Model, Period},
};

/// Everything that follows from a model, in the model's own order.
#[derive(Clone, Debug)]
pub struct Facts {
    /// One for each of the model's reports.
    pub reports: Vec<ReportFacts>,
    /// The reports from the earliest to the latest.
    pub editions: Editions,
    /// The series of every measure of the site, by its id.
    pub series: BTreeMap<Id, Series>,
}

/// What follows for one report.
#[derive(Clone, Debug)]
pub struct ReportFacts {
    /// One for each of its objectives.
    pub objectives: Vec<ObjectiveFacts>,
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
    let editions = Editions::of(model);
    let lineage = Lineage::of(model, &editions);
    let series = lineage.series();
    let reports = model
        .reports
        .iter()
        .enumerate()
        .map(|(at, report)| {
            let objectives: Vec<_> = report
                .objectives
                .iter()
                .map(|objective| {
                    let measures: Vec<_> = objective
                        .measures
                        .iter()
                        .map(|measure| {
                            let previous = lineage.previous(report, at, measure);
                            let breaks = lineage.breaks(at, measure);
                            let period = report.period.value;
                            let settings = &model.settings.rag;
                            measure_facts(measure, period, previous, &breaks, settings)
                        })
                        .collect();
                    ObjectiveFacts {
                        ratings: RatingCounts::of(&measures),
                        directions: DirectionCounts::of(&measures),
                        actions: ActionCounts::of(&objective.actions, report.reference_date()),
                        measures,
                    }
                })
                .collect();
            ReportFacts {
                ratings: objectives.iter().map(|objective| &objective.ratings).sum(),
                directions: objectives
                    .iter()
                    .map(|objective| &objective.directions)
                    .sum(),
                actions: objectives.iter().map(|objective| &objective.actions).sum(),
                objectives,
            }
        })
        .collect();
    Facts {
        reports,
        editions,
        series,
    }
}

impl ReportFacts {
    /// The periods that the figures of its measures cover, in the order of time.
    pub fn periods(&self) -> BTreeSet<Period> {
        let periods = self.objectives.iter().map(ObjectiveFacts::periods);
        periods.flatten().collect()
    }
}

impl ObjectiveFacts {
    /// The periods that the figures of its measures cover, in the order of time.
    pub fn periods(&self) -> BTreeSet<Period> {
        self.measures.iter().map(|measure| measure.period).collect()
    }
}
