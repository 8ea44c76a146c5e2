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

/// The level on the page of a heading that stands under `depth` others of its text, whose highest
/// headings get the level `first`.
pub(super) fn level(first: u8, depth: u8) -> u8 {
    first.clamp(2, 6).saturating_add(depth).min(6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn levels_end_with_the_sixth() {
        let cases = [(2, 0, 2), (3, 2, 5), (4, 3, 6), (1, 0, 2), (6, 255, 6)];
        for (first, depth, expected) in cases {
            assert_eq!(level(first, depth), expected, "{first} {depth}");
        }
    }
}
