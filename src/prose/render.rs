//! Markdown to HTML: what goes in and what comes out.

use std::collections::BTreeMap;

use crate::{
    prose::{Heading, Ids, Removed, lines, notes::Notes, writer::Writer},
    syntax::{self, Reference},
};

/// How a text is set.
#[derive(Clone, Copy, Debug)]
pub struct Options<'a> {
    /// The level of its highest headings, 2 to 6.
    pub first_level: u8,
    /// Whether raw HTML is published as it is written. It must then be valid by itself.
    pub trusted: bool,
    /// How a paragraph that begins with its number, such as `5.1`, is known: such paragraphs become
    /// anchors of their number, which leads to them. `None`: numbers are text.
    pub numbered: Option<Numbered<'a>>,
    /// The fixed words, in the language of the page.
    pub words: Words<'a>,
    /// What headings take their identifiers from in place of their own words, by the byte that they begin
    /// with: the headings of the text that it translates.
    pub named: &'a BTreeMap<usize, String>,
}

/// How the paragraphs of a chapter are numbered.
#[derive(Clone, Copy, Debug)]
pub struct Numbered<'a> {
    /// What a paragraph is called before its number.
    pub word: &'a str,
    /// The number of the chapter, where it has one.
    pub chapter: Option<u32>,
    /// By the numbers of paragraphs, trusted HTML of blocks that are set behind them.
    pub behind: &'a [(String, String)],
}

/// The fixed words that a text may need.
#[derive(Clone, Copy, Debug)]
pub struct Words<'a> {
    /// What a table is called, before the headings of its columns: `Table`.
    pub table: &'a str,
    /// What the footnotes at the end are called: `Footnotes`.
    pub footnotes: &'a str,
    /// What one of them is called, before its number: `Footnote`.
    pub footnote: &'a str,
    /// What leads from a footnote to where it belongs: `Back to the text`.
    pub back: &'a str,
}

/// What becomes of a link or an image.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Resolved {
    /// It leads to, or shows, this address.
    Address(String),
    /// This trusted HTML, which may stand within a line, takes its place.
    Inline(String),
    /// This trusted HTML, a block such as a figure, takes its place: between paragraphs where it
    /// stands alone, else behind the paragraph. Within a line it is the bare text.
    Block(String),
    /// Nothing bears its name: the bare text stays.
    Unknown,
}

/// A text as it stands on a page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rendered {
    /// The HTML: blocks, or for [`inline`] what may stand in a paragraph.
    pub html: String,
    /// Its headings in order, for the list of contents.
    pub headings: Vec<Heading>,
    /// What was taken out, in the order of the Markdown.
    pub removed: Vec<Removed>,
}

/// Markdown as blocks of HTML.
///
/// `ids` are those that stand on the page already; the text's own are added. `resolve` is asked
/// once for each link and image; ranges in a [`Reference`] are bytes of `text`.
pub fn html(
    text: &str,
    options: &Options<'_>,
    ids: &mut Ids,
    resolve: &mut dyn FnMut(&Reference) -> Resolved,
) -> Rendered {
    let text = syntax::printable(text);
    let (events, notes) = Notes::part(syntax::markdown(&text));
    let mut writer = Writer::new(&text, options, ids, resolve);
    writer.notes = notes;
    if let Some(numbered) = options.numbered {
        let numbers = syntax::numbered_paragraphs(&text, numbered.chapter).into_iter();
        writer.numbers = numbers.map(|number| (number.start, number.len())).collect();
    }
    writer.raw.enter();
    writer.all(events);
    writer.footnotes();
    writer.finish()
}

/// Markdown as HTML that may stand within a paragraph, a heading or a table cell. Blocks are parted
/// by line breaks and lose their own markup.
pub fn inline(
    text: &str,
    options: &Options<'_>,
    resolve: &mut dyn FnMut(&Reference) -> Resolved,
) -> Rendered {
    let text = syntax::printable(text);
    let mut ids = Ids::new();
    let mut writer = Writer::new(&text, options, &mut ids, resolve);
    writer.in_line = true;
    writer.raw.enter();
    writer.all(lines::flat(syntax::markdown(&text)));
    writer.finish()
}
