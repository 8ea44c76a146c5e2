//! What is taken out of raw HTML in Markdown.

use rayon::prelude::*;

use crate::{
    model::{Markdown, Model, Prose},
    prose::{self, Ids, Options, Resolved, Words},
    text::Diagnostics,
};

/// Every piece of raw HTML that pages will not show, at its place in the Markdown. None where the
/// site trusts its HTML.
pub fn raw_html(model: &Model) -> Diagnostics {
    if model.settings.trusted_html {
        return Diagnostics::new();
    }
    // Only a text with an angle bracket can hold a tag, and few do.
    let suspects: Vec<_> = texts(model)
        .filter(|markdown| markdown.text.contains('<'))
        .collect();
    suspects
        .into_par_iter()
        .flat_map_iter(removed)
        .collect::<Vec<_>>()
        .into_iter()
        .collect()
}

fn removed(markdown: &Markdown) -> Vec<crate::text::Diagnostic> {
    let words = Words {
        table: "",
        footnotes: "",
        footnote: "",
        back: "",
    };
    let options = Options {
        first_level: 2,
        trusted: false,
        words,
    };
    let mut resolve = |_: &_| Resolved::Unknown;
    let rendered = prose::html(&markdown.text, &options, &mut Ids::new(), &mut resolve);
    let removed = rendered.removed.iter();
    removed
        .map(|removed| removed.diagnostic(markdown.span))
        .collect()
}

fn texts(model: &Model) -> impl Iterator<Item = &Markdown> {
    let pages = std::iter::once(&model.home).chain(&model.pages);
    let pages = pages.map(|page| &page.prose);
    let reports = model.reports.iter().flat_map(|report| {
        let sections = report.sections.iter().map(|section| &section.prose);
        std::iter::once(&report.introduction).chain(sections)
    });
    let objectives = model.reports.iter().flat_map(|report| &report.objectives);
    let objectives = objectives.flat_map(|objective| {
        let sections = objective.sections.iter().map(|section| &section.prose);
        std::iter::once(&objective.why).chain(sections)
    });
    let all = pages.chain(reports).chain(objectives);
    all.flat_map(|prose: &Prose| prose.by_language.values())
}
