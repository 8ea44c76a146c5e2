//! Names that stand once.

use std::collections::BTreeMap;

use crate::{
    load::context::Context,
    model::Id,
    text::{Code, Diagnostic, Span, Spanned},
};

/// Reports names that stand twice among those of one kind, each with what `message` says of it.
///
/// Case does not tell two apart: on many machines their pages would be one file, and readers take
/// them for one name.
pub(super) fn names_once<'n>(
    names: impl Iterator<Item = (&'n str, Span)>,
    message: impl Fn(&str) -> String,
    help: &str,
    cx: &mut Context<'_>,
) {
    let mut seen: BTreeMap<String, Span> = BTreeMap::new();
    for (name, span) in names {
        let lower = name.to_lowercase();
        let Some(first) = seen.get(&lower) else {
            seen.insert(lower, span);
            continue;
        };
        let label = if first.source == span.source {
            "the first one".to_owned()
        } else {
            let path = cx.sources.get(first.source).path();
            format!("the first stands in {path}")
        };
        let twice = Diagnostic::new(Code::DuplicateId, span, message(name));
        cx.say(twice.label(*first, label).help(help));
    }
}

/// Reports ids that stand twice among those of one kind; `among` says where, as in `here`.
pub(super) fn ids_once<'i>(
    what: &str,
    among: &str,
    ids: impl Iterator<Item = &'i Spanned<Id>>,
    cx: &mut Context<'_>,
) {
    names_once(
        ids.map(|id| (id.value.as_str(), id.span)),
        |id| format!("another {what} {among} has the id `{id}`"),
        &format!("give each {what} an id of its own"),
        cx,
    );
}
