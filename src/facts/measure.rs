//! What follows for one measure of one report.

use crate::{
    facts::{
        Aim, Movement, NoComparison, Previous, Rating, Restated, Standing, Trend,
        direction::{against, movement},
        rating::{Judged, rate},
    },
    model::{Decimal, Figure, Measure, Period, Polarity, RagSettings, RagShow, SeriesBreak, Unit},
};

/// Whose a shown rating is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Basis {
    /// The rule's.
    Calculated,
    /// The organisation's, stated without a reason.
    Stated,
    /// The organisation's, put in the place of the rule's for a stated reason.
    Overridden,
    /// The site shows no ratings.
    Hidden,
}

impl Basis {
    /// The word in data files.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Calculated => "calculated",
            Self::Stated => "stated",
            Self::Overridden => "overridden",
            Self::Hidden => "hidden",
        }
    }
}

/// The rating that readers see.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shown {
    /// The rating.
    pub rating: Rating,
    /// Whose it is.
    pub basis: Basis,
}

/// What follows for one measure of one report.
#[derive(Clone, Debug)]
pub struct MeasureFacts {
    /// The period its figures cover: `covers`, else the report's.
    pub period: Period,
    /// The stated polarity, else the one that target and intervention show.
    pub polarity: Option<Polarity>,
    /// Decimals shown for every figure of the row.
    pub decimals: u32,
    /// The figure it is compared with.
    pub previous: Option<Previous>,
    /// What was published first in the place of its actual, where another edition had given one for the
    /// period.
    pub actual_restated: Option<Restated>,
    /// The rule's rating.
    pub computed: Judged,
    /// The organisation's rating.
    pub stated: Option<Rating>,
    /// The rating that readers see.
    pub shown: Shown,
    /// The direction of travel and the change.
    pub movement: Movement,
    /// What its earlier figures say of the actual.
    pub trend: Trend,
    /// Those figures: of earlier periods that compare with its own, on this side of a series break, as
    /// this edition and those before it give them, oldest first.
    pub earlier: Vec<(Period, Decimal)>,
    /// The series break between the previous figure and the actual, where there is one: one that is
    /// given a reason before others.
    pub series_break: Option<SeriesBreak>,
    /// How the actual stands to each comparator, in the sense of the polarity: better, at or worse;
    /// `None` where one of the two is no number or nothing says which way is better.
    pub compared: Vec<Option<Standing>>,
}

/// What is known of a measure before the edition it stands in.
pub struct Before {
    /// The figure it is compared with.
    pub previous: Option<Previous>,
    /// What was published first in the place of its actual.
    pub actual_restated: Option<Restated>,
    /// The series breaks known by then, those that the earliest edition declares first.
    pub breaks: Vec<SeriesBreak>,
    /// Its figures for earlier comparable periods, oldest first.
    pub earlier: Vec<(Period, Decimal)>,
    /// Why it is compared with none, where there is none.
    pub why_none: Option<NoComparison>,
}

/// Works out what follows for `measure` in a report about `report_period`.
pub fn measure_facts(
    measure: &Measure,
    report_period: Period,
    before: Before,
    settings: &RagSettings,
) -> MeasureFacts {
    let Before {
        previous,
        actual_restated,
        breaks,
        mut earlier,
        why_none,
    } = before;
    let period = period_of(measure, report_period);
    let polarity = polarity_of(measure);
    let actual = value(measure.actual.as_ref());
    let target = Aim::of(measure.target.as_ref());
    let intervention = value(measure.intervention.as_ref());
    let computed = rate(actual, target, intervention, polarity, settings);
    let last = previous.as_ref().and_then(|previous| previous.figure.value);
    let between = previous
        .iter()
        .flat_map(|previous| breaks_between(&breaks, previous.period, period));
    // The latest edition says it best.
    let series_break = between.max_by_key(|found| found.reason.is_some()).cloned();
    let other_unit = previous
        .as_ref()
        .is_some_and(|previous| previous.other_unit.is_some());
    earlier.retain(|(then, _)| breaks_between(&breaks, *then, period).next().is_none());
    let compared = measure
        .comparators
        .iter()
        .map(|comparator| against(actual?, comparator.value.as_ref()?.value?, target, polarity));
    let mut trend = Trend::of(period, actual, &earlier, target, polarity);
    trend.long = trend.long.filter(|_| measure.unit != Unit::YesNo);
    let mut movement = match (actual, last, other_unit) {
        (Some(_), Some(_), true) => Movement::UNIT_CHANGED,
        _ => movement(actual, last, target, polarity, series_break.is_some()),
    };
    if movement.why_not == Some(NoComparison::NoPrevious) {
        movement.why_not = match &previous {
            Some(previous) => Some(NoComparison::NotAvailable(previous.period)),
            None => why_none,
        };
    }
    MeasureFacts {
        period,
        polarity,
        compared: compared.collect(),
        trend,
        decimals: decimals(measure, previous.as_ref()),
        movement,
        series_break,
        previous,
        actual_restated,
        earlier,
        computed,
        stated: measure.rag.as_ref().map(|rag| rag.status.value.into()),
        shown: shown(measure, computed.rating, settings.show),
    }
}

/// The period that a measure's figures cover in a report about `report_period`.
pub fn period_of(measure: &Measure, report_period: Period) -> Period {
    measure
        .covers
        .as_ref()
        .map_or(report_period, |covers| covers.value)
}

/// The stated polarity, else the one that target and intervention show by standing apart.
pub fn polarity_of(measure: &Measure) -> Option<Polarity> {
    if let Some(stated) = &measure.polarity {
        return Some(stated.value);
    }
    let target = value(measure.target.as_ref())?;
    let intervention = value(measure.intervention.as_ref())?;
    match target.cmp(&intervention) {
        std::cmp::Ordering::Greater => Some(Polarity::Higher),
        std::cmp::Ordering::Less => Some(Polarity::Lower),
        std::cmp::Ordering::Equal => None,
    }
}

fn value(figure: Option<&Figure>) -> Option<Decimal> {
    figure.and_then(|figure| figure.value)
}

/// The measure's own `decimals`, else the most that any figure of the row is written with.
fn decimals(measure: &Measure, previous: Option<&Previous>) -> u32 {
    let figures = [&measure.actual, &measure.target, &measure.intervention];
    let written = figures.into_iter().flatten().map(Figure::decimals);
    let previous = previous.filter(|previous| previous.other_unit.is_none());
    let previous = previous.map(|previous| previous.figure.decimals());
    let most = written.chain(previous).max().unwrap_or(0);
    measure.decimals.unwrap_or(most)
}

/// The series breaks that figures for the two periods stand on either side of: from a period that begins
/// after the earlier of them does, and before the later one ends. A span of years that takes in a break
/// is on both its sides.
pub(super) fn breaks_between(
    breaks: &[SeriesBreak],
    earlier: Period,
    later: Period,
) -> impl DoubleEndedIterator<Item = &SeriesBreak> {
    breaks.iter().filter(move |found| {
        let from = found.from.value.start();
        earlier.start() < from && from <= later.end()
    })
}

fn shown(measure: &Measure, computed: Rating, show: RagShow) -> Shown {
    let calculated = Shown {
        rating: computed,
        basis: Basis::Calculated,
    };
    let hidden = Shown {
        rating: Rating::NotRated,
        basis: Basis::Hidden,
    };
    let stated = measure.rag.as_ref().map(|rag| Shown {
        rating: rag.status.value.into(),
        basis: match rag.reason {
            Some(_) => Basis::Overridden,
            None => Basis::Stated,
        },
    });
    let overridden = stated.filter(|stated| stated.basis == Basis::Overridden);
    match show {
        RagShow::Calculated => overridden.unwrap_or(calculated),
        RagShow::Both => stated.unwrap_or(calculated),
        RagShow::Stated => stated.unwrap_or(Shown {
            rating: Rating::NotRated,
            basis: Basis::Stated,
        }),
        RagShow::None => hidden,
    }
}
