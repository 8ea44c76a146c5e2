//! The series of a measure as a chart.

use crate::{
    chart,
    facts::SeriesPoint,
    model::{Decimal, Figure, Period, Unit},
    page::{
        drawing::{note, row_said, said},
        here::Here,
        measure_row::shown_decimals,
        series::break_at,
        view::ChartView,
    },
    reference::MeasureAt,
};

/// The fewest figures that a line says more of than bars do.
const FEWEST: usize = 3;
/// The most periods that one chart shows, gaps among them.
const MOST: usize = 40;

/// The series as a chart; `None` where there are too few figures that stand in one series with the
/// latest. `editions` are the measure's places, the latest first.
pub(super) fn series_chart(
    here: &Here<'_>,
    editions: &[MeasureAt],
    points: &[SeriesPoint],
) -> Option<ChartView> {
    let (measure, facts) = here.context.measure(*editions.first()?);
    let own: Vec<_> = points
        .iter()
        .filter(|point| point.period.comparable(facts.period))
        .collect();
    let numbers = own
        .iter()
        .filter(|point| number(point.actual.as_ref()).is_some());
    if measure.unit == Unit::YesNo || numbers.count() < FEWEST {
        return None;
    }
    let periods = periods(own.first()?.period, own.last()?.period);
    let lexicon = here.lexicon;
    let languages = here.context.model.languages();
    let drawn: Vec<_> = periods
        .iter()
        .map(|period| {
            let short = lexicon.period_short(*period);
            let Some(point) = own.iter().find(|point| point.period == *period) else {
                return chart::SeriesPoint {
                    period: short,
                    shown: here.word("not-supplied"),
                    ..chart::SeriesPoint::default()
                };
            };
            let actual = point.actual.as_ref();
            let decimals = shown_decimals(measure, facts, actual);
            let shown = lexicon.figure(actual, decimals, &measure.unit, languages);
            chart::SeriesPoint {
                period: short,
                actual: number(actual),
                shown: shown.unwrap_or_else(|| here.word("not-supplied")),
                target: number(point.target.as_ref()),
                intervention: number(point.intervention.as_ref()),
                breaks: break_at(here, editions, points, *period).is_some(),
            }
        })
        .collect();
    let title = here.text(&measure.title).text;
    let spoken: Vec<_> = drawn
        .iter()
        .map(|point| said(here, &point.period, &point.shown))
        .collect();
    let places = [
        ("title", title.as_str().into()),
        ("first", lexicon.period(*periods.first()?).into()),
        ("last", lexicon.period(*periods.last()?).into()),
    ];
    let caption = here.phrase("chart-series", &places);
    let tick = |value: Decimal| lexicon.amount(value, value.scale(), &measure.unit, languages);
    let svg = chart::series(&chart::SeriesChart {
        heading: chart::Heading {
            title: caption.clone(),
            description: row_said(here, &title, lexicon.list(&spoken)),
            language: here.language.to_string(),
        },
        points: drawn,
        actual: here.word("actual"),
        target: here.word("target"),
        intervention: here.word("intervention"),
        series_break: here.word("chart-series-break"),
        cut: here.word("chart-axis-cut"),
        notes: note(here, facts).into_iter().collect(),
        tick: &tick,
    });
    Some(ChartView {
        svg: svg.inline("drawing-of-series"),
        id: "chart-of-series".to_owned(),
        caption,
        note: None,
        file: None,
    })
}

fn number(figure: Option<&Figure>) -> Option<Decimal> {
    figure.and_then(|figure| figure.value)
}

/// Every period of one kind from `first` to `last`, those that nobody gives a figure for among
/// them; the latest ones where there are too many.
fn periods(first: Period, last: Period) -> Vec<Period> {
    let back = std::iter::successors(Some(last), |period| Some(period.previous()));
    let mut periods: Vec<_> = back
        .take_while(|period| *period >= first)
        .take(MOST)
        .collect();
    periods.reverse();
    periods
}
