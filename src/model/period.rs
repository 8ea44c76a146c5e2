//! Periods: the time a value or a report covers.

use std::fmt;

pub use jiff::civil::Date;

/// The kind of year a period is counted in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// `2017-18`: 1 April to 31 March.
    Financial,
    /// `AY2016-17`: 1 September to 31 August.
    Academic,
    /// `2017`: 1 January to 31 December.
    Calendar,
}

/// A part of one year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Part {
    /// `-Q1` to `-Q4`.
    Quarter(u8),
    /// `-H1` and `-H2`.
    Half(u8),
    /// `-M01` to `-M12`, counted from the first month of the year it stands behind.
    Month(u8),
}

impl Part {
    /// The first part of its length, by which all of them are known.
    fn shape(self) -> Self {
        match self {
            Self::Quarter(_) => Self::Quarter(1),
            Self::Half(_) => Self::Half(1),
            Self::Month(_) => Self::Month(1),
        }
    }

    /// The last part of its length in a year.
    fn last(self) -> Self {
        match self {
            Self::Quarter(_) => Self::Quarter(4),
            Self::Half(_) => Self::Half(2),
            Self::Month(_) => Self::Month(12),
        }
    }

    /// The part before it in the same year; `None` for the first.
    fn earlier(self) -> Option<Self> {
        let step = |n: u8| n.checked_sub(1).filter(|n| *n > 0);
        match self {
            Self::Quarter(n) => step(n).map(Self::Quarter),
            Self::Half(n) => step(n).map(Self::Half),
            Self::Month(n) => step(n).map(Self::Month),
        }
    }
}

/// A period: one year, a part of one, or a rolling span of whole years.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    kind: Kind,
    first: i16,
    years: u8,
    part: Option<Part>,
}

/// Why a text is not a period.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeriodError {
    /// It has another shape than any period.
    Shape,
    /// The end of the span is not after its start.
    Backwards,
    /// A span of more than one year was given a part.
    PartOfSpan,
    /// There is no such quarter, half or month.
    NoSuchPart,
}

impl PeriodError {
    /// What to do about it, for a help line.
    pub fn help(self) -> &'static str {
        match self {
            Self::Shape => {
                "write a financial year as `2017-18`, an academic year as `AY2016-17`, a calendar \
                 year as `2017`, a part as `2017-18-Q2`, `2017-18-H1` or `2017-M03`, a rolling span \
                 as `2012-15`"
            }
            Self::Backwards => {
                "a financial year ends one after it starts, as in `2017-18`; a rolling span later"
            }
            Self::PartOfSpan => "only a single year has quarters, halves and months",
            Self::NoSuchPart => "quarters are Q1 to Q4, halves H1 and H2, months M01 to M12",
        }
    }
}

impl Period {
    /// Reads a period as DESIGN's content format writes it.
    ///
    /// # Errors
    /// Says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, PeriodError> {
        let (academic, rest) = match text.strip_prefix("AY") {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let mut pieces = rest.split('-');
        let first = pieces.next().and_then(|piece| digits(piece, 4));
        let first = first.ok_or(PeriodError::Shape)?;
        let mut end = None;
        let mut part = None;
        for piece in pieces {
            if part.is_some() {
                return Err(PeriodError::Shape);
            } else if piece.starts_with(|c: char| c.is_ascii_digit()) {
                let two = digits(piece, 2).filter(|_| end.is_none());
                end = Some(two.ok_or(PeriodError::Shape)?);
            } else {
                part = Some(parse_part(piece)?);
            }
        }
        let (kind, years) = match end {
            Some(end) => {
                let span = (end - first).rem_euclid(100);
                if span == 0 || span > 50 {
                    return Err(PeriodError::Backwards);
                }
                let kind = if academic {
                    Kind::Academic
                } else {
                    Kind::Financial
                };
                (kind, u8::try_from(span).map_err(|_| PeriodError::Shape)?)
            }
            None if academic => return Err(PeriodError::Shape),
            None => (Kind::Calendar, 1),
        };
        if years > 1 && part.is_some() {
            return Err(PeriodError::PartOfSpan);
        }
        Ok(Self {
            kind,
            first,
            years,
            part,
        })
    }

    /// The kind of year.
    pub fn kind(self) -> Kind {
        self.kind
    }

    /// The year that the first year of the period begins in.
    pub fn first_year(self) -> i16 {
        self.first
    }

    /// The year that its last year ends in: 2018 for `2017-18`, 2017 for `2017`.
    pub fn last_year(self) -> i16 {
        let years = i16::from(self.years);
        match self.kind {
            Kind::Calendar => self.first + years - 1,
            Kind::Financial | Kind::Academic => self.first + years,
        }
    }

    /// How many whole years it spans: 1, or more for a rolling span.
    pub fn years(self) -> u8 {
        self.years
    }

    /// The part of its year, where it is not a whole one.
    pub fn part(self) -> Option<Part> {
        self.part
    }

    /// The period of the same kind and length one year earlier: `2016-17` before `2017-18`,
    /// `2011-14` before `2012-15`, `2016-17-Q2` before `2017-18-Q2`.
    #[must_use]
    pub fn previous(self) -> Self {
        Self {
            first: self.first - 1,
            ..self
        }
    }

    /// The period of the same kind and length so many years later.
    #[must_use]
    pub fn years_later(self, years: i16) -> Self {
        Self {
            first: self.first.saturating_add(years),
            ..self
        }
    }

    /// The same part of this year as `other` is of its own.
    #[must_use]
    pub fn in_part_of(self, other: Self) -> Self {
        Self {
            part: other.part,
            ..self
        }
    }

    /// Whether figures for both compare: the same kind, length and part of the year.
    pub fn comparable(self, other: Self) -> bool {
        Self { first: 0, ..self } == Self { first: 0, ..other }
    }

    /// Whether figures for both stand in one series: the same kind and length, whichever part of its
    /// year each is.
    pub fn in_series_with(self, other: Self) -> bool {
        let shape = |period: Self| (period.kind, period.years, period.part.map(Part::shape));
        shape(self) == shape(other)
    }

    /// The period of its series just before it: `2016-17-Q4` before `2017-18-Q1`, `2016-17` before
    /// `2017-18`.
    #[must_use]
    pub fn just_before(self) -> Self {
        match self.part.map(Part::earlier) {
            Some(Some(part)) => Self {
                part: Some(part),
                ..self
            },
            Some(None) => Self {
                part: self.part.map(Part::last),
                ..self.previous()
            },
            None => self.previous(),
        }
    }

    /// Its first day.
    pub fn start(self) -> Date {
        let (offset, _) = self.months();
        month_start(self.first, self.first_month() + offset)
    }

    /// Its last day.
    pub fn end(self) -> Date {
        let (offset, months) = self.months();
        let after = month_start(self.first, self.first_month() + offset + months);
        after.yesterday().unwrap_or(after)
    }

    /// The month of its year's first day, 0 for January.
    fn first_month(self) -> i16 {
        match self.kind {
            Kind::Financial => 3,
            Kind::Academic => 8,
            Kind::Calendar => 0,
        }
    }

    /// Months from the start of the first year, and length in months.
    fn months(self) -> (i16, i16) {
        match self.part {
            None => (0, 12 * i16::from(self.years)),
            Some(Part::Quarter(n)) => (3 * (i16::from(n) - 1), 3),
            Some(Part::Half(n)) => (6 * (i16::from(n) - 1), 6),
            Some(Part::Month(n)) => (i16::from(n) - 1, 1),
        }
    }
}

/// In the order of time: by last day, then the longer first.
impl Ord for Period {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let key = |period: &Self| (period.end(), period.start(), period.kind, period.part);
        key(self).cmp(&key(other))
    }
}

impl PartialOrd for Period {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// As content and data files write it.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.kind == Kind::Academic {
            f.write_str("AY")?;
        }
        write!(f, "{:04}", self.first)?;
        if self.kind != Kind::Calendar {
            write!(f, "-{:02}", self.last_year().rem_euclid(100))?;
        }
        match self.part {
            None => Ok(()),
            Some(Part::Quarter(n)) => write!(f, "-Q{n}"),
            Some(Part::Half(n)) => write!(f, "-H{n}"),
            Some(Part::Month(n)) => write!(f, "-M{n:02}"),
        }
    }
}

fn digits(text: &str, length: usize) -> Option<i16> {
    let fine = text.len() == length && text.bytes().all(|byte| byte.is_ascii_digit());
    fine.then(|| text.parse().ok()).flatten()
}

fn parse_part(text: &str) -> Result<Part, PeriodError> {
    let number = |from: usize, length| {
        let number = text.get(from..).and_then(|text| digits(text, length));
        let number = number.ok_or(PeriodError::NoSuchPart)?;
        u8::try_from(number).map_err(|_| PeriodError::NoSuchPart)
    };
    let (part, fine) = match text.as_bytes().first() {
        Some(b'Q') => number(1, 1).map(|n| (Part::Quarter(n), (1..=4).contains(&n)))?,
        Some(b'H') => number(1, 1).map(|n| (Part::Half(n), (1..=2).contains(&n)))?,
        Some(b'M') => number(1, 2).map(|n| (Part::Month(n), (1..=12).contains(&n)))?,
        _ => return Err(PeriodError::Shape),
    };
    if fine {
        Ok(part)
    } else {
        Err(PeriodError::NoSuchPart)
    }
}

fn month_start(year: i16, month: i16) -> Date {
    let year = year + month.div_euclid(12);
    let month = i8::try_from(month.rem_euclid(12) + 1).unwrap_or(1);
    Date::new(year.clamp(-9999, 9999), month, 1).unwrap_or(Date::ZERO)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn period(text: &str) -> Period {
        Period::parse(text).unwrap_or_else(|error| panic!("{text}: {error:?}"))
    }

    #[test]
    fn every_shape_is_read_and_printed_back() {
        for text in [
            "2017-18",
            "2010-11",
            "1999-00",
            "AY2016-17",
            "2017",
            "2017-18-Q2",
            "2017-18-H1",
            "2017-M03",
            "2012-15",
            "AY2012-15",
            "2017-Q4",
            "AY2016-17-H2",
        ] {
            assert_eq!(period(text).to_string(), text);
        }
    }

    #[test]
    fn the_days_of_each_kind() {
        let days = |text: &str| {
            let period = period(text);
            (period.start().to_string(), period.end().to_string())
        };
        let pair = |a: &str, b: &str| (a.to_owned(), b.to_owned());
        assert_eq!(days("2017-18"), pair("2017-04-01", "2018-03-31"));
        assert_eq!(days("AY2016-17"), pair("2016-09-01", "2017-08-31"));
        assert_eq!(days("2017"), pair("2017-01-01", "2017-12-31"));
        assert_eq!(days("2017-18-Q4"), pair("2018-01-01", "2018-03-31"));
        assert_eq!(days("2017-18-H1"), pair("2017-04-01", "2017-09-30"));
        assert_eq!(days("2016-M02"), pair("2016-02-01", "2016-02-29"));
        assert_eq!(days("2012-15"), pair("2012-04-01", "2015-03-31"));
    }

    #[test]
    fn previous_keeps_kind_length_and_part() {
        let previous = |text: &str| period(text).previous().to_string();
        assert_eq!(previous("2012-15"), "2011-14");
        assert_eq!(previous("2017-18-Q2"), "2016-17-Q2");
        assert_eq!(previous("AY2000-01"), "AY1999-00");
        assert!(period("2012-15").comparable(period("2011-14")));
        assert!(!period("2012-15").comparable(period("2014-15")));
        assert!(!period("2014-15").comparable(period("AY2014-15")));
    }

    #[test]
    fn a_series_goes_through_the_parts_of_a_year() {
        for (period, before) in [
            ("2017-18-Q2", "2017-18-Q1"),
            ("2017-18-Q1", "2016-17-Q4"),
            ("2017-H1", "2016-H2"),
            ("AY2017-18-M01", "AY2016-17-M12"),
            ("2012-15", "2011-14"),
            ("2017", "2016"),
        ] {
            let (period, before) = (self::period(period), self::period(before));
            assert_eq!(period.just_before(), before, "{period}");
            assert!(period.in_series_with(before), "{period}");
        }
        for (one, other) in [
            ("2017-18-Q2", "2017-18-H1"),
            ("2017-18-Q2", "2017-18"),
            ("2017-18-Q2", "2017-Q2"),
            ("2012-15", "2014-15"),
        ] {
            assert!(!period(one).in_series_with(period(other)), "{one} {other}");
        }
    }

    #[test]
    fn what_is_not_a_period_says_why() {
        let error = |text: &str| Period::parse(text).unwrap_err();
        assert_eq!(error("2017/18"), PeriodError::Shape);
        assert_eq!(error("2017-2018"), PeriodError::Shape);
        assert_eq!(error("2017-17"), PeriodError::Backwards);
        assert_eq!(error("2017-16"), PeriodError::Backwards);
        assert_eq!(error("2012-15-Q1"), PeriodError::PartOfSpan);
        assert_eq!(error("2017-18-Q5"), PeriodError::NoSuchPart);
        assert_eq!(error("2017-M13"), PeriodError::NoSuchPart);
        assert_eq!(error("AY2016"), PeriodError::Shape);
        assert_eq!(error("2017-18-Q1-Q2"), PeriodError::Shape);
        assert_eq!(error(""), PeriodError::Shape);
        assert_eq!(error("2017-ŵ"), PeriodError::Shape);
    }
}
