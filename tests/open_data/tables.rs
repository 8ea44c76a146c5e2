//! Sites that are not as tidy as the example: what the CSV files make of them.

use crate::{
    published::{Published, lines},
    support::Site,
};

#[test]
fn a_symbol_leaves_its_cell_blank_and_stands_in_the_notes() {
    let site = Site::new().file(
        "content/reports/2017-18/learners/measures.yaml",
        "how-much:
  - id: a
    title: A
    unit: number
    polarity: higher
    actual: [x]
    target: \"1300 [p]\"
    previous: {value: 1250.50, note: counted twice}
    comparators: [{name: Wales, value: \"9.10 [p]\"}, {name: England, value: [x]}]
    rank: 7 of 22
",
    );
    let table = lines(&Published::of(&site).measures_csv("2017-18", "en"));
    let [line] = &table[..] else {
        panic!("{table:?}");
    };
    for (heading, cell) in [
        ("Actual", ""),
        ("Target", "1300"),
        ("Previous", "1250.50"),
        ("Change", ""),
        ("Rating", "not-rated"),
        (
            "Reason for rating",
            "Not rated: no figure is given for this period.",
        ),
        ("Direction of travel", "no-comparison"),
        ("Notes", "Actual: [x]; Target: [p]; Previous: counted twice"),
        ("Comparators", "Wales: 9.10 [p]; England: [x]"),
        ("Rank", "7"),
        ("Ranked out of", "22"),
    ] {
        assert_eq!(line[heading], cell, "{heading}");
    }
}

#[test]
fn no_cell_is_a_formula_and_every_figure_is_whole() {
    let site = Site::new()
        .file(
            "content/reports/2017-18/learners/measures.yaml",
            "how-much:
  - id: a
    title: \"=HYPERLINK(A1)\"
    codes: [\"@a\", b]
    unit: pounds
    polarity: higher
    actual: -12.50
    previous: 3
    comment: |
      - first, \"quoted\"
      - second
",
        )
        .file(
            "content/reports/2017-18/learners/actions.yaml",
            "- {id: b, title: \"+ more\", partners: [\"-a\", \"=b\"], due: 2018-04-01, complete: 0}\n",
        );
    let published = Published::of(&site);
    let measures = lines(&published.measures_csv("2017-18", "en"));
    for (heading, cell) in [
        ("Title", "'=HYPERLINK(A1)"),
        ("Codes", "'@a; b"),
        ("Actual", "-12.50"),
        ("Change", "-15.50"),
        ("Comment", "'- first, \"quoted\"\n- second"),
    ] {
        assert_eq!(measures[0][heading], cell, "{heading}");
    }
    let actions = lines(&published.actions_csv("2017-18", "en"));
    for (heading, cell) in [
        ("Title", "'+ more"),
        ("Partners", "'-a; =b"),
        ("Per cent complete", "0"),
        ("Due", "2018-04-01"),
        ("Overdue", "no"),
    ] {
        assert_eq!(actions[0][heading], cell, "{heading}");
    }
}

#[test]
fn each_language_has_its_own_texts_and_the_same_codes() {
    let site = Site::new().file(
        "content/reports/2017-18/learners/measures.yaml",
        "how-much:
  - id: a
    title: {en: Water, cy: Dŵr}
    unit: {en: litres, cy: litr}
    actual: 5
    target: 6
    intervention: 4
    comment: {cy: Yn y Gymraeg yn unig}
",
    );
    let published = Published::of(&site);
    for (language, title, unit) in [("en", "Water", "litres"), ("cy", "Dŵr", "litr")] {
        let bytes = published.measures_csv("2017-18", language);
        let text = String::from_utf8(bytes).unwrap();
        let mut reader = csv::Reader::from_reader(text.trim_start_matches('\u{feff}').as_bytes());
        let record = reader.records().next().unwrap().unwrap();
        for cell in [
            title,
            unit,
            "how-much",
            "2017-18",
            "amber",
            "Yn y Gymraeg yn unig",
        ] {
            assert!(
                record.iter().any(|found| found == cell),
                "{language}: {cell}: {record:?}"
            );
        }
    }
}

#[test]
fn a_report_without_measures_has_a_table_of_headings() {
    let published = Published::of(&Site::new());
    assert!(lines(&published.measures_csv("2017-18", "en")).is_empty());
    assert!(lines(&published.actions_csv("2017-18", "en")).is_empty());
}

#[test]
fn the_upper_end_of_a_target_has_a_column_of_its_own() {
    let site = Site::new().file(
        "content/reports/2017-18/learners/measures.yaml",
        "how-much:
  - {id: a, title: A, unit: number, polarity: target, actual: 97, target: 90.50 to 110}
  - {id: b, title: B, unit: number, polarity: target, actual: 97, target: 90}
",
    );
    let table = lines(&Published::of(&site).measures_csv("2017-18", "en"));
    let targets: Vec<_> = table
        .iter()
        .map(|line| (line["Target"].as_str(), line["Target upper"].as_str()))
        .collect();
    assert_eq!(targets, [("90.50", "110"), ("90", "")]);
}
