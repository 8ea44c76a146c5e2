//! One measure across editions: where its previous figure comes from, and its series.

mod record;
mod reference;
mod since;
#[path = "../support/mod.rs"]
mod support;

use goldenthread::{
    facts::{Facts, facts},
    model::Model,
};
use support::Site;

/// A site of reports, each with one objective and one measure `m`, given by the lines of the
/// report's front matter and of the measure.
fn site(reports: &[(&str, &str, &str)]) -> (Model, Facts) {
    let mut site = Site::empty().file(
        "content/site.yaml",
        "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
    );
    for (folder, report, measure) in reports {
        let lines = |lines: &str, indent: &str| {
            let lines = lines.split("; ").map(|line| format!("{indent}{line}\n"));
            lines.collect::<String>()
        };
        let folder = format!("content/reports/{folder}");
        let status = |report: &str| {
            if report.contains("status:") {
                ""
            } else {
                "status: published\n"
            }
        };
        site = site
            .file(
                &format!("{folder}/report.md"),
                &format!("---\ntitle: A report\n{}{}---\n", status(report), lines(report, "")),
            )
            .file(&format!("{folder}/o/objective.md"), "---\ntitle: An objective\n---\n")
            .file(
                &format!("{folder}/o/measures.yaml"),
                &format!(
                    "how-much:\n  - id: m\n    title: A measure\n    unit: number\n    polarity: higher\n{}",
                    lines(measure, "    ")
                ),
            );
    }
    let loaded = site.load();
    let said = support::said(&loaded.diagnostics, &loaded.value.sources);
    assert!(!loaded.diagnostics.has_errors(), "{said:#?}");
    let facts = facts(&loaded.value);
    (loaded.value, facts)
}

/// The previous figure of the measure in `report`: figure, period, source; and the direction.
fn previous(found: &(Model, Facts), report: &str) -> String {
    let (model, facts) = found;
    let at = model
        .reports
        .iter()
        .position(|one| one.id.as_str() == report)
        .expect("the report");
    let measure = &facts.reports[at].objectives[0].measures[0];
    let direction = measure.movement.direction.as_str();
    match &measure.previous {
        None => direction.to_owned(),
        Some(previous) => format!(
            "{} {} {} {direction}",
            previous.figure.written,
            previous.period,
            previous.source.as_str(),
        ),
    }
}

/// The series: `period=actual@report`, oldest first.
fn series((model, facts): &(Model, Facts)) -> String {
    let series = facts.series.values().next().expect("one measure");
    let points = series.points.iter().map(|point| {
        let actual = point.actual.as_ref().map_or("", |figure| &figure.written);
        let report = point
            .report()
            .map_or("-", |at| model.reports[at].id.as_str());
        format!("{}={actual}@{report}", point.period)
    });
    points.collect::<Vec<_>>().join(" ")
}

#[test]
fn previous_is_found_in_the_edition_before() {
    let found = site(&[
        ("2016-17", "period: 2016-17; stage: annual", "actual: 5.0"),
        (
            "2017-18",
            "period: 2017-18; stage: annual",
            "actual: 7.0; previous: 4.0",
        ),
    ]);
    assert_eq!(previous(&found, "2017-18"), "5.0 2016-17 edition better");
    assert_eq!(previous(&found, "2016-17"), "no-comparison");
    assert_eq!(series(&found), "2016-17=5.0@2016-17 2017-18=7.0@2017-18");
}

#[test]
fn history_stands_before_a_stated_previous_and_behind_an_edition() {
    let history = "history: {2016-17: 6.0, 2014-15: 3.0}; previous: 4.0";
    let measure = format!("actual: 5.5; {history}");
    let alone = site(&[("2017-18", "period: 2017-18; stage: annual", &measure)]);
    assert_eq!(previous(&alone, "2017-18"), "6.0 2016-17 history worse");
    assert_eq!(
        series(&alone),
        "2014-15=3.0@- 2016-17=6.0@- 2017-18=5.5@2017-18"
    );
    let stated = site(&[(
        "2017-18",
        "period: 2017-18; stage: annual",
        "actual: 4; previous: 4.00",
    )]);
    assert_eq!(previous(&stated, "2017-18"), "4.00 2016-17 stated same");
    assert_eq!(series(&stated), "2016-17=4.00@- 2017-18=4@2017-18");
}

#[test]
fn only_the_same_kind_and_length_of_period_compares() {
    let found = site(&[
        ("a", "period: 2016-17; stage: annual", "actual: 5"),
        ("b", "period: 2016-17-Q2; stage: quarter", "actual: 2"),
        ("c", "period: AY2016-17; stage: annual", "actual: 9"),
        ("d", "period: 2017-18-Q2; stage: quarter", "actual: 3"),
        ("e", "period: 2017-18-Q3; stage: quarter", "actual: 3"),
    ]);
    assert_eq!(previous(&found, "d"), "2 2016-17-Q2 edition better");
    assert_eq!(previous(&found, "e"), "no-comparison");
}

#[test]
fn a_rolling_span_compares_with_the_span_one_year_earlier() {
    let found = site(&[
        ("2011-14", "period: 2011-14; stage: annual", "actual: 5"),
        ("2012-15", "period: 2012-15; stage: annual", "actual: 5"),
    ]);
    assert_eq!(previous(&found, "2012-15"), "5 2011-14 edition same");
}

#[test]
fn of_two_editions_of_one_period_the_later_speaks() {
    let found = site(&[
        (
            "2016-17-six-month",
            "period: 2016-17; stage: six-month",
            "actual: 4",
        ),
        (
            "2016-17-annual",
            "period: 2016-17; stage: annual",
            "actual: 5",
        ),
        ("2017-18", "period: 2017-18; stage: annual", "actual: 4.5"),
    ]);
    assert_eq!(previous(&found, "2017-18"), "5 2016-17 edition worse");
    assert_eq!(
        series(&found),
        "2016-17=5@2016-17-annual 2017-18=4.5@2017-18"
    );
    let dated = site(&[
        (
            "first",
            "period: 2016-17; stage: annual; published: 2017-06-01",
            "actual: 4",
        ),
        (
            "again",
            "period: 2016-17; stage: six-month; published: 2017-09-01",
            "actual: 6",
        ),
        ("2017-18", "period: 2017-18; stage: annual", "actual: 4.5"),
    ]);
    assert_eq!(previous(&dated, "2017-18"), "6 2016-17 edition worse");
}

#[test]
fn an_edition_that_left_the_figure_blank_is_passed_over() {
    let found = site(&[
        ("a", "period: 2016-17; stage: six-month", "actual: 4"),
        ("b", "period: 2016-17; stage: annual", "actual:"),
        ("c", "period: 2017-18; stage: annual", "actual: 5"),
    ]);
    assert_eq!(previous(&found, "c"), "4 2016-17 edition better");
    assert_eq!(series(&found), "2016-17=4@a 2017-18=5@c");
}

#[test]
fn a_number_goes_before_blanks_and_symbols_in_comparison_and_series_alike() {
    for (then, now, expected, points) in [
        (
            "actual:",
            "actual: 5; history: {2016-17: 6}",
            "6 2016-17 history worse",
            "2016-17=6@-",
        ),
        (
            "actual: '[x]'",
            "actual: 5; history: {2016-17: 6}",
            "6 2016-17 history worse",
            "2016-17=6@-",
        ),
        (
            "actual: '[x]'",
            "actual: 5; previous: 4",
            "4 2016-17 stated better",
            "2016-17=4@-",
        ),
        (
            "actual: '[x]'",
            "actual: 5",
            " 2016-17 edition no-comparison",
            "2016-17=@a",
        ),
        (
            "actual:",
            "actual: 5; history: {2016-17: '[x]'}; previous: 4",
            "4 2016-17 stated better",
            "2016-17=4@-",
        ),
        ("actual:", "actual: 5", "no-comparison", "2016-17=@a"),
        (
            "actual: 3",
            "actual: 5; history: {2016-17: 6}",
            "3 2016-17 edition better",
            "2016-17=3@a",
        ),
    ] {
        let found = site(&[
            ("a", "period: 2016-17; stage: annual", then),
            ("b", "period: 2017-18; stage: annual", now),
        ]);
        assert_eq!(previous(&found, "b"), expected, "{then} {now}");
        assert_eq!(
            series(&found),
            format!("{points} 2017-18=5@b"),
            "{then} {now}"
        );
    }
}

#[test]
fn a_result_from_history_keeps_the_target_that_an_edition_set() {
    let found = site(&[
        ("a", "period: 2016-17; stage: plan", "target: 7"),
        (
            "b",
            "period: 2017-18; stage: annual",
            "actual: 5; history: {2016-17: 6}",
        ),
    ]);
    let points = &found.1.series.values().next().expect("one measure").points;
    let target = points[0].target.as_ref().map(|target| &*target.written);
    assert_eq!(
        (series(&found).as_str(), target),
        ("2016-17=6@- 2017-18=5@b", Some("7"))
    );
}

#[test]
fn a_series_break_declared_once_holds_for_later_editions_alone() {
    let broken = "actual: 5; break: {from: 2017-18, reason: counted anew}";
    let found = site(&[
        (
            "2016-17",
            "period: 2016-17; stage: annual",
            "actual: 4; previous: 3",
        ),
        (
            "2017-18-six-month",
            "period: 2017-18; stage: six-month",
            broken,
        ),
        ("2017-18", "period: 2017-18; stage: annual", "actual: 6"),
        ("2018-19", "period: 2018-19; stage: annual", "actual: 7"),
    ]);
    for (report, direction) in [
        ("2016-17", "better"),
        ("2017-18-six-month", "not-comparable"),
        ("2017-18", "not-comparable"),
        ("2018-19", "better"),
    ] {
        assert!(previous(&found, report).ends_with(direction), "{report}");
    }
    let late = site(&[
        ("2016-17", "period: 2016-17; stage: annual", "actual: 4"),
        ("2017-18", "period: 2017-18; stage: annual", "actual: 6"),
        ("2018-19", "period: 2018-19; stage: annual", broken),
    ]);
    assert_eq!(previous(&late, "2017-18"), "4 2016-17 edition better");
}

#[test]
fn a_rolling_span_that_takes_in_a_break_does_not_compare() {
    let found = site(&[
        (
            "2014-17",
            "period: 2014-17; stage: annual",
            "actual: 3; previous: 2",
        ),
        (
            "2015-18",
            "period: 2015-18; stage: annual",
            "actual: 4; break: {from: 2017-18, reason: counted anew}",
        ),
        ("2016-19", "period: 2016-19; stage: annual", "actual: 5"),
        ("2017-20", "period: 2017-20; stage: annual", "actual: 6"),
        ("2018-21", "period: 2018-21; stage: annual", "actual: 7"),
    ]);
    for (report, direction) in [
        ("2014-17", "better"),
        ("2015-18", "not-comparable"),
        ("2016-19", "not-comparable"),
        ("2017-20", "not-comparable"),
        ("2018-21", "better"),
    ] {
        assert!(previous(&found, report).ends_with(direction), "{report}");
    }
}

#[test]
fn a_series_break_ends_the_comparison_from_its_period_on() {
    let broken = "break: {from: 2017-18, reason: counted anew}";
    let measure = |actual: &str| format!("actual: {actual}; {broken}");
    let found = site(&[
        ("2015-16", "period: 2015-16; stage: annual", &measure("3")),
        ("2016-17", "period: 2016-17; stage: annual", &measure("4")),
        ("2017-18", "period: 2017-18; stage: annual", &measure("5")),
        ("2018-19", "period: 2018-19; stage: annual", &measure("6")),
    ]);
    assert_eq!(previous(&found, "2016-17"), "3 2015-16 edition better");
    assert_eq!(
        previous(&found, "2017-18"),
        "4 2016-17 edition not-comparable"
    );
    assert_eq!(previous(&found, "2018-19"), "5 2017-18 edition better");
    let marked = site(&[
        ("2016-17", "period: 2016-17; stage: annual", "actual: 4"),
        ("2017-18", "period: 2017-18; stage: annual", "actual: 5 [b]"),
    ]);
    assert_eq!(
        previous(&marked, "2017-18"),
        "4 2016-17 edition not-comparable"
    );
}

#[test]
fn a_draft_without_a_date_follows_what_is_published() {
    let found = site(&[
        (
            "q1",
            "period: 2017-18-Q1; stage: quarter; published: 2017-10-05",
            "actual: 4; covers: 2017-18",
        ),
        (
            "q2",
            "period: 2017-18-Q2; stage: quarter; status: draft",
            "actual: 6; covers: 2017-18",
        ),
    ]);
    let (model, facts) = &found;
    let order = facts.editions.earliest_first();
    let order: Vec<_> = order.map(|at| model.reports[at].id.as_str()).collect();
    assert_eq!(order, ["q1", "q2"]);
    assert_eq!(series(&found), "2017-18=6@q2");
}
