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
pub struct DirectionCounts([usize; 5]);

impl DirectionCounts {
    /// Counts the directions of travel.
    pub fn of(measures: &[MeasureFacts]) -> Self {
        let mut counts = Self::default();
        for measure in measures {
            counts.0[measure.movement.direction as usize] += 1;
        }
        counts
    }

    /// How many went this way.
    pub fn get(&self, direction: Direction) -> usize {
        self.0[direction as usize]
    }
}

impl Add for DirectionCounts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        let mut sum = self;
        for (slot, count) in sum.0.iter_mut().zip(other.0) {
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
