//! What is new in an edition since the last one before it of its stage.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    facts::{Facts, Rating, Spot, measure::polarity_of},
    model::{Id, Judgement, Language, Measure, Model, Status, Symbol, Text},
    text::Spanned,
};

/// What changed since an edition before, in reading order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Since {
    /// The edition before: its index among the model's reports.
    pub before: usize,
    /// Whether it is of another stage: what only one of the two reports is then neither new nor ended.
    pub other_stage: bool,
    /// The objectives that changed.
    pub objectives: Vec<ObjectiveChange>,
    /// The measures that changed.
    pub measures: Vec<MeasureChange>,
}

/// What happened to an objective.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ObjectiveChange {
    /// It is judged otherwise than before: indices of the objective in each edition.
    Judged {
        /// In the edition before.
        from: usize,
        /// In this edition.
        to: usize,
    },
    /// It is new.
    Added(usize),
    /// It is not in this edition any more: its index in the edition before.
    Ended(usize),
}

/// What happened to a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MeasureChange {
    /// It stands in both editions.
    Kept {
        /// Where it stands in the edition before.
        from: Spot,
        /// Where it stands in this one.
        to: Spot,
        /// Whether readers see another rating.
        rated: bool,
        /// Whether it counts something else or in another way: another definition, unit or polarity, from
        /// the start of the year or not, a series break
        /// from a period of this edition on, also one marked `[b]`, or another measure's place taken.
        redefined: bool,
    },
    /// It is new.
    Added(Spot),
    /// It goes on in a measure that takes the place of several.
    Joined {
        /// Where it stands in the edition before.
        from: Spot,
        /// Where that one stands in this one.
        to: Spot,
    },
    /// It is not in this edition any more: where it stood in the edition before.
    Ended(Spot),
}

impl Since {
    /// What changed in the report at `report` since the latest edition before it of the same stage,
    /// else since the latest; one that is superseded only where there is no other. `None` where it is
    /// the first. Objectives are the same by the names of their folders, measures by their ids or
    /// what they replace. Source of the rule: docs/rules.md, "What changed".
    pub fn of(model: &Model, facts: &Facts, report: usize) -> Option<Self> {
        let is_other =
            |at: usize| model.reports[at].stage.value != model.reports[report].stage.value;
        let is_superseded = |at: usize| model.reports[at].status.value == Status::Superseded;
        // Of several with the same key, the first stands, which is the latest.
        let before = facts.editions.before(report);
        let before = before.min_by_key(|at| (is_superseded(*at), is_other(*at)))?;
        let other_stage = is_other(before);
        let mut objectives = objectives(model, before, report);
        let mut measures = measures(model, facts, before, report);
        if other_stage {
            objectives.retain(|change| matches!(change, ObjectiveChange::Judged { .. }));
            measures.retain(|change| matches!(change, MeasureChange::Kept { .. }));
        }
        Some(Self {
            before,
            other_stage,
            objectives,
            measures,
        })
    }
}

fn objectives(model: &Model, before: usize, now: usize) -> Vec<ObjectiveChange> {
    let [old, new] = [before, now].map(|at| &model.reports[at].objectives);
    let judgement = |found: &Option<_>| found.as_ref().map(judged);
    let current = new.iter().enumerate().filter_map(|(to, objective)| {
        match old.iter().position(|other| other.id == objective.id) {
            None => Some(ObjectiveChange::Added(to)),
            Some(from) => (judgement(&old[from].judgement) != judgement(&objective.judgement))
                .then_some(ObjectiveChange::Judged { from, to }),
        }
    });
    let ended = old.iter().enumerate().filter_map(|(from, objective)| {
        let gone = new.iter().all(|other| other.id != objective.id);
        gone.then_some(ObjectiveChange::Ended(from))
    });
    current.chain(ended).collect()
}

fn judged(judgement: &Spanned<Judgement>) -> Judgement {
    judgement.value
}

fn measures(model: &Model, facts: &Facts, before: usize, now: usize) -> Vec<MeasureChange> {
    let spots = |report: usize| {
        let objectives = model.reports[report].objectives.iter().enumerate();
        objectives.flat_map(move |(objective, found)| {
            let measures = found.measures.iter().enumerate();
            measures.map(move |(at, measure)| ((report, objective, at), measure))
        })
    };
    let shown = |(report, objective, at): Spot| -> Rating {
        let facts = &facts.reports[report].objectives[objective].measures[at];
        facts.shown.rating
    };
    let old: BTreeMap<&Id, (Spot, &Measure)> = spots(before)
        .map(|(at, measure)| (&measure.id.value, (at, measure)))
        .collect();
    let mut kept: BTreeSet<&Id> = BTreeSet::new();
    let mut joined: BTreeMap<&Id, Spot> = BTreeMap::new();
    let mut changes = Vec::new();
    let known: BTreeSet<_> = facts.editions.before(now).chain([now]).collect();
    for (to, measure) in spots(now) {
        let ids = line(model, facts, &known, &measure.id.value);
        let mut earlier = ids.into_iter().filter_map(|id| old.get(id).copied());
        let first = earlier.next();
        joined.extend(earlier.map(|(_, other)| (&other.id.value, to)));
        let Some((from, other)) = first else {
            changes.push(MeasureChange::Added(to));
            continue;
        };
        kept.insert(&other.id.value);
        let rated = shown(from) != shown(to);
        let marked = |(report, objective, at): Spot, measure: &Measure| {
            let facts = &facts.reports[report].objectives[objective].measures[at];
            is_marked(measure).then_some(facts.period)
        };
        let marked = marked(to, measure).filter(|now| marked(from, other) != Some(*now));
        let redefined = marked.is_some() || is_redefined(measure, other, model.languages());
        if rated || redefined {
            changes.push(MeasureChange::Kept {
                from,
                to,
                rated,
                redefined,
            });
        }
    }
    let ended = spots(before).filter(|(_, other)| !kept.contains(&other.id.value));
    changes.extend(
        ended.map(|(from, other)| match joined.get(&other.id.value) {
            Some(to) => MeasureChange::Joined { from, to: *to },
            None => MeasureChange::Ended(from),
        }),
    );
    changes
}

/// A measure and those that it goes on from, nearest first, as the `known` editions say it.
fn line<'m>(model: &'m Model, facts: &Facts, known: &BTreeSet<usize>, id: &'m Id) -> Vec<&'m Id> {
    let mut ids = vec![id];
    let mut next = 0;
    while let Some(id) = ids.get(next) {
        let series = facts.series.get(*id);
        let places = series.into_iter().flat_map(|series| &series.places);
        for (report, objective, at) in places.filter(|place| known.contains(&place.0)) {
            let measure = &model.reports[*report].objectives[*objective].measures[*at];
            for replaced in &measure.replaces {
                if !ids.contains(&&replaced.value) {
                    ids.push(&replaced.value);
                }
            }
        }
        next += 1;
    }
    ids
}

/// Whether `[b]` says that a series break is at its result.
fn is_marked(measure: &Measure) -> bool {
    let actual = measure.actual.as_ref();
    actual.is_some_and(|actual| actual.symbols.contains(&Symbol::Break))
}

fn is_redefined(now: &Measure, before: &Measure, languages: &[Language]) -> bool {
    let declared = now.series_break.as_ref().map(|it| it.from.value);
    let known = before.series_break.as_ref().map(|it| it.from.value);
    now.id.value != before.id.value
        || !now.unit.same(&before.unit)
        || now.cumulative != before.cumulative
        || polarity_of(now) != polarity_of(before)
        || (declared.is_some() && declared != known)
        || !same_words(
            now.definition.as_ref(),
            before.definition.as_ref(),
            languages,
        )
}

/// Whether two texts say the same, however their lines are broken. A text that only one of the two
/// has says nothing new.
fn same_words(one: Option<&Text>, other: Option<&Text>, languages: &[Language]) -> bool {
    let (Some(one), Some(other), Some(first)) = (one, other, languages.first()) else {
        return true;
    };
    let [one, other] = [one, other].map(|text| text.fallback(first, languages).0);
    one.split_whitespace().eq(other.split_whitespace())
}
