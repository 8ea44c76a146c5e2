//! Text as HTML.

use crate::{prose::inserts::is_mark, syntax};

/// Text between tags.
pub(super) fn text(text: &str) -> String {
    escape(text, false)
}

/// The value of an attribute in double quotes.
pub(super) fn attribute(value: &str) -> String {
    escape(value, true)
}

fn escape(text: &str, quotes: bool) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' if quotes => out.push_str("&quot;"),
            // An entity may have brought them in.
            c if is_mark(c) || syntax::is_control(c) => {}
            c => out.push(c),
        }
    }
    out
}
