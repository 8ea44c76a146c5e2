//! What any report, objective, action, measure or page may carry.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    model::{Language, Text, Unread},
    text::{Code, Spanned},
};

/// The fields every item may carry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Common {
    /// A sentence or two for cards and search.
    pub summary: Option<Text>,
    /// A title short enough for charts and narrow screens.
    pub short_title: Option<Text>,
    /// Files that belong to it.
    pub attachments: Vec<Attachment>,
    /// Its last address part in other languages than the first.
    pub slug: BTreeMap<Language, Spanned<Arc<str>>>,
    /// Earlier addresses that lead here, from the site's root.
    pub aliases: Vec<Spanned<Arc<str>>>,
    /// Diagnostics of this item that its authors stand by.
    pub accept: Vec<Accept>,
    /// What could not be read of it; nothing where there is no error.
    pub unread: Unread,
}

/// A file that belongs to an item: an appendix, an easy read edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its path relative to the content folder, with forward slashes; it was there when read.
    pub file: Spanned<Arc<str>>,
    /// Its title.
    pub title: Option<Text>,
    /// The language it is in.
    pub language: Option<Language>,
    /// Its size in bytes.
    pub size: u64,
}

/// A diagnostic that the authors stand by, and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Accept {
    /// Which.
    pub code: Spanned<Code>,
    /// Why; printed with the note that it becomes.
    pub reason: Spanned<Arc<str>>,
}
