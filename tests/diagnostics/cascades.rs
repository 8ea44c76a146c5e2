//! A file or an item of which nothing is known takes nothing else with it.

use goldenthread::{
    pipeline::{Drafts, make, rendered},
    text::Warned,
};

use crate::{
    checked,
    support::{OBJECTIVE, Site, said as said_of},
};

const ACTIONS: &str = "- {id: read, title: Read more, measures: [reading]}\n";
const ABOUT: &str = "# About\n\n[it](measure:reading), [](measure:reading.actual)\n";
const FOLDER: &str = "content/reports/2017-18/learners";

/// What is said where the file of measures is this one, and an action and a page refer to `reading`.
fn said(name: &str, bytes: &[u8]) -> Vec<String> {
    let site = Site::fine()
        .file(&format!("{OBJECTIVE}/actions.yaml"), ACTIONS)
        .file("content/about.md", ABOUT)
        .bytes(&format!("{OBJECTIVE}/{name}"), bytes);
    checked(&site)
}

fn utf16(text: &str) -> Vec<u8> {
    let units = text.encode_utf16().flat_map(u16::to_le_bytes);
    [0xff, 0xfe].into_iter().chain(units).collect()
}

#[test]
fn a_file_of_which_nothing_is_known_is_one_finding() {
    const YAML: &str = "put each measure under the question that it answers, as in `how-much:` and below it `- id: …`, or take the file out";
    const ROWS: &str = "add a row below its header for each measure, or take the file out";
    const EMPTY: &str =
        "begin it with a row of column names, then a row for each measure, or take the file out";
    let deep = format!("how-much: {}{}\n", "[".repeat(5000), "]".repeat(5000));
    let sixteen = utf16("how-much:\n  - {id: reading, title: A, unit: number}\n");
    let cases: &[(&str, &[u8], &str)] = &[
        (
            "measures.csv",
            b"",
            &format!("1:1 `measures.csv` holds no measures | {EMPTY}"),
        ),
        (
            "measures.csv",
            b"group,id,title,unit\n",
            &format!("1:1 `measures.csv` holds no measures | {ROWS}"),
        ),
        (
            "measures.yaml",
            b"# how-much:\n#   - id: reading\n",
            &format!("1:1 `measures.yaml` holds no measures | {YAML}"),
        ),
        (
            "measures.yaml",
            b"how-much:\nhow-well: []\n",
            &format!("1:1 `measures.yaml` holds no measures | {YAML}"),
        ),
        (
            "measures.yaml",
            &sixteen,
            "1:1 the file is UTF-16, not UTF-8 | save it again with the encoding UTF-8 (\"Unicode\" in some Windows programs is UTF-16)",
        ),
        (
            "measures.yaml",
            deep.as_bytes(),
            "1:43 lists and keys stand in one another more than 32 deep | nothing here is read so deep; look for brackets that should be in quotes",
        ),
    ];
    for (name, bytes, expected) in cases {
        let said = said(name, bytes);
        let (place, _) = expected.split_once(" | ").unwrap();
        assert_eq!(said.len(), 1, "{place}: {said:#?}");
        let (_, found) = said[0].split_once(&format!("{FOLDER}/{name}:")).unwrap();
        assert_eq!(found, *expected);
    }
}

#[test]
fn an_item_without_an_id_may_be_the_one_that_is_referred_to() {
    let cases = [
        (
            "how-much:\n  - {title: A, unit: number, polarity: none}\n",
            "error missing-field content/reports/2017-18/learners/measures.yaml:2:6 `id` is missing from a measure | add a line `id: …`",
        ),
        (
            "how-much:\n  - {id: =LINK(1), title: A, unit: number, polarity: none}\n",
            "error bad-id content/reports/2017-18/learners/measures.yaml:2:10 `=LINK(1)` is not an id | ids hold letters, digits and hyphens: `LINK-1`, say",
        ),
        (
            "how-much:\n  - {id: , title: A, unit: number, polarity: none}\n",
            "error missing-field content/reports/2017-18/learners/measures.yaml:2:6 `id` is blank, but a measure needs it | write the id there",
        ),
    ];
    for (measures, expected) in cases {
        assert_eq!(said("measures.yaml", measures.as_bytes()), [expected]);
    }
}

#[test]
fn nothing_that_stands_in_for_an_id_is_offered() {
    let measures = "how-much:\n  - {title: A, unit: number, polarity: none}\n  - {id: other, title: B, unit: number, polarity: none, replaces: gone}\n";
    let site = Site::fine()
        .file(&format!("{OBJECTIVE}/measures.yaml"), measures)
        .file("content/about.md", "# About\n\n![](chart:measure-2)\n");
    let said = checked(&site);
    assert!(!said.concat().contains("measure-1"), "{said:#?}");
}

#[test]
fn what_an_alias_stands_for_is_not_missed_as_well() {
    let actions = "- {id: &a read, title: &t Reading}\n- {id: write, title: *t}\n- *a\n";
    let site = Site::fine().file(&format!("{OBJECTIVE}/actions.yaml"), actions);
    let sign = |sign: char| {
        format!("is not read | write the value out; put a text that begins with `{sign}` in quotes")
    };
    let expected = [
        ("1:8 the anchor `&a`", '&'),
        ("1:24 the anchor `&t`", '&'),
        ("2:22 the alias `*t`", '*'),
        ("3:3 the alias `*a`", '*'),
    ]
    .map(|(what, of)| format!("error yaml-alias {FOLDER}/actions.yaml:{what} {}", sign(of)));
    assert_eq!(checked(&site), expected);
}

#[test]
fn a_mistake_in_a_template_of_many_pages_is_said_once() {
    let site = Site::fine()
        .file(
            "content/site.yaml",
            "organisation: Example Council\ntitle: Our objectives\nlanguages: [en]\ntheme: plain\n",
        )
        .file(
            "themes/plain/templates/base.html",
            "{{ nosuch.thing }}{% block main %}{% endblock %}\n",
        );
    let Warned { value, diagnostics } = make(site.root(), Drafts::Built);
    assert!(diagnostics.is_empty(), "{diagnostics:?}");
    let said = said_of(&rendered(&value.site.unwrap()), &value.model.sources);
    let found: Vec<_> = said.iter().filter(|line| line.contains("nosuch")).collect();
    assert_eq!(found.len(), 1, "{said:#?}");
    let start = "error template-fault themes/plain/templates/base.html:1:4 variable `nosuch` is not defined";
    assert!(found[0].starts_with(start), "{said:#?}");
}

#[test]
fn addresses_and_anchors_are_found_wanting_beside_what_could_not_be_read() {
    let site = Site::fine()
        // What cannot be read, and what it takes with it: a title, a page, a folder's own name.
        .file(
            &format!("{FOLDER}/measures.yaml"),
            "how-much:\n  - {id: a, title: [A]}\n",
        )
        .file("content/broken.md", "---\ntitle: [x\n---\n# Broken\n")
        .file(
            "content/reports/2017_18/report.md",
            "---\ntitle: A\nperiod: 2017-18\nstage: annual\nstatus: published\n---\n",
        )
        .file(
            "content/reports/2017_18/learners/objective.md",
            "---\ntitle: Learners\n---\nWhy.\n",
        )
        // What is wrong all the same, and can be told.
        .file("content/contact.md", "# Contact\n\n## Post\n")
        .bytes("content/contact", b"x")
        .file(
            "content/about.md",
            "# About\n\n[a](contact.md#post) [b](contact.md#phone) [c](broken.md#other)\n",
        );
    let said = checked(&site);
    let about: Vec<_> = said
        .iter()
        .map(|line| line.split(" | ").next().unwrap_or_default())
        .filter(|line| line.contains("collision") || line.contains("anchor"))
        .collect();
    assert_eq!(
        about,
        [
            "error unknown-reference content/about.md:3:26 the page has no heading with the anchor `#phone`",
            "error address-collision content/contact.md:1:1 `contact` would be a file and, for `contact/index.html`, a folder",
        ],
        "{said:#?}"
    );
    assert!(said.len() > about.len(), "{said:#?}");
}

#[test]
fn a_site_whose_settings_cannot_be_read_has_no_addresses() {
    let site = Site::fine()
        .file(
            "content/site.yaml",
            "organisation: A\ntitle: [B]\nlanguages: [en, cy]\n",
        )
        .file("content/contact.md", "# Contact\n")
        .bytes("content/contact", b"x");
    let said = checked(&site);
    assert!(
        said.iter().any(|line| line.contains("wrong-type")),
        "{said:#?}"
    );
    assert!(
        !said.iter().any(|line| line.contains("collision")),
        "{said:#?}"
    );
}

#[test]
fn what_could_not_be_read_of_a_sealed_report_was_not_changed() {
    const REPORT: &str = "content/reports/2017-18/report.md";
    const BEFORE: &str = "content/reports/2016-17/learners/measures.yaml";
    const SETTINGS: &str = "content/site.yaml";
    let head = |period: &str, more: &str| {
        format!(
            "---\ntitle: Annual\nperiod: {period}\nstage: annual\nstatus: published\n{more}---\n"
        )
    };
    let measures = |actual: &str| {
        format!(
            "how-much:\n  - {{id: calls, title: Calls, unit: number, polarity: higher, actual: {actual}, target: 10}}\n"
        )
    };
    let corrected = "corrections:\n  - {date: 2018-10-14, about: \"measure:calls.actual\", was: 9, now: 12, reason: Counted twice.}\n";
    let objective = "---\ntitle: Learners\njudgement: fully-successful\n---\nWhy.\n";
    let (own, text) = (format!("{FOLDER}/measures.yaml"), measures("12"));
    let (why, report) = (format!("{FOLDER}/objective.md"), head("2017-18", corrected));
    let settings = "organisation: Example Council\ntitle: Our objectives\nlanguages: [en]\n";
    let before = measures("7");
    let cases = [
        (&*why, objective, "fully-successful", "fuly-successful"),
        (&*own, &*text, "actual: 12", "actual: 8x6"),
        (&*own, &*text, "actual: 12", "acutal: 12"),
        (&*own, &*text, "target: 10}", "target: 10"),
        (&*own, &*text, "id: calls", "id: =LINK(1)"),
        (SETTINGS, settings, "languages: [en]", "languages: [en"),
        (BEFORE, &*before, "actual: 7", "actual: 7x"),
        (BEFORE, &*before, "target: 10}", "target: 10"),
        (REPORT, &*report, "status: published", "status: publishd"),
        (REPORT, &*report, "now: 12", "now: 12x"),
    ];
    for (path, text, from, to) in cases {
        let site = Site::fine()
            .file(SETTINGS, settings)
            .file("content/reports/2016-17/report.md", &head("2016-17", ""))
            .file("content/reports/2016-17/learners/objective.md", objective)
            .file(BEFORE, &before)
            .file(REPORT, &report)
            .file(&why, objective)
            .file(&own, &measures("12"));
        let run = site.run(&["seal", "2017-18"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(text.contains(from), "{from}");
        let site = site.file(path, &text.replace(from, to));
        let said = checked(&site);
        assert!(!said.is_empty(), "{to}");
        let more = ["sealed-", "correction-contradicted"];
        let follows = said
            .iter()
            .any(|line| more.iter().any(|code| line.contains(code)));
        assert!(!follows, "{to}: {said:#?}");
    }
    // What could be read is held to all the same.
    let site = Site::fine().file(&own, &measures("12"));
    assert_eq!(site.run(&["seal", "2017-18"]).status, 0);
    let two = measures("13") + "  - {id: mail, title: Mail, unit: number, actual: 8x6}\n";
    let said = checked(&site.file(&own, &two)).concat();
    assert!(
        said.contains("`measure:calls.actual` was sealed as `12`, but is `13`"),
        "{said}"
    );
    assert!(!said.contains("mail` was not"), "{said}");
}
