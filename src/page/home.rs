//! The home page.

use serde::Serialize;

use crate::{
    facts::{Direction, RatingCounts},
    model::{Language, RagShow, Report, Stage, Status},
    page::{
        Context,
        anchor::Anchors,
        corrections::row_corrected,
        counts::tally,
        evidence::standing_on,
        figure::direction,
        files::attachments,
        frame::{FrameView, Head, dates, frame},
        here::Here,
        matrix::{MatrixView, matrix},
        prose::prose,
        story::{StoryView, story},
        view::{
            AttachmentView, Badge, DatedView, DirectionView, HtmlView, LinkOfEdition, LinkView,
            TextView,
        },
    },
    reference::{MeasureAt, Origin, Spot},
    wording::{Place, capitalised},
};

/// The most measures that are named as having changed one way.
const MOST_CHANGES: usize = 6;

/// The home page.
#[derive(Clone, Debug, Serialize)]
pub struct HomeView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// A sentence or two about the site.
    pub lead: Option<HtmlView>,
    /// Its own text.
    pub body: Option<HtmlView>,
    /// The latest edition.
    pub edition: Option<EditionView>,
    /// The objectives of every edition with their judgements.
    pub matrix: Option<MatrixView>,
    /// All others, the latest first.
    pub earlier: Vec<EarlierView>,
    /// The self-evaluations that name it as evidence.
    pub standing: Vec<LinkOfEdition>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
}

/// The latest edition in short.
#[derive(Clone, Debug, Serialize)]
pub struct EditionView {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: TextView,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// The period it is about.
    pub period: String,
    /// The stage it is of.
    pub stage: String,
    /// When it was published, updated and will be updated next.
    pub dates: Vec<DatedView>,
    /// What it comes to.
    #[serde(flatten)]
    pub story: StoryView,
    /// All its measures.
    pub measures_href: String,
    /// All its actions.
    pub actions_href: String,
    /// What changed from the year before.
    pub changes: Vec<ChangeView>,
    /// Whose the ratings beside the changes are, and which periods their figures cover.
    pub changes_mark: String,
}

/// The measures that went one way.
#[derive(Clone, Debug, Serialize)]
pub struct ChangeView {
    /// The direction's word in data files.
    pub status: &'static str,
    /// The direction for readers.
    pub heading: String,
    /// How many went that way.
    pub count_text: String,
    /// The first of them in reading order.
    pub items: Vec<ChangedView>,
    /// Where the others are, where there are more.
    pub more: Option<String>,
    /// The text of that link.
    pub more_text: Option<String>,
}

/// A measure that changed.
#[derive(Clone, Debug, Serialize)]
pub struct ChangedView {
    /// Its own page.
    pub href: String,
    /// Its short title.
    pub title: TextView,
    /// The direction of travel.
    pub direction: DirectionView,
    /// The shown rating; none where the site shows none.
    pub rating: Option<Badge>,
    /// That its figures were put right after publication, with the way to how.
    pub corrected: Option<LinkView>,
}

/// Another edition.
#[derive(Clone, Debug, Serialize)]
pub struct EarlierView {
    /// Its page.
    pub href: String,
    /// Its title.
    pub title: TextView,
    /// The period it is about.
    pub period: String,
    /// The stage it is of.
    pub stage: String,
    /// When it was published.
    pub dates: Vec<DatedView>,
    /// That a later edition has taken its place.
    pub superseded: Option<String>,
}

/// The home page.
pub fn home(context: &Context<'_>, language: &Language) -> HomeView {
    let here = Here::new(context, language, Place::Home);
    let model = context.model;
    let page = &model.home;
    let latest = context.index.latest();
    let summary = model.settings.summary.as_ref();
    let summary = summary.or(page.common.summary.as_ref());
    let origin = Origin::of(model, page.span);
    let others = (0..model.reports.len()).filter(|at| Some(*at) != latest);
    HomeView {
        frame: frame(
            &here,
            Head {
                summary,
                ..Head::new(here.text(&page.title))
            },
        ),
        lead: summary.map(|text| here.line(text)),
        body: prose(
            &here,
            &page.prose,
            &origin,
            2,
            &mut Anchors::of(&here.place),
        )
        .map(|prose| prose.view),
        edition: latest.map(|at| edition(&here, at)),
        matrix: matrix(&here, latest),
        earlier: others.map(|at| earlier(&here, at)).collect(),
        standing: standing_on(&here, [Spot::Home]),
        attachments: attachments(&here, &page.common),
    }
}

/// The period that a report is about, as it stands by itself.
pub(super) fn period(here: &Here<'_>, report: &Report) -> String {
    capitalised(&here.lexicon.period(report.period.value))
}

/// The word for the stage that a report is of.
pub(super) fn stage(here: &Here<'_>, report: &Report) -> String {
    here.word(match report.stage.value {
        Stage::Annual => "stage-annual",
        Stage::SixMonth => "stage-six-month",
        Stage::Quarter => "stage-quarter",
        Stage::Plan => "stage-plan",
    })
}

fn edition(here: &Here<'_>, at: usize) -> EditionView {
    let report = &here.context.model.reports[at];
    EditionView {
        href: here.href(&Place::Report(at)),
        title: here.text(&report.title),
        summary: report.common.summary.as_ref().map(|text| here.line(text)),
        period: period(here, report),
        stage: stage(here, report),
        dates: dates(here, report),
        story: story(here, at),
        measures_href: here.href(&Place::ReportMeasures(at)),
        actions_href: here.href(&Place::ReportActions(at)),
        changes: [Direction::Better, Direction::Worse, Direction::Same]
            .into_iter()
            .filter_map(|way| change(here, at, way))
            .collect(),
        changes_mark: changes_mark(here, at),
    }
}

fn changes_mark(here: &Here<'_>, report: usize) -> String {
    let objectives = &here.context.facts.reports[report].objectives;
    let measures = objectives.iter().flat_map(|found| &found.measures);
    let changed: Vec<_> = measures
        .filter(|measure| {
            matches!(
                measure.movement.direction,
                Direction::Better | Direction::Worse
            )
        })
        .cloned()
        .collect();
    tally(here, &RatingCounts::of(&changed), changed.iter()).mark
}

fn change(here: &Here<'_>, report: usize, way: Direction) -> Option<ChangeView> {
    let facts = &here.context.facts.reports[report];
    let count = facts.directions.get(way);
    if count == 0 {
        return None;
    }
    let objectives = facts.objectives.iter().enumerate();
    let all = objectives.flat_map(|(objective, found)| {
        let measures = found.measures.iter().enumerate();
        measures
            .filter(|(_, measure)| measure.movement.direction == way)
            .map(move |(measure, _)| MeasureAt {
                report,
                objective,
                measure,
            })
    });
    let more = count > MOST_CHANGES;
    Some(ChangeView {
        status: way.as_str(),
        heading: here.word(&format!("changes-{}", way.as_str())),
        count_text: here.phrase("measures-count", &[("count", count.into())]),
        items: all.take(MOST_CHANGES).map(|at| changed(here, at)).collect(),
        more: more.then(|| here.href(&Place::ReportMeasures(report))),
        more_text: more.then(|| {
            let rest = count - MOST_CHANGES;
            here.phrase("changes-more", &[("count", rest.into())])
        }),
    })
}

fn changed(here: &Here<'_>, at: MeasureAt) -> ChangedView {
    let (measure, facts) = here.context.measure(at);
    let title = measure
        .common
        .short_title
        .as_ref()
        .unwrap_or(&measure.title);
    let hidden = here.context.model.settings.rag.show == RagShow::None;
    let shown = facts.shown.rating;
    ChangedView {
        href: here.href(&Place::Measure(measure.id.value.clone())),
        title: here.text(title),
        direction: direction(here, measure, facts),
        rating: (!hidden).then(|| Badge {
            status: shown.as_str(),
            word: here.lexicon.rating(shown),
        }),
        corrected: row_corrected(here, at),
    }
}

fn earlier(here: &Here<'_>, at: usize) -> EarlierView {
    let report = &here.context.model.reports[at];
    EarlierView {
        href: here.href(&Place::Report(at)),
        title: here.text(&report.title),
        period: period(here, report),
        stage: stage(here, report),
        dates: dates(here, report),
        superseded: (report.status.value == Status::Superseded).then(|| here.word("superseded")),
    }
}
