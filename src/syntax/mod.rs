//! Floor 1: bytes to spanned YAML, Markdown, front matter and CSV.
//!
//! Reading never fails: every function returns what could be read, and diagnostics for the rest.

mod node;

pub use node::{Entry, Node, Scalar, Style, Value};
