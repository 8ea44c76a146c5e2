//! Numbers for the parts, tables and figures of a page that is read on paper.

use std::fmt::Write as _;

use serde::Serialize;

use crate::page::{
    here::Here,
    print::Numbered,
    prose::Written,
    view::{HtmlView, TextView},
};

/// How many levels of headings bear numbers: `1`, `1.1` and `1.1.1`.
const LEVELS: usize = 3;

/// An entry of the contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Entry {
    /// The part's number.
    pub number: String,
    /// Its anchor.
    pub href: String,
    /// Its heading.
    pub text: TextView,
    /// The parts of the next level in it.
    pub children: Vec<Entry>,
}

/// The numbers given so far. Whatever is numbered is asked for in the order of the page.
pub(super) struct Numbers<'a> {
    here: &'a Here<'a>,
    parts: [usize; LEVELS],
    tables: usize,
    figures: usize,
    contents: Vec<Entry>,
}

impl<'a> Numbers<'a> {
    /// No number given yet.
    pub fn new(here: &'a Here<'a>) -> Self {
        Self {
            here,
            parts: [0; LEVELS],
            tables: 0,
            figures: 0,
            contents: Vec::new(),
        }
    }

    /// A word in the language of the page.
    pub fn word(&self, key: &str) -> String {
        self.here.word(key)
    }

    /// The heading of a part at `level`, 1 to 3, with the next number there.
    pub fn part(&mut self, level: usize, id: &str, heading: TextView) -> Numbered {
        let number = self.next(level);
        let entry = Entry {
            number: number.clone(),
            href: format!("#{}", crate::page::here::encoded_anchor(id)),
            text: heading.clone(),
            children: Vec::new(),
        };
        match (level, self.contents.last_mut()) {
            (1, _) | (_, None) => self.contents.push(entry),
            (2, Some(above)) => above.children.push(entry),
            // Contents of two levels fit on a page.
            _ => {}
        }
        Numbered {
            number,
            id: id.to_owned(),
            heading,
        }
    }

    /// A text under a heading of `level`, with the numbers of its own headings and figures.
    pub fn text(&mut self, level: usize, written: Written) -> HtmlView {
        let top = written.headings.iter().map(|heading| heading.level).min();
        let mut html = String::with_capacity(written.view.html.len());
        let mut rest = written.view.html.as_str();
        let mut headings = written.headings.iter();
        while let Some((at, is_heading)) = next_mark(rest) {
            let end = rest[at..].find('>').map_or(rest.len(), |end| at + end + 1);
            html.push_str(&rest[..end]);
            rest = &rest[end..];
            if is_heading {
                let found = headings.next().zip(top);
                let found = found
                    .map(|(heading, top)| (level + 1 + usize::from(heading.level - top), heading));
                if let Some((level, heading)) = found.filter(|(level, _)| *level <= LEVELS) {
                    let text = TextView {
                        text: heading.text.clone(),
                        lang: written.view.lang.clone(),
                    };
                    let Numbered { number, .. } = self.part(level, &heading.id, text);
                    let _ = write!(html, "<span class=\"part\">{number}</span> ");
                }
            } else {
                // The number is a part of the caption's words, which name the figure.
                let words = rest
                    .starts_with("<span id=")
                    .then(|| rest.find('>'))
                    .flatten();
                let (start, behind) = rest.split_at(words.map_or(0, |end| end + 1));
                html.push_str(start);
                rest = behind;
                let caption = self.figure("");
                html.push_str(caption.trim_end());
                html.push(' ');
            }
        }
        html.push_str(rest);
        HtmlView {
            html,
            ..written.view
        }
    }

    /// The caption of the next table.
    pub fn table(&mut self, caption: &str) -> String {
        self.tables += 1;
        self.captioned("table-numbered", self.tables, caption)
    }

    /// The caption of the next figure.
    pub fn figure(&mut self, caption: &str) -> String {
        self.figures += 1;
        self.captioned("figure-numbered", self.figures, caption)
    }

    /// All parts of two levels.
    pub fn contents(self) -> Vec<Entry> {
        self.contents
    }

    fn captioned(&self, key: &str, number: usize, caption: &str) -> String {
        let number = number.to_string();
        let places = [("number", number.into()), ("caption", caption.into())];
        self.here.phrase(key, &places)
    }

    fn next(&mut self, level: usize) -> String {
        let level = level.clamp(1, LEVELS);
        self.parts[level - 1] += 1;
        self.parts[level..].fill(0);
        let parts = self.parts[..level].iter().map(ToString::to_string);
        parts.collect::<Vec<_>>().join(".")
    }
}

/// Where the next heading or caption of a figure begins, and whether it is a heading.
fn next_mark(html: &str) -> Option<(usize, bool)> {
    html.match_indices('<').find_map(|(at, _)| {
        let tag = &html[at + 1..];
        let bytes = tag.as_bytes();
        // Only headings that the page gave an anchor are among those of the text.
        let heading = bytes.len() > 3
            && bytes[0] == b'h'
            && (b'2'..=b'6').contains(&bytes[1])
            && tag[2..].starts_with(" id=");
        let caption = tag.starts_with("figcaption>");
        (heading || caption).then_some((at, heading))
    })
}
