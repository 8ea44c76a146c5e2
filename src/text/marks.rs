//! Languages within a text: which pieces of it are in another language than the page.
//!
//! A phrase is made of the program's words and of authored texts, and either may be a fallback from
//! another language. On their way to the page such pieces stand between marks; in the finished page the
//! marks become elements with a `lang`, or vanish where no element can stand.

use std::borrow::Cow;

/// Before the language's tag of a piece. These characters are Unicode's for a program's own use: no
/// text that is exchanged holds them.
const OPEN: char = '\u{fdd1}';
/// Between the tag and the piece.
const TAGGED: char = '\u{fdd2}';
/// Behind the piece.
const CLOSE: char = '\u{fdd3}';

/// Elements that hold words alone.
const WORDS_ALONE: [&str; 6] = ["title", "option", "textarea", "script", "style", "svg"];

/// The text as a piece in the language of `tag`.
pub fn in_language(text: &str, tag: &str) -> String {
    if text.is_empty() {
        return String::new();
    }
    format!("{OPEN}{tag}{TAGGED}{text}{CLOSE}")
}

/// The text without marks, for places that cannot tell a language.
pub fn unmarked(text: &str) -> Cow<'_, str> {
    if !text.contains([OPEN, CLOSE]) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find([OPEN, CLOSE]) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        rest = tag(rest).map_or_else(|| behind(rest), |(_, rest)| rest);
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// The language of a text that is one marked piece from its beginning to its end.
pub fn language_of(text: &str) -> Option<&str> {
    let (language, rest) = tag(text)?;
    let mut open = 0_usize;
    for c in rest.strip_suffix(CLOSE)?.chars() {
        match c {
            OPEN => open += 1,
            CLOSE => open = open.checked_sub(1)?,
            _ => {}
        }
    }
    (open == 0).then_some(language)
}

/// The mark that a text begins with, and what is behind it.
pub fn mark_of_start(text: &str) -> Option<(&str, &str)> {
    let (_, behind) = tag(text)?;
    Some(text.split_at(text.len() - behind.len()))
}

/// The page with `span`s that name the language of marked pieces; without marks where no element can
/// stand: in attributes, titles, options and drawings.
pub fn marked_up(html: String) -> String {
    if !html.contains([OPEN, CLOSE]) {
        return html;
    }
    let mut out = String::with_capacity(html.len() + html.len() / 16);
    let mut open: Vec<&str> = Vec::new();
    let mut rest = html.as_str();
    while let Some(at) = rest.find(['<', OPEN, CLOSE]) {
        out.push_str(&rest[..at]);
        rest = &rest[at..];
        if let Some((language, behind)) = tag(rest) {
            // A piece within one of the same language needs no mark of its own.
            if open.last() != Some(&language) {
                out.push_str("<span lang=\"");
                out.push_str(language);
                out.push_str("\">");
            }
            open.push(language);
            rest = behind;
        } else if rest.starts_with('<') {
            let end = element(rest);
            out.push_str(&unmarked(&rest[..end]));
            rest = &rest[end..];
        } else {
            if let Some(language) = open.pop()
                && open.last() != Some(&language)
            {
                out.push_str("</span>");
            }
            rest = behind(rest);
        }
    }
    out.push_str(rest);
    out
}

/// The tag of the mark that `text` begins with, and what is behind it.
fn tag(text: &str) -> Option<(&str, &str)> {
    let (tag, rest) = text.strip_prefix(OPEN)?.split_once(TAGGED)?;
    let fine = |c: char| c.is_ascii_alphanumeric() || c == '-';
    tag.chars().all(fine).then_some((tag, rest))
}

fn behind(text: &str) -> &str {
    let mut letters = text.chars();
    letters.next();
    letters.as_str()
}

/// The end of the tag that `html` begins with; of the whole element, where that holds words alone.
fn element(html: &str) -> usize {
    if html.starts_with("<!--") {
        return html.find("-->").map_or(html.len(), |end| end + 3);
    }
    let mut quote = None;
    let end = html.char_indices().find(|(_, c)| {
        match (quote, c) {
            (None, '"' | '\'') => quote = Some(*c),
            (Some(open), c) if open == *c => quote = None,
            _ => {}
        }
        quote.is_none() && *c == '>'
    });
    let end = end.map_or(html.len(), |(at, _)| at + 1);
    let name = html[1..].split(|c: char| !c.is_ascii_alphanumeric()).next();
    let Some(name) = name.filter(|name| WORDS_ALONE.contains(name)) else {
        return end;
    };
    let closing = format!("</{name}>");
    let close = html[end..].find(&closing);
    close.map_or(end, |at| end + at + closing.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_name_their_language_where_an_element_can_stand() {
        let en = |text: &str| in_language(text, "en");
        for (html, expected) in [
            ("<p>a</p>".to_owned(), "<p>a</p>"),
            (
                format!("<p>a {} c</p>", en("b")),
                "<p>a <span lang=\"en\">b</span> c</p>",
            ),
            (
                format!(
                    "<p>{}</p>",
                    en(&format!("a {} {}", en("b"), in_language("c", "cy")))
                ),
                "<p><span lang=\"en\">a b <span lang=\"cy\">c</span></span></p>",
            ),
            (
                format!(
                    "<title>{}</title><a title=\"> {}\">{}</a>",
                    en("a"),
                    en("b"),
                    en("c")
                ),
                "<title>a</title><a title=\"> b\"><span lang=\"en\">c</span></a>",
            ),
            (
                format!("<svg><title>{0}</title><text>{0}</text></svg>{0}", en("a")),
                "<svg><title>a</title><text>a</text></svg><span lang=\"en\">a</span>",
            ),
            (format!("<p>{}{CLOSE}</p>", en("")), "<p></p>"),
            // Only a language's tag ever becomes a part of the page.
            (
                format!("<p>{OPEN}\"><b>{TAGGED}a{CLOSE}</p>"),
                "<p>\"><b>\u{fdd2}a</p>",
            ),
        ] {
            assert_eq!(marked_up(html.clone()), expected, "{html}");
        }
    }

    #[test]
    fn marks_come_off() {
        let text = format!(
            "a {} d",
            in_language(&format!("b {}", in_language("c", "cy")), "en")
        );
        assert_eq!(unmarked(&text), "a b c d");
        assert_eq!(language_of(&text), None);
        assert_eq!(language_of("a"), None);
        let text = in_language("a", "cy");
        let (mark, words) = mark_of_start(&text).expect("a mark");
        assert_eq!(format!("{mark}{words}"), text);
        assert_eq!(unmarked(words), "a");
        assert_eq!(unmarked("a"), "a");
    }
}
