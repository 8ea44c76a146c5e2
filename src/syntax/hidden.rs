//! Characters that nobody sees and that no file should hold: control characters, and the line
//! separators that Word puts on the clipboard.

use std::borrow::Cow;

use crate::text::{Code, Diagnostic, SourceId, Span};

/// Whether no YAML, HTML or SVG may hold this character.
pub(crate) fn is_control(c: char) -> bool {
    matches!(c, '\0'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{84}'
        | '\u{86}'..='\u{9f}' | '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

/// The text with blanks for what no HTML may hold, each as many bytes long as what it stands for,
/// so that offsets stay true: control characters, and characters that Unicode keeps for use within
/// programs.
pub fn printable(text: &str) -> Cow<'_, str> {
    blanked(text, |c| {
        is_control(c) || matches!(c, '\u{fdd0}'..='\u{fdef}')
    })
}

/// Whether some YAML readers take this character for the end of a line and others do not.
pub(super) fn is_separator(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// The text with a space for each byte of every character that `hide` names, so that offsets stay
/// true.
pub(super) fn blanked(text: &str, hide: impl Fn(char) -> bool) -> Cow<'_, str> {
    if !text.contains(&hide) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len());
    for c in text.chars() {
        if hide(c) {
            clean.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            clean.push(c);
        }
    }
    Cow::Owned(clean)
}

/// A finding for each character in `text` that `refuse` names; `base` is where `text` begins in
/// its source.
pub(super) fn report<'a>(
    text: &'a str,
    source: SourceId,
    base: usize,
    code: Code,
    refuse: impl Fn(char) -> bool + 'a,
) -> impl Iterator<Item = Diagnostic> + 'a {
    let refused = text.char_indices().filter(move |(_, c)| refuse(*c));
    refused.map(move |(at, c)| {
        let span = Span::new(source, base + at, base + at + c.len_utf8());
        let what = match c {
            '\u{b}' | '\u{85}' | '\u{2028}' | '\u{2029}' => "an invisible line break",
            '\u{feff}' => "an invisible byte order mark",
            _ => "an invisible control character",
        };
        let number = u32::from(c);
        Diagnostic::new(code, span, format!("{what} (U+{number:04X}) stands in the text"))
            .help("delete it and type a space or a new line; such characters come along when text is pasted from other programs")
    })
}

/// A finding for each escape in `quoted`, a text in double quotes as it is written, that stands for
/// a control character; `base` is where it begins in its source.
pub(super) fn report_escapes(
    quoted: &str,
    source: SourceId,
    base: usize,
) -> impl Iterator<Item = Diagnostic> {
    let mut at = 0;
    std::iter::from_fn(move || {
        loop {
            at += quoted.get(at..)?.find('\\')?;
            let start = at;
            let (c, length) = escape(&quoted[start + 1..]);
            at = start + 1 + length;
            let Some(c) = c.filter(|c| is_control(*c)) else {
                continue;
            };
            let span = Span::new(source, base + start, base + at);
            let written = &quoted[start..at];
            let number = u32::from(c);
            let message = format!(
                "`{written}` stands for a control character (U+{number:04X}), which no page can hold"
            );
            return Some(Diagnostic::new(Code::YamlSyntax, span, message).help(
                "take it out; where the backslash is meant to be read, write it twice (`\\\\`)",
            ));
        }
    })
}

/// The character that an escape stands for, where it is one by its number or a control character by
/// its letter, and the bytes behind its backslash.
fn escape(behind: &str) -> (Option<char>, usize) {
    let Some(letter) = behind.chars().next() else {
        return (None, 0);
    };
    let digits = match letter {
        'x' => 2,
        'u' => 4,
        'U' => 8,
        _ => {
            let c = match letter {
                '0' => Some('\0'),
                'a' => Some('\u{7}'),
                'b' => Some('\u{8}'),
                'v' => Some('\u{b}'),
                'f' => Some('\u{c}'),
                'e' => Some('\u{1b}'),
                _ => None,
            };
            return (c, letter.len_utf8());
        }
    };
    let number = behind.get(1..=digits);
    let number = number.and_then(|number| u32::from_str_radix(number, 16).ok());
    match number {
        Some(number) => (char::from_u32(number), 1 + digits),
        None => (None, 1),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{Source, Sources};

    #[test]
    fn escapes_of_control_characters_are_found_where_they_stand() {
        let mut sources = Sources::new();
        for (text, expected) in [
            (r#""A\x02B""#, &[r"\x02"][..]),
            (
                r#""\u0002\U0000000b\e\0""#,
                &[r"\u0002", r"\U0000000b", r"\e", r"\0"],
            ),
            (r#""\\x02 \t\n \u0175 \" \/ \N""#, &[]),
            (r#""\x""#, &[]),
            (r#""\ŷ \""#, &[]),
        ] {
            let source = sources.add(Source::new("a.yaml", &format!("ŵ{text}")));
            let found = report_escapes(text, source, 'ŵ'.len_utf8());
            let found: Vec<_> = found
                .map(|found| sources.slice(found.span).to_owned())
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
