//! Actions as open data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::{
        context::Context,
        texts::Texts,
        values::{or_null, words},
    },
    facts::is_overdue,
    model::{self, ActionStatus, Date, Judgement},
};

/// A piece of work towards an objective.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Action")]
pub(super) struct Action<'a> {
    /// Its identity in the objective.
    id: &'a str,
    /// Its title.
    title: Texts<'a>,
    /// A title short enough for charts.
    short_title: Option<Texts<'a>>,
    /// A sentence or two about it.
    summary: Option<Texts<'a>>,
    /// The organisation's own rating, on the scale of the judgements; null: not yet judged.
    #[schemars(extend("enum" = or_null(words(Judgement::ALL, Judgement::as_str))))]
    rag: Option<&'static str>,
    /// How far it has come, in the organisation's words.
    #[schemars(extend("enum" = or_null(words(ActionStatus::ALL, ActionStatus::as_str))))]
    status: Option<&'static str>,
    /// Whole per cent complete.
    #[schemars(range(min = 0, max = 100))]
    complete: Option<u8>,
    /// Who leads it.
    lead: Option<Texts<'a>>,
    /// Who works on it too.
    partners: Vec<Texts<'a>>,
    /// Its first day.
    #[schemars(extend("format" = "date"))]
    start: Option<String>,
    /// The day it is due.
    #[schemars(extend("format" = "date"))]
    due: Option<String>,
    /// Whether it was due before the day that the report is judged at (`updated`, else
    /// `published`, else the end of its period) and is neither done nor cancelled.
    overdue: bool,
    /// The measures it works on: ids of measures.
    measures: Vec<&'a str>,
    /// The responsibilities it answers, as `<guidance>/<duty>`.
    fulfils: Vec<&'a str>,
    /// What the organisation says about it.
    comment: Option<Texts<'a>>,
}

impl<'a> Action<'a> {
    /// The action in a report that is judged on `reference`.
    pub(super) fn of(cx: Context<'a>, action: &'a model::Action, reference: Date) -> Self {
        Self {
            id: action.id.value.as_str(),
            title: cx.text(&action.title),
            short_title: cx.maybe(action.common.short_title.as_ref()),
            summary: cx.maybe(action.common.summary.as_ref()),
            rag: action.rag.as_ref().map(|rag| rag.value.as_str()),
            status: action.status.as_ref().map(|status| status.value.as_str()),
            complete: action.complete.as_ref().map(|complete| complete.value),
            lead: cx.maybe(action.lead.as_ref()),
            partners: action.partners.iter().map(|name| cx.text(name)).collect(),
            start: action.start.as_ref().map(|start| start.value.to_string()),
            due: action.due.as_ref().map(|due| due.value.to_string()),
            overdue: is_overdue(action, reference),
            measures: action.measures.iter().map(|id| &*id.value).collect(),
            fulfils: action.fulfils.iter().map(|duty| &*duty.value).collect(),
            comment: cx.maybe(action.comment.as_ref()),
        }
    }
}
