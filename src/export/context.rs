//! What every view draws on.

use crate::{
    export::texts::Texts,
    facts::Facts,
    model::{Language, Model, Text},
    wording::{Lexicon, Wording},
};

/// A site with what follows from it and the words for it.
#[derive(Clone, Copy)]
pub(super) struct Context<'a> {
    pub(super) model: &'a Model,
    pub(super) facts: &'a Facts,
    pub(super) wording: &'a Wording,
}

impl<'a> Context<'a> {
    /// The site's languages.
    pub(super) fn languages(self) -> &'a [Language] {
        self.model.languages()
    }

    /// The organisation's own text, in the languages it was written in.
    pub(super) fn text(self, text: &'a Text) -> Texts<'a> {
        Texts::written(text, self.languages())
    }

    /// As [`Self::text`], where there is one.
    pub(super) fn maybe(self, text: Option<&'a Text>) -> Option<Texts<'a>> {
        text.map(|text| self.text(text))
    }

    /// Goldenthread's own words, in every language of the site.
    pub(super) fn words(self, words: impl Fn(&Lexicon) -> String) -> Texts<'a> {
        Texts::worded(self.languages(), |language| {
            words(self.wording.language(language))
        })
    }
}
