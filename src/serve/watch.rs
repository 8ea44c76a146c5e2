//! Noticing that content or theme changed.
//!
//! Events are only hints of where to look: the loader compares what is on disk with what it read.
//! So an event that comes late, twice, or not at all does no harm: a look at everything now and
//! then finds what no event told of, as on network and container mounts.

use std::{
    collections::BTreeSet,
    io, mem,
    path::{Path, PathBuf},
    sync::mpsc::{self, Receiver, RecvTimeoutError, Sender},
    time::{Duration, Instant},
};

use notify::{
    Event, EventKind, RecursiveMode, Watcher,
    event::{AccessKind, AccessMode, ModifyKind},
};

use crate::{
    load,
    serve::burst::{Burst, TELLS_OF_CLOSING},
};

/// How long after a look at what events named everything is looked at, for events that were late.
const SOON: Duration = Duration::from_millis(250);

/// How often everything is looked at where events come.
const SELDOM: Duration = Duration::from_secs(2);

/// How often everything is looked at where no events come.
const OFTEN: Duration = Duration::from_millis(300);

/// A look at everything may take this share of the time between two of them.
const SHARE: u32 = 20;

/// Where no events come, of looks that take long: what is saved is not to wait for many of them.
const SHARE_OF_POLLS: u32 = 3;

/// The folders of a site that are watched.
pub const FOLDERS: [&str; 2] = ["content", "themes"];

/// What to look at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Look {
    /// At these paths, and what is below them.
    At(BTreeSet<PathBuf>),
    /// At everything.
    Everywhere,
    /// At nothing more: the preview ends.
    Over,
}

/// A message to the thread that looks.
#[derive(Debug)]
enum Message {
    Event(Event),
    /// What was written is closed.
    Closed(Vec<PathBuf>),
    Failed,
    Woken,
    Over,
}

/// Makes a watch answer, from another thread.
#[derive(Clone, Debug)]
pub struct Waker(Sender<Message>);

impl Waker {
    /// Makes [`Watch::wait`] return, with nothing to look at where nothing changed.
    pub fn wake(&self) {
        // Where nobody listens any more, the watch is over already.
        let _ = self.0.send(Message::Woken);
    }
}

/// Ends a watch from another thread.
#[derive(Clone, Debug)]
pub struct Stop(Sender<Message>);

impl Stop {
    /// Makes the watch answer [`Look::Over`].
    pub fn stop(&self) {
        // Where nobody listens any more, the watch is over already.
        let _ = self.0.send(Message::Over);
    }
}

/// A watch over the content and theme folders of a site.
pub struct Watch {
    root: PathBuf,
    /// `None` where there are no events: by choice, or because the machine refused.
    watcher: Option<notify::RecommendedWatcher>,
    sender: Sender<Message>,
    messages: Receiver<Message>,
    watched: BTreeSet<PathBuf>,
    /// When everything is looked at next.
    next: Instant,
    /// How long the last look at everything took.
    took: Duration,
    /// What events told of before the last look.
    last: BTreeSet<PathBuf>,
    /// What came and was not acted on yet.
    pending: Burst,
    /// Files that a program writes and has not closed, as far as the machine tells.
    open: BTreeSet<PathBuf>,
    /// Those of them that are not looked at before they are closed.
    awaited: BTreeSet<PathBuf>,
}

impl Watch {
    /// Begins to watch the site at `root`; with `poll`, without events. Where the machine refuses
    /// events (its limit of watches may be reached) it polls, and [`Watch::polls`] says so.
    pub fn new(root: &Path, poll: bool) -> Self {
        let (sender, messages) = mpsc::channel();
        let told = sender.clone();
        let watcher = notify::recommended_watcher(move |event: notify::Result<Event>| {
            let message = match event {
                Ok(event) if is_closed(event.kind) => Message::Closed(event.paths),
                // Reading a watched file raises these: acting on them would never end.
                Ok(event) if matches!(event.kind, EventKind::Access(_)) => return,
                Ok(event) => Message::Event(event),
                Err(_) => Message::Failed,
            };
            let _ = told.send(message);
        });
        let mut watch = Self {
            root: root.to_owned(),
            watcher: watcher.ok().filter(|_| !poll),
            sender,
            messages,
            watched: BTreeSet::new(),
            next: Instant::now() + SOON,
            took: Duration::ZERO,
            last: BTreeSet::new(),
            pending: Burst::default(),
            open: BTreeSet::new(),
            awaited: BTreeSet::new(),
        };
        watch.cover();
        watch
    }

    /// Whether it looks at everything often, for want of events.
    pub fn polls(&self) -> bool {
        self.watcher.is_none()
    }

    /// Whether it hears of it when a program closes what it wrote.
    pub fn hears_of_closing(&self) -> bool {
        TELLS_OF_CLOSING && !self.polls()
    }

    /// Whether a program writes the file at `place` and has not closed it.
    pub fn is_open(&self, place: &Path) -> bool {
        self.open.contains(place)
    }

    /// From now on nothing that is written to these files is acted on until they are closed.
    pub fn await_closing(&mut self, places: BTreeSet<PathBuf>) {
        self.awaited = places;
    }

    /// Whether more files than one save changes have changed since the last look began.
    pub fn is_busy(&mut self) -> bool {
        let mut pending = mem::take(&mut self.pending);
        while let Ok(message) = self.messages.try_recv() {
            self.take(message, &mut pending);
        }
        self.pending = pending;
        self.pending.is_of_many()
    }

    /// Something that ends the watch from another thread.
    pub fn stop(&self) -> Stop {
        Stop(self.sender.clone())
    }

    /// Something that makes the watch answer from another thread.
    pub fn waker(&self) -> Waker {
        Waker(self.sender.clone())
    }

    /// Waits until there may be something to look at, or until it is woken.
    pub fn wait(&mut self) -> Look {
        let idle = Instant::now();
        let mut burst = mem::take(&mut self.pending);
        while burst.is_empty() {
            let left = self.next.saturating_duration_since(Instant::now());
            match self.messages.recv_timeout(left) {
                Ok(message) => self.take(message, &mut burst),
                Err(RecvTimeoutError::Timeout) => {
                    self.cover();
                    return Look::Everywhere;
                }
                Err(RecvTimeoutError::Disconnected) => return Look::Over,
            }
        }
        let began = Instant::now();
        // Of files that are written again and again each part would be shown, were they not waited for.
        burst.follows(&mem::take(&mut self.last), began - idle);
        self.drain(&mut burst, Duration::MAX);
        self.cover();
        let look = burst.look;
        if let Look::At(paths) = &look
            && !paths.is_empty()
        {
            self.last.clone_from(paths);
            self.next = self.next.min(Instant::now() + SOON);
        }
        // However many events come, everything is looked at in its time.
        if look != Look::Over && began >= self.next {
            return Look::Everywhere;
        }
        look
    }

    /// Waits for an editor to end what it is at: for a `moment`, or until what events tell of is
    /// `enough` and they are quiet. Whatever happens meanwhile is found by the look at everything
    /// that is to follow. Answers whether the preview goes on.
    pub fn linger(&mut self, moment: Duration, enough: impl Fn(&Look) -> bool) -> bool {
        let until = Instant::now() + moment;
        let left = || until.saturating_duration_since(Instant::now());
        let mut burst = mem::take(&mut self.pending);
        loop {
            if !burst.is_empty() {
                self.drain(&mut burst, left());
                if burst.look == Look::Over || enough(&burst.look) {
                    break;
                }
            }
            match self.messages.recv_timeout(left()) {
                Ok(message) => self.take(message, &mut burst),
                Err(_) => break,
            }
        }
        self.cover();
        if let Look::At(paths) = &burst.look {
            self.last.extend(paths.iter().cloned());
        }
        burst.look != Look::Over
    }

    /// Says that everything was looked at, and how long that took: where it takes long, it is done
    /// less often.
    pub fn looked(&mut self, took: Duration) {
        self.next = Instant::now() + pause(self.polls(), self.took, took);
        self.took = took;
    }

    /// Takes what comes until it is quiet, for no longer than a `moment`.
    fn drain(&mut self, burst: &mut Burst, moment: Duration) {
        let began = Instant::now();
        while burst.look != Look::Over {
            let left = moment.min(burst.patience());
            let before = began.elapsed();
            let left = left.saturating_sub(before);
            match self.messages.recv_timeout(burst.quiet().min(left)) {
                Ok(message) => {
                    burst.paused(began.elapsed().saturating_sub(before));
                    self.take(message, burst);
                }
                Err(_) => break,
            }
        }
    }

    fn take(&mut self, message: Message, burst: &mut Burst) {
        match message {
            Message::Over => burst.look = Look::Over,
            Message::Woken => burst.woken = true,
            Message::Failed => {
                self.watcher = None;
                burst.everywhere();
            }
            Message::Closed(paths) => self.closed(&paths, burst),
            Message::Event(event) if event.need_rescan() => burst.everywhere(),
            Message::Event(event) => {
                if event.paths.iter().any(|path| self.watched.contains(path)) {
                    // A watched folder itself came, went or was replaced, and its watch with it.
                    self.forget(&event.paths);
                    burst.everywhere();
                    return;
                }
                // What is renamed or removed while it is open is closed under another name, or none.
                if matches!(
                    event.kind,
                    EventKind::Remove(_) | EventKind::Modify(ModifyKind::Name(_))
                ) {
                    self.closed(&event.paths, burst);
                }
                let is_written = matches!(event.kind, EventKind::Modify(ModifyKind::Data(_)));
                let concerns = |path: &PathBuf| load::concerns(&self.root, path);
                for path in event.paths.into_iter().filter(concerns) {
                    if is_written && TELLS_OF_CLOSING {
                        self.open.insert(path.clone());
                    }
                    if !(is_written && self.awaited.contains(&path)) {
                        burst.add(path, is_written);
                    }
                }
            }
        }
    }

    /// What was written to these files is closed, and those that this was waited for are looked at.
    fn closed(&mut self, paths: &[PathBuf], burst: &mut Burst) {
        burst.closed(paths);
        for path in paths {
            self.open.remove(path);
            if self.awaited.remove(path) {
                burst.add(path.clone(), false);
            }
        }
    }

    fn forget(&mut self, folders: &[PathBuf]) {
        for folder in folders {
            if self.watched.remove(folder)
                && let Some(watcher) = &mut self.watcher
            {
                // A folder that is gone has no watch to end, which is no fault.
                let _ = watcher.unwatch(folder);
            }
        }
    }

    /// Watches the folders that are there now. The root itself is watched without what is below
    /// it, so that a replaced content folder is noticed and the output folder is not watched.
    fn cover(&mut self) {
        let Some(watcher) = &mut self.watcher else {
            return;
        };
        let mut wanted = vec![(self.root.clone(), RecursiveMode::NonRecursive)];
        let folders = FOLDERS.map(|folder| self.root.join(folder));
        wanted.extend(folders.map(|folder| (folder, RecursiveMode::Recursive)));
        for (folder, mode) in wanted {
            if !folder.is_dir() {
                self.watched.remove(&folder);
            } else if !self.watched.contains(&folder) {
                match watcher.watch(&folder, mode) {
                    Ok(()) => _ = self.watched.insert(folder),
                    // A folder below it went meanwhile, as in a checkout: the next wait tries again.
                    Err(error) if is_gone(&error) => _ = watcher.unwatch(&folder),
                    Err(_) => {
                        self.watcher = None;
                        return;
                    }
                }
            }
        }
    }
}

/// Whether a folder could not be watched because it is not there.
fn is_gone(error: &notify::Error) -> bool {
    match &error.kind {
        notify::ErrorKind::PathNotFound => true,
        notify::ErrorKind::Io(error) => error.kind() == io::ErrorKind::NotFound,
        _ => false,
    }
}

/// Whether a program that wrote a file has closed it.
fn is_closed(kind: EventKind) -> bool {
    kind == EventKind::Access(AccessKind::Close(AccessMode::Write))
}

/// How long after a look at everything, which `took` so long, the next one is due.
fn pause(polls: bool, last: Duration, took: Duration) -> Duration {
    let (usual, share) = if polls {
        (OFTEN, SHARE_OF_POLLS)
    } else {
        (SELDOM, SHARE)
    };
    // One look that took long tells nothing: the machine may have been busy with something else, as
    // it is when the preview starts.
    usual.max(took.min(last) * share)
}

#[cfg(test)]
impl Watch {
    /// As if the machine told of changes no more.
    pub fn fail(&mut self) {
        let _ = self.sender.send(Message::Failed);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn looks_that_take_long_are_fewer_and_one_alone_changes_nothing() {
        let ms = Duration::from_millis;
        for (polls, last, took, due) in [
            (true, 0, 2000, 300),
            (true, 20, 2000, 300),
            (true, 2000, 20, 300),
            (true, 1000, 1000, 3000),
            (false, 0, 2000, 2000),
            (false, 500, 400, 8000),
            (false, 20, 30, 2000),
        ] {
            assert_eq!(
                pause(polls, ms(last), ms(took)),
                ms(due),
                "{polls} {last} {took}"
            );
        }
    }
}
