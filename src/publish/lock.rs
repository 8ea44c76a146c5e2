//! One build at a time for one output folder.

use std::{
    fs::{self, File, TryLockError},
    path::{Path, PathBuf},
    thread,
    time::{Duration, Instant},
};

use crate::publish::error::{Doing as _, PublishError, Refusal};

/// The right to write to an output folder, held until it is dropped. The machine takes it back
/// from a process that is killed.
#[derive(Debug)]
pub(super) struct Lock {
    path: PathBuf,
    /// Kept open: the lock is on the open file.
    _file: File,
}

impl Lock {
    /// Takes the lock at `path`, waiting up to `patience` for another build to finish. `output` is
    /// the folder as the caller knows it.
    pub(super) fn take(
        path: &Path,
        output: &Path,
        patience: Duration,
    ) -> Result<Self, PublishError> {
        let started = Instant::now();
        loop {
            let file = File::options()
                .create(true)
                .truncate(false)
                .write(true)
                .open(path)
                .doing("write", path)?;
            match file.try_lock() {
                // Whoever held the lock removes the file at the end. Having locked a file that is
                // no longer there protects from nobody, so only the one at the path counts.
                Ok(()) if is_at(&file, path) => {
                    return Ok(Self {
                        path: path.to_path_buf(),
                        _file: file,
                    });
                }
                Ok(()) => continue,
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(error).doing("lock", path),
            }
            if started.elapsed() >= patience {
                return Err(Refusal::Busy(output.to_path_buf()).into());
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // The file goes before the lock does. One that stays behind does no harm.
        let _ = fs::remove_file(&self.path);
    }
}

#[cfg(unix)]
fn is_at(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;

    let (Ok(held), Ok(there)) = (file.metadata(), fs::metadata(path)) else {
        return false;
    };
    (held.dev(), held.ino()) == (there.dev(), there.ino())
}

#[cfg(not(unix))]
fn is_at(_: &File, path: &Path) -> bool {
    path.exists()
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[test]
    fn one_at_a_time() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".output.lock");
        let inside = AtomicUsize::new(0);
        let passed = AtomicUsize::new(0);
        thread::scope(|scope| {
            for _ in 0..8 {
                scope.spawn(|| {
                    for _ in 0..20 {
                        let _lock = Lock::take(&path, Path::new("output"), Duration::from_secs(60))
                            .unwrap();
                        assert_eq!(inside.fetch_add(1, Ordering::SeqCst), 0);
                        thread::yield_now();
                        assert_eq!(inside.fetch_sub(1, Ordering::SeqCst), 1);
                        passed.fetch_add(1, Ordering::SeqCst);
                    }
                });
            }
        });
        assert_eq!(passed.into_inner(), 160);
        assert!(!path.exists());
    }

    #[test]
    fn patience_ends() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(".output.lock");
        let output = Path::new("output");
        let held = Lock::take(&path, output, Duration::ZERO).unwrap();
        let second = Lock::take(&path, output, Duration::from_millis(30));
        assert!(matches!(
            second,
            Err(PublishError::Refused(Refusal::Busy(_)))
        ));
        drop(held);
        Lock::take(&path, output, Duration::ZERO).unwrap();
    }
}
