//! Words that may differ from language to language.

use std::{collections::BTreeMap, fmt, sync::Arc};

use crate::text::Spanned;

/// A language of the site by its BCP 47 tag, such as `en`, `cy` or `gd`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Language(Arc<str>);

impl Language {
    /// The language with this tag: two or three letters, then subtags of letters and digits with
    /// hyphens between.
    pub fn parse(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let primary = parts.next().unwrap_or_default();
        let fine = (2..=3).contains(&primary.len())
            && primary.chars().all(|c| c.is_ascii_lowercase())
            && parts.all(|part| {
                (1..=8).contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
            });
        fine.then(|| Self(tag.into()))
    }

    /// The language of what says nothing of its language.
    pub fn undetermined() -> Self {
        Self("und".into())
    }

    /// The tag.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A text in the languages it was written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Text {
    /// Deliberately the same in every language: `{all: …}`.
    Same(Spanned<Arc<str>>),
    /// By language; a plain string stands under the site's first language alone.
    Each(BTreeMap<Language, Spanned<Arc<str>>>),
}

impl Text {
    /// A plain string in the site's first language.
    pub fn plain(language: Language, text: Spanned<Arc<str>>) -> Self {
        Self::Each(BTreeMap::from([(language, text)]))
    }

    /// The text in exactly this language (or the same in all), with its place.
    pub fn exact(&self, language: &Language) -> Option<&Spanned<Arc<str>>> {
        match self {
            Self::Same(text) => Some(text),
            Self::Each(texts) => texts.get(language),
        }
    }

    /// The text in `language`, or where it is missing in the first of `languages` that has it, with
    /// the language of a fallback: `None` where the text is in the language asked for.
    ///
    /// Never fails: a text has at least one entry; where none of `languages` is there, any is taken.
    pub fn fallback<'a>(
        &'a self,
        language: &Language,
        languages: &'a [Language],
    ) -> (&'a str, Option<&'a Language>) {
        if let Some(text) = self.exact(language) {
            return (&text.value, None);
        }
        let listed = languages
            .iter()
            .find_map(|other| self.exact(other).map(|text| (&*text.value, Some(other))));
        listed.unwrap_or_else(|| match self {
            Self::Same(text) => (&text.value, None),
            Self::Each(texts) => texts
                .iter()
                .next()
                .map_or(("", None), |(other, text)| (&*text.value, Some(other))),
        })
    }

    /// Whether the two say the same, wherever they stand: in any language that both are in. A
    /// translation that only one of them has says nothing else.
    pub fn says_same(&self, other: &Self) -> bool {
        let mut entries = self.entries();
        entries.any(|(language, text)| match language {
            Some(language) => other
                .exact(language)
                .is_some_and(|same| same.value == text.value),
            None => other.entries().any(|(_, same)| same.value == text.value),
        })
    }

    /// Every entry with its language; `None` for `{all: …}`.
    pub fn entries(&self) -> impl Iterator<Item = (Option<&Language>, &Spanned<Arc<str>>)> {
        let (same, each) = match self {
            Self::Same(text) => (Some((None, text)), None),
            Self::Each(texts) => (None, Some(texts)),
        };
        let each = each.into_iter().flatten();
        same.into_iter()
            .chain(each.map(|(language, text)| (Some(language), text)))
    }
}
