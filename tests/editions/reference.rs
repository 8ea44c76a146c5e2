//! A hundred measures through thirteen years, held against a count that knows none of the program.

use std::fmt::Write as _;

use goldenthread::facts::facts;

use crate::support::Site;

const MEASURES: usize = 100;
const YEARS: usize = 13;
const FIRST: usize = 2005;
const POLARITIES: [&str; 4] = ["higher", "lower", "none", "target"];
const AIM: i64 = 500;

/// The figure of a measure in a year, in tenths; none in one of nine.
fn figure(measure: usize, year: usize) -> Option<i64> {
    let mixed = (measure * 7919 + year * 104_729 + 17).wrapping_mul(2_654_435_761) >> 7;
    let value = i64::try_from(mixed % 1000).expect("a small number");
    (!mixed.is_multiple_of(9)).then_some(value)
}

/// Every other measure is about three years at a time.
fn covers(measure: usize, year: usize) -> String {
    let last = FIRST + year;
    let first = if measure.is_multiple_of(2) {
        last
    } else {
        last - 2
    };
    format!("{first}-{:02}", (last + 1) % 100)
}

fn written(tenths: i64) -> String {
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Better, the same or worse from one number to another, by how good each is.
fn direction(polarity: &str, from: i64, to: i64, aim: i64) -> &'static str {
    let good = |value: i64| match polarity {
        "higher" => Some(value),
        "lower" => Some(-value),
        "target" => Some(-(value - aim).abs()),
        _ => None,
    };
    match (good(from), good(to)) {
        (Some(from), Some(to)) if to > from => "better",
        (Some(from), Some(to)) if to < from => "worse",
        (Some(_), Some(_)) => "same",
        _ => "no-comparison",
    }
}

fn site() -> Site {
    let mut site = Site::empty().file(
        "content/site.yaml",
        "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
    );
    for year in 0..YEARS {
        let period = covers(0, year);
        let folder = format!("content/reports/{period}");
        let mut measures = "how-much:\n".to_owned();
        for measure in 0..MEASURES {
            let polarity = POLARITIES[measure % 4];
            let actual = figure(measure, year).map(written).unwrap_or_default();
            let _ = write!(
                measures,
                "  - id: m{measure}\n    title: M{measure}\n    unit: number\n    polarity: {polarity}\n    \
                 covers: {}\n    actual: {actual}\n",
                covers(measure, year)
            );
            if polarity == "target" {
                let _ = writeln!(measures, "    target: {}", written(AIM));
            }
        }
        let report = format!(
            "---\ntitle: A report\nstatus: published\nperiod: {period}\nstage: annual\n---\n"
        );
        site = site
            .file(&format!("{folder}/report.md"), &report)
            .file(
                &format!("{folder}/o/objective.md"),
                "---\ntitle: One\n---\n",
            )
            .file(&format!("{folder}/o/measures.yaml"), &measures);
    }
    site
}

#[test]
fn a_hundred_measures_through_thirteen_years_are_as_counted_by_hand() {
    let model = site().load().value;
    let facts = facts(&model);
    let mut trends = 0;
    for year in 0..YEARS {
        let id = covers(0, year);
        let mut reports = model.reports.iter();
        let report = reports.position(|report| report.id.as_str() == id);
        let worked = &facts.reports[report.expect("the report")].objectives[0];
        for measure in 0..MEASURES {
            let found = &worked.measures[measure];
            let polarity = POLARITIES[measure % 4];
            let now = figure(measure, year);
            let last = year.checked_sub(1).and_then(|last| figure(measure, last));
            let expected = match (last, now) {
                (Some(last), Some(now)) => direction(polarity, last, now, AIM),
                _ => "no-comparison",
            };
            let place = format!("m{measure} {id}");
            assert_eq!(found.movement.direction.as_str(), expected, "{place}");
            let earlier: Vec<_> = (0..year).filter_map(|then| figure(measure, then)).collect();
            let count = i64::try_from(earlier.len()).expect("few");
            let long = now.filter(|_| count >= 3).map(|now| {
                let sum: i64 = earlier.iter().sum();
                (
                    direction(polarity, sum, now * count, AIM * count),
                    earlier.len(),
                )
            });
            let said = found
                .trend
                .long
                .map(|long| (long.direction.as_str(), long.periods));
            assert_eq!(said, long, "{place}");
            trends += usize::from(long.is_some());
        }
    }
    assert!(trends > 500, "{trends}");
    for measure in 0..MEASURES {
        let id = format!("m{measure}");
        let mut series = facts.series.iter();
        let (_, series) = series.find(|(own, _)| own.as_str() == id).expect("one");
        let found: Vec<_> = series
            .points
            .iter()
            .map(|point| {
                let actual = point
                    .actual
                    .as_ref()
                    .map(|actual| actual.written.to_string());
                (point.period.to_string(), actual)
            })
            .collect();
        let expected: Vec<_> = (0..YEARS)
            .map(|year| (covers(measure, year), figure(measure, year).map(written)))
            .collect();
        assert_eq!(found, expected, "{id}");
    }
}
