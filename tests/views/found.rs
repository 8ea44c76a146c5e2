//! What leads to the pages from outside: earlier addresses, the feed, the sitemap, cards.

use std::collections::BTreeSet;

use goldenthread::{
    pipeline::{Drafts, make},
    site::{Content, Site as Website},
};
use roxmltree::{Document, Node};

use crate::{
    site::two_editions,
    support::{Site, said},
};

const BASE: &str = "https://example.org/reports/";

/// The two editions on a site that knows its address, with earlier addresses and a correction.
fn based() -> Site {
    let site = two_editions();
    let settings = std::fs::read_to_string(site.root().join("content/site.yaml")).unwrap();
    let report = std::fs::read_to_string(site.root().join("content/reports/2017-18/report.md"));
    let report = report.unwrap().replacen(
        "corrections:\n",
        "aliases: [old/report.html, /cy/hen/]\ncorrections:\n  \
         - {date: 2018-08-01, was: 5, now: 4, reason: \"A & <b>slip</b>.\"}\n",
        1,
    );
    site.file(
        "content/site.yaml",
        &format!("{settings}base_url: {BASE}\n"),
    )
    .file("content/reports/2017-18/report.md", &report)
}

pub fn website(site: &Site, drafts: Drafts) -> Website {
    let made = make(site.root(), drafts);
    let found = said(&made.diagnostics, &made.value.model.sources);
    made.value.site.unwrap_or_else(|| panic!("{found:#?}"))
}

/// What stands at an address, if anything does.
pub fn at(website: &Website, address: &str) -> Option<String> {
    match &website.get(address)?.content {
        Content::Bytes(bytes) => Some(String::from_utf8(bytes.to_vec()).unwrap()),
        Content::File(path) => Some(std::fs::read_to_string(path).unwrap()),
        Content::Rendered(render) => Some(String::from_utf8(render().unwrap()).unwrap()),
        Content::Leaf(leaf) => Some(String::from_utf8(website.render(leaf).unwrap()).unwrap()),
    }
}

fn names<'d>(node: Node<'d, 'd>) -> Vec<&'d str> {
    let children = node.children().filter(Node::is_element);
    children.map(|child| child.tag_name().name()).collect()
}

fn child<'d>(node: Node<'d, 'd>, name: &str) -> &'d str {
    let mut children = node.children();
    let found = children.find(|child| child.tag_name().name() == name);
    found.and_then(|found| found.text()).unwrap_or_default()
}

fn is_moment(text: &str) -> bool {
    let (day, time) = text.split_once('T').unwrap_or_default();
    day.parse::<jiff::civil::Date>().is_ok() && time == "00:00:00Z"
}

/// What RFC 4287 asks of a feed as far as this one has it: which elements stand where and how
/// often, what they hold, and that no two have one identity.
fn assert_is_atom(text: &str) {
    let document = Document::parse(text).unwrap();
    let feed = document.root_element();
    assert_eq!(
        feed.tag_name().namespace(),
        Some("http://www.w3.org/2005/Atom")
    );
    assert_eq!(feed.tag_name().name(), "feed");
    let mut ids = BTreeSet::new();
    for node in feed.descendants().filter(Node::is_element) {
        let name = node.tag_name().name();
        let children = names(node);
        let once = |wanted: &str| children.iter().filter(|name| **name == wanted).count() == 1;
        let known: &[&str] = match name {
            "feed" => &[
                "id", "title", "subtitle", "updated", "author", "link", "entry",
            ],
            "entry" => &["id", "title", "updated", "published", "link", "summary"],
            "author" => &["name"],
            "id" | "title" | "subtitle" | "updated" | "published" | "link" | "summary" | "name" => {
                &[]
            }
            other => panic!("there is no element `{other}`"),
        };
        assert!(
            children.iter().all(|child| known.contains(child)),
            "{name}: {children:?}"
        );
        match name {
            "feed" | "entry" => {
                assert!(
                    once("id") && once("title") && once("updated"),
                    "{children:?}"
                );
                assert!(
                    ids.insert(child(node, "id").to_owned()),
                    "{}",
                    child(node, "id")
                );
                assert!(child(node, "id").starts_with(BASE));
            }
            "updated" | "published" => assert!(is_moment(node.text().unwrap_or_default())),
            "link" => assert!(node.attribute("href").unwrap().starts_with(BASE)),
            "name" | "title" => assert!(!node.text().unwrap_or_default().trim().is_empty()),
            _ => {}
        }
    }
}

#[test]
fn the_feed_tells_editions_and_corrections_by_their_own_days() {
    let website = website(&based(), Drafts::Left);
    for (address, language, titles) in [
        (
            "feed.xml",
            "en",
            [
                "Report 2017/18",
                "Correction to Report 2017/18",
                "Correction to Report 2017/18",
                "Report 2016/17",
            ],
        ),
        (
            "cy/feed.xml",
            "cy",
            [
                "Adroddiad 2017/18",
                "Cywiriad i Adroddiad 2017/18",
                "Cywiriad i Adroddiad 2017/18",
                "Report 2016/17",
            ],
        ),
    ] {
        let text = at(&website, address).expect(address);
        assert_is_atom(&text);
        let document = Document::parse(&text).unwrap();
        let feed = document.root_element();
        let lang = ("http://www.w3.org/XML/1998/namespace", "lang");
        assert_eq!(feed.attribute(lang), Some(language));
        assert_eq!(child(feed, "updated"), "2018-08-01T00:00:00Z");
        let entries = feed
            .children()
            .filter(|node| node.has_tag_name(("http://www.w3.org/2005/Atom", "entry")));
        let entries: Vec<_> = entries.collect();
        let found: Vec<_> = entries.iter().map(|entry| child(*entry, "title")).collect();
        assert_eq!(found, titles);
        // What names nothing that it is about begins as a sentence does.
        let slip = match language {
            "cy" => "Roedd 5, bellach 4. A & slip.",
            _ => "Was 5, now 4. A & slip.",
        };
        assert_eq!(child(entries[1], "summary"), slip);
        // What is not translated says so: titles, and what was put right.
        let marked = |node: Node<'_, '_>, name: &str| {
            let mut children = node.children();
            let found = children.find(|child| child.tag_name().name() == name);
            found
                .and_then(|found| found.attribute(lang))
                .map(str::to_owned)
        };
        let fallback = (language == "cy").then(|| "en".to_owned());
        assert_eq!(marked(entries[3], "title"), fallback);
        assert_eq!(marked(entries[1], "summary"), fallback);
        assert_eq!(marked(entries[1], "title"), None);
        let summary = child(entries[2], "summary");
        assert!(
            summary.contains("93.00%") && summary.contains("93.10%"),
            "{summary}"
        );
        assert!(child(entries[2], "id").ends_with("2017-18/#correction-2018-08-01-2"));
        let home = at(&website, &address.replace("feed.xml", "index.html")).unwrap();
        assert!(home.contains("type=\"application/atom+xml\""));
    }
}

#[test]
fn a_site_without_days_or_without_an_address_has_no_feed() {
    let days = two_editions();
    let based = Site::new().file(
        "content/site.yaml",
        &format!("organisation: A\ntitle: B\nlanguages: [en]\nbase_url: {BASE}\n"),
    );
    for site in [days, based] {
        let website = website(&site, Drafts::Left);
        assert_eq!(at(&website, "feed.xml"), None);
        assert!(!at(&website, "index.html").unwrap().contains("atom+xml"));
    }
}

#[test]
fn the_sitemap_names_every_page_in_every_language_but_what_is_not_to_be_found() {
    let site = based();
    // A correction changes what a page says as well.
    let report = site.root().join("content/reports/2017-18/report.md");
    let later = std::fs::read_to_string(report).unwrap();
    let later = later.replacen("date: 2018-08-01", "date: 2018-09-03", 1);
    let site = site.file("content/reports/2017-18/report.md", &later);
    let website = website(&site, Drafts::Left);
    let text = at(&website, "sitemap.xml").unwrap();
    let document = Document::parse(&text).unwrap();
    let set = document.root_element();
    let namespace = "http://www.sitemaps.org/schemas/sitemap/0.9";
    assert!(set.has_tag_name((namespace, "urlset")));
    let mut named = BTreeSet::new();
    for url in set.children().filter(Node::is_element) {
        assert!(url.has_tag_name((namespace, "url")));
        let loc = child(url, "loc");
        assert!(named.insert(loc.to_owned()), "{loc} stands there twice");
        let path = loc.strip_prefix(BASE).expect(loc);
        assert!(
            at(&website, &format!("{path}index.html")).is_some(),
            "{loc}"
        );
        let mut order = names(url);
        order.retain(|name| *name != "link");
        assert!(
            matches!(order[..], ["loc"] | ["loc", "lastmod"]),
            "{order:?}"
        );
        if order.len() > 1 {
            assert!(child(url, "lastmod").parse::<jiff::civil::Date>().is_ok());
        }
        let links = url
            .children()
            .filter(|node| node.has_tag_name(("http://www.w3.org/1999/xhtml", "link")));
        let languages: Vec<_> = links
            .map(|link| {
                (
                    link.attribute("hreflang").unwrap(),
                    link.attribute("href").unwrap(),
                )
            })
            .collect();
        assert_eq!(languages.len(), 3, "{languages:?}");
        assert_eq!(languages[0].1, languages[2].1);
        assert!(languages.iter().any(|(_, href)| *href == loc));
    }
    let pages = website.iter().filter(|(address, _)| {
        let path = address.as_str();
        let printed = ["/print/", "/argraffu/"]
            .iter()
            .any(|part| path.contains(part));
        !printed
            && path.ends_with("index.html")
            && !["old/", "cy/hen/"].iter().any(|old| path.starts_with(old))
    });
    assert_eq!(named.len(), pages.count());
    let day = text
        .split(&format!("<loc>{BASE}2017-18/</loc>"))
        .nth(1)
        .unwrap();
    assert!(
        day.starts_with("\n<lastmod>2018-09-03</lastmod>"),
        "{}",
        &day[..60]
    );
    // The thread of an edition changes with it.
    let thread = text
        .split(&format!("<loc>{BASE}2016-17/thread/</loc>"))
        .nth(1);
    assert!(
        thread.is_none_or(|thread| thread.starts_with("\n<lastmod>")),
        "{thread:?}"
    );
    let robots = at(&website, "robots.txt").unwrap();
    assert_eq!(
        robots,
        format!("User-agent: *\nAllow: /\n\nSitemap: {BASE}sitemap.xml\n")
    );
    for gone in ["sitemap.xml", "robots.txt"] {
        assert_eq!(
            at(&self::website(&two_editions(), Drafts::Left), gone),
            None
        );
    }
    let own = based().file("content/robots.txt", "User-agent: *\nDisallow: /\n");
    let own = self::website(&own, Drafts::Left);
    assert_eq!(
        at(&own, "robots.txt").unwrap(),
        "User-agent: *\nDisallow: /\n"
    );
}

#[test]
fn a_draft_is_in_neither_feed_nor_sitemap() {
    let site = based();
    let path = "content/reports/2017-18/report.md";
    let report = std::fs::read_to_string(site.root().join(path)).unwrap();
    let site = site.file(path, &report.replace("status: published", "status: draft"));
    let website = website(&site, Drafts::Built);
    let feed = at(&website, "feed.xml").unwrap();
    assert_is_atom(&feed);
    let sitemap = at(&website, "sitemap.xml").unwrap();
    for text in [&feed, &sitemap] {
        assert!(
            text.contains("2016-17/") && !text.contains("2017-18/"),
            "{text}"
        );
    }
    // Whatever shows a draft is marked, and a page that is not to be found is not named.
    for (address, _) in website
        .iter()
        .filter(|(at, _)| at.as_str().ends_with("index.html"))
    {
        if address.as_str().contains("/print/") || address.as_str().contains("/argraffu/") {
            continue;
        }
        let html = at(&website, address.as_str()).unwrap();
        let loc = format!(
            "<loc>{BASE}{}</loc>",
            address.as_str().trim_end_matches("index.html")
        );
        assert_eq!(
            html.contains("content=\"noindex\""),
            !sitemap.contains(&loc),
            "{address}"
        );
    }
}

#[test]
fn an_earlier_address_leads_to_the_page_in_its_language() {
    let website = website(&based(), Drafts::Left);
    for (old, lang, href, canonical) in [
        ("old/report.html", "en", "../2017-18/index.html", "2017-18/"),
        (
            "cy/hen/index.html",
            "cy",
            "../2017-18/index.html",
            "cy/2017-18/",
        ),
    ] {
        let html = at(&website, old).expect(old);
        for part in [
            format!("<html lang=\"{lang}\">"),
            format!("content=\"0; url={href}\""),
            format!("<a href=\"{href}\">"),
            format!("<link rel=\"canonical\" href=\"{BASE}{canonical}\">"),
            "content=\"noindex\"".to_owned(),
        ] {
            assert!(html.contains(&part), "{part} in {html}");
        }
    }
}

#[test]
fn an_earlier_address_where_something_stands_is_a_collision() {
    let site = Site::fine().file(
        "content/about.md",
        "---\ntitle: About\naliases: [2017-18, old/about, OLD/About]\n---\nText.\n",
    );
    let made = make(site.root(), Drafts::Left);
    let found = said(&made.diagnostics, &made.value.model.sources);
    let errors: Vec<_> = found
        .iter()
        .filter(|said| said.starts_with("error"))
        .collect();
    assert_eq!(errors.len(), 2, "{found:#?}");
    assert!(
        errors[0].starts_with("error address-collision content/about.md:3:11"),
        "{errors:#?}"
    );
    assert!(made.value.site.is_none());
}

#[test]
fn an_action_and_a_measure_of_two_editions_are_found_at_one_earlier_address() {
    let mut site = based();
    for edition in ["2016-17", "2017-18"] {
        let path = format!("content/reports/{edition}/learners/measures.yaml");
        let text = std::fs::read_to_string(site.root().join(&path)).unwrap();
        let text = text
            .replacen(
                "{id: attendance,",
                "{aliases: [old/att], id: attendance,",
                1,
            )
            .replacen(
                "- id: attendance\n",
                "- aliases: [old/att]\n    id: attendance\n",
                1,
            );
        assert!(text.contains("old/att"), "{text}");
        site = site.file(&path, &text);
    }
    let site = site.file(
        "content/reports/2016-17/learners/actions.yaml",
        "- {id: visit, title: Visit, aliases: [old/visit]}\n",
    );
    let website = website(&site, Drafts::Left);
    let measure = at(&website, "old/att/index.html").unwrap();
    assert!(
        measure.contains("url=../../measures/attendance/index.html"),
        "{measure}"
    );
    let action = at(&website, "old/visit/index.html").unwrap();
    assert!(
        action.contains("url=../../2016-17/learners/index.html#action-visit"),
        "{action}"
    );
}

#[test]
fn every_page_says_what_it_is_for_search_engines_and_cards() {
    let website = website(&based(), Drafts::Left);
    let pages = website
        .iter()
        .filter(|(at, _)| at.as_str().rsplit('.').next() == Some("html"));
    let mut looked = 0;
    let mut described = std::collections::BTreeMap::new();
    for (address, _) in pages {
        let html = at(&website, address.as_str()).unwrap();
        if html.contains("http-equiv=\"refresh\"") {
            continue;
        }
        looked += 1;
        let content = |name: &str| {
            let (_, rest) = html.split_once(&format!("{name}\" content=\""))?;
            rest.split('"').next()
        };
        let description = content("<meta name=\"description").unwrap_or_default();
        assert!(
            !description.trim().is_empty(),
            "{address} has no description"
        );
        let description = description.replace("&#39;", "'");
        assert!(
            description.chars().count() <= 170,
            "{address}: {description}"
        );
        let found = !address.as_str().ends_with("404.html");
        assert_eq!(content("og:title").is_some(), found, "{address}");
        let printed = html.contains("<body class=\"print");
        assert_eq!(
            html.contains("hreflang=\"x-default\""),
            found && !printed,
            "{address}"
        );
        if found && !printed {
            // A text that is not translated stands in both languages.
            let key = (address.as_str().starts_with("cy/"), description.clone());
            let other = described.insert(key, address.as_str().to_owned());
            assert_eq!(other, None, "{address}: {description}");
        }
    }
    assert!(looked > 20, "{looked}");
}
