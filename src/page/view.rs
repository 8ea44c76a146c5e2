//! The small values that views are made of. Everything is worded; templates only place it.

use serde::Serialize;

use crate::text::{escaped, in_language};

/// A text, with the language it is in where that is not the page's.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TextView {
    /// The words.
    pub text: String,
    /// The language of a fallback.
    pub lang: Option<String>,
}

/// Authored text as sanitised HTML.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HtmlView {
    /// The HTML.
    pub html: String,
    /// The language of a fallback.
    pub lang: Option<String>,
}

impl TextView {
    /// The text for a place of a phrase: where it is a fallback, it bears its language there as well.
    pub(super) fn marked(&self) -> String {
        match &self.lang {
            Some(lang) => in_language(&self.text, lang),
            None => self.text.clone(),
        }
    }

    /// The text as HTML within a line.
    pub(super) fn html(&self) -> String {
        let text = escaped(&self.text);
        match &self.lang {
            Some(lang) => format!("<span lang=\"{}\">{text}</span>", escaped(lang)),
            None => text,
        }
    }
}

/// A link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkView {
    /// Where it leads, from this page.
    pub href: String,
    /// Its text.
    pub text: TextView,
}

/// A link to something of an edition, with that.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LinkOfEdition {
    /// The link.
    pub link: LinkView,
    /// The edition.
    pub report: LinkView,
}

/// Words that lead somewhere, or only stand there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StepView {
    /// The words.
    pub text: TextView,
    /// Where they lead.
    pub href: Option<String>,
}

/// A date.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DateView {
    /// For machines: `2018-03-01`.
    pub iso: String,
    /// For readers.
    pub text: String,
}

/// A date and what happened on it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DatedView {
    /// What: `Published`.
    pub label: String,
    /// When.
    pub date: DateView,
}

/// A period.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PeriodView {
    /// As in data files.
    pub code: String,
    /// As it stands in a sentence.
    pub text: String,
    /// Its last day, as `2018-03-31`; lists are put in order by it.
    pub end: String,
}

/// A figure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FigureView {
    /// With its unit, without its symbols; or that it was not supplied.
    pub text: String,
    /// Its number as data, which scripts sort by; none for a symbol or a blank.
    pub value: Option<String>,
    /// Whether there is none.
    pub blank: bool,
    /// Its symbols, each in square brackets.
    pub marks: Vec<String>,
    /// The fraction it was worked out from.
    pub fraction: Option<String>,
    /// A note on it.
    pub note: Option<HtmlView>,
}

/// A rating, judgement or other status with its word.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// The word in data files, which chooses shape and colour.
    pub status: &'static str,
    /// The word for readers.
    pub word: String,
}

/// A direction of travel.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DirectionView {
    /// The word in data files.
    pub status: &'static str,
    /// The word for readers.
    pub word: String,
    /// The way the figure went: `up`, `down` or `level`.
    pub arrow: Option<&'static str>,
    /// The change in words, else why there is none.
    pub change: Option<String>,
    /// The change with its sign.
    pub signed: Option<String>,
    /// All of it in one sentence.
    pub sentence: String,
}

/// A rating, whose it is and why.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RatingView {
    /// The word in data files.
    pub status: &'static str,
    /// The word for readers.
    pub word: String,
    /// `calculated`, `stated` or `override`.
    pub kind: &'static str,
    /// The same for readers; none where there is no rating that could be anybody's.
    pub kind_word: Option<String>,
    /// Why; none where the organisation states it without saying more.
    pub sentence: Option<String>,
    /// The organisation's reason for an override, as a sentence.
    pub reason: Option<HtmlView>,
}

/// A chart in its place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ChartView {
    /// All of it: the drawing with what stands below.
    pub html: String,
    /// The drawing.
    #[serde(skip)]
    pub(super) svg: String,
    /// Its anchor.
    pub id: String,
    /// What it shows.
    pub caption: String,
    /// What it leaves out, and why.
    pub note: Option<String>,
    /// Where it stands as a file.
    pub file: Option<String>,
}

/// What a symbol in a table means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SymbolView {
    /// The symbol in its brackets.
    pub mark: String,
    /// What it means.
    pub meaning: String,
}

/// A file that belongs to the page or to an entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AttachmentView {
    /// Where it is.
    pub href: String,
    /// Its title.
    pub title: TextView,
    /// What kind of file: `PDF`.
    #[serde(rename = "type")]
    pub kind: String,
    /// How large it is.
    pub size: String,
    /// The name of its language, where that is stated.
    pub language: Option<String>,
    /// The tag of its language, where that is not the page's.
    pub hreflang: Option<String>,
}

/// A file of open data.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DownloadView {
    /// Where it is.
    pub href: String,
    /// What it holds.
    pub text: String,
    /// What kind of file: `CSV`.
    #[serde(rename = "type")]
    pub kind: &'static str,
}

/// A narrative section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SectionView {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub heading: TextView,
    /// Its text.
    pub body: HtmlView,
    /// The self-evaluations that name it as evidence.
    pub standing: Vec<LinkOfEdition>,
}

/// How many of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CountView {
    /// What is counted, by its word in data files.
    pub status: &'static str,
    /// The same for readers.
    pub word: String,
    /// How many.
    pub count: usize,
    /// How many, as it is shown.
    pub text: String,
    /// Of how many: `of 11`.
    pub of: String,
    /// All of it: `9 of 11 measures are amber`.
    pub label: String,
}

/// How many measures have which rating.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct TallyView {
    /// Whose ratings they are: `calculated`, `stated`, `both` or `none`.
    pub kind: &'static str,
    /// How many measures there are.
    pub total: usize,
    /// How many of them are rated: the denominator.
    pub rated: usize,
    /// Green, amber and red.
    pub counts: Vec<CountView>,
    /// Those that are not rated, where there are any.
    pub not_rated: Option<CountView>,
    /// The status of each measure in reading order; none where there are too many to tell apart.
    pub beads: Vec<&'static str>,
    /// All of it in a sentence.
    pub sentence: String,
    /// Whose the ratings are, and which periods the figures cover.
    pub basis: String,
    /// The same in a few words, to stand behind the sentence.
    pub mark: String,
}

/// How far the actions have come.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ProgressView {
    /// At 100 per cent.
    pub done: usize,
    /// All.
    pub total: usize,
    /// In words.
    pub text: String,
    /// The same as a sentence that says who says so.
    pub sentence: String,
    /// Done of all as whole per cent, for the width of a bar.
    pub percent: Option<usize>,
}

/// An entry of a page's own contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ContentsView {
    /// The anchor.
    pub href: String,
    /// The heading.
    pub text: TextView,
    /// The headings below it.
    pub children: Vec<LinkView>,
}

/// What the ratings and judgements mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyView {
    /// The ratings; none where the site shows none.
    pub rag: Vec<KeyEntry>,
    /// How ties, missing intervention levels and missing figures are rated, and by whom.
    pub notes: Vec<String>,
    /// The judgements.
    pub judgement: Vec<KeyEntry>,
}

/// What one rating or judgement means.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct KeyEntry {
    /// The word in data files.
    pub status: &'static str,
    /// The word for readers.
    pub word: String,
    /// What it means.
    pub text: String,
}
