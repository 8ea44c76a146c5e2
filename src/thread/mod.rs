//! Floor 4, upper half: the golden thread, from goals through objectives and actions to measures, and
//! back.
//!
//! What objectives serve, what actions fulfil and are measured by, and what evaluations stand on is
//! one graph, worked out from the names in the content; and so is where the thread is broken. Pure:
//! no words, no addresses.

mod duties;
mod gaps;
mod name;
mod tie;

pub use duties::Answering;
pub use gaps::{Gaps, Unanswered};
pub use name::{name, target_name};
pub use tie::{Tie, TieKind};

use std::collections::BTreeMap;

use crate::{
    model::Model,
    reference::{DutyAt, ItemAt, MeasureAt, References, Spot},
};

/// An evaluation: its report, its objective where it is one's, and its place there.
pub type EvaluationAt = (usize, Option<usize>, usize);

/// An action: its report, its objective, and its place there.
pub type ActionAt = (usize, usize, usize);

/// An objective that serves a goal or indicator.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Serving {
    /// Its report.
    pub report: usize,
    /// Its place there.
    pub objective: usize,
    /// Whether it serves only what stands below the goal, and the goal through that.
    pub below: bool,
}

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
    /// What answers those duties that any action names.
    answering: BTreeMap<DutyAt, Answering>,
    /// The ties that begin somewhere, and those that lead somewhere.
    from: BTreeMap<Spot, Vec<usize>>,
    to: BTreeMap<Spot, Vec<usize>>,
}

impl Thread {
    /// The thread through `model`; `earliest_first` are its reports in the order of publication.
    pub fn of(
        model: &Model,
        references: &References<'_>,
        earliest_first: impl Iterator<Item = usize>,
    ) -> Self {
        let order: Vec<_> = earliest_first.collect();
        let ties = order
            .iter()
            .flat_map(|report| tie::of_report(model, references, *report));
        let ties: Vec<_> = ties.collect();
        let mut from: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut to: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for (at, tie) in ties.iter().enumerate() {
            from.entry(tie.from.clone()).or_default().push(at);
            if let Some(spot) = tie.spot() {
                to.entry(spot.clone()).or_default().push(at);
            }
        }
        let reports = 0..model.reports.len();
        let answering = duties::answering(model, &ties, order.into_iter());
        Self {
            gaps: reports.map(|at| Gaps::of(model, &ties, at)).collect(),
            unanswered: gaps::questions(model, references),
            duties: duties::unanswered(model, &answering),
            answering,
            ties,
            from,
            to,
        }
    }

    /// The ties of one kind that lead to `spot`, whatever part of its page is meant; the earliest
    /// edition first.
    pub fn to<'t>(&'t self, spot: &Spot, kind: TieKind) -> impl Iterator<Item = &'t Tie> + use<'t> {
        self.at(self.to.get(spot), kind)
    }

    /// The ties of one kind that begin at `spot`.
    pub fn from<'t>(
        &'t self,
        spot: &Spot,
        kind: TieKind,
    ) -> impl Iterator<Item = &'t Tie> + use<'t> {
        self.at(self.from.get(spot), kind)
    }

    /// The objectives that serve a goal or indicator, itself or through one below it, each once; the
    /// earliest edition first. Who serves a goal serves the one above it.
    pub fn serving(&self, model: &Model, item: ItemAt) -> Vec<Serving> {
        let below = model.frameworks[item.0].below(Some(item.1));
        let places = below.chain([item.1]).flat_map(|at| {
            let places = self.to.get(&Spot::Item(item.0, at));
            places.into_iter().flatten()
        });
        // Ties stand by edition, those of one objective together.
        let mut places: Vec<_> = places.copied().collect();
        places.sort_unstable();
        let mut all: Vec<Serving> = Vec::new();
        for tie in places.into_iter().map(|at| &self.ties[at]) {
            let (TieKind::Serves, Spot::Objective(report, objective)) = (tie.kind, &tie.from)
            else {
                continue;
            };
            let below = tie.spot() != Some(&Spot::Item(item.0, item.1));
            match all.last_mut() {
                Some(last) if (last.report, last.objective) == (*report, *objective) => {
                    last.below &= below;
                }
                _ => all.push(Serving {
                    report: *report,
                    objective: *objective,
                    below,
                }),
            }
        }
        all
    }

    /// The goals and indicators that an objective of a report serves.
    pub fn served_by(&self, report: usize, objective: usize) -> impl Iterator<Item = ItemAt> {
        let ties = self.from(&Spot::Objective(report, objective), TieKind::Serves);
        ties.filter_map(|tie| match tie.spot() {
            Some(Spot::Item(framework, item)) => Some((*framework, *item)),
            _ => None,
        })
    }

    /// The evaluations against a quality indicator, the earliest edition first. That others name it
    /// as evidence makes no evaluation.
    pub fn evaluating(&self, item: ItemAt) -> impl Iterator<Item = EvaluationAt> {
        let ties = self.to(&Spot::Item(item.0, item.1), TieKind::Evaluates);
        ties.filter_map(Tie::evaluation)
    }

    /// The actions that name a duty as one they fulfil; `None` where none does.
    pub fn answering(&self, duty: DutyAt) -> Option<&Answering> {
        self.answering.get(&duty)
    }

    /// The duties that an action answers, as its own edition has it: one that is cancelled there
    /// answers none.
    pub fn answered_by(&self, model: &Model, action: ActionAt) -> impl Iterator<Item = DutyAt> {
        let spot = Spot::Action(action.0, action.1, action.2);
        let goes_on = !duties::of(model, action).is_cancelled();
        let ties = self.from(&spot, TieKind::Fulfils);
        ties.filter(move |_| goes_on)
            .filter_map(|tie| match tie.spot() {
                Some(Spot::Duty(guidance, body, at)) => Some((*guidance, *body, *at)),
                _ => None,
            })
    }

    /// The measures that tell how an action helps. Where its own edition has none of the name, the
    /// latest that another one has.
    pub fn measuring(&self, action: ActionAt) -> impl Iterator<Item = MeasureAt> {
        let ties = self.from(
            &Spot::Action(action.0, action.1, action.2),
            TieKind::MeasuredBy,
        );
        ties.filter_map(|tie| match tie.spot() {
            Some(Spot::Row(row)) => Some(*row),
            _ => None,
        })
    }

    /// The actions that name a measure of one edition, those of other editions among them; the earliest
    /// edition first.
    pub fn measured_by(&self, row: MeasureAt) -> impl Iterator<Item = ActionAt> {
        let ties = self.to(&Spot::Row(row), TieKind::MeasuredBy);
        ties.filter_map(Tie::action)
    }

    /// The evaluations of which an answer stands on something, each once; the earliest edition first.
    pub fn standing_on(&self, spot: &Spot) -> Vec<EvaluationAt> {
        let ties = self.to(spot, TieKind::Evidence);
        let mut all: Vec<_> = ties.filter_map(Tie::evaluation).collect();
        // Answers of one evaluation follow one another.
        all.dedup();
        all
    }

    fn at<'t>(
        &'t self,
        places: Option<&'t Vec<usize>>,
        kind: TieKind,
    ) -> impl Iterator<Item = &'t Tie> {
        let ties = places.into_iter().flatten().map(|at| &self.ties[*at]);
        ties.filter(move |tie| tie.kind == kind)
    }
}

/// What is listed by edition from the earliest, by edition from the latest: the report with what is
/// its own, in the order that it came in.
pub fn latest_first<T>(all: impl IntoIterator<Item = (usize, T)>) -> Vec<(usize, Vec<T>)> {
    let mut editions: Vec<(usize, Vec<T>)> = Vec::new();
    for (report, one) in all {
        match editions.last_mut() {
            Some((last, own)) if *last == report => own.push(one),
            _ => editions.push((report, vec![one])),
        }
    }
    editions.reverse();
    editions
}

#[cfg(test)]
mod tests {
    use super::latest_first;

    #[test]
    fn editions_turn_round_and_what_is_in_them_does_not() {
        let listed = [(2, 'a'), (2, 'b'), (0, 'c'), (1, 'd'), (1, 'e')];
        assert_eq!(
            latest_first(listed),
            [(1, vec!['d', 'e']), (0, vec!['c']), (2, vec!['a', 'b'])]
        );
    }
}
