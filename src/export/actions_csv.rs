//! The actions of one report as a table.

use crate::{
    export::csv_file::{csv, list, text},
    facts::is_overdue,
    model::{Action, ActionStatus, Date, Judgement, Language, Model, Objective, Report, Text},
    text::Spanned,
    wording::Lexicon,
};

/// What one row draws on.
struct Row<'a> {
    words: &'a Lexicon,
    languages: &'a [Language],
    report: &'a Report,
    objective: &'a Objective,
    action: &'a Action,
}

/// The key of a heading, and its cell in a row.
type Column = (&'static str, fn(&Row<'_>) -> String);

/// The columns, in order. Codes are the ones of `data/site.json`, whatever the language.
const COLUMNS: &[Column] = &[
    ("csv-report", |row| row.report.id.to_string()),
    ("csv-objective", |row| row.objective.id.to_string()),
    ("csv-objective-code", |row| {
        row.objective.code.as_deref().unwrap_or_default().to_owned()
    }),
    ("csv-objective-title", |row| {
        row.text(Some(&row.objective.title))
    }),
    ("csv-action", |row| row.action.id.value.to_string()),
    ("csv-title", |row| row.text(Some(&row.action.title))),
    ("csv-judgement", |row| {
        word(row.action.rag.as_ref(), Judgement::as_str)
    }),
    ("csv-status", |row| {
        word(row.action.status.as_ref(), ActionStatus::as_str)
    }),
    ("csv-complete", |row| {
        let complete = row.action.complete.as_ref();
        complete
            .map(|complete| complete.value.to_string())
            .unwrap_or_default()
    }),
    ("csv-lead", |row| row.text(row.action.lead.as_ref())),
    ("csv-partners", |row| {
        list(row.action.partners.iter().map(|name| row.text(Some(name))))
    }),
    ("csv-start", |row| date(row.action.start.as_ref())),
    ("csv-due", |row| date(row.action.due.as_ref())),
    ("csv-overdue", |row| row.overdue()),
    ("csv-works-on", |row| {
        list(row.action.measures.iter().map(|id| &id.value))
    }),
    ("csv-fulfils", |row| {
        list(row.action.fulfils.iter().map(|duty| &duty.value))
    }),
    ("csv-comment", |row| row.text(row.action.comment.as_ref())),
];

/// `data/<report>/actions.csv`: one line for each action of the report at this place in the model,
/// with headings and texts in the language of `words`.
///
/// # Panics
/// When the model has no such report.
pub fn actions_csv(model: &Model, words: &Lexicon, report: usize) -> Vec<u8> {
    let report = &model.reports[report];
    let rows = report.objectives.iter().flat_map(|objective| {
        objective.actions.iter().map(move |action| Row {
            words,
            languages: model.languages(),
            report,
            objective,
            action,
        })
    });
    let headings = COLUMNS.iter().map(|(key, _)| words.word(key)).collect();
    let lines = rows.map(|row| COLUMNS.iter().map(|(_, cell)| cell(&row)).collect());
    csv(std::iter::once(headings).chain(lines))
}

impl Row<'_> {
    fn text(&self, own: Option<&Text>) -> String {
        text(own, self.words, self.languages)
    }

    /// Whether the action is overdue; blank where it has no due date.
    fn overdue(&self) -> String {
        if self.action.due.is_none() {
            return String::new();
        }
        let overdue = is_overdue(self.action, self.report.reference_date());
        self.words.word(if overdue { "yes" } else { "no" })
    }
}

fn word<T: Copy>(value: Option<&Spanned<T>>, word: fn(T) -> &'static str) -> String {
    value
        .map(|value| word(value.value))
        .unwrap_or_default()
        .to_owned()
}

fn date(date: Option<&Spanned<Date>>) -> String {
    date.map(|date| date.value.to_string()).unwrap_or_default()
}
