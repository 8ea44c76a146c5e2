//! What was found, told to people.

use std::{env, io::IsTerminal as _};

use crate::{
    cli::output::tell,
    terminal::{self, Look},
    text::{Diagnostics, Sources},
};

/// Writes every diagnostic to standard error.
pub fn diagnostics(diagnostics: &Diagnostics, sources: &Sources) {
    let look = look();
    for diagnostic in diagnostics.iter() {
        tell(&terminal::render(diagnostic, sources, look));
    }
}

/// How this terminal is read. `NO_GRAPHICS` is how readers of screens and of braille ask programs
/// for sentences without drawings.
fn look() -> Look {
    let asked = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    Look {
        width: width().unwrap_or(Look::WIDTH).max(40),
        without_drawings: asked("NO_GRAPHICS"),
    }
}

/// How wide the terminal is, where standard error is one.
#[cfg(unix)]
fn width() -> Option<usize> {
    let stderr = std::io::stderr();
    let size = rustix::termios::tcgetwinsize(&stderr).ok();
    let width = size.filter(|_| stderr.is_terminal())?.ws_col;
    (width > 0).then_some(width.into())
}

/// How wide the terminal is, where it says so.
#[cfg(not(unix))]
fn width() -> Option<usize> {
    let stated = env::var("COLUMNS").ok()?;
    stated
        .parse()
        .ok()
        .filter(|_| std::io::stderr().is_terminal())
}
