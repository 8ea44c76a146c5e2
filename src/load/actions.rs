//! actions.yaml: a list of actions.

use std::collections::BTreeMap;

use crate::{
    load::{
        common::common,
        context::Context,
        fields::{Fields, wrong_type},
        time::date,
        value::{integer, short_list, strings, word},
        words::{name, text},
    },
    model::{Action, Id, Text},
    syntax::{Node, Value},
    text::{Code, Diagnostic, Span, Spanned},
};

/// Reads the actions of an objective; a blank file has none.
pub(super) fn actions(node: Option<&Node>, cx: &mut Context<'_>) -> Vec<Action> {
    let Some(node) = node.filter(|node| node.value != Value::Null) else {
        return Vec::new();
    };
    let Value::Sequence(items) = &node.value else {
        let wrong = wrong_type("actions.yaml", "a list of actions", node);
        cx.say(wrong.help("begin each action with a hyphen: `- id: …`"));
        return Vec::new();
    };
    let read = items.iter().enumerate();
    let actions: Vec<_> = read.filter_map(|(at, item)| action(at, item, cx)).collect();
    let mut seen: BTreeMap<&Id, Span> = BTreeMap::new();
    for Action { id, common, .. } in &actions {
        if common.unread.has("id") {
            // It bears a name of ours.
            continue;
        }
        if let Some(first) = seen.get(&id.value) {
            let message = format!("another action of this objective has the id `{}`", id.value);
            let twice = Diagnostic::new(Code::DuplicateId, id.span, message);
            let twice = twice.label(*first, "the first one");
            cx.say(twice.help("give each action an id of its own"));
        } else {
            seen.insert(&id.value, id.span);
        }
    }
    actions
}

fn action(at: usize, node: &Node, cx: &mut Context<'_>) -> Option<Action> {
    let mut fields = Fields::of("an action", node, cx)?;
    let id = fields.require_id("action", at, cx);
    let title = fields.require("title", cx, text);
    let complete = fields.read("complete", cx, |key, node, cx| {
        integer(key, node, (0, 100), cx)
    });
    let mut action = Action {
        title: title.unwrap_or_else(|| untitled(&id)),
        comment: fields.read("comment", cx, text),
        rag: fields.read("rag", cx, word),
        status: fields.read("status", cx, word),
        complete: complete
            .map(|complete| complete.map(|percent| u8::try_from(percent).unwrap_or(u8::MAX))),
        lead: fields.read("lead", cx, name),
        partners: fields
            .read("partners", cx, |key, node, cx| {
                short_list(key, node, cx, name)
            })
            .unwrap_or_default(),
        start: fields.read("start", cx, date),
        due: fields.read("due", cx, date),
        measures: fields.read("measures", cx, strings).unwrap_or_default(),
        fulfils: fields.read("fulfils", cx, strings).unwrap_or_default(),
        common: common(&mut fields, cx),
        id,
        span: node.span,
    };
    action.common.unread = fields.finish(cx);
    Some(action)
}

/// The title of an item that has none.
pub(super) fn untitled(id: &Spanned<Id>) -> Text {
    Text::Same(Spanned::new(id.value.as_str().into(), id.span))
}
