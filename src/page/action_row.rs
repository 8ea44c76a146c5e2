//! An action as one row of a table.

use serde::Serialize;

use crate::{
    facts::is_overdue,
    model::{ActionStatus, Decimal, Unit},
    page::{
        anchor::{action_anchor, duty_anchor, row_anchor},
        corrections::action_corrected,
        counts::judged,
        evidence::{EvidenceLink, standing_on_action},
        files::attachments,
        here::Here,
        view::{AttachmentView, Badge, DateView, HtmlView, LinkView, TextView},
    },
    reference::{DutyAt, MeasureAt},
    wording::Place,
};

/// An action, as a row of a table.
#[derive(Clone, Debug, Serialize)]
pub struct ActionRow {
    /// Its id; the row's anchor is `action-` and this.
    pub id: String,
    /// Its place in its objective.
    pub number: String,
    /// Its title.
    pub title: TextView,
    /// What the organisation says about it.
    pub comment: Option<HtmlView>,
    /// The organisation's rating.
    pub rag: Badge,
    /// Its status.
    pub status: Option<String>,
    /// Whole per cent complete.
    pub complete: Option<u8>,
    /// The same as it is shown.
    pub complete_text: Option<String>,
    /// Who leads it.
    pub lead: Option<TextView>,
    /// Who works on it too.
    pub partners: Vec<TextView>,
    /// Its first day.
    pub start: Option<DateView>,
    /// The day it is due.
    pub due: Option<DateView>,
    /// That it is overdue.
    pub overdue: Option<String>,
    /// The measures it works on.
    pub measures: Vec<LinkView>,
    /// The duties it answers.
    pub fulfils: Vec<LinkView>,
    /// The evaluations that stand on it.
    pub evaluations: Vec<EvidenceLink>,
    /// That something of it was put right after publication, with the way to how.
    pub corrected: Option<LinkView>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
}

/// The rows of an objective's actions.
pub(super) fn action_rows(here: &Here<'_>, report: usize, objective: usize) -> Vec<ActionRow> {
    let actions = &here.context.model.reports[report].objectives[objective].actions;
    let rows = 0..actions.len();
    rows.map(|at| action_row(here, report, objective, at))
        .collect()
}

/// The row of one action.
pub(super) fn action_row(here: &Here<'_>, report: usize, objective: usize, at: usize) -> ActionRow {
    let context = here.context;
    let edition = &context.model.reports[report];
    let action = &edition.objectives[objective].actions[at];
    let thread = context.index.thread();
    let languages = context.model.languages();
    let complete = action.complete.as_ref().map(|complete| complete.value);
    let reference = edition.reference_date();
    ActionRow {
        id: action.id.value.to_string(),
        number: here.lexicon.count(at + 1),
        title: here.text(&action.title),
        comment: action.comment.as_ref().map(|text| here.line(text)),
        rag: judged(here, action.rag.as_ref().map(|rag| rag.value)),
        status: action
            .status
            .as_ref()
            .map(|found| status(here, found.value)),
        complete,
        complete_text: complete.map(|complete| {
            let complete = Decimal::from(complete);
            here.lexicon.amount(complete, 0, &Unit::Percent, languages)
        }),
        lead: here.maybe(action.lead.as_ref()),
        partners: action
            .partners
            .iter()
            .map(|partner| here.text(partner))
            .collect(),
        start: action.start.as_ref().map(|date| here.date(date.value)),
        due: action.due.as_ref().map(|date| here.date(date.value)),
        overdue: is_overdue(action, reference).then(|| {
            let date = here.lexicon.date(reference);
            here.phrase("overdue", &[("date", date.into())])
        }),
        measures: thread
            .measuring((report, objective, at))
            .map(|row| measured_link(here, report, row))
            .collect(),
        fulfils: thread
            .answered_by(context.model, (report, objective, at))
            .map(|duty| duty_link(here, duty))
            .collect(),
        evaluations: standing_on_action(here, report, objective, at),
        corrected: action_corrected(here, report, objective, at),
        attachments: attachments(here, &action.common),
    }
}

/// The link to a measure that an action of the edition `report` names: its row there, or where that
/// edition has none of the name, the measure's own page.
pub(super) fn measured_link(here: &Here<'_>, report: usize, at: MeasureAt) -> LinkView {
    if at.report == report {
        return measure_link(here, at);
    }
    let (measure, _) = here.context.measure(at);
    let short = measure.common.short_title.as_ref();
    here.link(
        &Place::Measure(measure.id.value.clone()),
        short.unwrap_or(&measure.title),
    )
}

/// The link to a duty, by what it asks: a link takes words alone, none of the Markdown in it.
pub(super) fn duty_link(here: &Here<'_>, (guidance, body, at): DutyAt) -> LinkView {
    let duty = &here.context.model.guidance[guidance].responsibilities[body].duties[at];
    let anchor = duty_anchor(duty.id.value.as_str());
    LinkView {
        href: here.href_at(&Place::Duties(guidance), Some(&anchor)),
        text: here.plain_text(&duty.text),
    }
}

/// The link to a measure's row in its own edition.
pub(super) fn measure_link(here: &Here<'_>, at: MeasureAt) -> LinkView {
    let objective = &here.context.model.reports[at.report].objectives[at.objective];
    let measure = &objective.measures[at.measure];
    let anchor = row_anchor(objective, measure.id.value.as_str());
    let title = measure
        .common
        .short_title
        .as_ref()
        .unwrap_or(&measure.title);
    let place = Place::Objective(at.report, at.objective);
    LinkView {
        href: here.href_at(&place, Some(&anchor)),
        text: here.text(title),
    }
}

/// The link to an action's row in its own edition.
pub(super) fn action_link(
    here: &Here<'_>,
    report: usize,
    objective: usize,
    action: usize,
) -> LinkView {
    let found = &here.context.model.reports[report].objectives[objective].actions[action];
    let anchor = action_anchor(found.id.value.as_str());
    LinkView {
        href: here.href_at(&Place::Objective(report, objective), Some(&anchor)),
        text: here.text(found.common.short_title.as_ref().unwrap_or(&found.title)),
    }
}

/// The word for a status.
pub(super) fn status(here: &Here<'_>, status: ActionStatus) -> String {
    here.word(&format!("status-{}", status.as_str()))
}
