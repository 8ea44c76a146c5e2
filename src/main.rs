//! The `goldenthread` command.

use std::process::ExitCode;

/// A site is many small values, made and dropped by many threads: this allocator takes about half the
/// time for them that the system's takes.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    goldenthread::cli::run(std::env::args_os())
}
