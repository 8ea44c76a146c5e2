//! The chart of how far actions have come.

use crate::{
    chart::{
        ink::Ink,
        input::{ProgressChart, ProgressRow},
        lane::Axis,
        pen::{Pen, SMALL, TITLE, VALUE},
        scene::Anchor,
        svg::Svg,
    },
    model::Decimal,
};

/// The height of a bar.
const BAR: f64 = 14.0;
/// Between one row and the next.
const GAP: f64 = 11.0;
/// Between a bar and its figure.
const BESIDE: f64 = 7.0;

/// Draws actions below each other: for each its title, its status and a bar that is full at 100 per cent, with its figure beside it.
pub fn progress(chart: &ProgressChart) -> Svg {
    Svg::draw(&chart.heading, "chart-progress", |pen| {
        let all = Decimal::ONE_HUNDRED;
        let rooms = chart.rows.iter().filter(|row| at_end(pen, row));
        let rooms = rooms.map(|row| VALUE.room(&row.shown) + BESIDE);
        let right = pen.width - 1.0 - rooms.fold(0.0, f64::max);
        let axis = Axis::new(pen, (1.0, right), &[all], chart.tick);
        for row in &chart.rows {
            draw(pen, &axis, row);
        }
        if !chart.rows.is_empty() {
            pen.y -= GAP - 3.0;
            axis.label(pen);
        }
    })
}

/// Whether the figure of a row has room beside its bar; else it stands above.
fn at_end(pen: &Pen, row: &ProgressRow) -> bool {
    VALUE.room(&row.shown) < pen.width * 0.4
}

fn draw(pen: &mut Pen, axis: &Axis, row: &ProgressRow) {
    pen.paragraph(&row.title, 0.0, pen.width, TITLE, Ink::Text);
    if let Some(status) = &row.status {
        pen.paragraph(status, 0.0, pen.width, SMALL, Ink::Text);
    }
    if !at_end(pen, row) {
        pen.paragraph(&row.shown, 0.0, pen.width, VALUE, Ink::Text);
    }
    let (top, bottom) = (pen.y + 3.0, pen.y + 3.0 + BAR);
    if at_end(pen, row) {
        let y = top + (BAR - VALUE.line()) / 2.0;
        let from = axis.x(Decimal::ONE_HUNDRED) + BESIDE;
        pen.text(&row.shown, from, y, VALUE, Anchor::Start, Ink::Text);
    }
    if let Some(complete) = row.complete {
        let complete = Decimal::from(complete).min(Decimal::ONE_HUNDRED);
        axis.bar(pen, Decimal::ONE_HUNDRED, (top, bottom), Ink::Track);
        axis.bar(pen, complete, (top, bottom), Ink::Actual);
    } else {
        axis.bar(pen, Decimal::ONE_HUNDRED, (top, bottom), Ink::Missing);
    }
    pen.y = bottom + GAP;
}
