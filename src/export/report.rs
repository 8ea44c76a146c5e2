//! Editions as open data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::{
        addresses::Addresses,
        context::Context,
        counts::Counts,
        figure::{Written, written},
        objective::Objective,
        texts::Texts,
        values::{or_null, words},
    },
    model::{self, Judgement, Stage, Status},
    wording::Place,
};

/// One edition. Drafts are never among them.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Report")]
pub(super) struct Report<'a> {
    /// Its identity, and the first part of its address.
    id: &'a str,
    /// Its title.
    title: Texts<'a>,
    /// A title short enough for charts.
    short_title: Option<Texts<'a>>,
    /// A sentence or two about it.
    summary: Option<Texts<'a>>,
    /// The period it is about.
    period: String,
    /// The stage of that period it is of.
    #[schemars(extend("enum" = words(Stage::ALL, Stage::as_str)))]
    stage: &'static str,
    /// `published`, or `superseded` by a later edition.
    #[schemars(extend("enum" = words(&PUBLIC, Status::as_str)))]
    status: &'static str,
    /// The day it was published.
    #[schemars(extend("format" = "date"))]
    published: Option<String>,
    /// The day it was last changed.
    #[schemars(extend("format" = "date"))]
    updated: Option<String>,
    /// The day the next edition is due.
    #[schemars(extend("format" = "date"))]
    next_update: Option<String>,
    /// What was put right after publication.
    corrections: Vec<Correction<'a>>,
    /// Its overview page.
    pages: Addresses<'a>,
    /// Its measures and actions as files.
    files: Files<'a>,
    /// Its measures and actions, counted.
    counts: Counts,
    /// Its objectives, in the report's order.
    objectives: Vec<Objective<'a>>,
}

/// The files of a report, worded in each language.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Files")]
struct Files<'a> {
    /// All its measures as CSV.
    measures_csv: Addresses<'a>,
    /// All its actions as CSV.
    actions_csv: Addresses<'a>,
}

/// A correction to a published edition.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Correction")]
struct Correction<'a> {
    /// When it was made.
    #[schemars(extend("format" = "date"))]
    date: String,
    /// What it is about: a reference such as `measure:edu003`.
    about: Option<&'a str>,
    /// The figure before.
    was: Option<Written<'a>>,
    /// The figure now.
    now: Option<Written<'a>>,
    /// The judgement before, of a correction that is about one.
    #[schemars(extend("enum" = or_null(words(Judgement::ALL, Judgement::as_str))))]
    was_judged: Option<&'static str>,
    /// The judgement now, of a correction that is about one.
    #[schemars(extend("enum" = or_null(words(Judgement::ALL, Judgement::as_str))))]
    now_judged: Option<&'static str>,
    /// Whether it withdraws a figure to protect people, which is not told then.
    withdrawn: bool,
    /// Why.
    reason: Texts<'a>,
}

/// How far the editions in data are on their way to the public.
const PUBLIC: [Status; 2] = [Status::Published, Status::Superseded];

impl<'a> Report<'a> {
    /// The report at this place in the model.
    pub(super) fn of(cx: Context<'a>, at: usize) -> Self {
        let report = &cx.model.reports[at];
        let facts = &cx.facts.reports[at];
        let objectives = 0..report.objectives.len();
        Self {
            id: report.id.as_str(),
            title: cx.text(&report.title),
            short_title: cx.maybe(report.common.short_title.as_ref()),
            summary: cx.maybe(report.common.summary.as_ref()),
            period: report.period.value.to_string(),
            stage: report.stage.value.as_str(),
            status: report.status.value.as_str(),
            published: report.published.as_ref().map(|date| date.value.to_string()),
            updated: report.updated.as_ref().map(|date| date.value.to_string()),
            next_update: report
                .next_update
                .as_ref()
                .map(|date| date.value.to_string()),
            corrections: corrections(cx, report),
            pages: Addresses::of(cx, &Place::Report(at)),
            files: Files {
                measures_csv: Addresses::of(cx, &Place::MeasuresCsv(at)),
                actions_csv: Addresses::of(cx, &Place::ActionsCsv(at)),
            },
            counts: Counts::of(&facts.ratings, &facts.directions, &facts.actions),
            objectives: objectives
                .map(|objective| Objective::of(cx, at, objective))
                .collect(),
        }
    }
}

fn corrections<'a>(cx: Context<'a>, report: &'a model::Report) -> Vec<Correction<'a>> {
    let corrections = report.corrections.iter().map(|correction| Correction {
        date: correction.date.value.to_string(),
        about: correction.about.as_ref().map(|about| &*about.value),
        was: written(correction.was.as_ref()),
        now: written(correction.now.as_ref()),
        was_judged: correction.was_judged.map(Judgement::as_str),
        now_judged: correction.now_judged.map(Judgement::as_str),
        withdrawn: correction.withdraws(),
        reason: cx.text(&correction.reason),
    });
    corrections.collect()
}
