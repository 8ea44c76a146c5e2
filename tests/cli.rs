//! The command itself: what it prints where, and how it ends.

mod support;

use std::path::Path;

use support::{Run, Site, goldenthread};

#[test]
fn usage_mistakes_end_with_two_and_a_suggestion() {
    for (arguments, expected) in [
        (
            &["completion"][..],
            "a similar subcommand exists: 'completions'",
        ),
        (
            &["check", "--strct"],
            "a similar argument exists: '--strict'",
        ),
        (
            &["check", "--format", "jsn"],
            "a similar value exists: 'json'",
        ),
        (&["init"], "required arguments were not provided"),
        (&[], "Usage: goldenthread <COMMAND>"),
    ] {
        let run = goldenthread(arguments, Path::new("."));
        assert!(
            run.stderr.contains(expected),
            "{arguments:?}: {}",
            run.stderr
        );
        assert_eq!((run.status, run.stdout.as_str()), (2, ""), "{arguments:?}");
    }
}

#[test]
fn help_and_version_are_no_mistakes() {
    for (argument, expected) in [
        ("--help", "Exit status: 0 fine"),
        ("--version", "goldenthread 0."),
    ] {
        let run = goldenthread(&[argument], Path::new("."));
        assert!(run.stdout.contains(expected), "{}", run.stdout);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    }
}

#[test]
fn a_folder_without_a_site_is_told_what_was_looked_for() {
    let site = Site::fine().file("plain.txt", "");
    for (dir, message, help) in [
        (
            "nowhere",
            "there is no folder `nowhere`",
            "`goldenthread init nowhere` begins a site there",
        ),
        (
            "plain.txt",
            "`plain.txt` is a file, not a site folder",
            "name the folder that holds `content/`",
        ),
        (
            "content",
            "`content` is not a site folder: it has no `content/site.yaml`",
            "did you mean `.`?",
        ),
        (
            "content/reports/2017-18",
            "`content/reports/2017-18` is not a site folder: it has no `content/site.yaml`",
            "did you mean `.`?",
        ),
    ] {
        for command in ["build", "check"] {
            let run = site.run(&[command, dir]);
            assert_eq!(run.stderr, format!("error: {message}\n  help: {help}\n"));
            assert_eq!((run.status, run.stdout.as_str()), (2, ""));
        }
    }
    let empty = Site::empty();
    let run = empty.run(&["build"]);
    assert!(
        run.stderr
            .contains("begin a new site with `goldenthread init`"),
        "{}",
        run.stderr
    );
    assert_eq!(run.status, 2);
}

#[test]
fn checking_says_what_there_is_and_writes_nothing() {
    let site = Site::fine();
    let run = site.run(&["check"]);
    let summary = "checked 1 report, 1 objective, 0 actions, 0 measures in ";
    assert!(run.stderr.starts_with(summary), "{}", run.stderr);
    assert!(
        run.stderr.ends_with(": 0 errors, 0 warnings, 0 notes\n"),
        "{}",
        run.stderr
    );
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert_eq!(site.files(""), ["content"]);
}

#[test]
fn what_does_not_build_without_drafts_fails_the_check() {
    let draft = "---\ntitle: Next\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\n";
    let site = Site::fine()
        .file("content/reports/2018-19/report.md", draft)
        .file(
            "content/about.md",
            "# About\n\n[Next](reports/2018-19/report.md)\n",
        );
    assert_eq!(site.run(&["build"]).status, 1);
    let run = site.run(&["check"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains("error[missing-link]"), "{}", run.stderr);
    assert!(
        run.stderr.contains("(once drafts are left out)"),
        "{}",
        run.stderr
    );
    let site = site.file("content/about.md", "# About\n");
    let run = site.run(&["check"]);
    assert!(
        run.stderr.ends_with(": 0 errors, 0 warnings, 0 notes\n"),
        "{}",
        run.stderr
    );
}

#[test]
fn people_see_the_line_with_a_caret() {
    let site = Site::fine().file("content/about.md", "---\ntitle: Tŷ\nordr: 1\n---\n# Tŷ\n");
    let run = site.run(&["check"]);
    let shown = "error[unknown-field]: `ordr` is not a key of a page\n \
                 --> content/about.md:3:1\n  |\n3 | ordr: 1\n  | ^^^^\n  |\n  = help: did you mean `order`?\n\n";
    assert!(run.stderr.starts_with(shown), "{}", run.stderr);
    assert_eq!(run.status, 1);
    let spoken = site.run_with(&["check"], &[("NO_GRAPHICS", "1")]);
    assert!(!spoken.stderr.contains('^'), "{}", spoken.stderr);
    let coloured = site.run_with(&["check"], &[("CLICOLOR_FORCE", "1")]);
    assert!(coloured.stderr.contains("\u{1b}["), "{}", coloured.stderr);
    let plain = site.run_with(&["check"], &[("CLICOLOR_FORCE", "1"), ("NO_COLOR", "1")]);
    assert!(!plain.stderr.contains("\u{1b}["), "{}", plain.stderr);
}

#[test]
fn programs_read_an_array() {
    let site = Site::fine().file("content/about.md", "---\ntitle: Tŷ\nordr: 1\n---\n# Tŷ\n");
    let run = site.run(&["check", "--format", "json"]);
    let expected = serde_json::json!([{
        "severity": "error",
        "code": "unknown-field",
        "message": "`ordr` is not a key of a page",
        "file": "content/about.md",
        "line": 3,
        "column": 1,
        "end_line": 3,
        "end_column": 5,
        "help": "did you mean `order`?",
    }]);
    assert_eq!(run.json(), expected);
    assert_eq!((run.status, run.stderr.as_str()), (1, ""));
    assert_eq!(
        Site::fine().run(&["check", "--format", "json"]).stdout,
        "[]\n"
    );

    let sarif = site.run(&["check", "--format", "sarif"]).json();
    assert_eq!(sarif["version"], "2.1.0");
    assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "unknown-field");
}

#[test]
fn the_schema_is_the_documented_one() {
    let documented = include_str!("../docs/site.schema.json");
    for arguments in [&["schema"][..], &["schema", "site"]] {
        let run = goldenthread(arguments, Path::new("."));
        assert_eq!(run.stdout, documented.replace("\r\n", "\n"));
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    }
}

#[test]
fn a_reader_who_has_read_enough_ends_nothing() {
    let Run { stdout, .. } = goldenthread(&["completions", "bash"], Path::new("."));
    assert!(stdout.contains("_goldenthread()"), "{stdout}");
    let status = support::with_closed_output(&["completions", "bash"]);
    assert_eq!(status, 0);
}

#[test]
fn hints_are_for_those_who_ask_for_them() {
    let site = Site::fine().file(
        "content/reports/2017-18/learners/done-well.md",
        "We reached 12.5% of all.\n",
    );
    let hint = "percentage-unlinked";
    for (arguments, expected) in [
        (&["check"][..], false),
        (&["check", "--format", "json"], false),
        (&["build"], false),
        (&["check", "--strict"], true),
        (&["check", "--strict", "--format", "json"], true),
        (&["build", "--strict"], true),
    ] {
        let run = site.run(arguments);
        assert_eq!(run.status, 0, "{arguments:?}: {}", run.stderr);
        let told = [run.stdout, run.stderr].concat();
        assert_eq!(told.contains(hint), expected, "{arguments:?}: {told}");
    }
}
