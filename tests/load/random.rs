//! Whatever is written, something is said and nothing panics.

use proptest::{prelude::*, sample::select};

use crate::support::{OBJECTIVE, Site};

/// Pieces that content is made of, and pieces that break it.
const KEYS: &[&str] = &[
    "id",
    "title",
    "unit",
    "actual",
    "target",
    "history",
    "rag",
    "break",
    "comparators",
    "covers",
    "period",
    "stage",
    "status",
    "languages",
    "organisation",
    "brand",
    "slug",
    "accept",
    "aliases",
    "attachments",
    "complete",
    "rank",
    "value",
    "numerator",
    "denominator",
    "how-much",
    "cy",
    "all",
    "ŵŷ",
    "2016-17",
    "measure_groups",
    "ways_of_working",
    "corrections",
    "embargo",
    "- id",
    "- ",
];

const VALUES: &[&str] = &[
    "",
    "90.10",
    "[x]",
    "\"90.1 [p]\"",
    "2/25",
    "{value: 8, numerator: 2, denominator: 0}",
    "yes",
    "[en, cy]",
    "[a, [b, {c: d}]]",
    "{en: A, cy: B}",
    "{all: A, en: B}",
    "2017-18",
    "2018-03-01",
    "7 of 22",
    "ŵ ŷ",
    "£1,2",
    "%",
    "*a",
    "&a b",
    "|",
    ">-",
    "'",
    "\"",
    "# c",
    "null",
    "-",
    "1e999",
    "99999999999999999999999999999999999",
    "-0",
    "../../x",
    "{a: b",
    "annual",
    "draft",
    "green",
];

fn content() -> impl Strategy<Value = String> {
    let line = (0..4_usize, select(KEYS), select(VALUES))
        .prop_map(|(depth, key, value)| format!("{}{key}: {value}\n", "  ".repeat(depth)));
    let noise = proptest::string::string_regex("[ -~ŵ\n\t]{0,20}").expect("a pattern");
    let piece = prop_oneof![6 => line, 1 => noise, 1 => Just("---\n".to_owned())];
    proptest::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn nothing_panics(
        site_yaml in content(),
        report in content(),
        objective in content(),
        welsh in content(),
        actions in content(),
        measures in content(),
        csv in content(),
    ) {
        let site = Site::new()
            .file("content/site.yaml", &site_yaml)
            .file("content/reports/2017-18/report.md", &format!("---\n{report}"))
            .file(&format!("{OBJECTIVE}/objective.md"), &format!("---\n{objective}---\n"))
            .file(&format!("{OBJECTIVE}/objective.cy.md"), &format!("---\n{welsh}---\n"))
            .file(&format!("{OBJECTIVE}/actions.yaml"), &actions)
            .file(&format!("{OBJECTIVE}/measures.yaml"), &measures)
            .file("content/reports/2017-18/other/measures.csv", &csv.replace(": ", ","));
        let once = site.said();
        prop_assert_eq!(site.said(), once);
    }
}
