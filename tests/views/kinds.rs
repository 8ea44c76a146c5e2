//! Series of several kinds of period, and what pages say of editions that differ.

use goldenthread::wording::Place;
use serde_json::Value;

use crate::{
    series::{measure_page, reports},
    site::{Inputs, english, view},
};

#[test]
fn the_kind_of_period_that_has_enough_figures_is_drawn_and_named() {
    let quarters = [
        ("2016-17-Q3", "id: calls, title: Calls, actual: 1"),
        ("2016-17-Q4", "id: calls, title: Calls, actual: 2"),
        ("2017-18-Q1", "id: calls, title: Calls, actual: 3"),
        ("2017-18", "id: calls, title: Calls, actual: 9"),
    ];
    let editions = quarters.map(|(period, measure)| (period, "", measure));
    let page = measure_page(&reports(&editions), "calls");
    let chart = &page["series_chart"];
    let caption = chart["caption"].as_str().unwrap();
    assert_eq!(
        caption,
        "Calls, quarters, quarter 3 of 2016/17 to quarter 1 of 2017/18"
    );
    let note = chart["note"].as_str().unwrap();
    assert!(note.contains("other lengths are in the tables"), "{note}");
}

#[test]
fn a_chart_that_is_cut_says_so() {
    let drawn = |years: i32| {
        let history = (2018 - years..2017).map(|year| format!("{year}: {}", year % 7));
        let history: Vec<_> = history.collect();
        let measure = format!(
            "id: calls, title: Calls, actual: 9, history: {{{}}}",
            history.join(", ")
        );
        measure_page(&reports(&[("2017", "", &measure)]), "calls")["series_chart"].take()
    };
    assert_eq!(drawn(40)["note"], Value::Null);
    let chart = drawn(41);
    assert_eq!(
        chart["note"],
        "The chart goes back over 40 periods. Earlier figures are in the table."
    );
    assert_eq!(chart["caption"], "Calls, 1978 to 2017");
}

#[test]
fn figures_for_one_part_of_each_year_are_joined_from_year_to_year() {
    let drawn = |periods: &[&str]| {
        let editions: Vec<_> = periods
            .iter()
            .map(|period| (*period, "", "id: calls, title: Calls, actual: 1, target: 2"))
            .collect();
        let page = measure_page(&reports(&editions), "calls");
        let svg = page["series_chart"]["html"].as_str().unwrap();
        let desc = svg.split_once("<desc").unwrap().1;
        desc.split_once("</desc>").unwrap().0.to_owned()
    };
    let yearly = ["2014-15-Q4", "2015-16-Q4", "2016-17-Q4", "2017-18-Q4"];
    assert!(!drawn(&yearly).contains("not supplied"));
    // A year without a figure and a quarter among quarters are gaps.
    assert_eq!(
        drawn(&["2013-14-Q4", "2015-16-Q4", "2016-17-Q4"])
            .matches("not supplied")
            .count(),
        1
    );
    assert_eq!(
        drawn(&["2015-16-Q4", "2016-17-Q3", "2016-17-Q4"])
            .matches("not supplied")
            .count(),
        2
    );
}

#[test]
fn the_best_so_far_says_of_which_periods_it_is_the_best_where_there_are_others() {
    let trends = |quarters: &[(&'static str, u8)]| {
        let measures: Vec<_> = quarters
            .iter()
            .map(|(_, actual)| format!("id: calls, title: Calls, actual: {actual}"))
            .collect();
        let editions = quarters.iter().zip(&measures);
        let editions: Vec<_> = editions
            .map(|((period, _), measure)| (*period, "", &**measure))
            .collect();
        let page = measure_page(&reports(&editions), "calls");
        page["trends"]
            .as_array()
            .unwrap()
            .iter()
            .map(|it| it.as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    let alike = [
        ("2014-15-Q4", 3),
        ("2015-16-Q4", 9),
        ("2016-17-Q4", 3),
        ("2017-18-Q4", 4),
    ];
    let plain = trends(&alike);
    assert!(
        plain.contains(&"The best figure so far is 9, for quarter 4 of 2015/16.".to_owned()),
        "{plain:?}"
    );
    let others: Vec<_> = [("2014-15-Q1", 50)].into_iter().chain(alike).collect();
    let told = trends(&others);
    for sentence in [
        "Worse than the mean of the 3 earlier figures for a fourth quarter since quarter 4 of 2014/15, 5.",
        "The best figure so far for a fourth quarter is 9 (quarter 4 of 2015/16).",
        "The worst figure so far for a fourth quarter is 3 (quarter 4 of 2016/17).",
    ] {
        assert!(
            told.contains(&sentence.to_owned()),
            "{sentence} in {told:?}"
        );
    }
}

#[test]
fn what_moved_where_neither_way_is_better_is_counted_as_the_row_says_it() {
    let rows = "how-much:\n  - {id: a, title: A, unit: number, polarity: none, actual: 4, previous: 2}\n  \
                - {id: b, title: B, unit: number, polarity: none, actual: 4, previous: 4}\n  \
                - {id: c, title: C, unit: number, polarity: higher, actual: 4}\n";
    let site = reports(&[("2017-18", "", "id: a, title: A, actual: 1")])
        .file("content/reports/2017-18/o/measures.yaml", rows);
    let inputs = Inputs::of(site.root());
    let page = view(&inputs.context(), &english(), &Place::Objective(0, 0));
    let counts = page["directions"].as_array().unwrap().iter();
    let counts: Vec<_> = counts
        .map(|count| (count["word"].as_str().unwrap(), &count["count"]))
        .collect();
    let one = Value::from(1);
    assert_eq!(
        counts,
        [("Same", &one), ("Changed", &one), ("No comparison", &one)]
    );
    assert_eq!(
        page["direction_sentence"],
        "Calculated against a year before: 1 the same, 1 changed and 1 without comparison."
    );
}

#[test]
fn another_figure_that_is_as_far_from_the_target_is_not_the_same() {
    let rows = "how-much:\n  - {id: a, title: A, unit: number, polarity: target, target: 100, actual: 93, \
                history: {2014-15: 107, 2015-16: 107, 2016-17: 107}, comparators: \
                [{name: Wales, value: 107}, {name: Fife, value: 93}, {name: England, value: \"99 [p]\"}]}\n";
    let site = reports(&[("2017-18", "", "id: a, title: A, actual: 1")])
        .file("content/reports/2017-18/o/measures.yaml", rows);
    let page = measure_page(&site, "a");
    let told = page["latest"]["row"]["comparators"].as_array().unwrap();
    let told: Vec<_> = told
        .iter()
        .map(|other| other["standing"].as_str().unwrap())
        .collect();
    assert_eq!(
        told,
        [
            "As far from the target as Wales, 107.",
            "The same as Fife, 93.",
            "Worse than England, 99 [p]."
        ]
    );
    assert_eq!(
        page["trends"][0],
        "As far from the target as the mean of the 3 earlier figures since 2014/15, 107."
    );
}

#[test]
fn a_stated_rating_is_marked_in_what_changed() {
    let editions = [
        (
            "2016-17",
            "",
            "id: calls, title: Calls, actual: 1, target: 2, rag: red",
        ),
        (
            "2017-18",
            "",
            "id: calls, title: Calls, actual: 3, target: 2, rag: {status: red, reason: early days}",
        ),
    ];
    let inputs = Inputs::of(reports(&editions).root());
    let pages = [0, 1].map(|at| view(&inputs.context(), &english(), &Place::Report(at)));
    let mut since = pages.iter().map(|page| &page["since"]);
    let since = since.find(|since| !since.is_null()).unwrap();
    assert_eq!(since["heading"], "What changed since Report 2016-17");
    let rows: Vec<_> = since["rows"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|row| row["kind"] == "measure")
        .collect();
    let [row] = rows[..] else {
        panic!("{since}");
    };
    assert_eq!(
        row["to"]["kind_word"],
        "stated by the organisation, with a reason"
    );
    assert_eq!(row["from"]["kind_word"], Value::Null);
}

#[test]
fn a_place_among_others_and_what_was_put_right_are_told_wherever_the_figure_stands() {
    let corrected = "corrections:\n  - {date: 2018-10-14, about: \"measure:calls.actual\", was: 5, now: 4, reason: Counted twice.}\n";
    let others = "comparators: [{name: Wales, value: 3}, {name: Fife, value: 4}, {name: Leeds, value: 5}], rank: 7 of 32";
    let last = format!("id: calls, title: Calls, actual: 4, {others}");
    let editions = [
        ("2015-16", "", "id: calls, title: Calls, actual: 1"),
        ("2016-17", "", "id: calls, title: Calls, actual: 2"),
        ("2017-18", corrected, &*last),
    ];
    let site = reports(&editions);
    let page = measure_page(&site, "calls");
    let sentence = "It stands in place 7 of 32 for 2017/18.";
    let trends = page["trends"].as_array().unwrap();
    assert!(trends.iter().any(|trend| trend == sentence), "{trends:?}");
    let svg = page["series_chart"]["html"].as_str().unwrap();
    assert!(svg.contains(sentence), "{svg}");
    let standing = page["comparators"].as_array().unwrap().iter();
    let standing: Vec<_> = standing
        .map(|other| other["standing_short"].as_str())
        .collect();
    assert_eq!(
        standing,
        [
            Some("this result is better"),
            Some("this result is the same"),
            Some("this result is worse")
        ]
    );
    let inputs = Inputs::of(site.root());
    let index = view(&inputs.context(), &english(), &Place::Measures);
    let link = &index["groups"][0]["rows"][0]["corrected"]["actual"]["href"];
    assert_eq!(link, "../2017-18/index.html#corrections");
    let home = view(&inputs.context(), &english(), &Place::Home);
    let link = &home["edition"]["changes"][0]["items"][0]["corrected"]["href"];
    assert_eq!(link, "2017-18/index.html#corrections");
}

#[test]
fn a_correction_stands_beside_the_figure_that_was_put_right() {
    let correction = |about: &str, more: &str| {
        format!(
            "corrections:\n  - {{date: 2018-10-14, about: \"measure:calls{about}\", {more}reason: So.}}\n"
        )
    };
    let given = "was: 5, now: 4, ";
    for (about, more, own, next, last) in [
        (".actual", given, "actual", "previous", "earlier"),
        ("", given, "actual", "previous", "earlier"),
        (".target", given, "target", "", ""),
        (".intervention", given, "intervention", "", ""),
        (".previous", given, "previous", "", ""),
        ("", "", "other", "", ""),
    ] {
        let measure = "id: calls, title: Calls, actual: 4";
        let site = reports(&[
            ("2015-16", &correction(about, more), measure),
            ("2016-17", "", measure),
            ("2017-18", "", measure),
        ]);
        let inputs = Inputs::of(site.root());
        let context = inputs.context();
        for (report, expected) in [("2015-16", own), ("2016-17", next), ("2017-18", last)] {
            let mut reports = context.model.reports.iter();
            let at = reports.position(|found| found.id.as_str() == report);
            let page = view(&context, &english(), &Place::Objective(at.unwrap(), 0));
            let marks = page["groups"][0]["rows"][0]["corrected"]
                .as_object()
                .unwrap();
            let marked = marks.iter().filter(|(_, link)| !link.is_null());
            let marked: Vec<_> = marked.map(|(which, _)| which.as_str()).collect();
            let expected: Vec<_> = [expected].into_iter().filter(|it| !it.is_empty()).collect();
            assert_eq!(marked, expected, "{about} {more} in {report}");
        }
    }
}

#[test]
fn scrutiny_sees_both_figures_that_a_row_restates() {
    let editions = [
        ("2016-17", "", "id: calls, title: Calls, actual: 2"),
        (
            "2017-18-H1",
            "",
            "id: calls, title: Calls, covers: 2017-18, actual: 3",
        ),
        (
            "2017-18",
            "",
            "id: calls, title: Calls, actual: 4, previous: 1, restated: counted anew",
        ),
    ];
    let inputs = Inputs::of(reports(&editions).root());
    let pages =
        [0, 1, 2].map(|at| view(&inputs.context(), &english(), &Place::ReportExceptions(at)));
    let sections = pages
        .iter()
        .flat_map(|page| page["sections"].as_array().unwrap());
    let restated = sections.filter(|section| section["id"] == "restated");
    let rows = restated.flat_map(|section| section["measures"].as_array().unwrap());
    let told: Vec<_> = rows
        .map(|row| row["restated"].as_array().unwrap().len())
        .collect();
    assert_eq!(told, [2]);
}
