//! What a changed file is the content of: a page in one language, or a file that is copied.

use std::sync::Arc;

use serde::Serialize;

use crate::{
    model::{Guidance, Language, Model, Prose, Text},
    page,
    pipeline::Made,
    text::{SourceId, Span},
    wording::{Address, Place, relative},
};

/// A page whose own content was edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edited {
    /// Its title.
    pub title: String,
    /// The language of the title.
    pub lang: String,
    /// Its address from the root, as it stands in a link.
    pub address: String,
    /// The version that first showed the edit.
    pub version: u64,
    /// The page.
    #[serde(skip)]
    pub page: Address,
}

/// The pages whose own content stands in the changed files, which `version` shows first, each in the language of the file. Files
/// that are no page's (settings, the theme, images) give none: they concern every page alike.
pub fn edited<'c>(
    made: &Made,
    changed: impl IntoIterator<Item = &'c Arc<str>>,
    version: u64,
) -> Vec<Edited> {
    let model = &*made.model;
    let home = Address::new("index.html");
    let mut places = Vec::new();
    for path in changed {
        let language = language_of(model, path);
        let Some((place, title)) = place(model, path) else {
            continue;
        };
        if !places
            .iter()
            .any(|(known, of, _)| *known == place && *of == language)
        {
            places.push((place, language, title));
        }
    }
    let page = |(place, language, title): (Place, &Language, &Text)| {
        let address = made.wording.address(model, &place, language);
        let (title, shown) = title.fallback(language, model.languages());
        Edited {
            title: title.to_owned(),
            lang: shown.unwrap_or(language).to_string(),
            address: relative(&home, &address, false),
            version,
            page: address,
        }
    };
    places.into_iter().map(page).collect()
}

/// The addresses of the changed files that are copied as they are.
pub fn copied(made: &Made, changed: &[Arc<str>]) -> Vec<String> {
    let home = Address::new("index.html");
    let within = changed
        .iter()
        .filter_map(|path| path.strip_prefix("content/"));
    let copied = within.filter(|path| is_copied(&made.model, path));
    copied
        .map(|path| relative(&home, &page::asset_address(path), false))
        .collect()
}

fn is_copied(model: &Model, path: &str) -> bool {
    model.assets.iter().any(|asset| &*asset.path == path)
}

/// The language that a file is in by its name: `about.cy.md` is in Welsh.
fn language_of<'m>(model: &'m Model, path: &str) -> &'m Language {
    let stem = path.strip_suffix(".md");
    let tag = stem.and_then(|stem| Some(stem.rsplit('/').next()?.rsplit_once('.')?.1));
    let mut languages = model.languages().iter();
    let named = languages.find(|language| Some(language.as_str()) == tag);
    named.unwrap_or(model.settings.first_language())
}

fn place<'a>(model: &'a Model, path: &str) -> Option<(Place, &'a Text)> {
    let within = path.strip_prefix("content/")?;
    if is_copied(model, within) {
        return None;
    }
    // Of a file that is gone no page shows anything, but its report or objective does without it.
    let source = model.sources.find(path);
    match within.split('/').collect::<Vec<_>>().as_slice() {
        ["reports", report, rest @ ..] => of_report(model, report, rest.first().copied()),
        ["frameworks", ..] => of_framework(model, source?),
        ["guidance", folder, "responsibilities.yaml"] => {
            let (at, guidance) = guidance(model, folder)?;
            Some((Place::Duties(at), &guidance.title))
        }
        ["guidance", folder, ..] => of_guidance(model, folder, source?),
        _ => {
            let written = |span: Span, prose: &Prose, title: &Text| {
                source.is_some_and(|source| stands_in(source, span, prose, title))
            };
            let home = &model.home;
            if written(home.span, &home.prose, &home.title) {
                return Some((Place::Home, &home.title));
            }
            let mut pages = model.pages.iter();
            let at = pages.position(|page| written(page.span, &page.prose, &page.title))?;
            Some((Place::Page(at), &model.pages[at].title))
        }
    }
}

fn of_report<'a>(model: &'a Model, id: &str, second: Option<&str>) -> Option<(Place, &'a Text)> {
    let mut reports = model.reports.iter();
    let at = reports.position(|found| found.id.as_str() == id)?;
    let report = &model.reports[at];
    let mut objectives = report.objectives.iter();
    let objective = objectives.position(|found| Some(found.id.as_str()) == second);
    Some(match objective {
        Some(place) => (Place::Objective(at, place), &report.objectives[place].title),
        None => (Place::Report(at), &report.title),
    })
}

fn of_framework(model: &Model, source: SourceId) -> Option<(Place, &Text)> {
    let mut frameworks = model.frameworks.iter().enumerate();
    frameworks.find_map(|(at, framework)| {
        if stands_in(
            source,
            framework.span,
            &framework.introduction,
            &framework.title,
        ) {
            return Some((Place::Framework(at), &framework.title));
        }
        let mut items = framework.items.iter().enumerate();
        let (item, found) = items.find(|(_, item)| item.span.source == source)?;
        Some((Place::Item(at, item), &found.title))
    })
}

fn of_guidance<'a>(model: &'a Model, folder: &str, source: SourceId) -> Option<(Place, &'a Text)> {
    let (at, guidance) = guidance(model, folder)?;
    let mut chapters = guidance.chapters.iter().enumerate();
    let chapter =
        chapters.find(|(_, found)| stands_in(source, found.span, &found.prose, &found.title));
    Some(match chapter {
        Some((chapter, found)) => (Place::Chapter(at, chapter), &found.title),
        None => (Place::Guidance(at), &guidance.title),
    })
}

fn guidance<'a>(model: &'a Model, folder: &str) -> Option<(usize, &'a Guidance)> {
    let mut all = model.guidance.iter().enumerate();
    all.find(|(_, guidance)| guidance.id.as_str() == folder)
}

/// Whether the file is one of those that something is written in: its own, or a translation's.
fn stands_in(source: SourceId, span: Span, prose: &Prose, title: &Text) -> bool {
    let texts = prose.by_language.values().map(|text| text.span.source);
    let titles = title.entries().map(|(_, text)| text.span.source);
    let mut all = texts.chain(titles).chain([span.source]);
    all.any(|own| own == source)
}
