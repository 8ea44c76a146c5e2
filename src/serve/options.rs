//! What a preview is asked for.

use jiff::civil::DateTime;

use crate::pipeline::{Choice, Drafts};

/// What to preview, and how.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// What becomes of drafts.
    pub drafts: Drafts,
    /// Tells the local time, whenever the site is made.
    pub clock: fn() -> DateTime,
    /// Look again and again, for want of events.
    pub poll: bool,
}

impl Options {
    /// What is made of the site at this moment.
    pub fn choice(&self) -> Choice {
        Choice {
            drafts: self.drafts,
            at: Some((self.clock)()),
            hints: false,
        }
    }
}
