//! Copied files that are large and come slowly.

use std::time::{Duration, Instant};

/// For how long a file is waited for that is copied as it is, and is large and comes slowly.
const COPYING: Duration = Duration::from_secs(30);

/// A file that is not closed and does not grow for so long is left open by whoever wrote it.
const STILL: Duration = Duration::from_secs(1);

/// A file that is still being written.
#[derive(Clone, Copy)]
pub struct Growing {
    /// Since when that is known.
    since: Instant,
    /// Its size in bytes.
    size: u64,
    /// Since when it has that size.
    still: Instant,
}

impl Growing {
    /// It has this size now.
    pub fn now(known: Option<&Self>, size: u64) -> Self {
        let now = Instant::now();
        let still = known.filter(|known| known.size == size);
        Self {
            since: known.map_or(now, |known| known.since),
            size,
            still: still.map_or(now, |known| known.still),
        }
    }

    /// Whether nothing more comes, though it is open.
    pub fn stands_still(&self) -> bool {
        self.still.elapsed() >= STILL
    }

    /// Whether nobody is to wait for it any longer.
    pub fn takes_too_long(&self) -> bool {
        self.since.elapsed() >= COPYING
    }
}
