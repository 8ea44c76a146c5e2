//! Text as HTML.

use crate::{
    prose::inserts::is_mark,
    syntax,
    text::{escaped, escaped_text},
};

/// Text between tags.
pub(super) fn text(text: &str) -> String {
    escaped_text(&clean(text))
}

/// The value of an attribute in double quotes.
pub(super) fn attribute(value: &str) -> String {
    escaped(&clean(value))
}

/// The text without what no page may hold; an entity may have brought it in.
fn clean(text: &str) -> String {
    let strange = |c: char| is_mark(c) || syntax::is_control(c);
    text.replace(strange, "")
}
