//! An objective says something.

use crate::{
    check::{Rule, Subject},
    text::{Code, Diagnostic, Diagnostics},
};

/// An objective has an action, a measure or a section: its page would show nothing else.
pub const RULE: Rule = Rule {
    codes: &[Code::EmptyObjective],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let empty = subject.objectives().filter(|objective| {
        objective.actions.is_empty()
            && objective.measures.is_empty()
            && objective.sections.is_empty()
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
