//! A progress bar for a terminal that waits more than a second.

use std::{
    io::{self, IsTerminal as _, Write as _},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
        mpsc::{self, RecvTimeoutError, Sender},
    },
    thread::{self, JoinHandle},
    time::Duration,
};

/// How long a run may take before the bar is shown.
const PATIENCE: Duration = Duration::from_secs(1);

/// How often the bar is drawn.
const PACE: Duration = Duration::from_millis(100);

/// A bar on standard error, drawn from a second into the run until this is dropped; nothing at all
/// where standard error is not a terminal.
#[derive(Debug)]
pub struct Progress {
    state: Arc<State>,
    drawer: Option<(Sender<()>, JoinHandle<()>)>,
}

#[derive(Debug, Default)]
struct State {
    done: AtomicUsize,
    total: AtomicUsize,
}

impl Progress {
    /// Begins to wait.
    pub fn start() -> Self {
        let state = Arc::<State>::default();
        let drawer = io::stderr().is_terminal().then(|| {
            let (stop, stopped) = mpsc::channel();
            let state = Arc::clone(&state);
            let thread = thread::spawn(move || {
                let mut wait = PATIENCE;
                let mut drawn = false;
                while stopped.recv_timeout(wait) == Err(RecvTimeoutError::Timeout) {
                    draw(&bar(&state));
                    (wait, drawn) = (PACE, true);
                }
                if drawn {
                    draw("");
                }
            });
            (stop, thread)
        });
        Self { state, drawer }
    }

    /// Sets how many files of how many are done. Called from any thread, in any order.
    pub fn set(&self, done: usize, total: usize) {
        self.state.done.fetch_max(done, Ordering::Relaxed);
        self.state.total.store(total, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        if let Some((stop, thread)) = self.drawer.take() {
            drop(stop);
            // A drawer that panicked has nothing to say that matters to the build.
            let _ = thread.join();
        }
    }
}

/// Draws over the line that the cursor is in.
fn draw(text: &str) {
    // Nobody looks at a terminal that is gone.
    let mut terminal = io::stderr().lock();
    let _ = write!(terminal, "\r\u{1b}[K{text}").and_then(|()| terminal.flush());
}

fn bar(state: &State) -> String {
    const CELLS: usize = 30;
    let total = state.total.load(Ordering::Relaxed);
    let done = state.done.load(Ordering::Relaxed).min(total);
    if total == 0 {
        return "reading the content".to_owned();
    }
    let full = done * CELLS / total;
    let (full, rest) = ("#".repeat(full), "-".repeat(CELLS - full));
    format!("rendering [{full}{rest}] {done} of {total}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bar_fills() {
        let state = State::default();
        assert_eq!(bar(&state), "reading the content");
        for (done, shown) in [
            (0, "rendering [------------------------------] 0 of 60"),
            (31, "rendering [###############---------------] 31 of 60"),
            (60, "rendering [##############################] 60 of 60"),
        ] {
            state.total.store(60, Ordering::Relaxed);
            state.done.store(done, Ordering::Relaxed);
            assert_eq!(bar(&state), shown);
        }
    }

    #[test]
    fn a_bar_never_goes_back() {
        let progress = Progress::start();
        progress.set(2, 3);
        progress.set(1, 3);
        assert!(bar(&progress.state).ends_with(" 2 of 3"));
    }
}
