//! What comes next is written from what is there, and nothing that is there is overwritten.

use goldenthread::{
    load::load,
    model::Model,
    text::{Severity, Warned},
};

use crate::support::Site;

pub const REPORT: &str = "content/reports/2017-18";

/// A site in two languages with a report that has something of everything.
pub fn site() -> Site {
    Site::new()
        .file(
            "content/site.yaml",
            "organisation: {all: Example Council}\ntitle: {en: Objectives, cy: Amcanion}\nlanguages: [en, cy]\n",
        )
        .file(
            &format!("{REPORT}/report.md"),
            "---\ntitle: {en: Annual report 2017/18, cy: Adroddiad blynyddol 2017/18}\n\
             period: 2017-18\nstage: annual\nstatus: published\npublished: 2018-07-01\n---\n\
             What we did.\n",
        )
        .file(&format!("{REPORT}/report.cy.md"), "Yr hyn a wnaethom.\n")
        .file(
            &format!("{REPORT}/learners/objective.md"),
            "---\ncode: O1\ntitle:\n  en: \"Learners: all of them\"\n  cy: Dysgwyr\njudgement: fully-successful\n\
             serves: [wfg/more-equal]\nways_of_working:\n  prevention: {en: Early help, cy: Cymorth cynnar}\n\
             slug: {cy: dysgwyr}\n---\nBecause [90.10](measure:attendance.actual) is not enough, \
             see [the plan](plan.pdf).\n",
        )
        .file(
            &format!("{REPORT}/learners/objective.cy.md"),
            "Nid yw [90.10](measure:attendance.actual) yn ddigon.\n",
        )
        .file(&format!("{REPORT}/learners/plan.pdf"), "a plan")
        .file(&format!("{REPORT}/learners/improve.md"), "More.\n")
        .file(&format!("{REPORT}/learners/improve.cy.md"), "Mwy.\n")
        .file(
            &format!("{REPORT}/learners/actions.yaml"),
            "- id: visits\n  title: {en: \"Visits, and more\", cy: Ymweliadau}\n  comment: {en: Begun, cy: Dechrau}\n  \
             rag: partly-successful\n  status: in-progress\n  complete: 40\n  due: 2019-03-31\n  \
             measures: [attendance]\n- id: done\n  title: {en: Done, cy: Wedi}\n  status: completed\n  complete: 100\n",
        )
        .file(
            &format!("{REPORT}/learners/measures.yaml"),
            "how-much:\n  - id: attendance\n    codes: [PAM/007]\n    title: {en: \"Attendance: all\", cy: Presenoldeb}\n    \
             definition:\n      en: >-\n        Of all half days, those that pupils attended; absences that the school agreed to \
             beforehand count as absences all the same.\n      cy: Diffiniad\n    source: Schools\n    unit: percent\n    \
             covers: AY2016-17\n    actual: 90.10\n    target: 90.40\n    intervention: 85.00\n    decimals: 2\n    \
             comparators: [{name: Wales, value: 89.50}]\n    rank: 7 of 22\n    comment: {en: Short, cy: Byr}\n\
             better-off:\n  - id: sure\n    title: {en: Sure, cy: Siŵr}\n    unit: {en: points, cy: pwynt}\n    \
             polarity: target\n    actual: 3\n    target: 3\n",
        )
}

pub fn read(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.root().join(path)).expect("a file")
}

/// The site without an error, as it is now.
pub fn sound(site: &Site) -> Model {
    let Warned { value, diagnostics } = load(site.root());
    let errors: Vec<_> = diagnostics
        .iter()
        .filter(|found| found.severity == Severity::Error)
        .collect();
    assert!(errors.is_empty(), "{errors:?}");
    value
}

#[test]
fn the_next_edition_holds_what_goes_on_and_no_figure() {
    let site = site();
    let run = site.run(&["new", "report", "2018-19", "--from", "2017-18"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(
        run.stdout.contains("1 action is completed or cancelled"),
        "{}",
        run.stdout
    );
    let model = sound(&site);
    let [new, old] = model.reports.as_slice() else {
        panic!("two reports");
    };
    assert_eq!(new.id.as_str(), "2018-19");
    assert!(new.is_draft());
    let languages = model.languages();
    for (language, title) in languages
        .iter()
        .zip(["Annual report 2018/19", "Adroddiad blynyddol 2018/19"])
    {
        assert_eq!(new.title.fallback(language, languages), (title, None));
        assert!(new.introduction.by_language[language].text.contains('['));
    }
    let (next, last) = (&new.objectives[0], &old.objectives[0]);
    assert_eq!((&next.id, &next.code), (&last.id, &last.code));
    let same = |a: &goldenthread::model::Text, b: &goldenthread::model::Text| {
        for language in languages {
            assert_eq!(
                a.fallback(language, languages),
                b.fallback(language, languages)
            );
        }
    };
    same(&next.title, &last.title);
    same(&next.ways_of_working[0].1, &last.ways_of_working[0].1);
    assert_eq!(next.serves[0].value, last.serves[0].value);
    assert_eq!(next.judgement, None);
    let slugs = |slugs: &goldenthread::model::Common| {
        slugs
            .slug
            .values()
            .map(|slug| slug.value.clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(slugs(&next.common), slugs(&last.common));
    // The one that is completed is left behind.
    let [action] = next.actions.as_slice() else {
        panic!("one action");
    };
    same(&action.title, &last.actions[0].title);
    assert_eq!(
        (action.comment.is_some(), action.rag.is_some()),
        (false, false)
    );
    assert_eq!(action.complete.as_ref().map(|it| it.value), Some(40));
    for (next, last) in next.measures.iter().zip(&last.measures) {
        assert_eq!(next.id.value, last.id.value);
        assert_eq!(
            (&next.codes, next.decimals, &next.group),
            (&last.codes, last.decimals, &last.group)
        );
        same(&next.title, &last.title);
        for figure in [
            &next.actual,
            &next.target,
            &next.intervention,
            &next.previous,
        ] {
            assert_eq!(*figure, None);
        }
        assert_eq!(
            (next.rank.is_some(), next.comment.is_some()),
            (false, false)
        );
    }
    // The keys to fill in stand there.
    let written = read(&site, "content/reports/2018-19/learners/measures.yaml");
    assert!(written.contains("    rank:\n"), "{written}");
    let attendance = &next.measures[0];
    same(
        attendance.definition.as_ref().unwrap(),
        last.measures[0].definition.as_ref().unwrap(),
    );
    assert_eq!(
        attendance.covers.as_ref().unwrap().value.to_string(),
        "AY2017-18"
    );
    // What target and intervention level showed is said now that they are blank.
    assert_eq!(
        attendance.polarity.as_ref().unwrap().value.as_str(),
        "higher"
    );
    assert_eq!(attendance.comparators.len(), 1);
}

#[test]
fn the_next_edition_builds_and_says_what_is_left() {
    let site = site();
    site.run(&["new", "report", "2018-19", "--from", "2017-18"]);
    let run = site.run(&["build", "--drafts"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let said = site.run(&["check", "--format", "json"]).json();
    let said = said.as_array().expect("an array");
    let codes: Vec<_> = said
        .iter()
        .map(|found| {
            (
                found["code"].as_str().unwrap(),
                found["file"].as_str().unwrap(),
            )
        })
        .collect();
    let own: Vec<_> = codes
        .iter()
        .filter(|(_, file)| file.contains("2018-19"))
        .collect();
    assert!(own.iter().all(|(code, _)| is_to_come(code)), "{codes:?}");
    let left = own.iter().filter(|(code, _)| *code == "placeholder-left");
    assert_eq!(left.count(), 4, "{codes:?}");
    let blank = said.iter().filter(|found| found["code"] == "blank-left");
    let blank: Vec<_> = blank
        .map(|found| found["message"].as_str().unwrap())
        .collect();
    assert_eq!(
        blank,
        [
            "`actual`, `target`, `intervention` and `comparators` of `attendance` are still blank",
            "`actual` and `target` of `sure` are still blank",
            "the judgement of `learners` is still blank"
        ]
    );
    // A figure that was filled in finds its own previous.
    let measures = "content/reports/2018-19/learners/measures.yaml";
    let filled = read(&site, measures).replacen("actual:\n", "actual: 91.00\n", 1);
    let site = site.file(measures, &filled);
    site.run(&["build", "--drafts"]);
    let page = read(&site, "output/2018-19/learners/index.html");
    assert!(page.contains("90.10"), "{page}");
}

#[test]
fn what_was_to_be_written_is_never_published() {
    let site = site();
    site.run(&["new", "report", "2018-19", "--from", "2017-18"]);
    let report = "content/reports/2018-19/report.md";
    let published = read(&site, report).replace("status: draft", "status: published");
    let site = site.file(report, &published);
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1);
    assert!(
        run.stderr.contains("this text is still to be written"),
        "{}",
        run.stderr
    );
}

/// Whether a finding is what a new edition has at first: words to fill in, gaps of the golden thread and
/// complete actions that go on, which the edition before it had as well.
pub fn is_to_come(code: &str) -> bool {
    let carried = [
        "ongoing-at-100",
        "serves-nothing",
        "goal-unserved",
        "action-without-measure",
        "measure-without-action",
    ];
    ["placeholder-left", "blank-left"].contains(&code) || carried.contains(&code)
}

#[test]
fn every_edition_of_the_example_can_be_followed() {
    let site = Site::empty();
    site.run(&["init", "--example", "learning-partnership", "."]);
    let names = site.files("content/reports");
    for (at, name) in names.iter().enumerate() {
        let new = format!("{}", 2030 + at);
        let run = site.run(&["new", "report", &new, "--from", name]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{name}");
    }
    let said = site.run(&["check", "--format", "json"]).json();
    for found in said.as_array().expect("an array") {
        let file = found["file"].as_str().unwrap();
        let new = file.contains("reports/203");
        assert!(
            !new || is_to_come(found["code"].as_str().unwrap()),
            "{found}"
        );
    }
}

#[test]
fn nothing_is_overwritten_and_nothing_half_is_left() {
    let site = site();
    let before = site.tree("content");
    for (arguments, message, help) in [
        (
            &["new", "report", "2017-18", "--from", "2017-18"][..],
            "`./content/reports/2017-18` is there already; nothing was written",
            "choose another name",
        ),
        (
            &["new", "report", "2018-19", "--from", "2017-81"],
            "there is no report `2017-81`",
            "did you mean `2017-18`?",
        ),
        (
            &["new", "report", "annual", "--from", "2017-18"],
            "`annual` does not begin with a period",
            "name a report after",
        ),
        (
            &["new", "objective", "learners", "--in", "2017-18"],
            "`./content/reports/2017-18/learners` is there already; nothing was written",
            "choose another name",
        ),
        (
            &["new", "objective", "Warm homes", "--in", "2017-18"],
            "`Warm homes` cannot be the name of an objective",
            "letters, digits and hyphens: `warm-homes`, say",
        ),
        (
            &["new", "measure", "attendance", "--in", "2017-18/learners"],
            "the report `2017-18` has a measure `attendance` already, in `learners`",
            "",
        ),
        (
            &["new", "measure", "calls", "--in", "2017-18/lerners"],
            "the report `2017-18` has no objective `lerners`",
            "did you mean `2017-18/learners`?",
        ),
        (
            &[
                "new",
                "measure",
                "calls",
                "--in",
                "2017-18/learners",
                "--group",
                "how-wel",
            ],
            "there is no group of measures `how-wel`",
            "did you mean `how-well`?",
        ),
        (
            &["new", "action", "visits", "--in", "2017-18/learners"],
            "the objective `learners` has an action `visits` already",
            "",
        ),
        (
            &["new", "action", "calls", "--in", "2017-18"],
            "`2017-18` does not name an objective",
            "such as `2017-18/learners`",
        ),
    ] {
        let run = site.run(arguments);
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
        assert!(
            run.stderr.starts_with(&format!("error: {message}\n")),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains(help), "{}", run.stderr);
        assert_eq!(site.tree("content"), before);
    }
}

#[test]
fn measures_and_actions_are_added_and_every_byte_stays() {
    let site = site();
    let (measures, actions) = (
        format!("{REPORT}/learners/measures.yaml"),
        format!("{REPORT}/learners/actions.yaml"),
    );
    let before = (read(&site, &measures), read(&site, &actions));
    for (arguments, file) in [
        (
            &[
                "new",
                "measure",
                "phone-calls",
                "--in",
                "2017-18/learners",
                "--group",
                "how-well",
                "--polarity",
                "higher",
            ][..],
            &measures,
        ),
        (
            &[
                "new",
                "measure",
                "letters",
                "--in",
                "reports/2017-18/learners",
                "--polarity",
                "none",
            ],
            &measures,
        ),
        (
            &["new", "action", "phone-people", "--in", "2017-18/learners/"],
            &actions,
        ),
    ] {
        let run = site.run(arguments);
        assert_eq!(run.stdout, format!("added to `{file}`\n"), "{}", run.stderr);
    }
    let after = read(&site, &actions);
    assert!(after.starts_with(&before.1), "{after}");
    let after = read(&site, &measures);
    for line in before.0.lines() {
        assert!(after.contains(line), "{line}");
    }
    let model = sound(&site);
    let objective = &model.reports[0].objectives[0];
    let ids: Vec<_> = objective
        .measures
        .iter()
        .map(|it| (it.group.as_str(), it.id.value.as_str()))
        .collect();
    assert_eq!(
        ids,
        [
            ("how-much", "attendance"),
            ("how-much", "letters"),
            ("how-well", "phone-calls"),
            ("better-off", "sure")
        ]
    );
    assert_eq!(
        objective.actions.last().unwrap().id.value.as_str(),
        "phone-people"
    );
}

#[test]
fn a_known_measure_is_taken_from_the_latest_edition() {
    let site = site().file(
        "content/reports/2018-19/report.md",
        "---\ntitle: {en: Next, cy: Nesaf}\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\n",
    );
    let run = site.run(&["new", "objective", "learners", "--in", "2018-19"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let table = "content/reports/2018-19/learners/measures.csv";
    let site = site.file(
        table,
        "group,id,title,title.cy,unit,unit.cy,polarity,covers,actual\r\nhow-well,first,First,Cyntaf,number,,,,\r\n",
    );
    let add = |site: &Site, id: &str| {
        let run = site.run(&["new", "measure", id, "--in", "2018-19/learners"]);
        (run.status, run.stderr)
    };
    assert_eq!(add(&site, "sure"), (0, String::new()));
    // What the measure is finds its columns, or nothing is written.
    let before = read(&site, table);
    let (status, said) = add(&site, "attendance");
    assert_eq!(status, 2);
    let missing = "has no columns `codes`, `decimals`, `definition`, `definition.cy`, `source`";
    assert!(said.contains(missing), "{said}");
    assert_eq!(read(&site, table), before);
    let more = [
        "codes,decimals,definition.en,definition.cy,source",
        ",,,,",
        ",,,,",
    ];
    let wider = before.lines().zip(more);
    let wider: Vec<_> = wider.map(|(line, more)| [line, more].join(",")).collect();
    let wider = wider.join("\r\n") + "\r\n";
    let site = site.file(table, &wider);
    assert_eq!(add(&site, "attendance"), (0, String::new()));
    let text = read(&site, table);
    let row = text.lines().last().expect("a row");
    assert!(
        row.starts_with(
            "how-much,attendance,Attendance: all,Presenoldeb,percent,,higher,AY2017-18,,PAM/007,2,"
        ),
        "{row}"
    );
    assert!(row.ends_with(",Diffiniad,Schools"), "{row}");
    let model = sound(&site);
    assert_eq!(model.reports[0].objectives[0].measures.len(), 3);
    // An edition after it keeps to the table.
    let run = site.run(&["new", "report", "2019-20", "--from", "2018-19"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(read(&site, "content/reports/2019-20/learners/measures.csv").contains("AY2018-19"));
    sound(&site);
}

#[test]
fn a_site_with_a_fault_is_mended_first() {
    let site = site().file(&format!("{REPORT}/learners/actions.yaml"), "- id: visits\n");
    let run = site.run(&["new", "report", "2018-19", "--from", "2017-18"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("missing-field"), "{}", run.stderr);
    assert!(run.stderr.contains("mend them first"), "{}", run.stderr);
    assert_eq!(site.files("content/reports"), ["2017-18"]);
}
