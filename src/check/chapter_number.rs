//! A chapter whose paragraphs have the numbers of another one.

use crate::{
    check::{Check, Rule, Subject},
    model::{Chapter, Markdown},
    syntax::numbered_paragraphs,
    text::{Code, Diagnostic, Diagnostics},
};

/// Where the name of a chapter's file begins with a number, its paragraphs begin with it too, or have no
/// anchors. Source: docs/format.md, "Guidance".
pub const RULE: Rule = Rule {
    codes: &[Code::ChapterNumber],
    check: Check::Site(check),
};

/// One paragraph may begin with a figure; that several begin with one number is no chance.
const FEWEST: usize = 2;

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let guidance = subject.model.guidance.iter();
    let chapters = guidance.flat_map(|guidance| &guidance.chapters);
    let first = subject.model.settings.first_language();
    diagnostics.extend(chapters.filter_map(|chapter| {
        let number = chapter.number().filter(|_| chapter.paragraphs.is_empty())?;
        finding(chapter, number, chapter.prose.by_language.get(first)?)
    }));
}

fn finding(chapter: &Chapter, number: u32, text: &Markdown) -> Option<Diagnostic> {
    let found = numbered_paragraphs(&text.text, None);
    let begin = found.first().filter(|_| found.len() >= FEWEST)?;
    let paragraph = &text.text[begin.clone()];
    let other = paragraph.split('.').next().unwrap_or(paragraph);
    let message = format!(
        "the paragraphs of the chapter `{}` begin with {other}, and it is chapter {number} by the name of its file",
        chapter.id
    );
    let place = text.span.part(begin.start, begin.end);
    let found = Diagnostic::new(Code::ChapterNumber, place, message);
    Some(found.help(format!(
        "nothing can link to them: begin the name of the file with `{other}-`, or the paragraphs with `{number}.`"
    )))
}
