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
