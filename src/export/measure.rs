//! A measure of one edition as open data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::{
        context::Context,
        figure::{ByFigure, Fraction, Marks, Row, Written, fraction, marks, note, signed, written},
        texts::Texts,
        values::{or_null, words},
    },
    facts::{self, Basis, Direction, MeasureFacts, PreviousSource, Rating, Standing},
    model::{self, Polarity, Unit},
};

/// A measure in one objective of one report. A figure is null where none was supplied, and where a
/// symbol stands in its place.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Measure")]
pub(super) struct Measure<'a> {
    /// Its identity across every edition of the site.
    id: &'a str,
    /// The heading it stands under: `how-much`, `how-well`, `better-off`, or a group of the site's
    /// own.
    group: &'a str,
    /// The codes it is known by elsewhere.
    codes: Vec<&'a str>,
    /// Its title.
    title: Texts<'a>,
    /// A title short enough for charts.
    short_title: Option<Texts<'a>>,
    /// A sentence or two about it.
    summary: Option<Texts<'a>>,
    /// What exactly is counted.
    definition: Option<Texts<'a>>,
    /// Where the figures come from.
    source: Option<Texts<'a>>,
    /// What the figures count: `percent`, `number`, `ratio`, `pounds`, `thousand-pounds`,
    /// `million-pounds`, `days`, `weeks`, `months`, `years`, `hours`, `score`, `yes-no`, or any other
    /// words, as the site's first language has them.
    unit: &'a str,
    /// The unit in words.
    unit_name: Texts<'a>,
    /// Decimals that the website shows. The figures here are not rounded to it.
    decimals: u32,
    /// Which way is better: stated, or else shown by target and intervention level. `target`:
    /// nearest the target is best; `none`: a contextual measure. Null where neither says it.
    #[schemars(extend("enum" = or_null(words(Polarity::ALL, Polarity::as_str))))]
    polarity: Option<&'static str>,
    /// The period that the figures cover, which may be another than the report's.
    period: String,
    /// The result.
    actual: Option<Written<'a>>,
    /// The aim; the lower end where it is a range.
    target: Option<Written<'a>>,
    /// The upper end of an aim that is a range: met anywhere between the two. Null for a point.
    target_upper: Option<String>,
    /// The level at which performance needs intervening in.
    intervention: Option<Written<'a>>,
    /// What was published first for the period of `actual`, where an earlier report gave another figure
    /// for it; else null.
    actual_restated: Option<Restated<'a>>,
    /// The result one comparable period earlier.
    previous: Option<Written<'a>>,
    /// The period that it covers; null where there is no previous figure.
    previous_period: Option<String>,
    /// Its unit, where that is another than the measure's: the two do not compare. Else null.
    previous_unit: Option<&'a str>,
    /// Where it was found: in an earlier `edition`, in the measure's `history`, or `stated`.
    #[schemars(extend("enum" = or_null(words(&PREVIOUS_SOURCES, PreviousSource::as_str))))]
    previous_source: Option<&'static str>,
    /// The report it was found in, where that is an earlier edition: the id of a report.
    previous_report: Option<&'a str>,
    /// What was published for that period first, where it was restated since; else null.
    restated: Option<Restated<'a>>,
    /// Symbols beside figures, or in their place.
    notes: ByFigure<Marks>,
    /// Notes on figures, in words.
    figure_notes: ByFigure<Texts<'a>>,
    /// The fractions that figures were worked out from.
    fractions: ByFigure<Fraction>,
    /// The rating that readers see. `not-rated`: there is none, and `rag_reason` says why.
    #[schemars(extend("enum" = words(&Rating::ALL, Rating::as_str)))]
    rag: &'static str,
    /// Whose that rating is: `calculated` by the rule, `stated` by the organisation, `overridden`
    /// by the organisation with a reason, or `hidden`: the site shows no ratings.
    #[schemars(extend("enum" = words(&BASES, Basis::as_str)))]
    rag_basis: &'static str,
    /// The rating by the rule of target and intervention level, whichever is shown.
    #[schemars(extend("enum" = words(&Rating::ALL, Rating::as_str)))]
    rag_computed: &'static str,
    /// The rating that the organisation states; null where it states none.
    #[schemars(extend("enum" = or_null(words(&STATED, Rating::as_str))))]
    rag_stated: Option<&'static str>,
    /// The sentence behind the rating that readers see.
    rag_reason: Texts<'a>,
    /// The direction of travel, from the previous figure to the actual, in the sense of the
    /// polarity. `no-comparison`: a figure or the polarity is missing; `not-comparable`: a series
    /// break stands between the two, or the unit changed: `direction_reason` says which.
    #[schemars(extend("enum" = words(&Direction::ALL, Direction::as_str)))]
    direction: &'static str,
    /// The direction and the change in words, or why there is none.
    direction_reason: Texts<'a>,
    /// The actual less the previous figure, exact, with a sign unless it is zero: `+2.10`,
    /// `-0.30`, `0.00`. For per cent, in percentage points. Null where the two do not compare, and for `yes-no`.
    #[schemars(regex(pattern = r"^([+-][0-9]+(\.[0-9]+)?|0+(\.0+)?)$"))]
    change: Option<String>,
    /// The actual against the mean of the earlier comparable figures, where there are three or more;
    /// else null, and for `yes-no`.
    long_trend: Option<LongTrend>,
    /// The change since the first comparable figure, where that is earlier than the previous one;
    /// else null.
    baseline: Option<Baseline>,
    /// The best of the comparable figures up to this edition, where there are three or more; the
    /// latest of several that are as good.
    best: Option<Extreme>,
    /// The worst of them.
    worst: Option<Extreme>,
    /// Other bodies' and averages' figures for the same period.
    comparators: Vec<Comparator<'a>>,
    /// Its place among others.
    rank: Option<Rank>,
    /// From when on figures do not compare with earlier ones: the break between the previous figure and
    /// the actual, whichever edition declares it; else the one that this edition declares.
    #[serde(rename = "break")]
    series_break: Option<SeriesBreak<'a>>,
    /// What the organisation says about the result.
    comment: Option<Texts<'a>>,
}

/// Another body's or an average's figure.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Comparator")]
struct Comparator<'a> {
    /// Whose.
    name: Texts<'a>,
    /// The figure as written.
    value: Option<Written<'a>>,
    /// Symbols beside it, or in its place.
    note: Option<Marks>,
    /// How the actual stands to it, in the sense of the polarity; null where that cannot be said.
    #[schemars(extend("enum" = or_null(STANDINGS)))]
    standing: Option<&'static str>,
}

/// A figure that was published first, and what it was restated as.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Restated")]
pub(super) struct Restated<'a> {
    /// The figure as first published.
    published: Option<Written<'a>>,
    /// The figure that stands for it now.
    now: Option<Written<'a>>,
    /// The report that published it first; null where a history holds it.
    report: Option<&'a str>,
    /// The report that restated it.
    changed_in: &'a str,
    /// Why; null where no reason is given.
    reason: Option<Texts<'a>>,
}

/// The actual against the mean of the earlier comparable figures.
#[derive(Debug, Serialize, JsonSchema)]
struct LongTrend {
    /// In the sense of the polarity.
    #[schemars(extend("enum" = words(&Direction::ALL, Direction::as_str)))]
    direction: &'static str,
    /// The mean as a decimal, to 28 digits where it does not end.
    mean: String,
    /// How many earlier figures it is the mean of.
    #[schemars(range(min = 3))]
    periods: usize,
    /// The earliest of their periods.
    since: String,
}

/// The change since the first comparable figure.
#[derive(Debug, Serialize, JsonSchema)]
struct Baseline {
    /// The period of the first figure.
    period: String,
    /// The first figure; `yes` or `no` for `yes-no`.
    value: String,
    /// In the sense of the polarity.
    #[schemars(extend("enum" = words(&Direction::ALL, Direction::as_str)))]
    direction: &'static str,
    /// The actual less the first figure, exact, with a sign unless it is zero. Null for `yes-no`.
    change: Option<String>,
}

/// The best or worst of a series.
#[derive(Debug, Serialize, JsonSchema)]
struct Extreme {
    /// Its period.
    period: String,
    /// The figure; `yes` or `no` for `yes-no`.
    value: String,
}

/// A place among others.
#[derive(Debug, Serialize, JsonSchema)]
struct Rank {
    /// The place, from 1 for the best.
    #[schemars(range(min = 1))]
    place: u32,
    /// Among how many.
    #[schemars(range(min = 1))]
    of: u32,
}

/// A series break.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Break")]
pub(super) struct SeriesBreak<'a> {
    /// The first period of the new series.
    from: String,
    /// Why.
    reason: Option<Texts<'a>>,
}

/// Whichever edition it is.
const PREVIOUS_SOURCES: [PreviousSource; 3] = [
    PreviousSource::Edition(0),
    PreviousSource::History,
    PreviousSource::Stated,
];
const STANDINGS: [&str; 3] = ["better", "same", "worse"];
const BASES: [Basis; 4] = [
    Basis::Calculated,
    Basis::Stated,
    Basis::Overridden,
    Basis::Hidden,
];
const STATED: [Rating; 3] = [Rating::Green, Rating::Amber, Rating::Red];

impl<'a> Measure<'a> {
    /// The measure with what follows for it.
    pub(super) fn of(
        cx: Context<'a>,
        measure: &'a model::Measure,
        facts: &'a MeasureFacts,
    ) -> Self {
        let languages = cx.languages();
        let previous = facts.previous.as_ref();
        let row = Row {
            actual: measure.actual.as_ref(),
            target: measure.target.as_ref(),
            intervention: measure.intervention.as_ref(),
            previous: previous.map(|previous| &previous.figure),
        };
        Self {
            id: measure.id.value.as_str(),
            group: measure.group.as_str(),
            codes: measure.codes.iter().map(|code| &**code).collect(),
            title: cx.text(&measure.title),
            short_title: cx.maybe(measure.common.short_title.as_ref()),
            summary: cx.maybe(measure.common.summary.as_ref()),
            definition: cx.maybe(measure.definition.as_ref()),
            source: cx.maybe(measure.source.as_ref()),
            unit: unit(cx, &measure.unit),
            unit_name: unit_name(cx, &measure.unit),
            decimals: facts.decimals,
            polarity: facts.polarity.map(Polarity::as_str),
            period: facts.period.to_string(),
            actual: written(row.actual),
            target: written(row.target),
            target_upper: row
                .target
                .and_then(|target| Some(target.upper?.to_string())),
            intervention: written(row.intervention),
            actual_restated: facts
                .actual_restated
                .as_ref()
                .and_then(|found| restated(cx, found, row.actual)),
            previous: written(row.previous),
            previous_period: previous.map(|previous| previous.period.to_string()),
            previous_unit: previous
                .and_then(|previous| Some(unit(cx, previous.other_unit.as_ref()?))),
            previous_source: previous.map(|previous| previous.source.as_str()),
            previous_report: previous.and_then(|previous| match previous.source {
                PreviousSource::Edition(at) => Some(cx.model.reports[at].id.as_str()),
                PreviousSource::History | PreviousSource::Stated => None,
            }),
            restated: previous
                .and_then(|previous| restated(cx, previous.restated.as_ref()?, row.previous)),
            notes: row.marks(),
            figure_notes: row.pick(|figure| note(cx, figure)),
            fractions: row.pick(fraction),
            rag: facts.shown.rating.as_str(),
            rag_basis: facts.shown.basis.as_str(),
            rag_computed: facts.computed.rating.as_str(),
            rag_stated: facts.stated.map(Rating::as_str),
            rag_reason: cx.words(|words| words.rating_sentence(measure, facts, languages)),
            direction: facts.movement.direction.as_str(),
            direction_reason: cx.words(|words| {
                words.movement(&facts.movement, facts.decimals, &measure.unit, languages)
            }),
            change: change(measure, facts),
            long_trend: facts.trend.long.map(|trend| LongTrend {
                direction: trend.direction.as_str(),
                mean: trend.mean.to_string(),
                periods: trend.periods,
                since: trend.since.to_string(),
            }),
            baseline: facts.trend.baseline.map(|baseline| Baseline {
                period: baseline.period.to_string(),
                value: value(measure, baseline.figure),
                direction: baseline.movement.direction.as_str(),
                change: number(measure, baseline.movement.change).map(signed),
            }),
            best: facts.trend.best.map(|best| extreme(measure, best)),
            worst: facts.trend.worst.map(|worst| extreme(measure, worst)),
            comparators: comparators(cx, measure, facts),
            rank: measure.rank.as_ref().map(|rank| Rank {
                place: rank.value.place,
                of: rank.value.of,
            }),
            series_break: facts
                .series_break
                .as_ref()
                .or(measure.series_break.as_ref())
                .map(|found| series_break(cx, found)),
            comment: cx.maybe(measure.comment.as_ref()),
        }
    }
}

/// The change as it is written; none from no to yes, which is no number.
pub(super) fn change(measure: &model::Measure, facts: &MeasureFacts) -> Option<String> {
    number(measure, facts.movement.change).map(signed)
}

/// A change that is a number; none between yes and no.
fn number(measure: &model::Measure, change: Option<model::Decimal>) -> Option<model::Decimal> {
    change.filter(|_| measure.unit != Unit::YesNo)
}

/// A figure as it is written, for `yes-no` in words.
fn value(measure: &model::Measure, figure: model::Decimal) -> String {
    match (&measure.unit, figure.is_zero()) {
        (Unit::YesNo, true) => "no".to_owned(),
        (Unit::YesNo, false) => "yes".to_owned(),
        _ => figure.to_string(),
    }
}

/// The word of a built-in unit; else the unit's own words in the first language that has them.
pub(super) fn unit<'a>(cx: Context<'a>, unit: &'a Unit) -> &'a str {
    let languages = cx.languages();
    match unit {
        Unit::Other(own) => {
            own.fallback(cx.model.settings.first_language(), languages)
                .0
        }
        built_in => built_in.word().unwrap_or_default(),
    }
}

/// The unit in words.
pub(super) fn unit_name<'a>(cx: Context<'a>, unit: &'a Unit) -> Texts<'a> {
    match unit {
        Unit::Other(own) => cx.text(own),
        built_in => cx.words(|words| words.unit_name(built_in, cx.languages()).into_owned()),
    }
}

/// A series break.
pub(super) fn series_break<'a>(
    cx: Context<'a>,
    series_break: &'a model::SeriesBreak,
) -> SeriesBreak<'a> {
    SeriesBreak {
        from: series_break.from.value.to_string(),
        reason: cx.maybe(series_break.reason.as_ref()),
    }
}

fn comparators<'a>(
    cx: Context<'a>,
    measure: &'a model::Measure,
    facts: &MeasureFacts,
) -> Vec<Comparator<'a>> {
    let compared = measure.comparators.iter().zip(&facts.compared);
    let comparators = compared.map(|(comparator, standing)| Comparator {
        name: cx.text(&comparator.name),
        value: written(comparator.value.as_ref()),
        note: comparator.value.as_ref().and_then(marks),
        standing: standing.map(|standing| match standing {
            Standing::Better => STANDINGS[0],
            Standing::At => STANDINGS[1],
            Standing::Worse => STANDINGS[2],
        }),
    });
    comparators.collect()
}

fn extreme(measure: &model::Measure, extreme: facts::Extreme) -> Extreme {
    Extreme {
        period: extreme.period.to_string(),
        value: value(measure, extreme.figure),
    }
}

/// What was published first for the period of `now`, and why it was restated.
pub(super) fn restated<'a>(
    cx: Context<'a>,
    restated: &'a facts::Restated,
    now: Option<&'a model::Figure>,
) -> Option<Restated<'a>> {
    let (report, objective, at) = restated.at;
    let by = cx.model.reports.get(report)?;
    let measure = &by.objectives[objective].measures[at];
    let reason = measure.restated.as_ref().map(|reason| &reason.value);
    Some(Restated {
        published: written(Some(&restated.published)),
        now: written(now),
        report: restated.by.map(|by| cx.model.reports[by].id.as_str()),
        changed_in: by.id.as_str(),
        reason: cx.maybe(reason),
    })
}
