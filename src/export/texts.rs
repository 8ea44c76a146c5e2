//! Texts by language.

use std::{borrow::Cow, collections::BTreeMap};

use schemars::JsonSchema;
use serde::Serialize;

use crate::model::{Language, Text};

/// A text by language, under BCP 47 tags such as `en` and `cy`. A language that the text has not
/// been translated into is absent; a text that is the same in every language stands under each.
#[derive(Debug, Serialize, JsonSchema)]
#[serde(transparent)]
#[schemars(rename = "Texts")]
pub(super) struct Texts<'a>(BTreeMap<&'a str, Cow<'a, str>>);

impl<'a> Texts<'a> {
    /// A text of the organisation's, in those of `languages` that it was written in.
    pub(super) fn written(text: &'a Text, languages: &'a [Language]) -> Self {
        let texts = languages.iter().filter_map(|language| {
            let text = text.exact(language)?;
            Some((language.as_str(), Cow::Borrowed(&*text.value)))
        });
        Self(texts.collect())
    }

    /// What `words` says in each of `languages`.
    pub(super) fn worded(languages: &'a [Language], words: impl Fn(&Language) -> String) -> Self {
        let texts = languages
            .iter()
            .map(|language| (language.as_str(), Cow::Owned(words(language))));
        Self(texts.collect())
    }
}
