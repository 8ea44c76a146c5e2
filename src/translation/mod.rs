//! Floor 4a: how far the site is translated.
//!
//! Every text that people read has an address, such as `about.md#title`. It is in the site's first
//! language and, where it was translated, in others. What a translation was last checked against
//! is kept in translations.yaml as a short mark of the first language's text: where that has
//! changed since, the translation is stale.

mod headings;
mod record;
mod standing;
mod texts;

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    model::{Language, Model},
    text::Span,
};

pub use headings::{Headings, Placed};
pub use record::{FILE, record, selects};
pub use texts::{texts, texts_besides_objectives, texts_of_objective};

/// What the text of a Markdown file is called beside its front matter. No key is called so.
const BODY: &str = "text";

/// A text in the languages it was written in.
#[derive(Clone, Debug)]
pub struct Translatable<'m> {
    /// Its file from the content folder, by the name that the first language's has: `about.md`.
    pub file: Cow<'m, str>,
    /// Which text of the file it is, such as `title` or `edu003.title`; empty for the Markdown.
    pub field: String,
    /// How its file is written.
    pub form: Form,
    /// Whether a missing or stale translation may not be published.
    pub published: bool,
    /// The text by language.
    pub texts: BTreeMap<&'m Language, Piece<'m>>,
}

/// How a text is written, and so how its translation is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A Markdown file, with a translation in a file of its own.
    Markdown,
    /// A key of YAML, with a map by language.
    Yaml,
    /// A column of a CSV file, with a column for each language.
    Csv,
}

/// A text in one language.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'m> {
    /// The text.
    pub text: &'m str,
    /// Where it stands: of a Markdown text its start alone.
    pub span: Span,
}

/// How far a text is translated into a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum State {
    /// It is not there.
    Missing,
    /// It is there, but was last checked against another text than the one there is now.
    Stale,
    /// It is there; nobody has said what it was checked against.
    Unreviewed,
    /// It was checked against the text there is now.
    Reviewed,
}

impl State {
    /// Every one, the most urgent first.
    pub const ALL: [Self; 4] = [Self::Missing, Self::Stale, Self::Unreviewed, Self::Reviewed];

    /// The word for it in tables.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Missing => "missing",
            Self::Stale => "stale",
            Self::Unreviewed => "unreviewed",
            Self::Reviewed => "reviewed",
        }
    }
}

impl Translatable<'_> {
    /// Its name among all texts of the site: `about.md#title`; of a Markdown text the file's name.
    pub fn address(&self) -> String {
        if self.field.is_empty() {
            self.file.to_string()
        } else {
            format!("{}#{}", self.file, self.field)
        }
    }

    /// What to review it alone by: its name, and of a Markdown text `about.md#text`, for the file's
    /// name stands for all that is in the file.
    pub fn alone(&self) -> String {
        if self.field.is_empty() {
            format!("{}#{BODY}", self.file)
        } else {
            self.address()
        }
    }

    /// The piece in the first of the site's languages that has one.
    pub fn first<'t>(&'t self, model: &Model) -> Option<(&'t Language, &'t Piece<'t>)> {
        let languages = model.languages().iter();
        let mut pieces = languages.filter_map(|language| self.texts.get_key_value(language));
        pieces.next().map(|(language, piece)| (*language, piece))
    }

    /// How far it is translated into `language`; the site's first language is there or missing.
    pub fn state(&self, language: &Language, model: &Model) -> State {
        if !self.texts.contains_key(language) {
            return State::Missing;
        }
        let Some(source) = self.texts.get(model.settings.first_language()) else {
            return State::Unreviewed;
        };
        if language == model.settings.first_language() {
            return State::Reviewed;
        }
        match model.reviews.mark(&self.address(), language) {
            None => State::Unreviewed,
            Some(kept) if kept == mark(source.text) => State::Reviewed,
            Some(_) => State::Stale,
        }
    }
}

/// The mark of a text: the same as long as its words are, wherever its lines break.
pub fn mark(text: &str) -> String {
    let words: Vec<_> = text.split_whitespace().collect();
    let hash = blake3::hash(words.join(" ").as_bytes());
    hash.to_hex()[..12].to_owned()
}

/// How many texts are in which state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// In each state, in the order of [`State::ALL`].
    counts: [usize; 4],
}

impl Coverage {
    /// Of these texts in a language.
    pub fn of<'t, 'm: 't>(
        texts: impl IntoIterator<Item = &'t Translatable<'m>>,
        language: &Language,
        model: &Model,
    ) -> Self {
        let mut coverage = Self::default();
        for text in texts {
            coverage.counts[text.state(language, model) as usize] += 1;
        }
        coverage
    }

    /// How many are in this state.
    pub fn get(&self, state: State) -> usize {
        self.counts[state as usize]
    }

    /// How many there are.
    pub fn all(&self) -> usize {
        self.counts.iter().sum()
    }
}

/// The languages that the site is translated into: all but its first.
pub fn targets(model: &Model) -> &[Language] {
    model.languages().get(1..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mark_follows_the_words_alone() {
        assert_eq!(mark("One two\nthree"), mark(" One  two three\n"));
        assert_ne!(mark("One two three"), mark("One two four"));
        assert_ne!(mark("One two"), mark("Onetwo"));
        assert_eq!(mark("").len(), 12);
    }

    #[test]
    fn states_are_counted_in_their_own_places() {
        for (at, state) in State::ALL.into_iter().enumerate() {
            assert_eq!(state as usize, at);
        }
    }
}
