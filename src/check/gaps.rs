//! The golden thread is whole.

use crate::{
    check::{Check, Rule, Subject},
    model::{Framework, Model, Report, WELL_BEING},
    reference::ItemAt,
    text::{Code, Diagnostic, Diagnostics, Span},
    thread::{Gaps, Thread},
};

/// Every objective serves something, every goal is served, actions and measures name each other, and
/// duties and questions have an answer. A gap is a note: some measures tell of the world, and some goals
/// are for others. Editions before the latest are records, and their gaps stand on their pages alone.
/// Of objectives, actions and measures nothing is said in an edition that ties none of them; goals,
/// duties and questions are there to be served and answered, and are named even so. Source:
/// docs/rules.md, "Gaps in the golden thread".
pub const RULE: Rule = Rule {
    codes: &[
        Code::ServesNothing,
        Code::GoalUnserved,
        Code::ActionWithoutMeasure,
        Code::MeasureWithoutAction,
        Code::DutyUnanswered,
        Code::QuestionUnanswered,
    ],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    // What could not be read may be what is missing.
    if !model.faults.files().is_empty() {
        return;
    }
    let thread = &*subject.thread;
    for (at, report) in model.reports.iter().enumerate() {
        if report.is_draft() || subject.facts.editions.latest() == Some(at) {
            edition(report, &thread.gaps[at].told(report), diagnostics);
        }
    }
    if let Some(latest) = subject.facts.editions.latest() {
        for (at, framework) in model.frameworks.iter().enumerate() {
            goals(
                (model, &model.reports[latest]),
                (at, framework),
                &thread.gaps[latest].goals,
                diagnostics,
            );
        }
    }
    for found in &thread.unanswered {
        let item = &model.frameworks[found.item.0].items[found.item.1];
        let numbers = found.questions.iter().map(|at| (at + 1).to_string());
        let (what, have) = match found.questions.len() {
            1 => ("question", "has no answer"),
            _ => ("questions", "have no answer"),
        };
        let numbers = numbers.collect::<Vec<_>>().join(", ");
        let message = format!("{what} {numbers} of `{}` {have} in any evaluation", item.id);
        diagnostics.push(note(Code::QuestionUnanswered, item.span, message));
    }
    duties(subject, thread, diagnostics);
}

/// The gaps of one edition, an objective at a time.
fn edition(report: &Report, gaps: &Gaps, diagnostics: &mut Diagnostics) {
    for at in &gaps.objectives {
        let objective = &report.objectives[*at];
        let message = format!(
            "the objective `{}` serves no goal and no indicator",
            objective.id
        );
        diagnostics.push(note(Code::ServesNothing, objective.span, message));
    }
    for (at, action) in &gaps.actions {
        let action = &report.objectives[*at].actions[*action];
        if action.common.unread.nameless {
            continue;
        }
        let message = format!("the action `{}` names no measure", action.id.value);
        diagnostics.push(note(Code::ActionWithoutMeasure, action.id.span, message));
    }
    for (at, measure) in &gaps.measures {
        let measure = &report.objectives[*at].measures[*measure];
        if measure.common.unread.nameless {
            continue;
        }
        let message = format!("no action names the measure `{}`", measure.id.value);
        diagnostics.push(note(Code::MeasureWithoutAction, measure.id.span, message));
    }
}

/// The goals of a framework that no objective of the latest edition serves.
fn goals(
    (model, latest): (&Model, &Report),
    (at, framework): (usize, &Framework),
    open: &[ItemAt],
    diagnostics: &mut Diagnostics,
) {
    let open = open.iter().filter(|(other, _)| *other == at);
    let open: Vec<_> = open.map(|(_, item)| &*framework.items[*item].id).collect();
    if open.is_empty() {
        return;
    }
    let goals = open.join("`, `");
    let message = format!(
        "no objective of `{}` serves {} of `{}`: `{goals}`",
        latest.id,
        share(open.len(), framework.items.len(), ["goal", "goals"]),
        framework.id
    );
    // The built-in goals have no file: they stand where something names one of them first, which another
    // report may do.
    let path = |span: Span| model.sources.get(span.source).path();
    let folder = path(latest.span).strip_suffix("report.md");
    let is_own = folder.is_some_and(|folder| path(framework.span).starts_with(folder));
    let place = if framework.id.as_str() != WELL_BEING || is_own {
        framework.span
    } else {
        let entries = latest.objectives.iter().flat_map(|found| &found.serves);
        let mut serving = entries.filter(|entry| entry.value.split('/').next() == Some(WELL_BEING));
        serving.next().map_or(latest.span, |entry| entry.span)
    };
    diagnostics.push(note(Code::GoalUnserved, place, message));
}

/// The duties that nothing answers, a body at a time.
fn duties(subject: &Subject<'_>, thread: &Thread, diagnostics: &mut Diagnostics) {
    for (at, guidance) in subject.model.guidance.iter().enumerate() {
        for (body, found) in guidance.responsibilities.iter().enumerate() {
            let open = thread.duties.iter();
            let open = open.filter(|duty| (duty.0, duty.1) == (at, body));
            let open: Vec<_> = open
                .map(|duty| found.duties[duty.2].id.value.as_str())
                .collect();
            if open.is_empty() {
                continue;
            }
            let message = format!(
                "no action fulfils {} of this body: `{}`",
                share(open.len(), found.duties.len(), ["duty", "duties"]),
                open.join("`, `")
            );
            diagnostics.push(note(Code::DutyUnanswered, start(found.span), message));
        }
    }
}

/// How many of all are meant where something is said of none of them: `the goal`, `any of the 7 goals`,
/// `2 of the 7 goals`.
fn share(open: usize, all: usize, [one, many]: [&str; 2]) -> String {
    match (open, all) {
        (_, 1) => format!("the {one}"),
        (open, all) if open == all => format!("any of the {all} {many}"),
        (open, all) => format!("{open} of the {all} {many}"),
    }
}

fn note(code: Code, span: Span, message: String) -> Diagnostic {
    Diagnostic::new(code, span, message)
}

/// The beginning of an entry: the whole of it is the better part of a file.
fn start(span: Span) -> Span {
    span.part(0, 0)
}
