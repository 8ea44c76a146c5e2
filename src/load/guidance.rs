//! guidance/<name>/: guidance.md, its chapters, and responsibilities.yaml.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::{
        common::common,
        context::Context,
        document::Documents,
        fields::{Fields, wrong_type},
        once::ids_once,
        report::folder_id,
        time::date,
        tree::GuidanceFiles,
        value::{id, list, natural, near_id, order, string},
        variants::{Parts, Variants},
        words::{name as publisher, text},
    },
    model::{Chapter, Duty, Guidance, Id, Responsibility, Text, chapter_number},
    syntax::{Node, Value, numbered_paragraphs},
    text::{Code, Diagnostic, Span, Spanned},
};

/// The name in a guidance document's folder that is its own page's.
const RESERVED: &str = "responsibilities";

/// Reads the guidance documents, in order.
pub(super) fn guidance(
    files: &BTreeMap<String, GuidanceFiles>,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Vec<Guidance> {
    let read = files.iter();
    let read = read.filter_map(|(name, files)| document(name, files, documents, cx));
    let mut all: Vec<_> = read.collect();
    all.sort_by(|a, b| {
        (a.order.is_none(), a.order, &a.id).cmp(&(b.order.is_none(), b.order, &b.id))
    });
    all
}

fn document(
    name: &str,
    files: &GuidanceFiles,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Option<Guidance> {
    let place = files.place?;
    let parts = Parts::of(files.texts.get("guidance"), documents, cx);
    let id = folder_id("guidance document", name, &[], place, cx);
    let node = parts.front_matter(cx);
    let whole = parts.is_whole() && !files.missing;
    let mut fields = Fields::document("a guidance document", node.as_deref(), place, whole, cx);
    let title = fields.require("title", cx, text);
    let mut guidance = Guidance {
        title: title.unwrap_or_else(|| Text::Same(Spanned::new(name.into(), place))),
        publisher: fields.read("publisher", cx, publisher),
        published: fields.read("published", cx, date),
        updated: fields.read("updated", cx, date),
        order: fields.read("order", cx, order),
        introduction: parts.prose(cx),
        chapters: chapters(&files.texts, documents, cx),
        responsibilities: Vec::new(),
        common: common(&mut fields, cx),
        id,
        span: place,
    };
    guidance.common.unread = fields.finish(cx);
    if let Some(document) = files
        .responsibilities
        .and_then(|source| documents.get(&source))
    {
        guidance.responsibilities = responsibilities(document.node(), cx);
    }
    let duties: Vec<_> = guidance.duties().map(|(_, duty)| &duty.id).collect();
    ids_once("duty", "here", duties.into_iter(), cx);
    Some(guidance)
}

fn chapters(
    texts: &BTreeMap<String, Variants>,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Vec<Chapter> {
    let others = texts.iter().filter(|(name, _)| *name != "guidance");
    let mut chapters: Vec<_> = others
        .filter_map(|(name, variants)| {
            let parts = Parts::of(Some(variants), documents, cx);
            chapter(name, &parts, cx)
        })
        .collect();
    chapters.sort_by_cached_key(|found| {
        (
            found.order.is_none(),
            found.order,
            natural(found.id.as_str()),
        )
    });
    let mut seen: BTreeMap<&str, Span> = BTreeMap::new();
    for paragraph in chapters.iter().flat_map(|chapter| &chapter.paragraphs) {
        if let Some(first) = seen.insert(&paragraph.value, paragraph.span) {
            let message = format!("another paragraph has the number {}", paragraph.value);
            let twice = Diagnostic::new(Code::DuplicateId, paragraph.span, message);
            let twice = twice.label(first, "the first one");
            cx.say(twice.help("give each paragraph of the guidance a number of its own"));
        }
    }
    chapters
}

fn chapter(name: &str, parts: &Parts<'_>, cx: &mut Context<'_>) -> Option<Chapter> {
    let place = parts.place()?;
    let id = Id::parse(name)
        .filter(|_| name != RESERVED)
        .unwrap_or_else(|| {
            let near = near_id(name);
            let (code, message, help) = if name == RESERVED {
                let message = "a chapter cannot be named `responsibilities`".to_owned();
                let help =
                    "that is the address of the duties, which stand in `responsibilities.yaml`";
                (Code::AddressCollision, message, help.to_owned())
            } else {
                let message = format!("`{name}` cannot be the name of a chapter");
                let help = format!(
                    "it holds letters, digits and hyphens: rename the file to `{near}.md`, say"
                );
                (Code::BadId, message, help)
            };
            cx.say(Diagnostic::new(code, place, message).help(help));
            near
        });
    let node = parts.front_matter(cx);
    let mut fields = Fields::document("a chapter", node.as_deref(), place, parts.is_whole(), cx);
    let title = fields.require("title", cx, text);
    let order = fields.read("order", cx, order);
    let mut common = common(&mut fields, cx);
    common.unread = fields.finish(cx);
    let prose = parts.prose(cx);
    let first = prose.by_language.get(cx.languages.first());
    let first = first.or_else(|| prose.by_language.values().next());
    let paragraphs = first.into_iter().flat_map(|markdown| {
        let numbered = numbered_paragraphs(&markdown.text, chapter_number(id.as_str())).into_iter();
        numbered.map(|found| {
            let number: Arc<str> = markdown.text[found.clone()].into();
            Spanned::new(number, markdown.span.part(found.start, found.end))
        })
    });
    Some(Chapter {
        title: title.unwrap_or_else(|| Text::Same(Spanned::new(name.into(), place))),
        paragraphs: paragraphs.collect(),
        id,
        order,
        prose,
        common,
        span: place,
    })
}

fn responsibilities(node: Option<&Node>, cx: &mut Context<'_>) -> Vec<Responsibility> {
    let Some(node) = node.filter(|node| node.value != Value::Null) else {
        return Vec::new();
    };
    let Value::Sequence(items) = &node.value else {
        let wrong = wrong_type("responsibilities.yaml", "a list of bodies", node);
        cx.say(wrong.help("begin each body with a hyphen: `- body: …`"));
        return Vec::new();
    };
    let read = items.iter();
    read.filter_map(|item| responsibility(item, cx)).collect()
}

fn responsibility(node: &Node, cx: &mut Context<'_>) -> Option<Responsibility> {
    let mut fields = Fields::of("a responsibility", node, cx)?;
    let begin = fields.place();
    let body = fields.require("body", cx, text);
    let mut nameless = false;
    let duties = fields.require("duties", cx, |key, node, cx| {
        list(key, node, cx, |key, node, cx| {
            let duty = duty(key, node, cx);
            nameless |= duty.is_none();
            duty
        })
    });
    let responsibility = Responsibility {
        body: body.unwrap_or_else(|| Text::Same(Spanned::new("?".into(), begin))),
        says: fields.read("says", cx, text),
        paragraph: fields.read("paragraph", cx, string),
        duties: duties.unwrap_or_default(),
        nameless,
        span: node.span,
    };
    fields.finish(cx);
    Some(responsibility)
}

fn duty(_: &str, node: &Node, cx: &mut Context<'_>) -> Option<Duty> {
    let mut fields = Fields::of("a duty", node, cx)?;
    let id = fields.require("id", cx, id);
    let text = fields.require("text", cx, text);
    let includes = fields.read("includes", cx, |key, node, cx| {
        list(key, node, cx, crate::load::words::text)
    });
    fields.finish(cx);
    let id = id?;
    Some(Duty {
        text: text.unwrap_or_else(|| Text::Same(Spanned::new(id.value.as_str().into(), id.span))),
        id,
        includes: includes.unwrap_or_default(),
        span: node.span,
    })
}
