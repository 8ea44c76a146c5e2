//! Markdown as bare text.

use pulldown_cmark::{Event, TagEnd};

use crate::{
    prose::{
        policy::{self, Fate},
        tags::{self, Part},
    },
    syntax,
};

/// The text of Markdown without any markup, in one line: for descriptions, search and the like.
///
/// Images give their alternative text. Blocks are parted by a blank.
pub fn plain(text: &str) -> String {
    let text = syntax::printable(text);
    let mut out = String::new();
    let mut skipped: Option<String> = None;
    let mut html = |html: &str, out: &mut String| {
        for part in tags::parts(html) {
            match (&skipped, part) {
                (Some(name), Part::End(end, _)) if end == *name => skipped = None,
                (None, Part::Text(range)) => out.push_str(&html[range]),
                (None, Part::Start(tag)) if policy::element(&tag.name, false) == Fate::Dropped => {
                    skipped = Some(tag.name);
                }
                _ => {}
            }
        }
        skipped.is_some()
    };
    let mut skips = false;
    for (event, _) in syntax::markdown(&text) {
        match event {
            Event::Text(text) | Event::Code(text) if !skips => out.push_str(&text),
            Event::InlineHtml(raw) => skips = html(&raw, &mut out),
            Event::Html(raw) => {
                skips = html(&raw, &mut out);
                out.push(' ');
            }
            Event::SoftBreak
            | Event::HardBreak
            | Event::Rule
            | Event::End(
                TagEnd::Paragraph
                | TagEnd::Heading(_)
                | TagEnd::Item
                | TagEnd::TableCell
                | TagEnd::CodeBlock
                | TagEnd::HtmlBlock,
            ) => out.push(' '),
            _ => {}
        }
    }
    syntax::printable(&out)
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_words_are_left() {
        let cases = [
            ("", ""),
            ("# T\u{177}\n\nA *b* `c`\nd.\n", "T\u{177} A b c d."),
            ("- a\n- [b](c \"d\")\n\n![e *f*](g)", "a b e f"),
            ("| a | b |\n|---|---|\n| c | d |\n", "a b c d"),
            ("a <b>c</b> <script>d</script> e", "a c e"),
            ("<div>\n<p>a</p>\n</div>\n\nb", "a b"),
            ("a &amp; b &lt; c", "a & b < c"),
            ("a[^1] b\n\n[^1]: Note.\n", "a b Note."),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text:?}");
        }
    }
}
