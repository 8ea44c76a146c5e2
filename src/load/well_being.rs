//! The built-in framework: the seven well-being goals.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::{
        context::Languages,
        document::{Documents, Parsed},
    },
    model::{
        Common, Framework, FrameworkItem, Id, Language, Prose, Report, Text, WELL_BEING,
        WELL_BEING_GOALS,
    },
    syntax::{self, Entry, Node, Value},
    text::{Source, SourceId, Sources, Span, Spanned},
};

/// The goals' titles in the languages that they are built in for.
const TEXT: &str = include_str!("well-being.yaml");

/// The seven goals in those of `languages` that they are built in for, else as the file has them.
/// `place` stands for where they are written.
pub(super) fn well_being(languages: &Languages, place: Span) -> Option<Framework> {
    let mut sources = Sources::new();
    let source = sources.add(Source::new("well-being.yaml", TEXT));
    let words = syntax::yaml(&sources, source, 0..TEXT.len()).value?;
    let text = |key: &str| text(&words, key, languages, place);
    let common = |key: &str| Common {
        slug: slugs(&words, key, languages, place),
        ..Common::default()
    };
    let item = |id: &&str| {
        Some(FrameworkItem {
            id: (*id).into(),
            code: None,
            title: text(id)?,
            parent: None,
            published: None,
            updated: None,
            illustration_level: None,
            themes: Vec::new(),
            questions: Vec::new(),
            order: None,
            common: common(id),
            span: place,
        })
    };
    Some(Framework {
        id: Id::parse(WELL_BEING)?,
        title: text("title")?,
        publisher: text("publisher"),
        scale: None,
        published: None,
        updated: None,
        order: None,
        introduction: Prose::default(),
        items: WELL_BEING_GOALS.iter().filter_map(item).collect(),
        common: common("title"),
        span: place,
    })
}

/// The addresses of a key in those of the site's languages that have one of their own.
fn slugs(
    words: &Node,
    key: &str,
    languages: &Languages,
    place: Span,
) -> BTreeMap<Language, Spanned<Arc<str>>> {
    let own = languages.all.iter().filter_map(|language| {
        let slugs = entry(entry(words, "slugs")?, language.as_str())?;
        let Value::Scalar(slug) = &entry(slugs, key)?.value else {
            return None;
        };
        Some((
            language.clone(),
            Spanned::new(Arc::clone(&slug.text), place),
        ))
    });
    own.collect()
}

/// Where the content names one of the goals: an objective that serves it, an evaluation that takes it for
/// an indicator, a link, an evidence, or what a correction is about. What is published goes before what waits, and that before drafts: while nothing
/// but what is left out of a build names the goals, they are left out with it.
pub(super) fn well_being_named(
    reports: &[Report],
    documents: &Documents,
    sources: &Sources,
) -> Option<Span> {
    let objectives = reports.iter().flat_map(|report| &report.objectives);
    let served = objectives.clone().flat_map(|objective| &objective.serves);
    let evaluations = reports.iter().flat_map(|report| &report.evaluations);
    let evaluations = evaluations.chain(objectives.flat_map(|it| &it.evaluations));
    let evaluated = evaluations.map(|evaluation| &evaluation.quality_indicator);
    let served = served.chain(evaluated).filter(|entry| {
        let rest = entry.value.strip_prefix(WELL_BEING);
        rest.is_some_and(|rest| rest.starts_with('/'))
    });
    let served = served.map(|entry| entry.span);
    let path = |span: &Span| sources.get(span.source).path();
    let mut named: Vec<_> = documents
        .values()
        .flat_map(|it| &it.goals)
        .copied()
        .collect();
    // Numbers tell of the order in which files came, which is no order to name one by.
    named.sort_by_key(|span| (path(span), span.start));
    served.chain(named).min_by_key(|span| {
        let path = path(span);
        reports
            .iter()
            .find(|report| path.starts_with(&format!("content/reports/{}/", report.id)))
            .map_or(Shown::Always, Shown::of)
    })
}

/// When something is shown, the earliest first.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Shown {
    Always,
    Later(jiff::civil::DateTime),
    WithDrafts,
}

impl Shown {
    fn of(report: &Report) -> Self {
        match &report.embargo {
            _ if report.is_draft() => Self::WithDrafts,
            Some(embargo) => Self::Later(embargo.value),
            None => Self::Always,
        }
    }
}

/// Whether a reference is one to a built-in goal, of whichever kind it says that it is.
fn leads_there(target: &str) -> bool {
    let name = target
        .strip_prefix("goal:")
        .or_else(|| target.strip_prefix("quality-indicator:"));
    let item = name.and_then(|name| name.strip_prefix(WELL_BEING));
    item.is_some_and(|item| item.starts_with('/'))
}

/// The places in a file of the content where a reference leads to one of the goals.
pub(super) fn links(content: &Parsed, source: SourceId, sources: &Sources) -> Vec<Span> {
    let mut found = Vec::new();
    // Few files hold the name at all, and only those are looked at closely.
    if !sources.get(source).text().contains(WELL_BEING) {
        return found;
    }
    let in_text = |text: &str| {
        let mut links = syntax::references(text).into_iter();
        links.any(|link| leads_there(&link.target))
    };
    match content {
        Parsed::Node { node, body } => {
            if let Some(node) = node {
                links_in(node, false, &in_text, &mut found);
            }
            if in_text(sources.slice(*body)) {
                found.push(*body);
            }
        }
        Parsed::Table(table) => {
            let rows = table.rows.iter();
            let cells = rows.flat_map(|row| table.header.iter().zip(&row.cells));
            let cells = cells.filter(|(column, cell)| {
                // What stands behind a dot is a language, or a part of the value.
                let key = column.value.split('.').next().unwrap_or_default();
                !is_title(key) && in_text(&cell.value)
            });
            let cells = cells.map(|(_, cell)| cell);
            found.extend(cells.map(|cell| cell.span));
        }
    }
    found
}

/// Whether a key holds a title, in which the marks of Markdown are letters like others. Source:
/// docs/format.md, "Text, languages and YAML".
fn is_title(key: &str) -> bool {
    matches!(key, "title" | "short_title")
}

/// Whether a value is a text, of one language or of each. What a theme or an answer says has a `text`.
fn is_text(node: &Node) -> bool {
    match &node.value {
        Value::Scalar(_) => true,
        Value::Mapping(_) => entry(node, "text").is_none(),
        Value::Null | Value::Sequence(_) => false,
    }
}

/// The same in a value. A name by itself is a reference below the keys that hold such names.
fn links_in(node: &Node, bare: bool, in_text: &impl Fn(&str) -> bool, found: &mut Vec<Span>) {
    match &node.value {
        Value::Null => {}
        Value::Scalar(scalar) => {
            let named = bare && leads_there(&scalar.text);
            if named || (scalar.text.contains(WELL_BEING) && in_text(&scalar.text)) {
                found.push(node.span);
            }
        }
        Value::Sequence(nodes) => {
            for node in nodes {
                links_in(node, bare, in_text, found);
            }
        }
        Value::Mapping(entries) => {
            let titled = |entry: &&Entry| is_title(&entry.key.value) && is_text(&entry.value);
            for entry in entries.iter().filter(|entry| !titled(entry)) {
                let bare = matches!(&*entry.key.value, "about" | "evidence");
                links_in(&entry.value, bare, in_text, found);
            }
        }
    }
}

/// The text of a key in the site's languages, else in the first that the file has.
fn text(words: &Node, key: &str, languages: &Languages, place: Span) -> Option<Text> {
    let Value::Mapping(entries) = &entry(words, key)?.value else {
        return None;
    };
    let each = entries.iter().filter_map(|entry| {
        let Value::Scalar(scalar) = &entry.value.value else {
            return None;
        };
        let text = Spanned::new(Arc::clone(&scalar.text), place);
        Some((Language::parse(&entry.key.value)?, text))
    });
    let mut each: Vec<_> = each.collect();
    let known = |(language, _): &(Language, Spanned<Arc<str>>)| languages.all.contains(language);
    if each.iter().any(known) {
        each.retain(known);
    } else {
        each.truncate(1);
    }
    Some(Text::Each(each.into_iter().collect::<BTreeMap<_, _>>()))
}

fn entry<'n>(node: &'n Node, key: &str) -> Option<&'n Node> {
    let Value::Mapping(entries) = &node.value else {
        return None;
    };
    let mut entries = entries.iter();
    let found = entries.find(|entry| &*entry.key.value == key)?;
    Some(&found.value)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_goal_has_a_title_in_each_language_it_is_built_in_for() {
        let mut sources = Sources::new();
        let source: SourceId = sources.add(Source::new("objective.md", ""));
        let two = ["en", "cy"].map(|tag| Language::parse(tag).unwrap());
        let languages = Languages {
            all: two.to_vec(),
            known: true,
        };
        let goals = well_being(&languages, Span::file(source)).unwrap();
        assert_eq!(goals.items.len(), 7);
        for item in &goals.items {
            for language in &two {
                assert!(item.title.exact(language).is_some(), "{}", item.id);
            }
            assert_eq!(item.common.slug.keys().collect::<Vec<_>>(), [&two[1]]);
        }
    }
}
