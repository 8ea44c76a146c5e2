//! What else than a measure's own figures a sealed report says stays said.

use crate::{accounted::because, support::Site};

const SEALED: &str = "content/reports/2017-18/sealed.yaml";
pub const REPORT: &str = "content/reports/2017-18/report.md";
pub const MEASURES: &str = "content/reports/2017-18/learners/measures.yaml";
const OBJECTIVE: &str = "content/reports/2017-18/learners/objective.md";

pub fn report(period: &str, more: &str) -> String {
    format!(
        "---\ntitle: Annual report\nperiod: {period}\nstage: annual\nstatus: published\n{more}---\n"
    )
}

pub fn correction(about: &str, more: &str) -> String {
    because(about, more, "Counted twice.")
}

pub const CALLS: &str = "{id: calls, title: Calls, unit: number, polarity: higher, actual: 12, target: 10, intervention: 5, history: {2015-16: 7}, comparators: [{name: Wales, value: 11}], rank: 7 of 22}";
pub const LETTERS: &str = "{id: letters, title: Letters, unit: percent, polarity: none, actual: {value: 50, numerator: 20, denominator: 40}}";

pub fn measures(measures: &[&str]) -> String {
    let measures = measures.iter().map(|measure| format!("  - {measure}\n"));
    format!("how-much:\n{}", measures.collect::<String>())
}

/// The edition before, which is not sealed.
pub fn with_before(site: Site, actual: &str) -> Site {
    let folder = "content/reports/2016-17";
    site.file(&format!("{folder}/report.md"), &report("2016-17", ""))
        .file(
            &format!("{folder}/learners/objective.md"),
            "---\ntitle: Learners\n---\nWhy.\n",
        )
        .file(
            &format!("{folder}/learners/measures.yaml"),
            &measures(&[&format!(
                "{{id: calls, title: Calls, unit: number, polarity: higher, actual: {actual}}}"
            )]),
        )
}

pub fn sealed() -> Site {
    let site = with_before(Site::fine(), "10")
        .file(MEASURES, &measures(&[CALLS, LETTERS]))
        .file(OBJECTIVE, "---\ntitle: Learners\n---\nWhy.\n")
        .file(
            "content/reports/2017-18/learners/actions.yaml",
            "- {id: ring, title: Ring, status: in-progress, complete: 40}\n",
        );
    let run = site.run(&["seal", "2017-18"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(site.run(&["build"]).status, 0);
    site
}

pub fn refused(site: &Site, message: &str) {
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1, "{message}: {}", run.stderr);
    assert!(run.stderr.contains(message), "{message}: {}", run.stderr);
}

pub fn built(site: &Site) {
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

/// The corrections with the one that is offered for the change of this name.
fn pasted(site: &Site, name: &str) -> String {
    let run = site.run(&["check", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let found = found.as_array().expect("an array").iter();
    let mut helps = found.filter_map(|it| it["help"].as_str());
    let help = helps
        .find(|help| help.contains(&format!("about: \"{name}\"")))
        .unwrap_or_else(|| panic!("{}", run.stdout));
    let (_, offered) = help.split_once("`{").expect("a correction");
    let offered = offered.trim_end_matches('`');
    let offered = offered.replacen("date: …", "date: 2018-10-14", 1);
    let offered = offered.replacen("reason: …", "reason: Counted twice.", 1);
    format!("corrections:\n  - {{{offered}\n")
}

/// How many errors a build finds.
fn errors(site: &Site) -> usize {
    let run = site.run(&["check", "--format", "json"]);
    let found: serde_json::Value = serde_json::from_str(&run.stdout).expect("JSON");
    let found = found.as_array().expect("an array").iter();
    found.filter(|it| it["severity"] == "error").count()
}

#[test]
fn an_edition_that_is_not_sealed_rewrites_no_figure_of_one_that_is() {
    let site = with_before(sealed(), "11");
    refused(
        &site,
        "`measure:calls.previous` was sealed as `10`, but is `11`",
    );
    refused(
        &site,
        "`measure:calls.change` was sealed as `2`, but is `1`",
    );
    let site = with_before(site, "13");
    refused(
        &site,
        "`measure:calls.direction` was sealed as `better`, but is `worse`",
    );
    let stated = correction("measure:calls.previous", "was: 10, now: 13, ");
    built(&site.file(REPORT, &report("2017-18", &stated)));
}

#[test]
fn what_was_put_right_in_one_edition_is_said_in_the_next_as_the_help_says() {
    const NEXT: &str = "{date: …, about: \"measure:calls.previous\", was: 10, now: 13, reason: …}";
    let site = with_before(sealed(), "10");
    assert_eq!(site.run(&["seal", "2016-17"]).status, 0);
    let own = "{date: 2018-10-14, about: \"measure:calls.actual\", was: 10, now: 13, reason: Counted twice.}";
    let site = with_before(site, "13").file(
        "content/reports/2016-17/report.md",
        &report("2016-17", &format!("corrections:\n  - {own}\n")),
    );
    refused(
        &site,
        &format!(
            "it is the result of the report `2016-17`: put that back; or if it was put right there, say so \
             here as well, in `corrections:` of `{REPORT}`: `{NEXT}`"
        ),
    );
    refused(
        &site,
        "it follows from `measure:calls.previous`, which is not what was sealed either: the correction that \
         accounts for that accounts for this too",
    );
    let pasted = NEXT.replacen('…', "2018-10-14", 1);
    let corrections = format!("corrections:\n  - {pasted}\n");
    built(&site.file(REPORT, &report("2017-18", &corrections)));
}

#[test]
fn no_report_comes_before_a_sealed_one_without_a_word() {
    let folder = "content/reports/2013-14";
    let site = sealed()
        .file(&format!("{folder}/report.md"), &report("2013-14", ""))
        .file(
            &format!("{folder}/learners/objective.md"),
            "---\ntitle: Learners\n---\nWhy.\n",
        )
        .file(
            &format!("{folder}/learners/measures.yaml"),
            &measures(&["{id: calls, title: Calls, unit: number, polarity: higher, actual: 99}"]),
        );
    refused(
        &site,
        "`report.before` was sealed as `2016-17`, but is `2013-14, 2016-17`",
    );
    assert_eq!(errors(&site), 1);
    let later = report("2013-14", "published: 2018-05-01\n");
    built(&site.file(&format!("{folder}/report.md"), &later));
    let site = sealed().file(&format!("{folder}/report.md"), &report("2013-14", ""));
    let stated = correction("report:2017-18", "");
    built(&site.file(REPORT, &report("2017-18", &stated)));
}

#[test]
fn what_stands_beside_the_figures_changes_with_a_correction_alone() {
    for (whole, from, to, message) in [
        (
            "calls",
            "value: 11",
            "value: 9",
            "`measure:calls.comparator:Wales` was sealed as `11`, but is `9`",
        ),
        (
            "calls",
            "[{name: Wales, value: 11}]",
            "[]",
            "`measure:calls.comparator:Wales` was sealed as `11`, but is `blank`",
        ),
        (
            "calls",
            "value: 11}",
            "value: 11}, {name: Fife, value: 3}",
            "`measure:calls.comparator:Fife` was sealed as `blank`, but is `3`",
        ),
        (
            "calls",
            "7 of 22",
            "3 of 22",
            "`measure:calls.rank` was sealed as `7 of 22`, but is `3 of 22`",
        ),
        (
            "calls",
            "2015-16: 7",
            "2015-16: 8",
            "`measure:calls.history:2015-16` was sealed as `7`, but is `8`",
        ),
        (
            "letters",
            "20, denominator: 40",
            "21, denominator: 42",
            "`measure:letters.actual-fraction` was sealed as `20 of 40`, but is `21 of 42`",
        ),
        (
            "ring",
            "in-progress",
            "deferred",
            "`action:learners/ring.status` was sealed as `in-progress`, but is `deferred`",
        ),
        (
            "ring",
            "complete: 40",
            "complete: 50",
            "`action:learners/ring.complete` was sealed as `40`, but is `50`",
        ),
        (
            "ring",
            "complete: 40",
            "complete: 40, due: 2018-03-01",
            "`action:learners/ring.due` was sealed as `blank`, but is `2018-03-01`",
        ),
        (
            "calls",
            "unit: number",
            "unit: score",
            "`measure:calls.unit` was sealed as `number`, but is `score`",
        ),
        (
            "calls",
            "unit: number",
            "unit: number, decimals: 1",
            "`measure:calls.decimals` was sealed as `blank`, but is `1`",
        ),
    ] {
        let site = sealed();
        let path = if whole == "ring" {
            "content/reports/2017-18/learners/actions.yaml"
        } else {
            MEASURES
        };
        let text = std::fs::read_to_string(site.root().join(path)).expect("a file");
        assert!(text.contains(from), "{from}");
        let site = site.file(path, &text.replace(from, to));
        refused(&site, message);
        let about = if whole == "ring" {
            "action:learners/ring".to_owned()
        } else {
            format!("measure:{whole}")
        };
        let stated = because(&about, "", &message.replace('`', ""));
        built(&site.file(REPORT, &report("2017-18", &stated)));
    }
}

#[test]
fn a_figure_put_right_takes_nothing_with_it_that_does_not_follow() {
    let stated = correction("measure:calls.actual", "was: 12, now: 8, ");
    let corrected = CALLS.replace("actual: 12", "actual: 8");
    let site = sealed().file(REPORT, &report("2017-18", &stated));
    let site = site.file(MEASURES, &measures(&[&corrected, LETTERS]));
    built(&site);
    let mut site = site;
    for (from, to, message) in [
        ("value: 11", "value: 9", "`measure:calls.comparator:Wales`"),
        ("7 of 22", "3 of 22", "`measure:calls.rank`"),
        (
            "2015-16: 7",
            "2015-16: 8",
            "`measure:calls.history:2015-16`",
        ),
    ] {
        let other = corrected.replace(from, to);
        site = site.file(MEASURES, &measures(&[&other, LETTERS]));
        refused(&site, message);
        assert_eq!(errors(&site), 1, "{message}");
    }
}

#[test]
fn a_stated_rating_follows_from_no_figure() {
    let rated = |actual: &str, rating: &str| {
        let rag = format!("rag: {{status: {rating}, reason: Judged so.}}}}");
        let calls = CALLS.replace("actual: 12", &format!("actual: {actual}"));
        measures(&[&calls.replace("22}", &format!("22, {rag}"))])
    };
    let site = Site::fine().file(MEASURES, &rated("12", "amber"));
    assert_eq!(site.run(&["seal", "2017-18"]).status, 0);
    let stated = correction("measure:calls.actual", "was: 12, now: 8, ");
    let site = site
        .file(MEASURES, &rated("8", "red"))
        .file(REPORT, &report("2017-18", &stated));
    refused(
        &site,
        "`measure:calls.rating` was sealed as `amber`, but is `red`",
    );
    let whole = correction("measure:calls", "was: 12, now: 8, ");
    built(&site.file(REPORT, &report("2017-18", &whole)));
}

#[test]
fn the_day_of_publication_stays_and_an_older_lock_file_need_not_have_it() {
    let site = sealed();
    let day = "published: 2018-05-04\n";
    let site = site.file(REPORT, &report("2017-18", day));
    refused(
        &site,
        "`report.published` was sealed as `blank`, but is `2018-05-04`",
    );
    let stated = correction("report:2017-18", "");
    let site = site.file(REPORT, &report("2017-18", &format!("{day}{stated}")));
    built(&site);
    let site = site.file(REPORT, &report("2017-18", day));
    let lock = std::fs::read_to_string(site.root().join(SEALED)).expect("a lock file");
    let newer = [
        ".unit",
        ".decimals",
        ".complete",
        ".due",
        "report.published",
    ];
    let older = lock
        .lines()
        .filter(|line| !newer.iter().any(|name| line.contains(&format!("{name}\""))));
    let older = older.collect::<Vec<_>>().join("\n");
    assert!(older.lines().count() + 7 <= lock.lines().count(), "{lock}");
    built(&site.file(SEALED, &older));
}

#[test]
fn the_correction_that_is_offered_can_be_pasted() {
    for actual in ["\"8 [p]\"", "", "8.50", "\"[x]\""] {
        let other = CALLS.replace("actual: 12", &format!("actual: {actual}"));
        let site = sealed().file(MEASURES, &measures(&[&other, LETTERS]));
        let more = pasted(&site, "measure:calls.actual");
        built(&site.file(REPORT, &report("2017-18", &more)));
    }
}

#[test]
fn the_correction_of_a_range_that_is_offered_can_be_pasted() {
    let nearest = CALLS.replace("polarity: higher", "polarity: target");
    let ranged = nearest.replace("target: 10, intervention: 5, ", "target: 10 to 14, ");
    for target in ["10 to 15", "\"10 to 15 [p]\"", "{from: 9, to: 14}", "12"] {
        let site = with_before(Site::fine(), "10").file(MEASURES, &measures(&[&ranged]));
        assert_eq!(site.run(&["seal", "2017-18"]).status, 0);
        built(&site);
        let same = ranged.replace("10 to 14", "{from: 10.0, to: 14.0}");
        let site = site.file(MEASURES, &measures(&[&same]));
        built(&site);
        let other = ranged.replace("10 to 14", target);
        let site = site.file(MEASURES, &measures(&[&other]));
        refused(&site, "`measure:calls.target` was sealed as `10 to 14`");
        let more = pasted(&site, "measure:calls.target");
        built(&site.file(REPORT, &report("2017-18", &more)));
    }
}

#[test]
fn a_correction_that_was_sealed_accepts_nothing_more() {
    let other = CALLS.replace("actual: 12", "actual: 8");
    let stated = correction("measure:calls.actual", "was: 12, now: 8, ");
    let site = sealed()
        .file(MEASURES, &measures(&[&other, LETTERS]))
        .file(REPORT, &report("2017-18", &stated));
    built(&site);
    assert_eq!(site.run(&["seal", "2017-18"]).status, 0);
    let settings = "organisation: Example Council\ntitle: Our objectives\nlanguages: [en]\nrag: {show: none}\n";
    let site = site.file("content/site.yaml", settings);
    refused(
        &site,
        "`measure:calls.rating` was sealed as `amber`, but is `not-rated`",
    );
    // Nor is it taken back.
    let site = sealed_again(site);
    refused(
        &site,
        "`correction:2018-10-14/measure:calls.actual` was sealed, but is not in the report any more",
    );
}

/// The site with its own settings, and without the correction.
fn sealed_again(site: Site) -> Site {
    let settings = "organisation: Example Council\ntitle: Our objectives\nlanguages: [en]\n";
    site.file("content/site.yaml", settings)
        .file(REPORT, &report("2017-18", ""))
}

#[test]
fn a_sealed_report_is_not_unpublished() {
    let draft = report("2017-18", "").replace("published", "draft");
    let site = sealed().file(REPORT, &draft);
    refused(&site, "`2017-18` was sealed as published, but is a draft");
    let site = site.file(REPORT, &report("2017-18", "embargo: 9999-01-01T00:00\n"));
    refused(
        &site,
        "`2017-18` was sealed as published, but is under embargo",
    );
    built(&site.file(REPORT, &report("2017-18", "embargo: 2018-01-01T00:00\n")));
}

#[test]
fn an_objective_keeps_what_it_said_under_another_name() {
    let site = sealed();
    let root = site.root().join("content/reports/2017-18");
    std::fs::rename(root.join("learners"), root.join("pupils")).expect("a folder to rename");
    let objective = "content/reports/2017-18/pupils/objective.md";
    refused(&site, "`objective:learners` was sealed");
    let site = site.file(
        objective,
        "---\ntitle: Learners\naliases: [2017-18/learners]\n---\nWhy.\n",
    );
    // Its charts as files bear the name of its folder.
    let renamed = correction("objective:pupils", "");
    let site = site.file(REPORT, &report("2017-18", &renamed));
    built(&site);
    let site = site.file(REPORT, &report("2017-18", ""));
    let site = site.file(
        objective,
        "---\ntitle: Learners\njudgement: fully-successful\naliases: [2017-18/learners]\n---\nWhy.\n",
    );
    refused(
        &site,
        "`objective:pupils` was sealed as `not judged`, but is `fully-successful`",
    );
}

#[test]
fn what_was_taken_out_is_said_once_and_what_was_put_in_as_well() {
    let site = sealed().file(MEASURES, &measures(&[CALLS]));
    refused(
        &site,
        "`measure:letters` was sealed, but is not in the report any more",
    );
    assert_eq!(errors(&site), 1);
    let visits = "{id: visits, title: Visits, unit: number, polarity: none, actual: 3}";
    let site = site.file(MEASURES, &measures(&[CALLS, LETTERS, visits]));
    refused(
        &site,
        "`measure:visits` was not in the report when it was sealed",
    );
    assert_eq!(errors(&site), 1);
    built(&site.file(
        REPORT,
        &report("2017-18", &correction("measure:visits", "")),
    ));
}

#[test]
fn corrections_of_one_day_stand_in_any_order() {
    let other = CALLS.replace("actual: 12", "actual: 8");
    let correction = |was: u8, now: u8| {
        format!(
            "  - {{date: 2018-10-14, about: \"measure:calls.actual\", was: {was}, now: {now}, reason: Counted again.}}\n"
        )
    };
    for two in [[(9, 8), (12, 9)], [(12, 9), (9, 8)]] {
        let two = two.map(|(was, now)| correction(was, now)).concat();
        let site = sealed()
            .file(MEASURES, &measures(&[&other, LETTERS]))
            .file(REPORT, &report("2017-18", &format!("corrections:\n{two}")));
        built(&site);
    }
}

#[test]
fn pages_files_and_nothing_of_a_draft_are_sealed() {
    let draft = report("2018-19", "").replace("published", "draft");
    let site = with_before(Site::fine(), "10")
        .file(MEASURES, &measures(&[CALLS]))
        .file("content/reports/2018-19/report.md", &draft)
        .file(
            "content/reports/2018-19/learners/objective.md",
            "---\ntitle: Learners\nserves: [wfg/more-equal]\n---\n",
        );
    let run = site.run(&["seal", "2017-18", "--at", "2019-01-01T00:00"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let lock = std::fs::read_to_string(site.root().join(SEALED)).expect("a lock file");
    for line in [
        "\"page:2017-18/index.html\": \"en\"",
        "\"page:2017-18/learners/index.html\": \"en objective:learners\"",
        "\"page:measures/calls/index.html\": \"en measure:calls\"",
        "\"page:data/2017-18/measures.csv\": \"en\"",
        "\"page:data/2017-18/actions.csv\": \"en\"",
        "\"page:charts/2017-18/calls.svg\": \"en measure:calls\"",
    ] {
        assert!(lock.contains(line), "{line} in {lock}");
    }
    // Only the draft ties anything together, so that nobody has seen a page of the thread.
    assert!(!lock.contains("/thread/"), "{lock}");
    built(&site);
    // An embargo is held against the moment that is said.
    let embargoed = report("2017-18", "embargo: 2018-06-01T00:00\n");
    let site = site.file(REPORT, &embargoed).without(SEALED);
    let run = site.run(&["seal", "2017-18", "--at", "2018-05-31T23:59"]);
    assert!(run.stderr.contains("is under embargo"), "{}", run.stderr);
}
