//! Measures as rows of a table.

use std::collections::BTreeMap;

use crate::{
    author::new::{
        item::{carried_covers, figures, kept_polarity},
        prompt::Carry,
    },
    model::{Language, Measure, Polarity, Text, Unit},
};

/// The columns in the order that they are written in; what stands behind a dot follows its own.
const COLUMNS: [&str; 18] = [
    "group",
    "id",
    "codes",
    "title",
    "short_title",
    "definition",
    "source",
    "unit",
    "decimals",
    "polarity",
    "covers",
    "cumulative",
    "actual",
    "target",
    "intervention",
    "comparator",
    "rank",
    "comment",
];

/// A table of rows, each of them by column.
pub(super) fn table(rows: &[BTreeMap<String, String>]) -> String {
    let mut header: Vec<&String> = rows.iter().flat_map(BTreeMap::keys).collect();
    let place = |name: &str| {
        let base = name.split('.').next().unwrap_or(name);
        COLUMNS.iter().position(|column| *column == base)
    };
    header.sort_by(|a, b| (place(a), a).cmp(&(place(b), b)));
    header.dedup();
    let names: Vec<_> = header.iter().map(ToString::to_string).collect();
    let mut out = line(&names);
    for row in rows {
        let cells: Vec<_> = header
            .iter()
            .map(|name| row.get(*name).cloned().unwrap_or_default())
            .collect();
        out.push_str(&line(&cells));
    }
    out
}

/// One line of a table.
pub(super) fn line(cells: &[String]) -> String {
    let cell = |cell: &String| {
        let quoted = cell.contains([',', '"', '\n', '\r', ';']) || cell.trim() != cell;
        if quoted {
            format!("\"{}\"", cell.replace('"', "\"\""))
        } else {
            cell.clone()
        }
    };
    cells.iter().map(cell).collect::<Vec<_>>().join(",") + "\n"
}

/// The cells of a measure, all but its group, as [`measure`](super::item::measure) has them.
pub(super) fn cells(
    found: &Measure,
    carry: &Carry<'_>,
    first: &Language,
) -> BTreeMap<String, String> {
    let mut cells = BTreeMap::new();
    let mut put = |name: &str, value: String| _ = cells.insert(name.to_owned(), value);
    put("id", found.id.value.to_string());
    if !found.codes.is_empty() {
        put(
            "codes",
            found
                .codes
                .iter()
                .map(|code| &**code)
                .collect::<Vec<_>>()
                .join("; "),
        );
    }
    let unit = match &found.unit {
        Unit::Other(text) => Some(text),
        _ => None,
    };
    if let Some(word) = found.unit.word() {
        put("unit", word.to_owned());
    }
    let carried = |text: &Option<Text>| text.as_ref().map(|text| carry.text(text));
    let (definition, named) = (carried(&found.definition), carried(&found.source));
    for (name, text, of_all) in [
        ("title", Some(&found.title), false),
        ("short_title", found.common.short_title.as_ref(), false),
        ("definition", definition.as_ref(), false),
        ("source", named.as_ref(), true),
        ("unit", unit, false),
    ] {
        match text {
            None => {}
            Some(Text::Same(same)) if of_all => put(name, same.value.to_string()),
            Some(Text::Same(same)) => put(&format!("{name}.all"), same.value.to_string()),
            Some(Text::Each(each)) => {
                for (language, text) in each {
                    let bare = language == first && !(of_all && each.len() == 1);
                    let column = if bare {
                        name.to_owned()
                    } else {
                        format!("{name}.{language}")
                    };
                    put(&column, text.value.to_string());
                }
            }
        }
    }
    if let Some(decimals) = found.decimals {
        put("decimals", decimals.to_string());
    }
    if let Some(polarity) = kept_polarity(found) {
        put("polarity", polarity.as_str().to_owned());
    }
    if let Some(covers) = carried_covers(found, carry) {
        put("covers", covers.to_string());
    }
    if carry.cumulative(found) {
        put("cumulative", "true".to_owned());
    }
    for key in figures(found) {
        put(key, String::new());
    }
    for comparator in &found.comparators {
        let (name, _) = comparator.name.fallback(first, &[]);
        put(&format!("comparator.{name}"), String::new());
    }
    if found.rank.is_some() {
        put("rank", String::new());
    }
    put("comment", String::new());
    cells
}

/// The cells of a measure that the site does not know yet.
pub(super) fn new_cells(id: &str, title: &str, polarity: Polarity) -> BTreeMap<String, String> {
    let polarity = polarity.as_str();
    let cells = [
        ("id", id),
        ("title", title),
        ("unit", "number"),
        ("polarity", polarity),
    ];
    cells
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .into()
}
