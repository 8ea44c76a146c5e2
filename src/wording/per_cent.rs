//! What stands behind a number and makes it a percentage, in the words of each language.

use std::collections::BTreeSet;

use crate::{
    model::Decimal,
    text::unmarked,
    wording::{Arg, Lexicon},
};

/// What a number counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PerCent {
    /// A share: `55.60%`, `55.60 per cent`.
    Share,
    /// The difference of two shares: `2.20 percentage points`.
    Points,
}

impl Lexicon {
    /// What a number is in per cent where the words `behind` follow it: the sign or the language's words,
    /// in one word as well.
    pub fn per_cent(&self, behind: &str) -> Option<PerCent> {
        let text = beginning(behind);
        let words = unmarked(&self.word("unit-name-percent")).to_lowercase();
        let in_one = words.replace(' ', "");
        let ends = |rest: &&str| !rest.starts_with(char::is_alphanumeric);
        let share = text.strip_prefix('%').or_else(|| {
            let named = [&words, &in_one].into_iter();
            let named = named.filter(|words| !words.is_empty());
            named
                .filter_map(|words| text.strip_prefix(words.as_str()))
                .find(ends)
        });
        if let Some(rest) = share {
            let points = self.in_points(rest);
            return Some(if points {
                PerCent::Points
            } else {
                PerCent::Share
            });
        }
        let mut named = self.points();
        named.extend(self.other_points());
        let mut named = named
            .iter()
            .filter_map(|words| text.strip_prefix(words.as_str()));
        named.find(ends).map(|_| PerCent::Points)
    }

    /// Whether the first word behind a number is one of those for percentage points.
    pub fn in_points(&self, behind: &str) -> bool {
        let text = beginning(behind);
        let first = text.split(|c: char| !c.is_alphanumeric()).next();
        let named = self.points();
        let mut words = named.iter().flat_map(|words| words.split(' '));
        first.is_some_and(|first| !first.is_empty() && words.any(|word| word == first))
    }

    /// Further words for percentage points, which writers use and the program does not.
    fn other_points(&self) -> Option<String> {
        let words = unmarked(&self.word("percentage-points-also")).to_lowercase();
        Some(words).filter(|words| !words.is_empty())
    }

    /// The language's words for percentage points, of one and of several.
    fn points(&self) -> BTreeSet<String> {
        let counts = [0, 1, 2, 3, 6, 10]
            .into_iter()
            .map(|count| (Decimal::from(count), 0));
        let counts = counts.chain([(Decimal::new(25, 1), 1)]);
        let words = counts.map(|(count, decimals)| {
            let count = Arg::Plural(count);
            let words = self.counted("percentage-points", String::new(), count, decimals);
            unmarked(&words).trim().to_lowercase()
        });
        words.filter(|words| !words.is_empty()).collect()
    }
}

/// The first words of the same block, in lower case with plain blanks.
fn beginning(behind: &str) -> String {
    let block = behind.split("\n\n").next().unwrap_or_default();
    let first = block.trim_start().chars().take(40);
    let plain = first.map(|c| if matches!(c, '\u{a0}' | '-') { ' ' } else { c });
    plain.collect::<String>().to_lowercase()
}
