//! Where the golden thread is broken.

use serde::Serialize;

use crate::{
    page::{
        action_row::{action_link, duty_link, measure_link},
        anchor::question_anchor,
        here::Here,
        item::{item_link, objective_link},
        report_lists::report_link,
        view::{LinkView, TextView},
    },
    reference::{DutyAt, MeasureAt},
    wording::Place,
};

/// Gaps of one kind.
#[derive(Clone, Debug, Serialize)]
pub struct GapView {
    /// Its anchor.
    pub id: &'static str,
    /// What is missing: `Measures that no action names`.
    pub heading: String,
    /// How many there are: `3 of 14`.
    pub count: String,
    /// The things that lack it, in groups.
    pub groups: Vec<GapGroup>,
}

/// Gaps of one kind in one objective, framework or body.
#[derive(Clone, Debug, Serialize)]
pub struct GapGroup {
    /// Where; none where they are not grouped.
    pub heading: Option<TextView>,
    /// What lacks it.
    pub entries: Vec<LinkView>,
}

/// The gaps of an edition in numbers.
#[derive(Clone, Debug, Serialize)]
pub struct GapsOf {
    /// The thread of the edition.
    pub report: LinkView,
    /// Objectives that serve nothing, goals nobody serves, actions without measures, measures without
    /// an action: each as it is shown, or that the edition ties none of a kind.
    pub counts: Vec<String>,
}

/// The gaps of an edition, kind by kind; with `all` also the duties and questions without an answer,
/// which are of no edition.
pub(super) fn gaps(here: &Here<'_>, report: Option<usize>, all: bool) -> Vec<GapView> {
    let mut views = report.map_or_else(Vec::new, |report| of_edition(here, report));
    if all {
        views.push(duties(here));
        views.push(questions(here));
    }
    views.retain(|view| !view.groups.is_empty());
    views
}

/// The gaps of every edition in numbers, the latest edition first.
pub(super) fn gaps_of_all(here: &Here<'_>) -> Vec<GapsOf> {
    let context = here.context;
    let editions = context.facts.editions.earliest_first().rev();
    let views = editions.map(|at| {
        let all = &context.index.thread().gaps[at];
        let told = all.told(&context.model.reports[at]);
        let counts = [
            (told.objectives.len(), all.objectives.len()),
            (told.goals.len(), all.goals.len()),
            (told.actions.len(), all.actions.len()),
            (told.measures.len(), all.measures.len()),
        ];
        // Where nothing of a kind is tied, none lacks it, and none has it.
        let count = |(told, all): (usize, usize)| match (told, all) {
            (0, 1..) => here.word("gap-untied"),
            _ => here.lexicon.count(told),
        };
        GapsOf {
            report: LinkView {
                href: here.href(&Place::ReportThread(at)),
                text: report_link(here, at).text,
            },
            counts: counts.map(count).into(),
        }
    });
    views.collect()
}

fn of_edition(here: &Here<'_>, report: usize) -> Vec<GapView> {
    let context = here.context;
    let gaps = context.index.thread().gaps[report].told(&context.model.reports[report]);
    let found = &context.model.reports[report].objectives;
    let goals = context.model.frameworks.iter();
    let goals = goals.filter(|framework| framework.is_goals());
    let all_actions = found.iter().map(|objective| objective.actions.len()).sum();
    let all_measures = found.iter().map(|objective| objective.measures.len()).sum();
    let objectives = gaps.objectives.iter();
    let goal =
        |(framework, item): &(usize, usize)| (*framework, item_link(here, *framework, *item));
    let action =
        |(objective, at): &(usize, usize)| (*objective, action_link(here, report, *objective, *at));
    let measure = |(objective, measure): &(usize, usize)| {
        let at = MeasureAt {
            report,
            objective: *objective,
            measure: *measure,
        };
        (*objective, measure_link(here, at))
    };
    let by_framework = |at: usize| here.text(&context.model.frameworks[at].title);
    let by_objective = |at: usize| objective_link(here, report, at).text;
    vec![
        view(
            here,
            "gap-objectives",
            gaps.objectives.len(),
            found.len(),
            {
                let entries: Vec<_> = objectives
                    .map(|at| objective_link(here, report, *at))
                    .collect();
                ungrouped(entries)
            },
        ),
        view(
            here,
            "gap-goals",
            gaps.goals.len(),
            goals.map(|framework| framework.items.len()).sum(),
            grouped(gaps.goals.iter().map(goal), by_framework),
        ),
        view(
            here,
            "gap-actions",
            gaps.actions.len(),
            all_actions,
            grouped(gaps.actions.iter().map(action), by_objective),
        ),
        view(
            here,
            "gap-measures",
            gaps.measures.len(),
            all_measures,
            grouped(gaps.measures.iter().map(measure), by_objective),
        ),
    ]
}

fn duties(here: &Here<'_>) -> GapView {
    let model = here.context.model;
    let open = &here.context.index.thread().duties;
    let all = model.guidance.iter().map(|found| found.duties().count());
    // Each body is a group of its own, across guidance.
    let mut bodies: Vec<(usize, usize)> = open.iter().map(|duty| (duty.0, duty.1)).collect();
    bodies.dedup();
    let place = |duty: &DutyAt| {
        let wanted = (duty.0, duty.1);
        bodies.iter().position(|body| *body == wanted).unwrap_or(0)
    };
    let link = |duty: &DutyAt| (place(duty), duty_link(here, *duty));
    let heading = |at: usize| {
        let (guidance, body) = bodies[at];
        here.text(&model.guidance[guidance].responsibilities[body].body)
    };
    let groups = grouped(open.iter().map(link), heading);
    view(here, "gap-duties", open.len(), all.sum(), groups)
}

fn questions(here: &Here<'_>) -> GapView {
    let model = here.context.model;
    let open = &here.context.index.thread().unanswered;
    let frameworks = model.frameworks.iter();
    let items = frameworks.flat_map(|framework| &framework.items);
    let all: usize = items.map(|item| item.questions.len()).sum();
    let groups = open.iter().map(|found| {
        let (framework, item) = found.item;
        let indicator = &model.frameworks[framework].items[item];
        let links = found.questions.iter().map(|at| {
            let anchor = question_anchor(indicator, *at);
            let mut text = here.plain_text(&indicator.questions[*at].text);
            text.text = format!("{}. {}", here.lexicon.count(at + 1), text.text);
            LinkView {
                href: here.href_at(&Place::Item(framework, item), Some(&anchor)),
                text,
            }
        });
        GapGroup {
            heading: Some(item_link(here, framework, item).text),
            entries: links.collect(),
        }
    });
    let count = open.iter().map(|found| found.questions.len()).sum();
    view(here, "gap-questions", count, all, groups.collect())
}

fn view(
    here: &Here<'_>,
    id: &'static str,
    count: usize,
    all: usize,
    groups: Vec<GapGroup>,
) -> GapView {
    let places = [("count", count.into()), ("total", all.into())];
    GapView {
        id,
        heading: here.word(id),
        count: here.phrase("count-of-total", &places),
        groups,
    }
}

fn ungrouped(entries: Vec<LinkView>) -> Vec<GapGroup> {
    let some = !entries.is_empty();
    let group = some.then_some(GapGroup {
        heading: None,
        entries,
    });
    group.into_iter().collect()
}

/// Entries that follow one another with the same number are one group.
fn grouped(
    entries: impl Iterator<Item = (usize, LinkView)>,
    heading: impl Fn(usize) -> TextView,
) -> Vec<GapGroup> {
    let mut groups: Vec<(usize, GapGroup)> = Vec::new();
    for (at, entry) in entries {
        match groups.last_mut() {
            Some((last, group)) if *last == at => group.entries.push(entry),
            _ => {
                let group = GapGroup {
                    heading: Some(heading(at)).filter(|text| !text.text.is_empty()),
                    entries: vec![entry],
                };
                groups.push((at, group));
            }
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}
