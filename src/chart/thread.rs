//! The golden thread as a map: goals, the objectives that serve them, their actions, and at each of
//! these the measures that tell.

use crate::chart::{
    ink::Ink,
    input::{Heading, Rating},
    pen::{LABEL, Pen, SMALL, TITLE},
    scene::Anchor,
    svg::Svg,
    symbol::{BADGE, badge},
};

/// The golden thread of one edition.
pub struct ThreadChart {
    /// Its name and text alternative.
    pub heading: Heading,
    /// The goals that anything serves.
    pub goals: Vec<String>,
    /// The objectives in reading order.
    pub strands: Vec<ThreadStrand>,
}

/// An objective on the map.
pub struct ThreadStrand {
    /// Its title.
    pub title: String,
    /// The goals it serves: places in [`ThreadChart::goals`].
    pub goals: Vec<usize>,
    /// Its actions, and a row for the measures that no action names.
    pub rows: Vec<ThreadRow>,
}

/// An action on the map.
pub struct ThreadRow {
    /// Its title.
    pub title: String,
    /// The ratings of its measures; `None` where ratings are not shown.
    pub measures: Vec<Option<Rating>>,
}

/// The width of the column of goals.
const GOALS: f64 = 150.0;
/// Where the knots of objectives stand.
const OBJECTIVES: f64 = 224.0;
/// Where the measures begin.
const MEASURES: f64 = 470.0;
/// Between two measures.
const STEP: f64 = BADGE + 4.0;
/// The radius of a knot.
const KNOT: f64 = 5.0;

/// Draws the map: on a wide sheet with the goals in a column of their own, joined to the objectives by
/// lines; on a narrow one with the goals named under each objective.
pub fn thread(chart: &ThreadChart) -> Svg {
    Svg::draw(&chart.heading, "chart-thread", |pen| {
        if pen.is_narrow() {
            narrow(pen, chart);
        } else {
            wide(pen, chart);
        }
    })
}

fn wide(pen: &mut Pen, chart: &ThreadChart) {
    let top = pen.y;
    let mut knots = Vec::new();
    for strand in &chart.strands {
        let middle = pen.y + TITLE.line() / 2.0;
        knots.push(middle);
        pen.paragraph(
            &strand.title,
            OBJECTIVES + 16.0,
            pen.width - OBJECTIVES - 16.0,
            TITLE,
            Ink::Text,
        );
        let mut last = middle;
        for row in &strand.rows {
            last = wide_row(pen, row);
        }
        pen.line(&[(OBJECTIVES, middle), (OBJECTIVES, last)], Ink::Zero);
        pen.circle((OBJECTIVES, middle), KNOT, Ink::Actual);
        pen.y += 16.0;
    }
    let bottom = pen.y;
    pen.y = top;
    for goal in by_height(chart, &knots) {
        let Goal { at, middle, title } = goal;
        let lines = SMALL.wrap(title, GOALS);
        let lines = f64::from(u32::try_from(lines.len()).unwrap_or(u32::MAX)) * SMALL.line();
        pen.y = pen.y.max(middle - lines / 2.0);
        let from = pen.y + lines / 2.0;
        pen.paragraph(title, 0.0, GOALS, SMALL, Ink::Text);
        pen.y += 10.0;
        for (strand, knot) in chart.strands.iter().zip(&knots) {
            if strand.goals.contains(&at) {
                let bend = GOALS + 12.0;
                let end = OBJECTIVES - KNOT;
                pen.line(&[(bend, from), (end, *knot)], Ink::Zero);
            }
        }
        pen.circle((GOALS + 12.0, from), KNOT, Ink::Actual);
    }
    pen.y = pen.y.max(bottom);
}

/// A goal on its way onto the map.
struct Goal<'c> {
    at: usize,
    /// The middle of the objectives that serve it.
    middle: f64,
    title: &'c str,
}

/// The goals in the order of the objectives that serve them, so that few lines cross.
fn by_height<'c>(chart: &'c ThreadChart, knots: &[f64]) -> Vec<Goal<'c>> {
    let goals = chart.goals.iter().enumerate();
    let mut goals: Vec<_> = goals
        .map(|(at, title)| {
            let serving = chart.strands.iter().zip(knots);
            let serving = serving.filter(|(strand, _)| strand.goals.contains(&at));
            let (count, sum) = serving.fold((0.0, 0.0), |(count, sum), (_, knot)| {
                (count + 1.0, sum + knot)
            });
            Goal {
                at,
                middle: if count > 0.0 { sum / count } else { 0.0 },
                title,
            }
        })
        .collect();
    goals.sort_by(|a, b| a.middle.total_cmp(&b.middle));
    goals
}

/// Draws a row; answers the height of its knot.
fn wide_row(pen: &mut Pen, row: &ThreadRow) -> f64 {
    let begin = pen.y + 3.0;
    let middle = begin + BADGE / 2.0;
    pen.line(
        &[(OBJECTIVES, middle), (OBJECTIVES + 14.0, middle)],
        Ink::Zero,
    );
    pen.y = middle - LABEL.line() / 2.0;
    let from = OBJECTIVES + 20.0;
    pen.paragraph(&row.title, from, MEASURES - from - 12.0, LABEL, Ink::Text);
    let below = pen.y;
    pen.y = begin;
    beads(pen, row, MEASURES);
    pen.y = pen.y.max(below);
    middle
}

fn narrow(pen: &mut Pen, chart: &ThreadChart) {
    for strand in &chart.strands {
        pen.paragraph(&strand.title, 0.0, pen.width, TITLE, Ink::Text);
        for goal in &strand.goals {
            if let Some(title) = chart.goals.get(*goal) {
                pen.circle((5.0, pen.y + SMALL.line() / 2.0), 3.5, Ink::Actual);
                pen.paragraph(title, 16.0, pen.width - 16.0, SMALL, Ink::Muted);
            }
        }
        for row in &strand.rows {
            pen.y += 4.0;
            pen.paragraph(&row.title, 16.0, pen.width - 16.0, LABEL, Ink::Text);
            beads(pen, row, 16.0);
        }
        pen.y += 16.0;
    }
}

/// The measures of a row, as many on a line as there is room for.
fn beads(pen: &mut Pen, row: &ThreadRow, from: f64) {
    let mut x = from;
    for rating in &row.measures {
        if x + BADGE > pen.width {
            x = from;
            pen.y += STEP;
        }
        let place = (x + BADGE / 2.0, pen.y + BADGE / 2.0);
        match rating {
            Some(rating) => badge(pen, *rating, place),
            None => pen.circle(place, KNOT, Ink::Actual),
        }
        x += STEP;
    }
    if row.measures.is_empty() {
        let y = pen.y + (BADGE - LABEL.line()) / 2.0;
        pen.text("\u{2013}", from, y, LABEL, Anchor::Start, Ink::Muted);
    }
    pen.y += STEP;
}
