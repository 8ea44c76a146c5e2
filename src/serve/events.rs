//! Telling open pages that something changed: server-sent events.

use std::{
    io::{self, Write},
    sync::{Condvar, Mutex, PoisonError},
    time::Duration,
};

/// How often an open page hears from us when nothing changes, so that a closed one is noticed.
const HEARTBEAT: Duration = Duration::from_secs(10);

/// The version of the newest snapshot, for threads to wait on.
#[derive(Debug, Default)]
pub struct Events {
    version: Mutex<Version>,
    changed: Condvar,
}

#[derive(Clone, Copy, Debug, Default)]
struct Version {
    number: u64,
    over: bool,
}

impl Events {
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
                write!(out, "id: {known}\ndata: {known}\n\n")?;
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
