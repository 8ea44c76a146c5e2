//! Where the thread is broken.

use std::collections::BTreeSet;

use crate::{
    model::{Model, Report},
    reference::{ItemAt, MeasureAt, References, Spot},
    thread::{Tie, TieKind},
};

/// The gaps of one edition.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gaps {
    /// Objectives that serve nothing.
    pub objectives: Vec<usize>,
    /// Goals of goals frameworks that no objective serves, neither themselves nor through one below them.
    pub goals: Vec<ItemAt>,
    /// Actions that name no measure of the edition: objective and action.
    pub actions: Vec<(usize, usize)>,
    /// Measures that no action names: objective and measure.
    pub measures: Vec<(usize, usize)>,
}

/// The challenge questions of an indicator that no evaluation of any edition answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unanswered {
    /// The indicator.
    pub item: ItemAt,
    /// The questions, from 0.
    pub questions: Vec<usize>,
}

impl Gaps {
    /// The gaps of the edition `report`.
    pub(super) fn of(model: &Model, ties: &[Tie], report: usize) -> Self {
        let own = || ties.iter().filter(|tie| tie.report == report);
        let mut serving = BTreeSet::new();
        let mut served = BTreeSet::new();
        let mut with_measures = BTreeSet::new();
        let mut named: BTreeSet<MeasureAt> = BTreeSet::new();
        for tie in own() {
            match (tie.kind, &tie.from, tie.spot()) {
                (TieKind::Serves, Spot::Objective(_, at), Some(Spot::Item(framework, item))) => {
                    serving.insert(*at);
                    // Who serves a goal serves the one above it.
                    let items = &model.frameworks[*framework].items;
                    let above = items[*item].parent.map(|parent| (*framework, parent));
                    served.extend(above.into_iter().chain([(*framework, *item)]));
                }
                // A measure that only another edition has tells nothing in this one.
                (TieKind::MeasuredBy, Spot::Action(_, objective, at), Some(Spot::Row(row)))
                    if row.report == report =>
                {
                    with_measures.insert((*objective, *at));
                    named.insert(*row);
                }
                _ => {}
            }
        }
        let objectives = || model.reports[report].objectives.iter().enumerate();
        let actions = objectives().flat_map(|(objective, found)| {
            let actions = 0..found.actions.len();
            actions.map(move |at| (objective, at))
        });
        let measures = objectives().flat_map(|(objective, found)| {
            let measures = 0..found.measures.len();
            measures.map(move |at| (objective, at))
        });
        let row = |(objective, measure): &(usize, usize)| MeasureAt {
            report,
            objective: *objective,
            measure: *measure,
        };
        Self {
            objectives: objectives()
                .map(|(at, _)| at)
                .filter(|at| !serving.contains(at))
                .collect(),
            goals: goals(model).filter(|goal| !served.contains(goal)).collect(),
            actions: actions.filter(|at| !with_measures.contains(at)).collect(),
            measures: measures.filter(|at| !named.contains(&row(at))).collect(),
        }
    }

    /// Those of them that tell anything of `report`, whose gaps they are: where nothing of a kind is tied,
    /// the site does not tie it, and lacks none. Source: docs/rules.md, "Gaps in the golden thread".
    #[must_use]
    pub fn told(&self, report: &Report) -> Self {
        let objectives = report.objectives.iter();
        let actions: usize = objectives.clone().map(|it| it.actions.len()).sum();
        let measures: usize = objectives.map(|it| it.measures.len()).sum();
        Self {
            objectives: some_tied(&self.objectives, report.objectives.len()),
            goals: self.goals.clone(),
            actions: some_tied(&self.actions, actions),
            measures: some_tied(&self.measures, measures),
        }
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.objectives.is_empty()
            && self.goals.is_empty()
            && self.actions.is_empty()
            && self.measures.is_empty()
    }
}

/// The gaps of one kind where they are not `all` that there are of it.
fn some_tied<T: Clone>(gaps: &[T], all: usize) -> Vec<T> {
    if gaps.len() < all {
        gaps.to_vec()
    } else {
        Vec::new()
    }
}

/// Every goal of every goals framework.
fn goals(model: &Model) -> impl Iterator<Item = ItemAt> {
    let frameworks = model.frameworks.iter().enumerate();
    let frameworks = frameworks.filter(|(_, framework)| framework.is_goals());
    frameworks.flat_map(|(framework, found)| {
        let items = 0..found.items.len();
        items.map(move |item| (framework, item))
    })
}

/// The questions that no evaluation answers.
pub(super) fn questions(model: &Model, references: &References<'_>) -> Vec<Unanswered> {
    let mut answered: BTreeSet<(ItemAt, usize)> = BTreeSet::new();
    let reports = model.reports.iter();
    let evaluations = reports.flat_map(|report| {
        let objectives = report.objectives.iter();
        let inside = objectives.flat_map(|objective| &objective.evaluations);
        report.evaluations.iter().chain(inside)
    });
    for evaluation in evaluations {
        let Ok(at) = references.item(&evaluation.quality_indicator.value) else {
            continue;
        };
        let item = &model.frameworks[at.0].items[at.1];
        let questions = evaluation.answered(item).into_iter();
        answered.extend(questions.map(|(question, _)| (at, question)));
    }
    let frameworks = model.frameworks.iter().enumerate();
    let items = frameworks.flat_map(|(framework, found)| {
        let items = found.items.iter().enumerate();
        items.map(move |(item, found)| ((framework, item), found))
    });
    let unanswered = items.filter_map(|(item, found)| {
        let questions = 0..found.questions.len();
        let questions: Vec<_> = questions
            .filter(|question| !answered.contains(&(item, *question)))
            .collect();
        (!questions.is_empty()).then_some(Unanswered { item, questions })
    });
    unanswered.collect()
}
