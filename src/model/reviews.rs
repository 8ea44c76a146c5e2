//! What translations were last checked against: translations.yaml.

use std::{collections::BTreeMap, sync::Arc};

use crate::model::Language;

/// For each text, by its address, and each language it is translated into: the mark of the first
/// language's text that the translation was last checked against.
///
/// What an address and a mark are is the `translation` room's to say; here they are what the file
/// holds.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reviews {
    /// The marks.
    pub marks: BTreeMap<Arc<str>, BTreeMap<Language, Arc<str>>>,
}

impl Reviews {
    /// The mark that was kept for a text in a language.
    pub fn mark(&self, address: &str, language: &Language) -> Option<&str> {
        self.marks.get(address)?.get(language).map(|mark| &**mark)
    }
}
