//! Which measures can share an axis.

use crate::{chart, model::Decimal};

/// How many times larger one row's figures may be than another's on the same axis: beyond that, the
/// smaller are slivers.
const APART: i64 = 20;

/// The largest figure of a row, whatever its sign.
pub(super) fn size(row: &chart::GroupRow) -> Decimal {
    let readings = std::iter::once(&row.actual)
        .chain(&row.target)
        .chain(&row.previous)
        .chain(&row.intervention);
    let numbers = readings.flat_map(|reading| [reading.number, reading.upper]);
    let sizes = numbers.flatten().map(|number| number.abs());
    sizes.max().unwrap_or_default()
}

/// Rows in parts that can share an axis, each in the order given, the part of the first row first.
/// Rows of nothing but zero stand with the smallest.
pub(super) fn alike(rows: Vec<chart::GroupRow>) -> Vec<Vec<chart::GroupRow>> {
    let mut sizes: Vec<_> = rows.iter().map(size).collect();
    sizes.sort();
    // The largest of each part, descending.
    let mut tops: Vec<Decimal> = Vec::new();
    for size in sizes.into_iter().rev().filter(|size| !size.is_zero()) {
        let near = |top: &Decimal| {
            let least = top.checked_div(APART.into());
            least.is_none_or(|least| size >= least)
        };
        if !tops.last().is_some_and(near) {
            tops.push(size);
        }
    }
    let mut parts: Vec<(usize, Vec<_>)> = Vec::new();
    for row in rows {
        let size = size(&row);
        // The smallest part whose largest figure is not below this row's.
        let part = tops.iter().rposition(|top| size <= *top).unwrap_or(0);
        match parts.iter_mut().find(|(of, _)| *of == part) {
            Some((_, rows)) => rows.push(row),
            None => parts.push((part, vec![row])),
        }
    }
    parts.into_iter().map(|(_, rows)| rows).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(actual: i64) -> chart::GroupRow {
        let actual = chart::Reading {
            label: String::new(),
            number: Some(actual.into()),
            upper: None,
            shown: actual.to_string(),
        };
        chart::GroupRow {
            title: String::new(),
            note: None,
            actual,
            target: None,
            previous: None,
            intervention: None,
            mirrored: None,
        }
    }

    #[test]
    fn sizes_far_apart_get_axes_of_their_own() {
        for (rows, expected) in [
            (&[27160, 352, 47][..], &[&[27160][..], &[352, 47]][..]),
            (&[47, 27160, 352], &[&[47, 352], &[27160]]),
            (&[100, 5], &[&[100, 5]]),
            (&[100, 4], &[&[100], &[4]]),
            (&[0, -100, 2, 0], &[&[0, 2, 0], &[-100]]),
            (&[0, 0], &[&[0, 0]]),
            (&[], &[]),
        ] {
            let parts = alike(rows.iter().copied().map(row).collect());
            let shown = |row: &chart::GroupRow| row.actual.shown.clone();
            let found: Vec<Vec<_>> = parts
                .iter()
                .map(|part| part.iter().map(shown).collect())
                .collect();
            let expected: Vec<Vec<_>> = expected
                .iter()
                .map(|part| part.iter().map(ToString::to_string).collect())
                .collect();
            assert_eq!(found, expected, "{rows:?}");
        }
    }
}
