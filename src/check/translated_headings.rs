//! A translation has the headings of the text that it translates.

use std::ops::Range;

use crate::{
    check::{Check, Rule},
    model::{Language, Model},
    text::{Code, Diagnostic, Diagnostics, Span},
    translation::{Form, Headings, Piece, Placed, State, Translatable, targets},
};

/// The headings of a translation come in the order of those that they translate and at the same levels,
/// so that a place on the page has the same anchor in every language. Of a translation that is stale
/// it is known already that it says something else.
pub const RULE: Rule = Rule {
    codes: &[Code::TranslationHeadings],
    check: Check::Texts(check),
};

fn check(texts: &[Translatable<'_>], model: &Model, diagnostics: &mut Diagnostics) {
    let first = model.settings.first_language();
    let whole = |text: &&Translatable<'_>| text.form == Form::Markdown && text.field.is_empty();
    for text in texts.iter().filter(whole) {
        let Some(source) = text.texts.get(first) else {
            continue;
        };
        for language in targets(model) {
            let stale = text.state(language, model) == State::Stale;
            let Some(own) = text.texts.get(language).filter(|_| !stale) else {
                continue;
            };
            let Headings {
                own: of_own,
                source: of_source,
                pairs,
            } = Headings::of(own.text, source.text);
            let own = Side::new(language, own, &of_own);
            let source = Side::new(first, source, &of_source);
            diagnostics.extend(at_other_levels(&own, &source, &pairs));
            diagnostics.extend(without_counterpart(&own, &source, &pairs));
        }
    }
}

/// A text in one language with its headings.
struct Side<'t> {
    language: &'t Language,
    piece: &'t Piece<'t>,
    headings: &'t [Placed],
}

impl<'t> Side<'t> {
    fn new(language: &'t Language, piece: &'t Piece<'t>, headings: &'t [Placed]) -> Self {
        Self {
            language,
            piece,
            headings,
        }
    }

    /// Where a heading stands.
    fn span(&self, at: usize) -> Span {
        let text = self.piece.text;
        let range = self.headings[at].heading.range.clone();
        let end = range.start + text[range.clone()].trim_end().len();
        // The place of a Markdown text is that of its first word.
        let blank = text.len() - text.trim_start().len();
        let start = self.piece.span.range().start.saturating_sub(blank);
        Span::new(self.piece.span.source, start + range.start, start + end)
    }

    fn level(&self, at: usize) -> u8 {
        self.headings[at].depth + 1
    }

    fn levels(&self, range: Range<usize>) -> impl Iterator<Item = u8> {
        range.map(|at| self.level(at))
    }

    /// The heading that those before `at` end with, else the first, with what is to be said of where
    /// something is missing at `at`.
    fn neighbour(&self, at: usize) -> Option<(Span, &'static str)> {
        match at.checked_sub(1) {
            Some(before) => Some((self.span(before), "it would come after this one")),
            None if self.headings.is_empty() => None,
            None => Some((self.span(0), "it would come before this one")),
        }
    }
}

/// Headings that are what they translate but for their level, each run of those that are moved alike
/// by its first.
fn at_other_levels(own: &Side<'_>, source: &Side<'_>, pairs: &[(usize, usize)]) -> Vec<Diagnostic> {
    let moved =
        |(at, beside): (usize, usize)| i16::from(own.level(at)) - i16::from(source.level(beside));
    let mut last = 0;
    let mut found = Vec::new();
    for &(at, beside) in pairs {
        let now = moved((at, beside));
        if now != 0 && now != last {
            let (is, was) = (own.level(at), source.level(beside));
            let message = format!(
                "this heading is at level {is} of its text in `{}`, and at level {was} in `{}`",
                own.language, source.language
            );
            let found_here = Diagnostic::new(Code::TranslationHeadings, own.span(at), message)
                .label(source.span(beside), "what it translates")
                .help("give both the same number of `#`, one below the other");
            found.push(found_here);
        }
        last = now;
    }
    found
}

/// Headings between pairs that belong to none.
fn without_counterpart(
    own: &Side<'_>,
    source: &Side<'_>,
    pairs: &[(usize, usize)],
) -> Vec<Diagnostic> {
    let ends = (own.headings.len(), source.headings.len());
    let mut from = (0, 0);
    let mut found = Vec::new();
    for &(at, beside) in pairs.iter().chain([&ends]) {
        found.extend(between(own, from.0..at, source, from.1..beside));
        from = (at + 1, beside + 1);
    }
    found
}

fn between(
    own: &Side<'_>,
    ours: Range<usize>,
    source: &Side<'_>,
    theirs: Range<usize>,
) -> Option<Diagnostic> {
    let (translation, first) = (own.language, source.language);
    let alone = |count: usize, language: &Language| match count {
        1 => format!("this heading is not there in `{language}`"),
        _ => format!(
            "this heading and the {} after it are not there in `{language}`",
            count - 1
        ),
    };
    let code = Code::TranslationHeadings;
    let (place, message, label) = match (ours.len(), theirs.len()) {
        (0, 0) => return None,
        (0, count) => (
            source.span(theirs.start),
            alone(count, translation),
            own.neighbour(ours.start),
        ),
        (count, 0) => (
            own.span(ours.start),
            alone(count, first),
            source.neighbour(theirs.start),
        ),
        (count, others) => {
            let levels = |side: &Side<'_>, range: Range<usize>| {
                let levels = side.levels(range).map(|level| level.to_string());
                levels.collect::<Vec<_>>().join(", ")
            };
            let message = if count == others {
                format!(
                    "the headings from here on are at the levels {} in `{translation}`, and {} in \
                     `{first}`: which of them is which cannot be told",
                    levels(own, ours.clone()),
                    levels(source, theirs.clone()),
                )
            } else {
                format!(
                    "from here on `{translation}` has {}, where `{first}` has {others}: which of \
                     them is which cannot be told",
                    headings(count),
                )
            };
            let label = (source.span(theirs.start), "from here on");
            (own.span(ours.start), message, Some(label))
        }
    };
    let help = format!(
        "write the same headings in `{translation}` as in `{first}`, in the same order: where they \
         differ, links to them lead to other places in one language than in the other"
    );
    let found = Diagnostic::new(code, place, message).help(help);
    Some(match label {
        Some((span, text)) => found.label(span, text),
        None => found,
    })
}

fn headings(count: usize) -> String {
    match count {
        1 => "1 heading".to_owned(),
        _ => format!("{count} headings"),
    }
}
