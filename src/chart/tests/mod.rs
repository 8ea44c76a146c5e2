//! Tests of the drawings themselves.

mod examples;
mod gallery;
