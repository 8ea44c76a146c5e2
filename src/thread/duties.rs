//! What answers the duties of guidance.

use std::collections::BTreeMap;

use crate::{
    model::{Action, Model},
    reference::{DutyAt, Spot},
    thread::{ActionAt, Tie, TieKind},
};

/// The actions that name a duty as one they fulfil. One that is cancelled fulfils none, and what an
/// edition says of an action goes before what earlier ones said: what was cancelled since answers in no
/// edition. Source: docs/format.md, "The golden thread".
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answering {
    /// Those that answer it, the earliest edition first.
    pub answers: Vec<ActionAt>,
    /// Those that were cancelled, each where the latest edition says so.
    pub cancelled: Vec<ActionAt>,
}

/// What answers each duty that any action names; `ties` stand from the earliest edition to the latest.
pub(super) fn answering(model: &Model, ties: &[Tie]) -> BTreeMap<DutyAt, Answering> {
    let mut naming: BTreeMap<DutyAt, Vec<ActionAt>> = BTreeMap::new();
    for tie in ties.iter().filter(|tie| tie.kind == TieKind::Fulfils) {
        if let (Some(action), Some(Spot::Duty(guidance, body, at))) = (tie.action(), tie.spot()) {
            let duty = (*guidance, *body, *at);
            naming.entry(duty).or_default().push(action);
        }
    }
    let answering = naming
        .into_iter()
        .map(|(duty, actions)| (duty, parted(model, &actions)));
    answering.collect()
}

/// The actions that name one duty, those that answer it apart from those that were cancelled.
fn parted(model: &Model, actions: &[ActionAt]) -> Answering {
    let identity = |action: &ActionAt| {
        let objective = &model.reports[action.0].objectives[action.1].id;
        (objective, &of(model, *action).id.value)
    };
    let latest: BTreeMap<_, _> = actions.iter().map(|it| (identity(it), *it)).collect();
    let cancelled = |action: &ActionAt| of(model, *action).is_cancelled();
    let goes_on = |action: &&ActionAt| {
        let last = latest.get(&identity(action));
        !cancelled(action) && !last.is_some_and(cancelled)
    };
    let over =
        |action: &&ActionAt| cancelled(action) && latest.get(&identity(action)) == Some(*action);
    Answering {
        answers: actions.iter().filter(goes_on).copied().collect(),
        cancelled: actions.iter().filter(over).copied().collect(),
    }
}

/// The duties that no action answers, in the order of the content.
pub(super) fn unanswered(model: &Model, answering: &BTreeMap<DutyAt, Answering>) -> Vec<DutyAt> {
    let guidance = model.guidance.iter().enumerate();
    let duties = guidance.flat_map(|(guidance, found)| {
        let duties = found.duties();
        duties.map(move |((body, at), _)| (guidance, body, at))
    });
    let open = |duty: &DutyAt| answering.get(duty).is_none_or(|it| it.answers.is_empty());
    duties.filter(open).collect()
}

/// The action at a place in the model.
pub(super) fn of(model: &Model, (report, objective, at): ActionAt) -> &Action {
    &model.reports[report].objectives[objective].actions[at]
}
