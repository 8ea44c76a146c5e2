//! Where a reference is written.

use crate::{model::Model, text::Span};

/// Where a reference is written: names are looked for in that edition first, and paths start from
/// that folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin<'a> {
    /// The report it belongs to.
    pub report: Option<usize>,
    /// The objective of that report.
    pub objective: Option<usize>,
    /// The folder of its file, relative to the content folder; empty for the content folder itself.
    pub folder: &'a str,
}

impl<'a> Origin<'a> {
    /// The place of what stands at `span`, which belongs to no report.
    pub fn of(model: &'a Model, span: Span) -> Self {
        let path = model.sources.get(span.source).path();
        let path = path.strip_prefix("content/").unwrap_or(path);
        Self {
            report: None,
            objective: None,
            folder: path.rsplit_once('/').map_or("", |(folder, _)| folder),
        }
    }

    /// The same place in a report.
    #[must_use]
    pub fn report(self, report: usize) -> Self {
        Self {
            report: Some(report),
            ..self
        }
    }

    /// The same place in an objective of a report.
    #[must_use]
    pub fn objective(self, report: usize, objective: usize) -> Self {
        Self {
            report: Some(report),
            objective: Some(objective),
            ..self
        }
    }
}
