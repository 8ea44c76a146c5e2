//! Floor 9: the command line.
//!
//! One file a command. Each answers how the run ended; nothing below this floor prints or exits.

mod args;
mod build;
mod check;
mod clock;
mod completions;
mod folder;
mod init;
mod new;
mod output;
mod report;
mod schema;
mod seal;
mod serve;
mod teller;
mod translations;

use std::{ffi::OsString, process::ExitCode};

use clap::{Parser as _, error::ContextKind};

use crate::pipeline::{Choice, Drafts};

use args::{Args, Command, TranslationsCommand};
use output::{Failure, Status};

/// Runs the command that `arguments` ask for; the first of them is the program's own name.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let args = match Args::try_parse_from(arguments) {
        Ok(args) => args,
        Err(mut error) => {
            // That a dash may begin a file's name behind `--` helps nobody who mistyped an option.
            error.remove(ContextKind::Suggested);
            // Help and version come this way too, and are no mistakes.
            let _ = error.print();
            return if error.use_stderr() {
                Status::Usage
            } else {
                Status::Fine
            }
            .into();
        }
    };
    let wanted_drafts = |drafts| if drafts { Drafts::Built } else { Drafts::Left };
    let ended = match args.command {
        Command::Build {
            dir,
            output,
            drafts,
            strict,
            at,
        } => build::run(&build::Wanted {
            dir: &dir,
            output,
            choice: Choice {
                drafts: wanted_drafts(drafts),
                at: Some(at.unwrap_or_else(clock::now)),
                hints: strict,
            },
            strict,
        }),
        Command::Serve {
            dir,
            port,
            open,
            drafts,
            poll,
        } => serve::run(&serve::Wanted {
            dir: &dir,
            port,
            open,
            drafts: wanted_drafts(drafts),
            poll,
        }),
        Command::Check {
            dir,
            format,
            strict,
            at,
        } => check::run(&dir, format, strict, at.unwrap_or_else(clock::now)),
        Command::Translations {
            dir,
            format,
            command: None,
        } => translations::list(&dir, format),
        Command::Translations {
            command:
                Some(TranslationsCommand::Review {
                    paths,
                    all,
                    language,
                    dir,
                }),
            ..
        } => translations::review(&dir, &paths, all, language.as_deref()),
        Command::Init {
            dir,
            languages,
            example,
        } => init::run(&dir, &languages, example.as_deref()),
        Command::New { what } => new::run(&what),
        Command::Seal { report, dir, at } => seal::run(&dir, &report, at),
        Command::Schema { kind } => schema::run(kind),
        Command::Completions { shell } => completions::run(shell),
    };
    ended.unwrap_or_else(Failure::report).into()
}
