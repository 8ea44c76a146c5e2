//! Tests of the drawings themselves.

mod colours;
mod drawing;
mod examples;
mod gallery;
mod geometry;
mod ranges;
mod snapshots;
mod spark;
mod thread;
