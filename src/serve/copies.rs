//! Files that are copied as they are: what tells one that was only touched from one that changed.

use std::{
    collections::BTreeMap,
    fs::File,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    thread,
};

/// Hashes of the copied files by their paths from the site folder, as far as they are known.
#[derive(Clone, Default)]
pub struct Copies(Arc<Mutex<BTreeMap<Arc<str>, blake3::Hash>>>);

impl Copies {
    /// Takes the hashes of these files on a thread of its own: nobody waits for them.
    pub fn learn(&self, files: Vec<(Arc<str>, PathBuf)>) {
        let own = self.clone();
        let thread = thread::Builder::new().name("hash".to_owned());
        // Where the machine gives no thread, a file that was touched is taken for one that changed.
        let _ = thread.spawn(move || {
            for (path, place) in files {
                let hash = hash(&place);
                if let Some(hash) = hash {
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

fn hash(place: &Path) -> Option<blake3::Hash> {
    let mut hasher = blake3::Hasher::new();
    hasher.update_reader(File::open(place).ok()?).ok()?;
    Some(hasher.finalize())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_touched_file_is_the_same_and_a_written_one_is_not() {
        let folder = tempfile::tempdir().unwrap();
        let place = folder.path().join("plan.pdf");
        let path: Arc<str> = "content/plan.pdf".into();
        let copies = Copies::default();
        std::fs::write(&place, "one").unwrap();
        assert!(!copies.is_same(&path, &place), "nothing is known of it");
        std::fs::write(&place, "one").unwrap();
        assert!(copies.is_same(&path, &place));
        std::fs::write(&place, "two").unwrap();
        assert!(!copies.is_same(&path, &place));
        std::fs::remove_file(&place).unwrap();
        assert!(!copies.is_same(&path, &place));
    }
}
