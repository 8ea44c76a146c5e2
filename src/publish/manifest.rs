//! The list of what was built, kept in the output folder.

use std::{collections::BTreeSet, fs, io};

use serde::Deserialize;

use crate::{
    publish::{
        destination::{Destination, is_dot_file},
        error::{Doing as _, PublishError, Refusal},
    },
    site::Site,
};

/// Its name in the output folder.
pub(super) const NAME: &str = ".goldenthread.json";

/// What a build wrote, so that the next one knows which files are its own: those it may replace
/// and remove. It says nothing of their bytes; those are compared as they are.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Manifest {
    /// The version of this list's own format.
    goldenthread: u32,
    /// The addresses that were written.
    files: BTreeSet<String>,
}

const VERSION: u32 = 1;

impl Manifest {
    /// The list for a site.
    pub(super) fn of(site: &Site) -> Self {
        Self {
            goldenthread: VERSION,
            files: site.iter().map(|(at, _)| at.to_string()).collect(),
        }
    }

    /// The list in an output folder that is there. It is empty where the folder holds nothing but
    /// dot-files; a folder with other files and no list is refused, and so is a list that does not
    /// read as one.
    pub(super) fn read(destination: &Destination) -> Result<Self, PublishError> {
        let folder = destination.folder();
        let shown = destination.shown();
        match fs::read(folder.join(NAME)) {
            Ok(bytes) => serde_json::from_slice(&bytes)
                .ok()
                .filter(|manifest: &Self| manifest.goldenthread == VERSION)
                .ok_or_else(|| Refusal::BadManifest(shown.join(NAME)).into()),
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                for entry in fs::read_dir(folder).doing("read", shown)? {
                    if !is_dot_file(&entry.doing("read", shown)?.file_name()) {
                        return Err(Refusal::NotOurs(shown.to_path_buf()).into());
                    }
                }
                Ok(Self::default())
            }
            Err(error) => Err(error).doing("read", shown.join(NAME)),
        }
    }

    /// The list as it is written: the same bytes for the same site.
    pub(super) fn to_bytes(&self) -> Vec<u8> {
        let list = serde_json::json!({ "goldenthread": self.goldenthread, "files": self.files });
        format!("{list:#}\n").into_bytes()
    }

    /// Whether an address was written.
    pub(super) fn holds(&self, address: &str) -> bool {
        self.files.contains(address)
    }

    /// Whether something was written inside the folder at this address.
    pub(super) fn holds_folder(&self, address: &str) -> bool {
        let inside = format!("{address}/");
        let next = self.files.range(inside.clone()..).next();
        next.is_some_and(|file| file.starts_with(&inside))
    }
}
