//! Measures: what is counted, which way is better, and the figures.

use std::sync::Arc;

use crate::{
    model::{Common, Figure, Id, Period, Text, words},
    text::{Span, Spanned},
};

words! {
    /// Which way is better.
    Polarity {
        /// Higher is better.
        Higher = "higher",
        /// Lower is better.
        Lower = "lower",
        /// Nearest the target is best ("goldilocks").
        Target = "target",
        /// Neither: a contextual measure, never rated.
        None = "none",
    }
}

words! {
    /// A rating by target and intervention level.
    Rag {
        /// At or past the target (at it by the site's settings).
        Green = "green",
        /// Between target and intervention level.
        Amber = "amber",
        /// Past the intervention level.
        Red = "red",
    }
}

words! {
    /// The three questions of Results-Based Accountability that measures are grouped by.
    RbaQuestion {
        /// How much did we do?
        HowMuch = "how-much",
        /// How well did we do it?
        HowWell = "how-well",
        /// Is anyone better off?
        BetterOff = "better-off",
    }
}

/// What a measure's figures count.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Per cent; changes are in percentage points.
    Percent,
    /// A plain number.
    Number,
    /// A ratio.
    Ratio,
    /// Pounds sterling.
    Pounds,
    /// Thousands of pounds, as accounts have them: 250 is £250,000.
    ThousandPounds,
    /// Millions of pounds.
    MillionPounds,
    /// Days.
    Days,
    /// Weeks.
    Weeks,
    /// Months.
    Months,
    /// Years.
    Years,
    /// Hours.
    Hours,
    /// A score.
    Score,
    /// `yes` (1) or `no` (0).
    YesNo,
    /// Any text, printed behind the figure.
    Other(Text),
}

impl Unit {
    /// The built-in units by the word they are written as.
    pub const WORDS: &[(&str, Self)] = &[
        ("percent", Self::Percent),
        ("number", Self::Number),
        ("ratio", Self::Ratio),
        ("pounds", Self::Pounds),
        ("thousand-pounds", Self::ThousandPounds),
        ("million-pounds", Self::MillionPounds),
        ("days", Self::Days),
        ("weeks", Self::Weeks),
        ("months", Self::Months),
        ("years", Self::Years),
        ("hours", Self::Hours),
        ("score", Self::Score),
        ("yes-no", Self::YesNo),
    ];

    /// Whether figures in the two count the same: the same built-in unit, or the same words of the
    /// organisation's own, wherever they stand.
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Other(one), Self::Other(other)) => one.says_same(other),
            (one, other) => one == other,
        }
    }

    /// The word a built-in unit is written as; `None` for any other text.
    pub fn word(&self) -> Option<&'static str> {
        let same = |(_, unit): &&(&str, Self)| unit == self;
        Self::WORDS.iter().find(same).map(|(word, _)| *word)
    }
}

/// The heading that a measure stands under.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Group {
    /// One of the three built-in questions.
    Rba(RbaQuestion),
    /// A group that site.yaml gives a title to.
    Other(Id),
}

impl Group {
    /// The name as written in content and data files.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Rba(question) => question.as_str(),
            Self::Other(id) => id.as_str(),
        }
    }
}

/// One measure in one objective of one report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Measure {
    /// Its identity across every edition of the site.
    pub id: Spanned<Id>,
    /// The heading it stands under.
    pub group: Group,
    /// The codes it is known by elsewhere, such as `EDU003`.
    pub codes: Vec<Arc<str>>,
    /// Its title.
    pub title: Text,
    /// What exactly is counted.
    pub definition: Option<Text>,
    /// Where the figures come from.
    pub source: Option<Text>,
    /// Decimals shown, where the site says so; figures are rounded to it for display only.
    pub decimals: Option<u32>,
    /// What its figures count.
    pub unit: Unit,
    /// Which way is better, where stated.
    pub polarity: Option<Spanned<Polarity>>,
    /// The period of its figures, where not the report's own.
    pub covers: Option<Spanned<Period>>,
    /// The result.
    pub actual: Option<Figure>,
    /// The aim.
    pub target: Option<Figure>,
    /// The level at which performance needs intervening in.
    pub intervention: Option<Figure>,
    /// The actual one comparable period earlier, where no earlier edition or history holds it.
    pub previous: Option<Figure>,
    /// Why `previous` is another figure than was published for that period, where the organisation
    /// has restated it.
    pub restated: Option<Spanned<Text>>,
    /// Whether its figures count from the start of the year to the end of their period. Such figures
    /// compare only with their like.
    pub cumulative: bool,
    /// The measures it goes on from under a new id: their figures are its own earlier ones.
    pub replaces: Vec<Spanned<Id>>,
    /// Earlier figures that no edition of the site holds, in the order written.
    pub history: Vec<History>,
    /// Other bodies' and averages' figures.
    pub comparators: Vec<Comparator>,
    /// Its place among others.
    pub rank: Option<Spanned<Rank>>,
    /// What the organisation says about the result.
    pub comment: Option<Text>,
    /// From when on its figures do not compare with earlier ones.
    pub series_break: Option<SeriesBreak>,
    /// The rating the organisation states.
    pub rag: Option<StatedRag>,
    /// What any item may carry.
    pub common: Common,
    /// The whole entry: the measure's item in the list, or its row.
    pub span: Span,
}

impl Measure {
    /// Every figure that it gives: its own, those of earlier periods, and those of others.
    pub fn figures(&self) -> impl Iterator<Item = &Figure> {
        let own = [
            &self.actual,
            &self.target,
            &self.intervention,
            &self.previous,
        ];
        let history = self.history.iter();
        let history = history.flat_map(|then| [&then.actual, &then.target, &then.intervention]);
        let others = self.comparators.iter();
        let others = others.map(|comparator| &comparator.value);
        own.into_iter().chain(history).chain(others).flatten()
    }
}

/// The figures of an earlier period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History {
    /// The period.
    pub period: Spanned<Period>,
    /// The result then.
    pub actual: Option<Figure>,
    /// The aim then.
    pub target: Option<Figure>,
    /// The intervention level then.
    pub intervention: Option<Figure>,
}

/// Another body's or an average's figure for the same period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparator {
    /// Whose.
    pub name: Text,
    /// The figure.
    pub value: Option<Figure>,
}

/// `7 of 22`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// The place, from 1 for the best.
    pub place: u32,
    /// Among how many; at least the place.
    pub of: u32,
}

/// A series break: figures for `from` and later do not compare with those before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeriesBreak {
    /// The first period of the new series.
    pub from: Spanned<Period>,
    /// Why.
    pub reason: Option<Text>,
}

/// A rating that the organisation states: an override where it gives a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StatedRag {
    /// The rating.
    pub status: Spanned<Rag>,
    /// Why it differs from the rule's.
    pub reason: Option<Text>,
}
