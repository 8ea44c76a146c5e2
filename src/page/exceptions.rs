//! What scrutiny looks at first in an edition, and why.

use serde::Serialize;

use crate::{
    facts::{Exceptions, MeasureFacts, Spot},
    model::{Language, Measure, RagShow},
    page::{
        Context,
        action_row::{ActionRow, action_link, action_row, measure_link},
        corrections::{RowCorrected, figures_corrected},
        figure::{direction, figure, ratings},
        files::downloads,
        frame::{FrameView, Head, frame},
        here::{Here, own},
        key::{Explained, key},
        report_lists::report_link,
        series::restated_sentence,
        view::{
            ContentsView, DirectionView, DownloadView, FigureView, HtmlView, KeyView, LinkView,
            RatingView,
        },
    },
    reference::MeasureAt,
    wording::{Arg, Place},
};

/// The measures and actions of a report that ask for attention.
#[derive(Clone, Debug, Serialize)]
pub struct ExceptionsView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// The report.
    pub report: LinkView,
    /// What the page is for.
    pub lead: String,
    /// The reasons to look, in the order of their weight. One with nothing in it says so.
    pub sections: Vec<ExceptionSection>,
    /// What the ratings mean.
    pub key: KeyView,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
    /// The page's own contents.
    pub contents: Vec<ContentsView>,
}

/// What asks for attention for one reason.
#[derive(Clone, Debug, Serialize)]
pub struct ExceptionSection {
    /// Its anchor.
    pub id: &'static str,
    /// The reason.
    pub heading: String,
    /// How many there are; that there are none.
    pub sentence: String,
    /// How many there are.
    pub count: usize,
    /// What the table of measures shows.
    pub caption: String,
    /// The measures.
    pub measures: Vec<ExceptionRow>,
    /// What the table of actions shows.
    pub actions_caption: String,
    /// The actions.
    pub actions: Vec<ExceptionAction>,
}

/// A measure that asks for attention.
#[derive(Clone, Debug, Serialize)]
pub struct ExceptionRow {
    /// Its row on the objective's page.
    pub link: LinkView,
    /// Its objective.
    pub objective: LinkView,
    /// The result.
    pub actual: FigureView,
    /// The aim.
    pub target: FigureView,
    /// The level at which performance needs intervening in.
    pub intervention: FigureView,
    /// The direction of travel.
    pub direction: DirectionView,
    /// The ratings that readers see.
    pub ratings: Vec<RatingView>,
    /// What the organisation says about the result.
    pub comment: Option<HtmlView>,
    /// What was published first, and why that was restated: of its own result, and of the previous one.
    pub restated: Vec<HtmlView>,
    /// Which of its figures were put right after publication, with the way to how.
    pub corrected: RowCorrected,
}

/// An action that asks for attention.
#[derive(Clone, Debug, Serialize)]
pub struct ExceptionAction {
    /// Its row on the objective's page.
    pub link: LinkView,
    /// Its objective.
    pub objective: LinkView,
    /// The action.
    pub row: ActionRow,
}

/// The page of a report's exceptions.
pub fn exceptions(context: &Context<'_>, language: &Language, report: usize) -> ExceptionsView {
    let here = Here::new(context, language, Place::ReportExceptions(report));
    let found = Exceptions::of(context.model, context.facts, report);
    let hidden = context.model.settings.rag.show == RagShow::None;
    let sections = [
        section(&here, "red", &found.red, &found.unsuccessful),
        section(
            &here,
            "unexplained",
            &found.unexplained,
            &found.unexplained_actions,
        ),
        section(&here, "near", &found.near, &[]),
        section(&here, "worse", &found.worse, &[]),
        section(&here, "overdue", &[], &found.overdue),
        section(&here, "restated", &found.restated, &[]),
    ];
    // Where no ratings are shown, there is nothing to say of them.
    let rated = |section: &ExceptionSection| ["red", "unexplained", "near"].contains(&section.id);
    let sections: Vec<_> = sections
        .into_iter()
        .filter(|section| !(hidden && rated(section) && section.count == 0))
        .collect();
    let link = report_link(&here, report);
    let places = [("report", link.text.marked().into())];
    let title = here.phrase("exceptions-title", &places);
    let lead = here.word("exceptions-lead");
    let facts = &context.facts.reports[report];
    let explained = Explained {
        ratings: facts.ratings.all() > 0,
        judgements: facts.actions.judged.keys().any(Option::is_some),
    };
    let key_entry = explained.any().then(|| ("key", here.word("key-heading")));
    let headings = sections
        .iter()
        .map(|section| (section.id, section.heading.clone()));
    let contents = headings.chain(key_entry).map(|(id, text)| ContentsView {
        href: format!("#{id}"),
        text: own(text),
        children: Vec::new(),
    });
    let contents = contents.collect();
    ExceptionsView {
        frame: frame(
            &here,
            Head {
                title: Some(title),
                above: vec![(Place::Report(report), link.text.clone())],
                report: Some(report),
                description: Some(lead.clone()),
                ..Head::new(own(here.word("exceptions")))
            },
        ),
        report: link,
        lead,
        sections,
        key: key(&here, explained),
        downloads: downloads(
            &here,
            &[
                Place::MeasuresCsv(report),
                Place::ActionsCsv(report),
                Place::SiteJson,
            ],
        ),
        contents,
    }
}

fn section(
    here: &Here<'_>,
    id: &'static str,
    measures: &[Spot],
    actions: &[Spot],
) -> ExceptionSection {
    let counts = [
        ("measures", Arg::Count(measures.len())),
        ("actions", Arg::Count(actions.len())),
    ];
    let heading = here.word(&format!("exceptions-{id}"));
    let caption = |key: &str| here.phrase(key, &[("reason", heading.as_str().into())]);
    ExceptionSection {
        id,
        sentence: here.phrase(&format!("exceptions-{id}-sentence"), &counts),
        count: measures.len() + actions.len(),
        caption: caption("exceptions-caption"),
        measures: measures.iter().map(|at| measure(here, *at)).collect(),
        actions_caption: caption("exceptions-caption-actions"),
        actions: actions.iter().map(|at| action(here, *at)).collect(),
        heading,
    }
}

fn measure(here: &Here<'_>, at: Spot) -> ExceptionRow {
    let (report, objective, row) = at;
    let found = &here.context.model.reports[report].objectives[objective];
    let measure = &found.measures[row];
    let facts = &here.context.facts.reports[report].objectives[objective].measures[row];
    let show = |found| figure(here, found, facts.decimals, &measure.unit);
    let place = MeasureAt {
        report,
        objective,
        measure: row,
    };
    ExceptionRow {
        link: measure_link(here, place),
        objective: objective_link(here, report, objective),
        actual: show(measure.actual.as_ref()),
        target: show(measure.target.as_ref()),
        intervention: show(measure.intervention.as_ref()),
        direction: direction(here, measure, facts),
        ratings: ratings(here, measure, facts),
        comment: measure.comment.as_ref().map(|text| here.line(text)),
        restated: {
            let own = actual_restated(here, measure, facts);
            let previous = restated(here, measure, facts);
            own.into_iter().chain(previous).collect()
        },
        corrected: figures_corrected(here, place),
    }
}

/// What was published first for the previous figure of a measure, and why it was restated.
pub(super) fn restated(
    here: &Here<'_>,
    measure: &Measure,
    facts: &MeasureFacts,
) -> Option<HtmlView> {
    let previous = facts.previous.as_ref()?;
    let restated = previous.restated.as_ref()?;
    let now = (previous.period, Some(&previous.figure));
    Some(restated_sentence(here, restated, now, measure, facts))
}

/// What was published first in the place of the actual of a measure, and why it was restated.
pub(super) fn actual_restated(
    here: &Here<'_>,
    measure: &Measure,
    facts: &MeasureFacts,
) -> Option<HtmlView> {
    let restated = facts.actual_restated.as_ref()?;
    let now = (facts.period, measure.actual.as_ref());
    Some(restated_sentence(here, restated, now, measure, facts))
}

fn action(here: &Here<'_>, (report, objective, at): Spot) -> ExceptionAction {
    ExceptionAction {
        link: action_link(here, report, objective, at),
        objective: objective_link(here, report, objective),
        row: action_row(here, report, objective, at),
    }
}

fn objective_link(here: &Here<'_>, report: usize, objective: usize) -> LinkView {
    let found = &here.context.model.reports[report].objectives[objective];
    let title = found.common.short_title.as_ref().unwrap_or(&found.title);
    here.link(&Place::Objective(report, objective), title)
}
