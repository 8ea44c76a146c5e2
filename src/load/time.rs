//! Days, moments and periods.

use jiff::civil::DateTime;

use crate::{
    load::{context::Context, fields::excerpt, value::scalar},
    model::{Date, Period},
    syntax::Node,
    text::{Code, Diagnostic, Span, Spanned},
};

/// A day, written `2018-03-01`.
pub(super) fn date(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Date>> {
    let text = scalar(key, node, "a date like `2018-03-01`", cx)?;
    match parse_date(&text.value) {
        Ok(date) => Some(Spanned::new(date, text.span)),
        Err(help) => {
            cx.say(bad_date(&text.value, text.span, help));
            None
        }
    }
}

/// A moment in local time, written `2018-03-01T09:30:00`; seconds may be left out.
pub(super) fn moment(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<DateTime>> {
    let text = scalar(key, node, "a date and time like `2018-03-01T09:30:00`", cx)?;
    let pieces = text.value.split_once(['T', ' ']);
    let (day, clock) = pieces.unwrap_or((&text.value, "00:00:00"));
    let read = parse_date(day)
        .ok()
        .zip(clock_time(clock))
        .map(|(date, time)| date.to_datetime(time));
    if read.is_none() {
        let message = format!("`{}` is not a date and time", excerpt(&text.value));
        let help = "write the day and the local time as `2018-03-01T09:30:00`, without a time zone";
        cx.say(Diagnostic::new(Code::BadDate, text.span, message).help(help));
    }
    read.map(|moment| Spanned::new(moment, text.span))
}

/// A period.
pub(super) fn period(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Period>> {
    let text = scalar(key, node, "a period like `2017-18`", cx)?;
    period_at(&text.value, text.span, cx).map(|period| Spanned::new(period, text.span))
}

/// The period written as `text` at `span`.
pub(super) fn period_at(text: &str, span: Span, cx: &mut Context<'_>) -> Option<Period> {
    match Period::parse(text) {
        Ok(period) => Some(period),
        Err(error) => {
            let message = format!("`{}` is not a period", excerpt(text));
            let help = meant_period(text).map_or_else(
                || error.help().to_owned(),
                |meant| format!("write it as `{meant}`"),
            );
            cx.say(Diagnostic::new(Code::BadPeriod, span, message).help(help));
            None
        }
    }
}

fn bad_date(text: &str, span: Span, help: String) -> Diagnostic {
    let message = format!("`{}` is not a date", excerpt(text));
    Diagnostic::new(Code::BadDate, span, message).help(help)
}

/// The day written as `text`, or what to do about it.
fn parse_date(text: &str) -> Result<Date, String> {
    let general = || "write the year, month and day as `2018-03-01`".to_owned();
    let dash = |c: char| matches!(c, '-' | '/' | '.' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    let pieces: Vec<_> = text.split(dash).collect();
    let [first, second, third] = pieces.as_slice() else {
        return Err(general());
    };
    let numeric = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if !pieces.iter().all(|piece| numeric(piece)) {
        return Err(general());
    }
    // Day first is how Britain writes it; no other order is guessed at.
    let (year, month, day) = match (first.len(), third.len()) {
        (4, 1..=2) => (first, second, third),
        (1..=2, 4) => (third, second, first),
        _ => return Err(general()),
    };
    let date = (|| Date::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?).ok())();
    match date {
        Some(date) if date.to_string() == text => Ok(date),
        Some(date) => Err(format!("write it as `{date}`")),
        None => Err("there is no such day".to_owned()),
    }
}

fn clock_time(text: &str) -> Option<jiff::civil::Time> {
    let pieces: Vec<_> = text.split(':').collect();
    let number = |piece: &&str| {
        let fine = piece.len() == 2 && piece.bytes().all(|byte| byte.is_ascii_digit());
        fine.then(|| piece.parse::<i8>().ok()).flatten()
    };
    let numbers: Option<Vec<_>> = pieces.iter().map(number).collect();
    match numbers?.as_slice() {
        [hour, minute] => jiff::civil::Time::new(*hour, *minute, 0, 0).ok(),
        [hour, minute, second] => jiff::civil::Time::new(*hour, *minute, *second, 0).ok(),
        _ => None,
    }
}

/// The period that somebody who wrote `2017/18`, `2017-2018` or `AY 2016-17` meant.
fn meant_period(text: &str) -> Option<Period> {
    let mut plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace())
        .map(|c| match c {
            '/' | '\u{2013}' | '\u{2012}' | '\u{2010}' | '\u{2011}' => '-',
            c => c.to_ascii_uppercase(),
        })
        .collect();
    if let Some((start, end)) = plain.split_once('-')
        && end.len() == 4
        && end.bytes().all(|byte| byte.is_ascii_digit())
    {
        let short = &end[2..];
        plain = format!("{start}-{short}");
    }
    (plain != text)
        .then(|| Period::parse(&plain).ok())
        .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_or_what_to_write_is_said() {
        let cases = [
            ("2018-03-01", Ok("2018-03-01")),
            ("2016-02-29", Ok("2016-02-29")),
            ("2018-02-29", Err("there is no such day")),
            ("2018-13-01", Err("there is no such day")),
            ("1/3/2018", Err("write it as `2018-03-01`")),
            ("01.03.2018", Err("write it as `2018-03-01`")),
            ("2018/03/01", Err("write it as `2018-03-01`")),
            ("2018-3-1", Err("write it as `2018-03-01`")),
            ("2026\u{2013}09\u{2013}30", Err("write it as `2026-09-30`")),
            (
                "1 March 2018",
                Err("write the year, month and day as `2018-03-01`"),
            ),
            (
                "2018-03",
                Err("write the year, month and day as `2018-03-01`"),
            ),
            (
                "01/03/18",
                Err("write the year, month and day as `2018-03-01`"),
            ),
            ("--", Err("write the year, month and day as `2018-03-01`")),
        ];
        for (text, expected) in cases {
            let found = parse_date(text).map(|date| date.to_string());
            let expected = expected.map(str::to_owned).map_err(str::to_owned);
            assert_eq!(found, expected, "{text}");
        }
    }

    #[test]
    fn the_time_of_day_has_no_zone() {
        assert!(clock_time("09:30").is_some());
        assert!(clock_time("09:30:00").is_some());
        for text in ["9:30", "24:00", "09:30Z", "09:30:00+01:00", "09", "ŵŵ:30"] {
            assert!(clock_time(text).is_none(), "{text}");
        }
    }

    #[test]
    fn a_period_in_another_dress_is_recognised() {
        let cases = [
            ("2017/18", Some("2017-18")),
            ("2017-2018", Some("2017-18")),
            ("2017/2018", Some("2017-18")),
            ("2017\u{2013}18", Some("2017-18")),
            ("AY 2016/17", Some("AY2016-17")),
            ("ay2016-17", Some("AY2016-17")),
            ("2017-18 q2", None),
            ("last year", None),
            ("2017-17", None),
            ("2017-ŵŵ", None),
        ];
        for (text, expected) in cases {
            let found = meant_period(text).map(|period| period.to_string());
            assert_eq!(found.as_deref(), expected, "{text}");
        }
    }
}
