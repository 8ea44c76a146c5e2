//! The judgements on the objectives of every edition side by side.

use serde::Serialize;

use crate::{
    model::{Id, Status},
    page::{
        counts::judged,
        here::Here,
        report_lists::report_link,
        view::{Badge, LinkView, TextView},
    },
    wording::Place,
};

/// Objectives by edition.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixView {
    /// What the table shows.
    pub caption: String,
    /// The editions, the earliest first.
    pub editions: Vec<MatrixEdition>,
    /// The objectives, those of the latest edition first.
    pub rows: Vec<MatrixRow>,
}

/// An edition, at the head of a column.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixEdition {
    /// Its page.
    pub link: LinkView,
    /// That another edition has taken its place.
    pub superseded: Option<String>,
    /// Whether it is the edition that the page is about.
    pub current: bool,
}

/// An objective with the judgement in each edition.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixRow {
    /// Its code.
    pub code: Option<String>,
    /// Its title, as its latest edition has it.
    pub title: TextView,
    /// One for each edition.
    pub cells: Vec<MatrixCell>,
}

/// An objective in one edition.
#[derive(Clone, Debug, Serialize)]
pub struct MatrixCell {
    /// The edition, for narrow screens where the column has no head.
    pub edition: String,
    /// Its page there; none where the edition has no such objective.
    pub href: Option<String>,
    /// The judgement there.
    pub judgement: Option<Badge>,
}

/// The objectives by edition; `None` where there is one edition alone. `current` is the edition that
/// the page is about.
pub(super) fn matrix(here: &Here<'_>, current: Option<usize>) -> Option<MatrixView> {
    let context = here.context;
    let reports = &context.model.reports;
    let editions: Vec<_> = context.facts.editions.earliest_first().collect();
    if editions.len() < 2 {
        return None;
    }
    let mut ids: Vec<&Id> = Vec::new();
    for report in editions.iter().rev() {
        for objective in &reports[*report].objectives {
            if !ids.contains(&&objective.id) {
                ids.push(&objective.id);
            }
        }
    }
    let names: Vec<_> = editions.iter().map(|at| report_link(here, *at)).collect();
    let row = |id: &&Id| {
        let place = |report: usize| {
            let mut objectives = reports[report].objectives.iter();
            objectives.position(|objective| objective.id == **id)
        };
        let mut latest = editions.iter().rev();
        let (report, at) = latest.find_map(|at| Some((*at, place(*at)?)))?;
        let latest = &reports[report].objectives[at];
        let short = latest.common.short_title.as_ref();
        let cells = editions.iter().zip(&names).map(|(report, name)| {
            let at = place(*report);
            MatrixCell {
                edition: name.text.marked(),
                href: at.map(|at| here.href(&Place::Objective(*report, at))),
                judgement: at.map(|at| {
                    let objective = &reports[*report].objectives[at];
                    judged(here, objective.judgement.as_ref().map(|it| it.value))
                }),
            }
        });
        Some(MatrixRow {
            code: latest.code.as_ref().map(ToString::to_string),
            title: here.text(short.unwrap_or(&latest.title)),
            cells: cells.collect(),
        })
    };
    let heads = editions.iter().zip(&names);
    Some(MatrixView {
        caption: here.word("matrix-caption"),
        rows: ids.iter().filter_map(row).collect(),
        editions: heads
            .map(|(at, link)| MatrixEdition {
                link: link.clone(),
                superseded: (reports[*at].status.value == Status::Superseded)
                    .then(|| here.word("superseded")),
                current: current == Some(*at),
            })
            .collect(),
    })
}
