//! The golden thread of an edition as a map.

use std::collections::BTreeMap;

use crate::{
    chart::{self, Heading, ThreadChart, ThreadRow, ThreadStrand},
    facts::Rating,
    model::RagShow,
    page::{
        action_row::action_link,
        charts::figure,
        here::Here,
        item::{item_link, objective_link},
        view::ChartView,
    },
    reference::{ItemAt, MeasureAt},
};

/// The map of an edition, called `name`; `None` where no objective serves anything and no action is
/// measured.
pub(super) fn map(here: &Here<'_>, report: usize, name: &str) -> Option<ChartView> {
    let context = here.context;
    let thread = context.index.thread();
    let objectives = 0..context.model.reports[report].objectives.len();
    let mut goals = Goals::default();
    let strands: Vec<_> = objectives
        .map(|at| {
            let served = thread.served_by(report, at);
            ThreadStrand {
                title: objective_link(here, report, at).text.marked(),
                goals: served.map(|item| goals.place(here, item)).collect(),
                rows: rows(here, report, at),
            }
        })
        .collect();
    let is_drawn = |strand: &ThreadStrand| !strand.goals.is_empty() || !strand.rows.is_empty();
    if !strands.iter().any(is_drawn) {
        return None;
    }
    let places = [("report", name.into())];
    let caption = here.phrase("caption-thread-map", &places);
    let drawn = chart::thread(&ThreadChart {
        heading: Heading {
            title: caption.clone(),
            description: here.word("thread-map-description"),
            language: here.language.to_string(),
        },
        goals: goals.titles,
        strands,
    });
    let view = ChartView {
        html: String::new(),
        svg: drawn.inline("drawing-of-thread"),
        id: "chart-of-thread".to_owned(),
        caption,
        note: None,
        file: None,
    };
    Some(figure(here, view))
}

/// The goals of the map, in the order they are met.
#[derive(Default)]
struct Goals {
    places: BTreeMap<ItemAt, usize>,
    titles: Vec<String>,
}

impl Goals {
    fn place(&mut self, here: &Here<'_>, item: ItemAt) -> usize {
        *self.places.entry(item).or_insert_with(|| {
            self.titles
                .push(item_link(here, item.0, item.1).text.marked());
            self.titles.len() - 1
        })
    }
}

/// The actions of an objective with their measures, and a row for those that no action names.
fn rows(here: &Here<'_>, report: usize, objective: usize) -> Vec<ThreadRow> {
    let context = here.context;
    let thread = context.index.thread();
    let actions = 0..context.model.reports[report].objectives[objective]
        .actions
        .len();
    let mut rows: Vec<_> = actions
        .map(|at| {
            let measures = thread.measuring((report, objective, at));
            let measures = measures.filter(|row| row.report == report);
            ThreadRow {
                title: action_link(here, report, objective, at).text.marked(),
                measures: measures.map(|row| rating(here, row)).collect(),
            }
        })
        .collect();
    let loose = thread.gaps[report].measures.iter();
    let loose = loose.filter(|(at, _)| *at == objective);
    let loose: Vec<_> = loose
        .map(|(objective, measure)| {
            let row = MeasureAt {
                report,
                objective: *objective,
                measure: *measure,
            };
            rating(here, row)
        })
        .collect();
    if !loose.is_empty() {
        rows.push(ThreadRow {
            title: here.word("measures-without-action"),
            measures: loose,
        });
    }
    rows
}

/// The rating of a measure as charts show it; `None` where the site shows none.
fn rating(here: &Here<'_>, at: MeasureAt) -> Option<chart::Rating> {
    let (_, facts) = here.context.measure(at);
    let shown = here.context.model.settings.rag.show != RagShow::None;
    shown.then_some(match facts.shown.rating {
        Rating::Green => chart::Rating::Green,
        Rating::Amber => chart::Rating::Amber,
        Rating::Red => chart::Rating::Red,
        Rating::NotRated => chart::Rating::NotRated,
    })
}
