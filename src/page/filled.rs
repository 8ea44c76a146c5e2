//! Sentences of the strings with HTML in their places.

use crate::{page::view::HtmlView, text::escaped};

/// Holds the place of an edition in a sentence until that is HTML. Unicode keeps this character for a
/// program's own use, and the next.
pub const EDITION: &str = "\u{fdd8}";

/// Holds the place of a reason.
pub const REASON: &str = "\u{fdd9}";

/// A sentence with HTML in the places that were held.
pub fn filled(
    sentence: &str,
    places: impl IntoIterator<Item = (&'static str, String)>,
) -> HtmlView {
    let mut html = escaped(sentence);
    for (place, with) in places {
        html = html.replace(place, &with);
    }
    HtmlView { html, lang: None }
}

/// A sentence without a link.
pub fn worded(sentence: &str) -> HtmlView {
    filled(sentence, [])
}
