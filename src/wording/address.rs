//! Where everything stands in the output, in each language.

use std::{collections::BTreeMap, fmt, sync::Arc};

use icu_normalizer::ComposingNormalizerBorrowed;
use percent_encoding::utf8_percent_encode;

use crate::{
    model::{Id, Language, Model},
    text::{NOT_IN_PATHS, Spanned},
    wording::Wording,
};

/// Where a file stands in the output: a path with forward slashes, without one at the start, such
/// as `2017-18-six-month/index.html`. Never holds `..`, an empty part, a backslash or a colon.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Address(Arc<str>);

impl Address {
    /// The address `path`.
    pub fn new(path: impl Into<Arc<str>>) -> Self {
        Self(path.into())
    }

    /// Where a page stands at an earlier address, as `aliases:` has it: a file where it names one, else
    /// its folder's.
    pub fn of_alias(alias: &str) -> Self {
        let ending = alias.rsplit('/').next().and_then(|name| {
            let (_, ending) = name.rsplit_once('.')?;
            Some(ending.to_lowercase())
        });
        match ending.as_deref() {
            Some("html" | "htm") => Self::new(alias),
            _ => Self::new(format!("{alias}/index.html")),
        }
    }

    /// The path from the output folder.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folders that the file stands in, the outer before the inner.
    pub fn folders(&self) -> impl Iterator<Item = &str> {
        folders(&self.0)
    }

    /// What the address is on a machine where neither case nor the way that an accent is written
    /// counts: two addresses with one key cannot stand beside each other, for the website must survive
    /// being copied to such a machine.
    pub fn key(&self) -> String {
        if self.0.is_ascii() {
            return self.0.to_ascii_lowercase();
        }
        let composed = ComposingNormalizerBorrowed::new_nfc();
        composed.normalize(&self.0.to_lowercase()).into_owned()
    }
}

/// The folders that a file stands in, the outer before the inner; `path` is an address or the key of
/// one.
pub fn folders(path: &str) -> impl Iterator<Item = &str> {
    path.match_indices('/').map(|(end, _)| &path[..end])
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A page or file of the website, whatever the language. Indices are the model's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Place {
    /// The home page.
    Home,
    /// A page of the site's own.
    Page(usize),
    /// A report's overview.
    Report(usize),
    /// An objective of a report.
    Objective(usize, usize),
    /// All measures of a report.
    ReportMeasures(usize),
    /// All actions of a report.
    ReportActions(usize),
    /// What scrutiny looks at first in a report.
    ReportExceptions(usize),
    /// The whole of a report on one page.
    Print(usize),
    /// The index of all measures of the site.
    Measures,
    /// One measure across editions.
    Measure(Id),
    /// All frameworks.
    Frameworks,
    /// A framework.
    Framework(usize),
    /// A goal or quality indicator of a framework.
    Item(usize, usize),
    /// All guidance.
    AllGuidance,
    /// A guidance document.
    Guidance(usize),
    /// A chapter of a guidance document.
    Chapter(usize, usize),
    /// The duties of a guidance document, and what answers them.
    Duties(usize),
    /// The golden thread, in the latest edition and with its gaps in all.
    Thread,
    /// The golden thread in one edition.
    ReportThread(usize),
    /// The page for what is not found.
    NotFound,
    /// The chart of a measure, or another drawing of a report, as a file.
    Chart(usize, String),
    /// The chart of a measure's whole series, as a file.
    SeriesChart(Id),
    /// The measures of a report as CSV.
    MeasuresCsv(usize),
    /// The actions of a report as CSV.
    ActionsCsv(usize),
    /// Everything as JSON: one file for all languages.
    SiteJson,
    /// Editions and corrections as a feed.
    Feed,
}

impl Place {
    /// The report that a page or file is of; `None` for what gathers several, or belongs to none.
    pub fn report(&self) -> Option<usize> {
        match self {
            Self::Report(at)
            | Self::Objective(at, _)
            | Self::ReportMeasures(at)
            | Self::ReportActions(at)
            | Self::ReportExceptions(at)
            | Self::Print(at)
            | Self::ReportThread(at)
            | Self::Chart(at, _)
            | Self::MeasuresCsv(at)
            | Self::ActionsCsv(at) => Some(*at),
            Self::Home
            | Self::Page(_)
            | Self::Measures
            | Self::Measure(_)
            | Self::Frameworks
            | Self::Framework(_)
            | Self::Item(..)
            | Self::AllGuidance
            | Self::Guidance(_)
            | Self::Chapter(..)
            | Self::Duties(_)
            | Self::Thread
            | Self::NotFound
            | Self::SeriesChart(_)
            | Self::SiteJson
            | Self::Feed => None,
        }
    }

    /// Every page of the report at `at`, in reading order; `thread` says whether the site has one.
    pub fn pages_of_report(model: &Model, at: usize, thread: bool) -> Vec<Self> {
        let objectives = 0..model.reports[at].objectives.len();
        let objectives = objectives.map(|objective| Self::Objective(at, objective));
        let lists = [
            Self::ReportMeasures(at),
            Self::ReportActions(at),
            Self::ReportExceptions(at),
            Self::Print(at),
        ];
        let pages = std::iter::once(Self::Report(at)).chain(objectives);
        let thread = thread.then_some(Self::ReportThread(at));
        pages.chain(lists).chain(thread).collect()
    }
}

impl Wording {
    /// The address of `place` in `language`: the first language at the root, the others under
    /// their tags; fixed words from the strings, a report's, objective's or page's own from `slug`.
    pub fn address(&self, model: &Model, place: &Place, language: &Language) -> Address {
        let word = |key: &str| self.language(language).word(key);
        let report = |at: usize| {
            let report = &model.reports[at];
            let slug = report.common.slug.get(language);
            slug.map_or_else(|| report.id.to_string(), |slug| slug.value.to_string())
        };
        let page = |parts: &[String]| {
            let mut path = parts.join("/");
            if !path.is_empty() {
                path.push('/');
            }
            path + "index.html"
        };
        let own = |id: &str, slug: &BTreeMap<Language, Spanned<Arc<str>>>| {
            let slug = slug.get(language);
            slug.map_or_else(|| id.to_owned(), |slug| slug.value.to_string())
        };
        let framework = |at: usize| {
            let found = &model.frameworks[at];
            own(found.id.as_str(), &found.common.slug)
        };
        let guidance = |at: usize| {
            let found = &model.guidance[at];
            own(found.id.as_str(), &found.common.slug)
        };
        let path = match place {
            Place::Home => page(&[]),
            Place::Page(at) => {
                let found = &model.pages[*at];
                let mut parts: Vec<_> = found.path.iter().map(ToString::to_string).collect();
                if let Some(slug) = found.common.slug.get(language) {
                    parts.pop();
                    parts.push(slug.value.to_string());
                }
                page(&parts)
            }
            Place::Report(at) => page(&[report(*at)]),
            Place::Objective(at, objective) => {
                let found = &model.reports[*at].objectives[*objective];
                let slug = found.common.slug.get(language);
                let own = slug.map_or_else(|| found.id.to_string(), |slug| slug.value.to_string());
                page(&[report(*at), own])
            }
            Place::ReportMeasures(at) => page(&[report(*at), word("address-measures")]),
            Place::ReportActions(at) => page(&[report(*at), word("address-actions")]),
            Place::ReportExceptions(at) => page(&[report(*at), word("address-exceptions")]),
            Place::Print(at) => page(&[report(*at), word("address-print")]),
            Place::Measures => page(&[word("address-measures")]),
            Place::Measure(id) => {
                let slug = self.measures.get(&(id.clone(), language.clone()));
                let own = slug.map_or_else(|| id.to_string(), ToString::to_string);
                page(&[word("address-measures"), own])
            }
            Place::Frameworks => page(&[word("address-frameworks")]),
            Place::Framework(at) => page(&[word("address-frameworks"), framework(*at)]),
            Place::Item(at, item) => {
                let item = &model.frameworks[*at].items[*item];
                let mut parts = vec![word("address-frameworks"), framework(*at)];
                parts.extend(item.id.split('/').map(str::to_owned));
                if let Some(last) = parts.pop() {
                    parts.push(own(&last, &item.common.slug));
                }
                page(&parts)
            }
            Place::AllGuidance => page(&[word("address-guidance")]),
            Place::Guidance(at) => page(&[word("address-guidance"), guidance(*at)]),
            Place::Chapter(at, chapter) => {
                let found = &model.guidance[*at].chapters[*chapter];
                let name = own(found.id.as_str(), &found.common.slug);
                page(&[word("address-guidance"), guidance(*at), name])
            }
            Place::Duties(at) => page(&[
                word("address-guidance"),
                guidance(*at),
                word("address-responsibilities"),
            ]),
            Place::Thread => page(&[word("address-thread")]),
            Place::ReportThread(at) => page(&[report(*at), word("address-thread")]),
            Place::NotFound => "404.html".to_owned(),
            Place::Chart(at, name) => format!("charts/{}/{name}.svg", model.reports[*at].id),
            Place::SeriesChart(id) => format!("charts/measures/{id}.svg"),
            Place::MeasuresCsv(at) => format!("data/{}/measures.csv", model.reports[*at].id),
            Place::ActionsCsv(at) => format!("data/{}/actions.csv", model.reports[*at].id),
            Place::SiteJson => return Address::new("data/site.json"),
            Place::Feed => "feed.xml".to_owned(),
        };
        if language == model.settings.first_language() {
            Address::new(path)
        } else {
            Address::new(format!("{language}/{path}"))
        }
    }
}

/// A relative link from the page at `from` to `to`, naming the file in full; without `index.html`
/// where `clean` says that a web server completes it.
pub fn relative(from: &Address, to: &Address, clean: bool) -> String {
    let from: Vec<_> = from.as_str().split('/').collect();
    let to: Vec<_> = to.as_str().split('/').collect();
    let folders = from.len() - 1;
    let shared = from[..folders]
        .iter()
        .zip(&to[..to.len() - 1])
        .take_while(|(a, b)| a == b)
        .count();
    let mut link = "../".repeat(folders - shared);
    link.push_str(&to[shared..].join("/"));
    if clean && (link == "index.html" || link.ends_with("/index.html")) {
        link.truncate(link.len() - "index.html".len());
        if link.is_empty() {
            link.push_str("./");
        }
    }
    // A first part with a colon would be read as a scheme; addresses never hold one.
    utf8_percent_encode(&link, &NOT_IN_PATHS).to_string()
}

/// The address in full of `to` on the site at `base`, which ends with a slash; without `index.html`.
pub fn absolute(base: &str, to: &Address) -> String {
    let path = relative(&Address::new("index.html"), to, true);
    format!("{base}{}", path.strip_prefix("./").unwrap_or(&path))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_are_relative_and_name_the_file() {
        for (from, to, full, clean) in [
            ("index.html", "a/index.html", "a/index.html", "a/"),
            ("a/index.html", "index.html", "../index.html", "../"),
            (
                "a/b/index.html",
                "a/c/index.html",
                "../c/index.html",
                "../c/",
            ),
            ("a/b/index.html", "a/b/index.html", "index.html", "./"),
            (
                "cy/a/index.html",
                "a/x y.csv",
                "../../a/x%20y.csv",
                "../../a/x%20y.csv",
            ),
            (
                "404.html",
                "data/site.json",
                "data/site.json",
                "data/site.json",
            ),
            (
                "a/index.html",
                "tŷ/index.html",
                "../t%C5%B7/index.html",
                "../t%C5%B7/",
            ),
        ] {
            let (from, to) = (Address::new(from), Address::new(to));
            assert_eq!(relative(&from, &to, false), full);
            assert_eq!(relative(&from, &to, true), clean);
        }
    }

    #[test]
    fn addresses_in_full_name_the_folder() {
        for (to, full) in [
            ("index.html", "https://example.org/a/"),
            ("b/index.html", "https://example.org/a/b/"),
            ("data/site.json", "https://example.org/a/data/site.json"),
            ("tŷ/index.html", "https://example.org/a/t%C5%B7/"),
        ] {
            let found = absolute("https://example.org/a/", &Address::new(to));
            assert_eq!(found, full);
        }
    }
}
