//! sealed.yaml: what a report said when it was sealed.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::{
        context::Context,
        fields::{entries_of, wrong_type},
    },
    syntax::{Node, Value},
    text::Spanned,
};

/// Reads the file, which a program writes: texts by name.
pub(super) fn sealed(
    node: Option<&Node>,
    cx: &mut Context<'_>,
) -> BTreeMap<Arc<str>, Spanned<Arc<str>>> {
    let mut sealed = BTreeMap::new();
    let holds = ("sealed.yaml", "a line for each thing that was sealed");
    for entry in entries_of(node, holds, cx) {
        let Value::Scalar(scalar) = &entry.value.value else {
            let subject = format!("`{}`", entry.key.value);
            cx.say(wrong_type(&subject, "text", &entry.value));
            continue;
        };
        let text = Spanned::new(scalar.text.clone(), entry.key.span);
        sealed.insert(entry.key.value.clone(), text);
    }
    sealed
}
