//! Diagnostics that an item's authors stand by.

use std::collections::BTreeSet;

use crate::{
    model::{Extent, Model},
    text::{Code, Diagnostic, Diagnostics, Severity, Span},
};

/// Turns every diagnostic that its item accepts into a note that prints the reason, and notes each
/// `accept` entry that matches nothing. Where two items accept the same one, the inner one's reason
/// is printed. Without `hints` none were looked for, and none is missed.
///
/// Only what concerns the content's meaning can be accepted: a file that cannot be read or a link
/// that leads nowhere is still an error.
pub fn accept(model: &Model, hints: bool, diagnostics: &mut Diagnostics) {
    let mut unused = Vec::new();
    let mut accepted = BTreeSet::new();
    // Few accept anything.
    let items = model.items().filter(|item| !item.common.accept.is_empty());
    for item in items {
        for entry in &item.common.accept {
            let code = entry.code.value;
            let mut used = false;
            let own = diagnostics
                .iter_mut()
                .enumerate()
                .filter(|(_, diagnostic)| {
                    diagnostic.code == code && holds_of(item.extent, code, diagnostic.span, model)
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
            let looked_for = hints || !code.is_hint();
            if !used && looked_for && !has_fault(item.extent, model) {
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

/// How to accept a finding of this kind at this place, to follow `or` in a help.
pub(super) fn way(code: Code, at: Span, model: &Model) -> String {
    let code = code.as_str();
    if model.sources.is_table(at) {
        format!("accept it with a reason in a column `accept.{code}`")
    } else {
        format!("accept it with a reason: `accept: [{{code: {code}, reason: …}}]`")
    }
}

/// Whether authors may stand by findings of this kind: those about what the content means.
pub fn is_acceptable(code: Code) -> bool {
    matches!(
        code,
        Code::FractionContradicted
            | Code::FigureContradicted
            | Code::UnitRepeated
            | Code::PercentageUnlinked
            | Code::RagContradicted
            | Code::RedUnexplained
            | Code::PercentOutside
            | Code::LongDecimals
            | Code::SmallNumber
            | Code::PreviousRestated
            | Code::ReplacedOverlap
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
            | Code::TranslationHeadings
    )
}

/// Whether a finding of this kind belongs to the part of the content. How far a report is translated is
/// said once for all of its objectives.
fn holds_of(extent: Extent, code: Code, span: Span, model: &Model) -> bool {
    match (extent, code) {
        (
            Extent::Folder(file),
            Code::TranslationMissing | Code::TranslationStale | Code::TranslationHeadings,
        ) => holds(Extent::Tree(file), span, model),
        _ => holds(extent, span, model),
    }
}

fn holds(extent: Extent, span: Span, model: &Model) -> bool {
    let path = |span: Span| model.sources.get(span.source).path();
    let folder = |span: Span| path(span).rsplit_once('/').map(|(folder, _)| folder);
    // Where the folder of a file goes on to that of the finding.
    let below = |file: Span| folder(span)?.strip_prefix(folder(file)?);
    match extent {
        Extent::Entry(entry) => {
            entry.source == span.source && entry.start <= span.start && span.end <= entry.end
        }
        Extent::File(file) => {
            file.source == span.source || stem(path(file), model) == stem(path(span), model)
        }
        Extent::Folder(file) => below(file).is_some_and(|rest| matches!(rest, "" | "/evaluations")),
        Extent::Tree(file) => {
            below(file).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        }
    }
}

/// Whether reading found an error in it.
fn has_fault(extent: Extent, model: &Model) -> bool {
    if let Extent::Entry(entry) = extent {
        return model.faults.within(entry);
    }
    let mut files = model.faults.files().into_iter();
    files.any(|file| holds(extent, Span::file(file), model))
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
