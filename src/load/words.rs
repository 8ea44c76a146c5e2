//! Texts that may differ by language.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::{
        context::Context,
        fields::{is_blank, opening, wrong_type},
    },
    model::{Language, Text},
    syntax::{Node, Scalar, Style, Value},
    text::{Code, Diagnostic, Spanned, did_you_mean},
};

/// A text: a string in the site's first language, or a map by language.
pub(super) fn text(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Text> {
    read(key, node, cx, |plain, cx| {
        Text::plain(cx.languages.first().clone(), plain)
    })
}

/// A name, which a plain string gives for every language.
pub(super) fn name(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Text> {
    read(key, node, cx, |plain, _| Text::Same(plain))
}

/// A text that a plain string gives in `language`.
pub(super) fn text_in(
    language: &Language,
    key: &str,
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<Text> {
    read(key, node, cx, |plain, _| {
        Text::plain(language.clone(), plain)
    })
}

fn read(
    key: &str,
    node: &Node,
    cx: &mut Context<'_>,
    plain: impl FnOnce(Spanned<Arc<str>>, &Context<'_>) -> Text,
) -> Option<Text> {
    match &node.value {
        Value::Scalar(scalar) => Some(plain(Spanned::new(tidy(scalar), node.span), cx)),
        Value::Mapping(_) => by_language(key, node, cx),
        Value::Null | Value::Sequence(_) => {
            let expected = "text or a map by language";
            cx.say(wrong_type(&format!("`{key}`"), expected, node));
            None
        }
    }
}

/// The text of a scalar. Blanks before it are kept, so that places in it can be counted from its
/// own; the line end that closes a block is not part of it.
fn tidy(scalar: &Scalar) -> Arc<str> {
    let trimmed = match scalar.style {
        Style::Quoted => scalar.text.trim(),
        _ => scalar.text.trim_end(),
    };
    if trimmed.len() == scalar.text.len() {
        scalar.text.clone()
    } else {
        trimmed.into()
    }
}

fn by_language(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Text> {
    let Value::Mapping(entries) = &node.value else {
        return None;
    };
    let mut same = None;
    let mut each = BTreeMap::new();
    for entry in entries {
        let tag = &entry.key;
        let language = cx.languages.find(&tag.value);
        if language.is_none() && &*tag.value != "all" {
            cx.say(unknown_language(&tag.value, tag.span, cx));
            continue;
        }
        if is_blank(&entry.value) {
            continue;
        }
        let Value::Scalar(scalar) = &entry.value.value else {
            let subject = format!("`{key}` in `{}`", tag.value);
            cx.say(wrong_type(&subject, "text", &entry.value));
            continue;
        };
        let text = Spanned::new(tidy(scalar), entry.value.span);
        match language {
            Some(language) => _ = each.insert(language, text),
            None => same = Some(text),
        }
    }
    match (same, each.is_empty()) {
        (Some(_), false) => {
            let message = format!("`{key}` is given for `all` languages, and again for one");
            let both = Diagnostic::new(Code::WrongType, opening(node), message);
            cx.say(both.help("keep `all`, or one entry a language"));
            Some(Text::Each(each))
        }
        (Some(same), true) => Some(Text::Same(same)),
        (None, false) => Some(Text::Each(each)),
        (None, true) => None,
    }
}

/// How languages are written.
pub(super) const LANGUAGE_HELP: &str =
    "write its tag: `en` English, `cy` Welsh, `gd` Scottish Gaelic";

/// A tag that is none of the site's languages.
pub(super) fn unknown_language(tag: &str, span: crate::text::Span, cx: &Context<'_>) -> Diagnostic {
    let message = if Language::parse(tag).is_some() {
        format!("`{tag}` is not one of the site's languages")
    } else {
        format!("`{tag}` is not a language")
    };
    let tags: Vec<_> = cx.languages.tags().chain(["all"]).collect();
    let help = did_you_mean(tag, tags);
    Diagnostic::new(Code::UnknownLanguage, span, message).maybe_help(help)
}
