//! What accounts for a change of a sealed report, and what it is told to come from.

use crate::record::{
    CALLS, LETTERS, MEASURES, REPORT, correction, measures, refused, report, sealed, with_before,
};

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
    let restated = correction("measure:calls", "");
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
