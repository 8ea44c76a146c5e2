//! docs/diagnostics.md is made from the codes themselves.
//!
//! `BLESS=1 cargo test --test manual` writes it anew.

#[path = "support/blessed.rs"]
mod blessed;

use std::fmt::Write as _;

use blessed::blessed;
use goldenthread::{
    check::is_acceptable,
    text::{Code, Severity},
};

#[test]
fn the_manual_page_of_diagnostics_is_up_to_date() {
    blessed("diagnostics.md", &page(), "cargo test --test manual");
}

fn page() -> String {
    let mut page = String::from(
        "# Diagnostics\n\
         \n\
         Every finding has a severity, a code, a message, the file, line and column it is about, and most\n\
         have a line of help. The codes never change their meaning. This page is made from the program's own\n\
         list.\n\
         \n\
         - An **error** means that nothing is published.\n\
         - A **warning** is published, but not with `--strict`.\n\
         - A **note** is worth knowing, and stops nothing.\n\
         \n\
         A finding that can be accepted becomes a note that prints the reason where its report, objective,\n\
         action, measure or page carries `accept: [{code, reason}]`.\n\
         \n",
    );
    for severity in [Severity::Error, Severity::Warning, Severity::Note] {
        let codes = Code::ALL.iter().filter(|code| code.severity() == severity);
        let names: Vec<_> = codes
            .map(|code| format!("[`{0}`](#{0})", code.as_str()))
            .collect();
        let _ = writeln!(
            page,
            "{}s: {}\n",
            capital(severity.as_str()),
            names.join(", ")
        );
    }
    for code in Code::ALL {
        let manual: Vec<_> = code.manual().lines().map(str::trim).collect();
        let accepted = if is_acceptable(*code) {
            " Can be accepted."
        } else {
            ""
        };
        let _ = writeln!(
            page,
            "## {}\n\n*{}.* {}{accepted}\n",
            code.as_str(),
            capital(code.severity().as_str()),
            manual.join("\n").trim(),
        );
    }
    page.truncate(page.trim_end().len());
    page + "\n"
}

fn capital(word: &str) -> String {
    let (first, rest) = word.split_at(1);
    first.to_uppercase() + rest
}
