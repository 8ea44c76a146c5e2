//! What is there and could not be read, so that nobody takes it for absent.

use std::collections::BTreeSet;

use crate::text::{SourceId, Span};

/// Where reading found an error.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    places: BTreeSet<Span>,
    unknown: BTreeSet<SourceId>,
}

impl Faults {
    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// Whether there is one at exactly this place.
    pub fn at(&self, place: Span) -> bool {
        self.places.contains(&place)
    }

    /// Whether one begins within this place.
    pub fn within(&self, place: Span) -> bool {
        let first = Span { end: 0, ..place };
        let last = Span {
            start: place.end,
            end: u32::MAX,
            ..place
        };
        self.places.range(first..=last).next().is_some()
    }

    /// The same, where of these files nobody can tell what they were to hold.
    #[must_use]
    pub fn with_unknown(self, unknown: BTreeSet<SourceId>) -> Self {
        Self { unknown, ..self }
    }

    /// Whether nobody can tell what this file was to hold, even by its words.
    pub fn is_unknown(&self, file: SourceId) -> bool {
        self.unknown.contains(&file)
    }

    /// The files that hold one.
    pub fn files(&self) -> BTreeSet<SourceId> {
        self.places.iter().map(|place| place.source).collect()
    }
}

impl FromIterator<Span> for Faults {
    fn from_iter<T: IntoIterator<Item = Span>>(places: T) -> Self {
        Self {
            places: places.into_iter().collect(),
            unknown: BTreeSet::new(),
        }
    }
}

/// The keys of an item that are there, or may be, and could not be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unread {
    /// Those that are known: of the wrong type, misspelt, or required and missing.
    pub keys: BTreeSet<&'static str>,
    /// Whether a fault in the item may have hidden any other one.
    pub any: bool,
    /// Whether the item has no id of its own that could be read: the one it bears stands in for it.
    pub nameless: bool,
}

impl Unread {
    /// Whether this key may be there although the item seems to lack it.
    pub fn has(&self, key: &str) -> bool {
        self.any || self.keys.contains(key)
    }

    /// Whether one of these keys may be there.
    pub fn has_any(&self, keys: &[&str]) -> bool {
        keys.iter().any(|key| self.has(key))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Source, Sources};

    #[test]
    fn faults_are_found_by_their_beginning() {
        let mut sources = Sources::new();
        let [a, b] = ["a", "b"].map(|path| sources.add(Source::new(path, "")));
        let faults: Faults = [Span::new(a, 5, 9), Span::file(b)].into_iter().collect();
        assert!(faults.at(Span::new(a, 5, 9)) && !faults.at(Span::new(a, 5, 8)));
        for (start, end, expected) in [(0, 4, false), (0, 5, true), (5, 6, true), (6, 9, false)] {
            let place = Span::new(a, start, end);
            assert_eq!(faults.within(place), expected, "{start} to {end}");
        }
        assert_eq!(faults.files(), [a, b].into());
    }
}
