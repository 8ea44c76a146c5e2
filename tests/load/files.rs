//! Files that text cannot stand for: large, not UTF-8, linked, hidden.

use goldenthread::{
    load::{Folder, lower},
    model::Model,
    text::Warned,
};

use crate::support::{self, Site};

fn said(loaded: &Warned<Model>) -> Vec<String> {
    support::said(&loaded.diagnostics, &loaded.value.sources)
}

fn codes(site: &Site) -> Vec<String> {
    let place = |line: &String| line.split(' ').take(3).collect::<Vec<_>>().join(" ");
    site.said().iter().map(place).collect()
}

#[test]
fn columns_are_right_after_accents_a_mark_and_windows_lines() {
    let site = Site::new().file(
        "content/reports/2017-18/learners/objective.md",
        "\u{feff}---\r\ntitle: Tŷ ŵ\r\njudgement: dâ\r\nstarted: {ŵŷ: 1}\r\n---\r\nŵ\r\n",
    );
    let expected = [
        "error unknown-value content/reports/2017-18/learners/objective.md:3:12",
        "error unknown-field content/reports/2017-18/learners/objective.md:4:1",
    ];
    assert_eq!(codes(&site), expected);
}

#[test]
fn bytes_that_are_not_utf8_have_a_place() {
    let site = Site::new().bytes(
        "content/reports/2017-18/learners/actions.yaml",
        b"- id: caf\xe9\n  titel: x\n",
    );
    let expected = ["error not-utf8 content/reports/2017-18/learners/actions.yaml:1:10"];
    assert_eq!(codes(&site), expected);
}

#[test]
fn a_large_file_is_not_read() {
    let mebibytes = 10 * 1024 * 1024;
    let site = Site::new()
        .bytes("content/about.md", &vec![b'a'; mebibytes + 1])
        .bytes("content/fine.md", &vec![b'a'; mebibytes])
        .bytes("content/film.mp4", &vec![b'a'; mebibytes + 1]);
    let expected = "error too-large content/about.md:1:1 \
                    the file is 10.1 MiB, larger than the 10 MiB that are read";
    let said = site.said();
    assert_eq!(said.len(), 1);
    assert!(said[0].starts_with(expected), "{said:?}");
}

#[test]
fn leftovers_are_passed_over() {
    let site = Site::new()
        .file("content/.hidden/site.yaml", "x")
        .file("content/.about.md.swp", "x")
        .file("content/about.md~", "x")
        .file("content/#about.md#", "x")
        .file("content/Thumbs.db", "x")
        .file("content/images/.DS_Store", "x");
    assert_eq!(codes(&site), [""; 0]);
    assert!(site.load().value.assets.is_empty());
}

#[test]
fn an_empty_folder_is_nothing_yet() {
    let site = Site::new();
    let folder = site.root().join("content/reports/2026-27/learners");
    std::fs::create_dir_all(&folder).unwrap();
    assert_eq!(codes(&site), [""; 0]);
    let site = site.file("content/reports/2026-27/learners/.gitkeep", "");
    assert_eq!(codes(&site), [""; 0]);
    let site = site.file("content/reports/2026-27/learners/plan.pdf", "x");
    let expected = ["error missing-file content/reports/2026-27/report.md:1:1"];
    assert_eq!(codes(&site), expected);
}

#[cfg(unix)]
#[test]
fn links_may_not_leave_the_folder() {
    use std::os::unix::fs::symlink;

    let outside = tempfile::tempdir().unwrap();
    std::fs::write(outside.path().join("secret.md"), "secret").unwrap();
    let site = Site::new().file("content/images/a.png", "x");
    let content = site.root().join("content");
    symlink(outside.path().join("secret.md"), content.join("secret.md")).unwrap();
    symlink(outside.path(), content.join("more")).unwrap();
    symlink("/nowhere/at/all", content.join("broken.md")).unwrap();
    symlink(&content, content.join("round")).unwrap();
    symlink(content.join("images"), content.join("pictures")).unwrap();
    let expected = [
        "error unreadable content/broken.md:1:1",
        "error outside-content content/more:1:1",
        "error unreadable content/round:1:1",
        "error outside-content content/secret.md:1:1",
    ];
    assert_eq!(codes(&site), expected);
    let model = site.load().value;
    let paths: Vec<_> = model.assets.iter().map(|asset| &*asset.path).collect();
    assert_eq!(paths, ["images/a.png", "pictures/a.png"]);
    assert!(model.pages.iter().all(|page| page.prose.is_empty()));
}

#[test]
fn a_folder_without_content_has_one_fault() {
    let site = Site::empty();
    assert_eq!(codes(&site), ["error missing-file content/site.yaml:1:1"]);
}

#[test]
fn only_changed_files_are_read_again() {
    let site = Site::new().file("content/about.md", "# Before");
    let before = Folder::read(site.root(), None);
    let site = site.file("content/about.md", "# Afterwards");
    let after = Folder::read(site.root(), Some(&before));
    let title = |folder: &Folder| {
        let model = lower(folder).value;
        let english = model.settings.first_language().clone();
        let title = model.pages[0].title.exact(&english).unwrap();
        title.value.to_string()
    };
    assert_eq!(title(&before), "Before");
    assert_eq!(title(&after), "Afterwards");
    assert_eq!(said(&lower(&after)), site.said());
}
