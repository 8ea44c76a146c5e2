//! Footnotes: numbered in the order they are referred to, set at the end.

use std::{collections::BTreeMap, fmt::Write as _, ops::Range};

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::prose::{escape::attribute, inserts::Slot, writer::Writer};

/// An event and its bytes in the Markdown.
pub(super) type Placed<'a> = (Event<'a>, Range<usize>);

/// A footnote that has its number.
pub(super) struct Note {
    /// The identifier of its text.
    pub id: String,
    /// The identifiers of what refers to it, in order.
    pub from: Vec<String>,
    /// Where the links back go, once its text is written.
    pub back: Option<Slot>,
}

/// The footnotes of one text.
#[derive(Default)]
pub(super) struct Notes<'a> {
    /// What each says, by its label, until it is written.
    texts: BTreeMap<String, Vec<Placed<'a>>>,
    /// The labels in the order of the text.
    labels: Vec<String>,
    /// Those that have a number, the first in the first place, and their labels.
    pub numbered: Vec<(String, Note)>,
    /// The place of each among the numbered, by its label.
    places: BTreeMap<String, usize>,
}

impl<'a> Notes<'a> {
    /// Parts the events of a text from those of its footnotes.
    pub fn part(events: impl Iterator<Item = Placed<'a>>) -> (Vec<Placed<'a>>, Self) {
        let mut notes = Self::default();
        let mut text = Vec::new();
        let mut open: Vec<(String, Vec<Placed<'a>>)> = Vec::new();
        for (event, range) in events {
            match event {
                Event::Start(Tag::FootnoteDefinition(label)) => {
                    open.push((label.to_string(), Vec::new()));
                }
                Event::End(TagEnd::FootnoteDefinition) => {
                    if let Some((label, events)) = open.pop() {
                        notes.labels.push(label.clone());
                        notes.texts.entry(label).or_insert(events);
                    }
                }
                event => {
                    let events = open.last_mut().map_or(&mut text, |(_, events)| events);
                    events.push((event, range));
                }
            }
        }
        (text, notes)
    }

    /// The place among the numbered of the footnote with this label, if it has one.
    pub fn position(&self, label: &str) -> Option<usize> {
        self.places.get(label).copied()
    }

    /// Gives the next number to the footnote with this label.
    pub fn number(&mut self, label: String, note: Note) {
        self.places.insert(label.clone(), self.numbered.len());
        self.numbered.push((label, note));
    }

    /// Takes what the footnote with this label says.
    pub fn take(&mut self, label: &str) -> Option<Vec<Placed<'a>>> {
        self.texts.remove(label)
    }

    /// The first footnote that nothing refers to and that is not written yet.
    pub fn orphan(&self) -> Option<String> {
        let mut labels = self.labels.iter();
        labels
            .find(|label| self.texts.contains_key(*label))
            .cloned()
    }
}

impl Writer<'_> {
    pub(super) fn note_reference(&mut self, label: &str) {
        let place = self.notes.position(label).unwrap_or_else(|| {
            let number = self.notes.numbered.len() + 1;
            let id = self.ids.take(&format!("footnote-{number}"));
            let note = Note {
                id,
                from: Vec::new(),
                back: None,
            };
            self.notes.number(label.to_owned(), note);
            number - 1
        });
        let number = place + 1;
        if !self.links.is_empty() {
            // A link within a link is none.
            let _ = write!(self.out, "<sup>{number}</sup>");
            return;
        }
        let (_, note) = &mut self.notes.numbered[place];
        let from = self.ids.take(&format!("{}-ref", note.id));
        let word = attribute(self.options.words.footnote);
        let mark = self.inserts.attributes(format!(
            " id=\"{from}\" role=\"doc-noteref\" aria-label=\"{word} {number}\""
        ));
        let link = format!("<sup><a href=\"#{}\">{mark}{number}</a></sup>", note.id);
        note.from.push(from);
        self.out.push_str(&link);
    }

    /// Sets the footnotes. One may refer to another, and none is lost for want of a reference.
    pub(super) fn footnotes(&mut self) {
        self.raw.leave(&mut self.out);
        let mut next = 0;
        loop {
            if next == self.notes.numbered.len() {
                let Some(label) = self.notes.orphan() else {
                    break;
                };
                let id = self.ids.take(&format!("footnote-{}", next + 1));
                let (from, back) = (Vec::new(), None);
                self.notes.number(label, Note { id, from, back });
            }
            if next == 0 {
                let label = attribute(self.options.words.footnotes);
                let mark = format!(" role=\"doc-endnotes\" aria-label=\"{label}\"");
                let mark = self.inserts.attributes(mark);
                let _ = writeln!(self.out, "<section class=\"footnotes\">{mark}\n<ol>");
            }
            self.footnote(next);
            next += 1;
        }
        if next > 0 {
            self.out.push_str("</ol>\n</section>\n");
        }
        for (place, (_, note)) in self.notes.numbered.iter().enumerate() {
            if let Some(slot) = note.back {
                let links = back_links(note, place + 1, self.options.words.back);
                self.inserts.fill(slot, links);
            }
        }
    }

    fn footnote(&mut self, place: usize) {
        let (label, note) = &self.notes.numbered[place];
        let (label, id) = (label.clone(), note.id.clone());
        let mark = self.inserts.attributes(format!(" id=\"{id}\""));
        self.open_block(&format!("<li>{mark}"));
        let events = self.notes.take(&label).unwrap_or_default();
        self.all(events);
        let (back, slot) = self.inserts.html_slot();
        self.notes.numbered[place].1.back = Some(slot);
        match self.out.strip_suffix("</p>\n") {
            Some(kept) => {
                self.out.truncate(kept.len());
                self.out.push_str(&back);
                self.out.push_str("</p>\n");
            }
            None => self.out.push_str(&back),
        }
        self.close_block("</li>\n");
    }
}

/// The links from a footnote to each place that refers to it, told apart where there are many.
fn back_links(note: &Note, number: usize, word: &str) -> String {
    let word = attribute(word);
    let mut links = String::new();
    for (at, from) in note.from.iter().enumerate() {
        let which = if note.from.len() > 1 {
            format!("{number}-{}", at + 1)
        } else {
            number.to_string()
        };
        let _ = write!(
            links,
            " <a href=\"#{from}\" role=\"doc-backlink\" aria-label=\"{word} {which}\">\u{21a9}\u{fe0e}</a>"
        );
    }
    links
}
