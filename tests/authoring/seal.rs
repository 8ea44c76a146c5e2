//! A sealed report stays what it was, until a correction says what changed and why.

use crate::support::Site;

const REPORT: &str = "content/reports/2017-18/report.md";
const MEASURES: &str = "content/reports/2017-18/learners/measures.yaml";
const OBJECTIVE: &str = "content/reports/2017-18/learners/objective.md";
const SEALED: &str = "content/reports/2017-18/sealed.yaml";

fn report(more: &str) -> String {
    format!(
        "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\n{more}---\n"
    )
}

fn measure(actual: &str) -> String {
    format!(
        "how-much:\n  - id: calls\n    title: Calls\n    unit: number\n    actual: {actual}\n    \
         target: 10\n    intervention: 5\n    comment: So it went.\n"
    )
}

fn objective(more: &str) -> String {
    format!("---\ntitle: Learners\njudgement: partly-successful\n{more}---\nWhy we chose it.\n")
}

/// A site that is sealed with 12 calls.
fn sealed() -> Site {
    let site = Site::fine()
        .file(MEASURES, &measure("12"))
        .file(OBJECTIVE, &objective(""));
    let run = site.run(&["seal", "2017-18"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""), "{}", run.stdout);
    assert!(
        run.stdout.starts_with("sealed `2017-18`: "),
        "{}",
        run.stdout
    );
    assert_eq!(site.run(&["build"]).status, 0);
    site
}

fn refused(site: &Site, message: &str) {
    let run = site.run(&["build"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert!(run.stderr.contains(message), "{}", run.stderr);
}

fn read(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.root().join(path)).expect("a file")
}

const CORRECTED: &str = "corrections:\n  - date: 2018-10-14\n    about: \"measure:calls.actual\"\n    \
                         was: 12\n    now: 8\n    reason: Four calls were counted twice.\n";

#[test]
fn a_changed_figure_needs_the_correction_that_states_it() {
    let site = sealed().file(MEASURES, &measure("8"));
    refused(
        &site,
        "`measure:calls.actual` was sealed as `12`, but is `8`",
    );
    refused(
        &site,
        "`measure:calls.rating` was sealed as `green`, but is `amber`",
    );
    refused(&site, "was: 12, now: 8");
    // Another change than the one that was made is accepted by nothing.
    let other = CORRECTED.replace("now: 8", "now: 7");
    let site = site.file(REPORT, &report(&other));
    refused(
        &site,
        "`measure:calls.actual` was sealed as `12`, but is `8`",
    );
    let site = site.file(REPORT, &report(CORRECTED));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for page in ["index.html", "learners/index.html"] {
        let page = read(&site, &format!("output/2017-18/{page}"));
        assert!(page.contains("Four calls were counted twice."), "{page}");
    }
    let page = read(&site, "output/measures/calls/index.html");
    assert!(page.contains("Four calls were counted twice."), "{page}");
    // A second correction goes on from where the first led.
    let again = format!(
        "{CORRECTED}  - date: 2018-11-01\n    about: \"measure:calls.actual\"\n    was: 8\n    now: 9\n    \
         reason: And one was missing.\n"
    );
    let site = site
        .file(MEASURES, &measure("9"))
        .file(REPORT, &report(&again));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn a_figure_is_withdrawn_without_being_told_again() {
    let site = Site::fine().file(MEASURES, &measure("98761"));
    assert_eq!(site.run(&["seal", "2017-18"]).status, 0);
    let site = site.file(MEASURES, &measure("\"[c]\""));
    refused(
        &site,
        "say so in `corrections:` of report.md: `{date: …, about: \"measure:calls.actual\", was: \"[c]\", now: \"[c]\", \
         reason: …}`",
    );
    let withdrawn = "corrections:\n  - {date: 2018-10-14, about: \"measure:calls.actual\", was: \"[c]\", now: \"[c]\", reason: Few people.}\n";
    let site = site
        .file(
            "content/site.yaml",
            "organisation: Example Council\ntitle: Our objectives\nlanguages: [en]\nbase_url: https://example.org/\n",
        )
        .file(REPORT, &report(withdrawn));
    let run = site.run(&["build", "--strict"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    for page in [
        "2017-18/index.html",
        "2017-18/learners/index.html",
        "2017-18/print/index.html",
        "measures/calls/index.html",
        "feed.xml",
    ] {
        let page = read(&site, &format!("output/{page}"));
        assert!(
            page.contains("the figure was withdrawn to protect people.")
                && page.contains("Few people."),
            "{page}"
        );
        assert!(!page.contains("98") || !page.contains("761"), "{page}");
    }
    let data = read(&site, "output/data/site.json");
    let data: serde_json::Value = serde_json::from_str(&data).expect("JSON");
    let correction = &data["reports"][0]["corrections"][0];
    assert_eq!(correction["withdrawn"], true, "{correction}");
    assert_eq!(correction["was"], serde_json::Value::Null, "{correction}");
    // What was withdrawn may come back, as any figure.
    let again = withdrawn.to_owned()
        + "  - {date: 2018-11-01, about: \"measure:calls.actual\", was: \"[c]\", now: 14, reason: A mistake.}\n";
    let site = site
        .file(REPORT, &report(&again))
        .file(MEASURES, &measure("14"));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    // Nothing else is accepted by keeping back what it was.
    let hidden = withdrawn.replace("now: \"[c]\"", "now: 14");
    refused(
        &site.file(REPORT, &report(&hidden)),
        "`measure:calls.actual` was sealed as `98761`, but is `14`",
    );
}

#[test]
fn a_correction_that_was_sealed_is_put_back_as_it_was() {
    const BACK: &str =
        "{date: 2018-10-14, about: \"measure:calls.actual\", was: 12, now: 8, reason: …}";
    let site = sealed()
        .file(MEASURES, &measure("8"))
        .file(REPORT, &report(CORRECTED));
    assert_eq!(site.run(&["seal", "2017-18"]).status, 0);
    let edited = CORRECTED.replace("was: 12", "was: 11");
    let mut site = site;
    for corrections in [edited.as_str(), ""] {
        site = site.file(REPORT, &report(corrections));
        refused(&site, &format!("put back `{BACK}`"));
    }
    let back = format!("corrections:\n  - {BACK}\n");
    let site = site.file(REPORT, &report(&back));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn the_day_of_the_last_change_and_the_reason_of_an_override_are_sealed() {
    let overridden =
        |reason: &str| measure("12") + &format!("    rag: {{status: amber, reason: {reason}}}\n");
    let site = Site::fine()
        .file(MEASURES, &overridden("Too few were asked."))
        .file(OBJECTIVE, &objective(""))
        .file(REPORT, &report("updated: 2018-05-04\n"));
    assert_eq!(site.run(&["seal", "2017-18"]).status, 0);
    let site = site.file(REPORT, &report("updated: 2018-06-01\n"));
    refused(
        &site,
        "`report.updated` was sealed as `2018-05-04`, but is `2018-06-01`",
    );
    let site = site.file(
        REPORT,
        &report("updated: 2018-06-01\ncorrections:\n  - {date: 2018-06-01, about: \"objective:learners\", reason: A word was wrong.}\n"),
    );
    assert_eq!(site.run(&["build"]).status, 0);
    let site = site.file(MEASURES, &overridden("Nobody was asked."));
    refused(
        &site,
        "`measure:calls.rating-reason` was sealed as `Too few were asked.`, but is `Nobody was asked.`",
    );
    let site = site.file(
        REPORT,
        &report("updated: 2018-06-01\ncorrections:\n  - {date: 2018-06-01, about: \"measure:calls\", reason: Another reason held.}\n"),
    );
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn the_same_number_in_other_digits_is_no_change() {
    let site = sealed().file(MEASURES, &measure("12.0"));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

#[test]
fn a_figure_that_was_blank_stays_blank() {
    let site = sealed().file(MEASURES, &(measure("12") + "    previous: 3\n"));
    refused(
        &site,
        "`measure:calls.previous` was sealed as `blank`, but is `3`",
    );
}

#[test]
fn a_judgement_is_corrected_by_its_word() {
    let changed = objective("").replace("partly", "fully");
    let site = sealed().file(OBJECTIVE, &changed);
    refused(
        &site,
        "`objective:learners` was sealed as `partly-successful`, but is `fully-successful`",
    );
    let corrected = "corrections:\n  - date: 2018-10-14\n    about: \"objective:learners\"\n    \
                     was: partly-successful\n    now: fully-successful\n    reason: The board had said so.\n";
    let site = site.file(REPORT, &report(corrected));
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = read(&site, "output/2017-18/learners/index.html");
    assert!(page.contains("The board had said so."), "{page}");
}

#[test]
fn what_was_sealed_is_not_taken_out() {
    let gone = "how-much:\n  - id: letters\n    title: Letters\n    unit: number\n    actual: 1\n";
    let site = sealed().file(MEASURES, gone);
    refused(
        &site,
        "`measure:calls` was sealed, but is not in the report any more",
    );
}

#[test]
fn a_rating_does_not_change_with_the_settings() {
    let settings = read(&sealed(), "content/site.yaml");
    let site = sealed().file("content/site.yaml", &(settings + "rag: {show: none}\n"));
    refused(&site, "`measure:calls.rating` was sealed as `green`");
}

#[test]
fn a_page_that_moved_leads_on_from_its_sealed_address() {
    let site = sealed();
    let root = site.root().join("content/reports");
    std::fs::rename(root.join("2017-18"), root.join("2017-18-annual")).expect("a folder to rename");
    refused(
        &site,
        "the folder of this sealed report was `2017-18`, but is `2017-18-annual`: nothing stands at 11 sealed addresses any more",
    );
    refused(&site, "name it `2017-18` again");
    let aliases = "aliases: [2017-18, 2017-18/measures, 2017-18/actions, 2017-18/exceptions, 2017-18/print]\n\
                   corrections:\n  - {date: 2018-10-14, about: \"report:2017-18-annual\", reason: Its folder was renamed.}\n";
    let site = site
        .file("content/reports/2017-18-annual/report.md", &report(aliases))
        .file(
            "content/reports/2017-18-annual/learners/objective.md",
            &objective("aliases: [2017-18/learners]\n"),
        );
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = read(&site, "output/2017-18/index.html");
    assert!(page.contains("../2017-18-annual/index.html"), "{page}");
}

#[test]
fn sealing_again_writes_down_what_stands_and_is_stable() {
    let site = sealed();
    let first = read(&site, SEALED);
    let lines: Vec<_> = first
        .lines()
        .filter(|line| !line.starts_with('#'))
        .collect();
    assert!(lines.is_sorted(), "{first}");
    let run = site.run(&["seal", "2017-18"]);
    assert!(run.stdout.contains("nothing has changed"), "{}", run.stdout);
    assert_eq!(read(&site, SEALED), first);
    // A change that nothing accepts is not sealed either.
    let site = site.file(MEASURES, &measure("8"));
    let run = site.run(&["seal", "2017-18"]);
    assert_eq!(run.status, 2, "{}", run.stdout);
    assert_eq!(read(&site, SEALED), first);
    let site = site.file(REPORT, &report(CORRECTED));
    let run = site.run(&["seal", "reports/2017-18/"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let second = read(&site, SEALED);
    // The figure, its rating, and the correction itself.
    let changed = second
        .lines()
        .filter(|line| !first.lines().any(|before| before == *line));
    assert_eq!(changed.count(), 3, "{second}");
    assert_eq!(site.run(&["build"]).status, 0);
    assert!(
        !site
            .tree("output")
            .keys()
            .any(|path| path.contains("sealed"))
    );
}

#[test]
fn what_is_not_published_is_not_sealed() {
    let draft = report("").replace("published", "draft");
    for (front, why) in [
        (draft, "`2017-18` is a draft, so it cannot be sealed"),
        (
            report("embargo: 9999-01-01T00:00\n"),
            "`2017-18` is under embargo, so it cannot be sealed",
        ),
    ] {
        let site = Site::fine().file(REPORT, &front);
        let run = site.run(&["seal", "2017-18"]);
        assert_eq!(run.status, 2);
        assert!(run.stderr.contains(why), "{}", run.stderr);
        assert_eq!(
            site.files("content/reports/2017-18"),
            ["learners", "report.md"]
        );
    }
    let run = Site::fine().run(&["seal", "2017-81"]);
    assert!(
        run.stderr.contains("did you mean `2017-18`?"),
        "{}",
        run.stderr
    );
}
