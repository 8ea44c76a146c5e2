//! Which page a changed file is the content of.

use std::sync::Arc;

use crate::{
    model::{Model, Text},
    pipeline::Made,
    serve::snapshot::Edited,
    wording::{Place, relative},
};

/// The pages whose own content stands in the changed files, in the site's first language. Files
/// that are no page's (settings, the theme, images) give none: they concern every page alike.
pub fn edited(made: &Made, changed: &[Arc<str>]) -> Vec<Edited> {
    let model = &*made.model;
    let mut places: Vec<_> = changed
        .iter()
        .filter_map(|path| place(model, path))
        .collect();
    places.dedup_by(|a, b| a.0 == b.0);
    let home = made
        .wording
        .address(model, &Place::Home, model.settings.first_language());
    let page = |(place, title): (Place, &Text)| {
        let language = model.settings.first_language();
        let address = made.wording.address(model, &place, language);
        let (title, _) = title.fallback(language, model.languages());
        Edited {
            title: title.to_owned(),
            address: relative(&home, &address, false),
        }
    };
    places.into_iter().map(page).collect()
}

fn place<'a>(model: &'a Model, path: &str) -> Option<(Place, &'a Text)> {
    let within = path.strip_prefix("content/")?;
    if let Some(within) = within.strip_prefix("reports/") {
        let mut parts = within.split('/');
        let (report, second) = (parts.next()?, parts.next()?);
        let at = model
            .reports
            .iter()
            .position(|found| found.id.as_str() == report)?;
        let report = &model.reports[at];
        let mut objectives = report.objectives.iter();
        let objective = objectives.position(|found| found.id.as_str() == second);
        return Some(match objective {
            Some(place) => (Place::Objective(at, place), &report.objectives[place].title),
            None => (Place::Report(at), &report.title),
        });
    }
    let of = |span: crate::text::Span| model.sources.get(span.source).path() == path;
    if of(model.home.span) {
        return Some((Place::Home, &model.home.title));
    }
    let at = model.pages.iter().position(|page| of(page.span))?;
    Some((Place::Page(at), &model.pages[at].title))
}
