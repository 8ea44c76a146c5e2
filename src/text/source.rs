//! The text of every file that was read, and lines and columns in it.

use std::sync::Arc;

use crate::text::Span;

/// A file among [`Sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct SourceId(u32);

/// One file: its path for people, and its text.
#[derive(Clone, Debug)]
pub struct Source {
    path: Arc<str>,
    text: Arc<str>,
    line_starts: Arc<[u32]>,
}

/// A place for people: lines and columns count from 1, columns count characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Location {
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

impl Source {
    /// A file at `path` (relative to the site folder, with forward slashes) that holds `text`.
    pub fn new(path: &str, text: &str) -> Self {
        let newlines = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        let starts = std::iter::once(0)
            .chain(newlines.map(|(at, _)| u32::try_from(at + 1).unwrap_or(u32::MAX)));
        Self {
            path: path.into(),
            text: text.into(),
            line_starts: starts.collect(),
        }
    }

    /// The path relative to the site folder, with forward slashes.
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole text, as read (a byte order mark and carriage returns still in it).
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column of a byte. A byte past the end is at the end; a byte inside a character
    /// is at that character; a byte order mark takes no column.
    pub fn location(&self, byte: usize) -> Location {
        let mut byte = byte.min(self.text.len());
        while !self.text.is_char_boundary(byte) {
            byte -= 1;
        }
        let line = self
            .line_starts
            .partition_point(|start| *start as usize <= byte);
        let start = self.line_starts[line - 1] as usize;
        let before = self.text[start..byte].trim_start_matches('\u{feff}');
        Location {
            line,
            column: before.chars().count() + 1,
        }
    }

    /// The text of a line counted from 1, without its line ending; empty past the end.
    pub fn line(&self, line: usize) -> &str {
        let Some(start) = line.checked_sub(1).and_then(|at| self.line_starts.get(at)) else {
            return "";
        };
        let rest = &self.text[*start as usize..];
        let end = rest.find('\n').unwrap_or(rest.len());
        rest[..end].trim_end_matches('\r')
    }
}

/// Every source of one load, so that a [`Span`] can be shown with its file and line.
#[derive(Clone, Debug, Default)]
pub struct Sources {
    all: Vec<Source>,
}

impl Sources {
    /// No sources yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds a file and returns the id that spans name it by.
    ///
    /// # Panics
    /// Past four thousand million files.
    pub fn add(&mut self, source: Source) -> SourceId {
        let id = u32::try_from(self.all.len()).expect("fewer than 2^32 files");
        self.all.push(source);
        SourceId(id)
    }

    /// The file that an id names.
    ///
    /// # Panics
    /// When the id was made by other `Sources`.
    pub fn get(&self, id: SourceId) -> &Source {
        &self.all[id.0 as usize]
    }

    /// The text a span covers.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source)
            .text()
            .get(span.range())
            .unwrap_or_default()
    }

    /// Every file, in the order it was added.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        self.all
            .iter()
            .enumerate()
            .map(|(at, source)| (SourceId(u32::try_from(at).unwrap_or(u32::MAX)), source))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_count_characters_after_accented_letters() {
        let source = Source::new("a.yaml", "\u{feff}tŷ: ŵ\r\nsecond\n");
        let at = source.text().find('ŵ').unwrap();
        assert_eq!(source.location(at), Location { line: 1, column: 5 });
        assert_eq!(source.location(at + 1), Location { line: 1, column: 5 });
        assert_eq!(source.line(1), "\u{feff}tŷ: ŵ");
        assert_eq!(source.line(2), "second");
        assert_eq!(source.line(9), "");
        assert_eq!(source.location(999).line, 3);
    }
}
