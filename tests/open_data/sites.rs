//! Sites that are not as tidy as the example: what `data/site.json` makes of them.

use serde_json::{Value, json};

use crate::{
    published::{Published, item, measure},
    support::Site,
};

/// The small site with these measures in its one objective.
fn with_measures(measures: &str) -> Site {
    Site::new().file("content/reports/2017-18/learners/measures.yaml", measures)
}

fn learners<'a>(json: &'a Value, id: &str) -> &'a Value {
    measure(json, "2017-18", "learners", id)
}

#[test]
fn symbols_stand_beside_figures_and_in_their_place() {
    let site = with_measures(
        "how-much:
  - id: marked
    title: Marked
    unit: number
    actual: \"1250.5 [p]\"
    target: \"1300 [e] [r]\"
    intervention: [x]
    previous: \"[c]\"
    polarity: higher
  - id: noted
    title: Noted
    unit: percent
    actual: {value: 8.0, numerator: 2, denominator: 25, note: {en: Two pupils, cy: Dau ddisgybl}}
    polarity: none
    comparators:
      - {name: Wales, value: \"9.10 [p]\"}
      - {name: {en: Family group, cy: Grŵp teulu}, value: [x]}
    rank: 7 of 22
  - id: blank
    title: Blank
    unit: days
    polarity: lower
",
    );
    let json = Published::of(&site).json();
    let marked = learners(&json, "marked");
    for (name, value) in [
        ("actual", json!("1250.5")),
        ("target", json!("1300")),
        ("intervention", Value::Null),
        ("previous", Value::Null),
        ("previous_period", json!("2016-17")),
        ("previous_source", json!("stated")),
        (
            "notes",
            json!({
                "actual": "[p]", "target": "[e] [r]", "intervention": "[x]", "previous": "[c]",
            }),
        ),
        ("change", Value::Null),
        ("direction", json!("no-comparison")),
        ("rag", json!("amber")),
        ("decimals", json!(1)),
    ] {
        assert_eq!(marked[name], value, "{name}");
    }
    let noted = learners(&json, "noted");
    for (name, value) in [
        ("actual", json!("8.0")),
        ("notes", json!({})),
        (
            "figure_notes",
            json!({"actual": {"en": "Two pupils", "cy": "Dau ddisgybl"}}),
        ),
        (
            "fractions",
            json!({"actual": {"numerator": "2", "denominator": "25"}}),
        ),
        ("polarity", json!("none")),
        ("rag", json!("not-rated")),
        ("rank", json!({"place": 7, "of": 22})),
        (
            "comparators",
            json!([
                {"name": {"en": "Wales", "cy": "Wales"}, "value": "9.10", "note": "[p]", "standing": null},
                {"name": {"en": "Family group", "cy": "Grŵp teulu"}, "value": null, "note": "[x]", "standing": null},
            ]),
        ),
    ] {
        assert_eq!(noted[name], value, "{name}");
    }
    let blank = learners(&json, "blank");
    for name in [
        "actual",
        "target",
        "intervention",
        "previous",
        "previous_period",
        "change",
    ] {
        assert_eq!(blank[name], Value::Null, "{name}");
    }
    let series = &item(&json["measures"], "marked")["series"];
    let expected = json!([
        {
            "period": "2016-17", "actual": null, "target": null, "intervention": null,
            "report": null, "restated": null, "published_as": null, "unit": null, "notes": {"actual": "[c]"},
        },
        {
            "period": "2017-18", "actual": "1250.5", "target": "1300", "intervention": null,
            "report": "2017-18", "restated": null, "published_as": null, "unit": null,
            "notes": {"actual": "[p]", "target": "[e] [r]", "intervention": "[x]"},
        },
    ]);
    assert_eq!(*series, expected);
}

#[test]
fn a_change_is_exact_in_every_unit() {
    let measures: &[(&str, &str, &str, &str, &str)] = &[
        ("percent", "84.10", "82.00", "+2.10", "better"),
        ("percent", "94.70", "94.650", "+0.050", "better"),
        ("pounds", "-1200000.50", "999.5", "-1201000.00", "worse"),
        ("score", "5.0", "5", "0.0", "same"),
        ("yes-no", "yes", "no", "", "better"),
        ("per 1,000 people", "0.1", "0.3", "-0.2", "worse"),
        ("ratio", "-0.10", "-0.1", "0.00", "same"),
    ];
    let rows = measures.iter().enumerate();
    let rows: Vec<_> = rows
        .map(|(at, (unit, actual, previous, ..))| {
            format!(
                "  - {{id: m{at}, title: M, unit: \"{unit}\", polarity: higher, actual: {actual}, \
                 previous: {previous}}}\n"
            )
        })
        .collect();
    let yaml = format!("how-much:\n{}", rows.concat());
    let json = Published::of(&with_measures(&yaml)).json();
    for (at, (unit, actual, previous, change, direction)) in measures.iter().enumerate() {
        let found = learners(&json, &format!("m{at}"));
        assert_eq!(found["unit"], *unit);
        assert_eq!(found["actual"], *actual, "{unit}");
        assert_eq!(found["previous"], *previous, "{unit}");
        // A change from no to yes is no number.
        let change = (!change.is_empty()).then_some(*change);
        assert_eq!(found["change"].as_str(), change, "{unit}");
        assert_eq!(found["direction"], *direction, "{unit}");
    }
}

#[test]
fn of_yes_and_no_there_is_no_mean_and_the_first_best_and_worst_are_words() {
    let json = Published::of(&with_measures(
        "how-much:\n  - {id: a, title: A, unit: yes-no, polarity: higher, actual: yes, \
         history: {2016-17: yes, 2015-16: no, 2014-15: no, 2013-14: no}}\n",
    ))
    .json();
    let found = learners(&json, "a");
    assert_eq!(found["long_trend"], Value::Null);
    assert_eq!(
        found["baseline"],
        json!({"period": "2013-14", "value": "no", "direction": "better", "change": null})
    );
    assert_eq!(found["best"], json!({"period": "2017-18", "value": "yes"}));
    assert_eq!(found["worst"], json!({"period": "2015-16", "value": "no"}));
}

#[test]
fn texts_stand_by_language() {
    let site = with_measures(
        "ours:
  - id: a
    title: {en: Grŵp A, cy: Grŵp A yn Gymraeg}
    short_title: {all: A}
    definition: {cy: Diffiniad}
    source: Survey
    comment: Only English
    unit: {en: per 1000 people, cy: fesul 1000 o bobl}
    polarity: none
",
    )
    .file(
        "content/site.yaml",
        "organisation: {en: Example Council, cy: Cyngor Enghraifft}\ntitle: {all: Ni}\n\
         languages: [en, cy]\nbase_url: https://example.org/\n\
         measure_groups: {ours: {title: Ours}}\n",
    );
    let json = Published::of(&site).json();
    assert_eq!(json["languages"], json!(["en", "cy"]));
    assert_eq!(json["base_url"], "https://example.org/");
    assert_eq!(json["organisation"]["cy"], "Cyngor Enghraifft");
    assert_eq!(json["title"], json!({"en": "Ni", "cy": "Ni"}));
    assert_eq!(
        json["pages"],
        json!({"en": "index.html", "cy": "cy/index.html"})
    );
    let found = learners(&json, "a");
    for (name, value) in [
        ("group", json!("ours")),
        ("title", json!({"en": "Grŵp A", "cy": "Grŵp A yn Gymraeg"})),
        ("short_title", json!({"en": "A", "cy": "A"})),
        ("definition", json!({"cy": "Diffiniad"})),
        ("source", json!({"en": "Survey", "cy": "Survey"})),
        ("comment", json!({"en": "Only English"})),
        ("unit", json!("per 1000 people")),
        (
            "unit_name",
            json!({"en": "per 1000 people", "cy": "fesul 1000 o bobl"}),
        ),
        ("summary", Value::Null),
    ] {
        assert_eq!(found[name], value, "{name}");
    }
    let languages = found["rag_reason"].as_object().unwrap().keys();
    assert!(languages.eq(["cy", "en"]));
}

#[test]
fn the_shown_rating_follows_the_settings_and_the_others_stay() {
    let measures = "how-much:
  - {id: plain, title: P, unit: number, actual: 5, target: 6, intervention: 4}
  - {id: stated, title: S, unit: number, actual: 5, target: 6, intervention: 4, rag: green}
  - id: overridden
    title: O
    unit: number
    actual: 5
    target: 6
    intervention: 4
    rag: {status: red, reason: the school closed}
";
    // For each setting: the shown rating and its basis, of each of the measures.
    let calculated = ["amber", "calculated"];
    let overridden = ["red", "overridden"];
    let hidden = ["not-rated", "hidden"];
    for (show, expected) in [
        ("calculated", [calculated, calculated, overridden]),
        ("both", [calculated, ["green", "stated"], overridden]),
        (
            "stated",
            [["not-rated", "stated"], ["green", "stated"], overridden],
        ),
        ("none", [hidden, hidden, hidden]),
    ] {
        let site = with_measures(measures).file(
            "content/site.yaml",
            &format!(
                "organisation: Example Council\ntitle: Ours\nlanguages: [en]\nrag: {{show: {show}}}\n"
            ),
        );
        let json = Published::of(&site).json();
        assert_eq!(json["rating_rule"]["show"], show);
        let stated = [Value::Null, json!("green"), json!("red")];
        for ((id, [rag, basis]), stated) in ["plain", "stated", "overridden"]
            .into_iter()
            .zip(expected)
            .zip(stated)
        {
            let found = learners(&json, id);
            assert_eq!(found["rag"], rag, "{show}: {id}");
            assert_eq!(found["rag_basis"], basis, "{show}: {id}");
            assert_eq!(found["rag_computed"], "amber", "{show}: {id}");
            assert_eq!(found["rag_stated"], stated, "{show}: {id}");
            let reason = found["rag_reason"]["en"].as_str().unwrap();
            let gives_reason = reason.contains("the school closed");
            assert_eq!(gives_reason, basis == "overridden", "{show}: {reason}");
        }
        let rated = expected
            .iter()
            .filter(|[rag, _]| *rag != "not-rated")
            .count();
        let counts = &json["reports"][0]["counts"]["ratings"];
        assert_eq!(counts["rated"], rated, "{show}");
        assert_eq!(counts["all"], 3, "{show}");
    }
}

#[test]
fn a_series_runs_through_every_edition_oldest_first() {
    let report = |period: &str, date: &str| {
        format!(
            "---\ntitle: Annual report\nperiod: {period}\nstage: annual\nstatus: published\n\
             published: {date}\n---\n"
        )
    };
    let measures = |title: &str, figures: &str| {
        format!(
            "how-well:\n  - {{id: a, title: {title}, unit: percent, polarity: higher, {figures}}}\n"
        )
    };
    let site = Site::new()
        .file(
            "content/reports/2017-18/report.md",
            &report("2017-18", "2018-06-01"),
        )
        .file(
            "content/reports/2017-18/learners/measures.yaml",
            &measures(
                "Old",
                "actual: 80.10, target: 85, history: {2015-16: 70.0, 2016-17: 75}",
            ),
        )
        .file(
            "content/reports/2018-19/report.md",
            &report("2018-19", "2019-06-01"),
        )
        .file(
            "content/reports/2018-19/learners/objective.md",
            "---\ntitle: Learners\n---\nWhy.\n",
        )
        .file(
            "content/reports/2018-19/learners/measures.yaml",
            &measures("New", "actual: \"81.5 [p]\", target: 86, intervention: 80"),
        );
    let json = Published::of(&site).json();
    let reports: Vec<_> = json["reports"]
        .as_array()
        .unwrap()
        .iter()
        .map(|r| &r["id"])
        .collect();
    assert_eq!(reports, ["2018-19", "2017-18"]);
    let found = item(&json["measures"], "a");
    assert_eq!(found["title"]["en"], "New");
    let point = |period: &str, actual: &str, target: Value, report: Value| {
        let intervention = if period == "2018-19" {
            json!("80")
        } else {
            Value::Null
        };
        let notes = if period == "2018-19" {
            json!({"actual": "[p]"})
        } else {
            json!({})
        };
        json!({
            "period": period, "actual": actual, "target": target, "intervention": intervention,
            "report": report, "restated": null, "published_as": null, "unit": null, "notes": notes,
        })
    };
    let expected = json!([
        point("2015-16", "70.0", Value::Null, Value::Null),
        point("2016-17", "75", Value::Null, Value::Null),
        point("2017-18", "80.10", json!("85"), json!("2017-18")),
        point("2018-19", "81.5", json!("86"), json!("2018-19")),
    ]);
    assert_eq!(found["series"], expected);
    let latest = measure(&json, "2018-19", "learners", "a");
    for (name, value) in [
        ("previous", "80.10"),
        ("previous_period", "2017-18"),
        ("previous_source", "edition"),
        ("previous_report", "2017-18"),
        ("change", "+1.40"),
    ] {
        assert_eq!(latest[name], value, "{name}");
    }
    let first = measure(&json, "2017-18", "learners", "a");
    assert_eq!(first["previous_source"], "history");
    assert_eq!(first["previous_report"], Value::Null);
    assert_eq!(first["change"], "+5.10");
}

#[test]
fn dates_and_corrections_are_there() {
    let site = with_measures("how-much:\n  - {id: a, title: A, unit: percent, actual: 90.10}\n")
        .file(
            "content/reports/2017-18/report.md",
            "---
title: {en: Annual report, cy: Adroddiad blynyddol}
period: 2017-18
stage: annual
status: superseded
published: 2018-03-01
updated: 2018-05-04
next_update: 2018-10-31
corrections:
  - {date: 2018-05-04, about: \"measure:a\", was: 90.40, now: 90.10, reason: Miscounted}
---
",
        )
        .file(
            "content/reports/2017-18/learners/actions.yaml",
            "- id: late
  title: Late
  rag: unsuccessful
  status: in-progress
  complete: 40
  lead: Head of Service
  start: 2017-04-01
  due: 2018-05-03
  measures: [a]
- {id: open, title: Open, due: 2018-05-04}
",
        );
    let json = Published::of(&site).json();
    let report = item(&json["reports"], "2017-18");
    for (name, value) in [
        ("status", json!("superseded")),
        ("published", json!("2018-03-01")),
        ("updated", json!("2018-05-04")),
        ("next_update", json!("2018-10-31")),
        (
            "corrections",
            json!([{
                "date": "2018-05-04", "about": "measure:a", "was": "90.40", "now": "90.10",
                "was_judged": null, "now_judged": null, "withdrawn": false,
                "reason": {"en": "Miscounted"},
            }]),
        ),
    ] {
        assert_eq!(report[name], value, "{name}");
    }
    let actions = &item(&report["objectives"], "learners")["actions"];
    let late = item(actions, "late");
    for (name, value) in [
        ("rag", json!("unsuccessful")),
        ("status", json!("in-progress")),
        ("complete", json!(40)),
        (
            "lead",
            json!({"en": "Head of Service", "cy": "Head of Service"}),
        ),
        ("start", json!("2017-04-01")),
        ("due", json!("2018-05-03")),
        ("overdue", json!(true)),
        ("measures", json!(["a"])),
    ] {
        assert_eq!(late[name], value, "{name}");
    }
    let open = item(actions, "open");
    for (name, value) in [
        ("rag", Value::Null),
        ("status", Value::Null),
        ("complete", Value::Null),
        ("overdue", json!(false)),
    ] {
        assert_eq!(open[name], value, "{name}");
    }
}
