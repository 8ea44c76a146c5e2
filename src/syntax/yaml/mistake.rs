//! What an officer most likely did where YAML cannot be read, and how to mend it.

use std::ops::Range;

use granit_parser::ErrorKind;

use crate::{
    syntax::yaml::{Place, line, tree},
    text::{Code, Diagnostic, Span},
};

/// What is said where the parser says more than an officer could use.
const MISFIT: &str = "it does not fit what stands above it";

/// Where the parser came to a stop.
pub(super) struct Stuck<'a> {
    pub text: &'a str,
    pub place: Place,
    /// The byte it stopped at.
    pub at: usize,
    /// The end of the last thing it read.
    pub last: usize,
    /// The innermost bracket or brace that is open.
    pub bracket: Option<usize>,
}

impl Stuck<'_> {
    /// The mistake behind a parser's error.
    pub fn explain(&self, kind: &ErrorKind) -> Diagnostic {
        use ErrorKind as E;
        match kind {
            E::RecursionLimitExceeded => {
                let end = self.text[self.at..]
                    .chars()
                    .next()
                    .map_or(0, char::len_utf8);
                tree::too_deep(self.place, self.at..self.at + end)
            }
            E::MappingValueNotAllowed => self.colon(),
            E::InvalidQuotedScalarIndent
            | E::UnclosedQuotedScalar
            | E::DocumentIndicatorInQuotedScalar
            | E::InvalidTrailingSingleQuotedScalar
            | E::InvalidTrailingDoubleQuotedScalar => self.quote(),
            E::UnknownQuotedScalarEscape
            | E::InvalidQuotedScalarHexEscape
            | E::InvalidUnicodeEscape
            | E::InvalidLowSurrogate
            | E::InvalidLowSurrogateHexEscape
            | E::MissingLowSurrogate
            | E::UnpairedLowSurrogate => self.escape(),
            E::DirectiveDisallowed
            | E::UnexpectedCharacter { .. }
            | E::MissingAnchorOrAliasName
            | E::ExpectedTagBang
            | E::InvalidTagTerminator
            | E::MissingTagUri
            | E::UnclosedVerbatimTag
            | E::InvalidTagEscape
            | E::InvalidTagUtf8LeadingByte
            | E::InvalidTagUtf8TrailingByte
            | E::InvalidTagUtf8
            | E::InvalidGlobalTagCharacter
            | E::UndeclaredTagHandle
            | E::MappingKeyNotAllowed
            | E::PlainScalarStartsWithDashFlowIndicator => self.beginning(),
            E::InvalidBlockScalarHeader | E::ZeroBlockScalarIndent => self.block_header(),
            E::BlockSequenceEntryNotAllowed | E::BlockEntryInFlowCollection => self.dash(),
            E::MisplacedFlowCollectionEnd => self.stray(),
            E::MismatchedFlowCollectionEnd { open, close } => self.mismatch(*open, *close),
            E::TabNotAllowed
            | E::TabInBlockIndentation
            | E::TabInIndentation
            | E::TabInPlainScalar
            | E::TabAtBlockScalarStart => self.tab(),
            E::UnclosedFlowCollection { .. }
            | E::UnexpectedEofFlowSequence
            | E::UnexpectedEofFlowMapping
            | E::UnexpectedEofImplicitFlowMapping => self.open_bracket(),
            _ if self.begins_with(',') => self.beginning(),
            _ if self.bracket.is_some() => self.open_bracket(),
            E::ExpectedBlockMappingKey
            | E::ExpectedBlockSequenceEntry
            | E::InvalidIndentation
            | E::InvalidBlockScalarIndent
            | E::ExpectedDocumentStart
            | E::SimpleKeyExpected
            | E::InvalidSimpleKey => self.line(kind),
            _ => self.other(MISFIT),
        }
    }

    pub(super) fn fault(&self, range: Range<usize>, message: impl Into<String>) -> Diagnostic {
        Diagnostic::new(Code::YamlSyntax, self.place.span(range), message)
    }

    pub(super) fn begins_with(&self, c: char) -> bool {
        self.text[self.at..].starts_with(c)
    }

    /// Where the parser only says that it cannot go on.
    pub(super) fn other(&self, reason: &str) -> Diagnostic {
        self.fault(
            line::rest(self.text, self.at),
            format!("this is not YAML: {reason}"),
        )
        .help("look at the quotes, colons and indentation of this line and the one above")
    }

    /// A colon where no key can stand: within a value, or on a line that continues one.
    fn colon(&self) -> Diagnostic {
        let here = line::around(self.text, self.at);
        let key = line::key(self.text, here.clone());
        match key {
            Some((key, colon)) if colon == self.at => self.continued(key),
            Some((key, colon)) => {
                let value = line::rest(self.text, colon + 1);
                let name = &self.text[key];
                let value = self.text[value].trim();
                self.fault(
                    self.at..self.at + 1,
                    format!("the value of `{name}` holds a colon and a space"),
                )
                .help(format!(
                    "put the value in quotes: `{name}: {}`",
                    quoted(value)
                ))
            }
            None => self
                .fault(
                    self.at..self.at + 1,
                    "a colon and a space cannot stand here",
                )
                .help("put the text in quotes"),
        }
    }

    /// A key on a line that YAML reads as the rest of the text above it.
    fn continued(&self, key: Range<usize>) -> Diagnostic {
        let name = &self.text[key.clone()];
        let here = line::around(self.text, key.start);
        let Some(above) = line::above(self.text, here.start) else {
            return self.other("a key cannot stand here");
        };
        let column = |at: usize, line: &Range<usize>| self.text[line.start..at].chars().count();
        let above_text = &self.text[above.clone()];
        if line::key(self.text, above.clone()).is_none() {
            let start = above.start + line::indent(above_text);
            let content = line::rest(self.text, start);
            let word = &self.text[content.clone()];
            let shallower = line::indent(above_text) <= column(key.start, &here);
            if shallower || key_without_space(word).is_some() {
                return not_a_key(word, self.place.span(content));
            }
        }
        self.fault(
            key,
            format!("`{name}` is indented deeper than the line above, which has a value already"),
        )
        .help("give it as many spaces as the other keys beside it, or put a text that goes on here in quotes")
    }

    /// A quote that is not closed, or text behind one that is.
    fn quote(&self) -> Diagnostic {
        let before = line::quotes(self.text, self.last).take_while(|(open, _)| *open < self.at);
        let last = before.last();
        let Some((open, close)) = last else {
            return self.other("a quote is not closed");
        };
        let close = close.filter(|close| *close < self.at);
        let sign = &self.text[open..=open];
        // A quote that closes only on a later line that looks like a key was never closed.
        let swallowed = |close: usize| {
            let later = self.text[open..close].match_indices('\n');
            later
                .map(|(newline, _)| line::around(self.text, open + newline + 1))
                .any(|later| line::key(self.text, later).is_some())
        };
        let Some(close) = close.filter(|close| !swallowed(*close)) else {
            return self
                .fault(
                    open..line::rest(self.text, open).end.max(open + 1),
                    format!("the quote `{sign}` that opens here is not closed"),
                )
                .help(format!("put a `{sign}` at the end of the value"));
        };
        let help = if sign == "'" {
            "write an apostrophe within single quotes twice (`''`), or use double quotes"
        } else {
            "put the whole value in single quotes, so that double quotes may stand in it"
        };
        self.fault(
            line::rest(self.text, (close + 1).max(self.at)),
            format!("there is text behind the closing quote `{sign}`"),
        )
        .help(help)
    }

    /// A backslash in double quotes that says nothing to YAML.
    fn escape(&self) -> Diagnostic {
        let quoted = &self.text[self.at..];
        let mut escapes = quoted.char_indices();
        let mut found = None;
        while let Some((at, c)) = escapes.next() {
            if c == '\\' {
                let next = escapes.next().map(|(_, c)| c);
                let simple = next.is_some_and(|c| "0abt\tnvfre \"/\\N_LP\r\n".contains(c));
                if !simple {
                    found = Some((at, 1 + next.map_or(0, char::len_utf8)));
                    break;
                }
            }
        }
        let (at, length) = found.unwrap_or((0, usize::from(!quoted.is_empty())));
        self.fault(
            self.at + at..self.at + at + length,
            "a backslash within double quotes begins an escape, and this is none",
        )
        .help("use single quotes, within which a backslash is only itself, or write it twice (`\\\\`)")
    }

    /// A value that begins with a character that YAML keeps for itself.
    pub fn beginning(&self) -> Diagnostic {
        let range = line::rest(self.text, self.at);
        let mut value = &self.text[range.clone()];
        if self.bracket.is_some() {
            // The bracket's own end is no part of the value.
            let end = value.find([',', ']', '}']).unwrap_or(value.len());
            value = value[..end].trim_end();
        }
        let Some(first) = value.chars().next() else {
            return self.other("a value is missing");
        };
        let here = line::around(self.text, self.at);
        let help = match line::key(self.text, here) {
            Some((key, colon)) if colon < self.at && value == "%" => {
                format!("write the word: `{}: percent`", &self.text[key])
            }
            Some((key, colon)) if colon < self.at => {
                let key = &self.text[key];
                format!("put the value in quotes: `{key}: {}`", quoted(value))
            }
            _ => format!("put the text in quotes: `{}`", quoted(value)),
        };
        let first = match first {
            '`' => "a backtick".to_owned(),
            first => format!("`{first}`"),
        };
        let message = format!("a text cannot begin with {first} unless it is in quotes");
        self.fault(range, message).help(help)
    }

    /// Text on the line of `|` or `>`.
    fn block_header(&self) -> Diagnostic {
        let range = line::rest(self.text, self.at);
        let sign = if self.begins_with('>') { ">" } else { "|" };
        self.fault(range, format!("there is text behind `{sign}` on its own line"))
            .help(format!("begin the text on the next line, indented; or, where the text itself begins with `{sign}`, put it in quotes"))
    }

    /// A dash behind a key, or within brackets.
    fn dash(&self) -> Diagnostic {
        let range = line::rest(self.text, self.at);
        self.fault(range, "a list item cannot begin here")
            .help("begin each item on a line of its own, with `- ` before it; put a text that begins with a dash in quotes")
    }

    /// A tab that indents a line.
    fn tab(&self) -> Diagnostic {
        tab_from(self.text, self.at).map_or_else(
            || self.other(MISFIT),
            |range| {
                self.fault(range, "a tab indents this line")
                    .help("indent with spaces; YAML allows no tabs there")
            },
        )
    }

    /// A line that fits nothing above it.
    fn line(&self, kind: &ErrorKind) -> Diagnostic {
        let here = line::around(self.text, self.at);
        let indent = line::indent(&self.text[here.clone()]);
        let range = line::rest(self.text, here.start + indent);
        let content = &self.text[range.clone()];
        let key = line::key(self.text, here.clone());
        let among_items = *kind == ErrorKind::ExpectedBlockSequenceEntry;
        if self.at > range.start && !line::is_item(content) {
            let rest = line::rest(self.text, self.at);
            return self
                .fault(
                    rest,
                    "there is text here that YAML cannot join to what is before it",
                )
                .help("put the whole value in quotes");
        }
        if line::is_item(content) && !among_items {
            return self
                .fault(range, "a list item stands among keys")
                .help("indent it below its key, or take the dash away");
        }
        match key {
            Some((key, _)) if among_items && indent == 0 => self
                .fault(
                    key.clone(),
                    format!("the key `{}` stands among list items", &self.text[key]),
                )
                .help("begin the item with `- `, or indent the key as the other keys of its item"),
            Some((key, _)) => self
                .fault(
                    key.clone(),
                    format!(
                        "the indentation of `{}` fits no line above",
                        &self.text[key]
                    ),
                )
                .help("give it as many spaces as the other keys beside it"),
            None if line::is_item(content) => self
                .fault(
                    range,
                    "the indentation of this list item fits no line above",
                )
                .help("give it as many spaces as the other items of its list"),
            None => not_a_key(content, self.place.span(range)),
        }
    }
}

/// The finding for a line that stands where a key should and is none.
pub(super) fn not_a_key(line: &str, span: Span) -> Diagnostic {
    if let Some(colon) = key_without_space(line) {
        let message = format!("there is no space after the colon in `{}`", cut(line));
        let (key, value) = (&line[..colon], cut(&line[colon + 1..]));
        return Diagnostic::new(Code::YamlSyntax, span.part(colon, colon + 1), message)
            .help(format!("write `{key}: {value}`"));
    }
    let message = format!("`{}` is not a key: it has no colon", cut(line));
    Diagnostic::new(Code::YamlSyntax, span, message)
        .help("write `key: value`; a text over several lines stands indented behind `key: |`")
}

/// The colon of `key:value`.
pub(super) fn key_without_space(line: &str) -> Option<usize> {
    let colon = line.find(':')?;
    let key = &line[..colon];
    let value = &line[colon + 1..];
    let word = !key.is_empty() && !key.contains(' ');
    (word && !value.is_empty() && !value.starts_with([' ', '/'])).then_some(colon)
}

/// The finding where `serde_yaml` cannot read, at the byte `at`, what the parser of positions could.
pub(super) fn refused(text: &str, place: Place, at: usize) -> Diagnostic {
    let here = line::around(text, at);
    let (range, message, help) = match tab_from(text, here.start) {
        Some(tab) if here.contains(&tab.start) => (
            tab,
            "a tab indents this line".to_owned(),
            "indent with spaces; YAML allows no tabs there",
        ),
        _ => (
            line::rest(text, at),
            format!("this is not YAML: {MISFIT}"),
            "look at the quotes, colons and indentation of this line and the one above",
        ),
    };
    Diagnostic::new(Code::YamlSyntax, place.span(range), message).help(help)
}

/// The first tab that stands in the indentation of the line of `at` or one behind it.
fn tab_from(text: &str, at: usize) -> Option<Range<usize>> {
    let mut start = line::around(text, at).start;
    for line in text[start..].split_inclusive('\n') {
        let blank = line.len() - line.trim_start_matches([' ', '\t']).len();
        if let Some(tab) = line[..blank].find('\t') {
            let tabs = line[tab..blank].bytes().take_while(|byte| *byte == b'\t');
            return Some(start + tab..start + tab + tabs.count());
        }
        start += line.len();
    }
    None
}

/// A value in the quotes that need the fewest changes.
pub(super) fn quoted(value: &str) -> String {
    // Quotes from a word processor are none to YAML.
    let value = cut(value.trim_matches(['\u{201c}', '\u{201d}']));
    if value.contains(['"', '\\']) {
        format!("'{}'", value.replace('\'', "''"))
    } else {
        format!("\"{value}\"")
    }
}

/// A value short enough for a message.
fn cut(value: &str) -> String {
    const LONGEST: usize = 60;
    match value.char_indices().nth(LONGEST) {
        Some((at, _)) => format!("{}\u{2026}", &value[..at]),
        None => value.to_owned(),
    }
}
