//! objective.md, and the folder it stands in.

use crate::{
    load::{
        actions::actions,
        common::common,
        context::Context,
        document::Documents,
        evaluation::evaluations,
        fields::{Fields, is_blank, wrong_type},
        measures::measures,
        report::folder_id,
        section::sections,
        tree::ObjectiveFiles,
        value::{order, string, strings, word},
        variants::Parts,
        words::{name as person, text},
    },
    model::{Objective, RESERVED_IN_REPORT, Text, WayOfWorking},
    syntax::{Node, Value},
    text::{Code, Diagnostic, Spanned, did_you_mean},
};

/// Reads the objective in the folder `name`.
pub(super) fn objective(
    name: &str,
    files: &ObjectiveFiles,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Option<Objective> {
    let place = files.place?;
    let parts = Parts::of(files.texts.get("objective"), documents, cx);
    let id = folder_id("objective", name, &RESERVED_IN_REPORT, place, cx);
    let node = parts.front_matter(cx);
    let whole = parts.is_whole() && !files.missing;
    let mut fields = Fields::document("an objective", node.as_deref(), place, whole, cx);
    let title = fields.require("title", cx, text);
    let mut objective = Objective {
        id,
        code: fields.read("code", cx, string).map(|code| code.value),
        title: title.unwrap_or_else(|| Text::Same(Spanned::new(name.into(), place))),
        judgement: fields.read("judgement", cx, word),
        lead: fields.read("lead", cx, person),
        serves: fields.read("serves", cx, strings).unwrap_or_default(),
        ways_of_working: fields
            .read("ways_of_working", cx, ways_of_working)
            .unwrap_or_default(),
        order: fields.read("order", cx, order),
        why: parts.prose(cx),
        sections: Vec::new(),
        actions: Vec::new(),
        measures: Vec::new(),
        evaluations: Vec::new(),
        common: common(&mut fields, cx),
        span: place,
    };
    objective.common.unread = fields.finish(cx);
    objective.sections = sections(&files.texts, "objective", documents, cx);
    if let Some(document) = files.actions.and_then(|source| documents.get(&source)) {
        objective.actions = actions(document, cx);
    }
    objective.measures = measures(files, documents, cx);
    objective.evaluations = evaluations(&files.evaluations, documents, cx);
    Some(objective)
}

fn ways_of_working(
    key: &str,
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<Vec<(WayOfWorking, Text)>> {
    let Value::Mapping(entries) = &node.value else {
        cx.say(wrong_type(&format!("`{key}`"), "`key: value` lines", node));
        return None;
    };
    let mut ways = Vec::new();
    for entry in entries {
        let Some(way) = WayOfWorking::parse(&entry.key.value) else {
            let message = format!("`{}` is not a way of working", entry.key.value);
            let help = did_you_mean(
                &entry.key.value,
                WayOfWorking::ALL.iter().map(|way| way.as_str()),
            );
            let unknown = Diagnostic::new(Code::UnknownField, entry.key.span, message);
            cx.say(unknown.maybe_help(help));
            continue;
        };
        if !is_blank(&entry.value)
            && let Some(text) = text(way.as_str(), &entry.value, cx)
        {
            ways.push((way, text));
        }
    }
    Some(ways)
}
