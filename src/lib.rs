//! Goldenthread turns a folder of YAML and Markdown into a published evaluation report.
//!
//! The steps, each a function of values:
//!
//! 1. [`load::load`] reads a site folder into a [`model::Model`]: what somebody wrote, with the place
//!    where they wrote it.
//! 2. [`facts::facts`] works out what follows: ratings, directions of travel, series, counts.
//! 3. [`check::check`] looks for what contradicts itself. Every finding of every step is a
//!    [`text::Diagnostic`].
//! 4. [`site::assemble`] makes a [`site::Site`] of it: every address with what stands there.
//! 5. [`publish::publish`] renders all of it and puts it in the place of the old website.
//!
//! [`pipeline::make`] takes the first four at once. docs/architecture.md has the plan of the
//! house: a room uses only rooms on floors below its own.

pub mod author;
pub mod chart;
pub mod check;
pub mod cli;
pub mod export;
pub mod facts;
pub mod load;
pub mod model;
pub mod page;
pub mod pipeline;
pub mod prose;
pub mod publish;
pub mod reference;
pub mod serve;
pub mod site;
pub mod syntax;
pub mod terminal;
pub mod text;
pub mod theme;
pub mod thread;
pub mod translation;
pub mod wording;
