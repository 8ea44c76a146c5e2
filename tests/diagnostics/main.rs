//! Every diagnostic: the smallest site that triggers it, with exactly what is said.
//!
//! Each case is the fault in one or two files of a site that is otherwise fine ([`Site::fine`]), and
//! the lines that `check` prints for it: severity, code, file:line:column, message, and the help
//! behind a bar.

mod cascades;
mod cases;
mod mutations;
mod named;
mod pasted;
mod places;
mod quoted;
mod record;
#[path = "../support/mod.rs"]
mod support;
mod theme;
mod thread;
mod translations;
mod unread;

use std::collections::BTreeSet;

use cases::{ACTIONS, CASES, PAGE};
use goldenthread::{
    pipeline::{Choice, Drafts, make},
    text::{Code, Warned},
};
use support::{Site, said};

fn checked(site: &Site) -> Vec<String> {
    let Warned { value, diagnostics } = make(site.root(), Drafts::Built);
    said(&diagnostics, &value.model.sources)
}

fn all_cases() -> impl Iterator<Item = &'static cases::Case> {
    let all = [
        CASES,
        record::CASES,
        theme::CASES,
        translations::CASES,
        thread::CASES,
    ];
    all.into_iter().flatten()
}

#[test]
fn every_case_says_exactly_this() {
    for (code, files, expected) in all_cases() {
        let write = |site: Site, (path, text): &(&str, &str)| site.file(path, text);
        expect(*code, &files.iter().fold(Site::fine(), write), expected);
    }
}

#[test]
fn the_site_they_change_has_no_fault() {
    assert_eq!(checked(&Site::fine()), Vec::<String>::new());
}

#[test]
fn files_that_are_no_text() {
    let not_utf8 = Site::fine().bytes(PAGE, b"# About\n\nT\xc5\xb7 caf\xe9\n");
    expect(
        Code::NotUtf8,
        &not_utf8,
        &[
            "error not-utf8 content/about.md:3:7 the file is not UTF-8: byte `0xE9` stands here | save it again…",
        ],
    );
    let eleven_mebibytes = "text\n".repeat(11 * 1024 * 1024 / 5);
    expect(
        Code::TooLarge,
        &Site::fine().file(PAGE, &eleven_mebibytes),
        &[
            "error too-large content/about.md:1:1 the file is 11 MiB, larger than the 10 MiB that are read | split it, or keep what is not text in files of its own",
        ],
    );
    let nested = format!("- {}{}\n", "[".repeat(200), "]".repeat(200));
    expect(
        Code::TooDeep,
        &Site::fine().file(ACTIONS, &nested),
        &[
            "error too-deep content/reports/2017-18/learners/actions.yaml:1:35 lists and keys stand in one another more than 32 deep | nothing here is read so deep; look for brackets that should be in quotes",
        ],
    );
}

#[test]
fn a_correction_is_not_of_a_day_to_come() {
    let site = Site::fine().file(
        "content/reports/2017-18/report.md",
        "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\ncorrections:\n  - {date: 2018-10-13, reason: A word was wrong.}\n  - {date: 2018-10-14, reason: Another word was wrong.}\n---\n",
    );
    let choice = |at: Option<&str>| Choice {
        drafts: Drafts::Built,
        at: at.map(|at| at.parse().expect("a moment")),
        hints: true,
    };
    for (at, expected) in [
        (None, &[][..]),
        (Some("2018-10-14T00:00"), &[]),
        (
            Some("2018-10-13T23:59"),
            &[
                "error correction-to-come content/reports/2017-18/report.md:8:12 the correction is of `2018-10-14`, but today is `2018-10-13` | give the day on which readers were told, which is today at the latest",
            ],
        ),
    ] {
        let Warned { value, diagnostics } = make(site.root(), choice(at));
        assert_eq!(said(&diagnostics, &value.model.sources), expected, "{at:?}");
    }
}

#[test]
fn what_an_item_accepts_is_in_all_of_its_files() {
    let accept = "accept:\n  - {code: html-removed, reason: as it was}\n";
    let html = "<script>x</script>\n";
    let report = format!(
        "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\n{accept}---\n"
    );
    let site = Site::fine()
        .file(
            "content/site.yaml",
            "organisation: Example Council\ntitle: Our objectives\nlanguages: [en, cy]\n",
        )
        .file("content/reports/2017-18/report.md", &report)
        .file("content/reports/2017-18/done-well.md", html)
        .file("content/other.md", "# Other\n")
        .file(PAGE, &format!("---\ntitle: About\n{accept}---\n"))
        .file("content/about.cy.md", html);
    let said = checked(&site);
    let note = |file: &str| {
        format!(
            "note html-removed content/{file}:1:1 the HTML element `<script>` is not published (accepted: as it was)"
        )
    };
    for file in ["about.cy.md", "reports/2017-18/done-well.md"] {
        assert!(said.contains(&note(file)), "{file}: {said:#?}");
    }
    let site = site.file("content/other.cy.md", html);
    let said = checked(&site);
    let other = "warning html-removed content/other.cy.md:1:1 ";
    assert!(said.iter().any(|line| line.starts_with(other)), "{said:#?}");
}

#[test]
fn what_two_items_accept_has_the_inner_reason() {
    let site = Site::fine()
        .file(
            "content/reports/2017-18/learners/objective.md",
            "---\ntitle: Learners\naccept:\n  - {code: red-unexplained, reason: outer}\n---\nWhy.\n",
        )
        .file(
            "content/reports/2017-18/learners/measures.yaml",
            "how-much:\n  - id: a\n    title: A\n    unit: number\n    polarity: higher\n    actual: 5\n    target: 10\n    intervention: 8\n    accept:\n      - {code: red-unexplained, reason: inner}\n",
        );
    let said = checked(&site);
    assert_eq!(said.len(), 1, "{said:#?}");
    assert!(said[0].starts_with("note red-unexplained "), "{said:#?}");
    assert!(said[0].ends_with(" (accepted: inner)"), "{said:#?}");
}

#[test]
fn addresses_that_are_one_elsewhere_collide() {
    let measure = |id: &str| {
        format!(
            "how-much:\n  - id: {id}\n    title: A\n    unit: number\n    polarity: higher\n    actual: 5\n"
        )
    };
    let next = "content/reports/2018-19";
    let by_case = Site::fine()
        .file(
            "content/reports/2017-18/learners/measures.yaml",
            &measure("lca1"),
        )
        .file(
            &format!("{next}/report.md"),
            "---\ntitle: Next\nperiod: 2018-19\nstage: annual\nstatus: published\n---\n",
        )
        .file(
            &format!("{next}/learners/objective.md"),
            "---\ntitle: Learners\n---\n",
        )
        .file(&format!("{next}/learners/measures.yaml"), &measure("LCA1"));
    let as_folder = Site::fine()
        .file(PAGE, "# About\n")
        .bytes("content/about", b"x");
    for (site, part) in [
        (by_case, "are one address where case does not count"),
        (
            as_folder,
            "`about` would be a file and, for `about/index.html`, a folder",
        ),
    ] {
        let said = checked(&site);
        let found = said.iter().any(|line| {
            line.starts_with("error address-collision content/") && line.contains(part)
        });
        assert!(found, "{said:#?}");
    }
}

#[cfg(unix)]
#[test]
fn links_of_the_file_system() {
    use std::os::unix::fs::symlink;

    let outside = Site::fine();
    symlink("/etc/hostname", outside.root().join("content/host.txt")).unwrap();
    expect(
        Code::OutsideContent,
        &outside,
        &[
            "error outside-content content/host.txt:1:1 this link leads out of the folder that it stands in | put the file itself in its place",
        ],
    );
    let nowhere = Site::fine();
    symlink("gone.md", nowhere.root().join("content/here.md")).unwrap();
    expect(
        Code::Unreadable,
        &nowhere,
        &[
            "error unreadable content/here.md:1:1 this cannot be read: it is a link that leads nowhere | take the link away, or put the file or folder itself in its place",
        ],
    );
}

#[test]
fn every_code_has_a_case() {
    let elsewhere = [
        Code::NotUtf8,
        Code::TooLarge,
        Code::TooDeep,
        Code::Unreadable,
        Code::CorrectionToCome,
    ];
    let cases = all_cases().map(|(code, ..)| *code);
    let covered: BTreeSet<Code> = cases.chain(elsewhere).collect();
    let lacking: Vec<_> = Code::ALL
        .iter()
        .filter(|code| !covered.contains(code))
        .collect();
    assert_eq!(lacking, Vec::<&Code>::new());
}

/// Checks that exactly these lines are said, one of them with the code. Of a line that ends in `…`
/// only the beginning counts.
fn expect(code: Code, site: &Site, expected: &[&str]) {
    let found = checked(site);
    let same = |(found, expected): (&String, &&str)| match expected.strip_suffix('…') {
        Some(beginning) => found.starts_with(beginning),
        None => found == expected,
    };
    assert!(
        found.len() == expected.len() && found.iter().zip(expected).all(same),
        "{code:?}\nfound {found:#?}\nexpected {expected:#?}"
    );
    let name = format!(" {} ", code.as_str());
    assert!(
        expected.iter().any(|line| line.contains(&name)),
        "{code:?} is not among {expected:?}"
    );
}
