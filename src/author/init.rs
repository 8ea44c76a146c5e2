//! A small site to begin with.

use std::{
    fs::{self, File},
    io::{self, Write as _},
    path::{Path, PathBuf},
};

use include_dir::{Dir, DirEntry, include_dir};

use crate::{
    author::{
        reviews::write_reviews,
        starter::{starter, starter_languages},
    },
    load, translation,
};

/// The example's content; what a build leaves beside it is no part of it.
static PARTNERSHIP: Dir = include_dir!("$CARGO_MANIFEST_DIR/examples/learning-partnership/content");

/// What the example says of itself.
const PARTNERSHIP_README: &[u8] = include_bytes!("../../examples/learning-partnership/README.md");

/// A whole site to look at and to take apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Example {
    /// Six editions of a fictional learning partnership.
    LearningPartnership,
}

impl Example {
    /// Every example.
    pub const ALL: &[Self] = &[Self::LearningPartnership];

    /// The name it is asked for by.
    pub fn name(self) -> &'static str {
        match self {
            Self::LearningPartnership => "learning-partnership",
        }
    }

    /// The example of this name.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|it| it.name() == name)
    }

    fn files(self) -> Vec<(PathBuf, &'static [u8])> {
        match self {
            Self::LearningPartnership => {
                let content = files_of(&PARTNERSHIP).into_iter();
                let content = content.map(|(path, bytes)| (Path::new("content").join(path), bytes));
                let readme = (PathBuf::from("README.md"), PARTNERSHIP_README);
                std::iter::once(readme).chain(content).collect()
            }
        }
    }
}

/// Why a site could not be begun.
#[derive(Debug, thiserror::Error)]
pub enum InitError {
    /// The folder holds something. Dot-files do not count.
    #[error("`{}` is not empty: it holds `{holds}`", folder.display())]
    NotEmpty {
        /// The folder.
        folder: PathBuf,
        /// One of the things in it.
        holds: String,
    },
    /// It is a file.
    #[error("`{}` is not a folder", .0.display())]
    NotFolder(PathBuf),
    /// The starter site is not written in this language.
    #[error("there is no site to begin with in `{0}`")]
    Language(String),
    /// A language is named twice.
    #[error("`{0}` is named twice")]
    Twice(String),
    /// The machine did not do it.
    #[error("cannot {doing} `{}`: {source}", path.display())]
    Io {
        /// What was being done, as a verb.
        doing: &'static str,
        /// To which file or folder.
        path: PathBuf,
        /// What the machine said.
        source: io::Error,
    },
}

/// Writes the starter site into `folder`, which must be empty or not there yet, in `languages`: the
/// first of them is the site's first. Answers the files written, by their paths in the folder. Never
/// overwrites a file.
pub fn init(folder: &Path, languages: &[&str]) -> Result<Vec<PathBuf>, InitError> {
    let known = starter_languages();
    for (at, language) in languages.iter().enumerate() {
        if !known.contains(language) {
            return Err(InitError::Language((*language).to_owned()));
        }
        if languages[..at].contains(language) {
            return Err(InitError::Twice((*language).to_owned()));
        }
    }
    let mut written = write(folder, starter(languages))?;
    // The texts were written together. From here on a text that changes leaves its translation behind.
    if languages.len() > 1 {
        let model = load::load(folder).value;
        let record = translation::record(&translation::texts(&model), &model, |_, _| true);
        let path = Path::new("content").join(translation::FILE);
        write_reviews(folder, &record).map_err(|source| InitError::Io {
            doing: "write",
            path: folder.join(&path),
            source,
        })?;
        written.push(path);
        written.sort();
    }
    Ok(written)
}

/// Writes an example into `folder`, as [`init`] does the starter site.
pub fn init_example(folder: &Path, example: Example) -> Result<Vec<PathBuf>, InitError> {
    write(folder, example.files())
}

fn write(
    folder: &Path,
    files: impl IntoIterator<Item = (PathBuf, impl AsRef<[u8]>)>,
) -> Result<Vec<PathBuf>, InitError> {
    let at = |doing, path: &Path| {
        let path = path.to_path_buf();
        move |source| InitError::Io {
            doing,
            path,
            source,
        }
    };
    match fs::read_dir(folder) {
        Ok(entries) => {
            for entry in entries {
                let name = entry.map_err(at("read", folder))?.file_name();
                if !name.as_encoded_bytes().starts_with(b".") {
                    return Err(InitError::NotEmpty {
                        folder: folder.to_path_buf(),
                        holds: name.to_string_lossy().into_owned(),
                    });
                }
            }
        }
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => {
            return Err(InitError::NotFolder(folder.to_path_buf()));
        }
        Err(error) => return Err(at("read", folder)(error)),
    }
    let mut written = Vec::new();
    for (path, bytes) in files {
        let target = folder.join(&path);
        if let Some(around) = target.parent() {
            fs::create_dir_all(around).map_err(at("make", around))?;
        }
        File::create_new(&target)
            .and_then(|mut file| file.write_all(bytes.as_ref()))
            .map_err(at("write", &target))?;
        written.push(path);
    }
    Ok(written)
}

/// The files of a folder, by path.
pub(super) fn files_of(root: &'static Dir<'static>) -> Vec<(PathBuf, &'static [u8])> {
    let mut files = Vec::new();
    let mut folders = vec![root];
    while let Some(folder) = folders.pop() {
        for entry in folder.entries() {
            match entry {
                DirEntry::Dir(inner) => folders.push(inner),
                DirEntry::File(file) => files.push((file.path().to_owned(), file.contents())),
            }
        }
    }
    files.sort();
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_or_empty_folder_gets_the_starter_site() {
        let around = tempfile::tempdir().unwrap();
        for name in ["new/er", "empty", "dots"] {
            let folder = around.path().join(name);
            if name != "new/er" {
                fs::create_dir(&folder).unwrap();
            }
            if name == "dots" {
                fs::create_dir(folder.join(".git")).unwrap();
            }
            let written = init(&folder, &["en"]).unwrap();
            assert!(written.contains(&PathBuf::from("content/site.yaml")));
            let expected = starter(&["en"]);
            assert_eq!(written, expected.keys().cloned().collect::<Vec<_>>());
            for (path, text) in expected {
                assert_eq!(fs::read_to_string(folder.join(&path)).unwrap(), text);
            }
        }
    }

    #[test]
    fn nothing_is_overwritten() {
        let around = tempfile::tempdir().unwrap();
        let folder = around.path();
        fs::write(folder.join("notes.txt"), "mine").unwrap();
        let error = init(folder, &["en"]).unwrap_err().to_string();
        assert!(
            error.ends_with("is not empty: it holds `notes.txt`"),
            "{error}"
        );
        assert_eq!(fs::read_dir(folder).unwrap().count(), 1);

        let error = init(&folder.join("notes.txt"), &["en"]).unwrap_err();
        assert!(matches!(error, InitError::NotFolder(_)), "{error}");
        assert_eq!(fs::read(folder.join("notes.txt")).unwrap(), b"mine");
    }

    #[test]
    fn nothing_is_written_in_a_language_that_is_not_there() {
        let around = tempfile::tempdir().unwrap();
        for (languages, expected) in [
            (&["en", "xx"][..], "there is no site to begin with in `xx`"),
            (&[""], "there is no site to begin with in ``"),
            (&["en", "en"], "`en` is named twice"),
        ] {
            let error = init(around.path(), languages).unwrap_err();
            assert_eq!(error.to_string(), expected);
        }
        assert_eq!(fs::read_dir(around.path()).unwrap().count(), 0);
    }
}
