//! Actions: pieces of work towards an objective.

use crate::{
    model::{Common, Date, Id, Judgement, Text, words},
    text::{Span, Spanned},
};
use std::sync::Arc;

words! {
    /// How far an action has come, in the organisation's words.
    ActionStatus {
        /// Not started.
        NotStarted = "not-started",
        /// In progress.
        InProgress = "in-progress",
        /// Partially completed.
        PartiallyCompleted = "partially-completed",
        /// Completed.
        Completed = "completed",
        /// Completed, although the work goes on.
        CompletedOngoing = "completed-ongoing",
        /// Deferred.
        Deferred = "deferred",
        /// Cancelled.
        Cancelled = "cancelled",
    }
}

/// One action of one objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Action {
    /// Its identity in the objective.
    pub id: Spanned<Id>,
    /// Its title.
    pub title: Text,
    /// What the organisation says about it.
    pub comment: Option<Text>,
    /// Its rating, always authored, on the scale of the judgements; `None`: not yet judged.
    pub rag: Option<Spanned<Judgement>>,
    /// Its status.
    pub status: Option<Spanned<ActionStatus>>,
    /// Whole per cent complete, 0 to 100.
    pub complete: Option<Spanned<u8>>,
    /// Who leads it.
    pub lead: Option<Text>,
    /// Who works on it too.
    pub partners: Vec<Text>,
    /// Its first day.
    pub start: Option<Spanned<Date>>,
    /// The day it is due.
    pub due: Option<Spanned<Date>>,
    /// The measures it works on: measure ids.
    pub measures: Vec<Spanned<Arc<str>>>,
    /// The responsibilities it answers: `<guidance>/<duty>`.
    pub fulfils: Vec<Spanned<Arc<str>>>,
    /// What any item may carry.
    pub common: Common,
    /// The whole entry.
    pub span: Span,
}

impl Action {
    /// Whether it is 100 per cent complete.
    pub fn is_whole(&self) -> bool {
        let complete = self.complete.as_ref();
        complete.is_some_and(|complete| complete.value == 100)
    }

    /// Whether it is not done after all.
    pub fn is_cancelled(&self) -> bool {
        let status = self.status.as_ref().map(|status| status.value);
        status == Some(ActionStatus::Cancelled)
    }

    /// Whether nothing is left to do: it is completed or cancelled, or whole.
    pub fn is_over(&self) -> bool {
        use ActionStatus::{Cancelled, Completed, CompletedOngoing};
        let status = self.status.as_ref().map(|status| status.value);
        let over = matches!(status, Some(Completed | CompletedOngoing | Cancelled));
        over || self.is_whole()
    }
}
