//! A framework: its goals, or its quality indicators.

use serde::Serialize;

use crate::{
    model::{Date, Framework, Language, Text},
    page::{
        Context,
        anchor::Anchors,
        description::first_paragraph,
        evidence::standing_on,
        files::{attachments, downloads},
        frame::{FrameView, Head, frame},
        here::{Here, own},
        item::{ItemRow, item_row},
        prose::prose,
        view::{
            AttachmentView, DatedView, DownloadView, HtmlView, LinkOfEdition, LinkView, TextView,
        },
    },
    reference::{Origin, Spot},
    text::Spanned,
    wording::Place,
};

/// A framework.
#[derive(Clone, Debug, Serialize)]
pub struct FrameworkPageView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// Whether it holds goals; else quality indicators.
    pub goals: bool,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// Who publishes it.
    pub publisher: Option<TextView>,
    /// What its scale is.
    pub scale: Option<String>,
    /// When it was published and changed.
    pub dated: Vec<DatedView>,
    /// What the organisation says about it.
    pub introduction: Option<HtmlView>,
    /// Its goals or indicators at the top.
    pub items: Vec<ItemRow>,
    /// The edition whose objectives are named.
    pub edition: Option<LinkView>,
    /// The self-evaluations that name it as evidence.
    pub standing: Vec<LinkOfEdition>,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
}

/// The page of a framework.
pub fn framework(context: &Context<'_>, language: &Language, at: usize) -> FrameworkPageView {
    let here = Here::new(context, language, Place::Framework(at));
    let found = &context.model.frameworks[at];
    let origin = Origin::of(context.model, found.span);
    let mut anchors = Anchors::of(&here.place);
    let written = prose(&here, &found.introduction, &origin, 2, &mut anchors);
    let introduction = written.map(|written| written.view);
    let first = found.below(None).next();
    FrameworkPageView {
        frame: frame(
            &here,
            Head {
                short: found.common.short_title.as_ref(),
                summary: found.common.summary.as_ref(),
                description: first_paragraph(introduction.as_ref()),
                above: vec![(Place::Frameworks, own(here.word("frameworks")))],
                next: first.map(|item| crate::page::item::item_link(&here, at, item)),
                ..Head::new(here.text(&found.title))
            },
        ),
        goals: found.is_goals(),
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        publisher: here.maybe(found.publisher.as_ref()),
        scale: found
            .scale
            .as_ref()
            .map(|scale| here.word(&format!("scale-{}", scale.value.as_str()))),
        dated: dated(&here, found.published.as_ref(), found.updated.as_ref()),
        introduction,
        items: found
            .below(None)
            .map(|item| item_row(&here, at, item))
            .collect(),
        edition: context
            .index
            .latest()
            .map(|report| crate::page::report_lists::report_link(&here, report)),
        standing: standing_on(&here, [Spot::Framework(at)]),
        downloads: downloads(&here, &[Place::SiteJson]),
        attachments: attachments(&here, &found.common),
    }
}

/// When something was published and changed, as far as it says.
pub(super) fn dated(
    here: &Here<'_>,
    published: Option<&Spanned<Date>>,
    updated: Option<&Spanned<Date>>,
) -> Vec<DatedView> {
    let dates = [("date-published", published), ("date-updated", updated)];
    let given = dates.into_iter().filter_map(|(label, date)| {
        Some(DatedView {
            label: here.word(label),
            date: here.date(date?.value),
        })
    });
    given.collect()
}

/// A framework's title where space is short.
pub(super) fn short(framework: &Framework) -> &Text {
    let short = framework.common.short_title.as_ref();
    short.unwrap_or(&framework.title)
}
