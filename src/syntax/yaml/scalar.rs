//! What a plain scalar is, and whether a document is YAML: both as `serde_yaml` has it.

use serde::de::IgnoredAny;
use serde_yaml::Value as Yaml;

use crate::{
    syntax::{
        Style, hidden,
        yaml::{Place, line, mistake},
    },
    text::Diagnostic,
};

/// What a plain scalar's text is to YAML: `None` for null, else its style.
pub(super) fn resolve(text: &str) -> Option<Style> {
    if !may_be_other_than_text(text) {
        return Some(Style::Plain);
    }
    match serde_yaml::from_str(text) {
        Ok(Yaml::Null) => None,
        Ok(Yaml::Bool(_)) => Some(Style::Bool),
        Ok(Yaml::Number(_)) => Some(Style::Number),
        _ => Some(Style::Plain),
    }
}

/// Whether it is worth asking: nulls, booleans and numbers are short, have no blanks and begin with
/// one of few characters. Most scalars of a report are sentences.
fn may_be_other_than_text(text: &str) -> bool {
    let Some(first) = text.bytes().next() else {
        return true;
    };
    let short = text.len() <= 400 && !text.bytes().any(|byte| byte.is_ascii_whitespace());
    let word = matches!(
        text.to_ascii_lowercase().as_str(),
        "null" | "true" | "false" | "~"
    );
    short && (word || first.is_ascii_digit() || matches!(first, b'+' | b'-' | b'.'))
}

/// A finding where `serde_yaml` cannot read what the parser of positions could.
pub(super) fn second_opinion(text: &str, place: Place) -> Option<Diagnostic> {
    // Separators are reported where they matter; within quotes they are harmless, but shift lines.
    let text = hidden::blanked(text, hidden::is_separator);
    // Not a `Value`: that refuses whole numbers past 64 bits, which are sound YAML.
    let error = serde_yaml::from_str::<IgnoredAny>(&text).err()?;
    let at = error.location().map_or(0, |location| {
        line::offset(&text, location.line(), location.column())
    });
    Some(mistake::refused(&text, place, at))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plain_scalars_are_what_serde_yaml_takes_them_for() {
        let number = Some(Style::Number);
        let bool = Some(Style::Bool);
        let text = Some(Style::Plain);
        let cases = [
            ("", None),
            ("~", None),
            ("null", None),
            ("Null", None),
            ("nUll", text),
            ("true", bool),
            ("False", bool),
            ("yes", text),
            ("no", text),
            ("on", text),
            ("90.10", number),
            ("-5", number),
            ("+5", number),
            ("1e3", number),
            (".5", number),
            (".inf", number),
            ("0x1F", number),
            ("0123", text),
            ("1,234", text),
            ("2017-18", text),
            ("2018-03-01", text),
            ("90.1 [p]", text),
            ("7 of 22", text),
            ("-", text),
            ("\u{175}", text),
        ];
        for (scalar, expected) in cases {
            assert_eq!(resolve(scalar), expected, "{scalar}");
        }
    }
}
