//! The width of text, and lines that fit.

use std::sync::LazyLock;

use ttf_parser::Face;

/// How much wider than measured a text may come out where the reader's browser has another font.
pub const MARGIN: f64 = 1.2;

/// The height of a line of text, by its size.
pub const LEADING: f64 = 1.3;

/// From the top of a line to the foot of its letters, by its size.
pub const ASCENT: f64 = 0.984;

/// A weight of the font.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// Regular.
    Regular,
    /// Bold.
    Bold,
}

static REGULAR: LazyLock<Face<'static>> =
    LazyLock::new(|| face(include_bytes!("font/regular.ttf")));
static BOLD: LazyLock<Face<'static>> = LazyLock::new(|| face(include_bytes!("font/bold.ttf")));

fn face(bytes: &'static [u8]) -> Face<'static> {
    Face::parse(bytes, 0).expect("the embedded font is whole: a test reads it")
}

/// Stands in a text where it turns bold. Content never holds it: control characters are dropped.
pub const STRONG: char = '\u{2}';

/// The room that `text` needs at `size` on one line, in the same unit as the size, with the margin
/// for other fonts.
pub fn room(text: &str, size: f64, weight: Weight) -> f64 {
    let mut weight = weight;
    let advances = text.chars().map(|letter| {
        if letter == STRONG {
            weight = Weight::Bold;
            return 0.0;
        }
        advance(letter, weight)
    });
    MARGIN * size * advances.sum::<f64>()
}

/// How many letters, from the first, have their widths looked up once: those of European languages.
const COMMON: u32 = 0x250;

static WIDTHS: LazyLock<[Vec<f64>; 2]> = LazyLock::new(|| {
    [Weight::Regular, Weight::Bold].map(|weight| {
        let letters = (0..COMMON).filter_map(char::from_u32);
        letters.map(|letter| read_advance(letter, weight)).collect()
    })
});

/// The width of one letter, as a part of the size.
fn advance(letter: char, weight: Weight) -> f64 {
    let common = WIDTHS[weight as usize].get(letter as usize);
    common.map_or_else(|| read_advance(letter, weight), |width| *width)
}

/// The same, from the font.
fn read_advance(letter: char, weight: Weight) -> f64 {
    let face = match weight {
        Weight::Regular => &*REGULAR,
        Weight::Bold => &*BOLD,
    };
    let units = face
        .glyph_index(letter)
        .and_then(|glyph| face.glyph_hor_advance(glyph));
    match units {
        Some(units) => f64::from(units) / f64::from(face.units_per_em()),
        None if is_combining(letter) => 0.0,
        // Another font draws it: most letters are narrower than this, ideographs and emoji as wide.
        None if letter < '\u{1100}' => 0.75,
        None => 1.0,
    }
}

fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{fe00}'..='\u{fe0f}')
}

/// `text` in lines that each need at most `width`, broken between words, in a word behind a hyphen
/// or a slash, or, where even that is too wide, between letters. Nothing but white space is lost,
/// and what is bold stays so on the lines that follow.
pub fn wrap(text: &str, width: f64, size: f64, weight: Weight) -> Vec<String> {
    let fits = |line: &str| room(line, size, weight) <= width;
    let empty = |line: &str| line.chars().all(|letter| letter == STRONG);
    let mut lines = Vec::new();
    let mut line = String::new();
    let mut end = |line: &mut String| {
        if empty(line) {
            return;
        }
        let next = if line.contains(STRONG) {
            STRONG.to_string()
        } else {
            String::new()
        };
        lines.push(std::mem::replace(line, next));
    };
    for word in text
        .split([' ', '\t', '\n', '\r'])
        .filter(|word| !word.is_empty())
    {
        let space = if empty(&line) { "" } else { " " };
        let joined = format!("{line}{space}{word}");
        if fits(&joined) {
            line = joined;
            continue;
        }
        end(&mut line);
        for piece in pieces(word, &fits) {
            let joined = format!("{line}{piece}");
            if !fits(&joined) {
                end(&mut line);
            }
            line.push_str(&piece);
        }
    }
    end(&mut line);
    lines
}

/// The pieces that a word may be broken into: whole where it fits, else at its hyphens and slashes,
/// else letter by letter.
fn pieces(word: &str, fits: &impl Fn(&str) -> bool) -> Vec<String> {
    if fits(word) {
        return vec![word.to_owned()];
    }
    let mut pieces = Vec::new();
    for part in word.split_inclusive(['-', '/', '–', '—', '_', '.', '@', '\u{2010}']) {
        if fits(part) {
            pieces.push(part.to_owned());
            continue;
        }
        for letter in part.chars() {
            match pieces.last_mut() {
                Some(last) if is_combining(letter) => last.push(letter),
                _ => pieces.push(letter.to_string()),
            }
        }
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn widths_come_from_the_font() {
        // Checked against the advances that fonttools reads from the source of the font.
        assert!((room("0", 10.0, Weight::Regular) - 10.0 * 1.2 * 0.648).abs() < 0.5);
        let plain = room("tw", 10.0, Weight::Regular);
        assert!((room("tŵ", 10.0, Weight::Regular) - plain).abs() < f64::EPSILON);
        let strong = room("\u{2}Canlyniad", 10.0, Weight::Regular);
        assert!((strong - room("Canlyniad", 10.0, Weight::Bold)).abs() < f64::EPSILON);
        assert!(room("Canlyniad", 10.0, Weight::Bold) > room("Canlyniad", 10.0, Weight::Regular));
    }

    #[test]
    fn widths_that_are_kept_are_those_of_the_font() {
        for weight in [Weight::Regular, Weight::Bold] {
            for letter in "\u{0}aŵ\u{24f}\u{250}ẁ–\u{301}漢".chars() {
                let (kept, read) = (advance(letter, weight), read_advance(letter, weight));
                assert!((kept - read).abs() < f64::EPSILON, "{letter:?}");
            }
        }
    }

    #[test]
    fn every_letter_of_welsh_and_gaelic_is_in_both_weights() {
        for letter in
            "âêîôûŵŷÂÊÎÔÛŴŶẁẃẅỳẀẂẄỲàèìòùáéíóúäëïöüñçß£€–—‘’“”…−×½°·\u{2011}\u{202f}".chars()
        {
            assert!(REGULAR.glyph_index(letter).is_some(), "{letter}");
            assert!(BOLD.glyph_index(letter).is_some(), "{letter}");
        }
    }

    #[test]
    fn lines_break_between_words_then_at_hyphens_then_anywhere() {
        let wrap = |text, width| wrap(text, width, 10.0, Weight::Regular);
        assert_eq!(wrap("one two", 1000.0), ["one two"]);
        assert_eq!(wrap("  one\n two ", 30.0), ["one", "two"]);
        assert_eq!(wrap("first-second", 60.0), ["first-", "second"]);
        assert_eq!(wrap("", 10.0), Vec::<String>::new());
        assert_eq!(
            wrap("one \u{2}two three", 30.0),
            ["one", "\u{2}two", "\u{2}three"]
        );
        for line in wrap(
            "Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch",
            80.0,
        ) {
            assert!(room(&line, 10.0, Weight::Regular) <= 80.0, "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn nothing_is_lost_in_wrapping(text in "[a-zŵŷ0-9/ -]{0,80}", width in 5.0..200.0) {
            let bare = |text: &str| text.replace(' ', "");
            let lines = wrap(&text, width, 10.0, Weight::Bold);
            proptest::prop_assert_eq!(bare(&lines.concat()), bare(&text));
            for line in &lines {
                let one = line.chars().count() == 1;
                proptest::prop_assert!(one || room(line, 10.0, Weight::Bold) <= width);
            }
        }
    }
}
