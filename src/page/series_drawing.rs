//! The series of a measure as a chart.

use rayon::prelude::*;

use crate::{
    chart::{self, Svg},
    facts::{Aim, MeasureFacts, Series, SeriesPoint},
    model::{Decimal, Figure, Id, Language, Measure, Period, Unit},
    page::{
        Context,
        charts::figure,
        drawing::{note, opposite, row_said, said, sentence, unit_note},
        figure::symbols,
        here::Here,
        measure_row::{rank_sentence, shown_decimals},
        series::{kind_of, place},
        view::ChartView,
    },
    wording::Place,
};

/// The fewest figures that a line says more of than bars do.
const FEWEST: usize = 3;
/// The most periods that one chart shows, gaps among them.
const MOST: usize = 40;

/// The measures whose series has a chart, in reading order.
pub fn series_charts(context: &Context<'_>) -> Vec<Id> {
    let measures = context.index.measures().par_iter();
    let drawn = measures.filter(|id| is_drawn(context, id));
    drawn.cloned().collect()
}

/// The chart of a measure's series in the words of a language; `None` where there is none.
pub fn series_svg(context: &Context<'_>, language: &Language, id: &Id) -> Option<Svg> {
    let here = Here::new(context, language, Place::SeriesChart(id.clone()));
    Some(draw(&here, id)?.0)
}

/// The series as a chart in its place on the measure's page.
pub(super) fn series_chart(here: &Here<'_>, id: &Id) -> Option<ChartView> {
    let (svg, caption) = draw(here, id)?;
    let view = ChartView {
        html: String::new(),
        svg: svg.inline("drawing-of-series"),
        id: "chart-of-series".to_owned(),
        caption,
        note: left_out(here, id),
        file: Some(here.href(&Place::SeriesChart(id.clone()))),
    };
    Some(figure(here, view))
}

/// The points that stand in one series with the period that is drawn, which comes with them: those of
/// the kind and length of the latest figure's period, where they are enough for a line; else the kind
/// that has the most, of several the one that goes on longest. All are in the unit of the latest figure.
/// None where no kind has enough; of figures that are `yes` or `no` none do.
fn drawn_points<'a>(context: &Context<'a>, id: &Id) -> Option<(Period, Vec<&'a SeriesPoint>)> {
    let series = context.facts.series.get(id)?;
    let (measure, facts) = context.measure(context.latest_place(id)?);
    if measure.unit == Unit::YesNo {
        return None;
    }
    let points = series.points.iter();
    let points: Vec<_> = points
        .filter(|point| point.unit.same(&measure.unit))
        .collect();
    let of = |kind: Period| {
        let points = points.iter().copied();
        let points = points.filter(|point| on_one_line(measure, kind, point.period));
        points.collect::<Vec<_>>()
    };
    let count = |points: &[&SeriesPoint]| {
        let actuals = points.iter().map(|point| point.actual.as_ref());
        actuals.filter(|actual| number(*actual).is_some()).count()
    };
    let is_enough = |(_, points): &(Period, Vec<&SeriesPoint>)| count(points) >= FEWEST;
    let latest = Some((facts.period, of(facts.period))).filter(is_enough);
    latest.or_else(|| {
        let kinds = points.iter().map(|point| (point.period, of(point.period)));
        // Of several with the same key, the last stands.
        kinds
            .filter(is_enough)
            .max_by_key(|(_, points)| count(points))
    })
}

/// Whether a series has enough points for a line.
fn is_drawn(context: &Context<'_>, id: &Id) -> bool {
    drawn_points(context, id).is_some()
}

/// Whether a figure for a period stands on one line with that for another: of figures that count from
/// the start of the year, only those for the same part of it.
fn on_one_line(measure: &Measure, one: Period, other: Period) -> bool {
    if measure.cumulative {
        one.comparable(other)
    } else {
        one.in_series_with(other)
    }
}

/// The series as a chart, and its caption, which names the kind of period where there are others;
/// `None` where there are too few figures for a line.
fn draw(here: &Here<'_>, id: &Id) -> Option<(Svg, String)> {
    let context = &here.context;
    let (measure, facts) = context.measure(context.latest_place(id)?);
    let (kind, own) = drawn_points(context, id)?;
    let series = context.facts.series.get(id)?;
    let before = step(&own, kind);
    let periods = periods(own.first()?.period, own.last()?.period, before);
    let lexicon = here.lexicon;
    let languages = here.context.model.languages();
    let breaks = |period: Period| {
        periods.first() != Some(&period) && series.break_between(before(period), period).is_some()
    };
    let found = |period: &Period| own.iter().copied().find(|point| point.period == *period);
    let drawn: Vec<_> = periods
        .iter()
        .map(|period| chart::SeriesPoint {
            breaks: breaks(*period),
            ..point_drawn(here, (measure, facts), *period, found(period))
        })
        .collect();
    let comparators = comparators(here, measure, series, &periods);
    let notes = unit_note(here, &measure.unit)
        .into_iter()
        .chain(note(here, facts));
    let both = drawn.iter().any(|point| point.mirrored.is_some());
    let notes = notes.chain(both.then(|| here.word("chart-note-both-sides")));
    let actuals = periods
        .iter()
        .filter_map(|period| found(period)?.actual.as_ref());
    let symbols = symbols_note(here, actuals);
    let notes = notes.chain(symbols.clone());
    let title = here.text(&measure.title).marked();
    let spoken: Vec<_> = drawn
        .iter()
        .map(|point| said(here, &point.period, &point.shown))
        .collect();
    let places = [
        ("kind", here.word(kind_of(kind)).into()),
        ("title", title.as_str().into()),
        ("first", lexicon.period(*periods.first()?).into()),
        ("last", lexicon.period(*periods.last()?).into()),
    ];
    let mut all = series.points.iter();
    let caption = if all.all(|point| point.period.in_series_with(kind)) {
        "chart-series"
    } else {
        "chart-series-kind"
    };
    let caption = here.phrase(caption, &places);
    let others = comparators.iter().map(|(name, values)| {
        let given = periods.iter().zip(values).filter_map(|(period, value)| {
            let value = (*value)?;
            let shown = lexicon.bare_amount(value, value.scale(), &measure.unit, languages);
            Some(said(here, &lexicon.period_short(*period), &shown))
        });
        row_said(here, name, lexicon.list(&given.collect::<Vec<_>>()))
    });
    let unit = unit_note(here, &measure.unit).map(|note| sentence(here, &note));
    let description = std::iter::once(row_said(here, &title, lexicon.list(&spoken)));
    let symbols = symbols.map(|note| sentence(here, &note));
    let rank = rank_sentence(here, measure, facts);
    let description = description
        .chain(others)
        .chain(rank)
        .chain(unit)
        .chain(symbols);
    let description: Vec<_> = description.collect();
    let tick = |value: Decimal| lexicon.bare_amount(value, value.scale(), &measure.unit, languages);
    let svg = chart::series(&chart::SeriesChart {
        heading: chart::Heading {
            title: caption.clone(),
            description: description.join(" "),
            language: here.language.to_string(),
        },
        points: drawn,
        actual: here.word("actual"),
        target: here.word("target"),
        intervention: here.word("intervention"),
        series_break: here.word("chart-series-break"),
        cut: here.word("chart-axis-cut"),
        comparators,
        notes: notes.collect(),
        tick: &tick,
    });
    Some((svg, caption))
}

/// How the chart of these points goes back from one period to the one before it: what is reported of one
/// part of each year alone goes from year to year.
fn step(points: &[&SeriesPoint], kind: Period) -> fn(Period) -> Period {
    if points.iter().all(|point| point.period.comparable(kind)) {
        Period::previous
    } else {
        Period::just_before
    }
}

/// A period of a measure's series as it is drawn, breaks left aside; `found` is its point, where anybody
/// gives one.
fn point_drawn(
    here: &Here<'_>,
    (measure, facts): (&Measure, &MeasureFacts),
    period: Period,
    found: Option<&SeriesPoint>,
) -> chart::SeriesPoint {
    let short = here.lexicon.period_short(period);
    let Some(point) = found else {
        return chart::SeriesPoint {
            period: short,
            shown: here.word("not-supplied"),
            ..chart::SeriesPoint::default()
        };
    };
    let actual = point.actual.as_ref();
    let decimals = shown_decimals(measure, facts, actual);
    let languages = here.context.model.languages();
    let shown = here
        .lexicon
        .bare_figure(actual, decimals, &measure.unit, languages);
    chart::SeriesPoint {
        period: short,
        actual: number(actual),
        instead: shown.clone().filter(|_| number(actual).is_none()),
        shown: shown.unwrap_or_else(|| here.word("not-supplied")),
        target: number(point.target.as_ref()),
        upper: point.target.as_ref().and_then(|target| target.upper),
        intervention: number(point.intervention.as_ref()),
        mirrored: mirrored(point, facts),
        ..chart::SeriesPoint::default()
    }
}

/// What the symbols of these results mean: a chart may stand far from the tables that say it.
fn symbols_note<'a>(here: &Here<'_>, actuals: impl Iterator<Item = &'a Figure>) -> Option<String> {
    let meanings = symbols(here, actuals).into_iter();
    let meanings: Vec<_> = meanings
        .map(|symbol| format!("{} {}", symbol.mark, symbol.meaning))
        .collect();
    (!meanings.is_empty()).then(|| meanings.join("; "))
}

/// The level that counts as much on the other side of the target, where the nearest is best.
fn mirrored(point: &SeriesPoint, facts: &MeasureFacts) -> Option<Decimal> {
    let aim = Aim::of(point.target.as_ref())?;
    opposite(
        &aim,
        number(point.intervention.as_ref())?,
        facts,
        &point.unit,
    )
}

/// Other bodies and averages with their figures in these periods, as the latest edition that speaks
/// of a period gives them, in the unit of `latest`; the order is that of their first mention.
fn comparators(
    here: &Here<'_>,
    latest: &Measure,
    series: &Series,
    periods: &[Period],
) -> Vec<(String, Vec<Option<Decimal>>)> {
    let mut found: Vec<(String, Vec<Option<Decimal>>)> = Vec::new();
    for at in series.line.iter().rev() {
        let (measure, facts) = here.context.measure(place(*at));
        let Some(slot) = periods.iter().position(|period| *period == facts.period) else {
            continue;
        };
        if !latest.unit.same(&measure.unit) {
            continue;
        }
        for other in &measure.comparators {
            let Some(value) = number(other.value.as_ref()) else {
                continue;
            };
            let name = here.text(&other.name).marked();
            let index = found.iter().position(|(of, _)| *of == name);
            let index = index.unwrap_or_else(|| {
                found.push((name, vec![None; periods.len()]));
                found.len() - 1
            });
            found[index].1[slot].get_or_insert(value);
        }
    }
    found
}

/// What of the series the chart leaves out.
fn left_out(here: &Here<'_>, id: &Id) -> Option<String> {
    let context = &here.context;
    let (measure, _) = context.measure(context.latest_place(id)?);
    let (kind, own) = drawn_points(context, id)?;
    let points = &context.facts.series.get(id)?.points;
    let first = own.first()?.period;
    let drawn = periods(first, own.last()?.period, step(&own, kind));
    let is_cut = drawn.first() != Some(&first);
    let most = here.lexicon.number(Decimal::from(MOST), 0);
    let earlier = is_cut.then(|| here.phrase("chart-earlier-periods", &[("most", most.into())]));
    let other = |different: &dyn Fn(&SeriesPoint) -> bool, key: &str| {
        points.iter().any(different).then(|| here.word(key))
    };
    let sentences = [
        earlier,
        other(
            &|point| !point.period.in_series_with(kind),
            "chart-other-periods",
        ),
        other(
            &|point| point.period.in_series_with(kind) && !on_one_line(measure, kind, point.period),
            "chart-other-parts",
        ),
        other(&|point| !point.unit.same(&measure.unit), "chart-other-unit"),
    ];
    let sentences: Vec<_> = sentences.into_iter().flatten().collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

fn number(figure: Option<&Figure>) -> Option<Decimal> {
    figure.and_then(|figure| figure.value)
}

/// Every period from `first` to `last` by the step `before`, those that nobody gives a figure for
/// among them; the latest ones where there are too many.
fn periods(first: Period, last: Period, before: fn(Period) -> Period) -> Vec<Period> {
    let back = std::iter::successors(Some(last), |period| Some(before(*period)));
    let mut periods: Vec<_> = back
        .take_while(|period| *period >= first)
        .take(MOST)
        .collect();
    periods.reverse();
    periods
}
