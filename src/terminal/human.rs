//! A diagnostic for people: what, where, the line itself with a caret, and the way to mend it.

use std::ops::Range;

use annotate_snippets::{AnnotationKind, Element, Group, Level, Origin, Renderer, Snippet};

use crate::text::{Diagnostic, Label, Severity, Source, Sources, Span};

/// How the reader sees: the width of the terminal, and whether drawings are any use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// Columns of the terminal.
    pub width: usize,
    /// Sentences alone, for screen readers and braille: no lines, bars or carets.
    pub without_drawings: bool,
}

impl Look {
    /// What fits where nobody says how wide the terminal is.
    pub const WIDTH: usize = 120;
}

impl Default for Look {
    fn default() -> Self {
        Self {
            width: Self::WIDTH,
            without_drawings: false,
        }
    }
}

/// How many lines apart two places may be to be shown as one piece of the file.
const NEAR: usize = 40;

/// How many characters of a line behind a place are looked at, at most. What is shown in the end is
/// cut on both sides to the width of the terminal.
const BEHIND: usize = 400;

/// The last column that is still shown. Nobody wrote a longer line by hand.
const LONGEST: usize = 20_000;

/// A diagnostic with colours, and an empty line behind it. Characters that steer a terminal are shown,
/// not sent, wherever they come from.
pub fn render(diagnostic: &Diagnostic, sources: &Sources, look: Look) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = level
        .primary_title(diagnostic.message.as_str())
        .id(diagnostic.code.as_str());
    let mut group = Group::with_title(title);

    let primary = sources.get(diagnostic.span.source);
    let line = primary.location(diagnostic.span.start as usize).line;
    let (near, far): (Vec<_>, Vec<_>) = diagnostic.labels.iter().partition(|label| {
        let source = sources.get(label.span.source);
        let other = source.location(label.span.start as usize).line;
        label.span.source == diagnostic.span.source && other.abs_diff(line) <= NEAR
    });
    let mut marks = vec![Mark {
        span: diagnostic.span,
        kind: AnnotationKind::Primary,
        text: None,
    }];
    marks.extend(near.into_iter().map(Mark::second));
    group = group.element(excerpt(primary, &marks));
    for label in far {
        let source = sources.get(label.span.source);
        group = group.element(excerpt(source, &[Mark::second(label)]));
    }
    if let Some(help) = &diagnostic.help {
        group = group.element(Level::HELP.message(help.as_str()));
    }
    let renderer = Renderer::styled()
        .term_width(look.width)
        .no_graphics(look.without_drawings);
    let mut text = renderer.render(&[group]);
    text.push_str("\n\n");
    text
}

/// A place in a snippet.
struct Mark<'a> {
    span: Span,
    kind: AnnotationKind,
    text: Option<&'a str>,
}

impl<'a> Mark<'a> {
    fn second(label: &'a Label) -> Self {
        Self {
            span: label.span,
            kind: AnnotationKind::Context,
            text: Some(&label.text),
        }
    }
}

/// The lines of a source from the first mark to the last, under the place of the first in `marks`.
fn excerpt<'a>(source: &'a Source, marks: &[Mark<'a>]) -> Element<'a> {
    let path = source.path().replace(char::is_control, "\u{fffd}");
    let at = |mark: &Mark| source.location(mark.span.start as usize);
    let lines = marks.iter().map(|mark| at(mark).line);
    let (Some(first), Some(last)) = (lines.clone().min(), lines.max()) else {
        return Origin::path(path).into();
    };
    if source.text().is_empty() {
        // A folder, or a file that cannot be read, has no lines.
        return Origin::path(path).into();
    }
    if marks.iter().any(|mark| at(mark).column > LONGEST) {
        let place = at(&marks[0]);
        let origin = Origin::path(path).line(place.line);
        return origin.char_column(place.column).into();
    }
    let mut text = String::new();
    let mut annotations = Vec::new();
    for number in first..=last {
        let here: Vec<&Mark> = marks
            .iter()
            .filter(|mark| at(mark).line == number)
            .collect();
        let line = Line::new(source, number, &here);
        for mark in here {
            let range = line.place(mark.span, text.len());
            annotations.push(mark.kind.span(range).label(mark.text));
        }
        text.push_str(line.shown);
        text.push('\n');
    }
    let snippet = Snippet::source(text).path(path).line_start(first);
    snippet.annotations(annotations).into()
}

/// The part of a line that is shown.
struct Line<'a> {
    /// The byte of the source that it begins with.
    start: usize,
    shown: &'a str,
}

impl<'a> Line<'a> {
    fn new(source: &'a Source, number: usize, marks: &[&Mark]) -> Self {
        let whole = source.line(number);
        let text = whole.trim_start_matches('\u{feff}');
        // The line is a part of the text, so its own address tells where it begins.
        let start = text.as_ptr() as usize - source.text().as_ptr() as usize;
        let places = marks.iter().map(|mark| mark.span.start as usize);
        let last = places.max().unwrap_or(start).saturating_sub(start);
        let end = forward(text, last.min(text.len()), BEHIND);
        Self {
            start,
            shown: &text[..end],
        }
    }

    /// Where a span stands in the part that is shown, if that part begins at `base`. A span over
    /// several lines is shown by its first.
    fn place(&self, span: Span, base: usize) -> Range<usize> {
        let within = |byte: u32| {
            let byte = (byte as usize)
                .saturating_sub(self.start)
                .min(self.shown.len());
            floor(self.shown, byte)
        };
        let start = within(span.start);
        let end = within(span.end).max(start);
        let trimmed = self.shown[start..end].trim_end();
        base + start..base + start + trimmed.len()
    }
}

/// The last character boundary that is not behind `byte`.
fn floor(text: &str, byte: usize) -> usize {
    let boundaries = (0..=byte).rev();
    let mut boundaries = boundaries.filter(|at| text.is_char_boundary(*at));
    boundaries.next().unwrap_or(0)
}

/// The character boundary `count` characters after `byte`.
fn forward(text: &str, byte: usize, count: usize) -> usize {
    let byte = floor(text, byte);
    let mut after = text[byte..].char_indices();
    after.nth(count).map_or(text.len(), |(at, _)| byte + at)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Code;

    /// What is printed of a fault at the first `at` in `text`, without colours.
    fn shown(text: &str, at: &str, width: usize) -> String {
        let mut sources = Sources::new();
        let start = text.find(at).unwrap();
        let source = sources.add(Source::new("content/site.yaml", text));
        let span = Span::new(source, start, start + at.len());
        let diagnostic = Diagnostic::new(Code::UnknownField, span, "unknown key `tilte`")
            .help("did you mean `title`?");
        plain(
            &diagnostic,
            &sources,
            Look {
                width,
                ..Look::default()
            },
        )
    }

    fn plain(diagnostic: &Diagnostic, sources: &Sources, look: Look) -> String {
        anstream::adapter::strip_str(&render(diagnostic, sources, look)).to_string()
    }

    #[test]
    fn the_line_stands_there_with_a_caret() {
        let text = "\u{feff}organisation: Cyngor Tŷ Ŵyn\r\nlist:\r\n\ttŷ: x  tilte: y\r\n";
        insta::assert_snapshot!(shown(text, "tilte", 100));
        insta::assert_snapshot!(shown(text, "Ŵyn", 100));
    }

    #[test]
    fn long_lines_are_cut_around_the_caret() {
        let text = format!("{}tilte{}", "before ".repeat(300), " after".repeat(300));
        let shown = shown(&text, "tilte", 80);
        assert!(shown.contains("content/site.yaml:1:2101\n"), "{shown}");
        assert!(
            shown.lines().all(|line| line.chars().count() <= 90),
            "{shown}"
        );
        caret_is_under(&shown, "tilte");
    }

    #[test]
    fn carets_stand_under_wide_characters_and_tabs() {
        for (text, column) in [
            ("評価: tilte", 5),
            ("\t\ttilte: x", 3),
            ("e\u{301}: tilte", 5),
            ("\u{feff}tilte", 1),
        ] {
            let shown = shown(text, "tilte", 100);
            assert!(
                shown.contains(&format!("site.yaml:1:{column}\n")),
                "{shown}"
            );
            caret_is_under(&shown, "tilte");
        }
    }

    fn caret_is_under(shown: &str, word: &str) {
        let width = |text: &str| -> usize {
            let one = |c: char| match c {
                '\u{300}'..='\u{36f}' => 0,
                '\u{1100}'.. => 2,
                _ => 1,
            };
            text.chars().map(one).sum()
        };
        let line = shown
            .lines()
            .find(|line| line.contains('|') && line.contains(word))
            .unwrap();
        let caret = shown.lines().find(|line| line.contains('^')).unwrap();
        let of = |line: &str, word: &str| width(&line[..line.find(word).unwrap()]);
        assert_eq!(of(line, word), of(caret, "^^^^^"), "{shown}");
    }

    #[test]
    fn second_places_near_and_far() {
        let mut sources = Sources::new();
        let lines: Vec<_> = (1..100).map(|at| format!("- id: x{at}")).collect();
        let lines = lines.join("\n");
        let here = sources.add(Source::new("content/a.yaml", &lines));
        let there = sources.add(Source::new("content/b.yaml", "id: x1\n"));
        let span = |source, word: &str| {
            let start = sources.get(source).text().find(word).unwrap();
            Span::new(source, start, start + word.len())
        };
        let diagnostic =
            Diagnostic::new(Code::DuplicateId, span(here, "x5"), "the id `x5` is taken")
                .label(span(here, "x2"), "near")
                .label(span(here, "x77"), "far")
                .label(span(there, "x1"), "elsewhere");
        insta::assert_snapshot!(plain(&diagnostic, &sources, Look::default()));
        let look = Look {
            without_drawings: true,
            ..Look::default()
        };
        insta::assert_snapshot!(plain(&diagnostic, &sources, look));
    }

    #[test]
    fn places_without_text_and_at_the_end() {
        let mut sources = Sources::new();
        let empty = sources.add(Source::new("content/reports", ""));
        let ending = sources.add(Source::new("content/x.md", "---\ntitle: x\n"));
        let several = sources.add(Source::new("content/y.md", "one\ntwo\nthree\n"));
        let all: String = [
            Span::file(empty),
            Span::new(ending, 13, 13),
            Span::new(several, 5, 14),
        ]
        .map(|span| Diagnostic::new(Code::FrontMatter, span, "no closing `---`"))
        .iter()
        .map(|diagnostic| plain(diagnostic, &sources, Look::default()))
        .collect();
        insta::assert_snapshot!(all);
    }

    #[test]
    fn a_file_cannot_steer_the_terminal() {
        let mut sources = Sources::new();
        let source = sources.add(Source::new("a\u{1b}[2J.md", "x \u{1b}[31mred"));
        let diagnostic = Diagnostic::new(
            Code::UnknownField,
            Span::new(source, 0, 1),
            "key `\u{1b}[2J`",
        );
        let text = render(&diagnostic, &sources, Look::default());
        assert!(
            !text.contains("\u{1b}[2J") && !text.contains("\u{1b}[31m"),
            "{text:?}"
        );
    }
}
