//! The built-in framework: the seven well-being goals.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::context::Languages,
    model::{
        Common, Framework, FrameworkItem, Id, Language, Prose, Text, WELL_BEING, WELL_BEING_GOALS,
    },
    syntax::{self, Node, Value},
    text::{Source, Sources, Span, Spanned},
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
    use crate::text::SourceId;

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
