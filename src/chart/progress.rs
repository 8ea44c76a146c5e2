//! The chart of how far actions have come.

use crate::{
    chart::{
        font::STRONG,
        ink::Ink,
        input::{ProgressChart, ProgressRow},
        lane::Axis,
        pen::{Pen, SMALL, TITLE},
        svg::Svg,
    },
    model::Decimal,
};

/// The height of a bar.
const BAR: f64 = 16.0;
/// Between one row and the next.
const GAP: f64 = 14.0;

/// Draws actions below each other: for each its title, its status and how much is done in words, and
/// a bar that is full at 100 per cent.
pub fn progress(chart: &ProgressChart) -> Svg {
    Svg::draw(&chart.heading, "chart-progress", |pen| {
        let all = Decimal::ONE_HUNDRED;
        let axis = Axis::new(pen, (1.0, pen.width - 1.0), &[all], chart.tick);
        for row in &chart.rows {
            draw(pen, &axis, row);
        }
        if !chart.rows.is_empty() {
            pen.y -= GAP - 3.0;
            axis.label(pen);
        }
    })
}

fn draw(pen: &mut Pen, axis: &Axis, row: &ProgressRow) {
    pen.paragraph(&row.title, 0.0, pen.width, TITLE, Ink::Text);
    let words = match &row.status {
        Some(status) => format!("{status} {STRONG}{}", row.shown),
        None => format!("{STRONG}{}", row.shown),
    };
    pen.paragraph(&words, 0.0, pen.width, SMALL, Ink::Text);
    let (top, bottom) = (pen.y + 3.0, pen.y + 3.0 + BAR);
    if let Some(complete) = row.complete {
        let complete = Decimal::from(complete).min(Decimal::ONE_HUNDRED);
        axis.bar(pen, Decimal::ONE_HUNDRED, (top, bottom), Ink::Track);
        axis.bar(pen, complete, (top, bottom), Ink::Actual);
    } else {
        axis.bar(pen, Decimal::ONE_HUNDRED, (top, bottom), Ink::Missing);
    }
    pen.y = bottom + GAP;
}
