//! Objectives as open data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::{
        action::Action,
        addresses::Addresses,
        context::Context,
        counts::Counts,
        measure::Measure,
        texts::Texts,
        values::{or_null, words},
    },
    model::{Judgement, WayOfWorking},
    wording::Place,
};

/// What the organisation set out to achieve, in one report.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Objective")]
pub(super) struct Objective<'a> {
    /// Its identity across editions.
    id: &'a str,
    /// The organisation's own code for it.
    code: Option<&'a str>,
    /// Its title.
    title: Texts<'a>,
    /// A title short enough for charts.
    short_title: Option<Texts<'a>>,
    /// A sentence or two about it.
    summary: Option<Texts<'a>>,
    /// The organisation's verdict; null: not yet judged. Never worked out from figures.
    #[schemars(extend("enum" = or_null(words(Judgement::ALL, Judgement::as_str))))]
    judgement: Option<&'static str>,
    /// Who leads it.
    lead: Option<Texts<'a>>,
    /// The goals and indicators it serves, as `<framework>/<item>`.
    serves: Vec<&'a str>,
    /// Which of the five ways of working it says how it applies, in the order written.
    #[schemars(extend("items" = {"type": "string", "enum": words(WayOfWorking::ALL, WayOfWorking::as_str)}))]
    ways_of_working: Vec<&'static str>,
    /// Its page.
    pages: Addresses<'a>,
    /// Its measures and actions, counted.
    counts: Counts,
    /// Its actions, in the report's order.
    actions: Vec<Action<'a>>,
    /// Its measures, in the report's order, a group at a time.
    measures: Vec<Measure<'a>>,
}

impl<'a> Objective<'a> {
    /// The objective at these places in the model.
    pub(super) fn of(cx: Context<'a>, report_at: usize, at: usize) -> Self {
        let report = &cx.model.reports[report_at];
        let objective = &report.objectives[at];
        let facts = &cx.facts.reports[report_at].objectives[at];
        let reference = report.reference_date();
        let actions = objective.actions.iter();
        let measures = objective.measures.iter().zip(&facts.measures);
        let ways = objective.ways_of_working.iter();
        Self {
            id: objective.id.as_str(),
            code: objective.code.as_deref(),
            title: cx.text(&objective.title),
            short_title: cx.maybe(objective.common.short_title.as_ref()),
            summary: cx.maybe(objective.common.summary.as_ref()),
            judgement: objective
                .judgement
                .as_ref()
                .map(|judgement| judgement.value.as_str()),
            lead: cx.maybe(objective.lead.as_ref()),
            serves: objective.serves.iter().map(|goal| &*goal.value).collect(),
            ways_of_working: ways.map(|(way, _)| way.as_str()).collect(),
            pages: Addresses::of(cx, &Place::Objective(report_at, at)),
            counts: Counts::of(&facts.ratings, &facts.directions, &facts.actions),
            actions: actions
                .map(|action| Action::of(cx, action, reference))
                .collect(),
            measures: measures
                .map(|(measure, facts)| Measure::of(cx, measure, facts))
                .collect(),
        }
    }
}
