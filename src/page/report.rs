//! A report: one edition at a glance.

use serde::Serialize;

use crate::{
    model::Language,
    page::{
        Context,
        anchor::Anchors,
        corrections::{CorrectionView, corrections_of},
        description::first_paragraph,
        evaluation::{EvaluationView, ObjectiveEvaluation, evaluations, of_objectives},
        evidence::standing_on,
        files::{attachments, downloads},
        frame::{FrameView, Head, frame},
        here::{Here, own},
        home::{period, stage},
        key::{Explained, key},
        matrix::{MatrixView, matrix},
        prose::{Written, contents_of, prose, sections},
        report_lists::report_link,
        since::{SinceView, since},
        story::{StoryView, story},
        thread::thread_name,
        view::{
            AttachmentView, ContentsView, DownloadView, HtmlView, KeyView, LinkOfEdition, LinkView,
            SectionView,
        },
    },
    reference::{Origin, Spot},
    wording::Place,
};

/// A report.
#[derive(Clone, Debug, Serialize)]
pub struct ReportView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// The period it is about.
    pub period: String,
    /// The stage it is of.
    pub stage: String,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// Its own text.
    pub introduction: Option<HtmlView>,
    /// Its narrative sections.
    pub sections: Vec<SectionView>,
    /// What it comes to.
    #[serde(flatten)]
    pub story: StoryView,
    /// What it says of itself as a whole against quality indicators.
    pub evaluations: Vec<EvaluationView>,
    /// The self-evaluations of its objectives.
    pub of_objectives: Vec<ObjectiveEvaluation>,
    /// The self-evaluations that name it as evidence; those that name a section stand there.
    pub standing: Vec<LinkOfEdition>,
    /// The golden thread in it.
    pub thread: Option<LinkView>,
    /// All its measures.
    pub measures_href: String,
    /// All its actions.
    pub actions_href: String,
    /// All of it on one page.
    pub print_href: String,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
    /// What was put right after publication, the latest first.
    pub corrections: Vec<CorrectionView>,
    /// What ratings and judgements mean.
    pub key: KeyView,
    /// The page's own contents.
    pub contents: Vec<ContentsView>,
    /// What scrutiny looks at first.
    pub exceptions_href: String,
    /// The objectives of every edition with their judgements.
    pub matrix: Option<MatrixView>,
    /// What changed since the last edition before of its stage, else the last; none in the first.
    pub since: Option<SinceView>,
    /// Other editions, the latest first.
    pub other_editions: Vec<LinkView>,
}

/// The page of a report.
pub fn report(context: &Context<'_>, language: &Language, at: usize) -> ReportView {
    let here = Here::new(context, language, Place::Report(at));
    let model = context.model;
    let found = &model.reports[at];
    let origin = Origin::of(model, found.span).report(at);
    let mut anchors = Anchors::of(&here.place)
        .sections(&found.sections)
        .evaluations(&found.evaluations);
    let introduction = prose(&here, &found.introduction, &origin, 2, &mut anchors);
    let sections = sections(&here, &found.sections, &origin, 3, &mut anchors);
    let narrative = narrative(&here, introduction.as_ref(), &sections);
    let others = (0..model.reports.len()).filter(|other| *other != at);
    let next = found.objectives.first();
    let explained = Explained {
        ratings: context.facts.reports[at].ratings.all() > 0,
        judgements: found
            .objectives
            .iter()
            .any(|objective| objective.judgement.is_some()),
    };
    let mut view = ReportView {
        frame: frame(
            &here,
            Head {
                short: found.common.short_title.as_ref(),
                summary: found.common.summary.as_ref(),
                description: first_paragraph(introduction.as_ref().map(|written| &written.view)),
                report: Some(at),
                next: next.map(|next| here.link(&Place::Objective(at, 0), &next.title)),
                ..Head::new(here.text(&found.title))
            },
        ),
        period: period(&here, found),
        stage: stage(&here, found),
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        introduction: introduction.map(|written| written.view),
        sections: sections.into_iter().map(|(section, _)| section).collect(),
        story: story(&here, at),
        evaluations: evaluations(&here, at, None, 5, &mut anchors),
        of_objectives: of_objectives(&here, at),
        standing: standing_on(&here, [Spot::Report(at)]),
        thread: context.index.has_thread().then(|| LinkView {
            href: here.href(&Place::ReportThread(at)),
            text: own(thread_name(&here, &report_link(&here, at))),
        }),
        measures_href: here.href(&Place::ReportMeasures(at)),
        actions_href: here.href(&Place::ReportActions(at)),
        print_href: here.href(&Place::Print(at)),
        downloads: downloads(
            &here,
            &[
                Place::MeasuresCsv(at),
                Place::ActionsCsv(at),
                Place::SiteJson,
            ],
        ),
        exceptions_href: here.href(&Place::ReportExceptions(at)),
        matrix: matrix(&here, Some(at)),
        since: since(&here, at),
        attachments: attachments(&here, &found.common),
        corrections: corrections_of(&here, at),
        key: key(&here, explained),
        contents: Vec::new(),
        other_editions: others.map(|other| report_link(&here, other)).collect(),
    };
    view.contents = contents(&here, &view, narrative);
    view
}

/// The sections of the page in their order; `narrative` are those that its authors wrote.
fn contents(here: &Here<'_>, view: &ReportView, narrative: Vec<ContentsView>) -> Vec<ContentsView> {
    let part = |shown: bool, anchor: &str, word: &str| {
        shown.then(|| ContentsView {
            href: here.href_at(&here.place, Some(anchor)),
            text: own(here.word(word)),
            children: Vec::new(),
        })
    };
    let key = &view.key;
    let explained = !(key.rag.is_empty() && key.judgement.is_empty() && key.notes.is_empty());
    let before = [
        part(
            !view.story.objectives.is_empty(),
            "objectives",
            "objectives",
        ),
        part(view.matrix.is_some(), "matrix", "matrix-heading"),
        view.since.as_ref().map(|since| ContentsView {
            href: here.href_at(&here.place, Some("since")),
            text: own(since.heading.clone()),
            children: Vec::new(),
        }),
    ];
    let behind = [
        part(!view.evaluations.is_empty(), "evaluations", "evaluations"),
        part(
            !view.of_objectives.is_empty(),
            "evaluations-of-objectives",
            "objective-evaluations",
        ),
        part(!view.standing.is_empty(), "as_evidence", "as-evidence"),
        part(!view.corrections.is_empty(), "corrections", "corrections"),
        part(explained, "key", "key-heading"),
        part(!view.attachments.is_empty(), "attachments", "attachments"),
        part(!view.downloads.is_empty(), "data", "open-data"),
        part(
            !view.other_editions.is_empty(),
            "editions",
            "other-editions",
        ),
    ];
    let before = before.into_iter().flatten();
    let behind = behind.into_iter().flatten();
    before.chain(narrative).chain(behind).collect()
}

/// The headings that the report's authors wrote.
fn narrative(
    here: &Here<'_>,
    introduction: Option<&Written>,
    sections: &[(SectionView, Written)],
) -> Vec<ContentsView> {
    let own_text = introduction.map_or_else(Vec::new, |written| contents_of(written, 2));
    let sections = sections.iter().map(|(section, written)| ContentsView {
        href: here.href_at(&here.place, Some(&section.id)),
        text: section.heading.clone(),
        children: contents_of(written, 3)
            .into_iter()
            .map(|entry| LinkView {
                href: entry.href,
                text: entry.text,
            })
            .collect(),
    });
    own_text.into_iter().chain(sections).collect()
}
