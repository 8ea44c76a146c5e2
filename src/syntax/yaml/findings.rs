//! What there is to say about one document, up to a point.

use crate::text::{Diagnostic, Diagnostics};

/// How many findings of one document are kept. Nobody mends more in one sitting, and a file of ten
/// megabytes that is no YAML at all must not fill the memory with what is wrong with it.
const MOST: usize = 1000;

/// Findings in the order they were made; past the first thousand they are let go.
#[derive(Debug, Default)]
pub(super) struct Findings {
    all: Vec<Diagnostic>,
}

impl Findings {
    pub fn push(&mut self, finding: Diagnostic) {
        if !self.is_full() {
            self.all.push(finding);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    pub fn is_full(&self) -> bool {
        self.all.len() >= MOST
    }

    pub fn len(&self) -> usize {
        self.all.len()
    }

    pub fn into_diagnostics(self) -> Diagnostics {
        self.all.into_iter().collect()
    }
}

impl Extend<Diagnostic> for Findings {
    fn extend<T: IntoIterator<Item = Diagnostic>>(&mut self, findings: T) {
        let room = MOST.saturating_sub(self.all.len());
        self.all.extend(findings.into_iter().take(room));
    }
}

impl IntoIterator for Findings {
    type Item = Diagnostic;
    type IntoIter = std::vec::IntoIter<Diagnostic>;

    fn into_iter(self) -> Self::IntoIter {
        self.all.into_iter()
    }
}
