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
}

impl Problem {
    /// The problem as a finding at `span`.
    pub fn at(self, span: Span) -> Diagnostic {
        Diagnostic::new(self.code, span, self.message).maybe_help(self.help)
    }
}
