//! The chart of how many measures have which rating.

use crate::chart::{
    columns::{Columns, words},
    ink::Ink,
    input::{RagChart, Segment},
    pen::{Pen, SMALL, Type, VALUE},
    scene::Anchor,
    svg::Svg,
    symbol::{BADGE, SIGN, badge, inks, sign},
};

/// The height of the bar.
const BAR: f64 = 40.0;
/// Between two segments.
const GAP: f64 = 3.0;
/// The width of the thinnest segment.
const THIN: f64 = 6.0;
/// The size of a count in the bar.
const COUNT: Type = Type {
    size: 18.0,
    ..VALUE
};

/// Draws one bar, a segment for each rating, and below it each rating in words with its sign.
pub fn rag(chart: &RagChart) -> Svg {
    Svg::draw(&chart.heading, "chart-rag", |pen| draw(pen, chart))
}

fn draw(pen: &mut Pen, chart: &RagChart) {
    bar(pen, &chart.segments);
    pen.y += 10.0;
    let texts = chart
        .segments
        .iter()
        .map(|segment| words(&segment.word, &segment.shown));
    let row: Vec<_> = texts.collect();
    let columns = Columns::new(pen, std::slice::from_ref(&row), BADGE + 8.0, BADGE + 6.0);
    columns.draw(pen, &row, |pen, index, (x, middle)| {
        badge(pen, chart.segments[index].rating, (x + BADGE / 2.0, middle));
    });
    // On a page they stand beside the counts.
    if pen.alone {
        for note in &chart.notes {
            pen.paragraph(note, 0.0, pen.width, SMALL, Ink::Muted);
        }
    }
}

fn bar(pen: &mut Pen, segments: &[Segment]) {
    let (top, bottom) = (pen.y, pen.y + BAR);
    pen.y = bottom;
    let drawn: Vec<_> = segments
        .iter()
        .filter(|segment| segment.count > 0)
        .collect();
    let total: f64 = drawn.iter().map(|segment| f64::from(segment.count)).sum();
    if drawn.is_empty() {
        pen.rect((0.0, top), (pen.width, bottom), Ink::Missing);
        return;
    }
    let gaps = drawn.iter().skip(1).map(|_| GAP).sum::<f64>();
    // A segment too thin to be seen is widened, and the others share what is left.
    let thin = |segment: &&&Segment| f64::from(segment.count) * (pen.width - gaps) / total < THIN;
    let thin_ones = drawn.iter().filter(thin);
    let (taken, counted) = thin_ones.fold((0.0, 0.0), |(taken, counted), segment| {
        (taken + THIN, counted + f64::from(segment.count))
    });
    let each = (pen.width - gaps - taken) / (total - counted);
    let mut x = 0.0;
    for segment in drawn {
        let width = (each * f64::from(segment.count)).max(THIN);
        let (ink, on) = inks(segment.rating);
        pen.rect((x, top), (x + width, bottom), ink);
        let count = segment.count.to_string();
        let room = COUNT.room(&count);
        let y = top + (BAR - COUNT.line()) / 2.0;
        let middle = x + width / 2.0;
        if SIGN + 6.0 + room + 8.0 <= width {
            let from = middle - (SIGN + 6.0 + room) / 2.0;
            sign(pen, segment.rating, (from + SIGN / 2.0, top + BAR / 2.0));
            pen.text(&count, from + SIGN + 6.0, y, COUNT, Anchor::Start, on);
        } else if room + 4.0 <= width {
            pen.text(&count, middle, y, COUNT, Anchor::Middle, on);
        }
        x += width + GAP;
    }
}
