//! Small signs: the keys before a figure, and the signs of the ratings.

use crate::{
    chart::{ink::Ink, input::Rating, pen::Pen},
    model::ActionStatus,
};

/// What a figure in a row of a group is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// The result.
    Actual,
    /// The aim.
    Target,
    /// The year before.
    Previous,
    /// The intervention level.
    Intervention,
}

impl Role {
    /// Every one, in the order they are read.
    pub const ALL: [Self; 4] = [
        Self::Actual,
        Self::Target,
        Self::Intervention,
        Self::Previous,
    ];
}

/// The width of a key.
pub const KEY: f64 = 12.0;

/// The key of a figure, [`KEY`] wide from `x`, around a height.
pub fn key(pen: &Pen, role: Role, (x, middle): (f64, f64)) {
    let field = |half: f64, ink| pen.rect((x, middle - half), (x + KEY, middle + half), ink);
    match role {
        Role::Actual => field(6.0, Ink::Actual),
        Role::Target => diamond(pen, (x + KEY / 2.0, middle)),
        Role::Previous => field(4.0, Ink::Previous),
        Role::Intervention => {
            let x = x + KEY / 2.0;
            pen.line(&[(x, middle - 8.0), (x, middle + 8.0)], Ink::Intervention);
        }
    }
}

/// Half the height and width of a target's marker.
pub const DIAMOND: f64 = 6.0;

/// A target's marker around a place.
pub fn diamond(pen: &Pen, (x, y): (f64, f64)) {
    let corners = [
        (x, y - DIAMOND),
        (x + DIAMOND, y),
        (x, y + DIAMOND),
        (x - DIAMOND, y),
    ];
    pen.polygon(&corners, Ink::TargetMark);
}

/// The ink of a rating, and of what stands on it.
pub fn inks(rating: Rating) -> (Ink, Ink) {
    match rating {
        Rating::Green => (Ink::Green, Ink::OnGreen),
        Rating::Amber => (Ink::Amber, Ink::OnAmber),
        Rating::Red => (Ink::Red, Ink::OnRed),
        Rating::NotRated => (Ink::NotRated, Ink::OnNotRated),
    }
}

/// The width and height of a rating's badge.
pub const BADGE: f64 = 22.0;

/// A rating's shape with its sign in it, around a place: as the theme draws them beside words.
pub fn badge(pen: &Pen, rating: Rating, (x, y): (f64, f64)) {
    let (ink, on) = inks(rating);
    let half = BADGE / 2.0;
    match rating {
        Rating::Green | Rating::NotRated => {
            pen.circle((x, y), half - 0.8, ink);
            sign(pen, rating, (x, y));
        }
        Rating::Red => {
            pen.rect(
                (x - half + 1.0, y - half + 1.0),
                (x + half - 1.0, y + half - 1.0),
                ink,
            );
            sign(pen, rating, (x, y));
        }
        Rating::Amber => {
            let corners = [
                (x, y - half + 1.5),
                (x + half - 0.5, y + half - 2.0),
                (x - half + 0.5, y + half - 2.0),
            ];
            pen.polygon(&corners, ink);
            pen.rect((x - 3.2, y + 2.8), (x + 3.2, y + 5.0), on);
        }
    }
}

/// The radius of a knot.
pub const KNOT: f64 = 5.0;

/// A knot of the golden thread.
pub fn knot(pen: &Pen, at: (f64, f64)) {
    pen.circle(at, KNOT, Ink::Actual);
}

/// The width and height of the sign of a status.
pub const STATUS: f64 = 14.0;

/// The sign of how far an action has come, from `x` around a height; each status has a shape of its own.
pub fn status(pen: &Pen, status: ActionStatus, (x, y): (f64, f64)) {
    let half = STATUS / 2.0;
    let (top, bottom, right) = (y - half, y + half, x + STATUS);
    let frame = || pen.rect((x, top), (right, bottom), Ink::Track);
    // A head of an arrow: the work goes on.
    let on = |from: f64, half: f64| {
        let corners = [(from, y - half), (from + 1.5 * half, y), (from, y + half)];
        pen.polygon(&corners, Ink::Actual);
    };
    match status {
        ActionStatus::NotStarted => frame(),
        ActionStatus::InProgress => on(x + 2.0, half),
        ActionStatus::PartiallyCompleted => {
            frame();
            pen.rect((x, y), (right, bottom), Ink::Actual);
        }
        ActionStatus::Completed => pen.rect((x, top), (right, bottom), Ink::Actual),
        ActionStatus::CompletedOngoing => {
            pen.rect((x - 4.0, top), (right - 4.0, bottom), Ink::Actual);
            on(right - 2.0, 5.0);
        }
        ActionStatus::Deferred => {
            pen.rect((x + 1.0, top), (x + 5.0, bottom), Ink::Actual);
            pen.rect((right - 5.0, top), (right - 1.0, bottom), Ink::Actual);
        }
        ActionStatus::Cancelled => {
            frame();
            let corners = CROSS.map(|(dx, dy)| (x + half + 0.7 * dx, y + 0.7 * dy));
            pen.polygon(&corners, Ink::Actual);
        }
    }
}

/// The width and height of a rating's sign.
pub const SIGN: f64 = 14.0;

/// A cross around its middle, [`SIGN`] wide with room around it.
const CROSS: [(f64, f64); 12] = [
    (-5.6, -3.4),
    (-3.4, -5.6),
    (0.0, -2.2),
    (3.4, -5.6),
    (5.6, -3.4),
    (2.2, 0.0),
    (5.6, 3.4),
    (3.4, 5.6),
    (0.0, 2.2),
    (-3.4, 5.6),
    (-5.6, 3.4),
    (-2.2, 0.0),
];

/// The sign of a rating around a place on its own colour: a tick, a triangle, a cross, a dot.
pub fn sign(pen: &Pen, rating: Rating, (x, y): (f64, f64)) {
    let (_, ink) = inks(rating);
    let corners: &[(f64, f64)] = match rating {
        Rating::Green => &[
            (-6.5, 0.2),
            (-4.2, -2.1),
            (-1.8, 0.3),
            (4.2, -5.6),
            (6.5, -3.3),
            (-1.8, 5.0),
        ],
        Rating::Amber => &[(0.0, -6.0), (6.8, 5.4), (-6.8, 5.4)],
        Rating::Red => &CROSS,
        Rating::NotRated => return pen.circle((x, y), 2.5, ink),
    };
    let corners: Vec<_> = corners.iter().map(|(dx, dy)| (x + dx, y + dy)).collect();
    pen.polygon(&corners, ink);
}
