//! What the record of the editions says of a figure: restated, replaced, and against all before.

use goldenthread::{
    facts::{Facts, MeasureChange, MeasureFacts, Since, Stated, facts},
    model::Model,
};

use crate::{previous, series, site, support::Site};

/// What follows for the measure in `report`.
fn row<'a>((model, facts): &'a (Model, Facts), report: &str) -> &'a MeasureFacts {
    let at = model
        .reports
        .iter()
        .position(|one| one.id.as_str() == report)
        .expect("the report");
    &facts.reports[at].objectives[0].measures[0]
}

#[test]
fn a_restated_previous_goes_before_what_was_published_and_readers_are_told_both() {
    let year = |year: &str| format!("period: {year}; stage: annual");
    let found = site(&[
        ("2015-16", &year("2015-16"), "actual: 3"),
        ("2016-17", &year("2016-17"), "actual: 4; target: 9"),
        (
            "2017-18",
            &year("2017-18"),
            "actual: 5; previous: 6; restated: counted anew",
        ),
        (
            "2017-18-again",
            &format!("{}; published: 2019-01-01", year("2017-18")),
            "actual: 5; previous: 7; restated: counted once more",
        ),
        (
            "2018-19",
            &format!("{}; published: 2019-06-01", year("2018-19")),
            "actual: 5",
        ),
    ]);
    assert_eq!(previous(&found, "2017-18"), "6 2016-17 stated worse");
    // The edition that published it first stays as it was.
    assert_eq!(previous(&found, "2016-17"), "3 2015-16 edition better");
    for report in ["2017-18", "2017-18-again"] {
        let restated = row(&found, report).previous.as_ref().unwrap();
        let restated = restated.restated.as_ref().expect("restated");
        let first = (&*restated.published.written, restated.by);
        let edition = found
            .0
            .reports
            .iter()
            .position(|one| one.id.as_str() == "2016-17");
        assert_eq!(first, ("4", edition), "{report}");
    }
    assert_eq!(
        series(&found),
        "2015-16=3@2015-16 2016-17=7@2017-18-again 2017-18=5@2017-18-again 2018-19=5@2018-19"
    );
    let points = &found.1.series.values().next().expect("one measure").points;
    let target = points[1].target.as_ref().map(|target| &*target.written);
    assert_eq!(target, Some("9"), "the aim of a restated result");
    assert_eq!(found.1.contradicted.len(), 2);
}

#[test]
fn a_result_that_takes_the_place_of_a_published_one_tells_it() {
    let of = |published: &str| format!("period: 2017-18; stage: annual; published: {published}");
    let found = site(&[
        ("interim", &of("2018-05-01"), "actual: 4; target: 9"),
        (
            "final",
            &of("2018-09-01"),
            "actual: 5; restated: more were counted",
        ),
        ("again", &of("2018-10-01"), "actual: 5.0"),
        ("last", &of("2018-11-01"), "actual: 6"),
        (
            "next",
            "period: 2018-19; stage: annual",
            "actual: 7; previous: 6",
        ),
    ]);
    let spot = |report: &str| {
        let mut reports = found.0.reports.iter();
        reports.position(|one| one.id.as_str() == report).unwrap()
    };
    let told = |restated: &Option<goldenthread::facts::Restated>| {
        restated
            .as_ref()
            .map(|it| (it.published.written.to_string(), it.by, it.at.0))
    };
    let first = |by: &str| Some(("4".to_owned(), Some(spot("interim")), spot(by)));
    assert_eq!(told(&row(&found, "interim").actual_restated), None);
    assert_eq!(told(&row(&found, "final").actual_restated), first("final"));
    // Whoever repeats a figure has not restated it, and readers are still told.
    assert_eq!(told(&row(&found, "again").actual_restated), first("final"));
    assert_eq!(told(&row(&found, "last").actual_restated), first("last"));
    let previous = row(&found, "next").previous.as_ref().unwrap();
    assert_eq!(told(&previous.restated), first("last"));
    let point = &found.1.series.values().next().expect("one measure").points[0];
    assert_eq!(told(&point.restated), first("last"));
    // The aim is that of the edition whose result stands, not of one before.
    assert_eq!(point.target, None);
    let contradicted = found.1.contradicted.iter();
    let contradicted: Vec<_> = contradicted.map(|it| (it.at.0, it.stated)).collect();
    let mut expected = vec![
        (spot("final"), Stated::Actual),
        (spot("last"), Stated::Actual),
    ];
    expected.sort_by_key(|(at, _)| *at);
    assert_eq!(contradicted, expected);
}

#[test]
fn a_previous_that_is_written_otherwise_restates_nothing() {
    let found = site(&[
        ("a", "period: 2016-17; stage: annual", "actual: 4.0"),
        (
            "b",
            "period: 2017-18; stage: annual",
            "actual: 5; previous: 4.00",
        ),
    ]);
    assert_eq!(previous(&found, "b"), "4.0 2016-17 edition better");
    assert!(found.1.contradicted.is_empty());
}

#[test]
fn figures_from_the_start_of_the_year_compare_with_their_like_alone() {
    let found = site(&[
        (
            "a",
            "period: 2016-17-Q3; stage: quarter",
            "actual: 30; cumulative: true",
        ),
        ("b", "period: 2017-18-Q3; stage: quarter", "actual: 9"),
        ("c", "period: 2018-19-Q3; stage: quarter", "actual: 8"),
    ]);
    assert_eq!(previous(&found, "b"), "no-comparison");
    assert_eq!(previous(&found, "c"), "9 2017-18-Q3 edition worse");
    assert_eq!(series(&found), "2017-18-Q3=9@b 2018-19-Q3=8@c");
    let apart = &found
        .1
        .series
        .values()
        .next()
        .expect("one measure")
        .otherwise;
    let apart: Vec<_> = apart.iter().map(|point| point.period.to_string()).collect();
    assert_eq!(apart, ["2016-17-Q3"]);
}

/// A site of annual reports, each with one measure, given by the year, its id, its unit and its further
/// lines. Unlike with [`site`], it may be another measure in each.
fn measures_by_year(years: &[(&str, &str, &str, &str)]) -> (Model, Facts) {
    let mut site = Site::empty().file(
        "content/site.yaml",
        "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
    );
    for (year, id, unit, lines) in years {
        let folder = format!("content/reports/{year}");
        let report = format!(
            "---\ntitle: A report\nstatus: published\nperiod: {year}\nstage: annual\n---\n"
        );
        let measures = format!(
            "how-much:\n  - id: {id}\n    title: A measure\n    unit: {unit}\n    polarity: higher\n    {lines}\n"
        );
        site = site
            .file(&format!("{folder}/report.md"), &report)
            .file(
                &format!("{folder}/o/objective.md"),
                "---\ntitle: One\n---\n",
            )
            .file(&format!("{folder}/o/measures.yaml"), &measures);
    }
    let model = site.load().value;
    let facts = facts(&model);
    (model, facts)
}

#[test]
fn a_measure_goes_on_from_the_one_it_replaces() {
    let found = measures_by_year(&[
        ("2015-16", "oldest", "number", "actual: 3"),
        (
            "2016-17",
            "old",
            "number",
            "actual: 4\n    replaces: oldest",
        ),
        ("2017-18", "new", "number", "actual: 5\n    replaces: [old]"),
    ]);
    assert_eq!(previous(&found, "2017-18"), "4 2016-17 edition better");
    let series = |id: &str| {
        let (_, series) = found
            .1
            .series
            .iter()
            .find(|(found, _)| found.as_str() == id)
            .expect("the series");
        let points = series.points.iter().map(|point| {
            let under = point.replaced.as_ref().map_or("", |id| id.as_str());
            format!("{} {under}", point.period)
        });
        let replaced_by = series.replaced_by.first().map_or("", |id| id.as_str());
        (
            points.collect::<Vec<_>>().join(", "),
            replaced_by.to_owned(),
        )
    };
    assert_eq!(
        series("new"),
        (
            "2015-16 oldest, 2016-17 old, 2017-18 ".into(),
            String::new()
        )
    );
    assert_eq!(
        series("old"),
        ("2015-16 oldest, 2016-17 ".into(), "new".into())
    );
}

/// A site of annual reports, each with these measures: id, figures, and further lines.
fn several_by_year(years: &[(&str, &[&str])]) -> (Model, Facts) {
    let mut site = Site::empty().file(
        "content/site.yaml",
        "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
    );
    for (year, measures) in years {
        let folder = format!("content/reports/{year}");
        let report = format!(
            "---\ntitle: A report\nstatus: published\nperiod: {year}\nstage: annual\n---\n"
        );
        let measures = measures.iter().map(|measure| {
            format!("  - {{title: A, unit: number, polarity: higher, {measure}}}\n")
        });
        let measures = format!("how-much:\n{}", measures.collect::<String>());
        site = site
            .file(&format!("{folder}/report.md"), &report)
            .file(
                &format!("{folder}/o/objective.md"),
                "---\ntitle: One\n---\n",
            )
            .file(&format!("{folder}/o/measures.yaml"), &measures);
    }
    let model = site.load().value;
    let facts = facts(&model);
    (model, facts)
}

#[test]
fn a_measure_that_replaces_two_takes_the_figures_of_both_in_whatever_order_they_are_named() {
    for (replaces, merged) in [("[a, b]", "2"), ("[b, a]", "3")] {
        let last = format!("id: new, actual: 5, replaces: {replaces}");
        let found = several_by_year(&[
            ("2014-15", &["id: z, actual: 9"]),
            ("2015-16", &["id: a, actual: 1, replaces: z"]),
            ("2016-17", &["id: a, actual: 2", "id: b, actual: 3"]),
            ("2017-18", &["id: b, actual: 4"]),
            ("2018-19", &[&last]),
        ]);
        assert_eq!(previous(&found, "2018-19"), "4 2017-18 edition better");
        let series = found.1.series.iter();
        let mut series = series.filter(|(id, _)| id.as_str() == "new");
        let (_, series) = series.next().expect("the series");
        let points = series.points.iter().map(|point| {
            let actual = point.actual.as_ref().map_or("", |figure| &figure.written);
            let under = point.replaced.as_ref().map_or("new", |id| id.as_str());
            format!("{}={actual} {under}", point.period)
        });
        let of_both = if merged == "2" { "2 a" } else { "3 b" };
        assert_eq!(
            points.collect::<Vec<_>>().join(", "),
            format!("2014-15=9 z, 2015-16=1 a, 2016-17={of_both}, 2017-18=4 b, 2018-19=5 new"),
            "{replaces}"
        );
        assert_eq!(series.line.len(), 6, "{replaces}");
    }
}

#[test]
fn a_long_trend_is_against_the_mean_of_the_comparable_figures_since_a_break() {
    let history = "history: {2010-11: 1, 2011-12: 2, 2012-13: 4, 2013-14: '[x]', 2012-15: 99}";
    let found = site(&[
        (
            "2014-15",
            "period: 2014-15; stage: annual",
            &format!("actual: 3; {history}"),
        ),
        ("2015-16", "period: 2015-16; stage: annual", "actual: 3"),
        (
            "2016-17",
            "period: 2016-17; stage: annual",
            "actual: 3; break: {from: 2011-12}",
        ),
    ]);
    let long = |report| {
        let long = row(&found, report).trend.long?;
        Some(format!(
            "{} {} {} {}",
            long.direction.as_str(),
            long.mean,
            long.periods,
            long.since
        ))
    };
    assert_eq!(
        long("2014-15").as_deref(),
        Some("better 2.3333333333333333333333333333 3 2010-11")
    );
    assert_eq!(long("2015-16").as_deref(), Some("better 2.5 4 2010-11"));
    assert_eq!(long("2016-17").as_deref(), Some("same 3 4 2011-12"));
}

#[test]
fn a_measure_compares_with_its_own_earlier_edition_in_every_unit() {
    for unit in ["percent", "pounds", "pupils", "{en: per 1,000}"] {
        let found = measures_by_year(&[
            ("2016-17", "m", unit, "actual: 10"),
            ("2017-18", "m", unit, "actual: 11"),
        ]);
        let found = previous(&found, "2017-18");
        assert_eq!(found, "10 2016-17 edition better", "{unit}");
    }
}

#[test]
fn what_a_later_edition_replaces_changes_no_earlier_page() {
    let found = measures_by_year(&[
        ("2016-17", "old", "number", "actual: 4"),
        ("2017-18", "new", "number", "actual: 5"),
        ("2018-19", "new", "number", "actual: 6\n    replaces: old"),
    ]);
    assert_eq!(previous(&found, "2017-18"), "no-comparison");
    assert_eq!(previous(&found, "2018-19"), "5 2017-18 edition better");
    let points = |id: &str| {
        let (_, series) = found
            .1
            .series
            .iter()
            .find(|(it, _)| it.as_str() == id)
            .unwrap();
        series.points.len()
    };
    assert_eq!((points("new"), points("old")), (3, 1));
}

#[test]
fn a_range_is_read_in_each_of_its_forms_and_rated_by_both_ends() {
    for (target, actual, rating) in [
        ("90 to 110", "105", "green"),
        ("'90 to 110 [p]'", "110", "green"),
        ("{from: 90, to: 110}", "111", "amber"),
        (
            "{from: {value: 90, note: A note}, to: 110.5}",
            "110.5",
            "green",
        ),
        ("'-5 to 5'", "0", "green"),
    ] {
        let site = Site::fine().file(
            "content/reports/2017-18/learners/measures.yaml",
            &format!(
                "how-much:\n  - id: m\n    title: A measure\n    unit: number\n    polarity: target\n    actual: {actual}\n    target: {target}\n"
            ),
        );
        let loaded = site.load();
        let said = crate::support::said(&loaded.diagnostics, &loaded.value.sources);
        assert_eq!(said, Vec::<String>::new(), "{target}");
        let facts = facts(&loaded.value);
        let row = &facts.reports[0].objectives[0].measures[0];
        assert_eq!(row.computed.rating.as_str(), rating, "{target}");
        let measure = &loaded.value.reports[0].objectives[0].measures[0];
        let upper = measure.target.as_ref().and_then(|target| target.upper);
        assert!(upper.is_some(), "{target}");
    }
}

#[test]
fn what_a_later_edition_replaces_is_new_on_the_page_of_an_earlier_one() {
    let found = measures_by_year(&[
        ("2016-17", "old", "number", "actual: 4"),
        ("2017-18", "new", "number", "actual: 5"),
        ("2018-19", "new", "number", "actual: 6\n    replaces: old"),
    ]);
    let at = |id: &str| {
        let mut reports = found.0.reports.iter();
        reports.position(|it| it.id.as_str() == id).expect("one")
    };
    let since = Since::of(&found.0, &found.1, at("2017-18")).expect("an edition before");
    let [added, ended] = &since.measures[..] else {
        panic!("{since:?}");
    };
    assert!(matches!(added, MeasureChange::Added(_)), "{added:?}");
    assert!(matches!(ended, MeasureChange::Ended(_)), "{ended:?}");
}

#[test]
fn a_break_marked_at_a_result_is_told_as_redefined_once() {
    let found = measures_by_year(&[
        ("2016-17", "m", "number", "actual: 4"),
        ("2017-18", "m", "number", "actual: \"5 [b]\""),
        ("2018-19", "m", "number", "actual: 6"),
    ]);
    let redefined = |id: &str| {
        let mut reports = found.0.reports.iter();
        let at = reports.position(|it| it.id.as_str() == id).expect("one");
        let since = Since::of(&found.0, &found.1, at).expect("an edition before");
        let mut measures = since.measures.iter();
        measures.any(|it| {
            matches!(
                it,
                MeasureChange::Kept {
                    redefined: true,
                    ..
                }
            )
        })
    };
    assert!(redefined("2017-18"));
    assert!(!redefined("2018-19"));
}
