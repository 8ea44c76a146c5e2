//! Floor 4, upper half: the golden thread, from goals through objectives and actions to measures, and
//! back.
//!
//! What objectives serve, what actions fulfil and are measured by, and what evaluations stand on is
//! one graph, worked out from the names in the content; and so is where the thread is broken. Pure:
//! no words, no addresses.

mod gaps;
mod name;
mod tie;

pub use gaps::{Gaps, Unanswered};
pub use name::{name, target_name};
pub use tie::{Tie, TieKind};

use crate::{
    model::Model,
    reference::{DutyAt, ItemAt, References, Spot, Target},
};

/// The golden thread of a site.
#[derive(Clone, Debug, Default)]
pub struct Thread {
    /// Every tie, by edition from the earliest, within one in the order of the content.
    pub ties: Vec<Tie>,
    /// The gaps of each of the model's reports.
    pub gaps: Vec<Gaps>,
    /// The quality indicators with the questions that no evaluation answers, all that there are: of
    /// those that are all answered none.
    pub unanswered: Vec<Unanswered>,
    /// The duties that no action answers.
    pub duties: Vec<DutyAt>,
}

impl Thread {
    /// The thread through `model`; `earliest_first` are its reports in the order of publication.
    pub fn of(
        model: &Model,
        references: &References<'_>,
        earliest_first: impl Iterator<Item = usize>,
    ) -> Self {
        let ties: Vec<_> = earliest_first
            .flat_map(|report| tie::of_report(model, references, report))
            .collect();
        let reports = 0..model.reports.len();
        Self {
            gaps: reports.map(|at| Gaps::of(model, &ties, at)).collect(),
            unanswered: gaps::questions(model, references),
            duties: gaps::duties(model, &ties),
            ties,
        }
    }

    /// The ties that lead to `spot`, the earliest edition first.
    pub fn to<'t>(&'t self, spot: &'t Spot) -> impl DoubleEndedIterator<Item = &'t Tie> {
        let leads = move |tie: &&Tie| tie.spot() == Some(spot);
        self.ties.iter().filter(leads)
    }

    /// The ties that begin at `spot`.
    pub fn from<'t>(&'t self, spot: &'t Spot) -> impl DoubleEndedIterator<Item = &'t Tie> {
        self.ties.iter().filter(move |tie| tie.from == *spot)
    }

    /// The objectives that serve a goal or indicator: report and objective, the earliest edition
    /// first.
    pub fn serving(&self, item: ItemAt) -> impl DoubleEndedIterator<Item = (usize, usize)> {
        let to = Target::Spot(Spot::Item(item.0, item.1), None);
        let serving = self.ties.iter().filter(move |tie| tie.to == to);
        serving.filter_map(|tie| match (tie.kind, &tie.from) {
            (TieKind::Serves, Spot::Objective(report, at)) => Some((*report, *at)),
            _ => None,
        })
    }

    /// The actions that answer a duty: report, objective and action, the earliest edition first.
    pub fn answering(
        &self,
        duty: DutyAt,
    ) -> impl DoubleEndedIterator<Item = (usize, usize, usize)> {
        let to = Target::Spot(Spot::Duty(duty.0, duty.1, duty.2), None);
        let answering = self.ties.iter().filter(move |tie| tie.to == to);
        answering.filter_map(|tie| match (tie.kind, &tie.from) {
            (TieKind::Fulfils, Spot::Action(report, objective, at)) => {
                Some((*report, *objective, *at))
            }
            _ => None,
        })
    }
}
