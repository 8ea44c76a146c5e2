//! Pages at earlier addresses, which lead to where a page stands now.

use serde::Serialize;

use crate::{
    model::{Common, Language, Text},
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
    /// The title for windows.
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
    let mut add = |common: &Common, to: Place, anchor: Option<String>| {
        for alias in &common.aliases {
            let redirect = Redirect {
                from: Address::of_alias(&alias.value),
                language: language(context, &alias.value),
                to: to.clone(),
                anchor: anchor.clone(),
                span: alias.span,
            };
            // Editions may each name the earlier address of a measure that they share.
            let known = redirects
                .iter()
                .any(|known| known.from == redirect.from && known.to == redirect.to);
            if !known {
                redirects.push(redirect);
            }
        }
    };
    add(&model.home.common, Place::Home, None);
    for (at, page) in model.pages.iter().enumerate() {
        add(&page.common, Place::Page(at), None);
    }
    for (at, report) in model.reports.iter().enumerate() {
        add(&report.common, Place::Report(at), None);
        for (index, objective) in report.objectives.iter().enumerate() {
            let here = Place::Objective(at, index);
            add(&objective.common, here.clone(), None);
            for action in &objective.actions {
                let anchor = action_anchor(action.id.value.as_str());
                add(&action.common, here.clone(), Some(anchor));
            }
            for measure in &objective.measures {
                let to = Place::Measure(measure.id.value.clone());
                add(&measure.common, to, None);
            }
        }
    }
    redirects
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
    let site = here.text(&context.model.settings.title).text;
    let places = [
        ("page", here.word("moved-heading").into()),
        ("site", site.into()),
    ];
    RedirectView {
        lang: here.language.to_string(),
        root: here.root(),
        title: here.phrase("page-title", &places),
        href,
        canonical: here.url(&to),
        text: title(&here),
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
