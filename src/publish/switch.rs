//! Putting the new site in the place of the old one.

use std::{
    fs,
    io::{self, ErrorKind},
    path::{Path, PathBuf},
};

use crate::publish::{
    destination::Destination,
    error::{Doing as _, PublishError, Refusal},
};

/// The folder beside the output folder where a new site is prepared and the old one is put away.
/// It goes when this is dropped.
#[derive(Debug)]
pub(super) struct Workshop {
    folder: PathBuf,
    /// Whether it holds what stands nowhere else: the old site, or what somebody put into that while
    /// the new one was made. Then it stays.
    precious: bool,
}

/// In a workshop that holds what could not be taken along: somebody has to look at it first.
const LEFT: &str = "left";

impl Workshop {
    /// Sets one up, after putting right what a build that was killed left behind. The caller holds
    /// the lock, so whatever is there belongs to nobody.
    pub(super) fn open(destination: &Destination) -> Result<Self, PublishError> {
        let mut workshop = Self {
            folder: destination.workshop(),
            precious: true,
        };
        if workshop.folder.join(LEFT).exists() {
            return Err(Refusal::Left(destination.workshop()).into());
        }
        if workshop.old().is_dir() && !destination.exists()? {
            // Killed between two renames: the old site is whole, and is put back.
            fs::rename(workshop.old(), destination.folder())
                .doing("put back", destination.shown())?;
        }
        workshop.precious = false;
        remove_tree(&workshop.folder).doing("remove", &workshop.folder)?;
        let mut builder = fs::DirBuilder::new();
        // Drafts may pass through here, so the folder is nobody else's to look into.
        #[cfg(unix)]
        std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
        builder
            .create(&workshop.folder)
            .doing("make", &workshop.folder)?;
        fs::create_dir(workshop.new_site()).doing("make", workshop.new_site())?;
        Ok(workshop)
    }

    /// The folder of the new site.
    pub(super) fn new_site(&self) -> PathBuf {
        self.folder.join("new")
    }

    /// Where the old site stands between two renames.
    fn old(&self) -> PathBuf {
        self.folder.join("old")
    }

    /// Puts the new site in the output folder's place, and the old one in the workshop; answers
    /// where that stands now. From then on the workshop stays, unless it is [`Self::done`] with.
    pub(super) fn switch(&mut self, destination: &Destination) -> Result<PathBuf, PublishError> {
        let output = destination.folder();
        let done = if destination.exists()? {
            match exchange(&self.new_site(), output) {
                Err(error) if is_unsupported(&error) => {
                    self.swap_by_renames(output).map(|()| self.old())
                }
                done => done.map(|()| self.new_site()),
            }
        } else {
            fs::rename(self.new_site(), output).map(|()| self.old())
        };
        match done {
            Err(error)
                if matches!(
                    error.kind(),
                    ErrorKind::CrossesDevices | ErrorKind::ResourceBusy
                ) =>
            {
                Err(Refusal::MountPoint(destination.shown().to_path_buf()).into())
            }
            done => {
                let old = done.doing("replace", destination.shown())?;
                self.precious = true;
                Ok(old)
            }
        }
    }

    /// Lets the old site go: nothing in it is needed any more.
    pub(super) fn done(&mut self) {
        self.precious = false;
    }

    /// Keeps what is left of the old site from the builds that follow.
    pub(super) fn leave(&mut self) {
        self.precious = true;
        // Without the mark the next build would take the folder for what a killed one left behind;
        // there is nothing more that could be done about that.
        let _ = fs::write(self.folder.join(LEFT), "");
    }

    /// Moves the old site away and the new one in; where the second step fails, the old one is
    /// moved back. In between, for a moment, there is no site.
    fn swap_by_renames(&mut self, output: &Path) -> io::Result<()> {
        fs::rename(output, self.old())?;
        self.precious = true;
        let moved_in = fs::rename(self.new_site(), output);
        if moved_in.is_ok() || fs::rename(self.old(), output).is_ok() {
            self.precious = false;
        }
        moved_in
    }
}

impl Drop for Workshop {
    fn drop(&mut self) {
        if !self.precious {
            // What cannot be removed now is tried again by the next build.
            let _ = remove_tree(&self.folder);
        }
    }
}

/// Swaps two folders in one step.
#[cfg(any(target_os = "linux", target_os = "android", target_vendor = "apple"))]
fn exchange(a: &Path, b: &Path) -> io::Result<()> {
    use rustix::fs::{CWD, RenameFlags, renameat_with};

    Ok(renameat_with(CWD, a, CWD, b, RenameFlags::EXCHANGE)?)
}

/// Swaps two folders in one step, where the machine can.
#[cfg(not(any(target_os = "linux", target_os = "android", target_vendor = "apple")))]
fn exchange(_: &Path, _: &Path) -> io::Result<()> {
    Err(ErrorKind::Unsupported.into())
}

/// Whether the machine or this file system cannot exchange two folders at all. Linux says so with
/// `EINVAL` where the file system does not know the flag.
fn is_unsupported(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        ErrorKind::Unsupported | ErrorKind::InvalidInput
    )
}

/// Removes a folder with all that is in it, folders that are not writable too. No folder is fine.
fn remove_tree(folder: &Path) -> io::Result<()> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() == ErrorKind::PermissionDenied => {
            for entry in walkdir::WalkDir::new(folder).into_iter().flatten() {
                make_writable(&entry)?;
            }
            fs::remove_dir_all(folder)
        }
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
        done => done,
    }
}

#[cfg(unix)]
fn make_writable(entry: &walkdir::DirEntry) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;

    // Only folders: a file's own mode does not keep it from being removed, and the file may be
    // linked from the new site as well.
    if entry.file_type().is_dir() {
        fs::set_permissions(entry.path(), fs::Permissions::from_mode(0o700))?;
    }
    Ok(())
}

#[cfg(not(unix))]
fn make_writable(_: &walkdir::DirEntry) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A site folder whose output holds `old.html`.
    fn site() -> (tempfile::TempDir, Destination) {
        let site = tempfile::tempdir().unwrap();
        let output = site.path().join("output");
        let destination = Destination::resolve(&output, site.path()).unwrap();
        fs::create_dir(&output).unwrap();
        fs::write(output.join("old.html"), "old").unwrap();
        (site, destination)
    }

    fn files(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap();
        let mut names: Vec<_> = entries
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn the_new_site_takes_the_old_ones_place() {
        for by_renames in [false, true] {
            let (site, destination) = site();
            let mut workshop = Workshop::open(&destination).unwrap();
            fs::write(workshop.new_site().join("new.html"), "new").unwrap();
            if by_renames {
                workshop.swap_by_renames(destination.folder()).unwrap();
            } else {
                workshop.switch(&destination).unwrap();
                workshop.done();
            }
            drop(workshop);
            assert_eq!(files(destination.folder()), ["new.html"]);
            assert_eq!(files(site.path()), ["output"]);
        }
    }

    #[test]
    fn a_second_rename_that_fails_puts_the_old_site_back() {
        let (site, destination) = site();
        let mut workshop = Workshop::open(&destination).unwrap();
        fs::remove_dir(workshop.new_site()).unwrap();
        workshop.swap_by_renames(destination.folder()).unwrap_err();
        drop(workshop);
        assert_eq!(files(destination.folder()), ["old.html"]);
        assert_eq!(files(site.path()), ["output"]);
    }

    #[test]
    fn what_a_killed_build_left_is_put_right() {
        // Killed between two renames: the only copy of the old site is in the workshop.
        let (site, destination) = site();
        let workshop = destination.workshop();
        fs::create_dir_all(workshop.join("new/half")).unwrap();
        fs::rename(destination.folder(), workshop.join("old")).unwrap();
        drop(Workshop::open(&destination).unwrap());
        assert_eq!(files(destination.folder()), ["old.html"]);
        assert_eq!(files(site.path()), ["output"]);

        // Killed after the switch: what is in the workshop is out of date.
        fs::create_dir_all(workshop.join("old")).unwrap();
        fs::write(workshop.join("old/older.html"), "older").unwrap();
        drop(Workshop::open(&destination).unwrap());
        assert_eq!(files(destination.folder()), ["old.html"]);
        assert_eq!(files(site.path()), ["output"]);
    }

    #[test]
    fn the_only_copy_of_the_old_site_is_never_removed() {
        let (_site, destination) = site();
        let mut workshop = Workshop::open(&destination).unwrap();
        fs::rename(destination.folder(), workshop.old()).unwrap();
        workshop.precious = true;
        drop(workshop);
        assert_eq!(files(&destination.workshop().join("old")), ["old.html"]);
    }
}
