//! What raw HTML may hold: a short list of elements and attributes that say what a text is, not how
//! it looks, and that run nothing, load nothing and name nothing.

use std::{
    collections::{HashMap, HashSet},
    sync::LazyLock,
};

use ammonia::Builder;

use crate::prose::inserts::is_mark;

/// Elements within a line of text.
const PHRASING: &[&str] = &[
    "a", "abbr", "b", "bdi", "bdo", "br", "cite", "code", "del", "dfn", "em", "i", "ins", "kbd",
    "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span", "strong", "sub", "sup", "time",
    "u", "var", "wbr",
];

/// Elements that hold blocks, or that stand for one; each may stay open over blank lines.
const FLOW: &[&str] = &[
    "blockquote",
    "caption",
    "col",
    "colgroup",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "figcaption",
    "figure",
    "hr",
    "li",
    "ol",
    "p",
    "pre",
    "summary",
    "table",
    "tbody",
    "td",
    "tfoot",
    "th",
    "thead",
    "tr",
    "ul",
];

/// Elements without an end tag.
const VOID: &[&str] = &[
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source",
    "track", "wbr",
];

/// Elements that are taken out with all that is in them, for it is no text to read.
const OPAQUE: &[&str] = &[
    "applet",
    "audio",
    "canvas",
    "frameset",
    "head",
    "iframe",
    "math",
    "noembed",
    "noframes",
    "noscript",
    "object",
    "plaintext",
    "script",
    "select",
    "style",
    "svg",
    "template",
    "textarea",
    "title",
    "video",
    "xmp",
];

/// What becomes of an element of an author's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It stays.
    Kept,
    /// It goes, its text stays.
    Unwrapped,
    /// It goes with all that is in it.
    Dropped,
}

/// What becomes of the element `name`; within a line only elements of a line stay.
pub(super) fn element(name: &str, inline: bool) -> Fate {
    if PHRASING.contains(&name) || (!inline && FLOW.contains(&name)) {
        Fate::Kept
    } else if OPAQUE.contains(&name) {
        Fate::Dropped
    } else {
        Fate::Unwrapped
    }
}

/// Whether the element has no end tag.
pub(super) fn is_void(name: &str) -> bool {
    VOID.contains(&name)
}

/// Whether the element may stay open when its HTML block ends, for the Markdown that follows.
pub(super) fn spans_blocks(name: &str) -> bool {
    FLOW.contains(&name) && !matches!(name, "p" | "pre" | "summary" | "caption")
}

/// Whether the attribute `name` of `element` stays with this value.
pub(super) fn attribute(element: &str, name: &str, value: &str) -> bool {
    let number = !value.is_empty() && value.len() < 6 && value.bytes().all(|b| b.is_ascii_digit());
    let word = || {
        let fine =
            |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b':' | b'+' | b'.');
        !value.is_empty() && value.bytes().all(fine)
    };
    match (element, name) {
        (_, "dir") => matches!(value, "ltr" | "rtl" | "auto"),
        ("a", "href") => is_absolute(value) || value.starts_with('#'),
        (_, "lang") | ("a", "hreflang") | ("time" | "del" | "ins", "datetime") => word(),
        ("ol", "start")
        | ("li", "value")
        | ("td" | "th", "colspan" | "rowspan")
        | ("col" | "colgroup", "span") => number && value != "0",
        (_, "title") | ("th", "abbr") | ("ol", "reversed") | ("details", "open") => true,
        ("th", "scope") => matches!(value, "col" | "row" | "colgroup" | "rowgroup"),
        _ => false,
    }
}

/// Whether an address names a scheme that a page may lead to.
fn is_absolute(address: &str) -> bool {
    let schemes = ["https://", "http://", "mailto:", "tel:"];
    let begins = |scheme: &&str| {
        let head = address.get(..scheme.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(scheme))
    };
    schemes.iter().any(begins)
}

/// Whether a link or image may have this address: relative, or with a harmless scheme.
pub(super) fn address(address: &str) -> bool {
    let scheme = address.find([':', '/', '?', '#']);
    let relative = scheme.is_none_or(|at| address.as_bytes()[at] != b':');
    let plain = !address.starts_with(|c: char| c.is_whitespace() || c.is_control());
    plain && (relative || is_absolute(address))
}

/// What raw HTML, cleaned of all that is not on the lists above, is passed through with the page's
/// own markup around it. It lets through what either may hold, and nothing that could do harm.
pub(super) static BARRIER: LazyLock<Builder<'static>> = LazyLock::new(|| {
    let own = ["h2", "h3", "h4", "h5", "h6", "img", "section"];
    let tags: HashSet<_> = PHRASING.iter().chain(FLOW).copied().chain(own).collect();
    let attributes: HashMap<&str, HashSet<&str>> = [
        ("a", &["href", "hreflang"][..]),
        ("col", &["span"]),
        ("colgroup", &["span"]),
        ("del", &["datetime"]),
        ("details", &["open"]),
        ("img", &["alt", "loading", "src"]),
        ("ins", &["datetime"]),
        ("li", &["value"]),
        ("ol", &["reversed", "start"]),
        ("td", &["colspan", "rowspan"]),
        ("th", &["abbr", "colspan", "rowspan", "scope"]),
        ("time", &["datetime"]),
    ]
    .into_iter()
    .map(|(tag, names)| (tag, names.iter().copied().collect()))
    .collect();
    let aligned: HashSet<_> = ["align-left", "align-center", "align-right"].into();
    let classes: HashMap<&str, HashSet<&str>> = [
        ("a", HashSet::from(["url"])),
        ("div", HashSet::from(["table-scroll"])),
        ("section", HashSet::from(["footnotes"])),
        ("td", aligned.clone()),
        ("th", aligned),
    ]
    .into();
    let mut builder = Builder::empty();
    builder
        .tags(tags)
        .clean_content_tags(["script", "style"].into())
        .tag_attributes(attributes)
        .generic_attributes(["dir", "lang", "title"].into())
        .allowed_classes(classes)
        .url_schemes(["http", "https", "mailto", "tel"].into())
        .link_rel(None)
        // A mark must never be put in place within a tag.
        .attribute_filter(|_, _, value| (!value.contains(is_mark)).then(|| value.into()));
    builder
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_lead_nowhere_harmful() {
        for fine in [
            "",
            "a.html",
            "../a/b.html#c",
            "#x",
            "?q:r",
            "https://a.org",
            "MAILTO:a@b.org",
        ] {
            assert!(address(fine), "{fine}");
        }
        for bad in [
            "javascript:x",
            "JavaScript:x",
            " javascript:x",
            "data:text/html,x",
            "a:b",
            "\u{1}https://a",
        ] {
            assert!(!address(bad), "{bad}");
        }
    }

    #[test]
    fn all_that_is_kept_passes_the_barrier() {
        for name in PHRASING {
            let html = if is_void(name) {
                format!("<{name}>")
            } else {
                format!("<{name}>x</{name}>")
            };
            assert_eq!(BARRIER.clean(&html).to_string(), html);
        }
        let table = "<table><caption>a</caption><colgroup><col></colgroup><thead><tr><th scope=\"col\">b</th></tr></thead><tbody><tr><td colspan=\"2\">c</td></tr></tbody><tfoot></tfoot></table>";
        let blocks = "<blockquote></blockquote><details open=\"\"><summary></summary></details><dl><dt></dt><dd></dd></dl><figure><figcaption></figcaption></figure><hr><ol start=\"3\"><li></li></ol><ul></ul><p></p><pre></pre><div></div>";
        for html in [table, blocks] {
            assert_eq!(BARRIER.clean(html).to_string(), html);
        }
    }
}
