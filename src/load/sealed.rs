//! sealed.yaml: what a report said when it was sealed.

use crate::{
    load::{
        context::Context,
        fields::{entries_of, wrong_type},
    },
    model::Sealed,
    syntax::{Node, Value},
    text::Spanned,
};

/// Reads the file, which a program writes: texts by name.
pub(super) fn sealed(node: Option<&Node>, cx: &mut Context<'_>) -> Sealed {
    let holds = ("sealed.yaml", "a line for each thing that was sealed");
    let entries = entries_of(node, holds, cx).iter();
    let texts = entries.filter_map(|entry| {
        let Value::Scalar(scalar) = &entry.value.value else {
            let subject = format!("`{}`", entry.key.value);
            cx.say(wrong_type(&subject, "text", &entry.value));
            return None;
        };
        let text = Spanned::new(scalar.text.clone(), entry.key.span);
        Some((entry.key.value.clone(), text))
    });
    texts.collect()
}
