//! `goldenthread seal`.

use std::path::Path;

use jiff::civil::DateTime;

use crate::{
    author,
    check::{self, Subject},
    cli::{
        clock,
        folder::expect_site,
        output::{Failure, Status, print},
        report,
    },
    model::Id,
    pipeline::{self, Choice, Drafts},
    terminal::plural,
    text::{Warned, did_you_mean},
};

/// Writes down what a published report says, so that no later build changes it without a word. What a
/// build leaves out is left out here as well. Embargoes are held against `at`, else the clock.
pub fn run(dir: &Path, name: &str, at: Option<DateTime>) -> Result<Status, Failure> {
    expect_site(dir)?;
    let choice = Choice {
        drafts: Drafts::Left,
        at: Some(at.unwrap_or_else(clock::now)),
        hints: false,
    };
    let Warned { value, diagnostics } = pipeline::make(dir, choice);
    let model = &value.model;
    let name = name.trim_end_matches('/');
    let name = name.rsplit('/').next().unwrap_or(name);
    let embargoed = value.embargoed_left.iter().map(|(id, _)| id);
    let refused = |why: &str| {
        let refused = Failure::new(format_args!("`{name}` is {why}, so it cannot be sealed"));
        Err(refused.help("a report is sealed once it is published"))
    };
    if value.drafts_left.iter().any(|id| id.as_str() == name) {
        return refused("a draft");
    }
    if embargoed.clone().any(|id| id.as_str() == name) {
        return refused("under embargo");
    }
    let mut reports = model.reports.iter();
    let Some(at) = reports.position(|report| report.id.as_str() == name) else {
        let names = model.reports.iter().map(|report| &report.id);
        let names = names.chain(&value.drafts_left).chain(embargoed);
        let failure = Failure::new(format_args!("there is no report `{name}`"));
        return Err(match did_you_mean(name, names.map(Id::as_str)) {
            Some(help) => failure.help(help),
            None => failure,
        });
    };
    if diagnostics.has_errors() {
        report::diagnostics(&diagnostics, &model.sources);
        return Err(
            Failure::new("the content has errors, so nothing was sealed")
                .help("what is sealed has to build: mend the errors first"),
        );
    }
    let subject = Subject::new(model, &value.facts, &value.wording);
    let record = check::record(&subject, at);
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
