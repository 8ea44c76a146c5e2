//! The page of the golden thread, and what brings goals onto the site.

use goldenthread::{pipeline::Drafts, wording::Place};

use serde_json::json;

use crate::{
    found::{at, website},
    site::{Inputs, english, view},
    support::Site,
    tied::tied,
};

/// An objective whose measure only an action of another one names.
fn crossed() -> Site {
    let folder = "content/reports/2018-19";
    tied()
        .file(
            &format!("{folder}/learners/actions.yaml"),
            "- {id: teach, title: Teach, status: in-progress, measures: [m2, own], fulfils: [g/teach]}\n",
        )
        .file(
            &format!("{folder}/adults/measures.yaml"),
            "how-much:\n  - {id: own, title: Own, unit: number, polarity: none, actual: 5}\n",
        )
}

#[test]
fn a_measure_that_another_objective_names_stands_in_its_own_as_well() {
    let site = crossed();
    let inputs = Inputs::of(site.root());
    let found = view(&inputs.context(), &english(), &Place::Thread);
    let strands = found["objectives"].as_array().unwrap();
    let told: Vec<_> = strands
        .iter()
        .map(|strand| {
            let own = strand["elsewhere"].as_array().unwrap().iter();
            let own = own.map(|knot| (&knot["link"]["text"]["text"], &knot["note"]));
            (
                strand["link"]["text"]["text"].as_str().unwrap(),
                own.collect::<Vec<_>>(),
            )
        })
        .collect();
    let note = json!("named by an action of learners 2018-19");
    let own = json!("Own");
    assert_eq!(
        told,
        [
            ("adults 2018-19", vec![(&own, &note)]),
            ("learners 2018-19", vec![])
        ]
    );
}

#[test]
fn the_map_comes_after_all_that_says_the_same_in_words() {
    let website = website(&crossed(), Drafts::Left);
    let page = at(&website, "2018-19/thread/index.html").unwrap();
    let places = [
        "from-goals",
        "from-objectives",
        "from-measures",
        "gaps",
        "map",
    ]
    .map(|id| {
        page.find(&format!("id=\"{id}\""))
            .unwrap_or_else(|| panic!("{id}: {page}"))
    });
    assert!(places.is_sorted(), "{places:?}");
    let (words, map) = page.split_at(places[4]);
    // Whatever the map leads to, the words before it lead to.
    let mut links = 0;
    for link in map.split("<a href=\"").skip(1) {
        let Some((href, rest)) = link.split_once('"') else {
            continue;
        };
        if rest.starts_with(" tabindex=\"-1\"") {
            links += 1;
            assert!(words.contains(&format!("href=\"{href}\"")), "{href}");
        }
    }
    assert!(links > 10, "{map}");
    let (key, goals) = (map.find("Key to the map"), map.find("Served by"));
    assert!(key.is_some() && key < goals, "{map}");
    // A goal below another one stands in under it, in the list as on the map.
    let nested =
        "<div class=\"nested\"><dt><a href=\"../../frameworks/plan/skills/reading/index.html\">";
    assert!(words.contains(nested), "{words}");
    assert!(!words.contains(
        "<div class=\"nested\"><dt><a href=\"../../frameworks/plan/skills/index.html\">"
    ));
}

/// The address of a built-in goal.
const GOAL: &str = "frameworks/wfg/resilient/index.html";

#[test]
fn what_is_no_reference_brings_no_goal_onto_the_site() {
    let about = "content/about.md";
    let evaluation = "content/reports/2018-19/adults/evaluations/hg-2.3.yaml";
    let of = |evidence: &str| {
        format!(
            "quality_indicator: hg/2.3\nanswers:\n  2:\n    text: So.\n    evidence: [{evidence}]\n"
        )
    };
    let cases = [
        (
            about,
            "# About\n\n<!-- [It](goal:wfg/resilient) -->\n".to_owned(),
            false,
        ),
        (
            about,
            "# About\n\n`[It](goal:wfg/resilient)` is how.\n".to_owned(),
            false,
        ),
        (
            about,
            "---\n# goal:wfg/resilient\ntitle: About\n---\nWords.\n".to_owned(),
            false,
        ),
        (
            about,
            "# About\n\nWrite goal:wfg/resilient.\n".to_owned(),
            false,
        ),
        (
            about,
            "# About\n\nSee [it][a].\n\n[a]: goal:wfg/resilient\n".to_owned(),
            true,
        ),
        (
            about,
            "---\ntitle: About\nsummary: See [it](goal:wfg/resilient).\n---\nWords.\n".to_owned(),
            true,
        ),
        (
            about,
            "---\ntitle: See [it](goal:wfg/resilient)\nshort_title: {en: \"[It](goal:wfg/resilient)\"}\n---\nWords.\n".to_owned(),
            false,
        ),
        (
            evaluation,
            "quality_indicator: hg/2.3\nthemes:\n  title:\n    text: See [it](goal:wfg/resilient).\n".to_owned(),
            true,
        ),
        (
            evaluation,
            of("\"action:teach\" # \"goal:wfg/resilient\"\n    "),
            false,
        ),
        (evaluation, of("\"goal:wfg/resilient\""), true),
    ];
    for (path, text, expected) in cases {
        let site = tied().file(
            "content/frameworks/hg/2.3.yaml",
            "code: \"2.3\"\ntitle: Three\nquestions: [{id: who, text: Who?}, Why?]\nthemes: [{id: title, title: T}]\n",
        );
        let site = site.file(path, &text);
        let found = at(&website(&site, Drafts::Left), GOAL);
        assert_eq!(found.is_some(), expected, "{path}: {text}");
    }
}

#[test]
fn goals_that_only_a_draft_names_are_left_out_with_it() {
    let draft = |id: &str| {
        format!(
            "---\ntitle: Report {id}\nperiod: {id}\nstage: annual\nstatus: draft\n---\nSee [it](goal:wfg/resilient).\n"
        )
    };
    let site = tied().file("content/reports/2019-20/report.md", &draft("2019-20"));
    assert_eq!(at(&website(&site, Drafts::Left), GOAL), None);
    assert!(at(&website(&site, Drafts::Built), GOAL).is_some());
    // What is published names them as well.
    let site = site.file(
        "content/about.md",
        "# About\n\nSee [it](goal:wfg/more-equal).\n",
    );
    assert!(at(&website(&site, Drafts::Left), GOAL).is_some());
}
