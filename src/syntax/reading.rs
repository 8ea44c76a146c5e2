//! A Markdown text as it reads.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::syntax::markdown;

/// What stands in the place of code, images and links without a text, which are no words.
const NO_WORDS: char = '\u{fffc}';

/// The words of a Markdown text without its marks: escapes and entities undone, a line break as a blank,
/// what is code, a tag, an image or a link without a text as one character that is in no word, and an empty line between blocks.
#[derive(Clone, Debug, Default)]
pub struct Reading {
    text: String,
    pieces: Vec<Piece>,
    /// Where its links lead, as written.
    targets: Vec<String>,
}

/// A part of the words that was written in one go.
#[derive(Clone, Debug)]
struct Piece {
    /// Its bytes in the words.
    read: Range<usize>,
    /// Its bytes in the Markdown.
    written: Range<usize>,
    /// Of which link it is the text, if of any.
    link: Option<usize>,
}

impl Reading {
    /// How `text` reads.
    pub fn of(text: &str) -> Self {
        let mut reading = Self::default();
        let mut wordless = 0_usize;
        let (mut link, mut before_link) = (None, 0);
        for (event, range) in markdown(text) {
            match event {
                Event::Start(Tag::Link { dest_url, .. }) => {
                    link = Some(reading.targets.len());
                    reading.targets.push(dest_url.into_string());
                    before_link = reading.pieces.len();
                }
                Event::End(TagEnd::Link) => {
                    // What is to be filled in parts the words around it.
                    if reading.pieces.len() == before_link && wordless == 0 {
                        reading.push(&NO_WORDS.to_string(), range, link);
                    }
                    link = None;
                }
                Event::Start(Tag::Image { .. } | Tag::CodeBlock(_)) => wordless += 1,
                Event::End(TagEnd::Image) => {
                    wordless = wordless.saturating_sub(1);
                    reading.push(&NO_WORDS.to_string(), range, link);
                }
                Event::End(TagEnd::CodeBlock) => wordless = wordless.saturating_sub(1),
                Event::Text(part) if wordless == 0 => reading.push(&part, range, link),
                Event::Code(_) | Event::InlineHtml(_) if wordless == 0 => {
                    reading.push(&NO_WORDS.to_string(), range, link);
                }
                Event::SoftBreak | Event::HardBreak if wordless == 0 => {
                    reading.push(" ", range, link);
                }
                Event::Start(
                    Tag::Paragraph
                    | Tag::Heading { .. }
                    | Tag::Item
                    | Tag::TableCell
                    | Tag::FootnoteDefinition(_)
                    | Tag::BlockQuote(_),
                ) if !reading.text.is_empty() => {
                    reading.push("\n\n", range.start..range.start, None);
                }
                _ => {}
            }
        }
        reading
    }

    fn push(&mut self, words: &str, written: Range<usize>, link: Option<usize>) {
        let start = self.text.len();
        self.text.push_str(words);
        self.pieces.push(Piece {
            read: start..self.text.len(),
            written,
            link,
        });
    }

    /// The words.
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The words that are written before and behind a part of the Markdown.
    pub fn beside(&self, part: &Range<usize>) -> (&str, &str) {
        let before = self.pieces.iter().rev();
        let mut before = before.skip_while(|piece| piece.written.end > part.start);
        let mut behind = self.pieces.iter();
        let behind = behind.find(|piece| piece.written.start >= part.end);
        let before = before.next().map_or(0, |piece| piece.read.end);
        let behind = behind.map_or(self.text.len(), |piece| piece.read.start);
        (&self.text[..before], &self.text[behind..])
    }

    /// Where a part of the words is written in the Markdown.
    pub fn written(&self, part: &Range<usize>) -> Range<usize> {
        let mut within = self.within(part);
        let first = within.next();
        let last = within.last().or(first);
        let start = first.map_or(0, |piece| piece.place(part.start).start);
        let end = last.map_or(start, |piece| piece.place(part.end).end);
        start..end.max(start)
    }

    /// Where the link leads, as written, that any of a part of the words is the text of.
    pub fn link(&self, part: &Range<usize>) -> Option<&str> {
        let link = self.within(part).find_map(|piece| piece.link)?;
        self.targets.get(link).map(String::as_str)
    }

    fn within(&self, part: &Range<usize>) -> impl Iterator<Item = &Piece> {
        let from = self
            .pieces
            .partition_point(|piece| piece.read.end <= part.start);
        let end = part.end;
        let pieces = self.pieces[from..].iter();
        pieces.take_while(move |piece| piece.read.start < end)
    }
}

impl Piece {
    /// Where a place in the words is written: a place within the piece, or all of it where that is written
    /// otherwise than it reads.
    fn place(&self, at: usize) -> Range<usize> {
        if self.read.len() != self.written.len() {
            return self.written.clone();
        }
        let inside = at.clamp(self.read.start, self.read.end) - self.read.start;
        let place = self.written.start + inside;
        place..place
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_text_reads_as_it_is_shown() {
        for (text, expected) in [
            ("Now 55.60\nper cent.", "Now 55.60 per cent."),
            ("2.2\\% and 3&nbsp;%", "2.2% and 3\u{a0}%"),
            ("5 **per *cent***", "5 per cent"),
            ("2015<br>16%", "2015\u{fffc}16%"),
            ("[5](a) `%` ![%](b)", "5 \u{fffc} \u{fffc}"),
            ("In 2017 [](a) per cent", "2017 \u{fffc} per cent"),
            ("# 5\n\n% off\n\n- a\n- b", "5\n\n% off\n\na\n\nb"),
            ("```\n5%\n```\n\nA|B\n-|-\n5|%\n", "\n\n5\n\n%"),
        ] {
            let found = Reading::of(text);
            assert!(found.text().ends_with(expected), "{:?}", found.text());
        }
    }

    #[test]
    fn words_are_written_somewhere() {
        let text = "Of [12](a)\nper **cent**, 2.2\\% and 3&nbsp;%.";
        let reading = Reading::of(text);
        let written = |words: &str| {
            let at = reading.text().find(words).expect("the words");
            &text[reading.written(&(at..at + words.len()))]
        };
        assert_eq!(written("12"), "12");
        assert_eq!(written("2.2%"), "2.2\\%");
        assert_eq!(written("3\u{a0}%"), "3&nbsp;%");
        assert_eq!(written("per cent"), "per **cent");
        let link = text.find("[12](a)").expect("the link");
        let (before, behind) = reading.beside(&(link..link + 7));
        assert_eq!(before, "Of ");
        assert!(behind.starts_with(" per cent, 2.2%"), "{behind:?}");
        let at = reading.text().find("12").expect("the figure");
        assert!(reading.link(&(at..at + 2)).is_some() && reading.link(&(0..2)).is_none());
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic_and_every_place_is_in_the_text(
            text in "[a5% \\n*_`\\[\\]()!&;|#>\\\\\u{a0}ŵ-]{0,40}",
            part in 0_usize..40,
        ) {
            let reading = Reading::of(&text);
            let bounds: Vec<_> = reading.text().char_indices().map(|(at, _)| at).collect();
            if let Some(start) = bounds.get(part).copied() {
                let written = reading.written(&(start..reading.text().len()));
                prop_assert!(text.get(written).is_some());
            }
            if let Some((at, c)) = text.char_indices().nth(part) {
                let (before, behind) = reading.beside(&(at..at + c.len_utf8()));
                prop_assert!(before.len() + behind.len() <= reading.text().len());
            }
        }
    }
}
