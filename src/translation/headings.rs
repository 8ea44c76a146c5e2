//! Which heading of a translation is which of the text that it translates.

use std::collections::BTreeSet;

use crate::syntax::{self, Heading, Outline};

/// The headings of a translation and of the text that it translates.
#[derive(Clone, Debug)]
pub struct Headings {
    /// Those of the translation.
    pub own: Vec<Placed>,
    /// Those of the text that it translates.
    pub source: Vec<Placed>,
    /// Which of the one is which of the other by their places in these lists, in their order. What is
    /// left out has no counterpart, or nobody can tell which it is.
    pub pairs: Vec<(usize, usize)>,
}

/// A heading with its place among others.
#[derive(Clone, Debug)]
pub struct Placed {
    /// The heading.
    pub heading: Heading,
    /// How many headings it stands under.
    pub depth: u8,
}

impl Headings {
    /// Those of `own`, which translates `source`.
    ///
    /// Headings come in the same order in both, so only their levels tell where one is missing. Of all
    /// ways to lay one list beside the other, those with the fewest changes count, where a change is a
    /// heading too many, one too few or one at another level. What all of these pair alike is a pair.
    pub fn of(own: &str, source: &str) -> Self {
        let [own, source] = [own, source].map(placed);
        let depths = |all: &[Placed]| all.iter().map(|it| it.depth).collect::<Vec<_>>();
        let pairs = pairs(&depths(&own), &depths(&source));
        Self { own, source, pairs }
    }
}

fn placed(text: &str) -> Vec<Placed> {
    let mut outline = Outline::default();
    let headings = syntax::headings(text).map(|heading| {
        let depth = outline.depth(heading.level);
        Placed { heading, depth }
    });
    headings.collect()
}

/// A step of laying two lists beside each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Step {
    /// The next of both is a pair.
    Both,
    /// The next of the first list has no counterpart.
    One,
    /// The next of the second list has none.
    Other,
}

fn pairs(one: &[u8], other: &[u8]) -> Vec<(usize, usize)> {
    if one == other {
        return (0..one.len()).map(|at| (at, at)).collect();
    }
    let changes = changes(one, other);
    // No best way goes beyond these two, on either side: what both pair, all do.
    let [early, late] = [
        [Step::One, Step::Both, Step::Other],
        [Step::Other, Step::Both, Step::One],
    ]
    .map(|preferred| laid(one, other, &changes, preferred));
    early.intersection(&late).copied().collect()
}

/// The fewest changes that lay the rests of both lists beside each other, from each place in the first
/// and each in the second on.
fn changes(one: &[u8], other: &[u8]) -> Vec<Vec<usize>> {
    let mut changes = vec![vec![0; other.len() + 1]; one.len() + 1];
    for at in (0..=one.len()).rev() {
        for beside in (0..=other.len()).rev() {
            let steps = steps(one, other, &changes, at, beside);
            changes[at][beside] = steps.map(|(_, changes)| changes).min().unwrap_or_default();
        }
    }
    changes
}

/// Each step that can be taken at a place, with the changes that are needed from there on with it.
fn steps(
    one: &[u8],
    other: &[u8],
    changes: &[Vec<usize>],
    at: usize,
    beside: usize,
) -> impl Iterator<Item = (Step, usize)> {
    let next = (one.get(at), other.get(beside));
    let both = match next {
        (Some(one), Some(other)) => Some((
            Step::Both,
            usize::from(one != other) + changes[at + 1][beside + 1],
        )),
        _ => None,
    };
    let alone = next.0.map(|_| (Step::One, 1 + changes[at + 1][beside]));
    let missing = next.1.map(|_| (Step::Other, 1 + changes[at][beside + 1]));
    [both, alone, missing].into_iter().flatten()
}

/// The pairs of the best way that takes `preferred` steps, the first above all, wherever it can.
fn laid(
    one: &[u8],
    other: &[u8],
    changes: &[Vec<usize>],
    preferred: [Step; 3],
) -> BTreeSet<(usize, usize)> {
    let mut pairs = BTreeSet::new();
    let (mut at, mut beside) = (0, 0);
    while at < one.len() || beside < other.len() {
        let best = changes[at][beside];
        let rank = |step: Step| preferred.iter().position(|it| *it == step);
        let steps = steps(one, other, changes, at, beside).filter(|(_, after)| *after == best);
        let Some((step, _)) = steps.min_by_key(|(step, _)| rank(*step)) else {
            break;
        };
        if step == Step::Both {
            pairs.insert((at, beside));
        }
        at += usize::from(step != Step::Other);
        beside += usize::from(step != Step::One);
    }
    pairs
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn headings_are_paired_where_there_is_no_doubt() {
        type Case = (&'static str, &'static str, &'static [(usize, usize)]);
        let cases: &[Case] = &[
            ("", "", &[]),
            ("0", "", &[]),
            ("010", "010", &[(0, 0), (1, 1), (2, 2)]),
            // One at another level is still the one.
            ("000", "010", &[(0, 0), (1, 1), (2, 2)]),
            ("0111", "0101", &[(0, 0), (1, 1), (2, 2), (3, 3)]),
            // One too many, and one too few.
            ("0110", "010", &[(0, 0), (3, 2)]),
            ("0100", "00", &[]),
            ("010", "00", &[(0, 0), (2, 1)]),
            ("00", "010", &[(0, 0), (1, 2)]),
            // Which of three alike is missing cannot be told.
            ("00", "000", &[]),
            (
                "0100101",
                "010101",
                &[(0, 0), (1, 1), (4, 3), (5, 4), (6, 5)],
            ),
        ];
        for (one, other, expected) in cases {
            let [first, second] = [one, other].map(|it| it.bytes().collect::<Vec<_>>());
            assert_eq!(pairs(&first, &second), *expected, "{one} {other}");
        }
    }

    /// Every best way to lay the lists beside each other, by trying all.
    fn every_way(one: &[u8], other: &[u8]) -> (usize, Vec<BTreeSet<(usize, usize)>>) {
        fn go(
            one: &[u8],
            other: &[u8],
            (at, beside): (usize, usize),
            changes: usize,
            pairs: &BTreeSet<(usize, usize)>,
            found: &mut Vec<(usize, BTreeSet<(usize, usize)>)>,
        ) {
            if at == one.len() && beside == other.len() {
                found.push((changes, pairs.clone()));
                return;
            }
            if at < one.len() {
                go(one, other, (at + 1, beside), changes + 1, pairs, found);
            }
            if beside < other.len() {
                go(one, other, (at, beside + 1), changes + 1, pairs, found);
            }
            if at < one.len() && beside < other.len() {
                let mut pairs = pairs.clone();
                pairs.insert((at, beside));
                let changes = changes + usize::from(one[at] != other[beside]);
                go(one, other, (at + 1, beside + 1), changes, &pairs, found);
            }
        }
        let mut found = Vec::new();
        go(one, other, (0, 0), 0, &BTreeSet::new(), &mut found);
        let best = found
            .iter()
            .map(|(changes, _)| *changes)
            .min()
            .unwrap_or_default();
        let ways = found.into_iter().filter(|(changes, _)| *changes == best);
        (best, ways.map(|(_, pairs)| pairs).collect())
    }

    proptest! {
        #[test]
        fn a_pair_is_what_every_best_way_has(
            one in prop::collection::vec(0..3u8, 0..6),
            other in prop::collection::vec(0..3u8, 0..6),
        ) {
            let (best, ways) = every_way(&one, &other);
            prop_assert_eq!(changes(&one, &other)[0][0], best);
            let mut common = ways[0].clone();
            for way in &ways {
                common.retain(|pair| way.contains(pair));
            }
            prop_assert_eq!(pairs(&one, &other), common.into_iter().collect::<Vec<_>>());
        }
    }
}
