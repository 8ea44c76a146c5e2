//! Frameworks, guidance and evaluations, and what of the golden thread each page shows.

use goldenthread::{model::Id, page, pipeline::Drafts, wording::Place};
use serde_json::Value;

use crate::{
    found::{at, website},
    site::{Inputs, english, view},
    support::Site,
};

/// Two editions that are tied to goals, to indicators and to duties.
pub fn tied() -> Site {
    let mut site = Site::fine().without("content/reports/2017-18/learners/done-well.md");
    for (year, id) in [("2017-18", "m1"), ("2018-19", "m2")] {
        let measure = |id: &str| {
            format!(
                "  - {{id: {id}, title: Measure {id}, unit: number, polarity: higher, actual: 5, target: 4}}\n"
            )
        };
        let measures = [measure(id), measure("shared")].concat();
        for objective in ["learners", "adults"] {
            let folder = format!("content/reports/{year}/{objective}");
            site = site
                .file(
                    &format!("{folder}/objective.md"),
                    &format!("---\ntitle: {objective} {year}\nserves: [plan/skills/reading, hg/2.1]\n---\nWhy.\n"),
                )
                .file(
                    &format!("{folder}/evaluations/hg-2.3.yaml"),
                    "quality_indicator: hg/2.3\nlevel: 4\nsummary: In short.\n\
                     attachments: [{file: ../../../../files/case.txt, title: A case}]\n\
                     strengths: |\n  Good.\nanswers:\n  who:\n    text: We.\n    \
                     evidence: [\"quality-indicator:hg/2.1\", \"action:teach\", \"measure:shared\", \"https://example.org/\"]\n  \
                     2:\n    text: So.\n    evidence: [\"action:teach\"]\n",
                );
        }
        site = site
            .file(
                &format!("content/reports/{year}/report.md"),
                &format!("---\ntitle: Report {year}\nperiod: {year}\nstage: annual\nstatus: published\n---\n"),
            )
            .file(
                &format!("content/reports/{year}/learners/measures.yaml"),
                &format!("how-much:\n{measures}"),
            )
            .file(
                &format!("content/reports/{year}/learners/actions.yaml"),
                "- {id: teach, title: Teach, status: in-progress, measures: [m2, shared], fulfils: [g/teach]}\n\
                 - {id: learn, title: Learn, measures: [m2], fulfils: [g/teach]}\n",
            )
            .file(
                &format!("content/reports/{year}/adults/actions.yaml"),
                "- {id: teach, title: Teach adults}\n",
            );
    }
    site.file("content/files/case.txt", "A case.\n")
        .file(
            "content/frameworks/hg/framework.md",
            "---\ntitle: How good\nscale: six-point\n---\n",
        )
        .file(
            "content/frameworks/hg/2.1.yaml",
            "code: \"2.1\"\ntitle: One\nquestions: [Where?]\n",
        )
        .file(
            "content/frameworks/hg/2.3.yaml",
            "code: \"2.3\"\ntitle: Three\nquestions: [{id: who, text: Who?}, Why?, When?]\n",
        )
        .file(
            "content/frameworks/plan/framework.md",
            "---\ntitle: Plan\n---\n",
        )
        .file("content/frameworks/plan/skills.yaml", "title: Skills\n")
        .file(
            "content/frameworks/plan/skills/reading.yaml",
            "title: Reading\n",
        )
        .file("content/frameworks/plan/health.yaml", "title: Health\n")
        .file(
            "content/guidance/g/guidance.md",
            "---\ntitle: Guidance\n---\n",
        )
        .file(
            "content/guidance/g/1.md",
            "---\ntitle: First\n---\n1.1 One.\n",
        )
        .file(
            "content/guidance/g/10.md",
            "---\ntitle: Last\n---\n10.1 Ten.\n",
        )
        .file(
            "content/guidance/g/2.md",
            "---\ntitle: Second\n---\n2.1 Two.\n",
        )
        .file(
            "content/guidance/g/responsibilities.yaml",
            "- body: Those who teach\n  duties: [{id: teach, text: Teach.}]\n\
             - body: Others\n  duties: [{id: help, text: Help.}]\n",
        )
}

/// The texts of links.
pub fn texts(links: &Value) -> Vec<&str> {
    let links = links.as_array().unwrap().iter();
    links
        .map(|link| link["text"]["text"].as_str().unwrap())
        .collect()
}

/// The texts of links, each with the edition that it is of.
pub fn of_editions(links: &Value) -> Vec<String> {
    let links = links.as_array().unwrap().iter();
    links
        .map(|found| {
            let text = |link: &Value| link["text"]["text"].as_str().unwrap().to_owned();
            format!("{}, {}", text(&found["link"]), text(&found["report"]))
        })
        .collect()
}

/// The places of an indicator or goal by its code or name.
pub fn item(inputs: &Inputs, framework: &str, name: &str) -> Place {
    let all = &inputs.model.frameworks;
    let at = all.iter().position(|it| it.id.as_str() == framework);
    let at = at.unwrap();
    let items = &all[at].items;
    let found = items.iter().position(|it| &*it.id == name).unwrap();
    Place::Item(at, found)
}

/// The evaluations of an indicator, as `2018-19 learners`.
fn evaluations(view: &Value) -> Vec<String> {
    let all = view["evaluations"].as_array().unwrap().iter();
    all.map(|found| found["link"]["text"]["text"].as_str().unwrap().to_owned())
        .collect()
}

#[test]
fn what_is_named_as_evidence_is_not_evaluated() {
    let site = tied();
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let one = view(&context, &english(), &item(&inputs, "hg", "2.1"));
    assert_eq!(evaluations(&one), [""; 0]);
    assert_eq!(one["questions"][0]["answers"], serde_json::json!([]));
    let three = view(&context, &english(), &item(&inputs, "hg", "2.3"));
    // The latest edition first; in it the order of the content.
    assert_eq!(
        evaluations(&three),
        [
            "adults 2018-19",
            "learners 2018-19",
            "adults 2017-18",
            "learners 2017-18"
        ]
    );
    let rows = view(&context, &english(), &Place::Framework(0));
    let counted: Vec<_> = rows["items"].as_array().unwrap().iter().collect();
    assert_eq!(counted[0]["evaluated"], "Not evaluated yet");
    assert_eq!(counted[1]["evaluated"], "4 evaluations");
}

#[test]
fn a_summary_and_files_of_an_evaluation_are_shown() {
    let site = tied();
    let website = website(&site, Drafts::Left);
    let page = at(&website, "2018-19/learners/index.html").unwrap();
    assert!(page.contains("<p>In short.</p>"), "{page}");
    assert!(page.contains("files/case.txt\">A case</a>"), "{page}");
}

#[test]
fn rows_say_what_they_serve_and_what_stands_on_them() {
    let site = tied();
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    for place in [Place::Objective(0, 1), Place::ReportActions(0)] {
        let found = view(&context, &english(), &place);
        let row = match place {
            Place::Objective(..) => &found["actions"][0],
            _ => &found["objectives"][1]["actions"][0],
        };
        assert_eq!(texts(&row["fulfils"]), ["Teach."]);
        assert_eq!(texts(&row["evaluations"]), ["learners 2018-19"]);
        assert_eq!(texts(&row["measures"]), ["Measure m2", "Measure shared"]);
    }
    let shared = Place::Measure(Id::parse("shared").unwrap());
    let found = view(&context, &english(), &shared);
    assert_eq!(
        of_editions(&found["serves"]),
        ["Reading, Report 2018-19", "2.1 One, Report 2018-19"]
    );
    assert_eq!(of_editions(&found["actions"]), ["Teach, Report 2018-19"]);
    let standing = found["evaluations"].as_array().unwrap().iter();
    let standing: Vec<_> = standing
        .map(|found| found["link"]["text"]["text"].as_str().unwrap())
        .collect();
    assert_eq!(
        standing,
        [
            "adults 2018-19",
            "learners 2018-19",
            "adults 2017-18",
            "learners 2017-18"
        ]
    );
}

#[test]
fn what_answers_a_duty_is_told_once_the_latest_edition_first() {
    let site = tied();
    let inputs = Inputs::of(site.root());
    let found = view(&inputs.context(), &english(), &Place::Duties(0));
    let answers = &found["bodies"][0]["duties"][0]["answers"];
    let told: Vec<_> = answers
        .as_array()
        .unwrap()
        .iter()
        .map(|answer| {
            let action = answer["action"]["text"]["text"].as_str().unwrap();
            let report = answer["report"]["text"]["text"].as_str().unwrap();
            format!(
                "{action}, {report}: {}",
                texts(&answer["evaluations"]).join("; ")
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            "Teach, Report 2018-19: learners 2018-19",
            "Learn, Report 2018-19: ",
            "Teach, Report 2017-18: learners 2017-18",
            "Learn, Report 2017-18: ",
        ]
    );
}

/// An earlier edition does not borrow the ratings of a later one.
#[test]
fn a_measure_of_another_edition_is_named_without_its_rating() {
    let site = tied();
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let found = view(&context, &english(), &Place::ReportThread(1));
    let objectives = found["objectives"].as_array().unwrap();
    let learners = &objectives[1]["actions"];
    let knots = learners[0]["measures"].as_array().unwrap();
    assert_eq!(knots[0]["link"]["text"]["text"], "Measure m2");
    assert_eq!(knots[0]["link"]["href"], "../../measures/m2/index.html");
    assert_eq!(knots[0]["rating"], Value::Null);
    assert_eq!(knots[1]["rating"]["status"], "green");
    // Of an action that names no other, nothing is told.
    let gaps = found["gaps"].as_array().unwrap();
    let actions = gaps.iter().find(|gap| gap["id"] == "gap-actions").unwrap();
    assert_eq!(actions["count"], "2 of 3");
}

#[test]
fn chapters_stand_in_the_order_of_their_numbers() {
    let site = tied();
    let inputs = Inputs::of(site.root());
    let found = view(&inputs.context(), &english(), &Place::Guidance(0));
    let chapters = found["chapters"].as_array().unwrap().iter();
    let titles: Vec<_> = chapters
        .map(|chapter| chapter["link"]["text"]["text"].as_str().unwrap())
        .collect();
    assert_eq!(titles, ["First", "Second", "Last"]);
}

#[test]
fn guidance_that_counts_what_a_draft_answers_is_marked() {
    let site = tied().file(
        "content/guidance/other/guidance.md",
        "---\ntitle: Other\n---\n",
    );
    let report = "---\ntitle: Next\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\n";
    let site = site.file("content/reports/2018-19/report.md", report);
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    for page in page::places(&context) {
        let expected = match page.place {
            Place::Guidance(at) | Place::Chapter(at, _) | Place::Duties(at) => at == 0,
            Place::Item(..) | Place::Framework(_) => true,
            _ => continue,
        };
        let found = view(&context, &english(), &page.place);
        assert_eq!(found["draft"], expected, "{:?}", page.place);
    }
}

/// What has a name keeps its anchor when others come before it.
#[test]
fn questions_and_bodies_are_found_by_their_names() {
    let site = tied();
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let ids = |all: &Value| -> Vec<String> {
        let all = all.as_array().unwrap().iter();
        all.map(|one| one["id"].as_str().unwrap().to_owned())
            .collect()
    };
    let indicator = view(&context, &english(), &item(&inputs, "hg", "2.3"));
    assert_eq!(
        ids(&indicator["questions"]),
        ["question-who", "question-2", "question-3"]
    );
    let duties = view(&context, &english(), &Place::Duties(0));
    assert_eq!(
        ids(&duties["bodies"]),
        ["body-those-who-teach", "body-others"]
    );
    assert_eq!(duties["contents"][1]["link"]["href"], "#body-others");
}

#[test]
fn a_framework_says_of_which_edition_its_objectives_are() {
    let website = website(&tied(), Drafts::Left);
    let page = at(&website, "frameworks/hg/index.html").unwrap();
    let told = "The objectives named here are those of <a href=\"../../2018-19/index.html\">Report 2018-19</a>";
    assert!(page.contains(told), "{page}");
}

/// What the Welsh Act calls a well-being objective is one that serves its goals.
#[test]
fn an_objective_is_a_well_being_objective_by_what_it_serves() {
    let site = tied().file(
        "content/reports/2018-19/adults/objective.md",
        "---\ntitle: Adults\nserves: [wfg/resilient]\n---\nWhy.\n",
    );
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    for (at, expected) in [(0, "Well-being objective"), (1, "Objective")] {
        let found = view(&context, &english(), &Place::Objective(0, at));
        assert_eq!(found["called"], expected);
    }
}

/// A goal that is only spoken of has its page as well.
#[test]
fn the_built_in_goals_are_there_once_anything_names_one() {
    let site = tied().file(
        "content/about.md",
        "# About\n\nSee [resilience](goal:wfg/resilient).\n",
    );
    let website = website(&site, Drafts::Left);
    let page = at(&website, "about/index.html").unwrap();
    assert!(
        page.contains("../frameworks/wfg/resilient/index.html"),
        "{page}"
    );
    assert!(at(&website, "frameworks/wfg/resilient/index.html").is_some());
}

/// A site in which one of each kind of item carries whatever any may.
fn carrying() -> Site {
    let own = |name: &str| {
        format!(
            "aliases: [old/{name}]\nattachments: [{{file: /files/case.txt, title: For {name}}}]\n\
             accept: [{{code: html-removed, reason: For {name}}}]\n"
        )
    };
    let html = "<script>x</script>";
    tied()
        .file(
            "content/index.md",
            &format!("---\n{}---\n{html}\n", own("home")),
        )
        .file(
            "content/about.md",
            &format!("---\ntitle: About\n{}---\n{html}\n", own("page")),
        )
        .file(
            "content/reports/2018-19/report.md",
            &format!(
                "---\ntitle: Report\nperiod: 2018-19\nstage: annual\nstatus: published\n{}---\n{html}\n",
                own("report")
            ),
        )
        .file(
            "content/reports/2018-19/learners/objective.md",
            &format!("---\ntitle: Learners\n{}---\n{html}\n", own("objective")),
        )
        .file(
            "content/reports/2018-19/learners/actions.yaml",
            &format!(
                "- id: teach\n  title: Teach\n  comment: \"{html}\"\n  {}",
                own("action").replace('\n', "\n  ")
            ),
        )
        .file(
            "content/reports/2018-19/learners/measures.yaml",
            &format!(
                "how-much:\n- {{id: m2, title: M2, unit: number, polarity: none}}\n- id: shared\n  title: Shared\n  unit: number\n  polarity: none\n  comment: \"{html}\"\n  {}",
                own("measure").replace('\n', "\n  ")
            ),
        )
        .file(
            "content/reports/2018-19/learners/evaluations/hg-2.3.yaml",
            &format!(
                "quality_indicator: hg/2.3\nstrengths: \"{html}\"\n{}",
                own("evaluation").split_once('\n').unwrap().1
            ),
        )
        .file(
            "content/frameworks/hg/framework.md",
            &format!(
                "---\ntitle: How good\nscale: six-point\n{}---\n{html}\n",
                own("framework")
            ),
        )
        .file(
            "content/frameworks/hg/2.3.yaml",
            &format!(
                "code: \"2.3\"\ntitle: Three\nquestions: [{{id: who, text: Who?}}, Why?]\nthemes: [{{id: a, title: A, illustration: \"{html}\"}}]\n{}",
                own("indicator")
            ),
        )
        .file(
            "content/guidance/g/guidance.md",
            &format!("---\ntitle: Guidance\n{}---\n", own("guidance")),
        )
        .file(
            "content/guidance/g/responsibilities.yaml",
            &format!("- body: Those who teach\n  duties: [{{id: teach, text: \"Teach. {html}\"}}]\n"),
        )
        .file(
            "content/guidance/g/1.md",
            &format!("---\ntitle: First\n{}---\n{html}\n", own("chapter")),
        )
}

/// Whatever may carry `aliases`, `attachments` and `accept` has them heeded.
#[test]
fn every_item_heeds_what_any_may_carry() {
    let site = carrying();
    let made = goldenthread::pipeline::make(site.root(), Drafts::Left);
    let sources = &made.value.model.sources;
    let said = crate::support::said(&made.diagnostics, sources);
    let website = made.value.site.unwrap_or_else(|| panic!("{said:#?}"));
    for (name, address) in [
        ("home", Some("index.html")),
        ("page", Some("about/index.html")),
        ("report", Some("2018-19/index.html")),
        ("objective", Some("2018-19/learners/index.html")),
        ("action", Some("2018-19/learners/index.html")),
        ("measure", Some("measures/shared/index.html")),
        ("evaluation", None),
        ("framework", Some("frameworks/hg/index.html")),
        ("indicator", Some("frameworks/hg/2.3/index.html")),
        ("guidance", Some("guidance/g/index.html")),
        ("chapter", Some("guidance/g/1/index.html")),
    ] {
        let accepted = format!("(accepted: For {name})");
        let note = said.iter().find(|line| line.ends_with(&accepted));
        assert!(note.is_some(), "{name}: {said:#?}");
        let old = at(&website, &format!("old/{name}/index.html"));
        if let (Some(address), Some(old)) = (address, &old) {
            assert!(old.contains(&format!("../../{address}")), "{old}");
        }
        assert_eq!(old.is_some(), address.is_some(), "{name}");
        let shown = at(&website, address.unwrap_or("2018-19/learners/index.html")).unwrap();
        assert!(
            shown.contains(&format!(">For {name}</a>")),
            "{name}: {shown}"
        );
    }
    let unaccepted = said.iter().filter(|line| line.starts_with("warning html"));
    assert_eq!(unaccepted.count(), 0, "{said:#?}");
}
