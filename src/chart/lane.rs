//! Lanes of bars along one axis.

use plotters::{
    coord::{ranged1d::Ranged, types::RangedCoordf64},
    element::Rectangle,
    style::Color,
};

use crate::{
    chart::{
        backend::whole,
        ink::Ink,
        input::Tick,
        pen::{Pen, Place, TICK},
        scale::{Scale, float},
        scene::Anchor,
    },
    model::Decimal,
};

/// Between the labels of an axis.
const GAP: f64 = 8.0;

/// An axis that lies across a sheet, from `left` to `right`.
pub struct Axis {
    scale: Scale,
    /// The marked values with their words and the middle of those.
    labels: Vec<(String, f64)>,
    /// Where it begins.
    pub left: f64,
    right: f64,
}

impl Axis {
    /// An axis for `values`, with as many marks as have room for their labels.
    pub fn new(pen: &Pen, (left, right): (f64, f64), values: &[Decimal], tick: Tick) -> Self {
        let most = if pen.is_narrow() { 4 } else { 5 };
        let mut axis = Self {
            scale: Scale::new(values, most),
            labels: Vec::new(),
            left,
            right,
        };
        for most in (1..=most).rev() {
            axis.scale = Scale::new(values, most);
            let labels: Vec<_> = axis
                .scale
                .ticks
                .iter()
                .map(|tick_at| {
                    let words = tick(*tick_at);
                    let half = TICK.room(&words) / 2.0;
                    let middle = axis.x(*tick_at).max(half).min(pen.width - half);
                    (words, middle)
                })
                .collect();
            let all = labels.len();
            axis.labels = apart(labels);
            if axis.labels.len() == all {
                break;
            }
        }
        axis
    }

    /// How far to the right a value lies.
    pub fn x(&self, value: Decimal) -> f64 {
        let (start, end) = self.scale.span();
        let limits = (whole(self.left * 10.0), whole(self.right * 10.0));
        f64::from(RangedCoordf64::from(start..end).map(&float(value), limits)) / 10.0
    }

    /// The light lines and the line at zero, between two heights.
    pub fn grid(&self, pen: &Pen, top: f64, bottom: f64) {
        for tick in self.scale.ticks.iter().filter(|tick| !tick.is_zero()) {
            let x = self.x(*tick);
            pen.line(&[(x, top), (x, bottom)], Ink::Grid);
        }
        let zero = self.x(Decimal::ZERO);
        pen.line(&[(zero, top), (zero, bottom)], Ink::Zero);
    }

    /// A bar from zero to `value`, between two heights.
    pub fn bar(&self, pen: &Pen, value: Decimal, heights: (f64, f64), ink: Ink) {
        self.span(pen, (Decimal::ZERO, value), heights, ink);
    }

    /// A bar from one value to another, between two heights.
    pub fn span(
        &self,
        pen: &Pen,
        (low, high): (Decimal, Decimal),
        (top, bottom): (f64, f64),
        ink: Ink,
    ) {
        let (start, end) = self.scale.span();
        let from = Place {
            at: (self.left, top),
            value: (start, 0.0),
        };
        let to = Place {
            at: (self.right, bottom),
            value: (end, 1.0),
        };
        let plot = pen.plot(from, to);
        let bar = Rectangle::new([(float(low), 0.0), (float(high), 1.0)], ink.filled());
        let drawn = plot.draw(&bar);
        drawn.expect("drawing into memory cannot fail, and nothing else holds the backend");
    }

    /// The intervention level: a dashed line across the lane, light at its edges so that it shows
    /// on a bar too.
    pub fn level(&self, pen: &Pen, value: Decimal, top: f64, bottom: f64) {
        let x = self.x(value);
        pen.line(&[(x, top), (x, bottom)], Ink::Halo);
        pen.line(&[(x, top), (x, bottom)], Ink::Intervention);
    }

    /// The words under the axis, from here down; the pen moves below them.
    pub fn label(&self, pen: &mut Pen) {
        for (words, middle) in &self.labels {
            pen.text(words, *middle, pen.y, TICK, Anchor::Middle, Ink::Muted);
        }
        pen.y += TICK.line();
    }
}

/// The labels that stand clear of the one before.
fn apart(labels: Vec<(String, f64)>) -> Vec<(String, f64)> {
    let mut end = f64::NEG_INFINITY;
    let clear = |(words, middle): &(String, f64)| {
        let half = TICK.room(words) / 2.0;
        let clear = middle - half >= end + GAP;
        if clear {
            end = middle + half;
        }
        clear
    };
    labels.into_iter().filter(clear).collect()
}
