//! Events that belong together: one save, the files of a checkout, a file that is written in parts.

use std::{collections::BTreeSet, path::PathBuf, time::Duration};

use crate::serve::watch::Look;

/// After the first event of a save this much quiet is waited for: an editor's write and rename arrive
/// together.
const QUIET: Duration = Duration::from_millis(3);

/// So many files are one save.
const FEW: usize = 4;

/// Where more files change, somebody or something changes a folder: this much quiet is waited for, and
/// a little more for each of them.
const LULL: Duration = Duration::from_millis(20);

/// The most quiet that is waited for, where what comes has not paused for longer itself.
const LONG_LULL: Duration = Duration::from_millis(100);

/// Where many files come with pauses, so many times the longest of them is waited for.
const PAUSES: u32 = 3;

/// The most quiet that is waited for on that account.
const LONGEST_LULL: Duration = Duration::from_millis(300);

/// What comes within this time after a look, in the same place, belongs to what was looked at: a file is
/// written in parts, or the files of a folder one by one.
const AGAIN: Duration = Duration::from_millis(100);

/// A burst is acted on after this long, quiet or not.
const PATIENCE: Duration = Duration::from_millis(250);

/// The same for the files of a whole checkout, which nobody waits for one by one.
const LONG_PATIENCE: Duration = Duration::from_secs(3);

/// Whether the machine tells that a program closed what it wrote.
pub const TELLS_OF_CLOSING: bool = cfg!(any(target_os = "linux", target_os = "android"));

/// Events that came one after another.
#[derive(Debug)]
pub struct Burst {
    /// What they tell to look at.
    pub look: Look,
    /// Whether somebody woke the thread that looks.
    pub woken: bool,
    /// Files that a program writes and has not closed.
    open: BTreeSet<PathBuf>,
    /// Whether it goes on with what was looked at a moment ago.
    goes_on: bool,
    /// The longest pause between two events.
    pause: Duration,
}

impl Default for Burst {
    fn default() -> Self {
        Self {
            look: Look::At(BTreeSet::new()),
            woken: false,
            open: BTreeSet::new(),
            goes_on: false,
            pause: Duration::ZERO,
        }
    }
}

impl Burst {
    /// Whether nothing came that anybody has to act on.
    pub fn is_empty(&self) -> bool {
        !self.woken && matches!(&self.look, Look::At(paths) if paths.is_empty())
    }

    /// Something came, went or changed at `path`; `is_written` says that bytes were written to it.
    pub fn add(&mut self, path: PathBuf, is_written: bool) {
        if is_written && TELLS_OF_CLOSING {
            self.open.insert(path.clone());
        }
        if let Look::At(paths) = &mut self.look {
            paths.insert(path);
        }
    }

    /// The next event came after such a pause.
    pub fn paused(&mut self, pause: Duration) {
        self.pause = self.pause.max(pause);
    }

    /// Whether it is of more files than one save changes.
    pub fn is_of_many(&self) -> bool {
        self.paths() > FEW
    }

    /// What was written to these files is closed.
    pub fn closed(&mut self, paths: &[PathBuf]) {
        for path in paths {
            self.open.remove(path);
        }
    }

    /// Everything has to be looked at.
    pub fn everywhere(&mut self) {
        if self.look != Look::Over {
            self.look = Look::Everywhere;
        }
    }

    /// It came so long after a look at the `last` paths, with nothing in between.
    pub fn follows(&mut self, last: &BTreeSet<PathBuf>, after: Duration) {
        let is_near = |path: &PathBuf| {
            let folder = path.parent();
            let near = |known: &PathBuf| known == path || Some(&**known) == folder;
            let beside = |known: &PathBuf| folder.is_some() && known.parent() == folder;
            last.iter().any(|known| near(known) || beside(known))
        };
        self.goes_on =
            after < AGAIN && matches!(&self.look, Look::At(paths) if paths.iter().any(is_near));
    }

    /// How long it has to be quiet for the burst to be over.
    pub fn quiet(&self) -> Duration {
        let paths = self.paths();
        if !self.open.is_empty() {
            PATIENCE
        } else if self.goes_on {
            LONG_LULL
        } else if self.is_of_many() {
            let lull = (LULL + Duration::from_micros(250) * count(paths)).min(LONG_LULL);
            lull.max((self.pause * PAUSES).min(LONGEST_LULL))
        } else {
            QUIET
        }
    }

    /// How long it may take in all.
    pub fn patience(&self) -> Duration {
        let more = Duration::from_millis(5) * count(self.paths().saturating_sub(FEW));
        (PATIENCE + more).min(LONG_PATIENCE)
    }

    fn paths(&self) -> usize {
        match &self.look {
            Look::At(paths) => paths.len(),
            Look::Everywhere | Look::Over => 0,
        }
    }
}

fn count(paths: usize) -> u32 {
    u32::try_from(paths).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(count: usize) -> Vec<PathBuf> {
        let path = |number| PathBuf::from(format!("p{number}.md"));
        (0..count).map(path).collect()
    }

    fn burst(count: usize) -> Burst {
        let mut burst = Burst::default();
        for path in paths(count) {
            burst.add(path, false);
        }
        burst
    }

    #[test]
    fn one_save_is_acted_on_at_once_and_many_files_when_they_pause() {
        for (count, quiet, patience) in [
            (1, 3, 250),
            (4, 3, 250),
            (40, 30, 430),
            (320, 100, 1830),
            (5000, 100, 3000),
        ] {
            let burst = burst(count);
            assert_eq!(burst.quiet().as_millis(), quiet, "{count}");
            assert_eq!(burst.patience().as_millis(), patience, "{count}");
        }
    }

    #[test]
    fn many_files_that_pause_are_waited_for_longer_and_one_save_is_not() {
        for (count, pause, quiet) in [(1, 50, 3), (40, 5, 30), (40, 50, 150), (40, 200, 300)] {
            let mut burst = burst(count);
            burst.paused(Duration::from_millis(pause));
            burst.paused(Duration::ZERO);
            assert_eq!(burst.quiet().as_millis(), quiet, "{count} {pause}");
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_file_that_is_written_is_waited_for_until_it_is_closed() {
        let mut burst = Burst::default();
        let path = paths(1);
        burst.add(path[0].clone(), true);
        assert_eq!(burst.quiet(), PATIENCE);
        burst.closed(&path);
        assert_eq!(burst.quiet(), QUIET);
        assert!(!burst.is_empty());
    }

    #[test]
    fn what_comes_in_the_same_place_at_once_belongs_together() {
        for (last, after, quiet) in [
            ("a/b.md", 40, LONG_LULL),
            ("a/b.md", 600, QUIET),
            ("a/c.md", 40, LONG_LULL),
            ("a", 40, LONG_LULL),
            ("b.md", 40, QUIET),
            ("c/b.md", 40, QUIET),
        ] {
            let mut burst = Burst::default();
            burst.add("a/b.md".into(), false);
            burst.follows(&[last.into()].into(), Duration::from_millis(after));
            assert_eq!(burst.quiet(), quiet, "{last} {after}");
        }
        let mut burst = burst(1);
        burst.follows(&BTreeSet::new(), Duration::ZERO);
        assert_eq!(burst.quiet(), QUIET);
    }
}
