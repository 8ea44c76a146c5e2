//! Guidance: its own page, its chapters, and its duties with what answers them.

use serde::Serialize;

use crate::{
    model::{Language, Responsibility},
    page::{
        Context,
        action_row::{action_link, measured_link, status},
        anchor::{Anchors, body_anchors, duty_anchor},
        description::first_paragraph,
        evidence::{EvidenceLink, standing_on, standing_on_action},
        files::{attachments, downloads},
        frame::{FrameView, Head, frame},
        framework::dated,
        here::{Here, own},
        item::objective_link,
        prose::{contents_of, prose},
        report_lists::report_link,
        target::target_link,
        view::{
            AttachmentView, ContentsView, DatedView, DownloadView, HtmlView, LinkOfEdition,
            LinkView, TextView,
        },
    },
    reference::{DutyAt, Origin, Spot, Target},
    thread::{ActionAt, latest_first},
    wording::Place,
};

/// A guidance document.
#[derive(Clone, Debug, Serialize)]
pub struct GuidanceView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// Who publishes it.
    pub publisher: Option<TextView>,
    /// When it was published and changed.
    pub dated: Vec<DatedView>,
    /// What the organisation says about it.
    pub introduction: Option<HtmlView>,
    /// Its chapters.
    pub chapters: Vec<ChapterLink>,
    /// The bodies it asks something of.
    pub bodies: Vec<BodyLink>,
    /// The page of the duties.
    pub duties: Option<LinkView>,
    /// The self-evaluations that name it as evidence.
    pub standing: Vec<LinkOfEdition>,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
}

/// A chapter in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ChapterLink {
    /// Its page.
    pub link: LinkView,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// Its numbered paragraphs.
    pub paragraphs: Vec<LinkView>,
}

/// A body in a list.
#[derive(Clone, Debug, Serialize)]
pub struct BodyLink {
    /// Its duties.
    pub link: LinkView,
    /// How many of them something answers.
    pub text: String,
}

/// A chapter of a guidance document.
#[derive(Clone, Debug, Serialize)]
pub struct ChapterView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// The guidance.
    pub guidance: LinkView,
    /// Its text.
    pub body: Option<HtmlView>,
    /// The page's own contents: its headings, and its numbered paragraphs.
    pub contents: Vec<ContentsView>,
    /// The duties that are named in its paragraphs.
    pub duties: Vec<BodyLink>,
    /// The self-evaluations that name it as evidence; those that name a paragraph stand in its text.
    pub standing: Vec<LinkOfEdition>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
}

/// The duties of a guidance document.
#[derive(Clone, Debug, Serialize)]
pub struct DutiesView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// The guidance.
    pub guidance: LinkView,
    /// How many duties there are and how many something answers.
    pub sentence: String,
    /// The bodies, to jump to.
    pub contents: Vec<BodyLink>,
    /// The duties by body.
    pub bodies: Vec<BodyView>,
    /// The self-evaluations that name all of them as evidence.
    pub standing: Vec<LinkOfEdition>,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
}

/// What is asked of one body.
#[derive(Clone, Debug, Serialize)]
pub struct BodyView {
    /// Its anchor.
    pub id: String,
    /// Its name.
    pub name: TextView,
    /// The words before its duties.
    pub says: Option<HtmlView>,
    /// The paragraph that they stand in.
    pub paragraph: Option<LinkView>,
    /// How many of them something answers.
    pub sentence: String,
    /// Its duties.
    pub duties: Vec<DutyView>,
}

/// A duty.
#[derive(Clone, Debug, Serialize)]
pub struct DutyView {
    /// Its anchor.
    pub id: String,
    /// What is asked.
    pub text: HtmlView,
    /// The parts it consists of.
    pub includes: Vec<HtmlView>,
    /// What answers it, the latest edition first.
    pub answers: Vec<DutyAnswer>,
    /// What would answer it and was cancelled, the latest edition first.
    pub cancelled: Vec<DutyAnswer>,
    /// The self-evaluations that name it as evidence.
    pub standing: Vec<LinkOfEdition>,
}

/// An action that answers a duty.
#[derive(Clone, Debug, Serialize)]
pub struct DutyAnswer {
    /// The action.
    pub action: LinkView,
    /// Its objective.
    pub objective: LinkView,
    /// Its edition.
    pub report: LinkView,
    /// How far it has come.
    pub status: Option<String>,
    /// The measures that tell.
    pub measures: Vec<LinkView>,
    /// The evaluations that stand on it.
    pub evaluations: Vec<EvidenceLink>,
}

/// The page of a guidance document.
pub fn guidance(context: &Context<'_>, language: &Language, at: usize) -> GuidanceView {
    let here = Here::new(context, language, Place::Guidance(at));
    let found = &context.model.guidance[at];
    let origin = Origin::of(context.model, found.span);
    let mut anchors = Anchors::of(&here.place);
    let written = prose(&here, &found.introduction, &origin, 2, &mut anchors);
    let introduction = written.map(|written| written.view);
    let chapters = found.chapters.iter().enumerate();
    let chapters: Vec<_> = chapters
        .map(|(chapter, found)| {
            let place = Place::Chapter(at, chapter);
            ChapterLink {
                link: here.link(&place, &found.title),
                summary: found.common.summary.as_ref().map(|text| here.line(text)),
                paragraphs: found
                    .paragraphs
                    .iter()
                    .map(|number| LinkView {
                        href: here.href_at(&place, Some(&number.value)),
                        text: own(&*number.value),
                    })
                    .collect(),
            }
        })
        .collect();
    let has_duties = !found.responsibilities.is_empty();
    GuidanceView {
        frame: frame(
            &here,
            Head {
                short: found.common.short_title.as_ref(),
                summary: found.common.summary.as_ref(),
                description: first_paragraph(introduction.as_ref()),
                above: vec![(Place::AllGuidance, own(here.word("guidance")))],
                next: chapters.first().map(|chapter| chapter.link.clone()),
                ..Head::new(here.text(&found.title))
            },
        ),
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        publisher: here.maybe(found.publisher.as_ref()),
        dated: dated(&here, found.published.as_ref(), found.updated.as_ref()),
        introduction,
        chapters,
        bodies: body_links(&here, at, |_| true),
        duties: has_duties.then(|| duties_link(&here, at)),
        standing: standing_on(&here, [Spot::Guidance(at)]),
        downloads: downloads(&here, &[Place::SiteJson]),
        attachments: attachments(&here, &found.common),
    }
}

/// The page of a chapter of a guidance document.
pub fn chapter(
    context: &Context<'_>,
    language: &Language,
    at: usize,
    chapter: usize,
) -> ChapterView {
    let here = Here::new(context, language, Place::Chapter(at, chapter));
    let guidance = &context.model.guidance[at];
    let found = &guidance.chapters[chapter];
    let origin = Origin::of(context.model, found.span);
    let mut anchors = Anchors::of(&here.place);
    let written = prose(&here, &found.prose, &origin, 2, &mut anchors);
    let mut contents = written
        .as_ref()
        .map_or_else(Vec::new, |written| contents_of(written, 2));
    let word = here.word("paragraph");
    contents.extend(found.paragraphs.iter().map(|number| ContentsView {
        href: format!("#{}", number.value),
        text: own(format!("{word} {}", number.value)),
        children: Vec::new(),
    }));
    let short = guidance.common.short_title.as_ref();
    let guidance_link = here.link(&Place::Guidance(at), short.unwrap_or(&guidance.title));
    let turn = |to: usize| {
        let other = guidance.chapters.get(to)?;
        Some(here.link(&Place::Chapter(at, to), &other.title))
    };
    let body = written.map(|written| written.view);
    let own_numbers = |stands: &Responsibility| {
        let number = stands.paragraph.as_ref();
        number.is_some_and(|number| guidance.chapter_of(&number.value) == Some(chapter))
    };
    let title = here.text(&found.title);
    let places = [
        ("objective", title.text.as_str().into()),
        ("report", guidance_link.text.marked().into()),
    ];
    let duties = (!guidance.responsibilities.is_empty()).then(|| duties_link(&here, at));
    ChapterView {
        frame: frame(
            &here,
            Head {
                title: Some(here.phrase("objective-in-report", &places)),
                short: found.common.short_title.as_ref(),
                summary: found.common.summary.as_ref(),
                description: first_paragraph(body.as_ref()),
                above: vec![
                    (Place::AllGuidance, own(here.word("guidance"))),
                    (Place::Guidance(at), guidance_link.text.clone()),
                ],
                previous: chapter
                    .checked_sub(1)
                    .and_then(turn)
                    .or_else(|| Some(guidance_link.clone())),
                next: turn(chapter + 1).or(duties),
                ..Head::new(title)
            },
        ),
        guidance: guidance_link,
        body,
        contents,
        duties: body_links(&here, at, own_numbers),
        standing: standing_on(&here, [Spot::Chapter(at, chapter)]),
        attachments: attachments(&here, &found.common),
    }
}

/// The page of the duties of a guidance document.
pub fn duties(context: &Context<'_>, language: &Language, at: usize) -> DutiesView {
    let here = Here::new(context, language, Place::Duties(at));
    let guidance = &context.model.guidance[at];
    let short = guidance.common.short_title.as_ref();
    let guidance_link = here.link(&Place::Guidance(at), short.unwrap_or(&guidance.title));
    let last = guidance.chapters.len().checked_sub(1);
    let previous = last.map(|last| {
        let chapter = &guidance.chapters[last];
        here.link(&Place::Chapter(at, last), &chapter.title)
    });
    let anchors = body_anchors(guidance, context.model.settings.first_language());
    let bodies = guidance.responsibilities.iter().enumerate();
    let sentence = answered_sentence(&here, at, |_| true);
    let title = own(here.word("responsibilities"));
    let places = [
        ("objective", title.text.as_str().into()),
        ("report", guidance_link.text.text.as_str().into()),
    ];
    DutiesView {
        frame: frame(
            &here,
            Head {
                title: Some(here.phrase("objective-in-report", &places)),
                description: Some(sentence.clone()),
                above: vec![
                    (Place::AllGuidance, own(here.word("guidance"))),
                    (Place::Guidance(at), guidance_link.text.clone()),
                ],
                previous: previous.or_else(|| Some(guidance_link.clone())),
                ..Head::new(title)
            },
        ),
        guidance: guidance_link,
        sentence,
        contents: body_links(&here, at, |_| true),
        bodies: bodies
            .zip(anchors)
            .map(|((body, found), id)| body_view(&here, (at, body), found, id))
            .collect(),
        standing: standing_on(&here, [Spot::Duties(at)]),
        downloads: downloads(&here, &[Place::SiteJson]),
    }
}

fn duties_link(here: &Here<'_>, at: usize) -> LinkView {
    LinkView {
        href: here.href(&Place::Duties(at)),
        text: own(here.word("responsibilities")),
    }
}

fn body_links(
    here: &Here<'_>,
    at: usize,
    wanted: impl Fn(&Responsibility) -> bool,
) -> Vec<BodyLink> {
    let guidance = &here.context.model.guidance[at];
    let anchors = body_anchors(guidance, here.context.model.settings.first_language());
    let bodies = guidance.responsibilities.iter().enumerate();
    let bodies = bodies.filter(|(_, found)| wanted(found));
    let link = |(body, found): (usize, &Responsibility)| BodyLink {
        link: LinkView {
            href: here.href_at(&Place::Duties(at), Some(&anchors[body])),
            text: here.text(&found.body),
        },
        text: answered_sentence(here, at, |duty| duty.1 == body),
    };
    bodies.map(link).collect()
}

/// How many of the duties that are `wanted` something answers.
fn answered_sentence(here: &Here<'_>, at: usize, wanted: impl Fn(&DutyAt) -> bool) -> String {
    let duties = here.context.model.guidance[at].duties();
    let duties = duties.map(|((body, duty), _)| (at, body, duty));
    let all = duties.filter(|duty| wanted(duty)).count();
    let open = here.context.index.thread().duties.iter();
    let open = open.filter(|duty| duty.0 == at && wanted(duty)).count();
    let counted = [("answered", (all - open).into()), ("count", all.into())];
    here.phrase("duties-answered", &counted)
}

fn body_view(
    here: &Here<'_>,
    (at, body): (usize, usize),
    found: &Responsibility,
    id: String,
) -> BodyView {
    let references = here.context.references();
    let name = &here.context.model.guidance[at].id;
    let paragraph = found.paragraph.as_ref().and_then(|number| {
        let (_, chapter) = references
            .paragraph(&format!("{name}/{}", number.value))
            .ok()?;
        let spot = Spot::Paragraph(at, chapter, number.value.to_string());
        target_link(here, &Target::Spot(spot, None), "")
    });
    let duties = found.duties.iter().enumerate();
    BodyView {
        id,
        name: here.text(&found.body),
        says: found.says.as_ref().map(|text| here.line(text)),
        paragraph,
        sentence: answered_sentence(here, at, |duty| duty.1 == body),
        duties: duties
            .map(|(duty, found)| {
                let answering = here.context.index.thread().answering((at, body, duty));
                DutyView {
                    id: duty_anchor(found.id.value.as_str()),
                    text: here.line(&found.text),
                    includes: found.includes.iter().map(|part| here.line(part)).collect(),
                    answers: answering.map_or_else(Vec::new, |it| answers(here, &it.answers)),
                    cancelled: answering.map_or_else(Vec::new, |it| answers(here, &it.cancelled)),
                    standing: standing_on(here, [Spot::Duty(at, body, duty)]),
                }
            })
            .collect(),
    }
}

/// Actions that name a duty, the earliest edition first, as it lists them.
fn answers(here: &Here<'_>, actions: &[ActionAt]) -> Vec<DutyAnswer> {
    let context = here.context;
    let thread = context.index.thread();
    let view = |(report, objective, at): ActionAt| {
        let action = &context.model.reports[report].objectives[objective].actions[at];
        let measures = thread.measuring((report, objective, at));
        let word = action
            .status
            .as_ref()
            .map(|found| status(here, found.value));
        DutyAnswer {
            action: action_link(here, report, objective, at),
            objective: objective_link(here, report, objective),
            report: report_link(here, report),
            status: word,
            measures: measures
                .map(|row| measured_link(here, report, row))
                .collect(),
            evaluations: standing_on_action(here, report, objective, at),
        }
    };
    let editions = latest_first(actions.iter().map(|action| (action.0, *action)));
    let answers = editions.into_iter().flat_map(|(_, actions)| actions);
    answers.map(view).collect()
}
