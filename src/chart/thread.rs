//! The golden thread as a map: which objectives serve which goals, then each objective with its goals,
//! its actions and the measures that tell.
//!
//! It is drawn in pieces, one for the key, one for the goals and one for each objective: a page breaks
//! between pieces on paper, and no line runs further than its own piece. A goal or a measure that belongs to
//! several objectives stands in the piece of each, so that lines never cross.

use crate::{
    chart::{
        columns::Columns,
        font::Weight,
        ink::Ink,
        input::{Heading, Rating},
        pen::{Pen, SMALL, TICK, Type},
        scene::Anchor,
        strand::strand,
        svg::Svg,
        symbol::{BADGE, KNOT, STATUS, badge, knot, status},
    },
    model::ActionStatus,
};

/// The golden thread of one edition.
pub struct ThreadChart {
    /// Its name and text alternative: those of the piece of goals.
    pub heading: Heading,
    /// The goals that are served, and those that would be.
    pub goals: Vec<ThreadGoal>,
    /// The objectives in reading order.
    pub strands: Vec<ThreadStrand>,
    /// Its own words.
    pub words: ThreadWords,
    /// The name and text alternative of the key.
    pub key: Heading,
    /// The signs that it uses, each with its meaning.
    pub signs: Vec<ThreadState>,
}

/// The words of a map that are nobody's name.
pub struct ThreadWords {
    /// Over the goals.
    pub goals: String,
    /// Over what serves each.
    pub served_by: String,
    /// Over the objective.
    pub objective: String,
    /// Over its actions.
    pub actions: String,
    /// Over their measures.
    pub measures: String,
    /// Where no objective serves a goal.
    pub no_objective: String,
    /// Where an objective serves nothing.
    pub no_goal: String,
    /// Where an objective has no action.
    pub no_action: String,
    /// Where an action has no measure.
    pub no_measure: String,
}

/// A name on the map.
pub struct ThreadLabel {
    /// The name: it wraps.
    pub text: String,
    /// The page of what it names.
    pub href: Option<String>,
}

/// A goal on the map.
pub struct ThreadGoal {
    /// Its name.
    pub label: ThreadLabel,
    /// Whether it stands below the one before it that does not.
    pub below: bool,
    /// The objectives that serve it: places in [`ThreadChart::strands`], and whether each does so through
    /// a goal below this one alone.
    pub served_by: Vec<(usize, bool)>,
}

/// An objective on the map.
pub struct ThreadStrand {
    /// The name and text alternative of its piece.
    pub heading: Heading,
    /// Its code: `WO2`.
    pub code: Option<String>,
    /// Its title.
    pub label: ThreadLabel,
    /// How it is judged.
    pub state: ThreadState,
    /// The goals it serves itself: places in [`ThreadChart::goals`].
    pub goals: Vec<usize>,
    /// Its actions, and rows for the measures that none of them names.
    pub rows: Vec<ThreadRow>,
}

/// An action on the map.
pub struct ThreadRow {
    /// Its title.
    pub label: ThreadLabel,
    /// Its status, and how it is judged.
    pub states: Vec<ThreadState>,
    /// Its measures.
    pub measures: Vec<ThreadMeasure>,
}

/// A measure on the map.
pub struct ThreadMeasure {
    /// Its title.
    pub label: ThreadLabel,
    /// Its rating; a knot without words where none is shown.
    pub state: ThreadState,
    /// Where else it stands: the objective or edition whose measure it is.
    pub note: Option<String>,
}

/// A sign with its meaning.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct ThreadState {
    /// The sign.
    pub sign: ThreadSign,
    /// What it means: `Amber`.
    pub word: String,
}

/// A sign of the map. Each has a shape of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum ThreadSign {
    /// An objective that serves a goal.
    Serves,
    /// One that does so through a goal below alone.
    ServesBelow,
    /// A rating of a measure, or a judgement on an objective or an action.
    Rating(Rating),
    /// How far an action has come.
    Status(ActionStatus),
    /// A goal, or a measure without a rating.
    Knot,
}

/// The width of a wide sheet.
const WIDE: f64 = 940.0;
/// The width of the names of goals on it.
const NAMES: f64 = 232.0;
/// Between two objectives that serve a goal.
const GAP: f64 = 4.0;
/// The height of the box of an objective.
pub const CHIP: f64 = 22.0;
/// The widest box of an objective; codes that need more give way to numbers.
const WIDEST: f64 = 72.0;
/// The width of any sign.
pub const SIGN: f64 = 24.0;

/// Draws the map: the key, the piece of the goals, where there are any, and those of the objectives.
pub fn thread(chart: &ThreadChart) -> Vec<Svg> {
    let draw =
        |heading: &_, draw: &dyn Fn(&mut Pen)| Svg::draw_on(WIDE, heading, "chart-thread", draw);
    let chips = Chips::of(&chart.strands);
    let mut pieces = Vec::new();
    if !chart.signs.is_empty() {
        pieces.push(draw(&chart.key, &|pen| key(pen, &chart.signs)));
    }
    if !chart.goals.is_empty() {
        pieces.push(draw(&chart.heading, &|pen| goals(pen, chart, &chips)));
    }
    for (at, found) in chart.strands.iter().enumerate() {
        pieces.push(draw(&found.heading, &|pen| {
            strand(pen, chart, found, |pen, at_x, middle| {
                chips.draw(pen, at, Ink::Chip, (at_x, middle));
                at_x + chips.width
            });
        }));
    }
    pieces
}

/// What stands for each objective: its code, or its number where not every one has a code that is
/// short and its own.
struct Chips {
    labels: Vec<String>,
    width: f64,
}

impl Chips {
    fn of(strands: &[ThreadStrand]) -> Self {
        let codes: Option<Vec<_>> = strands.iter().map(|strand| strand.code.clone()).collect();
        let short = |code: &String| !code.is_empty() && room(code) <= WIDEST;
        let own = |codes: &Vec<String>| {
            let mut sorted: Vec<_> = codes.iter().collect();
            sorted.sort_unstable();
            sorted.dedup();
            sorted.len() == codes.len() && codes.iter().all(short)
        };
        let numbers = || {
            (1..=strands.len())
                .map(|number| number.to_string())
                .collect()
        };
        let labels: Vec<String> = codes.filter(own).unwrap_or_else(numbers);
        let width = labels.iter().map(|label| room(label)).fold(CHIP, f64::max);
        Self { labels, width }
    }

    /// The box of one objective, from `x` around a height.
    fn draw(&self, pen: &Pen, at: usize, ink: Ink, (x, middle): (f64, f64)) {
        let half = CHIP / 2.0;
        pen.rect((x, middle - half), (x + self.width, middle + half), ink);
        let y = middle - CODE.line() / 2.0;
        let center = x + self.width / 2.0;
        pen.text(&self.labels[at], center, y, CODE, Anchor::Middle, Ink::Text);
    }
}

/// The type of a code in its box.
const CODE: Type = Type {
    weight: Weight::Bold,
    ..TICK
};

/// The width of a box around a code.
fn room(code: &str) -> f64 {
    CODE.room(code) + 6.0
}

/// From a knot's left end to what stands behind it.
const INDENT: f64 = 2.0 * KNOT + 8.0;

/// How far a goal below another one stands in.
const NEST: f64 = 18.0;

/// Each goal with the objectives that serve it as beads on a line. An objective keeps its place from goal
/// to goal where all of them have room beside each other.
fn goals(pen: &mut Pen, chart: &ThreadChart, chips: &Chips) {
    let narrow = pen.is_narrow();
    let (left, names) = if narrow {
        (INDENT, pen.width - INDENT)
    } else {
        (NAMES + 16.0, NAMES - INDENT)
    };
    head(pen, &chart.words.goals, 0.0, names);
    if !narrow {
        head(pen, &chart.words.served_by, left, pen.width - left);
    }
    pen.y += SMALL.line() + 4.0;
    for goal in &chart.goals {
        let top = pen.y;
        let middle = top + CHIP / 2.0;
        let nest = if goal.below { NEST } else { 0.0 };
        knot(pen, (KNOT + nest, middle));
        pen.y = middle - SMALL.line() / 2.0;
        label(pen, &goal.label, INDENT + nest, names - nest, SMALL);
        let below = pen.y;
        pen.y = if narrow { below + 3.0 } else { top };
        if goal.served_by.is_empty() {
            pen.y += (CHIP - SMALL.line()) / 2.0;
            let words = &chart.words.no_objective;
            pen.paragraph(words, left, pen.width - left, SMALL, Ink::Muted);
        }
        beads(pen, chart, chips, &goal.served_by, left);
        pen.y = pen.y.max(below).max(top + CHIP) + 6.0;
    }
}

/// The objectives that serve a goal, from `left` to the end of the sheet.
fn beads(pen: &mut Pen, chart: &ThreadChart, chips: &Chips, served: &[(usize, bool)], left: f64) {
    let step = chips.width + GAP;
    let mut places = vec![left];
    while let Some(next) = places.last().map(|last| last + step) {
        if next + chips.width > pen.width {
            break;
        }
        places.push(next);
    }
    let keeps = places.len() >= chips.labels.len();
    let many = if keeps { served.len() } else { places.len() };
    for (number, row) in served.chunks(many.max(1)).enumerate() {
        pen.y += if number > 0 { GAP } else { 0.0 };
        let (top, middle) = (pen.y, pen.y + CHIP / 2.0);
        let beads = row.iter().enumerate().map(|(at, (strand, below))| {
            let x = places[if keeps { *strand } else { at }];
            (x, *strand, *below)
        });
        let beads: Vec<_> = beads.collect();
        if let [(first, ..), .., (last, ..)] = beads[..] {
            pen.line(&[(first, middle), (last, middle)], Ink::Zero);
        }
        for (x, strand, below) in beads {
            let ink = if below { Ink::ChipBelow } else { Ink::Chip };
            chips.draw(pen, strand, ink, (x, middle));
            let end = (x + chips.width, top + CHIP);
            link(pen, &chart.strands[strand].label, (x, top), end);
        }
        pen.y = top + CHIP;
    }
}

/// The signs with their meanings.
fn key(pen: &mut Pen, signs: &[ThreadState]) {
    let row: Vec<_> = signs.iter().map(|state| state.word.clone()).collect();
    let columns = Columns::new(pen, std::slice::from_ref(&row), SIGN + 8.0, BADGE + 6.0);
    columns.draw(pen, &row, |pen, index, at| sign(pen, signs[index].sign, at));
    pen.y += 12.0;
}

/// A sign from `x` around a height; at most [`SIGN`] wide.
pub fn sign(pen: &Pen, sign: ThreadSign, (x, middle): (f64, f64)) {
    let chip = |ink| pen.rect((x, middle - 8.0), (x + SIGN, middle + 8.0), ink);
    match sign {
        ThreadSign::Serves => chip(Ink::Chip),
        ThreadSign::ServesBelow => chip(Ink::ChipBelow),
        ThreadSign::Rating(rating) => badge(pen, rating, (x + BADGE / 2.0, middle)),
        ThreadSign::Status(found) => status(pen, found, (x + (BADGE - STATUS) / 2.0, middle)),
        ThreadSign::Knot => knot(pen, (x + BADGE / 2.0, middle)),
    }
}

/// A word over a column.
pub fn head(pen: &Pen, text: &str, x: f64, width: f64) {
    // One line: a word that has no room is left out, for what stands below says what it is.
    if SMALL.room(text) <= width {
        pen.text(text, x, pen.y, SMALL, Anchor::Start, Ink::Muted);
    }
}

/// A name as a paragraph that leads to its page.
pub fn label(pen: &mut Pen, label: &ThreadLabel, x: f64, width: f64, kind: Type) {
    let top = pen.y;
    pen.paragraph(&label.text, x, width, kind, Ink::Text);
    link(pen, label, (x, top), (x + width, pen.y));
}

/// Makes a part of the sheet lead to the page of a name.
pub fn link(pen: &mut Pen, label: &ThreadLabel, from: (f64, f64), to: (f64, f64)) {
    if let Some(href) = &label.href {
        pen.link(from, to, href);
    }
}
