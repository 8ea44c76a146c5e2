//! Small CSV files: their cells, and what is said where.

use proptest::prelude::*;

use crate::{
    syntax::{Table, csv},
    text::{Source, Sources, Warned},
};

fn read(text: &str) -> (Sources, Warned<Table>) {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("a.csv", text));
    let warned = csv(&sources, id);
    (sources, warned)
}

/// Cells by `|`, rows by `/`; with the header first. What is written at each cell's place must be
/// its value, quotes written twice aside.
fn show(sources: &Sources, table: &Table) -> String {
    let rows = std::iter::once(&table.header).chain(table.rows.iter().map(|row| &row.cells));
    let rows = rows.map(|cells| {
        let cells = cells.iter().map(|cell| {
            let written = sources.slice(cell.span);
            let undone = written.replace("\"\"", "\"");
            assert!([written, &undone].contains(&&*cell.value), "{written}");
            &*cell.value
        });
        cells.collect::<Vec<_>>().join("|")
    });
    rows.collect::<Vec<_>>().join("/")
}

#[test]
fn cells_are_read_with_their_places() {
    let cases = [
        ("", ""),
        ("\n\n", ""),
        ("a,b\n1,2\n", "a|b/1|2"),
        ("\u{feff}a;b\r\n1,5;2\r\n", "a|b/1,5|2"),
        ("a\tb\n1,5\t2", "a|b/1,5|2"),
        ("a\n1\n\n2\n", "a/1/2"),
        ("a,b\n,\n \t, \n1,\n", "a|b/1|"),
        (" a , b\n 1 ,\" 2 \"\n", "a|b/1|2"),
        (
            "t\u{177},b\n\"\u{175}, x\",\"say \"\"y\"\"\"\n3,4\n",
            "t\u{177}|b/\u{175}, x|say \"y\"/3|4",
        ),
        ("a,b\r\n\"x\r\ny\",2\r\n\r\n3,4\r\n", "a|b/x\r\ny|2/3|4"),
        ("a,b,,\n1,2,,\n", "a|b/1|2"),
        ("\"a;b\",c\n1,2\n", "a;b|c/1|2"),
        ("a,b\n5\" pipe,it's\n", "a|b/5\" pipe|it's"),
        ("a,b\n\"\",\"\"\"\"\n", "a|b/|\""),
    ];
    for (text, expected) in cases {
        let (sources, Warned { value, diagnostics }) = read(text);
        assert!(diagnostics.is_empty(), "{text:?}: {diagnostics:?}");
        assert_eq!(show(&sources, &value), expected, "{text:?}");
    }
}

#[test]
fn each_fault_is_named_where_it_is_and_other_rows_stay() {
    let cases: &[(&str, &[&str], &str)] = &[
        ("a,b\n1\n2,3\n", &["csv-syntax 2:1 1"], "a|b/2|3"),
        (
            "a,b\n1,\u{175},3,4\n2,3\n",
            &["csv-syntax 2:5 3,4"],
            "a|b/2|3",
        ),
        (
            "a,b\n1,2\n\u{175},\"x\n3,4\n",
            &["csv-syntax 3:3 \""],
            "a|b/1|2/3|4",
        ),
        (
            "a,b\n\"x,1\n2,\"y\"\n3,4\n",
            &["csv-syntax 2:1 \""],
            "a|b/2|y/3|4",
        ),
        ("\"a,b\n1,2\n", &["csv-syntax 1:1 \""], ""),
        ("a,b\n\"x\" y,2\n3,4\n", &["csv-syntax 2:4  y"], "a|b/3|4"),
        ("a,b,a\n1,2,3\n", &["duplicate-key 1:5 a"], "a|b/1|2"),
        ("a,,b\n1,2,3\n4,,6\n", &["csv-syntax 2:3 2"], "a|b/4|6"),
        ("a,b\n1,x\u{b}y\n", &["csv-syntax 2:4 \u{b}"], ""),
    ];
    for (text, expected, table) in cases {
        let (sources, Warned { value, diagnostics }) = read(text);
        let found: Vec<_> = diagnostics
            .iter()
            .map(|diagnostic| {
                let span = diagnostic.span;
                let at = sources.get(span.source).location(span.start as usize);
                let slice = sources.slice(span);
                format!(
                    "{} {}:{} {slice}",
                    diagnostic.code.as_str(),
                    at.line,
                    at.column
                )
            })
            .collect();
        assert_eq!(found, *expected, "{text:?}");
        assert!(
            diagnostics
                .iter()
                .all(|diagnostic| diagnostic.help.is_some())
        );
        if !text.contains('\u{b}') {
            assert_eq!(show(&sources, &value), *table, "{text:?}");
        }
    }
}

#[test]
fn a_row_spans_its_line() {
    let (sources, Warned { value, .. }) = read("a,b\r\n\r\n1,\"2\r\n3\"\r\n");
    assert_eq!(sources.slice(value.rows[0].span), "1,\"2\r\n3\"");
}

proptest! {
    #[test]
    fn nothing_makes_it_panic_and_cells_are_what_is_written(
        text in "([a-c\u{175}]|,|;|\t|\n|\r\n|\"|\"\"| |\u{feff}|\r){0,40}",
    ) {
        let (sources, Warned { value, diagnostics }) = read(&text);
        if !text.contains(['\r', '\u{feff}']) {
            let _ = show(&sources, &value);
        }
        for row in &value.rows {
            prop_assert_eq!(row.cells.len(), value.header.len());
            prop_assert!(text.get(row.span.range()).is_some());
            prop_assert!(row.cells.iter().all(|cell| text.get(cell.span.range()).is_some()));
        }
        for diagnostic in diagnostics.iter() {
            prop_assert!(text.get(diagnostic.span.range()).is_some());
        }
    }
}
