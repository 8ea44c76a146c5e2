//! The site to begin with, in the languages that are asked for.
//!
//! `starter/content/` holds it once, in all of its languages:
//!
//! - `improve.cy.md` is a text in one language, and `objective.md` the front matter of all of them.
//! - In YAML every text stands by language, under a key of its own: `en:` and `cy:` below `title:`.
//!   For one language alone that becomes a plain text.
//! - What is part of an address, or an id, stands in guillemets, by its first name in
//!   `starter/names.csv`, which has it in each language. As a `slug` it is its addresses in all languages
//!   but the first.
//!
//! Comments are kept as they are. A column of names and a text beside each text make another language.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    path::{Path, PathBuf},
};

use include_dir::{Dir, include_dir};

use crate::author::init::files_of;

static STARTER: Dir = include_dir!("$CARGO_MANIFEST_DIR/src/author/starter/content");

/// What is named in addresses: a row a name, a column a language. Sources name it as the first does.
const NAMES: &str = include_str!("starter/names.csv");

/// The languages that the starter site is written in, by their tags.
pub fn starter_languages() -> Vec<&'static str> {
    let head = NAMES.lines().next().unwrap_or_default();
    head.split(',').collect()
}

/// The files of the starter site in `languages`, the first of which is the site's first, by path.
pub(super) fn starter(languages: &[&str]) -> BTreeMap<PathBuf, String> {
    let names = Names::of(languages);
    let mut written = BTreeMap::new();
    let mut texts: BTreeMap<PathBuf, Texts<'_>> = BTreeMap::new();
    for (path, bytes) in files_of(&STARTER) {
        let text = std::str::from_utf8(bytes).unwrap_or_default();
        let target = Path::new("content").join(names.path(&path));
        if path.extension().is_none_or(|it| it != "md") {
            written.insert(target, names.fill(whole(text, languages)));
            continue;
        }
        let stem = target.with_extension("");
        let tag = stem.extension().and_then(|it| it.to_str());
        match starter_languages().into_iter().find(|it| tag == Some(it)) {
            Some(language) => {
                let texts = texts.entry(stem.with_extension("")).or_default();
                texts.bodies.insert(language, text);
            }
            None => texts.entry(stem).or_default().front = text,
        }
    }
    for (stem, text) in texts {
        for (at, language) in languages.iter().enumerate() {
            let (ending, front) = if at == 0 {
                ("md".to_owned(), whole(text.front, &[language]))
            } else {
                (format!("{language}.md"), words(text.front, language))
            };
            let body = text.bodies.get(language).copied().unwrap_or_default();
            let mut lines: Vec<String> = Vec::new();
            if !front.is_empty() {
                lines.push("---".to_owned());
                lines.extend(front);
                lines.push("---".to_owned());
                lines.push(String::new());
            }
            lines.extend(body.lines().map(str::to_owned));
            written.insert(stem.with_extension(ending), names.fill(lines));
        }
    }
    written
}

/// The files of one Markdown text.
#[derive(Default)]
struct Texts<'s> {
    front: &'s str,
    bodies: BTreeMap<&'s str, &'s str>,
}

/// The names in the languages that are asked for.
struct Names<'l> {
    languages: &'l [&'l str],
    /// Each name by language, by the one that the sources use.
    rows: BTreeMap<&'static str, BTreeMap<&'static str, &'static str>>,
}

impl<'l> Names<'l> {
    fn of(languages: &'l [&'l str]) -> Self {
        let row = |line: &'static str| {
            let names = starter_languages().into_iter().zip(line.split(','));
            let source = line.split(',').next().unwrap_or_default();
            (source, names.collect())
        };
        Self {
            languages,
            rows: NAMES.lines().skip(1).map(row).collect(),
        }
    }

    /// What this is called in a language.
    fn in_language<'n>(&self, name: &'n str, language: &str) -> &'n str
    where
        'static: 'n,
    {
        let row = self.rows.get(name);
        row.and_then(|row| row.get(language).copied())
            .unwrap_or(name)
    }

    /// What it is called in the site's first language.
    fn first<'n>(&self, name: &'n str) -> &'n str {
        let first = self.languages.first().copied().unwrap_or_default();
        self.in_language(name, first)
    }

    /// A path of the sources as it is to be.
    fn path(&self, path: &Path) -> PathBuf {
        let part = |part: &std::path::Component<'_>| {
            let part = part.as_os_str().to_str().unwrap_or_default();
            match part.split_once('.') {
                Some((name, ending)) => format!("{}.{ending}", self.first(name)),
                None => self.first(part).to_owned(),
            }
        };
        path.components().map(|it| part(&it)).collect()
    }

    /// The lines as a file, with every name in its place.
    fn fill(&self, lines: impl IntoIterator<Item = String>) -> String {
        let lines = lines.into_iter();
        let filled: Vec<_> = lines.filter_map(|line| self.filled(&line)).collect();
        filled.join("\n") + "\n"
    }

    /// A line with its names; none where it gives the addresses in other languages and there are none.
    fn filled(&self, line: &str) -> Option<String> {
        let mut filled = String::new();
        let mut rest = line;
        while let Some((before, name, after)) = marked(rest) {
            filled.push_str(before);
            if before.trim() == "slug:" {
                let others = self.languages.get(1..).unwrap_or_default().iter();
                let others: Vec<_> = others
                    .map(|it| format!("{it}: {}", self.in_language(name, it)))
                    .collect();
                if others.is_empty() {
                    return None;
                }
                let _ = write!(filled, "{{{}}}", others.join(", "));
            } else if name == "languages" {
                let _ = write!(filled, "[{}]", self.languages.join(", "));
            } else {
                filled.push_str(self.first(name));
            }
            rest = after;
        }
        filled.push_str(rest);
        Some(filled)
    }
}

/// What stands in the first guillemets, and what stands around them.
fn marked(line: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = line.split_once('«')?;
    let (name, after) = rest.split_once('»')?;
    Some((before, name, after))
}

/// A piece of the sources' YAML.
enum Piece<'s> {
    /// A line that is the same in every language.
    Line(&'s str),
    /// A text.
    Text(Text<'s>),
}

/// A text by language.
struct Text<'s> {
    /// Its key and all that stands before it, with the colon.
    key: &'s str,
    /// The comment behind the key, with a blank before it; else empty.
    comment: String,
    /// How far the key is set in, and how far the languages below it are.
    column: usize,
    inner: usize,
    /// What stands behind each language's tag, and the lines below that.
    by_language: BTreeMap<&'static str, (&'s str, Vec<&'s str>)>,
}

impl Text<'_> {
    /// The text in one language, as a plain value of its key.
    fn plain(&self, language: &str) -> Vec<String> {
        let Some((value, below)) = self.by_language.get(language) else {
            return Vec::new();
        };
        let first = format!("{} {value}{}", self.key, self.comment);
        let further = below
            .iter()
            .map(|line| line[self.inner - self.column..].to_owned());
        std::iter::once(first).chain(further).collect()
    }

    /// The text in several languages, in their order.
    fn mapped(&self, languages: &[&str]) -> Vec<String> {
        let mut lines = vec![format!("{}{}", self.key, self.comment)];
        for language in languages {
            if let Some((value, below)) = self.by_language.get(language) {
                lines.push(format!("{:1$}{language}: {value}", "", self.inner));
                lines.extend(below.iter().map(|line| (*line).to_owned()));
            }
        }
        lines
    }
}

/// The sources' YAML in these languages.
fn whole(yaml: &str, languages: &[&str]) -> Vec<String> {
    let written = pieces(yaml).into_iter().flat_map(|piece| match piece {
        Piece::Line(line) => vec![line.to_owned()],
        Piece::Text(text) => match languages {
            [language] => text.plain(language),
            languages => text.mapped(languages),
        },
    });
    written.collect()
}

/// The texts alone, in one language, each under the keys that it stands in.
fn words(yaml: &str, language: &str) -> Vec<String> {
    let mut above: Vec<&str> = Vec::new();
    let mut written = Vec::new();
    for piece in pieces(yaml) {
        match piece {
            Piece::Line(line) => {
                above.retain(|other| column(other) < column(line));
                above.push(line);
            }
            Piece::Text(text) => {
                above.retain(|other| column(other) < text.column);
                written.extend(above.drain(..).map(str::to_owned));
                written.extend(text.plain(language));
            }
        }
    }
    written
}

fn pieces(yaml: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut lines = yaml.lines().peekable();
    while let Some(line) = lines.next() {
        let text = key(line).zip(lines.peek().copied());
        let text = text.filter(|(_, next)| tagged(next).is_some() && set_in(next) > column(line));
        let Some(((key, comment), next)) = text else {
            pieces.push(Piece::Line(line));
            continue;
        };
        let (column, inner) = (column(line), set_in(next));
        let mut by_language = BTreeMap::new();
        let mut last: Option<&mut (&str, Vec<&str>)> = None;
        while let Some(line) = lines.next_if(|line| set_in(line) > column) {
            match tagged(line).filter(|_| set_in(line) == inner) {
                Some((language, value)) => {
                    last = Some(by_language.entry(language).or_insert((value, Vec::new())));
                }
                None => {
                    if let Some((_, below)) = &mut last {
                        below.push(line);
                    }
                }
            }
        }
        pieces.push(Piece::Text(Text {
            key,
            comment,
            column,
            inner,
            by_language,
        }));
    }
    pieces
}

/// The key of a line that holds nothing else but a comment, and the comment.
fn key(line: &str) -> Option<(&str, String)> {
    if line.trim_start().starts_with('#') {
        return None;
    }
    match line.split_once(": #") {
        Some((key, comment)) => Some((&line[..=key.len()], format!(" #{comment}"))),
        None => line.ends_with(':').then(|| (line, String::new())),
    }
}

/// The language that a line gives a text in, and what stands behind its tag.
fn tagged(line: &str) -> Option<(&'static str, &str)> {
    let (tag, value) = line.trim_start().split_once(": ")?;
    let mut languages = starter_languages().into_iter();
    let language = languages.find(|language| *language == tag)?;
    Some((language, value))
}

/// How far the line is set in; 0 for a blank one.
fn set_in(line: &str) -> usize {
    line.find(|c| c != ' ').unwrap_or_default()
}

/// How far its key is set in, behind the hyphen of a list.
fn column(line: &str) -> usize {
    line.find(|c| !matches!(c, ' ' | '-')).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const YAML: &str = "# Note.\nserves: [a]\nways:\n  long:\n    en: Now\n    cy: Nawr\nlist:\n  \
                        - name: # who\n      en: >-\n        One\n        two\n      cy: Un\n    value: 3\n";

    #[test]
    fn a_text_in_one_language_is_plain() {
        assert_eq!(
            whole(YAML, &["en"]).join("\n"),
            "# Note.\nserves: [a]\nways:\n  long: Now\nlist:\n  - name: >- # who\n      One\n      two\n    value: 3"
        );
        assert_eq!(
            whole(YAML, &["cy"]).join("\n"),
            "# Note.\nserves: [a]\nways:\n  long: Nawr\nlist:\n  - name: Un # who\n    value: 3"
        );
    }

    #[test]
    fn in_several_languages_the_first_comes_first() {
        assert_eq!(whole(YAML, &["en", "cy"]).join("\n") + "\n", YAML);
        let turned = whole(YAML, &["cy", "en"]).join("\n");
        assert!(
            turned.contains("long:\n    cy: Nawr\n    en: Now\n"),
            "{turned}"
        );
    }

    #[test]
    fn a_translation_holds_the_words_alone() {
        assert_eq!(
            words(YAML, "cy").join("\n"),
            "ways:\n  long: Nawr\nlist:\n  - name: Un # who"
        );
    }

    #[test]
    fn names_stand_in_the_first_language_and_addresses_in_the_others() {
        for (languages, line, expected) in [
            (
                &["en"][..],
                "- id: «warm-homes» # x",
                Some("- id: warm-homes # x"),
            ),
            (&["en"], "  slug: «warm-homes»", None),
            (
                &["cy", "en"],
                "a:«warm-homes».b «cold-homes»",
                Some("a:cartrefi-cynnes.b cartrefi-oer"),
            ),
            (
                &["cy", "en"],
                "  slug: «warm-homes» # x",
                Some("  slug: {en: warm-homes} # x"),
            ),
            (
                &["en", "cy"],
                "languages: «languages»",
                Some("languages: [en, cy]"),
            ),
        ] {
            let filled = Names::of(languages).filled(line);
            assert_eq!(filled.as_deref(), expected, "{languages:?} {line}");
        }
    }

    /// Whoever writes a text in one language writes it in the others, and names only what has names.
    #[test]
    fn every_text_and_name_is_there_in_every_language() {
        let languages = starter_languages();
        let names = Names::of(&languages);
        for (name, row) in &names.rows {
            assert_eq!(row.len(), languages.len(), "{name}");
        }
        let mut bodies: BTreeMap<PathBuf, usize> = BTreeMap::new();
        for (path, bytes) in files_of(&STARTER) {
            let text = std::str::from_utf8(bytes).unwrap();
            for line in text.lines() {
                let mut rest = line;
                while let Some((_, name, after)) = marked(rest) {
                    let known = name == "languages" || names.rows.contains_key(name);
                    assert!(known, "{}: {name}", path.display());
                    rest = after;
                }
            }
            let stem = path.with_extension("");
            if stem.extension().is_some() {
                *bodies.entry(stem.with_extension("")).or_default() += 1;
                continue;
            }
            for piece in pieces(text) {
                if let Piece::Text(text) = piece {
                    let all = text.by_language.len() == languages.len();
                    assert!(all, "{}: {}", path.display(), text.key);
                }
            }
        }
        assert!(!bodies.is_empty());
        for (stem, count) in bodies {
            assert_eq!(count, languages.len(), "{}", stem.display());
        }
    }
}
