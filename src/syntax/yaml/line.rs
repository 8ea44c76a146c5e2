//! Lines of YAML as an officer sees them: indentation, dashes, keys, values.

use std::ops::Range;

/// The line that the byte `at` stands in, without its line end.
pub(super) fn around(text: &str, at: usize) -> Range<usize> {
    let at = floor(text, at);
    let start = text[..at].rfind('\n').map_or(0, |newline| newline + 1);
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
    let end = start + text[start..end].trim_end_matches('\r').len();
    start..end
}

/// The last line above the one that begins at `start` that holds anything but a comment.
pub(super) fn above(text: &str, start: usize) -> Option<Range<usize>> {
    let mut start = start;
    while start > 0 {
        let line = around(text, start - 1);
        start = line.start;
        let content = text[line.clone()].trim_start();
        if !content.is_empty() && !content.starts_with('#') {
            return Some(line);
        }
    }
    None
}

/// The nearest character boundary at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    let mut at = at.min(text.len());
    while !text.is_char_boundary(at) {
        at -= 1;
    }
    at
}

/// The byte of a line and column that count from 1 and count characters.
pub(super) fn offset(text: &str, line: usize, column: usize) -> usize {
    let lines = text.split_inclusive('\n').take(line.saturating_sub(1));
    let start: usize = lines.map(str::len).sum();
    let content = &text[start..around(text, start).end.max(start)];
    let inside = content.char_indices().nth(column.saturating_sub(1));
    start + inside.map_or(content.len(), |(at, _)| at)
}

/// The number of spaces a line begins with.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line, its indentation taken off, begins a list item.
pub(super) fn is_item(content: &str) -> bool {
    content
        .strip_prefix('-')
        .is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '\t', '\r', '\n']))
}

/// The key that a line begins with, past its indentation and the dashes of list items, and the
/// place of the colon behind it. `line` is the line's place in `text`.
pub(super) fn key(text: &str, line: Range<usize>) -> Option<(Range<usize>, usize)> {
    let content = &text[line.clone()];
    let mut start = indent(content);
    while is_item(&content[start..]) {
        start += 1 + indent(&content[start + 1..]);
    }
    let rest = &content[start..];
    let first = rest.chars().next()?;
    let searched = match first {
        '"' | '\'' => closing_quote(rest, 0)? + 1,
        '\t' | '#' | '&' | '*' | '!' | '|' | '>' | '%' | '@' | '`' | '[' | ']' | '{' | '}'
        | ',' => {
            return None;
        }
        _ => 0,
    };
    let colon = rest[searched..]
        .match_indices(':')
        .map(|(at, _)| searched + at)
        .find(|at| rest[at + 1..].is_empty() || rest[at + 1..].starts_with([' ', '\t', '\r']))?;
    let comment = rest.find(" #").is_some_and(|at| at < colon);
    let key = rest[..colon].trim_end();
    let from = line.start + start;
    (!key.is_empty() && !comment).then(|| (from..from + key.len(), from + colon))
}

/// The text from `at` to the end of its line, without a comment and blanks behind it.
pub(super) fn rest(text: &str, at: usize) -> Range<usize> {
    let at = floor(text, at);
    let line = around(text, at);
    let content = &text[at..line.end.max(at)];
    let content = content.find(" #").map_or(content, |end| &content[..end]);
    at..at + content.trim_end().len()
}

/// Where the quote that opens at `open` closes, `None` where it does not.
pub(super) fn closing_quote(text: &str, open: usize) -> Option<usize> {
    let bytes = text.as_bytes();
    let quote = bytes[open];
    let mut at = open + 1;
    while at < bytes.len() {
        match bytes[at] {
            b'\\' if quote == b'"' => at += 1,
            byte if byte == quote => {
                // Two single quotes in a row are one written out.
                if quote == b'\'' && bytes.get(at + 1) == Some(&quote) {
                    at += 1;
                } else {
                    return Some(at);
                }
            }
            _ => {}
        }
        at += 1;
    }
    None
}

/// Every quoted text that begins at or after `from`: where it opens, and where it closes.
pub(super) fn quotes(text: &str, from: usize) -> impl Iterator<Item = (usize, Option<usize>)> {
    let bytes = text.as_bytes();
    let mut at = from;
    std::iter::from_fn(move || {
        let mut fresh = true;
        while let Some(byte) = bytes.get(at) {
            match byte {
                b'"' | b'\'' if fresh => {
                    let open = at;
                    let close = closing_quote(text, open);
                    at = close.map_or(bytes.len(), |close| close + 1);
                    return Some((open, close));
                }
                b'#' if fresh => at = around(text, at).end,
                // An apostrophe within a word opens nothing.
                b' ' | b'\t' | b'\r' | b'\n' | b',' | b'[' | b'{' => fresh = true,
                b':' | b'-' | b'?' if fresh => {}
                _ => fresh = false,
            }
            at += 1;
        }
        None
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_found_as_an_officer_sees_them() {
        let cases = [
            ("title: A", Some("title")),
            ("  - id: a", Some("id")),
            ("- - x:", Some("x")),
            ("t\u{177}\u{175}: A", Some("t\u{177}\u{175}")),
            ("\"a: b\": c", Some("\"a: b\"")),
            ("two words: c", Some("two words")),
            ("title:A", None),
            ("just text", None),
            ("# title: A", None),
            ("text # title: A", None),
            ("]: x", None),
            ("- item", None),
            (": x", None),
            ("", None),
        ];
        for (line, expected) in cases {
            let found = key(line, 0..line.len()).map(|(key, colon)| {
                assert_eq!(&line[colon..=colon], ":");
                &line[key]
            });
            assert_eq!(found, expected, "{line}");
        }
    }

    #[test]
    fn quotes_open_only_where_a_token_begins() {
        let text = "a: don't # it's\nb: 'it''s'\nc: [\"x\\\"\", 'y";
        let found: Vec<_> = quotes(text, 0)
            .map(|(open, close)| &text[open..close.map_or(text.len(), |close| close + 1)])
            .collect();
        assert_eq!(found, ["'it''s'", "\"x\\\"\"", "'y"]);
    }

    #[test]
    fn offsets_count_characters() {
        let text = "\u{175}\u{175}: 1\r\nt\u{177}: 2";
        assert_eq!(offset(text, 1, 3), 4);
        assert_eq!(offset(text, 2, 3), text.len() - 3);
        assert_eq!(offset(text, 9, 9), text.len());
    }
}
