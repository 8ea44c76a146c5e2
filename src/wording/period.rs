//! Dates and periods as readers see them.

use icu_calendar::{Date as IcuDate, Iso};

use crate::{
    model::{Date, Period, PeriodKind, PeriodPart},
    text::mark_of_start,
    wording::{Arg, Lexicon},
};

impl Lexicon {
    /// A date in full: `1 March 2018`.
    pub fn date(&self, date: Date) -> String {
        let icu = icu_date(date).zip(self.dates.as_ref());
        icu.map_or_else(
            || date.to_string(),
            |(date, formatter)| formatter.format(&date).to_string(),
        )
    }

    /// A month: `March 2018`.
    fn month(&self, date: Date) -> String {
        let icu = icu_date(date).zip(self.months.as_ref());
        icu.map_or_else(
            || date.to_string(),
            |(date, formatter)| formatter.format(&date).to_string(),
        )
    }

    /// A period inside a sentence: `2017/18`, `the academic year 2016/17` without its article,
    /// `quarter 2 of 2017/18`, `March 2017`, `2012/13 to 2014/15`.
    pub fn period(&self, period: Period) -> String {
        self.worded(period, true)
    }

    /// A period beside others of its kind, as on an axis: without saying which kind of year it is.
    pub fn period_short(&self, period: Period) -> String {
        self.worded(period, false)
    }

    fn worded(&self, period: Period, kind: bool) -> String {
        let year = |first: i16| match period.kind() {
            PeriodKind::Calendar => first.to_string(),
            PeriodKind::Financial | PeriodKind::Academic => {
                format!("{first}/{:02}", (first + 1).rem_euclid(100))
            }
        };
        let first = year(period.first_year());
        let whole = if period.years() > 1 {
            let last = year(period.first_year() + i16::from(period.years()) - 1);
            self.phrase(
                "period-span",
                &[("first", first.into()), ("last", last.into())],
            )
        } else {
            first
        };
        let whole = match period.kind() {
            PeriodKind::Academic if kind => {
                self.phrase("period-academic", &[("years", whole.into())])
            }
            _ => whole,
        };
        let (key, part) = match period.part() {
            None => return whole,
            Some(PeriodPart::Month(_)) => return self.month(period.start()),
            Some(PeriodPart::Quarter(n)) => ("period-quarter", n),
            Some(PeriodPart::Half(n)) => ("period-half", n),
        };
        // As a number: the words for the halves are chosen by it.
        let part = Arg::Count(part.into());
        self.phrase(key, &[("part", part), ("year", whole.into())])
    }

    /// The part of the year that a period compares by, inside a sentence behind "for": `a fourth
    /// quarter`, `a whole year`.
    pub fn like(&self, period: Period) -> String {
        let part = |key: &str, n: u8| self.phrase(key, &[("part", Arg::Count(n.into()))]);
        match period.part() {
            Some(PeriodPart::Quarter(n)) => part("like-quarter", n),
            Some(PeriodPart::Half(n)) => part("like-half", n),
            Some(PeriodPart::Month(_)) => self.word("like-month"),
            None if period.years() > 1 => {
                let years = Arg::Count(period.years().into());
                self.phrase("like-span", &[("years", years)])
            }
            None => self.word("like-year"),
        }
    }

    /// Several periods as a list: `2017/18 and academic year 2016/17`, `academic years 2015/16 and
    /// 2016/17`.
    pub fn periods(&self, periods: impl IntoIterator<Item = Period>) -> String {
        let periods: Vec<_> = periods.into_iter().collect();
        let academic =
            |period: &Period| period.kind() == PeriodKind::Academic && period.part().is_none();
        let alike = periods.len() > 1 && periods.iter().all(academic);
        let listed: Vec<_> = periods
            .into_iter()
            .map(|period| self.worded(period, !alike))
            .collect();
        let list = self.list(&listed);
        if alike {
            self.phrase("period-academics", &[("years", list.into())])
        } else {
            list
        }
    }

    /// A list in a sentence: `a, b and c`.
    pub fn list(&self, items: &[String]) -> String {
        let Some((last, rest)) = items.split_last() else {
            return String::new();
        };
        if rest.is_empty() {
            return last.clone();
        }
        let places = [
            ("first", rest.join(", ").into()),
            ("last", last.into()),
            ("next", self.initial(last)),
        ];
        self.phrase("list-and", &places)
    }
}

/// The text with its first letter as a capital.
pub fn capitalised(text: &str) -> String {
    if let Some((mark, words)) = mark_of_start(text) {
        return format!("{mark}{}", capitalised(words));
    }
    let mut letters = text.chars();
    let first = letters.next().map(char::to_uppercase);
    first.into_iter().flatten().chain(letters).collect()
}

fn icu_date(date: Date) -> Option<IcuDate<Iso>> {
    let month = u8::try_from(date.month()).ok()?;
    let day = u8::try_from(date.day()).ok()?;
    IcuDate::try_new_iso(date.year().into(), month, day).ok()
}
