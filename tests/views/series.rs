//! The page of a measure with figures from several editions.

use goldenthread::{model::Id, pipeline::Drafts, wording::Place};
use serde_json::Value;

use crate::{
    site::{Inputs, english, view},
    support::Site,
};

/// A site of reports, each with one measure: folder and period, further lines of the report, and the
/// measure.
pub fn reports(reports: &[(&str, &str, &str)]) -> Site {
    let mut site = Site::empty().file(
        "content/site.yaml",
        "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
    );
    for (period, more, measure) in reports {
        let folder = format!("content/reports/{period}");
        let report = format!(
            "---\ntitle: Report {period}\nstatus: published\nperiod: {period}\nstage: annual\n{more}---\n"
        );
        let unit = if measure.contains("unit:") {
            ""
        } else {
            "unit: number, "
        };
        let measures = format!("how-much:\n  - {{{unit}polarity: higher, {measure}}}\n");
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

pub fn measure_page(site: &Site, id: &str) -> Value {
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
    let svg = chart["html"].as_str().unwrap();
    for said in [" 1, ", " 2, ", " not supplied, ", " 4 and ", " 5"] {
        assert!(svg.contains(said), "{said} in {svg}");
    }
    // A quarter still compares with the same one of the year before.
    let direction = &page["latest"]["row"]["previous"]["text"];
    assert_eq!(direction, "1");
}

#[test]
fn a_symbol_in_the_place_of_a_result_is_drawn_and_explained() {
    let years = [
        ("2013-14", "actual: 1"),
        ("2014-15", "actual: '[c]'"),
        ("2015-16", "actual: '3 [p]'"),
        ("2016-17", "target: 4"),
        ("2017-18", "actual: 5"),
    ];
    let measures = years.map(|(_, actual)| format!("id: calls, title: Calls, {actual}"));
    let editions: Vec<_> = years
        .iter()
        .zip(&measures)
        .map(|((period, _), measure)| (*period, "", &**measure))
        .collect();
    let page = measure_page(&reports(&editions), "calls");
    let svg = page["series_chart"]["html"].as_str().unwrap();
    // Once for wide and once for narrow columns.
    for drawn in [
        ">[c]</text>",
        ">3\u{a0}[p]</text>",
        ">[c] confidential; [p] provisional</text>",
    ] {
        assert_eq!(svg.matches(drawn).count(), 2, "{drawn} in {svg}");
    }
    // A blank leaves its gap empty.
    assert!(!svg.contains(">not supplied</text>"), "{svg}");
    let said = "2014/15 [c], 2015/16 3\u{a0}[p], 2016/17 not supplied and 2017/18 5.";
    for said in [said, "[c] confidential; [p] provisional.</desc>"] {
        assert!(svg.contains(said), "{said} in {svg}");
    }
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
    let svg = chart["html"].as_str().unwrap();
    assert!(svg.contains(" 1, ") && svg.contains(" 2 and "), "{svg}");
}

#[test]
fn figures_that_count_the_other_way_stand_apart_and_are_told() {
    let all = |first: &str, rest: &str| {
        let measure = |more: &str, actual: u8| {
            format!("id: calls, title: Calls, {more}actual: {actual}, target: {actual}")
        };
        let quarters = ["2015-16-Q2", "2016-17-Q1", "2016-17-Q2", "2017-18-Q2"];
        let ways = [first, rest, first, rest];
        let measures: Vec<_> = (1..=4)
            .zip(ways)
            .map(|(actual, way)| measure(way, actual))
            .collect();
        let editions: Vec<_> = quarters
            .iter()
            .zip(&measures)
            .map(|(period, measure)| (*period, "", &**measure))
            .collect();
        reports(&editions)
    };
    for (first, rest, told) in [
        (
            "cumulative: true, ",
            "",
            "The figures in these editions count from the start of the year, and those of the latest \
             edition do not: Report 2015-16-Q2 and Report 2016-17-Q2.",
        ),
        (
            "",
            "cumulative: true, ",
            "The figures of the latest edition count from the start of the year, and those in these \
             editions do not: Report 2015-16-Q2 and Report 2016-17-Q2.",
        ),
    ] {
        let site = all(first, rest);
        let page = measure_page(&site, "calls");
        assert_eq!(
            tables(&page),
            ["2016-17-Q1=2 2017-18-Q2=4", "2015-16-Q2=1 2016-17-Q2=3"]
        );
        let note = page["counted_otherwise"].as_str().unwrap();
        assert!(note.starts_with(told), "{note}");
        let caption = page["series"][1]["caption"].as_str().unwrap();
        assert!(caption.starts_with("Calls: quarters, "), "{caption}");
        assert_eq!(page["periods_text"], "Figures for 4 periods");
        // What an edition said of its own figures stands beside them.
        let point = &page["series"][1]["points"][1];
        assert_eq!(point["report"]["text"]["text"], "Report 2016-17-Q2");
        assert_eq!(point["ratings"][0]["status"], "green");
        let website = crate::found::website(&site, Drafts::Left);
        let html = crate::found::at(&website, "measures/calls/index.html").unwrap();
        assert!(html.contains(told), "{html}");
        let data = crate::found::at(&website, "data/site.json").unwrap();
        let data: Value = serde_json::from_str(&data).unwrap();
        let measure = &data["measures"][0];
        assert_eq!(measure["cumulative"], !rest.is_empty());
        let apart = measure["counted_otherwise"].as_array().unwrap();
        assert_eq!(apart.len(), 2, "{apart:#?}");
        assert_eq!(apart[0]["report"], "2015-16-Q2");
        assert_eq!(apart[1]["actual"], "3");
    }
    let page = measure_page(
        &reports(&[("2017-18", "", "id: calls, title: Calls, actual: 1")]),
        "calls",
    );
    assert_eq!(page["counted_otherwise"], Value::Null);
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
        points[0]["provenance"]["text"]["text"],
        "Given as the result a year before in Report 2015-16"
    );
    assert_eq!(points[0]["provenance"]["href"], "../../2015-16/index.html");
    // What an edition gave of others stands in its row.
    assert_eq!(page["series"][0]["compared"], true);
    let others = &points[3]["comparators"];
    assert_eq!(others[0]["name"]["text"], "Wales");
    assert_eq!(points[0]["comparators"], serde_json::json!([]));
    assert_eq!(points[1]["ratings"][0]["status"], "green");
    assert_eq!(points[2]["direction"]["status"], "better");
    let corrections = page["corrections"].as_array().unwrap();
    assert_eq!(corrections.len(), 1, "{corrections:#?}");
    assert_eq!(corrections[0]["about"]["text"]["text"], "Old, actual");
    let website = crate::found::website(&site, Drafts::Left);
    for (address, told) in [
        (
            "measures/new/index.html",
            ">Report 2015-16</a>, actual: <span class=\"was\">was 5, now 4.</span>",
        ),
        (
            "2015-16/index.html",
            ">Old, actual</a>: <span class=\"was\">was 5, now 4.</span>",
        ),
    ] {
        let page = crate::found::at(&website, address).expect(address);
        assert!(page.contains(told), "{told} in {page}");
    }
    let svg = page["series_chart"]["html"].as_str().unwrap();
    assert!(svg.contains("Wales"), "{svg}");
    for other in ["2015/16 2", "2016/17 7", "2017/18 9"] {
        assert!(svg.contains(other), "{other} in {svg}");
    }
    // The page of the old id has its own alone.
    let old = measure_page(&site, "old");
    assert_eq!(tables(&old), ["2014-15=3 2015-16=4 2016-17=6"]);
}

#[test]
fn a_draft_without_a_date_follows_the_quarters_of_its_year() {
    let report = |stage: &str, period: &str, more: &str| {
        format!("---\ntitle: A\nperiod: {period}\nstage: {stage}\n{more}---\n")
    };
    let quarter = |more: &str| report("quarter", "2017-18-Q4", more);
    let published = "status: published\npublished: 2018-05-01\n";
    let later = report(
        "quarter",
        "2018-19-Q1",
        "status: published\npublished: 2018-08-01\n",
    );
    let site = reports(&[])
        .file("content/reports/Q4/report.md", &quarter(published))
        .file(
            "content/reports/year/report.md",
            &report("annual", "2017-18", "status: draft\n"),
        );
    let order = |site: &Site| {
        let inputs = Inputs::of(site.root());
        let editions = inputs.facts.editions.earliest_first();
        let ids: Vec<_> = editions
            .map(|at| inputs.model.reports[at].id.to_string())
            .collect();
        ids
    };
    assert_eq!(order(&site), ["Q4", "year"]);
    let site = site.file("content/reports/next/report.md", &later);
    assert_eq!(order(&site), ["Q4", "year", "next"]);
}

#[test]
fn a_superseded_edition_leads_to_what_stands_in_its_place() {
    let calls = "id: calls, title: Calls, actual: 1";
    let again = "published: 2016-12-01\n";
    let site = reports(&[
        ("2014-15", "", calls),
        ("2015-16", "", calls),
        ("2016-17", again, calls),
    ]);
    let first = "content/reports/2015-16-first";
    let report = |title: &str, period: &str| {
        format!(
            "---\ntitle: {title}\nstatus: superseded\nperiod: {period}\nstage: annual\npublished: 2016-01-01\n---\n"
        )
    };
    let site = site
        .file(&format!("{first}/report.md"), &report("First", "2015-16"))
        .file(
            "content/reports/2013-14/report.md",
            &report("Older", "2013-14").replace("2016-01", "2014-01"),
        )
        .file(
            "content/reports/2017-18/report.md",
            &report("Latest", "2017-18").replace("2016-01", "2018-01"),
        );
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    for (id, to, text) in [
        (
            "2015-16-first",
            "../2015-16/index.html",
            "A later edition has taken the place of this one.",
        ),
        (
            "2013-14",
            "../2014-15/index.html",
            "A later edition has taken the place of this one.",
        ),
        // What took its place is not on the site.
        (
            "2017-18",
            "../index.html",
            "This edition is no longer current.",
        ),
    ] {
        let mut reports = inputs.model.reports.iter();
        let at = reports.position(|report| report.id.as_str() == id).unwrap();
        let view = view(&context, &english(), &Place::Report(at));
        assert_eq!(view["superseded"]["href"], to, "{id}");
        assert_eq!(view["superseded"]["text"], text, "{id}");
    }
}

#[test]
fn sentences_round_as_the_site_says_and_tell_apart_what_they_compare() {
    let calls = |actual: &str, more: &str| {
        format!("id: calls, title: Calls, decimals: 1, actual: {actual}{more}")
    };
    let last = calls(
        "4.12345",
        ", previous: 3.24, restated: 'Counted [anew](page:index).', comparators: [{name: Wales, value: 4.10001}, {name: Fife, value: 3.98765}]",
    );
    let (first, second, third) = (calls("9.98765", ""), calls("2.5", ""), calls("3.20001", ""));
    let site = reports(&[
        ("2014-15", "", &first),
        ("2015-16", "", &second),
        ("2016-17", "", &third),
        ("2017-18", "", &last),
    ]);
    let page = measure_page(&site, "calls");
    let trends = page["trends"].to_string();
    assert!(trends.contains("10.0"), "{trends}");
    assert!(!trends.contains("9.98765"), "{trends}");
    let row = &page["latest"]["row"];
    assert_eq!(row["comparators"][0]["figure"]["text"], "4.1");
    let standing = row["comparators"][0]["standing"].as_str().unwrap();
    assert!(standing.contains("4.10001"), "{standing}");
    let standing = row["comparators"][1]["standing"].as_str().unwrap();
    assert!(
        standing.contains("4.0") && !standing.contains("3.98765"),
        "{standing}"
    );
    // Both look like 3.2, so the sentence has the first as it was written.
    let restated = row["restated"]["html"].as_str().unwrap();
    assert!(restated.contains("3.20001"), "{restated}");
    assert!(restated.starts_with("2016/17 was"), "{restated}");
    let reason = "Counted <a href=\"../../index.html\">anew</a>.";
    assert!(restated.ends_with(reason), "{restated}");
    // An edition without a reason of its own, for a period that another one published.
    let site = reports(&[
        ("2016-17", "", &calls("2.5", "")),
        ("2017-18", "", &calls("3.5", ", covers: 2016-17")),
    ]);
    let page = measure_page(&site, "calls");
    let told = &page["latest"]["row"]["actual_restated"];
    let sentence = "2016/17 was first published as 2.5 in “<a href=\"../../2016-17/index.html\">Report 2016-17</a>”. \
                    No reason for the change is given.";
    assert_eq!(told["html"], sentence);
    assert_eq!(page["series"][0]["points"][0]["notes"][0]["html"], sentence);
}

#[test]
fn a_break_that_an_earlier_edition_declares_is_said_beside_the_row() {
    let measure =
        |actual: u8, more: &str| format!("id: calls, title: Calls, actual: {actual}{more}");
    let marked = ", break: {from: 2017-18, reason: '[by day](report:2016-17)'}";
    let (before, broken, after) = (measure(4, ""), measure(5, marked), measure(6, ""));
    let site = reports(&[
        ("2016-17", "", &before),
        ("2017-18", "published: 2018-06-01\n", &broken),
    ])
    .file(
        "content/reports/2017-18-again/report.md",
        "---\ntitle: Again\nstatus: published\nperiod: 2017-18\nstage: annual\npublished: 2018-09-01\n---\n",
    )
    .file(
        "content/reports/2017-18-again/o/objective.md",
        "---\ntitle: One\n---\n",
    )
    .file(
        "content/reports/2017-18-again/o/measures.yaml",
        &format!("how-much:\n  - {{unit: number, polarity: higher, {after}}}\n"),
    );
    let page = measure_page(&site, "calls");
    let row = &page["latest"]["row"];
    assert_eq!(row["direction"]["status"], "not-comparable");
    let said = row["break"]["html"].as_str().unwrap();
    assert!(said.contains(">By day</a>."), "{said}");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = std::fs::read_to_string(site.root().join("output/data/site.json")).unwrap();
    let json: Value = serde_json::from_str(&text).unwrap();
    let series = &json["measures"][0];
    assert_eq!(series["breaks"][0]["from"], "2017-18");
    assert_eq!(series["break"]["reason"]["en"], "[by day](report:2016-17)");
    let reports = json["reports"].as_array().unwrap();
    let again = reports
        .iter()
        .find(|it| it["id"] == "2017-18-again")
        .unwrap();
    let found = &again["objectives"][0]["measures"][0]["break"];
    assert_eq!(found["reason"]["en"], "[by day](report:2016-17)");
}

#[test]
fn a_correction_is_marked_wherever_its_figure_stands() {
    let corrected = "corrections:\n  - {date: 2016-10-14, about: \"measure:old.actual\", was: 5, now: 4, reason: Counted twice.}\n";
    let site = reports(&[
        (
            "2015-16",
            corrected,
            "id: old, title: Old, actual: 4, target: 9, intervention: 8",
        ),
        ("2016-17", "", "id: old, title: Old, actual: 6"),
        (
            "2017-18",
            "",
            "id: new, title: New, actual: 8, replaces: old",
        ),
    ]);
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let row = |place: Place| {
        let page = view(&context, &english(), &place);
        let row = page
            .pointer("/groups/0/rows/0")
            .or(page.pointer("/sections/0/measures/0"));
        let row = row.unwrap_or_else(|| panic!("{page:#?}"));
        let row = &row["corrected"];
        let text = |key: &str| row[key]["text"]["text"].as_str().map(str::to_owned);
        for link in [&row["actual"], &row["previous"]] {
            let href = link["href"]
                .as_str()
                .unwrap_or("2015-16/index.html#corrections");
            assert!(href.ends_with("index.html#corrections"), "{href}");
        }
        (text("actual"), text("previous"))
    };
    let said = Some("Corrected 14 October 2016".to_owned());
    let latest = context
        .model
        .reports
        .iter()
        .position(|it| it.id.as_str() == "2017-18")
        .unwrap();
    let middle = context
        .model
        .reports
        .iter()
        .position(|it| it.id.as_str() == "2016-17")
        .unwrap();
    let first = context
        .model
        .reports
        .iter()
        .position(|it| it.id.as_str() == "2015-16")
        .unwrap();
    assert_eq!(row(Place::Objective(first, 0)), (said.clone(), None));
    assert_eq!(row(Place::ReportExceptions(first)), (said.clone(), None));
    // A year later it is the figure a year before; two years later it is on the page no more.
    assert_eq!(row(Place::Objective(middle, 0)), (None, said));
    assert_eq!(row(Place::Objective(latest, 0)), (None, None));
}
