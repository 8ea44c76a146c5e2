//! The numbers of a text.

use std::ops::Range;

/// Every number of a text: digits, with the commas and points between them.
pub(super) fn numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) || matches!(bytes.get(at), Some(b'.' | b',')) && digit(at + 1) {
            at += 1;
        }
        found.push(start..at);
    }
    found
}

/// A number with the minus sign in front of it, which is none between two words or numbers: `3-5%`.
pub(super) fn signed(text: &str, number: Range<usize>) -> Range<usize> {
    let before = text[..number.start].strip_suffix(['-', '\u{2212}']);
    match before.filter(|before| !before.ends_with(char::is_alphanumeric)) {
        Some(before) => before.len()..number.end,
        None => number,
    }
}
