//! Telling open pages that something changed: server-sent events.

use std::{
    io::{self, Write},
    sync::{Condvar, Mutex, PoisonError},
    time::Duration,
};

/// How often an open page hears from us when nothing changes, so that a closed one is noticed.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// The version of the newest snapshot, for threads to wait on.
#[derive(Debug)]
pub struct Events {
    /// What tells this run of the preview from others: versions count from 1 in each.
    run: String,
    version: Mutex<Version>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default)]
struct Version {
    number: u64,
    over: bool,
}

impl Events {
    /// Of the run with this name; no snapshot is there yet.
    pub fn new(run: &str) -> Self {
        Self {
            run: run.to_owned(),
            version: Mutex::default(),
            changed: Condvar::new(),
        }
    }

    /// The version that an open page knows by the last id that it was told; 0 where that is of
    /// another run.
    pub fn known(&self, id: &str) -> u64 {
        let own = id.strip_prefix(&*self.run);
        let version = own.and_then(|rest| rest.strip_prefix('.')?.parse().ok());
        version.unwrap_or(0)
    }

    /// Says that `version` is there.
    pub fn publish(&self, version: u64) {
        self.set(|now| now.number = version);
    }

    /// Says that the preview ends, so that every waiting thread ends too.
    pub fn end(&self) {
        self.set(|now| now.over = true);
    }

    /// Writes the whole of an event stream: a line for each version from `known` on, until the
    /// page is closed or the preview ends.
    ///
    /// # Errors
    /// The page was closed.
    pub fn stream(&self, mut known: u64, out: &mut dyn Write) -> io::Result<()> {
        out.write_all(
            b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nCache-Control: no-store\r\n\
              X-Accel-Buffering: no\r\nConnection: close\r\n\r\nretry: 500\n\n",
        )?;
        out.flush()?;
        loop {
            let now = self.wait(known);
            if now.over {
                return Ok(());
            }
            if now.number == known {
                out.write_all(b": still here\n\n")?;
            } else {
                known = now.number;
                write!(out, "id: {}.{known}\ndata: {known}\n\n", self.run)?;
            }
            out.flush()?;
        }
    }

    fn set(&self, change: impl FnOnce(&mut Version)) {
        let mut now = self.version.lock().unwrap_or_else(PoisonError::into_inner);
        change(&mut now);
        self.changed.notify_all();
    }

    fn wait(&self, known: u64) -> Version {
        let now = self.version.lock().unwrap_or_else(PoisonError::into_inner);
        let unchanged = |now: &mut Version| now.number == known && !now.over;
        let waited = self.changed.wait_timeout_while(now, HEARTBEAT, unchanged);
        *waited.unwrap_or_else(PoisonError::into_inner).0
    }
}

#[cfg(test)]
mod tests {
    use super::Events;

    #[test]
    fn an_id_of_another_run_is_not_known() {
        let events = Events::new("7f-a");
        for (id, known) in [
            ("7f-a.3", 3),
            ("7f-b.3", 0),
            ("7f-a3", 0),
            ("3", 0),
            ("7f-a.x", 0),
            ("", 0),
        ] {
            assert_eq!(events.known(id), known, "{id}");
        }
    }
}
