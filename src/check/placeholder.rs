//! What is still to be filled in: in the accessibility statement, and of a report that was begun.

use std::ops::Range;

use crate::{
    check::{Rule, Subject},
    model::Report,
    syntax,
    text::{Code, Diagnostic, Diagnostics, Severity},
};

/// What stands in square brackets in the accessibility statement is filled in: only its publisher
/// knows what was tested, and whom to write to. In a report a paragraph that is wholly in brackets
/// is a prompt; other brackets there are a writer's own.
pub const RULE: Rule = Rule {
    codes: &[Code::PlaceholderLeft],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    statement(subject, diagnostics);
    for report in &subject.model.reports {
        let own = report.sections.iter().map(|section| &section.prose);
        let inside = report.objectives.iter().flat_map(|objective| {
            let sections = objective.sections.iter().map(|section| &section.prose);
            std::iter::once(&objective.why).chain(sections)
        });
        let texts = std::iter::once(&report.introduction)
            .chain(own)
            .chain(inside);
        for markdown in texts.flat_map(|prose| prose.by_language.values()) {
            let Some(prompt) = prompt(&markdown.text) else {
                continue;
            };
            let span = markdown.span.part(prompt.start, prompt.end);
            let found = Diagnostic::new(
                Code::PlaceholderLeft,
                span,
                "this text is still to be written",
            )
            .help("write it in place of the words in brackets");
            // Nobody is to read on a published page what its writer was to do.
            let found = if report.is_draft() {
                found
            } else {
                found.severity(Severity::Error)
            };
            diagnostics.push(found);
        }
    }
}

/// Where the first paragraph stands that is wholly in brackets.
fn prompt(text: &str) -> Option<Range<usize>> {
    // Few texts have a line that begins so, and only those are parsed.
    let mut lines = text.lines();
    if !lines.any(|line| line.trim_start().starts_with('[')) {
        return None;
    }
    let mut found = syntax::bracketed(text).into_iter();
    found.find(|range| {
        let before = text[..range.start].trim_end_matches([' ', '\r']);
        let after = text[range.end..].trim_start_matches([' ', '\r']);
        let begins = before.trim().is_empty() || before.replace('\r', "").ends_with("\n\n");
        let ends = after.replace('\r', "");
        begins && (ends.trim().is_empty() || ends.starts_with("\n\n"))
    })
}

/// What is left to fill in of the accessibility statement.
fn statement(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let Some(at) = model.accessibility_page() else {
        return;
    };
    for markdown in model.pages[at].prose.by_language.values() {
        let Some(first) = syntax::bracketed(&markdown.text).into_iter().next() else {
            continue;
        };
        let count = syntax::bracketed(&markdown.text).len();
        let text = markdown.text[first.clone()]
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
        let rest = match count - 1 {
            0 => String::new(),
            1 => ", and 1 more place".to_owned(),
            more => format!(", and {more} more places"),
        };
        let span = markdown.span.part(first.start, first.end);
        let message = format!("the accessibility statement still has `{text}` to fill in{rest}");
        let found = Diagnostic::new(Code::PlaceholderLeft, span, message)
            .help("write what holds for this site, and take the brackets out");
        // What `init` writes is for no public yet: it says not where it will stand.
        let on_the_web = model.settings.base_url.is_some();
        diagnostics.push(
            if on_the_web && model.reports.iter().any(Report::is_public) {
                found.severity(Severity::Warning)
            } else {
                found
            },
        );
    }
}
