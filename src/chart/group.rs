//! The chart of several measures.

use crate::{
    chart::{
        columns::{Columns, words},
        ink::Ink,
        input::{GroupChart, GroupRow, Panel, Reading},
        lane::Axis,
        pen::{Pen, SMALL, TITLE, VALUE},
        svg::Svg,
        symbol::{DIAMOND, KEY, Role, diamond, key},
    },
    model::Decimal,
};

/// The height of a result's bar.
const BAR: f64 = 16.0;
/// The height of the thin bar of the year before.
const THIN: f64 = 8.0;
/// Between a result's bar and the thin one.
const BETWEEN: f64 = 2.0;
/// Between one row and the next.
const GAP: f64 = 16.0;

/// Draws several measures below each other: for each its title, its figures in words, a bar for the
/// result with the target's marker over it and the intervention level across it, and a thin bar for
/// the year before. Measures share an axis with those of their panel only.
pub fn group(chart: &GroupChart) -> Svg {
    Svg::draw(&chart.heading, "chart-group", |pen| {
        for (index, panel) in chart.panels.iter().enumerate() {
            if index > 0 {
                pen.y += 1.5 * GAP;
            }
            draw(pen, panel);
        }
    })
}

fn draw(pen: &mut Pen, panel: &Panel) {
    if let Some(heading) = &panel.heading {
        pen.paragraph(heading, 0.0, pen.width, SMALL, Ink::Muted);
        pen.y += GAP / 2.0;
    }
    let values: Vec<_> = panel
        .rows
        .iter()
        .flat_map(figures)
        .filter_map(|(_, row)| row.number)
        .collect();
    let axis = axis(pen, panel, &values);
    let texts = |row| {
        figures(row)
            .iter()
            .map(|(_, row)| words(&row.label, &row.shown))
            .collect()
    };
    let rows: Vec<_> = panel.rows.iter().map(texts).collect();
    let columns = Columns::new(pen, &rows, KEY + 6.0, VALUE.line());
    for (index, row) in panel.rows.iter().enumerate() {
        if index > 0 {
            pen.y += GAP;
        }
        draw_row(pen, &axis, &columns, row);
    }
    if !values.is_empty() {
        pen.y += 3.0;
        axis.label(pen);
    }
}

/// An axis as wide as the sheet, but for what a target's marker needs at its ends.
fn axis(pen: &Pen, panel: &Panel, values: &[Decimal]) -> Axis {
    let across = |left| Axis::new(pen, (left, pen.width - DIAMOND - 2.0), values, panel.tick);
    let axis = across(1.0);
    let targets = panel
        .rows
        .iter()
        .filter_map(|row| row.target.as_ref()?.number);
    let leftmost = targets
        .map(|target| axis.x(target))
        .fold(f64::INFINITY, f64::min);
    if leftmost < DIAMOND + 2.0 {
        across(DIAMOND + 2.0)
    } else {
        axis
    }
}

fn draw_row(pen: &mut Pen, axis: &Axis, columns: &Columns, row: &GroupRow) {
    pen.paragraph(&row.title, 0.0, pen.width, TITLE, Ink::Text);
    if let Some(note) = &row.note {
        pen.paragraph(note, 0.0, pen.width, SMALL, Ink::Muted);
    }
    let figures = figures(row);
    let texts: Vec<_> = figures
        .iter()
        .map(|(_, row)| words(&row.label, &row.shown))
        .collect();
    columns.draw(pen, &texts, |pen, index, at| key(pen, figures[index].0, at));
    if figures.iter().all(|(_, reading)| reading.number.is_none()) {
        return;
    }
    let number = |role| {
        figures
            .iter()
            .find(|(of, _)| *of == role)
            .and_then(|(_, row)| row.number)
    };
    let marker = pen.y + DIAMOND + 3.0;
    let top = marker + DIAMOND;
    let middle = top + BAR;
    let bottom = middle + BETWEEN + THIN;
    axis.grid(pen, top - 3.0, bottom + 3.0);
    if let Some(actual) = number(Role::Actual) {
        axis.bar(pen, actual, (top, middle), Ink::Actual);
    }
    if let Some(previous) = number(Role::Previous) {
        axis.bar(pen, previous, (middle + BETWEEN, bottom), Ink::Previous);
    }
    if let Some(level) = number(Role::Intervention) {
        axis.level(pen, level, top - 3.0, bottom + 3.0);
    }
    if let Some(target) = number(Role::Target) {
        let x = axis.x(target);
        pen.line(&[(x, marker), (x, middle)], Ink::Halo);
        pen.line(&[(x, marker), (x, middle)], Ink::TargetStem);
        diamond(pen, (x, marker));
    }
    pen.y = bottom + 3.0;
}

/// The figures of a row in the order they are read.
fn figures(row: &GroupRow) -> Vec<(Role, &Reading)> {
    let roles = [
        (Role::Actual, Some(&row.actual)),
        (Role::Target, row.target.as_ref()),
        (Role::Intervention, row.intervention.as_ref()),
        (Role::Previous, row.previous.as_ref()),
    ];
    roles
        .into_iter()
        .filter_map(|(role, reading)| Some((role, reading?)))
        .collect()
}
