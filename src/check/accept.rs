//! Diagnostics that an item's authors stand by.

use std::collections::BTreeSet;

use crate::{
    model::{Common, Model},
    text::{Code, Diagnostic, Diagnostics, Severity, Span},
};

/// Turns every diagnostic that its item accepts into a note that prints the reason, and notes each
/// `accept` entry that matches nothing. Where two items accept the same one, the inner one's reason
/// is printed.
///
/// Only what concerns the content's meaning can be accepted: a file that cannot be read or a link
/// that leads nowhere is still an error.
pub fn accept(model: &Model, diagnostics: &mut Diagnostics) {
    let mut unused = Vec::new();
    let mut accepted = BTreeSet::new();
    // Few accept anything.
    let items = items(model).filter(|(common, _)| !common.accept.is_empty());
    for (common, item) in items {
        for entry in &common.accept {
            let code = entry.code.value;
            let mut used = false;
            let own = diagnostics
                .iter_mut()
                .enumerate()
                .filter(|(_, diagnostic)| {
                    diagnostic.code == code && item.holds_of(code, diagnostic.span, model)
                });
            for (at, diagnostic) in own.filter(|_| is_acceptable(code)) {
                used = true;
                if !accepted.insert(at) {
                    continue;
                }
                diagnostic.severity = Severity::Note;
                diagnostic.message =
                    format!("{} (accepted: {})", diagnostic.message, entry.reason.value);
                diagnostic.help = None;
            }
            // What could not be read may hold it.
            if !used && !item.has_fault(model) {
                let name = code.as_str();
                let message = if is_acceptable(code) {
                    format!("`{name}` is accepted here, but nothing of that kind was found")
                } else {
                    format!("`{name}` cannot be accepted: it has to be mended")
                };
                unused.push(
                    Diagnostic::new(Code::AcceptUnused, entry.code.span, message)
                        .help("take the entry out"),
                );
            }
        }
    }
    diagnostics.extend(unused);
}

/// Whether authors may stand by findings of this kind: those about what the content means.
pub fn is_acceptable(code: Code) -> bool {
    matches!(
        code,
        Code::FractionContradicted
            | Code::FigureContradicted
            | Code::RagContradicted
            | Code::RedUnexplained
            | Code::PercentOutside
            | Code::SmallNumber
            | Code::RestatedUnused
            | Code::CompletedUnderHundred
            | Code::PartialAtHundred
            | Code::OngoingAtHundred
            | Code::EmptyObjective
            | Code::AlternativeMissing
            | Code::HtmlRemoved
            | Code::ServesNothing
            | Code::GoalUnserved
            | Code::ActionWithoutMeasure
            | Code::MeasureWithoutAction
            | Code::DutyUnanswered
            | Code::QuestionUnanswered
            | Code::TranslationMissing
            | Code::TranslationStale
    )
}

/// The part of the content that belongs to an item.
enum Extent {
    /// An entry of a file.
    Entry(Span),
    /// A whole file, in every language.
    File(Span),
    /// Every file in a file's folder.
    Folder(Span),
}

impl Extent {
    /// Whether a finding of this kind belongs to it. How far a report is translated is said once
    /// for all of its objectives.
    fn holds_of(&self, code: Code, span: Span, model: &Model) -> bool {
        let path = |span: Span| model.sources.get(span.source).path();
        let within = |file: Span| {
            let folder = path(file).rsplit_once('/').map(|(folder, _)| folder);
            let rest = folder.and_then(|folder| path(span).strip_prefix(folder));
            rest.is_some_and(|rest| rest.starts_with('/'))
        };
        match (self, code) {
            (Self::Folder(file), Code::TranslationMissing | Code::TranslationStale) => {
                within(*file)
            }
            _ => self.holds(span, model),
        }
    }

    fn holds(&self, span: Span, model: &Model) -> bool {
        let path = |span: Span| model.sources.get(span.source).path();
        let folder = |span: Span| path(span).rsplit_once('/').map(|(folder, _)| folder);
        match self {
            Self::Entry(entry) => {
                entry.source == span.source && entry.start <= span.start && span.end <= entry.end
            }
            Self::File(file) => {
                file.source == span.source || stem(path(*file), model) == stem(path(span), model)
            }
            Self::Folder(file) => folder(*file) == folder(span),
        }
    }
}

impl Extent {
    /// Whether reading found an error in it.
    fn has_fault(&self, model: &Model) -> bool {
        match self {
            Self::Entry(entry) => model.faults.within(*entry),
            Self::File(_) | Self::Folder(_) => {
                let mut files = model.faults.files().into_iter();
                files.any(|file| self.holds(Span::file(file), model))
            }
        }
    }
}

/// A path without `.md` and without the language in front of it.
fn stem<'p>(path: &'p str, model: &Model) -> &'p str {
    let Some(stem) = path.strip_suffix(".md") else {
        return path;
    };
    let is_language = |tag: &str| model.languages().iter().any(|it| it.as_str() == tag);
    match stem.rsplit_once('.') {
        Some((stem, tag)) if is_language(tag) => stem,
        _ => stem,
    }
}

/// Everything that can accept, what stands inside another before it.
fn items(model: &Model) -> impl Iterator<Item = (&Common, Extent)> {
    let pages = std::iter::once(&model.home).chain(&model.pages);
    let pages = pages.map(|page| (&page.common, Extent::File(page.span)));
    let reports = model.reports.iter();
    let reports = reports.map(|report| (&report.common, Extent::Folder(report.span)));
    let objectives = model.reports.iter().flat_map(|report| &report.objectives);
    let inside = objectives.flat_map(|objective| {
        let own = (&objective.common, Extent::Folder(objective.span));
        let actions = objective.actions.iter();
        let actions = actions.map(|action| (&action.common, Extent::Entry(action.span)));
        let measures = objective.measures.iter();
        let measures = measures.map(|measure| (&measure.common, Extent::Entry(measure.span)));
        actions.chain(measures).chain([own])
    });
    pages.chain(reports).chain(inside)
}
