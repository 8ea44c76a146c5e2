//! An author's raw HTML, brought to what the policy keeps, with every element closed where its
//! surroundings end.

use std::{collections::BTreeMap, fmt::Write as _, ops::Range};

use crate::prose::{
    inserts::is_mark,
    policy::{self, Fate},
    removed::{Removed, What},
    tags::{self, Part, Tag},
};

/// How many elements of an author's may be open at a time; no text needs more.
const DEEPEST: usize = 48;

/// How many removals of one text are reported.
const MOST: usize = 1000;

/// Where the lines of an HTML block stand in the Markdown; within a quotation or a list they are
/// not one piece there.
#[derive(Default)]
pub(super) struct Block {
    pub html: String,
    /// For each piece, where it begins in `html` and in the Markdown.
    pieces: Vec<(usize, usize)>,
}

impl Block {
    /// Adds a line that stands at `range` of the Markdown.
    pub fn push(&mut self, html: &str, range: &Range<usize>) {
        self.pieces.push((self.html.len(), range.start));
        self.html.push_str(html);
    }

    /// Where a part of `html` stands in the Markdown.
    pub fn place(&self, range: &Range<usize>) -> Range<usize> {
        let at = |byte: usize| {
            let piece = self.pieces.partition_point(|(start, _)| *start <= byte);
            let piece = piece.checked_sub(1).map(|piece| self.pieces[piece]);
            piece.map_or(byte, |(start, markdown)| markdown + byte - start)
        };
        let last = range.end.saturating_sub(1).max(range.start);
        at(range.start)..at(last) + (range.end - last)
    }
}

/// The raw HTML of one text.
#[derive(Default)]
pub(super) struct Raw {
    /// Elements that are open, outermost first.
    open: Vec<String>,
    /// How many were open when each of the surrounding blocks of Markdown began.
    floors: Vec<usize>,
    /// End tags of elements outside the paragraph they stand in.
    late: Vec<String>,
    /// The element whose content is being left out.
    skipped: Option<String>,
    /// The start tags that were kept, with their places.
    kept: Vec<(String, Range<usize>)>,
    /// What was taken out.
    pub removed: Vec<Removed>,
}

impl Raw {
    /// A block of Markdown begins: what it leaves open is closed with it.
    pub fn enter(&mut self) {
        self.floors.push(self.open.len());
    }

    /// The block ends.
    pub fn leave(&mut self, out: &mut String) {
        let floor = self.floors.pop().unwrap_or(0);
        self.close_to(floor, out);
        self.skipped = None;
    }

    /// Closes what end tags within the paragraph just written meant to close around it.
    pub fn catch_up(&mut self, out: &mut String) {
        for name in std::mem::take(&mut self.late) {
            self.end(&name, out);
        }
    }

    /// Whether the text that follows is inside something that is left out.
    pub fn skips(&self) -> bool {
        self.skipped.is_some()
    }

    /// Whether any tag of the author's is on the page.
    pub fn is_used(&self) -> bool {
        !self.kept.is_empty()
    }

    /// Takes a note of something that is not on the page.
    pub fn remove(&mut self, range: Range<usize>, what: What) {
        if self.removed.len() < MOST {
            self.removed.push(Removed { range, what });
        }
    }

    /// Writes what may stay of a block of raw HTML.
    pub fn block(&mut self, block: &Block, out: &mut String) {
        self.filter(block, false, out);
        self.skipped = None;
        let floor = self.floors.last().copied().unwrap_or(0);
        while self.open.len() > floor {
            if self
                .open
                .last()
                .is_some_and(|name| policy::spans_blocks(name))
            {
                break;
            }
            self.close_to(self.open.len() - 1, out);
        }
    }

    /// Writes what may stay of raw HTML within a line.
    pub fn inline(&mut self, html: &str, range: &Range<usize>, out: &mut String) {
        let mut block = Block::default();
        block.push(html, range);
        self.filter(&block, true, out);
    }

    fn filter(&mut self, block: &Block, inline: bool, out: &mut String) {
        for part in tags::parts(&block.html) {
            if let Some(name) = &self.skipped {
                if matches!(&part, Part::End(end, _) if end == name) {
                    self.skipped = None;
                }
                continue;
            }
            match part {
                Part::Text(range) => out.push_str(&harmless(&block.html[range])),
                Part::Start(tag) => self.start(tag, block, inline, out),
                Part::End(name, _) => self.end(&name, out),
                Part::Comment(_) => {}
            }
        }
    }

    fn start(&mut self, tag: Tag, block: &Block, inline: bool, out: &mut String) {
        let place = block.place(&tag.range);
        let void = policy::is_void(&tag.name);
        let fate = policy::element(&tag.name, inline);
        if fate != Fate::Kept || (self.open.len() >= DEEPEST && !void) {
            if fate == Fate::Dropped {
                self.skipped = Some(tag.name.clone());
            }
            self.remove(place, What::Element(tag.name));
            return;
        }
        out.push('<');
        out.push_str(&tag.name);
        let mut names: Vec<&str> = Vec::new();
        for found in &tag.attributes {
            let twice = names.contains(&found.name.as_str());
            if twice || !policy::attribute(&tag.name, &found.name, &found.value) {
                let (element, name) = (tag.name.clone(), found.name.clone());
                self.remove(block.place(&found.range), What::Attribute { element, name });
                continue;
            }
            names.push(&found.name);
            let value = harmless(&found.value).replace('"', "&quot;");
            let _ = write!(out, " {}=\"{value}\"", found.name);
        }
        out.push('>');
        self.kept.push((tag.name.clone(), place));
        if !void {
            self.open.push(tag.name);
        }
    }

    fn end(&mut self, name: &str, out: &mut String) {
        let floor = self.floors.last().copied().unwrap_or(0);
        match self.open.iter().rposition(|open| open == name) {
            Some(at) if at >= floor => self.close_to(at, out),
            Some(_) => self.late.push(name.to_owned()),
            None => {}
        }
    }

    fn close_to(&mut self, length: usize, out: &mut String) {
        while self.open.len() > length {
            if let Some(name) = self.open.pop() {
                let _ = write!(out, "</{name}>");
            }
        }
    }

    /// Compares what went through the barrier with what came out, and reports the author's
    /// elements that are gone because they cannot stand where they did.
    pub fn compare(&mut self, before: &str, after: &str) {
        let (before, mut lost) = (count(before), BTreeMap::new());
        let after = count(after);
        for (name, number) in before {
            let left = after.get(&name).copied().unwrap_or(0);
            lost.insert(name, number.saturating_sub(left));
        }
        for (name, place) in std::mem::take(&mut self.kept).into_iter().rev() {
            if let Some(number @ 1..) = lost.get_mut(&name) {
                *number -= 1;
                self.remove(place, What::Misplaced(name));
            }
        }
        self.removed.sort_by_key(|removed| removed.range.start);
    }
}

/// How many start tags of each name.
fn count(html: &str) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for part in tags::parts(html) {
        if let Part::Start(tag) = part {
            *counts.entry(tag.name).or_insert(0) += 1;
        }
    }
    counts
}

/// Text or an attribute's value, entities as written, without a `<` and without references to
/// characters that no page may hold (a mark for one).
fn harmless(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['<', '&']) {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        if let Some(behind) = tail.strip_prefix('<') {
            out.push_str("&lt;");
            rest = behind;
        } else if let Some(length) = unfit_reference(tail) {
            rest = &tail[length..];
        } else {
            out.push('&');
            rest = &tail[1..];
        }
    }
    out.push_str(rest);
    out
}

/// The length of the numeric reference that `text` begins with, where what it refers to may not
/// stand on a page.
fn unfit_reference(text: &str) -> Option<usize> {
    let number = text.strip_prefix("&#")?;
    let hex = number.strip_prefix(['x', 'X']);
    let (digits, radix) = hex.map_or((number, 10), |digits| (digits, 16));
    let length = digits
        .find(|c: char| !c.is_digit(radix))
        .unwrap_or(digits.len());
    let value = digits[..length].chars().filter_map(|c| c.to_digit(radix));
    let value = value.fold(0_u32, |value, digit| {
        value.saturating_mul(radix).saturating_add(digit)
    });
    let fits = char::from_u32(value).is_some_and(|c| !is_mark(c) && c != '\0');
    let semicolon = usize::from(digits[length..].starts_with(';'));
    let whole = text.len() - digits.len() + length + semicolon;
    (length > 0 && !fits).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_to_marks_are_left_out() {
        let cases = [
            ("a &lt; b & c < d", "a &lt; b & c &lt; d"),
            ("&#65;&#x42;", "&#65;&#x42;"),
            ("a&#xFDD0;b&#64976;c&#xfdd2 d&#0;", "abc d"),
            ("&#99999999999;&#;&#x;", "&#;&#x;"),
        ];
        for (text, expected) in cases {
            assert_eq!(harmless(text), expected, "{text}");
        }
    }

    #[test]
    fn lines_of_a_block_keep_their_places() {
        let mut block = Block::default();
        block.push("<p\n", &(2..5));
        block.push("class=x>\n", &(7..16));
        assert_eq!(block.place(&(0..3)), 2..5);
        assert_eq!(block.place(&(3..10)), 7..14);
        assert_eq!(block.place(&(0..11)), 2..15);
    }
}
