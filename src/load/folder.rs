//! The read stage: which files a site folder holds, and the bytes of those that are read.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    ops::Bound,
    path::{Path, PathBuf},
    sync::Arc,
};

use rayon::prelude::*;
use walkdir::{DirEntry, WalkDir};

use crate::{
    load::{
        kind::kind,
        leftover::{is_leftover, is_leftover_folder},
    },
    syntax::MAX_BYTES,
    text::is_portable,
};

/// Everything a site folder holds, with the bytes of what is read as content or theme.
///
/// Reading again with the earlier folder at hand reads only the files whose size or times have
/// changed.
#[derive(Clone, Debug, Default)]
pub struct Folder {
    /// Files by their path from the site folder, with forward slashes.
    pub(super) files: BTreeMap<Arc<str>, File>,
    /// The names of the folders under `themes/`.
    pub(super) themes: BTreeSet<Arc<str>>,
    /// The names of the folders under `content/reports/` that hold anything: an empty one is no report
    /// yet.
    pub(super) reports: BTreeSet<Arc<str>>,
}

/// One file, or what kept it from being one.
#[derive(Clone, Debug)]
pub(super) struct File {
    /// Where it is on this machine.
    pub place: PathBuf,
    /// Its size in bytes.
    pub size: u64,
    /// What tells when it was changed, to know whether it has to be read again.
    metadata: Option<fs::Metadata>,
    /// What was read of it.
    pub content: Content,
}

/// What was read of a file.
#[derive(Clone, Debug)]
pub(super) enum Content {
    /// All of it.
    Bytes(Arc<[u8]>),
    /// Nothing: it is copied as it is.
    Copied,
    /// Nothing: it is larger than anything that is read.
    TooLarge,
    /// Nothing: it is a link out of the folder.
    Outside,
    /// Nothing, for this reason.
    Unreadable(Unreadable),
}

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Unreadable {
    /// It is a link to a folder that it stands in itself.
    Loop,
    /// It is a link that leads nowhere.
    Dangling,
    /// Its name is not UTF-8.
    NotUtf8,
    /// Its name holds a sign that no address can.
    NoAddress,
    /// Its name is not one that every machine can write.
    NotPortable,
    /// It is a pipe, a device or the like.
    NoFile,
    /// In the machine's words.
    Machine(String),
}

impl Unreadable {
    /// Why, as the end of a sentence.
    pub fn reason(&self) -> &str {
        match self {
            Self::Loop => "it is a link to a folder that it stands in itself",
            Self::Dangling => "it is a link that leads nowhere",
            Self::NotUtf8 => "its name is not UTF-8",
            Self::NoAddress => "its name holds a backslash or colon, which no web address can",
            Self::NotPortable => "its name is not one that every machine can write",
            Self::NoFile => "it is not a regular file",
            Self::Machine(reason) => reason,
        }
    }

    /// What to do about it.
    pub fn help(&self) -> &'static str {
        match self {
            Self::Loop | Self::Dangling => {
                "take the link away, or put the file or folder itself in its place"
            }
            Self::NotPortable => {
                "give it and the folders around it names without `? * < > | \"`, a dot or blank \
                 at the end, and other than Windows has for devices, such as `con` and `aux`"
            }
            Self::NotUtf8 | Self::NoAddress => "give it another name",
            Self::NoFile | Self::Machine(_) => {
                "give whoever builds the site leave to read it, or take it away"
            }
        }
    }
}

impl Folder {
    /// Reads the site folder `root`, which holds `content/` and may hold `themes/`. What cannot be
    /// read is kept as such and reported when the folder is lowered.
    pub fn read(root: &Path, earlier: Option<&Self>) -> Self {
        let mut folder = Self::default();
        let mut found = Vec::new();
        for top in ["content", "themes"] {
            walk(root, top, &mut folder, &mut found);
        }
        let files: Vec<_> = found
            .into_par_iter()
            .map(|(path, file)| {
                let known = earlier.and_then(|folder| folder.files.get(&path));
                let file = fill(file, known, false);
                (path, file)
            })
            .collect();
        folder.files.extend(files);
        for path in folder.files.keys() {
            let mut parts = path.splitn(4, '/');
            let reports = (parts.next(), parts.next()) == (Some("content"), Some("reports"));
            if let (true, Some(name), Some(_)) = (reports, parts.next(), parts.next()) {
                folder.reports.insert(name.into());
            }
        }
        folder
    }

    /// Reads these paths of the site folder `root` again and no others, and answers which of them
    /// changed, as [`Folder::changed_from`] does. None where that does not tell what changed, and
    /// nothing is as if it had been read: where one is a folder, came, went, is empty now, or is a
    /// link.
    pub fn look_at<'p>(
        &mut self,
        root: &Path,
        paths: impl IntoIterator<Item = &'p Path>,
    ) -> Option<Vec<Arc<str>>> {
        let mut read = BTreeMap::new();
        for place in paths {
            let path = slashed(root, place);
            if !is_used(&path) {
                continue;
            }
            let metadata = fs::symlink_metadata(place);
            let Some(known) = self.files.get(&path) else {
                if metadata.is_ok() || self.has_folder(&path) {
                    return None;
                }
                // It came and went, as what editors write beside a file does.
                continue;
            };
            let metadata = metadata.ok().filter(fs::Metadata::is_file)?;
            let plain = matches!(known.content, Content::Bytes(_) | Content::Copied);
            if known.place != place || !plain || (metadata.len() == 0 && known.size > 0) {
                return None;
            }
            let file = File::listed(place, &path, metadata);
            let file = fill(file, Some(known), true);
            read.insert(path, (!file.is_same(known), file));
        }
        let mut changed = Vec::new();
        for (path, (differs, file)) in read {
            changed.extend(differs.then(|| Arc::clone(&path)));
            self.files.insert(path, file);
        }
        Some(changed)
    }

    /// Whether something is at `path` below which files stand or stood.
    fn has_folder(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let mut files = self
            .files
            .range::<str, _>((Bound::Excluded(&*below), Bound::Unbounded));
        let holds = files
            .next()
            .is_some_and(|(first, _)| first.starts_with(&below));
        let theme = path.strip_prefix("themes/");
        holds || theme.is_some_and(|name| self.themes.contains(name))
    }

    /// Those of the `changed` files that held something in `earlier` and are gone or empty here: an
    /// editor may be about to write them anew.
    pub fn lacking<'c>(&self, changed: &'c [Arc<str>], earlier: &Self) -> Vec<&'c str> {
        let lacks = |path: &&Arc<str>| {
            let before = earlier.files.get(*path);
            let now = self.files.get(*path);
            before.is_some_and(|before| before.size > 0) && now.is_none_or(|now| now.size == 0)
        };
        changed.iter().filter(lacks).map(|path| &**path).collect()
    }

    /// Whether all that `changed` since `earlier` are files that are copied and were not there: one may
    /// be what a program writes beside a file, about to take its place.
    pub fn only_copies_came(&self, changed: &[Arc<str>], earlier: &Self) -> bool {
        let came =
            |path: &Arc<str>| self.copied_at(path).is_some() && !earlier.files.contains_key(path);
        !changed.is_empty() && changed.iter().all(came)
    }

    /// Where a file that is copied as it is stands on this machine, by its path from the site folder.
    pub fn copied_at(&self, path: &str) -> Option<&Path> {
        let file = self.files.get(path)?;
        matches!(file.content, Content::Copied).then_some(file.place.as_path())
    }

    /// Every file that is copied as it is: its path from the site folder, and where it stands on
    /// this machine.
    pub fn copied(&self) -> impl Iterator<Item = (&Arc<str>, &Path)> {
        let copied = self.files.iter();
        let copied = copied.filter(|(_, file)| matches!(file.content, Content::Copied));
        copied.map(|(path, file)| (path, file.place.as_path()))
    }

    /// The files that are here and were not, or were and are not, or differ, by their path from
    /// the site folder. What only was touched, and holds the same bytes, is not among them.
    pub fn changed_from(&self, earlier: &Self) -> Vec<Arc<str>> {
        let differs = |path: &Arc<str>, file: &File| {
            let before = earlier.files.get(path);
            before.is_none_or(|before| !file.is_same(before))
        };
        let here = self.files.iter().filter(|(path, file)| differs(path, file));
        let gone = earlier.files.keys();
        let gone = gone.filter(|path| !self.files.contains_key(*path));
        let mut changed: Vec<_> = here.map(|(path, _)| path).chain(gone).cloned().collect();
        if changed.is_empty() {
            // A theme that is a folder alone came or went, which no file tells.
            let themes = self.themes.symmetric_difference(&earlier.themes);
            changed.extend(themes.map(|name| format!("themes/{name}").into()));
        }
        changed.sort();
        changed
    }
}

impl File {
    /// Whether it is the same file as the other with the same times, so that it holds the same.
    fn is_untouched(&self, other: &Self) -> bool {
        let (Some(own), Some(others)) = (&self.metadata, &other.metadata) else {
            return false;
        };
        let (time, others_time) = (own.modified().ok(), others.modified().ok());
        self.size == other.size
            && time.is_some()
            && time == others_time
            && identity(own) == identity(others)
    }

    /// Whether nothing of what is read of it differs.
    fn is_same(&self, other: &Self) -> bool {
        match (&self.content, &other.content) {
            (Content::Bytes(own), Content::Bytes(others)) => {
                Arc::ptr_eq(own, others) || own == others
            }
            (Content::Copied, Content::Copied) => self.is_untouched(other),
            (Content::TooLarge, Content::TooLarge) | (Content::Outside, Content::Outside) => true,
            (Content::Unreadable(own), Content::Unreadable(others)) => own == others,
            _ => false,
        }
    }
}

/// What tells a file from another in its place, and one writing of it from the next, besides the
/// time that programs set.
#[cfg(unix)]
fn identity(metadata: &fs::Metadata) -> (u64, i64, i64) {
    use std::os::unix::fs::MetadataExt as _;
    (metadata.ino(), metadata.ctime(), metadata.ctime_nsec())
}

/// What tells a file from another in its place: nothing, where the machine has no such thing.
#[cfg(not(unix))]
fn identity(_: &fs::Metadata) {}

/// Lists what is under `root/top`; files that are to be read come without their bytes.
fn walk(root: &Path, top: &str, folder: &mut Folder, found: &mut Vec<(Arc<str>, File)>) {
    let start = root.join(top);
    // A link that stays inside is followed, so the folder's own true place has to be known.
    let Ok(inside) = start.canonicalize() else {
        return;
    };
    let mut walk = WalkDir::new(&start).follow_links(true).into_iter();
    while let Some(entry) = walk.next() {
        let entry = match entry {
            Ok(entry) => entry,
            Err(error) => {
                let (path, reason) = (error.path().unwrap_or(&start), reason(&error));
                if !is_passed_over(path, false) {
                    found.push(refused(root, path, Content::Unreadable(reason)));
                }
                continue;
            }
        };
        if entry.depth() == 0 {
            continue;
        }
        let is_folder = entry.file_type().is_dir();
        if is_passed_over(entry.path(), is_folder) {
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        }
        if entry.path_is_symlink() && leads_out(entry.path(), &inside) {
            found.push(refused(root, entry.path(), Content::Outside));
            if is_folder {
                walk.skip_current_dir();
            }
            continue;
        }
        let path = slashed(root, entry.path());
        if is_folder {
            let theme = path.strip_prefix("themes/");
            if let Some(name) = theme.filter(|name| !name.contains('/')) {
                folder.themes.insert(name.into());
            }
            continue;
        }
        let file = listed(&entry, &path);
        found.push((path, file));
    }
}

/// A file as it is listed, before its bytes are read.
fn listed(entry: &DirEntry, path: &str) -> File {
    match entry.metadata() {
        Ok(metadata) => File::listed(entry.path(), path, metadata),
        Err(error) => File {
            place: entry.path().to_owned(),
            size: 0,
            metadata: None,
            content: Content::Unreadable(reason(&error)),
        },
    }
}

impl File {
    /// The file at `place`, before its bytes are read. `path` is its path from the site folder.
    fn listed(place: &Path, path: &str, metadata: fs::Metadata) -> Self {
        let within = path.strip_prefix("content/");
        let kind = within.map(kind);
        let read = kind.is_none_or(|kind| kind.is_read());
        let mut file = Self {
            place: place.to_owned(),
            size: 0,
            metadata: None,
            content: Content::Copied,
        };
        if place.to_str().is_none() {
            file.content = Content::Unreadable(Unreadable::NotUtf8);
        } else if within.is_some_and(|within| within.contains(['\\', ':'])) {
            file.content = Content::Unreadable(Unreadable::NoAddress);
        } else if within.is_some_and(|within| !within.split('/').all(is_portable)) {
            file.content = Content::Unreadable(Unreadable::NotPortable);
        } else if !metadata.is_file() {
            // Opening a pipe would wait for ever.
            file.content = Content::Unreadable(Unreadable::NoFile);
        } else {
            file.size = metadata.len();
            if read && within.is_some() && file.size > MAX_BYTES {
                file.content = Content::TooLarge;
            } else if read {
                file.content = Content::Bytes(Arc::default());
            }
            file.metadata = Some(metadata);
        }
        file
    }
}

/// Reads the bytes of a file that is to be read, unless `known` holds them. `anew` says that it was
/// written, whatever its times say: two writes may bear one time.
fn fill(mut file: File, known: Option<&File>, anew: bool) -> File {
    if !matches!(file.content, Content::Bytes(_)) {
        return file;
    }
    let known = known.filter(|known| matches!(known.content, Content::Bytes(_)));
    if let Some(known) = known.filter(|known| !anew && known.is_untouched(&file)) {
        file.content = known.content.clone();
        return file;
    }
    file.content = match fs::read(&file.place) {
        Ok(bytes) => Content::Bytes(bytes.into()),
        Err(error) => Content::Unreadable(Unreadable::Machine(describe(&error))),
    };
    // What was made of the same bytes before still fits.
    if let Some(known) = known.filter(|known| file.is_same(known)) {
        file.content = known.content.clone();
    }
    file
}

/// Whether something that comes, goes or changes at `place` may change the site in `root`: it stands in
/// one of the folders that are read, and is not passed over by its name.
pub fn concerns(root: &Path, place: &Path) -> bool {
    is_used(&slashed(root, place))
}

/// Whether a path from the site folder may be one of a file that is read or copied.
fn is_used(path: &str) -> bool {
    let (folders, name) = path.rsplit_once('/').unwrap_or(("", path));
    let mut parts = folders.split('/').chain([name]);
    let top = parts.find(|part| !part.is_empty());
    matches!(top, Some("content" | "themes"))
        && !folders.split('/').any(is_leftover_folder)
        && !is_leftover(name)
}

fn refused(root: &Path, path: &Path, content: Content) -> (Arc<str>, File) {
    let file = File {
        place: path.to_owned(),
        size: 0,
        metadata: None,
        content,
    };
    (slashed(root, path), file)
}

fn is_passed_over(path: &Path, is_folder: bool) -> bool {
    path.file_name().is_some_and(|name| {
        let name = name.to_string_lossy();
        if is_folder {
            is_leftover_folder(&name)
        } else {
            is_leftover(&name)
        }
    })
}

fn leads_out(link: &Path, inside: &Path) -> bool {
    // A link that leads nowhere never gets here: walking reports it.
    link.canonicalize()
        .is_ok_and(|target| !target.starts_with(inside))
}

/// The path from the site folder with forward slashes, for people and addresses.
fn slashed(root: &Path, path: &Path) -> Arc<str> {
    let path = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = path
        .components()
        .map(|part| part.as_os_str().to_string_lossy())
        .collect();
    parts.join("/").into()
}

fn reason(error: &walkdir::Error) -> Unreadable {
    if error.loop_ancestor().is_some() {
        return Unreadable::Loop;
    }
    match error.io_error() {
        Some(error) if error.kind() == io::ErrorKind::NotFound => Unreadable::Dangling,
        Some(error) => Unreadable::Machine(describe(error)),
        None => Unreadable::Machine(error.to_string()),
    }
}

/// The reason alone, without the number that the operating system gives it.
fn describe(error: &io::Error) -> String {
    match error.kind() {
        io::ErrorKind::PermissionDenied => "permission is denied".to_owned(),
        io::ErrorKind::NotFound => "it is gone".to_owned(),
        kind => kind.to_string(),
    }
}
