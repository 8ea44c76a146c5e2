//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, ValueEnum, builder::styling};
use clap_complete::Shell;
use jiff::civil::DateTime;

use crate::cli::clock;

/// The colours of help and of usage mistakes, those of the diagnostics.
const STYLES: styling::Styles = styling::Styles::styled()
    .header(styling::AnsiColor::BrightBlue.on_default().bold())
    .usage(styling::AnsiColor::BrightBlue.on_default().bold())
    .literal(styling::AnsiColor::BrightCyan.on_default().bold())
    .error(styling::AnsiColor::BrightRed.on_default().bold())
    .invalid(styling::AnsiColor::Yellow.on_default().bold())
    .valid(styling::AnsiColor::BrightCyan.on_default());

/// Turns a folder of figures and text into a published evaluation report.
#[derive(Debug, Parser)]
#[command(
    name = "goldenthread",
    version,
    styles = STYLES,
    arg_required_else_help = true,
    disable_help_subcommand = true,
    after_help = "Exit status: 0 fine, 1 the content has errors, 2 wrong usage or the machine said no."
)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What to do.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Check everything and write the website
    Build {
        /// The folder that holds `content/`
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Where to write it, seen from where you are; else to `output/` beside `content/`
        #[arg(short, long)]
        output: Option<PathBuf>,
        /// Build drafts too, marked as drafts on every page
        #[arg(long)]
        drafts: bool,
        /// Write nothing where there are warnings
        #[arg(long)]
        strict: bool,
        /// Hold embargoes against this local time, such as 2018-03-01T09:30; else the clock's
        #[arg(long, value_name = "MOMENT", value_parser = clock::moment)]
        at: Option<DateTime>,
    },
    /// Show the website while you write, on this machine alone
    Serve {
        /// The folder that holds `content/`
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// The port to answer at; else the first free one from 4100 on
        #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..))]
        port: Option<u16>,
        /// Open a browser
        #[arg(long)]
        open: bool,
        /// Show drafts too, marked as drafts on every page
        #[arg(long)]
        drafts: bool,
        /// Look for changes again and again: for folders on a network or in a container
        #[arg(long)]
        poll: bool,
    },
    /// Read and check everything, and write nothing
    Check {
        /// The folder that holds `content/`
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// How to print what is found
        #[arg(long, value_enum, default_value_t = Format::Human)]
        format: Format,
        /// Fail on warnings too
        #[arg(long)]
        strict: bool,
        /// Hold embargoes against this local time, such as 2018-03-01T09:30; else the clock's
        #[arg(long, value_name = "MOMENT", value_parser = clock::moment)]
        at: Option<DateTime>,
    },
    /// List how far every text is translated
    #[command(args_conflicts_with_subcommands = true)]
    Translations {
        /// The folder that holds `content/`
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// How to print the list
        #[arg(long, value_enum, default_value_t = ListFormat::Human)]
        format: ListFormat,
        /// What to do instead
        #[command(subcommand)]
        command: Option<TranslationsCommand>,
    },
    /// Write a small site to begin with
    Init {
        /// The folder to write it to: a new one, or an empty one
        dir: PathBuf,
        /// The site's languages, the first one first: en, cy or both; else en
        #[arg(
            long,
            value_name = "TAGS",
            value_delimiter = ',',
            conflicts_with = "example"
        )]
        languages: Vec<String>,
        /// Write a whole example instead: learning-partnership, six reports of a fictional partnership
        #[arg(long, value_name = "NAME")]
        example: Option<String>,
    },
    /// Write what comes next: a report, an objective, a measure, an action
    New {
        /// What
        #[command(subcommand)]
        what: NewCommand,
    },
    /// Keep what a published report says from changing unseen
    Seal {
        /// The report
        report: String,
        /// The folder that holds `content/`
        #[arg(default_value = ".")]
        dir: PathBuf,
        /// Hold embargoes against this local time, such as 2018-03-01T09:30; else the clock's
        #[arg(long, value_name = "MOMENT", value_parser = clock::moment)]
        at: Option<DateTime>,
    },
    /// Print the JSON Schema of the open data
    Schema {
        /// Of which file
        #[arg(value_enum, default_value_t = SchemaKind::Site)]
        kind: SchemaKind,
    },
    /// Print a script that lets a shell complete this command
    Completions {
        /// The shell
        shell: Shell,
    },
}

/// What to begin. Nothing that is there is ever overwritten.
#[derive(Debug, Subcommand)]
pub enum NewCommand {
    /// Write the next report, as a draft with its figures left blank
    Report {
        /// The name of its folder, which begins with its period: 2018-19, 2018-19-six-month
        name: String,
        /// The report that it follows: its objectives, its measures and its open actions go on
        #[arg(long, value_name = "REPORT")]
        from: Option<String>,
        /// The folder that holds `content/`
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Write an objective of a report
    Objective {
        /// The name of its folder, which is its address: warm-homes
        name: String,
        /// The report
        #[arg(long = "in", value_name = "REPORT")]
        within: String,
        /// The folder that holds `content/`
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Add a measure to an objective; one that the site knows is taken from its latest report
    Measure {
        /// Its id
        id: String,
        /// The objective
        #[arg(long = "in", value_name = "REPORT/OBJECTIVE")]
        within: String,
        /// The question that it answers: how-much, how-well, better-off, or a group of your own
        #[arg(long)]
        group: Option<String>,
        /// Which way is better, of a measure that the site does not know: higher, lower, target or none
        #[arg(long)]
        polarity: Option<String>,
        /// The folder that holds `content/`
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
    /// Add an action to an objective
    Action {
        /// Its id
        id: String,
        /// The objective
        #[arg(long = "in", value_name = "REPORT/OBJECTIVE")]
        within: String,
        /// The folder that holds `content/`
        #[arg(default_value = ".")]
        dir: PathBuf,
    },
}

/// What to do with translations.
#[derive(Debug, Subcommand)]
pub enum TranslationsCommand {
    /// Keep that translations say what the first language says now
    Review {
        /// Which: files, folders, or texts as `goldenthread translations` names them
        #[arg(required_unless_present = "all", conflicts_with = "all")]
        paths: Vec<String>,
        /// All of them
        #[arg(long)]
        all: bool,
        /// The translations to this language alone; a file such as `about.cy.md` means its own
        #[arg(long)]
        language: Option<String>,
        /// The folder that holds `content/`
        #[arg(long, default_value = ".")]
        dir: PathBuf,
    },
}

/// How a list is printed, to standard output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ListFormat {
    /// For people: what is to be done, file by file
    Human,
    /// Every text as a line, for spreadsheets
    Csv,
    /// Every text as an object of an array
    Json,
}

/// How diagnostics are printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Format {
    /// For people, to standard error
    Human,
    /// An array, to standard output
    Json,
    /// SARIF 2.1.0, as code hosts read it, to standard output
    Sarif,
}

/// What there is a schema of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaKind {
    /// `data/site.json`
    Site,
}
