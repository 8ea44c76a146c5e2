//! Pages of the site's own, and the page for what is not found.

use serde::Serialize;

use crate::{
    model::{Language, Page},
    page::{
        Context,
        anchor::Anchors,
        description::first_paragraph,
        evidence::standing_on,
        files::attachments,
        frame::{FrameView, Head, frame},
        here::{Here, own},
        prose::{contents_of, prose},
        view::{AttachmentView, ContentsView, HtmlView, LinkOfEdition, TextView},
    },
    reference::{Origin, Spot},
    wording::Place,
};

/// The fewest headings worth a list of their own.
const FEWEST_HEADINGS: usize = 3;

/// A page of the site's own.
#[derive(Clone, Debug, Serialize)]
pub struct PageView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// Its text; empty where nothing was written.
    pub body: HtmlView,
    /// The self-evaluations that name it as evidence.
    pub standing: Vec<LinkOfEdition>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
    /// The page's own contents.
    pub contents: Vec<ContentsView>,
}

/// The page for what is not found.
#[derive(Clone, Debug, Serialize)]
pub struct NotFoundView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// Nothing: what it says are fixed strings.
    pub body: Option<HtmlView>,
}

/// A page of the site's own.
pub fn page(context: &Context<'_>, language: &Language, at: usize) -> PageView {
    let here = Here::new(context, language, Place::Page(at));
    let found = &context.model.pages[at];
    let origin = Origin::of(context.model, found.span);
    let written = prose(
        &here,
        &found.prose,
        &origin,
        2,
        &mut Anchors::of(&here.place),
    );
    let mut contents = written
        .as_ref()
        .map_or_else(Vec::new, |written| contents_of(written, 2));
    if contents.len() < FEWEST_HEADINGS {
        contents.clear();
    }
    PageView {
        frame: frame(
            &here,
            Head {
                short: found.common.short_title.as_ref(),
                summary: found.common.summary.as_ref(),
                description: first_paragraph(written.as_ref().map(|written| &written.view)),
                above: above(&here, found),
                ..Head::new(here.text(&found.title))
            },
        ),
        body: written.map_or_else(
            || HtmlView {
                html: String::new(),
                lang: None,
            },
            |written| written.view,
        ),
        standing: standing_on(&here, [Spot::Page(at)]),
        attachments: attachments(&here, &found.common),
        contents,
    }
}

/// The page for what is not found.
pub fn not_found(context: &Context<'_>, language: &Language) -> NotFoundView {
    let here = Here::new(context, language, Place::NotFound);
    NotFoundView {
        frame: frame(
            &here,
            Head {
                description: Some(here.word("not-found-text")),
                ..Head::new(own(here.word("not-found-heading")))
            },
        ),
        body: None,
    }
}

/// The pages that stand for the folders a page is in.
fn above(here: &Here<'_>, page: &Page) -> Vec<(Place, TextView)> {
    let pages = &here.context.model.pages;
    let folders = (1..page.path.len()).filter_map(|depth| {
        let at = here.context.index.page(&page.path[..depth])?;
        let found = &pages[at];
        let title = found.common.short_title.as_ref().unwrap_or(&found.title);
        Some((Place::Page(at), here.text(title)))
    });
    folders.collect()
}
