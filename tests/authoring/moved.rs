//! What was sealed and has another name or place since.

use crate::support::Site;

const REPORT: &str = "content/reports/2017-18/report.md";
const FOLDER: &str = "content/reports/2017-18/learners";
const SEALED: &str = "content/reports/2017-18/sealed.yaml";

const CORRECTIONS: &str = "corrections:\n  \
     - {date: 2018-10-14, about: \"measure:calls.actual\", was: 11, now: 12, reason: One was left out.}\n  \
     - {date: 2018-10-15, about: \"objective:learners\", was: unsuccessful, now: partly-successful, reason: The board had said so.}\n  \
     - {date: 2018-10-16, about: \"action:learners/ring\", was: , now: partly-successful, reason: It was left blank.}\n  \
     - {date: 2018-10-17, about: \"report:2017-18\", reason: A name was misspelt.}\n";

fn report(more: &str) -> String {
    format!(
        "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\n{more}---\n\
         [12](measure:calls.actual) calls.\n"
    )
}

fn objective(more: &str) -> String {
    format!("---\ntitle: Learners\njudgement: partly-successful\n{more}---\nWhy.\n")
}

fn measures(calls: &str) -> String {
    format!(
        "how-much:\n  - {{{calls}, title: Calls, unit: number, polarity: higher, actual: 12}}\n  \
         - {{id: mail, title: Mail, unit: number, polarity: higher, actual: 3}}\n"
    )
}

fn actions(ring: &str) -> String {
    format!(
        "- {{{ring}, title: Ring, status: in-progress, complete: 40, rag: partly-successful}}\n"
    )
}

fn read(site: &Site, path: &str) -> String {
    std::fs::read_to_string(site.root().join(path)).expect("a file")
}

fn built(site: &Site) {
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
}

/// What a check finds: `code message | help`.
fn found(site: &Site) -> Vec<String> {
    let found = site.run(&["check", "--format", "json"]).json();
    let found = found.as_array().expect("an array").iter();
    let text = |it: &serde_json::Value, key: &str| it[key].as_str().unwrap_or_default().to_owned();
    found
        .map(|it| [text(it, "code"), text(it, "message"), text(it, "help")].join(" | "))
        .collect()
}

fn assert_found(site: &Site, wanted: &str) {
    let found = found(site);
    assert!(
        found.iter().any(|line| line.contains(wanted)),
        "{wanted}: {found:#?}"
    );
}

fn sealed() -> Site {
    let site = Site::fine()
        .file(REPORT, &report(CORRECTIONS))
        .file(&format!("{FOLDER}/objective.md"), &objective(""))
        .file(&format!("{FOLDER}/measures.yaml"), &measures("id: calls"))
        .file(&format!("{FOLDER}/actions.yaml"), &actions("id: ring"));
    let run = site.run(&["seal", "2017-18"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    built(&site);
    site
}

fn rename(site: &Site, from: &str, to: &str) {
    let root = site.root().join("content");
    std::fs::rename(root.join(from), root.join(to)).expect("something to rename");
}

#[test]
fn what_has_another_name_keeps_its_corrections_as_they_were_written() {
    let site = sealed();
    rename(&site, "reports/2017-18/learners", "reports/2017-18/pupils");
    let folder = FOLDER.replace("learners", "pupils");
    let site = site
        .file(&format!("{folder}/measures.yaml"), &measures("id: rings"))
        .file(&format!("{folder}/actions.yaml"), &actions("id: phone"));
    // The help names the alias by which each goes on.
    for (name, alias) in [
        ("measure:calls", "measures/calls"),
        ("objective:learners", "2017-18/learners"),
        ("action:learners/ring", "ring"),
    ] {
        let wanted = format!(
            "sealed-changed | `{name}` was sealed, but is not in the report any more | put it back: what was \
             published stays in its report; or where it has another name now, add `aliases: [{alias}]` to it"
        );
        assert_found(&site, &wanted);
    }
    let site = site
        .file(
            &format!("{folder}/objective.md"),
            &objective("aliases: [2017-18/learners]\n"),
        )
        .file(
            &format!("{folder}/measures.yaml"),
            &measures("id: rings, aliases: [measures/calls]"),
        )
        .file(
            &format!("{folder}/actions.yaml"),
            &actions("id: phone, aliases: [ring]"),
        );
    // No alias leads on from a file.
    let offered = "{date: …, about: \"measure:rings\", reason: …}";
    assert_found(
        &site,
        &format!(
            "sealed-moved | nothing stands at the sealed address `charts/2017-18/calls.svg` any more | no alias leads on \
             from a file: give `measure:rings` back what it is named after and made from, or say in `corrections:` of \
             report.md that it is not there any more: `{offered}`"
        ),
    );
    let pasted = |about: &str| {
        let pasted = offered.replace("measure:rings", about);
        CORRECTIONS.to_owned() + "  - " + &pasted.replacen('…', "2018-11-01", 1) + "\n"
    };
    let site = site.file(REPORT, &report(&pasted("measure:rings")));
    let found = found(&site);
    let files: Vec<_> = found
        .iter()
        .filter(|line| line.starts_with("sealed-moved"))
        .collect();
    assert!(
        files
            .iter()
            .all(|line| line.contains("about: \"objective:pupils\"")),
        "{files:#?}"
    );
    assert!(!files.is_empty(), "{found:#?}");
    let both = pasted("measure:rings")
        + "  - {date: 2018-11-01, about: \"objective:pupils\", reason: Renamed.}\n";
    let site = site.file(REPORT, &report(&both));
    built(&site);
    for (page, reason) in [
        ("measures/rings", "One was left out."),
        ("2017-18/pupils", "The board had said so."),
        ("2017-18/pupils", "It was left blank."),
    ] {
        let html = read(&site, &format!("output/{page}/index.html"));
        assert!(html.contains(reason), "{page}");
    }
    // A figure is held to what was sealed under the earlier name, and corrected by it as well.
    let other = measures("id: rings, aliases: [measures/calls]").replace("12", "13");
    let other = site.file(&format!("{folder}/measures.yaml"), &other);
    assert_found(
        &other,
        "`measure:rings.actual` was sealed as `12`, but is `13`",
    );
    let more = format!(
        "{CORRECTIONS}  - {{date: 2018-11-01, about: \"objective:pupils\", reason: Renamed.}}\n  \
         - {{date: 2018-11-01, about: \"measure:calls.actual\", was: 12, now: 13, reason: And one more.}}\n"
    );
    let site = other.file(REPORT, &report(&more).replace("[12]", "[13]"));
    built(&site);
    // Sealed anew it bears its own name, and the corrections may be written with either.
    assert_eq!(site.run(&["seal", "2017-18"]).status, 0);
    built(&site);
    let renewed = report(&more.replace("measure:calls", "measure:rings")).replace("[12]", "[13]");
    built(&site.file(REPORT, &renewed));
}

#[test]
fn a_report_with_another_folder_keeps_what_was_said_of_it() {
    let site = sealed();
    rename(&site, "reports/2017-18", "reports/2017-18-annual");
    let away = found(&site);
    let away: Vec<_> = away
        .iter()
        .filter(|line| line.starts_with("sealed-"))
        .collect();
    let [away] = away[..] else {
        panic!("one finding: {away:#?}");
    };
    for part in [
        "sealed-moved | the folder of this sealed report was `2017-18`, but is `2017-18-annual`: nothing stands at ",
        " sealed addresses any more | name it `2017-18` again; or if it is to stay, say that it moved: add \
         `aliases: [2017-18/actions, 2017-18/exceptions, 2017-18, 2017-18/measures, 2017-18/print]` to report.md, \
         and `aliases: [2017-18/learners]` to `objective:learners`, and to `corrections:` of report.md, since no \
         alias leads on from a file, `{date: …, about: \"report:2017-18-annual\", reason: …}`",
    ] {
        assert!(away.contains(part), "{part}: {away}");
    }
    let lists = ["", "/measures", "/actions", "/exceptions", "/print"];
    let lists = lists.map(|list| format!("2017-18{list}")).join(", ");
    let folder = FOLDER.replace("2017-18", "2017-18-annual");
    let site = site
        .file(
            &REPORT.replace("2017-18", "2017-18-annual"),
            &report(&format!("aliases: [{lists}]\n{CORRECTIONS}")),
        )
        .file(
            &format!("{folder}/objective.md"),
            &objective("aliases: [2017-18/learners]\n"),
        );
    // What has an address again is not asked for a second time.
    let left = found(&site);
    let left: Vec<_> = left
        .iter()
        .filter(|line| line.starts_with("sealed-"))
        .collect();
    assert!(
        matches!(&left[..], [line] if line.ends_with(
            "say that it moved: add to `corrections:` of report.md, since no alias leads on from a file, \
             `{date: …, about: \"report:2017-18-annual\", reason: …}`"
        )),
        "{left:#?}"
    );
    let told = "  - {date: 2018-11-01, about: \"report:2017-18-annual\", reason: The folder was renamed.}\n";
    let site = site.file(
        &REPORT.replace("2017-18", "2017-18-annual"),
        &report(&format!("aliases: [{lists}]\n{CORRECTIONS}{told}")),
    );
    built(&site);
    let page = read(&site, "output/2017-18-annual/index.html");
    assert!(page.contains("A name was misspelt."), "{page}");
}

#[test]
fn a_lock_file_without_its_report_is_an_error_until_that_is_back() {
    let site = sealed();
    let text = read(&site, REPORT);
    let gone = "missing-file | there is no `report.md` in this folder | this report was sealed, and what was \
                published stays: put its `report.md` back";
    let site = site.without(REPORT);
    assert_found(&site, gone);
    assert_eq!(site.run(&["build"]).status, 1);
    let folder = site.root().join(FOLDER);
    let kept = tempfile::TempDir::new().expect("a temporary folder");
    std::fs::rename(&folder, kept.path().join("learners")).expect("a folder to move");
    assert_found(&site, gone);
    assert_eq!(site.run(&["build"]).status, 1);
    std::fs::rename(kept.path().join("learners"), &folder).expect("a folder to move");
    built(&site.file(REPORT, &text));
    for place in ["reports/old/2017-18", "2017-18", "images"] {
        let site = sealed();
        std::fs::create_dir_all(site.root().join("content").join(place)).expect("a folder");
        rename(
            &site,
            SEALED.trim_start_matches("content/"),
            &format!("{place}/sealed.yaml"),
        );
        assert_found(
            &site,
            "sealed-changed | this is what a report was sealed with, but no report can stand here | put the \
             report back into its folder in `reports/`",
        );
        assert_eq!(site.run(&["build"]).status, 1, "{place}");
    }
}

/// The sealed site with a report before it, which has `before` as its measures.
fn after(before: &str) -> Site {
    let folder = "content/reports/2016-17";
    let site = Site::fine()
        .file(REPORT, &report(""))
        .file(&format!("{FOLDER}/objective.md"), &objective(""))
        .file(&format!("{FOLDER}/measures.yaml"), &measures("id: calls"))
        .file(
            &format!("{folder}/report.md"),
            &report("").replace("2017-18", "2016-17").replace("[12]", "[7]"),
        )
        .file(&format!("{folder}/learners/objective.md"), &objective(""))
        .file(
            &format!("{folder}/learners/measures.yaml"),
            "how-much:\n  - {id: calls, title: Calls, unit: number, polarity: higher, actual: 7}\n  \
             - {id: mail, title: Mail, unit: number, polarity: higher, actual: 2}\n",
        );
    let run = site.run(&["seal", "2017-18"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    site.file(&format!("{folder}/learners/measures.yaml"), before)
}

/// The measures of the report before; other files; what is said; what no finding of the seal names.
type Case<'a> = (
    &'a str,
    &'a [(&'a str, &'a str)],
    &'a [&'a str],
    &'a [&'a str],
);

#[test]
fn a_fault_hides_no_more_than_its_file_may_say() {
    let calls =
        "how-much:\n  - {id: calls, title: Calls, unit: number, polarity: higher, actual: 8}\n";
    let fine = format!(
        "{calls}  - {{id: mail, title: Mail, unit: number, polarity: higher, actual: 2}}\n"
    );
    let fine = &*fine;
    let broken = format!(
        "{calls}  - {{id: mail, title: Mail, unit: number, polarity: higher, actual: 2x}}\n"
    );
    let page = (
        "content/about.md",
        "---\ntitle: About\nodrer: 1\n---\n# About\n",
    );
    let own = format!("{FOLDER}/measures.yaml");
    let (one, other) = (measures("id: calls"), measures("id: rings"));
    let twelve = "{id: calls, title: Calls, unit: number, polarity: higher, actual: 12}";
    let lost = format!(
        "how-much:\n  - {twelve}\n  - {{id: post, title: Post, unit: number, actual: 3x}}\n"
    );
    let section = (
        &*format!("{FOLDER}/improve.md"),
        "---\ntitel: Next\n---\nMore.\n",
    );
    let cases: &[Case<'_>] = &[
        // A page's key hides nothing of a report but the alias that it may be.
        (
            fine,
            &[page],
            &["`measure:calls.previous` was sealed as `7`, but is `8`"],
            &["mail"],
        ),
        // Another report's fault hides what is compared with that row alone.
        (
            &broken,
            &[],
            &["`measure:calls.previous` was sealed as `7`, but is `8`"],
            &["`measure:mail"],
        ),
        // A section's key hides no measure that is gone.
        (
            fine,
            &[section, (&own, &other)],
            &["`measure:calls` was sealed, but is not in the report"],
            &[],
        ),
        // What stands under no such name in a faulty file is not in it.
        (
            fine,
            &[(&own, &lost)],
            &["`measure:mail` was sealed, but is not in the report"],
            &["`measure:post"],
        ),
        // What is in such a file may be any of its rows.
        (
            fine,
            &[(&own, &one.replace("actual: 3}", "actual: 3"))],
            &["`measure:calls.previous` was sealed as `7`, but is `8`"],
            &["`measure:mail` was sealed"],
        ),
    ];
    for (before, files, said, unsaid) in cases {
        let site = files
            .iter()
            .fold(after(before), |site, (path, text)| site.file(path, text));
        let found = found(&site);
        for wanted in *said {
            assert!(
                found.iter().any(|line| line.contains(wanted)),
                "{wanted}: {found:#?}"
            );
        }
        for unwanted in *unsaid {
            let mut sealed = found.iter().filter(|line| line.starts_with("sealed-"));
            assert!(
                !sealed.any(|line| line.contains(unwanted)),
                "{unwanted}: {found:#?}"
            );
        }
    }
}

#[test]
fn an_address_is_missed_beside_a_fault_that_cannot_lead_on_from_it() {
    let site = sealed();
    rename(&site, "reports/2017-18", "reports/2017-18-annual");
    let site = site.file("content/contact.yaml", "a: [\n");
    let wrong = site.file(
        "content/reports/2017-18-annual/learners/actions.yaml",
        "- {id: ring, title: Ring, complete: 4x}\n",
    );
    assert_found(
        &wrong,
        "add `aliases: [2017-18/actions, 2017-18/exceptions, 2017-18, 2017-18/measures, 2017-18/print]` to report.md",
    );
    // A file that names the address may lead on from it.
    let site = wrong.file(
        "content/about.md",
        "---\ntitle: About\nalias: [2017-18, 2017-18/print]\n---\n# About\n",
    );
    let found = found(&site);
    assert!(
        !found.iter().any(|line| line.contains(" 2017-18/print")),
        "{found:#?}"
    );
}
