//! Every way in which programs write files, and how often each is seen.

use std::{
    fs::{self, File, OpenOptions},
    io::Write as _,
    path::PathBuf,
    thread,
    time::{Duration, Instant},
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

/// The fewest snapshots that `write` made in a few rounds, told the number of the round: where other
/// programs keep the machine busy, whoever writes may pause in between.
fn fewest(preview: &Preview, write: impl Fn(usize)) -> u64 {
    let round = |number| {
        let before = quiet(preview);
        write(number);
        quiet(preview) - before
    };
    let made: Vec<_> = (1..=4).map(round).collect();
    assert!(made.iter().all(|made| (1..20).contains(made)), "{made:?}");
    made.into_iter().min().unwrap_or_default()
}

#[test]
fn many_files_at_once_make_few_snapshots_and_then_it_is_quiet() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let page = |number| path(&site, &format!("content/many/p{number}.md"));
    fs::create_dir(path(&site, "content/many")).unwrap();
    // As git does: each is taken away where it is there, and made anew.
    let made = fewest(&preview, |round| {
        for number in 0..500 {
            let _ = fs::remove_file(page(number));
            let text = format!("# Page {number}\n\nText {number} of round {round}.\n");
            fs::write(page(number), text).unwrap();
        }
        let last = format!("Text 499 of round {round}.");
        preview.shows("/many/p499/", &last);
    });
    assert!(made <= 2, "{made} snapshots for one checkout");
    // Quiet means quiet, through several looks at everything.
    let version = preview.version();
    thread::sleep(Duration::from_secs(5));
    assert_eq!(preview.version(), version, "it rebuilds without a change");
}

#[test]
fn a_file_that_is_written_in_parts_is_shown_when_it_is_whole() {
    let site = site();
    let preview = Preview::start(site.root(), &[]);
    let about = path(&site, "content/about.md");
    let pause = || thread::sleep(Duration::from_millis(40));
    let part = |round, number| format!("Part {number} of round {round}.\n\n");
    // By a program that keeps it open until it is whole, where the machine tells of that.
    let made = fewest(&preview, |round| {
        let mut file = File::create(&about).unwrap();
        for number in 1..=5 {
            file.write_all(part(round, number).as_bytes()).unwrap();
            pause();
        }
        drop(file);
        preview.shows("/about/", part(round, 5).trim());
    });
    let most = if cfg!(target_os = "linux") { 1 } else { 2 };
    assert!(made <= most, "{made} snapshots for one file");
    // By one that opens it for each part: the first is shown, as any save is, and then the whole.
    let made = fewest(&preview, |round| {
        fs::write(&about, part(round + 4, 0)).unwrap();
        for number in 1..=5 {
            pause();
            let mut file = OpenOptions::new().append(true).open(&about).unwrap();
            file.write_all(part(round + 4, number).as_bytes()).unwrap();
        }
        preview.shows("/about/", part(round + 4, 5).trim());
    });
    assert!(made <= 3, "{made} snapshots for six parts");
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_that_is_copied_slowly_is_told_when_it_is_whole_and_holds_nothing_up() {
    let site = site().file("content/film.mp4", "old");
    let preview = Preview::start(site.root(), &[]);
    let pause = || thread::sleep(Duration::from_millis(50));
    let about = path(&site, "content/about.md");
    let made = fewest(&preview, |round| {
        let mut file = File::create(path(&site, "content/film.mp4")).unwrap();
        let mut write = |parts| {
            for _ in 0..parts {
                file.write_all(&[round.to_le_bytes()[0]; 4096]).unwrap();
                pause();
            }
        };
        write(12);
        let words = format!("The words of round {round}.");
        fs::write(&about, ABOUT.replace("The second words.", &words)).unwrap();
        write(1);
        preview.shows("/about/", &words);
        let told = || preview.state()["files"]["film.mp4"].as_u64();
        let before = told();
        assert_ne!(before, Some(preview.version()), "it is not whole yet");
        write(12);
        assert_eq!(told(), before, "it is not whole yet");
        drop(file);
        until("it is whole", || (told() != before).then_some(()));
    });
    assert_eq!(made, 2, "one for the text, and one for the file");
    // Some programs keep open what they have written.
    let told = || preview.state()["files"]["film.mp4"].as_u64();
    let (before, began) = (told(), Instant::now());
    let mut file = File::create(path(&site, "content/film.mp4")).unwrap();
    file.write_all(b"kept open").unwrap();
    until("it is told", || (told() != before).then_some(()));
    assert!(began.elapsed() < Duration::from_secs(15));
}

#[test]
fn files_that_come_while_the_site_is_made_are_waited_for() {
    let mut site = site();
    for number in 0..300 {
        site = site.file(
            &format!("content/more/p{number}.md"),
            "# A page\n\nWords.\n",
        );
    }
    let preview = Preview::start(site.root(), &[]);
    let page = |number| path(&site, &format!("content/more/p{number}.md"));
    let made = fewest(&preview, |round| {
        // After the first it is quiet for longer than a save is.
        for number in 0..300 {
            fs::write(page(number), format!("# A page\n\nRound {round}.\n")).unwrap();
            if number == 0 {
                thread::sleep(Duration::from_millis(8));
            }
        }
        preview.shows("/more/p299/", &format!("Round {round}."));
    });
    assert_eq!(made, 1, "one for all of them");
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
