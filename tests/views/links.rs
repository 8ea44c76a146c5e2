//! Links: every one leads somewhere.

use std::collections::{BTreeMap, BTreeSet};

use goldenthread::{
    model::{Language, Page},
    page,
    pipeline::Drafts,
    wording::Place,
};
use serde_json::Value;

use crate::{
    found::{at, website},
    site::{Inputs, english, json, two_editions, view},
    support::{Site, between},
};

/// Every address that stands in the output, in every language, with its page's place.
fn addresses(inputs: &Inputs) -> BTreeMap<String, Option<(Place, Language)>> {
    let context = inputs.context();
    let mut all = BTreeMap::new();
    for language in inputs.model.languages() {
        let address = |place: &Place| {
            let address = inputs.wording.address(&inputs.model, place, language);
            address.as_str().to_owned()
        };
        for page in page::places(&context) {
            let before = all.insert(address(&page.place), Some((page.place, language.clone())));
            assert!(before.is_none());
        }
        for id in page::series_charts(&context) {
            let chart = page::series_svg(&context, language, &id);
            assert!(chart.is_some(), "{id}");
            all.insert(address(&Place::SeriesChart(id)), None);
        }
        for at in 0..inputs.model.reports.len() {
            for name in page::charts(&context, at) {
                let chart = page::chart_svg(&context, language, at, &name);
                assert!(chart.is_some(), "{name}");
                all.insert(address(&Place::Chart(at, name)), None);
            }
            all.insert(address(&Place::MeasuresCsv(at)), None);
            all.insert(address(&Place::ActionsCsv(at)), None);
        }
        all.insert(address(&Place::SiteJson), None);
    }
    for asset in &inputs.model.assets {
        all.insert(page::asset_address(&asset.path).as_str().to_owned(), None);
    }
    all
}

/// Every link in a view: what stands under keys that hold links, and in HTML.
fn links(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (key, value) in fields {
                let text = value.as_str();
                match (key.as_str(), text) {
                    ("href" | "file" | "more" | "measures_href" | "actions_href", Some(link)) => {
                        found.insert(link.to_owned());
                    }
                    ("html", Some(html)) => {
                        for start in ["href=\"", "src=\""] {
                            let links = html.split(start).skip(1);
                            found.extend(links.map(|link| {
                                let end = link.find('"').unwrap();
                                link[..end].replace("&amp;", "&")
                            }));
                        }
                    }
                    _ => links(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| links(item, found)),
        _ => {}
    }
}

/// The address that a link from a page leads to, and what stands behind `#`.
fn followed(from: &str, link: &str) -> (String, Option<String>) {
    let (path, anchor) = match link.split_once('#') {
        Some((path, anchor)) => (path, Some(anchor.to_owned())),
        None => (link, None),
    };
    if path.is_empty() {
        return (from.to_owned(), anchor);
    }
    let path = path.replace("%20", " ");
    let mut parts: Vec<_> = from.split('/').collect();
    parts.pop();
    for part in path.split('/') {
        match part {
            ".." => assert!(parts.pop().is_some(), "{link} leads out, from {from}"),
            "." => {}
            part => parts.push(part),
        }
    }
    (parts.join("/"), anchor)
}

/// Every anchor of a page that views or templates set.
fn anchors(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            let complete = fields.contains_key("complete_text");
            for (key, value) in fields {
                match (key.as_str(), value.as_str()) {
                    ("id", Some(id)) if complete => _ = found.insert(format!("action-{id}")),
                    ("id", Some(id)) => _ = found.insert(id.to_owned()),
                    ("html", Some(html)) => {
                        let ids = html.split(" id=\"").skip(1);
                        found.extend(ids.map(|id| id[..id.find('"').unwrap()].to_owned()));
                    }
                    _ => anchors(value, found),
                }
            }
        }
        Value::Array(items) => items.iter().for_each(|item| anchors(item, found)),
        _ => {}
    }
}

#[test]
fn every_link_leads_to_a_page_or_file_and_every_anchor_is_there() {
    let site = two_editions();
    assert_eq!(site.said(), Vec::<String>::new());
    for inputs in [Inputs::example(), Inputs::of(site.root())] {
        let context = inputs.context();
        let all = addresses(&inputs);
        let views: BTreeMap<_, _> = all
            .iter()
            .filter_map(|(address, page)| {
                let (place, language) = page.as_ref()?;
                Some((address.as_str(), view(&context, language, place)))
            })
            .collect();
        let templates = [
            "objectives",
            "matrix",
            "since",
            "evaluations",
            "evaluations-of-objectives",
            "editions",
            "why",
            "ways-of-working",
            "actions",
            "measures",
            "key",
            "attachments",
            "data",
            "latest",
            "series",
            "comparators",
            "about",
            "comments",
            "corrections",
            "from-goals",
            "from-objectives",
            "from-measures",
            "gaps",
            "map",
            "editions",
        ];
        for (from, view) in &views {
            let mut found = BTreeSet::new();
            links(view, &mut found);
            for link in found {
                if link.starts_with("mailto:") || link.starts_with("https:") {
                    continue;
                }
                let (to, anchor) = followed(from, &link);
                assert!(all.contains_key(&to), "{link} on {from} leads to no page");
                let (Some(anchor), Some(view)) = (anchor, views.get(&*to)) else {
                    continue;
                };
                let mut there = BTreeSet::new();
                anchors(view, &mut there);
                let known = there.contains(&anchor) || templates.contains(&&*anchor);
                assert!(known, "{link} on {from}: no such anchor among {there:?}");
            }
        }
        for language in inputs.model.languages() {
            let shared = json(page::shared(&context, language));
            for entry in shared["nav"].as_array().unwrap() {
                let address = entry["address"].as_str().unwrap();
                assert!(all.contains_key(address), "{address}");
            }
            assert!(all.contains_key(shared["data"].as_str().unwrap()));
        }
    }
}

/// In a list of links a number alone says nothing; a link with words of its own needs no more.
#[test]
fn a_link_that_is_a_number_is_named_by_what_it_counts() {
    let site = two_editions().file(
        "content/about.md",
        "---\ntitle: {all: About}\n---\nIt was [93.10%](measure:attendance.actual), []\
         (measure:attendance.actual), **[93.10](measure:attendance.actual)**, [*93.10*]\
         (measure:attendance.actual), and [93.10% of all](measure:attendance.actual).\n",
    );
    let inputs = Inputs::of(site.root());
    let is_it = |page: &Page| page.title.fallback(&english(), &[]).0 == "About";
    let at = inputs.model.pages.iter().position(is_it).unwrap();
    let found = view(&inputs.context(), &english(), &Place::Page(at));
    let html = found["body"]["html"].as_str().unwrap();
    let mut named = html.split("aria-label=\"").skip(1);
    let mut name = || named.next().and_then(|rest| rest.split('"').next());
    for expected in [
        "93.10%, Attendance",
        "93.10%\u{a0}[p], Attendance",
        "93.10, Attendance",
    ] {
        assert_eq!(name(), Some(expected), "{html}");
    }
    assert_eq!(name(), None, "{html}");
}

#[test]
fn a_page_with_a_list_of_its_sections_lists_all_of_them_in_order() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    let website = website(&site, Drafts::Built);
    let mut listed = 0;
    for report in 0..inputs.model.reports.len() {
        let objectives = 0..inputs.model.reports[report].objectives.len();
        let objectives = objectives.map(|objective| Place::Objective(report, objective));
        for place in std::iter::once(Place::Report(report)).chain(objectives) {
            for language in inputs.model.languages() {
                let address = inputs.wording.address(&inputs.model, &place, language);
                let page = at(&website, address.as_str()).expect("a page");
                let main = between(&page, "<main", "</main>").concat();
                let headings: Vec<_> = between(&main, "<h2 id=\"", "\"")
                    .into_iter()
                    .filter(|id| *id != "contents")
                    .collect();
                let contents = between(&main, "<nav class=\"contents\"", "</nav>").concat();
                let entries: Vec<_> = between(&contents, "href=\"#", "\"")
                    .into_iter()
                    .filter(|id| headings.contains(id))
                    .collect();
                assert_eq!(entries, headings, "{address}");
                listed += entries.len();
            }
        }
    }
    assert!(listed > 20, "{listed}");
}

/// A draft says nothing on behalf of the public, on no page but its own; where nothing else has a name,
/// it is meant.
#[test]
fn a_name_outside_reports_means_what_is_published() {
    let report = |year: &str, status: &str| {
        format!("---\ntitle: Report\nperiod: {year}\nstage: annual\nstatus: {status}\n---\n")
    };
    let measures = |actual: u8, other: &str| {
        format!(
            "how-much:\n  - {{id: m, title: M, unit: number, polarity: none, actual: {actual}}}\n{other}"
        )
    };
    let new = "  - {id: new, title: New, unit: number, polarity: none, actual: 7}\n";
    let mut site = Site::fine().file(
        "content/about.md",
        "---\ntitle: About\n---\n[5](measure:m.actual) [](objective:learners) \
         [6](measure:m.actual@2018-19) [](measure:new.actual)\n",
    );
    for (year, status, measures) in [
        ("2017-18", "published", measures(5, "")),
        ("2018-19", "draft", measures(6, new)),
    ] {
        let folder = format!("content/reports/{year}");
        site = site
            .file(&format!("{folder}/report.md"), &report(year, status))
            .file(
                &format!("{folder}/learners/objective.md"),
                &format!("---\ntitle: Learners {year}\n---\nWhy.\n"),
            )
            .file(&format!("{folder}/learners/measures.yaml"), &measures);
    }
    let website = website(&site, Drafts::Built);
    let about = at(&website, "about/index.html").unwrap();
    for link in [
        "<a href=\"../measures/m/index.html\" aria-label=\"5, M\">5</a>",
        "<a href=\"../2017-18/learners/index.html\">Learners 2017-18</a>",
        "aria-label=\"6, M\">6</a>",
        "aria-label=\"7, New\">7</a>",
    ] {
        assert!(about.contains(link), "{link}: {about}");
    }
}

#[test]
fn a_figure_of_a_period_is_the_one_that_its_edition_knew() {
    // The second edition restates what the first published; the third, a draft, does so once more.
    let editions = [
        ("2013-14", "published", "actual: 5.25"),
        (
            "2014-15",
            "published",
            "actual: 7, previous: 5.5, restated: Counted again",
        ),
        (
            "2015-16",
            "draft",
            "actual: 8, history: {2013-14: 5.75}, previous: 7.5, restated: Once more",
        ),
    ];
    let text = "[](measure:m.actual@2013-14) [](measure:m.actual@2014-15)";
    let mut site = Site::fine().file(
        "content/about.md",
        &format!("---\ntitle: About\n---\n{text}\n"),
    );
    for (year, status, figures) in editions {
        let folder = format!("content/reports/{year}-annual");
        let words = if year == "2013-14" {
            "[](measure:m.actual@2013-14)"
        } else {
            text
        };
        site = site
            .file(
                &format!("{folder}/report.md"),
                &format!(
                    "---\ntitle: Report\nperiod: {year}\nstage: annual\nstatus: {status}\n---\n"
                ),
            )
            .file(
                &format!("{folder}/learners/objective.md"),
                &format!("---\ntitle: Learners\n---\nWas {words}.\n"),
            )
            .file(
                &format!("{folder}/learners/measures.yaml"),
                &format!(
                    "how-much:\n  - {{id: m, title: M, unit: number, polarity: none, {figures}}}\n"
                ),
            );
    }
    let website = website(&site, Drafts::Built);
    for (address, expected) in [
        ("2013-14-annual/learners/index.html", &["5.25"][..]),
        ("2014-15-annual/learners/index.html", &["5.5", "7.0"]),
        ("2015-16-annual/learners/index.html", &["5.5", "7.5"]),
        ("about/index.html", &["5.5", "7.0"]),
    ] {
        let page = at(&website, address).unwrap();
        let quoted = page.split("aria-label=\"").skip(1).filter_map(|link| {
            let (label, rest) = link.split_once("\">")?;
            let (text, _) = rest.split_once("</a>")?;
            label.starts_with(&format!("{text}, M")).then_some(text)
        });
        let quoted: Vec<_> = quoted.collect();
        assert_eq!(quoted, expected, "{address}");
    }
}

#[test]
fn a_problem_is_reported_with_the_page_and_its_language() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    let welsh = Language::parse("cy").unwrap();
    let view = view(&inputs.context(), &welsh, &Place::Page(0));
    let mailto = view["problem"]["mailto"].as_str().unwrap();
    assert!(
        mailto.starts_with("mailto:reports@example.org?subject="),
        "{mailto}"
    );
    assert!(mailto.contains("%2Fcy%2Famdanom%2F"), "{mailto}");
    assert!(mailto.contains("Cymraeg"), "{mailto}");
    assert!(mailto.contains("%0D%0A"), "{mailto}");
    assert!(!mailto.contains([' ', '\n', '"']), "{mailto}");
}

#[test]
fn what_is_not_found_is_reported_by_the_address_that_only_the_browser_knows() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    for (language, words) in [("en", "was%20not%20found"), ("cy", "na%20chanfuwyd")] {
        let language = Language::parse(language).unwrap();
        let view = view(&inputs.context(), &language, &Place::NotFound);
        assert_eq!(view["problem"]["address"], Value::Null);
        let mailto = view["problem"]["mailto"].as_str().unwrap();
        assert!(!mailto.contains("404"), "{mailto}");
        // What comes after that is the address.
        assert!(mailto.ends_with(&format!("{words}%3A%20")), "{mailto}");
    }
}

#[test]
fn a_heading_at_another_level_changes_no_anchor() {
    let text = "---\ntitle: About\n---\nText.\n\n## One\n\n## Two\n\n### Three\n\n## Four\n";
    let welsh = "---\ntitle: Amdanom\n---\nTestun.\n\n## Un\n\n### Dau\n\n### Tri\n\n## Pedwar\n";
    let site = two_editions()
        .file("content/about.md", text)
        .file("content/about.cy.md", welsh);
    let inputs = Inputs::of(site.root());
    let welsh = Language::parse("cy").unwrap();
    let view = view(&inputs.context(), &welsh, &Place::Page(0));
    let html = view["body"]["html"].as_str().unwrap();
    for heading in [
        "<h2 id=\"one\">Un<",
        "<h3 id=\"two\">Dau<",
        "<h3 id=\"three\">Tri<",
        "<h2 id=\"four\">Pedwar<",
    ] {
        assert!(html.contains(heading), "{heading} in {html}");
    }
}
