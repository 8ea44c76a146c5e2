//! The golden thread followed on the pages: what counts as tied, and the way back from evidence.

use goldenthread::{model::Id, pipeline::Drafts, wording::Place};
use serde_json::Value;

use crate::{
    found::{at, website},
    site::{Inputs, english, view},
    tied::{item, of_editions, texts, tied},
};

#[test]
fn a_goal_is_served_through_those_below_it() {
    let site = tied();
    let inputs = Inputs::of(site.root());
    let found = view(&inputs.context(), &english(), &Place::ReportThread(0));
    let gaps = found["gaps"].as_array().unwrap();
    let goals = gaps.iter().find(|gap| gap["id"] == "gap-goals").unwrap();
    assert_eq!(texts(&goals["groups"][0]["entries"]), ["Health"]);
    // Every page that tells who serves a goal counts alike, and says how.
    let below = |links: &Value| -> Vec<bool> {
        let links = links.as_array().unwrap().iter();
        links.map(|link| link["below"].as_bool().unwrap()).collect()
    };
    let mut frameworks = found["frameworks"].as_array().unwrap().iter();
    let plan = frameworks
        .find(|it| it["framework"]["text"]["text"] == "Plan")
        .unwrap();
    assert_eq!(plan["items"][0]["link"]["text"]["text"], "Skills");
    assert_eq!(below(&plan["items"][0]["objectives"]), [true, true]);
    assert_eq!(below(&plan["items"][1]["objectives"]), [false, false]);
    assert_eq!(plan["rest"], "1 other goal is served by no objective.");
    let context = inputs.context();
    let skills = view(&context, &english(), &item(&inputs, "plan", "skills"));
    assert_eq!(below(&skills["served"][0]["objectives"]), [true, true]);
    assert_eq!(
        skills["served"][1]["report"]["text"]["text"],
        "Report 2017-18"
    );
    assert_eq!(below(&skills["below"][0]["served"]), [false, false]);
    let page = website(&site, Drafts::Left);
    for (path, count) in [
        ("frameworks/plan/index.html", 2),
        ("frameworks/plan/skills/index.html", 4),
        ("thread/index.html", 2),
    ] {
        let page = at(&page, path).unwrap();
        let said = page.matches("through a goal below it").count();
        assert_eq!(said, count, "{path}: {page}");
    }
}

/// The page and the check have one rule.
#[test]
fn an_edition_that_ties_nothing_of_a_kind_lacks_none() {
    let mut site = tied();
    for objective in ["adults", "learners"] {
        site = site.file(
            &format!("content/reports/2018-19/{objective}/objective.md"),
            &format!("---\ntitle: {objective}\n---\nWhy.\n"),
        );
    }
    let inputs = Inputs::of(site.root());
    let found = view(&inputs.context(), &english(), &Place::Thread);
    let gaps = found["gaps"].as_array().unwrap();
    assert!(
        gaps.iter().all(|gap| gap["id"] != "gap-objectives"),
        "{gaps:?}"
    );
    assert!(gaps.iter().any(|gap| gap["id"] == "gap-goals"), "{gaps:?}");
    assert_eq!(found["gaps_of_all"][0]["counts"][0], "None is tied");
}

/// The count, the page, the rows of actions and the open data have one rule.
#[test]
fn a_cancelled_action_answers_no_duty() {
    let with = |status: &str| {
        tied().file(
            "content/reports/2018-19/learners/actions.yaml",
            &format!(
                "- {{id: teach, title: Teach, status: {status}}}\n\
                 - {{id: learn, title: Learn, status: cancelled, fulfils: [g/teach]}}\n"
            ),
        )
    };
    let told = |status: &str| {
        let site = with(status);
        let inputs = Inputs::of(site.root());
        let found = view(&inputs.context(), &english(), &Place::Duties(0));
        let sentence = found["bodies"][0]["sentence"].as_str().unwrap().to_owned();
        let duty = &found["bodies"][0]["duties"][0];
        let named = |key: &str| {
            let actions = duty[key].as_array().unwrap().iter();
            let of = |action: &Value, part: &str| action[part]["text"]["text"].clone();
            let names = actions.map(|action| {
                let (action, report) = (of(action, "action"), of(action, "report"));
                format!("{}, {}", action.as_str().unwrap(), report.as_str().unwrap())
            });
            names.collect::<Vec<_>>().join("; ")
        };
        let (answers, cancelled) = (named("answers"), named("cancelled"));
        let data = website(&site, Drafts::Left);
        let data = at(&data, "data/site.json").unwrap();
        let data: Value = serde_json::from_str(&data).unwrap();
        let duty = &data["guidance"][0]["responsibilities"][0]["duties"][0];
        (sentence, answers, cancelled, duty["answered_by"].clone())
    };
    // What an earlier edition said of it is over as well, also where the later names no duty any more.
    for status in ["cancelled, fulfils: [g/teach]", "cancelled"] {
        let (sentence, answers, cancelled, data) = told(status);
        assert_eq!(sentence, "0 of 1 duty is answered.");
        assert_eq!(answers, "");
        assert_eq!(cancelled, "Teach, Report 2018-19; Learn, Report 2018-19");
        assert_eq!(data, serde_json::json!([]));
    }
    let (sentence, answers, cancelled, data) = told("deferred, fulfils: [g/teach]");
    assert_eq!(sentence, "1 of 1 duty is answered.");
    assert_eq!(answers, "Teach, Report 2018-19; Teach, Report 2017-18");
    assert_eq!(cancelled, "Learn, Report 2018-19");
    assert_eq!(
        data,
        serde_json::json!([
            "action:learners/teach@2017-18",
            "action:learners/teach@2018-19"
        ])
    );
    let website = website(&with("cancelled, fulfils: [g/teach]"), Drafts::Left);
    let page = at(&website, "guidance/g/responsibilities/index.html").unwrap();
    let blank = page.find("nothing yet").unwrap();
    let named = page.find("Cancelled, and so no answer any more:").unwrap();
    assert!(blank < named, "{page}");
    for page in ["2018-19/learners/index.html", "2018-19/thread/index.html"] {
        let page = at(&website, page).unwrap();
        assert!(!page.contains("Fulfils:"), "{page}");
    }
}

#[test]
fn the_page_of_a_measure_says_of_which_edition_a_goal_is() {
    let site = tied().file(
        "content/reports/2018-19/learners/objective.md",
        "---\ntitle: Learners\nserves: [hg/2.1]\n---\nWhy.\n",
    );
    let inputs = Inputs::of(site.root());
    let shared = Place::Measure(Id::parse("shared").unwrap());
    let found = view(&inputs.context(), &english(), &shared);
    assert_eq!(
        of_editions(&found["serves"]),
        ["2.1 One, Report 2018-19", "Reading, Report 2017-18"]
    );
}

#[test]
fn a_report_lists_the_evaluations_of_its_objectives() {
    let site = tied();
    let website = website(&site, Drafts::Left);
    let page = at(&website, "2018-19/index.html").unwrap();
    let listed = "<li><a href=\"learners/index.html#evaluation-hg-2-3\">learners 2018-19</a>: <a href=\"../frameworks/hg/2.3/index.html\">2.3 Three</a>. Level 4 of 6: good</li>";
    assert!(page.contains("Self-evaluations of objectives"), "{page}");
    assert!(page.contains(listed), "{page}");
    // A report whose objectives have none has no such list.
    let bare = tied()
        .without("content/reports/2018-19/learners/evaluations/hg-2.3.yaml")
        .without("content/reports/2018-19/adults/evaluations/hg-2.3.yaml");
    let website = crate::found::website(&bare, Drafts::Left);
    let page = at(&website, "2018-19/index.html").unwrap();
    assert!(!page.contains("Self-evaluations of objectives"), "{page}");
}

/// What is evidence says so where it stands itself, and is named once in whatever words it is named.
#[test]
fn evidence_is_followed_back_and_named_once() {
    let site = tied().file(
        "content/reports/2018-19/learners/evaluations/hg-2.3.yaml",
        "quality_indicator: hg/2.3\nanswers:\n  who:\n    text: We.\n    \
         evidence: [\"objective:adults\", \"objective:adults@2018-19\", \"duty:g/teach\", \"goal:plan/health\", \
         \"https://example.org/\", \"https://example.org/?a\"]\n  \
         2:\n    text: So.\n    evidence: [\"objective:adults\"]\n",
    );
    let site = site.file(
        "content/guidance/g/responsibilities.yaml",
        "- body: Us\n  duties: [{id: teach, text: Teach **all** of *them*.}]\n",
    );
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let told = ["learners 2018-19, Report 2018-19"];
    let adults = view(&context, &english(), &Place::Objective(0, 0));
    assert_eq!(of_editions(&adults["standing"]), told);
    let learners = view(&context, &english(), &Place::Objective(0, 1));
    assert_eq!(of_editions(&learners["standing"]), [""; 0]);
    let evidence = &learners["evaluations"][0]["answers"][0]["evidence"];
    // Words alone, without the marks of Markdown.
    assert_eq!(
        texts(evidence),
        [
            "adults 2018-19",
            "Teach all of them.",
            "Health",
            "https://example.org/",
            "https://example.org/?a"
        ]
    );
    let health = view(&context, &english(), &item(&inputs, "plan", "health"));
    assert_eq!(of_editions(&health["standing"]), told);
    let duties = view(&context, &english(), &Place::Duties(0));
    assert_eq!(
        of_editions(&duties["bodies"][0]["duties"][0]["standing"]),
        told
    );
    let website = website(&site, Drafts::Left);
    for path in [
        "2018-19/adults/index.html",
        "frameworks/plan/health/index.html",
        "guidance/g/responsibilities/index.html",
    ] {
        let page = at(&website, path).unwrap();
        assert!(
            page.contains("Evidence in the self-evaluation of:"),
            "{page}"
        );
    }
    let data: Value = serde_json::from_str(&at(&website, "data/site.json").unwrap()).unwrap();
    let ties = data["thread"].as_array().unwrap();
    let named = ties.iter().filter(|tie| {
        tie["from"] == "evaluation:learners/hg-2-3"
            && tie["to"] == "objective:adults"
            && tie["report"] == "2018-19"
    });
    assert_eq!(named.count(), 1, "{ties:?}");
}

/// Sections, pages, paragraphs and whatever else is evidence lead back as well, from where they stand.
#[test]
fn sections_pages_and_paragraphs_lead_back() {
    let site = tied()
        .file(
            "content/reports/2018-19/learners/evaluations/hg-2.3.yaml",
            "quality_indicator: hg/2.3\nanswers:\n  who:\n    text: We.\n    \
             evidence: [\"../done-well.md\", \"../../../2017-18/next-steps.md\", \"page:about\", \"page:index\", \
             \"paragraph:g/2.1\", \"/guidance/g/2.md#2.1\", \"/guidance/g/10.md\", \"report:2017-18\", \
             \"/frameworks/plan\", \"/guidance/g\", \"../../evaluations/hg-2.1.yaml\", \
             \"action:learners/learn.complete\"]\n",
        )
        .file(
            "content/reports/2018-19/evaluations/hg-2.1.yaml",
            "quality_indicator: hg/2.1\nanswers:\n  1:\n    text: So.\n    evidence: [\"paragraph:g/2.1\"]\n",
        )
        .file("content/reports/2018-19/learners/done-well.md", "Much.\n")
        .file("content/reports/2017-18/next-steps.md", "More.\n")
        .file("content/index.md", "Home.\n")
        .file("content/about.md", "# About\n\nWords.\n")
        .file(
            "content/reports/2018-19/learners/actions.yaml",
            "- {id: learn, title: Learn, complete: 40}\n",
        );
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let told = ["learners 2018-19, Report 2018-19"];
    let learners = view(&context, &english(), &Place::Objective(0, 1));
    assert_eq!(of_editions(&learners["sections"][0]["standing"]), told);
    assert_eq!(of_editions(&learners["standing"]), [""; 0]);
    let answer = &learners["evaluations"][0]["answers"][0];
    let evidence = texts(&answer["evidence"]);
    assert_eq!(
        evidence.iter().filter(|it| **it == "Paragraph 2.1").count(),
        1
    );
    assert_eq!(evidence.last(), Some(&"Learn"));
    let before = view(&context, &english(), &Place::Report(1));
    assert_eq!(of_editions(&before["sections"][0]["standing"]), told);
    for (place, chapter) in [(Place::Chapter(0, 1), false), (Place::Chapter(0, 2), true)] {
        let found = view(&context, &english(), &place);
        assert_eq!(
            of_editions(&found["standing"]).is_empty(),
            !chapter,
            "{place:?}"
        );
    }
    let mut plan = context.model.frameworks.iter();
    let plan = plan.position(|it| it.id.as_str() == "plan").unwrap();
    for place in [
        Place::Home,
        Place::Page(0),
        Place::Report(1),
        Place::Framework(plan),
        Place::Guidance(0),
    ] {
        let found = view(&context, &english(), &place);
        assert_eq!(of_editions(&found["standing"]), told, "{place:?}");
    }
    let report = view(&context, &english(), &Place::Report(0));
    assert_eq!(of_editions(&report["evaluations"][0]["standing"]), told);
    let website = website(&site, Drafts::Left);
    let link = |href: &str, text: &str| {
        format!("<a href=\"../../../2018-19/{href}\">{text}, Report 2018-19</a>")
    };
    let behind = format!(
        " Two.</p>\n<p class=\"sub\">Evidence in the self-evaluation of: {}; {}</p>",
        link("index.html#evaluation-hg-2-1", "The report as a whole"),
        link("learners/index.html#evaluation-hg-2-3", "learners 2018-19"),
    );
    let page = at(&website, "guidance/g/2/index.html").unwrap();
    assert!(page.contains(&behind), "{page}");
    for path in [
        "index.html",
        "about/index.html",
        "2017-18/index.html",
        "2018-19/learners/index.html",
        "frameworks/plan/index.html",
        "guidance/g/index.html",
        "guidance/g/10/index.html",
    ] {
        let page = at(&website, path).unwrap();
        let said = "Evidence in the self-evaluation of:";
        assert!(page.contains(said), "{path}: {page}");
    }
}

/// What is of another edition says so, on both sides; what the page is of needs no saying.
#[test]
fn evidence_of_another_edition_names_it() {
    let site = tied().file(
        "content/reports/2018-19/learners/evaluations/hg-2.3.yaml",
        "quality_indicator: hg/2.3\nanswers:\n  who:\n    text: We.\n    \
         evidence: [\"objective:adults\", \"objective:adults@2017-18\", \"action:adults/teach@2017-18\", \
         \"report:2017-18\", \"goal:plan/health\"]\n",
    );
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let learners = view(&context, &english(), &Place::Objective(0, 1));
    let links = learners["evaluations"][0]["answers"][0]["evidence"]
        .as_array()
        .unwrap();
    let editions: Vec<_> = links
        .iter()
        .map(|link| link["edition"]["text"].as_str())
        .collect();
    let other = Some("Report 2017-18");
    assert_eq!(editions, [None, other, other, None, None]);
    let adults = view(&context, &english(), &Place::Objective(1, 0));
    let by = &adults["actions"][0]["evaluations"];
    // Its own edition's comes without.
    assert_eq!(texts(by), ["adults 2017-18", "learners 2018-19"]);
    assert_eq!(by[0]["edition"], Value::Null);
    assert_eq!(by[1]["edition"]["text"], "Report 2018-19");
    let website = website(&site, Drafts::Left);
    let page = at(&website, "2018-19/learners/index.html").unwrap();
    assert!(
        page.contains("\">adults 2017-18, Report 2017-18</a>"),
        "{page}"
    );
    let page = at(&website, "2017-18/adults/index.html").unwrap();
    assert!(
        page.contains("\">learners 2018-19, Report 2018-19</a>"),
        "{page}"
    );
}

/// A page that names the evaluation of a draft shows something of it.
#[test]
fn what_a_draft_stands_on_is_marked_in_a_preview() {
    let site = tied()
        .without("content/guidance/g/responsibilities.yaml")
        .file("content/about.md", "# About\n\nWords.\n")
        .file("content/other.md", "# Other\n\nWords.\n")
        .file(
            "content/reports/2018-19/report.md",
            "---\ntitle: Next\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\n",
        )
        .file(
            "content/reports/2018-19/learners/evaluations/hg-2.3.yaml",
            "quality_indicator: hg/2.3\nanswers:\n  who:\n    text: We.\n    \
             evidence: [\"page:about\", \"paragraph:g/2.1\", \"objective:adults@2017-18\"]\n",
        );
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    for (place, expected) in [
        (Place::Page(0), true),
        (Place::Page(1), false),
        (Place::Chapter(0, 1), true),
        (Place::Chapter(0, 0), false),
        (Place::Objective(1, 0), true),
        (Place::Objective(1, 1), false),
    ] {
        let found = view(&context, &english(), &place);
        assert_eq!(found["draft"], expected, "{place:?}");
    }
}
