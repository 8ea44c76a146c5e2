//! The YAML between two `---` lines at the head of a Markdown file.

use crate::{
    syntax::{Node, yaml},
    text::{Code, Diagnostic, Diagnostics, SourceId, Sources, Span, Warned},
};

/// A Markdown file in its two parts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter {
    /// The front matter; `None` where there is none or it is empty.
    pub node: Option<Node>,
    /// The Markdown: all that stands behind the front matter, or the whole file (without its byte
    /// order mark) where there is none. Empty where the front matter is not closed.
    pub body: Span,
}

/// Parts the front matter of a Markdown file from its body.
///
/// There is front matter where the first line is `---`; the next line that is `---` closes it.
/// Blanks may stand behind the dashes.
pub fn front_matter(sources: &Sources, source: SourceId) -> Warned<FrontMatter> {
    let text = sources.get(source).text();
    let start = if text.starts_with('\u{feff}') { 3 } else { 0 };
    let whole = FrontMatter {
        node: None,
        body: Span::new(source, start, text.len()),
    };
    let mut lines = lines(text, start);
    let first = lines.next();
    if let Some((line, ..)) = first
        && is_joined_fence(line)
        && lines.clone().any(|(line, ..)| looks_like_key(line))
    {
        return joined(sources, source, start, whole);
    }
    let opening = first.filter(|(line, ..)| is_fence(line));
    let Some((_, _, yaml_start)) = opening else {
        return Warned {
            value: whole,
            diagnostics: Diagnostics::new(),
        };
    };
    let Some((_, yaml_end, body)) = lines.find(|(line, ..)| is_fence(line)) else {
        let fence = Span::new(source, start, start + 3);
        let unclosed = Diagnostic::new(
            Code::FrontMatter,
            fence,
            "the front matter that begins here has no closing `---`",
        )
        .help("put a line `---` behind its last key");
        let value = FrontMatter {
            node: None,
            body: Span::new(source, text.len(), text.len()),
        };
        return Warned {
            value,
            diagnostics: Diagnostics::from_iter([unclosed]),
        };
    };
    let Warned { value, diagnostics } = yaml(sources, source, yaml_start..yaml_end);
    let value = FrontMatter {
        node: value,
        body: Span::new(source, body, text.len()),
    };
    Warned { value, diagnostics }
}

/// Front matter whose `---` a word processor has made one or more long dashes of.
fn joined(
    sources: &Sources,
    source: SourceId,
    start: usize,
    whole: FrontMatter,
) -> Warned<FrontMatter> {
    let text = sources.get(source).text();
    let mut lines = lines(text, start);
    let (line, _, yaml_start) = lines.next().unwrap_or(("", start, start));
    let written = line.trim();
    let fence = Span::new(source, start, start + written.len());
    let message = format!("the first line is `{written}`, not three hyphens");
    let fault = Diagnostic::new(Code::FrontMatter, fence, message).help(
        "a word processor has made a dash of them: write `---` there, and below the last key",
    );
    let mut value = whole;
    let mut diagnostics = Diagnostics::from_iter([fault]);
    let closing = lines.find(|(line, ..)| is_fence(line) || is_joined_fence(line));
    if let Some((_, yaml_end, body)) = closing {
        let inner = yaml(sources, source, yaml_start..yaml_end);
        diagnostics.append(inner.diagnostics);
        value = FrontMatter {
            node: inner.value,
            body: Span::new(source, body, text.len()),
        };
    }
    Warned { value, diagnostics }
}

/// Whether a line is a fence but for the kind of its dashes.
fn is_joined_fence(line: &str) -> bool {
    let line = line.trim();
    let dash = |c: char| matches!(c, '-' | '\u{2010}'..='\u{2015}' | '\u{2212}');
    !line.is_empty() && !line.is_ascii() && line.chars().count() <= 3 && line.chars().all(dash)
}

/// Whether a line may be a key with its value.
fn looks_like_key(line: &str) -> bool {
    let word = |c: char| c.is_alphanumeric() || c == '_';
    line.split_once(':')
        .is_some_and(|(key, _)| !key.is_empty() && key.chars().all(word))
}

/// Each line from `start` on, with where it begins and where the next one does.
fn lines(text: &str, start: usize) -> impl Iterator<Item = (&str, usize, usize)> + Clone {
    let mut at = start;
    text[start..].split_inclusive('\n').map(move |line| {
        let begin = at;
        at += line.len();
        (line, begin, at)
    })
}

fn is_fence(line: &str) -> bool {
    line.trim_end_matches([' ', '\t', '\r', '\n']) == "---"
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Source;

    #[test]
    fn front_matter_and_body_are_parted() {
        // Text, the front matter's source text, the body, the place of an error.
        type Case = (
            &'static str,
            Option<&'static str>,
            &'static str,
            Option<(Code, usize, usize)>,
        );
        let cases: &[Case] = &[
            ("", None, "", None),
            ("# Hello\n", None, "# Hello\n", None),
            ("\u{feff}Hello", None, "Hello", None),
            (
                "---\ntitle: A\n---\nBody\n",
                Some("title: A"),
                "Body\n",
                None,
            ),
            (
                "\u{feff}---\r\ntitle: A\r\n---\r\n\r\nBody",
                Some("title: A"),
                "\r\nBody",
                None,
            ),
            ("--- \ntitle: A\n---\t\n", Some("title: A"), "", None),
            ("---\n---\nBody", None, "Body", None),
            ("---\n# none\n---\nBody", None, "Body", None),
            ("---\ntitle: A\n---", Some("title: A"), "", None),
            ("----\ntitle: A\n---\n", None, "----\ntitle: A\n---\n", None),
            (
                "Text\n---\na: b\n---\n",
                None,
                "Text\n---\na: b\n---\n",
                None,
            ),
            // A rule in the body does not count.
            (
                "---\na: 1\n---\nx\n\n---\n",
                Some("a: 1"),
                "x\n\n---\n",
                None,
            ),
            ("---\ntitle: A\n", None, "", Some((Code::FrontMatter, 1, 1))),
            ("---", None, "", Some((Code::FrontMatter, 1, 1))),
            (
                "---\nt\u{177}: \u{175}\ntitle: % \u{175}\n---\nBody",
                Some("t\u{177}: \u{175}\ntitle: % \u{175}"),
                "Body",
                Some((Code::YamlSyntax, 3, 8)),
            ),
        ];
        for (text, node, body, fault) in cases {
            let mut sources = Sources::new();
            let id = sources.add(Source::new("a.md", text));
            let Warned { value, diagnostics } = front_matter(&sources, id);
            let found = value.node.map(|node| sources.slice(node.span));
            assert_eq!(found, *node, "{text:?}");
            assert_eq!(sources.slice(value.body), *body, "{text:?}");
            let found = diagnostics.iter().next().map(|diagnostic| {
                let at = sources.get(id).location(diagnostic.span.start as usize);
                (diagnostic.code, at.line, at.column)
            });
            assert_eq!(found, *fault, "{text:?}");
        }
    }
}
