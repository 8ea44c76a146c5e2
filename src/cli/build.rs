//! `goldenthread build`.

use std::{
    path::{Path, PathBuf},
    time::Instant,
};

use crate::{
    cli::{
        check::content,
        folder::expect_site,
        output::{Failure, Status, tell},
        report,
    },
    pipeline::{self, Drafts},
    publish::{self, Destination, PublishError},
    terminal::{Progress, Tally, plural, seconds},
    text::Warned,
};

/// What was asked for.
pub struct Wanted<'a> {
    /// The site folder.
    pub dir: &'a Path,
    /// The output folder, where another than `output/` in the site folder is asked for.
    pub output: Option<PathBuf>,
    /// What becomes of drafts.
    pub drafts: Drafts,
    /// Whether warnings fail the build.
    pub strict: bool,
}

/// Checks the site and writes it. With an error (and with `strict`, a warning) nothing is written,
/// and what an earlier build wrote stays as it was.
pub fn run(wanted: &Wanted<'_>) -> Result<Status, Failure> {
    expect_site(wanted.dir)?;
    let started = Instant::now();
    let output = wanted
        .output
        .clone()
        .unwrap_or_else(|| wanted.dir.join("output"));
    let destination = Destination::resolve(&output, wanted.dir).map_err(refused)?;
    let Warned {
        value: examined,
        mut diagnostics,
    } = pipeline::examine(wanted.dir, wanted.drafts);
    let mut site = None;
    if !diagnostics.has_errors() {
        let assembled = pipeline::site(&examined);
        diagnostics.append(assembled.diagnostics);
        diagnostics.sort(&examined.model.sources);
        site = assembled.value.filter(|_| !diagnostics.has_errors());
    }
    let sources = &examined.model.sources;
    report::diagnostics(&diagnostics, sources);
    let tally = Tally::of(&diagnostics);
    let Some(site) = site.filter(|_| !(wanted.strict && tally.warnings > 0)) else {
        let kept = if destination.folder().exists() {
            format!("; `{}` is as it was", destination.shown().display())
        } else {
            String::new()
        };
        tell(&format!("nothing was built: {tally}{kept}\n"));
        return Ok(Status::Content);
    };
    let progress = Progress::start();
    let published = publish::publish(&site, &destination, &|done, total| {
        progress.set(done, total);
    });
    drop(progress);
    let published = match published {
        Ok(published) => published,
        Err(PublishError::Render(faults)) => {
            report::diagnostics(&faults, sources);
            let tally = Tally::of(&faults);
            tell(&format!("nothing was built: {tally}\n"));
            return Ok(Status::Content);
        }
        Err(error) => return Err(refused(error)),
    };
    let files = plural(published.total, "file", "files");
    let content = content(&examined.model);
    let shown = destination.shown().display();
    let changed = changes(published);
    let time = seconds(started.elapsed());
    tell(&format!(
        "built {files} in `{shown}` ({changed}) from {content} in {time}: {tally}\n"
    ));
    Ok(Status::Fine)
}

fn refused(error: PublishError) -> Failure {
    let help = error.help();
    let failure = Failure::new(error);
    match help {
        Some(help) => failure.help(help),
        None => failure,
    }
}

fn changes(published: publish::Published) -> String {
    if published.written == 0 && published.removed == 0 {
        return "nothing changed".to_owned();
    }
    let mut changes = Vec::new();
    if published.written > 0 {
        changes.push(format!("{} written", published.written));
    }
    if published.unchanged > 0 {
        changes.push(format!("{} unchanged", published.unchanged));
    }
    if published.removed > 0 {
        changes.push(format!("{} removed", published.removed));
    }
    changes.join(", ")
}
