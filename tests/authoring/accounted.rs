//! What accounts for a change of a sealed report, and what it is told to come from.

use crate::record::{
    CALLS, LETTERS, MEASURES, REPORT, built, correction, measures, refused, report, sealed,
    with_before,
};

pub fn because(about: &str, more: &str, reason: &str) -> String {
    format!(
        "corrections:\n  - {{date: 2018-10-14, about: \"{about}\", {more}reason: \"{reason}\"}}\n"
    )
}

#[test]
fn what_came_from_another_edition_is_told_with_that_where_it_is_gone() {
    let gone = with_before(sealed(), "\"[x]\"").file(
        "content/reports/2016-17/learners/measures.yaml",
        &measures(&["{id: other, title: Other, unit: number, polarity: higher, actual: 4}"]),
    );
    refused(
        &gone,
        "`measure:calls.previous` was sealed as `10`, but is `blank`",
    );
    refused(
        &gone,
        "it is the result of the report `2016-17`: put that back",
    );
    // What the row itself said of the year before was no result of another edition.
    let site = sealed();
    let stated = CALLS.replace("{2015-16: 7}", "{2015-16: 7, 2016-17: 10}");
    let site = site.file(MEASURES, &measures(&[&stated, LETTERS]));
    let restated = because("measure:calls", "", "For 2016-17 it was 10.");
    let site = site.file(REPORT, &report("2017-18", &restated));
    assert_eq!(site.run(&["seal", "2017-18"]).status, 0);
    let site = site
        .file(MEASURES, &measures(&[CALLS, LETTERS]))
        .without("content/reports/2016-17/learners/measures.yaml");
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(
        !run.stderr.contains("the result of the report"),
        "{}",
        run.stderr
    );
}

#[test]
fn a_correction_of_a_measure_as_a_whole_is_of_its_actual() {
    let stated = correction("measure:calls", "was: 10, now: 9, ");
    let site = sealed()
        .file(
            MEASURES,
            &measures(&[&CALLS.replace("target: 10", "target: 9"), LETTERS]),
        )
        .file(REPORT, &report("2017-18", &stated));
    refused(
        &site,
        "`measure:calls.target` was sealed as `10`, but is `9`",
    );
}

#[test]
fn the_reason_tells_what_a_number_was_that_no_correction_gives() {
    for (from, to, message, reasons) in [
        (
            "7 of 22",
            "8 of 22",
            "a reason that tells readers of `7 of 22` and `8 of 22`",
            &["Place 8, not 7.", "It is 8 of 22."][..],
        ),
        (
            "value: 11",
            "value: 1105.50",
            "a reason that tells readers of `11` and `1105.50`",
            &["It is 1,105.50.", "It was 11."],
        ),
        (
            "2015-16: 7",
            "2015-16: \"[x]\"",
            "a reason that tells readers of `7` and `[x]`",
            &["It was unknown."],
        ),
        (
            "value: 11",
            "value: -11",
            "a reason that tells readers of `11` and `-11`",
            &["It was not 11."],
        ),
        (
            ", rank: 7 of 22",
            "",
            "a reason that tells readers of `7 of 22`",
            &["There was none."],
        ),
    ] {
        let site = sealed().file(MEASURES, &measures(&[&CALLS.replace(from, to), LETTERS]));
        refused(&site, message);
        let mut site = site;
        for reason in reasons {
            let stated = because("measure:calls", "", reason);
            site = site.file(REPORT, &report("2017-18", &stated));
            refused(&site, message);
        }
        let all = "It was 7 of 22, 11 or 7; it is 8, 22, \u{2212}11 or 1,105.50.";
        let stated = because("measure:calls", "", all);
        built(&site.file(REPORT, &report("2017-18", &stated)));
    }
    // What people might be known by is not told again.
    let kept = CALLS.replace("value: 11", "value: \"[c]\"");
    let stated = because("measure:calls", "", "It is confidential.");
    built(
        &sealed()
            .file(MEASURES, &measures(&[&kept, LETTERS]))
            .file(REPORT, &report("2017-18", &stated)),
    );
}
