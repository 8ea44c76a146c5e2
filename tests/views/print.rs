//! A whole edition on one page, for paper.

use std::collections::BTreeSet;

use goldenthread::pipeline::Drafts;

use crate::{
    found::{at, website},
    site::two_editions,
    support::{Site, between},
    tied::tied,
};

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
fn what_measures_count_is_told_behind_their_tables() {
    let settings = "organisation: A council\ntitle: Objectives\nlanguages: [en]\n";
    let site = Site::new().file("content/site.yaml", settings).file(
        "content/reports/2017-18/learners/measures.yaml",
        "how-much:\n  - {id: a, title: Books, unit: number, polarity: none, actual: 1}\n  \
         - {id: b, title: Readers, unit: number, polarity: none, actual: 1, definition: Who *reads*, source: A count}\n",
    );
    let website = website(&site, Drafts::Built);
    let html = at(&website, "2017-18/print/index.html").unwrap();
    let (tables, told) = html.split_once("</span> About the measures</h4>").unwrap();
    assert!(tables.contains("</table>") && tables.contains("Books"));
    let told = between(told, "<dl", "</dl>")[0].to_owned();
    assert!(
        told.contains("Readers") && !told.contains("Books"),
        "{told}"
    );
    assert!(told.contains("Who <em>reads</em>"), "{told}");
    assert!(told.contains("Source: A count"), "{told}");
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

/// What is read of the pages of a report and its objectives is on the page of the whole, but for what
/// leads round the site.
#[test]
fn every_heading_and_link_of_the_report_is_on_the_page() {
    let report = "---\ntitle: Report\nperiod: 2018-19\nstage: annual\nstatus: published\n\
                  attachments: [{file: ../../files/case.txt, title: A case}]\n---\n\
                  ## Begin\n\n[Out](https://example.org/out)\n";
    let objective = "---\ntitle: Learners\nserves: [plan/skills]\n\
                     attachments: [{file: ../../../files/other.txt, title: Another}]\n---\n### Why now\n";
    let site = tied()
        .file("content/files/other.txt", "Another.\n")
        .file("content/reports/2018-19/report.md", report)
        .file("content/reports/2018-19/learners/objective.md", objective)
        .file(
            "content/reports/2018-19/learners/improve.md",
            "### Soon\n\nSee [the case](../../../files/case.txt).\n",
        )
        .file(
            "content/reports/2018-19/evaluations/hg-2.1.yaml",
            "quality_indicator: hg/2.1\nlevel: 3\nimprovements: |\n  ### Deep\n\n  More.\nanswers: {1: {text: There., evidence: [\"quality-indicator:hg/2.3\", \"duty:g/help\"]}}\n",
        );
    let website = website(&site, Drafts::Left);
    let main = |address: &str| {
        let html = at(&website, address).unwrap();
        between(&html, "<main", "</main>")[0].to_owned()
    };
    let printed = main("2018-19/print/index.html");
    // These lead round the site, or look at other editions.
    let round = [
        "On this page",
        "The data behind this page",
        "Other editions of this report",
        "Self-evaluations of objectives",
        "Objectives",
        "Judgements over the years",
        "What changed since Report 2017-18",
    ];
    for address in [
        "2018-19/index.html",
        "2018-19/learners/index.html",
        "2018-19/adults/index.html",
    ] {
        let page = main(address);
        let mut lost = headings(&page);
        lost.retain(|heading| {
            !headings(&printed).contains(heading) && !round.contains(&&**heading)
        });
        assert_eq!(lost, BTreeSet::new(), "{address}");
        let told = led_to(&printed, "2018-19/print/");
        let folder = address.strip_suffix("index.html").unwrap();
        let beyond = [
            "frameworks/",
            "guidance/",
            "files/",
            "measures/",
            "https://",
        ];
        let mut lost = led_to(&page, folder);
        lost.retain(|link| {
            beyond.iter().any(|start| link.starts_with(start)) && !told.contains(link)
        });
        assert_eq!(lost, BTreeSet::new(), "{address}");
    }
    assert!(headings(&printed).contains("2.1 One"), "{printed}");
    let ids = between(&printed, " id=\"", "\"");
    let unique: BTreeSet<_> = ids.iter().collect();
    assert_eq!(ids.len(), unique.len(), "{ids:?}");
}

/// The words of every heading, without its number.
fn headings(html: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for level in ["h2", "h3", "h4", "h5", "h6"] {
        for heading in between(html, &format!("<{level}"), &format!("</{level}>")) {
            let (_, inner) = heading.split_once('>').unwrap();
            let inner = match inner.strip_prefix("<span class=\"part\">") {
                Some(rest) => rest.split_once("</span>").unwrap().1,
                None => inner,
            };
            let mut words = String::new();
            let mut inside = false;
            for c in inner.chars() {
                match c {
                    '<' => inside = true,
                    '>' => inside = false,
                    c if !inside => words.push(c),
                    _ => {}
                }
            }
            found.insert(words.trim().to_owned());
        }
    }
    found
}

/// The addresses, from the site's root, that the links of a page in `folder` lead to.
fn led_to(html: &str, folder: &str) -> BTreeSet<String> {
    let hrefs = between(html, "href=\"", "\"").into_iter();
    let hrefs = hrefs.filter(|href| !href.starts_with('#'));
    let address = |href: &str| {
        let href = href.split('#').next().unwrap();
        if href.contains("://") {
            return href.to_owned();
        }
        let mut parts: Vec<_> = folder.trim_end_matches('/').split('/').collect();
        for part in href.split('/') {
            match part {
                ".." => _ = parts.pop(),
                part => parts.push(part),
            }
        }
        parts.join("/")
    };
    hrefs.map(address).collect()
}
