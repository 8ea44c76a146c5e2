//! What evidence is called, where it is told, and the texts that may link to it.

use goldenthread::{pipeline::Drafts, wording::Place};

use serde_json::Value;

use crate::{
    found::{at, website},
    site::{Inputs, english, view},
    tied::{texts, tied},
};

/// Two entries that lead to one page differ in their words, and no name of a file or chart is shown for
/// one that has words.
#[test]
fn evidence_names_the_part_of_a_page_that_it_is() {
    let site = tied()
        .file(
            "content/about.md",
            "---\ntitle: About\n---\n## What next\n\nA.\n\n## Main\n\nB.\n",
        )
        .file(
            "content/frameworks/hg/2.3.yaml",
            "code: \"2.3\"\ntitle: Three\nquestions: [{id: who, text: Who?}, Why?, When?]\n\
             themes: [{id: a, title: Clear}]\n",
        )
        .file(
            "content/reports/2018-19/learners/objective.md",
            "---\ntitle: Learners\n---\nWhy.\n\n## Need\n\nSo.\n",
        )
        .file(
            "content/reports/2018-19/learners/done-well.md",
            "Well.\n\n## Need\n\nSo.\n",
        )
        .file(
            "content/reports/2018-19/learners/evaluations/hg-2.3.yaml",
            "quality_indicator: hg/2.3\nanswers:\n  who:\n    text: We.\n    evidence:\n    \
             - page:about\n    - page:about#what-next\n    - page:about#main-2\n    \
             - quality-indicator:hg/2.3#question-who\n    - quality-indicator:hg/2.3#question-2\n    \
             - quality-indicator:hg/2.3#theme-a\n    \
             - ../objective.md#need\n    - ../objective.md#need-2\n    - ../objective.md#done-well\n    \
             - ../objective.md#actions\n    - ../objective.md#action-teach\n    \
             - ../done-well.md#need-2\n    \
             - chart:learners-how-much\n    - chart:m2@2018-19\n    - chart:m1@2017-18\n    \
             - ../../../../files/case.txt#two\n",
        );
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let learners = view(&context, &english(), &Place::Objective(0, 1));
    let evidence = &learners["evaluations"][0]["answers"][0]["evidence"];
    assert_eq!(
        texts(evidence),
        [
            "About",
            "About – What next",
            "About – Main",
            "2.3 Three – Question 1",
            "2.3 Three – Question 2",
            "2.3 Three – Clear",
            "Learners – #need",
            "Learners – #need-2",
            "Learners – What have we done well?",
            "Learners – Actions",
            "Learners – Teach",
            "What have we done well? – #need-2",
            "How much did we do? (2018/19)",
            "Measure m2, 2018/19",
            "Measure m1, 2017/18",
            "case.txt#two",
        ]
    );
    let website = website(&site, Drafts::Left);
    assert!(at(&website, "2018-19/learners/index.html").is_some());
}

/// It is said of the whole page, not of what stands last on it.
#[test]
fn evidence_of_a_whole_page_stands_under_a_heading_of_its_own() {
    let site = tied().file(
        "content/reports/2018-19/learners/evaluations/hg-2.3.yaml",
        "quality_indicator: hg/2.3\nanswers:\n  who:\n    text: We.\n    \
         evidence: [\"objective:adults\", \"report:2018-19\", \"quality-indicator:hg/2.1\"]\n",
    );
    let website = website(&site, Drafts::Left);
    for (page, listed) in [
        ("2018-19/adults/index.html", true),
        ("2018-19/index.html", true),
        ("frameworks/hg/2.1/index.html", false),
    ] {
        let html = at(&website, page).unwrap();
        let heading = "<h2 id=\"as_evidence\">Where this is evidence</h2>\n<p class=\"sub\">Evidence in the self-evaluation of:";
        assert!(html.contains(heading), "{page}: {html}");
        let entry = "<a href=\"#as_evidence\">Where this is evidence</a>";
        assert_eq!(html.contains(entry), listed, "{page}: {html}");
    }
    let learners = at(&website, "2018-19/learners/index.html").unwrap();
    assert!(!learners.contains("as_evidence"), "{learners}");
}

/// Links in them lead where they do in any text, and a list of links takes their words alone.
#[test]
fn questions_duties_and_the_notice_are_markdown() {
    let site = tied()
        .file(
            "content/site.yaml",
            "organisation: Council\ntitle: Site\nlanguages: [en]\n\
             notice: An *example*, see [about](about.md).\n",
        )
        .file("content/about.md", "---\ntitle: About\n---\nA.\n")
        .file(
            "content/frameworks/hg/2.1.yaml",
            "code: \"2.1\"\ntitle: One\nquestions: [\"Where is [that](page:about)?\"]\n",
        )
        .file(
            "content/guidance/g/responsibilities.yaml",
            "- body: Those who teach\n  says: By [the first](paragraph:g/1.1) they\n  \
             duties: [{id: teach, text: Teach.}]\n",
        );
    let website = website(&site, Drafts::Left);
    let shown = [
        (
            "frameworks/hg/2.1/index.html",
            "<p>Where is <a href=\"../../../about/index.html\">that</a>?</p>",
        ),
        ("thread/index.html", ">1. Where is that?</a>"),
        (
            "guidance/g/responsibilities/index.html",
            "<p>By <a href=\"../1/index.html#1.1\">the first</a> they</p>",
        ),
        (
            "index.html",
            "An <em>example</em>, see <a href=\"about/index.html\">about</a>.",
        ),
        (
            "2018-19/learners/index.html",
            "An <em>example</em>, see <a href=\"../../about/index.html\">about</a>.",
        ),
    ];
    for (path, text) in shown {
        let page = at(&website, path).unwrap();
        assert!(page.contains(text), "{path}: {page}");
    }
}

/// A text of a report leads to its own edition, one outside to the page of all.
#[test]
fn the_golden_thread_can_be_linked_to() {
    let links = "[a](thread:) [](thread:) [b](thread:@2017-18) [c](thread:#gaps) \
                 [d](thread:#objective-adults)";
    let site = tied()
        .file(
            "content/about.md",
            &format!("---\ntitle: About\n---\n{links}\n"),
        )
        .file(
            "content/reports/2018-19/learners/objective.md",
            &format!("---\ntitle: Learners\n---\n{links}\n"),
        )
        .file(
            "content/reports/2018-19/learners/evaluations/hg-2.3.yaml",
            "quality_indicator: hg/2.3\nanswers:\n  who:\n    text: We.\n    \
             evidence: [\"thread:\", \"thread:@2017-18\"]\n",
        );
    let website = website(&site, Drafts::Left);
    let about = at(&website, "about/index.html").unwrap();
    let learners = at(&website, "2018-19/learners/index.html").unwrap();
    for (page, link) in [
        (&about, "<a href=\"../thread/index.html\">a</a>"),
        (
            &about,
            "<a href=\"../thread/index.html\">The golden thread</a>",
        ),
        (&about, "<a href=\"../2017-18/thread/index.html\">b</a>"),
        (&about, "<a href=\"../thread/index.html#gaps\">c</a>"),
        (&learners, "<a href=\"../thread/index.html\">a</a>"),
        (
            &learners,
            "<a href=\"../../2017-18/thread/index.html\">b</a>",
        ),
        (
            &learners,
            "<a href=\"../thread/index.html#objective-adults\">d</a>",
        ),
    ] {
        assert!(page.contains(link), "{link}: {page}");
    }
    let listed = "Evidence: <a href=\"../thread/index.html\">The golden thread of Report 2018-19</a>; <a href=\"../../2017-18/thread/index.html\">The golden thread of Report 2017-18</a>";
    assert!(learners.contains(listed), "{learners}");
    for (page, is_evidence) in [
        ("2018-19/thread/index.html", true),
        ("2017-18/thread/index.html", true),
        ("thread/index.html", false),
    ] {
        let page = at(&website, page).unwrap();
        assert_eq!(page.contains("id=\"as_evidence\""), is_evidence, "{page}");
    }
    let data: Value = serde_json::from_str(&at(&website, "data/site.json").unwrap()).unwrap();
    let ties = data["thread"].as_array().unwrap().iter();
    let names = ties.filter_map(|tie| tie["to"].as_str().filter(|to| to.starts_with("thread:")));
    assert_eq!(names.collect::<Vec<_>>(), ["thread:", "thread:@2017-18"]);
}
