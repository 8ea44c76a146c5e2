//! Every text of a model that is read as Markdown, with where it stands.

use std::{collections::BTreeSet, ops::Range, sync::Arc};

use rayon::prelude::*;

use crate::{
    model::{Common, Evaluation, Language, Markdown, Model, Prose, Section, Text},
    reference::Origin,
    syntax::Places,
    text::{Sources, Span, Spanned},
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
    /// Where it stands in the content.
    pub written: Written,
    /// The page that it stands on; for what belongs to an objective, that one's.
    pub page: Page,
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

/// A page that texts stand on. Indices are the model's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Page {
    /// The home page.
    Home,
    /// A page of the site's own.
    Free(usize),
    /// A report.
    Report(usize),
    /// An objective of a report.
    Objective(usize, usize),
    /// A framework.
    Framework(usize),
    /// A goal or quality indicator of a framework.
    Item(usize, usize),
    /// A guidance document.
    Guidance(usize),
    /// A chapter of a guidance document.
    Chapter(usize, usize),
    /// The duties of a guidance document.
    Duties(usize),
}

/// Where texts are written and shown.
#[derive(Clone, Copy)]
struct Place<'a> {
    origin: Origin<'a>,
    page: Page,
}

impl<'a> Place<'a> {
    /// The same, for what stands in the folder of another file.
    fn in_folder_of(self, model: &'a Model, span: Span) -> Self {
        let folder = Origin::of(model, span).folder;
        let origin = Origin {
            folder,
            ..self.origin
        };
        Self { origin, ..self }
    }
}

impl Passage<'_> {
    /// Whether the text may hold what leads or shows anything, or raw HTML: a link, an image, a tag. Most do
    /// not.
    pub fn may_lead(&self) -> bool {
        let text = self.text;
        text.contains("](") || text.contains("]:") || text.contains('<')
    }

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

/// Every Markdown text, and every YAML text that is read as Markdown, but for those in the rows of the
/// `plain` objectives, which are named by the indices of report and objective.
pub fn passages<'a>(model: &'a Model, plain: &BTreeSet<(usize, usize)>) -> Vec<Passage<'a>> {
    let mut all = Vec::new();
    let out = &mut all;
    let pages = model.pages.iter().enumerate();
    let pages = pages.map(|(at, page)| (Page::Free(at), page));
    for (at, page) in std::iter::once((Page::Home, &model.home)).chain(pages) {
        let origin = Origin::of(model, page.span);
        let place = Place { origin, page: at };
        prose(&page.prose, place, out);
        common(&page.common, place, out);
    }
    let settings = &model.settings;
    let place = Place {
        origin: Origin::of(model, settings.span),
        page: Page::Home,
    };
    text(settings.summary.as_ref(), place, out);
    text(settings.notice.as_ref(), place, out);
    for at in 0..model.reports.len() {
        report(model, at, plain, out);
    }
    frameworks(model, out);
    guidance(model, out);
    all
}

fn report<'a>(
    model: &'a Model,
    at: usize,
    plain: &BTreeSet<(usize, usize)>,
    out: &mut Vec<Passage<'a>>,
) {
    let report = &model.reports[at];
    let place = Place {
        origin: Origin::of(model, report.span).report(at),
        page: Page::Report(at),
    };
    prose(&report.introduction, place, out);
    sections(&report.sections, place, out);
    common(&report.common, place, out);
    for correction in &report.corrections {
        text(Some(&correction.reason), place, out);
    }
    evaluations(model, &report.evaluations, place, out);
    let objectives = 0..report.objectives.len();
    let inside = objectives.into_par_iter().map(|objective| {
        let mut inside = Vec::new();
        self::objective(model, at, objective, &mut inside);
        if !plain.contains(&(at, objective)) {
            rows(model, at, objective, &mut inside);
        }
        inside
    });
    out.extend(inside.collect::<Vec<_>>().into_iter().flatten());
}

/// Every name that stands by itself and may lead wherever a link may: the evidence of evaluations, and
/// what corrections are about.
pub fn names(model: &Model) -> Vec<Passage<'_>> {
    let mut all = Vec::new();
    for (at, report) in model.reports.iter().enumerate() {
        let place = Place {
            origin: Origin::of(model, report.span).report(at),
            page: Page::Report(at),
        };
        let about = report.corrections.iter();
        let about = about.filter_map(|correction| correction.about.as_ref());
        all.extend(about.map(|name| self::name(name, place)));
        evidence(model, &report.evaluations, place, &mut all);
        for (objective, found) in report.objectives.iter().enumerate() {
            let place = Place {
                origin: Origin::of(model, found.span).objective(at, objective),
                page: Page::Objective(at, objective),
            };
            evidence(model, &found.evaluations, place, &mut all);
        }
    }
    all
}

fn evidence<'a>(
    model: &'a Model,
    all: &'a [Evaluation],
    place: Place<'a>,
    out: &mut Vec<Passage<'a>>,
) {
    for found in all {
        let place = place.in_folder_of(model, found.span);
        let evidence = found.answers.iter().flat_map(|answer| &answer.evidence);
        out.extend(evidence.map(|name| self::name(name, place)));
    }
}

fn name<'a>(name: &'a Spanned<Arc<str>>, place: Place<'a>) -> Passage<'a> {
    Passage {
        text: &name.value,
        origin: place.origin,
        page: place.page,
        language: None,
        written: Written::Value(name.span),
    }
}

fn frameworks<'a>(model: &'a Model, out: &mut Vec<Passage<'a>>) {
    for (at, framework) in model.frameworks.iter().enumerate() {
        let place = Place {
            origin: Origin::of(model, framework.span),
            page: Page::Framework(at),
        };
        prose(&framework.introduction, place, out);
        common(&framework.common, place, out);
        for (item, found) in framework.items.iter().enumerate() {
            let place = Place {
                origin: Origin::of(model, found.span),
                page: Page::Item(at, item),
            };
            common(&found.common, place, out);
            for theme in &found.themes {
                text(theme.illustration.as_ref(), place, out);
            }
            for question in &found.questions {
                text(Some(&question.text), place, out);
            }
        }
    }
}

fn guidance<'a>(model: &'a Model, out: &mut Vec<Passage<'a>>) {
    for (at, guidance) in model.guidance.iter().enumerate() {
        let origin = Origin::of(model, guidance.span);
        let page = Page::Guidance(at);
        let place = Place { origin, page };
        prose(&guidance.introduction, place, out);
        common(&guidance.common, place, out);
        for (chapter, found) in guidance.chapters.iter().enumerate() {
            let page = Page::Chapter(at, chapter);
            let place = Place { origin, page };
            prose(&found.prose, place, out);
            common(&found.common, place, out);
        }
        let page = Page::Duties(at);
        let place = Place { origin, page };
        for body in &guidance.responsibilities {
            text(body.says.as_ref(), place, out);
        }
        for (_, duty) in guidance.duties() {
            text(Some(&duty.text), place, out);
            for part in &duty.includes {
                text(Some(part), place, out);
            }
        }
    }
}

fn evaluations<'a>(
    model: &'a Model,
    all: &'a [Evaluation],
    place: Place<'a>,
    out: &mut Vec<Passage<'a>>,
) {
    for found in all {
        let place = place.in_folder_of(model, found.span);
        text(found.strengths.as_ref(), place, out);
        text(found.improvements.as_ref(), place, out);
        for remark in &found.themes {
            text(Some(&remark.text), place, out);
        }
        for answer in &found.answers {
            text(answer.text.as_ref(), place, out);
        }
        common(&found.common, place, out);
    }
}

fn objective<'a>(model: &'a Model, report: usize, at: usize, out: &mut Vec<Passage<'a>>) {
    let objective = &model.reports[report].objectives[at];
    let place = Place {
        origin: Origin::of(model, objective.span).objective(report, at),
        page: Page::Objective(report, at),
    };
    prose(&objective.why, place, out);
    sections(&objective.sections, place, out);
    common(&objective.common, place, out);
    for (_, way) in &objective.ways_of_working {
        text(Some(way), place, out);
    }
    evaluations(model, &objective.evaluations, place, out);
}

/// The texts of an objective's actions and measures.
pub(super) fn in_rows(model: &Model, report: usize, at: usize) -> Vec<Passage<'_>> {
    let mut all = Vec::new();
    rows(model, report, at, &mut all);
    all
}

fn rows<'a>(model: &'a Model, report: usize, at: usize, out: &mut Vec<Passage<'a>>) {
    let objective = &model.reports[report].objectives[at];
    let place = Place {
        origin: Origin::of(model, objective.span).objective(report, at),
        page: Page::Objective(report, at),
    };
    for action in &objective.actions {
        text(action.comment.as_ref(), place, out);
        common(&action.common, place, out);
    }
    for measure in &objective.measures {
        let series_break = measure.series_break.as_ref();
        for field in [
            measure.definition.as_ref(),
            measure.source.as_ref(),
            measure.comment.as_ref(),
            series_break.and_then(|found| found.reason.as_ref()),
            measure.rag.as_ref().and_then(|rag| rag.reason.as_ref()),
            measure.restated.as_ref().map(|reason| &reason.value),
        ] {
            text(field, place, out);
        }
        for figure in measure.figures() {
            text(figure.note.as_ref(), place, out);
        }
        common(&measure.common, place, out);
    }
}

fn sections<'a>(all: &'a [Section], place: Place<'a>, out: &mut Vec<Passage<'a>>) {
    for section in all {
        prose(&section.prose, place, out);
    }
}

fn common<'a>(common: &'a Common, place: Place<'a>, out: &mut Vec<Passage<'a>>) {
    text(common.summary.as_ref(), place, out);
}

fn prose<'a>(prose: &'a Prose, place: Place<'a>, out: &mut Vec<Passage<'a>>) {
    for (language, Markdown { text, span }) in &prose.by_language {
        out.push(Passage {
            text,
            origin: place.origin,
            page: place.page,
            language: Some(language),
            written: Written::File(*span),
        });
    }
}

fn text<'a>(text: Option<&'a Text>, place: Place<'a>, out: &mut Vec<Passage<'a>>) {
    for (language, entry) in text.into_iter().flat_map(Text::entries) {
        out.push(Passage {
            text: &entry.value,
            origin: place.origin,
            page: place.page,
            language,
            written: Written::Value(entry.span),
        });
    }
}
