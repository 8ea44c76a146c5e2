//! The golden thread of an edition, downwards from goals and upwards from measures, with its gaps.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    model::{Language, Objective, RagShow},
    page::{
        Context,
        action_row::{action_link, duty_link, measure_link, measured_link, status},
        counts::judged,
        evidence::standing_on,
        files::downloads,
        frame::{FrameView, Head, frame},
        framework::short,
        gap::{GapView, GapsOf, gaps, gaps_of_all},
        here::{Here, own},
        item::{ServingLink, item_link, objective_link, serving_links},
        report_lists::report_link,
        thread_map::{map, named_in},
        view::{Badge, ChartView, ContentsView, DownloadView, LinkOfEdition, LinkView},
    },
    reference::{MeasureAt, Spot},
    wording::Place,
};

/// The golden thread of an edition.
#[derive(Clone, Debug, Serialize)]
pub struct ThreadView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// The edition; none where the site has no report.
    pub report: Option<LinkView>,
    /// What the page shows.
    pub intro: String,
    /// The page's own contents.
    pub contents: Vec<ContentsView>,
    /// The edition as a map; none where there is nothing to join.
    pub map: Option<ChartView>,
    /// From the goals: each framework that has any.
    pub frameworks: Vec<GoalsView>,
    /// From the objectives downwards.
    pub objectives: Vec<StrandView>,
    /// From the measures upwards.
    pub measures: Vec<MeasureStrand>,
    /// What the table of those shows.
    pub measures_caption: String,
    /// The gaps of the edition, and on the page of all editions those that are nobody's.
    pub gaps: Vec<GapView>,
    /// The gaps of every edition in numbers; on the page of all editions alone.
    pub gaps_of_all: Vec<GapsOf>,
    /// The thread in other editions.
    pub others: Vec<LinkView>,
    /// The self-evaluations that name it as evidence.
    pub standing: Vec<LinkOfEdition>,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
}

/// The goals of a framework with the objectives that serve them.
#[derive(Clone, Debug, Serialize)]
pub struct GoalsView {
    /// The framework.
    pub framework: LinkView,
    /// Its goals or indicators that are served.
    pub items: Vec<GoalStrand>,
    /// How many nobody serves; none where all are served, and for indicators.
    pub rest: Option<String>,
}

/// A goal or indicator with the objectives that serve it.
#[derive(Clone, Debug, Serialize)]
pub struct GoalStrand {
    /// The goal.
    pub link: LinkView,
    /// Whether it stands below the one before it that does not.
    pub nested: bool,
    /// The objectives.
    pub objectives: Vec<ServingLink>,
}

/// An objective, with all above and below it.
#[derive(Clone, Debug, Serialize)]
pub struct StrandView {
    /// Its anchor.
    pub id: String,
    /// Its code.
    pub code: Option<String>,
    /// Its page.
    pub link: LinkView,
    /// The judgement on it.
    pub judgement: Badge,
    /// What it serves.
    pub serves: Vec<LinkView>,
    /// Its actions.
    pub actions: Vec<ActionStrand>,
    /// The measures that no action names.
    pub loose: Vec<MeasureKnot>,
    /// The measures that actions of other objectives name, and none of its own.
    pub elsewhere: Vec<MeasureKnot>,
}

/// An action with what it fulfils and the measures that tell.
#[derive(Clone, Debug, Serialize)]
pub struct ActionStrand {
    /// The action.
    pub link: LinkView,
    /// How far it has come.
    pub status: Option<String>,
    /// The organisation's rating, where it states one.
    pub rag: Option<Badge>,
    /// The duties it fulfils.
    pub fulfils: Vec<LinkView>,
    /// The measures that tell.
    pub measures: Vec<MeasureKnot>,
}

/// A measure with its rating.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureKnot {
    /// Its row.
    pub link: LinkView,
    /// Its rating, where the site shows ratings.
    pub rating: Option<Badge>,
    /// Whose actions name it, where none of its own objective does.
    pub note: Option<String>,
}

/// A measure with what stands above it.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureStrand {
    /// The measure.
    pub knot: MeasureKnot,
    /// The actions that name it.
    pub actions: Vec<LinkView>,
    /// Its objective.
    pub objective: LinkView,
    /// What that serves.
    pub serves: Vec<LinkView>,
}

/// The page of the golden thread: at `place` of an edition, else of the latest.
pub fn thread(context: &Context<'_>, language: &Language, place: &Place) -> ThreadView {
    let here = Here::new(context, language, place.clone());
    let report = match place {
        Place::ReportThread(at) => Some(*at),
        _ => context.index.latest(),
    };
    let of_all = *place == Place::Thread;
    let reports = 0..context.model.reports.len();
    let others: Vec<_> = reports.filter(|other| Some(*other) != report).collect();
    let link = report.map(|at| report_link(&here, at));
    let named = link
        .as_ref()
        .map_or_else(String::new, |link| link.text.marked());
    let caption = [("report", named.as_str().into())];
    let objectives = report.map_or(0, |at| context.model.reports[at].objectives.len());
    let strands = 0..objectives;
    let measures = report.map_or_else(Vec::new, |at| measure_strands(&here, at));
    let map = report.and_then(|at| map(&here, at, &named));
    let frameworks = report.map_or_else(Vec::new, |at| goals(&here, at));
    let objectives: Vec<_> = report.map_or_else(Vec::new, |report| {
        strands.map(|at| strand(&here, report, at)).collect()
    });
    let part = |is_there: bool, anchor: &str, word: &str| is_there.then(|| here.part(anchor, word));
    let of_objectives = objectives.iter().map(|strand| LinkView {
        href: here.href_at(&here.place, Some(&strand.id)),
        text: strand.link.text.clone(),
    });
    let contents = [
        part(!frameworks.is_empty(), "from-goals", "from-goals"),
        Some(ContentsView {
            children: of_objectives.collect(),
            ..here.part("from-objectives", "from-objectives")
        }),
        part(!measures.is_empty(), "from-measures", "from-measures"),
        part(true, "gaps", "gaps"),
        part(map.is_some(), "map", "thread-map"),
        part(!others.is_empty(), "editions", "thread-elsewhere"),
    ];
    ThreadView {
        frame: thread_frame(&here, report, link.as_ref()),
        intro: here.phrase("thread-intro", &caption),
        contents: contents.into_iter().flatten().collect(),
        map,
        frameworks,
        objectives,
        measures,
        measures_caption: here.phrase("caption-thread-measures", &caption),
        gaps: gaps(&here, report, of_all),
        gaps_of_all: if of_all {
            gaps_of_all(&here)
        } else {
            Vec::new()
        },
        others: others
            .into_iter()
            .map(|other| LinkView {
                href: here.href(&Place::ReportThread(other)),
                text: report_link(&here, other).text,
            })
            .collect(),
        report: link,
        standing: standing_on(&here, [Spot::Thread(report.filter(|_| !of_all))]),
        downloads: downloads(&here, &[Place::SiteJson]),
    }
}

/// A measure with its rating, in the edition where it stands.
pub(super) fn knot(here: &Here<'_>, at: MeasureAt) -> MeasureKnot {
    let context = here.context;
    let (_, facts) = context.measure(at);
    let shown = context.model.settings.rag.show != RagShow::None;
    MeasureKnot {
        link: measure_link(here, at),
        rating: shown.then(|| Badge {
            status: facts.shown.rating.as_str(),
            word: here.lexicon.rating(facts.shown.rating),
        }),
        note: None,
    }
}

/// The anchor of an objective on the page of its edition's golden thread.
pub(super) fn strand_anchor(objective: &Objective) -> String {
    format!("objective-{}", objective.id.as_str().to_lowercase())
}

/// What the golden thread of an edition is called, apart from that of the site.
pub(super) fn thread_name(here: &Here<'_>, report: &LinkView) -> String {
    here.phrase("thread-of", &[("report", report.text.marked().into())])
}

fn thread_frame(here: &Here<'_>, report: Option<usize>, link: Option<&LinkView>) -> FrameView {
    let own_page = matches!(here.place, Place::ReportThread(_));
    let above = report.zip(link).filter(|_| own_page);
    let heading = above.map(|(_, link)| thread_name(here, link));
    frame(
        here,
        Head {
            description: Some(here.word("thread-description")),
            above: above
                .map(|(at, link)| (Place::Report(at), link.text.clone()))
                .into_iter()
                .collect(),
            report: report.filter(|_| own_page),
            ..Head::new(own(heading.unwrap_or_else(|| here.word("golden-thread"))))
        },
    )
}

/// From the goals: which objectives serve which.
fn goals(here: &Here<'_>, report: usize) -> Vec<GoalsView> {
    let context = here.context;
    let frameworks = context.model.frameworks.iter().enumerate();
    let views = frameworks.map(|(at, framework)| {
        let items = 0..framework.items.len();
        let items: Vec<_> = items
            .filter_map(|item| {
                let objectives = serving_links(here, (at, item), Some(report));
                let link = item_link(here, at, item);
                (!objectives.is_empty()).then_some(GoalStrand {
                    link,
                    nested: framework.items[item].parent.is_some(),
                    objectives,
                })
            })
            .collect();
        let rest = framework.items.len() - items.len();
        let rest = framework.is_goals() && rest > 0;
        let open = [("count", (framework.items.len() - items.len()).into())];
        GoalsView {
            framework: here.link(&Place::Framework(at), short(framework)),
            items,
            rest: rest.then(|| here.phrase("goals-rest", &open)),
        }
    });
    views.filter(|view| !view.items.is_empty()).collect()
}

/// From an objective: what it serves, its actions and their measures.
fn strand(here: &Here<'_>, report: usize, at: usize) -> StrandView {
    let context = here.context;
    let found = &context.model.reports[report].objectives[at];
    let judgement = found.judgement.as_ref().map(|judgement| judgement.value);
    let actions = 0..found.actions.len();
    StrandView {
        id: strand_anchor(found),
        code: found.code.as_ref().map(ToString::to_string),
        link: here.link(&Place::Objective(report, at), &found.title),
        judgement: judged(here, judgement),
        serves: serves(here, report, at),
        actions: actions
            .map(|action| action_strand(here, report, at, action))
            .collect(),
        loose: loose(here, report, at)
            .into_iter()
            .map(|row| knot(here, row))
            .collect(),
        elsewhere: named_elsewhere(here, report, at)
            .into_iter()
            .map(|(row, naming)| MeasureKnot {
                note: Some(named_in(here, report, &naming)),
                ..knot(here, row)
            })
            .collect(),
    }
}

/// The measures of an objective that no action of the edition names.
pub(super) fn loose(here: &Here<'_>, report: usize, objective: usize) -> Vec<MeasureAt> {
    let gaps = here.context.index.thread().gaps[report].measures.iter();
    let own = gaps.filter(|(of, _)| *of == objective);
    own.map(|(_, measure)| MeasureAt {
        report,
        objective,
        measure: *measure,
    })
    .collect()
}

/// The measures of an objective that actions of other objectives of the edition name, and none of its
/// own; each with those objectives.
pub(super) fn named_elsewhere(
    here: &Here<'_>,
    report: usize,
    objective: usize,
) -> Vec<(MeasureAt, Vec<usize>)> {
    let context = here.context;
    let measures = 0..context.model.reports[report].objectives[objective]
        .measures
        .len();
    let named = measures.filter_map(|measure| {
        let row = MeasureAt {
            report,
            objective,
            measure,
        };
        let naming = context.index.thread().measured_by(row);
        let naming = naming.filter(|action| action.0 == report);
        let naming: BTreeSet<_> = naming.map(|action| action.1).collect();
        let elsewhere = !naming.is_empty() && !naming.contains(&objective);
        elsewhere.then(|| (row, naming.into_iter().collect()))
    });
    named.collect()
}

/// What an objective serves.
pub(super) fn serves(here: &Here<'_>, report: usize, at: usize) -> Vec<LinkView> {
    let served = here.context.index.thread().served_by(report, at);
    served
        .map(|(framework, item)| item_link(here, framework, item))
        .collect()
}

fn action_strand(here: &Here<'_>, report: usize, objective: usize, at: usize) -> ActionStrand {
    let context = here.context;
    let action = &context.model.reports[report].objectives[objective].actions[at];
    let thread = context.index.thread();
    let measures = thread.measuring((report, objective, at));
    ActionStrand {
        link: action_link(here, report, objective, at),
        status: action
            .status
            .as_ref()
            .map(|found| status(here, found.value)),
        rag: action.rag.as_ref().map(|rag| judged(here, Some(rag.value))),
        fulfils: thread
            .answered_by(context.model, (report, objective, at))
            .map(|duty| duty_link(here, duty))
            .collect(),
        measures: measures
            .map(|row| {
                if row.report == report {
                    return knot(here, row);
                }
                // The rating of another edition says nothing in this one.
                MeasureKnot {
                    link: measured_link(here, report, row),
                    rating: None,
                    note: None,
                }
            })
            .collect(),
    }
}

/// From the measures: the actions that name each, its objective, and what that serves.
fn measure_strands(here: &Here<'_>, report: usize) -> Vec<MeasureStrand> {
    let context = here.context;
    let thread = context.index.thread();
    let mut strands = Vec::new();
    for (objective, found) in context.model.reports[report].objectives.iter().enumerate() {
        let serves = serves(here, report, objective);
        for measure in 0..found.measures.len() {
            let at = MeasureAt {
                report,
                objective,
                measure,
            };
            let actions = thread.measured_by(at).filter(|action| action.0 == report);
            let actions =
                actions.map(|(report, objective, at)| action_link(here, report, objective, at));
            strands.push(MeasureStrand {
                knot: knot(here, at),
                actions: actions.collect(),
                objective: objective_link(here, report, objective),
                serves: serves.clone(),
            });
        }
    }
    strands
}
