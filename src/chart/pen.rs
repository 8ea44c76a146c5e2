//! Draws downwards on one sheet: every chart is a column of lines of text and lanes of bars.

use plotters::{
    coord::{Shift, types::RangedCoordf64},
    drawing::{DrawingArea, IntoDrawingArea},
    element::{Circle, Drawable, PathElement, PointCollection, Polygon, Rectangle, Text},
    prelude::Cartesian2d,
    style::{
        Color, FontDesc, FontFamily, FontStyle, TextStyle,
        text_anchor::{HPos, Pos, VPos},
    },
};
use plotters_backend::BackendCoord;

use crate::chart::{
    backend::{Backend, whole},
    font::{ASCENT, LEADING, STRONG, Weight, room, wrap},
    ink::Ink,
    scene::{Anchor, Link, Scene},
};
use crate::text::unmarked;

/// Taller than any chart; the drawing ends where the last line does.
const ENDLESS: i32 = 100_000_000;

/// Part of the drawing where lengths are values.
pub type Plot<'a> = DrawingArea<Backend<'a>, Cartesian2d<RangedCoordf64, RangedCoordf64>>;

/// A corner of a plot.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Where it is on the sheet.
    pub at: (f64, f64),
    /// The values there.
    pub value: (f64, f64),
}

/// The size and weight of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Type {
    /// Its size in units.
    pub size: f64,
    /// Its weight.
    pub weight: Weight,
}

/// What names a row.
pub const LABEL: Type = Type {
    size: 15.0,
    weight: Weight::Regular,
};
/// A title over a row or a panel.
pub const TITLE: Type = Type {
    size: 15.0,
    weight: Weight::Bold,
};
/// A figure.
pub const VALUE: Type = Type {
    size: 15.0,
    weight: Weight::Bold,
};
/// Words of less weight.
pub const SMALL: Type = Type {
    size: 14.0,
    weight: Weight::Regular,
};
/// Labels of an axis.
pub const TICK: Type = Type {
    size: 13.0,
    weight: Weight::Regular,
};

impl Type {
    /// The height of one line.
    pub fn line(self) -> f64 {
        self.size * LEADING
    }

    /// The room that a text needs on one line.
    pub fn room(self, text: &str) -> f64 {
        room(text, self.size, self.weight)
    }

    /// A text in lines that each need at most `width`.
    pub fn wrap(self, text: &str, width: f64) -> Vec<String> {
        wrap(text, width, self.size, self.weight)
    }
}

/// A sheet and how far down it one has come. All lengths are in units.
pub struct Pen<'a> {
    area: DrawingArea<Backend<'a>, Shift>,
    /// The width of the sheet.
    pub width: f64,
    /// Whether the drawing stands by itself, without the page's words around it.
    pub alone: bool,
    /// Where the next thing goes.
    pub y: f64,
    links: Vec<Link>,
}

/// Lets `draw` draw on a sheet `width` units wide.
pub fn sheet(width: f64, draw: impl FnOnce(&mut Pen)) -> Scene {
    let mut scene = Scene {
        width: whole(width * 10.0),
        height: ENDLESS,
        marks: Vec::new(),
        links: Vec::new(),
    };
    let area = Backend::new(&mut scene).into_drawing_area();
    let mut pen = Pen {
        area,
        width,
        alone: false,
        y: 0.0,
        links: Vec::new(),
    };
    draw(&mut pen);
    let height = whole(pen.y.ceil() * 10.0);
    let links = std::mem::take(&mut pen.links);
    drop(pen);
    scene.links = links;
    scene.height = height.max(10);
    scene
}

impl<'a> Pen<'a> {
    /// Whether the sheet is one for narrow columns.
    pub fn is_narrow(&self) -> bool {
        self.width < 480.0
    }

    /// One line of text whose top is at `y`.
    pub fn text(&self, text: &str, x: f64, y: f64, kind: Type, anchor: Anchor, ink: Ink) {
        let style = match kind.weight {
            Weight::Regular => FontStyle::Normal,
            Weight::Bold => FontStyle::Bold,
        };
        let h_pos = match anchor {
            Anchor::Start => HPos::Left,
            Anchor::Middle => HPos::Center,
            Anchor::End => HPos::Right,
        };
        let font = FontDesc::new(FontFamily::SansSerif, kind.size * 10.0, style);
        let style = TextStyle {
            font,
            color: ink.to_backend_color(),
            pos: Pos::new(h_pos, VPos::Bottom),
        };
        let at = (whole(x * 10.0), whole((y + kind.size * ASCENT) * 10.0));
        self.draw(&Text::new(clean_run(text), at, style));
    }

    /// A paragraph as wide as `width` from `x`, from here down; the pen moves below it.
    pub fn paragraph(&mut self, text: &str, x: f64, width: f64, kind: Type, ink: Ink) {
        for line in kind.wrap(&clean_run(text), width) {
            self.text(&line, x, self.y, kind, Anchor::Start, ink);
            self.y += kind.line();
        }
    }

    /// A rectangle by two of its corners.
    pub fn rect(&self, from: (f64, f64), to: (f64, f64), ink: Ink) {
        self.draw(&Rectangle::new([tenths(from), tenths(to)], ink.filled()));
    }

    /// A line through places.
    pub fn line(&self, points: &[(f64, f64)], ink: Ink) {
        let points: Vec<_> = points.iter().copied().map(tenths).collect();
        self.draw(&PathElement::new(points, ink));
    }

    /// A closed shape with its corners.
    pub fn polygon(&self, points: &[(f64, f64)], ink: Ink) {
        let points: Vec<_> = points.iter().copied().map(tenths).collect();
        self.draw(&Polygon::new(points, ink));
    }

    /// Makes the part of the sheet between two corners lead to `href`.
    pub fn link(&mut self, from: (f64, f64), to: (f64, f64), href: &str) {
        let (at, end) = (tenths(from), tenths(to));
        self.links.push(Link {
            at,
            size: (end.0 - at.0, end.1 - at.1),
            href: href.to_owned(),
        });
    }

    /// A circle.
    pub fn circle(&self, at: (f64, f64), radius: f64, ink: Ink) {
        self.draw(&Circle::new(tenths(at), whole(radius * 10.0), ink.filled()));
    }

    /// The part of the sheet between two corners, where values count from those of `from` to those
    /// of `to`. Each place is its own: `to` may lie above or left of `from`.
    pub fn plot(&self, from: Place, to: Place) -> Plot<'a> {
        let ((left, first), (right, second)) = (tenths(from.at), tenths(to.at));
        self.area.apply_coord_spec(Cartesian2d::new(
            from.value.0..to.value.0,
            from.value.1..to.value.1,
            (left..right, first..second),
        ))
    }

    fn draw<'e, E>(&self, element: &'e E)
    where
        &'e E: PointCollection<'e, BackendCoord>,
        E: Drawable<Backend<'a>>,
    {
        let drawn = self.area.draw(element);
        drawn.expect("drawing into memory cannot fail, and nothing else holds the backend");
    }
}

/// A place as the backend counts.
fn tenths((x, y): (f64, f64)) -> BackendCoord {
    (whole(x * 10.0), whole(y * 10.0))
}

/// A text without control characters, which XML cannot hold, and without marks of languages: drawn
/// words are for the eye.
pub fn clean(text: &str) -> String {
    without(text, char::is_control)
}

/// The same for words on their way into the drawing, in which [`STRONG`] has a meaning.
fn clean_run(text: &str) -> String {
    without(text, |letter| letter.is_control() && letter != STRONG)
}

fn without(text: &str, refused: impl Fn(char) -> bool) -> String {
    let fine = |letter: &char| !refused(*letter);
    let spaced = unmarked(text).replace(['\t', '\n', '\r'], " ");
    spaced.chars().filter(fine).collect()
}
