//! Floor 1: bytes to spanned YAML, Markdown, front matter and CSV.
//!
//! Reading never fails: every function returns what could be read, and diagnostics for the rest.
//! Where a file has a syntax error, what stands in the faulty place is left out of the result, so a
//! reader that finds a required key missing says so only where the diagnostics have no error.

mod bytes;
mod front_matter;
mod headings;
mod hidden;
mod markdown;
mod node;
mod places;
mod reading;
mod reference;
mod table;
mod yaml;

pub use bytes::{MAX_BYTES, decode};
pub use front_matter::{FrontMatter, front_matter};
pub use headings::{Heading, Outline, first_heading, headings};
pub(crate) use hidden::is_control;
pub use hidden::printable;
pub use markdown::{bracketed, markdown, numbered_paragraphs, paragraph_number};
pub use node::{Entry, Node, Scalar, Style, Value};
pub use places::Places;
pub use reading::Reading;
pub use reference::{Reference, ReferenceKind, references};
pub use table::{Row, Table, csv};
pub use yaml::yaml;
