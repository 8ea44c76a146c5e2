//! Why a site could not be published.

use std::{io, path::PathBuf};

use crate::text::Diagnostics;

/// Why nothing was published, and the site that was there before is still there; or, of [`Self::Left`],
/// why not all in that one was taken along.
#[derive(Debug, thiserror::Error)]
pub enum PublishError {
    /// Pages could not be rendered: the content or the theme is at fault.
    #[error("not every page could be rendered")]
    Render(Diagnostics),
    /// The output folder, or an address of the site, is not one to write to.
    #[error(transparent)]
    Refused(#[from] Refusal),
    /// The new site stands, but what somebody put into the old one while it was made could not all be
    /// moved into it.
    #[error(
        "the new site stands, but {} not be moved into it: {source}",
        left(files)
    )]
    Left {
        /// Where it stands now.
        files: Vec<PathBuf>,
        /// What the machine said of the first.
        source: io::Error,
    },
    /// The machine did not do what was asked.
    #[error("cannot {doing} `{path}`: {source}", path = path.display())]
    Io {
        /// What was being done, as a verb.
        doing: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// What the machine said.
        source: io::Error,
    },
}

impl PublishError {
    /// The way out, where there is one.
    pub fn help(&self) -> Option<&'static str> {
        match self {
            Self::Render(_) => None,
            Self::Refused(refusal) => Some(refusal.help()),
            Self::Left { .. } => Some(
                "it was put into the output folder while the site was built: move it from where it \
                 is now to the output folder or elsewhere, then remove the folder that begins with \
                 a dot; until then nothing more is built",
            ),
            Self::Io { source, .. } => match source.kind() {
                io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => Some(
                    "the new site is prepared beside the output folder and takes its place, so that \
                     folder, all in it and the folder around it must be readable and writable; or \
                     choose another one with `-o`",
                ),
                io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => Some(
                    "the old and the new site stand side by side for a moment; make room for both",
                ),
                _ => None,
            },
        }
    }
}

/// What could not be moved: the first few by name.
fn left(files: &[PathBuf]) -> String {
    const NAMED: usize = 5;
    let names = files.iter().take(NAMED);
    let names: Vec<_> = names.map(|file| format!("`{}`", file.display())).collect();
    match files.len().saturating_sub(NAMED) {
        0 => format!("{} could", names.join(", ")),
        more => format!("{} and {more} more could", names.join(", ")),
    }
}

/// Attaches what was being done to an error of the machine.
pub(super) trait Doing<T> {
    /// The result, with `doing` (a verb) and `path` in its error.
    fn doing(self, doing: &'static str, path: impl Into<PathBuf>) -> Result<T, PublishError>;
}

impl<T> Doing<T> for io::Result<T> {
    fn doing(self, doing: &'static str, path: impl Into<PathBuf>) -> Result<T, PublishError> {
        self.map_err(|source| PublishError::Io {
            doing,
            path: path.into(),
            source,
        })
    }
}

/// Why an output folder, or an address of the site, is refused.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is the root of a file system.
    #[error("`{}` is the root of a file system", .0.display())]
    Root(PathBuf),
    /// It holds the folder that the site is made from.
    #[error("`{}` holds the content that the site is made from", .0.display())]
    HoldsContent(PathBuf),
    /// It stands inside the folder that the site is made from.
    #[error("`{}` is inside `{}`, which the site is made from", output.display(), folder.display())]
    InsideContent {
        /// The output folder.
        output: PathBuf,
        /// The folder of content or themes around it.
        folder: PathBuf,
    },
    /// The command runs in it.
    #[error("`{}` is the folder you are in, or one around it", .0.display())]
    WorkingFolder(PathBuf),
    /// It is there, and is not a folder.
    #[error("`{}` is not a folder", .0.display())]
    NotFolder(PathBuf),
    /// It is a symbolic link to nothing.
    #[error("`{}` is a symbolic link to something that is not there", .0.display())]
    DanglingLink(PathBuf),
    /// Something else is mounted at a file or folder in it.
    #[error("something else is mounted at `{}`", .0.display())]
    MountInside(PathBuf),
    /// Something else is mounted there.
    #[error("`{}` is a mount point, or on another device than the folder around it", .0.display())]
    MountPoint(PathBuf),
    /// It holds files, and nothing says that they were built.
    #[error("`{}` is not empty, and Goldenthread did not write what is in it", .0.display())]
    NotOurs(PathBuf),
    /// The list of what was built cannot be read.
    #[error("`{}` does not read as the list of what Goldenthread wrote", .0.display())]
    BadManifest(PathBuf),
    /// A file that was not built stands where a page should.
    #[error("`{}` was not written by Goldenthread, and the site needs its place", .0.display())]
    InTheWay(PathBuf),
    /// Two addresses are one file where case does not count, or one is a folder of the other.
    #[error("`{first}` and `{second}` cannot stand side by side")]
    Collision {
        /// One address.
        first: String,
        /// The other.
        second: String,
    },
    /// An address leads elsewhere, or cannot be written on every machine.
    #[error("`{0}` is not an address that can be written")]
    BadAddress(String),
    /// An earlier build left what it could not take along.
    #[error("`{}` holds what an earlier build could not take along", .0.display())]
    Left(PathBuf),
    /// Another build has not finished.
    #[error("another build has been writing to `{}` for a while", .0.display())]
    Busy(PathBuf),
}

impl Refusal {
    /// The way out.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Root(_)
            | Self::HoldsContent(_)
            | Self::InsideContent { .. }
            | Self::NotFolder(_) => "choose a folder of its own for the website with `-o`",
            Self::WorkingFolder(_) => {
                "the folder is replaced as a whole: run the command from another one, or choose \
                 another one with `-o`"
            }
            Self::DanglingLink(_) => "make the folder it points to, or remove the link",
            Self::MountPoint(_) => {
                "the folder is replaced in one step, which a mount point cannot be: choose a \
                 folder inside it with `-o`"
            }
            Self::MountInside(_) => {
                "the old site is moved away with all that is in it: unmount it, or choose another \
                 folder with `-o`"
            }
            Self::NotOurs(_) => {
                "choose an empty or a new folder with `-o`, or empty this one yourself"
            }
            Self::BadManifest(_) => {
                "build into a new folder with `-o`, or remove this one yourself"
            }
            Self::InTheWay(_) => "move it to the content folder, or elsewhere",
            Self::Collision { .. } => {
                "rename one of them: on many machines names that differ in case alone are one \
                 name, and a folder cannot have the name of a file"
            }
            Self::BadAddress(_) => "rename the file or folder that it comes from",
            Self::Left(_) => {
                "move what is needed of it to the output folder or elsewhere, then remove it"
            }
            Self::Busy(_) => "wait for it to finish, or end it",
        }
    }
}
