//! How far the texts of a site are translated, as a list for people, spreadsheets and programs.

use std::fmt::Write as _;

use serde::Serialize;

use crate::{
    model::{Language, Model},
    terminal::plural,
    translation::{Coverage, State, Translatable, targets},
};

/// One text in one language. The fields, their names and their order are a promise to other
/// programs.
#[derive(Debug, Serialize)]
pub struct Row<'a> {
    /// The file to look into: the translation's where there is one, else the first language's.
    pub file: &'a str,
    /// The line in it, counted from 1.
    pub line: usize,
    /// The text's name among all of the site.
    pub address: String,
    /// The language it is translated into, by tag.
    pub language: &'a str,
    /// `missing`, `stale`, `unreviewed` or `reviewed`.
    pub state: &'static str,
    /// The text in the first language that has it.
    pub text: &'a str,
    /// The translation.
    pub translation: Option<&'a str>,
}

/// Every text in every language but the site's first, and those that the first lacks.
pub fn rows<'a>(texts: &'a [Translatable<'a>], model: &'a Model) -> Vec<Row<'a>> {
    let mut rows = Vec::new();
    for text in texts {
        let Some((_, first)) = text.first(model) else {
            continue;
        };
        for language in model.languages() {
            let state = text.state(language, model);
            let is_first = language == model.settings.first_language();
            if is_first && state != State::Missing {
                continue;
            }
            let translation = text.texts.get(language);
            let span = translation.unwrap_or(first).span;
            let source = model.sources.get(span.source);
            rows.push(Row {
                file: source.path(),
                line: source.location(span.start as usize).line,
                address: text.address(),
                language: language.as_str(),
                state: state.as_str(),
                text: first.text.trim(),
                translation: translation.map(|piece| piece.text.trim()),
            });
        }
    }
    rows
}

/// What is to be done, file by file, and the counts.
pub fn to_human(texts: &[Translatable<'_>], model: &Model) -> String {
    if targets(model).is_empty() {
        return "the site is in one language: there is nothing to translate\n".to_owned();
    }
    let rows = rows(texts, model);
    let mut list = String::new();
    let mut open = "";
    for row in &rows {
        if row.state == State::Reviewed.as_str() {
            continue;
        }
        let file = row.address.split('#').next().unwrap_or_default();
        if file != open {
            let _ = writeln!(list, "{file}");
            open = file;
        }
        let field = row.address.split_once('#').map_or("text", |(_, it)| it);
        let Row {
            state,
            language,
            file,
            line,
            ..
        } = row;
        let _ = writeln!(list, "  {state:<10}  {language}  {field}  {file}:{line}");
    }
    if !list.is_empty() {
        list.push('\n');
    }
    for language in targets(model) {
        list += &coverage_line(texts, language, model);
    }
    list
}

/// The counts of a language in one line: `cy: 131 texts, 2 missing, 1 stale, 128 reviewed`. States
/// that no text is in are left out.
pub fn coverage_line(texts: &[Translatable<'_>], language: &Language, model: &Model) -> String {
    let coverage = Coverage::of(texts, language, model);
    let mut line = format!("{language}: {}", plural(coverage.all(), "text", "texts"));
    for state in State::ALL {
        let count = coverage.get(state);
        if count > 0 {
            let _ = write!(line, ", {count} {}", state.as_str());
        }
    }
    line.push('\n');
    line
}

/// Every row as a line of a table, the headings first, as spreadsheets open it.
///
/// # Panics
///
/// Only where memory runs out.
pub fn to_csv(rows: &[Row<'_>]) -> String {
    // Spreadsheets take a file without this mark for one in an old code page.
    let mut writer = csv::Writer::from_writer("\u{feff}".as_bytes().to_vec());
    for row in rows {
        let written = writer.serialize(row);
        written.expect("every row has the same columns, and memory takes them");
    }
    let bytes = writer.into_inner().expect("memory takes every byte");
    String::from_utf8_lossy(&bytes).into_owned()
}

/// Every row as an object of an array.
pub fn to_json(rows: &[Row<'_>]) -> String {
    format!("{:#}\n", serde_json::json!(rows))
}
