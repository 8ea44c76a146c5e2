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

/// How much a figure may cover to be readable at all, the least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Cover {
    /// Nothing.
    Nothing,
    /// Part of the line of an aim, a level or another body.
    Steps,
    /// Part of any line, and the sign of another body.
    Lines,
}

/// Words that look for room, and where they may stand, the best place first.
struct Wish<'a> {
    words: &'a str,
    /// Places from which nobody has to ask what the words belong to.
    near: Vec<Area>,
    /// Places that do where no other is free.
    far: Vec<Area>,
    /// What they may cover there where they need not be: the plates of figures that are wider than a
    /// period would hide a line from one to the other.
    covers: Cover,
    /// Whether they are worth a far place, or a part of the line of results.
    needed: bool,
}

/// Figures beside their dots: the last, the first, the highest and the lowest before all others, and
/// wherever they find room, if need be on a plate over a line. Another that would hide the line from
/// result to result, stand nearer to another dot or in the way of another is left to the table, and where a
/// period has no room for a figure, so is one that would hide any line. Symbols in the place of a
/// result stand at the axis, in the gap that it leaves.
pub fn figures(pen: &Pen, frame: &Frame, chart: &SeriesChart, lines: &[Segment]) {
    let plot = frame.plot(pen, chart.points.len());
    let dots = runs(&chart.points, ACTUAL).concat();
    let (needed, others): (Vec<_>, Vec<_>) =
        order(&dots).into_iter().partition(|(_, needed)| *needed);
    let at = |slot: usize, value: f64| on_sheet(&plot, (place(slot) + 0.5, value));
    let places = dots.iter().map(|(slot, value)| at(*slot, *value));
    let places: Vec<_> = places.collect();
    let figure = |(index, needed): (usize, bool)| {
        let words = chart.points[dots[index].0].shown.as_str();
        let room = VALUE.room(words);
        let mut near = spots(pen, frame, places[index], room);
        let mut far = near.split_off(NEAR);
        let (near, doubtful) = near
            .into_iter()
            .partition(|area| belongs(*area, index, &places, frame.slot));
        far.extend::<Vec<_>>(doubtful);
        let wide = needed || room <= frame.slot;
        Wish {
            words,
            near,
            far,
            covers: if wide { Cover::Steps } else { Cover::Nothing },
            needed,
        }
    };
    let gaps = chart.points.iter().enumerate();
    let gaps = gaps.filter_map(|(slot, point)| Some((slot, point.instead.as_deref()?)));
    let gap = |(slot, words)| above_axis(pen, frame, at(slot, 0.0).0, words);
    let wishes = needed.into_iter().map(figure);
    let wishes = wishes.chain(gaps.map(gap));
    let around = |(x, y): &(f64, f64)| [x - DOT, y - DOT, x + DOT, y + DOT];
    let mut taken: Vec<Area> = places.iter().map(around).collect();
    for wish in wishes.chain(others.into_iter().map(figure)) {
        taken.extend(set(pen, frame, &wish, &taken, lines));
    }
}

/// Sets words where they find room; answers where that is.
fn set(pen: &Pen, frame: &Frame, wish: &Wish, taken: &[Area], lines: &[Segment]) -> Option<Area> {
    let crossed = |area: &Area, cover: Cover| {
        let mut crossed = lines.iter().filter(|line| crosses(line, *area));
        crossed.any(|line| match cover {
            Cover::Nothing => true,
            Cover::Steps => matches!(line.ink, Ink::Line | Ink::Break | Ink::Other),
            Cover::Lines => false,
        })
    };
    let free = |area: &Area, cover: Cover| {
        area[0] >= frame.left
            && area[2] <= pen.width
            && area[1] >= frame.top - CLEAR - VALUE.line() - 2.0
            && area[3] <= frame.bottom + frame.below
            && !taken.iter().any(|other| meet(*area, *other))
            && !crossed(area, cover)
    };
    let (near, far) = (&wish.near, &wish.far);
    let mut tried = vec![(near, Cover::Nothing), (near, wish.covers)];
    if wish.needed {
        // Far from its dot or over the line of results, a figure is read with more trouble, but
        // it is read.
        tried.extend([
            (far, Cover::Nothing),
            (near, Cover::Lines),
            (far, Cover::Lines),
        ]);
    }
    let tried = tried.into_iter();
    let mut tried = tried.flat_map(|(spots, cover)| spots.iter().map(move |area| (area, cover)));
    let (area, cover) = tried.find(|(area, cover)| free(area, *cover))?;
    if cover > Cover::Nothing {
        let edge = 1.0;
        let from = (area[0] + edge, area[1] + edge);
        pen.rect(from, (area[2] - edge, area[3] - edge), Ink::Plate);
    }
    let middle = f64::midpoint(area[0], area[2]);
    pen.text(
        wish.words,
        middle,
        area[1],
        VALUE,
        Anchor::Middle,
        Ink::Value,
    );
    Some(*area)
}

/// Words in a gap: right above the axis, else a line higher, and so on to the top, for those of the
/// next gaps may be wider than a period.
fn above_axis<'a>(pen: &Pen, frame: &Frame, middle: f64, words: &'a str) -> Wish<'a> {
    let half = VALUE.room(words) / 2.0;
    let middle = middle.min(pen.width - half).max(frame.left + half);
    let line = VALUE.line();
    let bottoms = std::iter::successors(Some(frame.bottom - 2.0), |bottom| Some(bottom - line));
    let bottoms = bottoms.take_while(|bottom| bottom - line >= frame.top);
    let spots = bottoms.map(|bottom| [middle - half, bottom - line, middle + half, bottom]);
    let mut near: Vec<_> = spots.collect();
    let far = near.split_off(near.len().min(1));
    Wish {
        words,
        near,
        far,
        covers: Cover::Steps,
        needed: true,
    }
}

/// How far beside its dot the middle of a figure may be, in periods: further away it is over the period
/// of the next.
const ASIDE: f64 = 0.6;

/// Whether words in an area are nearer to the dot with this index than to any other of `dots`, and over
/// its period, so that nobody takes them for another's.
fn belongs(area: Area, index: usize, dots: &[(f64, f64)], slot: f64) -> bool {
    let middle = (
        f64::midpoint(area[0], area[2]),
        f64::midpoint(area[1], area[3]),
    );
    let far = |dot: (f64, f64)| (dot.0 - middle.0).hypot(dot.1 - middle.1);
    let own = far(dots[index]);
    (middle.0 - dots[index].0).abs() <= ASIDE * slot && dots.iter().all(|dot| own <= far(*dot))
}

/// The dots in the order in which their figures look for room, and whether they must find it: the
/// last, the first, the highest and the lowest must.
fn order(dots: &[(usize, f64)]) -> Vec<(usize, bool)> {
    let of = |better: fn(f64, f64) -> bool| {
        let all = dots.iter().enumerate();
        let best = all.reduce(|best, next| {
            if better(next.1.1, best.1.1) {
                next
            } else {
                best
            }
        });
        best.map(|(index, _)| index)
    };
    let last = dots.len().checked_sub(1);
    let first = last.map(|_| 0);
    let mut order = Vec::new();
    for needed in [
        last,
        first,
        of(|one, other| one > other),
        of(|one, other| one < other),
    ] {
        order.extend(needed.filter(|index| !order.contains(index)));
    }
    let needed = order.len();
    for index in 0..dots.len() {
        if !order.contains(&index) {
            order.push(index);
        }
    }
    let ranked = order.into_iter().enumerate();
    ranked.map(|(rank, index)| (index, rank < needed)).collect()
}

/// How many of the places where a figure may stand touch its dot.
const NEAR: usize = 8;

/// Where a figure may stand, the best place first: above, below, beside those, left and right, and a
/// line further away.
fn spots(pen: &Pen, frame: &Frame, (x, y): (f64, f64), room: f64) -> Vec<Area> {
    let half = room / 2.0;
    let line = VALUE.line();
    let (above, below) = (y - CLEAR - line, y + CLEAR);
    let aside = half + CLEAR;
    let tried = [
        (0.0, above),
        (0.0, below),
        (-half, above),
        (half, below),
        (half, above),
        (-half, below),
        (-aside, y - line / 2.0),
        (aside, y - line / 2.0),
        (0.0, above - line),
        (0.0, below + line),
    ];
    let spot = |(aside, top): (f64, f64)| {
        let middle = (x + aside).min(pen.width - half).max(frame.left + half);
        [middle - half, top, middle + half, top + line]
    };
    tried.map(spot).into()
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
