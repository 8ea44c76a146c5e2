//! The chart of one measure through the years.

mod labels;

use plotters::{prelude::LineSeries, style::Color};

use crate::{
    chart::{
        columns::{Columns, words},
        ink::Ink,
        input::{SeriesChart, SeriesPoint},
        pen::{Pen, Place, Plot, SMALL, TICK, VALUE},
        scale::{Scale, float},
        scene::Anchor,
        svg::Svg,
    },
    model::Decimal,
};

/// The radius of a result's dot.
const DOT: f64 = 4.5;
/// From a dot's middle to its figure.
const CLEAR: f64 = 8.0;
/// The width of a key.
const KEY: f64 = 28.0;

/// A figure of a point.
type Of = fn(&SeriesPoint) -> Option<Decimal>;
const ACTUAL: Of = |point| point.actual;
const TARGET: Of = |point| point.target;
const UPPER: Of = |point| point.upper;
const LEVEL: Of = |point| point.intervention;
const MIRRORED: Of = |point| point.mirrored;

/// A straight line on the sheet.
#[derive(Clone, Copy, Debug)]
struct Segment {
    from: (f64, f64),
    to: (f64, f64),
    ink: Ink,
}

/// Draws results as dots on a line that is open where a figure is missing and broken where the series
/// breaks, targets and intervention levels as steps.
pub fn series(chart: &SeriesChart) -> Svg {
    Svg::draw(&chart.heading, "chart-series", |pen| draw(pen, chart))
}

/// The plot on the sheet: slots from left to right, values from bottom to top.
struct Frame {
    left: f64,
    top: f64,
    bottom: f64,
    /// The room for figures below the axis, where a result lies close to it.
    below: f64,
    /// The width of a period.
    slot: f64,
    scale: Scale,
}

fn draw(pen: &mut Pen, chart: &SeriesChart) {
    let figures = |of: Of| chart.points.iter().filter_map(of);
    let others = chart.comparators.iter().flat_map(|(_, values)| values);
    let values: Vec<_> = [ACTUAL, TARGET, UPPER, LEVEL, MIRRORED]
        .into_iter()
        .flat_map(figures)
        .chain(others.copied().flatten())
        .collect();
    let scale = Scale::near(&values, 5);
    let cut = (scale.start > Decimal::ZERO).then_some(&chart.cut);
    for note in chart.notes.iter().chain(cut) {
        pen.paragraph(note, 0.0, pen.width, SMALL, Ink::Muted);
    }
    if values.is_empty() {
        // There is nothing to draw a scale from, only words.
        for point in &chart.points {
            let words = words(&point.period, &point.shown);
            pen.paragraph(&words, 0.0, pen.width, SMALL, Ink::Text);
        }
        return;
    }
    keys(pen, chart);
    let frame = frame(pen, chart, scale);
    let mut lines = frame.grid(pen, chart);
    lines.extend(draw_lines(pen, &frame, chart));
    labels::figures(pen, &frame, chart, &lines);
    // Half a label of the axis hangs below it, or a figure below a dot near it.
    pen.y = frame.bottom + frame.below.max(TICK.line() / 2.0 + 2.0);
    labels::periods(pen, &frame, &chart.points);
}

/// A key for each kind of figure that the chart holds.
fn keys(pen: &mut Pen, chart: &SeriesChart) {
    let any = |of: Of| chart.points.iter().any(|point| of(point).is_some());
    let all = [
        (Ink::Line, &chart.actual, any(ACTUAL)),
        (Ink::TargetLine, &chart.target, any(TARGET)),
        (Ink::Intervention, &chart.intervention, any(LEVEL)),
        (
            Ink::Break,
            &chart.series_break,
            chart.points.iter().skip(1).any(|point| point.breaks),
        ),
    ];
    let shown: Vec<_> = all.into_iter().filter(|(_, _, shown)| *shown).collect();
    let names = shown.iter().map(|(_, words, _)| (*words).clone());
    let others = chart.comparators.iter().map(|(name, _)| name.clone());
    let texts: Vec<_> = names.chain(others).collect();
    let columns = Columns::new(pen, std::slice::from_ref(&texts), KEY + 8.0, VALUE.line());
    let ink = |index: usize| shown.get(index).map_or(Ink::OtherLine, |(ink, ..)| *ink);
    columns.draw(pen, &texts, |pen, index, (x, y)| match ink(index) {
        Ink::OtherLine => {
            pen.line(&[(x, y), (x + KEY, y)], Ink::OtherLine);
            sign(pen, index - shown.len(), (x + KEY / 2.0, y));
        }
        Ink::Break => {
            let middle = x + KEY / 2.0;
            pen.line(&[(middle, y - 9.0), (middle, y + 9.0)], Ink::Break);
        }
        ink => {
            pen.line(&[(x, y), (x + KEY, y)], ink);
            if ink == Ink::Line {
                pen.circle((x + KEY / 2.0, y), DOT, Ink::Actual);
            }
        }
    });
}

fn frame(pen: &Pen, chart: &SeriesChart, scale: Scale) -> Frame {
    let labels = scale
        .ticks
        .iter()
        .map(|tick| TICK.room(&(chart.tick)(*tick)));
    let widest = labels.fold(0.0, f64::max);
    // Labels that would leave too little for the plot are left out.
    let left = if widest < pen.width * 0.4 {
        widest + 6.0
    } else {
        0.0
    };
    let top = pen.y + CLEAR + VALUE.line() + 4.0;
    let flat = scale.is_flat();
    let height = match (flat, pen.is_narrow()) {
        // Where every figure is zero, there is nothing to see above it.
        (true, _) => 60.0,
        (false, true) => 180.0,
        (false, false) => 240.0,
    };
    let slot = (pen.width - left) / place(chart.points.len().max(1));
    let need = CLEAR + VALUE.line() + 2.0;
    let (start, end) = scale.span();
    let actual = chart.points.iter().filter_map(ACTUAL).map(float);
    let lowest = actual.fold(f64::INFINITY, f64::min);
    let near = (lowest - start) / (end - start) * height < need;
    Frame {
        left,
        top,
        bottom: top + height,
        below: if near && !flat { need + 2.0 } else { 0.0 },
        slot,
        scale,
    }
}

impl Frame {
    fn plot<'a>(&self, pen: &Pen<'a>, slots: usize) -> Plot<'a> {
        let (start, end) = self.scale.span();
        let slots = place(slots.max(1));
        let from = Place {
            at: (self.left, self.bottom),
            value: (0.0, start),
        };
        let to = Place {
            at: (self.left + self.slot * slots, self.top),
            value: (slots, end),
        };
        pen.plot(from, to)
    }

    /// Draws the axis and where the series breaks; answers the latter.
    fn grid(&self, pen: &Pen, chart: &SeriesChart) -> Vec<Segment> {
        let plot = self.plot(pen, chart.points.len());
        let mut above = f64::INFINITY;
        for tick in &self.scale.ticks {
            let (_, y) = on_sheet(&plot, (0.0, float(*tick)));
            let ink = if tick.is_zero() { Ink::Zero } else { Ink::Grid };
            pen.line(&[(self.left, y), (pen.width, y)], ink);
            let top = y - TICK.line() / 2.0;
            if self.left > 0.0 && top + TICK.line() <= above {
                let words = (chart.tick)(*tick);
                pen.text(&words, self.left - 6.0, top, TICK, Anchor::End, Ink::Muted);
                above = top;
            }
        }
        let breaks = chart
            .points
            .iter()
            .enumerate()
            .skip(1)
            .filter(|(_, point)| point.breaks);
        let lines = breaks.map(|(slot, _)| {
            let x = self.left + self.slot * place(slot);
            Segment {
                from: (x, self.top),
                to: (x, self.bottom),
                ink: Ink::Break,
            }
        });
        let lines: Vec<_> = lines.collect();
        for line in &lines {
            pen.line(&[line.from, line.to], line.ink);
        }
        lines
    }
}

/// Draws the lines and dots of all figures; answers every straight stretch of them, and of the signs of others.
fn draw_lines(pen: &Pen, frame: &Frame, chart: &SeriesChart) -> Vec<Segment> {
    let plot = frame.plot(pen, chart.points.len());
    let mut lines = Vec::new();
    for (slot, point) in chart.points.iter().enumerate() {
        if let (Some(lower), Some(upper)) = (point.target, point.upper) {
            let corner = |slot, value| on_sheet(&plot, (place(slot), float(value)));
            pen.rect(corner(slot, upper), corner(slot + 1, lower), Ink::Band);
        }
    }
    let steps = [
        (LEVEL, Ink::Intervention),
        (MIRRORED, Ink::Intervention),
        (TARGET, Ink::TargetLine),
        (UPPER, Ink::TargetLine),
    ];
    for (of, ink) in steps {
        for run in runs(&chart.points, of) {
            let ends = run
                .iter()
                .flat_map(|(slot, value)| [(place(*slot), *value), (place(slot + 1), *value)]);
            lines.extend(line(&plot, ends.collect(), ink));
        }
    }
    for (which, (_, values)) in chart.comparators.iter().enumerate() {
        let mut dots = Vec::new();
        for (slot, value) in values.iter().enumerate() {
            let broken = chart.points.get(slot).is_some_and(|point| point.breaks);
            if broken || value.is_none() {
                lines.extend(line(&plot, std::mem::take(&mut dots), Ink::OtherLine));
            }
            dots.extend(value.map(|value| (place(slot) + 0.5, float(value))));
        }
        lines.extend(line(&plot, dots, Ink::OtherLine));
        for (slot, value) in values.iter().enumerate() {
            if let Some(value) = value {
                let dot = (place(slot) + 0.5, float(*value));
                lines.extend(sign(pen, which, on_sheet(&plot, dot)));
            }
        }
    }
    for run in runs(&chart.points, ACTUAL) {
        let dots: Vec<_> = run
            .iter()
            .map(|(slot, value)| (place(*slot) + 0.5, *value))
            .collect();
        lines.extend(line(&plot, dots.clone(), Ink::Line));
        for dot in dots {
            pen.circle(on_sheet(&plot, dot), DOT, Ink::Actual);
        }
    }
    lines
}

/// How far the sign of another body goes from its middle, at most.
const SIGN: f64 = 4.6;

/// The shapes of the signs of other bodies, by their corners.
const SHAPES: [&[(f64, f64)]; 6] = [
    &[(-0.8, -0.8), (0.8, -0.8), (0.8, 0.8), (-0.8, 0.8)],
    &[(0.0, -0.9), (0.9, 0.8), (-0.9, 0.8)],
    &[(0.0, -1.0), (1.0, 0.0), (0.0, 1.0), (-1.0, 0.0)],
    &[(-0.9, -0.8), (0.9, -0.8), (0.0, 0.9)],
    &[
        (-0.35, -1.0),
        (0.35, -1.0),
        (0.35, -0.35),
        (1.0, -0.35),
        (1.0, 0.35),
        (0.35, 0.35),
        (0.35, 1.0),
        (-0.35, 1.0),
        (-0.35, 0.35),
        (-1.0, 0.35),
        (-1.0, -0.35),
        (-0.35, -0.35),
    ],
    &[
        (0.0, -1.0),
        (0.95, -0.3),
        (0.6, 0.85),
        (-0.6, 0.85),
        (-0.95, -0.3),
    ],
];

/// The small sign of another body: one shape for each, in turn. Answers its height and width as lines.
fn sign(pen: &Pen, which: usize, (x, y): (f64, f64)) -> [Segment; 2] {
    let corner = |(dx, dy): &(f64, f64)| (x + dx * SIGN, y + dy * SIGN);
    let corners: Vec<_> = SHAPES[which % SHAPES.len()].iter().map(corner).collect();
    pen.polygon(&corners, Ink::Other);
    [(SIGN, 0.0), (0.0, SIGN)].map(|(dx, dy)| Segment {
        from: (x - dx, y - dy),
        to: (x + dx, y + dy),
        ink: Ink::Other,
    })
}

/// Draws a line through values; answers the stretches of it on the sheet.
fn line(plot: &Plot, points: Vec<(f64, f64)>, ink: Ink) -> Vec<Segment> {
    let corners: Vec<_> = points.iter().map(|point| on_sheet(plot, *point)).collect();
    if points.len() > 1 {
        for element in LineSeries::new(points, ink.to_rgba()) {
            let drawn = plot.draw(&element);
            drawn.expect("drawing into memory cannot fail, and nothing else holds the backend");
        }
    }
    let segment = |ends: &[(f64, f64)]| Segment {
        from: ends[0],
        to: ends[1],
        ink,
    };
    corners.windows(2).map(segment).collect()
}

/// The stretches of a figure without a gap or a break: slots and values.
fn runs(points: &[SeriesPoint], of: Of) -> Vec<Vec<(usize, f64)>> {
    let mut runs = vec![Vec::new()];
    for (slot, point) in points.iter().enumerate() {
        let value = of(point).map(|value| (slot, float(value)));
        if point.breaks || value.is_none() {
            runs.push(Vec::new());
        }
        if let Some(run) = runs.last_mut() {
            run.extend(value);
        }
    }
    runs.retain(|run| !run.is_empty());
    runs
}

/// Where values of a plot are on the sheet.
fn on_sheet(plot: &Plot, values: (f64, f64)) -> (f64, f64) {
    let (x, y) = plot.map_coordinate(&values);
    (f64::from(x) / 10.0, f64::from(y) / 10.0)
}

/// A count as a length.
#[allow(clippy::cast_precision_loss)] // no series has more periods than a float counts
fn place(count: usize) -> f64 {
    count as f64
}
