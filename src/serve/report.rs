//! What came of a look, for whoever tells people.

use std::{sync::Arc, time::Duration};

use crate::{model::Model, serve::stand::Shown, text::Diagnostics};

/// Why there is something to tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Occasion {
    /// The preview begins.
    Start,
    /// Files changed.
    Save,
    /// Something showed only when pages were made.
    Later,
}

/// What there is to tell, for the terminal.
pub enum News {
    /// What came of a look.
    Look(Report),
    /// The machine tells of changes no more: they are looked for again and again.
    Polls,
}

/// What came of one look.
pub struct Report {
    /// Why it is told.
    pub occasion: Occasion,
    /// What was found.
    pub diagnostics: Diagnostics,
    /// How many errors, warnings and notes stand now: these, and what was told of the same files before.
    pub standing: [usize; 3],
    /// What it was found in.
    pub model: Arc<Model>,
    /// What is shown now.
    pub shown: Shown,
    /// How many files the site that is shown has.
    pub files: usize,
    /// The files that changed, by their path from the site folder.
    pub changed: Vec<Arc<str>>,
    /// How long it took.
    pub took: Duration,
}
