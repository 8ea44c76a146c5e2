//! What word processors and web pages leave in a text: named once, at its own place.

use crate::{
    checked,
    support::{OBJECTIVE, Site},
};

const FOLDER: &str = "content/reports/2017-18/learners/";

/// What is said of the site with this file in its objective, without the folder.
fn said(name: &str, text: &str) -> Vec<String> {
    let site = Site::fine().file(&format!("{OBJECTIVE}/{name}"), text);
    let said = checked(&site);
    said.iter().map(|line| line.replace(FOLDER, "")).collect()
}

#[test]
fn a_dash_in_the_place_of_the_front_matters_first_line() {
    const HELP: &str =
        "a word processor has made a dash of them: write `---` there, and below the last key";
    for (first, last) in [
        ("\u{2014}", "\u{2014}"),
        ("\u{2013}\u{2013}\u{2013}", "---"),
        ("\u{2014}-", ""),
    ] {
        let text = format!("{first}\ntitle: Learners\n{last}\n\nWhy.\n");
        let expected = format!(
            "error front-matter objective.md:1:1 the first line is `{first}`, not three hyphens | {HELP}"
        );
        assert_eq!(said("objective.md", &text), [expected], "{text}");
    }
}

#[test]
fn spaces_and_dashes_of_another_kind_stand_where_they_are_found() {
    const SPACE: &str = "delete it and type a space; such characters come along when text is pasted from other programs";
    const HYPHEN: &str = "write a hyphen and a space: `- `";
    let cases = [
        (
            "- id: a\n  title: A\n-\u{a0}id: b\n  title: B\n",
            format!("3:2 an invisible no-break space (U+00A0) stands here | {SPACE}"),
        ),
        (
            "- id: a\n  title: A\n\u{2013} id: b\n  title: B\n",
            format!(
                "3:1 a list item begins with `\u{2013}` (U+2013), not with a hyphen | {HYPHEN}"
            ),
        ),
        (
            "- id: a\n\u{a0} title: A\n  lead: B\n",
            format!("2:1 an invisible no-break space (U+00A0) stands here | {SPACE}"),
        ),
        (
            "- id: a\n  title: A\n\u{a0} lead: B # a remark\n  rag: fully-successful\n",
            format!("3:1 an invisible no-break space (U+00A0) stands here | {SPACE}"),
        ),
        (
            "- id: a\n  title: A\n  status:\u{a0}in-progress\n",
            format!("3:10 an invisible no-break space (U+00A0) stands here | {SPACE}"),
        ),
        (
            "- id: a\n  title: A\n  status:\u{200b}in-progress\n",
            format!("3:10 an invisible zero-width character (U+200B) stands here | {SPACE}"),
        ),
    ];
    for (text, expected) in cases {
        let expected = format!("error yaml-syntax actions.yaml:{expected}");
        assert_eq!(said("actions.yaml", text), [expected], "{text:?}");
    }
}

#[test]
fn one_such_character_hides_no_fault_of_another_item() {
    let text = "-\u{a0}id: a\n  title: A\n- id: b\n  title: Reading: again\n";
    let found = said("actions.yaml", text);
    let places: Vec<_> = found
        .iter()
        .map(|line| line.split(' ').nth(2).unwrap_or_default())
        .collect();
    assert_eq!(
        places,
        ["actions.yaml:1:2", "actions.yaml:4:17"],
        "{found:#?}"
    );
}

/// What is said of a measure with this line, without the place of the file.
fn of_measure(line: &str) -> Vec<String> {
    let text = format!(
        "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: none\n    {line}\n"
    );
    said("measures.yaml", &text)
}

#[test]
fn figures_and_dates_say_what_to_write() {
    let cases = [
        (
            "actual: \u{2212}8.0",
            "error bad-figure measures.yaml:6:13 `\u{2212}8.0` begins with a dash that is no hyphen | write the minus as a hyphen: `-8.0`",
        ),
        (
            "actual: 8\u{200b}.0",
            "error bad-figure measures.yaml:6:13 `8\u{200b}.0` holds a character that nobody sees | write it anew: `8.0`",
        ),
        (
            "comment: We are #1 in Wales",
            "warning yaml-syntax measures.yaml:6:21 the text ends before `#1`, because `#` begins a remark in YAML | put the whole text in quotes; where this is a remark, put a space behind `#`",
        ),
        (
            "source: [a, b]",
            "error wrong-type measures.yaml:6:13 expected text or a map by language for `source`, found a list | write one value behind the colon, without hyphens or brackets",
        ),
        (
            "covers: [2017-18]",
            "error wrong-type measures.yaml:6:13 expected a period like `2017-18` for `covers`, found a list | write one value behind the colon, without hyphens or brackets",
        ),
        (
            "replaces: xx",
            "error unknown-reference measures.yaml:6:15 there is no measure `xx` | leave it out, for no earlier report has another measure",
        ),
    ];
    for (line, expected) in cases {
        assert_eq!(of_measure(line), [expected], "{line}");
    }
    // A remark with its space is one, and so is what stands behind a single word.
    for line in ["comment: We are first # in Wales", "source: Survey #2"] {
        assert_eq!(of_measure(line), Vec::<String>::new(), "{line}");
    }
    let due = "- {id: a, title: A, due: 2026\u{2013}09\u{2013}30}\n";
    assert_eq!(
        said("actions.yaml", due),
        [
            "error bad-date actions.yaml:1:26 `2026\u{2013}09\u{2013}30` is not a date | write it as `2026-09-30`"
        ]
    );
}

#[test]
fn a_unit_that_is_a_sign_is_offered_in_quotes() {
    let measures = |unit: &str| {
        format!("how-much:\n  - id: a\n    title: A\n    unit: {unit}\n    polarity: none\n")
    };
    assert_eq!(
        said("measures.yaml", &measures("\"%\"")),
        [
            "error unknown-value measures.yaml:4:11 `%` is not one of the built-in units | did you mean `percent`? A unit of your own that comes so near is written by language: `unit: {en: \"%\"}`"
        ]
    );
    let found = said("measures.yaml", &measures("{en: %}"));
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(
        found[0].ends_with("| write the word: `unit: percent`"),
        "{found:#?}"
    );
}

#[test]
fn a_linked_percentage_is_offered_as_the_text_needs_it() {
    let measures = "how-much:\n  - {id: a, title: A, unit: percent, polarity: none, actual: 8.0}\n";
    let page = "# About\n\n[8.1](measure:a.actual) per cent, [8.1](measure:a.actual)% and [8.1](measure:a.actual) of all.\n";
    let site = Site::fine()
        .file(&format!("{OBJECTIVE}/measures.yaml"), measures)
        .file("content/about.md", page);
    let said = checked(&site);
    let helps: Vec<_> = said
        .iter()
        .map(|line| line.split(" | ").nth(1).unwrap_or_default())
        .collect();
    assert_eq!(
        helps,
        [
            "write `[8.0]`, or `[]` to have it filled in",
            "write `[8.0]`, or `[]` to have it filled in",
            "write `[8.0%]`, or `[]` to have it filled in",
        ],
        "{said:#?}"
    );
}

#[test]
fn files_that_would_vanish_without_a_word() {
    assert_eq!(
        said("improve.md", "\n"),
        [
            "warning unused-file improve.md:1:1 the section `improve` has no text, so no page shows it | write its text, or take the file out"
        ]
    );
    let site = Site::fine()
        .file(
            "content/site.yaml",
            "organisation: Example Council\ntitle: Our objectives\nlanguages: [en]\ntheme: plain\n",
        )
        .file("themes/plain/templates/hom.html", "A\n")
        .file("themes/plain/templates/card.html", "B\n");
    assert_eq!(
        checked(&site),
        [
            "warning unused-file themes/plain/templates/hom.html:1:1 the theme has no template `templates/hom.html`, and none includes this one | did you mean `templates/home.html`?"
        ]
    );
    let site = Site::fine().file("content/about.md", "# About\n\n![A map](nowhere.png)\n");
    assert_eq!(
        checked(&site),
        [
            "error missing-image content/about.md:3:10 there is no `content/nowhere.png` to link to | put the file there, or mend the path: it begins at the folder of the file that it stands in, or with `/` at the content folder"
        ]
    );
}
