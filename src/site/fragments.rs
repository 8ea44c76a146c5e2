//! Anchors that links lead to are on the page.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    check::{Link, Page},
    model::Model,
    reference::{Spot, Target},
    site::{Content, Site},
    text::{Code, Diagnostic, Diagnostics, Names},
    wording::{Address, Place, Wording},
};

/// Every link to a heading that the page it leads to does not have. Pages that such links lead to
/// are rendered, for anchors are given there; each is looked at in the language of the link's text.
pub fn fragments(model: &Model, wording: &Wording, links: &[Link<'_>], site: &Site) -> Diagnostics {
    let first = model.settings.first_language();
    let mut known: BTreeMap<Address, Option<Anchors>> = BTreeMap::new();
    let mut found = Diagnostics::new();
    for link in links {
        let Some((place, fragment)) = led_to(link) else {
            continue;
        };
        // Browsers take both for the top of any page.
        if fragment.is_empty() || fragment.eq_ignore_ascii_case("top") {
            continue;
        }
        let language = link.passage.language.unwrap_or(first);
        let address = wording.address(model, &place, language);
        let anchors = known
            .entry(address)
            .or_insert_with_key(|address| Anchors::on(site, address));
        if let Some(anchors) = anchors
            && !anchors.all.contains(fragment)
        {
            let message = format!("the page has no heading with the anchor `#{fragment}`");
            let place = link.place(&model.sources);
            let unknown = Diagnostic::new(Code::UnknownReference, place, message);
            found.push(unknown.maybe_help(anchors.help(fragment)));
        }
    }
    found
}

/// The page and the anchor that a link names.
fn led_to<'l>(link: &'l Link<'_>) -> Option<(Place, &'l str)> {
    match link.target.as_ref().ok()? {
        Target::Fragment(fragment) => {
            let place = match link.passage.page {
                Page::Home => Place::Home,
                Page::Free(at) => Place::Page(at),
                Page::Report(at) => Place::Report(at),
                Page::Objective(report, at) => Place::Objective(report, at),
                Page::Framework(at) => Place::Framework(at),
                Page::Item(at, item) => Place::Item(at, item),
                Page::Guidance(at) => Place::Guidance(at),
                Page::Chapter(at, chapter) => Place::Chapter(at, chapter),
                Page::Duties(at) => Place::Duties(at),
            };
            Some((place, fragment))
        }
        Target::Spot(spot, Some(fragment)) => Some((place_of(spot), fragment)),
        _ => None,
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
    }
}

/// The anchors of a page.
struct Anchors {
    all: BTreeSet<String>,
    /// Those of headings, with their signs.
    headings: Names,
}

impl Anchors {
    /// The anchors on the page at `address`; `None` where it cannot be rendered, which is reported
    /// elsewhere.
    fn on(site: &Site, address: &Address) -> Option<Self> {
        let page = match &site.get(address.as_str())?.content {
            Content::Rendered(render) => render(),
            Content::Leaf(leaf) => site.render(leaf),
            Content::Bytes(_) | Content::File(_) => return None,
        };
        let page = String::from_utf8(page.ok()?).ok()?;
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
        Some(Self {
            headings: headings.iter().map(String::as_str).collect(),
            all: tags.iter().map(|(_, id)| id.clone()).collect(),
        })
    }

    fn help(&self, fragment: &str) -> Option<String> {
        // Authors write a heading as it reads.
        let plain = fragment.trim().to_lowercase().replace(' ', "-");
        if self.all.contains(&plain) {
            return Some(format!("did you mean `#{plain}`?"));
        }
        self.headings.did_you_mean(&format!("#{plain}"))
    }
}
