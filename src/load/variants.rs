//! The files of one text: `improve.md`, and its translations such as `improve.cy.md`.

use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    load::{
        context::Context,
        document::{Document, Documents},
        fields::wrong_type,
    },
    model::{Language, Markdown, Prose},
    syntax::{Entry, Node, Value},
    text::{Code, Diagnostic, SourceId, Span, Spanned, nearest},
};

/// A text's files by language.
pub(super) type Variants = BTreeMap<Language, SourceId>;

/// The keys of front matter that hold words, and so may stand in a translation.
const WORDS: [&str; 5] = ["title", "summary", "short_title", "lead", "publisher"];

/// The keys of front matter that hold a map of words.
const MAPS_OF_WORDS: [&str; 1] = ["ways_of_working"];

/// A text's parsed files, the one in the site's first language first.
pub(super) struct Parts<'d> {
    all: Vec<(Language, &'d Document)>,
}

impl<'d> Parts<'d> {
    /// The documents of these files; of none where the text has no file at all.
    pub fn of(variants: Option<&Variants>, documents: &'d Documents, cx: &Context<'_>) -> Self {
        let document = |(language, source): (&Language, &SourceId)| {
            Some((language.clone(), &**documents.get(source)?))
        };
        let mut all: Vec<_> = variants
            .into_iter()
            .flatten()
            .filter_map(document)
            .collect();
        all.sort_by_key(|(language, _)| language != cx.languages.first());
        Self { all }
    }

    /// Where the text begins; `None` where it has no file.
    pub fn place(&self) -> Option<Span> {
        let (_, document) = self.all.first()?;
        Some(Span::file(document.source))
    }

    /// Whether every file could be read to its end.
    pub fn is_whole(&self) -> bool {
        self.all.iter().all(|(_, document)| document.whole)
    }

    /// The front matter of all of them as one mapping, in which each word of a translation stands
    /// under its language.
    pub fn front_matter(&self, cx: &mut Context<'_>) -> Option<Cow<'d, Node>> {
        let mut main: Option<Cow<'d, Node>> = None;
        for (language, document) in &self.all {
            let Some(node) = document.node() else {
                continue;
            };
            if language == cx.languages.first() {
                main = Some(Cow::Borrowed(node));
                continue;
            }
            let Value::Mapping(entries) = &node.value else {
                cx.say(wrong_type("front matter", "`key: value` lines", node));
                continue;
            };
            let merged = main.get_or_insert_with(|| {
                Cow::Owned(Node {
                    value: Value::Mapping(Vec::new()),
                    span: node.span,
                })
            });
            if let Value::Mapping(into) = &mut merged.to_mut().value {
                for entry in entries {
                    merge_entry(into, entry, language, cx);
                }
            }
        }
        main
    }

    /// The Markdown of all of them. A blank file is no text.
    pub fn prose(&self, cx: &Context<'_>) -> Prose {
        let mut prose = Prose::default();
        for (language, document) in &self.all {
            let span = document.body();
            let text = cx.sources.slice(span);
            if !text.trim().is_empty() {
                let text = text.into();
                let markdown = Markdown { text, span };
                prose.by_language.insert(language.clone(), markdown);
            }
        }
        prose
    }
}

/// Puts an entry of a translation's front matter where the lowering looks for it.
fn merge_entry(into: &mut Vec<Entry>, entry: &Entry, language: &Language, cx: &mut Context<'_>) {
    let key = &*entry.key.value;
    if WORDS.contains(&key) || key == "slug" {
        merge_word(into, entry, language, cx);
    } else if MAPS_OF_WORDS.contains(&key) {
        let Value::Mapping(inner) = &entry.value.value else {
            let subject = format!("`{key}`");
            cx.say(wrong_type(&subject, "`key: value` lines", &entry.value));
            return;
        };
        let at = into.iter().position(|other| *other.key.value == *key);
        let at = at.unwrap_or_else(|| {
            let value = Value::Mapping(Vec::new());
            let span = entry.value.span;
            into.push(Entry {
                key: entry.key.clone(),
                value: Node { value, span },
            });
            into.len() - 1
        });
        if let Value::Mapping(words) = &mut into[at].value.value {
            for word in inner {
                merge_word(words, word, language, cx);
            }
        }
    } else {
        let message = format!("`{key}` is not a key of a translation");
        let known = WORDS.iter().chain(&MAPS_OF_WORDS).copied();
        let help = match nearest(key, known.chain(["slug"])) {
            Some(near) => format!("did you mean `{near}`?"),
            None => "a translation gives words alone: all else stands in the first language's file"
                .to_owned(),
        };
        cx.say(Diagnostic::new(Code::UnknownField, entry.key.span, message).help(help));
    }
}

/// Puts a translated word beside the first language's, which a plain string gives.
fn merge_word(into: &mut Vec<Entry>, entry: &Entry, language: &Language, cx: &mut Context<'_>) {
    if !matches!(entry.value.value, Value::Scalar(_)) {
        if entry.value.value != Value::Null {
            let subject = format!("`{}` in a translation", entry.key.value);
            cx.say(wrong_type(&subject, "plain text", &entry.value));
        }
        return;
    }
    let translated = Entry {
        key: Spanned::new(language.as_str().into(), entry.key.span),
        value: entry.value.clone(),
    };
    let there = into
        .iter_mut()
        .find(|other| other.key.value == entry.key.value);
    if let Some(there) = there {
        merge_into(there, translated, cx);
        return;
    }
    let span = entry.value.span;
    let value = Value::Mapping(vec![translated]);
    into.push(Entry {
        key: entry.key.clone(),
        value: Node { value, span },
    });
}

fn merge_into(entry: &mut Entry, translated: Entry, cx: &mut Context<'_>) {
    let span = entry.value.span;
    match &mut entry.value.value {
        Value::Mapping(words) => {
            let clash = words
                .iter()
                .find(|word| *word.key.value == *translated.key.value || &*word.key.value == "all");
            if let Some(clash) = clash {
                let message = format!(
                    "`{}` has its text in `{}` already",
                    entry.key.value, translated.key.value
                );
                let twice = Diagnostic::new(Code::DuplicateKey, translated.key.span, message);
                let twice = twice.label(clash.value.span, "here");
                cx.say(twice.help("keep the one or the other"));
                return;
            }
            words.push(translated);
        }
        Value::Null => entry.value.value = Value::Mapping(vec![translated]),
        Value::Scalar(_) => {
            let first = cx.languages.first().as_str().into();
            let plain = Entry {
                key: Spanned::new(first, entry.key.span),
                value: entry.value.clone(),
            };
            entry.value = Node {
                value: Value::Mapping(vec![plain, translated]),
                span,
            };
        }
        // The lowering says that a list is not a text.
        Value::Sequence(_) => {}
    }
}
