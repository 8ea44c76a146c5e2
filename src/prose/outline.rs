//! Headings: levels that fit into the page, one below the other.

/// A heading as it stands on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 2 to 6: the page's own title is the only `h1`.
    pub level: u8,
    /// Its identifier.
    pub id: String,
    /// Its text without markup.
    pub text: String,
}

/// The levels of the headings that are open, as written.
pub(super) struct Outline {
    first: u8,
    open: Vec<u8>,
}

impl Outline {
    /// An outline whose highest headings get the level `first`.
    pub fn new(first: u8) -> Self {
        let first = first.clamp(2, 6);
        let open = Vec::new();
        Self { first, open }
    }

    /// The level on the page of a heading that is written with the level `written`: one below the
    /// heading it stands under, whichever levels an author skipped.
    pub fn level(&mut self, written: u8) -> u8 {
        while self.open.last().is_some_and(|open| *open >= written) {
            self.open.pop();
        }
        let depth = u8::try_from(self.open.len()).unwrap_or(u8::MAX);
        self.open.push(written);
        self.first.saturating_add(depth).min(6)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_are_never_skipped() {
        let cases: &[(u8, &[u8], &[u8])] = &[
            (2, &[1, 2, 3, 2, 1], &[2, 3, 4, 3, 2]),
            (2, &[2, 3, 2], &[2, 3, 2]),
            (3, &[1, 4, 6, 4], &[3, 4, 5, 4]),
            (2, &[3, 2, 3], &[2, 2, 3]),
            (4, &[1, 2, 3, 4, 5], &[4, 5, 6, 6, 6]),
        ];
        for (first, written, expected) in cases {
            let mut outline = Outline::new(*first);
            let levels: Vec<_> = written.iter().map(|level| outline.level(*level)).collect();
            assert_eq!(levels, *expected, "{written:?}");
        }
    }
}
