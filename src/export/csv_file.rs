//! CSV files that spreadsheets open as they are.

use std::borrow::Cow;

use csv::{Terminator, WriterBuilder};

use crate::{
    export::figure::written,
    model::{Figure, Language, Text},
    wording::{Lexicon, show},
};

/// Spreadsheets take a CSV file for one in an old code page unless it begins with this mark, and
/// then show `ŵ` as two other letters.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// A table of these lines, the headings first: UTF-8 with a byte order mark, comma separated, lines
/// ended by CR LF (RFC 4180).
pub(super) fn csv(lines: impl IntoIterator<Item = Vec<String>>) -> Vec<u8> {
    let mut writer = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(BYTE_ORDER_MARK.as_bytes().to_vec());
    for line in lines {
        let written = writer.write_record(line.iter().map(|cell| harmless(cell).into_owned()));
        written.expect("every line has as many cells as the first, and memory takes them");
    }
    writer.into_inner().expect("memory takes every byte")
}

/// The cell so that no spreadsheet runs it as a formula: a text that begins like one gets an
/// apostrophe in front. Numbers with a sign stay as they are.
fn harmless(cell: &str) -> Cow<'_, str> {
    // The full-width forms are read as formulas too, in spreadsheets set to East Asian languages.
    const FORMULA: [char; 11] = [
        '=', '+', '-', '@', '\t', '\r', '\n', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}',
    ];
    if cell.starts_with(FORMULA) && !is_number(cell) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}

fn is_number(cell: &str) -> bool {
    let digits = cell.strip_prefix(['+', '-']).unwrap_or(cell);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let numeric = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    numeric(whole) && numeric(fraction)
}

/// A figure's number as written; blank where there is none.
pub(super) fn number(figure: Option<&Figure>) -> String {
    written(figure).map_or_else(String::new, |written| written.0.to_owned())
}

/// The organisation's own words in the file's language, or in the first that has them; blank where
/// there are none.
pub(super) fn text(text: Option<&Text>, words: &Lexicon, languages: &[Language]) -> String {
    text.map_or_else(String::new, |text| {
        show(text, words.language(), languages).text.to_owned()
    })
}

/// Several things in one cell.
pub(super) fn list<T: AsRef<str>>(items: impl IntoIterator<Item = T>) -> String {
    let mut list = String::new();
    for item in items {
        if !list.is_empty() {
            list.push_str("; ");
        }
        list.push_str(item.as_ref());
    }
    list
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn formulas_are_disarmed_and_numbers_are_not() {
        for (cell, safe) in [
            ("=1+1", "'=1+1"),
            ("+SUM(A1)", "'+SUM(A1)"),
            ("-cmd|'/c calc'!A0", "'-cmd|'/c calc'!A0"),
            ("@now", "'@now"),
            ("\t=1", "'\t=1"),
            ("\u{ff1d}1", "'\u{ff1d}1"),
            ("- a point", "'- a point"),
            ("-", "'-"),
            ("-.5", "'-.5"),
            ("+2.10", "+2.10"),
            ("-0.30", "-0.30"),
            ("90.10", "90.10"),
            ("2017-18", "2017-18"),
            ("Tŷ = house", "Tŷ = house"),
            ("", ""),
        ] {
            assert_eq!(harmless(cell), safe);
        }
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(cells in proptest::collection::vec("[ -~ŵŷ\"\n,;]{0,12}", 1..5)) {
            let bytes = csv([cells.clone()]);
            prop_assert!(bytes.ends_with(b"\r\n"));
            let mut reader = csv::ReaderBuilder::new().has_headers(false).from_reader(&*bytes);
            let record = reader.records().next().unwrap().unwrap();
            let expected: Vec<_> = cells.iter().map(|cell| harmless(cell)).collect();
            prop_assert!(record.iter().eq(expected.iter().map(|cell| &**cell)));
        }
    }
}
