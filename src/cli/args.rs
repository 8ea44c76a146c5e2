//! What can be said on the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, builder::styling};
use clap_complete::Shell;

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
    /// Write a small site to begin with
    Init {
        /// The folder to write it to: a new one, or an empty one
        dir: PathBuf,
    },
    /// Print a script that lets a shell complete this command
    Completions {
        /// The shell
        shell: Shell,
    },
}
