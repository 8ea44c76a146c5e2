//! A YAML document with the place of everything in it.

use std::sync::Arc;

use crate::text::{Span, Spanned};

/// A YAML value and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// The value.
    pub value: Value,
    /// Its own text, without indentation before or blank lines behind it.
    pub span: Span,
}

/// What kinds of value there are. Anchors, aliases, merges and tags are refused while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing, `~` or `null`.
    Null,
    /// A single value.
    Scalar(Scalar),
    /// A list.
    Sequence(Vec<Node>),
    /// A mapping in the order written; keys are unique.
    Mapping(Vec<Entry>),
}

/// A single value by the text it was written with, so that `90.10` stays `90.10`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scalar {
    /// The text: escapes and folding undone, otherwise as written.
    pub text: Arc<str>,
    /// How it was written.
    pub style: Style,
}

/// How a scalar was written, and for plain ones what YAML takes them for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// Plain, and a string to YAML.
    Plain,
    /// Plain, and a number to YAML.
    Number,
    /// Plain, and `true` or `false` to YAML.
    Bool,
    /// In single or double quotes.
    Quoted,
    /// A block after `|` or `>`.
    Block,
}

/// A key and its value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The key.
    pub key: Spanned<Arc<str>>,
    /// Its value.
    pub value: Node,
}
