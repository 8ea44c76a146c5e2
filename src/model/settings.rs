//! site.yaml: what holds for the whole site.

use std::sync::Arc;

use crate::{
    model::{Decimal, Id, Language, Text, words},
    text::{Span, Spanned},
};

words! {
    /// Which ratings of measures readers see.
    RagShow {
        /// The rule's.
        Calculated = "calculated",
        /// The organisation's.
        Stated = "stated",
        /// Both, the organisation's first where it states one.
        Both = "both",
        /// None.
        None = "none",
    }
}

words! {
    /// What a tie with a boundary is rated.
    AtTarget {
        /// On the better side.
        Green = "green",
        /// Between.
        Amber = "amber",
        /// On the worse side.
        Red = "red",
    }
}

/// How measures are rated, and which ratings are shown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RagSettings {
    /// Which ratings readers see; calculated by default.
    pub show: RagShow,
    /// What a figure exactly at its target is: green (default) or amber.
    pub at_target: AtTarget,
    /// What a figure exactly at its intervention level is: amber (default) or red.
    pub at_intervention: AtTarget,
    /// Per cent of the target's magnitude by which a figure without an intervention level may miss
    /// it and still be amber. Without one, a missed target is amber however far.
    pub tolerance: Option<Decimal>,
}

impl Default for RagSettings {
    fn default() -> Self {
        Self {
            show: RagShow::Calculated,
            at_target: AtTarget::Green,
            at_intervention: AtTarget::Amber,
            tolerance: None,
        }
    }
}

/// The organisation's own look.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Brand {
    /// A colour as `#rrggbb`.
    pub accent: Option<Spanned<Arc<str>>>,
    /// A picture, by its path in the content folder.
    pub logo: Option<Spanned<Arc<str>>>,
    /// The logo's width and height in pixels, where its file tells them.
    pub logo_size: Option<(u32, u32)>,
}

/// How to reach the organisation.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Contact {
    /// An e-mail address.
    pub email: Option<Text>,
    /// A telephone number.
    pub phone: Option<Text>,
    /// A postal address.
    pub address: Option<Text>,
}

/// A group of measures besides the three built-in questions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureGroup {
    /// The name it is written by in measures.yaml.
    pub id: Id,
    /// Its heading.
    pub title: Text,
}

/// site.yaml.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// Who publishes.
    pub organisation: Text,
    /// The site's title.
    pub title: Text,
    /// Its languages; the first is served at the root. Never empty.
    pub languages: Vec<Language>,
    /// Where it will be served, with a slash at the end.
    pub base_url: Option<Arc<str>>,
    /// The theme's name.
    pub theme: Spanned<Arc<str>>,
    /// Colours and logo.
    pub brand: Brand,
    /// How to reach the organisation.
    pub contact: Contact,
    /// How measures are rated.
    pub rag: RagSettings,
    /// Further groups of measures, in the order written.
    pub measure_groups: Vec<MeasureGroup>,
    /// Counts above zero and below this may tell who is meant; 5 by default, 0 for none.
    pub small_numbers: u32,
    /// Whether links leave out `index.html`.
    pub clean_links: bool,
    /// Whether raw HTML in Markdown is published as it is.
    pub trusted_html: bool,
    /// A sentence shown on every page: that the site is an example, or fictional.
    pub notice: Option<Text>,
    /// The path of the page that is the accessibility statement, where its name does not say so.
    pub accessibility: Option<Spanned<Arc<str>>>,
    /// A sentence or two about the site.
    pub summary: Option<Text>,
    /// The start of site.yaml.
    pub span: Span,
}

impl Settings {
    /// The language served at the root.
    pub fn first_language(&self) -> &Language {
        &self.languages[0]
    }
}
