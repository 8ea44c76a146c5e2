//! What readers have been given for a period before, and which of it goes first.

use crate::{
    facts::{
        line::Row,
        lineage::{PreviousSource, Restated},
    },
    model::{Figure, Period},
};

/// A figure that readers have been given for a period, in an edition or in a history.
pub(super) struct Told<'m> {
    /// The figure; `None` for a blank.
    pub figure: Option<&'m Figure>,
    /// Where it stands.
    pub source: PreviousSource,
    /// What it was given in the place of.
    pub restated: Option<Restated>,
}

/// What readers were given before for the period whose figure `row` gives another number for.
pub(super) fn overruled<'m>(before: &[Row<'m>], row: &Row<'m>) -> Option<(Told<'m>, Restated)> {
    let now = row.measure.previous.as_ref()?.value?;
    let wanted = row.period.previous();
    let last = best(given(before, row, wanted), |given| given.figure)?;
    let figure = last
        .figure
        .filter(|figure| figure.value.is_some_and(|then| then != now))?;
    let restated = first(&last, figure, row);
    Some((last, restated))
}

/// What readers were first given for the period of `row` in the place of its `actual`, by `before`; and
/// what they were given last, where that is another number.
pub(super) fn replaced<'m>(
    before: &[Row<'m>],
    row: &Row<'m>,
) -> Option<(Option<Told<'m>>, Restated)> {
    let now = row.measure.actual.as_ref()?.value?;
    let mut told = told(before, row, row.period).into_iter();
    let (last, figure, then) = told.find_map(|told| {
        let figure = told.figure?;
        Some((told, figure, figure.value?))
    })?;
    if then == now {
        return last.restated.map(|earlier| (None, earlier));
    }
    let restated = first(&last, figure, row);
    Some((Some(last), restated))
}

/// What `row` restates that gives another number than the `figure` of `last`. Readers are told what they
/// were told first, however often it was restated since.
fn first(last: &Told<'_>, figure: &Figure, row: &Row<'_>) -> Restated {
    match &last.restated {
        Some(earlier) => Restated {
            at: row.at,
            ..earlier.clone()
        },
        None => Restated {
            published: figure.clone(),
            by: last.source.edition(),
            at: row.at,
        },
    }
}

/// What readers have been given for the period `wanted` of the measure of `row`, what goes first at
/// the front: by the editions `before`, the latest first, and by the histories that it and they hold.
/// Figures that count from the start of the year go with their like alone, and so do units.
pub(super) fn given<'m>(
    before: &[Row<'m>],
    row: &Row<'m>,
    wanted: Period,
) -> impl Iterator<Item = Told<'m>> + use<'m> {
    let mut all = published(before, row, wanted);
    let alike = before.iter().rev().filter(|other| alike(row, other));
    all.extend(
        [row]
            .into_iter()
            .chain(alike)
            .flat_map(|row| history(row, wanted)),
    );
    all.into_iter()
}

/// What the editions `before` have given for the period in any way: what they [`published`], what their
/// histories hold, and what they state as previous; the latest first in each.
pub(super) fn told<'m>(before: &[Row<'m>], row: &Row<'m>, wanted: Period) -> Vec<Told<'m>> {
    let mut all = published(before, row, wanted);
    for other in before.iter().rev().filter(|other| alike(row, other)) {
        all.extend(history(other, wanted));
        all.extend((other.period.previous() == wanted).then_some(Told {
            figure: other.measure.previous.as_ref(),
            source: PreviousSource::Stated,
            restated: None,
        }));
    }
    all
}

/// What the history in a row gives for the period.
fn history<'m>(row: &Row<'m>, wanted: Period) -> impl Iterator<Item = Told<'m>> + use<'m> {
    let entries = row.measure.history.iter();
    let entries = entries.filter(move |entry| entry.period.value == wanted);
    entries.map(|entry| Told {
        figure: entry.actual.as_ref(),
        source: PreviousSource::History,
        restated: None,
    })
}

/// Whether figures of the two count alike: in the same unit, both from the start of the year or neither.
fn alike(one: &Row<'_>, other: &Row<'_>) -> bool {
    let (one, other) = (one.measure, other.measure);
    one.cumulative == other.cumulative && one.unit.same(&other.unit)
}

/// What the editions `before` published for the period, or restated it as: the latest first.
fn published<'m>(before: &[Row<'m>], row: &Row<'m>, wanted: Period) -> Vec<Told<'m>> {
    let mut all = Vec::new();
    for row in before.iter().rev().filter(|other| alike(row, other)) {
        let measure = row.measure;
        if row.period == wanted {
            all.push(Told {
                figure: measure.actual.as_ref(),
                source: PreviousSource::Edition(row.at.0),
                restated: row.actual_restated.clone(),
            });
        } else if row.restated.is_some() && row.period.previous() == wanted {
            all.push(Told {
                figure: measure.previous.as_ref(),
                source: PreviousSource::Edition(row.at.0),
                restated: row.restated.clone(),
            });
        }
    }
    all
}

/// The best of several that give a figure for one period: the first with a number; else the first
/// with symbols in its place; else the first, which is blank.
pub(super) fn best<T>(
    candidates: impl IntoIterator<Item = T>,
    figure: impl Fn(&T) -> Option<&Figure>,
) -> Option<T> {
    // Of several with the same key, the first stands.
    candidates.into_iter().min_by_key(|candidate| {
        figure(candidate).map_or(2, |figure| i32::from(figure.value.is_none()))
    })
}
