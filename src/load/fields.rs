//! A mapping read key by key: what is missing from it, and what nobody asked for.

use crate::{
    load::{
        context::Context,
        value::{id, near_id},
    },
    model::{Id, Unread},
    syntax::{Entry, Node, Value},
    text::{Code, Diagnostic, Span, Spanned, nearest},
};

/// What a mapping is called where it is expected.
const LINES: &str = "`key: value` lines";

/// A mapping of which some keys have been read.
pub(super) struct Fields<'n> {
    /// What it describes, with its article: `a measure`.
    what: &'static str,
    entries: &'n [Entry],
    asked: Vec<&'static str>,
    missing: Vec<&'static str>,
    /// The keys that are there and could not be read.
    lost: Vec<&'static str>,
    /// Where a missing key is reported.
    place: Span,
    /// Whether all of it could be read; where not, what seems missing may stand in the fault.
    whole: bool,
    /// Whether its id is missing, or is none.
    nameless: bool,
    /// Of what a table holds, the name of the column that it comes from, without the part behind the
    /// last dot.
    column: Option<String>,
}

impl<'n> Fields<'n> {
    /// The keys of `node`, which is to be a mapping that describes `what`.
    pub fn of(what: &'static str, node: &'n Node, cx: &mut Context<'_>) -> Option<Self> {
        let Value::Mapping(entries) = &node.value else {
            cx.say(wrong_type(what, LINES, node));
            return None;
        };
        let first = entries.first();
        let column = first.filter(|_| cx.is_table(node.span)).map(|entry| {
            let name = cx.sources.slice(entry.key.span);
            let base = name.rsplit_once('.').map(|(base, _)| base);
            base.unwrap_or_default().to_owned()
        });
        Some(Self {
            what,
            entries,
            asked: Vec::new(),
            missing: Vec::new(),
            lost: Vec::new(),
            place: first.map_or(node.span, |entry| spot(entry, column.is_some())),
            whole: cx.is_whole(node.span),
            nameless: false,
            column,
        })
    }

    /// The keys of a whole file or front matter, which may be absent. What is missing is reported
    /// at `place`, and not at all unless the file is `whole`.
    pub fn document(
        what: &'static str,
        node: Option<&'n Node>,
        place: Span,
        whole: bool,
        cx: &mut Context<'_>,
    ) -> Self {
        let nothing = Self {
            what,
            entries: &[],
            asked: Vec::new(),
            missing: Vec::new(),
            lost: Vec::new(),
            place,
            whole,
            nameless: false,
            column: None,
        };
        let Some(node) = node else {
            return nothing;
        };
        match Self::of(what, node, cx) {
            Some(fields) => Self { whole, ..fields },
            // That it is no mapping has been said, and is the reason for all that is missing.
            None => Self {
                whole: false,
                ..nothing
            },
        }
    }

    /// Where the mapping begins.
    pub fn place(&self) -> Span {
        self.place
    }

    /// Whether all of the file could be read.
    pub fn is_whole(&self) -> bool {
        self.whole
    }

    /// The place of a key that is there.
    pub fn key(&self, key: &str) -> Option<Span> {
        let entry = self.entries.iter().find(|entry| &*entry.key.value == key);
        entry.map(|entry| spot(entry, self.column.is_some()))
    }

    /// Whether `key` is there without a value.
    pub fn is_blank(&self, key: &str) -> bool {
        let mut entries = self.entries.iter();
        entries.any(|entry| &*entry.key.value == key && is_blank(&entry.value))
    }

    /// Reads `key`, which may be absent or blank.
    pub fn read<T>(
        &mut self,
        key: &'static str,
        cx: &mut Context<'_>,
        reader: impl FnOnce(&str, &'n Node, &mut Context<'_>) -> Option<T>,
    ) -> Option<T> {
        let entry = self.ask(key)?;
        if is_blank(&entry.value) {
            if cx.is_fault(entry.value.span) {
                self.lost.push(key);
            } else {
                hidden_by_comment(entry, cx);
            }
            return None;
        }
        let before = cx.said();
        let value = reader(key, &entry.value, cx);
        let blank = cx.said() == before && holds_no_text(&entry.value, cx);
        self.lost.extend((value.is_none() && !blank).then_some(key));
        value
    }

    /// Takes `keys` for there though they are not: what they hold could not be read.
    pub fn lose(&mut self, keys: &[&'static str]) {
        self.lost.extend(keys);
    }

    /// Reads the `id`, which has to be there. What bears it in the meantime is made of `what` and its
    /// place in the list.
    pub fn require_id(&mut self, what: &str, at: usize, cx: &mut Context<'_>) -> Spanned<Id> {
        let read = self.require("id", cx, id);
        let written = self.entries.iter().find(|entry| &*entry.key.value == "id");
        let is_id = |entry: &Entry| match &entry.value.value {
            Value::Scalar(scalar) => Id::parse(scalar.text.trim()).is_some(),
            _ => false,
        };
        if let Some(entry) = written
            && !is_id(entry)
        {
            self.lost.push("id");
            self.nameless = true;
        }
        read.unwrap_or_else(|| Spanned::new(near_id(&format!("{what}-{}", at + 1)), self.place))
    }

    /// Reads `key`, which has to be there.
    pub fn require<T>(
        &mut self,
        key: &'static str,
        cx: &mut Context<'_>,
        reader: impl FnOnce(&str, &'n Node, &mut Context<'_>) -> Option<T>,
    ) -> Option<T> {
        match self.ask(key) {
            None => {
                self.missing.push(key);
                None
            }
            Some(entry) if is_blank(&entry.value) => {
                if cx.is_fault(entry.value.span) {
                    // What stands there has been said, and is not read.
                    self.lost.push(key);
                } else if !hidden_by_comment(entry, cx) {
                    self.blank(key, entry, cx);
                }
                None
            }
            Some(entry) => {
                let before = cx.said();
                let value = reader(key, &entry.value, cx);
                if value.is_none() {
                    if cx.said() == before && holds_no_text(&entry.value, cx) {
                        self.blank(key, entry, cx);
                    } else {
                        self.lost.push(key);
                    }
                }
                value
            }
        }
    }

    /// Says that a required key has no value.
    fn blank(&self, key: &str, entry: &Entry, cx: &mut Context<'_>) {
        let message = format!("`{key}` is blank, but {} needs it", self.what);
        let blank = Diagnostic::new(Code::MissingField, entry.key.span, message);
        cx.say(blank.help(format!("write the {key} there")));
    }

    /// Reports every key that nothing asked for, with the nearest that something did, and every
    /// required key that is missing. One that is only misspelt is reported as that alone. Answers
    /// what could not be read, so that nobody takes it for absent.
    pub fn finish(self, cx: &mut Context<'_>) -> Unread {
        let mut unread = Unread {
            keys: self.lost.iter().copied().collect(),
            any: !self.whole,
            nameless: self.nameless,
        };
        for entry in self.entries {
            let key = &entry.key;
            if self.asked.iter().any(|asked| **asked == *key.value) {
                continue;
            }
            let message = format!("`{}` is not a key of {}", key.value, self.what);
            let near = meant(&key.value, &self.asked);
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "the keys of {} are `{}`",
                    self.what,
                    self.asked.join("`, `")
                ),
            };
            unread.keys.extend(near);
            cx.say(Diagnostic::new(Code::UnknownField, key.span, message).help(help));
        }
        for key in self.missing {
            if self.whole && unread.keys.insert(key) {
                let message = format!("`{key}` is missing from {}", self.what);
                let missing = Diagnostic::new(Code::MissingField, self.place, message);
                cx.say(missing.help(match self.column.as_deref() {
                    None => format!("add a line `{key}: …`"),
                    Some("") => format!("add a column `{key}`"),
                    Some(column) => format!("add a column `{column}`, or fill in its cell"),
                }));
                unread.nameless |= key == "id";
            }
        }
        unread
    }

    fn ask(&mut self, key: &'static str) -> Option<&'n Entry> {
        self.asked.push(key);
        self.entries.iter().find(|entry| &*entry.key.value == key)
    }
}

/// Where an entry stands: at its key, but in a table at its cell, for the name of the column stands
/// far above it.
fn spot(entry: &Entry, table: bool) -> Span {
    if table {
        entry.value.span
    } else {
        entry.key.span
    }
}

/// The key among those that are read that an unknown one stands for: the nearest, else one with
/// more behind it, as in `target_2018`, else the only one that it is a word of, as `indicator` is of
/// `quality_indicator`.
pub(super) fn meant(name: &str, asked: &[&'static str]) -> Option<&'static str> {
    let longer = |known: &&&'static str| {
        let rest = name.strip_prefix(**known);
        rest.is_some_and(|rest| rest.starts_with(['_', '-', ' ', '.']))
    };
    let near = nearest(name, asked.iter().copied());
    near.or_else(|| asked.iter().find(longer).copied())
        .or_else(|| {
            let mut whole = asked.iter().filter(|known| {
                let mut words = known.split('_');
                known.contains('_') && words.any(|word| word.eq_ignore_ascii_case(name))
            });
            whole.next().filter(|_| whole.next().is_none()).copied()
        })
}

/// The entries of a file that a program writes, `name`, which holds `wanted`; none where nothing stands
/// there, or something else.
pub(super) fn entries_of<'n>(
    node: Option<&'n Node>,
    (name, wanted): (&str, &str),
    cx: &mut Context<'_>,
) -> &'n [Entry] {
    let Some(node) = node.filter(|node| !is_blank(node)) else {
        return &[];
    };
    if let Value::Mapping(entries) = &node.value {
        return entries;
    }
    cx.say(wrong_type(name, wanted, node));
    &[]
}

/// Whether nothing stands there: no value, or a text of blanks.
pub(super) fn is_blank(node: &Node) -> bool {
    match &node.value {
        Value::Null => true,
        Value::Scalar(scalar) => scalar.text.trim().is_empty(),
        Value::Sequence(_) | Value::Mapping(_) => false,
    }
}

/// Whether a map by language has no text in any of them: as good as blank, where a reader of texts
/// has found nothing else to say of it.
fn holds_no_text(node: &Node, cx: &Context<'_>) -> bool {
    let Value::Mapping(entries) = &node.value else {
        return false;
    };
    let mut values = entries.iter().map(|entry| &entry.value);
    values.all(|value| is_blank(value) && !cx.is_fault(value.span))
}

/// A value that YAML took for a comment: `accent: #00703c`. Says so where that is what happened.
fn hidden_by_comment(entry: &Entry, cx: &mut Context<'_>) -> bool {
    let source = cx.sources.get(entry.key.span.source);
    let behind = source.text().get(entry.key.span.range().end..);
    let line = behind.unwrap_or_default().lines().next();
    let rest = line.and_then(|line| line.trim_start().strip_prefix(':'));
    let comment = rest.map(str::trim).unwrap_or_default();
    // A remark has a blank after its `#`; a colour or a number does not.
    let value = comment.strip_prefix('#').unwrap_or_default();
    if !value.starts_with(|c: char| c.is_alphanumeric()) || value.contains(' ') {
        return false;
    }
    let key = &entry.key.value;
    let message = format!("`{key}` is blank, because `#` begins a comment in YAML");
    let blank = Diagnostic::new(Code::MissingField, entry.key.span, message);
    cx.say(blank.help(format!("put it in quotes: `{key}: \"{comment}\"`")));
    true
}

/// A value of another type than its key takes: `subject` is a key in backticks, or what the mapping
/// describes; `expected` says what it takes.
pub(super) fn wrong_type(subject: &str, expected: &str, node: &Node) -> Diagnostic {
    let found = match &node.value {
        Value::Null => "nothing".to_owned(),
        Value::Scalar(scalar) => format!("`{}`", excerpt(&scalar.text)),
        Value::Sequence(_) => "a list".to_owned(),
        Value::Mapping(_) => "`key: value` lines".to_owned(),
    };
    let message = format!("expected {expected} for {subject}, found {found}");
    let help = match &node.value {
        _ if expected == LINES => {
            Some("write each key on a line of its own, with a colon, a space and its value")
        }
        Value::Sequence(_) => Some("write one value behind the colon, without hyphens or brackets"),
        Value::Mapping(_) => Some("write the value itself behind the colon, on the same line"),
        Value::Null | Value::Scalar(_) => None,
    };
    Diagnostic::new(Code::WrongType, opening(node), message).maybe_help(help.map(str::to_owned))
}

/// The place of a value; of a list or mapping its start alone, for the whole of it would be the
/// better part of a file.
pub(super) fn opening(node: &Node) -> Span {
    match &node.value {
        Value::Null | Value::Scalar(_) => node.span,
        Value::Sequence(items) => {
            let first = items.first().map_or(node.span, opening);
            Span {
                end: first.end.min(node.span.end),
                ..node.span
            }
        }
        Value::Mapping(entries) => {
            let first = entries.first().map_or(node.span, |entry| entry.key.span);
            // The keys of what a table holds stand above it.
            let inside = (node.span.start..=node.span.end).contains(&first.end);
            Span {
                end: if inside { first.end } else { node.span.end },
                ..node.span
            }
        }
    }
}

/// The beginning of a text, short enough for a message.
pub(super) fn excerpt(text: &str) -> String {
    const LONGEST: usize = 40;
    let line = text.trim().lines().next().unwrap_or_default();
    let mut short: String = line.chars().take(LONGEST).collect();
    if short.len() < text.trim().len() {
        short.push('…');
    }
    short
}
