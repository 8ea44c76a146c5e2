//! What follows for actions: counts, and what is overdue.

use std::{collections::BTreeMap, iter::Sum};

use crate::model::{Action, ActionStatus, Date, Judgement};

/// How many actions there are of each kind. Never averaged.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActionCounts {
    /// By authored rating; `None`: not yet judged.
    pub judged: BTreeMap<Option<Judgement>, usize>,
    /// By status; `None`: none given.
    pub status: BTreeMap<Option<ActionStatus>, usize>,
    /// At 100 per cent.
    pub complete: usize,
    /// Past their due date and not done.
    pub overdue: usize,
    /// All of them.
    pub all: usize,
}

impl ActionCounts {
    /// Counts `actions`, judged on `reference`.
    pub fn of(actions: &[Action], reference: Date) -> Self {
        let mut counts = Self::default();
        for action in actions {
            let rag = action.rag.as_ref().map(|rag| rag.value);
            let status = action.status.as_ref().map(|status| status.value);
            *counts.judged.entry(rag).or_default() += 1;
            *counts.status.entry(status).or_default() += 1;
            counts.complete += usize::from(action.is_whole());
            counts.overdue += usize::from(is_overdue(action, reference));
            counts.all += 1;
        }
        counts
    }
}

impl<'a> Sum<&'a Self> for ActionCounts {
    fn sum<I: Iterator<Item = &'a Self>>(all: I) -> Self {
        let mut sum = Self::default();
        for counts in all {
            for (key, count) in &counts.judged {
                *sum.judged.entry(*key).or_default() += count;
            }
            for (key, count) in &counts.status {
                *sum.status.entry(*key).or_default() += count;
            }
            sum.complete += counts.complete;
            sum.overdue += counts.overdue;
            sum.all += counts.all;
        }
        sum
    }
}

/// Whether an action was due before `reference` (the edition's `updated`, else `published`, else
/// its period's end: never the clock) and is neither done nor cancelled.
pub fn is_overdue(action: &Action, reference: Date) -> bool {
    let due = action.due.as_ref().is_some_and(|due| due.value < reference);
    due && !action.is_over()
}
