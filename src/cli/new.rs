//! `goldenthread new`.

use std::path::Path;

use crate::{
    author::{self, NewError, Written},
    cli::{
        args::NewCommand,
        folder::read_sound,
        output::{Failure, Status, print},
    },
    model::Polarity,
    terminal::plural,
    text::did_you_mean,
    wording::Wording,
};

/// Writes what comes next, and says what was written.
pub fn run(what: &NewCommand) -> Result<Status, Failure> {
    let written = match what {
        NewCommand::Report { name, from, dir } => {
            let model = read_sound(dir, WHY)?;
            let wording = Wording::new(&model).value;
            let from = from.as_deref();
            told(author::new_report(dir, (&model, &wording), name, from), dir)?
        }
        NewCommand::Objective { name, within, dir } => {
            let model = read_sound(dir, WHY)?;
            let wording = Wording::new(&model).value;
            told(
                author::new_objective(dir, (&model, &wording), name, within),
                dir,
            )?
        }
        NewCommand::Measure {
            id,
            within,
            group,
            polarity,
            dir,
        } => {
            let polarity = polarity.as_deref().map(way).transpose()?;
            let model = read_sound(dir, WHY)?;
            let more = (group.as_deref(), polarity);
            told(author::new_measure(dir, &model, id, within, more), dir)?
        }
        NewCommand::Action { id, within, dir } => {
            let model = read_sound(dir, WHY)?;
            told(author::new_action(dir, &model, id, within), dir)?
        }
    };
    let verb = match what {
        NewCommand::Report { .. } | NewCommand::Objective { .. } => "wrote",
        NewCommand::Measure { .. } | NewCommand::Action { .. } => "added to",
    };
    let files: Vec<_> = written
        .files
        .iter()
        .map(|path| path.display().to_string())
        .collect();
    let mut said = match files.as_slice() {
        [only] => format!("{verb} `{only}`\n"),
        files => {
            let listed: Vec<_> = files.iter().map(|path| format!("  {path}\n")).collect();
            let count = plural(files.len(), "file", "files");
            format!("{verb} {count}:\n\n{}\n", listed.concat())
        }
    };
    if written.finished > 0 {
        let actions = plural(written.finished, "action is", "actions are");
        let line = format!("{actions} completed or cancelled, and not carried over\n");
        said.push_str(&line);
    }
    if matches!(what, NewCommand::Report { .. }) {
        said += "it is a draft: `goldenthread check` lists what is to be filled in, and \
                 `goldenthread serve --drafts` shows it\n";
    }
    if matches!(what, NewCommand::Objective { .. }) {
        said += if written.published {
            "its report is published, so nothing is built until the prompts in these files are written, or \
             the files that are not needed are taken out: `goldenthread check` lists them\n"
        } else {
            "`goldenthread check` lists the prompts that are to be written\n"
        };
    }
    print(&said)?;
    Ok(Status::Fine)
}

/// The way that is better, by its word.
fn way(word: &str) -> Result<Polarity, Failure> {
    let words = || Polarity::ALL.iter().map(|polarity| polarity.as_str());
    Polarity::parse(word).ok_or_else(|| {
        let failure = Failure::new(format_args!("`{word}` is not a value of `--polarity`"));
        match did_you_mean(word, words()) {
            Some(help) => failure.help(help),
            None => failure,
        }
    })
}

const WHY: &str = "the content has errors, so nothing can be made from it";

fn told(written: Result<Written, NewError>, dir: &Path) -> Result<Written, Failure> {
    written.map_err(|error| match error {
        NewError::Name { message, help } => {
            let failure = Failure::new(message);
            match help {
                Some(help) => failure.help(help),
                None => failure,
            }
        }
        NewError::Exists(path) => {
            let path = dir.join(path);
            Failure::new(NewError::Exists(path)).help("choose another name")
        }
        error @ NewError::Io { .. } => Failure::new(error),
    })
}
