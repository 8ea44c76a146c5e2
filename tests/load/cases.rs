//! Faults as data: files that are put into a small site, and what is said of them.
//!
//! Each file of `cases/` holds cases:
//!
//! ```text
//! == what the case shows
//! -- actions.yaml
//! the text of the file
//! -- said
//! error wrong-type content/…:1:1 the message
//!   the help
//! ```
//!
//! A path is from the site folder, or without a folder in the objective's. `-- without <path>`
//! takes a file of the small site away. `GOLDENTHREAD_BLESS=1 cargo test` writes what is said now,
//! to be read with care before it is kept.

use std::{fs, path::Path};

use crate::support::{OBJECTIVE, Site};

#[test]
fn every_case_says_what_it_should() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/load/cases");
    let bless = std::env::var_os("GOLDENTHREAD_BLESS").is_some();
    let mut wrong = String::new();
    let mut count = 0;
    let mut files: Vec<_> = fs::read_dir(&folder)
        .expect("the folder of cases")
        .map(|entry| entry.expect("a file of cases").path())
        .collect();
    files.sort();
    for path in files {
        let text = fs::read_to_string(&path).expect("a file of cases");
        let mut now = String::new();
        for case in text.split_inclusive('\n').fold(Vec::new(), cases) {
            let after = run(&case);
            if after != case {
                wrong += &[&case, "\nis now\n", &after].concat();
            }
            now += &after;
            count += 1;
        }
        if bless {
            fs::write(&path, now).expect("a file of cases to write");
        }
    }
    assert!(bless || wrong.is_empty(), "{wrong}");
    assert!(count > 0);
}

fn cases(mut cases: Vec<String>, line: &str) -> Vec<String> {
    match cases.last_mut() {
        Some(case) if !line.starts_with("== ") => case.push_str(line),
        _ => cases.push(line.to_owned()),
    }
    cases
}

/// The case with what is said now.
fn run(case: &str) -> String {
    let (input, _) = case.split_once("-- said\n").unwrap_or((case, ""));
    let mut site = Site::new();
    let mut parts = input.split("\n-- ");
    parts.next();
    for part in parts {
        let (head, text) = part.split_once('\n').unwrap_or((part, ""));
        site = match head.strip_prefix("without ") {
            Some(path) => site.without(path),
            None if head.contains('/') => site.file(head, text),
            None => site.file(&format!("{OBJECTIVE}/{head}"), text),
        };
    }
    let said = site.said();
    let lines = said.iter().map(|line| line.replace(" | ", "\n  ") + "\n");
    format!("{input}-- said\n{}\n", lines.collect::<String>())
}
