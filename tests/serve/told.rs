//! What open pages and the terminal are told of a save.

use std::fs;

use serde_json::Value;

use crate::{
    changes::ABOUT,
    client::{Preview, command, until},
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

/// What later versions than this one changed.
fn edited_since(state: &Value, version: u64) -> Vec<Value> {
    let edited = state["edited"].as_array().expect("a list").iter();
    let is_later = |one: &&Value| one["version"].as_u64().is_some_and(|it| it > version);
    edited.filter(is_later).cloned().collect()
}

#[test]
fn saves_that_follow_one_another_at_once_are_all_told() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let version = preview.version();
    let objective = "content/reports/2017-18/learners/objective.md";
    let saves = [
        ("content/about.md", ABOUT, "/about/", "The second words."),
        (
            objective,
            "---\ntitle: Learners\n---\n\nWhy we really chose it.\n",
            "/2017-18/learners/",
            "Why we really chose it.",
        ),
    ];
    for (file, text, page, words) in saves {
        fs::write(site.root().join(file), text).unwrap();
        preview.shows(page, words);
    }
    let addresses = |since| {
        let edited = edited_since(&preview.state(), since).into_iter();
        let addresses = edited.map(|one| one["address"].as_str().unwrap_or_default().to_owned());
        addresses.collect::<Vec<_>>()
    };
    let (about, learners) = ("about/index.html", "2017-18/learners/index.html");
    assert_eq!(addresses(version), [learners, about]);
    assert_eq!(addresses(version + 1), [learners]);
    // What is edited again is told once, and what is gone is not.
    fs::write(
        site.root().join("content/about.md"),
        ABOUT.to_owned() + "More.\n",
    )
    .unwrap();
    preview.shows("/about/", "More.");
    assert_eq!(addresses(version), [about, learners]);
    fs::remove_file(site.root().join("content/about.md")).unwrap();
    until("the page is gone", || {
        (preview.get("/about/").status == 404).then_some(())
    });
    assert_eq!(addresses(version), [learners]);
}

#[test]
fn terminal_and_pages_count_the_same_faults() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let with = |link: &str| format!("{ABOUT}\n## A heading\n\n[There]({link}).\n");
    let says = |words: &str| until(words, || preview.log().contains(words).then_some(()));
    fs::write(site.root().join("content/about.md"), with("#nowhere")).unwrap();
    says("the last good version is shown: 1 error, ");
    // The one is known to be in doubt and found at once, the other once the pages were looked at.
    fs::write(site.root().join("content/help.md"), with("#elsewhere")).unwrap();
    says("the last good version is shown: 2 errors, ");
    let faults = preview.state()["faults"].clone();
    assert_eq!(faults.as_array().map(Vec::len), Some(2), "{faults}");
}

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
            (state["version"].as_u64()? > version).then(|| edited_since(&state, version))
        });
        let address = format!("{folder}index.html");
        let version = version + 1;
        let wanted = serde_json::json!(
            [{ "title": title, "lang": lang, "address": address, "version": version }]
        );
        assert_eq!(Value::from(edited), wanted, "{file}");
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
    // What could not be read for a while and stands there again is nothing new.
    let file = site
        .root()
        .join("content/reports/2017-18/learners/actions.yaml");
    fs::write(&file, actions.replacen("- id: tied", "- id: [tied", 1)).unwrap();
    until("the fault is told", || {
        preview
            .log()
            .contains("the last good version")
            .then_some(())
    });
    fs::write(&file, actions).unwrap();
    until("it is mended", || (told("shown: ") == 4).then_some(()));
    assert_eq!(told("note"), notes + 4, "{}", preview.log());
    // Nor is what a folder holds that was moved.
    let reports = site.root().join("content/reports/2017-18");
    fs::rename(reports.join("learners"), reports.join("pupils")).unwrap();
    preview.shows("/2017-18/pupils/", "A tied action");
    until("it is told", || (told("shown: ") == 5).then_some(()));
    assert_eq!(told("note"), notes + 5, "{}", preview.log());
    fs::rename(reports.join("pupils"), reports.join("learners")).unwrap();
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

#[test]
fn what_is_shown_is_called_what_it_is() {
    let title = "title: Objectives\n";
    let settings = "organisation: A council\ntitle: Objectives\nlanguages: [en]\n";
    let broken = settings.replace(title, "");
    let site = site().file("content/site.yaml", &broken);
    let preview = Preview::start(site.root(), &[]);
    let save = |file: &str, text: &str| {
        let version = preview.version();
        fs::write(site.root().join(file), text).unwrap();
        until(file, || (preview.version() > version).then_some(()));
        preview.state()["shown"].clone()
    };
    let says = |words: &str, times: usize| {
        until(words, || {
            (preview.log().matches(words).count() == times).then_some(())
        });
    };
    let nothing = "there is nothing to show until this is mended: ";
    let last = "the last good version is shown: ";
    says(nothing, 1);
    assert_eq!(preview.state()["shown"], "nothing");
    assert_eq!(
        save("content/site.yaml", &(broken.clone() + "nonsense: 1\n")),
        "nothing"
    );
    says(nothing, 2);
    assert!(!preview.log().contains(last), "{}", preview.log());
    assert_eq!(save("content/site.yaml", settings), "newest");
    says("shown: ", 1);
    assert_eq!(save("content/site.yaml", &broken), "last-good");
    says(last, 1);
    assert_eq!(save("content/site.yaml", settings), "newest");
}

#[test]
fn a_first_version_with_faults_is_not_called_a_good_one() {
    let template = "themes/default/templates/page.html";
    let page = |main: &str| {
        format!(
            "{{% extends \"theme/page.html\" %}}{{% block main %}}{main}{{% endblock main %}}\n"
        )
    };
    let site = site().file(template, &page("{{ page.h1.nope.more }}"));
    let preview = Preview::start(site.root(), &[]);
    let flawed = "there is no good version yet, what could be made is shown: ";
    until("it is told", || {
        preview.log().contains(flawed).then_some(())
    });
    assert_eq!(preview.state()["shown"], "flawed");
    assert_eq!(preview.get("/about/").status, 500);
    preview.shows("/2017-18/", "How the year went.");
    // What is saved meanwhile is shown as well, as far as it can be made.
    for (round, words) in ["Welcome again.", "Welcome back."].iter().enumerate() {
        fs::write(site.root().join("content/index.md"), words).unwrap();
        preview.shows("/", words);
        until("it is told again", || {
            (preview.log().matches(flawed).count() == 2 + round).then_some(())
        });
        let state = preview.state();
        assert_eq!(state["shown"], "flawed");
        assert_eq!(state["edited"][0]["address"], "index.html");
        assert_eq!(preview.get("/about/").status, 500);
    }
    assert!(!preview.log().contains("last good"), "{}", preview.log());
    fs::write(site.root().join(template), page("<p>Mended</p>")).unwrap();
    preview.shows("/about/", "<p>Mended</p>");
    assert_eq!(preview.state()["shown"], "newest");
    // And what had faults is never what comes back.
    fs::write(site.root().join(template), page("{{ page.h1.nope.more }}")).unwrap();
    until("it is told once more", || {
        (!preview.state()["faults"].as_array()?.is_empty()).then_some(())
    });
    assert_eq!(preview.state()["shown"], "last-good");
    preview.shows("/about/", "<p>Mended</p>");
}

#[test]
fn an_edit_that_is_held_back_is_named_when_it_is_shown() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let measures = site
        .root()
        .join("content/reports/2017-18/learners/measures.yaml");
    let good = fs::read_to_string(&measures).unwrap();
    // Of the newest version alone.
    let names = || {
        let state = preview.state();
        let before = state["version"].as_u64().expect("a version") - 1;
        let edited = edited_since(&state, before).into_iter();
        let names = edited.map(|one| one["address"].as_str().unwrap_or_default().to_owned());
        names.collect::<Vec<_>>()
    };
    let next = |what: &str, save: &dyn Fn()| {
        let version = preview.version();
        save();
        until(what, || (preview.version() > version).then_some(()));
    };
    next("a fault", &|| {
        fs::write(&measures, good.replace("target: 6", "traget: 6")).unwrap();
    });
    assert!(names().is_empty(), "{:?}", names());
    let about = site.root().join("content/about.md");
    next("a text", &|| fs::write(&about, ABOUT).unwrap());
    assert!(names().is_empty(), "{:?}", names());
    preview.shows("/about/", "The first words.");
    next("the mended figure", &|| {
        fs::write(&measures, &good).unwrap();
    });
    preview.shows("/about/", "The second words.");
    // The figure is again what it was when it was shown last.
    assert_eq!(names(), ["about/index.html"]);
    next("another text", &|| {
        fs::write(&about, ABOUT.to_owned() + "More.\n").unwrap();
    });
    assert_eq!(names(), ["about/index.html"]);
    // A folder that is away has no page of which there is anything to say.
    let (content, away) = (site.root().join("content"), site.root().join("away"));
    next("nothing there", &|| fs::rename(&content, &away).unwrap());
    assert!(names().is_empty(), "{:?}", names());
    assert_eq!(preview.state()["shown"], "last-good");
    next("all there", &|| fs::rename(&away, &content).unwrap());
    assert_eq!(preview.state()["shown"], "newest");
    assert!(names().is_empty(), "{:?}", names());
}

#[test]
fn a_report_that_is_not_shown_is_said_not_to_be() {
    let file = "content/reports/2018-19/report.md";
    let text = |fields: &str| {
        format!("---\ntitle: The next\nperiod: 2018-19\nstage: annual\n{fields}---\n\nWords.\n")
    };
    let draft = text("status: draft\n");
    let site = site().file(file, &draft);
    let preview = Preview::start(site.root(), &[]);
    let says = |words: &str, times: usize| {
        until(words, || {
            (preview.log().matches(words).count() == times).then_some(())
        });
    };
    let save = |file: &str, text: &str| fs::write(site.root().join(file), text).unwrap();
    let of_draft = "note: 1 draft is not shown: `--drafts` shows it\n";
    says(of_draft, 1);
    save(file, &(draft + "More.\n"));
    says("\nnot shown: 0 errors", 1);
    says(of_draft, 2);
    assert!(!preview.log().contains("\nshown: "), "{}", preview.log());
    save("content/about.md", ABOUT);
    says("\nshown: ", 1);
    save(
        file,
        &text("status: published\nembargo: 2999-01-01T09:30\n"),
    );
    let of_embargo = "note: `2018-19` is not shown: it is under embargo until 2999-01-01 09:30; \
                      `--drafts` shows it\n";
    says(of_embargo, 1);
    says("\nnot shown: ", 2);
    save(file, &text("status: published\n"));
    says("\nshown: ", 2);
    preview.shows("/2018-19/", "Words.");
    says(of_draft, 2);
    says(of_embargo, 1);
    save(file, &text("status: draft\n"));
    says(of_draft, 3);
    let preview = Preview::start(site.root(), &["--drafts"]);
    preview.shows("/2018-19/", "Words.");
    assert!(!preview.log().contains("not shown"), "{}", preview.log());
}

#[test]
fn every_place_of_a_fault_is_told() {
    let site = site();
    let measures = site
        .root()
        .join("content/reports/2017-18/learners/measures.yaml");
    let text = fs::read_to_string(&measures).unwrap();
    let again = text.replacen("how-much:\n", "", 1);
    fs::write(&measures, format!("{text}{again}")).unwrap();
    let preview = Preview::start(site.root(), &[]);
    let fault = preview.state()["faults"][0].clone();
    assert_eq!(fault["code"], "duplicate-id", "{fault}");
    let file = "content/reports/2017-18/learners/measures.yaml";
    let first = serde_json::json!([
        { "file": file, "line": 2, "column": 9, "text": "the first one" }
    ]);
    assert_eq!(fault["also"], first);
    let page = preview.get("/").body;
    let shown = format!("<span class=\"place\">{file}:2:9</span> the first one");
    assert!(page.contains(&shown), "{page}");
}

#[test]
fn a_browser_that_cannot_be_opened_is_said_plainly() {
    let site = site();
    let mut command = command(site.root(), &["--open"]);
    command.env("PATH", site.root());
    let preview = Preview::of(command);
    let said = format!(
        "note: no browser could be opened: open http://127.0.0.1:{}/ in one yourself\n",
        preview.port
    );
    until("it is said", || preview.log().contains(&said).then_some(()));
    assert_eq!(preview.get("/").status, 200);
}

#[test]
fn a_second_finding_of_the_same_words_is_told() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let told = || preview.log().matches("warning[html-removed]").count();
    let one = "Some <font>words</font>.\n\n";
    for (times, expected) in [(1, 1), (2, 2), (1, 2)] {
        let words = format!("# About us\n\nIt stands here {times} times.\n\n");
        let text = format!("{words}{}", one.repeat(times));
        fs::write(site.root().join("content/about.md"), text).unwrap();
        let looks = preview.log().matches("shown: ").count();
        preview.shows("/about/", &format!("stands here {times} times"));
        until("it is told", || {
            let is_told = preview.log().matches("shown: ").count() > looks;
            (is_told && told() == expected).then_some(())
        });
    }
}
