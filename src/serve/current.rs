//! The snapshot of the moment, shared by all threads.

use std::sync::{Arc, PoisonError, RwLock};

use crate::serve::{events::Events, snapshot::Snapshot};

/// The newest snapshot, and whom to tell about it.
pub struct Current {
    snapshot: RwLock<Arc<Snapshot>>,
    events: Events,
}

impl Current {
    /// The first snapshot.
    pub fn new(snapshot: Snapshot) -> Self {
        let events = Events::default();
        events.publish(snapshot.version);
        Self {
            snapshot: RwLock::new(Arc::new(snapshot)),
            events,
        }
    }

    /// The newest snapshot. It stays whole for whoever holds it, however many follow.
    pub fn snapshot(&self) -> Arc<Snapshot> {
        let snapshot = self.snapshot.read().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(&snapshot)
    }

    /// Puts a newer one in its place and tells every open page.
    pub fn replace(&self, snapshot: Snapshot) {
        let version = snapshot.version;
        *self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner) = Arc::new(snapshot);
        self.events.publish(version);
    }

    /// Whom to tell.
    pub fn events(&self) -> &Events {
        &self.events
    }
}
