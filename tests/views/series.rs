//! The page of a measure with figures from several editions.

use goldenthread::{model::Id, wording::Place};
use serde_json::Value;

use crate::{
    site::{Inputs, english, view},
    support::Site,
};

/// A site of reports, each with one measure: folder and period, further lines of the report, and the
/// measure.
fn reports(reports: &[(&str, &str, &str)]) -> Site {
    let mut site = Site::empty().file(
        "content/site.yaml",
        "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
    );
    for (period, more, measure) in reports {
        let folder = format!("content/reports/{period}");
        let report = format!(
            "---\ntitle: Report {period}\nstatus: published\nperiod: {period}\nstage: annual\n{more}---\n"
        );
        let measures = format!("how-much:\n  - {{unit: number, polarity: higher, {measure}}}\n");
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

fn measure_page(site: &Site, id: &str) -> Value {
    let inputs = Inputs::of(site.root());
    let place = Place::Measure(Id::parse(id).unwrap());
    view(&inputs.context(), &english(), &place)
}

/// The periods and results of each table.
fn tables(page: &Value) -> Vec<String> {
    let tables = page["series"].as_array().unwrap().iter();
    let tables = tables.map(|table| {
        let points = table["points"].as_array().unwrap().iter();
        let points = points.map(|point| {
            let period = point["period"]["code"].as_str().unwrap();
            format!("{period}={}", point["actual"]["text"].as_str().unwrap())
        });
        points.collect::<Vec<_>>().join(" ")
    });
    tables.collect()
}

#[test]
fn quarters_stand_in_one_series_and_on_one_line() {
    let quarters = [
        ("2016-17-Q4", "id: calls, title: Calls, actual: 1"),
        ("2017-18-Q1", "id: calls, title: Calls, actual: 2"),
        ("2017-18-Q3", "id: calls, title: Calls, actual: 4"),
        ("2017-18-Q4", "id: calls, title: Calls, actual: 5"),
    ];
    let editions = quarters.map(|(period, measure)| (period, "", measure));
    let page = measure_page(&reports(&editions), "calls");
    assert_eq!(
        tables(&page),
        ["2016-17-Q4=1 2017-18-Q1=2 2017-18-Q3=4 2017-18-Q4=5"]
    );
    let chart = &page["series_chart"];
    assert_eq!(chart["note"], Value::Null);
    let svg = chart["svg"].as_str().unwrap();
    for said in [" 1, ", " 2, ", " not supplied, ", " 4 and ", " 5"] {
        assert!(svg.contains(said), "{said} in {svg}");
    }
    // A quarter still compares with the same one of the year before.
    let direction = &page["latest"]["row"]["previous"]["text"];
    assert_eq!(direction, "1");
}

#[test]
fn figures_from_the_start_of_the_year_keep_to_one_part_of_it_on_the_line() {
    let quarter =
        |actual: u8| format!("id: calls, title: Calls, cumulative: true, actual: {actual}");
    let quarters = ["2015-16-Q2", "2016-17-Q2", "2017-18-Q1", "2017-18-Q2"];
    let measures: Vec<_> = (1..=4).map(quarter).collect();
    let editions: Vec<_> = quarters
        .iter()
        .zip(&measures)
        .map(|(period, measure)| (*period, "", &**measure))
        .collect();
    let page = measure_page(&reports(&editions), "calls");
    assert_eq!(tables(&page).len(), 1);
    let chart = &page["series_chart"];
    let note = chart["note"].as_str().unwrap();
    assert!(note.contains("count from the start of the year"), "{note}");
    let svg = chart["svg"].as_str().unwrap();
    assert!(svg.contains(" 1, ") && svg.contains(" 2 and "), "{svg}");
}

#[test]
fn a_measure_shows_what_was_published_under_the_id_it_replaces() {
    let corrected = "corrections:\n  - {date: 2016-10-14, about: \"measure:old.actual\", was: 5, now: 4, reason: Counted twice.}\n";
    let site = reports(&[
        (
            "2015-16",
            corrected,
            "id: old, title: Old, actual: 4, previous: 3, target: 1, intervention: 0, comparators: [{name: Wales, value: 2}]",
        ),
        (
            "2016-17",
            "",
            "id: old, title: Old, actual: 6, comparators: [{name: Wales, value: 7}]",
        ),
        (
            "2017-18",
            "",
            "id: new, title: New, actual: 8, replaces: old, comparators: [{name: Wales, value: 9}]",
        ),
    ]);
    let page = measure_page(&site, "new");
    assert_eq!(tables(&page), ["2014-15=3 2015-16=4 2016-17=6 2017-18=8"]);
    let points = page["series"][0]["points"].as_array().unwrap();
    assert_eq!(
        points[0]["provenance"],
        "Given as the result a year before in Report 2015-16"
    );
    assert_eq!(points[1]["ratings"][0]["status"], "green");
    assert_eq!(points[2]["direction"]["status"], "better");
    let corrections = page["corrections"].as_array().unwrap();
    assert_eq!(corrections.len(), 1, "{corrections:#?}");
    let svg = page["series_chart"]["svg"].as_str().unwrap();
    assert!(svg.contains("Wales"), "{svg}");
    for other in ["2015/16 2", "2016/17 7", "2017/18 9"] {
        assert!(svg.contains(other), "{other} in {svg}");
    }
    // The page of the old id has its own alone.
    let old = measure_page(&site, "old");
    assert_eq!(tables(&old), ["2014-15=3 2015-16=4 2016-17=6"]);
}
