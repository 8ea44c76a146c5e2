//! Objectives: what the organisation set out to achieve.

use std::sync::Arc;

use crate::{
    model::{Action, Common, Evaluation, Id, Measure, Prose, Section, Text, words},
    text::{Span, Spanned},
};

words! {
    /// The authored verdict on an objective or action. Never averaged from figures.
    Judgement {
        /// Unsuccessful.
        Unsuccessful = "unsuccessful",
        /// Partly successful.
        PartlySuccessful = "partly-successful",
        /// Fully successful.
        FullySuccessful = "fully-successful",
    }
}

words! {
    /// The five ways of working of the Well-being of Future Generations (Wales) Act 2015.
    WayOfWorking {
        /// Long term.
        LongTerm = "long-term",
        /// Prevention.
        Prevention = "prevention",
        /// Integration.
        Integration = "integration",
        /// Collaboration.
        Collaboration = "collaboration",
        /// Involvement.
        Involvement = "involvement",
    }
}

/// One objective in one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// The name of its folder: its identity across editions and its address.
    pub id: Id,
    /// Its code, such as `WO2`.
    pub code: Option<Arc<str>>,
    /// Its title.
    pub title: Text,
    /// The organisation's verdict.
    pub judgement: Option<Spanned<Judgement>>,
    /// Who leads it.
    pub lead: Option<Text>,
    /// The goals and indicators it serves: `<framework>/<item>`.
    pub serves: Vec<Spanned<Arc<str>>>,
    /// How it applies the five ways of working, in the order written.
    pub ways_of_working: Vec<(WayOfWorking, Text)>,
    /// Its place among the report's objectives: lower first, then by folder name.
    pub order: Option<i64>,
    /// Why it was chosen: the body of objective.md.
    pub why: Prose,
    /// Narrative sections, in reading order.
    pub sections: Vec<Section>,
    /// Actions, in the order written.
    pub actions: Vec<Action>,
    /// Measures, in the order written, a group at a time.
    pub measures: Vec<Measure>,
    /// What it says of itself against quality indicators, by file name.
    pub evaluations: Vec<Evaluation>,
    /// What any item may carry.
    pub common: Common,
    /// The start of objective.md.
    pub span: Span,
}
