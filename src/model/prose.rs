//! Markdown in the languages it was written in.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    model::{Language, Text},
    text::Span,
};

/// One Markdown text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Markdown {
    /// The text, letter for letter as it stands at `span` where it came from a Markdown file.
    pub text: Arc<str>,
    /// Where it stands; links and images are found by offsets from its start.
    pub span: Span,
}

/// Markdown by language; empty where nothing was written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prose {
    /// The texts. A blank file is no text.
    pub by_language: BTreeMap<Language, Markdown>,
}

impl Prose {
    /// Whether nothing was written in any language.
    pub fn is_empty(&self) -> bool {
        self.by_language.is_empty()
    }

    /// The text in `language`, else in the first of `languages` that has it, with the language it
    /// is in.
    pub fn fallback<'a>(
        &'a self,
        language: &'a Language,
        languages: &'a [Language],
    ) -> Option<(&'a Markdown, &'a Language)> {
        std::iter::once(language)
            .chain(languages)
            .find_map(|language| Some((self.by_language.get(language)?, language)))
    }
}

/// What a narrative section is for; the first five have built-in headings.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// What have we done well?
    DoneWell,
    /// What do we need to improve, and how?
    Improve,
    /// Next steps.
    NextSteps,
    /// Partners.
    Partners,
    /// Voices: what people told us.
    Voices,
    /// Any other file name.
    Other(Arc<str>),
}

impl Role {
    /// The role of a section file by its name without `.md`.
    pub fn parse(name: &str) -> Self {
        match name {
            "done-well" => Self::DoneWell,
            "improve" => Self::Improve,
            "next-steps" => Self::NextSteps,
            "partners" => Self::Partners,
            "voices" => Self::Voices,
            other => Self::Other(other.into()),
        }
    }

    /// The file name without `.md`.
    pub fn as_str(&self) -> &str {
        match self {
            Self::DoneWell => "done-well",
            Self::Improve => "improve",
            Self::NextSteps => "next-steps",
            Self::Partners => "partners",
            Self::Voices => "voices",
            Self::Other(name) => name,
        }
    }
}

/// A narrative section of a report or objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// What it is for.
    pub role: Role,
    /// Its heading, where not the built-in one.
    pub title: Option<Text>,
    /// Its place: lower first; without one, built-in roles in their order, then by name.
    pub order: Option<i64>,
    /// Its text.
    pub prose: Prose,
    /// The start of its file.
    pub span: Span,
}
