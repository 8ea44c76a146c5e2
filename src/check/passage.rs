//! Every text of a model that is read as Markdown, with where it stands.

use std::ops::Range;

use crate::{
    model::{Common, Language, Markdown, Model, Prose, Section, Text},
    reference::Origin,
    syntax::Places,
    text::{Sources, Span},
};

/// A text that is read as Markdown.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// The Markdown.
    pub text: &'a str,
    /// Where names and paths start from.
    pub origin: Origin<'a>,
    /// The language of the text, where it is of one language.
    pub language: Option<&'a Language>,
    /// Where it stands.
    pub written: Written,
}

/// Where a text stands, and how.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// Letter for letter from the start of this span: a Markdown file.
    File(Span),
    /// In this span, with line breaks, indentation and quotes that are not its own: a YAML value or
    /// a cell. It is set within a line.
    Value(Span),
}

impl Passage<'_> {
    /// Where a part of the text is written; `part` are bytes of it.
    pub fn place(&self, part: Range<usize>, sources: &Sources) -> Span {
        match self.written {
            Written::File(span) => span.part(part.start, part.end),
            Written::Value(span) => {
                let found = Places::of(sources.slice(span), self.text).find(part);
                span.part(found.start, found.end)
            }
        }
    }
}

/// Every Markdown text, and every YAML text that is read as Markdown.
pub fn passages(model: &Model) -> Vec<Passage<'_>> {
    let mut all = Vec::new();
    let out = &mut all;
    for page in std::iter::once(&model.home).chain(&model.pages) {
        prose(&page.prose, Origin::of(model, page.span), out);
        common(&page.common, Origin::of(model, page.span), out);
    }
    let settings = &model.settings;
    let origin = Origin::of(model, settings.span);
    text(settings.summary.as_ref(), origin, out);
    for (at, report) in model.reports.iter().enumerate() {
        let origin = Origin::of(model, report.span).report(at);
        prose(&report.introduction, origin, out);
        sections(&report.sections, origin, out);
        common(&report.common, origin, out);
        for correction in &report.corrections {
            text(Some(&correction.reason), origin, out);
        }
        for place in 0..report.objectives.len() {
            objective(model, at, place, out);
        }
    }
    all
}

fn objective<'a>(model: &'a Model, at: usize, place: usize, out: &mut Vec<Passage<'a>>) {
    let objective = &model.reports[at].objectives[place];
    let origin = Origin::of(model, objective.span).objective(at, place);
    prose(&objective.why, origin, out);
    sections(&objective.sections, origin, out);
    common(&objective.common, origin, out);
    for (_, way) in &objective.ways_of_working {
        text(Some(way), origin, out);
    }
    for action in &objective.actions {
        text(action.comment.as_ref(), origin, out);
        common(&action.common, origin, out);
    }
    for measure in &objective.measures {
        let series_break = measure.series_break.as_ref();
        for field in [
            measure.definition.as_ref(),
            measure.source.as_ref(),
            measure.comment.as_ref(),
            series_break.and_then(|found| found.reason.as_ref()),
            measure.rag.as_ref().and_then(|rag| rag.reason.as_ref()),
        ] {
            text(field, origin, out);
        }
        common(&measure.common, origin, out);
    }
}

fn sections<'a>(all: &'a [Section], origin: Origin<'a>, out: &mut Vec<Passage<'a>>) {
    for section in all {
        prose(&section.prose, origin, out);
    }
}

fn common<'a>(common: &'a Common, origin: Origin<'a>, out: &mut Vec<Passage<'a>>) {
    text(common.summary.as_ref(), origin, out);
}

fn prose<'a>(prose: &'a Prose, origin: Origin<'a>, out: &mut Vec<Passage<'a>>) {
    for (language, Markdown { text, span }) in &prose.by_language {
        out.push(Passage {
            text,
            origin,
            language: Some(language),
            written: Written::File(*span),
        });
    }
}

fn text<'a>(text: Option<&'a Text>, origin: Origin<'a>, out: &mut Vec<Passage<'a>>) {
    for (language, entry) in text.into_iter().flat_map(Text::entries) {
        out.push(Passage {
            text: &entry.value,
            origin,
            language,
            written: Written::Value(entry.span),
        });
    }
}
