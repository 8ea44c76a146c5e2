//! What open pages and the terminal are told of a save.

use std::fs;

use crate::{
    changes::ABOUT,
    client::{Preview, until},
    site,
};

#[test]
fn a_replaced_file_is_told_by_its_address_and_no_page_is() {
    let site = site().file("content/reports/2017-18/learners/plan b.pdf", "one");
    let preview = Preview::start(site.root(), &[]);
    assert_eq!(preview.state()["files"].to_string(), "{}");
    let plan = site
        .root()
        .join("content/reports/2017-18/learners/plan b.pdf");
    fs::write(&plan, "another").unwrap();
    let state = until("it is told", || {
        let state = preview.state();
        (!state["files"].as_object()?.is_empty()).then_some(state)
    });
    assert_eq!(
        state["files"]["2017-18/learners/plan%20b.pdf"],
        state["version"]
    );
    assert_eq!(state["edited"].to_string(), "[]");
    assert_eq!(
        preview.get("/2017-18/learners/plan%20b.pdf").body,
        "another"
    );
}

/// Files of a site in two languages, with the title, the language and the address of the page that
/// each is the content of.
const PAGES: [(&str, &str, &str, &str); 11] = [
    ("content/about.md", "About us", "en", "about/"),
    ("content/about.cy.md", "Amdanom ni", "cy", "cy/about/"),
    (
        "content/reports/2017-18/learners/objective.cy.md",
        "Dysgwyr",
        "cy",
        "cy/2017-18/learners/",
    ),
    (
        "content/reports/2017-18/learners/improve.cy.md",
        "Dysgwyr",
        "cy",
        "cy/2017-18/learners/",
    ),
    (
        "content/reports/2017-18/learners/measures.yaml",
        "Learners",
        "en",
        "2017-18/learners/",
    ),
    (
        "content/reports/2017-18/report.md",
        "Annual report",
        "en",
        "2017-18/",
    ),
    (
        "content/frameworks/ours/framework.md",
        "Ours",
        "en",
        "frameworks/ours/",
    ),
    (
        "content/frameworks/ours/goal.yaml",
        "A goal",
        "en",
        "frameworks/ours/goal/",
    ),
    (
        "content/guidance/plan/guidance.md",
        "The plan",
        "en",
        "guidance/plan/",
    ),
    (
        "content/guidance/plan/first.md",
        "The first part",
        "en",
        "guidance/plan/first/",
    ),
    (
        "content/guidance/plan/first.cy.md",
        "Y rhan gyntaf",
        "cy",
        "cy/canllawiau/plan/first/",
    ),
];

#[test]
fn the_page_of_every_file_is_told_in_its_language() {
    let settings = "organisation: A council\ntitle: Objectives\nlanguages: [en, cy]\n";
    let mut site = site().file("content/site.yaml", settings);
    for (file, title, ..) in PAGES {
        if site.root().join(file).exists() {
            continue;
        }
        let text = match title {
            "A goal" => "title: A goal\n".to_owned(),
            "Dysgwyr" if file.contains("improve") => "Gwell.\n".to_owned(),
            title => format!("---\ntitle: {title}\n---\n\nWords.\n"),
        };
        site = site.file(file, &text);
    }
    let preview = Preview::start(site.root(), &[]);
    for (file, title, lang, folder) in PAGES {
        let version = preview.version();
        let place = site.root().join(file);
        let text = fs::read_to_string(&place).unwrap();
        fs::write(&place, text.replacen("title: ", "title:  ", 1) + "\n").unwrap();
        let edited = until(file, || {
            let state = preview.state();
            (state["version"].as_u64()? > version).then(|| state["edited"].clone())
        });
        let address = format!("{folder}index.html");
        let wanted = serde_json::json!([{ "title": title, "lang": lang, "address": address }]);
        assert_eq!(edited, wanted, "{file}");
    }
}

#[test]
fn what_was_told_once_is_not_told_again() {
    // Where one action of a report names its measure, every one that does not is a note of its own.
    let action = |at| format!("- id: action-{at}\n  title: An action of many words, number {at}\n");
    let tied = "- id: tied\n  title: A tied action\n  measures: [m1]\n".to_owned();
    let actions = [tied].into_iter().chain((0..400).map(action));
    let actions = actions.collect::<Vec<_>>().concat();
    let objective = "---\ntitle: Learners\nserves: [wfg/more-equal]\n---\n";
    let site = site()
        .file("content/reports/2017-18/learners/objective.md", objective)
        .file("content/reports/2017-18/learners/actions.yaml", &actions);
    let preview = Preview::start(site.root(), &[]);
    let told = |words: &str| preview.log().matches(words).count();
    let notes = told("note");
    assert!(notes > 400, "{}", preview.log());
    assert!(
        preview.log().len() > 64 * 1024,
        "more than a pipe holds, for those that nobody reads: {}",
        preview.log().len()
    );
    for words in ["One.", "Two."] {
        fs::write(
            site.root().join("content/about.md"),
            ABOUT.replace("The second words.", words),
        )
        .unwrap();
        preview.shows("/about/", words);
    }
    until("both are told", || (told("shown: ") == 2).then_some(()));
    // One count behind each look, and nothing else.
    assert_eq!(told("note"), notes + 2, "{}", preview.log());
    assert_eq!(
        preview.state()["faults"].to_string(),
        "[]",
        "open pages are told of errors alone"
    );
    // Whoever reads nothing of it keeps nothing from being shown.
    let deaf = Preview::deaf(site.root());
    for number in 0..30 {
        let words = format!("Number {number}, and {}.", "more words ".repeat(100));
        fs::write(
            site.root().join("content/about.md"),
            format!("[{words}](#nowhere)\n"),
        )
        .unwrap();
        until("the fault is shown", || {
            let faults = deaf.state()["faults"].to_string();
            faults.contains(&words).then_some(())
        });
    }
}
