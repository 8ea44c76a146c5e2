//! Characters that look like a space or a hyphen where YAML needs the plain one.

use std::ops::Range;

use crate::{
    syntax::yaml::{Place, line},
    text::{Code, Diagnostic},
};

/// The first such character of each line of a text that is not YAML, as a word processor or a web
/// page leaves them: among the blanks that indent a key or list item, behind a dash or a colon, or
/// as the dash of a list item itself.
pub(super) fn find(text: &str, place: Place) -> Vec<(Range<usize>, Diagnostic)> {
    let mut found = Vec::new();
    let mut start = 0;
    for piece in text.split_inclusive('\n') {
        let line = piece.trim_end_matches(['\n', '\r']);
        if let Some((at, c, help)) = in_line(line) {
            let range = start + at..start + at + c.len_utf8();
            let number = u32::from(c);
            let message = match name(c) {
                Some(name) => format!("an invisible {name} (U+{number:04X}) stands here"),
                None => {
                    format!("a list item begins with `{c}` (U+{number:04X}), not with a hyphen")
                }
            };
            let fault = Diagnostic::new(Code::YamlSyntax, place.span(range), message);
            found.push((start..start + piece.len(), fault.help(help)));
        }
        start += piece.len();
    }
    found
}

/// Whether one of these lines is the reason for a fault at the byte `at`: it stands there, or above
/// it with no other list item of its own list in between.
pub(super) fn explains(lines: &[(Range<usize>, Diagnostic)], text: &str, at: usize) -> bool {
    let above = lines.iter().rev().find(|(line, _)| line.start <= at);
    above.is_some_and(|(line, _)| {
        let own = indent(&text[line.clone()]);
        let between = text.get(line.end..line::around(text, at).end);
        let mut between = between.unwrap_or_default().lines();
        !between
            .any(|later| line::is_item(later.trim_start_matches(' ')) && line::indent(later) <= own)
    })
}

fn in_line(line: &str) -> Option<(usize, char, &'static str)> {
    const SPACE: &str = "delete it and type a space; such characters come along when text is pasted from other programs";
    const HYPHEN: &str = "write a hyphen and a space: `- `";
    let blank = |c: char| c == ' ' || name(c).is_some();
    let content = line.trim_start_matches(blank);
    let from = line.len() - content.len();
    let is_text = content.starts_with('#') || content.is_empty();
    if is_text {
        return None;
    }
    let first = |range: Range<usize>| {
        let mut characters = line[range.clone()].char_indices();
        characters
            .find(|(_, c)| name(*c).is_some())
            .map(|(at, c)| (range.start + at, c, SPACE))
    };
    let dash = content.chars().next().filter(|c| is_dash(*c));
    let behind = dash.map_or(content, |dash| &content[dash.len_utf8()..]);
    let inner = behind.trim_start_matches(blank);
    let item = dash.is_some() && inner.len() < behind.len();
    let key = if item { inner } else { content };
    let is_key = colon(key).is_some();
    if let (true, Some(dash)) = (item, dash)
        && dash != '-'
        && is_key
    {
        return Some((from, dash, HYPHEN));
    }
    let fits = is_key || (item && dash == Some('-'));
    if !fits {
        return None;
    }
    let keyed = line.len() - key.len();
    first(0..keyed).or_else(|| {
        let colon = keyed + colon(key)?;
        let value = line[colon + 1..].trim_start_matches(blank);
        first(colon + 1..line.len() - value.len())
    })
}

/// The colon behind a word that may be a key.
fn colon(text: &str) -> Option<usize> {
    let at = text.find(':')?;
    let letters = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
    let ends = text[at + 1..].chars().next();
    let ends = ends.is_none_or(|c| c == ' ' || c == '\r' || name(c).is_some());
    (at > 0 && text[..at].chars().all(letters) && ends).then_some(at)
}

/// The columns before the content of a line.
fn indent(line: &str) -> usize {
    let blank = |c: &char| *c == ' ' || name(*c).is_some();
    line.chars().take_while(blank).count()
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}')
}

/// What an invisible character is called.
pub(super) fn name(c: char) -> Option<&'static str> {
    Some(match c {
        '\u{a0}' | '\u{202f}' | '\u{2007}' => "no-break space",
        '\u{200b}'..='\u{200d}' | '\u{2060}' => "zero-width character",
        '\u{2000}'..='\u{2006}' | '\u{2008}'..='\u{200a}' | '\u{3000}' => "space of another width",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_character_is_found_where_it_matters() {
        let cases = [
            ("  title: A", None),
            ("\u{a0} title: A", Some(0)),
            ("  \u{200b}title: A", Some(2)),
            ("-\u{a0}id: x", Some(1)),
            ("\u{2013} id: x", Some(0)),
            ("status:\u{a0}planned", Some(7)),
            ("- id: a\u{a0}b", None),
            ("\u{2013} said nobody", None),
            ("# title:\u{a0}A", None),
            ("  Some text: \u{a0}more", None),
        ];
        for (line, expected) in cases {
            assert_eq!(in_line(line).map(|(at, ..)| at), expected, "{line:?}");
        }
    }
}
