//! Counts with their denominators: ratings, directions of travel, judgements, progress.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    facts::{ActionCounts, Basis, Direction, DirectionCounts, MeasureFacts, Rating, RatingCounts},
    model::{Judgement, Period, RagShow},
    page::{
        here::Here,
        view::{Badge, CountView, ProgressView, TallyView},
    },
};

/// The most measures whose beads are told apart at a glance.
const MOST_BEADS: usize = 60;

/// How many of these measures, given in reading order, have which rating.
pub(super) fn tally<'a>(
    here: &Here<'_>,
    counts: &RatingCounts,
    measures: impl Iterator<Item = &'a MeasureFacts>,
) -> TallyView {
    let mut bases = BTreeSet::new();
    let mut periods = BTreeSet::new();
    let mut beads = Vec::new();
    for measure in measures {
        if measure.shown.rating != Rating::NotRated {
            bases.insert(measure.shown.basis);
        }
        periods.insert(measure.period);
        beads.push(measure.shown.rating.as_str());
    }
    let hidden = here.context.model.settings.rag.show == RagShow::None;
    let kind = basis(hidden, &bases);
    let (total, rated) = (counts.all(), counts.rated());
    // Where nothing is rated there is no rating that could be anybody's.
    let marked = if rated == 0 { "none" } else { kind };
    let count = |rating: Rating, of: usize| {
        let many = counts.get(rating);
        let places = [("count", many.into()), ("total", of.into())];
        CountView {
            status: rating.as_str(),
            word: here.lexicon.rating(rating),
            count: many,
            text: here.lexicon.count(many),
            of: here.phrase("count-of", &[("total", of.into())]),
            label: here.phrase(&format!("tally-label-{}", rating.as_str()), &places),
        }
    };
    if hidden {
        beads.clear();
    }
    TallyView {
        kind,
        total,
        rated: if hidden { 0 } else { rated },
        counts: if hidden {
            Vec::new()
        } else {
            let shown = [Rating::Green, Rating::Amber, Rating::Red];
            shown.map(|rating| count(rating, rated)).into()
        },
        not_rated: (!hidden && counts.not_rated > 0).then(|| count(Rating::NotRated, total)),
        beads: if beads.len() > MOST_BEADS {
            Vec::new()
        } else {
            beads
        },
        sentence: tally_sentence(here, counts, hidden),
        basis: basis_sentence(here, "basis", marked, &periods),
        mark: basis_sentence(here, "mark", marked, &periods),
    }
}

/// Whose the shown ratings are.
fn basis(hidden: bool, bases: &BTreeSet<Basis>) -> &'static str {
    let calculated = bases.contains(&Basis::Calculated);
    let stated = bases.contains(&Basis::Stated) || bases.contains(&Basis::Overridden);
    match (calculated, stated) {
        _ if hidden => "none",
        (true, true) => "both",
        (false, true) => "stated",
        (_, false) => "calculated",
    }
}

fn tally_sentence(here: &Here<'_>, counts: &RatingCounts, hidden: bool) -> String {
    let total = ("total", counts.all().into());
    if hidden {
        return here.phrase("tally-hidden", &[total]);
    }
    let given = [Rating::Green, Rating::Amber, Rating::Red]
        .into_iter()
        .filter(|rating| counts.get(*rating) > 0)
        .map(|rating| {
            let key = format!("tally-count-{}", rating.as_str());
            here.phrase(&key, &[("count", counts.get(rating).into())])
        });
    let list = here.lexicon.list(&given.collect::<Vec<_>>());
    let key = match (counts.all(), counts.rated(), counts.not_rated) {
        (0, ..) => "tally-empty",
        (_, 0, _) => "tally-none-rated",
        (_, _, 0) => "tally-all-rated",
        _ => "tally-some-rated",
    };
    let places = [
        total,
        ("rated", counts.rated().into()),
        ("not-rated", counts.not_rated.into()),
        ("counts", list.into()),
    ];
    here.phrase(key, &places)
}

fn basis_sentence(here: &Here<'_>, form: &str, kind: &str, periods: &BTreeSet<Period>) -> String {
    if periods.is_empty() {
        return String::new();
    }
    let periods = here.lexicon.periods(periods.iter().copied());
    let places = [("periods", periods.into())];
    here.phrase(&format!("tally-{form}-{kind}"), &places)
}

/// How many measures went which way, by the names of the ways as the rows say them: where nothing says which
/// way is better, a figure has changed or is the same.
fn ways(counts: &DirectionCounts) -> impl Iterator<Item = (&'static str, usize)> {
    let (changed, same) = (counts.changed(), counts.unchanged());
    let way = |direction: Direction| (direction.as_str(), counts.get(direction));
    let (without, none) = way(Direction::NoComparison);
    let (level, all) = way(Direction::Same);
    let ways = [
        way(Direction::Better),
        (level, all + same),
        way(Direction::Worse),
        ("changed", changed),
        (without, none - changed - same),
        way(Direction::NotComparable),
    ];
    ways.into_iter().filter(|(_, many)| *many > 0)
}

/// How many measures went which way; those ways alone that any went.
pub(super) fn directions(here: &Here<'_>, counts: &DirectionCounts) -> Vec<CountView> {
    let all: usize = ways(counts).map(|(_, many)| many).sum();
    let view = |(way, many): (&'static str, usize)| {
        let places = [("count", many.into()), ("total", all.into())];
        CountView {
            status: way,
            word: here.word(&format!("direction-{way}")),
            count: many,
            text: here.lexicon.count(many),
            of: here.phrase("count-of", &[("total", all.into())]),
            label: here.phrase(&format!("directions-label-{way}"), &places),
        }
    };
    ways(counts).map(view).collect()
}

/// The directions of travel in a sentence; empty where there are no measures.
pub(super) fn direction_sentence(here: &Here<'_>, counts: &DirectionCounts) -> String {
    let words = ways(counts).map(|(way, many)| {
        let key = format!("directions-count-{way}");
        here.phrase(&key, &[("count", many.into())])
    });
    let words: Vec<_> = words.collect();
    if words.is_empty() {
        return String::new();
    }
    let list = here.lexicon.list(&words);
    here.phrase("directions-sentence", &[("counts", list.into())])
}

/// A judgement on an objective or action, or that none was made.
pub(super) fn judged(here: &Here<'_>, judgement: Option<Judgement>) -> Badge {
    let status = judgement.map_or("not-judged", Judgement::as_str);
    Badge {
        status,
        word: here.word(&format!("judgement-{status}")),
    }
}

/// How many objectives are judged how; those judgements alone that any has.
pub(super) fn judgements(
    here: &Here<'_>,
    judgements: impl Iterator<Item = Option<Judgement>>,
) -> Vec<CountView> {
    // The best first, and what is not judged last.
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    for judgement in judgements {
        *counts.entry(std::cmp::Reverse(judgement)).or_default() += 1;
    }
    let all: usize = counts.values().sum();
    let view = |(judgement, many): (std::cmp::Reverse<Option<Judgement>>, usize)| {
        let Badge { status, word } = judged(here, judgement.0);
        let places = [("count", many.into()), ("total", all.into())];
        CountView {
            status,
            word,
            count: many,
            text: here.lexicon.count(many),
            of: here.phrase("count-of", &[("total", all.into())]),
            label: here.phrase(&format!("judgements-label-{status}"), &places),
        }
    };
    counts.into_iter().map(view).collect()
}

/// The judgements on a report's objectives in a sentence.
pub(super) fn judgement_sentence(here: &Here<'_>, counts: &[CountView]) -> String {
    let total: usize = counts.iter().map(|count| count.count).sum();
    let total = ("total", total.into());
    if let [one] = counts {
        return here.phrase(&format!("judgements-all-{}", one.status), &[total]);
    }
    let words: Vec<_> = counts
        .iter()
        .map(|count| {
            let key = format!("judgements-count-{}", count.status);
            here.phrase(&key, &[("count", count.count.into())])
        })
        .collect();
    if words.is_empty() {
        return here.word("judgements-empty");
    }
    let list = here.lexicon.list(&words);
    here.phrase("judgements-sentence", &[total, ("counts", list.into())])
}

/// How many actions are complete; `None` where there are none.
pub(super) fn progress(here: &Here<'_>, counts: &ActionCounts) -> Option<ProgressView> {
    if counts.all == 0 {
        return None;
    }
    let places = [
        ("done", counts.complete.into()),
        ("total", counts.all.into()),
    ];
    let text = here.phrase("progress-text", &places);
    Some(ProgressView {
        done: counts.complete,
        total: counts.all,
        sentence: here.phrase("progress-sentence", &[("text", text.as_str().into())]),
        text,
        percent: Some(counts.complete * 100 / counts.all),
    })
}
