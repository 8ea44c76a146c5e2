//! Brackets and braces that do not pair, and texts within them that need quotes.

use std::ops::Range;

use crate::{
    syntax::yaml::{
        line,
        mistake::{Stuck, quoted},
    },
    text::Diagnostic,
};

/// A text within brackets that holds others.
struct InText<'a> {
    key: Option<&'a str>,
    value: Range<usize>,
}

impl Stuck<'_> {
    /// A closing bracket or brace that nothing opened.
    pub(super) fn stray(&self) -> Diagnostic {
        let sign = self.text[self.at..].chars().next().unwrap_or(']');
        let range = self.at..(self.at + sign.len_utf8()).min(self.text.len());
        let opening = if sign == ']' { '[' } else { '{' };
        self.fault(
            range,
            format!("there is a `{sign}` without a `{opening}` before it"),
        )
        .help("take it out, or put a text that holds it in quotes")
    }

    /// A bracket that a brace closes, or the other way about.
    pub(super) fn mismatch(&self, open: char, close: char) -> Diagnostic {
        // The parser points at the opening one.
        let from = self.last.max(self.at + 1).min(self.text.len());
        let at = self.text[from..]
            .find(close)
            .map_or(self.at, |at| from + at);
        self.fault(at..at + 1, format!("`{close}` cannot close `{open}`"))
            .label(
                self.place.span(self.at..self.at + 1),
                format!("the `{open}` opens here"),
            )
            .help(
                "close each bracket with its own kind, or put a text that holds brackets in quotes",
            )
    }

    /// A bracket or brace that is not closed, or something in it that cannot stand there.
    pub(super) fn open_bracket(&self) -> Diagnostic {
        if let Some(InText { key, value, .. }) = self.in_text() {
            let (open, _) = self.enclosing().unwrap_or((self.at, ' '));
            return self
                .fault(
                    value.clone(),
                    "a text within brackets or braces can hold others only in quotes",
                )
                .label(self.place.span(open..open + 1), "these are open here")
                .help(in_quotes(key, &self.text[value]));
        }
        let here = self.begins_with('[') || self.begins_with('{');
        let open = self.bracket.filter(|_| !here).unwrap_or(self.at);
        let Some(sign @ ("[" | "{")) = self.text.get(open..open + 1) else {
            return self.other("a bracket is not closed");
        };
        let closing = closer(sign);
        let first_line = line::around(self.text, open);
        if here || self.at >= first_line.end {
            if let Some(comment) = self.commented_end(open) {
                return comment;
            }
            return self
                .fault(open..open + 1, format!("the `{sign}` that opens here is not closed"))
                .help(format!("put a `{closing}` at its end, or put a text that begins with `{sign}` in quotes"));
        }
        self.fault(
            line::rest(self.text, self.at),
            format!("expected `,` or `{closing}` here"),
        )
        .label(
            self.place.span(open..open + 1),
            format!("the `{sign}` opens here"),
        )
        .help("put texts that hold commas, colons, brackets or quotes in quotes")
    }

    /// What can be passed over, so that all around it is read: brackets in a text that needs quotes.
    pub fn over(&self) -> Option<Range<usize>> {
        let InText { value, .. } = self.in_text()?;
        Some(self.at..value.end)
    }

    /// The innermost bracket that is open, with its sign.
    fn enclosing(&self) -> Option<(usize, char)> {
        let open = self.bracket.filter(|open| *open < self.at)?;
        let sign = self.text[open..].chars().next()?;
        matches!(sign, '[' | '{').then_some((open, sign))
    }

    /// A text without quotes in which the reading stopped at a bracket, as in
    /// `{actual: 90.1 [p], target: 5}`; it closes on the same line.
    fn in_text(&self) -> Option<InText<'_>> {
        let (open, _) = self.enclosing()?;
        if !(self.begins_with('[') || self.begins_with('{')) {
            return None;
        }
        let (key, start) = self.entry(open, self.at);
        let before = self.text[start..self.at].trim_end();
        let plain = !before.is_empty() && !before.starts_with(['"', '\'', '[', '{']);
        let line = line::around(self.text, self.at).end;
        let end = text_end(&self.text[..line], self.at)?;
        let value = start..end;
        plain.then_some(InText { key, value })
    }

    /// The key and the beginning of the value that `at` stands in, within the bracket at `open`.
    fn entry(&self, open: usize, at: usize) -> (Option<&str>, usize) {
        let inner = &self.text[open + 1..at];
        let start = inner.rfind([',', '[', '{']).map_or(0, |sign| sign + 1);
        let piece = &inner[start..];
        let colon = piece.find(": ");
        let value = colon.map_or(0, |colon| colon + 2);
        let blanks = piece[value..].len() - piece[value..].trim_start().len();
        let key = colon.map(|colon| piece[..colon].trim());
        (key, open + 1 + start + value + blanks)
    }

    /// A bracket at `open` whose end YAML takes for a comment, as in `{accent: #fff}`.
    fn commented_end(&self, open: usize) -> Option<Diagnostic> {
        let sign = self.text.get(open..open + 1)?;
        let closing = closer(sign);
        let line = line::around(self.text, open);
        let quoted: Vec<_> = line::quotes(self.text, open)
            .take_while(|(start, _)| *start < line.end)
            .collect();
        let in_quotes_at = |at: usize| {
            let within = |(start, end): &(usize, Option<usize>)| {
                *start < at && end.is_none_or(|end| at < end)
            };
            quoted.iter().any(within)
        };
        let signs = self.text[open..line.end].match_indices(" #");
        let mut signs = signs.map(|(at, _)| open + at + 1);
        let hash = signs.find(|at| !in_quotes_at(*at))?;
        let comment = &self.text[hash..line.end];
        // A remark has a blank behind its `#`; a colour or a number does not.
        let word = comment[1..].starts_with(char::is_alphanumeric);
        let end = comment.find([',', ']', '}']).filter(|_| word)?;
        if !comment.contains(closing) {
            return None;
        }
        let end = hash + comment[..end].trim_end().len();
        let (key, start) = self.entry(open, hash);
        let message = format!("`#` begins a comment in YAML, which hides the end of this `{sign}`");
        Some(
            self.fault(hash..end, message)
                .label(
                    self.place.span(open..open + 1),
                    format!("the `{sign}` opens here"),
                )
                .help(in_quotes(key, &self.text[start..end])),
        )
    }
}

/// Where a text that holds the bracket at `at` ends; `None` where a bracket in it is not closed.
fn text_end(text: &str, at: usize) -> Option<usize> {
    let mut at = at;
    loop {
        let sign = text[at..].find(['[', '{', ',', ']', '}'])?;
        let opening = &text[at + sign..=at + sign];
        if !matches!(opening, "[" | "{") {
            return Some(at + text[at..at + sign].trim_end().len());
        }
        let close = text[at + sign..].find(closer(opening))?;
        at += sign + close + 1;
    }
}

fn closer(sign: &str) -> &'static str {
    if sign == "[" { "]" } else { "}" }
}

/// What to write instead of a value without quotes.
fn in_quotes(key: Option<&str>, value: &str) -> String {
    let value = quoted(value.trim());
    match key {
        Some(key) => format!("put the value in quotes: `{key}: {value}`"),
        None => format!("put the text in quotes: `{value}`"),
    }
}

#[cfg(test)]
mod tests {
    use crate::{
        syntax::{Node, Value, yaml::yaml},
        text::{Diagnostic, Source, Sources, Warned},
    };

    /// What is pointed at, the help, and the keys that were read all the same.
    fn said(text: &str) -> (Vec<(String, String)>, Vec<String>) {
        let mut sources = Sources::new();
        let source = sources.add(Source::new("a.yaml", text));
        let Warned { value, diagnostics } = yaml(&sources, source, 0..text.len());
        let said = |found: &Diagnostic| {
            let help = found.help.clone().unwrap_or_default();
            (sources.slice(found.span).to_owned(), help)
        };
        let mut keys = Vec::new();
        collect(value.as_ref(), &mut keys);
        (diagnostics.iter().map(said).collect(), keys)
    }

    fn collect(node: Option<&Node>, keys: &mut Vec<String>) {
        match node.map(|node| &node.value) {
            Some(Value::Sequence(items)) => {
                for item in items {
                    collect(Some(item), keys);
                }
            }
            Some(Value::Mapping(entries)) => {
                for entry in entries {
                    keys.push(entry.key.value.to_string());
                    collect(Some(&entry.value), keys);
                }
            }
            _ => {}
        }
    }

    #[test]
    fn brackets_in_texts_are_put_in_quotes_and_what_is_around_them_is_read() {
        for (text, at, help, read) in [
            (
                "- {id: a, actual: 90.1 [p], target: 5}\n",
                "90.1 [p]",
                "put the value in quotes: `actual: \"90.1 [p]\"`",
                "id actual target",
            ),
            (
                "- {id: a, actual: 90.1 [p] [r]}\n",
                "90.1 [p] [r]",
                "put the value in quotes: `actual: \"90.1 [p] [r]\"`",
                "id actual",
            ),
            (
                "codes: [a, B {c} d, e]\nx: 1\n",
                "B {c} d",
                "put the text in quotes: `\"B {c} d\"`",
                "codes x",
            ),
            (
                "t\u{177}: {en: \u{175} \"x\" [y]}\n",
                "\u{175} \"x\" [y]",
                "put the value in quotes: `en: '\u{175} \"x\" [y]'`",
                "t\u{177} en",
            ),
        ] {
            let (found, keys) = said(text);
            assert_eq!(found, [(at.to_owned(), help.to_owned())], "{text}");
            assert_eq!(keys.join(" "), read, "{text}");
        }
    }

    #[test]
    fn every_text_with_brackets_in_one_item_is_named() {
        let (found, keys) = said("- {a: x [1], b: y [2], c: z}\n");
        let places: Vec<_> = found.iter().map(|(at, _)| at.as_str()).collect();
        assert_eq!(places, ["x [1]", "y [2]"]);
        assert_eq!(keys.join(" "), "a b c");
    }

    #[test]
    fn a_comment_that_hides_the_end_is_named() {
        for (text, at, help) in [
            (
                "brand: {accent: #fff}\nx: 1\n",
                "#fff",
                "put the value in quotes: `accent: \"#fff\"`",
            ),
            (
                "- {id: a, title: We are #1 here, x: 1}\n",
                "#1 here",
                "put the value in quotes: `title: \"We are #1 here\"`",
            ),
            ("codes: [a, #b]\n", "#b", "put the text in quotes: `\"#b\"`"),
        ] {
            let (found, _) = said(text);
            assert_eq!(found, [(at.to_owned(), help.to_owned())], "{text}");
        }
        // A remark is none, and a bracket that is open is open.
        let (found, _) = said("a: {b: 1 # remark }\nc: 1\n");
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].0, "{");
    }
}
