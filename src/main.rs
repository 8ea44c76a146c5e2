//! The `goldenthread` command.

use std::process::ExitCode;

fn main() -> ExitCode {
    goldenthread::cli::run(std::env::args_os())
}
