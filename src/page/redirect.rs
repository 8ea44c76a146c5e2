//! Pages at earlier addresses, which lead to where a page stands now.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    model::{Carrier, Language, Model, Text},
    page::{
        Context,
        anchor::action_anchor,
        here::{Here, encoded_anchor, own},
        view::TextView,
    },
    text::Span,
    wording::{Address, Place},
};

/// An earlier address and what stands now in its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Redirect {
    /// The earlier address.
    pub from: Address,
    /// The language that it leads to.
    pub language: Language,
    /// The page that it leads to.
    pub to: Place,
    /// The place on that page.
    pub anchor: Option<String>,
    /// Where it is written.
    pub span: Span,
}

/// The page at an earlier address.
#[derive(Clone, Debug, Serialize)]
pub struct RedirectView {
    /// The page's language.
    pub lang: String,
    /// The way to the output folder.
    pub root: String,
    /// The title for windows: that of the page that is meant, marked as moved.
    pub title: String,
    /// The way to the page that is meant.
    pub href: String,
    /// That page's address in full.
    pub canonical: Option<String>,
    /// That page's title.
    pub text: TextView,
}

/// Every earlier address that the content names, in the order of the content.
pub fn redirects(context: &Context<'_>) -> Vec<Redirect> {
    let model = context.model;
    let mut redirects: Vec<Redirect> = Vec::new();
    let mut known = BTreeSet::new();
    let moved = model.items().filter(|it| !it.common.aliases.is_empty());
    for item in moved {
        let Some((to, anchor)) = stands(model, item.carrier) else {
            continue;
        };
        for alias in &item.common.aliases {
            let redirect = Redirect {
                from: Address::of_alias(&alias.value),
                language: language(context, &alias.value),
                to: to.clone(),
                anchor: anchor.clone(),
                span: alias.span,
            };
            // Editions may each name the earlier address of a measure that they share. Whatever else
            // is named twice has two things at one address, and is refused as such.
            let leads = (redirect.from.clone(), to.clone(), anchor.clone());
            if known.insert(leads) {
                redirects.push(redirect);
            }
        }
    }
    redirects
}

/// The page that an item stands on, and the place there; an evaluation has no earlier address.
fn stands(model: &Model, carrier: Carrier) -> Option<(Place, Option<String>)> {
    let place = match carrier {
        Carrier::Home => Place::Home,
        Carrier::Page(at) => Place::Page(at),
        Carrier::Report(at) => Place::Report(at),
        Carrier::Objective(report, at) => Place::Objective(report, at),
        Carrier::Action(report, at, action) => {
            let action = &model.reports[report].objectives[at].actions[action];
            let anchor = action_anchor(action.id.value.as_str());
            return Some((Place::Objective(report, at), Some(anchor)));
        }
        Carrier::Measure(report, at, measure) => {
            let measure = &model.reports[report].objectives[at].measures[measure];
            Place::Measure(measure.id.value.clone())
        }
        Carrier::Framework(at) => Place::Framework(at),
        Carrier::Goal(at, goal) => Place::Item(at, goal),
        Carrier::Guidance(at) => Place::Guidance(at),
        Carrier::Chapter(at, chapter) => Place::Chapter(at, chapter),
        Carrier::Evaluation(..) => return None,
    };
    Some((place, None))
}

/// The page at an earlier address.
pub fn redirect(context: &Context<'_>, redirect: &Redirect) -> RedirectView {
    let here = Here {
        address: redirect.from.clone(),
        ..Here::new(context, &redirect.language, redirect.to.clone())
    };
    let mut href = here.href(&redirect.to);
    if let Some(anchor) = &redirect.anchor {
        href = format!("{href}#{}", encoded_anchor(anchor));
    }
    let to = context
        .wording
        .address(context.model, &redirect.to, &redirect.language);
    let text = title(&here);
    let site = here.text(&context.model.settings.title).text;
    let places = [("page", text.text.as_str().into()), ("site", site.into())];
    let meant = here.phrase("page-title", &places);
    RedirectView {
        lang: here.language.to_string(),
        root: here.root(),
        title: here.phrase("page-title-moved", &[("title", meant.into())]),
        href,
        canonical: here.url(&to),
        text,
    }
}

/// The language of an earlier address: the one whose tag it begins with, else the first.
fn language(context: &Context<'_>, alias: &str) -> Language {
    let first = context.model.settings.first_language();
    let part = alias.split('/').next().unwrap_or_default();
    let mut languages = context.model.languages().iter();
    let named = languages.find(|language| language.as_str() == part);
    named.unwrap_or(first).clone()
}

/// The title of the page that is meant.
fn title(here: &Here<'_>) -> TextView {
    let model = here.context.model;
    let own_title = |title: &Text| here.text(title);
    match &here.place {
        Place::Page(at) => own_title(&model.pages[*at].title),
        Place::Report(at) => own_title(&model.reports[*at].title),
        Place::Objective(report, at) => own_title(&model.reports[*report].objectives[*at].title),
        Place::Framework(at) => own_title(&model.frameworks[*at].title),
        Place::Item(at, item) => own_title(&model.frameworks[*at].items[*item].title),
        Place::Guidance(at) => own_title(&model.guidance[*at].title),
        Place::Chapter(at, chapter) => own_title(&model.guidance[*at].chapters[*chapter].title),
        Place::Measure(id) => match here.context.latest_place(id) {
            Some(at) => own_title(&here.context.measure(at).0.title),
            None => own(id.to_string()),
        },
        _ => own_title(&model.home.title),
    }
}

#[cfg(test)]
mod tests {
    use crate::wording::Address;

    #[test]
    fn an_earlier_address_is_a_page_or_a_folder() {
        for (alias, path) in [
            ("old", "old/index.html"),
            ("old/page.html", "old/page.html"),
            ("old/Page.HTM", "old/Page.HTM"),
            ("old/page.aspx", "old/page.aspx/index.html"),
            ("old.html/page", "old.html/page/index.html"),
        ] {
            assert_eq!(Address::of_alias(alias).as_str(), path);
        }
    }
}
