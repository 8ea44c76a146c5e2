//! Floor 8: what people and programs read of a run.
//!
//! Diagnostics for people and the summary go to standard error, data goes to standard output.

mod human;
mod json;
mod progress;
mod sarif;
mod style;
mod summary;
mod translations;

pub use human::{Look, render};
pub use json::to_json;
pub use progress::Progress;
pub use sarif::to_sarif;
pub use style::{failure, note};
pub use summary::{Tally, plural, seconds};
pub use translations::{Row, coverage_line, rows, to_csv, to_human, to_json as translations_json};

/// Indented JSON with a line break at the end.
fn lines(value: &impl serde::Serialize) -> String {
    let mut lines = serde_json::to_string_pretty(value)
        .expect("names are text, and no number is one that JSON lacks");
    lines.push('\n');
    lines
}
