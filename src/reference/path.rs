//! Links by path: from one content file to another.

use std::{borrow::Cow, collections::BTreeMap};

use percent_encoding::percent_decode_str;

use crate::{
    model::{Model, Section},
    reference::{Spot, Target},
    text::Span,
};

/// Every file and folder of the content folder that can be linked to, by its path in it.
pub(super) fn files(model: &Model) -> BTreeMap<String, Target> {
    let mut files = BTreeMap::new();
    let mut put = |path: String, target: Target| {
        files.insert(path, target);
    };
    for (at, asset) in model.assets.iter().enumerate() {
        put(asset.path.to_string(), Target::Asset(at, None));
    }
    put(String::new(), Spot::Home.target());
    put("index.md".to_owned(), Spot::Home.target());
    for (at, page) in model.pages.iter().enumerate() {
        let path = page.path.join("/");
        put(format!("{path}.md"), Spot::Page(at).target());
        put(path, Spot::Page(at).target());
    }
    for (report, found) in model.reports.iter().enumerate() {
        let folder = format!("reports/{}", found.id);
        put(format!("{folder}/report.md"), Spot::Report(report).target());
        for (path, section) in sections(&folder, &found.sections) {
            put(path, Spot::Section(report, None, section).target());
        }
        for (objective, found) in found.objectives.iter().enumerate() {
            let folder = format!("{folder}/{}", found.id);
            let spot = Spot::Objective(report, objective);
            put(format!("{folder}/objective.md"), spot.clone().target());
            for (path, section) in sections(&folder, &found.sections) {
                let spot = Spot::Section(report, Some(objective), section);
                put(path, spot.target());
            }
            put(folder, spot.target());
        }
        put(folder, Spot::Report(report).target());
    }
    for (path, spot) in standing(model).chain(evaluations(model)) {
        put(path, spot.target());
    }
    files
}

/// The files and folders of frameworks and guidance. The built-in framework has none.
fn standing(model: &Model) -> impl Iterator<Item = (String, Spot)> {
    let named = |span: Span| within(model, span);
    let frameworks = model.frameworks.iter().enumerate();
    let frameworks = frameworks.flat_map(move |(at, framework)| {
        let items = framework.items.iter().enumerate();
        let items = items.map(move |(item, found)| (named(found.span), Spot::Item(at, item)));
        let folder = format!("frameworks/{}", framework.id);
        let own = [named(framework.span), folder].map(|path| (path, Spot::Framework(at)));
        own.into_iter()
            .chain(items)
            .filter(|(path, _)| path.starts_with("frameworks/"))
    });
    let guidance = model.guidance.iter().enumerate();
    let guidance = guidance.flat_map(move |(at, guidance)| {
        let folder = format!("guidance/{}", guidance.id);
        let chapters = guidance.chapters.iter().enumerate();
        let chapters =
            chapters.map(move |(chapter, found)| (named(found.span), Spot::Chapter(at, chapter)));
        let duties = format!("{folder}/responsibilities.yaml");
        let has_duties = !guidance.responsibilities.is_empty();
        let duties = has_duties.then_some((duties, Spot::Duties(at)));
        let own = [named(guidance.span), folder].map(|path| (path, Spot::Guidance(at)));
        own.into_iter().chain(chapters).chain(duties)
    });
    frameworks.chain(guidance)
}

fn evaluations(model: &Model) -> impl Iterator<Item = (String, Spot)> {
    let reports = model.reports.iter().enumerate();
    reports.flat_map(move |(report, found)| {
        let own = found.evaluations.iter().enumerate();
        let own = own.map(move |(at, found)| (found.span, Spot::Evaluation(report, None, at)));
        let objectives = found.objectives.iter().enumerate();
        let inside = objectives.flat_map(move |(objective, found)| {
            let all = found.evaluations.iter().enumerate();
            all.map(move |(at, found)| (found.span, Spot::Evaluation(report, Some(objective), at)))
        });
        own.chain(inside)
            .map(|(span, spot)| (within(model, span), spot))
    })
}

/// The path from the content folder of the file that something stands in.
fn within(model: &Model, span: Span) -> String {
    let path = model.sources.get(span.source).path();
    path.strip_prefix("content/").unwrap_or(path).to_owned()
}

fn sections<'a>(
    folder: &'a str,
    sections: &'a [Section],
) -> impl Iterator<Item = (String, usize)> + 'a {
    let named = move |(at, section): (usize, &Section)| {
        let role = section.role.as_str();
        (format!("{folder}/{role}.md"), at)
    };
    sections.iter().enumerate().map(named)
}

/// The path without the language of a translation: `about.cy.md` is `about.md` in Welsh.
pub(super) fn in_any_language<'a>(model: &Model, path: &'a str) -> Cow<'a, str> {
    let plain = path.strip_suffix(".md").and_then(|stem| {
        let (stem, tag) = stem.rsplit_once('.')?;
        let known = model.languages().iter().any(|known| known.as_str() == tag);
        known.then(|| format!("{stem}.md"))
    });
    plain.map_or(Cow::Borrowed(path), Cow::Owned)
}

/// A part of a link with its `%20` undone.
pub(super) fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}
