//! Every text of a model in which links and images may stand.

use crate::{
    check::Subject,
    model::{Common, Language, Markdown, Model, Prose, Section, Text},
    reference::Origin,
    syntax::{Reference, references},
    text::Span,
};

/// A link or image with where it is written.
pub struct Found<'a> {
    /// The link or image.
    pub reference: Reference,
    /// Where names and paths start from.
    pub origin: Origin<'a>,
    /// The language of the text, where it is of one language.
    pub language: Option<&'a Language>,
    text: Placed,
}

/// Where a text stands.
#[derive(Clone, Copy)]
enum Placed {
    /// Letter for letter from the start of this span: a Markdown file.
    Exactly(Span),
    /// Somewhere in this span, with line breaks and quotes that are not its own: a YAML value.
    Within(Span),
}

impl Found<'_> {
    /// Where the target is written, else the whole link or image, else the value it stands in.
    pub fn span(&self) -> Span {
        let range = self.reference.target_range.clone();
        self.part(range.unwrap_or_else(|| self.reference.range.clone()))
    }

    /// The whole link or image, as near as it is known.
    pub fn whole(&self) -> Span {
        self.part(self.reference.range.clone())
    }

    fn part(&self, range: std::ops::Range<usize>) -> Span {
        match self.text {
            Placed::Exactly(span) => span.part(range.start, range.end),
            Placed::Within(span) => span,
        }
    }
}

/// Every link and image of every Markdown text and of every YAML text that is read as Markdown.
pub fn each<'a>(subject: &Subject<'a>, visit: &mut dyn FnMut(&Found<'a>)) {
    let model = subject.model;
    for page in std::iter::once(&model.home).chain(&model.pages) {
        prose(&page.prose, Origin::of(model, page.span), visit);
        common(&page.common, Origin::of(model, page.span), visit);
    }
    for (at, report) in model.reports.iter().enumerate() {
        let origin = Origin::of(model, report.span).report(at);
        prose(&report.introduction, origin, visit);
        sections(&report.sections, origin, visit);
        common(&report.common, origin, visit);
        for correction in &report.corrections {
            text(Some(&correction.reason), origin, visit);
        }
        for place in 0..report.objectives.len() {
            objective(model, at, place, visit);
        }
    }
}

fn objective<'a>(model: &'a Model, at: usize, place: usize, visit: &mut dyn FnMut(&Found<'a>)) {
    let objective = &model.reports[at].objectives[place];
    let origin = Origin::of(model, objective.span).objective(at, place);
    prose(&objective.why, origin, visit);
    sections(&objective.sections, origin, visit);
    common(&objective.common, origin, visit);
    for (_, way) in &objective.ways_of_working {
        text(Some(way), origin, visit);
    }
    for action in &objective.actions {
        text(action.comment.as_ref(), origin, visit);
        common(&action.common, origin, visit);
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
            text(field, origin, visit);
        }
        common(&measure.common, origin, visit);
    }
}

fn sections<'a>(all: &'a [Section], origin: Origin<'a>, visit: &mut dyn FnMut(&Found<'a>)) {
    for section in all {
        prose(&section.prose, origin, visit);
    }
}

fn common<'a>(common: &'a Common, origin: Origin<'a>, visit: &mut dyn FnMut(&Found<'a>)) {
    text(common.summary.as_ref(), origin, visit);
}

fn prose<'a>(prose: &'a Prose, origin: Origin<'a>, visit: &mut dyn FnMut(&Found<'a>)) {
    for (language, Markdown { text, span }) in &prose.by_language {
        all(text, Placed::Exactly(*span), origin, Some(language), visit);
    }
}

fn text<'a>(text: Option<&'a Text>, origin: Origin<'a>, visit: &mut dyn FnMut(&Found<'a>)) {
    for (language, entry) in text.into_iter().flat_map(Text::entries) {
        all(
            &entry.value,
            Placed::Within(entry.span),
            origin,
            language,
            visit,
        );
    }
}

fn all<'a>(
    text: &str,
    placed: Placed,
    origin: Origin<'a>,
    language: Option<&'a Language>,
    visit: &mut dyn FnMut(&Found<'a>),
) {
    // Most texts hold neither; only those that may are parsed.
    if !text.contains("](") && !text.contains("]:") && !text.contains('<') {
        return;
    }
    for reference in references(text) {
        visit(&Found {
            reference,
            origin,
            language,
            text: placed,
        });
    }
}
