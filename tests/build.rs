//! `goldenthread build`: what it writes, and what it leaves alone.

mod support;

use std::fs;

use support::Site;

#[test]
fn warnings_fail_when_they_are_made_to() {
    let site = Site::fine().file(
        "content/reports/2017-18/homes/objective.md",
        "---\ntitle: Homes\n---\nWhy.\n",
    );
    for (command, summary) in [("check", "checked 1 report"), ("build", "built ")] {
        let run = site.run(&[command]);
        assert!(
            run.stderr.contains("warning[empty-objective]"),
            "{}",
            run.stderr
        );
        assert!(run.stderr.contains(summary), "{}", run.stderr);
        assert_eq!(run.status, 0);
    }
    assert_eq!(site.run(&["check", "--strict"]).status, 1);
    fs::remove_dir_all(site.root().join("output")).unwrap();
    let run = site.run(&["build", "--strict"]);
    let end = "not built: 0 errors, 1 warning, 0 notes, and with `--strict` warnings count; nothing was written\n";
    assert!(run.stderr.ends_with(end), "{}", run.stderr);
    assert_eq!(run.status, 1);
    assert_eq!(site.files(""), ["content"]);
}

#[test]
fn building_writes_the_website_and_says_so_in_one_line() {
    let site = Site::fine();
    let run = site.run(&["build"]);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    assert!(run.stderr.starts_with("built "), "{}", run.stderr);
    assert!(
        run.stderr.contains(" from 1 report, 1 objective, "),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains(": 0 errors, 0 warnings, 0 notes; "),
        "{}",
        run.stderr
    );
    assert_eq!((run.status, run.stdout.as_str()), (0, ""));
    assert_eq!(site.files(""), ["content", "output"]);
    for file in [
        "index.html",
        "2017-18/index.html",
        "404.html",
        "data/site.json",
        ".goldenthread.json",
    ] {
        assert!(site.root().join("output").join(file).is_file(), "{file}");
    }
    let run = site.run(&["build"]);
    assert!(
        run.stderr.ends_with("; no file changed\n"),
        "{}",
        run.stderr
    );

    let elsewhere = site.run(&["build", ".", "-o", "public/site"]);
    assert_eq!(elsewhere.status, 0, "{}", elsewhere.stderr);
    assert_eq!(site.tree("public/site"), site.tree("output"));
}

#[test]
fn output_is_relative_to_the_caller() {
    let around = Site::empty().file(
        "site/content/site.yaml",
        "organisation: A\ntitle: B\nlanguages: [en]\n",
    );
    assert_eq!(around.run(&["build", "site"]).status, 0);
    assert_eq!(around.run(&["build", "site", "-o", "web"]).status, 0);
    assert_eq!(around.files(""), ["site", "web"]);
    assert_eq!(around.files("site"), ["content", "output"]);
}

#[test]
fn a_failed_build_leaves_the_old_site_as_it_was() {
    let site = Site::fine();
    assert_eq!(site.run(&["build"]).status, 0);
    let before = site.tree("output");
    let site = site.file("content/about.md", "---\nordr: 1\n---\n# About\n");
    let run = site.run(&["build"]);
    let end = "not built: 1 error, 0 warnings, 0 notes; `./output` is as it was\n";
    assert!(run.stderr.ends_with(end), "{}", run.stderr);
    assert_eq!(run.status, 1);
    assert_eq!(site.tree("output"), before);
    assert_eq!(site.files(""), ["content", "output"]);
}

#[test]
fn a_template_that_cannot_be_rendered_leaves_the_old_site_as_it_was() {
    let site = Site::fine().file(
        "content/site.yaml",
        "organisation: Example Council\ntitle: Our objectives\nlanguages: [en]\ntheme: own\n",
    );
    let site = site.file("themes/own/static/own.css", "");
    assert_eq!(site.run(&["build"]).status, 0);
    let before = site.tree("output");
    // It can be read, but what it asks for is known to be missing only when a page is made.
    let broken = "<p>Hello</p>\n<p>{{ page.nothing_of_that_name.at_all }}</p>\n";
    let site = site.file("themes/own/templates/not_found.html", broken);
    let run = site.run(&["build"]);
    assert!(
        run.stderr.contains("error[template-fault]")
            && run
                .stderr
                .contains("themes/own/templates/not_found.html:2:"),
        "{}",
        run.stderr
    );
    assert_eq!(run.status, 1);
    assert_eq!(site.tree("output"), before);
    assert_eq!(
        site.run(&["check"]).status,
        1,
        "what does not build does not pass the check"
    );
}

#[test]
fn output_folders_that_are_not_ours_are_refused() {
    let site = Site::fine().file("full/thesis.doc", "mine");
    for (output, message) in [
        (
            "full",
            "`full` is not empty, and Goldenthread did not write what is in it",
        ),
        (".", "`.` holds the content that the site is made from"),
        ("/", "`/` is the root of a file system"),
        (
            "content/output",
            "`content/output` is inside `./content`, which the site is made from",
        ),
        ("full/thesis.doc", "`full/thesis.doc` is not a folder"),
    ] {
        let run = site.run(&["build", "-o", output]);
        let start = format!("error: {message}\n  help: ");
        assert!(run.stderr.starts_with(&start), "{}", run.stderr);
        assert_eq!(run.status, 2);
    }
    assert_eq!(
        fs::read(site.root().join("full/thesis.doc")).unwrap(),
        b"mine"
    );
    assert_eq!(site.files(""), ["content", "full"]);
}

#[test]
fn drafts_are_built_when_they_are_asked_for() {
    let site = Site::fine()
        .file(
            "content/reports/2018-19/report.md",
            "---\ntitle: Next\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\n",
        )
        .file("content/reports/2018-19/plan.txt", "secret");
    let run = site.run(&["build"]);
    assert!(
        run.stderr
            .contains("note: 1 draft was left out; `--drafts` builds them too"),
        "{}",
        run.stderr
    );
    assert!(
        site.tree("output")
            .keys()
            .all(|path| !path.contains("2018-19"))
    );
    let run = site.run(&["build", "--drafts"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert!(site.root().join("output/2018-19/index.html").is_file());
    assert_eq!(site.run(&["build"]).status, 0);
    assert!(
        site.tree("output")
            .keys()
            .all(|path| !path.contains("2018-19"))
    );
}

#[test]
fn a_new_site_builds_and_says_only_what_its_publisher_has_to_fill_in() {
    let around = Site::empty();
    let run = around.run(&["init", "my report"]);
    assert!(
        run.stdout.contains("goldenthread build 'my report'\n"),
        "{}",
        run.stdout
    );
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    let run = around.run(&["build", "my report", "--strict"]);
    assert!(
        run.stderr
            .starts_with("note[placeholder-left]: the accessibility statement"),
        "{}",
        run.stderr
    );
    // A first objective serves one of the seven goals.
    assert!(
        run.stderr.contains("\nnote[goal-unserved]: "),
        "{}",
        run.stderr
    );
    assert!(
        run.stderr.contains(": 0 errors, 0 warnings, 2 notes;"),
        "{}",
        run.stderr
    );
    assert_eq!(run.status, 0);
    let before = around.tree("my report");
    let run = around.run(&["init", "my report"]);
    assert_eq!(
        run.stderr,
        "error: `my report` is not empty: it holds `content`\n  help: name a new folder, or an empty one\n"
    );
    assert_eq!(run.status, 2);
    assert_eq!(around.tree("my report"), before);
}

#[test]
fn the_same_content_gives_the_same_bytes() {
    let [first, second] = [Site::fine(), Site::fine()];
    for site in [&first, &second] {
        assert_eq!(site.run(&["build"]).status, 0);
    }
    assert_eq!(first.tree("output"), second.tree("output"));
}

#[test]
fn what_programs_leave_beside_a_file_is_not_published() {
    let site = Site::fine()
        .file("content/plan.pdf", "A plan")
        .file("content/plan.pdf.bak", "An older plan")
        .file("content/plan.pdf.part", "Part of a plan")
        .file("content/index.md.orig", "An older welcome")
        .file("content/4913", "")
        .file(
            "content/reports/2017-18.bak/report.md",
            "---\ntitle: A copy\n---\n",
        );
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    assert_eq!(run.stderr.lines().count(), 1, "{}", run.stderr);
    let files = site.tree("output");
    assert!(files.keys().any(|file| file.ends_with("plan.pdf")));
    for left in [".bak", ".part", ".orig", "4913"] {
        assert!(!files.keys().any(|file| file.contains(left)), "{left}");
    }
}
