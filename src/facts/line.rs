//! One measure through the editions, with the measures it has taken the place of.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    facts::{
        lineage::{Restated, Spot},
        measure::period_of,
        told::{overruled, replaced},
    },
    model::{Figure, Id, Measure, Model, Objective, Period, SeriesBreak, Symbol},
    text::Spanned,
};

/// One measure through the editions.
pub(super) struct Line<'m> {
    /// Earliest edition first: the measures it replaces, then its own.
    pub rows: Vec<Row<'m>>,
    /// The ids it has replaced, nearest first.
    pub replaces: Vec<&'m Id>,
    /// Those that it names itself.
    pub direct: BTreeSet<&'m Id>,
}

/// A measure in one edition.
#[derive(Clone)]
pub(super) struct Row<'m> {
    /// Where it stands.
    pub at: Spot,
    /// The place of its report among the editions.
    pub rank: usize,
    /// The place of the edition from which on it is of its line: its own, or a later one that says
    /// that another measure goes on from it.
    pub known: usize,
    /// The period its figures cover.
    pub period: Period,
    /// What it is a measure of.
    pub objective: &'m Arc<Objective>,
    /// What is said of it there.
    pub measure: &'m Measure,
    /// What its `previous` puts another figure in the place of.
    pub restated: Option<Restated>,
    /// What its `actual` does.
    pub actual_restated: Option<Restated>,
}

impl<'m> Row<'m> {
    /// The measure that stands at `at` in the edition with this place, by itself.
    pub fn new(model: &'m Model, at: Spot, rank: usize) -> Self {
        let report = &model.reports[at.0];
        let objective = &report.objectives[at.1];
        let measure = &objective.measures[at.2];
        Self {
            at,
            rank,
            known: rank,
            period: period_of(measure, report.period.value),
            objective,
            measure,
            restated: None,
            actual_restated: None,
        }
    }
}

/// The line of the measure `id`: its own rows, behind those of the measures it replaces in the
/// editions before its first.
pub(super) fn line<'m>(id: &'m Id, own: &BTreeMap<&'m Id, Vec<Row<'m>>>) -> Line<'m> {
    let mut rows = own.get(id).cloned().unwrap_or_default();
    let mut replaces: Vec<&Id> = Vec::new();
    let mut direct = BTreeSet::new();
    let mut open: Vec<(&Id, usize)> = vec![(id, 0)];
    let first = |id: &Id| {
        own.get(id)
            .and_then(|rows| rows.first())
            .map(|row| row.rank)
    };
    let mut seen = BTreeSet::from([id]);
    while !open.is_empty() {
        // Each with the edition from which on the line goes back to it.
        let mut next: Vec<(&Id, usize)> = Vec::new();
        let mut earlier = Vec::new();
        for (id, known) in &open {
            let first = first(id).unwrap_or(usize::MAX);
            for row in own.get(*id).into_iter().flatten() {
                for replaced in &row.measure.replaces {
                    let before = &replaced.value;
                    if own.contains_key(before) && seen.insert(before) {
                        let known = row.rank.max(*known);
                        next.push((before, known));
                        // Of two that end in one edition, the one that is named first speaks last.
                        let rows = own.get(before).into_iter().flatten();
                        let rows = rows.filter(|row| row.rank < first);
                        let rows = rows.map(|row| Row {
                            known,
                            ..row.clone()
                        });
                        earlier.splice(0..0, rows);
                    }
                }
            }
        }
        if replaces.is_empty() {
            direct = next.iter().map(|(id, _)| *id).collect();
        }
        rows.splice(0..0, earlier);
        replaces.extend(next.iter().map(|(id, _)| *id));
        open = next;
    }
    rows.sort_by_key(|row| row.rank);
    for at in 0..rows.len() {
        let (before, rest) = rows.split_at(at);
        let before = &before[..before.partition_point(|row| row.rank < rest[0].rank)];
        let row = &rest[0];
        let before = known_by(before, row.rank);
        let restated = overruled(&before, row).filter(|_| row.measure.restated.is_some());
        let restated = restated.map(|(_, restated)| restated);
        // Of two measures that the line goes back to, neither speaks for the other.
        let mut own = before.into_owned();
        own.retain(|other| row.measure.id.value == *id || other.measure.id == row.measure.id);
        let actual_restated = replaced(&own, row).map(|(_, restated)| restated);
        rows[at].restated = restated;
        rows[at].actual_restated = actual_restated;
    }
    Line {
        rows,
        replaces,
        direct,
    }
}

/// Those of `rows` that are of their line by the edition `rank`.
pub(super) fn known_by<'r, 'm>(rows: &'r [Row<'m>], rank: usize) -> Cow<'r, [Row<'m>]> {
    if rows.iter().all(|row| row.known <= rank) {
        Cow::Borrowed(rows)
    } else {
        let known = rows.iter().filter(|row| row.known <= rank);
        Cow::Owned(known.cloned().collect())
    }
}

/// The series breaks that a row declares, or marks with `[b]` at a result.
pub(super) fn breaks_of(row: &Row<'_>) -> Vec<SeriesBreak> {
    let marked = |figure: Option<&Figure>, period: Period| {
        let figure = figure.filter(|figure| figure.symbols.contains(&Symbol::Break))?;
        Some(SeriesBreak {
            from: Spanned::new(period, figure.span),
            reason: None,
        })
    };
    let declared = row.measure.series_break.clone();
    let own = marked(row.measure.actual.as_ref(), row.period);
    let history = row.measure.history.iter();
    let history = history.filter_map(|entry| marked(entry.actual.as_ref(), entry.period.value));
    declared.into_iter().chain(own).chain(history).collect()
}
