//! Every diagnostic: the smallest site that triggers it, with exactly what is said.
//!
//! Each case is the fault in one or two files of a site that is otherwise fine ([`Site::fine`]), and
//! the lines that `check` prints for it: severity, code, file:line:column, message, and the help
//! behind a bar.

mod cases;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeSet;

use cases::{ACTIONS, CASES, PAGE};
use goldenthread::{
    pipeline::{Drafts, make},
    text::{Code, Warned},
};
use support::{Site, said};

fn checked(site: &Site) -> Vec<String> {
    let Warned { value, diagnostics } = make(site.root(), Drafts::Built);
    said(&diagnostics, &value.model.sources)
}

#[test]
fn every_case_says_exactly_this() {
    for (code, files, expected) in CASES {
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
            "error unreadable content/here.md:1:1 this cannot be read: it is a link that leads nowhere",
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
    ];
    let cases = CASES.iter().map(|(code, ..)| *code);
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
