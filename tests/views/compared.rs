//! What the figures of a measure's series are compared with, and where they are not.

use crate::{
    series::{measure_page, reports},
    support::Site,
};

/// One edition for each period with figures, the latest of which declares a series break.
fn broken(periods: &[&str], from: &str, more: &str) -> Site {
    let measures: Vec<_> = (1..=periods.len())
        .map(|at| {
            let last = at == periods.len();
            let series_break = if last {
                format!(", break: {{from: {from}}}")
            } else {
                String::new()
            };
            format!("id: calls, title: Calls, actual: {at}{more}{series_break}")
        })
        .collect();
    let editions = periods.iter().zip(&measures);
    let editions: Vec<_> = editions
        .map(|(period, measure)| (*period, "", &**measure))
        .collect();
    reports(&editions)
}

/// The periods of a series, from when it is broken, more of its measure, the rows of the table before which a
/// break stands, and how many lines the chart has for it.
type Case<'a> = (&'a [&'a str], &'a str, &'a str, &'a [&'a str], usize);

#[test]
fn chart_and_table_part_a_series_by_the_rule_of_the_direction() {
    let years = ["2018-19", "2019-20", "2020-21", "2021-22", "2022-23"];
    let quarters = [
        "2018-19-Q2",
        "2019-20-Q1",
        "2019-20-Q2",
        "2020-21-Q1",
        "2020-21-Q2",
        "2021-22-Q2",
    ];
    let spans = [
        "2016-19", "2017-20", "2018-21", "2019-22", "2020-23", "2021-24", "2022-25",
    ];
    let spanned = ["2019-22", "2020-23", "2021-24"];
    let cases: [Case; 6] = [
        (&years, "2020-21", "", &["2020-21"], 1),
        // A year with a break inside it compares with neither neighbour.
        (&years, "2020-21-Q3", "", &["2020-21", "2021-22"], 2),
        (&years, "AY2020-21", "", &["2020-21", "2021-22"], 2),
        (&years, "2010-11", "", &[], 0),
        (&spans, "2021-22", "", &spanned, 3),
        // The chart shows the second quarters alone.
        (
            &quarters,
            "2020-21-Q1",
            ", cumulative: true",
            &["2020-21-Q1"],
            1,
        ),
    ];
    for (periods, from, more, noted, lines) in cases {
        let page = measure_page(&broken(periods, from, more), "calls");
        let points = page["series"][0]["points"].as_array().unwrap().iter();
        let points = points.filter(|point| point["break"].is_object());
        let found: Vec<_> = points
            .map(|point| point["period"]["code"].as_str().unwrap())
            .collect();
        assert_eq!(found, noted, "{from} in {periods:?}");
        let svg = page["series_chart"]["html"].as_str().unwrap();
        let path = svg.split("\" class=\"chart-break\"").next().unwrap();
        let path = path.rsplit("<path d=\"").next().unwrap();
        // The key shows the sign once more.
        let drawn = match lines {
            0 => usize::from(svg.contains("chart-break")),
            _ => path.matches('M').count() - 1,
        };
        assert_eq!(drawn, lines, "{from} in {periods:?}: {path}");
        let key = svg.contains("Break in the series");
        assert_eq!(key, lines > 0, "{from} in {periods:?}");
    }
}

#[test]
fn where_there_are_earlier_figures_the_period_without_one_is_named() {
    let none = "there is no earlier figure";
    for (history, said) in [
        ("{2014-15: 3}", "there is no figure for 2016/17"),
        ("{2017-18-Q1: 3}", "there is no figure for 2016/17"),
        (
            "{2014-15: 3, 2016-17: '[c]'}",
            "no figure for 2016/17 is available",
        ),
        ("{2014-15: '[x]'}", none),
        ("{}", none),
    ] {
        let measure = format!("id: calls, title: Calls, actual: 4, history: {history}");
        let page = measure_page(&reports(&[("2017-18", "", &measure)]), "calls");
        let change = &page["latest"]["row"]["direction"]["change"];
        assert_eq!(change, said, "{history}");
    }
}

#[test]
fn a_figure_that_was_counted_otherwise_is_not_said_to_be_missing() {
    for (before, now) in [(", cumulative: true", ""), ("", ", cumulative: true")] {
        let before = format!("id: calls, title: Calls, actual: 3{before}");
        let now = format!("id: calls, title: Calls, actual: 4{now}");
        let editions = reports(&[("2016-17", "", &before), ("2017-18", "", &now)]);
        let page = measure_page(&editions, "calls");
        let change = &page["latest"]["row"]["direction"]["change"];
        assert_eq!(change, "the figure for 2016/17 was counted in another way");
    }
}

#[test]
fn a_history_in_the_unit_of_now_goes_before_what_was_published_in_another() {
    let before = "id: wait, title: Wait, unit: days, actual: 14, target: 12";
    let now = "id: wait, title: Wait, unit: weeks, actual: 1.8, \
               history: {2016-17: 2.0, 2015-16: 2.1, 2014-15: 2.2}";
    let editions = reports(&[("2016-17", "", before), ("2017-18", "", now)]);
    let page = measure_page(&editions, "wait");
    let points = page["series"][0]["points"].as_array().unwrap();
    let shown = points
        .iter()
        .map(|point| point["actual"]["text"].as_str().unwrap());
    let shown: Vec<_> = shown.collect();
    let weeks = ["2.2 weeks", "2.1 weeks", "2.0 weeks", "1.8 weeks"];
    assert_eq!(shown, weeks);
    let link = "<a href=\"../../2016-17/index.html\">Report 2016-17</a>";
    let told = format!("Published as 14 days in “{link}”.");
    assert_eq!(points[2]["notes"][0]["html"], told);
    assert_eq!(points[2]["target"]["text"], "not supplied");
    let trends = page["trends"].to_string();
    assert!(trends.contains("mean"), "{trends}");
}

#[test]
fn yes_and_no_have_no_mean() {
    let measure = "id: calls, title: Calls, unit: yes-no, actual: yes, \
                   history: {2016-17: yes, 2015-16: yes, 2014-15: no, 2013-14: no}";
    let page = measure_page(&reports(&[("2017-18", "", measure)]), "calls");
    let trends = page["trends"].as_array().unwrap().iter();
    let trends: Vec<_> = trends.map(|trend| trend.as_str().unwrap()).collect();
    assert!(trends[0].starts_with("Better: "), "{trends:?}");
    assert!(
        trends.iter().all(|trend| !trend.contains("mean")),
        "{trends:?}"
    );
}

#[test]
fn a_linked_figure_in_another_unit_is_not_rounded_by_the_row() {
    let before = "id: rate, title: Rate, unit: percent, actual: 49.95";
    let now = "id: rate, title: Rate, unit: number, decimals: 0, actual: 50";
    let site = reports(&[("2016-17", "", before), ("2017-18", "", now)]).file(
        "content/reports/2017-18/report.md",
        "---\ntitle: R\nstatus: published\nperiod: 2017-18\nstage: annual\n---\n\
         It was [](measure:rate.previous) then.\n",
    );
    let website = crate::found::website(&site, goldenthread::pipeline::Drafts::Left);
    let page = crate::found::at(&website, "2017-18/index.html").unwrap();
    assert!(page.contains(">49.95%</a> then."), "{page}");
}
