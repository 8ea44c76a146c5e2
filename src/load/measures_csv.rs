//! measures.csv: a row a measure, turned into what measures.yaml would hold.
//!
//! One lowering reads both. A column bears the name of its key; what measures.yaml nests stands
//! behind a dot: `title.cy`, `actual.numerator`, `history.AY2014-15`, `history.2014-15.target`,
//! `comparator.Wales`, `break.from`, `rag.reason`, `accept.red-unexplained`. Lists (`codes`,
//! `aliases`, `attachments`) are parted by semicolons.

use std::sync::Arc;

use crate::{
    load::{context::Context, fields::meant},
    syntax::{Entry, Node, Row, Scalar, Style, Table, Value},
    text::{Code, Diagnostic, Span, Spanned, nearest},
};

/// How a column's cell becomes the value of its key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Shape {
    /// The cell as it is.
    Plain,
    /// Semicolons part the items of a list.
    List,
    /// As [`Shape::List`], each item a mapping with this one key.
    ListOf(&'static str),
    /// A bare column is this key of a mapping, a dotted one the key behind the dot; where there is
    /// only a bare column, the cell as it is.
    Map(&'static str),
    /// By language: a bare column is the site's first language.
    Text,
    /// By what stands behind the dot: figures by period, and each figure's own keys.
    History,
    /// An item of a list for each column: this key takes what stands behind the dot, the other one
    /// the cell.
    Items(&'static str, &'static str),
}

/// Every column by its name, or the part before the dot, with the key that it becomes.
const COLUMNS: [(&str, &str, Shape); 28] = [
    ("id", "id", Shape::Plain),
    ("codes", "codes", Shape::List),
    ("title", "title", Shape::Text),
    ("definition", "definition", Shape::Text),
    ("source", "source", Shape::Text),
    ("decimals", "decimals", Shape::Plain),
    ("unit", "unit", Shape::Text),
    ("polarity", "polarity", Shape::Plain),
    ("covers", "covers", Shape::Plain),
    ("actual", "actual", Shape::Map("value")),
    ("target", "target", Shape::Map("value")),
    ("intervention", "intervention", Shape::Map("value")),
    ("previous", "previous", Shape::Map("value")),
    ("restated", "restated", Shape::Text),
    ("cumulative", "cumulative", Shape::Plain),
    ("replaces", "replaces", Shape::List),
    ("history", "history", Shape::History),
    ("comparator", "comparators", Shape::Items("name", "value")),
    ("rank", "rank", Shape::Plain),
    ("comment", "comment", Shape::Text),
    ("break", "break", Shape::Map("from")),
    ("rag", "rag", Shape::Map("status")),
    ("summary", "summary", Shape::Text),
    ("short_title", "short_title", Shape::Text),
    ("attachments", "attachments", Shape::ListOf("file")),
    ("slug", "slug", Shape::Map("")),
    ("aliases", "aliases", Shape::List),
    ("accept", "accept", Shape::Items("code", "reason")),
];

const GROUP: &str = "group";

/// A column that is read.
struct Column<'t> {
    at: usize,
    header: &'t Spanned<Arc<str>>,
    key: &'static str,
    shape: Shape,
    /// What stands behind the dot.
    detail: Option<&'t str>,
}

/// The columns that every table has, besides the group.
const REQUIRED: [&str; 3] = ["id", "title", "unit"];

/// A table as measures.yaml would hold it.
pub(super) struct Rows {
    /// The mapping of groups.
    pub groups: Node,
    /// The measures whose group is blank.
    pub groupless: Vec<Node>,
    /// The keys that no row has because their columns could not be read.
    pub lost: Vec<&'static str>,
}

/// What measures.yaml would hold; `None` where the table has no column for the group.
pub(super) fn measures_node(table: &Table, cx: &mut Context<'_>) -> Option<Rows> {
    let first = table.header.first()?;
    let Some(group) = group_column(table, cx) else {
        let message = format!("there is no column `{GROUP}`");
        let missing = Diagnostic::new(Code::MissingField, first.span, message);
        cx.say(missing.help(
            "begin each row with the question that its measure answers: `how-much`, `how-well` or \
             `better-off`",
        ));
        return None;
    };
    let (columns, mut lost) = columns(table, group, cx);
    for name in REQUIRED {
        let there = columns.iter().any(|column| column.key == name);
        if !there && !lost.contains(&name) {
            let message = format!("there is no column `{name}`, but every measure needs one");
            let missing = Diagnostic::new(Code::MissingField, first.span, message);
            cx.say(missing.help(format!("add a column with `{name}` in its first row")));
            lost.push(name);
        }
    }
    let mut groups: Vec<Entry> = Vec::new();
    let mut groupless = Vec::new();
    for row in &table.rows {
        let Some(name) = row.cells.get(group) else {
            continue;
        };
        if name.value.trim().is_empty() {
            let message = format!("`{GROUP}` is blank, but a measure needs it");
            let missing = Diagnostic::new(Code::MissingField, name.span, message);
            cx.say(
                missing.help("write `how-much`, `how-well`, `better-off`, or a group of your own"),
            );
            groupless.push(measure(row, &columns, cx));
            continue;
        }
        let measure = measure(row, &columns, cx);
        let name: Arc<str> = name.value.trim().into();
        match groups.iter_mut().find(|entry| entry.key.value == name) {
            Some(Entry {
                value:
                    Node {
                        value: Value::Sequence(measures),
                        ..
                    },
                ..
            }) => measures.push(measure),
            _ => groups.push(Entry {
                key: Spanned::new(name, row.cells[group].span),
                value: node(Value::Sequence(vec![measure]), row.span),
            }),
        }
    }
    Some(Rows {
        groups: node(Value::Mapping(groups), first.span),
        groupless,
        lost,
    })
}

/// The column for the group, or the one that was meant to be it.
fn group_column(table: &Table, cx: &mut Context<'_>) -> Option<usize> {
    let mut header = table.header.iter();
    if let Some(at) = header.position(|cell| &*cell.value == GROUP) {
        return Some(at);
    }
    let near = |cell: &Spanned<Arc<str>>| nearest(&cell.value, [GROUP]).is_some();
    let at = table.header.iter().position(near)?;
    let cell = &table.header[at];
    let message = format!("`{}` is not a column of measures.csv", cell.value);
    let unknown = Diagnostic::new(Code::UnknownField, cell.span, message);
    cx.say(unknown.help(format!("did you mean `{GROUP}`?")));
    Some(at)
}

/// The columns that are read, and the keys of those that were meant to be.
fn columns<'t>(
    table: &'t Table,
    group: usize,
    cx: &mut Context<'_>,
) -> (Vec<Column<'t>>, Vec<&'static str>) {
    let mut columns: Vec<Column<'t>> = Vec::new();
    let mut lost = Vec::new();
    for (at, header) in table.header.iter().enumerate() {
        if at == group {
            continue;
        }
        let name = &*header.value;
        let (base, detail) = match name.split_once('.') {
            Some((base, detail)) => (base, Some(detail)),
            None => (name, None),
        };
        let known = COLUMNS.iter().find(|(column, ..)| *column == base);
        let Some((_, key, shape)) = known else {
            let message = format!("`{name}` is not a column of measures.csv");
            let names: Vec<_> = COLUMNS.iter().map(|(name, ..)| *name).collect();
            let near = meant(base, &names);
            let help = match near {
                Some(near) => format!("did you mean `{near}`?"),
                None => {
                    "a column bears the name of a key of measures.yaml: rename it, or take it out"
                        .to_owned()
                }
            };
            let near = COLUMNS.iter().find(|(name, ..)| Some(*name) == near);
            lost.extend(near.map(|(_, key, _)| *key));
            let unknown = Diagnostic::new(Code::UnknownField, header.span, message);
            cx.say(unknown.help(help));
            continue;
        };
        let takes_detail = match shape {
            Shape::Plain | Shape::List | Shape::ListOf(_) => Some(false),
            Shape::History | Shape::Items(..) | Shape::Map("") => Some(true),
            Shape::Map(_) | Shape::Text => None,
        };
        if takes_detail.is_some_and(|takes| takes != detail.is_some()) {
            let message = format!("`{name}` is not a column of measures.csv");
            let help = match shape {
                Shape::History => "name the period behind a dot: `history.2014-15`".to_owned(),
                Shape::Items(key, _) => format!("name the {key} behind a dot: `{base}.…`"),
                Shape::Map(_) => format!("name the language behind a dot: `{base}.cy`"),
                _ => format!("did you mean `{base}`?"),
            };
            cx.say(Diagnostic::new(Code::UnknownField, header.span, message).help(help));
            lost.push(*key);
            continue;
        }
        columns.push(Column {
            at,
            header,
            key,
            shape: *shape,
            detail,
        });
    }
    (columns, lost)
}

fn measure(row: &Row, columns: &[Column<'_>], cx: &Context<'_>) -> Node {
    let mut entries: Vec<Entry> = Vec::new();
    for column in columns {
        let Some(cell) = row.cells.get(column.at) else {
            continue;
        };
        let blank = cell.value.trim().is_empty();
        if blank && column.detail.is_some() {
            continue;
        }
        // A blank cell is a blank value at its own place; a column's name stands far above it.
        let key = if blank { cell.span } else { column.header.span };
        let key = |name: &str| Spanned::new(Arc::from(name), key);
        let value = match column.shape {
            _ if blank => node(Value::Null, cell.span),
            Shape::Plain => scalar(cell),
            Shape::List => listed(cell, |item| item),
            Shape::ListOf(inner) => listed(cell, |item| one(key(inner), item)),
            Shape::Map(_) | Shape::Text => match column.detail {
                None => scalar(cell),
                Some(detail) => one(key(detail), scalar(cell)),
            },
            Shape::History => {
                let detail = column.detail.unwrap_or_default();
                let (period, inner) = match detail.split_once('.') {
                    Some((period, inner)) => (period, Some(inner)),
                    None => (detail, None),
                };
                let figure = match inner {
                    Some(inner) => one(key(inner), scalar(cell)),
                    None => scalar(cell),
                };
                one(key(period), figure)
            }
            Shape::Items(name, value) => {
                let detail = plain(column.detail.unwrap_or_default(), column.header.span);
                let item = Value::Mapping(vec![
                    Entry {
                        key: key(name),
                        value: detail,
                    },
                    Entry {
                        key: key(value),
                        value: scalar(cell),
                    },
                ]);
                node(Value::Sequence(vec![node(item, cell.span)]), cell.span)
            }
        };
        let bare = match column.shape {
            Shape::Text => cx.languages.first().as_str(),
            Shape::Map(bare) => bare,
            _ => "actual",
        };
        let entry = Entry {
            key: key(column.key),
            value,
        };
        put(&mut entries, entry, bare);
    }
    node(Value::Mapping(entries), row.span)
}

/// Adds an entry, or joins it to the one with the same key: lists to lists, mappings to mappings. A
/// bare value that a mapping joins becomes its entry `bare`.
fn put(entries: &mut Vec<Entry>, entry: Entry, bare: &str) {
    let Some(there) = entries
        .iter_mut()
        .find(|other| other.key.value == entry.key.value)
    else {
        entries.push(entry);
        return;
    };
    if there.value.value == Value::Null {
        there.value = entry.value;
        return;
    }
    let as_map = |entry: Entry| match entry.value.value {
        Value::Mapping(inner) => inner,
        Value::Null => Vec::new(),
        _ => vec![Entry {
            key: Spanned::new(bare.into(), entry.key.span),
            value: entry.value,
        }],
    };
    if let (Value::Sequence(items), Value::Sequence(more)) =
        (&mut there.value.value, &entry.value.value)
    {
        items.extend(more.iter().cloned());
        return;
    }
    let mut inner = as_map(there.clone());
    for entry in as_map(entry) {
        put(&mut inner, entry, "actual");
    }
    there.value.value = Value::Mapping(inner);
}

fn listed(cell: &Spanned<Arc<str>>, item: impl Fn(Node) -> Node) -> Node {
    let text = cell.value.split(';').map(str::trim);
    let items = text
        .filter(|text| !text.is_empty())
        .map(|text| item(plain(text, cell.span)));
    node(Value::Sequence(items.collect()), cell.span)
}

fn one(key: Spanned<Arc<str>>, value: Node) -> Node {
    let span = value.span;
    node(Value::Mapping(vec![Entry { key, value }]), span)
}

fn scalar(cell: &Spanned<Arc<str>>) -> Node {
    plain(cell.value.trim(), cell.span)
}

fn plain(text: &str, span: Span) -> Node {
    let scalar = Scalar {
        text: text.into(),
        style: Style::Plain,
    };
    node(Value::Scalar(scalar), span)
}

fn node(value: Value, span: Span) -> Node {
    Node { value, span }
}
