//! frameworks/<name>/: framework.md, and a file for each goal or quality indicator.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::{
        common::common,
        context::Context,
        document::Documents,
        evaluation::level,
        fields::{Fields, excerpt},
        once::{ids_once, names_once},
        report::folder_id,
        time::date,
        tree::FrameworkFiles,
        value::{id, letters, list, natural, near_id, order, string, word},
        variants::Parts,
        well_being::{well_being, well_being_named},
        words::{name as publisher, text},
    },
    model::{Framework, FrameworkItem, Id, Question, Report, Text, Theme},
    syntax::{Node, Value},
    text::{Code, Diagnostic, SourceId, Span, Spanned},
};

/// Reads the frameworks, in order. The built-in one is among them where an objective of `reports`
/// serves a goal of it or any link or evidence names one; no folder bears its name.
pub(super) fn frameworks(
    files: &BTreeMap<String, FrameworkFiles>,
    reports: &[Report],
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Vec<Framework> {
    let read = files.iter();
    let read = read.filter_map(|(name, files)| framework(name, files, documents, cx));
    let mut all: Vec<_> = read.collect();
    if let Some(named) = well_being_named(reports, documents, cx.sources) {
        all.extend(well_being(&cx.languages, named));
    }
    all.sort_by(|a, b| {
        (a.order.is_none(), a.order, &a.id).cmp(&(b.order.is_none(), b.order, &b.id))
    });
    all
}

fn framework(
    name: &str,
    files: &FrameworkFiles,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Option<Framework> {
    let place = files.place?;
    let parts = Parts::of(files.texts.get("framework"), documents, cx);
    let id = folder_id("framework", name, &[], place, cx);
    let node = parts.front_matter(cx);
    let whole = parts.is_whole() && !files.missing;
    let mut fields = Fields::document("a framework", node.as_deref(), place, whole, cx);
    let title = fields.require("title", cx, text);
    let mut framework = Framework {
        title: title.unwrap_or_else(|| Text::Same(Spanned::new(name.into(), place))),
        publisher: fields.read("publisher", cx, publisher),
        scale: fields.read("scale", cx, word),
        published: fields.read("published", cx, date),
        updated: fields.read("updated", cx, date),
        order: fields.read("order", cx, order),
        introduction: parts.prose(cx),
        items: Vec::new(),
        common: common(&mut fields, cx),
        id,
        span: place,
    };
    framework.common.unread = fields.finish(cx);
    framework.items = items(&files.items, documents, cx);
    Some(framework)
}

/// Reads the goals and indicators in reading order, each before those below it.
fn items(
    files: &BTreeMap<String, SourceId>,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Vec<FrameworkItem> {
    let mut top: Vec<(FrameworkItem, Vec<FrameworkItem>)> = Vec::new();
    let mut at: BTreeMap<&str, usize> = BTreeMap::new();
    for (path, source) in files.iter().filter(|(path, _)| !path.contains('/')) {
        if let Some(found) = item(path, *source, documents, cx) {
            at.insert(path, top.len());
            top.push((found, Vec::new()));
        }
    }
    for (path, source) in files {
        let Some((above, _)) = path.split_once('/') else {
            continue;
        };
        let Some(found) = item(path, *source, documents, cx) else {
            continue;
        };
        let Some(place) = at.get(above) else {
            if !files.contains_key(above) {
                let message = format!("there is no `{above}.yaml` for this to stand below");
                let orphan = Diagnostic::new(Code::MissingFile, Span::file(*source), message);
                let help = format!(
                    "a goal and the folder of those below it bear one name: write `{above}.yaml`"
                );
                cx.say(orphan.help(help));
            }
            continue;
        };
        top[*place].1.push(found);
    }
    let by_order = |a: &FrameworkItem, b: &FrameworkItem| {
        (a.order.is_none(), a.order, natural(&a.id)).cmp(&(
            b.order.is_none(),
            b.order,
            natural(&b.id),
        ))
    };
    top.sort_by(|(a, _), (b, _)| by_order(a, b));
    let mut all: Vec<FrameworkItem> = Vec::new();
    for (above, mut below) in top {
        below.sort_by(by_order);
        let parent = all.len();
        all.push(above);
        all.extend(below.into_iter().map(|item| FrameworkItem {
            parent: Some(parent),
            ..item
        }));
    }
    once(&all, cx);
    all
}

/// Reports items of which another one bears the name.
fn once(items: &[FrameworkItem], cx: &mut Context<'_>) {
    names_once(
        items.iter().map(|item| (&*item.id, item.span)),
        |id| format!("another item of this framework is called `{id}`"),
        "give each a `code` of its own",
        cx,
    );
}

fn item(
    path: &str,
    source: SourceId,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Option<FrameworkItem> {
    let document = documents.get(&source)?;
    let place = Span::file(source);
    let node = document.node();
    let mut fields = Fields::document("a goal or indicator", node, place, document.whole, cx);
    let code = fields.read("code", cx, code);
    let title = fields.require("title", cx, text);
    let id = match &code {
        Some(code) => Arc::clone(code),
        None => named(path, place, cx),
    };
    let mut item = FrameworkItem {
        title: title.unwrap_or_else(|| Text::Same(Spanned::new(Arc::clone(&id), place))),
        id,
        code,
        parent: None,
        published: fields.read("published", cx, date),
        updated: fields.read("updated", cx, date),
        illustration_level: fields.read("illustration_level", cx, level),
        themes: fields
            .read("themes", cx, |key, node, cx| list(key, node, cx, theme))
            .unwrap_or_default(),
        questions: fields
            .read("questions", cx, |key, node, cx| {
                list(key, node, cx, question)
            })
            .unwrap_or_default(),
        order: fields.read("order", cx, order),
        common: common(&mut fields, cx),
        span: place,
    };
    item.common.unread = fields.finish(cx);
    let themes = item.themes.iter().map(|theme| &theme.id);
    ids_once("theme", "here", themes, cx);
    let questions = item.questions.iter();
    ids_once(
        "question",
        "here",
        questions.filter_map(|question| question.id.as_ref()),
        cx,
    );
    Some(item)
}

/// A code, which is part of an address: letters, digits, hyphens, and dots within.
fn code(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Arc<str>> {
    let text = string(key, node, cx)?;
    let fine = |part: &str| Id::parse(part).is_some();
    let Some(bad) = text.value.split('.').find(|part| !fine(part)) else {
        return Some(text.value);
    };
    let message = format!("`{}` cannot be a code", excerpt(&text.value));
    let help = format!(
        "a code is part of an address: {}, with dots between, such as `2.3`",
        letters(bad)
    );
    cx.say(Diagnostic::new(Code::BadId, text.span, message).help(help));
    None
}

/// The name of an item without a code: its path.
fn named(path: &str, place: Span, cx: &mut Context<'_>) -> Arc<str> {
    let bad = path.split('/').find(|part| Id::parse(part).is_none());
    let Some(bad) = bad else {
        return path.into();
    };
    let near: Vec<_> = path
        .split('/')
        .map(|part| near_id(part).to_string())
        .collect();
    let message = format!("`{bad}` cannot be the name of a goal");
    let help = format!(
        "it is part of an address: rename the file to `{}.yaml`, say, or give it a `code`",
        near_id(bad)
    );
    cx.say(Diagnostic::new(Code::BadId, place, message).help(help));
    near.join("/").into()
}

fn theme(_: &str, node: &Node, cx: &mut Context<'_>) -> Option<Theme> {
    let mut fields = Fields::of("a theme", node, cx)?;
    let theme = fields.require("id", cx, id);
    let title = fields.require("title", cx, text);
    let illustration = fields.read("illustration", cx, text);
    if let Some(graded) = fields.key("level").or(fields.key("illustration_level")) {
        let message = "a theme is given a level";
        let misplaced = Diagnostic::new(Code::LevelMisplaced, graded, message);
        cx.say(misplaced.help("`illustration_level` stands once, at the top of the file"));
        fields.read("level", cx, |_, _, _| Some(()));
        fields.read("illustration_level", cx, |_, _, _| Some(()));
    }
    fields.finish(cx);
    let id = theme?;
    Some(Theme {
        title: title.unwrap_or_else(|| Text::Same(Spanned::new(id.value.as_str().into(), id.span))),
        id,
        illustration,
    })
}

fn question(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Question> {
    let by_keys = |node: &Node| match &node.value {
        Value::Mapping(entries) => entries
            .iter()
            .any(|entry| matches!(&*entry.key.value, "id" | "text")),
        _ => false,
    };
    if !by_keys(node) {
        let text = text(key, node, cx)?;
        return Some(Question { id: None, text });
    }
    let mut fields = Fields::of("a question", node, cx)?;
    let id = fields.read("id", cx, id);
    let text = fields.require("text", cx, text);
    fields.finish(cx);
    // Answers name a question by its number as well.
    let number = |id: &Spanned<Id>| id.value.as_str().bytes().all(|byte| byte.is_ascii_digit());
    if let Some(id) = id.as_ref().filter(|id| number(id)) {
        let message = format!("`{}` is a number, not the id of a question", id.value);
        let bad = Diagnostic::new(Code::BadId, id.span, message);
        cx.say(bad.help(format!(
            "answers name questions by their numbers, too: put a letter before it, as in `q{}`, or \
             leave `id` out",
            id.value
        )));
    }
    Some(Question { id, text: text? })
}
