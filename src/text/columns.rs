//! Helps for what stands in a table, where a key is the name of a column.

/// A help as a table needs it: what it writes as YAML in backticks (`polarity: lower`,
/// `rag: {status: red, reason: …}`) is said by columns and cells.
pub fn in_columns(help: &str) -> String {
    let mut out = String::with_capacity(help.len());
    for (at, part) in help.split('`').enumerate() {
        // Every other part stands between backticks.
        if at % 2 == 0 {
            out.push_str(part);
        } else if let Some(said) = column(part) {
            out.push_str(&said);
        } else {
            out.push('`');
            out.push_str(part);
            out.push('`');
        }
    }
    out
}

/// What is written as a key with its value, by its column; `None` where it is something else.
fn column(yaml: &str) -> Option<String> {
    let (key, value) = yaml.split_once(':')?;
    let is_key = |c: char| c.is_ascii_lowercase() || matches!(c, '_' | '-' | '.');
    if key.is_empty() || !key.chars().all(is_key) || !(value.is_empty() || value.starts_with(' ')) {
        return None;
    }
    let value = value.trim();
    let Some(inner) = value.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else {
        return match value {
            "" => Some(format!("`{key}`")),
            "…" => Some(format!("a text in the column `{key}`")),
            _ => Some(format!("`{value}` in the column `{key}`")),
        };
    };
    let cells = inner.split(',').map(|entry| {
        let (name, value) = entry.split_once(':')?;
        column(&format!("{key}.{}:{value}", name.trim()))
    });
    Some(cells.collect::<Option<Vec<_>>>()?.join(" and "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_as_yaml_is_said_by_columns() {
        for (help, expected) in [
            ("write `95.3`", "write `95.3`"),
            (
                "add `polarity: higher`, `lower` or `none`",
                "add `higher` in the column `polarity`, `lower` or `none`",
            ),
            (
                "write `rag: red`, or say why it differs: `rag: {status: green, reason: …}`",
                "write `red` in the column `rag`, or say why it differs: `green` in the column \
                 `rag.status` and a text in the column `rag.reason`",
            ),
            (
                "add a `comment:` that says what happened",
                "add a `comment` that says what happened",
            ),
            ("see `measure:a.actual`", "see `measure:a.actual`"),
            (
                "`accept.small-number` at 12:30",
                "`accept.small-number` at 12:30",
            ),
        ] {
            assert_eq!(in_columns(help), expected);
        }
    }
}
