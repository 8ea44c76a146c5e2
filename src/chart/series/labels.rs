//! The words in a series' chart that must find their own room: figures and periods.

use crate::chart::{
    ink::Ink,
    input::{SeriesChart, SeriesPoint},
    pen::{Pen, TICK, VALUE},
    scene::Anchor,
    series::{ACTUAL, CLEAR, DOT, Frame, Segment, on_sheet, place, runs},
};

/// Left, top, right and bottom of something on the sheet.
type Area = [f64; 4];

/// Figures beside their dots, the last and the first before the others; one that would cross a line
/// or stand in the way of another is left to the table.
pub fn figures(pen: &Pen, frame: &Frame, chart: &SeriesChart, lines: &[Segment]) {
    let plot = frame.plot(pen, chart.points.len());
    let dots = runs(&chart.points, ACTUAL).concat();
    let dots: Vec<_> = dots
        .into_iter()
        .map(|(slot, value)| (slot, on_sheet(&plot, (place(slot) + 0.5, value))))
        .collect();
    let around = |(_, (x, y)): &(usize, (f64, f64))| [x - DOT, y - DOT, x + DOT, y + DOT];
    let mut taken: Vec<Area> = dots.iter().map(around).collect();
    let mut order: Vec<_> = dots.iter().collect();
    order.rotate_right(1.min(dots.len()));
    for (at, (slot, dot)) in order.into_iter().enumerate() {
        let shown = &chart.points[*slot].shown;
        let spots = spots(pen, frame, *dot, VALUE.room(shown));
        let free = |area: &Area, crossable: Option<Ink>| {
            let crosses = |line: &Segment| Some(line.ink) != crossable && crosses(line, *area);
            area[0] >= frame.left
                && area[2] <= pen.width
                && area[3] <= frame.bottom
                && !taken.iter().any(|other| meet(*area, *other))
                && !lines.iter().any(crosses)
        };
        let clear = spots.iter().find(|area| free(area, None));
        // The latest figure is worth covering a bit of the targets' line.
        let latest = || {
            spots
                .iter()
                .find(|area| at == 0 && free(area, Some(Ink::TargetLine)))
        };
        if let Some(area) = clear.or_else(latest) {
            let middle = f64::midpoint(area[0], area[2]);
            pen.text(shown, middle, area[1], VALUE, Anchor::Middle, Ink::Value);
            taken.push(*area);
        }
    }
}

/// Where a figure may stand, the best place first: above, below, and beside those.
fn spots(pen: &Pen, frame: &Frame, (x, y): (f64, f64), room: f64) -> [Area; 6] {
    let half = room / 2.0;
    let (above, below) = (y - CLEAR - VALUE.line(), y + CLEAR);
    let tried = [
        (0.0, above),
        (0.0, below),
        (-half, above),
        (half, below),
        (half, above),
        (-half, below),
    ];
    tried.map(|(aside, top)| {
        let middle = (x + aside).min(pen.width - half).max(frame.left + half);
        [middle - half, top, middle + half, top + VALUE.line()]
    })
}

/// The periods under the axis: every one where they have room, else every second, third and so on,
/// counted back from the last.
pub fn periods(pen: &mut Pen, frame: &Frame, points: &[SeriesPoint]) {
    let fitting = (1..points.len()).find_map(|stride| every(pen, frame, points, stride));
    // Where nothing fits, the last one stands alone, as wide as it must be.
    let alone = || {
        let last = TICK.wrap(&points.last()?.period, pen.width);
        let middle = frame.left + frame.slot * (place(points.len()) - 0.5);
        Some((within(pen, &last, middle), last))
    };
    let labels = fitting.unwrap_or_else(|| alone().into_iter().collect());
    let top = pen.y;
    for ((middle, _), lines) in labels {
        for (line, words) in lines.iter().enumerate() {
            let y = top + TICK.line() * place(line);
            pen.text(words, middle, y, TICK, Anchor::Middle, Ink::Muted);
            pen.y = pen.y.max(y + TICK.line());
        }
    }
}

/// A label on the sheet: its middle and half its width, and its lines.
type Label = ((f64, f64), Vec<String>);

/// The labels of every so many periods, where words stay whole on two lines and none meets the
/// next.
fn every(pen: &Pen, frame: &Frame, points: &[SeriesPoint], stride: usize) -> Option<Vec<Label>> {
    let width = frame.slot * place(stride) - 6.0;
    let mut next = f64::INFINITY;
    let label = |(slot, point): (usize, &SeriesPoint)| {
        let lines = TICK.wrap(&point.period, width);
        let words: Vec<_> = point.period.split_whitespace().collect();
        let whole = lines.join(" ") == words.join(" ") && lines.len() <= 2;
        let (middle, half) = within(pen, &lines, frame.left + frame.slot * (place(slot) + 0.5));
        let clear = middle + half <= next;
        next = middle - half - 6.0;
        (whole && clear).then_some(((middle, half), lines))
    };
    points
        .iter()
        .enumerate()
        .rev()
        .step_by(stride)
        .map(label)
        .collect()
}

/// The middle of lines that belong to `middle`, moved so that they stay on the sheet, and half their
/// width.
fn within(pen: &Pen, lines: &[String], middle: f64) -> (f64, f64) {
    let half = lines.iter().map(|line| TICK.room(line)).fold(0.0, f64::max) / 2.0;
    (middle.min(pen.width - half).max(half), half)
}

/// Whether two areas have a part in common.
fn meet(one: Area, other: Area) -> bool {
    one[0] < other[2] && other[0] < one[2] && one[1] < other[3] && other[1] < one[3]
}

/// Whether a line passes through an area: whether some part of it lies within both its width and
/// its height. A hair more than the line itself counts, for lines have a width.
fn crosses(line: &Segment, area: Area) -> bool {
    const HAIR: f64 = 1.5;
    // The part of the line, from 0 to 1, where one coordinate lies between two bounds.
    let part = |from: f64, to: f64, low: f64, high: f64| {
        let length = to - from;
        if length.abs() < 1e-9 {
            let inside = (low..=high).contains(&from);
            return if inside { (0.0, 1.0) } else { (1.0, 0.0) };
        }
        let (one, other) = ((low - from) / length, (high - from) / length);
        (one.min(other), one.max(other))
    };
    let across = part(line.from.0, line.to.0, area[0] - HAIR, area[2] + HAIR);
    let down = part(line.from.1, line.to.1, area[1] - HAIR, area[3] + HAIR);
    across.0.max(down.0).max(0.0) < across.1.min(down.1).min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_crosses_an_area_or_passes_it() {
        let area = [10.0, 10.0, 20.0, 20.0];
        for ((from, to), expected) in [
            (((0.0, 15.0), (30.0, 15.0)), true),
            (((15.0, 0.0), (15.0, 12.0)), true),
            (((0.0, 0.0), (30.0, 30.0)), true),
            (((12.0, 12.0), (14.0, 14.0)), true),
            (((0.0, 15.0), (5.0, 15.0)), false),
            (((0.0, 30.0), (30.0, 30.0)), false),
            (((0.0, 20.0), (5.0, 60.0)), false),
        ] {
            let line = Segment {
                from,
                to,
                ink: Ink::Line,
            };
            assert_eq!(crosses(&line, area), expected, "{line:?}");
        }
    }
}
