//! The figures of a few periods as a line no higher than a word, beside the words that say it.

use crate::{
    chart::{
        ink::Ink,
        pen::sheet,
        scale::float,
        write::{body, number},
    },
    model::Decimal,
};

/// The width of the drawing in units.
const WIDTH: f64 = 80.0;
/// Its height.
const HEIGHT: f64 = 22.0;
/// From the edges to where the line may go: the radius of the last figure's dot.
const EDGE: f64 = 4.0;
/// The radius of the last figure's dot.
const LAST: f64 = 3.5;
/// The radius of the dot of a figure between two gaps.
const ALONE: f64 = 1.8;

/// Draws figures from left to right, the lowest at the foot and the highest at the top; the line is
/// open where there is none, and the last of them bears a dot. It is for the eye alone: whoever shows
/// it says the same in words beside it. Holds no inline style and no ids.
pub fn spark(figures: &[Option<Decimal>]) -> String {
    let values: Vec<_> = figures.iter().map(|figure| figure.map(float)).collect();
    let given = || values.iter().copied().flatten();
    let low = given().fold(f64::INFINITY, f64::min);
    let high = given().fold(f64::NEG_INFINITY, f64::max);
    let at = |slot: usize, value: f64| {
        let along = share(slot, figures.len().saturating_sub(1));
        // Figures that are all the same lie in the middle.
        let up = if high > low {
            (value - low) / (high - low)
        } else {
            0.5
        };
        (
            EDGE + along * (WIDTH - 2.0 * EDGE),
            HEIGHT - EDGE - up * (HEIGHT - 2.0 * EDGE),
        )
    };
    let slots: Vec<_> = values.iter().enumerate().collect();
    let scene = sheet(WIDTH, |pen| {
        for run in slots.split(|(_, value)| value.is_none()) {
            let dots = run
                .iter()
                .filter_map(|(slot, value)| Some(at(*slot, (**value)?)));
            let dots: Vec<_> = dots.collect();
            match dots[..] {
                [] => {}
                [alone] => pen.circle(alone, ALONE, Ink::Actual),
                _ => pen.line(&dots, Ink::Line),
            }
        }
        let last = slots.iter().rev();
        let mut last = last.filter_map(|(slot, value)| Some(at(*slot, (**value)?)));
        if let Some(last) = last.next() {
            pen.circle(last, LAST, Ink::Actual);
        }
        pen.y = HEIGHT;
    });
    let (width, height) = (number(scene.width), number(scene.height));
    let mut out = format!(
        "<svg class=\"spark\" aria-hidden=\"true\" viewBox=\"0 0 {width} {height}\" \
         width=\"{width}\" height=\"{height}\">"
    );
    body(&mut out, &scene, "spark");
    out + "</svg>"
}

/// How far along the way a step of `steps` is.
#[allow(clippy::cast_precision_loss)] // nobody draws more periods than a float counts
fn share(step: usize, steps: usize) -> f64 {
    if steps == 0 {
        1.0
    } else {
        step as f64 / steps as f64
    }
}
