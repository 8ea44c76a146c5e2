//! Floor 0: sources, places in them, and what there is to say about a place.
//!
//! Nothing here reads a file, knows YAML or knows a report. A [`Sources`] owns the text of every
//! file that was read, a [`Span`] points into it, a [`Diagnostic`] says something about a span.

mod code;
mod columns;
mod diagnostic;
mod escape;
mod marks;
mod portable;
mod source;
mod span;
mod suggestion;

pub use code::Code;
pub use columns::in_columns;
pub use diagnostic::{Diagnostic, Diagnostics, Label, Severity, Warned};
pub use escape::{NOT_IN_PATHS, escaped, escaped_text};
pub use marks::{in_language, language_of, mark_of_start, marked_up, unmarked};
pub use portable::is_portable;
pub use source::{Location, Source, SourceId, Sources};
pub use span::{Span, Spanned};
pub use suggestion::{Names, did_you_mean, nearest};
