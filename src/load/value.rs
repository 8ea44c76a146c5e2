//! Single values and lists of them.

use std::sync::Arc;

use crate::{
    load::{
        context::Context,
        fields::{excerpt, wrong_type},
    },
    model::{Id, Word},
    syntax::{Node, Value},
    text::{Code, Diagnostic, Spanned, did_you_mean, is_portable, nearest},
};

/// The text of a scalar without blanks around it, as it was written.
pub(super) fn string(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Arc<str>>> {
    scalar(key, node, "text", cx)
}

/// As [`string`], with another word for what is expected.
pub(super) fn scalar(
    key: &str,
    node: &Node,
    expected: &str,
    cx: &mut Context<'_>,
) -> Option<Spanned<Arc<str>>> {
    let Value::Scalar(scalar) = &node.value else {
        cx.say(wrong_type(&format!("`{key}`"), expected, node));
        return None;
    };
    let trimmed = scalar.text.trim();
    let text = if trimmed.len() == scalar.text.len() {
        scalar.text.clone()
    } else {
        trimmed.into()
    };
    Some(Spanned::new(text, node.span))
}

/// A list of items of several keys, each read by `reader`. Items that cannot be read are left out.
pub(super) fn list<'n, T>(
    key: &str,
    node: &'n Node,
    cx: &mut Context<'_>,
    reader: impl FnMut(&str, &'n Node, &mut Context<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let help = || "begin each item of the list with a hyphen, on a line of its own".to_owned();
    items(key, node, cx, help, reader)
}

/// A list of single values, each read by `reader`. Items that cannot be read are left out.
pub(super) fn short_list<'n, T>(
    key: &str,
    node: &'n Node,
    cx: &mut Context<'_>,
    reader: impl FnMut(&str, &'n Node, &mut Context<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let item = match &node.value {
        Value::Scalar(scalar) => excerpt(&scalar.text),
        _ => "…".to_owned(),
    };
    let help = || format!("write `{key}: [{item}]`");
    items(key, node, cx, help, reader)
}

fn items<'n, T>(
    key: &str,
    node: &'n Node,
    cx: &mut Context<'_>,
    help: impl FnOnce() -> String,
    mut reader: impl FnMut(&str, &'n Node, &mut Context<'_>) -> Option<T>,
) -> Option<Vec<T>> {
    let Value::Sequence(items) = &node.value else {
        cx.say(wrong_type(&format!("`{key}`"), "a list", node).help(help()));
        return None;
    };
    let read = items.iter().filter_map(|item| reader(key, item, cx));
    Some(read.collect())
}

/// A list of texts as written.
pub(super) fn strings(
    key: &str,
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<Vec<Spanned<Arc<str>>>> {
    short_list(key, node, cx, string)
}

/// One of a closed set of words.
pub(super) fn word<T: Word>(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<T>> {
    word_of(key, node, T::ALL, cx)
}

/// One of some words of a closed set.
pub(super) fn word_of<T: Word>(
    key: &str,
    node: &Node,
    some: &[T],
    cx: &mut Context<'_>,
) -> Option<Spanned<T>> {
    let text = string(key, node, cx)?;
    let found = some.iter().find(|word| word.as_str() == &*text.value);
    if found.is_none() {
        let message = format!("`{}` is not a value of `{key}`", excerpt(&text.value));
        let names = some.iter().map(|word| word.as_str());
        // `Higher is better` begins with the word that was meant.
        let lower = text.value.to_lowercase();
        let first = lower.split(|c: char| !c.is_alphanumeric()).next();
        let first = names.clone().find(|name| Some(*name) == first);
        let near = nearest(&text.value.replace([' ', '_'], "-"), names.clone()).or(first);
        let help = near.map(|near| format!("did you mean `{near}`?"));
        let help = help.or_else(|| did_you_mean(&text.value, names));
        cx.say(Diagnostic::new(Code::UnknownValue, text.span, message).maybe_help(help));
    }
    found.map(|word| Spanned::new(*word, text.span))
}

/// `true` or `false`.
pub(super) fn boolean(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<bool> {
    const EXPECTED: &str = "`true` or `false`";
    let text = scalar(key, node, EXPECTED, cx)?;
    match &*text.value {
        "true" => Some(true),
        "false" => Some(false),
        other => {
            let help = match other.to_lowercase().as_str() {
                "yes" | "on" | "true" => Some(format!("write `{key}: true`")),
                "no" | "off" | "false" => Some(format!("write `{key}: false`")),
                _ => None,
            };
            let wrong = wrong_type(&format!("`{key}`"), EXPECTED, node);
            cx.say(wrong.maybe_help(help));
            None
        }
    }
}

/// A whole number from `least` to `most`, both included; `unit` follows "a whole number" in
/// messages: ` of per cent`, or nothing.
pub(super) fn integer(
    key: &str,
    node: &Node,
    (least, most): (i64, i64),
    cx: &mut Context<'_>,
) -> Option<Spanned<i64>> {
    let text = scalar(key, node, "a whole number", cx)?;
    let digits = text.value.strip_prefix('-').unwrap_or(&text.value);
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, "0"));
    let numeric = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if !numeric(whole) || !numeric(fraction) {
        let alone = digits.trim_end_matches(['%', ' ']);
        let help = if numeric(alone) {
            format!("write the number alone: `{key}: {alone}`")
        } else {
            format!("write it in digits, such as `{key}: 1`")
        };
        cx.say(wrong_type(&format!("`{key}`"), "a whole number", node).help(help));
        return None;
    }
    let number = text.value.parse().ok();
    if let Some(number) = number.filter(|number| (least..=most).contains(number)) {
        return Some(Spanned::new(number, text.span));
    }
    let message = if digits.contains('.') {
        format!("`{key}` is `{}`, which is not a whole number", text.value)
    } else {
        format!("`{key}` is `{}`, which is out of range", text.value)
    };
    let help = if (least, most) == ANY {
        "it takes a whole number such as `1`".to_owned()
    } else {
        format!("it takes a whole number from {least} to {most}")
    };
    cx.say(Diagnostic::new(Code::OutOfRange, text.span, message).help(help));
    None
}

/// The range of a place in an order.
pub(super) const ANY: (i64, i64) = (i64::MIN, i64::MAX);

/// A place in an order: any whole number.
pub(super) fn order(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<i64> {
    integer(key, node, ANY, cx).map(|order| order.value)
}

/// An id; where it is not one, what is nearest to it, so that the item it names is still checked.
pub(super) fn id(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Id>> {
    let text = string(key, node, cx)?;
    if let Some(id) = Id::parse(&text.value) {
        return Some(Spanned::new(id, text.span));
    }
    let near = near_id(&text.value);
    let message = format!("`{}` is not an id", excerpt(&text.value));
    let help = format!("ids hold {}: `{near}`, say", letters(&text.value));
    cx.say(Diagnostic::new(Code::BadId, text.span, message).help(help));
    Some(Spanned::new(near, text.span))
}

/// What an id is made of, for the help on `name`, which is none.
pub(super) fn letters(name: &str) -> &'static str {
    let fine = |c: char| c.is_alphanumeric() || c == '-';
    if name.chars().all(fine) && !is_portable(name) {
        "letters, digits and hyphens, and none is a name that Windows keeps for devices"
    } else {
        "letters, digits and hyphens"
    }
}

/// The id that `name` comes nearest to.
pub(super) fn near_id(name: &str) -> Id {
    let mut near = String::new();
    for c in name.chars() {
        if c.is_alphanumeric() {
            near.push(c);
        } else if !near.is_empty() && !near.ends_with('-') {
            near.push('-');
        }
    }
    let near = near.trim_end_matches('-');
    let near = if near.is_empty() { "unnamed" } else { near };
    // Nothing that Windows keeps for devices ends like this.
    let near = Id::parse(near).or_else(|| Id::parse(&format!("{near}-1")));
    near.expect("letters, digits and hyphens are an id")
}

/// The parts of a name, numbers in it by their value: 2.10 stands behind 2.9.
pub(super) fn natural(id: &str) -> Vec<(u64, String)> {
    let parts = id.split(['.', '-', '/']);
    let part = |part: &str| match part.parse() {
        Ok(number) => (number, String::new()),
        Err(_) => (u64::MAX, part.to_owned()),
    };
    parts.map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::natural;

    #[test]
    fn codes_are_in_the_order_of_their_numbers() {
        let mut codes = ["2.10", "2.9", "10.1", "2", "a", "2.9-b"];
        codes.sort_by_key(|code| natural(code));
        assert_eq!(codes, ["2", "2.9", "2.9-b", "2.10", "10.1", "a"]);
    }
}
