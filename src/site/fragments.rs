//! Anchors that links lead to are on the page.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use crate::{
    check::{Link, Page, Passage},
    facts::Facts,
    model::Model,
    prose,
    reference::{Spot, Target},
    site::{certain::is_certain_page, table::owner},
    text::{Code, Diagnostic, Diagnostics, Names, SourceId, Span},
    wording::{Address, Place, Wording},
};

/// A link to an anchor of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Anchored {
    /// The page, in the language of the link's text.
    address: Address,
    /// The anchor.
    fragment: String,
    /// Where the link is written.
    span: Span,
}

impl Anchored {
    /// The file that the link is written in.
    pub fn source(&self) -> SourceId {
        self.span.source
    }
}

/// Every link that names an anchor of the page it leads to, those in raw HTML of `passages` among
/// them. Pages of which not all could be read are passed over: the heading may stand in what is missing.
pub fn anchored(
    model: &Model,
    facts: &Facts,
    wording: &Wording,
    links: &[Link<'_>],
    passages: &[Passage<'_>],
) -> Vec<Anchored> {
    let first = model.settings.first_language();
    let anchored = |place: Place, fragment: &str, passage: &Passage<'_>, span: Span| {
        // Browsers take both for the top of any page.
        if fragment.is_empty() || fragment.eq_ignore_ascii_case("top") {
            return None;
        }
        if !is_certain_page(model, owner(model, facts, &place)) {
            return None;
        }
        let language = passage.language.unwrap_or(first);
        Some(Anchored {
            address: wording.address(model, &place, language),
            fragment: fragment.to_owned(),
            span,
        })
    };
    let links = links.par_iter().filter_map(|link| {
        let (place, fragment) = led_to(link)?;
        anchored(place, fragment, &link.passage, link.place(&model.sources))
    });
    // Few texts hold any HTML, and only those that may are parsed.
    let suspects = passages
        .par_iter()
        .filter(|it| it.text.contains("<a") || it.text.contains("<A"));
    let raw = suspects.flat_map_iter(|passage| {
        let named = prose::anchors(passage.text).into_iter();
        named.filter_map(|(fragment, range)| {
            let span = passage.place(range, &model.sources);
            anchored(place_of_page(passage.page), &fragment, passage, span)
        })
    });
    links.chain(raw).collect()
}

/// Those of the links that lead to an anchor which their page does not have. Anchors are given as
/// pages are made, so `page` is asked for the bytes of each page that is led to, once; where it has
/// none, which is reported elsewhere, nothing is said.
pub fn fragments<B: AsRef<[u8]>>(
    anchored: &[Anchored],
    page: impl Fn(&Address) -> Option<B> + Sync,
) -> Diagnostics {
    let mut pages: BTreeMap<&Address, Vec<&Anchored>> = BTreeMap::new();
    for link in anchored {
        pages.entry(&link.address).or_default().push(link);
    }
    let found = pages.into_par_iter().map(|(address, links)| {
        let page = page(address);
        let anchors = page.and_then(|page| Anchors::on(page.as_ref()));
        let Some(anchors) = anchors else {
            return Vec::new();
        };
        let unknown = links
            .into_iter()
            .filter(|link| !anchors.all.contains(&link.fragment));
        let unknown = unknown.map(|Anchored { fragment, span, .. }| {
            let message = format!("the page has no heading with the anchor `#{fragment}`");
            let unknown = Diagnostic::new(Code::UnknownReference, *span, message);
            unknown.maybe_help(anchors.help(fragment))
        });
        unknown.collect()
    });
    found.collect::<Vec<_>>().into_iter().flatten().collect()
}

/// The page and the anchor that a link names.
fn led_to<'l>(link: &'l Link<'_>) -> Option<(Place, &'l str)> {
    match link.target.as_ref().ok()? {
        Target::Fragment(fragment) => Some((place_of_page(link.passage.page), fragment)),
        Target::Spot(spot, Some(fragment)) => Some((place_of(spot), fragment)),
        Target::Spot(spot @ Spot::Paragraph(_, _, number), None) => Some((place_of(spot), number)),
        _ => None,
    }
}

/// The page that a text stands on.
fn place_of_page(page: Page) -> Place {
    match page {
        Page::Home => Place::Home,
        Page::Free(at) => Place::Page(at),
        Page::Report(at) => Place::Report(at),
        Page::Objective(report, at) => Place::Objective(report, at),
        Page::Framework(at) => Place::Framework(at),
        Page::Item(at, item) => Place::Item(at, item),
        Page::Guidance(at) => Place::Guidance(at),
        Page::Chapter(at, chapter) => Place::Chapter(at, chapter),
        Page::Duties(at) => Place::Duties(at),
    }
}

/// The page that something stands on.
fn place_of(spot: &Spot) -> Place {
    match spot {
        Spot::Home => Place::Home,
        Spot::Page(at) => Place::Page(*at),
        Spot::Report(at) | Spot::Section(at, None, _) | Spot::Evaluation(at, None, _) => {
            Place::Report(*at)
        }
        Spot::Objective(report, at)
        | Spot::Section(report, Some(at), _)
        | Spot::Evaluation(report, Some(at), _)
        | Spot::Action(report, at, _) => Place::Objective(*report, *at),
        Spot::Row(at) => Place::Objective(at.report, at.objective),
        Spot::Measure(id) => Place::Measure(id.clone()),
        Spot::Framework(at) => Place::Framework(*at),
        Spot::Item(at, item) => Place::Item(*at, *item),
        Spot::Guidance(at) => Place::Guidance(*at),
        Spot::Chapter(at, chapter) | Spot::Paragraph(at, chapter, _) => {
            Place::Chapter(*at, *chapter)
        }
        Spot::Duties(at) | Spot::Duty(at, ..) => Place::Duties(*at),
        Spot::Thread(None) => Place::Thread,
        Spot::Thread(Some(at)) => Place::ReportThread(*at),
    }
}

/// The anchors of a page.
struct Anchors {
    all: BTreeSet<String>,
    /// Those of headings, with their signs.
    headings: Names,
    /// All of them, with their signs.
    known: Names,
}

impl Anchors {
    /// The anchors on a page.
    fn on(page: &[u8]) -> Option<Self> {
        let page = std::str::from_utf8(page).ok()?;
        let tags = page.split('<').skip(1).filter_map(|tag| {
            let tag = &tag[..tag.find('>')?];
            let (_, id) = tag.split_once(" id=\"")?;
            let id = id.split('"').next()?;
            let id = id.replace("&quot;", "\"").replace("&lt;", "<");
            Some((tag, id.replace("&gt;", ">").replace("&amp;", "&")))
        });
        let tags: Vec<_> = tags.collect();
        let is_heading = |tag: &str| {
            let level = tag.strip_prefix('h').and_then(|rest| rest.chars().next());
            level.is_some_and(|level| level.is_ascii_digit())
        };
        let headings = tags.iter().filter(|(tag, _)| is_heading(tag));
        let headings: Vec<_> = headings.map(|(_, id)| format!("#{id}")).collect();
        let known: Vec<_> = tags.iter().map(|(_, id)| format!("#{id}")).collect();
        Some(Self {
            headings: headings.iter().map(String::as_str).collect(),
            known: known.iter().map(String::as_str).collect(),
            all: tags.iter().map(|(_, id)| id.clone()).collect(),
        })
    }

    fn help(&self, fragment: &str) -> Option<String> {
        // Authors write a heading as it reads.
        let plain = fragment.trim().to_lowercase().replace(' ', "-");
        if self.all.contains(&plain) {
            return Some(format!("did you mean `#{plain}`?"));
        }
        // Questions, paragraphs, rows and charts have anchors too; where nothing is near, headings are meant.
        let wanted = format!("#{plain}");
        match self.known.nearest(&wanted) {
            Some(near) => Some(format!("did you mean `{near}`?")),
            None => self.headings.did_you_mean(&wanted),
        }
    }
}
