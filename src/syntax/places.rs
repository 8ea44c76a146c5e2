//! Where the letters of a YAML or CSV value stand in its file.

use std::ops::Range;

/// The way back from a value to what is written: quotes, indentation and folded lines undone.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    pieces: Vec<Piece>,
    length: usize,
}

/// A run of letters of one line.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Piece {
    /// Its bytes in the value.
    value: Range<usize>,
    /// Its bytes in what is written.
    written: Range<usize>,
    /// Whether the two are the same letter for letter; else the line is known and no more.
    exact: bool,
}

/// White space of YAML.
const BLANKS: [char; 4] = [' ', '\t', '\r', '\n'];

impl Places {
    /// The way from `value` to `written`, the node or cell that it was read from.
    ///
    /// Exact wherever each letter is known again: in plain text, in block style, in quotes with and
    /// without escapes. Else the rest of the line is known as a whole.
    pub fn of(written: &str, value: &str) -> Self {
        let mut places = Self {
            pieces: Vec::new(),
            length: written.len(),
        };
        let inside = contents(written, value);
        let end = inside.end;
        let mut start = inside.start;
        let mut at = 0;
        for line in written[inside].split_inclusive('\n') {
            let content = line.trim_start_matches(BLANKS);
            let from = start + line.len() - content.len();
            let content = content.trim_end_matches(BLANKS);
            start += line.len();
            if !content.is_empty() {
                let rest = &written[start.min(end)..end];
                at = places.line(content, from, value, at, rest);
            }
        }
        places
    }

    /// The bytes of what is written that stand for these bytes of the value.
    pub fn find(&self, range: Range<usize>) -> Range<usize> {
        let Some(first) = self.piece(range.start) else {
            return 0..self.length;
        };
        if !first.exact {
            return first.written.clone();
        }
        let last = range.end.saturating_sub(1).max(range.start);
        let last = self.piece(last).unwrap_or(first);
        let end = if last.exact {
            range.end.clamp(last.value.start, last.value.end) - last.value.start
                + last.written.start
        } else {
            last.written.end
        };
        let start = range.start.clamp(first.value.start, first.value.end) - first.value.start
            + first.written.start;
        start..end.max(start)
    }

    /// The piece that a byte of the value stands in, else the one before it.
    fn piece(&self, at: usize) -> Option<&Piece> {
        let behind = self.pieces.partition_point(|piece| piece.value.start <= at);
        self.pieces.get(behind.saturating_sub(1))
    }

    /// Finds the letters of a line, which stands at `from`, in the value from `at` on; answers
    /// where the next line begins in the value. `rest` are the lines below it.
    fn line(&mut self, line: &str, from: usize, value: &str, at: usize, rest: &str) -> usize {
        let mut at = at + value[at..].len() - value[at..].trim_start_matches(BLANKS).len();
        let mut written = 0;
        while written < line.len() {
            let same = common(&line[written..], &value[at..]);
            if same > 0 {
                self.pieces.push(Piece {
                    value: at..at + same,
                    written: from + written..from + written + same,
                    exact: true,
                });
                written += same;
                at += same;
                continue;
            }
            let Some((length, meant)) = escape(&line[written..]) else {
                break;
            };
            if !value[at..].starts_with(meant.as_str()) {
                break;
            }
            // What begins with the letter begins with its escape.
            self.pieces.push(Piece {
                value: at..at + meant.len(),
                written: from + written..from + written + length,
                exact: false,
            });
            written += length;
            at += meant.len();
        }
        if written == line.len() {
            return at;
        }
        let next = rest.lines().map(|line| line.trim_matches(BLANKS));
        let next = next.filter(|line| !line.is_empty()).find_map(|line| {
            let found = value[at..].find(line)?;
            Some(at + found)
        });
        let end = next.unwrap_or(value.len());
        self.pieces.push(Piece {
            value: at..end,
            written: from + written..from + line.len(),
            exact: false,
        });
        end
    }
}

/// The escape that a text in quotes begins with: how many bytes it has, and what it stands for.
fn escape(text: &str) -> Option<(usize, String)> {
    let mut letters = text.chars();
    let (first, second) = (letters.next()?, letters.next());
    let one = |c: char| Some((2, c.to_string()));
    match (first, second) {
        // It joins the next line without a blank.
        ('\\', None) => Some((1, String::new())),
        ('\'' | '"', Some(c)) if c == first => one(c),
        ('\\', Some(c @ ('"' | '\\' | '/' | ' ' | '\t'))) => one(c),
        ('\\', Some('n')) => one('\n'),
        ('\\', Some('t')) => one('\t'),
        ('\\', Some('_')) => one('\u{a0}'),
        ('\\', Some(c @ ('x' | 'u' | 'U'))) => {
            let digits = match c {
                'x' => 2,
                'u' => 4,
                _ => 8,
            };
            let number = u32::from_str_radix(text.get(2..2 + digits)?, 16).ok()?;
            Some((2 + digits, char::from_u32(number)?.to_string()))
        }
        _ => None,
    }
}

/// The bytes of a node without its quotes, or without the line of `|` or `>`.
fn contents(written: &str, value: &str) -> Range<usize> {
    let all = 0..written.len();
    if let Some(line) = written.lines().next()
        && line.starts_with(['|', '>'])
        && !value.starts_with(line)
    {
        return line.len()..written.len();
    }
    let quoted = ["\"", "'"].iter().any(|quote| {
        let inside = written.strip_prefix(quote);
        inside.is_some_and(|inside| inside.ends_with(quote))
    });
    if quoted && !value.starts_with(written) {
        return 1..written.len() - 1;
    }
    all
}

/// How many bytes of the two are the same from the start, to the end of a letter. A letter that
/// begins an escape is not the same as itself alone.
fn common(written: &str, value: &str) -> usize {
    let mut same = 0;
    let mut letters = value.chars();
    for (at, c) in written.char_indices() {
        // A sign that begins an escape may be the letter that it stands for.
        let escaped = matches!(c, '\'' | '"' | '\\') && {
            let next = written[at + c.len_utf8()..].chars().next();
            let behind = letters.clone().nth(1);
            next == Some(c) && behind != Some(c)
        };
        if escaped || letters.next() != Some(c) {
            break;
        }
        same = at + c.len_utf8();
    }
    same
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        syntax::{Value, yaml},
        text::{Source, Sources, Warned},
    };

    /// What `word` of the value of the only key in a YAML text is as it is written.
    fn written(text: &str, word: &str) -> (usize, usize, String) {
        let mut sources = Sources::new();
        let id = sources.add(Source::new("a.yaml", text));
        let Warned { value, .. } = yaml(&sources, id, 0..text.len());
        let Some(Value::Mapping(entries)) = value.map(|node| node.value) else {
            panic!("not a mapping: {text:?}");
        };
        let node = &entries[0].value;
        let Value::Scalar(scalar) = &node.value else {
            panic!("not a scalar: {text:?}");
        };
        let at = scalar.text.find(word).unwrap();
        let places = Places::of(sources.slice(node.span), &scalar.text);
        let found = places.find(at..at + word.len());
        let span = node.span.part(found.start, found.end);
        let place = sources.get(id).location(span.start as usize);
        (place.line, place.column, sources.slice(span).to_owned())
    }

    #[test]
    fn words_are_found_where_they_are_written() {
        let same: &[(&str, usize, usize)] = &[
            ("a: T\u{177} [x](NO)\n", 1, 11),
            ("a: T\u{177}\n  \u{175}y\n  [x](NO) b\n", 3, 7),
            ("a: \"T\u{177} [x](NO)\"\n", 1, 12),
            ("a: 'T\u{177} [x](NO)'\n", 1, 12),
            ("a: 'it''s \u{175} [x](NO)'\n", 1, 17),
            ("a: \"a \\\"b\\\" [x](NO)\"\n", 1, 17),
            ("a: \"T\u{177}\n\n  [x](NO)\"\n", 3, 7),
            ("a: \"caf\\u00e9 \\\n  \\xe9 [x](NO)\"\n", 2, 12),
            ("a: |\n  T\u{177}\n\n    - \u{175} [x](NO)\n", 4, 13),
            ("a: |2-  # c\n   T\u{177}\n  [x](NO)\n", 3, 7),
            ("a: >-\n  T\u{177} b\n  c [x](NO)\n\n  d\n", 3, 9),
            ("a: >\r\n  T\u{177} b\r\n  c [x](NO)\r\n", 3, 9),
            ("a: |\n  NO one\n  NO\n", 2, 3),
        ];
        for (text, line, column) in same {
            let expected = (*line, *column, "NO".to_owned());
            assert_eq!(written(text, "NO"), expected, "{text:?}");
        }
    }

    #[test]
    fn where_letters_are_not_known_again_the_line_is() {
        let text = "a: \"T\u{177}\n  b\\e [x](NO) b\n  c [x](YES)\"\n";
        assert_eq!(written(text, "NO"), (2, 4, "\\e [x](NO) b".into()));
        assert_eq!(written(text, "YES"), (3, 9, "YES".into()));
    }

    proptest::proptest! {
        #[test]
        fn every_place_is_in_what_is_written(
            written in "[|>\"']?[a\u{177} \n\\\\'\"u0-]{0,20}",
            value in "[a\u{177} \n\\\\'\"u0-]{0,20}",
        ) {
            let places = Places::of(&written, &value);
            let starts: Vec<_> = value.char_indices().map(|(at, _)| at).collect();
            for (from, start) in starts.iter().enumerate() {
                for end in starts[from..].iter().chain([&value.len()]) {
                    let found = places.find(*start..*end);
                    proptest::prop_assert!(written.get(found).is_some());
                }
            }
        }
    }
}
