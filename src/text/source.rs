//! The text of every file that was read, and lines and columns in it.

use std::{collections::BTreeMap, sync::Arc};

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

    /// Whether the other is this very source, not only one that holds the same.
    pub fn is(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.text, &other.text) && self.path == other.path
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
    /// By number; none where only an earlier load had the file.
    all: Vec<Option<Source>>,
    /// The numbers that each path was given. Two files may bear one path: a file of the built-in
    /// theme, and the site's own in its place.
    numbers: Arc<BTreeMap<Arc<str>, Vec<SourceId>>>,
}

impl Sources {
    /// No sources yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// No sources yet, for the next load of the same folder: a file that was among these gets the
    /// id that it had, so that what was made of it and has not changed still fits.
    #[must_use]
    pub fn anew(&self) -> Self {
        Self {
            all: vec![None; self.all.len()],
            numbers: Arc::clone(&self.numbers),
        }
    }

    /// Adds a file and returns the id that spans name it by.
    ///
    /// # Panics
    /// Past four thousand million files.
    pub fn add(&mut self, source: Source) -> SourceId {
        let known = self.numbers.get(&source.path);
        let free = |id: &SourceId| self.all[id.0 as usize].is_none();
        let free = known.and_then(|ids| ids.iter().copied().find(free));
        let id = free.unwrap_or_else(|| {
            let id = SourceId(u32::try_from(self.all.len()).expect("fewer than 2^32 files"));
            let numbers = Arc::make_mut(&mut self.numbers);
            numbers.entry(source.path.clone()).or_default().push(id);
            self.all.push(None);
            id
        });
        self.all[id.0 as usize] = Some(source);
        id
    }

    /// The file that an id names.
    ///
    /// # Panics
    /// When the id was made by other `Sources`.
    pub fn get(&self, id: SourceId) -> &Source {
        let source = self.all[id.0 as usize].as_ref();
        source.expect("an id of these sources")
    }

    /// Whether what stands at `span` is of a table, where keys are the names of columns.
    pub fn is_table(&self, span: Span) -> bool {
        self.get(span.source).path().rsplit('.').next() == Some("csv")
    }

    /// The file at a path; the last one, where several bear it.
    pub fn find(&self, path: &str) -> Option<SourceId> {
        let mut ids = self.numbers.get(path)?.iter().copied();
        ids.rfind(|id| self.all[id.0 as usize].is_some())
    }

    /// The text a span covers.
    pub fn slice(&self, span: Span) -> &str {
        self.get(span.source)
            .text()
            .get(span.range())
            .unwrap_or_default()
    }

    /// Every file, by its number.
    pub fn iter(&self) -> impl Iterator<Item = (SourceId, &Source)> {
        let numbered = self.all.iter().enumerate();
        numbered.filter_map(|(at, source)| {
            let id = SourceId(u32::try_from(at).unwrap_or(u32::MAX));
            Some((id, source.as_ref()?))
        })
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

    #[test]
    fn a_file_keeps_its_number_from_load_to_load() {
        let load = |sources: &mut Sources, paths: &[&str]| -> Vec<_> {
            let add = |path: &&str| sources.add(Source::new(path, ""));
            paths.iter().map(add).collect()
        };
        let mut first = Sources::new();
        let ids = load(&mut first, &["a", "b", "t", "t", "c"]);
        let mut second = first.anew();
        let without = load(&mut second, &["a", "0", "t", "t", "c", "t"]);
        assert_eq!(
            [without[0], without[2], without[3], without[4]],
            [ids[0], ids[2], ids[3], ids[4]]
        );
        assert!(!ids.contains(&without[1]) && !ids.contains(&without[5]));
        assert_eq!(second.find("b"), None);
        assert_eq!(second.find("t"), Some(without[5]));
        assert_eq!(first.find("t"), Some(ids[3]));
        let paths: Vec<_> = second.iter().map(|(_, source)| source.path()).collect();
        assert_eq!(paths, ["a", "t", "t", "c", "0", "t"]);
        let mut third = second.anew();
        assert_eq!(load(&mut third, &["b"]), [ids[1]]);
    }
}
