//! Saves of every kind, and what becomes of them.

use std::{fs, path::PathBuf, thread, time::Duration};

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
fn every_way_of_saving_works() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let about = path(&site, "content/about.md");
    let text = |words: &str| ABOUT.replace("The second words.", words);
    // Each is one save, so it makes one snapshot, and shows no fault on the way.
    let save = |how: &str, save: &dyn Fn(&str)| {
        let before = preview.version();
        save(&text(how));
        preview.shows("/about/", how);
        thread::sleep(Duration::from_millis(400));
        assert_eq!(preview.version(), before + 1, "{how}");
    };
    let write = |text: &str| fs::write(&about, text).unwrap();
    let wait = |milliseconds| thread::sleep(Duration::from_millis(milliseconds));
    save("In place.", &|text| write(text));
    save("By rename.", &|text| {
        let beside = path(&site, "content/about.md.tmp~");
        fs::write(&beside, text).unwrap();
        fs::rename(&beside, &about).unwrap();
    });
    save("Made anew.", &|text| {
        fs::remove_file(&about).unwrap();
        write(text);
    });
    save("Made anew after a while.", &|text| {
        fs::remove_file(&about).unwrap();
        wait(100);
        write(text);
    });
    save("Filled at once.", &|text| {
        write("");
        write(text);
    });
    save("Filled after a while.", &|text| {
        write("");
        wait(100);
        write(text);
    });
    save("In two parts.", &|text| {
        // The front matter has no end yet.
        write(&text[..12]);
        wait(25);
        write(text);
    });
    // A new folder with a page in it, renamed, and removed.
    fs::create_dir(path(&site, "content/help")).unwrap();
    fs::write(
        path(&site, "content/help/faq.md"),
        "# Questions\n\nAnswers.\n",
    )
    .unwrap();
    preview.shows("/help/faq/", "Answers.");
    fs::rename(path(&site, "content/help"), path(&site, "content/support")).unwrap();
    preview.shows("/support/faq/", "Answers.");
    assert_eq!(preview.get("/help/faq/").status, 404);
    fs::remove_dir_all(path(&site, "content/support")).unwrap();
    until("the removed page is gone", || {
        (preview.get("/support/faq/").status == 404).then_some(())
    });
    // The content folder itself replaced by another.
    let other = path(&site, "other");
    copy(&path(&site, "content"), &other);
    fs::write(other.join("about.md"), text("Another folder.")).unwrap();
    fs::rename(path(&site, "content"), path(&site, "old")).unwrap();
    fs::rename(&other, path(&site, "content")).unwrap();
    preview.shows("/about/", "Another folder.");
    fs::write(&about, text("And watched again.")).unwrap();
    preview.shows("/about/", "And watched again.");
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}

#[test]
fn many_files_at_once_make_few_snapshots_and_then_it_is_quiet() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    fs::create_dir(path(&site, "content/many")).unwrap();
    for number in 0..500 {
        let text = format!("# Page {number}\n\nText {number}.\n");
        fs::write(path(&site, &format!("content/many/p{number}.md")), text).unwrap();
    }
    preview.shows("/many/p499/", "Text 499.");
    let made = until("it is quiet", || {
        let version = preview.version();
        thread::sleep(Duration::from_millis(500));
        (preview.version() == version).then_some(version)
    });
    assert!(made < 100, "{made} snapshots for one checkout");
    // Quiet means quiet, through several looks at everything.
    thread::sleep(Duration::from_secs(5));
    assert_eq!(preview.version(), made, "it rebuilds without a change");
}

#[test]
fn a_file_that_is_gone_for_a_moment_is_waited_for_no_longer_than_that() {
    let site = site();
    let preview = Preview::start(site.root(), &["--poll"]);
    // Without events nothing tells that it is back: then the whole moment is waited for.
    let about = path(&site, "content/about.md");
    fs::remove_file(&about).unwrap();
    until("the page is gone", || {
        (preview.get("/about/").status == 404).then_some(())
    });
    fs::write(&about, ABOUT).unwrap();
    preview.shows("/about/", "The second words.");
}

#[test]
fn files_that_the_site_does_not_use_change_nothing() {
    let site = site()
        .file("themes/old/templates/page.html", "an old one")
        .file("themes/default/static/own.css", "p { color: red }\n");
    let preview = Preview::start(site.root(), &[]);
    for file in [
        "content/.about.md.swp",
        "content/about.md~",
        "content/#about.md#",
        "content/.DS_Store",
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
    let list = path(&site, "content/notes/list.csv");
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
fn drafts_are_shown_and_marked_only_when_asked_for() {
    let draft = "---\ntitle: The next report\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\n";
    let site = site().file("content/reports/2018-19/report.md", draft);
    let without = Preview::start(site.root(), &[]);
    assert_eq!(without.get("/2018-19/").status, 404);
    let with = Preview::start(site.root(), &["--drafts"]);
    let page = with.get("/2018-19/");
    assert_eq!(page.status, 200);
    assert!(page.body.contains("draft"), "the page is marked as a draft");
}
