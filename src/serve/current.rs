//! The snapshot of the moment, shared by all threads.

use std::{
    mem,
    sync::{Arc, PoisonError, RwLock},
};

use crate::serve::{events::Events, snapshot::Snapshot};

/// The newest snapshot, and whom to tell about it.
pub struct Current {
    snapshot: RwLock<Arc<Snapshot>>,
    events: Events,
}

impl Current {
    /// The first snapshot of a run.
    pub fn new(run: &str, snapshot: Snapshot) -> Self {
        let events = Events::new(run);
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

    /// Puts a newer one in its place and tells every open page. Answers the one that stood there.
    pub fn replace(&self, snapshot: Snapshot) -> Arc<Snapshot> {
        let version = snapshot.version;
        let mut now = self
            .snapshot
            .write()
            .unwrap_or_else(PoisonError::into_inner);
        let before = mem::replace(&mut *now, Arc::new(snapshot));
        drop(now);
        self.events.publish(version);
        before
    }

    /// Whom to tell.
    pub fn events(&self) -> &Events {
        &self.events
    }
}
