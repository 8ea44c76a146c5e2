//! Names that links and data files use.

use std::{fmt, sync::Arc};

use crate::text::is_portable;

/// An id: letters, digits and hyphens, at least one, no dot; or, for reports and objectives, the
/// name of their folder. It is a part of addresses, so that every machine can have a file of this name.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(Arc<str>);

impl Id {
    /// The id written as `name`, where that is one.
    pub fn parse(name: &str) -> Option<Self> {
        let fine = |c: char| c.is_alphanumeric() || c == '-';
        let is_id = !name.is_empty() && name.chars().all(fine) && is_portable(name);
        is_id.then(|| Self(name.into()))
    }

    /// As written.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
