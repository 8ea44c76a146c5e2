//! The output folder, and whether it may be replaced.

use std::{
    ffi::{OsStr, OsString},
    fs, io,
    path::{Path, PathBuf},
};

use crate::publish::{
    error::{Doing as _, PublishError, Refusal},
    manifest::Manifest,
};

/// An output folder that may be written to. It need not exist yet.
#[derive(Clone, Debug)]
pub struct Destination {
    /// As it was asked for, for messages.
    shown: PathBuf,
    /// The real folder, every symbolic link resolved, and so the one that is replaced.
    folder: PathBuf,
    /// The folder around it, where the new site is prepared.
    parent: PathBuf,
    /// Its own name.
    name: OsString,
}

impl Destination {
    /// The folder `output`, for a site made from `root` (the folder that holds `content/`).
    ///
    /// Refused are the root of a file system, whatever holds the site's own files or the working
    /// folder, whatever stands inside `content/` or `themes/`, a mount point, and a folder that
    /// holds anything but dot-files and was not built before.
    pub fn resolve(output: &Path, root: &Path) -> Result<Self, PublishError> {
        let shown = output.to_path_buf();
        let folder = real(output)?;
        let (Some(parent), Some(name)) = (folder.parent(), folder.file_name()) else {
            return Err(Refusal::Root(shown).into());
        };
        let destination = Self {
            shown,
            parent: parent.to_path_buf(),
            name: name.to_os_string(),
            folder,
        };
        destination.refuse_site(root)?;
        if destination.exists()? {
            destination.refuse_busy_place()?;
            Manifest::read(&destination)?;
        }
        Ok(destination)
    }

    /// The folder as it was asked for, for messages.
    pub fn shown(&self) -> &Path {
        &self.shown
    }

    /// The real folder.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// The folder around it.
    pub(super) fn parent(&self) -> &Path {
        &self.parent
    }

    /// Where the new site is prepared, and the old one is put away: a folder beside it.
    pub(super) fn workshop(&self) -> PathBuf {
        self.beside(".goldenthread")
    }

    /// The file that one build at a time may hold.
    pub(super) fn lock(&self) -> PathBuf {
        self.beside(".goldenthread-lock")
    }

    /// Whether there is such a folder. Anything else in its place is refused.
    pub(super) fn exists(&self) -> Result<bool, PublishError> {
        match fs::symlink_metadata(&self.folder) {
            Ok(found) if found.is_dir() => Ok(true),
            Ok(_) => Err(Refusal::NotFolder(self.shown.clone()).into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
            Err(error) => Err(error).doing("look at", &self.shown),
        }
    }

    fn beside(&self, ending: &str) -> PathBuf {
        let mut name = OsString::from(".");
        name.push(&self.name);
        name.push(ending);
        self.parent.join(name)
    }

    fn refuse_site(&self, root: &Path) -> Result<(), PublishError> {
        // `content` may itself be a symbolic link, so each is resolved for itself.
        let made_from = ["content", "themes"].map(|part| root.join(part));
        let place = |folder: &Path| {
            fs::canonicalize(folder).or_else(|_| {
                // A folder that is not there yet still belongs to the site.
                let name = folder.file_name().unwrap_or_default();
                fs::canonicalize(root).map(|root| root.join(name))
            })
        };
        for folder in made_from.iter().map(PathBuf::as_path).chain([root]) {
            let Ok(real) = place(folder) else {
                continue;
            };
            if real.starts_with(&self.folder) {
                return Err(Refusal::HoldsContent(self.shown.clone()).into());
            }
            if folder != root && self.folder.starts_with(&real) {
                return Err(Refusal::InsideContent {
                    output: self.shown.clone(),
                    folder: folder.to_path_buf(),
                }
                .into());
            }
        }
        Ok(())
    }

    fn refuse_busy_place(&self) -> Result<(), PublishError> {
        // A shell whose working folder is replaced stands in a folder that is no more.
        let working = std::env::current_dir().and_then(fs::canonicalize);
        if working.is_ok_and(|working| working.starts_with(&self.folder)) {
            return Err(Refusal::WorkingFolder(self.shown.clone()).into());
        }
        #[cfg(unix)]
        {
            use std::os::unix::fs::MetadataExt as _;
            let device = |path: &Path| fs::metadata(path).map(|found| found.dev());
            let here = device(&self.folder).doing("look at", &self.shown)?;
            if here != device(&self.parent).doing("look at", &self.parent)? {
                return Err(Refusal::MountPoint(self.shown.clone()).into());
            }
        }
        Ok(())
    }
}

/// `path` with every symbolic link resolved; what does not exist yet is taken as it is.
fn real(path: &Path) -> Result<PathBuf, PublishError> {
    match fs::canonicalize(path) {
        Ok(real) => return Ok(real),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(Refusal::NotFolder(path.to_path_buf()).into());
        }
        Err(error) => return Err(error).doing("look at", path),
    }
    if path.is_symlink() {
        return Err(Refusal::DanglingLink(path.to_path_buf()).into());
    }
    let around = path.parent().filter(|parent| parent != &Path::new(""));
    match path.file_name() {
        Some(name) if !name.is_empty() => Ok(real(around.unwrap_or(Path::new(".")))?.join(name)),
        // `new/..`, where `new` is not there.
        _ => Err(io::Error::from(io::ErrorKind::NotFound)).doing("find", path),
    }
}

/// Whether a file of this name says nothing about whose the folder is.
pub(super) fn is_dot_file(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(output: &Path, root: &Path) -> Refusal {
        match Destination::resolve(output, root) {
            Err(PublishError::Refused(refusal)) => refusal,
            other => panic!("expected a refusal, found {other:?}"),
        }
    }

    #[test]
    fn places_that_are_not_the_websites_own_are_refused() {
        let site = tempfile::tempdir().unwrap();
        let root = site.path();
        for folder in ["content/reports", "themes", "full", "dots/.git", "empty"] {
            fs::create_dir_all(root.join(folder)).unwrap();
        }
        fs::write(root.join("full/thesis.doc"), "mine").unwrap();
        fs::write(root.join("file"), "").unwrap();

        assert!(matches!(refusal(Path::new("/"), root), Refusal::Root(_)));
        for holding in [".", "..", "content", "content/..", "themes"] {
            let found = refusal(&root.join(holding), root);
            assert!(
                matches!(found, Refusal::HoldsContent(_)),
                "{holding}: {found:?}"
            );
        }
        for inside in ["content/output", "content/reports", "themes/x/y"] {
            let found = refusal(&root.join(inside), root);
            assert!(
                matches!(found, Refusal::InsideContent { .. }),
                "{inside}: {found:?}"
            );
        }
        for file in ["file", "file/inside"] {
            let found = refusal(&root.join(file), root);
            assert!(matches!(found, Refusal::NotFolder(_)), "{file}: {found:?}");
        }
        assert!(matches!(
            refusal(&root.join("full"), root),
            Refusal::NotOurs(_)
        ));

        for fine in ["empty", "dots", "new", "new/er"] {
            let destination = Destination::resolve(&root.join(fine), root).unwrap();
            assert!(destination.folder().ends_with(fine), "{fine}");
        }
        assert!(!root.join("new").exists(), "resolving makes nothing");
    }

    #[test]
    fn the_working_folder_is_refused() {
        let site = tempfile::tempdir().unwrap();
        let here = std::env::current_dir().unwrap();
        assert!(matches!(
            refusal(&here, site.path()),
            Refusal::WorkingFolder(_)
        ));
        // The folder around may hold the machine's temporary folders, and so the site as well.
        let around = refusal(here.parent().unwrap(), site.path());
        assert!(matches!(
            around,
            Refusal::WorkingFolder(_) | Refusal::HoldsContent(_)
        ));
    }

    #[cfg(unix)]
    #[test]
    fn symbolic_links_are_followed_to_the_folder_they_mean() {
        use std::os::unix::fs::symlink;

        let site = tempfile::tempdir().unwrap();
        let root = site.path();
        fs::create_dir_all(root.join("content")).unwrap();
        fs::create_dir_all(root.join("srv/www")).unwrap();
        symlink(root.join("srv/www"), root.join("link")).unwrap();
        symlink(root.join("nowhere"), root.join("dangling")).unwrap();
        symlink(root.join("content"), root.join("sly")).unwrap();

        let destination = Destination::resolve(&root.join("link"), root).unwrap();
        assert!(destination.folder().ends_with("srv/www"));
        assert!(destination.workshop().ends_with("srv/.www.goldenthread"));
        assert!(matches!(
            refusal(&root.join("dangling"), root),
            Refusal::DanglingLink(_)
        ));
        assert!(matches!(
            refusal(&root.join("dangling/x"), root),
            Refusal::DanglingLink(_)
        ));
        assert!(matches!(
            refusal(&root.join("sly"), root),
            Refusal::HoldsContent(_)
        ));
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn another_device_is_refused() {
        // Every Linux machine mounts something on /proc.
        let site = tempfile::tempdir().unwrap();
        assert!(matches!(
            refusal(Path::new("/proc"), site.path()),
            Refusal::MountPoint(_)
        ));
    }
}
