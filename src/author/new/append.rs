//! Adding to files that somebody wrote, of which every byte stays as it is.

use std::collections::BTreeMap;

use crate::{
    author::new::csv,
    model::Language,
    syntax::{self, Node, Table, Value},
    text::{Source, Sources},
};

/// Adds an item to the list that a file is. None where the result would not be the list with one
/// more item.
pub(super) fn to_list(text: &str, id: &str, item: &dyn Fn(usize) -> String) -> Option<String> {
    let before = parsed(text).ok()?;
    let added = match before.as_ref().map(|node| &node.value) {
        None | Some(Value::Null) => at_end(text, &item(0)),
        Some(Value::Sequence(items)) => after_last(text, items, item)?,
        Some(_) => return None,
    };
    let count = |node: &Option<Node>| match node.as_ref().map(|node| &node.value) {
        Some(Value::Sequence(items)) => ids(items),
        _ => Vec::new(),
    };
    let after = parsed(&added).ok()?;
    is_one_more(&count(&before), &count(&after), id).then_some(added)
}

/// Adds an item to a group of the mapping that a file is, which need not have the group yet. None
/// where the result would not be the mapping with one more item in that group.
pub(super) fn to_group(
    text: &str,
    group: &str,
    id: &str,
    item: &dyn Fn(usize) -> String,
) -> Option<String> {
    let before = parsed(text).ok()?;
    let groups = match before.as_ref().map(|node| &node.value) {
        None | Some(Value::Null) => &[][..],
        Some(Value::Mapping(groups)) => groups,
        Some(_) => return None,
    };
    let own = groups.iter().find(|entry| &*entry.key.value == group);
    let added = match own.map(|entry| (&entry.key, &entry.value.value)) {
        None => {
            let gap = if groups.is_empty() { "" } else { "\n" };
            at_end(text, &format!("{gap}{group}:\n{}", item(2)))
        }
        Some((key, Value::Null)) => insert(text, key.span.end as usize, &item(2)),
        Some((_, Value::Sequence(items))) => after_last(text, items, item)?,
        Some(_) => return None,
    };
    let found = |node: &Option<Node>, wanted: bool| match node.as_ref().map(|node| &node.value) {
        Some(Value::Mapping(groups)) => {
            let groups = groups
                .iter()
                .filter(|entry| (&*entry.key.value == group) == wanted);
            let lists = groups.filter_map(|entry| match &entry.value.value {
                Value::Sequence(items) => Some(ids(items)),
                _ => None,
            });
            lists.flatten().collect()
        }
        _ => Vec::new(),
    };
    let after = parsed(&added).ok()?;
    let others = found(&before, false) == found(&after, false);
    let own = is_one_more(&found(&before, true), &found(&after, true), id);
    (others && own).then_some(added)
}

/// The names of the cells that have a value but no column in a table; none where the table cannot be
/// read.
pub(super) fn missing_columns(
    text: &str,
    cells: &BTreeMap<String, String>,
    first: &Language,
) -> Vec<String> {
    let Some(table) = table(text) else {
        return Vec::new();
    };
    let header: Vec<_> = table.header.iter().map(|cell| &*cell.value).collect();
    let filled = cells.iter().filter(|(_, value)| !value.is_empty());
    let missing = filled.filter(|(name, _)| column(&header, name, first).is_none());
    missing.map(|(name, _)| name.clone()).collect()
}

/// The place of the column for a cell: a text in the site's first language stands under its bare name
/// or under that language.
fn column(header: &[&str], name: &str, first: &Language) -> Option<usize> {
    let at = |name: &str| header.iter().position(|it| *it == name);
    let dotted = format!("{name}.{first}");
    let bare = name.strip_suffix(&format!(".{first}"));
    at(name).or_else(|| at(&dotted)).or_else(|| at(bare?))
}

fn table(text: &str) -> Option<Table> {
    let mut sources = Sources::new();
    let source = sources.add(Source::new("measures.csv", text));
    let read = syntax::csv(&sources, source);
    (!read.diagnostics.has_errors()).then_some(read.value)
}

/// Adds a row to a table, with a cell for each column that has a value.
pub(super) fn row(
    text: &str,
    cells: &BTreeMap<String, String>,
    first: &Language,
) -> Option<String> {
    let before = table(text)?;
    let header: Vec<_> = before
        .header
        .iter()
        .map(|cell| cell.value.to_string())
        .collect();
    if header.is_empty()
        || !["group", "id"]
            .iter()
            .all(|name| header.iter().any(|it| it == name))
    {
        return None;
    }
    let names: Vec<_> = header.iter().map(String::as_str).collect();
    let mut values = vec![String::new(); names.len()];
    for (name, value) in cells {
        if let Some(at) = column(&names, name, first) {
            values[at].clone_from(value);
        }
    }
    let added = at_end(text, &csv::line(&values));
    let after = table(&added)?;
    let last = after.rows.last()?;
    let same = last
        .cells
        .iter()
        .map(|cell| &*cell.value)
        .eq(values.iter().map(String::as_str));
    (same && after.rows.len() == before.rows.len() + 1).then_some(added)
}

/// What a text holds, which is nothing where it is blank; an error where something is wrong with it.
fn parsed(text: &str) -> Result<Option<Node>, ()> {
    let mut sources = Sources::new();
    let source = sources.add(Source::new("file.yaml", text));
    let read = syntax::yaml(&sources, source, 0..text.len());
    if read.diagnostics.has_errors() {
        return Err(());
    }
    Ok(read.value)
}

/// The ids of a list's items.
fn ids(items: &[Node]) -> Vec<String> {
    let id = |item: &Node| match &item.value {
        Value::Mapping(entries) => {
            let id = entries.iter().find(|entry| &*entry.key.value == "id");
            id.and_then(|entry| match &entry.value.value {
                Value::Scalar(scalar) => Some(scalar.text.to_string()),
                _ => None,
            })
        }
        _ => None,
    };
    items
        .iter()
        .map(|item| id(item).unwrap_or_default())
        .collect()
}

fn is_one_more(before: &[String], after: &[String], id: &str) -> bool {
    after
        .split_last()
        .is_some_and(|(last, rest)| last == id && rest == before)
}

/// Adds an item behind the last one of a list, as far in as that one, with a blank line between
/// where the others have one.
fn after_last(text: &str, items: &[Node], item: &dyn Fn(usize) -> String) -> Option<String> {
    let last = items.last()?;
    let start = line_start(text, last.span.start as usize);
    let line = &text[start..];
    let indent = line.len() - line.trim_start_matches(' ').len();
    let apart =
        items.len() > 1 && text[..start].trim_end_matches([' ', '\r', '\n']).len() + 2 <= start;
    let apart = apart
        && text[..start]
            .lines()
            .next_back()
            .is_some_and(|line| line.trim().is_empty());
    let gap = if apart { "\n" } else { "" };
    Some(insert(
        text,
        last.span.end as usize,
        &format!("{gap}{}", item(indent)),
    ))
}

fn line_start(text: &str, at: usize) -> usize {
    text[..at].rfind('\n').map_or(0, |end| end + 1)
}

/// Puts lines behind the line that holds the byte `at`.
fn insert(text: &str, at: usize, lines: &str) -> String {
    let end = text[at..].find('\n').map_or(text.len(), |end| at + end + 1);
    let (before, after) = text.split_at(end);
    format!("{}{after}", at_end(before, lines))
}

/// Puts lines at the end of a text, with its own line ends.
fn at_end(text: &str, lines: &str) -> String {
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let open = if text.is_empty() || text.ends_with('\n') {
        ""
    } else {
        ending
    };
    format!("{text}{open}{}", lines.replace('\n', ending))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(indent: usize) -> String {
        let pad = " ".repeat(indent);
        format!("{pad}- id: new\n{pad}  title: New\n")
    }

    #[test]
    fn a_list_keeps_every_byte_and_gets_one_more() {
        for (text, added) in [
            ("", "- id: new\n  title: New\n"),
            ("# None yet.\n", "# None yet.\n- id: new\n  title: New\n"),
            (
                "- id: a # first",
                "- id: a # first\n- id: new\n  title: New\n",
            ),
            ("- id: a\r\n", "- id: a\r\n- id: new\r\n  title: New\r\n"),
            (
                "- id: a\n  c: |\n    text\n\n\n  # more\n",
                "- id: a\n  c: |\n    text\n- id: new\n  title: New\n\n\n  # more\n",
            ),
            (
                "  - id: a\n\n  - id: b\n",
                "  - id: a\n\n  - id: b\n\n  - id: new\n    title: New\n",
            ),
        ] {
            assert_eq!(
                to_list(text, "new", &item).as_deref(),
                Some(added),
                "{text}"
            );
        }
        for text in ["[{id: a}]\n", "a: 1\n", "- id: [\n"] {
            assert_eq!(to_list(text, "new", &item), None, "{text}");
        }
    }

    #[test]
    fn a_group_is_found_or_begun() {
        for (text, added) in [
            ("", "how-much:\n  - id: new\n    title: New\n"),
            (
                "how-well:\n- id: a\n",
                "how-well:\n- id: a\n\nhow-much:\n  - id: new\n    title: New\n",
            ),
            (
                "how-much:\nhow-well:\n- id: a\n",
                "how-much:\n  - id: new\n    title: New\nhow-well:\n- id: a\n",
            ),
            (
                "how-much:\n- id: a\n\nhow-well:\n- id: b\n",
                "how-much:\n- id: a\n- id: new\n  title: New\n\nhow-well:\n- id: b\n",
            ),
        ] {
            let found = to_group(text, "how-much", "new", &item);
            assert_eq!(found.as_deref(), Some(added), "{text}");
        }
        assert_eq!(
            to_group("how-much: [{id: a}]\n", "how-much", "new", &item),
            None
        );
    }

    #[test]
    fn a_table_gets_a_row_by_its_own_columns() {
        let cells = [
            ("id", "new"),
            ("group", "how-much"),
            ("title", "New, \"and\" better"),
        ];
        let cells = cells
            .map(|(name, value)| (name.to_owned(), value.to_owned()))
            .into();
        let first = Language::parse("en").unwrap();
        let added = row("title,group,actual,id\nA,how-well,1,a", &cells, &first);
        let expected =
            "title,group,actual,id\nA,how-well,1,a\n\"New, \"\"and\"\" better\",how-much,,new\n";
        assert_eq!(added.as_deref(), Some(expected));
        assert_eq!(row("title\nA\n", &cells, &first), None);
        let missing = missing_columns("title.en,group\nA,how-well\n", &cells, &first);
        assert_eq!(missing, ["id"]);
    }
}
