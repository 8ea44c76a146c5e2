//! Decimals as written, and what somebody meant who wrote something else.

use std::sync::Arc;

use crate::model::Decimal;

/// The most digits a figure may have; more than any published figure, and all exact.
const MOST_DIGITS: usize = 28;

/// What is not a decimal as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct BadNumber {
    /// What is wrong with it, to follow the text in a sentence.
    pub why: &'static str,
    /// What to do about it.
    pub help: String,
    /// The number that was meant, so that the rest of the record can be checked by it.
    pub meant: Option<(Decimal, Arc<str>)>,
}

/// The exact decimal written as `text`: digits, with a point and a minus where there is one.
pub(super) fn number(text: &str) -> Result<Decimal, BadNumber> {
    if is_plain(text) {
        return exact(text).ok_or_else(|| BadNumber {
            why: "has more digits than a figure can",
            help: format!("a figure has at most {MOST_DIGITS} digits"),
            meant: None,
        });
    }
    if is_exponent(text) {
        let meant = Decimal::from_scientific(&text.to_lowercase()).ok();
        let meant = meant.map(|meant| meant.to_string());
        return Err(bad("is written with an exponent", "it in full", meant));
    }
    if text.contains(is_unseen) {
        let bare = text.replace(is_unseen, "");
        if is_plain(&bare) {
            let why = "holds a character that nobody sees";
            return Err(bad(why, "it anew", Some(bare)));
        }
    }
    let typed = text.replace(['\u{2212}', '\u{2013}', '\u{2014}'], "-");
    if typed != text && is_plain(&typed) {
        let why = "begins with a dash that is no hyphen";
        return Err(bad(why, "the minus as a hyphen", Some(typed)));
    }
    let (bare, decorated) = undecorated(text);
    if is_plain(&bare) && decorated {
        return Err(bad(
            "holds more than the number",
            "just the number",
            Some(bare),
        ));
    }
    if let Some(joined) = without_thousands(&bare) {
        let how = "it without separators";
        return Err(bad("has separators between its digits", how, Some(joined)));
    }
    let pointed = bare.replacen(',', ".", 1);
    if is_plain(&pointed) {
        let why = "has a comma where the decimal point belongs";
        return Err(bad(why, "it with a point", Some(pointed)));
    }
    if let Some(meant) = tidied(&bare) {
        return Err(bad("is not written as a decimal", "it out", Some(meant)));
    }
    Err(BadNumber {
        why: "is not a figure",
        help: placeholder(text),
        meant: None,
    })
}

fn bad(why: &'static str, how: &str, meant: Option<String>) -> BadNumber {
    let help = match &meant {
        Some(meant) => format!("write {how}: `{meant}`"),
        None => format!("write {how}"),
    };
    let meant = meant.and_then(|meant| Some((exact(&meant)?, meant.into())));
    BadNumber { why, help, meant }
}

fn exact(text: &str) -> Option<Decimal> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits > MOST_DIGITS {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

/// Whether the text is a decimal as figures are written: no sign but a minus, digits on both sides
/// of a point, no zeros before the first digit that counts.
fn is_plain(text: &str) -> bool {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let padded = whole.len() > 1 && whole.starts_with('0');
    numeric(whole) && numeric(fraction) && !padded
}

fn numeric(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_exponent(text: &str) -> bool {
    let Some((number, exponent)) = text.split_once(['e', 'E']) else {
        return false;
    };
    let exponent = exponent.trim_start_matches(['+', '-']);
    numeric(exponent) && is_plain(number.trim_start_matches('+'))
}

/// Whether a character takes no room: it comes along when text is pasted.
fn is_unseen(c: char) -> bool {
    matches!(
        c,
        '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{ad}' | '\u{feff}'
    )
}

/// The text without a currency or per cent sign, a plus, or a minus of another kind.
fn undecorated(text: &str) -> (String, bool) {
    let mut bare = text.replace(['\u{2212}', '\u{2013}'], "-");
    for sign in ["£", "$", "€", "%", "per cent", "percent", "pp"] {
        bare = bare.replacen(sign, "", 1);
    }
    let quotes = ['"', '\'', '\u{201c}', '\u{201d}', '\u{2018}', '\u{2019}'];
    let bare = bare.trim().trim_matches(quotes).trim();
    let bare = bare.strip_prefix('+').unwrap_or(bare).trim().to_owned();
    let decorated = bare != text;
    (bare, decorated)
}

/// The number with its thousands joined: `1,234,567.8`, `1 234`, `1'234`, `1_234`.
fn without_thousands(text: &str) -> Option<String> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    // With two points they cannot be the decimal one.
    let points = digits.matches('.').count() > 1;
    let whole = digits.split_once('.').map_or(digits, |(whole, _)| whole);
    let whole = if points { digits } else { whole };
    let separator = whole.chars().find(|c| !c.is_ascii_digit())?;
    if ![',', '.', ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '_'].contains(&separator) {
        return None;
    }
    let mut groups = whole.split(separator);
    let first = groups.next()?;
    let fine = (1..=3).contains(&first.len())
        && numeric(first)
        && groups.all(|group| group.len() == 3 && numeric(group));
    let joined = text.replace(separator, "");
    (fine && is_plain(&joined)).then_some(joined)
}

/// The number with the digits that were left out, or without those that do not count: `.5`, `5.`,
/// `007`.
fn tidied(text: &str) -> Option<String> {
    let (minus, digits) = match text.strip_prefix('-') {
        Some(digits) => ("-", digits),
        None => ("", text),
    };
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    if whole.is_empty() && fraction.is_empty() {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    let tidy = format!("{minus}{whole}{point}{fraction}");
    is_plain(&tidy).then_some(tidy)
}

fn placeholder(text: &str) -> String {
    let words = "write a decimal such as `90.10`, leave it blank where none was supplied, or put a \
                 symbol in its place: `\"[x]\"` not available, `\"[z]\"` not applicable, `\"[c]\"` \
                 confidential";
    let symbol = match text.to_lowercase().as_str() {
        "n/a" | "na" => "write `\"[x]\"` where it is not available, `\"[z]\"` where not applicable",
        "tbc" | "tba" | "-" | "\u{2013}" | "\u{2014}" | ".." | "…" | "none" | "nil" => {
            "leave it blank where none was supplied, or write `\"[x]\"` where it is not available"
        }
        "*" | "#" => "write `\"[c]\"` where it is confidential",
        _ => words,
    };
    symbol.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_exact_as_written() {
        for text in [
            "0",
            "0.00",
            "90.10",
            "-3.5",
            "1234567",
            "0.1234567890123456789012345",
            "1234567890123456789012345678",
        ] {
            assert_eq!(number(text).unwrap().to_string(), text);
        }
    }

    #[test]
    fn anything_else_says_what_to_write() {
        // What is written, and what was meant.
        let cases = [
            ("85%", Some("85")),
            ("85.0 %", Some("85.0")),
            ("£1200", Some("1200")),
            ("£1,200.50", Some("1200.50")),
            ("1,234", Some("1234")),
            ("1,234,567", Some("1234567")),
            ("1 234", Some("1234")),
            ("1_234", Some("1234")),
            ("1.234.567", Some("1234567")),
            ("\u{201c}90.10\u{201d}", Some("90.10")),
            ("\u{201c}90.10%\u{201d}", Some("90.10")),
            ("90,1", Some("90.1")),
            ("90,10", Some("90.10")),
            ("+4", Some("4")),
            ("\u{2212}4.5", Some("-4.5")),
            (".5", Some("0.5")),
            ("5.", Some("5")),
            ("007", Some("7")),
            ("1e3", Some("1000")),
            ("1.5E-2", Some("0.015")),
            ("12345678901234567890123456789", None),
            ("0x1F", None),
            ("1,2,3", None),
            ("1,23,456", None),
            ("n/a", None),
            ("-", None),
            ("", None),
            (".", None),
            ("1.2.3", None),
            ("ŵ", None),
            ("1e99", None),
        ];
        for (text, expected) in cases {
            let bad = number(text).unwrap_err();
            let meant = bad.meant.as_ref().map(|(_, written)| &**written);
            assert_eq!(meant, expected, "{text}: {}", bad.help);
            if let Some(meant) = expected {
                assert!(bad.help.contains(&format!("`{meant}`")), "{}", bad.help);
            }
        }
    }

    #[test]
    fn what_was_meant_is_a_number_itself() {
        proptest::proptest!(|(text in "[-+£]?[0-9., ]{0,12}[%e]?[0-9]{0,3}")| {
            if let Err(BadNumber { meant: Some((value, written)), .. }) = number(&text) {
                assert_eq!(number(&written), Ok(value));
            }
        });
    }
}
