//! Files that are copied as they are: what tells one that was only touched from one that changed.

use std::{
    collections::BTreeMap,
    fs::{self, File},
    io::Read as _,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
    time::{Duration, SystemTime},
};

/// Two writes so close to each other may bear one time, on whatever disk.
const RESOLUTION: Duration = Duration::from_secs(2);

/// Of larger files no hash is taken, for somebody waits meanwhile: one that was touched is taken for one
/// that changed.
const LARGEST: u64 = 16 * 1024 * 1024;

/// Hashes of the copied files by their paths from the site folder, as far as they are known.
#[derive(Clone, Default)]
pub struct Copies(Arc<Mutex<BTreeMap<Arc<str>, blake3::Hash>>>);

impl Copies {
    /// Takes the hashes of these files, which were `listed` at that time, on a thread of its own: nobody
    /// waits for them. Of one that was written since, or just before, nothing is known yet: it may
    /// not be the one that was listed.
    pub fn learn(&self, files: Vec<(Arc<str>, PathBuf)>, listed: SystemTime) {
        let own = self.clone();
        let thread = thread::Builder::new().name("hash".to_owned());
        // Where the machine gives no thread, a file that was touched is taken for one that changed.
        let _ = thread.spawn(move || {
            for (path, place) in files {
                let hash = hash(&place);
                if let Some(hash) = hash.filter(|_| is_older(&place, listed)) {
                    own.known().entry(path).or_insert(hash);
                }
            }
        });
    }

    /// Whether the file at `place` holds what it held when it was last looked at.
    pub fn is_same(&self, path: &Arc<str>, place: &Path) -> bool {
        let now = hash(place);
        let mut known = self.known();
        let before = match now {
            Some(now) => known.insert(Arc::clone(path), now),
            None => known.remove(path),
        };
        now.is_some() && before == now
    }

    /// Forgets a file that is gone.
    pub fn forget(&self, path: &str) {
        self.known().remove(path);
    }

    fn known(&self) -> MutexGuard<'_, BTreeMap<Arc<str>, blake3::Hash>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// None as well of a file that is too large to be read while somebody waits.
fn hash(place: &Path) -> Option<blake3::Hash> {
    let file = File::open(place).ok()?;
    if file.metadata().ok()?.len() > LARGEST {
        return None;
    }
    let mut hasher = blake3::Hasher::new();
    // It may grow while it is read.
    hasher.update_reader(file.take(LARGEST)).ok()?;
    Some(hasher.finalize())
}

/// Whether a file was last written well before this time.
fn is_older(place: &Path, time: SystemTime) -> bool {
    let written = fs::metadata(place).and_then(|metadata| metadata.modified());
    written.is_ok_and(|written| written + RESOLUTION < time)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_was_just_written_is_not_known_yet() {
        let folder = tempfile::tempdir().unwrap();
        let now = SystemTime::now();
        let hour = Duration::from_secs(3600);
        let ages = [("old", now - hour), ("new", now), ("later", now + hour)];
        let mut files = Vec::new();
        for (name, time) in ages {
            let place = folder.path().join(name);
            fs::write(&place, name).unwrap();
            let file = File::options().write(true).open(&place).unwrap();
            file.set_modified(time).unwrap();
            files.push((Arc::from(name), place));
        }
        // The old one comes last: when it is known, all have been looked at.
        files.reverse();
        let copies = Copies::default();
        copies.learn(files.clone(), now);
        while !copies.known().contains_key("old") {
            thread::yield_now();
        }
        for (path, place) in &files {
            assert_eq!(copies.is_same(path, place), &**path == "old", "{path}");
        }
    }

    #[test]
    fn a_touched_file_is_the_same_and_a_written_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("plan.pdf");
        let path: Arc<str> = "content/plan.pdf".into();
        let copies = Copies::default();
        fs::write(&place, "one").unwrap();
        assert!(!copies.is_same(&path, &place), "nothing is known of it");
        fs::write(&place, "one").unwrap();
        assert!(copies.is_same(&path, &place));
        fs::write(&place, "two").unwrap();
        assert!(!copies.is_same(&path, &place));
        fs::remove_file(&place).unwrap();
        assert!(!copies.is_same(&path, &place));
    }

    #[test]
    fn a_large_file_is_not_read() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("film.mp4");
        let path: Arc<str> = "content/film.mp4".into();
        let copies = Copies::default();
        let file = File::create(&place).unwrap();
        for (size, is_known) in [(LARGEST, true), (LARGEST + 1, false)] {
            file.set_len(size).unwrap();
            copies.is_same(&path, &place);
            assert_eq!(copies.is_same(&path, &place), is_known, "{size}");
        }
    }
}
