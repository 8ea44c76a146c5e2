//! The fictional partnership: its site is fine, and what follows from it is what another program
//! worked out from the same files.

use std::{collections::BTreeSet, fs, path::Path};

use goldenthread::{
    export::site_json,
    facts::facts,
    model::Model,
    pipeline::{Drafts, make},
    reference::References,
    text::Severity,
    thread::{Thread, name, target_name},
    wording::Wording,
};
use serde_json::{Value, json};

fn root() -> &'static Path {
    Path::new(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/examples/learning-partnership"
    ))
}

fn expected() -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/partnership/expected.json");
    let text = fs::read_to_string(path).expect("the expected answers");
    serde_json::from_str(&text).expect("JSON")
}

/// The site with its thread and its data.
struct Read {
    model: Model,
    thread: Thread,
    data: Value,
}

fn read() -> Read {
    let made = make(root(), Drafts::Left);
    let graver = made.diagnostics.iter();
    let graver: Vec<_> = graver.filter(|it| it.severity != Severity::Note).collect();
    assert!(graver.is_empty(), "{graver:#?}");
    let model = Model::clone(&made.value.model);
    let facts = facts(&model);
    let order = || facts.editions.earliest_first();
    let thread = Thread::of(&model, &References::new(&model, order()), order());
    let wording = Wording::new(&model).value;
    let data = site_json(&model, &facts, &wording);
    Read {
        data: serde_json::from_slice(&data).expect("JSON"),
        thread,
        model,
    }
}

#[test]
fn evaluations_and_duties_are_those_that_were_worked_out() {
    let (Read { data, .. }, expected) = (read(), expected());
    let sorted = |all: &Value| {
        let mut all = all.as_array().unwrap().clone();
        all.sort_by_key(|it| (it["report"].to_string(), it["objective"].to_string()));
        all
    };
    let found = sorted(&data["evaluations"]);
    assert_eq!(found, sorted(&expected["thread"]["evaluations"]));
    let mut duties = 0;
    for guidance in data["guidance"].as_array().unwrap() {
        for body in guidance["responsibilities"].as_array().unwrap() {
            for duty in body["duties"].as_array().unwrap() {
                duties += 1;
                let id = format!(
                    "{}/{}",
                    guidance["id"].as_str().unwrap(),
                    duty["id"].as_str().unwrap()
                );
                let known = &expected["thread"]["duties"][&id];
                assert_eq!(body["body"]["en"], known["body"], "{id}");
                assert_eq!(
                    json!(duty["includes"].as_array().unwrap().len()),
                    known["includes"]
                );
                // The program says them in the order of editions and objectives.
                let answers = known["answered_by"].as_array().unwrap().iter();
                let answers = answers.map(|answer| {
                    let (report, action) = answer.as_str().unwrap().split_once(':').unwrap();
                    json!(format!("action:{action}@{report}"))
                });
                let found = duty["answered_by"].as_array().unwrap().iter();
                assert_eq!(
                    found.map(Value::to_string).collect::<BTreeSet<_>>(),
                    answers.map(|it| it.to_string()).collect::<BTreeSet<_>>(),
                    "{id}"
                );
            }
        }
    }
    assert_eq!(duties, 28);
}

#[test]
fn the_gaps_are_those_that_were_worked_out() {
    let (Read { model, thread, .. }, expected) = (read(), expected());
    let expected = &expected["thread"];
    for (at, report) in model.reports.iter().enumerate() {
        let gaps = &thread.gaps[at];
        let objective = |at: usize| &report.objectives[at];
        let goal = |(framework, item): &(usize, usize)| {
            let framework = &model.frameworks[*framework];
            format!("{}/{}", framework.id, framework.items[*item].id)
        };
        let objectives = gaps
            .objectives
            .iter()
            .map(|at| objective(*at).id.to_string());
        let actions = gaps.actions.iter().map(|(at, action)| {
            let found = objective(*at);
            format!("{}/{}", found.id, found.actions[*action].id.value)
        });
        let measures = gaps
            .measures
            .iter()
            .map(|(at, measure)| objective(*at).measures[*measure].id.value.to_string());
        let known = &expected["gaps"][report.id.as_str()];
        let found: [(&str, Vec<String>); 4] = [
            ("objectives_serving_nothing", objectives.collect()),
            ("goals_nobody_serves", gaps.goals.iter().map(goal).collect()),
            ("actions_without_measures", actions.collect()),
            ("measures_without_an_action", measures.collect()),
        ];
        for (kind, names) in found {
            let known: BTreeSet<_> = known[kind]
                .as_array()
                .unwrap()
                .iter()
                .map(|it| it.as_str().unwrap())
                .collect();
            let names: BTreeSet<_> = names.iter().map(String::as_str).collect();
            assert_eq!(names, known, "{} {kind}", report.id);
        }
    }
    let duties = thread.duties.iter().map(|(guidance, body, at)| {
        let guidance = &model.guidance[*guidance];
        let duty = &guidance.responsibilities[*body].duties[*at];
        json!(format!("{}/{}", guidance.id, duty.id.value))
    });
    assert_eq!(
        json!(duties.collect::<Vec<_>>()),
        expected["duties_without_an_answer"]
    );
    let questions = thread.unanswered.iter().map(|found| {
        let framework = &model.frameworks[found.item.0];
        let name = format!("{}/{}", framework.id, framework.items[found.item.1].id);
        let numbers: Vec<_> = found.questions.iter().map(|at| at + 1).collect();
        (name, json!(numbers))
    });
    let questions: serde_json::Map<_, _> = questions.collect();
    assert_eq!(Value::from(questions), expected["questions_unanswered"]);
}

#[test]
fn every_tie_is_in_the_data_and_leads_between_things_that_are_there() {
    let Read {
        data,
        thread,
        model,
    } = read();
    let ties = data["thread"].as_array().unwrap();
    // What is evidence for several answers of one evaluation is given once.
    let mut told = BTreeSet::new();
    let known = thread.ties.iter().filter(|tie| {
        let to = target_name(&model, tie);
        told.insert((tie.report, tie.from.clone(), tie.kind.as_str(), to))
    });
    let known: Vec<_> = known.collect();
    assert!(known.len() < thread.ties.len());
    assert_eq!(ties.len(), known.len());
    for (tie, known) in ties.iter().zip(known) {
        assert_eq!(
            tie["from"],
            json!(name(&model, &known.from, Some(known.report)))
        );
        assert_eq!(tie["kind"], json!(known.kind.as_str()));
        let to = tie["to"].as_str().unwrap();
        assert!(to.contains([':', '/', '.']), "{to}");
    }
    let has = |from: &str, to: &str, kind: &str, report: &str| {
        ties.contains(&json!({"from": from, "to": to, "kind": kind, "report": report}))
    };
    for (from, to, kind, report) in [
        (
            "objective:learning-for-life",
            "goal:local-plan/skills/adult-skills",
            "serves",
            "2023-24",
        ),
        (
            "objective:learning-for-life",
            "quality-indicator:hgiocld/2.3",
            "serves",
            "2023-24",
        ),
        (
            "action:learning-for-life/needs-survey",
            "duty:cld-strategic-guidance/cpp-needs-assessment",
            "fulfils",
            "2023-24",
        ),
        (
            "evaluation:learning-for-life/hgiocld-2-3",
            "quality-indicator:hgiocld/2.3",
            "evaluates",
            "2023-24",
        ),
        (
            "evaluation:learning-for-life/hgiocld-2-3",
            "measure:adult-completion",
            "evidence",
            "2023-24",
        ),
        (
            "evaluation:learning-for-life/hgiocld-2-3",
            "objective:learning-for-life#done-well",
            "evidence",
            "2023-24",
        ),
        (
            "evaluation:learning-for-life/hgiocld-2-3",
            "https://strathlarrin.example/learners-panel",
            "evidence",
            "2023-24",
        ),
    ] {
        assert!(has(from, to, kind, report), "{from} {to}");
    }
}

#[test]
fn frameworks_and_guidance_are_whole() {
    let Read { data, .. } = read();
    let framework = |id: &str| {
        let mut all = data["frameworks"].as_array().unwrap().iter();
        all.find(|framework| framework["id"] == id).unwrap().clone()
    };
    let quality = framework("hgiocld");
    assert_eq!(quality["scale"], "six-point");
    for (at, id, themes, questions, level) in
        [(0, "2.1", 3, 12, Value::Null), (1, "2.3", 3, 13, json!(5))]
    {
        let found = &quality["indicators"][at];
        assert_eq!(found["id"], id);
        assert_eq!(found["published"], "2021-10-22");
        assert_eq!(found["updated"], "2023-10-27");
        assert_eq!(found["themes"].as_array().unwrap().len(), themes);
        assert_eq!(found["questions"].as_array().unwrap().len(), questions);
        assert_eq!(found["illustration_level"], level);
    }
    assert_eq!(
        framework("national-outcomes")["indicators"]
            .as_array()
            .unwrap()
            .len(),
        11
    );
    let plan = framework("local-plan");
    let adults = plan["indicators"].as_array().unwrap().iter();
    let mut adults = adults.filter(|item| item["id"] == "skills/adult-skills");
    assert_eq!(adults.next().unwrap()["parent"], "skills");
    let chapters = data["guidance"][0]["chapters"].as_array().unwrap();
    let numbers = &chapters[1]["paragraphs"];
    assert_eq!(*numbers, json!(["5.1", "5.2", "5.3", "5.4", "5.5"]));
}

#[test]
fn no_cell_of_a_series_is_left_blank() {
    let site = make(root(), Drafts::Left).value.site.expect("a site");
    let pages = site.iter().map(|(address, _)| address.as_str());
    let pages: Vec<_> = pages
        .filter(|address| address.starts_with("measures/") && address.ends_with("/index.html"))
        .collect();
    assert!(pages.len() > 10, "{pages:?}");
    for page in pages {
        let html = site.made(page).expect("a page");
        let html = String::from_utf8(html).expect("text");
        for label in ["Direction of travel", "Rating"] {
            let blank = format!("data-label=\"{label}\"></td>");
            assert!(!html.contains(&blank), "{page}: {label}");
        }
    }
}
