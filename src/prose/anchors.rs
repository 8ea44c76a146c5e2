//! Links to anchors in an author's raw HTML.

use std::ops::Range;

use percent_encoding::percent_decode_str;
use pulldown_cmark::{Event, Tag as Element, TagEnd};

use crate::{
    prose::{
        raw::Block,
        tags::{self, Part},
    },
    syntax::markdown,
};

/// The anchors of its own page that raw HTML in a Markdown text leads to, such as the `x` of
/// `<a href="#x">`, each with the bytes of the attribute that says so.
pub fn anchors(text: &str) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    let mut block: Option<Block> = None;
    for (event, range) in markdown(text) {
        match event {
            Event::Start(Element::HtmlBlock) => block = Some(Block::default()),
            Event::End(TagEnd::HtmlBlock) => {
                found.extend(block.take().iter().flat_map(in_block));
            }
            Event::Html(html) => {
                if let Some(block) = &mut block {
                    block.push(&html, &range);
                }
            }
            Event::InlineHtml(html) => {
                let mut block = Block::default();
                block.push(&html, &range);
                found.extend(in_block(&block));
            }
            _ => {}
        }
    }
    found
}

fn in_block(block: &Block) -> Vec<(String, Range<usize>)> {
    let mut found = Vec::new();
    for part in tags::parts(&block.html) {
        let Part::Start(tag) = part else { continue };
        let links = tag.attributes.iter().filter(|_| tag.name == "a");
        for link in links.filter(|link| link.name == "href") {
            if let Some(anchor) = link.value.trim().strip_prefix('#') {
                let anchor = anchor.replace("&quot;", "\"").replace("&amp;", "&");
                let anchor = percent_decode_str(&anchor).decode_utf8_lossy();
                found.push((anchor.into_owned(), block.place(&link.range)));
            }
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn anchors_are_found_where_they_are_written() {
        let cases: [(&str, &[(&str, &str)]); 6] = [
            ("See <a href=\"#x\">it</a>.", &[("x", "href=\"#x\"")]),
            (
                "<p>\n<a title=\"a\"\nhref='#a%20b'>it</a></p>\n",
                &[("a b", "href='#a%20b'")],
            ),
            (
                "> <div>\n> <a HREF=#y>it</a>\n> </div>\n",
                &[("y", "HREF=#y")],
            ),
            ("`<a href=\"#x\">` and [it](#x)", &[]),
            (
                "<!-- <a href=\"#x\">it</a> --> <a href=\"https://a.org/#x\">it</a>",
                &[],
            ),
            ("<b href=\"#x\">it</b>", &[]),
        ];
        for (text, expected) in cases {
            let found = anchors(text);
            let found: Vec<_> = found
                .iter()
                .map(|(anchor, range)| (&**anchor, &text[range.clone()]))
                .collect();
            assert_eq!(found, expected, "{text}");
        }
    }
}
