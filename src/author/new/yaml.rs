//! YAML as an officer would write it.

use std::fmt::Write as _;

use crate::model::{Language, Text};

/// The longest line that is written where a text can be folded.
const WIDTH: usize = 100;

/// Words that YAML, or somebody who reads it, takes for something else than text.
const OTHER_THAN_TEXT: [&str; 8] = ["null", "true", "false", "yes", "no", "on", "off", "y"];

/// What a plain string means to the key that it is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plain {
    /// The text in the site's first language.
    First,
    /// A name, the same in every language.
    Same,
}

/// A scalar on one line: plain where nobody could take it for something else, else in quotes.
pub(super) fn scalar(text: &str) -> String {
    if is_plain(text) {
        return text.to_owned();
    }
    quoted(text)
}

/// A text in quotes, on one line.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for c in text.chars() {
        match c {
            '"' | '\\' => quoted.extend(['\\', c]),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                let _ = write!(quoted, "\\u{:04X}", u32::from(c));
            }
            c => quoted.push(c),
        }
    }
    quoted + "\""
}

/// `key: value` on lines of their own, `indent` spaces in; a long text is folded.
pub(super) fn entry(out: &mut String, indent: usize, key: &str, text: &str) {
    let pad = " ".repeat(indent);
    let inner = " ".repeat(indent + 2);
    let one_line = scalar(text);
    let long = indent + key.len() + 2 + one_line.chars().count() > WIDTH;
    if text.contains('\n') && is_block(text) {
        let _ = writeln!(out, "{pad}{key}: |-");
        for line in text.split('\n') {
            let pad = if line.is_empty() { "" } else { &inner };
            let _ = writeln!(out, "{pad}{line}");
        }
    } else if long && is_block(text) && !text.contains("  ") {
        let _ = writeln!(out, "{pad}{key}: >-");
        for line in folded(text, WIDTH - indent - 2) {
            let _ = writeln!(out, "{inner}{line}");
        }
    } else {
        let _ = writeln!(out, "{pad}{key}: {one_line}");
    }
}

/// A text that may differ by language, under its key.
pub(super) fn text(
    out: &mut String,
    indent: usize,
    key: &str,
    text: &Text,
    plain: Plain,
    first: &Language,
) {
    let pad = " ".repeat(indent);
    match text {
        Text::Same(same) if plain == Plain::Same => entry(out, indent, key, &same.value),
        Text::Same(same) => {
            let _ = writeln!(out, "{pad}{key}:");
            entry(out, indent + 2, "all", &same.value);
        }
        Text::Each(each) => match each.get(first) {
            Some(only) if each.len() == 1 && plain == Plain::First => {
                entry(out, indent, key, &only.value);
            }
            _ => {
                let _ = writeln!(out, "{pad}{key}:");
                let own = each.get_key_value(first).into_iter();
                let others = each.iter().filter(|(language, _)| *language != first);
                for (language, found) in own.chain(others) {
                    entry(out, indent + 2, &scalar(language.as_str()), &found.value);
                }
            }
        },
    }
}

/// A list of short values on one line.
pub(super) fn short_list<'v>(
    out: &mut String,
    indent: usize,
    key: &str,
    values: impl IntoIterator<Item = &'v str>,
) {
    let values: Vec<_> = values.into_iter().map(in_brackets).collect();
    if !values.is_empty() {
        let pad = " ".repeat(indent);
        let _ = writeln!(out, "{pad}{key}: [{}]", values.join(", "));
    }
}

/// A scalar inside `[]`, where commas and brackets part, and colons before signs.
fn in_brackets(text: &str) -> String {
    let mut colons = text.match_indices(':');
    let colon = colons.any(|(at, _)| !text[at + 1..].starts_with(char::is_alphanumeric));
    if (colon || text.contains([',', '[', ']', '{', '}'])) && is_plain(text) {
        return quoted(text);
    }
    scalar(text)
}

/// Whether a text is read as itself without quotes, on one line.
fn is_plain(text: &str) -> bool {
    let lower = text.to_lowercase();
    let safe = |c: char| {
        c.is_alphanumeric()
            || matches!(
                c,
                ' ' | ',' | '.' | '\'' | '(' | ')' | '/' | '&' | '%' | '-' | '+' | ';' | '!' | '?'
            )
            || matches!(
                c,
                '_' | '=' | '£' | '€' | '–' | '—' | '’' | '‘' | '“' | '”' | '…'
            )
            || matches!(c, '*' | '"' | '@' | '[' | ']' | ':' | '#')
    };
    text.starts_with(char::is_alphabetic)
        && text.chars().all(safe)
        && !text.contains(": ")
        && !text.contains(" #")
        && !text.ends_with([' ', ':'])
        && !OTHER_THAN_TEXT.contains(&lower.as_str())
}

/// Whether a text can be written as a block: nothing at its ends that a block would lose or count
/// as indentation, and nothing that is no plain character.
fn is_block(text: &str) -> bool {
    let plain = |c: char| {
        c == '\n' || !(c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'))
    };
    let lines = || text.split('\n');
    !text.is_empty()
        && text.chars().all(plain)
        && lines().all(|line| line.trim() == line)
        && lines().next().is_some_and(|line| !line.is_empty())
        && lines().next_back().is_some_and(|line| !line.is_empty())
}

/// A text on lines of about `width` characters.
fn folded(text: &str, width: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in text.split(' ') {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::{
        syntax::{Style, Value, yaml},
        text::{Source, Sources},
    };

    /// What a reader finds under `key`, where nothing is said against it.
    fn read(written: &str) -> Option<(String, Style)> {
        let mut sources = Sources::new();
        let source = sources.add(Source::new("a.yaml", written));
        let read = yaml(&sources, source, 0..written.len());
        assert!(read.diagnostics.is_empty(), "{written}: {read:?}");
        let Some(Value::Mapping(entries)) = read.value.map(|node| node.value) else {
            return None;
        };
        match &entries.first()?.value.value {
            Value::Scalar(scalar) => Some((scalar.text.to_string(), scalar.style)),
            _ => None,
        }
    }

    #[test]
    fn quotes_stand_where_they_are_needed_alone() {
        for (text, written) in [
            ("Homes insulated", "Homes insulated"),
            ("Adults (16 and over)", "Adults (16 and over)"),
            ("Learners: the basics", "\"Learners: the basics\""),
            ("%", "\"%\""),
            ("5.10", "\"5.10\""),
            ("Yes", "\"Yes\""),
            ("No. #1", "\"No. #1\""),
            ("\"Thrive\"", "\"\\\"Thrive\\\"\""),
            ("", "\"\""),
        ] {
            assert_eq!(scalar(text), written);
        }
    }

    #[test]
    fn long_texts_are_folded_and_lines_kept() {
        let mut out = String::new();
        entry(&mut out, 2, "definition", "word ".repeat(30).trim_end());
        assert!(out.starts_with("  definition: >-\n    word word"), "{out}");
        assert!(out.lines().all(|line| line.chars().count() <= WIDTH));
        let mut out = String::new();
        entry(&mut out, 0, "text", "one\n\n- two: 2");
        assert_eq!(out, "text: |-\n  one\n\n  - two: 2\n");
    }

    #[test]
    fn in_brackets_a_colon_before_a_sign_is_quoted() {
        assert_eq!(in_brackets("À:?"), "\"À:?\"");
        assert_eq!(in_brackets("measure:a"), "measure:a");
    }

    proptest! {
        #[test]
        fn what_was_written_is_read(text in "(\\PC|[ \n:#'\"\\[\\]{},\\-]){0,160}") {
            let mut out = String::new();
            entry(&mut out, 4, "key", &text);
            let (found, style) = read(&out).expect("a value");
            prop_assert_eq!(&found, &text, "{}", out);
            prop_assert!(matches!(style, Style::Plain | Style::Quoted | Style::Block));
        }

        #[test]
        fn what_was_written_in_brackets_is_read(text in "\\PC{1,30}") {
            let mut out = String::new();
            short_list(&mut out, 0, "key", [text.as_str(), "b"]);
            let mut sources = Sources::new();
            let source = sources.add(Source::new("a.yaml", &out));
            let found = yaml(&sources, source, 0..out.len());
            prop_assert!(found.diagnostics.is_empty(), "{}", out);
            let Some(Value::Mapping(entries)) = found.value.map(|node| node.value) else {
                return Err(TestCaseError::fail(out));
            };
            let Value::Sequence(items) = &entries[0].value.value else {
                return Err(TestCaseError::fail(out));
            };
            let Value::Scalar(first) = &items[0].value else {
                return Err(TestCaseError::fail(out));
            };
            prop_assert_eq!(items.len(), 2);
            prop_assert_eq!(&*first.text, text.as_str());
        }
    }
}
