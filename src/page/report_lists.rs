//! All measures and all actions of a report.

use serde::Serialize;

use crate::{
    model::{Language, Objective},
    page::{
        Context,
        action_row::{ActionRow, action_rows},
        counts::{direction_sentence, directions, progress, tally},
        files::downloads,
        frame::{FrameView, Head, frame},
        here::{Here, own},
        key::{Explained, key},
        measure_row::{GroupView, groups},
        view::{
            ContentsView, CountView, DownloadView, KeyView, LinkView, ProgressView, TallyView,
            TextView,
        },
    },
    wording::Place,
};

/// All measures of a report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportMeasuresView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// The report.
    pub report: LinkView,
    /// The ratings.
    pub tally: TallyView,
    /// The directions of travel.
    pub directions: Vec<CountView>,
    /// The same in a sentence.
    pub direction_sentence: String,
    /// The measures by objective.
    pub objectives: Vec<ObjectiveMeasures>,
    /// What the ratings mean.
    pub key: KeyView,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
    /// The page's own contents.
    pub contents: Vec<ContentsView>,
}

/// The measures of one objective.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectiveMeasures {
    /// The objective's page.
    pub href: String,
    /// Its code.
    pub code: Option<String>,
    /// Its title.
    pub title: TextView,
    /// Its anchor.
    pub id: String,
    /// Its measures.
    pub groups: Vec<GroupView>,
}

/// All actions of a report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportActionsView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// The report.
    pub report: LinkView,
    /// How far the actions have come.
    pub progress: Option<ProgressView>,
    /// The actions by objective.
    pub objectives: Vec<ObjectiveActions>,
    /// What the judgements mean.
    pub key: KeyView,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
    /// The page's own contents.
    pub contents: Vec<ContentsView>,
}

/// The actions of one objective.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectiveActions {
    /// The objective's page.
    pub href: String,
    /// Its code.
    pub code: Option<String>,
    /// Its title.
    pub title: TextView,
    /// Its anchor.
    pub id: String,
    /// What the table shows.
    pub caption: String,
    /// Its actions.
    pub actions: Vec<ActionRow>,
    /// How far they have come.
    pub progress: Option<ProgressView>,
}

/// The page of all measures of a report.
pub fn report_measures(
    context: &Context<'_>,
    language: &Language,
    report: usize,
) -> ReportMeasuresView {
    let here = Here::new(context, language, Place::ReportMeasures(report));
    let facts = &context.facts.reports[report];
    let measures = facts.objectives.iter().flat_map(|found| &found.measures);
    let tally = tally(&here, &facts.ratings, measures);
    let direction_sentence = direction_sentence(&here, &facts.directions);
    let told = format!("{} {direction_sentence}", tally.sentence);
    let objectives = with(&here, report, |objective| !objective.measures.is_empty());
    let explained = Explained {
        ratings: facts.ratings.all() > 0,
        judgements: false,
    };
    ReportMeasuresView {
        frame: list_frame(
            &here,
            report,
            ("report-measures", "report-measures-title"),
            Some(told),
        ),
        report: report_link(&here, report),
        tally,
        directions: directions(&here, &facts.directions),
        direction_sentence,
        contents: contents(&here, &objectives, explained),
        objectives: objectives
            .into_iter()
            .map(|(at, objective)| ObjectiveMeasures {
                href: here.href(&Place::Objective(report, at)),
                code: objective.code.as_ref().map(ToString::to_string),
                title: here.text(&objective.title),
                id: anchor(objective),
                groups: groups(&here, report, at, Some(objective.id.as_str())),
            })
            .collect(),
        key: key(&here, explained),
        downloads: downloads(&here, &[Place::MeasuresCsv(report), Place::SiteJson]),
    }
}

/// The page of all actions of a report.
pub fn report_actions(
    context: &Context<'_>,
    language: &Language,
    report: usize,
) -> ReportActionsView {
    let here = Here::new(context, language, Place::ReportActions(report));
    let facts = &context.facts.reports[report];
    let objectives = with(&here, report, |objective| !objective.actions.is_empty());
    let explained = Explained {
        ratings: false,
        judgements: facts.actions.judged.keys().any(Option::is_some),
    };
    let progress_of_all = progress(&here, &facts.actions);
    let told = progress_of_all.as_ref().map(|told| told.text.clone());
    ReportActionsView {
        frame: list_frame(
            &here,
            report,
            ("report-actions", "report-actions-title"),
            told,
        ),
        report: report_link(&here, report),
        progress: progress_of_all,
        contents: contents(&here, &objectives, explained),
        objectives: objectives
            .into_iter()
            .map(|(at, objective)| ObjectiveActions {
                href: here.href(&Place::Objective(report, at)),
                code: objective.code.as_ref().map(ToString::to_string),
                title: here.text(&objective.title),
                id: anchor(objective),
                caption: actions_caption(&here, objective),
                actions: action_rows(&here, report, at),
                progress: progress(&here, &facts.objectives[at].actions),
            })
            .collect(),
        key: key(&here, explained),
        downloads: downloads(&here, &[Place::ActionsCsv(report), Place::SiteJson]),
    }
}

/// The link to a report, by its short title.
pub(super) fn report_link(here: &Here<'_>, at: usize) -> LinkView {
    let report = &here.context.model.reports[at];
    let title = report.common.short_title.as_ref().unwrap_or(&report.title);
    here.link(&Place::Report(at), title)
}

/// What the table of an objective's actions shows.
pub(super) fn actions_caption(here: &Here<'_>, objective: &Objective) -> String {
    let short = objective.common.short_title.as_ref();
    let title = here.text(short.unwrap_or(&objective.title)).marked();
    here.phrase("caption-actions", &[("objective", title.into())])
}

fn with<'a>(
    here: &Here<'a>,
    report: usize,
    wanted: impl Fn(&Objective) -> bool,
) -> Vec<(usize, &'a Objective)> {
    let objectives = here.context.model.reports[report].objectives.iter();
    let objectives = objectives.map(|objective| &**objective).enumerate();
    objectives
        .filter(|(_, objective)| wanted(objective))
        .collect()
}

/// The anchor of an objective among others: nothing else on the page begins like it.
fn anchor(objective: &Objective) -> String {
    format!("objective-{}", objective.id)
}

fn contents(
    here: &Here<'_>,
    objectives: &[(usize, &Objective)],
    explained: Explained,
) -> Vec<ContentsView> {
    let entry = |(_, objective): &(usize, &Objective)| {
        let short = objective.common.short_title.as_ref();
        ContentsView {
            href: here.href_at(&here.place, Some(&anchor(objective))),
            text: here.text(short.unwrap_or(&objective.title)),
            children: Vec::new(),
        }
    };
    let key = explained.any().then(|| ContentsView {
        href: "#key".to_owned(),
        text: own(here.word("key-heading")),
        children: Vec::new(),
    });
    objectives.iter().map(entry).chain(key).collect()
}

fn list_frame(
    here: &Here<'_>,
    report: usize,
    (h1, title): (&str, &str),
    told: Option<String>,
) -> FrameView {
    let link = report_link(here, report);
    let objectives = &here.context.model.reports[report].objectives;
    let last = objectives.len().checked_sub(1);
    let turn = |place: Place, word: &str| LinkView {
        href: here.href(&place),
        text: own(here.word(word)),
    };
    let (previous, next) = if here.place == Place::ReportMeasures(report) {
        let previous = match last {
            None => link.clone(),
            Some(at) => here.link(&Place::Objective(report, at), &objectives[at].title),
        };
        (
            previous,
            Some(turn(Place::ReportActions(report), "report-actions")),
        )
    } else {
        (turn(Place::ReportMeasures(report), "report-measures"), None)
    };
    let places = [("report", link.text.marked().into())];
    frame(
        here,
        Head {
            title: Some(here.phrase(title, &places)),
            above: vec![(Place::Report(report), link.text.clone())],
            report: Some(report),
            description: told,
            previous: Some(previous),
            next,
            ..Head::new(own(here.word(h1)))
        },
    )
}
