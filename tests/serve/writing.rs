//! Every way in which programs write files, and how often each is seen.

use std::{
    fs::{self, File, OpenOptions},
    io::Write as _,
    path::PathBuf,
    thread,
    time::Duration,
};

use crate::{
    changes::ABOUT,
    client::{Preview, until},
    site,
    support::Site,
};

fn path(site: &Site, path: &str) -> PathBuf {
    site.root().join(path)
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
    // Programs write a file of another name beside it, and it takes some of them a while.
    for name in [
        "about.md.Xk21ab",
        "sedAbC123",
        ".about.md.tmp123",
        "about.md___jb_tmp___",
    ] {
        save(&format!("By way of {name}."), &|text| {
            let beside = path(&site, "content").join(name);
            fs::write(&beside, text).unwrap();
            wait(60);
            fs::rename(&beside, &about).unwrap();
        });
    }
    save("With a copy of the last.", &|text| {
        fs::rename(&about, path(&site, "content/about.md.bak")).unwrap();
        wait(30);
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

/// Waits until nothing is made any more; answers the version.
fn quiet(preview: &Preview) -> u64 {
    until("it is quiet", || {
        let version = preview.version();
        thread::sleep(Duration::from_millis(700));
        (preview.version() == version).then_some(version)
    })
}

#[test]
fn many_files_at_once_make_few_snapshots_and_then_it_is_quiet() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    fs::create_dir(path(&site, "content/many")).unwrap();
    let page = |number| path(&site, &format!("content/many/p{number}.md"));
    let before = preview.version();
    for number in 0..500 {
        let text = format!("# Page {number}\n\nText {number}.\n");
        fs::write(page(number), text).unwrap();
    }
    preview.shows("/many/p499/", "Text 499.");
    let made = quiet(&preview);
    assert!(
        made <= before + 2,
        "{} snapshots for 500 files",
        made - before
    );
    // As git does: each is taken away and made anew.
    for number in 0..500 {
        fs::remove_file(page(number)).unwrap();
        let text = format!("# Page {number}\n\nAnother text {number}.\n");
        fs::write(page(number), text).unwrap();
    }
    preview.shows("/many/p499/", "Another text 499.");
    let again = quiet(&preview);
    assert!(
        again <= made + 2,
        "{} snapshots for one checkout",
        again - made
    );
    // Quiet means quiet, through several looks at everything.
    thread::sleep(Duration::from_secs(5));
    assert_eq!(preview.version(), again, "it rebuilds without a change");
}

#[test]
fn a_file_that_is_written_in_parts_is_shown_when_it_is_whole() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let about = path(&site, "content/about.md");
    let parts = |words: &str| {
        let part = |number| format!("{words} part {number}.\n\n");
        (1..=5).map(part).collect::<Vec<_>>()
    };
    let pause = || thread::sleep(Duration::from_millis(40));
    // By a program that keeps it open until it is whole, where the machine tells of that.
    let before = preview.version();
    let mut file = File::create(&about).unwrap();
    for part in parts("Open,") {
        file.write_all(part.as_bytes()).unwrap();
        pause();
    }
    drop(file);
    preview.shows("/about/", "Open, part 5.");
    let made = quiet(&preview);
    let most = if cfg!(target_os = "linux") { 1 } else { 2 };
    assert!(
        made <= before + most,
        "{} snapshots for one file",
        made - before
    );
    // By one that opens it for each part: the first is shown, as any save is, and then the whole.
    fs::write(&about, "Begun anew.\n\n").unwrap();
    pause();
    for part in parts("Appended,") {
        let mut file = OpenOptions::new().append(true).open(&about).unwrap();
        file.write_all(part.as_bytes()).unwrap();
        drop(file);
        pause();
    }
    preview.shows("/about/", "Appended, part 5.");
    let again = quiet(&preview);
    assert!(
        again <= made + 3,
        "{} snapshots for six parts",
        again - made
    );
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
