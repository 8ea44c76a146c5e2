//! Evaluations and the golden thread as open data.

use std::collections::BTreeSet;

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::{context::Context, values::words},
    model::{self, Id},
    reference::{References, Spot},
    thread::{self, Thread, TieKind},
};

/// A self-evaluation against a quality indicator.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Evaluation")]
pub(super) struct Evaluation<'a> {
    /// The report that it stands in.
    report: &'a str,
    /// The objective that it is of; null: the report as a whole.
    objective: Option<&'a str>,
    /// The indicator, as `<framework>/<item>`.
    quality_indicator: &'a str,
    /// The level of the indicator as a whole, from 6 for excellent to 1 for unsatisfactory; null: not
    /// graded.
    #[schemars(range(min = 1, max = 6))]
    level: Option<u8>,
    /// The numbers of the challenge questions that it answers.
    answered: Vec<usize>,
}

/// One step of the golden thread, as one report has it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, JsonSchema)]
#[schemars(rename = "Tie")]
pub(super) struct Tie<'a> {
    /// Where it begins: `objective:…`, `action:<objective>/…` or `evaluation:…`.
    from: String,
    /// Where it leads: `goal:…`, `quality-indicator:…`, `duty:…`, `measure:…` or whatever else is
    /// evidence, a web address or the path of a file among it. What is of another report ends in `@`
    /// and that.
    to: String,
    /// What it is.
    #[schemars(extend("enum" = words(TieKind::ALL, TieKind::as_str)))]
    kind: &'static str,
    /// The report.
    report: &'a str,
}

/// Every tie of the thread, by edition from the earliest. What is evidence for several answers of one
/// evaluation is one step.
pub(super) fn ties<'a>(cx: Context<'a>, thread: &Thread) -> Vec<Tie<'a>> {
    let ties = thread.ties.iter();
    let mut told = BTreeSet::new();
    let view = |tie: &thread::Tie| Tie {
        from: thread::name(cx.model, &tie.from, Some(tie.report)),
        to: thread::target_name(cx.model, tie),
        kind: tie.kind.as_str(),
        report: cx.model.reports[tie.report].id.as_str(),
    };
    ties.map(view)
        .filter(|tie| told.insert(tie.clone()))
        .collect()
}

/// Every evaluation, by edition from the earliest; what a report says of itself as a whole before its
/// objectives.
pub(super) fn evaluations<'a>(
    cx: Context<'a>,
    references: &References<'_>,
    thread: &Thread,
) -> Vec<Evaluation<'a>> {
    let evaluates = thread.ties.iter();
    let evaluates = evaluates.filter(|tie| tie.kind == TieKind::Evaluates);
    let views = evaluates.filter_map(|tie| {
        let Spot::Evaluation(report, objective, at) = tie.from else {
            return None;
        };
        let report = &cx.model.reports[report];
        let objective = objective.map(|objective| &report.objectives[objective]);
        let all = objective.map_or(&report.evaluations, |objective| &objective.evaluations);
        let id = objective.map(|objective| &objective.id);
        Some(view(cx, references, &report.id, id, &all[at]))
    });
    views.collect()
}

fn view<'a>(
    cx: Context<'a>,
    references: &References<'_>,
    report: &'a Id,
    objective: Option<&'a Id>,
    found: &'a model::Evaluation,
) -> Evaluation<'a> {
    let at = references.item(&found.quality_indicator.value).ok();
    let item = at.map(|(framework, item)| &cx.model.frameworks[framework].items[item]);
    let answered = item.map_or_else(Vec::new, |item| found.answered(item));
    Evaluation {
        report: report.as_str(),
        objective: objective.map(Id::as_str),
        quality_indicator: &found.quality_indicator.value,
        level: found.level.as_ref().map(|level| level.value),
        answered: answered
            .into_iter()
            .map(|(question, _)| question + 1)
            .collect(),
    }
}
