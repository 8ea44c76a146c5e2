//! Guidance: what others ask of the organisation and its partners.

use std::sync::Arc;

use crate::{
    model::{Common, Date, Id, Prose, Text},
    text::{Span, Spanned},
};

/// A published guidance document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guidance {
    /// The name of its folder: what references begin with.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// The day it was published.
    pub published: Option<Spanned<Date>>,
    /// The day it was last changed.
    pub updated: Option<Spanned<Date>>,
    /// Its place among guidance: lower first, then by folder name.
    pub order: Option<i64>,
    /// What the organisation says about it: the body of guidance.md.
    pub introduction: Prose,
    /// Its chapters, in reading order.
    pub chapters: Vec<Chapter>,
    /// What it asks of whom, a body at a time.
    pub responsibilities: Vec<Responsibility>,
    /// What any item may carry.
    pub common: Common,
    /// The start of guidance.md.
    pub span: Span,
}

/// A chapter of a guidance document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The name of its file without `.md`: its address.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Its place: lower first, then by file name.
    pub order: Option<i64>,
    /// Its text.
    pub prose: Prose,
    /// The numbers of its numbered paragraphs, such as `5.1`, with the paragraph.
    pub paragraphs: Vec<Spanned<Arc<str>>>,
    /// What any item may carry.
    pub common: Common,
    /// The start of its file.
    pub span: Span,
}

impl Chapter {
    /// Its number: the one that the name of its file begins with.
    pub fn number(&self) -> Option<u32> {
        chapter_number(self.id.as_str())
    }
}

/// The number that the name of a chapter's file begins with: the 5 of `5-implementation`.
pub fn chapter_number(name: &str) -> Option<u32> {
    let digits = name
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(name.len());
    name[..digits].parse().ok()
}

/// What a guidance document asks of one body or group of bodies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Responsibility {
    /// Whom it is asked of.
    pub body: Text,
    /// The words before the duties, such as `We expect partnerships to:`.
    pub says: Option<Text>,
    /// The number of the paragraph that it stands in.
    pub paragraph: Option<Spanned<Arc<str>>>,
    /// What is asked.
    pub duties: Vec<Duty>,
    /// Whether a duty is left out because it has no id that could be read.
    pub nameless: bool,
    /// The whole entry.
    pub span: Span,
}

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Duty {
    /// Its identity in the guidance.
    pub id: Spanned<Id>,
    /// What is asked.
    pub text: Text,
    /// The parts it consists of.
    pub includes: Vec<Text>,
    /// The whole entry.
    pub span: Span,
}

impl Guidance {
    /// Every duty, with its place: responsibility and duty.
    pub fn duties(&self) -> impl Iterator<Item = ((usize, usize), &Duty)> {
        let bodies = self.responsibilities.iter().enumerate();
        bodies.flat_map(|(body, found)| {
            let duties = found.duties.iter().enumerate();
            duties.map(move |(at, duty)| ((body, at), duty))
        })
    }

    /// The chapter that holds the paragraph of this number.
    pub fn chapter_of(&self, number: &str) -> Option<usize> {
        self.chapters.iter().position(|chapter| {
            let mut paragraphs = chapter.paragraphs.iter();
            paragraphs.any(|paragraph| &*paragraph.value == number)
        })
    }
}
