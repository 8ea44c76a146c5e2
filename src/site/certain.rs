//! What can be told of addresses and pages while parts of the content could not be read.
//!
//! Where something required is missing or is none, something stands in its place in the model. What
//! stands in has an address and a page like any other; nobody wants to read of those.

use crate::{
    model::Model,
    text::{Code, Diagnostic, Diagnostics, SourceId, Span},
};

/// The files by which a whole folder is known, without language and ending.
const HEADS: [&str; 4] = ["report", "objective", "framework", "guidance"];

/// Takes out collisions of addresses that may come from what stands in for something.
pub fn certain(model: &Model, found: &Diagnostics) -> Diagnostics {
    let collision = |found: &&Diagnostic| found.code == Code::AddressCollision;
    let places = |found: &Diagnostic| {
        let labels: Vec<_> = found.labels.iter().map(|label| label.span).collect();
        std::iter::once(found.span)
            .chain(labels)
            .all(|place| has_certain_address(model, place))
    };
    let found = found.iter();
    let certain = found.filter(|found| !collision(found) || places(found));
    certain.cloned().collect()
}

/// Whether the address of what is written at `place` is its own: its file could be read, and those
/// that the folders around it are known by.
fn has_certain_address(model: &Model, place: Span) -> bool {
    let path = path(model, place.source);
    faulty(model).all(|fault| {
        let (folder, name) = fault.rsplit_once('/').unwrap_or(("", fault));
        let stem = name.split('.').next().unwrap_or_default();
        let head = HEADS.contains(&stem) && in_folder(path, folder);
        fault != path && !head
    })
}

/// Whether all that the page of what is written at `place` shows could be read: its own file in each
/// language and, of a folder's, all that is in the folder.
pub(super) fn is_certain_page(model: &Model, place: Span) -> bool {
    let path = path(model, place.source);
    let (folder, name) = path.rsplit_once('/').unwrap_or(("", path));
    let stem = name.split('.').next().unwrap_or_default();
    let whole_folder = folder.matches('/').count() > 1;
    faulty(model).all(|fault| {
        let own = fault
            .strip_prefix(folder)
            .and_then(|rest| rest.strip_prefix('/'));
        let own = own.is_some_and(|rest| rest.split('.').next() == Some(stem));
        !(own || whole_folder && in_folder(fault, folder))
    })
}

/// The files that hold an error.
fn faulty(model: &Model) -> impl Iterator<Item = &str> {
    let files = model.faults.files().into_iter();
    files.map(|file| path(model, file))
}

fn path(model: &Model, source: SourceId) -> &str {
    model.sources.get(source).path()
}

fn in_folder(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder);
    rest.is_some_and(|rest| rest.starts_with('/'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_holds_what_begins_with_its_path_and_a_slash() {
        assert!(in_folder("content/a/b.md", "content/a"));
        assert!(!in_folder("content/ab.md", "content/a"));
    }
}
