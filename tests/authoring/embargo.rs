//! A report under embargo is not published before its moment.

use crate::support::Site;

fn site() -> Site {
    Site::fine()
        .file(
            "content/reports/2018-19/report.md",
            "---\ntitle: The next report\nperiod: 2018-19\nstage: annual\nstatus: published\n\
             embargo: 2019-07-01T09:30\n---\n",
        )
        .file(
            "content/reports/2018-19/learners/objective.md",
            "---\ntitle: Learners\n---\nWhy.\n",
        )
        .file(
            "content/reports/2018-19/learners/done-well.md",
            "We did more.\n",
        )
        .file("content/reports/2018-19/appendix.pdf", "secret")
}

fn read(site: &Site, path: &str) -> String {
    let bytes = site.tree("output").remove(path).expect("a file");
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn before_the_moment_nothing_of_it_is_written() {
    let site = site();
    let run = site.run(&["build", "--at", "2019-07-01T09:29:59"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(
        run.stderr.contains(
            "`2018-19` was left out: it is under embargo until 2019-07-01 09:30; `--drafts` \
             builds it too"
        ),
        "{}",
        run.stderr
    );
    for (path, bytes) in site.tree("output") {
        let text = String::from_utf8_lossy(&bytes);
        assert!(!path.contains("2018-19"), "{path}");
        assert!(!text.contains("The next report"), "{path}");
    }
}

#[test]
fn from_the_moment_on_it_is_published() {
    let site = site();
    for moment in ["2019-07-01T09:30", "2020-01-01T00:00"] {
        let run = site.run(&["build", "--at", moment]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        assert!(!run.stderr.contains("embargo"), "{}", run.stderr);
        let page = read(&site, "2018-19/index.html");
        assert!(!page.contains("Draft"), "{page}");
        assert!(read(&site, "data/site.json").contains("The next report"));
        assert!(site.tree("output").contains_key("2018-19/appendix.pdf"));
    }
}

#[test]
fn with_drafts_it_is_built_marked_and_kept_out_of_data() {
    let site = site();
    let run = site.run(&["build", "--drafts", "--at", "2019-06-30T12:00"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let page = read(&site, "2018-19/index.html");
    assert!(
        page.contains("This report is not to be published before 09:30 on 1 July 2019."),
        "{page}"
    );
    assert!(page.contains("noindex"));
    assert!(!read(&site, "data/site.json").contains("The next report"));
    assert!(
        !site
            .tree("output")
            .contains_key("data/2018-19/measures.csv")
    );
}

#[test]
fn two_builds_as_of_one_moment_are_the_same() {
    let site = site();
    let built = |moment: &str| {
        site.run(&["build", "--at", moment]);
        site.tree("output")
    };
    let first = built("2019-07-01T09:00");
    let second = built("2019-07-01T10:00");
    assert_ne!(first, second);
    assert_eq!(first, built("2019-07-01T09:00"));
}

#[test]
fn a_moment_in_another_form_is_refused() {
    let run = site().run(&["build", "--at", "1 July"]);
    assert_eq!(run.status, 2);
    assert!(run.stderr.contains("2018-03-01T09:30"), "{}", run.stderr);
}

#[test]
fn the_clock_counts_where_no_moment_is_given() {
    let site = site().file(
        "content/reports/2017-18/report.md",
        "---\ntitle: Far off\nperiod: 2017-18\nstage: annual\nstatus: published\n\
         embargo: 9999-01-01T00:00\n---\n",
    );
    let run = site.run(&["build"]);
    assert!(
        run.stderr.contains("`2017-18` was left out"),
        "{}",
        run.stderr
    );
    // The other moment has passed since.
    assert!(!run.stderr.contains("`2018-19`"), "{}", run.stderr);
}

#[test]
fn a_link_into_what_is_left_out_says_until_when() {
    let until =
        "this leads into the report `2018-19`, which is under embargo until 2019-07-01 09:30";
    let page = "# About\n\n[a](report:2018-19) [b](reports/2018-19/report.md) [c](objective:next@2018-19) \
                [1](measure:new.actual) [d](measure:new) [1](measure:new.actual@2018-19) [f](objective:next)\n";
    let files = |site: Site| {
        site.file(
            "content/reports/2018-19/next/objective.md",
            "---\ntitle: Next\n---\nWhy.\n",
        )
        .file(
            "content/reports/2018-19/next/measures.yaml",
            "how-much:\n  - {id: new, title: New, unit: number, polarity: none, actual: 1}\n",
        )
        .file("content/about.md", page)
        .file(
            "content/reports/2017-18/learners/actions.yaml",
            "- {id: ring, title: Ring, measures: [new]}\n",
        )
    };
    let site = files(site());
    let run = site.run(&["build", "--at", "2019-07-01T09:29"]);
    assert_eq!(run.status, 1, "{}", run.stderr);
    assert_eq!(run.stderr.matches(until).count(), 8, "{}", run.stderr);
    assert_eq!(
        run.stderr
            .matches("take the link out until then, or write it into what is published no earlier")
            .count(),
        8,
        "{}",
        run.stderr
    );
    let run = site.run(&["build", "--at", "2019-07-01T09:30"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    // What is nowhere is still told as that.
    let site = site.file("content/about.md", "# About\n\n[a](report:2018-91)\n");
    let run = site.run(&["build", "--at", "2019-07-01T09:29"]);
    assert!(
        run.stderr.contains("no report is called `2018-91`"),
        "{}",
        run.stderr
    );
    // A draft has no moment to wait for.
    let draft = "---\ntitle: Next\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\n";
    let site = site
        .file("content/about.md", "# About\n\n[a](report:2018-19)\n")
        .file("content/reports/2018-19/report.md", draft);
    let run = site.run(&["build"]);
    assert!(
        run.stderr
            .contains("this leads into the report `2018-19`, which is a draft"),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr
            .contains("publish that report first, or take the link out until then"),
        "{}",
        run.stderr
    );
}
