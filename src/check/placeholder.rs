//! An accessibility statement says what is so on this site, not what is still to be filled in.

use crate::{
    check::{Rule, Subject},
    syntax,
    text::{Code, Diagnostic, Diagnostics},
};

/// What stands in square brackets in the accessibility statement is filled in: only its publisher
/// knows what was tested, and whom to write to. Elsewhere brackets may be a writer's own.
pub const RULE: Rule = Rule {
    codes: &[Code::PlaceholderLeft],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
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
        diagnostics.push(
            Diagnostic::new(Code::PlaceholderLeft, span, message)
                .help("write what holds for this site, and take the brackets out"),
        );
    }
}
