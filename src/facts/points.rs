//! The points of a series: what stands for each period.

use std::collections::BTreeMap;

use crate::{
    facts::{Given, InOtherUnit, SeriesPoint, line::Row, told::best},
    model::{Figure, Period, Unit},
};

/// One point for each period that `rows` give a figure for, oldest first. Figures that count from the
/// start of the year make no series with others: as in the latest edition, so in all.
pub(super) fn points(rows: &[Row<'_>]) -> Vec<SeriesPoint> {
    points_of(rows, cumulative(rows))
}

/// The same of those among `rows` that count the other way than the latest edition does.
pub(super) fn otherwise(rows: &[Row<'_>]) -> Vec<SeriesPoint> {
    points_of(rows, !cumulative(rows))
}

/// Whether figures count from the start of the year in the latest of `rows`.
fn cumulative(rows: &[Row<'_>]) -> bool {
    rows.last().is_some_and(|row| row.measure.cumulative)
}

/// One point for each period that those of `rows` give a figure for which count so.
fn points_of(rows: &[Row<'_>], cumulative: bool) -> Vec<SeriesPoint> {
    let mut by_period: BTreeMap<Period, Vec<SeriesPoint>> = BTreeMap::new();
    let alike = |row: &&Row<'_>| row.measure.cumulative == cumulative;
    // Every edition speaks before any history does, and every history before a stated previous.
    for points in [published_points, history_points, stated_points] {
        for point in rows.iter().rev().filter(alike).flat_map(points) {
            by_period.entry(point.period).or_default().push(point);
        }
    }
    let Some(latest) = rows.iter().rev().find(alike) else {
        return Vec::new();
    };
    let merged = |points| merged(points, &latest.measure.unit);
    by_period.into_values().filter_map(merged).collect()
}

/// What stands for a period for which `points` were found, those that go first at the front; but a
/// number in the `unit` that the measure has now before any in another, which readers were given as well. A
/// result from outside the editions, or restated by another than published it, keeps the aim that
/// one of them set for it in its unit.
fn merged(points: Vec<SeriesPoint>, unit: &Unit) -> Option<SeriesPoint> {
    let has_number = |point: &SeriesPoint| {
        let actual = point.actual.as_ref();
        actual.is_some_and(|actual| actual.value.is_some())
    };
    let is_own = |point: &SeriesPoint| point.unit.same(unit);
    let compares = points
        .iter()
        .any(|point| is_own(point) && has_number(point));
    let (points, others): (Vec<_>, Vec<_>) = points
        .into_iter()
        .partition(|point| !compares || is_own(point));
    let other = others
        .into_iter()
        .find(|point| point.given == Given::Published && has_number(point));
    let in_other_unit = other.and_then(|point| {
        Some(InOtherUnit {
            figure: point.actual?,
            unit: point.unit,
            report: point.at.0,
        })
    });
    let set = |figure: fn(&SeriesPoint) -> &Option<Figure>| {
        points.iter().find_map(|point| figure(point).clone())
    };
    let target = set(|point| &point.target);
    let intervention = set(|point| &point.intervention);
    let found = best(points, |point| point.actual.as_ref())?;
    let keeps_aims = found.given == Given::Published;
    Some(SeriesPoint {
        target: found.target.or(target.filter(|_| !keeps_aims)),
        intervention: found.intervention.or(intervention.filter(|_| !keeps_aims)),
        in_other_unit,
        ..found
    })
}

/// What an edition gives for the period it covers, and for the one before where it restates that.
fn published_points(row: &Row<'_>) -> Vec<SeriesPoint> {
    let measure = row.measure;
    let own = SeriesPoint {
        period: row.period,
        actual: measure.actual.clone(),
        target: measure.target.clone(),
        intervention: measure.intervention.clone(),
        at: row.at,
        given: Given::Published,
        restated: row.actual_restated.clone(),
        unit: measure.unit.clone(),
        in_other_unit: None,
        replaced: Some(measure.id.value.clone()),
    };
    let restated = row.restated.clone().map(|restated| SeriesPoint {
        period: row.period.previous(),
        actual: measure.previous.clone(),
        target: None,
        intervention: None,
        given: Given::Restated,
        restated: Some(restated),
        ..own.clone()
    });
    [own].into_iter().chain(restated).collect()
}

fn history_points(row: &Row<'_>) -> Vec<SeriesPoint> {
    let points = row.measure.history.iter().map(|entry| SeriesPoint {
        period: entry.period.value,
        actual: entry.actual.clone(),
        target: entry.target.clone(),
        intervention: entry.intervention.clone(),
        at: row.at,
        given: Given::History,
        restated: None,
        unit: row.measure.unit.clone(),
        in_other_unit: None,
        replaced: None,
    });
    points.collect()
}

fn stated_points(row: &Row<'_>) -> Vec<SeriesPoint> {
    let point = row.measure.previous.as_ref().map(|figure| SeriesPoint {
        period: row.period.previous(),
        actual: Some(figure.clone()),
        target: None,
        intervention: None,
        at: row.at,
        given: Given::Stated,
        restated: None,
        unit: row.measure.unit.clone(),
        in_other_unit: None,
        replaced: None,
    });
    point.into_iter().collect()
}
