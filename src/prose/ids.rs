//! Identifiers of a page, each given once.

use std::collections::{BTreeMap, BTreeSet};

/// The identifiers that stand on a page already.
///
/// A page hands the same value to everything that is set on it, its own headings and every text,
/// so that no identifier stands twice and the same content always gets the same ones.
#[derive(Clone, Debug, Default)]
pub struct Ids {
    taken: BTreeSet<String>,
    /// The number to try next for each suggestion, so that many of a kind take no long search.
    next: BTreeMap<String, usize>,
}

impl Ids {
    /// None are taken yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Takes the identifier that `text` suggests: its letters (of any language) and digits in
    /// lower case, with hyphens between words. The second of a kind ends in `-2`, and so on.
    pub fn take(&mut self, text: &str) -> String {
        let wish = slug(text);
        if self.taken.insert(wish.clone()) {
            return wish;
        }
        let number = self.next.entry(wish.clone()).or_insert(2);
        loop {
            let id = format!("{wish}-{number}");
            *number += 1;
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }

    /// Takes exactly this identifier; `false` where it is taken.
    pub fn reserve(&mut self, id: &str) -> bool {
        self.taken.insert(id.to_owned())
    }
}

fn slug(text: &str) -> String {
    let mut slug = String::new();
    for c in text.chars().flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            slug.push(c);
        } else if !slug.is_empty() && !slug.ends_with('-') && !matches!(c, '\'' | '\u{2019}') {
            slug.push('-');
        }
    }
    let slug = slug.trim_end_matches('-');
    if slug.is_empty() { "section" } else { slug }.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_are_readable_and_given_once() {
        let mut ids = Ids::new();
        assert!(ids.reserve("main"));
        let cases = [
            ("What have we done well?", "what-have-we-done-well"),
            ("What have we done well?", "what-have-we-done-well-2"),
            (
                "Beth rydym wedi'i wneud yn dda?",
                "beth-rydym-wedii-wneud-yn-dda",
            ),
            ("T\u{177} \u{174}yn", "t\u{177}-\u{175}yn"),
            ("Main", "main-2"),
            ("main 2", "main-2-2"),
            ("5.1 Aims & <b>", "5-1-aims-b"),
            ("?", "section"),
            ("", "section-2"),
        ];
        for (text, expected) in cases {
            assert_eq!(ids.take(text), expected);
        }
        assert!(!ids.reserve("main-2"));
    }
}
