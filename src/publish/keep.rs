//! What stands in the output folder that no build wrote, and taking it along.

use std::{
    collections::BTreeSet,
    fs, io,
    path::{Path, PathBuf},
};

use walkdir::{DirEntry, WalkDir};

use crate::{
    publish::{
        destination::Destination,
        error::{Doing as _, PublishError, Refusal},
        manifest::{self, Manifest},
        stage,
    },
    site::Site,
};

/// What is in the output folder before the build.
#[derive(Debug, Default)]
pub(super) struct Survey {
    /// Folders, the outer before the inner; the output folder itself is the empty path.
    folders: Vec<PathBuf>,
    /// Files that no build wrote, and folders of that kind with nothing in them.
    kept: Vec<Kept>,
    /// Every file that was there.
    seen: BTreeSet<PathBuf>,
    /// How many files an earlier build wrote that the site no longer has.
    pub(super) removed: usize,
}

/// Something that no build wrote, by its path in the output folder.
#[derive(Debug)]
enum Kept {
    /// A file of any kind.
    File(PathBuf),
    /// A folder with nothing in it.
    EmptyFolder(PathBuf),
}

impl Survey {
    /// Looks at all that is in the output folder. `before` lists what an earlier build wrote.
    ///
    /// Something that was not built in a place that the site needs is refused: it is somebody's.
    pub(super) fn of(
        destination: &Destination,
        site: &Site,
        before: &Manifest,
    ) -> Result<Self, PublishError> {
        let mut survey = Self::default();
        if !destination.exists()? {
            return Ok(survey);
        }
        let wanted_folders: BTreeSet<&str> = site.iter().flat_map(|(at, _)| at.folders()).collect();
        for entry in WalkDir::new(destination.folder()).sort_by_file_name() {
            let entry = entry.map_err(|error| unreadable(destination, error))?;
            let path = relative(&entry, destination);
            // It would move away with the old site, and be emptied with it.
            if !path.as_os_str().is_empty() && is_mount(&entry, destination.folder()) {
                return Err(Refusal::MountInside(destination.shown().join(path)).into());
            }
            // What is not Unicode was not built: every address is.
            let address = as_address(&path).unwrap_or_default();
            let is_folder = entry.file_type().is_dir();
            let ours = if is_folder {
                before.holds_folder(&address)
            } else {
                before.holds(&address) || address == manifest::NAME
            };
            let is_wanted_folder = wanted_folders.contains(&*address);
            let file_is_wanted =
                |path: &Path| as_address(path).is_some_and(|at| site.get(&at).is_some());
            let in_the_way = path.ancestors().any(file_is_wanted) || is_wanted_folder && !is_folder;
            if in_the_way && !ours {
                return Err(Refusal::InTheWay(destination.shown().join(path)).into());
            }
            if !is_folder {
                survey.seen.insert(path.clone());
            }
            if is_folder {
                let kept = !ours && !is_wanted_folder && !address.is_empty();
                if kept && is_empty(entry.path()) {
                    survey.kept.push(Kept::EmptyFolder(path.clone()));
                }
                survey.folders.push(path);
            } else if !ours {
                survey.kept.push(Kept::File(path));
            } else if address != manifest::NAME && site.get(&address).is_none() {
                survey.removed += 1;
            }
        }
        Ok(survey)
    }

    /// Gives everything that is kept a place in the new site as well, and the folders of the new
    /// site the owner and mode of the old ones.
    pub(super) fn carry(&self, old: &Path, new: &Path) -> Result<(), PublishError> {
        for kept in &self.kept {
            let (path, folder) = match kept {
                Kept::File(path) => (path, path.parent()),
                Kept::EmptyFolder(path) => (path, Some(path.as_path())),
            };
            if let Some(folder) = folder {
                fs::create_dir_all(new.join(folder)).doing("make", new.join(folder))?;
            }
            if matches!(kept, Kept::File(_)) {
                stage::link(&old.join(path), &new.join(path)).doing("keep", old.join(path))?;
            }
        }
        // The inner folders first: a mode may forbid to go further.
        for folder in self.folders.iter().rev() {
            let (old, new) = (old.join(folder), new.join(folder));
            if new.is_dir() {
                make_alike(&old, &new).doing("set the mode of", new)?;
            }
        }
        Ok(())
    }
}

impl Survey {
    /// Takes along what somebody put into the old site, which stands at `old` now, while the new one
    /// was made, unless the new one at `new` has something in its place.
    ///
    /// # Errors
    /// [`PublishError::Left`], with all that could not be moved: it stands in `old` still.
    pub(super) fn rescue(&self, old: &Path, new: &Path) -> Result<(), PublishError> {
        let mut left = Vec::new();
        let mut fault = None;
        // There is no old site where there was none.
        let entries = old.exists().then(|| WalkDir::new(old));
        for entry in entries.into_iter().flatten() {
            let moved = match entry {
                Ok(entry) => self.take_along(&entry, old, new),
                Err(error) => {
                    let path = error.path().unwrap_or(old).to_path_buf();
                    let error = error.into_io_error();
                    Err((path, error.unwrap_or(io::ErrorKind::Other.into())))
                }
            };
            if let Err((path, error)) = moved {
                left.push(path);
                fault.get_or_insert(error);
            }
        }
        match fault {
            None => Ok(()),
            Some(source) => Err(PublishError::Left {
                files: left,
                source,
            }),
        }
    }

    /// Moves one entry of the old site into the new one, where it is somebody's and has no place
    /// there yet; where that fails, answers where it stands still.
    fn take_along(
        &self,
        entry: &DirEntry,
        old: &Path,
        new: &Path,
    ) -> Result<(), (PathBuf, io::Error)> {
        let path = entry.path();
        let Ok(inside) = path.strip_prefix(old) else {
            return Ok(());
        };
        let place = new.join(inside);
        if entry.file_type().is_dir() || self.seen.contains(inside) || place.exists() {
            return Ok(());
        }
        let folder = place.parent().unwrap_or(new);
        fs::create_dir_all(folder)
            .and_then(|()| fs::rename(path, &place))
            .map_err(|error| (path.to_path_buf(), error))
    }
}

/// Whether something else is mounted at an entry of the output folder.
#[cfg(unix)]
fn is_mount(entry: &DirEntry, output: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let device = |found: io::Result<fs::Metadata>| found.ok().map(|found| found.dev());
    let own = device(entry.path().symlink_metadata());
    own != device(output.metadata()) || is_mount_root(entry.path())
}

#[cfg(not(unix))]
fn is_mount(_: &DirEntry, _: &Path) -> bool {
    false
}

/// Whether a part of the same file system is mounted there, which no device number tells.
#[cfg(target_os = "linux")]
fn is_mount_root(path: &Path) -> bool {
    use rustix::fs::{AtFlags, CWD, StatxAttributes, StatxFlags, statx};
    statx(
        CWD,
        path,
        AtFlags::SYMLINK_NOFOLLOW,
        StatxFlags::BASIC_STATS,
    )
    .is_ok_and(|found| found.stx_attributes.contains(StatxAttributes::MOUNT_ROOT))
}

#[cfg(all(unix, not(target_os = "linux")))]
fn is_mount_root(_: &Path) -> bool {
    false
}

fn relative(entry: &DirEntry, destination: &Destination) -> PathBuf {
    let path = entry.path().strip_prefix(destination.folder());
    path.unwrap_or(entry.path()).to_path_buf()
}

/// A path in the output folder as an address: with forward slashes, where it is Unicode.
fn as_address(path: &Path) -> Option<String> {
    let parts: Option<Vec<&str>> = path.iter().map(|part| part.to_str()).collect();
    parts.map(|parts| parts.join("/"))
}

fn is_empty(folder: &Path) -> bool {
    fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_none())
}

fn unreadable(destination: &Destination, error: walkdir::Error) -> PublishError {
    PublishError::Io {
        doing: "read",
        path: error.path().unwrap_or(destination.shown()).to_path_buf(),
        source: error.into_io_error().unwrap_or(io::ErrorKind::Other.into()),
    }
}

/// Gives a folder the owner and mode of another. Only the mode must succeed: giving a folder to
/// somebody else is not everybody's right, and the build is not less complete without it.
fn make_alike(old: &Path, new: &Path) -> io::Result<()> {
    let found = fs::metadata(old)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::{MetadataExt as _, chown};
        let _ = chown(new, Some(found.uid()), Some(found.gid()));
    }
    fs::set_permissions(new, found.permissions())
}
