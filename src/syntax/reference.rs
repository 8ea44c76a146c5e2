//! Links and images of a Markdown text.

use std::ops::Range;

use pulldown_cmark::{CowStr, Event, LinkType, Tag, TagEnd};

use crate::syntax::markdown;

/// Whether a reference is followed or shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceKind {
    /// `[text](target)` or `<https://…>`.
    Link,
    /// `![alt](target)`.
    Image,
}

/// A link or image. All ranges are bytes of the Markdown text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Link or image.
    pub kind: ReferenceKind,
    /// Where it leads, escapes and entities undone; `mailto:` is put before a bare `<a@b.org>`.
    pub target: String,
    /// The title after the target, empty where there is none.
    pub title: String,
    /// The text of the link, or the alternative text of the image, without markup.
    pub text: String,
    /// The whole construct.
    pub range: Range<usize>,
    /// The target where it is written, at the link or in the definition that the link names.
    pub target_range: Option<Range<usize>>,
}

/// Every link and image of a Markdown text, in the order they begin; an image within a link comes
/// after the link.
pub fn references(text: &str) -> Vec<Reference> {
    let mut found: Vec<Reference> = Vec::new();
    // The open ones: index in `found`, end of the last thing within, kind of link, label.
    let mut open: Vec<(usize, usize, LinkType, CowStr<'_>)> = Vec::new();
    let parser = markdown::parser(text);
    let mut events = parser.into_offset_iter();
    while let Some((event, range)) = events.next() {
        // The end of a link or image has the range of the whole, so it says nothing of what is within.
        let closes = matches!(event, Event::End(TagEnd::Link | TagEnd::Image));
        let around = open.len() - usize::from(closes && !open.is_empty());
        for (_, last, ..) in &mut open[..around] {
            *last = range.end.max(*last);
        }
        match event {
            Event::Start(
                ref tag @ (Tag::Link {
                    link_type,
                    ref dest_url,
                    ref title,
                    ref id,
                }
                | Tag::Image {
                    link_type,
                    ref dest_url,
                    ref title,
                    ref id,
                }),
            ) => {
                let kind = match tag {
                    Tag::Image { .. } => ReferenceKind::Image,
                    _ => ReferenceKind::Link,
                };
                open.push((found.len(), range.start + 1, link_type, id.clone()));
                found.push(Reference {
                    kind,
                    target: dest_url.to_string(),
                    title: title.to_string(),
                    text: String::new(),
                    range,
                    target_range: None,
                });
            }
            Event::End(TagEnd::Link | TagEnd::Image) => {
                let Some((at, last, link_type, label)) = open.pop() else {
                    continue;
                };
                let target = &found[at].target;
                found[at].target_range = match link_type {
                    LinkType::Inline => inline_target(text, last, &range, target),
                    LinkType::Autolink => written(text, range.start + 1..range.end, target),
                    LinkType::Email => {
                        let place = written(text, range.start + 1..range.end, target);
                        found[at].target.insert_str(0, "mailto:");
                        place
                    }
                    _ => {
                        let definition = events.reference_definitions().get(&label);
                        definition
                            .and_then(|definition| defined_target(text, &definition.span, target))
                    }
                };
            }
            Event::Text(part) | Event::Code(part) => {
                for (at, ..) in &open {
                    found[*at].text.push_str(&part);
                }
            }
            Event::SoftBreak | Event::HardBreak => {
                for (at, ..) in &open {
                    found[*at].text.push(' ');
                }
            }
            _ => {}
        }
    }
    found
}

/// The target of `[text](target)`, whose text ends at `last`.
fn inline_target(
    text: &str,
    last: usize,
    range: &Range<usize>,
    target: &str,
) -> Option<Range<usize>> {
    let opening = text.get(last..range.end)?.find("](")?;
    written(text, last + opening + 2..range.end, target)
}

/// The target of a definition `[label]: target`.
fn defined_target(text: &str, span: &Range<usize>, target: &str) -> Option<Range<usize>> {
    let opening = text.get(span.clone())?.find("]:")?;
    written(text, span.start + opening + 2..span.end, target)
}

/// `target` at the start of `range`, past blanks and an angle bracket; `None` where it is written
/// with escapes or entities.
fn written(text: &str, range: Range<usize>, target: &str) -> Option<Range<usize>> {
    let inside = text.get(range.clone())?;
    let rest = inside.trim_start();
    let rest = rest.strip_prefix('<').unwrap_or(rest);
    let start = range.start + inside.len() - rest.len();
    rest.starts_with(target)
        .then(|| start..start + target.len())
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn references_are_found_with_their_places() {
        use ReferenceKind::{Image, Link};
        // Markdown; kind, target, text, the written target.
        type Found = (
            ReferenceKind,
            &'static str,
            &'static str,
            Option<&'static str>,
        );
        let cases: &[(&str, &[Found])] = &[
            ("no link [x] (y)", &[]),
            (
                "t\u{177} [49.90](measure:edu003.actual) and [a](b)",
                &[
                    (
                        Link,
                        "measure:edu003.actual",
                        "49.90",
                        Some("measure:edu003.actual"),
                    ),
                    (Link, "b", "a", Some("b")),
                ],
            ),
            (
                "![a *b* `c`](<chart:x y> \"Title\")",
                &[(Image, "chart:x y", "a b c", Some("chart:x y"))],
            ),
            (
                "[![alt](i.png)](page.md)",
                &[
                    (Link, "page.md", "alt", Some("page.md")),
                    (Image, "i.png", "alt", Some("i.png")),
                ],
            ),
            (
                "[text][Label]\n\n[label]: action:x 'T'\n",
                &[(Link, "action:x", "text", Some("action:x"))],
            ),
            (
                "[label]\n\n[label]: b\n",
                &[(Link, "b", "label", Some("b"))],
            ),
            (
                "<https://a.org/?b>",
                &[(
                    Link,
                    "https://a.org/?b",
                    "https://a.org/?b",
                    Some("https://a.org/?b"),
                )],
            ),
            ("[a](b\\_c&amp;d)", &[(Link, "b_c&d", "a", None)]),
            ("[a](\n  b\n)", &[(Link, "b", "a", Some("b"))]),
            ("[]()", &[(Link, "", "", Some(""))]),
            ("`[a](b)`\n\n    [c](d)\n", &[]),
            ("| a |\n|---|\n| [x](y) |\n", &[(Link, "y", "x", Some("y"))]),
        ];
        for (text, expected) in cases {
            let all = references(text);
            let found: Vec<_> = all
                .iter()
                .map(|found| {
                    let written = found.target_range.clone().map(|range| &text[range]);
                    (found.kind, &*found.target, &*found.text, written)
                })
                .collect();
            assert_eq!(found, *expected, "{text:?}");
            for found in &all {
                let raw = &text[found.range.clone()];
                assert!(raw.starts_with(['[', '!', '<']), "{raw:?}");
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_makes_it_panic_and_every_range_is_in_the_text(
            text in "(\\[|\\]|\\(|\\)|!|<|>|a|\u{175}|:|\\\\|\n| |\"|`|\\||https://a){0,40}",
        ) {
            for found in references(&text) {
                prop_assert!(text.get(found.range.clone()).is_some());
                if let Some(range) = found.target_range {
                    prop_assert_eq!(text.get(range), Some(&*found.target));
                }
            }
        }
    }
}
