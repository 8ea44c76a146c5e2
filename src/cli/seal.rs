//! `goldenthread seal`.

use std::path::Path;

use crate::{
    author, check,
    cli::{
        clock,
        folder::expect_site,
        output::{Failure, Status, print},
        report,
    },
    pipeline::{self, Choice, Drafts},
    terminal::plural,
    text::{Warned, did_you_mean},
};

/// Writes down what a published report says, so that no later build changes it without a word.
pub fn run(dir: &Path, name: &str) -> Result<Status, Failure> {
    expect_site(dir)?;
    let choice = Choice {
        drafts: Drafts::Built,
        at: Some(clock::now()),
    };
    let Warned { value, diagnostics } = pipeline::make(dir, choice);
    let model = &value.model;
    let name = name.trim_end_matches('/');
    let name = name.rsplit('/').next().unwrap_or(name);
    let mut reports = model.reports.iter();
    let Some(at) = reports.position(|report| report.id.as_str() == name) else {
        let names = model.reports.iter().map(|report| report.id.as_str());
        let failure = Failure::new(format_args!("there is no report `{name}`"));
        return Err(match did_you_mean(name, names) {
            Some(help) => failure.help(help),
            None => failure,
        });
    };
    let found = &model.reports[at];
    if !found.is_public() {
        let why = if found.is_draft() {
            "a draft"
        } else {
            "under embargo"
        };
        let refused = Failure::new(format_args!("`{name}` is {why}, so it cannot be sealed"));
        return Err(refused.help("a report is sealed once it is published"));
    }
    if diagnostics.has_errors() {
        report::diagnostics(&diagnostics, &model.sources);
        return Err(
            Failure::new("the content has errors, so nothing was sealed")
                .help("what is sealed has to build: mend the errors first"),
        );
    }
    let record = check::record(model, &value.facts, &value.wording, at);
    let text = author::seal(&record);
    let file = dir.join("content/reports").join(name).join(author::SEALED);
    let changed = author::write_seal(dir, name, &text).map_err(|error| {
        Failure::new(format_args!("cannot write `{}`: {error}", file.display()))
    })?;
    let things = plural(record.len(), "thing", "things");
    print(&if changed {
        format!("sealed `{name}`: {things} in `{}`\n", file.display())
    } else {
        format!("`{name}` is sealed as it is: nothing has changed\n")
    })?;
    Ok(Status::Fine)
}
