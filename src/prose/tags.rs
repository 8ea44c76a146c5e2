//! Raw HTML in its parts, without a tree: tags, text, and what is neither.

use std::ops::Range;

/// A part of raw HTML.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// Text, with entities as written. A tag that is not complete is text.
    Text(Range<usize>),
    /// A start tag.
    Start(Tag),
    /// An end tag: its name in lower case.
    End(String, Range<usize>),
    /// A comment, declaration or processing instruction.
    Comment(Range<usize>),
}

/// A start tag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Tag {
    /// In lower case.
    pub name: String,
    /// In the order written.
    pub attributes: Vec<Attribute>,
    pub range: Range<usize>,
}

/// An attribute.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attribute {
    /// In lower case.
    pub name: String,
    /// As written, entities and all; empty where there is none.
    pub value: String,
    pub range: Range<usize>,
}

/// The parts of `html`, which together cover all of it.
pub(super) fn parts(html: &str) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut text = 0;
    let mut at = 0;
    while let Some(found) = html[at..].find('<') {
        let start = at + found;
        let Some(part) = markup(html, start) else {
            at = start + 1;
            continue;
        };
        if text < start {
            parts.push(Part::Text(text..start));
        }
        let (Part::Text(range)
        | Part::Start(Tag { range, .. })
        | Part::End(_, range)
        | Part::Comment(range)) = &part;
        at = range.end;
        text = at;
        parts.push(part);
    }
    if text < html.len() {
        parts.push(Part::Text(text..html.len()));
    }
    parts
}

/// The tag or comment that begins at the `<` at `start`.
fn markup(html: &str, start: usize) -> Option<Part> {
    let rest = &html[start + 1..];
    let close = |from: usize| rest[from..].find('>').map(|end| start + 1 + from + end + 1);
    match rest.bytes().next()? {
        b'!' if rest.starts_with("!--") => {
            // `<!-->` is a whole comment too.
            let end = rest[1..]
                .find("-->")
                .map_or(html.len(), |end| start + 2 + end + 3);
            let short = rest.starts_with("!-->").then_some(start + 5);
            Some(Part::Comment(start..short.unwrap_or(end)))
        }
        b'!' | b'?' => Some(Part::Comment(start..close(0).unwrap_or(html.len()))),
        b'/' => {
            let name: String = name(&rest[1..]);
            let end = close(0)?;
            Some(if name.is_empty() {
                Part::Comment(start..end)
            } else {
                Part::End(name, start..end)
            })
        }
        byte if byte.is_ascii_alphabetic() => start_tag(html, start).map(Part::Start),
        _ => None,
    }
}

/// The name of a tag, in lower case; empty where none begins here.
fn name(text: &str) -> String {
    if !text.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return String::new();
    }
    let end = text.find(|c: char| c.is_ascii_whitespace() || c == '/' || c == '>');
    text[..end.unwrap_or(text.len())].to_ascii_lowercase()
}

fn start_tag(html: &str, start: usize) -> Option<Tag> {
    let bytes = html.as_bytes();
    let name = name(&html[start + 1..]);
    let mut at = start + 1 + name.len();
    let mut attributes = Vec::new();
    loop {
        while bytes
            .get(at)
            .is_some_and(|byte| byte.is_ascii_whitespace() || *byte == b'/')
        {
            at += 1;
        }
        if *bytes.get(at)? == b'>' {
            let range = start..at + 1;
            return Some(Tag {
                name,
                attributes,
                range,
            });
        }
        let begin = at;
        // A `=` that begins a name is part of it.
        at += 1;
        while !matches!(bytes.get(at)?, b'=' | b'/' | b'>') && !bytes[at].is_ascii_whitespace() {
            at += 1;
        }
        let name = html.get(begin..at)?.to_ascii_lowercase();
        let mut value = String::new();
        let mut end = at;
        let mut ahead = at;
        while bytes.get(ahead)?.is_ascii_whitespace() {
            ahead += 1;
        }
        if bytes[ahead] == b'=' {
            ahead += 1;
            while bytes.get(ahead)?.is_ascii_whitespace() {
                ahead += 1;
            }
            let range = if let quote @ (b'"' | b'\'') = bytes[ahead] {
                let length = html[ahead + 1..].find(char::from(quote))?;
                end = ahead + 1 + length + 1;
                ahead + 1..ahead + 1 + length
            } else {
                let stops = |c: char| c.is_ascii_whitespace() || c == '>';
                end = ahead + html[ahead..].find(stops)?;
                ahead..end
            };
            html[range].clone_into(&mut value);
            at = end;
        }
        let range = begin..end;
        attributes.push(Attribute { name, value, range });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn show(html: &str) -> String {
        let show = |part: Part| match part {
            Part::Text(range) => format!("{:?}", &html[range]),
            Part::Start(tag) => {
                let attributes = tag.attributes.iter();
                let attributes = attributes.map(|found| format!(" {}={}", found.name, found.value));
                format!("<{}{}>", tag.name, attributes.collect::<String>())
            }
            Part::End(name, _) => format!("</{name}>"),
            Part::Comment(_) => "!".to_owned(),
        };
        parts(html)
            .into_iter()
            .map(show)
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn raw_html_falls_into_its_parts() {
        let cases = [
            ("", ""),
            ("a < b <3 &lt;", "\"a < b <3 &lt;\""),
            ("<B>x</B >", "<b> \"x\" </b>"),
            ("<a HREF='x\"y' b c=1/2>", "<a href=x\"y b= c=1/2>"),
            ("<br/><img src = \"a>b\" />", "<br> <img src=a>b>"),
            ("<p\n class=x>", "<p class=x>"),
            ("<a =x>", "<a =x=>"),
            ("<a b", "\"<a b\""),
            ("<a b='x>", "\"<a b='x>\""),
            ("<!-- a --> b <!-- c", "! \" b \" !"),
            ("<!-->x<!DOCTYPE y><?z?></ >", "! \"x\" ! ! !"),
            ("<script>1<2</script>", "<script> \"1<2\" </script>"),
        ];
        for (html, expected) in cases {
            assert_eq!(show(html), expected, "{html}");
        }
    }

    proptest! {
        #[test]
        fn the_parts_cover_everything(html in "(<|>|/|!|--|a|\u{175}|=|\"|'| |\n|\\?|&){0,40}") {
            let mut at = 0;
            for part in parts(&html) {
                let (Part::Text(range) | Part::Start(Tag { range, .. }) | Part::End(_, range)
                    | Part::Comment(range)) = part;
                prop_assert_eq!(range.start, at);
                prop_assert!(html.get(range.clone()).is_some());
                at = range.end;
            }
            prop_assert_eq!(at, html.len());
        }
    }
}
