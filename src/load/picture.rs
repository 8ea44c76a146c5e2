//! How large a picture is, by the first bytes of its file.
//!
//! Pages tell browsers the size of a logo, so that nothing moves when it comes. Sources: the
//! specifications of PNG (ISO/IEC 15948), GIF89a, JPEG (ITU T.81), WebP (RFC 9649) and SVG 2.

use std::{fs::File, io::Read, path::Path};

/// The most bytes that are looked at: the size of a JPEG stands behind its embedded profiles.
const MOST: u64 = 256 * 1024;

/// Width and height in pixels of the picture in the file at `path`; `None` where the file cannot be
/// read, or is no picture whose size is known.
pub(super) fn size_of_file(path: &Path) -> Option<(u32, u32)> {
    let mut bytes = Vec::new();
    let file = File::open(path).ok()?;
    file.take(MOST).read_to_end(&mut bytes).ok()?;
    size(&bytes)
}

/// Width and height in pixels.
fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let found = match bytes {
        [0x89, b'P', b'N', b'G', ..] => Some((big(bytes, 16, 4)?, big(bytes, 20, 4)?)),
        [b'G', b'I', b'F', ..] => Some((little(bytes, 6, 2)?, little(bytes, 8, 2)?)),
        [0xff, 0xd8, ..] => jpeg(bytes),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => webp(bytes),
        _ => svg(&String::from_utf8_lossy(bytes)),
    };
    found.filter(|(width, height)| *width > 0 && *height > 0)
}

fn big(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + length)?;
    Some(
        bytes
            .iter()
            .fold(0, |sum, byte| (sum << 8) | u32::from(*byte)),
    )
}

fn little(bytes: &[u8], at: usize, length: usize) -> Option<u32> {
    let bytes = bytes.get(at..at + length)?;
    let sum = bytes.iter().rev();
    Some(sum.fold(0, |sum, byte| (sum << 8) | u32::from(*byte)))
}

/// The size stands in the first segment that begins a frame.
fn jpeg(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let marker = *bytes.get(at + 1)?;
        if *bytes.get(at)? != 0xff {
            return None;
        }
        match marker {
            // Filling between segments, and segments without a length.
            0xff => at += 1,
            0x01 | 0xd0..=0xd8 => at += 2,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((big(bytes, at + 7, 2)?, big(bytes, at + 5, 2)?));
            }
            _ => at += 2 + usize::try_from(big(bytes, at + 2, 2)?).ok()?,
        }
    }
}

fn webp(bytes: &[u8]) -> Option<(u32, u32)> {
    const FOURTEEN_BITS: u32 = 0x3fff;
    match bytes.get(12..16)? {
        b"VP8 " => Some((
            little(bytes, 26, 2)? & FOURTEEN_BITS,
            little(bytes, 28, 2)? & FOURTEEN_BITS,
        )),
        b"VP8L" => {
            let both = little(bytes, 21, 4)?;
            Some((
                (both & FOURTEEN_BITS) + 1,
                ((both >> 14) & FOURTEEN_BITS) + 1,
            ))
        }
        b"VP8X" => Some((little(bytes, 24, 3)? + 1, little(bytes, 27, 3)? + 1)),
        _ => None,
    }
}

/// The `width` and `height` of a drawing, or the size of its `viewBox` where it has no lengths.
fn svg(text: &str) -> Option<(u32, u32)> {
    let start = text.find("<svg")?;
    let tag = &text[start..];
    let tag = &tag[..tag.find('>')?];
    let length = |name: &str| {
        let length = attribute(tag, name)?;
        pixels(length.strip_suffix("px").unwrap_or(length))
    };
    let given = length("width").zip(length("height"));
    given.or_else(|| {
        let numbers = attribute(tag, "viewBox")?;
        let mut numbers = numbers.split([' ', ',']).filter(|part| !part.is_empty());
        Some((pixels(numbers.nth(2)?)?, pixels(numbers.next()?)?))
    })
}

/// A length in whole pixels, a broken one rounded up. Anything but a number, as a percentage, is none.
fn pixels(number: &str) -> Option<u32> {
    let (whole, part) = number.trim().split_once('.').unwrap_or((number.trim(), ""));
    let digits = part.bytes().all(|byte| byte.is_ascii_digit());
    let more = part.bytes().any(|byte| byte != b'0');
    let whole: u32 = whole.parse().ok().filter(|_| digits)?;
    whole.checked_add(u32::from(more))
}

fn attribute<'t>(tag: &'t str, name: &str) -> Option<&'t str> {
    let mut found = tag.match_indices(name);
    let (at, _) = found.find(|(at, _)| tag[..*at].ends_with(char::is_whitespace))?;
    let rest = tag[at + name.len()..]
        .trim_start()
        .strip_prefix('=')?
        .trim_start();
    let quote = rest.chars().next().filter(|c| matches!(c, '"' | '\''))?;
    rest[1..].split(quote).next()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_picture_is_read_from_its_head() {
        let png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x01\x02\0\0\0\x30\x08\x06";
        let jpeg = b"\xff\xd8\xff\xe0\0\x04ab\xff\xff\xc2\0\x11\x08\x00\x30\x01\x02\x03";
        let lossy = b"RIFF\0\0\0\0WEBPVP8 \0\0\0\0\0\0\0\x9d\x01\x2a\x02\x01\x30\x00";
        let lossless = b"RIFF\0\0\0\0WEBPVP8L\0\0\0\0\x2f\x01\xc1\x0b\x00";
        let extended = b"RIFF\0\0\0\0WEBPVP8X\0\0\0\0\0\0\0\0\x01\x01\0\x2f\0\0";
        for (bytes, expected) in [
            (&png[..], Some((258, 48))),
            (b"GIF89a\x02\x01\x30\x00", Some((258, 48))),
            (jpeg, Some((258, 48))),
            (lossy, Some((258, 48))),
            (lossless, Some((258, 48))),
            (extended, Some((258, 48))),
            (
                b"<?xml version='1.0'?>\n<svg height='47.2px' data-width='9' width=\"258\">",
                Some((258, 48)),
            ),
            (b"<svg width='100%' viewBox='0 0,258 48'>", Some((258, 48))),
            (b"<svg>", None),
            (b"<svg width='0' height='4'>", None),
            (b"a text", None),
            (b"\x89PNG", None),
            (b"\xff\xd8\xff\xe0\xff\xff", None),
            (b"", None),
        ] {
            assert_eq!(size(bytes), expected, "{}", String::from_utf8_lossy(bytes));
        }
    }
}
