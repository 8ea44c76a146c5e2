//! What any report, objective, action, measure or page may carry.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::{
        context::Context,
        fields::{Fields, excerpt, wrong_type},
        files::asset,
        value::{letters, list, near_id, string},
        words::{LANGUAGE_HELP, text, text_in, unknown_language},
    },
    model::{Accept, Attachment, Common, Id, Language, Unread},
    syntax::{Node, Value},
    text::{Code, Diagnostic, Spanned, did_you_mean, is_portable},
};

/// Reads the fields that every item may carry.
pub(super) fn common(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Common {
    Common {
        summary: fields.read("summary", cx, text),
        short_title: fields.read("short_title", cx, text),
        attachments: items(fields, "attachments", cx, attachment),
        slug: fields.read("slug", cx, slug).unwrap_or_default(),
        aliases: items(fields, "aliases", cx, alias),
        accept: items(fields, "accept", cx, accept),
        // Known once every field has been asked for.
        unread: Unread::default(),
    }
}

/// Reads the fields of what stands on the page of another thing: a page's own are unknown there.
pub(super) fn without_page(fields: &mut Fields<'_>, cx: &mut Context<'_>) -> Common {
    Common {
        summary: fields.read("summary", cx, text),
        attachments: items(fields, "attachments", cx, attachment),
        accept: items(fields, "accept", cx, accept),
        ..Common::default()
    }
}

fn items<'n, T>(
    fields: &mut Fields<'n>,
    key: &'static str,
    cx: &mut Context<'_>,
    reader: impl FnMut(&str, &'n Node, &mut Context<'_>) -> Option<T>,
) -> Vec<T> {
    let items = fields.read(key, cx, |key, node, cx| list(key, node, cx, reader));
    items.unwrap_or_default()
}

fn attachment(_: &str, node: &Node, cx: &mut Context<'_>) -> Option<Attachment> {
    let mut fields = Fields::of("an attachment", node, cx)?;
    let file = fields.require("file", cx, string);
    let language = fields.read("language", cx, language);
    let in_language = language.clone();
    let title = fields.read("title", cx, |key, node, cx| match &in_language {
        Some(language) => text_in(language, key, node, cx),
        None => text(key, node, cx),
    });
    fields.finish(cx);
    let (file, size) = asset(&file?, node.span.source, Code::MissingLink, cx)?;
    Some(Attachment {
        file,
        title,
        language,
        size,
    })
}

/// The tag of any language: an attachment may be in one that the site is not.
fn language(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Language> {
    let tag = string(key, node, cx)?;
    let language = Language::parse(&tag.value);
    if language.is_none() {
        let message = format!("`{}` is not a language", excerpt(&tag.value));
        cx.say(Diagnostic::new(Code::UnknownLanguage, tag.span, message).help(LANGUAGE_HELP));
    }
    language
}

fn slug(
    key: &str,
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<BTreeMap<Language, Spanned<Arc<str>>>> {
    let Value::Mapping(entries) = &node.value else {
        let wrong = wrong_type(&format!("`{key}`"), "a map by language", node);
        cx.say(wrong.help(
            "the address in the first language is the name of the file or folder; in another it is \
             written as `slug: {cy: …}`",
        ));
        return None;
    };
    let mut slugs = BTreeMap::new();
    for entry in entries {
        let tag = &entry.key;
        let Some(language) = cx.languages.find(&tag.value) else {
            let unknown = unknown_language(&tag.value, tag.span, cx);
            cx.say(unknown);
            continue;
        };
        if language == *cx.languages.first() {
            let message = format!("the address in `{language}` is the name of the file or folder");
            let first = Diagnostic::new(Code::UnknownField, tag.span, message);
            cx.say(first.help("rename that, or leave the entry out"));
            continue;
        }
        let Some(text) = string(&tag.value, &entry.value, cx) else {
            continue;
        };
        if Id::parse(&text.value).is_none() {
            let message = format!("`{}` cannot be part of an address", excerpt(&text.value));
            let help = format!(
                "it holds {}: `{}`, say",
                letters(&text.value),
                near_id(&text.value)
            );
            cx.say(Diagnostic::new(Code::BadId, text.span, message).help(help));
            continue;
        }
        slugs.insert(language, text);
    }
    Some(slugs)
}

/// An earlier address, without slashes around it.
fn alias(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Arc<str>>> {
    let text = string(key, node, cx)?;
    let path = text.value.trim_matches('/');
    let strange = |c: char| c.is_control() || matches!(c, '\\' | ':' | '?' | '#');
    let fine = |part: &str| !part.is_empty() && part != "." && part != "..";
    if !path.contains(strange) && path.split('/').all(fine) && !path.split('/').all(is_portable) {
        let message = format!(
            "`{}` is not one that every machine can write",
            excerpt(&text.value)
        );
        let help = "no part of it can be a name that Windows keeps for devices, such as `con` and `aux`, \
                    end in a dot or blank, or hold one of `* < > | \"`";
        cx.say(Diagnostic::new(Code::BadId, text.span, message).help(help));
        return None;
    }
    if path.contains(strange) || !path.split('/').all(fine) {
        let message = format!("`{}` is not an address of this site", excerpt(&text.value));
        let help = "write the path alone, as `old/address` or `old/page.html`";
        cx.say(Diagnostic::new(Code::BadId, text.span, message).help(help));
        return None;
    }
    let path = path.into();
    Some(text.map(|_| path))
}

fn accept(_: &str, node: &Node, cx: &mut Context<'_>) -> Option<Accept> {
    let mut fields = Fields::of("an `accept` entry", node, cx)?;
    let code = fields.require("code", cx, |key, node, cx| {
        let name = string(key, node, cx)?;
        let code = Code::parse(&name.value);
        if code.is_none() {
            let message = format!("`{}` is not the name of a finding", excerpt(&name.value));
            let names: Vec<_> = Code::ALL.iter().map(|code| code.as_str()).collect();
            let help = did_you_mean(&name.value, names);
            cx.say(Diagnostic::new(Code::UnknownValue, name.span, message).maybe_help(help));
        }
        Some(Spanned::new(code?, name.span))
    });
    let reason = fields.require("reason", cx, string);
    fields.finish(cx);
    Some(Accept {
        code: code?,
        reason: reason?,
    })
}
