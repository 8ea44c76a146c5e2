//! Counts of ratings and directions, with their denominators.

use std::{iter::Sum, ops::Add};

use crate::facts::{Direction, MeasureFacts, Rating};

/// How many measures have each shown rating.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct RatingCounts {
    /// Green.
    pub green: usize,
    /// Amber.
    pub amber: usize,
    /// Red.
    pub red: usize,
    /// Not rated: out of the denominator.
    pub not_rated: usize,
}

impl RatingCounts {
    /// Counts the shown ratings.
    pub fn of(measures: &[MeasureFacts]) -> Self {
        let mut counts = Self::default();
        for measure in measures {
            *counts.slot(measure.shown.rating) += 1;
        }
        counts
    }

    /// How many have this rating.
    pub fn get(mut self, rating: Rating) -> usize {
        *self.slot(rating)
    }

    /// The denominator: how many are rated at all.
    pub fn rated(&self) -> usize {
        self.green + self.amber + self.red
    }

    /// All, rated or not.
    pub fn all(&self) -> usize {
        self.rated() + self.not_rated
    }

    fn slot(&mut self, rating: Rating) -> &mut usize {
        match rating {
            Rating::Green => &mut self.green,
            Rating::Amber => &mut self.amber,
            Rating::Red => &mut self.red,
            Rating::NotRated => &mut self.not_rated,
        }
    }
}

impl<'a> Sum<&'a Self> for RatingCounts {
    fn sum<I: Iterator<Item = &'a Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, counts| Self {
            green: sum.green + counts.green,
            amber: sum.amber + counts.amber,
            red: sum.red + counts.red,
            not_rated: sum.not_rated + counts.not_rated,
        })
    }
}

/// How many measures went each way.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DirectionCounts {
    ways: [usize; 5],
    /// Of those without a comparison, those whose figure is another than before, and those whose figure is
    /// not: nothing says which way is better.
    moved: [usize; 2],
}

impl DirectionCounts {
    /// Counts the directions of travel.
    pub fn of(measures: &[MeasureFacts]) -> Self {
        let mut counts = Self::default();
        for MeasureFacts { movement, .. } in measures {
            counts.ways[movement.direction as usize] += 1;
            if let (Direction::NoComparison, Some(change)) = (movement.direction, movement.change) {
                counts.moved[usize::from(change.is_zero())] += 1;
            }
        }
        counts
    }

    /// How many went this way.
    pub fn get(&self, direction: Direction) -> usize {
        self.ways[direction as usize]
    }

    /// Of how many without a comparison the figure is another than before.
    pub fn changed(&self) -> usize {
        self.moved[0]
    }

    /// Of how many without a comparison the figure is the same as before.
    pub fn unchanged(&self) -> usize {
        self.moved[1]
    }
}

impl Add for DirectionCounts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let mut sum = self;
        let slots = sum.ways.iter_mut().chain(&mut sum.moved);
        for (slot, count) in slots.zip(other.ways.into_iter().chain(other.moved)) {
            *slot += count;
        }
        sum
    }
}

impl<'a> Sum<&'a Self> for DirectionCounts {
    fn sum<I: Iterator<Item = &'a Self>>(all: I) -> Self {
        all.fold(Self::default(), |sum, counts| sum + *counts)
    }
}
