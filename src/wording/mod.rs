//! Floor 4, upper half: every word that is not the organisation's own, in each language.
//!
//! Strings with plurals, figures, dates and periods, the sentences that explain ratings and
//! directions of travel, and the addresses of pages. Nothing here names a language: what a
//! language needs stands in its strings file and in Unicode's locale data.

mod address;
mod figure;
mod lexicon;
mod linked;
mod own_strings;
mod per_cent;
mod period;
mod sentence;
mod strings;
mod trend;

pub use address::{Address, Place, absolute, folders, relative};
pub use figure::{apart, change_decimals};
pub use lexicon::{Arg, Lexicon};
pub use linked::LinkedFigure;
pub use per_cent::PerCent;
pub use period::capitalised;
pub use strings::{Wording, measure_slugs};
pub use trend::standing_name;

use crate::model::{Language, Text};

/// A text to show: its words, and the language they are in where it is not the page's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shown<'a> {
    /// The words.
    pub text: &'a str,
    /// The language of a fallback.
    pub lang: Option<&'a Language>,
}

/// The words of `text` for a page in `language`, falling back in the order of `languages`.
pub fn show<'a>(text: &'a Text, language: &Language, languages: &'a [Language]) -> Shown<'a> {
    let (text, lang) = text.fallback(language, languages);
    Shown { text, lang }
}
