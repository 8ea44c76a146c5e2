//! A site to begin with, and one to look at.

use std::collections::BTreeSet;

use crate::support::Site;

/// What is begun in which languages: the files of its statement, which has placeholders, and addresses of
/// its own.
const BEGUN: &[(&str, &[&str], &[&str])] = &[
    (
        "en",
        &["content/accessibility.md"],
        &[
            "accessibility/index.html",
            "2025-26-annual/warm-homes/index.html",
            "measures/cold-homes/index.html",
        ],
    ),
    (
        "cy",
        &["content/hygyrchedd.md"],
        &[
            "hygyrchedd/index.html",
            "2025-26-blynyddol/cartrefi-cynnes/index.html",
            "mesurau/cartrefi-oer/index.html",
        ],
    ),
    (
        "en,cy",
        &["content/accessibility.cy.md", "content/accessibility.md"],
        &[
            "accessibility/index.html",
            "2025-26-annual/warm-homes/index.html",
            "measures/cold-homes/index.html",
            "cy/hygyrchedd/index.html",
            "cy/2025-26-blynyddol/cartrefi-cynnes/index.html",
            "cy/mesurau/cartrefi-oer/index.html",
        ],
    ),
    (
        "cy,en",
        &["content/hygyrchedd.en.md", "content/hygyrchedd.md"],
        &[
            "hygyrchedd/index.html",
            "2025-26-blynyddol/cartrefi-cynnes/index.html",
            "mesurau/cartrefi-oer/index.html",
            "en/accessibility/index.html",
            "en/2025-26-annual/warm-homes/index.html",
            "en/measures/cold-homes/index.html",
        ],
    ),
];

#[test]
fn a_site_is_begun_in_the_languages_that_are_asked_for() {
    for (languages, statements, addresses) in BEGUN {
        let site = Site::empty();
        let run = site.run(&["init", "here", "--languages", languages]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{languages}");
        let count = site.tree("here").len();
        assert!(
            run.stdout.starts_with(&format!("wrote {count} files")),
            "{languages}: {}",
            run.stdout
        );

        let run = site.run(&["check", "here", "--strict", "--format", "json"]);
        assert_eq!(run.status, 0, "{languages}: {}", run.stdout);
        let found = run.json();
        let found = found.as_array().expect("a list");
        let left: Vec<_> = found
            .iter()
            .filter(|it| it["code"] == "placeholder-left")
            .map(|it| {
                let message = it["message"].as_str().expect("a message");
                assert!(
                    message.ends_with(" to fill in, and 12 more places"),
                    "{message}"
                );
                it["file"].as_str().expect("a file").to_owned()
            })
            .collect();
        assert_eq!(left, *statements, "{languages}");
        let others: BTreeSet<_> = found
            .iter()
            .filter_map(|it| it["code"].as_str())
            .filter(|code| *code != "placeholder-left")
            .collect();
        assert_eq!(others, BTreeSet::from(["goal-unserved"]), "{languages}");

        let run = site.run(&["translations", "here", "--format", "json"]);
        let rows = run.json();
        for row in rows.as_array().expect("a list") {
            assert_eq!(row["state"], "reviewed", "{languages}: {row}");
        }
        let several = languages.contains(',');
        assert_eq!(rows.as_array().is_some_and(|it| !it.is_empty()), several);

        assert_eq!(site.run(&["build", "here"]).status, 0, "{languages}");
        let pages = site.tree("here/output");
        for address in *addresses {
            assert!(pages.contains_key(*address), "{languages}: {address}");
        }
    }
}

/// Whoever begins in two languages is told as much by the files as whoever begins in one.
#[test]
fn comments_and_figures_are_those_of_every_language() {
    let told = |languages: &str| {
        let site = Site::empty();
        assert_eq!(site.run(&["init", ".", "--languages", languages]).status, 0);
        let mut told = BTreeSet::new();
        for (path, bytes) in site.tree("content") {
            if path == "translations.yaml" {
                continue;
            }
            let text = String::from_utf8(bytes).expect("text");
            assert!(!text.contains(['«', '»']), "{path}:\n{text}");
            for line in text.lines() {
                let trimmed = line.trim();
                let comment = trimmed.split_once("# ").map(|(_, comment)| comment);
                let comment = comment.filter(|_| !trimmed.starts_with("##"));
                let figure = [
                    "actual:",
                    "target:",
                    "intervention:",
                    "previous:",
                    "2023-24:",
                ];
                let figure = figure.iter().any(|key| trimmed.starts_with(key));
                told.extend(comment.map(str::to_owned));
                told.extend(figure.then(|| trimmed.to_owned()));
            }
        }
        // What only a site in several languages has to be told.
        told.remove("its address in another language");
        told
    };
    let english = told("en");
    assert!(english.len() > 30, "{english:?}");
    for languages in ["cy", "en,cy", "cy,en"] {
        assert_eq!(told(languages), english, "{languages}");
    }
}

#[test]
fn a_language_that_the_starter_is_not_written_in_is_refused() {
    for (languages, expected) in [
        (
            "en,ga",
            "error: there is no site to begin with in `ga`\n  \
             help: there is one in `en` and `cy`; begin with those, and add the language to site.yaml \
             as docs/translating.md says\n",
        ),
        (
            "cy,cy",
            "error: `cy` is named twice\n  help: name each language once, the first one first\n",
        ),
    ] {
        let site = Site::empty();
        let run = site.run(&["init", "here", "--languages", languages]);
        assert_eq!((run.status, run.stderr.as_str()), (2, expected));
        assert_eq!(site.files("."), Vec::<String>::new());
    }
    let site = Site::empty();
    let example = [
        "init",
        "here",
        "--languages",
        "en,cy",
        "--example",
        "learning-partnership",
    ];
    let run = site.run(&example);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("cannot be used with"), "{}", run.stderr);
}

#[test]
fn the_example_is_written_whole_and_builds() {
    let site = Site::empty();
    let run = site.run(&["init", "--example", "learning-partnership", "here"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(
        run.stdout.contains("goldenthread build here"),
        "{}",
        run.stdout
    );
    let written = site.tree("here");
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/learning-partnership");
    for (path, bytes) in &written {
        let original = std::fs::read(format!("{example}/{path}")).expect("a file of the example");
        assert_eq!(*bytes, original, "{path}");
    }
    let content = walkdir::WalkDir::new(format!("{example}/content")).into_iter();
    let files = content.filter(|entry| entry.as_ref().is_ok_and(|it| it.file_type().is_file()));
    assert_eq!(written.len(), files.count() + 1);

    let run = site.run(&["build", "here", "--at", "2024-09-01T09:00"]);
    assert_eq!(run.status, 0, "{}", run.stderr);

    let again = site.run(&["init", "--example", "learning-partnership", "here"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("is not empty"), "{}", again.stderr);
}

#[test]
fn an_example_that_is_not_there_is_not_guessed() {
    let site = Site::empty();
    let run = site.run(&["init", "--example", "learning-partnershp", "here"]);
    assert_eq!(
        run.stderr,
        "error: there is no example `learning-partnershp`\n  \
         help: did you mean `learning-partnership`?\n"
    );
    assert_eq!(run.status, 2);
    assert_eq!(site.files("."), Vec::<String>::new());
}
