//! What answers the duties of guidance.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    model::{Action, Id, Model},
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

/// What an action is known by in every edition: its objective, and its own id.
type Identity<'m> = (&'m Id, &'m Id);

/// What answers each duty that any action names; `ties` stand from the earliest edition to the latest, as
/// the reports do in `order`.
pub(super) fn answering(
    model: &Model,
    ties: &[Tie],
    order: impl Iterator<Item = usize>,
) -> BTreeMap<DutyAt, Answering> {
    let latest = latest(model, order);
    let mut naming: BTreeMap<DutyAt, Vec<ActionAt>> = BTreeMap::new();
    for tie in ties.iter().filter(|tie| tie.kind == TieKind::Fulfils) {
        if let (Some(action), Some(Spot::Duty(guidance, body, at))) = (tie.action(), tie.spot()) {
            let duty = (*guidance, *body, *at);
            naming.entry(duty).or_default().push(action);
        }
    }
    let answering = naming
        .into_iter()
        .map(|(duty, actions)| (duty, parted(model, &actions, &latest)));
    answering.collect()
}

/// Every action where the latest edition that has it says what became of it.
fn latest(model: &Model, order: impl Iterator<Item = usize>) -> BTreeMap<Identity<'_>, ActionAt> {
    let mut latest = BTreeMap::new();
    for report in order {
        for (at, objective) in model.reports[report].objectives.iter().enumerate() {
            for (action, found) in objective.actions.iter().enumerate() {
                latest.insert((&objective.id, &found.id.value), (report, at, action));
            }
        }
    }
    latest
}

/// The actions that name one duty, those that answer it apart from those that were cancelled, though the
/// edition that says so may name no duty any more.
fn parted(
    model: &Model,
    actions: &[ActionAt],
    latest: &BTreeMap<Identity<'_>, ActionAt>,
) -> Answering {
    let cancelled = |action: &ActionAt| of(model, *action).is_cancelled();
    let last = |action: &ActionAt| {
        let objective = &model.reports[action.0].objectives[action.1].id;
        let found = latest.get(&(objective, &of(model, *action).id.value));
        found.copied().unwrap_or(*action)
    };
    let goes_on = |action: &&ActionAt| !cancelled(action) && !cancelled(&last(action));
    let mut told = BTreeSet::new();
    let over = actions.iter().map(last).filter(cancelled);
    Answering {
        answers: actions.iter().filter(goes_on).copied().collect(),
        cancelled: over.filter(|action| told.insert(*action)).collect(),
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
