//! Which charts there are, and what each is called.

use crate::{
    model::{Group, Measure, Model, Objective, RagShow, Unit},
    text::Span,
};

/// What a chart of a report shows. Indices are the model's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chart {
    /// One measure of an objective.
    Measure(usize, usize),
    /// All measures of one group of an objective.
    Group(usize, Group),
    /// How many of an objective's measures have which rating.
    Ratings(usize),
    /// How far an objective's actions have come.
    Actions(usize),
}

impl Chart {
    /// Its name in `report`: `<objective>-ratings`, `<objective>-actions`, `<objective>-<group>`,
    /// or a measure's id.
    pub fn name(&self, model: &Model, report: usize) -> String {
        let objective = |at: &usize| &model.reports[report].objectives[*at];
        match self {
            Self::Measure(at, measure) => objective(at).measures[*measure].id.value.to_string(),
            Self::Group(at, group) => format!("{}-{}", objective(at).id, group.as_str()),
            Self::Ratings(at) => format!("{}-ratings", objective(at).id),
            Self::Actions(at) => format!("{}-actions", objective(at).id),
        }
    }

    /// What somebody wrote that it comes from.
    pub fn span(&self, model: &Model, report: usize) -> Span {
        let objectives = &model.reports[report].objectives;
        match self {
            Self::Measure(at, measure) => objectives[*at].measures[*measure].id.span,
            Self::Group(at, group) => {
                let mut measures = objectives[*at].measures.iter();
                let first = measures.find(|measure| measure.group == *group);
                first.map_or(objectives[*at].span, |measure| measure.id.span)
            }
            Self::Ratings(at) | Self::Actions(at) => objectives[*at].span,
        }
    }
}

/// Every chart of a report, in reading order.
///
/// There is none of ratings where the site shows none, none of actions that nobody says how far
/// they have come of, and none of a measure without a number to draw.
pub fn charts(model: &Model, report: usize) -> Vec<Chart> {
    let rated = model.settings.rag.show != RagShow::None;
    let mut charts = Vec::new();
    for (at, objective) in model.reports[report].objectives.iter().enumerate() {
        charts.extend((rated && !objective.measures.is_empty()).then_some(Chart::Ratings(at)));
        let mut actions = objective.actions.iter();
        let told = actions.any(|action| action.complete.is_some());
        charts.extend(told.then_some(Chart::Actions(at)));
        charts.extend(groups(objective).map(|group| Chart::Group(at, group.clone())));
        let measures = objective.measures.iter().enumerate();
        let measures = measures.filter(|(_, measure)| is_charted(measure));
        charts.extend(measures.map(|(measure, _)| Chart::Measure(at, measure)));
    }
    charts
}

/// Whether a measure has a number to draw; a bar for `yes` would say nothing.
pub fn is_charted(measure: &Measure) -> bool {
    let figures = [&measure.actual, &measure.target];
    let mut figures = figures.into_iter().flatten();
    measure.unit != Unit::YesNo && figures.any(|figure| figure.value.is_some())
}

/// The groups of an objective that have a measure to draw.
fn groups(objective: &Objective) -> impl Iterator<Item = &Group> {
    let charted = objective
        .measures
        .iter()
        .filter(|measure| is_charted(measure));
    let mut groups: Vec<&Group> = Vec::new();
    for measure in charted {
        if !groups.contains(&&measure.group) {
            groups.push(&measure.group);
        }
    }
    groups.into_iter()
}
