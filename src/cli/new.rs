//! `goldenthread new`.

use std::path::Path;

use crate::{
    author::{self, NewError, Written},
    cli::{
        args::NewCommand,
        folder::read_sound,
        output::{Failure, Status, print},
    },
    terminal::plural,
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
            dir,
        } => {
            let model = read_sound(dir, WHY)?;
            told(
                author::new_measure(dir, &model, id, within, group.as_deref()),
                dir,
            )?
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
    print(&said)?;
    Ok(Status::Fine)
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
