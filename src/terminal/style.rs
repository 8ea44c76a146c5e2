//! Lines that are about the run, not about a place in a file.

use std::fmt;

use annotate_snippets::{Group, Level, Renderer};

/// A failure that has no place in the content, such as a folder that cannot be written: with
/// colours, ending in a line break.
pub fn failure(message: &impl fmt::Display, help: Option<&str>) -> String {
    titled(Level::ERROR, &message.to_string(), help)
}

/// A remark that has no place in the content.
pub fn note(message: &impl fmt::Display, help: Option<&str>) -> String {
    titled(Level::NOTE, &message.to_string(), help)
}

fn titled(level: Level<'_>, message: &str, help: Option<&str>) -> String {
    let mut group = Group::with_title(level.primary_title(message));
    if let Some(help) = help {
        group = group.element(Level::HELP.message(help));
    }
    Renderer::styled().render(&[group]) + "\n"
}
