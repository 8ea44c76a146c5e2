//! Many small documents: what is read of them, and what is said where.

use std::fmt::Write as _;

use proptest::prelude::*;

use crate::{
    syntax::{Node, Style, Value, yaml},
    text::{Diagnostic, Severity, Source, Sources, Warned},
};

/// A document read from a file of its own.
struct Read {
    sources: Sources,
    warned: Warned<Option<Node>>,
}

fn read(text: &str) -> Read {
    let mut sources = Sources::new();
    let id = sources.add(Source::new("a.yaml", text));
    let warned = yaml(&sources, id, 0..text.len());
    Read { sources, warned }
}

impl Read {
    /// `code line:column "text pointed at"`, one a line.
    fn findings(&self) -> Vec<String> {
        let say = |diagnostic: &Diagnostic| {
            let span = diagnostic.span;
            let at = self.sources.get(span.source).location(span.start as usize);
            let slice = self.sources.slice(span);
            format!(
                "{} {}:{} {slice}",
                diagnostic.code.as_str(),
                at.line,
                at.column
            )
        };
        self.warned.diagnostics.iter().map(say).collect()
    }

    /// The tree in one line: scalars by their style, spans checked on the way.
    fn tree(&self) -> String {
        let mut out = String::new();
        if let Some(node) = &self.warned.value {
            self.write(node, &mut out);
        }
        out
    }

    fn write(&self, node: &Node, out: &mut String) {
        let text = self.sources.get(node.span.source).text();
        assert!(text.get(node.span.range()).is_some(), "{:?}", node.span);
        match &node.value {
            Value::Null => out.push('~'),
            Value::Scalar(scalar) => {
                let sign = match scalar.style {
                    Style::Plain => "",
                    Style::Number => "#",
                    Style::Bool => "?",
                    Style::Quoted => "'",
                    Style::Block => "|",
                };
                let _ = write!(out, "{sign}{}", scalar.text);
            }
            Value::Sequence(items) => {
                out.push('[');
                for (at, item) in items.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    self.write(item, out);
                }
                out.push(']');
            }
            Value::Mapping(entries) => {
                out.push('{');
                for (at, entry) in entries.iter().enumerate() {
                    out.push_str(if at > 0 { ", " } else { "" });
                    assert!(text.get(entry.key.span.range()).is_some());
                    let _ = write!(out, "{}: ", entry.key.value);
                    self.write(&entry.value, out);
                }
                out.push('}');
            }
        }
    }
}

#[test]
fn documents_are_read_as_written() {
    let cases = [
        ("", ""),
        ("# nothing\n", ""),
        ("\u{feff}a: 1\r\nb:\r\n", "{a: #1, b: ~}"),
        ("---\na: 1\n...\n", "{a: #1}"),
        (
            "a: 90.10\nb: '90.10'\nc: true\nd: yes\ne: ~\n",
            "{a: #90.10, b: '90.10, c: ?true, d: yes, e: ~}",
        ),
        (
            "a: 2018-03-01\nb: 2017-18\nc: 7 of 22\n",
            "{a: 2018-03-01, b: 2017-18, c: 7 of 22}",
        ),
        (
            "a: [x]\nb: \"[x]\"\nc: {value: 8.00, note: y}\n",
            "{a: [x], b: '[x], c: {value: #8.00, note: y}}",
        ),
        ("- - 1\n- {}\n- []\n-\n", "[[#1], {}, [], ~]"),
        (
            "a: |\n  b\n\n  c\nd: >-\n  e\n  f\n",
            "{a: |b\n\nc\n, d: |e f}",
        ),
        (
            "t\u{177}: 'it''s'\n\"k\": \"\\u0175\"\n",
            "{t\u{177}: 'it's, k: '\u{175}}",
        ),
        ("a: b # c\n", "{a: b}"),
        ("1: x\n2.3: y\n", "{1: x, 2.3: y}"),
        ("a: \"x\u{2028}y\" # z\u{2028}w\n", "{a: 'x\u{2028}y}"),
        (
            "a: don't\nb: 5% of [x] {y}\n",
            "{a: don't, b: 5% of [x] {y}}",
        ),
        ("a: long\n  text\n  goes on\n", "{a: long text goes on}"),
    ];
    for (text, expected) in cases {
        let read = read(text);
        assert_eq!(read.findings(), [""; 0], "{text:?}");
        assert_eq!(read.tree(), expected, "{text:?}");
    }
}

#[test]
fn spans_cover_the_text_of_each_value() {
    let text = "\u{feff}t\u{177}: \u{175}x\nlist:\n  - a: 1\n    b: |\n      text\n      more\n\n  - [x, 'y']\n\n# end\n";
    let read = read(text);
    let Some(Node {
        value: Value::Mapping(entries),
        span,
    }) = &read.warned.value
    else {
        panic!("{:?}", read.warned);
    };
    let slice = |span| read.sources.slice(span);
    assert!(slice(*span).starts_with("t\u{177}:") && slice(*span).ends_with("'y']"));
    assert_eq!(slice(entries[0].key.span), "t\u{177}");
    assert_eq!(slice(entries[0].value.span), "\u{175}x");
    let Value::Sequence(items) = &entries[1].value.value else {
        panic!("{entries:?}");
    };
    assert_eq!(
        slice(items[0].span),
        "a: 1\n    b: |\n      text\n      more"
    );
    assert_eq!(slice(items[1].span), "[x, 'y']");
    let list = slice(entries[1].value.span);
    assert!(list.starts_with("- a: 1") && list.ends_with("- [x, 'y']"));
}

/// A document, what is said of it, and what is still read of it.
type Case = (&'static str, &'static [&'static str], &'static str);

/// Holds what is read of each document, and what is said of it, against what is expected.
fn check(cases: &[Case]) {
    let mut wrong = Vec::new();
    for (text, expected, tree) in cases {
        let read = read(text);
        if read.findings() != *expected || read.tree() != *tree {
            let found = (read.findings(), read.tree());
            wrong.push(format!("{text:?}: {found:?} for {expected:?} {tree:?}"));
        }
        for diagnostic in read.warned.diagnostics.iter() {
            assert_eq!(diagnostic.severity, Severity::Error);
            assert!(diagnostic.help.is_some(), "{diagnostic:?}");
            assert!(!diagnostic.message.ends_with('.'), "{diagnostic:?}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn texts_that_need_quotes_are_named_where_they_are() {
    check(&[
        // Values that need quotes.
        (
            "title: % of pupils # x\n",
            &["yaml-syntax 1:8 % of pupils"],
            "",
        ),
        (
            "a: @x\nb: `y`\nc: 1\n",
            &["yaml-syntax 1:4 @x", "yaml-syntax 2:4 `y`"],
            "{c: #1}",
        ),
        ("t\u{177}: \u{175}: b\n", &["yaml-syntax 1:6 :"], ""),
        (
            "- id: a\n  title: Wales: the facts\n  x: 1\n",
            &["yaml-syntax 2:15 :"],
            "[{id: a, x: #1}]",
        ),
        ("a: - b\n", &["yaml-syntax 1:4 - b"], ""),
        ("a: ? x\n", &["yaml-syntax 1:4 ? x"], ""),
        ("a: ,x\n", &["yaml-syntax 1:4 ,x"], ""),
        ("a: }x\n", &["yaml-syntax 1:4 }"], ""),
        ("a: > x\n  y\n", &["yaml-syntax 1:4 > x"], ""),
        ("a: & b\n", &["yaml-syntax 1:4 & b"], ""),
        ("%a: b\n", &["yaml-syntax 1:1 %a: b"], ""),
        // Quotes.
        ("a: \"x\nb: y\n", &["yaml-syntax 1:4 \"x"], "{b: y}"),
        ("a: 'x\nb: it's\n", &["yaml-syntax 1:4 'x"], "{b: it's}"),
        (
            "- a: \"x\n  b: 1\n  c: \"z\"\n",
            &["yaml-syntax 1:6 \"x"],
            "[{b: #1, c: 'z}]",
        ),
        ("a: 1\nb: \"x\n", &["yaml-syntax 2:4 \"x"], "{a: #1}"),
        ("a: 'don't'\n", &["yaml-syntax 1:9 t'"], ""),
        ("a: \"x\" y # z\n", &["yaml-syntax 1:8 y"], ""),
        ("a: \"C:\\docs\"\n", &["yaml-syntax 1:7 \\d"], ""),
    ]);
}

#[test]
fn lines_that_stand_wrongly_are_named_where_they_are() {
    check(&[
        // Indentation and tabs.
        ("a:\n\tb: 1\n", &["yaml-syntax 2:1 \t"], ""),
        ("a: 1\n\tb: 2\n", &["yaml-syntax 2:1 \t"], ""),
        ("\ta: 1\n", &["yaml-syntax 1:1 \t"], "{a: #1}"),
        ("a: 1\n  b: 2\nc: 3\n", &["yaml-syntax 2:3 b"], "{c: #3}"),
        ("a:\n  b: 1\n c: 2\n", &["yaml-syntax 3:2 c"], ""),
        ("a: |\n  x\n y\n", &["yaml-syntax 3:2 y"], ""),
        (
            "a:\n  - x\n    - y\n",
            &["yaml-syntax 3:5 -"],
            "{a: [x - y]}",
        ),
        // Keys and items.
        ("a:b\nc: d\n", &["yaml-syntax 1:2 :"], "{c: d}"),
        (
            "a: 1\nfoo bar\nb: 2\n",
            &["yaml-syntax 2:1 foo bar"],
            "{b: #2}",
        ),
        ("foo bar\na: 1\n", &["yaml-syntax 1:1 foo bar"], "{a: #1}"),
        ("- a\nb: 1\n", &["yaml-syntax 2:1 b: 1"], "[a]"),
        ("b: 1\n- a\n", &["yaml-syntax 2:1 - a"], "{b: #1}"),
        (": b\n", &["yaml-syntax 1:1 "], "{}"),
        ("[a]: b\nc: d\n", &["yaml-syntax 1:1 [a]"], "{c: d}"),
        ("a: {{ x }}\n", &["yaml-syntax 1:5 { x }"], "{a: {}}"),
        // Brackets.
        ("a: [x\nb: 1\n", &["yaml-syntax 1:4 ["], "{b: #1}"),
        ("a: {x: 1\nb: 1\n", &["yaml-syntax 1:4 {"], "{b: #1}"),
        ("a: [b, c]]\nd: 1\n", &["yaml-syntax 1:10 ]"], "{d: #1}"),
        ("a: [b}\n", &["yaml-syntax 1:6 }"], ""),
    ]);
}

#[test]
fn what_is_not_read_is_named_where_it_is() {
    check(&[
        // Aliases and their kin.
        (
            "a: &x y\nb: *x\n",
            &["yaml-alias 1:4 &x", "yaml-alias 2:4 *x"],
            "{a: y, b: ~}",
        ),
        ("a: *x\n", &["yaml-alias 1:4 *x"], "{a: ~}"),
        ("*x : b\nc: d\n", &["yaml-alias 1:1 *x"], "{c: d}"),
        ("<<: {a: 1}\nb: 2\n", &["yaml-alias 1:1 <<"], "{b: #2}"),
        (
            "\u{175}: !!str 1\n",
            &["yaml-alias 1:4 !!str"],
            "{\u{175}: #1}",
        ),
        (
            "a: **bold** text\nb: 1\n",
            &["yaml-syntax 1:4 **bold** text"],
            "{b: #1}",
        ),
        // Documents and duplicates.
        ("a: 1\n---\nb: 2\n", &["yaml-syntax 2:1 ---"], "{a: #1}"),
        (
            "a: 1\nb: 2\na: 3\n",
            &["duplicate-key 3:1 a"],
            "{a: #1, b: #2}",
        ),
        (
            "- {a: 1, 'a': 2}\n",
            &["duplicate-key 1:10 'a'"],
            "[{a: #1}]",
        ),
        // Characters that nobody sees.
        (
            "a: x\u{b}y\nb: \u{0}\n",
            &["yaml-syntax 1:5 \u{b}", "yaml-syntax 2:4 \u{0}"],
            "{a: x y, b: ~}",
        ),
        (
            "a: x\u{2028}y\nb: |\n  z\u{85}w\n",
            &["yaml-syntax 1:5 \u{2028}", "yaml-syntax 3:4 \u{85}"],
            "{a: x\u{2028}y, b: |z\u{85}w\n}",
        ),
    ]);
}

#[test]
fn every_fault_comes_out_at_once_and_good_blocks_stay() {
    let actions = "- id: a\n  title: % x\n  comment: y: z\n- id: b\n  title: fine\n- id: c\n  title: 'it's'\n- id: d\n";
    let measures = "how-much:\n  - id: a\n    actual: @1\n\n  - id: b\n# note\nhow-well:\n  - id: c\n    target: 5: 6\n  - id: d\nbetter-off:\n  - id: e\n";
    let cases: &[Case] = &[
        (
            actions,
            &[
                "yaml-syntax 2:10 % x",
                "yaml-syntax 3:13 :",
                "yaml-syntax 7:14 s'",
            ],
            "[{id: a}, {id: b, title: fine}, {id: c}, {id: d}]",
        ),
        (
            measures,
            &["yaml-syntax 3:13 @1", "yaml-syntax 9:14 :"],
            "{how-much: [{id: a}, {id: b}], how-well: [{id: c}, {id: d}], better-off: [{id: e}]}",
        ),
        (
            "brand:\n  accent: @a\n  logo: b\ntitle: `c`\na: 1\na: 2\n",
            &[
                "yaml-syntax 2:11 @a",
                "yaml-syntax 4:8 `c`",
                "duplicate-key 6:1 a",
            ],
            "{brand: {logo: b}, a: #1}",
        ),
        (
            "- title: % \u{175}\n  comment: |\n    t\u{177}: - \u{175}\n- title: \u{175}: %\n",
            &["yaml-syntax 1:10 % \u{175}", "yaml-syntax 4:11 :"],
            "[{comment: |t\u{177}: - \u{175}\n}]",
        ),
    ];
    for (text, expected, tree) in cases {
        let read = read(text);
        assert_eq!(read.findings(), *expected, "{text:?}");
        assert_eq!(read.tree(), *tree, "{text:?}");
    }
}

#[test]
fn help_says_what_to_write() {
    let cases = [
        ("title: % of pupils\n", "`title: \"% of pupils\"`"),
        (
            "title: Wales: the \"facts\"\n",
            "`title: 'Wales: the \"facts\"'`",
        ),
        ("title:Wales\nb: 1\n", "`title: Wales`"),
        ("- title: @x\n", "`title: \"@x\"`"),
        ("a:\n\tb: 1\n", "spaces"),
        ("a: 'x\n", "put a `'` at the end"),
    ];
    for (text, part) in cases {
        let read = read(text);
        let diagnostic = read.warned.diagnostics.iter().next().unwrap();
        let help = diagnostic.help.as_deref().unwrap();
        assert!(help.contains(part), "{text:?}: {help}");
    }
}

#[test]
fn a_duplicate_key_points_at_the_first() {
    let read = read("a: 1\nb: 2\na: 3\n");
    let diagnostic = read.warned.diagnostics.iter().next().unwrap();
    assert_eq!(diagnostic.labels[0].span.range(), 0..1);
}

#[test]
fn depth_is_bounded() {
    let deep = |open: &str, close: &str, times: usize| {
        format!("a: {}x{}\n", open.repeat(times), close.repeat(times))
    };
    // The mapping itself is the first of the 32.
    assert_eq!(read(&deep("[", "]", 31)).findings(), [""; 0]);
    for text in [
        deep("[", "]", 32),
        deep("[", "]", 100_000),
        deep("{b: ", "}", 32),
        deep("[", "", 1_000_000),
        format!("a:\n  {}x\n", "- ".repeat(100_000)),
    ] {
        let read = read(&text);
        let codes: Vec<_> = read
            .warned
            .diagnostics
            .iter()
            .map(|found| found.code.as_str())
            .collect();
        assert_eq!(codes, ["too-deep"], "{}", &text[..40]);
    }
    let found = read(&deep("[", "]", 32)).findings();
    assert_eq!(found, ["too-deep 1:35 ["]);
    let mut nested = String::new();
    for depth in 0..200 {
        let _ = writeln!(nested, "{}k:", " ".repeat(depth));
    }
    assert_eq!(read(&nested).findings().len(), 1);
}

#[test]
fn an_alias_bomb_costs_nothing() {
    let mut bomb = "a: &a [x, x, x, x, x, x, x, x, x]\n".to_owned();
    for (name, below) in ('b'..='z').zip('a'..) {
        let aliases = vec![format!("*{below}"); 9].join(", ");
        let _ = writeln!(bomb, "{name}: &{name} [{aliases}]");
    }
    let read = read(&bomb);
    assert_eq!(
        read.findings()[..2],
        ["yaml-alias 1:4 &a", "yaml-alias 2:4 &b"]
    );
    assert!(read.tree().len() < 2_000);
}

proptest! {
    #[test]
    fn nothing_makes_it_panic_and_every_span_is_in_the_text(
        text in "([a-c\u{175}]|: |\n|\n  |\n    |- |\\[|\\]|\\{|\\}|, |\"|'|#| |\t|%|@|&|\\*|!|\\||>|\\?|<<|1\\.50|~|---|\r\n|\u{2028}|\u{b}|\u{feff}|\\\\|x:y){0,40}",
    ) {
        let read = read(&text);
        let _ = read.tree();
        for diagnostic in read.warned.diagnostics.iter() {
            prop_assert!(text.get(diagnostic.span.range()).is_some(), "{:?}", diagnostic);
        }
        // Nothing that is not YAML goes through without a word; a separator within quotes may.
        let theirs = serde_yaml::from_str::<serde_yaml::Value>(&text);
        if theirs.is_err() && !text.contains('\u{2028}') {
            prop_assert!(read.warned.diagnostics.has_errors(), "{:?}", theirs);
        }
    }

    #[test]
    fn what_serde_yaml_reads_is_read_alike(
        text in "([a-c]: |\n|\n  |- |x|y z|1\\.50|~|true|'q'|#c|\\[x, 2\\]|\\{a: 1\\}){0,20}",
    ) {
        let read = read(&text);
        if read.warned.diagnostics.is_empty() {
            let theirs: serde_yaml::Value = serde_yaml::from_str(&text).unwrap();
            let ours = read.warned.value.as_ref().map_or(serde_yaml::Value::Null, plain);
            prop_assert_eq!(ours, theirs);
        }
    }
}

fn plain(node: &Node) -> serde_yaml::Value {
    match &node.value {
        Value::Null => serde_yaml::Value::Null,
        Value::Scalar(scalar) => match scalar.style {
            Style::Number | Style::Bool => serde_yaml::from_str(&scalar.text).unwrap(),
            _ => serde_yaml::Value::String(scalar.text.to_string()),
        },
        Value::Sequence(items) => items.iter().map(plain).collect::<Vec<_>>().into(),
        Value::Mapping(entries) => {
            let key = |entry: &crate::syntax::Entry| {
                serde_yaml::from_str(&entry.key.value).unwrap_or(serde_yaml::Value::Null)
            };
            let pairs = entries
                .iter()
                .map(|entry| (key(entry), plain(&entry.value)));
            serde_yaml::Value::Mapping(pairs.collect())
        }
    }
}
