//! The words of one language.

use std::{
    borrow::Cow,
    cmp::Ordering,
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use fluent_bundle::{FluentArgs, FluentResource, FluentValue, concurrent::FluentBundle};
use icu_collator::{
    Collator, CollatorBorrowed,
    options::{CollatorOptions, Strength},
};
use icu_datetime::{DateTimeFormatter, fieldsets};
use icu_decimal::{DecimalFormatter, options::DecimalFormatterOptions};
use icu_locale_core::Locale;

use crate::{
    model::{Decimal, Language, Text},
    text::{in_language, unmarked},
};

/// What stands in a place of a phrase.
#[derive(Clone, Debug)]
pub enum Arg<'a> {
    /// Words.
    Text(Cow<'a, str>),
    /// A whole number: it is printed with the language's grouping, and chooses the plural.
    Count(usize),
    /// A number that only chooses the plural, with the decimals it is shown with.
    Plural(Decimal),
}

impl<'a> From<&'a str> for Arg<'a> {
    fn from(text: &'a str) -> Self {
        Self::Text(text.into())
    }
}

impl<'a> From<&'a String> for Arg<'a> {
    fn from(text: &'a String) -> Self {
        Self::Text(text.as_str().into())
    }
}

impl From<String> for Arg<'_> {
    fn from(text: String) -> Self {
        Self::Text(text.into())
    }
}

impl From<usize> for Arg<'_> {
    fn from(count: usize) -> Self {
        Self::Count(count)
    }
}

/// One language: its strings (with those it falls back on behind them) and its Unicode formats.
#[derive(Clone)]
pub struct Lexicon {
    language: Language,
    /// Whether what is in another language bears its mark.
    marks: bool,
    bundles: Arc<Vec<FluentBundle<FluentResource>>>,
    words: BTreeMap<String, String>,
    pub(super) numbers: Option<DecimalFormatter>,
    pub(super) dates: Option<DateTimeFormatter<fieldsets::YMD>>,
    pub(super) months: Option<DateTimeFormatter<fieldsets::YM>>,
    collator: Option<Arc<CollatorBorrowed<'static>>>,
    locale: Locale,
}

impl Lexicon {
    /// The language with its strings, to be looked up in the order of `bundles`; `plain` are the
    /// keys of the strings without places. It marks nothing.
    pub(super) fn new(
        language: Language,
        bundles: Vec<FluentBundle<FluentResource>>,
        plain: &BTreeSet<String>,
    ) -> Self {
        let locale = locale(&language, bundles.first());
        let mut lexicon = Self {
            marks: false,
            words: BTreeMap::new(),
            numbers: DecimalFormatter::try_new(
                (&locale).into(),
                DecimalFormatterOptions::default(),
            )
            .ok(),
            dates: DateTimeFormatter::try_new((&locale).into(), fieldsets::YMD::long()).ok(),
            months: DateTimeFormatter::try_new((&locale).into(), fieldsets::YM::long()).ok(),
            collator: Collator::try_new((&locale).into(), CollatorOptions::default())
                .ok()
                .map(Arc::new),
            language,
            bundles: Arc::new(bundles),
            locale,
        };
        lexicon.words = lexicon.words_of(plain);
        lexicon
    }

    /// The same for pages: what another language has to stand in for is marked with that language, see
    /// [`in_language`]. `lacks` says that some of the `plain` strings are such.
    pub(super) fn marking(&self, plain: &BTreeSet<String>, lacks: bool) -> Self {
        let mut marking = self.clone();
        marking.marks = true;
        if lacks {
            marking.words = marking.words_of(plain);
        }
        marking
    }

    fn words_of(&self, plain: &BTreeSet<String>) -> BTreeMap<String, String> {
        let words = plain
            .iter()
            .map(|key| (key.replace('-', "_"), self.word(key)));
        words.collect()
    }

    /// An authored text in a phrase: where another language stands in, it bears that one's mark on
    /// pages.
    pub(super) fn authored<'a>(&self, text: &'a Text, languages: &'a [Language]) -> Cow<'a, str> {
        match text.fallback(&self.language, languages) {
            (words, Some(other)) if self.marks => in_language(words, other.as_str()).into(),
            (words, _) => words.into(),
        }
    }

    /// The language.
    pub fn language(&self) -> &Language {
        &self.language
    }

    /// A string without places. The key itself, where no language has it: tests hold that none is
    /// missing from the built-in strings.
    pub fn word(&self, key: &str) -> String {
        self.phrase(key, &[])
    }

    /// A string with its places filled in.
    pub fn phrase(&self, key: &str, args: &[(&str, Arg<'_>)]) -> String {
        let args: FluentArgs<'_> = args
            .iter()
            .map(|(name, arg)| (Cow::Borrowed(*name), value(arg)))
            .collect();
        for bundle in &*self.bundles {
            let pattern = bundle.get_message(key).and_then(|message| message.value());
            if let Some(pattern) = pattern {
                let mut errors = Vec::new();
                let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
                let text = self.grouped(&text);
                let own = bundle.locales.first().map(ToString::to_string);
                let other = own.filter(|own| self.marks && own != self.language.as_str());
                return match other {
                    Some(other) => in_language(&text, &other),
                    None => text,
                };
            }
        }
        key.to_owned()
    }

    /// Whether any language has this string.
    pub fn has(&self, key: &str) -> bool {
        self.bundles.iter().any(|bundle| bundle.has_message(key))
    }

    /// Every string without places, by its key with underscores for hyphens, for templates.
    pub fn words(&self) -> &BTreeMap<String, String> {
        &self.words
    }

    /// The text with the numbers that [`marked`] found in it as the language writes them.
    fn grouped(&self, text: &str) -> String {
        if !text.contains(NUMBER) {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for (at, piece) in text.split(NUMBER).enumerate() {
            let number = Some(piece).filter(|_| at % 2 == 1);
            match number.and_then(|piece| piece.parse::<Decimal>().ok()) {
                Some(number) => out.push_str(&self.number(number, number.scale())),
                None => out.push_str(piece),
            }
        }
        out
    }

    /// What a text begins with, for languages that join words by the sound of the next one: a letter
    /// from `a` to `z` without its accents, or a number of one or two digits. Nothing where it begins
    /// with anything else: longer numbers are years, and are read otherwise.
    pub(super) fn initial(&self, text: &str) -> Arg<'static> {
        let text = &*unmarked(text);
        let number = text.find(|c: char| !c.is_ascii_digit() && c != ',');
        if let number @ 1..=2 = number.unwrap_or(text.len()) {
            let number = text[..number].parse().ok();
            return number.map_or_else(|| "".into(), Arg::Count);
        }
        let mut options = CollatorOptions::default();
        options.strength = Some(Strength::Primary);
        let collator = Collator::try_new((&self.locale).into(), options).ok();
        let first = text.chars().next().map(String::from);
        let letter = first.zip(collator).and_then(|(first, collator)| {
            ('a'..='z')
                .map(String::from)
                .find(|letter| collator.compare(letter, &first) == Ordering::Equal)
        });
        letter.unwrap_or_default().into()
    }

    /// Compares two texts as the language sorts them (in Welsh, `ll` after `lw`).
    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        let compared = self
            .collator
            .as_ref()
            .map(|collator| collator.compare(a, b));
        compared.unwrap_or(Ordering::Equal).then_with(|| a.cmp(b))
    }
}

/// The locale that dates and numbers are written in: the one that the language's own strings name
/// (English is written one way in Britain and another in America), else the language's.
fn locale(language: &Language, strings: Option<&FluentBundle<FluentResource>>) -> Locale {
    let own = strings.filter(|strings| {
        let mut locales = strings.locales.iter();
        locales.any(|locale| *locale == language.as_str())
    });
    let named = own.and_then(|strings| {
        let pattern = strings.get_message("locale")?.value()?;
        let name = strings.format_pattern(pattern, None, &mut Vec::new());
        name.parse().ok()
    });
    let tagged = || language.as_str().parse().unwrap_or(Locale::UNKNOWN);
    named.unwrap_or_else(tagged)
}

/// Stands on both sides of a number in a phrase that is being made. Unicode keeps this character for
/// a program's own use: no text holds it.
const NUMBER: char = '\u{fdd0}';

/// How the strings print a number: between marks, because what prints it does not know the
/// language's formats. [`Lexicon::phrase`] does.
pub(super) fn marked<M>(value: &FluentValue<'_>, _: &M) -> Option<String> {
    match value {
        FluentValue::Number(number) => Some(format!("{NUMBER}{}{NUMBER}", number.as_string())),
        _ => None,
    }
}

fn value<'a>(arg: &'a Arg<'a>) -> FluentValue<'a> {
    match arg {
        Arg::Text(text) => FluentValue::String(Cow::Borrowed(text)),
        Arg::Count(count) => {
            let count = u32::try_from(*count).unwrap_or(u32::MAX);
            FluentValue::from(f64::from(count))
        }
        Arg::Plural(number) => plural(*number),
    }
}

/// A number for choosing a plural. Plural rules look at the decimals shown ("1.00" is not "one" in
/// English), so they go along.
fn plural(number: Decimal) -> FluentValue<'static> {
    use fluent_bundle::types::{FluentNumber, FluentNumberOptions};
    // Plural categories only need the number roughly: no float is ever shown or compared.
    let value = number.abs().to_string().parse().unwrap_or(f64::MAX);
    let decimals = number.scale() as usize;
    let options = FluentNumberOptions {
        // A whole number without them is the same value as a `[4]` in the strings.
        minimum_fraction_digits: (decimals > 0).then_some(decimals),
        ..FluentNumberOptions::default()
    };
    FluentValue::Number(FluentNumber::new(value, options))
}
