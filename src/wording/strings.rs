//! The strings files of the theme, one for each language.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fluent_bundle::{FluentResource, concurrent::FluentBundle};
use fluent_syntax::{ast, parser};

use crate::{
    model::{Id, Language, Model, ThemeFile},
    text::{Code, Diagnostic, Diagnostics, Span, Warned},
    wording::{
        Lexicon,
        lexicon::marked,
        own_strings::{address_clashes, is_plain, keys_written, own_strings},
    },
};

/// The words of every language of the site.
pub struct Wording {
    lexicons: BTreeMap<Language, Arc<Lexicon>>,
    /// The same for pages, with marks on what other languages stand in for.
    marking: BTreeMap<Language, Arc<Lexicon>>,
    first: Arc<Lexicon>,
    /// Whether two words of addresses are the same in one of them.
    clashes: bool,
    /// The addresses of measures in other languages than the first: the latest edition's.
    pub(super) measures: BTreeMap<(Id, Language), Arc<str>>,
}

/// The path of a language's strings file in a theme.
fn path(language: &str) -> String {
    format!("strings/{language}.ftl")
}

impl Wording {
    /// Reads the strings of the site's languages from its theme.
    ///
    /// A string that a language lacks is a warning, and shown in the first of the site's languages
    /// that has it, else in any the theme has.
    pub fn new(model: &Model) -> Warned<Self> {
        let mut diagnostics = Diagnostics::new();
        let files = StringsFiles::of(&model.theme, &mut diagnostics);
        let (found, unused) = own_strings(&model.theme);
        diagnostics.extend(found);
        let languages = model.languages();
        let chain: Vec<&str> = languages
            .iter()
            .map(Language::as_str)
            .chain(files.languages())
            .collect();
        let plain = files.keys(is_plain);
        let mut marking = BTreeMap::new();
        let mut clashes = false;
        let lexicons: BTreeMap<_, _> = languages
            .iter()
            .map(|language| {
                let mut others = chain.iter().copied();
                let stands_in =
                    others.find(|other| *other != language.as_str() && files.has(other));
                let tags = (language.as_str(), stands_in.unwrap_or_default());
                let missing = files.missing(tags, &unused, model.settings.span);
                let lacks = missing.is_some();
                // A site that does not say its languages is told so, and no more.
                diagnostics.extend(missing.filter(|_| *language != Language::undetermined()));
                let mut own = vec![language.as_str()];
                own.extend(chain.iter().filter(|other| **other != language.as_str()));
                let lexicon = Lexicon::new(language.clone(), files.bundles(&own), &plain);
                let on_pages = lexicon.marking(&plain, lacks);
                marking.insert(language.clone(), Arc::new(on_pages));
                let clashing = address_clashes(&model.theme, &lexicon);
                clashes |= !clashing.is_empty();
                diagnostics.extend(clashing);
                (language.clone(), Arc::new(lexicon))
            })
            .collect();
        let first = Arc::clone(&lexicons[model.settings.first_language()]);
        Warned {
            value: Self {
                lexicons,
                marking,
                first,
                measures: measure_slugs(model),
                clashes,
            },
            diagnostics,
        }
    }

    /// Whether two words of addresses are the same, which has been said at the site's own strings.
    pub fn clashes(&self) -> bool {
        self.clashes
    }

    /// The words of one of the site's languages; of the first, where it is not one.
    pub fn language(&self, language: &Language) -> &Arc<Lexicon> {
        self.lexicons.get(language).unwrap_or(&self.first)
    }

    /// The words of one of the site's languages for its pages: what another language stands in for, a
    /// phrase or a unit of the organisation's own, bears that one's mark.
    pub fn on_pages(&self, language: &Language) -> &Arc<Lexicon> {
        let marking = self.marking.get(language);
        marking.unwrap_or_else(|| self.language(language))
    }

    /// The words of the site's first language.
    pub fn first(&self) -> &Arc<Lexicon> {
        &self.first
    }
}

/// The slugs of measures by language. Editions come latest first, and a measure keeps its address
/// through all of them.
pub fn measure_slugs(model: &Model) -> BTreeMap<(Id, Language), Arc<str>> {
    let mut slugs = BTreeMap::new();
    let objectives = model.reports.iter().flat_map(|report| &report.objectives);
    for measure in objectives.flat_map(|objective| &objective.measures) {
        for (language, slug) in &measure.common.slug {
            let key = (measure.id.value.clone(), language.clone());
            slugs.entry(key).or_insert_with(|| slug.value.clone());
        }
    }
    slugs
}

/// The text of every strings file: the built-in one first, then the site's own on top.
struct StringsFiles<'a> {
    by_language: BTreeMap<&'a str, Vec<(&'a str, Option<Span>)>>,
}

impl<'a> StringsFiles<'a> {
    fn of(theme: &'a [ThemeFile], diagnostics: &mut Diagnostics) -> Self {
        let mut by_language: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for file in theme {
            let name = file.path.strip_prefix("strings/");
            let Some(language) = name.and_then(|name| name.strip_suffix(".ftl")) else {
                continue;
            };
            let Ok(text) = std::str::from_utf8(&file.bytes) else {
                continue;
            };
            if let Some(span) = file.span {
                diagnostics.extend(faults(text, span));
            }
            let texts: &mut Vec<_> = by_language.entry(language).or_default();
            texts.push((text, file.span));
        }
        Self { by_language }
    }

    /// The languages, those first whose words are to stand in for others'.
    fn languages(&self) -> Vec<&'a str> {
        let stands_in = |language: &&str| {
            let mut texts = self.by_language[*language].iter();
            texts.any(|(text, _)| has_term(text, STANDS_IN))
        };
        let all = self.by_language.keys().copied();
        let (mut languages, others): (Vec<_>, Vec<_>) = all.partition(stands_in);
        languages.extend(others);
        languages
    }

    /// Whether there are any words of a language.
    fn has(&self, language: &str) -> bool {
        self.by_language.contains_key(language)
    }

    /// The keys of all languages whose patterns are `wanted`.
    fn keys(&self, wanted: fn(&ast::Pattern<&str>) -> bool) -> BTreeSet<String> {
        let texts = self.by_language.values().flatten();
        texts.flat_map(|(text, _)| keys(text, wanted)).collect()
    }

    /// One bundle for each of `languages` that has strings, to be asked in that order.
    fn bundles(&self, languages: &[&str]) -> Vec<FluentBundle<FluentResource>> {
        let bundle = |language: &&str| {
            let texts = self.by_language.get(language)?;
            let tag = language.parse().unwrap_or_default();
            let mut bundle = FluentBundle::new_concurrent(vec![tag]);
            // Pages set `lang` and direction themselves; isolation marks would only clutter them.
            bundle.set_use_isolating(false);
            bundle.set_formatter(Some(marked));
            for (text, _) in texts {
                let (Ok(resource) | Err((resource, _))) =
                    FluentResource::try_new((*text).to_owned());
                bundle.add_resource_overriding(resource);
            }
            Some(bundle)
        };
        languages.iter().filter_map(bundle).collect()
    }

    /// What a language's file lacks against all the keys that the theme's files have, those `unused` left
    /// out, and the language's own name. Until then the words of the language `stands_in` stand there.
    fn missing(
        &self,
        (language, stands_in): (&str, &str),
        unused: &BTreeSet<String>,
        site: Span,
    ) -> Option<Diagnostic> {
        let texts = self.by_language.get(language);
        let own: BTreeSet<_> = texts
            .into_iter()
            .flatten()
            // A string that cannot be read is reported as that alone.
            .flat_map(|(text, _)| keys_written(text))
            .collect();
        let mut all = self.keys(|_| true);
        all.retain(|key| !unused.contains(key));
        all.insert(format!("language-{language}"));
        let missing: Vec<_> = all.difference(&own).map(|key| format!("`{key}`")).collect();
        let (shown, rest) = missing.split_at(missing.len().min(5));
        let more = match rest.len() {
            0 => String::new(),
            n => format!(" and {n} more"),
        };
        let (count, of) = (missing.len(), all.len());
        let span = texts
            .and_then(|texts| texts.iter().rev().find_map(|(_, span)| *span))
            .unwrap_or(site);
        (!missing.is_empty()).then(|| {
            let path = path(language);
            let list = shown.join(", ");
            let message = format!("the strings of `{language}` lack {count} of {of}: {list}{more}");
            let which = match rest {
                [] => String::new(),
                _ => format!(". Besides those above: {}", rest.join(", ")),
            };
            Diagnostic::new(Code::MissingString, span, message).help(format!(
                "add them to `{path}` in the site's theme folder; until then the words of `{stands_in}` \
                 stand there{which}"
            ))
        })
    }
}

/// The term of the files whose words stand in first for those that another language lacks.
const STANDS_IN: &str = "stands-in";

/// Whether a file has this term.
fn has_term(text: &str, name: &str) -> bool {
    let (Ok(resource) | Err((resource, _))) = parser::parse(text);
    let mut entries = resource.body.into_iter();
    entries.any(|entry| matches!(entry, ast::Entry::Term(term) if term.id.name == name))
}

/// The keys of the messages of one file whose patterns are `wanted`.
fn keys(text: &str, wanted: fn(&ast::Pattern<&str>) -> bool) -> Vec<String> {
    let (Ok(resource) | Err((resource, _))) = parser::parse(text);
    let keys = resource.body.into_iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) if message.value.as_ref().is_some_and(wanted) => {
            Some(message.id.name.to_owned())
        }
        _ => None,
    });
    keys.collect()
}

fn faults(text: &str, file: Span) -> Vec<Diagnostic> {
    let Err((_, errors)) = parser::parse(text) else {
        return Vec::new();
    };
    let faults = errors.into_iter().map(|error| {
        let span = Span::new(file.source, error.pos.start, error.pos.end);
        let message = format!("the string cannot be read: {}", error.kind);
        Diagnostic::new(Code::TemplateFault, span, message.to_lowercase())
            .help("strings are written as `key = words`, with further lines indented")
    });
    faults.collect()
}
