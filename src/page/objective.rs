//! An objective of a report: why, what was done, and whether it helped.

use serde::Serialize;

use crate::{
    model::{Judgement, Language, Objective, WELL_BEING},
    page::{
        Context,
        action_row::{ActionRow, action_rows},
        anchor::Anchors,
        charts::chart_view,
        corrections::{CorrectionView, corrections_of_objective},
        counts::{direction_sentence, directions, judged, progress, tally},
        description::first_paragraph,
        evaluation::{EvaluationView, evaluations},
        evidence::standing_on,
        files::{attachments, downloads},
        frame::{FrameView, Head, frame},
        framework::short,
        here::{Here, own},
        item::item_link,
        key::{Explained, key},
        measure_row::{GroupView, groups},
        prose::{Written, contents_of, prose, sections},
        report_lists::{actions_caption, report_link},
        thread::{strand_anchor, thread_name},
        view::{
            AttachmentView, Badge, ChartView, ContentsView, CountView, DownloadView, HtmlView,
            KeyView, LinkOfEdition, LinkView, ProgressView, SectionView, StepView, TallyView,
            TextView,
        },
    },
    reference::{Chart, Origin, Spot},
    wording::Place,
};

/// An objective of a report.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectiveView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// What it is called: a well-being objective where it serves a well-being goal.
    pub called: String,
    /// Its code.
    pub code: Option<String>,
    /// The report.
    pub report: LinkView,
    /// The judgement on it.
    pub judgement: Badge,
    /// The same in a sentence.
    pub judgement_sentence: String,
    /// Who leads it.
    pub lead: Option<TextView>,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// The goals that it serves.
    pub serves: Vec<GoalView>,
    /// Why it was chosen.
    pub why: Option<HtmlView>,
    /// How it applies the five ways of working.
    pub ways: Vec<WayView>,
    /// Its narrative sections.
    pub sections: Vec<SectionView>,
    /// The ratings of its measures.
    pub tally: TallyView,
    /// Their directions of travel.
    pub directions: Vec<CountView>,
    /// The same in a sentence.
    pub direction_sentence: String,
    /// How far its actions have come.
    pub progress: Option<ProgressView>,
    /// The ratings as a chart.
    pub rag_chart: Option<ChartView>,
    /// The actions as a chart.
    pub actions_chart: Option<ChartView>,
    /// The actions.
    pub actions: Vec<ActionRow>,
    /// What the table of actions shows.
    pub actions_caption: String,
    /// The measures by group.
    pub groups: Vec<GroupView>,
    /// What it says of itself against quality indicators.
    pub evaluations: Vec<EvaluationView>,
    /// The self-evaluations that name it as evidence; those that name a section stand there.
    pub standing: Vec<LinkOfEdition>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
    /// The page's own contents.
    pub contents: Vec<ContentsView>,
    /// What was put right after publication, the latest first.
    pub corrections: Vec<CorrectionView>,
    /// What ratings and judgements mean.
    pub key: KeyView,
    /// The golden thread through this page: goals, the objective, its actions, its measures.
    pub thread: Vec<StepView>,
    /// The way to this objective in the golden thread of its edition.
    pub in_thread: Option<LinkView>,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
}

/// A goal that an objective serves.
#[derive(Clone, Debug, Serialize)]
pub struct GoalView {
    /// Its title.
    pub text: TextView,
    /// Its page.
    pub href: Option<String>,
    /// What kind of goal it is.
    pub kind: String,
    /// Whether it is the first of its kind in the list.
    pub first: bool,
}

/// How an objective applies one of the five ways of working.
#[derive(Clone, Debug, Serialize)]
pub struct WayView {
    /// The way's word in content files.
    pub id: &'static str,
    /// Its name.
    pub name: String,
    /// How it is applied.
    pub text: HtmlView,
}

/// The page of an objective of a report.
pub fn objective(
    context: &Context<'_>,
    language: &Language,
    report: usize,
    at: usize,
) -> ObjectiveView {
    let here = Here::new(context, language, Place::Objective(report, at));
    let found = &context.model.reports[report].objectives[at];
    let facts = &context.facts.reports[report].objectives[at];
    let origin = Origin::of(context.model, found.span).objective(report, at);
    let mut anchors = Anchors::of(&here.place).objective(found);
    let why = prose(&here, &found.why, &origin, 3, &mut anchors);
    let sections = sections(&here, &found.sections, &origin, 3, &mut anchors);
    let groups = groups(&here, report, at, None);
    let evaluations = evaluations(&here, report, Some(at), 5, &mut anchors);
    let judgement = found.judgement.as_ref().map(|judgement| judgement.value);
    let serves = goals(&here, report, at);
    let explained = Explained {
        ratings: !found.measures.is_empty(),
        judgements: judgement.is_some() || found.actions.iter().any(|action| action.rag.is_some()),
    };
    let corrections = corrections_of_objective(&here, report, at);
    let standing = standing_on(&here, [Spot::Objective(report, at)]);
    let chart = |chart: Chart| chart_view(&here, report, &chart);
    ObjectiveView {
        frame: objective_frame(&here, report, at, why.as_ref().map(|why| &why.view)),
        called: called(&here, report, at),
        code: found.code.as_ref().map(ToString::to_string),
        report: report_link(&here, report),
        judgement: judged(&here, judgement),
        judgement_sentence: judgement_sentence(&here, judgement),
        lead: here.maybe(found.lead.as_ref()),
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        ways: ways(&here, found),
        tally: tally(&here, &facts.ratings, facts.measures.iter()),
        directions: directions(&here, &facts.directions),
        direction_sentence: direction_sentence(&here, &facts.directions),
        progress: progress(&here, &facts.actions),
        rag_chart: chart(Chart::Ratings(at)),
        actions_chart: chart(Chart::Actions(at)),
        actions: action_rows(&here, report, at),
        actions_caption: actions_caption(&here, found),
        attachments: attachments(&here, &found.common),
        contents: contents(
            &here,
            found,
            why.as_ref(),
            &sections,
            &groups,
            [!standing.is_empty(), !corrections.is_empty()],
            explained,
        ),
        corrections,
        key: key(&here, explained),
        thread: thread(&here, found, &serves),
        in_thread: context.index.has_thread().then(|| LinkView {
            href: here.href_at(&Place::ReportThread(report), Some(&strand_anchor(found))),
            text: own(thread_name(&here, &report_link(&here, report))),
        }),
        downloads: downloads(
            &here,
            &[
                Place::MeasuresCsv(report),
                Place::ActionsCsv(report),
                Place::SiteJson,
            ],
        ),
        serves,
        why: why.map(|written| written.view),
        sections: sections.into_iter().map(|(section, _)| section).collect(),
        groups,
        evaluations,
        standing,
    }
}

fn objective_frame(here: &Here<'_>, report: usize, at: usize, why: Option<&HtmlView>) -> FrameView {
    let objectives = &here.context.model.reports[report].objectives;
    let found = &objectives[at];
    let link = report_link(here, report);
    let turn = |at: usize| {
        let objective = objectives.get(at)?;
        Some(here.link(&Place::Objective(report, at), &objective.title))
    };
    let measures = || LinkView {
        href: here.href(&Place::ReportMeasures(report)),
        text: own(here.word("report-measures")),
    };
    let title = here.text(&found.title);
    let places = [
        ("objective", title.marked().into()),
        ("report", link.text.marked().into()),
    ];
    frame(
        here,
        Head {
            title: Some(here.phrase("objective-in-report", &places)),
            short: found.common.short_title.as_ref(),
            summary: found.common.summary.as_ref(),
            description: first_paragraph(why),
            above: vec![(Place::Report(report), link.text.clone())],
            report: Some(report),
            previous: at.checked_sub(1).and_then(turn).or(Some(link)),
            next: turn(at + 1).or_else(|| Some(measures())),
            ..Head::new(title)
        },
    )
}

/// What an objective is called. One that serves a goal of the Well-being of Future Generations (Wales)
/// Act 2015 is what that Act calls a well-being objective.
fn called(here: &Here<'_>, report: usize, at: usize) -> String {
    let context = here.context;
    let mut served = context.index.thread().served_by(report, at);
    let of_act =
        served.any(|(framework, _)| context.model.frameworks[framework].id.as_str() == WELL_BEING);
    here.word(if of_act {
        "objective-well-being"
    } else {
        "objective"
    })
}

/// What the judgement on an objective means.
pub(super) fn judgement_sentence(here: &Here<'_>, judgement: Option<Judgement>) -> String {
    let status = judgement.map_or("not-judged", Judgement::as_str);
    here.word(&format!("judgement-sentence-{status}"))
}

/// What an objective serves, with the framework that each goal or indicator is of; those of one
/// framework after one another, the frameworks in the order that the objective names them.
pub(super) fn goals(here: &Here<'_>, report: usize, at: usize) -> Vec<GoalView> {
    let mut frameworks: Vec<(usize, Vec<usize>)> = Vec::new();
    for (framework, item) in here.context.index.thread().served_by(report, at) {
        match frameworks.iter_mut().find(|(known, _)| *known == framework) {
            Some((_, items)) => items.push(item),
            None => frameworks.push((framework, vec![item])),
        }
    }
    let views = frameworks.into_iter().flat_map(|(at, items)| {
        let framework = &here.context.model.frameworks[at];
        let kind = match framework.id.as_str() {
            WELL_BEING => here.word("goal-kind"),
            _ => here.text(short(framework)).marked(),
        };
        let items = items.into_iter().enumerate();
        items.map(move |(number, item)| {
            let link = item_link(here, at, item);
            GoalView {
                text: link.text,
                href: Some(link.href),
                kind: kind.clone(),
                first: number == 0,
            }
        })
    });
    views.collect()
}

/// The ways of working that an objective speaks of.
pub(super) fn ways(here: &Here<'_>, objective: &Objective) -> Vec<WayView> {
    let ways = objective.ways_of_working.iter();
    let ways = ways.map(|(way, text)| WayView {
        id: way.as_str(),
        name: here.word(&format!("way-{}", way.as_str())),
        text: here.line(text),
    });
    ways.collect()
}

/// From each goal through the objective to its actions and measures; empty where there is nothing
/// but the objective.
fn thread(here: &Here<'_>, objective: &Objective, serves: &[GoalView]) -> Vec<StepView> {
    let short = objective.common.short_title.as_ref();
    let name = match &objective.code {
        Some(code) => own(code.to_string()),
        None => here.text(short.unwrap_or(&objective.title)),
    };
    let counted = |key: &str, count: usize, href: &str| {
        (count > 0).then(|| StepView {
            text: own(here.phrase(key, &[("count", count.into())])),
            href: Some(href.to_owned()),
        })
    };
    let below = [
        counted("actions-count", objective.actions.len(), "#actions"),
        counted("measures-count", objective.measures.len(), "#measures"),
    ];
    let above = serves.iter().map(|goal| StepView {
        text: goal.text.clone(),
        href: goal.href.clone(),
    });
    let this = StepView {
        text: name,
        href: None,
    };
    let thread: Vec<_> = above
        .chain([this])
        .chain(below.into_iter().flatten())
        .collect();
    if thread.len() > 1 { thread } else { Vec::new() }
}

fn contents(
    here: &Here<'_>,
    objective: &Objective,
    why: Option<&Written>,
    sections: &[(SectionView, Written)],
    groups: &[GroupView],
    [is_evidence, corrected]: [bool; 2],
    explained: Explained,
) -> Vec<ContentsView> {
    let entry = |anchor: &str, text: TextView, children: Vec<LinkView>| ContentsView {
        href: here.href_at(&here.place, Some(anchor)),
        text,
        children,
    };
    let child = |anchor: &str, text: TextView| LinkView {
        href: here.href_at(&here.place, Some(anchor)),
        text,
    };
    let headings = |written: &Written| {
        let entries = contents_of(written, 3).into_iter();
        let links = entries.map(|entry| LinkView {
            href: entry.href,
            text: entry.text,
        });
        links.collect::<Vec<_>>()
    };
    let mut contents = Vec::new();
    let ways = !objective.ways_of_working.is_empty();
    if why.is_some() || ways {
        let mut children = why.map_or_else(Vec::new, headings);
        if ways {
            children.push(child("ways-of-working", own(here.word("ways-of-working"))));
        }
        contents.push(entry("why", own(here.word("why-we-chose-this")), children));
    }
    for (section, written) in sections {
        contents.push(entry(
            &section.id,
            section.heading.clone(),
            headings(written),
        ));
    }
    if !objective.actions.is_empty() {
        contents.push(entry("actions", own(here.word("actions")), Vec::new()));
    }
    if !groups.is_empty() {
        let groups = groups
            .iter()
            .map(|group| child(&group.id, group.heading.clone()));
        contents.push(entry(
            "measures",
            own(here.word("measures")),
            groups.collect(),
        ));
    }
    if !objective.evaluations.is_empty() {
        let text = own(here.word("evaluations"));
        contents.push(entry("evaluations", text, Vec::new()));
    }
    if is_evidence {
        let text = own(here.word("as-evidence"));
        contents.push(entry("as_evidence", text, Vec::new()));
    }
    if corrected {
        contents.push(entry(
            "corrections",
            own(here.word("corrections")),
            Vec::new(),
        ));
    }
    if explained.any() {
        contents.push(entry("key", own(here.word("key-heading")), Vec::new()));
    }
    if !objective.common.attachments.is_empty() {
        contents.push(entry(
            "attachments",
            own(here.word("attachments")),
            Vec::new(),
        ));
    }
    contents.push(entry("data", own(here.word("open-data")), Vec::new()));
    contents
}
