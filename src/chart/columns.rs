//! Words behind small signs, side by side in columns that keep their places from row to row.

use crate::chart::{
    font::STRONG,
    ink::Ink,
    pen::{Pen, SMALL, clean},
};

/// From one column to the next; the margin for other fonts adds to it.
const GAP: f64 = 4.0;

/// The columns of one chart or panel.
pub struct Columns {
    /// Where each begins, and the room for its words.
    places: Vec<(f64, f64)>,
    /// From a sign's start to its words.
    indent: f64,
    /// The height of one line.
    line: f64,
}

/// A label with a figure behind it.
pub fn words(label: &str, shown: &str) -> String {
    let (label, shown) = (clean(label), clean(shown));
    let space = if label.is_empty() { "" } else { " " };
    format!("{label}{space}{STRONG}{shown}")
}

impl Columns {
    /// As many columns as hold the words of all `rows` on one line each: one for each item of a
    /// row, else two, else one, in which words wrap. Signs and lines are `indent` wide and `line`
    /// high.
    pub fn new(pen: &Pen, rows: &[Vec<String>], indent: f64, line: f64) -> Self {
        let most = rows.iter().map(Vec::len).max().unwrap_or(1);
        let tried = [most, 2]
            .into_iter()
            .filter(|count| *count > 1 && *count <= most);
        let fitting = tried
            .map(|count| Self::even(rows, count, indent))
            .find(|columns| {
                columns
                    .last()
                    .is_some_and(|(start, room)| start + indent + room <= pen.width)
            });
        let places = fitting.unwrap_or_else(|| vec![(0.0, pen.width - indent)]);
        Self {
            places,
            indent,
            line,
        }
    }

    fn even(rows: &[Vec<String>], count: usize, indent: f64) -> Vec<(f64, f64)> {
        let room = |column: usize| {
            let items = rows
                .iter()
                .flat_map(|row| row.iter().skip(column).step_by(count));
            items.map(|words| SMALL.room(words)).fold(0.0, f64::max)
        };
        let mut start = 0.0;
        let column = |column| {
            let room = room(column);
            let at = start;
            start += indent + room + GAP;
            (at, room)
        };
        (0..count).map(column).collect()
    }

    /// Draws a row from here down, `sign` giving each item its sign at a left and a middle; the pen
    /// moves below it.
    pub fn draw(&self, pen: &mut Pen, row: &[String], sign: impl Fn(&Pen, usize, (f64, f64))) {
        let inside = (self.line - SMALL.line()) / 2.0;
        for (index, items) in row.chunks(self.places.len()).enumerate() {
            let top = pen.y;
            let mut bottom = top + self.line;
            for (offset, (words, (start, room))) in items.iter().zip(&self.places).enumerate() {
                sign(
                    pen,
                    index * self.places.len() + offset,
                    (*start, top + self.line / 2.0),
                );
                pen.y = top + inside;
                // A hair more than was measured, or words that just fit might not.
                pen.paragraph(words, start + self.indent, room + 0.01, SMALL, Ink::Text);
                bottom = bottom.max(pen.y + inside);
            }
            pen.y = bottom;
        }
    }
}
