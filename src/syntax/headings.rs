//! The headings of a Markdown text.

use std::ops::Range;

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::syntax::markdown;

/// A heading of a Markdown text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 to 6.
    pub level: u8,
    /// Its text without markup.
    pub text: String,
    /// Its bytes in the Markdown.
    pub range: Range<usize>,
}

/// The headings of a Markdown text that are not blank, in their order.
pub fn headings(text: &str) -> impl Iterator<Item = Heading> {
    let mut open: Option<Heading> = None;
    markdown(text).filter_map(move |(event, range)| {
        match (event, &mut open) {
            (Event::Start(Tag::Heading { level, .. }), _) => {
                open = Some(Heading {
                    level: level as u8,
                    text: String::new(),
                    range,
                });
            }
            (Event::End(TagEnd::Heading(_)), _) => {
                let mut heading = open.take()?;
                let words: Vec<_> = heading.text.split_whitespace().collect();
                heading.text = words.join(" ");
                return Some(heading).filter(|heading| !heading.text.is_empty());
            }
            (Event::Text(text) | Event::Code(text), Some(heading)) => heading.text.push_str(&text),
            (Event::SoftBreak | Event::HardBreak, Some(heading)) => heading.text.push(' '),
            _ => {}
        }
        None
    })
}

/// The first heading of a Markdown text that is not blank, whatever its level.
pub fn first_heading(text: &str) -> Option<Heading> {
    headings(text).next()
}

/// The levels of the headings that are open, as written.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    open: Vec<u8>,
}

impl Outline {
    /// How many headings one that is written with the level `written` stands under, whichever levels an
    /// author skipped.
    pub fn depth(&mut self, written: u8) -> u8 {
        while self.open.last().is_some_and(|open| *open >= written) {
            self.open.pop();
        }
        let depth = u8::try_from(self.open.len()).unwrap_or(u8::MAX);
        self.open.push(written);
        depth
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_heading_is_found_in_any_notation() {
        let cases = [
            ("", None),
            ("text\n", None),
            (
                "text\n\n## T\u{177} *x* `y`\n# B\n",
                Some((2, "T\u{177} x y")),
            ),
            ("Title\nmore\n=====\n", Some((1, "Title more"))),
            ("#\n\n# [Link](a \"b\") {#id}\n", Some((1, "Link {#id}"))),
            (
                "```\n# code\n```\n### \"Quoted\" -- x",
                Some((3, "\"Quoted\" -- x")),
            ),
        ];
        for (text, expected) in cases {
            let found = first_heading(text);
            let found = found.as_ref().map(|found| (found.level, &*found.text));
            assert_eq!(found, expected, "{text:?}");
        }
    }

    #[test]
    fn every_heading_is_found_where_it_is_written() {
        let text = "## A\n\n> # B  c\n\n#\n\nD\n---\n";
        let found: Vec<_> = headings(text)
            .map(|it| (it.level, it.text, text[it.range].trim_end()))
            .collect();
        let heading = |level, words: &str, written| (level, words.to_owned(), written);
        let expected = [
            heading(2, "A", "## A"),
            heading(1, "B c", "# B  c"),
            heading(2, "D", "D\n---"),
        ];
        assert_eq!(found, expected);
    }

    #[test]
    fn a_heading_stands_under_those_of_higher_levels() {
        let cases: &[(&[u8], &[u8])] = &[
            (&[1, 2, 3, 2, 1], &[0, 1, 2, 1, 0]),
            (&[2, 3, 2], &[0, 1, 0]),
            (&[1, 4, 6, 4], &[0, 1, 2, 1]),
            (&[3, 2, 3], &[0, 0, 1]),
        ];
        for (written, expected) in cases {
            let mut outline = Outline::default();
            let depths: Vec<_> = written.iter().map(|it| outline.depth(*it)).collect();
            assert_eq!(depths, *expected, "{written:?}");
        }
    }
}
