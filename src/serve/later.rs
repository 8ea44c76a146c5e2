//! What shows only when pages are made: told to the thread that looks, which shows it.

use std::sync::mpsc::Sender;

use crate::{
    serve::watch::Waker,
    text::{Diagnostic, Diagnostics},
};

/// Something found after a snapshot was shown.
pub enum Found {
    /// What is wrong with a whole site, once its pages were looked at.
    Site(Diagnostics),
    /// A page that could not be made, by its address, and why.
    Page(String, Box<Diagnostic>),
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
