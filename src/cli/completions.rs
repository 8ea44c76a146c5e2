//! `goldenthread completions`.

use clap::CommandFactory as _;
use clap_complete::Shell;

use crate::cli::{
    args::Args,
    output::{Failure, Status, print},
};

/// Prints the script for a shell.
pub fn run(shell: Shell) -> Result<Status, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "goldenthread", &mut script);
    print(&String::from_utf8_lossy(&script))?;
    Ok(Status::Fine)
}
