//! Names that may stand where reading found an error: nobody can tell that nothing bears them.

use std::collections::BTreeSet;

use crate::{
    model::{Extent, Model},
    reference::Wanted,
    text::SourceId,
};

/// What the files of a site that could not be read to their end may hold.
#[derive(Debug, Default)]
pub(super) struct Hidden {
    /// The files of measures by path from the content folder.
    measures: Vec<(String, Words)>,
    /// The files of actions.
    actions: Vec<(String, Words)>,
    /// The files of frameworks and guidance.
    standing: Vec<(String, Words)>,
    /// The folders of those that were read, with a slash at their ends.
    read: BTreeSet<String>,
    /// The paths of all such files from the content folder.
    paths: Vec<String>,
}

/// The text of a file, by its words.
#[derive(Debug, Default)]
struct Words {
    /// Whether the text is not there at all.
    any: bool,
    words: BTreeSet<String>,
}

impl Hidden {
    /// What is hidden in `model`.
    pub fn of(model: &Model) -> Self {
        let mut hidden = Self::default();
        let nameless = nameless(model);
        let frameworks = model.frameworks.iter().map(|found| found.span);
        let guidance = model.guidance.iter().map(|found| found.span);
        hidden.read = frameworks
            .chain(guidance)
            .filter_map(|span| folder(model.sources.get(span.source).path()))
            .collect();
        for file in model.faults.files() {
            let source = model.sources.get(file);
            let Some(path) = source.path().strip_prefix("content/") else {
                continue;
            };
            let any = model.faults.is_unknown(file) || nameless.contains(&file);
            let kept = match path.rsplit('/').next() {
                Some("measures.yaml" | "measures.csv") => Some(&mut hidden.measures),
                Some("actions.yaml") => Some(&mut hidden.actions),
                _ if path.starts_with("frameworks/") || path.starts_with("guidance/") => {
                    Some(&mut hidden.standing)
                }
                _ => None,
            };
            if let Some(kept) = kept {
                let mut words = Words::of(source.text());
                words.any |= any;
                kept.push((path.to_owned(), words));
            }
            hidden.paths.push(path.to_owned());
        }
        hidden
    }

    /// Whether what was looked for may be there.
    pub fn may_hold(&self, wanted: &Wanted) -> bool {
        match wanted {
            Wanted::Nothing => false,
            Wanted::Measure(within, id) => any(&self.measures, within, id),
            Wanted::Action(within, id) => any(&self.actions, within, id),
            Wanted::Standing(within, name) => {
                // An item without a code is called by its path.
                let file = format!("{within}{name}");
                let mut standing = self.standing.iter();
                // Numbers of paragraphs stand in chapters, and lists of duties refer to them.
                let is_paragraph = within.starts_with("guidance/") && name.contains('.');
                let mut files = self.standing.iter();
                !self.read.contains(within) && self.has_fault_in(within)
                    || files.any(|(path, words)| {
                        path.starts_with(&**within)
                            && !(is_paragraph && path.ends_with("/responsibilities.yaml"))
                            && words.may_hold(name)
                    })
                    || standing.any(|(path, _)| path.strip_prefix(&file).is_some_and(is_end))
            }
            Wanted::Chart(within) => {
                let mut data = self.measures.iter().chain(&self.actions);
                data.any(|(path, _)| path.starts_with(&**within))
            }
            Wanted::Folder(name) => self.paths.iter().any(|path| {
                let mut parts = path.split('/');
                parts.any(|part| part == name || part.split('.').next() == Some(name))
                    || path.strip_prefix(name.as_str()).is_some_and(is_end)
            }),
            Wanted::Within(folder) => self.has_fault_in(folder),
            Wanted::File(path) => {
                let mut paths = self.paths.iter();
                paths.any(|other| {
                    let rest = other.strip_prefix(path.as_str());
                    rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
                })
            }
        }
    }

    /// Whether a file of this folder, with a slash at its end, has an error.
    fn has_fault_in(&self, folder: &str) -> bool {
        let mut paths = self.paths.iter();
        paths.any(|path| path.starts_with(folder))
    }
}

/// The folder of a framework or guidance that a file stands in, from the content folder.
fn folder(path: &str) -> Option<String> {
    let mut parts = path.strip_prefix("content/")?.split('/');
    Some(format!("{}/{}/", parts.next()?, parts.next()?))
}

/// The files with an item whose id is missing, or is none: it may be any.
fn nameless(model: &Model) -> BTreeSet<SourceId> {
    let bodies = model
        .guidance
        .iter()
        .flat_map(|found| &found.responsibilities);
    let bodies = bodies.filter(|body| body.nameless);
    let nameless = model.items().filter(|item| item.common.unread.nameless);
    let files = nameless.filter_map(|item| match item.extent {
        Extent::Entry(entry) => Some(entry.source),
        _ => None,
    });
    files.chain(bodies.map(|body| body.span.source)).collect()
}

/// Whether one of the files in the folder `within` may hold the name.
fn any(files: &[(String, Words)], within: &str, name: &str) -> bool {
    let mut files = files.iter().filter(|(path, _)| path.starts_with(within));
    files.any(|(_, words)| words.may_hold(name))
}

impl Words {
    fn of(text: &str) -> Self {
        let words = text.split(|c: char| !is_of_name(c));
        let words = words.map(|word| word.trim_end_matches('.').to_owned());
        // Of UTF-16 each byte is there, and no word.
        Self {
            any: text.is_empty() || text.starts_with("\u{fffd}\u{fffd}"),
            words: words.collect(),
        }
    }

    fn may_hold(&self, name: &str) -> bool {
        // A name with blanks in it is none; its words stand one by one.
        let mut parts = name.split(|c| !is_of_name(c));
        self.any || parts.all(|part| self.words.contains(part))
    }
}

/// Whether a character may stand in a name, or in what somebody took for one.
fn is_of_name(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, '-' | '_' | '.')
}

fn is_end(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['.', '/'])
}
