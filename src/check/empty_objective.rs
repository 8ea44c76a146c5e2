//! An objective says something.

use crate::{
    check::{Check, Rule, Subject},
    model::{Model, Objective},
    text::{Code, Diagnostic, Diagnostics},
};

/// An objective has an action, a measure or a section: its page would show nothing else.
pub const RULE: Rule = Rule {
    codes: &[Code::EmptyObjective],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let empty = subject.objectives().filter(|objective| {
        objective.actions.is_empty()
            && objective.measures.is_empty()
            && objective.sections.is_empty()
            && !has_unread(objective, subject.model)
    });
    diagnostics.extend(empty.map(|objective| {
        let message = format!(
            "`{}` has no actions, no measures and no sections",
            objective.id
        );
        Diagnostic::new(Code::EmptyObjective, objective.span, message).help(
            "add `actions.yaml`, `measures.yaml` or a section such as `done-well.md` to its folder",
        )
    }));
}

/// Whether the folder holds a file besides objective.md that could not be read.
fn has_unread(objective: &Objective, model: &Model) -> bool {
    let own = model.sources.get(objective.span.source).path();
    let folder = own.strip_suffix("objective.md").unwrap_or(own);
    let mut files = model.faults.files().into_iter();
    files.any(|file| {
        let name = model.sources.get(file).path().strip_prefix(folder);
        name.is_some_and(|name| !name.starts_with("objective."))
    })
}
