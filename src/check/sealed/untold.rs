//! What nobody can tell of a sealed report while something could not be read.

use std::collections::BTreeSet;

use crate::{
    check::Subject,
    model::{Common, Model, Report},
    text::{SourceId, Span},
};

/// What of a report's record is unknown, not changed, because reading found an error: one mistake is
/// one finding.
pub(in crate::check) struct Untold {
    /// The names of the report, of its items and of the objectives they stand in.
    items: BTreeSet<String>,
    /// What else of it is.
    parts: BTreeSet<Part>,
}

/// A part of a record that may be unknown as a whole.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Part {
    /// All of it: the corrections or the lock file may say something else than was read.
    All,
    /// Which items there are: something in the report's folder could not be read.
    Items,
    /// What figures are compared with, or rated by.
    Derived,
    /// Which pages and aliases there are.
    Pages,
}

impl Untold {
    /// Of the report at `at`.
    pub(in crate::check) fn of(subject: &Subject<'_>, at: usize) -> Self {
        let model = subject.model;
        let report = &model.reports[at];
        let files = model.faults.files();
        if files.is_empty() {
            return Self {
                items: BTreeSet::new(),
                parts: BTreeSet::new(),
            };
        }
        let own = model.sources.get(report.span.source).path();
        let folder = own.strip_suffix("report.md").unwrap_or(own);
        let lock = format!("{folder}sealed.yaml");
        let mut parts: BTreeSet<_> = [Part::Pages].into();
        if unread(&report.common) {
            parts.insert(Part::All);
        }
        for file in &files {
            let path = model.sources.get(*file).path();
            let found = [
                (path == own || path == lock, Part::All),
                (path.starts_with(folder), Part::Items),
                (path.starts_with("content/reports/"), Part::Derived),
                (path == "content/site.yaml", Part::Derived),
            ];
            parts.extend(found.iter().filter(|(is, _)| *is).map(|(_, part)| *part));
        }
        Self {
            items: at_fault(model, report, &files),
            parts,
        }
    }

    /// Whether nothing can be held against what was sealed.
    pub(in crate::check) fn all(&self) -> bool {
        self.parts.contains(&Part::All)
    }

    /// Whether an address may be missing for that alone.
    pub(super) fn pages(&self) -> bool {
        self.parts.contains(&Part::Pages)
    }

    /// Whether an item may be missing for that alone.
    pub(super) fn missing(&self) -> bool {
        self.parts.contains(&Part::Items)
    }

    /// Whether what is said under this name may be another for that alone.
    pub(in crate::check) fn hides(&self, name: &str) -> bool {
        let (whole, field) = name.split_once('.').unwrap_or((name, ""));
        // Comparators bear the names of the site's first language.
        let derived = matches!(field, "rating" | "direction" | "change" | "previous")
            || field.starts_with("previous-")
            || field.starts_with("comparator:");
        self.items.contains(whole) || (derived && self.parts.contains(&Part::Derived))
    }
}

/// The names of what could not be read whole.
fn at_fault(model: &Model, report: &Report, files: &BTreeSet<SourceId>) -> BTreeSet<String> {
    let broken = |common: &Common, span: Span| unread(common) || model.faults.within(span);
    let mut names = BTreeSet::new();
    for objective in &report.objectives {
        if unread(&objective.common) || files.contains(&objective.span.source) {
            names.insert(format!("objective:{}", objective.id));
        }
        for action in &objective.actions {
            if broken(&action.common, action.span) {
                names.insert(format!("action:{}/{}", objective.id, action.id.value));
            }
        }
        for measure in &objective.measures {
            if broken(&measure.common, measure.span) {
                names.insert(format!("measure:{}", measure.id.value));
            }
        }
    }
    names
}

/// Whether a key of it may be there although it seems to lack it.
fn unread(common: &Common) -> bool {
    common.unread.any || common.unread.nameless || !common.unread.keys.is_empty()
}
