//! What charts are made from: words that are already worded, and exact figures.

use crate::model::Decimal;

/// Words a value on an axis, such as `40` as `40%` or `£40`. The number comes with as many decimals
/// as its neighbours on the axis need.
pub type Tick<'a> = &'a dyn Fn(Decimal) -> String;

/// What a chart is called and says, for readers and for those who cannot see it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// Its name; inline it is heard, in the file it is drawn as well.
    pub title: String,
    /// What it shows, in sentences: the text alternative.
    pub description: String,
    /// The language of its words, such as `en`.
    pub language: String,
}

/// One figure with its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reading {
    /// What it is: `Actual 2016/17`.
    pub label: String,
    /// The number; `None` where a word or a symbol stands in its place.
    pub number: Option<Decimal>,
    /// The upper end of an aim that is a range, of which `number` is the lower.
    pub upper: Option<Decimal>,
    /// The figure as it is printed: `90.10%`, or `not supplied` where there is no number.
    pub shown: String,
}

/// One measure: its result beside its target, the year before and others.
pub struct MeasureChart<'a> {
    /// Its name and text alternative.
    pub heading: Heading,
    /// The result.
    pub actual: Reading,
    /// The aim.
    pub target: Option<Reading>,
    /// The result one comparable period earlier.
    pub previous: Option<Reading>,
    /// Other bodies and averages, in the order given.
    pub comparators: Vec<Reading>,
    /// The level at which performance needs intervening in.
    pub intervention: Option<Reading>,
    /// The level that counts as much on the other side of the aim, where the nearest is best.
    pub mirrored: Option<Decimal>,
    /// Short remarks set above the bars, such as `Lower is better`.
    pub notes: Vec<String>,
    /// How values are worded on the axis.
    pub tick: Tick<'a>,
}

/// Several measures on one chart.
pub struct GroupChart<'a> {
    /// Its name and text alternative.
    pub heading: Heading,
    /// One for each unit, in the order given: measures in different units never share an axis.
    pub panels: Vec<Panel<'a>>,
}

/// The measures of a group that share a unit, and so an axis.
pub struct Panel<'a> {
    /// The unit as a heading; `None` where the chart has one unit alone.
    pub heading: Option<String>,
    /// The measures.
    pub rows: Vec<GroupRow>,
    /// How values are worded on the axis.
    pub tick: Tick<'a>,
}

/// One measure among others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupRow {
    /// Its short title, or its whole one: it wraps.
    pub title: String,
    /// A short remark beside the title, such as `Lower is better`.
    pub note: Option<String>,
    /// The result.
    pub actual: Reading,
    /// The aim.
    pub target: Option<Reading>,
    /// The result one comparable period earlier.
    pub previous: Option<Reading>,
    /// The level at which performance needs intervening in.
    pub intervention: Option<Reading>,
    /// The level that counts as much on the other side of the aim, where the nearest is best.
    pub mirrored: Option<Decimal>,
}

/// One measure through the years.
pub struct SeriesChart<'a> {
    /// Its name and text alternative.
    pub heading: Heading,
    /// Its periods, oldest first, those without a figure among them.
    pub points: Vec<SeriesPoint>,
    /// The word for results.
    pub actual: String,
    /// The word for targets.
    pub target: String,
    /// The word for intervention levels.
    pub intervention: String,
    /// Other bodies and averages, each with a figure or none for every point.
    pub comparators: Vec<(String, Vec<Option<Decimal>>)>,
    /// The words for a break in the series.
    pub series_break: String,
    /// Says that the axis does not begin at zero; printed only where it does not.
    pub cut: String,
    /// Short remarks set above, such as `Lower is better`.
    pub notes: Vec<String>,
    /// How values are worded on the axis.
    pub tick: Tick<'a>,
}

/// One period of a series.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SeriesPoint {
    /// The period, short: `2016/17`.
    pub period: String,
    /// The result; the line is open where there is none.
    pub actual: Option<Decimal>,
    /// The result as it is printed.
    pub shown: String,
    /// The symbols that stand in the place of a result, such as `[c]`; `None` where one is given, and
    /// where it is blank.
    pub instead: Option<String>,
    /// The aim; the lower end of one that is a range.
    pub target: Option<Decimal>,
    /// The upper end of an aim that is a range.
    pub upper: Option<Decimal>,
    /// The intervention level.
    pub intervention: Option<Decimal>,
    /// The level that counts as much on the other side of the aim, where the nearest is best.
    pub mirrored: Option<Decimal>,
    /// Whether figures from here on do not compare with those before.
    pub breaks: bool,
}

/// How many measures have which rating.
pub struct RagChart {
    /// Its name and text alternative.
    pub heading: Heading,
    /// The ratings in reading order; one that nothing has is listed, not drawn.
    pub segments: Vec<Segment>,
    /// Short remarks set below where the chart stands by itself, such as how many were rated.
    pub notes: Vec<String>,
}

/// How many measures have one rating.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Segment {
    /// The rating.
    pub rating: Rating,
    /// Its word: `Amber`.
    pub word: String,
    /// How many.
    pub count: u32,
    /// The count as it is printed beside the word: `9 of 11 measures`.
    pub shown: String,
}

/// A rating, or that there is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rating {
    /// Green, or fully successful.
    Green,
    /// Amber, or partly successful.
    Amber,
    /// Red, or unsuccessful.
    Red,
    /// Not rated, or not yet judged.
    NotRated,
}

/// How far each action has come.
pub struct ProgressChart<'a> {
    /// Its name and text alternative.
    pub heading: Heading,
    /// The actions.
    pub rows: Vec<ProgressRow>,
    /// How 0, 50 and 100 are worded on the axis.
    pub tick: Tick<'a>,
}

/// How far one action has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ProgressRow {
    /// Its title: it wraps.
    pub title: String,
    /// Whole per cent, 0 to 100; `None` where not supplied. Anything above 100 is drawn as 100.
    pub complete: Option<u8>,
    /// It as it is printed: `75%`, or `not supplied`.
    pub shown: String,
    /// Its status: `Partially completed`.
    pub status: Option<String>,
}
