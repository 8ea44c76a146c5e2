//! What a rule looks at that knows one objective at a time.

use crate::{
    facts::{MeasureFacts, ObjectiveFacts},
    model::{Measure, Model, Objective, Report},
    wording::Wording,
};

/// An objective by itself: what is found in it rests on nothing else, and is kept as long as all of this
/// is the same.
#[derive(Clone, Copy)]
pub struct Alone<'a> {
    /// The model. A rule may read the settings in it, the reviews, the faults and the sources of the
    /// objective, and no report: of those it knows the [`Head`] alone.
    pub model: &'a Model,
    /// The words.
    pub wording: &'a Wording,
    /// What is known of its report.
    pub head: Head,
    /// The objective.
    pub objective: &'a Objective,
    /// What follows for it.
    pub facts: &'a ObjectiveFacts,
}

/// What a rule may know of the report that an objective stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Head {
    /// Whether it is a draft.
    pub is_draft: bool,
    /// Whether its period could not be read.
    pub lacks_period: bool,
}

impl Head {
    /// That of a report.
    pub fn of(report: &Report) -> Self {
        Self {
            is_draft: report.is_draft(),
            lacks_period: report.common.unread.has("period"),
        }
    }
}

impl<'a> Alone<'a> {
    /// Its measures, with what follows for them.
    pub fn measures(&self) -> impl Iterator<Item = (&'a Measure, &'a MeasureFacts)> + use<'a> {
        self.objective.measures.iter().zip(&self.facts.measures)
    }
}
