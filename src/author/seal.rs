//! The lock file of a published report.

use std::{collections::BTreeMap, fmt::Write as _, io, path::Path};

use crate::{author::write::write_where_other, check::Said};

/// The name of the lock file, in a report's folder.
pub const SEALED: &str = "sealed.yaml";

/// The text of the lock file of what a report says: a line a thing, in the order of names, so that
/// two who seal at the same time can merge what they wrote.
pub fn seal(record: &BTreeMap<String, Said>) -> String {
    let mut text = String::from(
        "# What this report said when it was sealed. `goldenthread seal` writes this file; a build that\n\
         # would change any of it is refused until a correction in report.md says why.\n",
    );
    for (name, said) in record {
        let (name, said) = (quoted(name), quoted(&said.text));
        let _ = writeln!(text, "{name}: {said}");
    }
    text
}

/// A text in quotes: names hold colons, and figures are to stay as they are written. What would break
/// the line is written by its number.
fn quoted(text: &str) -> String {
    let mut quoted = String::from("\"");
    for letter in text.chars() {
        match letter {
            '\\' | '"' => quoted.extend(['\\', letter]),
            '\n' => quoted.push_str("\\n"),
            letter if letter.is_control() || matches!(letter, '\u{2028}' | '\u{2029}') => {
                let _ = write!(quoted, "\\u{:04x}", u32::from(letter));
            }
            letter => quoted.push(letter),
        }
    }
    quoted.push('"');
    quoted
}

/// Writes the lock file of a report of the site folder `root`; answers whether it was another
/// before. The old file stands until the new one is whole.
pub fn write_seal(root: &Path, report: &str, text: &str) -> io::Result<bool> {
    let folder = root.join("content/reports").join(report);
    write_where_other(&folder.join(SEALED), text.as_bytes())
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::*;

    use super::seal;
    use crate::{
        check::Said,
        syntax::{Value, is_control, yaml},
        text::{Source, SourceId, Sources, Span},
    };

    /// What is read of the lock file of a record.
    fn read_back(record: &BTreeMap<String, Said>) -> BTreeMap<String, String> {
        let text = seal(record);
        let mut sources = Sources::new();
        let id = sources.add(Source::new("sealed.yaml", &text));
        let node = yaml(&sources, id, 0..text.len()).value.expect("a document");
        let Value::Mapping(entries) = node.value else {
            panic!("no mapping: {text}");
        };
        let entries = entries.iter().map(|entry| match &entry.value.value {
            Value::Scalar(scalar) => (entry.key.value.to_string(), scalar.text.to_string()),
            other => panic!("{other:?} in {text}"),
        });
        entries.collect()
    }

    fn record(names: &[(String, String)]) -> BTreeMap<String, Said> {
        let mut sources = Sources::new();
        let source: SourceId = sources.add(Source::new("report.md", ""));
        let said = |text: &String| Said {
            text: text.clone(),
            span: Span::new(source, 0, 0),
        };
        let names = names.iter();
        names
            .map(|(name, text)| (name.clone(), said(text)))
            .collect()
    }

    fn texts(record: &BTreeMap<String, Said>) -> BTreeMap<String, String> {
        let said = record.iter();
        said.map(|(name, said)| (name.clone(), said.text.clone()))
            .collect()
    }

    #[test]
    fn what_breaks_a_line_is_read_as_it_was_said() {
        for text in [
            "homes\na month",
            "a\r\nb",
            "\tx",
            "\u{85}",
            "\u{2028}",
            "\"\\n\"",
        ] {
            let record = record(&[(format!("comparator:{text}"), text.to_owned())]);
            assert_eq!(read_back(&record), texts(&record), "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_said_can_be_read(names in proptest::collection::vec((".{0,40}|[\\x00-\\x7f]{0,20}", any::<String>()), 1..4)) {
            // Reading leaves none of these in content.
            let names = names.into_iter().map(|(name, text)| (name.replace(is_control, " "), text.replace(is_control, " ")));
            let names: Vec<_> = names.collect();
            let record = record(&names);
            prop_assert_eq!(read_back(&record), texts(&record));
        }
    }
}
