//! Numbers with commas between their digits, within braces.
//!
//! `{numerator: 1,000}` is to YAML a 1, and behind it a key `000` without a value. It is read as the
//! number that was written, so that whoever reads it can say what is wrong with that.

use crate::{
    syntax::{Entry, Node, Scalar, Style, Value, yaml::Place},
    text::Span,
};

/// Whether `key` is none, but the digits behind a comma in the number that ends `entries`.
pub(super) fn go_on(entries: &[Entry], key: &Node, text: &str, place: Place) -> bool {
    let (Some(Entry { value, .. }), Value::Scalar(digits)) = (entries.last(), &key.value) else {
        return false;
    };
    let Value::Scalar(number) = &value.value else {
        return false;
    };
    let plain = |scalar: &Scalar| matches!(scalar.style, Style::Plain | Style::Number);
    let is_number = number.text.ends_with(|c: char| c.is_ascii_digit())
        && number
            .text
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ',' | '-' | '.' | '£' | '$' | '€'));
    let whole = digits.text.split_once('.');
    let whole = whole.map_or(&*digits.text, |(whole, _)| whole);
    let are_digits =
        !whole.is_empty() && digits.text.chars().all(|c| c.is_ascii_digit() || c == '.');
    let at = |byte: u32| byte as usize - place.base;
    let between = text.get(at(value.span.end)..at(key.span.start));
    let between = between.unwrap_or_default();
    // With a blank behind the comma, only a group of thousands goes on for certain.
    let joined = between == "," || (between.trim_end() == "," && whole.len() == 3);
    let behind = text.get(at(key.span.end)..).unwrap_or_default();
    let valueless = behind.trim_start().starts_with([',', '}']);
    plain(number) && plain(digits) && is_number && are_digits && joined && valueless
}

/// Adds the `digits` to the number that ends `entries`.
pub(super) fn join(entries: &mut [Entry], digits: Span, text: &str, place: Place) {
    let Some(Entry { value, .. }) = entries.last_mut() else {
        return;
    };
    value.span.end = digits.end;
    let at = |byte: u32| byte as usize - place.base;
    let written = text.get(at(value.span.start)..at(value.span.end));
    let written = written.unwrap_or_default();
    let bare: String = written.chars().filter(|c| !c.is_whitespace()).collect();
    value.value = Value::Scalar(Scalar {
        text: bare.into(),
        style: Style::Plain,
    });
}

#[cfg(test)]
mod tests {
    use crate::{
        syntax::{Value, yaml::yaml},
        text::{Source, Sources},
    };

    /// The keys and values of a mapping, and how many faults there are.
    fn read(text: &str) -> (String, usize) {
        let mut sources = Sources::new();
        let source = sources.add(Source::new("a.yaml", text));
        let read = yaml(&sources, source, 0..text.len());
        let Some(Value::Mapping(entries)) = read.value.map(|node| node.value) else {
            panic!("{text} is a mapping");
        };
        let shown = |value: &Value| match value {
            Value::Scalar(scalar) => scalar.text.to_string(),
            Value::Null => "~".to_owned(),
            _ => "…".to_owned(),
        };
        let entries = entries.iter().map(|entry| {
            let at = sources.slice(entry.value.span);
            format!("{}={}@{at}", entry.key.value, shown(&entry.value.value))
        });
        let entries = entries.collect::<Vec<_>>().join(" ");
        (entries, read.diagnostics.iter().count())
    }

    #[test]
    fn digits_behind_a_comma_belong_to_the_number() {
        for (text, expected) in [
            ("{a: 1,000, b: 2,000}", "a=1,000@1,000 b=2,000@2,000"),
            ("{a: 1,234,567.8}", "a=1,234,567.8@1,234,567.8"),
            ("{a: -90,10}", "a=-90,10@-90,10"),
            ("{a: 1, 000}", "a=1,000@1, 000"),
            // Keys are keys.
            ("{1: x, 2: y}", "1=x@x 2=y@y"),
            ("{a: 1,000: x}", "a=1@1 000=x@x"),
            ("{a: x,000}", "a=x@x 000=~@"),
            ("{a: 1, 2}", "a=1@1 2=~@"),
            ("{a: 1, \"000\"}", "a=1@1 000=~@"),
        ] {
            assert_eq!(read(text), (expected.to_owned(), 0), "{text}");
        }
    }
}
