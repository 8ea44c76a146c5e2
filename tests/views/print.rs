//! A whole edition on one page, for paper.

use std::collections::BTreeSet;

use goldenthread::pipeline::Drafts;

use crate::{
    found::{at, website},
    site::two_editions,
    support::Site,
};

/// What stands between each `start` and the `end` behind it.
fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    let parts = text.split(start).skip(1);
    parts
        .map(|part| part.split(end).next().unwrap_or_default())
        .collect()
}

fn printed() -> Site {
    two_editions().file(
        "content/reports/2017-18/learners/improve.md",
        "### Attendance\n\n![](chart:attendance)\n\n### Measures\n\n#### Deep\n\nText.\n",
    )
}

#[test]
fn parts_tables_and_figures_are_numbered_in_the_order_of_the_page() {
    let website = website(&printed(), Drafts::Left);
    let html = at(&website, "2017-18/print/index.html").unwrap();
    let (_, main) = html.split_once("</nav>\n<section>").expect("the contents");
    let numbers = between(main, "<span class=\"part\">", "</span>");
    assert_eq!(
        numbers,
        [
            "1", "2", "2.1", "3", "3.1", "4", "4.1", "4.2", "4.3", "4.3.1", "4.3.2", "4.4", "4.5",
            "4.6", "4.6.1", "4.6.2", "5", "6"
        ]
    );
    for (kind, tag) in [("Figure ", "<figcaption>"), ("Table ", "<caption>")] {
        let captions = between(main, tag, "</");
        let numbered: Vec<_> = captions
            .iter()
            .map(|caption| caption.rsplit('>').next().unwrap_or_default())
            .map(|caption| caption.split(':').next().unwrap_or_default().to_owned())
            .collect();
        let expected: Vec<_> = (1..=captions.len())
            .map(|number| format!("{kind}{number}"))
            .collect();
        assert!(captions.len() > 2, "{captions:?}");
        assert_eq!(numbered, expected);
    }
    // A heading that bears the name of a part gets an anchor of its own.
    let ids = between(&html, " id=\"", "\"");
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
    for href in between(&html, "href=\"#", "\"") {
        assert!(unique.contains(&href), "#{href} leads nowhere");
    }
}

#[test]
fn the_contents_name_the_parts_of_two_levels() {
    let website = website(&printed(), Drafts::Left);
    let html = at(&website, "cy/2017-18/argraffu/index.html").unwrap();
    let contents = between(&html, "<nav class=\"contents numbered\"", "</nav>")[0];
    let entries = between(contents, "<span class=\"part\">", "</a>");
    let entries: Vec<_> = entries
        .iter()
        .map(|entry| entry.replace("</span>", ""))
        .collect();
    assert_eq!(
        entries[..3],
        [
            "1 Yr adroddiad yn gryno",
            "2 Cyflwyniad",
            "2.1 <span lang=\"en\">Introduction"
        ]
    );
    assert!(entries.contains(&"4 Dysgwyr".to_owned()), "{entries:?}");
}

#[test]
fn the_page_stands_for_the_report_where_pages_are_looked_for() {
    let site = printed();
    let settings = std::fs::read_to_string(site.root().join("content/site.yaml")).unwrap();
    let settings = format!("{settings}base_url: https://example.org/\n");
    let website = website(&site.file("content/site.yaml", &settings), Drafts::Left);
    let html = at(&website, "2017-18/print/index.html").unwrap();
    assert!(html.contains("<link rel=\"canonical\" href=\"https://example.org/2017-18/\">"));
    assert!(!html.contains("rel=\"alternate\" hreflang"));
    let report = at(&website, "2017-18/index.html").unwrap();
    assert!(report.contains("href=\"print/index.html\""));
}
