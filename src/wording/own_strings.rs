//! The strings of a site's own theme against the built-in ones.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{ast, parser};
use icu_locale_core::Locale;

use crate::{
    model::{Id, Language, ThemeFile},
    text::{Code, Diagnostic, Names, Span},
    wording::Lexicon,
};

/// What the built-in strings are called, and the places that each of them fills.
#[derive(Default)]
struct BuiltIn {
    /// By key, the places that some language's string has.
    places: BTreeMap<String, BTreeSet<String>>,
    /// By key, the places that each language's string has.
    needed: BTreeMap<String, BTreeSet<String>>,
}

/// Every string of the site's own files that nothing reads, that has a place nothing fills, or that
/// has lost all of its places; words of addresses and a `locale` that cannot be used.
///
/// With the keys that nothing reads: no other language lacks those.
pub(super) fn own_strings(theme: &[ThemeFile]) -> (Vec<Diagnostic>, BTreeSet<String>) {
    let files = |built_in: bool| {
        let strings = theme.iter().filter(move |file| file.built_in == built_in);
        strings.filter(|file| file.path.starts_with("strings/"))
    };
    let mut known = BuiltIn::default();
    for file in files(true) {
        for Message { key, places, .. } in messages(text(file)) {
            let every = known.needed.entry(key.clone());
            every
                .and_modify(|every| every.retain(|place| places.contains(place)))
                .or_insert_with(|| places.clone());
            known.places.entry(key).or_default().extend(places);
        }
    }
    let keys: Names = known.places.keys().map(String::as_str).collect();
    let templates = theme.iter().filter(|file| !file.built_in);
    let templates: Vec<_> = templates
        .filter(|file| file.path.starts_with("templates/"))
        .map(text)
        .collect();
    let mut found = Vec::new();
    let mut unused = BTreeSet::new();
    for file in files(false) {
        let Some(span) = file.span else {
            continue;
        };
        let text = text(file);
        for message in messages(text) {
            let Message {
                key, places: own, ..
            } = &message;
            let own_key = place_of_key(text, key);
            let place = |range: std::ops::Range<usize>| span.part(range.start, range.end);
            if names_a_language(key) {
                continue;
            }
            let Some(places) = known.places.get(key) else {
                // A template of the site's own may use words of its own.
                let word = key.replace('-', "_");
                if !templates.iter().any(|template| template.contains(&word)) {
                    found.push(unknown_string(key, place(own_key), &keys));
                    unused.insert(key.clone());
                }
                continue;
            };
            found.extend(unusable(&message, place(own_key.clone())));
            let strange = own.difference(places).filter(|name| !is_marked(name));
            found.extend(strange.map(|name| {
                let at = place_of_variable(text, own_key.end, name);
                unknown_variable(key, name, place(at), places)
            }));
            let needed = &known.needed[key];
            if !needed.is_empty() && own.is_empty() {
                found.push(lost(key, needed, place(own_key)));
            }
        }
    }
    (found, unused)
}

/// The words of addresses that stand side by side, by their keys: those at the root of a language and
/// those of a report.
const SIDE_BY_SIDE: [&[&str]; 2] = [
    &[
        "address-measures",
        "address-frameworks",
        "address-guidance",
        "address-thread",
    ],
    &[
        "address-measures",
        "address-actions",
        "address-exceptions",
        "address-print",
        "address-thread",
    ],
];

/// Two words of addresses that are the same in the strings of `language`, told at the site's own string.
pub(super) fn address_clashes(theme: &[ThemeFile], lexicon: &Lexicon) -> Vec<Diagnostic> {
    let path = format!("strings/{}.ftl", lexicon.language());
    let mut files = theme.iter().filter(|file| !file.built_in);
    let own = files.find(|file| *file.path == *path);
    let Some((file, span)) = own.and_then(|file| Some((file, file.span?))) else {
        return Vec::new();
    };
    let text = text(file);
    let mut found: Vec<Diagnostic> = Vec::new();
    for keys in SIDE_BY_SIDE {
        for (at, key) in keys.iter().enumerate() {
            let word = lexicon.word(key);
            let same = |other: &&&str| lexicon.word(other).to_lowercase() == word.to_lowercase();
            let Some(other) = keys[..at].iter().find(same) else {
                continue;
            };
            let place = |key: &str| Some(place_of_key(text, key)).filter(|place| !place.is_empty());
            let Some(place) = place(key).or_else(|| place(other)) else {
                continue;
            };
            let place = span.part(place.start, place.end);
            if found.iter().any(|found| found.span == place) {
                continue;
            }
            let message =
                format!("`{key}` and `{other}` are both `{word}`, where addresses need two words");
            let found_here = Diagnostic::new(Code::AddressCollision, place, message);
            found.push(found_here.help("give one of them another word"));
        }
    }
    found
}

/// Whether a key is one of those that name a language: `language-fr`, `language-name-fr`. There is
/// one for each language there is.
fn names_a_language(key: &str) -> bool {
    let tag = key.strip_prefix("language-");
    let tag = tag.map(|tag| tag.strip_prefix("name-").unwrap_or(tag));
    tag.is_some_and(|tag| Language::parse(tag).is_some())
}

/// A string that the program reads as something else than words, and cannot.
fn unusable(message: &Message, place: Span) -> Option<Diagnostic> {
    let Message { key, words, .. } = message;
    let shown = words.as_deref().unwrap_or("{ … }");
    if key == "locale" {
        let known = words
            .as_deref()
            .is_some_and(|words| words.parse::<Locale>().is_ok());
        let message = format!("`{shown}` names no place that dates and numbers are written for");
        let found = Diagnostic::new(Code::UnknownLanguage, place, message);
        return (!known)
            .then(|| found.help("write a language, and a country where it matters: `en-GB`"));
    }
    if key.starts_with("address-") {
        let fine = words
            .as_deref()
            .is_some_and(|words| Id::parse(words).is_some());
        let message = format!("`{shown}` cannot be a part of an address");
        let found = Diagnostic::new(Code::BadId, place, message);
        return (!fine).then(|| found.help("use letters, digits and hyphens"));
    }
    None
}

/// Whether a place is one that the script fills in: `%1`.
fn is_marked(name: &str) -> bool {
    name.starts_with('%')
}

/// The keys of the strings of a file, those that cannot be read included.
pub(super) fn keys_written(text: &str) -> BTreeSet<String> {
    let keys = text.lines().filter_map(|line| {
        let (key, _) = line.split_once('=')?;
        let key = key.trim_end();
        let letters = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
        let is_key = key.starts_with(|c: char| c.is_ascii_alphabetic()) && key.chars().all(letters);
        is_key.then(|| key.to_owned())
    });
    keys.collect()
}

fn unknown_string(key: &str, place: Span, keys: &Names) -> Diagnostic {
    let message = format!("no page uses a string called `{key}`");
    let near = keys.nearest(key);
    let help = match near {
        Some(near) => format!("did you mean `{near}`?"),
        None => "take it out, or use it in a template of your own".to_owned(),
    };
    Diagnostic::new(Code::UnknownString, place, message).help(help)
}

fn unknown_variable(key: &str, name: &str, place: Span, known: &BTreeSet<String>) -> Diagnostic {
    let message = format!("nothing fills in `${name}` in the string `{key}`");
    let names: Vec<_> = known.iter().map(|name| format!("${name}")).collect();
    let names: Names = names.iter().map(String::as_str).collect();
    let help = names.did_you_mean(&format!("${name}"));
    let help = help.unwrap_or_else(|| "this string is words alone: take it out".to_owned());
    Diagnostic::new(Code::UnknownVariable, place, message).help(help)
}

fn lost(key: &str, needed: &BTreeSet<String>, place: Span) -> Diagnostic {
    let names: Vec<_> = needed
        .iter()
        .map(|name| {
            if is_marked(name) {
                format!("`{name}`")
            } else {
                format!("`{{ ${name} }}`")
            }
        })
        .collect();
    let names = names.join(", ");
    let message = format!("the string `{key}` leaves out what the program fills in: {names}");
    let help = "put each where it belongs in the sentence, as the built-in string does";
    Diagnostic::new(Code::VariableLost, place, message).help(help)
}

fn text(file: &ThemeFile) -> &str {
    std::str::from_utf8(&file.bytes).unwrap_or_default()
}

/// A string as it is written.
struct Message {
    key: String,
    /// The places that are filled in: `count` of `{ $count }`, `%1` as it stands.
    places: BTreeSet<String>,
    /// What it says, where that is words alone.
    words: Option<String>,
}

/// The strings of a file that can be read.
fn messages(text: &str) -> Vec<Message> {
    let (Ok(resource) | Err((resource, _))) = parser::parse(text);
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => {
            let value = message.value?;
            let words = value.elements.iter().map(|element| match element {
                ast::PatternElement::TextElement { value } => Some(*value),
                ast::PatternElement::Placeable { .. } => None,
            });
            let words = words.collect::<Option<String>>();
            Some(Message {
                key: message.id.name.to_owned(),
                places: places(&value),
                words: words.map(|words| words.trim().to_owned()),
            })
        }
        _ => None,
    });
    messages.collect()
}

/// The places of a string that are filled in.
fn places(value: &ast::Pattern<&str>) -> BTreeSet<String> {
    let mut places = BTreeSet::new();
    pattern(value, &mut places);
    places
}

/// Whether a string is the same whatever the page: no variable stands in it. Terms may.
pub(super) fn is_plain(value: &ast::Pattern<&str>) -> bool {
    places(value).iter().all(|name| is_marked(name))
}

fn pattern(found: &ast::Pattern<&str>, places: &mut BTreeSet<String>) {
    for element in &found.elements {
        match element {
            ast::PatternElement::Placeable { expression } => self::expression(expression, places),
            ast::PatternElement::TextElement { value } => {
                let marks = value
                    .match_indices('%')
                    .filter_map(|(at, _)| value.get(at..at + 2));
                let marks = marks.filter(|mark| mark.ends_with(|c: char| c.is_ascii_digit()));
                places.extend(marks.map(str::to_owned));
            }
        }
    }
}

fn expression(found: &ast::Expression<&str>, places: &mut BTreeSet<String>) {
    match found {
        ast::Expression::Inline(inline) => self::inline(inline, places),
        ast::Expression::Select { selector, variants } => {
            inline(selector, places);
            for variant in variants {
                pattern(&variant.value, places);
            }
        }
    }
}

fn inline(found: &ast::InlineExpression<&str>, places: &mut BTreeSet<String>) {
    match found {
        ast::InlineExpression::VariableReference { id } => {
            places.insert(id.name.to_owned());
        }
        ast::InlineExpression::Placeable { expression } => self::expression(expression, places),
        ast::InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                inline(argument, places);
            }
        }
        _ => {}
    }
}

/// Where the key of a string is written: at the start of a line.
fn place_of_key(text: &str, key: &str) -> std::ops::Range<usize> {
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let rest = line.strip_prefix(key);
        if rest.is_some_and(|rest| rest.trim_start().starts_with('=')) {
            return at..at + key.len();
        }
        at += line.len();
    }
    0..0
}

/// Where a place is written behind the byte `from`.
fn place_of_variable(text: &str, from: usize, name: &str) -> std::ops::Range<usize> {
    let is_name = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    let sign = format!("${name}");
    let mut found = text[from..].match_indices(&sign).map(|(at, _)| from + at);
    let found = found.find(|at| !text[at + sign.len()..].starts_with(is_name));
    found.map_or(from..from, |at| at..at + sign.len())
}
