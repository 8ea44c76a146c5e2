//! A drawing as a list of marks, in tenths of a unit.

use crate::chart::{font::Weight, ink::Ink};

/// A place, in tenths of a unit from the left and the top.
pub type Point = (i32, i32);

/// A finished drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Scene {
    /// Its width in tenths.
    pub width: i32,
    /// Its height in tenths.
    pub height: i32,
    /// Its marks, those underneath first.
    pub marks: Vec<Mark>,
    /// The parts of it that lead somewhere.
    pub links: Vec<Link>,
}

/// A part of a drawing that leads somewhere.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// Its left top corner.
    pub at: Point,
    /// Its width and height.
    pub size: Point,
    /// Where it leads from the page.
    pub href: String,
}

/// Where the given place of a text is in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Anchor {
    /// At its left.
    Start,
    /// In its middle.
    Middle,
    /// At its right.
    End,
}

/// One thing drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mark {
    /// An upright rectangle.
    Rect {
        /// Its left top corner.
        at: Point,
        /// Its width and height.
        size: Point,
        /// What it means.
        ink: Ink,
    },
    /// A line from place to place.
    Path {
        /// The places.
        points: Vec<Point>,
        /// Whether it returns to its start.
        closed: bool,
        /// What it means.
        ink: Ink,
    },
    /// A circle.
    Circle {
        /// Its middle.
        at: Point,
        /// Its radius.
        radius: i32,
        /// What it means.
        ink: Ink,
    },
    /// One line of text.
    Text {
        /// Where it stands: the foot of its letters.
        at: Point,
        /// Its letters; from [`STRONG`](crate::chart::font::STRONG) on they are bold.
        text: String,
        /// The size of its letters in tenths.
        size: i32,
        /// The weight it begins with.
        weight: Weight,
        /// Where `at` is in it.
        anchor: Anchor,
        /// What it means.
        ink: Ink,
    },
}

impl Scene {
    /// The inks it uses, each once.
    pub fn inks(&self) -> Vec<Ink> {
        let used = |ink: &Ink| self.marks.iter().any(|mark| mark.ink() == *ink);
        Ink::ALL.iter().copied().filter(used).collect()
    }
}

impl Mark {
    /// What it means.
    pub fn ink(&self) -> Ink {
        match self {
            Self::Rect { ink, .. }
            | Self::Path { ink, .. }
            | Self::Circle { ink, .. }
            | Self::Text { ink, .. } => *ink,
        }
    }
}
