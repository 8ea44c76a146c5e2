//! The strings of a site's own theme against the built-in ones.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::{ast, parser};

use crate::{
    model::ThemeFile,
    text::{Code, Diagnostic, Names, Span},
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
/// has lost all of its places.
pub(super) fn own_strings(theme: &[ThemeFile]) -> Vec<Diagnostic> {
    let files = |built_in: bool| {
        let strings = theme.iter().filter(move |file| file.built_in == built_in);
        strings.filter(|file| file.path.starts_with("strings/"))
    };
    let mut known = BuiltIn::default();
    for file in files(true) {
        for (key, places) in messages(text(file)) {
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
        .filter(|file| file.path.ends_with(".html"))
        .map(text)
        .collect();
    let mut found = Vec::new();
    for file in files(false) {
        let Some(span) = file.span else {
            continue;
        };
        let text = text(file);
        for (key, own) in messages(text) {
            let own_key = place_of_key(text, &key);
            let place = |range: std::ops::Range<usize>| span.part(range.start, range.end);
            let Some(places) = known.places.get(&key) else {
                // A template of the site's own may use words of its own.
                let word = key.replace('-', "_");
                if !templates.iter().any(|template| template.contains(&word)) {
                    found.push(unknown_string(&key, place(own_key), &keys));
                }
                continue;
            };
            let strange = own.difference(places);
            found.extend(strange.map(|name| {
                let at = place_of_variable(text, own_key.end, name);
                unknown_variable(&key, name, place(at), places)
            }));
            let needed = &known.needed[&key];
            if !needed.is_empty() && own.is_empty() {
                found.push(lost(&key, needed, place(own_key)));
            }
        }
    }
    found
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
        .map(|name| format!("`{{ ${name} }}`"))
        .collect();
    let names = names.join(", ");
    let message = format!("the string `{key}` leaves out what the program fills in: {names}");
    let help = "put each where it belongs in the sentence, as the built-in string does";
    Diagnostic::new(Code::VariableLost, place, message).help(help)
}

fn text(file: &ThemeFile) -> &str {
    std::str::from_utf8(&file.bytes).unwrap_or_default()
}

/// The strings of a file that can be read, each with its places.
fn messages(text: &str) -> Vec<(String, BTreeSet<String>)> {
    let (Ok(resource) | Err((resource, _))) = parser::parse(text);
    let messages = resource.body.into_iter().filter_map(|entry| match entry {
        ast::Entry::Message(message) => {
            let mut places = BTreeSet::new();
            pattern(&message.value?, &mut places);
            Some((message.id.name.to_owned(), places))
        }
        _ => None,
    });
    messages.collect()
}

fn pattern(found: &ast::Pattern<&str>, places: &mut BTreeSet<String>) {
    for element in &found.elements {
        if let ast::PatternElement::Placeable { expression } = element {
            self::expression(expression, places);
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
