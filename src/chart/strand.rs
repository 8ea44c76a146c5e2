//! One objective on the map of the golden thread: its goals on the left, its actions and their measures on
//! the right, and lines in the gutters between.

use crate::chart::{
    columns::words,
    ink::Ink,
    pen::{LABEL, Pen, SMALL, TITLE, clean},
    symbol::{BADGE, KNOT, knot},
    thread::{
        CHIP, SIGN, ThreadChart, ThreadLabel, ThreadMeasure, ThreadRow, ThreadState, ThreadStrand,
        head, label, sign,
    },
};

/// The columns of a wide sheet: where each begins, and its width. Between two is a gutter for lines.
const GOALS: (f64, f64) = (0.0, 144.0);
const OBJECTIVE: (f64, f64) = (176.0, 180.0);
const ACTIONS: (f64, f64) = (388.0, 252.0);
const MEASURES: (f64, f64) = (672.0, 268.0);
/// From the start of a column back to the line in the gutter before it.
const BACK: f64 = 16.0;
/// Between a line and what it leads to.
const CLEAR: f64 = 4.0;
/// Between two entries of a column.
const BETWEEN: f64 = 5.0;
/// Half the height of the first line of any entry, on which lines meet it.
const HALF: f64 = CHIP / 2.0;

/// Draws one objective; `chip` draws what stands for it, from a place and around a height, and answers
/// where that ends.
pub fn strand(
    pen: &mut Pen,
    chart: &ThreadChart,
    strand: &ThreadStrand,
    chip: impl Fn(&Pen, f64, f64) -> f64,
) {
    pen.y += 6.0;
    pen.line(&[(0.0, pen.y), (pen.width, pen.y)], Ink::Grid);
    pen.y += 8.0;
    if pen.is_narrow() {
        narrow(pen, chart, strand, chip);
    } else {
        wide(pen, chart, strand, chip);
    }
}

fn wide(
    pen: &mut Pen,
    chart: &ThreadChart,
    strand: &ThreadStrand,
    chip: impl Fn(&Pen, f64, f64) -> f64,
) {
    let heads = [
        (&chart.words.goals, GOALS),
        (&chart.words.objective, OBJECTIVE),
        (&chart.words.actions, ACTIONS),
        (&chart.words.measures, MEASURES),
    ];
    for (text, (x, width)) in heads {
        head(pen, text, x, width);
    }
    pen.y += SMALL.line() + 4.0;
    let top = pen.y;
    let middle = top + HALF;
    let end = chip(pen, OBJECTIVE.0, middle);
    pen.y = top + CHIP + 3.0;
    label(pen, &strand.label, OBJECTIVE.0, OBJECTIVE.1, TITLE);
    pen.y += 3.0;
    state(pen, &strand.state, OBJECTIVE);
    let mut bottom = pen.y;

    pen.y = top;
    let knots: Vec<_> = goals_of(chart, strand)
        .map(|goal| goal_beside(pen, goal))
        .collect();
    if knots.is_empty() {
        nothing(pen, &chart.words.no_goal, GOALS);
    } else {
        fan(pen, &knots, OBJECTIVE.0 - BACK, GOALS.0 + GOALS.1);
        let from = OBJECTIVE.0 - BACK;
        pen.line(&[(from, middle), (OBJECTIVE.0 - CLEAR, middle)], Ink::Zero);
    }
    bottom = bottom.max(pen.y);

    pen.y = top;
    let knots: Vec<_> = strand
        .rows
        .iter()
        .map(|row| row_beside(pen, chart, row))
        .collect();
    if knots.is_empty() {
        nothing(pen, &chart.words.no_action, ACTIONS);
    } else {
        let bus = ACTIONS.0 - BACK;
        pen.line(&[(end, middle), (bus, middle)], Ink::Zero);
        fan(pen, &knots, bus, ACTIONS.0 - CLEAR);
    }
    pen.y = pen.y.max(bottom) + BETWEEN;
}

/// Lines from an upright one at `bus` to the heights of `knots`; all end at `end`.
fn fan(pen: &Pen, knots: &[f64], bus: f64, end: f64) {
    if let [first, .., last] = knots {
        pen.line(&[(bus, *first), (bus, *last)], Ink::Zero);
    }
    for knot in knots {
        pen.line(&[(bus.min(end), *knot), (bus.max(end), *knot)], Ink::Zero);
    }
}

/// A goal in its column; answers the height of its knot.
fn goal_beside(pen: &mut Pen, goal: &ThreadLabel) -> f64 {
    let middle = pen.y + HALF;
    let right = GOALS.0 + GOALS.1;
    knot(pen, (right - KNOT, middle));
    pen.y = middle - SMALL.line() / 2.0;
    label(pen, goal, GOALS.0, GOALS.1 - 2.0 * KNOT - CLEAR, SMALL);
    pen.y += BETWEEN;
    middle
}

/// An action with its measures; answers the height at which lines meet it.
fn row_beside(pen: &mut Pen, chart: &ThreadChart, row: &ThreadRow) -> f64 {
    let top = pen.y;
    let middle = top + HALF;
    action(pen, row, ACTIONS);
    let below = pen.y;
    pen.y = top;
    if row.measures.is_empty() {
        nothing(pen, &chart.words.no_measure, MEASURES);
    } else {
        let knots: Vec<_> = row
            .measures
            .iter()
            .map(|it| measure(pen, it, MEASURES))
            .collect();
        let bus = MEASURES.0 - BACK;
        let first = LABEL.wrap(&clean(&row.label.text), ACTIONS.1);
        let end = first.first().map_or(0.0, |line| LABEL.room(line)) + CLEAR;
        pen.line(&[(ACTIONS.0 + end, middle), (bus, middle)], Ink::Zero);
        fan(pen, &knots, bus, MEASURES.0 - CLEAR);
    }
    pen.y = pen.y.max(below) + BETWEEN;
    middle
}

/// An action with its signs in a column.
fn action(pen: &mut Pen, row: &ThreadRow, column: (f64, f64)) {
    pen.y += HALF - LABEL.line() / 2.0;
    label(pen, &row.label, column.0, column.1, LABEL);
    for found in &row.states {
        state(pen, found, column);
    }
}

/// A measure in a column, its sign before it; answers the height of that.
fn measure(pen: &mut Pen, found: &ThreadMeasure, (x, width): (f64, f64)) -> f64 {
    let top = pen.y;
    let middle = top + HALF;
    sign(pen, found.state.sign, (x, middle));
    pen.y = middle - SMALL.line() / 2.0;
    let text = ThreadLabel {
        text: words(&found.label.text, &found.state.word),
        href: found.label.href.clone(),
    };
    let (x, width) = (x + SIGN + CLEAR, width - SIGN - CLEAR);
    label(pen, &text, x, width, SMALL);
    if let Some(note) = &found.note {
        pen.paragraph(note, x, width, SMALL, Ink::Muted);
    }
    pen.y = pen.y.max(top + CHIP) + BETWEEN;
    middle
}

/// A sign with its word in a column.
fn state(pen: &mut Pen, state: &ThreadState, (x, width): (f64, f64)) {
    let top = pen.y + 2.0;
    let middle = top + BADGE / 2.0;
    sign(pen, state.sign, (x, middle));
    pen.y = middle - SMALL.line() / 2.0;
    let indent = SIGN + CLEAR;
    pen.paragraph(&state.word, x + indent, width - indent, SMALL, Ink::Text);
    pen.y = pen.y.max(top + BADGE);
}

/// Words where nothing stands.
fn nothing(pen: &mut Pen, words: &str, (x, width): (f64, f64)) {
    pen.y += HALF - SMALL.line() / 2.0;
    pen.paragraph(words, x, width, SMALL, Ink::Muted);
}

/// The goals that an objective serves.
fn goals_of<'c>(
    chart: &'c ThreadChart,
    strand: &'c ThreadStrand,
) -> impl Iterator<Item = &'c ThreadLabel> {
    let goals = strand.goals.iter();
    goals.filter_map(|at| Some(&chart.goals.get(*at)?.label))
}

/// Where the upright line of the actions stands on a narrow sheet, and that of their measures.
const NARROW: [f64; 2] = [4.0, 22.0];

fn narrow(
    pen: &mut Pen,
    chart: &ThreadChart,
    strand: &ThreadStrand,
    chip: impl Fn(&Pen, f64, f64) -> f64,
) {
    let all = (0.0, pen.width);
    chip(pen, 0.0, pen.y + HALF);
    pen.y += CHIP + 3.0;
    label(pen, &strand.label, 0.0, pen.width, TITLE);
    state(pen, &strand.state, all);
    pen.y += BETWEEN;
    let mut goals = goals_of(chart, strand).peekable();
    if goals.peek().is_none() {
        nothing(pen, &chart.words.no_goal, all);
        pen.y += BETWEEN;
    }
    for goal in goals {
        let middle = pen.y + HALF;
        knot(pen, (KNOT, middle));
        pen.y = middle - SMALL.line() / 2.0;
        let x = 2.0 * KNOT + CLEAR;
        label(pen, goal, x, pen.width - x, SMALL);
        pen.y += 2.0;
    }
    pen.y += BETWEEN;
    if strand.rows.is_empty() {
        nothing(pen, &chart.words.no_action, all);
    }
    let top = pen.y;
    let rows = strand.rows.iter();
    let knots: Vec<_> = rows.map(|row| row_below(pen, chart, row)).collect();
    let [bus, inner] = NARROW;
    if let Some(last) = knots.last() {
        pen.line(&[(bus, top), (bus, *last)], Ink::Zero);
        fan(pen, &knots, bus, inner - CLEAR);
    }
    pen.y += BETWEEN;
}

/// An action with its measures below; answers the height at which its line meets it.
fn row_below(pen: &mut Pen, chart: &ThreadChart, row: &ThreadRow) -> f64 {
    let middle = pen.y + HALF;
    let bus = NARROW[1];
    action(pen, row, (bus, pen.width - bus));
    pen.y += 2.0;
    let top = pen.y;
    let from = bus + BACK;
    let column = (from, pen.width - from);
    if row.measures.is_empty() {
        nothing(pen, &chart.words.no_measure, column);
    }
    let measures = row.measures.iter();
    let knots: Vec<_> = measures.map(|it| measure(pen, it, column)).collect();
    if let Some(last) = knots.last() {
        pen.line(&[(bus, top), (bus, *last)], Ink::Zero);
        fan(pen, &knots, bus, from - CLEAR);
    }
    pen.y += BETWEEN;
    middle
}
