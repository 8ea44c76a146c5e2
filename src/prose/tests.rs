//! Small texts: what stands on the page, and what is taken out of them.

use std::collections::{BTreeMap, BTreeSet};

use proptest::prelude::*;

use super::{Ids, Numbered, Options, Rendered, Resolved, Words, html, inline, plain};
use crate::{
    prose::tags::{self, Part},
    syntax::{Reference, ReferenceKind},
};

const OPTIONS: Options<'static> = Options {
    first_level: 2,
    trusted: false,
    numbered: None,
    words: Words {
        table: "Table",
        footnotes: "Footnotes",
        footnote: "Footnote",
        back: "Back to the text",
    },
    named: &BTreeMap::new(),
};

/// Answers as a site might: charts are blocks, figures are set in the line, `no:` is unknown.
fn resolve(reference: &Reference) -> Resolved {
    let target = reference.target.as_str();
    if let Some(id) = target.strip_prefix("chart:") {
        return Resolved::Block(format!("<figure id=\"{id}\"></figure>"));
    }
    if target.starts_with("figure:") {
        return Resolved::Inline(format!("<data value=\"1\">{}</data>", reference.text));
    }
    if target.starts_with("no:") {
        return Resolved::Unknown;
    }
    match reference.kind {
        ReferenceKind::Link => Resolved::Address(target.to_owned()),
        ReferenceKind::Image => Resolved::Address(format!("images/{target}")),
    }
}

fn render(text: &str) -> Rendered {
    html(text, &OPTIONS, &mut Ids::new(), &mut resolve)
}

fn check(cases: &[(&str, &str)]) {
    let wrong: Vec<_> = cases
        .iter()
        .map(|(text, expected)| (text, render(text).html, expected))
        .filter(|(_, found, expected)| found.trim_end() != **expected)
        .map(|(text, found, expected)| format!("{text:?}:\n  {found:?}\n  {expected:?}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn blocks_and_lines_become_html() {
    check(&[
        ("", ""),
        (
            "T\u{177} & <3 \"q\" 'r' -- x",
            "<p>T\u{177} &amp; &lt;3 \"q\" 'r' -- x</p>",
        ),
        (
            "a *b* **c** ~~d~~ `e<f`\ng  \nh",
            "<p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e&lt;f</code>\ng<br>\nh</p>",
        ),
        (
            "- a\n- b\n\n  c\n",
            "<ul>\n<li><p>a</p>\n</li>\n<li><p>b</p>\n<p>c</p>\n</li>\n</ul>",
        ),
        (
            "- a\n  1. b\n",
            "<ul>\n<li>a<ol>\n<li>b</li>\n</ol>\n</li>\n</ul>",
        ),
        (
            "3. a\n4. b\n",
            "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>",
        ),
        (
            "> a\n\n---\n",
            "<blockquote>\n<p>a</p>\n</blockquote>\n<hr>",
        ),
        (
            "```rust\n<a> & b\n```\n",
            "<pre><code>&lt;a&gt; &amp; b\n</code></pre>",
        ),
        (
            "a&#11;b\u{b}c&#xFDD0;0&#xFDD1;d\u{fdd0}0\u{fdd1}e",
            "<p>ab c0d   0   e</p>",
        ),
        (
            "# A\n\n### B *c*\n\n# A\n",
            "<h2 id=\"a\">A</h2>\n<h3 id=\"b-c\">B <em>c</em></h3>\n<h2 id=\"a-2\">A</h2>",
        ),
        ("#\n\n# <b></b>\n\na\n===\n", "<h2 id=\"a\">a</h2>"),
    ]);
}

#[test]
fn tables_scroll_and_say_what_heads_what() {
    let region = |label: &str| {
        format!(
            "<div class=\"table-scroll\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>\n<thead>\n<tr>"
        )
    };
    check(&[
        (
            "| A | B \"x\" |\n|:-:|--:|\n| 1 | *2* |\n",
            &format!(
                "{}<th scope=\"col\" class=\"align-center\">A</th><th scope=\"col\" class=\"align-right\">B \"x\"</th></tr>\n</thead>\n<tbody>\n<tr><td class=\"align-center\">1</td><td class=\"align-right\"><em>2</em></td></tr>\n</tbody>\n</table></div>",
                region("Table: A, B &quot;x&quot;")
            ),
        ),
        (
            "| | A |\n|---|---|\n| b | 1 |\n| | 2 |\n",
            &format!(
                "{}<td></td><th scope=\"col\">A</th></tr>\n</thead>\n<tbody>\n<tr><th scope=\"row\">b</th><td>1</td></tr>\n<tr><td></td><td>2</td></tr>\n</tbody>\n</table></div>",
                region("Table: A")
            ),
        ),
        (
            "| |\n|---|\n",
            &format!(
                "{}<td></td></tr>\n</thead>\n</table></div>",
                region("Table")
            ),
        ),
    ]);
}

#[test]
fn links_and_images_are_what_they_are_resolved_to() {
    check(&[
        (
            "[a *b*](c.html \"d\\\"e\")",
            "<p><a href=\"c.html\" title=\"d&quot;e\">a <em>b</em></a></p>",
        ),
        (
            "<https://a.org/?b&c>",
            "<p><a href=\"https://a.org/?b&amp;c\" class=\"url\">https://a.org/?b&amp;c</a></p>",
        ),
        (
            "<a@b.org>",
            "<p><a href=\"mailto:a@b.org\" class=\"url\">a@b.org</a></p>",
        ),
        (
            "[www.b.org](https://www.b.org/)",
            "<p><a href=\"https://www.b.org/\" class=\"url\">www.b.org</a></p>",
        ),
        (
            "x ![a *b*](c.png \"t\") y",
            "<p>x <img src=\"images/c.png\" alt=\"a b\" title=\"t\" loading=\"lazy\"> y</p>",
        ),
        (
            "[![a](b.png)](c.html)",
            "<p><a href=\"c.html\"><img src=\"images/b.png\" alt=\"a\" loading=\"lazy\"></a></p>",
        ),
        (
            "[49.90](figure:x) [*a*](no:x) ![b & c](no:y)",
            "<p><data value=\"1\">49.90</data> <em>a</em> b &amp; c</p>",
        ),
        // Blocks stand between paragraphs, or behind the one they are written in.
        (
            "![A](chart:a)\n![B](chart:b)\n",
            "<figure id=\"a\"></figure>\n<figure id=\"b\"></figure>",
        ),
        (
            "x\n\n![A](chart:a)\n\ny\n",
            "<p>x</p>\n<figure id=\"a\"></figure>\n<p>y</p>",
        ),
        (
            "x ![A](chart:a) y\n",
            "<p>x  y</p>\n<figure id=\"a\"></figure>",
        ),
        (
            "*x ![A](chart:a)*\n",
            "<p><em>x </em></p>\n<figure id=\"a\"></figure>",
        ),
        (
            "# x ![A](chart:a)\n",
            "<h2 id=\"x\">x </h2>\n<figure id=\"a\"></figure>",
        ),
        (
            "- ![A](chart:a)\n- b\n",
            "<ul>\n<li><figure id=\"a\"></figure>\n</li>\n<li>b</li>\n</ul>",
        ),
        (
            "[![A](chart:a)](b.html)\n",
            "<p><a href=\"b.html\">A</a></p>",
        ),
        // No address leads where it should not.
        ("[a](javascript:x) [b](data:x)", "<p>a b</p>"),
        ("[a](&#xFDD0;0&#xFDD1;)", "<p><a href=\"0\">a</a></p>"),
    ]);
}

#[test]
fn footnotes_are_numbered_and_lead_back() {
    let sup = |id: &str, from: &str, n: u8| {
        format!(
            "<sup><a href=\"#{id}\" id=\"{from}\" role=\"doc-noteref\" aria-label=\"Footnote {n}\">{n}</a></sup>"
        )
    };
    let back = |from: &str, n: &str| {
        format!(
            " <a href=\"#{from}\" role=\"doc-backlink\" aria-label=\"Back to the text {n}\">\u{21a9}\u{fe0e}</a>"
        )
    };
    let section =
        "<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"Footnotes\">\n<ol>\n";
    check(&[
        (
            "a[^x] b[^y] c[^x]\n\n[^y]: Y\n\n[^x]: X *z*\n",
            &format!(
                "<p>a{} b{} c{}</p>\n{section}<li id=\"footnote-1\"><p>X <em>z</em>{}{}</p>\n</li>\n<li id=\"footnote-2\"><p>Y{}</p>\n</li>\n</ol>\n</section>",
                sup("footnote-1", "footnote-1-ref", 1),
                sup("footnote-2", "footnote-2-ref", 2),
                sup("footnote-1", "footnote-1-ref-2", 1),
                back("footnote-1-ref", "1-1"),
                back("footnote-1-ref-2", "1-2"),
                back("footnote-2-ref", "2"),
            ),
        ),
        (
            "a\n\n[^x]: never referred to\n",
            &format!(
                "<p>a</p>\n{section}<li id=\"footnote-1\"><p>never referred to</p>\n</li>\n</ol>\n</section>"
            ),
        ),
        ("a[^none]", "<p>a[^none]</p>"),
    ]);
}

#[test]
fn harmless_html_stays_and_is_closed() {
    check(&[
        (
            "H<sub>2</sub>O <ABBR title='a \"b\"'>c</ABBR>",
            "<p>H<sub>2</sub>O <abbr title=\"a &quot;b&quot;\">c</abbr></p>",
        ),
        (
            "<details>\n<summary>A</summary>\n\n*b*\n\n</details>\n",
            "<details>\n<summary>A</summary>\n<p><em>b</em></p>\n</details>",
        ),
        (
            "<div lang=\"cy\">\n\na\n\nb</div>\n\nc",
            "<div lang=\"cy\">\n<p>a</p>\n<p>b</p>\n</div><p>c</p>",
        ),
        ("a <b>c\n\nd", "<p>a <b>c</b></p>\n<p>d</p>"),
        (
            "- <div>\n- b",
            "<ul>\n<li><div>\n</div></li>\n<li>b</li>\n</ul>",
        ),
        ("a </p></div></b> b", "<p>a  b</p>"),
        ("a <!-- note --> b\n\n<!--\nnote\n-->\n", "<p>a  b</p>"),
        ("a<br/>b &lt; &copy; <i", "<p>a<br>b &lt; \u{a9} &lt;i</p>"),
        (
            "<a href=\"https://a.org/?b=1&amp;c\">x</a> <a href='#y'>y</a>",
            "<p><a href=\"https://a.org/?b=1&amp;c\">x</a> <a href=\"#y\">y</a></p>",
        ),
        ("<p>one\n\n<p>two\n", "<p>one\n</p><p>two\n</p>"),
    ]);
}

#[test]
fn what_is_taken_out_is_named_where_it_is() {
    // Markdown, the HTML, and what was taken out, by its text.
    let cases: &[(&str, &str, &[&str])] = &[
        (
            "a <script>alert('x')</script> b",
            "<p>a  b</p>",
            &["<script>"],
        ),
        (
            "<script>\nalert(1)\n</script>\n\nb",
            "<p>b</p>",
            &["<script>"],
        ),
        (
            "T\u{177} <b onclick=\"x()\" style='y' lang=cy>z</b>",
            "<p>T\u{177} <b lang=\"cy\">z</b></p>",
            &["onclick=\"x()\"", "style='y'"],
        ),
        (
            "<a href=\"javascript:x\">a</a>",
            "<p><a>a</a></p>",
            &["href=\"javascript:x\""],
        ),
        (
            "<a href=\"page.html\" id=b>a</a>",
            "<p><a>a</a></p>",
            &["href=\"page.html\"", "id=b"],
        ),
        ("<img src=x onerror=y>", "", &["<img src=x onerror=y>"]),
        ("<h1>Big</h1>\n", "Big", &["<h1>"]),
        (
            "> <div\n> class=\"x\">a</div>\n",
            "<blockquote>\n<div>a</div>\n</blockquote>",
            &["class=\"x\""],
        ),
        ("a <div>b</div>", "<p>a b</p>", &["<div>"]),
        ("<td>a</td> <b>c</b>\n", "<b>c</b>", &["<td>"]),
        ("[a](javascript:x)", "<p>a</p>", &["javascript:x"]),
        (
            "<svg><a xlink:href=x>y</a></svg> z",
            "<p> z</p>",
            &["<svg>"],
        ),
        (
            "<b title=\"&#xFDD0;0&#xFDD1;\">a</b>",
            "<p><b title=\"0\">a</b></p>",
            &[],
        ),
    ];
    for (text, expected, taken) in cases {
        let Rendered { html, removed, .. } = render(text);
        let found: Vec<_> = removed
            .iter()
            .map(|removed| &text[removed.range.clone()])
            .collect();
        assert_eq!(found, *taken, "{text:?} {removed:?}");
        if !text.contains("<td>") {
            assert_eq!(html.trim(), *expected, "{text:?}");
        }
    }
}

#[test]
fn trusted_html_is_published_as_written() {
    let options = Options {
        trusted: true,
        ..OPTIONS
    };
    let text = "<div class=\"x\">\n\na <svg></svg>\n\n</div>\n";
    let found = html(text, &options, &mut Ids::new(), &mut resolve);
    assert_eq!(
        found.html,
        "<div class=\"x\">\n<p>a <svg></svg></p>\n</div>\n"
    );
    assert!(found.removed.is_empty());
}

#[test]
fn headings_of_a_translation_bear_the_anchors_of_what_they_translate() {
    let named = [(0, "One"), (15, "Three")];
    let named = named.map(|(at, words)| (at, words.to_owned())).into();
    let options = Options {
        named: &named,
        ..OPTIONS
    };
    let mut ids = Ids::new();
    assert!(ids.reserve("one"));
    let text = "## Un\n\n## Dau\n\n## Tri\n";
    let found = html(text, &options, &mut ids, &mut resolve);
    let found: Vec<_> = found
        .headings
        .iter()
        .map(|it| (&*it.id, &*it.text))
        .collect();
    assert_eq!(found, [("one-2", "Un"), ("dau", "Dau"), ("three", "Tri")]);
}

#[test]
fn headings_keep_clear_of_what_is_on_the_page() {
    let mut ids = Ids::new();
    assert!(ids.reserve("main"));
    let options = Options {
        first_level: 3,
        ..OPTIONS
    };
    let first = html(
        "## Main\n\n#### A `b` [49.90](figure:x)\n",
        &options,
        &mut ids,
        &mut resolve,
    );
    let headings: Vec<_> = first
        .headings
        .iter()
        .map(|h| (h.level, &*h.id, &*h.text))
        .collect();
    assert_eq!(
        headings,
        [(3, "main-2", "Main"), (4, "a-b-49-90", "A b 49.90")]
    );
    let second = html("## Main\n", &options, &mut ids, &mut resolve);
    assert_eq!(second.headings[0].id, "main-3");
}

#[test]
fn a_line_holds_no_blocks() {
    let cases = [
        ("", ""),
        ("a *b* [c](d)", "a <em>b</em> <a href=\"d\">c</a>"),
        ("a\nb\n\nc\n", "a\nb<br>\nc"),
        ("# a\n\n- b\n- c\n\n> d\n", "a<br>\nb<br>\nc<br>\nd"),
        ("| a | b |\n|---|---|\n| c | d |\n", "a b<br>\nc d"),
        ("![A](chart:a) <div>b</div>", "A b"),
        ("<b>x", "<b>x</b>"),
        ("a[^1]\n\n[^1]: N\n", "a[1]<br>\n[1] N"),
    ];
    for (text, expected) in cases {
        let found = inline(text, &OPTIONS, &mut resolve);
        assert_eq!(found.html, expected, "{text:?}");
    }
}

#[test]
fn deep_and_long_texts_take_little_time() {
    for text in [
        "> ".repeat(50_000),
        "- ".repeat(50_000),
        "*a **b ".repeat(20_000),
        "<b>".repeat(50_000),
        "<div>\n\n".repeat(20_000),
        "[".repeat(50_000),
        "![a](".repeat(20_000),
        "<x ".repeat(50_000),
        "a[^1] ".repeat(5_000) + "\n\n[^1]: x\n",
        "# a\n\n".repeat(500),
    ] {
        let _ = render(&text);
        let _ = plain(&text);
    }
}

/// Every start tag has its end tag, in order: the HTML is well formed.
fn well_formed(html: &str) -> Result<(), String> {
    let mut open = Vec::new();
    for part in tags::parts(html) {
        match part {
            Part::Start(tag) if !super::policy::is_void(&tag.name) => open.push(tag.name),
            Part::End(name, _) if open.pop() != Some(name.clone()) => {
                return Err(format!("`{name}` is closed where it is not open: {html}"));
            }
            _ => {}
        }
    }
    if open.is_empty() {
        Ok(())
    } else {
        Err(format!("{open:?} not closed: {html}"))
    }
}

proptest! {
    #[test]
    fn whatever_is_written_is_safe_and_well_formed(
        text in "(a|\u{177}|\n|\n\n|\n- |\n> |\n# |\\| |\n\\|-\\|-\\||\\*|\\*\\*|`|<b>|</b>|<div>|</div>|<p>|<li>|<td>|<table>|<a href=\"#x\">|</a>|<script>|</script>|<img src=x onerror=y>|<b onclick=x>|<!--|-->|<h1>|<|>|\"|'|\\[x\\]\\(y\\)|!\\[x\\]\\(chart:y\\)|\\[x\\]\\(javascript:y\\)|\\[\\^1\\]|\n\n\\[\\^1\\]: |&#xFDD0;0|&lt;|\u{b}|    ){0,30}",
    ) {
        let found = render(&text);
        let parts = tags::parts(&found.html);
        let tags: Vec<_> = parts
            .iter()
            .filter_map(|part| if let Part::Start(tag) = part { Some(tag) } else { None })
            .collect();
        let attributes = || tags.iter().flat_map(|tag| &tag.attributes);
        prop_assert!(!attributes().any(|found| found.name.starts_with("on")));
        prop_assert!(!attributes().any(|found| found.value.starts_with("javascript")));
        prop_assert!(!tags.iter().any(|tag| ["script", "h1"].contains(&tag.name.as_str())));
        prop_assert!(!found.html.contains(super::inserts::is_mark));
        if let Err(fault) = well_formed(&found.html) {
            prop_assert!(false, "{}", fault);
        }
        let mut seen = BTreeSet::new();
        for id in attributes().filter(|found| found.name == "id") {
            // A chart that is set twice brings its own id twice; giving those is the page's part.
            prop_assert!(seen.insert(id.value.clone()) || id.value == "y");
        }
        for removed in &found.removed {
            prop_assert!(text.get(removed.range.clone()).is_some());
        }
        prop_assert_eq!(&render(&text), &found);
        let line = inline(&text, &OPTIONS, &mut resolve);
        prop_assert!(well_formed(&line.html).is_ok());
        let _ = plain(&text);
    }
}

#[test]
fn numbered_paragraphs_are_anchors_of_their_number() {
    let options = Options {
        numbered: Some(Numbered {
            word: "Paragraph",
            chapter: Some(5),
            behind: &[],
        }),
        ..OPTIONS
    };
    let text = "5.1 One *two*\n\nNone\n\n5.1. Again\n";
    let html = html(text, &options, &mut Ids::new(), &mut |_| Resolved::Unknown).html;
    let link = "<a class=\"number\" href=\"#5.1\" aria-label=\"Paragraph 5.1\">5.1</a>";
    let expected = format!(
        "<p id=\"5.1\" class=\"numbered\">{link} One <em>two</em></p>\n<p>None</p>\n<p>{link} Again</p>\n"
    );
    assert_eq!(html, expected);
}
