//! `goldenthread check`.

use std::{path::Path, time::Instant};

use jiff::civil::DateTime;

use crate::{
    cli::{
        args::Format,
        folder::expect_site,
        output::{Failure, Status, print, tell},
        report,
    },
    model::Model,
    pipeline,
    terminal::{self, Tally, plural, seconds},
    text::Warned,
    translation,
};

/// Reads and checks the site in `dir`, drafts too, and writes nothing but what it found.
pub fn run(dir: &Path, format: Format, strict: bool, at: DateTime) -> Result<Status, Failure> {
    expect_site(dir)?;
    let started = Instant::now();
    let Warned { value, diagnostics } = pipeline::check(dir, Some(at), strict);
    let sources = &value.model.sources;
    let tally = Tally::of(&diagnostics);
    match format {
        Format::Human => {
            report::diagnostics(&diagnostics, sources);
            let content = content(&value.model);
            let time = seconds(started.elapsed());
            tell(&format!("checked {content} in {time}: {tally}\n"));
            let texts = translation::texts(&value.model);
            for language in translation::targets(&value.model) {
                tell(&terminal::coverage_line(&texts, language, &value.model));
            }
        }
        Format::Json => print(&terminal::to_json(&diagnostics, sources))?,
        Format::Sarif => print(&terminal::to_sarif(&diagnostics, sources))?,
    }
    let fails = tally.errors > 0 || strict && tally.warnings > 0;
    Ok(if fails { Status::Content } else { Status::Fine })
}

/// What the site is about, in numbers.
pub fn content(model: &Model) -> String {
    let reports = model.reports.len();
    let objectives = || model.reports.iter().flat_map(|report| &report.objectives);
    let actions = objectives().map(|one| one.actions.len()).sum();
    let measures = objectives().map(|one| one.measures.len()).sum();
    [
        plural(reports, "report", "reports"),
        plural(objectives().count(), "objective", "objectives"),
        plural(actions, "action", "actions"),
        plural(measures, "measure", "measures"),
    ]
    .join(", ")
}
