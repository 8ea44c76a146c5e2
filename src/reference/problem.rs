//! Why a reference leads nowhere.

use crate::text::{Code, Diagnostic, Span};

/// Why a reference leads nowhere, and what to write instead.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// The kind of finding.
    pub code: Code,
    /// What is wrong.
    pub message: String,
    /// How to mend it.
    pub help: Option<String>,
    /// What was looked for.
    pub wanted: Wanted,
}

/// What a reference that leads nowhere was looking for: where files could not be read, it may stand
/// in them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Wanted {
    /// Nothing that any file could hold: the reference itself is no good.
    #[default]
    Nothing,
    /// A measure in this folder (with a slash at its end; blank for any) with this id.
    Measure(String, String),
    /// An action in this folder with this id.
    Action(String, String),
    /// A chart of what stands in this folder.
    Chart(String),
    /// A report, objective or page, whose folder or file bears this name.
    Folder(String),
    /// Something that a file of this folder, with a slash at its end, would hold.
    Within(String),
    /// A goal, an indicator, a duty or a paragraph by its name in this folder, with a slash at its end.
    Standing(String, String),
    /// A file or folder at this path in the content folder.
    File(String),
}

impl Problem {
    /// The problem as a finding at `span`.
    pub fn at(self, span: Span) -> Diagnostic {
        Diagnostic::new(self.code, span, self.message).maybe_help(self.help)
    }
}
