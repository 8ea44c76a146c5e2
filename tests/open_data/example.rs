//! The example: every figure of the published report, and what follows from it.

use std::path::Path;

use serde_json::{Value, json};

use crate::published::{Published, item, lines, measure};

const REPORT: &str = "2017-18-six-month";
const OBJECTIVE: &str = "wo2-outcomes-for-all-learners";

type Row = (
    &'static str,
    &'static str,
    &'static str,
    [&'static str; 4],
    &'static str,
    &'static str,
    &'static str,
);

/// The measures in the order of the report: group, id, codes, the figures as printed (actual,
/// target, intervention level, twelve months before), rating, direction and change.
#[rustfmt::skip]
const MEASURES: [Row; 11] = [
    ("how-much", "edu003", "EDU003; PAM/004", ["90.10", "90.40", "85.00", "90.40"], "amber", "worse", "-0.30"),
    ("how-much", "edu004", "EDU004; PAM/005", ["84.10", "86.10", "80.00", "82.00"], "amber", "better", "+2.10"),
    ("how-much", "level-2-aged-15", "", ["49.90", "56.00", "42.00", "53.00"], "amber", "worse", "-3.10"),
    ("how-well", "fsm-key-stage-2", "", ["78.90", "78.50", "70.00", "80.80"], "green", "worse", "-1.90"),
    ("how-well", "fsm-key-stage-3", "", ["68.50", "69.50", "55.00", "65.10"], "amber", "better", "+3.40"),
    ("how-well", "fsm-level-2", "", ["25.30", "38.40", "25.00", "30.10"], "amber", "worse", "-4.80"),
    ("how-well", "edu016a", "EDU016a", ["94.70", "95.30", "92.00", "94.65"], "amber", "better", "+0.05"),
    ("how-well", "edu016b", "EDU016b", ["93.30", "94.00", "90.10", "93.40"], "amber", "worse", "-0.10"),
    ("better-off", "edu002i", "EDU002i", ["1.20", "0.30", "0.40", "1.10"], "red", "worse", "+0.10"),
    ("better-off", "edu002ii", "EDU002ii", ["8.00", "0.00", "10.00", ""], "amber", "no-comparison", ""),
    ("better-off", "neet-aged-16", "", ["1.90", "1.30", "2.00", "2.60"], "amber", "better", "-0.70"),
];

/// The actions: id, status, per cent complete. The source rates none of them.
const ACTIONS: [(&str, &str, u8); 5] = [
    ("challenging-targets", "completed-ongoing", 100),
    ("pupil-deprivation-grant", "completed-ongoing", 100),
    ("free-school-meals-gap", "completed-ongoing", 100),
    ("pivats-assessment", "completed-ongoing", 100),
    ("st-james-area", "partially-completed", 75),
];

pub fn example() -> Published {
    Published::at(Path::new(env!("CARGO_MANIFEST_DIR")))
}

/// The period that a measure's figures cover, and the one of twelve months before.
fn periods(id: &str) -> (&'static str, &'static str) {
    match id {
        "neet-aged-16" => ("AY2017-18", "AY2016-17"),
        _ => ("AY2016-17", "AY2015-16"),
    }
}

/// A figure in JSON: null for a blank.
fn figure(written: &str) -> Value {
    match written {
        "" => Value::Null,
        written => written.into(),
    }
}

#[test]
fn every_figure_of_every_measure_is_there_as_printed() {
    let json = example().json();
    let report = item(&json["reports"], REPORT);
    let measures = &item(&report["objectives"], OBJECTIVE)["measures"];
    let ids: Vec<_> = measures
        .as_array()
        .unwrap()
        .iter()
        .map(|m| &m["id"])
        .collect();
    assert_eq!(ids, MEASURES.map(|(_, id, ..)| id));
    for (group, id, codes, [actual, target, intervention, previous], rag, direction, change) in
        MEASURES
    {
        let found = item(measures, id);
        let (period, before) = periods(id);
        let lower = ["edu002i", "edu002ii", "neet-aged-16"].contains(&id);
        let codes: Vec<_> = codes.split("; ").filter(|code| !code.is_empty()).collect();
        let expected = json!({
            "group": group,
            "codes": codes,
            "unit": "percent",
            "unit_name": {"en": "per cent", "cy": "y cant"},
            "decimals": 2,
            "polarity": if lower { "lower" } else { "higher" },
            "period": period,
            "actual": actual,
            "target": target,
            "intervention": intervention,
            "previous": figure(previous),
            "previous_period": figure(if previous.is_empty() { "" } else { before }),
            "previous_source": figure(if previous.is_empty() { "" } else { "stated" }),
            "previous_report": null,
            "notes": {},
            "rag": rag,
            "rag_basis": "calculated",
            "rag_computed": rag,
            "rag_stated": null,
            "direction": direction,
            "change": figure(change),
        });
        for (name, value) in expected.as_object().unwrap() {
            assert_eq!(&found[name], value, "{id}: {name}");
        }
    }
}

#[test]
fn the_counts_are_those_of_the_report() {
    let json = example().json();
    let expected = json!({
        "ratings": {"green": 1, "amber": 9, "red": 1, "not_rated": 0, "rated": 11, "all": 11},
        "directions": {
            "better": 4, "same": 0, "worse": 6, "no_comparison": 1, "not_comparable": 0, "all": 11,
        },
        "actions": {
            "unsuccessful": 0, "partly_successful": 0, "fully_successful": 0, "not_judged": 5,
            "complete": 4, "overdue": 0, "all": 5,
        },
    });
    let report = item(&json["reports"], REPORT);
    assert_eq!(report["counts"], expected);
    assert_eq!(item(&report["objectives"], OBJECTIVE)["counts"], expected);
}

#[test]
fn the_report_and_its_objective_say_what_they_are() {
    let json = example().json();
    assert_eq!(json["schema"], "goldenthread-site/1");
    assert_eq!(json["languages"], json!(["en", "cy"]));
    assert_eq!(
        json["organisation"]["en"],
        "Caerphilly County Borough Council"
    );
    let report = item(&json["reports"], REPORT);
    for (name, value) in [
        ("period", json!("2017-18")),
        ("stage", json!("six-month")),
        ("status", json!("published")),
        ("published", Value::Null),
        ("updated", Value::Null),
        (
            "pages",
            json!({
                "en": "2017-18-six-month/index.html",
                "cy": "cy/2017-18-chwe-mis/index.html",
            }),
        ),
        (
            "files",
            json!({
                "measures_csv": {
                    "en": "data/2017-18-six-month/measures.csv",
                    "cy": "cy/data/2017-18-six-month/measures.csv",
                },
                "actions_csv": {
                    "en": "data/2017-18-six-month/actions.csv",
                    "cy": "cy/data/2017-18-six-month/actions.csv",
                },
            }),
        ),
    ] {
        assert_eq!(report[name], value, "{name}");
    }
    let objective = item(&report["objectives"], OBJECTIVE);
    assert_eq!(objective["code"], "WO2");
    assert_eq!(objective["judgement"], "partly-successful");
    assert_eq!(objective["serves"], json!(["wfg/more-equal"]));
    let ways = json!([
        "long-term",
        "prevention",
        "integration",
        "collaboration",
        "involvement"
    ]);
    assert_eq!(objective["ways_of_working"], ways);
}

#[test]
fn actions_have_their_status_and_no_rating() {
    let json = example().json();
    let report = item(&json["reports"], REPORT);
    let actions = &item(&report["objectives"], OBJECTIVE)["actions"];
    let found: Vec<_> = actions.as_array().unwrap().iter().collect();
    assert_eq!(found.len(), ACTIONS.len());
    for (found, (id, status, complete)) in found.into_iter().zip(ACTIONS) {
        assert_eq!(found["id"], id);
        assert_eq!(found["status"], status, "{id}");
        assert_eq!(found["complete"], complete, "{id}");
        assert_eq!(found["rag"], Value::Null, "{id}");
        assert_eq!(found["overdue"], false, "{id}");
    }
}

#[test]
fn a_rating_has_its_sentence_and_a_fraction_its_parts() {
    let json = example().json();
    let edu004 = measure(&json, REPORT, OBJECTIVE, "edu004");
    assert_eq!(
        edu004["rag_reason"]["en"],
        "Amber: 84.10 is below the target of 86.10 and above the intervention level of 80.00."
    );
    assert_eq!(
        edu004["direction_reason"]["en"],
        "Better: up 2.10 percentage points"
    );
    let care = measure(&json, REPORT, OBJECTIVE, "edu002ii");
    let fraction = json!({"actual": {"numerator": "2", "denominator": "25"}});
    assert_eq!(care["fractions"], fraction);
    let fsm = measure(&json, REPORT, OBJECTIVE, "fsm-level-2");
    assert_eq!(fsm["break"]["from"], "AY2017-18");
}

#[test]
fn the_series_holds_the_year_before_as_history() {
    let json = example().json();
    let measures = &json["measures"];
    assert_eq!(measures.as_array().unwrap().len(), MEASURES.len());
    for (_, id, _, [actual, target, intervention, previous], ..) in MEASURES {
        let found = item(measures, id);
        let (period, before) = periods(id);
        let now = json!({
            "period": period, "actual": actual, "target": target, "intervention": intervention,
            "report": REPORT, "restated": null, "published_as": null, "unit": null, "notes": {},
        });
        let then = json!({
            "period": before, "actual": previous, "target": null, "intervention": null,
            "report": null, "restated": null, "published_as": null, "unit": null, "notes": {},
        });
        let expected = if previous.is_empty() {
            vec![now]
        } else {
            vec![then, now]
        };
        assert_eq!(found["series"], Value::from(expected), "{id}");
        assert_eq!(found["pages"]["en"], format!("measures/{id}/index.html"));
    }
}

#[test]
fn the_table_of_measures_holds_the_same() {
    let table = lines(&example().measures_csv(REPORT, "en"));
    assert_eq!(table.len(), MEASURES.len());
    for (line, (group, id, codes, figures, rag, direction, change)) in table.iter().zip(MEASURES) {
        let (period, before) = periods(id);
        let [actual, target, intervention, previous] = figures;
        for (heading, cell) in [
            ("Report", REPORT),
            ("Objective", OBJECTIVE),
            ("Objective code", "WO2"),
            ("Group", group),
            ("Measure", id),
            ("Codes", codes),
            ("Unit", "per cent"),
            ("Period", period),
            ("Actual", actual),
            ("Target", target),
            ("Intervention level", intervention),
            ("Previous", previous),
            (
                "Previous period",
                if previous.is_empty() { "" } else { before },
            ),
            ("Rating", rag),
            ("Basis of rating", "calculated"),
            ("Direction of travel", direction),
            ("Change", change),
            ("Notes", ""),
        ] {
            assert_eq!(line[heading], cell, "{id}: {heading}");
        }
        let fraction = [&line["Numerator"], &line["Denominator"]];
        let expected = if id == "edu002ii" {
            ["2", "25"]
        } else {
            ["", ""]
        };
        assert_eq!(fraction, expected, "{id}");
    }
}

#[test]
fn the_table_of_actions_holds_the_same() {
    let table = lines(&example().actions_csv(REPORT, "en"));
    assert_eq!(table.len(), ACTIONS.len());
    for (line, (id, status, complete)) in table.iter().zip(ACTIONS) {
        for (heading, cell) in [
            ("Action", id),
            ("Judgement", ""),
            ("Status", status),
            ("Per cent complete", &complete.to_string()),
            ("Due", ""),
            ("Overdue", ""),
        ] {
            assert_eq!(line[heading], cell, "{id}: {heading}");
        }
    }
    let measures = "fsm-key-stage-2; fsm-key-stage-3; fsm-level-2";
    assert_eq!(table[1]["Measures worked on"], measures);
    let partners = "Education Achievement Service (EAS); Schools";
    assert_eq!(table[1]["Partners"], partners);
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let (first, second) = (example(), example());
    assert!(first.site_json() == second.site_json());
    assert!(first.site_json().ends_with(b"}\n"));
    assert!(first.measures_csv(REPORT, "en") == second.measures_csv(REPORT, "en"));
}
