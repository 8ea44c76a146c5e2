//! What an edition or an objective comes to: judgement, ratings, directions of travel, actions.

use serde::Serialize;

use crate::{
    facts::MeasureFacts,
    page::{
        counts::{
            direction_sentence, directions, judged, judgement_sentence, judgements, progress, tally,
        },
        here::Here,
        view::{Badge, CountView, HtmlView, ProgressView, TallyView, TextView},
    },
    wording::Place,
};

/// What a report comes to. Judgements stand beside counts, and never follow from them.
#[derive(Clone, Debug, Serialize)]
pub struct StoryView {
    /// The judgements on its objectives.
    pub judgements: Vec<CountView>,
    /// The same in a sentence.
    pub judgement_sentence: String,
    /// The ratings of its measures.
    pub tally: TallyView,
    /// Their directions of travel.
    pub directions: Vec<CountView>,
    /// The same in a sentence.
    pub direction_sentence: String,
    /// How far its actions have come.
    pub progress: Option<ProgressView>,
    /// Its objectives.
    pub objectives: Vec<ObjectiveCard>,
}

/// An objective in a list of objectives.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectiveCard {
    /// Its page.
    pub href: String,
    /// Its code.
    pub code: Option<String>,
    /// Its title.
    pub title: TextView,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// The judgement on it.
    pub judgement: Badge,
    /// The ratings of its measures.
    pub tally: TallyView,
    /// Their directions of travel.
    pub directions: Vec<CountView>,
    /// The same in a sentence.
    pub direction_sentence: String,
    /// How far its actions have come.
    pub progress: Option<ProgressView>,
}

/// What a report comes to.
pub(super) fn story(here: &Here<'_>, report: usize) -> StoryView {
    let facts = &here.context.facts.reports[report];
    let objectives = &here.context.model.reports[report].objectives;
    let verdicts = objectives.iter().map(|objective| {
        objective
            .judgement
            .as_ref()
            .map(|judgement| judgement.value)
    });
    let judgements = judgements(here, verdicts);
    let measures = facts.objectives.iter().flat_map(|found| &found.measures);
    StoryView {
        judgement_sentence: judgement_sentence(here, &judgements),
        judgements,
        tally: tally(here, &facts.ratings, measures),
        directions: directions(here, &facts.directions),
        direction_sentence: direction_sentence(here, &facts.directions),
        progress: progress(here, &facts.actions),
        objectives: (0..objectives.len())
            .map(|at| card(here, report, at))
            .collect(),
    }
}

fn card(here: &Here<'_>, report: usize, at: usize) -> ObjectiveCard {
    let objective = &here.context.model.reports[report].objectives[at];
    let facts = &here.context.facts.reports[report].objectives[at];
    let measures: &[MeasureFacts] = &facts.measures;
    ObjectiveCard {
        href: here.href(&Place::Objective(report, at)),
        code: objective.code.as_ref().map(ToString::to_string),
        title: here.text(&objective.title),
        summary: objective
            .common
            .summary
            .as_ref()
            .map(|text| here.line(text)),
        judgement: judged(
            here,
            objective
                .judgement
                .as_ref()
                .map(|judgement| judgement.value),
        ),
        tally: tally(here, &facts.ratings, measures.iter()),
        directions: directions(here, &facts.directions),
        direction_sentence: direction_sentence(here, &facts.directions),
        progress: progress(here, &facts.actions),
    }
}
