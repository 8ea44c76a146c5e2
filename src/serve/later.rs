//! What shows only when pages are made: told to the thread that looks, which shows it.

use std::sync::{Arc, mpsc::Sender};

use crate::{model::Model, serve::watch::Waker, text::Diagnostics};

/// Something found after a snapshot was shown.
pub struct Found {
    /// The address of the page that could not be made; none where all that is wanting in a site is
    /// told, once its pages were looked at.
    pub page: Option<String>,
    /// What is wrong.
    pub diagnostics: Diagnostics,
    /// What the site was made from, and so what the diagnostics point into: within one look two
    /// sites may be shown, one in the place of the other.
    pub model: Arc<Model>,
    /// Whether one page of each template was made as well.
    pub tried: bool,
}

/// Tells of one look's snapshot what is found later.
#[derive(Clone)]
pub struct Later {
    /// The number of the look.
    look: u64,
    found: Sender<(u64, Found)>,
    waker: Waker,
}

impl Later {
    /// Tells of the look with this number.
    pub fn new(look: u64, found: Sender<(u64, Found)>, waker: Waker) -> Self {
        Self { look, found, waker }
    }

    /// Tells it.
    pub fn tell(&self, found: Found) {
        // Where nobody listens any more, the preview is over.
        let _ = self.found.send((self.look, found));
        self.waker.wake();
    }
}
