//! Blocks of Markdown as one run of text.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::prose::notes::Placed;

/// The events of a text that is to stand within a line: without blocks, a line break where one
/// block followed another. A footnote's text stands where it is written, behind its label.
pub(super) fn flat<'a>(events: impl Iterator<Item = Placed<'a>>) -> Vec<Placed<'a>> {
    let mut flat: Vec<Placed<'a>> = Vec::new();
    let mut gap = None;
    for (event, range) in events {
        let event = match event {
            Event::Start(
                tag @ (Tag::Emphasis
                | Tag::Strong
                | Tag::Strikethrough
                | Tag::Link { .. }
                | Tag::Image { .. }),
            ) => Event::Start(tag),
            Event::End(
                tag @ (TagEnd::Emphasis
                | TagEnd::Strong
                | TagEnd::Strikethrough
                | TagEnd::Link
                | TagEnd::Image),
            ) => Event::End(tag),
            Event::Start(Tag::FootnoteDefinition(label)) => {
                Event::Text(format!("[{label}] ").into())
            }
            Event::FootnoteReference(label) => Event::Text(format!("[{label}]").into()),
            Event::Html(html) => Event::InlineHtml(html),
            // Cells of a row stay in one line.
            Event::End(TagEnd::TableCell) => {
                gap = gap.or(Some(Event::Text(" ".into())));
                continue;
            }
            Event::Start(Tag::Paragraph | Tag::TableCell) => continue,
            Event::Start(_) | Event::End(_) | Event::Rule => {
                gap = Some(Event::HardBreak);
                continue;
            }
            event => event,
        };
        if let Some(gap) = gap.take()
            && !flat.is_empty()
        {
            flat.push((gap, range.start..range.start));
        }
        flat.push((event, range));
    }
    flat
}
