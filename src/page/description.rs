//! What a page says in a sentence or two, for search engines and cards.

use crate::{page::view::HtmlView, syntax};

/// The first paragraph of an authored text, without its marks. What stands in brackets may be still to be
/// filled in, and is no description.
pub(super) fn first_paragraph(written: Option<&HtmlView>) -> Option<String> {
    let html = &written?.html;
    let mut rest = html.as_str();
    while let Some(start) = rest.find("<p>") {
        let inside = &rest[start + "<p>".len()..];
        let end = inside.find("</p>").unwrap_or(inside.len());
        let text = bare(&inside[..end]);
        if !text.is_empty() && syntax::bracketed(&text).is_empty() {
            return Some(text);
        }
        rest = &inside[end..];
    }
    None
}

/// A text of at most `most` letters: cut behind a word where it is longer, with an ellipsis.
pub(super) fn shortened(text: &str, most: usize) -> String {
    if text.chars().count() <= most {
        return text.to_owned();
    }
    let mut short = String::new();
    let mut letters = 0;
    for word in text.split_whitespace() {
        letters += word.chars().count() + 1;
        if letters > most {
            break;
        }
        if !short.is_empty() {
            short.push(' ');
        }
        short.push_str(word);
    }
    // A word longer than everything that is asked for is cut as it comes.
    if short.is_empty() {
        short = text.chars().take(most - 1).collect();
    }
    let ended = short.trim_end_matches([',', ';', ':', '.', ' ', '\u{2013}']);
    format!("{ended}\u{2026}")
}

/// The words of sanitised HTML within a line.
fn bare(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for c in html.chars() {
        match c {
            '<' => inside = true,
            '>' if inside => inside = false,
            c if !inside => text.push(c),
            _ => {}
        }
    }
    // All that the sanitiser writes; the ampersand last, so that nothing is undone twice.
    for (entity, letter) in [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&nbsp;", "\u{a0}"),
        ("&amp;", "&"),
    ] {
        text = text.replace(entity, letter);
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_paragraph_with_words_is_told() {
        for (html, expected) in [
            (
                "<h2>A</h2>\n<p>b <a href=\"c\">d</a>\ne</p><p>f</p>",
                Some("b d e"),
            ),
            (
                "<p><img alt=\"\"></p><p>g &amp;lt; h&nbsp;i</p>",
                Some("g &lt; h i"),
            ),
            (
                "<p>Kept by [the name] at [x].</p><p>k [x] l</p>",
                Some("k [x] l"),
            ),
            ("<ul><li>j</li></ul>", None),
            ("", None),
        ] {
            let view = HtmlView {
                html: html.to_owned(),
                lang: None,
            };
            assert_eq!(first_paragraph(Some(&view)).as_deref(), expected, "{html}");
        }
        assert_eq!(first_paragraph(None), None);
    }

    #[test]
    fn long_texts_end_behind_a_word() {
        for (text, most, expected) in [
            ("one two", 7, "one two"),
            ("one two three", 12, "one two\u{2026}"),
            ("one, two", 7, "one\u{2026}"),
            ("ŵŵŵŵ", 3, "ŵŵ\u{2026}"),
        ] {
            assert_eq!(shortened(text, most), expected);
        }
    }
}
