//! An action's status agrees with its per cent complete.

use crate::{
    check::{Alone, Check, Rule, called},
    model::{Action, ActionStatus},
    text::{Code, Diagnostic, Diagnostics},
};

/// Completed is 100 per cent; what is not completed is less. 100 per cent of work that goes on is
/// worth a note, for readers ask. Source: docs/rules.md, "Actions".
pub const RULE: Rule = Rule {
    codes: &[
        Code::CompletedUnderHundred,
        Code::PartialAtHundred,
        Code::OngoingAtHundred,
    ],
    check: Check::Objective(check),
};

fn check(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    diagnostics.extend(alone.objective.actions.iter().filter_map(finding));
}

fn finding(action: &Action) -> Option<Diagnostic> {
    let status = action.status.as_ref()?;
    let complete = action.complete.as_ref()?;
    let word = status.value.as_str();
    let per_cent = complete.value;
    let which = called("action", &action.id.value, &action.common);
    let says = format!("{which} is `{word}` at {per_cent} per cent");
    let (code, help) = match (status.value, per_cent) {
        (ActionStatus::Completed | ActionStatus::CompletedOngoing, 0..=99) => (
            Code::CompletedUnderHundred,
            "write `complete: 100`, or `status: partially-completed`",
        ),
        (ActionStatus::CompletedOngoing, _) => (
            Code::OngoingAtHundred,
            "nothing is wrong: readers see that the work planned is done and goes on",
        ),
        (
            ActionStatus::PartiallyCompleted | ActionStatus::InProgress | ActionStatus::NotStarted,
            100,
        ) => (
            Code::PartialAtHundred,
            "write `status: completed` or `completed-ongoing`, or the per cent that is done",
        ),
        _ => return None,
    };
    Some(
        Diagnostic::new(code, complete.span, says)
            .label(status.span, "the status")
            .help(help),
    )
}
