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
    pipeline::{self, Choice},
    publish::{self, Destination, PublishError, Published},
    site::Site,
    terminal::{self, Progress, Tally, plural, seconds},
    text::Warned,
};

/// What was asked for.
pub struct Wanted<'a> {
    /// The site folder.
    pub dir: &'a Path,
    /// The output folder, where it is not the one in the site folder.
    pub output: Option<PathBuf>,
    /// Which reports it is made of.
    pub choice: Choice,
    /// Whether warnings fail too.
    pub strict: bool,
}

/// Builds the site in `dir`. With an error in the content, or a warning where they count, nothing is
/// written and the website that was there stands as it was.
pub fn run(wanted: &Wanted<'_>) -> Result<Status, Failure> {
    expect_site(wanted.dir)?;
    let output = wanted.output.clone();
    let output = output.unwrap_or_else(|| wanted.dir.join("output"));
    let destination = Destination::resolve(&output, wanted.dir).map_err(failure)?;
    let started = Instant::now();
    let progress = Progress::start();

    let Warned {
        value: made,
        mut diagnostics,
    } = pipeline::make(wanted.dir, wanted.choice);
    let sources = &made.model.sources;
    let tally = Tally::of(&diagnostics);
    let ends = tally.errors > 0 || wanted.strict && tally.warnings > 0;
    let published = match made.site.as_ref().filter(|_| !ends) {
        None => None,
        Some(site) => {
            let show = |done, total| progress.set(done, total);
            match publish::publish(site, &destination, &show) {
                Ok(published) => Some((site, published)),
                Err(PublishError::Render(found)) => {
                    diagnostics.append(found);
                    diagnostics.sort(sources);
                    None
                }
                Err(error) => {
                    drop(progress);
                    report::diagnostics(&diagnostics, sources);
                    return Err(failure(error));
                }
            }
        }
    };
    drop(progress);

    report::diagnostics(&diagnostics, sources);
    let tally = Tally::of(&diagnostics);
    let Some((site, published)) = published else {
        tell(&not_built(tally, &destination));
        return Ok(Status::Content);
    };
    if !made.drafts_left.is_empty() {
        let drafts = plural(made.drafts_left.len(), "draft was", "drafts were");
        tell(&terminal::note(&format_args!(
            "{drafts} left out; `--drafts` builds them too"
        )));
    }
    for (report, ends) in &made.embargoed_left {
        tell(&terminal::note(&format_args!(
            "`{report}` was left out: it is under embargo until {}; `--drafts` builds it too",
            ends.strftime("%Y-%m-%d %H:%M")
        )));
    }
    let content = content(&made.model);
    let time = seconds(started.elapsed());
    tell(&format!(
        "built {} from {content} in {time}: {tally}; {}\n",
        pages(site),
        changes(published)
    ));
    Ok(Status::Fine)
}

fn pages(site: &Site) -> String {
    let is_page = |address: &str| {
        address
            .rsplit_once('.')
            .is_some_and(|(_, end)| end == "html")
    };
    let pages = site.iter().filter(|(at, _)| is_page(at.as_str())).count();
    plural(pages, "page", "pages")
}

/// What became of the files in the output folder.
fn changes(published: Published) -> String {
    let Published {
        written,
        removed,
        total,
        ..
    } = published;
    let written = match written {
        0 => "no file changed".to_owned(),
        written => format!("{written} of {} written", plural(total, "file", "files")),
    };
    match removed {
        0 => written,
        removed => format!("{written}, {removed} removed"),
    }
}

fn not_built(tally: Tally, destination: &Destination) -> String {
    let kept = if destination.folder().exists() {
        format!("`{}` is as it was", destination.shown().display())
    } else {
        "nothing was written".to_owned()
    };
    let strict = if tally.errors == 0 {
        ", and with `--strict` warnings count"
    } else {
        ""
    };
    format!("not built: {tally}{strict}; {kept}\n")
}

fn failure(error: PublishError) -> Failure {
    let help = error.help();
    let failure = Failure::new(error);
    match help {
        Some(help) => failure.help(help),
        None => failure,
    }
}
