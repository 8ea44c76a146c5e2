//! Floor 4, lower half: what a reference in the content leads to.
//!
//! `measure:edu003`, `action:challenging-targets`, `../about.md`, `chart:edu003`: names are resolved
//! by identity, each in the edition it is written in. Pure over the model: no facts, no words, no
//! addresses. What checks references and what turns them into links share this one reading.

mod action;
mod alike;
mod chart;
mod earlier;
mod golden;
mod index;
mod name;
mod origin;
mod path;
mod problem;
mod standing;
mod target;
mod unread;
mod web;
mod withheld;

#[cfg(test)]
mod tests;

pub use alike::is_named_alike;
pub use chart::{Chart, charts, is_charted};
pub use earlier::renamed;
pub use index::{Index, References};
pub use origin::Origin;
pub use problem::{Problem, Wanted};
pub use standing::{DutyAt, ItemAt};
pub use target::{Counted, Field, FigureOf, MeasureAt, NumberOf, Spot, Target};
