//! Every text is there in each of the site's languages, and says what the first says.

use std::collections::BTreeMap;

use crate::{
    check::{Check, Rule},
    model::{Language, Model},
    text::{Code, Diagnostic, Diagnostics, Severity, Span},
    translation::{Form, State, Translatable, targets},
};

/// A published text is there in every language of the site, and none was left behind when the
/// first language's changed. In a draft both are warnings. Of a translation that nobody has
/// reviewed yet nothing is known, and nothing is said.
pub const RULE: Rule = Rule {
    codes: &[Code::TranslationMissing, Code::TranslationStale],
    check: Check::Texts(check),
};

fn check(texts: &[Translatable<'_>], model: &Model, diagnostics: &mut Diagnostics) {
    let mut files: BTreeMap<&str, Vec<&Translatable<'_>>> = BTreeMap::new();
    for text in texts {
        files.entry(&text.file).or_default().push(text);
    }
    for (file, in_file) in files {
        for language in model.languages() {
            let certain = in_file.iter().filter(|text| {
                let missing = text.state(language, model) == State::Missing;
                !(missing && may_be_unread(text, language, model))
            });
            let texts: Vec<_> = certain.copied().collect();
            let states = || texts.iter().map(|text| text.state(language, model));
            let none = states().all(|state| state == State::Missing);
            if texts.len() > 1 && texts.len() == in_file.len() && none {
                diagnostics.extend(whole(file, &texts, language, model));
                continue;
            }
            for (text, state) in texts.iter().zip(states()) {
                diagnostics.extend(match state {
                    State::Missing => missing(text, language, model),
                    State::Stale => stale(text, language, model),
                    State::Unreviewed | State::Reviewed => None,
                });
            }
        }
    }
}

/// Whether reading found an error where the text in `language` would stand: in the file of the
/// translation, or beside the text.
fn may_be_unread(text: &Translatable<'_>, language: &Language, model: &Model) -> bool {
    let Some((_, piece)) = text.first(model) else {
        return false;
    };
    let own = piece.span;
    if text.form == Form::Markdown {
        let folder = text.file.rsplit_once('/').map_or("", |(folder, _)| folder);
        let path = format!("{folder}/{}", translated(&text.file, language, model));
        let mut faulty = model.faults.files().into_iter();
        if faulty.any(|source| model.sources.get(source).path().ends_with(&path)) {
            return true;
        }
    }
    // The languages of a text stand on its line, or on the lines beside it.
    let written = model.sources.get(own.source).text();
    let (before, behind) = (&written[..own.range().start], &written[own.range().end..]);
    let mut above = before.rmatch_indices('\n').map(|(at, _)| at + 1);
    let start = above.nth(1).unwrap_or_default();
    let mut below = behind
        .match_indices('\n')
        .map(|(at, _)| own.range().end + at);
    let end = below.nth(1).unwrap_or(written.len());
    let around = Span::new(own.source, start, end);
    model.faults.within(around)
}

/// Nothing of a file is translated: said once.
fn whole(
    file: &str,
    texts: &[&Translatable<'_>],
    language: &Language,
    model: &Model,
) -> Option<Diagnostic> {
    let text = texts.first()?;
    let (_, piece) = text.first(model)?;
    let place = Span::file(piece.span.source);
    let count = texts.len();
    let message = format!("none of the {count} texts of this file is there in `{language}`");
    let help = match text.form {
        Form::Markdown => format!("write `{}` beside it", translated(file, language, model)),
        form => how(form, text, language, model),
    };
    let found = Diagnostic::new(Code::TranslationMissing, place, message).help(help);
    Some(weighed(found, text))
}

fn missing(text: &Translatable<'_>, language: &Language, model: &Model) -> Option<Diagnostic> {
    let (_, piece) = text.first(model)?;
    let message = if text.field.is_empty() {
        format!("this text is not there in `{language}`")
    } else {
        format!("`{}` is not there in `{language}`", text.field)
    };
    let help = match text.form {
        Form::Markdown => {
            let file = translated(&text.file, language, model);
            if text.field.is_empty() {
                format!("write it in `{file}`")
            } else {
                let key = text.field.split('.').next().unwrap_or_default();
                format!("give it in the front matter of `{file}`, under `{key}`")
            }
        }
        form => how(form, text, language, model),
    };
    let found = Diagnostic::new(Code::TranslationMissing, piece.span, message).help(help);
    Some(weighed(found, text))
}

fn stale(text: &Translatable<'_>, language: &Language, model: &Model) -> Option<Diagnostic> {
    let first = model.settings.first_language();
    let piece = text.texts.get(language)?;
    let source = text.texts.get(first)?;
    let what = if text.field.is_empty() {
        "this text"
    } else {
        &format!("`{}`", text.field)
    };
    let message = format!(
        "{what} in `{language}` was last checked against another text than `{first}` has now"
    );
    let only = match targets(model) {
        [_] => String::new(),
        _ => format!(" --language {language}"),
    };
    let help = format!(
        "bring it up to date, then say so: `goldenthread translations review {}{only}`",
        text.alone()
    );
    let found = Diagnostic::new(Code::TranslationStale, piece.span, message)
        .label(source.span, "the text now")
        .help(help);
    Some(weighed(found, text))
}

/// How a text is written in several languages.
fn how(form: Form, text: &Translatable<'_>, language: &Language, model: &Model) -> String {
    let key = text.field.rsplit('.').next().unwrap_or_default();
    let each: Vec<_> = model
        .languages()
        .iter()
        .map(|it| format!("{it}: …"))
        .collect();
    let each = each.join(", ");
    match form {
        Form::Csv if language == model.settings.first_language() => {
            format!("give it in the column `{key}`")
        }
        Form::Csv => format!("give it in a column `{key}.{language}`"),
        Form::Markdown | Form::Yaml => format!(
            "write each language's: `{key}: {{{each}}}`, or `{{all: …}}` for \
             what is the same in each"
        ),
    }
}

/// The name that a Markdown file has in a language.
fn translated(file: &str, language: &Language, model: &Model) -> String {
    let name = file.rsplit('/').next().unwrap_or(file);
    if language == model.settings.first_language() {
        return name.to_owned();
    }
    let stem = name.strip_suffix(".md").unwrap_or(name);
    format!("{stem}.{language}.md")
}

fn weighed(found: Diagnostic, text: &Translatable<'_>) -> Diagnostic {
    if text.published {
        found
    } else {
        found.severity(Severity::Warning)
    }
}
