//! translations.yaml as it is written.

use std::{collections::BTreeMap, fmt::Write as _};

use crate::{
    model::{Language, Model},
    translation::{Translatable, mark, targets},
};

/// The file's path from the content folder.
pub const FILE: &str = "translations.yaml";

const HEAD: &str = "\
# Which text in the first language each translation was last checked against.
# `goldenthread translations review` writes this file: keep it with the content, and leave it alone.
";

/// The file as it is to be, where the translations that `chosen` picks by text and language have
/// been checked against the first language's texts. What else was kept stays as it was, as long as
/// the text and its translation are there.
///
/// One line a text, in the order of addresses, so that two people's reviews merge line by line and
/// the same reviews always give the same bytes.
pub fn record(
    texts: &[Translatable<'_>],
    model: &Model,
    mut chosen: impl FnMut(&Translatable<'_>, &Language) -> bool,
) -> String {
    let mut lines: BTreeMap<String, BTreeMap<&Language, String>> = BTreeMap::new();
    for text in texts {
        let Some(source) = text.texts.get(model.settings.first_language()) else {
            continue;
        };
        let address = text.address();
        for language in targets(model) {
            if !text.texts.contains_key(language) {
                continue;
            }
            let kept = model.reviews.mark(&address, language);
            let mark = if chosen(text, language) {
                Some(mark(source.text))
            } else {
                kept.map(str::to_owned)
            };
            if let Some(mark) = mark {
                let line = lines.entry(address.clone()).or_default();
                line.insert(language, mark);
            }
        }
    }
    let mut file = HEAD.to_owned();
    for (address, marks) in lines {
        let marks: Vec<_> = marks
            .into_iter()
            .map(|(language, mark)| format!("{language}: {}", key(&mark)))
            .collect();
        let _ = writeln!(file, "{}: {{{}}}", key(&address), marks.join(", "));
    }
    file
}

/// A text as YAML reads it in one piece: in quotes where it has more than plain characters.
fn key(text: &str) -> String {
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '.' | '-' | '_' | '#');
    let begins = |c: char| c.is_alphanumeric();
    if text.starts_with(begins) && text.chars().all(plain) {
        text.to_owned()
    } else {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }
}

/// Whether `wanted` names the text as it stands in `language`: by what it is [alone](Translatable::alone)
/// called, the item or file that it is in, or a folder around that, for every language; or by the file
/// of its translation (`about.cy.md`), for that language alone. With `content/` before it or without.
pub fn selects(wanted: &str, text: &Translatable<'_>, language: &Language) -> bool {
    let wanted = wanted.strip_prefix("./").unwrap_or(wanted);
    let wanted = wanted.strip_prefix("content").map_or(wanted, |rest| {
        if rest.is_empty() || rest.starts_with('/') {
            rest
        } else {
            wanted
        }
    });
    let wanted = wanted.trim_matches('/');
    let address = text.alone();
    let names = |wanted: &str| {
        let rest = address.strip_prefix(wanted);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(['/', '#', '.']))
    };
    if wanted.is_empty() || names(wanted) {
        return true;
    }
    let (file, field) = match wanted.split_once('#') {
        Some((file, field)) => (file, format!("#{field}")),
        None => (wanted, String::new()),
    };
    let stem = file.strip_suffix(&format!(".{language}.md"));
    stem.is_some_and(|stem| names(&format!("{stem}.md{field}")))
}
