//! The golden thread of an edition as a map.

use std::collections::BTreeMap;

use crate::{
    chart::{
        self, Heading, ThreadChart, ThreadGoal, ThreadLabel, ThreadMeasure, ThreadRow, ThreadSign,
        ThreadState, ThreadStrand, ThreadWords,
    },
    facts::Rating,
    model::{Judgement, RagShow},
    page::{
        action_row::{action_link, measured_link, status},
        charts::figure,
        counts::judged,
        here::Here,
        item::{item_link, objective_link},
        report_lists::report_link,
        thread::{loose, named_elsewhere},
        view::{ChartView, LinkView},
    },
    reference::{ItemAt, MeasureAt},
};

/// The map of an edition, called `name`; `None` where no objective serves anything and no action is
/// measured.
pub(super) fn map(here: &Here<'_>, report: usize, name: &str) -> Option<ChartView> {
    let objectives = 0..here.context.model.reports[report].objectives.len();
    let items = items(here, report);
    let places: BTreeMap<_, _> = items
        .iter()
        .zip(0..)
        .map(|(item, at)| (*item, at))
        .collect();
    let strands: Vec<_> = objectives
        .map(|at| strand(here, report, at, &places))
        .collect();
    let is_drawn = |strand: &ThreadStrand| {
        let measured = strand.rows.iter().any(|row| !row.measures.is_empty());
        !strand.goals.is_empty() || measured
    };
    if !strands.iter().any(is_drawn) {
        return None;
    }
    let caption = here.phrase("caption-thread-map", &[("report", name.into())]);
    let goals: Vec<_> = items.iter().map(|item| goal(here, report, *item)).collect();
    let signs = signs(here, &goals, &strands);
    let pieces = chart::thread(&ThreadChart {
        heading: heading(here, caption.clone(), here.word("thread-map-description")),
        goals,
        strands,
        words: ThreadWords {
            goals: here.word("goals"),
            served_by: here.word("served-by"),
            objective: here.word("objective"),
            actions: here.word("actions"),
            measures: here.word("measures"),
            no_objective: here.word("no-objective"),
            no_goal: here.word("serves-nothing"),
            no_action: here.word("no-action"),
            no_measure: here.word("no-measure"),
        },
        key: heading(
            here,
            here.word("thread-map-key"),
            here.word("thread-map-key-description"),
        ),
        signs,
    });
    let drawn = pieces.iter().enumerate();
    let drawn = drawn.map(|(at, piece)| piece.inline(&format!("drawing-of-thread-{at}")));
    let drawn: Vec<_> = drawn.collect();
    let view = ChartView {
        html: String::new(),
        svg: drawn.join("\n"),
        id: "chart-of-thread".to_owned(),
        caption,
        note: None,
        file: None,
    };
    Some(figure(here, view))
}

fn heading(here: &Here<'_>, title: String, description: String) -> Heading {
    Heading {
        title,
        description,
        language: here.language.to_string(),
    }
}

/// A name that leads to its page.
fn label(link: LinkView) -> ThreadLabel {
    ThreadLabel {
        text: link.text.marked(),
        href: Some(link.href),
    }
}

/// The goals and indicators of the map, in the order of their frameworks: those that an objective serves,
/// and of frameworks of goals that are served at all those at the top that nobody serves.
fn items(here: &Here<'_>, report: usize) -> Vec<ItemAt> {
    let context = here.context;
    let thread = context.index.thread();
    let is_served = |item: ItemAt| {
        let serving = thread.serving(context.model, item);
        serving.iter().any(|found| found.report == report)
    };
    let frameworks = context.model.frameworks.iter().enumerate();
    let all = frameworks.flat_map(|(at, framework)| {
        let items = 0..framework.items.len();
        let served: Vec<_> = items.clone().map(|item| is_served((at, item))).collect();
        let touched = served.contains(&true) && framework.is_goals();
        let shown = move |item: &usize| {
            served[*item] || (touched && framework.items[*item].parent.is_none())
        };
        items.filter(shown).map(move |item| (at, item))
    });
    all.collect()
}

fn goal(here: &Here<'_>, report: usize, (framework, item): ItemAt) -> ThreadGoal {
    let context = here.context;
    let serving = context
        .index
        .thread()
        .serving(context.model, (framework, item));
    let own = serving.iter().filter(|found| found.report == report);
    ThreadGoal {
        label: label(item_link(here, framework, item)),
        below: context.model.frameworks[framework].items[item]
            .parent
            .is_some(),
        served_by: own.map(|found| (found.objective, found.below)).collect(),
    }
}

fn strand(
    here: &Here<'_>,
    report: usize,
    at: usize,
    places: &BTreeMap<ItemAt, usize>,
) -> ThreadStrand {
    let context = here.context;
    let objective = &context.model.reports[report].objectives[at];
    let link = objective_link(here, report, at);
    let named = [("objective", link.text.marked().into())];
    let served = context.index.thread().served_by(report, at);
    let judgement = objective
        .judgement
        .as_ref()
        .map(|judgement| judgement.value);
    ThreadStrand {
        heading: heading(
            here,
            here.phrase("thread-map-strand", &named),
            here.phrase("thread-map-strand-description", &named),
        ),
        code: objective.code.as_ref().map(ToString::to_string),
        label: label(link),
        state: judgement_state(here, judgement),
        goals: served
            .filter_map(|item| places.get(&item).copied())
            .collect(),
        rows: rows(here, report, at),
    }
}

/// The actions of an objective with their measures, and rows for its measures that none of them names.
fn rows(here: &Here<'_>, report: usize, objective: usize) -> Vec<ThreadRow> {
    let context = here.context;
    let actions = &context.model.reports[report].objectives[objective].actions;
    let mut rows: Vec<_> = actions
        .iter()
        .enumerate()
        .map(|(at, action)| {
            let told = action.status.as_ref().map(|found| ThreadState {
                sign: ThreadSign::Status(found.value),
                word: status(here, found.value),
            });
            let judged = action.rag.as_ref();
            let judged = judged.map(|found| judgement_state(here, Some(found.value)));
            let measures = context.index.thread().measuring((report, objective, at));
            ThreadRow {
                label: label(action_link(here, report, objective, at)),
                states: told.into_iter().chain(judged).collect(),
                measures: measures
                    .map(|row| measure(here, (report, objective), row))
                    .collect(),
            }
        })
        .collect();
    let loose = loose(here, report, objective).into_iter();
    let loose = loose.map(|row| measure(here, (report, objective), row));
    let elsewhere = named_elsewhere(here, report, objective).into_iter();
    let elsewhere = elsewhere.map(|(row, naming)| ThreadMeasure {
        note: Some(named_in(here, report, &naming)),
        ..measure(here, (report, objective), row)
    });
    let rest: [(_, Vec<_>); 2] = [
        ("measures-without-action", loose.collect()),
        ("measures-named-elsewhere", elsewhere.collect()),
    ];
    for (key, measures) in rest {
        if !measures.is_empty() {
            rows.push(ThreadRow {
                label: ThreadLabel {
                    text: here.word(key),
                    href: None,
                },
                states: Vec::new(),
                measures,
            });
        }
    }
    rows
}

/// That actions of other objectives name a measure.
pub(super) fn named_in(here: &Here<'_>, report: usize, objectives: &[usize]) -> String {
    let names = objectives.iter().map(|at| brief(here, report, *at));
    let names = here.lexicon.list(&names.collect::<Vec<_>>());
    here.phrase("thread-named-in", &[("objective", names.into())])
}

/// An objective by its code, where it has one.
fn brief(here: &Here<'_>, report: usize, at: usize) -> String {
    let objective = &here.context.model.reports[report].objectives[at];
    let code = objective.code.as_ref().map(ToString::to_string);
    code.unwrap_or_else(|| objective_link(here, report, at).text.marked())
}

/// A measure in the piece of an objective, of which it need not be.
fn measure(here: &Here<'_>, of: (usize, usize), at: MeasureAt) -> ThreadMeasure {
    let (_, facts) = here.context.measure(at);
    let shown = here.context.model.settings.rag.show != RagShow::None;
    let found = facts.shown.rating;
    // The rating of another edition says nothing in this one.
    let state = if shown && at.report == of.0 {
        ThreadState {
            sign: ThreadSign::Rating(rating(found)),
            word: here.lexicon.rating(found),
        }
    } else {
        ThreadState {
            sign: ThreadSign::Knot,
            word: String::new(),
        }
    };
    let note = if at.report != of.0 {
        Some(report_link(here, at.report).text.marked())
    } else if at.objective != of.1 {
        let name = brief(here, at.report, at.objective);
        Some(here.phrase("thread-map-of", &[("objective", name.into())]))
    } else {
        None
    };
    ThreadMeasure {
        label: label(measured_link(here, of.0, at)),
        state,
        note,
    }
}

/// The signs that the map uses, each with its meaning, those of ratings and judgements as one.
fn signs(here: &Here<'_>, goals: &[ThreadGoal], strands: &[ThreadStrand]) -> Vec<ThreadState> {
    let rows = || strands.iter().flat_map(|strand| &strand.rows);
    let measured = rows().flat_map(|row| row.measures.iter().map(|it| &it.state));
    let judged = strands.iter().map(|strand| &strand.state);
    let states = rows().flat_map(|row| &row.states);
    let mut meanings: BTreeMap<ThreadSign, Vec<String>> = BTreeMap::new();
    let mut add = |sign, word: String| {
        let words = meanings.entry(sign).or_default();
        if !words.contains(&word) {
            words.push(word);
        }
    };
    let serving = goals.iter().flat_map(|goal| &goal.served_by);
    for (_, below) in serving {
        if *below {
            add(
                ThreadSign::ServesBelow,
                here.word("thread-map-serves-below"),
            );
        } else {
            add(ThreadSign::Serves, here.word("thread-map-serves"));
        }
    }
    if !goals.is_empty() {
        add(ThreadSign::Knot, here.word("goal"));
    }
    for state in measured.chain(judged).chain(states) {
        let word = match state.sign {
            ThreadSign::Knot => here.word("thread-map-unrated"),
            _ => state.word.clone(),
        };
        add(state.sign, word);
    }
    let signs = meanings.into_iter();
    signs
        .map(|(sign, words)| ThreadState {
            sign,
            word: words.join(" \u{b7} "),
        })
        .collect()
}

fn judgement_state(here: &Here<'_>, judgement: Option<Judgement>) -> ThreadState {
    let sign = match judgement {
        Some(Judgement::FullySuccessful) => chart::Rating::Green,
        Some(Judgement::PartlySuccessful) => chart::Rating::Amber,
        Some(Judgement::Unsuccessful) => chart::Rating::Red,
        None => chart::Rating::NotRated,
    };
    ThreadState {
        sign: ThreadSign::Rating(sign),
        word: judged(here, judgement).word,
    }
}

fn rating(rating: Rating) -> chart::Rating {
    match rating {
        Rating::Green => chart::Rating::Green,
        Rating::Amber => chart::Rating::Amber,
        Rating::Red => chart::Rating::Red,
        Rating::NotRated => chart::Rating::NotRated,
    }
}
