//! Events of Markdown to HTML.

use std::{collections::BTreeMap, fmt::Write as _, mem, ops::Range};

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::{
    prose::{
        Heading, Ids, Numbered, Options, Rendered, Resolved,
        escape::{attribute, text as escaped},
        inserts::{Inserts, Slot},
        notes::{Notes, Placed},
        outline, policy,
        raw::{Block, Raw},
        tables::Table,
    },
    syntax::{self, Outline, Reference, ReferenceKind},
};

/// How deep blocks, and markup within a line, may stand in one another; what is deeper is shown
/// without its own markup.
const DEEPEST: usize = 48;

/// What is being written, and what is open in it.
pub(super) struct Writer<'w> {
    pub(super) out: String,
    pub(super) options: &'w Options<'w>,
    pub(super) ids: &'w mut Ids,
    pub(super) resolve: &'w mut dyn FnMut(&Reference) -> Resolved,
    /// Links and images by their bytes and whether they are images.
    pub(super) references: BTreeMap<(usize, usize, bool), Reference>,
    /// The paragraphs that begin with their number, by their first byte: the length of the number.
    pub(super) numbers: BTreeMap<usize, usize>,
    /// Whether all of it stands within a line.
    pub(super) in_line: bool,
    pub(super) inserts: Inserts,
    outline: Outline,
    headings: Vec<Heading>,
    pub(super) raw: Raw,
    pub(super) notes: Notes<'w>,
    /// How many blocks of Markdown are open.
    depth: usize,
    /// How many paragraphs, headings and markup within a line are open.
    pub(super) line_depth: usize,
    /// Where the open paragraph or heading begins in the HTML.
    start: usize,
    /// Blocks to be set behind what is open.
    pub(super) deferred: Vec<String>,
    heading: Option<(u8, Slot)>,
    table: Option<Table>,
    /// The text of the heading or cell that is open.
    pub(super) heard: String,
    /// The length of the number that the open paragraph begins with, until it is written.
    number: Option<usize>,
    /// The HTML block that is open.
    block: Option<Block>,
    /// The end tags of the links that are open.
    pub(super) links: Vec<&'static str>,
    /// How many links and images are open whose content is not shown.
    pub(super) muted: usize,
}

impl<'w> Writer<'w> {
    pub(super) fn new(
        text: &str,
        options: &'w Options<'w>,
        ids: &'w mut Ids,
        resolve: &'w mut dyn FnMut(&Reference) -> Resolved,
    ) -> Self {
        let references = syntax::references(text).into_iter().map(|reference| {
            let image = reference.kind == ReferenceKind::Image;
            (
                (reference.range.start, reference.range.end, image),
                reference,
            )
        });
        Self {
            out: String::with_capacity(text.len() * 2),
            options,
            ids,
            resolve,
            references: references.collect(),
            numbers: BTreeMap::new(),
            in_line: false,
            inserts: Inserts::default(),
            outline: Outline::default(),
            headings: Vec::new(),
            raw: Raw::default(),
            notes: Notes::default(),
            depth: 0,
            line_depth: 0,
            start: 0,
            deferred: Vec::new(),
            heading: None,
            table: None,
            heard: String::new(),
            number: None,
            block: None,
            links: Vec::new(),
            muted: 0,
        }
    }

    pub(super) fn all(&mut self, events: Vec<Placed<'w>>) {
        for (event, range) in events {
            self.event(event, range);
        }
    }

    fn event(&mut self, event: Event<'w>, range: Range<usize>) {
        match event {
            Event::Start(tag @ (Tag::Link { .. } | Tag::Image { .. })) => {
                self.reference(matches!(tag, Tag::Image { .. }), &range);
            }
            Event::End(TagEnd::Link | TagEnd::Image) if self.muted > 0 => self.muted -= 1,
            Event::End(TagEnd::Link) => {
                self.line_depth = self.line_depth.saturating_sub(1);
                let end = self.links.pop().unwrap_or_default();
                self.out.push_str(end);
            }
            _ if self.muted > 0 => {}
            Event::Start(Tag::Paragraph) => {
                self.number = self.numbers.get(&range.start).copied();
                self.begin(Tag::Paragraph);
            }
            Event::Start(tag) => self.begin(tag),
            Event::End(TagEnd::Heading(_)) => self.end_heading(&range),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.text(&text),
            Event::Code(code) if !self.raw.skips() => {
                self.heard.push_str(&code);
                self.out.push_str("<code>");
                self.out.push_str(&escaped(&code));
                self.out.push_str("</code>");
            }
            Event::Html(html) => {
                if let Some(block) = &mut self.block {
                    block.push(&html, &range);
                }
            }
            Event::InlineHtml(html) if self.options.trusted => self.out.push_str(&html),
            Event::InlineHtml(html) => self.raw.inline(&html, &range, &mut self.out),
            Event::SoftBreak => self.line_break("\n"),
            Event::HardBreak => self.line_break("<br>\n"),
            Event::Rule => self.out.push_str("<hr>\n"),
            Event::FootnoteReference(label) if !self.raw.skips() => self.note_reference(&label),
            _ => {}
        }
    }

    pub(super) fn text(&mut self, text: &str) {
        let number = self.number.take();
        let number = number.and_then(|length| text.split_at_checked(length));
        if let (Some((number, rest)), Some(numbered)) = (number, self.options.numbered) {
            self.paragraph_number(number, numbered);
            // Some write a dot behind the number, which is no part of it.
            return self.text(rest.strip_prefix('.').unwrap_or(rest));
        }
        if self.block.is_none() && !self.raw.skips() {
            self.heard.push_str(text);
            self.out.push_str(&escaped(text));
        }
    }

    /// Sets the number of a paragraph as a link to itself, and makes the paragraph its anchor; what
    /// belongs behind it waits for its end.
    fn paragraph_number(&mut self, number: &str, numbered: Numbered<'_>) {
        if self.ids.reserve(number) {
            let id = format!(" id=\"{number}\" class=\"numbered\"");
            let mark = self.inserts.attributes(id);
            self.out.push_str(&mark);
            let mut behind = numbered.behind.iter();
            if let Some((_, html)) = behind.find(|(of, _)| of == number) {
                let mark = self.inserts.html(html.clone());
                self.deferred.push(mark);
            }
        }
        let label = attribute(&format!("{} {number}", numbered.word));
        let link =
            format!("<a class=\"number\" href=\"#{number}\" aria-label=\"{label}\">{number}</a>");
        let mark = self.inserts.html(link);
        self.out.push_str(&mark);
    }

    fn line_break(&mut self, html: &str) {
        if !self.raw.skips() {
            self.heard.push(' ');
            self.out.push_str(html);
        }
    }

    /// Opens something within a line.
    fn open_line(&mut self, html: &str) {
        self.line_depth += 1;
        if self.line_depth <= DEEPEST {
            self.out.push_str(html);
        }
    }

    fn close_line(&mut self, html: &str) {
        if self.line_depth <= DEEPEST {
            self.out.push_str(html);
        }
        self.line_depth = self.line_depth.saturating_sub(1);
    }

    /// Opens a block that holds blocks.
    pub(super) fn open_block(&mut self, html: &str) {
        self.depth += 1;
        if self.depth <= DEEPEST {
            self.out.push_str(html);
        }
        self.raw.enter();
    }

    pub(super) fn close_block(&mut self, html: &str) {
        self.set_deferred();
        self.raw.leave(&mut self.out);
        if self.depth <= DEEPEST {
            self.out.push_str(html);
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn begin(&mut self, tag: Tag<'w>) {
        match tag {
            Tag::Paragraph => {
                self.start = self.out.len();
                self.open_line("<p>");
                self.raw.enter();
            }
            Tag::Heading { level, .. } => {
                self.start = self.out.len();
                let (mark, slot) = self.inserts.slot();
                self.heading = Some((level as u8, slot));
                self.heard.clear();
                self.line_depth += 1;
                self.raw.enter();
                self.out.push_str(&mark);
            }
            Tag::BlockQuote(_) => self.open_block("<blockquote>\n"),
            Tag::List(None) => self.open_block("<ul>\n"),
            Tag::List(Some(1)) => self.open_block("<ol>\n"),
            // Browsers take no larger number than this.
            Tag::List(Some(start)) => {
                let start = start.min(999_999_999);
                self.open_block(&format!("<ol start=\"{start}\">\n"));
            }
            Tag::Item => self.open_block("<li>"),
            Tag::CodeBlock(_) => self.out.push_str("<pre><code>"),
            Tag::HtmlBlock => self.block = Some(Block::default()),
            Tag::Table(alignments) => {
                let (mark, slot) = self.inserts.slot();
                self.out.push_str("<div class=\"table-scroll\">");
                self.out.push_str(&mark);
                self.out.push_str("<table>\n");
                self.table = Some(Table::new(alignments, slot));
            }
            Tag::TableHead => self.row(true, "<thead>\n<tr>"),
            Tag::TableRow => self.row(false, "<tr>"),
            Tag::TableCell => {
                self.heard.clear();
                self.raw.enter();
                if let Some(table) = &mut self.table {
                    table.start = self.out.len();
                }
            }
            Tag::Emphasis => self.open_line("<em>"),
            Tag::Strong => self.open_line("<strong>"),
            Tag::Strikethrough => self.open_line("<del>"),
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Paragraph => self.end_paragraph(),
            TagEnd::BlockQuote(_) => self.close_block("</blockquote>\n"),
            TagEnd::List(false) => self.close_block("</ul>\n"),
            TagEnd::List(true) => self.close_block("</ol>\n"),
            TagEnd::Item => self.close_block("</li>\n"),
            TagEnd::CodeBlock => self.out.push_str("</code></pre>\n"),
            TagEnd::HtmlBlock => {
                let block = self.block.take().unwrap_or_default();
                if self.options.trusted {
                    self.out.push_str(&block.html);
                } else {
                    self.raw.block(&block, &mut self.out);
                }
            }
            TagEnd::TableHead => self.out.push_str("</tr>\n</thead>\n<tbody>\n"),
            TagEnd::TableRow => self.out.push_str("</tr>\n"),
            TagEnd::TableCell => self.end_cell(),
            TagEnd::Table => self.end_table(),
            TagEnd::Emphasis => self.close_line("</em>"),
            TagEnd::Strong => self.close_line("</strong>"),
            TagEnd::Strikethrough => self.close_line("</del>"),
            _ => {}
        }
    }

    fn end_paragraph(&mut self) {
        self.raw.leave(&mut self.out);
        // A paragraph of nothing but figures is no paragraph.
        let empty = self.out[self.start..]
            .trim_start_matches("<p>")
            .trim()
            .is_empty();
        if empty {
            self.out.truncate(self.start);
            self.line_depth = self.line_depth.saturating_sub(1);
        } else {
            self.close_line("</p>");
            self.out.push('\n');
        }
        self.raw.catch_up(&mut self.out);
        self.set_deferred();
    }

    fn end_heading(&mut self, range: &Range<usize>) {
        self.raw.leave(&mut self.out);
        self.line_depth = self.line_depth.saturating_sub(1);
        let text = mem::take(&mut self.heard);
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        if let Some((written, slot)) = self.heading.take() {
            if text.is_empty() {
                self.out.truncate(self.start);
            } else {
                let depth = self.outline.depth(written);
                let level = outline::level(self.options.first_level, depth);
                let named = self.options.named.get(&range.start);
                let id = self.ids.take(named.unwrap_or(&text));
                self.inserts
                    .fill(slot, format!(" id=\"{}\"", attribute(&id)));
                self.out.insert_str(self.start, &format!("<h{level}>"));
                let _ = writeln!(self.out, "</h{level}>");
                self.headings.push(Heading { level, id, text });
            }
        }
        self.raw.catch_up(&mut self.out);
        self.set_deferred();
    }

    fn row(&mut self, head: bool, html: &str) {
        self.out.push_str(html);
        if let Some(table) = &mut self.table {
            table.in_head = head;
            table.row();
        }
    }

    fn end_cell(&mut self) {
        self.set_deferred();
        self.raw.leave(&mut self.out);
        let text = mem::take(&mut self.heard);
        if let Some(table) = &mut self.table {
            let (start, end) = table.cell(&text);
            self.out.insert_str(table.start, &start);
            self.out.push_str(end);
        }
    }

    fn end_table(&mut self) {
        if let Some(rowless) = self.out.strip_suffix("<tbody>\n") {
            self.out.truncate(rowless.len());
        } else {
            self.out.push_str("</tbody>\n");
        }
        self.out.push_str("</table></div>\n");
        if let Some(table) = self.table.take() {
            let label = attribute(&table.label(self.options.words.table));
            let attributes = format!(" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"");
            self.inserts.fill(table.region, attributes);
        }
    }

    /// Sets the blocks that waited for the end of what was open.
    pub(super) fn set_deferred(&mut self) {
        for mark in mem::take(&mut self.deferred) {
            self.out.push_str(&mark);
            self.out.push('\n');
        }
    }

    pub(super) fn finish(mut self) -> Rendered {
        self.raw.leave(&mut self.out);
        let html = if self.options.trusted {
            mem::take(&mut self.out)
        } else {
            let clean = policy::BARRIER.clean(&self.out).to_string();
            if self.raw.is_used() {
                self.raw.compare(&self.out, &clean);
            }
            clean
        };
        let mut removed = self.raw.removed;
        removed.sort_by_key(|removed| removed.range.start);
        Rendered {
            html: self.inserts.apply(&html),
            headings: self.headings,
            removed,
        }
    }
}
