//! translations.yaml: what each translation was last checked against.

use crate::{
    load::{
        context::Context,
        fields::{entries_of, excerpt, wrong_type},
    },
    model::{Language, Reviews},
    syntax::{Node, Value},
};

/// Reads the file, which a program writes. A language that the site no longer has is passed over.
pub(super) fn reviews(node: Option<&Node>, cx: &mut Context<'_>) -> Reviews {
    let mut reviews = Reviews::default();
    let holds = ("translations.yaml", "a line for each text");
    for text in entries_of(node, holds, cx) {
        let address = &text.key.value;
        let Value::Mapping(languages) = &text.value.value else {
            let subject = format!("`{}`", excerpt(address));
            cx.say(wrong_type(&subject, "a mark by language", &text.value));
            continue;
        };
        let marks = languages.iter().filter_map(|entry| {
            let language = Language::parse(&entry.key.value)?;
            match &entry.value.value {
                Value::Scalar(scalar) => Some((language, scalar.text.clone())),
                _ => None,
            }
        });
        reviews.marks.insert(address.clone(), marks.collect());
    }
    reviews
}
