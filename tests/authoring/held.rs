//! What a report is held to besides its figures: aims of earlier periods, levels, polarity, stage.

use std::fs;

use crate::{accounted::because, support::Site};

const REPORT: &str = "content/reports/2017-18/report.md";
const MEASURES: &str = "content/reports/2017-18/learners/measures.yaml";
const EVALUATION: &str = "content/reports/2017-18/learners/evaluations/teaching.yaml";
const SEALED: &str = "content/reports/2017-18/sealed.yaml";

fn report(stage: &str, more: &str) -> String {
    format!(
        "---\ntitle: Annual report\nperiod: 2017-18\nstage: {stage}\nstatus: published\n{more}---\n"
    )
}

fn measure(polarity: &str, history: &str) -> String {
    format!(
        "how-much:\n  - id: calls\n    title: Calls\n    unit: number\n    polarity: {polarity}\n    \
         actual: 12\n    history:\n      2016-17: {history}\n"
    )
}

fn evaluation(level: &str) -> String {
    format!("quality_indicator: q/1\nstrengths: Good.\n{level}")
}

/// A sealed site that has all of it.
fn sealed() -> Site {
    let site = Site::fine()
        .file(REPORT, &report("annual", ""))
        .file(MEASURES, &measure("higher", "{actual: 9, target: 10}"))
        .file(EVALUATION, &evaluation("level: 4\n"))
        .file(
            "content/frameworks/q/framework.md",
            "---\ntitle: Quality\nscale: six-point\n---\n",
        )
        .file(
            "content/frameworks/q/1.yaml",
            "title: One\nquestions: [How well?]\n",
        );
    let run = site.run(&["seal", "2017-18"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    assert_eq!(errors(&site), [""; 0]);
    site
}

/// The messages of the errors of a build.
fn errors(site: &Site) -> Vec<String> {
    let run = site.run(&["build"]);
    let lines = run.stderr.lines();
    let errors = lines.filter_map(|line| line.strip_prefix("error["));
    let errors = errors.filter_map(|line| Some(line.split_once("]: ")?.1.to_owned()));
    errors.collect()
}

#[test]
fn what_was_sealed_stands_until_a_correction_says_why() {
    for (file, text, about, said) in [
        (
            MEASURES,
            measure("higher", "{actual: 9, target: 11}"),
            "measure:calls",
            "`measure:calls.history-target-2016-17` was sealed as `10`, but is `11`",
        ),
        (
            MEASURES,
            measure("higher", "{actual: 9}"),
            "measure:calls",
            "`measure:calls.history-target-2016-17` was sealed as `10`, but is `blank`",
        ),
        (
            MEASURES,
            measure("higher", "{actual: 9, target: 10, intervention: 8}"),
            "measure:calls",
            "`measure:calls.history-intervention-2016-17` was sealed as `blank`, but is `8`",
        ),
        (
            MEASURES,
            measure("none", "{actual: 9, target: 10}"),
            "measure:calls",
            "`measure:calls.polarity` was sealed as `higher`, but is `none`",
        ),
        (
            EVALUATION,
            evaluation("level: 5\n"),
            "objective:learners",
            "`objective:learners.level-teaching` was sealed as `4`, but is `5`",
        ),
        (
            EVALUATION,
            evaluation(""),
            "objective:learners",
            "`objective:learners.level-teaching` was sealed as `4`, but is `blank`",
        ),
        (
            "content/reports/2017-18/evaluations/whole.yaml",
            evaluation("level: 3\n"),
            "report:2017-18",
            "`report.level-whole` was sealed as `blank`, but is `3`",
        ),
    ] {
        let site = sealed().file(file, &text);
        let found = errors(&site);
        assert!(found.contains(&said.to_owned()), "{said}: {found:?}");
        let why = because(about, "", &said.replace('`', ""));
        let site = site.file(REPORT, &report("annual", &why));
        assert_eq!(errors(&site), [""; 0], "{said}");
    }
    let site = sealed().file(REPORT, &report("six-month", ""));
    let stage = "`report.stage` was sealed as `annual`, but is `six-month`";
    assert!(errors(&site).contains(&stage.to_owned()));
}

#[test]
fn a_lock_file_of_an_earlier_version_is_held_to_what_it_has() {
    let site = sealed();
    let lock = fs::read_to_string(site.root().join(SEALED)).unwrap();
    let newer = |line: &&str| {
        ["report.stage", ".polarity", "level-", "history-"]
            .iter()
            .any(|name| line.contains(name))
    };
    assert_eq!(lock.lines().filter(newer).count(), 4, "{lock}");
    let older: Vec<_> = lock.lines().filter(|line| !newer(line)).collect();
    let site = site
        .file(SEALED, &older.join("\n"))
        .file(MEASURES, &measure("higher", "{actual: 9, target: 11}"))
        .file(EVALUATION, &evaluation("level: 5\n"));
    assert_eq!(errors(&site), [""; 0]);
}

#[test]
fn a_level_that_cannot_be_read_is_one_error() {
    let site = sealed().file(EVALUATION, &evaluation("level: [4\n"));
    let found = errors(&site);
    assert!(
        found.len() == 1 && !found[0].contains("sealed"),
        "{found:?}"
    );
}

#[test]
fn a_stated_polarity_follows_from_no_figure() {
    let flipped = measure("none", "{actual: 9, target: 10}");
    let site = sealed().file(MEASURES, &flipped.replace("actual: 12", "actual: 13"));
    let why = because("measure:calls.actual", "was: 12, now: 13, ", "One more.");
    let site = site.file(REPORT, &report("annual", &why));
    let polarity = "`measure:calls.polarity` was sealed as `higher`, but is `none`";
    assert!(
        errors(&site).contains(&polarity.to_owned()),
        "{:?}",
        errors(&site)
    );
}
