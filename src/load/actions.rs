//! actions.yaml: a list of actions.

use crate::{
    load::{
        common::common,
        context::Context,
        document::Document,
        fields::{Fields, is_blank, wrong_type},
        once::ids_once,
        time::date,
        value::{integer, short_list, strings, word},
        words::{name, text},
    },
    model::{Action, Id, Text},
    syntax::{Node, Value},
    text::{Code, Diagnostic, Span, Spanned},
};

/// Reads the actions of an objective from actions.yaml. A blank file has none, and that is said: it may
/// have been emptied by accident. Whoever writes `[]` means none.
pub(super) fn actions(document: &Document, cx: &mut Context<'_>) -> Vec<Action> {
    let node = document.node();
    let holds_nothing = node.is_none_or(is_blank);
    if holds_nothing && document.whole {
        let message = "`actions.yaml` holds no actions";
        let place = Span::file(document.source);
        let empty = Diagnostic::new(Code::UnusedFile, place, message);
        cx.say(empty.help(
            "begin each action with `- id: …`; where there are none, take the file out or write `[]`",
        ));
    }
    let Some(node) = node.filter(|_| !holds_nothing) else {
        return Vec::new();
    };
    let Value::Sequence(items) = &node.value else {
        let wrong = wrong_type("actions.yaml", "a list of actions", node);
        cx.say(wrong.help("begin each action with a hyphen: `- id: …`"));
        return Vec::new();
    };
    let read = items.iter().enumerate();
    let actions: Vec<_> = read.filter_map(|(at, item)| action(at, item, cx)).collect();
    // Others bear a name of ours.
    let named = actions.iter();
    let named = named.filter(|action| !action.common.unread.has("id"));
    let ids = named.map(|action| &action.id);
    ids_once("action", "of this objective", ids, cx);
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
