//! Links by path: from one content file to another.

use std::{borrow::Cow, collections::BTreeMap};

use percent_encoding::percent_decode_str;

use crate::{
    model::{Model, Section},
    reference::{Spot, Target},
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
    files
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
