//! Preparing the new site: every file rendered, and linked to the old one where nothing changed.

use std::{
    collections::BTreeSet,
    fs::{self, File},
    io::{self, Read},
    path::Path,
    sync::atomic::{AtomicUsize, Ordering},
};

use rayon::prelude::*;

use crate::{
    publish::{
        Progress,
        error::{Doing as _, PublishError},
    },
    site::{Address, Content, Site},
    text::Diagnostic,
};

/// What became of one file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Its bytes are new.
    Written,
    /// Its bytes are those of the old site.
    Unchanged,
}

/// Why one file could not be prepared.
enum Fault {
    Content(Box<Diagnostic>),
    Machine(PublishError),
}

impl From<PublishError> for Fault {
    fn from(error: PublishError) -> Self {
        Self::Machine(error)
    }
}

/// Writes every file of `site` into the folder `new`, in parallel. A file whose bytes are those of
/// the same file in `old` becomes another link to that one, and so keeps its time. Answers how
/// many were written. Where pages cannot be rendered, all of them are named.
pub(super) fn fill(
    site: &Site,
    old: &Path,
    new: &Path,
    progress: Progress,
) -> Result<usize, PublishError> {
    // Folders first and one at a time, so that no two threads make the same one.
    let folders: BTreeSet<&str> = site.iter().flat_map(|(at, _)| at.folders()).collect();
    for folder in folders {
        let folder = new.join(folder);
        fs::create_dir(&folder).doing("make", folder)?;
    }
    let done = AtomicUsize::new(0);
    let files: Vec<_> = site.iter().collect();
    progress(0, files.len());
    let outcomes: Vec<Result<Outcome, Fault>> = files
        .par_iter()
        .map(|(address, artifact)| {
            let outcome = prepare(site, address, &artifact.content, old, new);
            progress(done.fetch_add(1, Ordering::Relaxed) + 1, files.len());
            outcome
        })
        .collect();
    count(outcomes)
}

/// How many were written, or everything that is wrong with the content, or the first thing that is
/// wrong with the machine.
fn count(outcomes: Vec<Result<Outcome, Fault>>) -> Result<usize, PublishError> {
    let mut written = 0;
    let mut faults = Vec::new();
    let mut broken = None;
    for outcome in outcomes {
        match outcome {
            Ok(Outcome::Written) => written += 1,
            Ok(Outcome::Unchanged) => {}
            Err(Fault::Content(diagnostic)) => faults.push(*diagnostic),
            Err(Fault::Machine(error)) => broken = broken.or(Some(error)),
        }
    }
    match broken {
        _ if !faults.is_empty() => Err(PublishError::Render(faults.into_iter().collect())),
        Some(error) => Err(error),
        None => Ok(written),
    }
}

fn prepare(
    site: &Site,
    address: &Address,
    content: &Content,
    old: &Path,
    new: &Path,
) -> Result<Outcome, Fault> {
    let old = old.join(address.as_str());
    let new = new.join(address.as_str());
    let outcome = match content {
        Content::Bytes(bytes) => write(bytes, &old, &new)?,
        Content::Rendered(render) => write(&render().map_err(Fault::Content)?, &old, &new)?,
        Content::Leaf(leaf) => write(&site.render(leaf).map_err(Fault::Content)?, &old, &new)?,
        Content::File(file) => copy(file, &old, &new)?,
    };
    Ok(outcome)
}

fn write(bytes: &[u8], old: &Path, new: &Path) -> Result<Outcome, PublishError> {
    if holds(old, bytes) && link(old, new).is_ok() {
        return Ok(Outcome::Unchanged);
    }
    fs::write(new, bytes).doing("write", new)?;
    Ok(Outcome::Written)
}

/// Copies a file of the content folder. Only its bytes: a file that was nobody else's to read while
/// it was written is meant to be read once it is published.
fn copy(file: &Path, old: &Path, new: &Path) -> Result<Outcome, PublishError> {
    let source = || File::open(file).doing("read", file);
    if same_bytes(source()?, old).doing("read", file)? && link(old, new).is_ok() {
        return Ok(Outcome::Unchanged);
    }
    let mut target = File::create(new).doing("write", new)?;
    io::copy(&mut source()?, &mut target).doing("copy", file)?;
    Ok(Outcome::Written)
}

/// Whether a regular file holds exactly these bytes.
pub(super) fn holds(file: &Path, bytes: &[u8]) -> bool {
    let same_size = |found: fs::Metadata| found.is_file() && found.len() == bytes.len() as u64;
    fs::symlink_metadata(file).is_ok_and(same_size)
        && fs::read(file).is_ok_and(|found| found == bytes)
}

/// Whether a regular file holds exactly the bytes of another, without reading either whole: an
/// attachment may be large. Only a fault of the first one counts.
fn same_bytes(mut file: File, other: &Path) -> io::Result<bool> {
    let size = file.metadata()?.len();
    let same_size = |found: fs::Metadata| found.is_file() && found.len() == size;
    if !fs::symlink_metadata(other).is_ok_and(same_size) {
        return Ok(false);
    }
    let Ok(mut other) = File::open(other) else {
        return Ok(false);
    };
    let (mut here, mut there) = (vec![0; 1 << 16], vec![0; 1 << 16]);
    loop {
        let length = file.read(&mut here)?;
        if length == 0 {
            return Ok(true);
        }
        if other.read_exact(&mut there[..length]).is_err() || here[..length] != there[..length] {
            return Ok(false);
        }
    }
}

/// Gives the file `old` the second name `new`. Where the file system has no such thing, or has no
/// room for another name, it is copied with its time. A symbolic link is made anew: whether it or
/// what it leads to gets the second name is different from machine to machine.
pub(super) fn link(old: &Path, new: &Path) -> io::Result<()> {
    #[cfg(unix)]
    if old.is_symlink() {
        return std::os::unix::fs::symlink(fs::read_link(old)?, new);
    }
    fs::hard_link(old, new).or_else(|_| copy_with_time(old, new))
}

fn copy_with_time(old: &Path, new: &Path) -> io::Result<()> {
    let found = fs::symlink_metadata(old)?;
    // The mode goes last: it may forbid writing.
    let mut target = File::create_new(new)?;
    io::copy(&mut File::open(old)?, &mut target)?;
    target.set_modified(found.modified()?)?;
    target.set_permissions(found.permissions())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_that_cannot_be_linked_is_copied_with_its_time() {
        let folder = tempfile::tempdir().unwrap();
        let [old, new] = ["old", "new"].map(|name| folder.path().join(name));
        fs::write(&old, "text").unwrap();
        let long_ago = std::time::UNIX_EPOCH + std::time::Duration::from_secs(1_500_000_000);
        let file = File::options().write(true).open(&old).unwrap();
        file.set_modified(long_ago).unwrap();

        copy_with_time(&old, &new).unwrap();
        assert_eq!(fs::read(&new).unwrap(), b"text");
        assert_eq!(fs::metadata(&new).unwrap().modified().unwrap(), long_ago);
        assert!(
            copy_with_time(&old, &new).is_err(),
            "nothing is overwritten"
        );
    }

    #[test]
    fn bytes_are_compared_to_the_end() {
        let folder = tempfile::tempdir().unwrap();
        let path = |name: &str| folder.path().join(name);
        let mut long = vec![b'x'; 200_000];
        fs::write(path("long"), &long).unwrap();
        fs::write(path("twin"), &long).unwrap();
        long[199_999] = b'y';
        fs::write(path("end"), &long).unwrap();
        fs::write(path("short"), &long[..199_999]).unwrap();

        for (other, same) in [
            ("twin", true),
            ("end", false),
            ("short", false),
            ("none", false),
        ] {
            let file = File::open(path("long")).unwrap();
            assert_eq!(same_bytes(file, &path(other)).unwrap(), same, "{other}");
        }
        assert!(holds(&path("end"), &long));
        assert!(!holds(&path("long"), &long));
        assert!(!holds(&path("none"), b""));
    }
}
