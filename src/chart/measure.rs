//! The chart of one measure.

use crate::{
    chart::{
        columns::words,
        ink::Ink,
        input::{MeasureChart, Reading},
        lane::Axis,
        pen::{LABEL, Pen, SMALL, VALUE},
        scene::Anchor,
        svg::Svg,
    },
    model::Decimal,
};

/// The height of a bar.
const BAR: f64 = 24.0;
/// Between one row and the next.
const GAP: f64 = 8.0;
/// Between a bar's end and its figure.
const BESIDE: f64 = 7.0;

/// Draws one measure: bars for the result, the target, the year before and comparators, and a line
/// through all of them at the intervention level.
pub fn measure(chart: &MeasureChart) -> Svg {
    Svg::draw(&chart.heading, "chart-measure", |pen| draw(pen, chart))
}

/// Where the words of a row go, one choice for all rows of a chart.
struct Layout {
    /// Labels stand in a column at the left, else above their bars.
    beside: bool,
    /// Figures stand at their bars' ends, else behind the label.
    at_end: bool,
    axis: Axis,
    levels: Vec<Decimal>,
}

fn draw(pen: &mut Pen, chart: &MeasureChart) {
    for note in &chart.notes {
        pen.paragraph(note, 0.0, pen.width, SMALL, Ink::Muted);
    }
    if !chart.notes.is_empty() {
        pen.y += GAP;
    }
    let mut rows = vec![(Ink::Actual, &chart.actual)];
    rows.extend(chart.target.iter().map(|target| (Ink::Target, target)));
    rows.extend(
        chart
            .previous
            .iter()
            .map(|previous| (Ink::Previous, previous)),
    );
    rows.extend(chart.comparators.iter().map(|other| (Ink::Other, other)));
    rows.extend(
        chart
            .intervention
            .iter()
            .map(|level| (Ink::Intervention, level)),
    );
    let layout = layout(pen, chart, &rows);
    for (ink, reading) in rows {
        row(pen, &layout, ink, reading);
    }
    pen.y -= GAP / 2.0 - 2.0;
    layout.axis.label(pen);
}

fn layout(pen: &Pen, chart: &MeasureChart, rows: &[(Ink, &Reading)]) -> Layout {
    let widest = |rooms: &mut dyn Iterator<Item = f64>| rooms.fold(0.0, f64::max);
    let labels = widest(&mut rows.iter().map(|(_, row)| LABEL.room(&row.label)));
    let figures = |negative: bool| {
        let mut rooms = rows.iter().filter_map(|(_, row)| {
            let same = row.number? < Decimal::ZERO;
            (same == negative).then(|| VALUE.room(&row.shown) + BESIDE + 1.0)
        });
        widest(&mut rooms)
    };
    let (before, after) = (figures(true), figures(false));
    let at_end = before + after < pen.width * 0.45;
    let beside = at_end && labels < pen.width * 0.36;
    let column = if beside { labels + 4.0 } else { 1.0 };
    let (left, right) = if at_end {
        (column + before, pen.width - after.max(2.0))
    } else {
        (column, pen.width - 4.0)
    };
    let levels = chart.intervention.iter().filter_map(|level| level.number);
    let levels: Vec<_> = levels.chain(chart.mirrored).collect();
    let ends = rows.iter().flat_map(|(_, row)| [row.number, row.upper]);
    let values: Vec<_> = ends.flatten().chain(levels.iter().copied()).collect();
    Layout {
        beside,
        at_end,
        axis: Axis::new(pen, (left, right), &values, chart.tick),
        levels,
    }
}

fn row(pen: &mut Pen, layout: &Layout, ink: Ink, reading: &Reading) {
    let axis = &layout.axis;
    let inside = (BAR - LABEL.line()) / 2.0;
    if layout.beside {
        pen.text(
            &reading.label,
            0.0,
            pen.y + inside,
            LABEL,
            Anchor::Start,
            Ink::Text,
        );
    } else if layout.at_end || reading.number.is_none() {
        pen.paragraph(&reading.label, 0.0, pen.width, LABEL, Ink::Text);
        pen.y += 2.0;
    } else {
        let words = words(&reading.label, &reading.shown);
        pen.paragraph(&words, 0.0, pen.width, LABEL, Ink::Text);
        pen.y += 2.0;
    }
    // Lines run on from row to row where no label stands between.
    let over = if layout.beside { GAP / 2.0 } else { 0.0 };
    let top = pen.y;
    let (from, width) = free(pen, axis);
    let instead = match reading.number {
        Some(_) => Vec::new(),
        None => SMALL.wrap(&reading.shown, width),
    };
    let bottom = top + instead.iter().map(|_| SMALL.line()).sum::<f64>().max(BAR);
    axis.grid(pen, top - over, bottom + over);
    if let Some(number) = reading.number.filter(|_| ink != Ink::Intervention) {
        let from = reading.upper.map_or(Decimal::ZERO, |_| number);
        let to = reading.upper.unwrap_or(number);
        axis.span(pen, (from, to), (top, bottom), ink);
    }
    let words = instead
        .iter()
        .map(|line| SMALL.room(line))
        .fold(0.0, f64::max);
    let clear = |level: &Decimal| {
        let x = axis.x(*level);
        instead.is_empty() || x < from - BESIDE || x > from + words + BESIDE
    };
    for level in layout.levels.iter().filter(|level| clear(level)) {
        axis.level(pen, *level, top - over, bottom + over);
    }
    match reading.number {
        Some(number) if layout.at_end => {
            let end = reading.upper.unwrap_or(number);
            figure(pen, layout, end, &reading.shown, top + inside);
        }
        Some(_) => {}
        None => {
            pen.y += (BAR - SMALL.line()) / 2.0;
            pen.paragraph(&reading.shown, from, width, SMALL, Ink::Value);
        }
    }
    pen.y = bottom + GAP;
}

/// Where words stand in place of a bar: beside zero, on the side that has more room. Where they
/// begin, and their width.
fn free(pen: &Pen, axis: &Axis) -> (f64, f64) {
    let zero = axis.x(Decimal::ZERO);
    if pen.width - zero >= zero - axis.left {
        (zero + BESIDE, pen.width - zero - BESIDE)
    } else {
        (axis.left, zero - BESIDE - axis.left)
    }
}

/// The figure at its bar's end, moved past the intervention level where that would cross it.
fn figure(pen: &Pen, layout: &Layout, number: Decimal, shown: &str, y: f64) {
    let room = VALUE.room(shown);
    let end = layout.axis.x(number);
    let sign = if number < Decimal::ZERO { -1.0 } else { 1.0 };
    // Two levels may follow each other: past the first, the second may still be in the way.
    let mut levels: Vec<_> = layout
        .levels
        .iter()
        .map(|level| layout.axis.x(*level))
        .collect();
    levels.sort_by(|one, other| (one * sign).total_cmp(&(other * sign)));
    let mut from = end;
    for level in levels {
        if (-BESIDE..=room + 2.0 * BESIDE).contains(&((level - from) * sign)) {
            from = sign * (level * sign).max(from * sign);
        }
    }
    let anchor = if sign < 0.0 {
        Anchor::End
    } else {
        Anchor::Start
    };
    pen.text(shown, from + sign * BESIDE, y, VALUE, anchor, Ink::Value);
}
