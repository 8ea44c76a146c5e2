//! What was made of a folder's files, kept for the next time.
//!
//! Nothing here knows what depends on what. Each piece is kept with all that it was made from, and
//! serves again only where all of that is the same: the same bytes under the same number, read on
//! the same ground. A piece that is made anew is made as if nothing had been kept.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::{
        context::{Asked, Ground},
        document::{Document, Documents},
        tree::{self, ObjectiveFiles},
    },
    model::{Objective, Sealed, ThemeFile},
    text::{Diagnostics, Source, SourceId, Sources},
};

/// What was made of a folder's files, for [`lower_again`](crate::load::lower_again).
#[derive(Debug, Default)]
pub struct Memory {
    /// The sources of the last time, for their numbers.
    pub(super) sources: Sources,
    /// Decoded files by their paths from the site folder.
    pub(super) decoded: BTreeMap<Arc<str>, Decoded>,
    /// Parsed files by number.
    pub(super) parsed: BTreeMap<SourceId, Parsed>,
    /// How the files were sorted.
    pub(super) tree: Option<tree::Kept>,
    /// The files of the built-in theme, with their text where they are text.
    pub(super) built_in: Vec<(ThemeFile, Option<Source>)>,
    /// What objectives were read on.
    ground: Option<Ground>,
    /// The sizes of the copied files, by path from the content folder, and whether all are as they
    /// were the last time.
    assets: BTreeMap<Arc<str>, u64>,
    same_assets: bool,
    /// Objectives by the folders of report and objective.
    objectives: BTreeMap<(String, String), Arc<Lowered>>,
    /// Lock files, which are long and hardly ever change.
    locks: Vec<Lock>,
}

/// The text of a file that was decoded without a fault, with the bytes that it was made from.
#[derive(Clone, Debug)]
pub(super) struct Decoded {
    /// The bytes.
    pub bytes: Arc<[u8]>,
    /// The text.
    pub source: Source,
}

/// A parsed file, with the text that it was made from.
#[derive(Clone, Debug)]
pub(super) struct Parsed {
    /// The text.
    pub source: Source,
    /// What it holds.
    pub document: Arc<Document>,
    /// What was found.
    pub found: Diagnostics,
}

/// An objective, with the files that it was made from.
#[derive(Debug)]
pub(super) struct Lowered {
    files: ObjectiveFiles,
    documents: Vec<Option<Arc<Document>>>,
    asked: Asked,
    /// What the files say.
    pub objective: Option<Arc<Objective>>,
    /// What was found.
    pub found: Diagnostics,
}

/// What a report was sealed with, with the file that it was made from.
#[derive(Clone, Debug)]
pub(super) struct Lock {
    /// The file.
    pub document: Arc<Document>,
    /// What it says.
    pub sealed: Arc<Sealed>,
    /// Whether nothing was found wrong with it.
    pub is_whole: bool,
}

impl Lowered {
    /// What was made of `files`.
    pub fn new(
        files: &ObjectiveFiles,
        documents: &Documents,
        objective: Option<Objective>,
        asked: Asked,
        found: Diagnostics,
    ) -> Self {
        Self {
            files: files.clone(),
            documents: used(files, documents).map(Option::<&_>::cloned).collect(),
            asked,
            objective: objective.map(Arc::new),
            found,
        }
    }

    fn is_of(&self, files: &ObjectiveFiles, documents: &Documents) -> bool {
        let same = |(own, other): (&Option<Arc<Document>>, Option<&Arc<Document>>)| match other {
            None => own.is_none(),
            Some(other) => own.as_ref().is_some_and(|own| Arc::ptr_eq(own, other)),
        };
        // The same files, so the same number of documents in the same order.
        self.files == *files && self.documents.iter().zip(used(files, documents)).all(same)
    }
}

/// The documents that an objective is made from, where they could be parsed.
fn used<'d>(
    files: &'d ObjectiveFiles,
    documents: &'d Documents,
) -> impl Iterator<Item = Option<&'d Arc<Document>>> {
    let texts = files.texts.values().flat_map(BTreeMap::values);
    let data = [files.actions, files.measures, files.measures_csv];
    let evaluations = files.evaluations.values().copied();
    let data = data.into_iter().flatten().chain(evaluations);
    let sources = texts.copied().chain(data);
    sources.map(|source| documents.get(&source))
}

impl Memory {
    /// Forgets every objective, unless they were read on this ground. `assets` are the sizes of the
    /// copied files now.
    pub(super) fn stand_on(&mut self, ground: &Ground, assets: &BTreeMap<Arc<str>, u64>) {
        self.same_assets = self.assets == *assets;
        if !self.same_assets {
            self.assets.clone_from(assets);
        }
        if self.ground.as_ref() != Some(ground) {
            self.objectives.clear();
            self.ground = Some(ground.clone());
        }
    }

    /// The objective in a folder of a report, where it was made from these files as they are.
    pub(super) fn objective(
        &self,
        folders: &(String, String),
        files: &ObjectiveFiles,
        documents: &Documents,
    ) -> Option<Arc<Lowered>> {
        let kept = self.objectives.get(folders)?;
        let serves = kept.is_of(files, documents) && self.answers_as_before(&kept.asked);
        serves.then(|| Arc::clone(kept))
    }

    /// Whether the copied files that were asked for are as they were. Of one that was not there the
    /// nearest is named, which may be any.
    fn answers_as_before(&self, asked: &Asked) -> bool {
        let same = |(path, size): (&Arc<str>, &Option<u64>)| {
            size.is_some() && self.assets.get(path) == size.as_ref()
        };
        self.same_assets || asked.iter().all(same)
    }

    /// The lock file that was made from this one.
    pub(super) fn lock(&self, document: &Arc<Document>) -> Option<Lock> {
        let is_of = |kept: &&Lock| kept.is_whole && Arc::ptr_eq(&kept.document, document);
        self.locks.iter().find(is_of).cloned()
    }

    /// Keeps these objectives and lock files, and no others.
    pub(super) fn keep(
        &mut self,
        objectives: BTreeMap<(String, String), Arc<Lowered>>,
        locks: Vec<Lock>,
    ) {
        self.objectives = objectives;
        self.locks = locks;
    }
}
