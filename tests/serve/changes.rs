//! Saves of every kind, and what becomes of them.

use std::{
    fs,
    path::PathBuf,
    thread,
    time::{Duration, SystemTime},
};

use crate::{
    client::{Preview, until},
    site,
    support::Site,
};

fn path(site: &Site, path: &str) -> PathBuf {
    site.root().join(path)
}

/// The page with other words.
pub const ABOUT: &str = "---\ntitle: About us\n---\n\nThe second words.\n";

#[test]
fn a_save_shows_at_once_and_on_every_other_page_too() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    assert!(preview.get("/about/").body.contains("The first words."));
    fs::write(path(&site, "content/about.md"), ABOUT).unwrap();
    preview.shows("/about/", "The second words.");
    let renamed = ABOUT.replace("About us", "Who we are");
    fs::write(path(&site, "content/about.md"), renamed).unwrap();
    preview.shows("/", "Who we are");
    preview.shows("/2017-18/learners/", "Who we are");
    let edited = preview.state()["edited"].clone();
    assert_eq!(edited[0]["address"], "about/index.html");
    assert_eq!(edited[0]["title"], "Who we are");
}

#[test]
fn a_text_shows_before_its_translation_is_brought_up_to_date() {
    let site = Site::empty()
        .file(
            "content/site.yaml",
            "organisation: {en: A council, cy: Cyngor}\ntitle: {en: Reports, cy: Adroddiadau}\nlanguages: [en, cy]\n",
        )
        .file("content/about.md", "---\ntitle: {en: About, cy: Amdanom}\n---\n\nThe first words.\n");
    let preview = Preview::start(site.root(), &[]);
    // Nothing of it is in Welsh, which a build would refuse.
    fs::write(
        path(&site, "content/about.md"),
        "---\ntitle: {en: About, cy: Amdanom}\n---\n\nThe second words.\n",
    )
    .unwrap();
    preview.shows("/about/", "The second words.");
    let faults = &preview.state()["faults"];
    assert_eq!(faults.as_array().map(Vec::len), Some(0), "{faults}");
    let built = site.run(&["check"]);
    assert!(
        built.stdout.contains("translation-missing")
            || built.stderr.contains("translation-missing")
    );
    assert_eq!(built.status, 1);
}

#[test]
fn a_figure_changes_its_page_chart_and_data() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let measures = path(&site, "content/reports/2017-18/learners/measures.yaml");
    let text = fs::read_to_string(&measures)
        .unwrap()
        .replace("5.10", "5.25");
    fs::write(&measures, text).unwrap();
    preview.shows("/2017-18/learners/", "5.25");
    for target in ["/measures/m1/", "/charts/2017-18/m1.svg", "/data/site.json"] {
        assert!(preview.get(target).body.contains("5.25"), "{target}");
    }
}

#[test]
fn files_that_the_site_does_not_use_change_nothing() {
    let site = site()
        .file("themes/old/templates/page.html", "an old one")
        .file("themes/default/static/own.css", "p { color: red }\n");
    // What was written just before the start may be written once more at the same time.
    let list = path(&site, "content/notes/list.csv");
    let file = fs::File::options().write(true).open(&list).unwrap();
    let hour = Duration::from_secs(3600);
    file.set_modified(SystemTime::now() - hour).unwrap();
    drop(file);
    let preview = Preview::start(site.root(), &[]);
    for file in [
        "content/.about.md.swp",
        "content/about.md~",
        "content/#about.md#",
        "content/.DS_Store",
        "content/4913",
        "content/about.md.bak",
        "content/about.md.orig",
        "content/plan.pdf.crdownload",
        "content/reports/2017-18.bak/report.md",
        "themes/default/static/own.css.tmp",
        "output/index.html",
        "notes.txt",
        "themes/notes.txt",
        "themes/old/templates/page.html",
        "themes/new/templates/page.html",
    ] {
        let file = path(&site, file);
        fs::create_dir_all(file.parent().unwrap()).unwrap();
        fs::write(file, "something").unwrap();
    }
    let about = path(&site, "content/about.md");
    let same = fs::read(&about).unwrap();
    fs::write(&about, same).unwrap();
    // Nor does a copied file that is only touched.
    thread::sleep(Duration::from_millis(500));
    let same = fs::read(&list).unwrap();
    fs::write(&list, same).unwrap();
    thread::sleep(Duration::from_secs(3));
    assert_eq!(preview.version(), 1);
}

#[test]
fn a_fault_keeps_the_last_good_site_and_goes_when_it_is_mended() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let measures = path(&site, "content/reports/2017-18/learners/measures.yaml");
    let good = fs::read_to_string(&measures).unwrap();
    fs::write(
        &measures,
        good.replace("target: 6", "traget: 6\n    colour: red"),
    )
    .unwrap();
    let faults = until("the faults are told", || {
        let state = preview.state();
        let errors = state["faults"].as_array()?.iter();
        let errors: Vec<_> = errors
            .filter(|fault| fault["severity"] == "error")
            .cloned()
            .collect();
        (errors.len() >= 2).then_some(errors)
    });
    let fault = &faults[0];
    assert_eq!(fault["code"], "unknown-field");
    assert_eq!(
        fault["file"],
        "content/reports/2017-18/learners/measures.yaml"
    );
    assert_eq!(
        (fault["line"].as_u64(), fault["column"].as_u64()),
        (Some(7), Some(5))
    );
    assert_eq!(fault["source"], "    traget: 6");
    assert_eq!(fault["help"], "did you mean `target`?");
    assert!(preview.get("/2017-18/learners/").body.contains("5.10"));
    until("the terminal tells it too", || {
        preview.log().contains("measures.yaml:7:5").then_some(())
    });
    fs::write(&measures, good.replace("5.10", "5.55")).unwrap();
    preview.shows("/2017-18/learners/", "5.55");
    let errors = preview.state()["faults"].to_string();
    assert!(!errors.contains("\"error\""), "{errors}");
}

#[test]
fn a_template_that_fails_only_on_a_page_keeps_the_last_good_one() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let page = |main: &str| {
        format!(
            "{{% extends \"theme/page.html\" %}}{{% block main %}}{main}{{% endblock main %}}\n"
        )
    };
    let template = path(&site, "themes/default/templates/page.html");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    fs::write(&template, page("<p>Ours</p>")).unwrap();
    preview.shows("/about/", "<p>Ours</p>");
    let said = |what: &str| {
        until(what, || {
            let faults = preview.state()["faults"].to_string();
            faults.contains("page.html").then_some(())
        });
    };
    // Nobody asks for a page: one of each template is made all the same.
    fs::write(&template, page("{{ page.h1.nope.more }}")).unwrap();
    said("the fault is told");
    let kept = preview.get("/about/");
    assert_eq!(kept.status, 200);
    assert!(kept.body.contains("<p>Ours</p>"), "{}", kept.body);
    until("the terminal tells it", || {
        preview
            .log()
            .contains("themes/default/templates/page.html:1")
            .then_some(())
    });
    // Another edit does not bring the page up that cannot be made.
    let version = preview.version();
    fs::write(path(&site, "content/index.md"), "Welcome again.\n").unwrap();
    until("the edit is seen", || {
        (preview.version() > version).then_some(())
    });
    said("the fault still stands");
    assert_eq!(preview.get("/about/").status, 200);
    fs::write(&template, page("<p>Mended</p>")).unwrap();
    preview.shows("/about/", "<p>Mended</p>");
    assert_eq!(preview.state()["faults"].as_array().map(Vec::len), Some(0));
    preview.shows("/", "Welcome again.");
}

#[test]
fn a_new_template_that_fails_on_every_page_is_told_once_and_ends_nothing() {
    let site = site();
    let mut preview = Preview::start(site.root(), &[]);
    let template = path(&site, "themes/default/templates/base.html");
    fs::create_dir_all(template.parent().unwrap()).unwrap();
    let built_in = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/themes/default/templates/base.html"
    );
    let built_in = fs::read_to_string(built_in).unwrap();
    let nonsense = "{{ page.frame.nonsense.thing }}";
    let message = "error[template-fault]";
    // One page of each template stumbles over it, several at once.
    for round in 1..=5 {
        let broken = built_in.replacen("</body>", &format!("\n{nonsense}\n</body>"), 1);
        fs::write(&template, broken).unwrap();
        until("the fault is told", || {
            let faults = preview.state()["faults"].clone();
            (!faults.as_array()?.is_empty()).then_some(())
        });
        // Those that are found later say nothing new.
        thread::sleep(Duration::from_millis(300));
        assert!(preview.is_running(), "{}", preview.log());
        let faults = preview.state()["faults"].clone();
        assert_eq!(faults.as_array().map(Vec::len), Some(1), "{faults}");
        assert_eq!(faults[0]["file"], "themes/default/templates/base.html");
        assert_eq!(faults[0]["source"], nonsense);
        assert_eq!(preview.get("/about/").status, 200);
        assert_eq!(
            preview.log().matches(message).count(),
            round,
            "{}",
            preview.log()
        );
        fs::remove_file(&template).unwrap();
        until("the fault is gone", || {
            let faults = preview.state()["faults"].clone();
            faults.as_array()?.is_empty().then_some(())
        });
    }
}

#[test]
fn a_link_to_no_heading_is_told_behind_the_save() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let about = path(&site, "content/about.md");
    let with = |link: &str| format!("{ABOUT}\n## A heading\n\n[There]({link}).\n");
    fs::write(&about, with("#a-heading")).unwrap();
    preview.shows("/about/", "href=\"#a-heading\"");
    for words in ["once", "and again"] {
        fs::write(&about, with("#no-heading") + words).unwrap();
        until("the fault is told", || {
            let faults = preview.state()["faults"].to_string();
            faults.contains("no heading with the anchor").then_some(())
        });
        preview.shows("/about/", "href=\"#a-heading\"");
    }
    fs::write(&about, with("#a-heading") + "Mended.\n").unwrap();
    preview.shows("/about/", "Mended.");
    thread::sleep(Duration::from_millis(300));
    assert_eq!(preview.state()["faults"].as_array().map(Vec::len), Some(0));
}

#[test]
fn a_start_with_faults_shows_them_and_recovers() {
    let site = site().file(
        "content/site.yaml",
        "organisation: A council\nlanguages: [en]\n",
    );
    let preview = Preview::start(site.root(), &[]);
    let broken = preview.get("/");
    assert_eq!(broken.status, 503);
    assert!(broken.body.contains("site.yaml:1:1"), "{}", broken.body);
    let whole = "organisation: A council\ntitle: Objectives\nlanguages: [en]\n";
    fs::write(path(&site, "content/site.yaml"), whole).unwrap();
    preview.shows("/", "Welcome home.");
}

#[test]
fn templates_and_styles_are_watched_too() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let page = "{% extends \"theme/page.html\" %}{% block main %}<p>A page of our own</p>{% endblock main %}\n";
    let folder = path(&site, "themes/default/templates");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("page.html"), page).unwrap();
    preview.shows("/about/", "A page of our own");
    fs::write(
        folder.join("page.html"),
        "{% extends \"theme/page.html\" %}{% block main %}{{ nothing.here }}",
    )
    .unwrap();
    until("the broken template is told", || {
        let faults = preview.state()["faults"].to_string();
        faults.contains("template-fault").then_some(())
    });
    assert!(preview.get("/about/").body.contains("A page of our own"));
    fs::remove_dir_all(path(&site, "themes")).unwrap();
    preview.shows("/about/", "The first words.");
}

#[test]
fn without_events_it_looks_by_itself() {
    let site = site();
    let preview = Preview::start(site.root(), &["--poll"]);
    assert!(
        preview.log().contains("changes are looked for"),
        "{}",
        preview.log()
    );
    fs::write(path(&site, "content/about.md"), ABOUT).unwrap();
    preview.shows("/about/", "The second words.");
}

#[test]
fn a_mended_page_is_shown_and_another_that_is_not_is_still_told() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let save = |file: &str, link: &str, words: &str| {
        let text =
            format!("---\ntitle: About us\n---\n\n## A heading\n\n[There]({link}). {words}\n");
        fs::write(path(&site, file), text).unwrap();
    };
    let faults = |count: usize| {
        until(&format!("{count} faults are told"), || {
            let faults = preview.state()["faults"].as_array()?.len();
            (faults == count).then_some(())
        });
    };
    save("content/about.md", "#nowhere", "One.");
    faults(1);
    save("content/help.md", "#nowhere-else", "Two.");
    faults(2);
    save("content/about.md", "#a-heading", "Mended.");
    faults(1);
    assert_eq!(preview.state()["shown"], "last-good");
    assert_eq!(preview.get("/help/").status, 404);
    save("content/help.md", "#a-heading", "Mended too.");
    preview.shows("/help/", "Mended too.");
    preview.shows("/about/", "Mended.");
    assert_eq!(preview.state()["shown"], "newest");
    // Of the two, the one is told although nobody doubted it.
    save("content/index.md", "/about#nowhere", "Three.");
    faults(1);
    preview.shows("/", "Welcome home.");
}

#[test]
fn drafts_are_shown_only_when_asked_for_and_every_page_of_them_is_marked() {
    let title = "A report that nobody has seen";
    let report = format!(
        "---\ntitle: {title}\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\n\n[](measure:m2.actual).\n"
    );
    let measures = "how-much:\n  - id: m2\n    title: Another measure\n    unit: number\n    \
                    polarity: higher\n    actual: 77.31\n    target: 6\n    intervention: 4\n";
    let folder = "content/reports/2018-19";
    let site = site()
        .file(&format!("{folder}/report.md"), &report)
        .file(
            &format!("{folder}/learners/objective.md"),
            "---\ntitle: Learners\n---\n",
        )
        .file(&format!("{folder}/learners/measures.yaml"), measures);
    let without = Preview::start(site.root(), &[]);
    assert_eq!(without.get("/2018-19/").status, 404);
    assert!(!without.get("/").body.contains("is-draft"));
    let built = site.run(&["build", "--drafts"]);
    assert_eq!(built.status, 0, "{}", built.stderr);
    let with = Preview::start(site.root(), &["--drafts"]);
    let mut marked = 0;
    for file in site
        .tree("output")
        .keys()
        .filter(|file| file.ends_with("/index.html"))
    {
        let target = format!("/{}", file.trim_start_matches("output/"));
        // The menu stands on every page, and says itself that what it names is a draft.
        let named = format!(">Draft: {title}</a>");
        let page = with.get(&target).body;
        let menus = page.matches(&named).count();
        let titles = page.matches(title).count();
        assert!(menus > 0, "{target} has the draft in its menu");
        let shows = titles > menus || page.contains("77.31") || target.contains("2018-19");
        let is_marked = page.contains("is-draft");
        assert!(
            is_marked || !shows,
            "{target} shows a draft and is not marked"
        );
        marked += usize::from(is_marked);
    }
    assert!(marked > 5, "{marked} pages are marked");
    assert!(!with.get("/about/").body.contains("is-draft"));
    // It is published itself, and has the judgements of the draft beside its own.
    let beside = with.get("/2017-18/").body;
    assert!(
        beside.contains("This page shows figures of a report that has not"),
        "{beside}"
    );
}
