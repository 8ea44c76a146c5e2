//! How far a site is translated: the list, the record of reviews, and what `check` says of it.

mod support;

use std::fs;

use support::{Run, Site};

const MEASURES: &str = "content/reports/2017-18/learners/measures.yaml";
const RECORD: &str = "content/translations.yaml";

/// A published site in English and Welsh with nothing missing.
fn translated() -> Site {
    Site::empty()
        .file(
            "content/site.yaml",
            "organisation: {en: Example Council, cy: Cyngor Enghraifft}\n\
             title: {en: Our objectives, cy: Ein hamcanion}\nlanguages: [en, cy]\n",
        )
        .file("content/about.md", "# About us\n\nWe are\nmany.\n")
        .file("content/about.cy.md", "# Amdanom\n\nRydym yn niferus.\n")
        .file(
            "content/reports/2017-18/report.md",
            "---\ntitle: {all: 2017-18}\nperiod: 2017-18\nstage: annual\nstatus: published\n---\n",
        )
        .file(
            "content/reports/2017-18/learners/objective.md",
            "---\ntitle: Learners\n---\nWhy.\n",
        )
        .file(
            "content/reports/2017-18/learners/objective.cy.md",
            "---\ntitle: Dysgwyr\n---\nPam.\n",
        )
        .file(
            MEASURES,
            "how-much:\n  - id: books\n    title: {en: Books, cy: Llyfrau}\n    unit: number\n    \
             polarity: higher\n    actual: 7\n    comment: {en: More, cy: Mwy}\n",
        )
}

fn record(site: &Site) -> String {
    fs::read_to_string(site.root().join(RECORD)).expect("a record")
}

/// The state of every text, by its name.
fn states(site: &Site) -> Vec<String> {
    let run = site.run(&["translations", "--format", "json"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let json = run.json();
    let rows = json.as_array().expect("a list").iter().map(|row| {
        let part = |name: &str| row[name].as_str().expect("a text").to_owned();
        format!("{} {} {}", part("address"), part("language"), part("state"))
    });
    rows.collect()
}

fn fine(run: &Run) {
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn every_text_is_listed_with_its_translation() {
    let site = translated();
    let run = site.run(&["translations", "--format", "json"]);
    let json = run.json();
    assert_eq!(
        json[3],
        serde_json::json!({
            "file": "content/about.cy.md",
            "line": 3,
            "address": "about.md",
            "language": "cy",
            "state": "unreviewed",
            "text": "We are\nmany.",
            "translation": "Rydym yn niferus.",
        })
    );
    let csv = site.run(&["translations", "--format", "csv"]);
    let lines: Vec<_> = csv.stdout.lines().collect();
    assert_eq!(
        lines[..2],
        [
            "\u{feff}file,line,address,language,state,text,translation",
            "content/site.yaml,1,site.yaml#organisation,cy,unreviewed,Example Council,Cyngor Enghraifft",
        ]
    );
    let human = site.run(&["translations"]).stdout;
    assert!(
        human.ends_with("\n\ncy: 8 texts, 8 unreviewed\n"),
        "{human}"
    );
    assert!(
        human.contains("about.md\n  unreviewed  cy  title  content/about.cy.md:1\n"),
        "{human}"
    );
}

#[test]
fn a_review_marks_what_is_named() {
    for (named, expected) in [
        ("about.md", &["about.md", "about.md#title"][..]),
        ("content/about.cy.md", &["about.md", "about.md#title"]),
        ("./content/about.md#title", &["about.md#title"]),
        ("about.md#text", &["about.md"]),
        ("content/about.cy.md#text", &["about.md"]),
        (
            "reports/2017-18/learners/measures.yaml#books",
            &[
                "reports/2017-18/learners/measures.yaml#books.comment",
                "reports/2017-18/learners/measures.yaml#books.title",
            ],
        ),
        (
            "content/reports/2017-18/learners/objective.cy.md#title",
            &["reports/2017-18/learners/objective.md#title"],
        ),
        (
            "reports",
            &[
                "reports/2017-18/learners/measures.yaml#books.comment",
                "reports/2017-18/learners/measures.yaml#books.title",
                "reports/2017-18/learners/objective.md",
                "reports/2017-18/learners/objective.md#title",
            ],
        ),
    ] {
        let site = translated();
        fine(&site.run(&["translations", "review", named]));
        let mut reviewed: Vec<_> = states(&site)
            .into_iter()
            .filter_map(|line| Some(line.strip_suffix(" cy reviewed")?.to_owned()))
            .collect();
        reviewed.sort();
        assert_eq!(reviewed, expected, "{named}");
        let lines = record(&site);
        let kept = lines.lines().filter(|line| !line.starts_with('#'));
        let kept: Vec<_> = kept.map(|line| line.split(':').next().unwrap()).collect();
        assert_eq!(kept, expected, "the record is sorted, one line a text");
    }
    let site = translated();
    let run = site.run(&["translations", "review", "abuot.md"]);
    assert_eq!(run.status, 2);
    assert!(
        run.stderr.contains("did you mean `about.md`?"),
        "{}",
        run.stderr
    );
    assert!(!site.root().join(RECORD).exists());
}

#[test]
fn a_review_of_one_language_says_nothing_of_another() {
    let french = || {
        let settings =
            "organisation: {all: Example}\ntitle: {all: Ours}\nlanguages: [en, cy, fr]\n";
        translated()
            .file("content/site.yaml", settings)
            .file("content/about.fr.md", "# Qui nous sommes\n\nNombreux.\n")
    };
    for (named, expected) in [
        (&["about.cy.md"][..], &["cy"][..]),
        (&["content/about.fr.md"], &["fr"]),
        (&["about.cy.md", "about.fr.md"], &["cy", "fr"]),
        (&["about.md"], &["cy", "fr"]),
        (&["about.md", "--language", "fr"], &["fr"]),
        (&["--all", "--language", "cy"], &["cy"]),
    ] {
        let site = french();
        fine(&site.run(&[&["translations", "review"], named].concat()));
        let states = states(&site);
        for language in ["cy", "fr"] {
            let state = if expected.contains(&language) {
                "reviewed"
            } else {
                "unreviewed"
            };
            let line = format!("about.md {language} {state}");
            assert!(states.contains(&line), "{named:?}: {states:?}");
        }
    }
    let site = french();
    let run = site.run(&["translations", "review", "--all", "--language", "gd"]);
    assert_eq!(run.status, 2);
    let told = "the site is not translated to `gd`";
    assert!(run.stderr.contains(told), "{}", run.stderr);
    // What a translation to several languages is told to be marked with means one of them.
    fine(&site.run(&["translations", "review", "--all"]));
    let site = site.file("content/about.md", "# About us\n\nWe are few.\n");
    let run = site.run(&["check"]);
    for language in ["cy", "fr"] {
        let told = format!("review about.md#text --language {language}`");
        assert!(run.stderr.contains(&told), "{}", run.stderr);
    }
}

#[test]
fn why_a_figure_was_restated_is_translated() {
    let site = translated();
    let measures = fs::read_to_string(site.root().join(MEASURES)).expect("measures");
    let restated = format!("{measures}    previous: 6\n    restated: a late return came in\n");
    let run = site.file(MEASURES, &restated).run(&["check"]);
    let told = "`books.restated` is not there in `cy`";
    assert!(run.stderr.contains(told), "{}", run.stderr);
}

#[test]
fn a_file_that_the_first_language_lacks_is_asked_for_by_its_plain_name() {
    let site = translated().file("content/contact.cy.md", "# Cysylltu\n\nYma.\n");
    let run = site.run(&["check"]);
    let told = "write `contact.md` beside it";
    assert!(run.stderr.contains(told), "{}", run.stderr);
}

#[test]
fn a_change_of_the_first_language_makes_its_translation_stale() {
    let site = translated();
    let run = site.run(&["translations", "review", "--all"]);
    assert_eq!(run.stdout, "marked 8 translations as reviewed\n");
    fine(&site.run(&["build", "--strict"]));
    let before = record(&site);

    // The same words on other lines are the same text, and the same reviews the same bytes.
    let site = site.file("content/about.md", "# About us\n\nWe\nare many.\n");
    fine(&site.run(&["check", "--strict"]));
    let run = site.run(&["translations", "review", "--all"]);
    assert_eq!(run.stdout, "marked 0 translations as reviewed\n");
    assert_eq!(record(&site), before);

    let site = site.file("content/about.md", "# About us\n\nWe are few.\n");
    let run = site.run(&["check"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr
            .contains("error[translation-stale]: this text in `cy`"),
        "{}",
        run.stderr
    );
    assert!(run.stderr.ends_with("cy: 8 texts, 1 stale, 7 reviewed\n"));
    assert_eq!(site.run(&["build"]).status, 1, "nothing stale is published");
    assert_eq!(
        site.run(&["translations"]).stdout,
        "about.md\n  stale       cy  text  content/about.cy.md:3\n\n\
         cy: 8 texts, 1 stale, 7 reviewed\n"
    );

    // Until it is brought up to date and reviewed again.
    let site = site.file("content/about.cy.md", "# Amdanom\n\nRydym yn brin.\n");
    assert_eq!(site.run(&["check"]).status, 1);
    fine(&site.run(&["translations", "review", "about.md"]));
    fine(&site.run(&["check", "--strict"]));
    let changed = record(&site);
    let differ = |(one, other): &(&str, &str)| one != other;
    let lines = before.lines().zip(changed.lines());
    assert_eq!(lines.filter(differ).count(), 1, "{changed}");
}

#[test]
fn a_text_that_is_gone_leaves_the_record_and_a_new_one_asks_for_nothing() {
    let site = translated();
    fine(&site.run(&["translations", "review", "--all"]));
    let site = site
        .without("content/about.md")
        .without("content/about.cy.md")
        .file("content/help.md", "# Help\n\nAsk.\n")
        .file("content/help.cy.md", "# Cymorth\n\nGofynnwch.\n");
    let run = site.run(&["check", "--strict"]);
    fine(&run);
    assert!(
        run.stderr
            .ends_with("cy: 8 texts, 2 unreviewed, 6 reviewed\n")
    );
    fine(&site.run(&["translations", "review", "help.md"]));
    let record = record(&site);
    assert!(!record.contains("about.md"), "{record}");
    assert!(record.contains("\nhelp.md: {cy: "), "{record}");
}

#[test]
fn a_draft_may_be_left_untranslated_and_shows_the_first_language() {
    let site = translated().file(
        "content/reports/2018-19/report.md",
        "---\ntitle: Half way\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\nThere.\n",
    );
    let run = site.run(&["build", "--drafts"]);
    fine(&run);
    assert!(
        run.stderr.contains("warning[translation-missing]"),
        "{}",
        run.stderr
    );
    let page = site.root().join("output/cy/2018-19/index.html");
    let page = fs::read_to_string(page).expect("the page of the draft");
    assert!(page.contains("<html lang=\"cy\""), "{page}");
    assert!(page.contains("lang=\"en\">Half way<"), "{page}");
    assert!(page.contains("lang=\"en\"><p>There.</p>"), "{page}");
}

#[test]
fn what_cannot_be_read_is_not_reviewed() {
    let site = translated();
    fine(&site.run(&["translations", "review", "--all"]));
    let before = record(&site);
    let site = site.file("content/about.md", "---\ntitle: About\n\nNo end.\n");
    let run = site.run(&["translations", "review", "--all"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("error[front-matter]"), "{}", run.stderr);
    assert_eq!(record(&site), before);
    let site = translated().file(RECORD, "- one\n");
    let run = site.run(&["check"]);
    assert!(run.stderr.contains("error[wrong-type]"), "{}", run.stderr);
}

#[test]
fn a_site_in_one_language_has_nothing_to_translate() {
    let run = Site::fine().run(&["translations"]);
    fine(&run);
    assert_eq!(
        run.stdout,
        "the site is in one language: there is nothing to translate\n"
    );
    let run = Site::fine().run(&["translations", "--format", "json"]);
    assert_eq!(run.stdout, "[]\n");
    let run = Site::fine().run(&["check"]);
    assert!(!run.stderr.contains("texts"), "{}", run.stderr);
}
