//! What is still to be filled in: in the accessibility statement, and of a report that was begun.

use std::ops::Range;

use crate::{
    check::{Alone, Check, Rule, Subject},
    model::{Prose, Report, Section},
    syntax,
    text::{Code, Diagnostic, Diagnostics, Severity},
};

/// What stands in square brackets in the accessibility statement is filled in: only its publisher
/// knows what was tested, and whom to write to. In a report a paragraph that is wholly in brackets
/// is a prompt; other brackets there are a writer's own.
pub const RULE: Rule = Rule {
    codes: &[Code::PlaceholderLeft],
    check: Check::Site(check),
};

/// The same for the texts of each objective.
pub const OF_OBJECTIVE: Rule = Rule {
    codes: RULE.codes,
    check: Check::Objective(check_objective),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    statement(subject, diagnostics);
    for report in &subject.model.reports {
        let introduction = &report.introduction;
        diagnostics.extend(left(introduction, &report.sections, report.is_draft()));
    }
}

fn check_objective(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    let Alone {
        objective, head, ..
    } = alone;
    diagnostics.extend(left(&objective.why, &objective.sections, head.is_draft));
}

/// What is said of the texts that are still to be written, of a draft or of what is published.
fn left<'a>(
    introduction: &'a Prose,
    sections: &'a [Section],
    is_draft: bool,
) -> impl Iterator<Item = Diagnostic> + use<'a> {
    let sections = sections.iter().map(|section| &section.prose);
    let texts = std::iter::once(introduction).chain(sections);
    let texts = texts.flat_map(|prose| prose.by_language.values());
    texts.filter_map(move |markdown| {
        let prompt = prompt(&markdown.text)?;
        let span = markdown.span.part(prompt.start, prompt.end);
        let message = "this text is still to be written";
        let found = Diagnostic::new(Code::PlaceholderLeft, span, message)
            .help("write it in place of the words in brackets");
        // Nobody is to read on a published page what its writer was to do.
        Some(if is_draft {
            found
        } else {
            found.severity(Severity::Error)
        })
    })
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
