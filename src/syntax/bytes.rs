//! Bytes of a file to a source.

use std::str;

use crate::text::{Code, Diagnostic, Diagnostics, Source, SourceId, Sources, Span, Warned};

/// The size in bytes past which a file is not read as content; whoever opens files holds to it.
pub const MAX_BYTES: u64 = 10 * 1024 * 1024;

/// Adds the file `path` (relative to the site folder, with forward slashes) that holds `bytes`.
///
/// A byte order mark and CRLF line ends stay in the text. Where the bytes are not UTF-8, the source
/// holds them with `U+FFFD` in the place of each bad sequence, so that the error can be shown; it
/// is not worth reading any further then.
pub fn decode(path: &str, bytes: &[u8], sources: &mut Sources) -> Warned<SourceId> {
    let mut diagnostics = Diagnostics::new();
    let value = match str::from_utf8(bytes) {
        Ok(text) => sources.add(Source::new(path, text)),
        Err(error) => {
            // Up to the first bad byte the lossy text is the file itself, so offsets agree.
            let at = error.valid_up_to();
            let text = String::from_utf8_lossy(bytes);
            let source = sources.add(Source::new(path, &text));
            diagnostics.push(not_utf8(bytes, at, source));
            source
        }
    };
    Warned { value, diagnostics }
}

fn not_utf8(bytes: &[u8], at: usize, source: SourceId) -> Diagnostic {
    let span = Span::new(source, at, at + char::REPLACEMENT_CHARACTER.len_utf8());
    if bytes.starts_with(&[0xff, 0xfe]) || bytes.starts_with(&[0xfe, 0xff]) {
        return Diagnostic::new(Code::NotUtf8, span, "the file is UTF-16, not UTF-8").help(
            "save it again with the encoding UTF-8 (\"Unicode\" in some Windows programs is UTF-16)",
        );
    }
    let message = format!(
        "the file is not UTF-8: byte `0x{:02X}` stands here",
        bytes[at]
    );
    let help = "save it again with the encoding UTF-8 (in Notepad: Save as, Encoding; in Excel: \
                the file type \"CSV UTF-8\")";
    Diagnostic::new(Code::NotUtf8, span, message).help(help)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_bad_byte_is_pointed_at() {
        type Case = (&'static [u8], Option<(usize, usize)>);
        let cases: &[Case] = &[
            (b"plain", None),
            (b"\xef\xbb\xbfmark", None),
            (b"t\xc5\xb7: \xc5\xb5", None),
            (b"a\nb: caf\xe9\n", Some((2, 7))),
            // After accented letters and in a truncated sequence.
            (b"t\xc5\xb7: \xc5\xb5 \xff", Some((1, 7))),
            (b"\xef\xbb\xbfa\xc5", Some((1, 2))),
            (b"\xe9\xe9\xe9", Some((1, 1))),
            (b"\xff\xfea\0", Some((1, 1))),
        ];
        for (bytes, expected) in cases {
            let mut sources = Sources::new();
            let Warned { value, diagnostics } = decode("a.yaml", bytes, &mut sources);
            let found = diagnostics.iter().next().map(|diagnostic| {
                assert_eq!(diagnostic.code, Code::NotUtf8);
                assert_eq!(sources.slice(diagnostic.span), "\u{fffd}");
                let location = sources.get(value).location(diagnostic.span.start as usize);
                (location.line, location.column)
            });
            assert_eq!(found, *expected, "{bytes:?}");
        }
    }
}
