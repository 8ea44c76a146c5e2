//! Publishing to real folders.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
    time::{Duration, SystemTime},
};

use super::*;
use crate::{
    site::{Address, Artifact, Content},
    text::{Code, Diagnostic, Severity, Source, Sources, Span},
};

/// A site folder on disk.
struct Folder(tempfile::TempDir);

impl Folder {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir(folder.path().join("content")).unwrap();
        Self(folder)
    }

    fn output(&self) -> PathBuf {
        self.0.path().join("output")
    }

    fn publish(&self, site: &Site) -> Result<Published, PublishError> {
        let destination = Destination::resolve(&self.output(), self.0.path())?;
        publish(site, &destination, &|_, _| {})
    }

    fn write(&self, path: &str, text: &str) {
        let path = self.output().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Every file of the output folder with its text, and `folder/` for each empty folder.
    fn tree(&self) -> BTreeMap<String, String> {
        let mut tree = tree(&self.output());
        tree.remove(manifest::NAME);
        tree
    }

    /// Sets every file's time to long ago.
    fn age(&self) {
        let files = self.tree().into_keys().filter(|path| !path.ends_with('/'));
        for path in files {
            let file = fs::File::options()
                .write(true)
                .open(self.output().join(path));
            file.unwrap().set_modified(long_ago()).unwrap();
        }
    }

    fn modified(&self, path: &str) -> SystemTime {
        let found = fs::metadata(self.output().join(path)).unwrap();
        found.modified().unwrap()
    }

    /// Nothing is left beside the folders that belong there.
    fn assert_tidy(&self) {
        for entry in fs::read_dir(self.0.path()).unwrap() {
            let name = entry.unwrap().file_name();
            assert!(
                name == "content" || name == "output",
                "{name:?} is left over"
            );
        }
    }
}

fn tree(folder: &Path) -> BTreeMap<String, String> {
    let entries = walkdir::WalkDir::new(folder).min_depth(1);
    let mut tree = BTreeMap::new();
    for entry in entries.into_iter().map(Result::unwrap) {
        let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap();
        if entry.file_type().is_file() {
            tree.insert(path.to_owned(), fs::read_to_string(entry.path()).unwrap());
        } else if entry.file_type().is_dir() && fs::read_dir(entry.path()).unwrap().next().is_none()
        {
            tree.insert(format!("{path}/"), String::new());
        }
    }
    tree
}

fn long_ago() -> SystemTime {
    SystemTime::UNIX_EPOCH + Duration::from_secs(1_500_000_000)
}

fn site<const N: usize>(files: [(&str, &str); N]) -> Site {
    let mut site = Site::default();
    for (at, text) in files {
        let bytes = text.as_bytes().to_vec();
        let content = Content::Rendered(Box::new(move || Ok(bytes.clone())));
        site.insert(Address::new(at), Artifact { content });
    }
    site
}

fn expect<const N: usize>(files: [(&str, &str); N]) -> BTreeMap<String, String> {
    let own = |(at, text): (&str, &str)| (at.to_owned(), text.to_owned());
    files.into_iter().map(own).collect()
}

fn refusal(result: Result<Published, PublishError>) -> Refusal {
    match result {
        Err(PublishError::Refused(refusal)) => refusal,
        other => panic!("expected a refusal, found {other:?}"),
    }
}

#[test]
fn a_site_is_published_and_published_again() {
    let folder = Folder::new();
    let first = [
        ("index.html", "home"),
        ("a/index.html", "a"),
        ("b/c/index.html", "c"),
    ];
    let published = folder.publish(&site(first)).unwrap();
    assert_eq!((published.written, published.total), (3, 3));
    assert_eq!(folder.tree(), expect(first));

    folder.age();
    let list = fs::read(folder.output().join(manifest::NAME)).unwrap();
    let second = [
        ("index.html", "changed"),
        ("a/index.html", "a"),
        ("d/index.html", "d"),
    ];
    let published = folder.publish(&site(second)).unwrap();
    let Published {
        written,
        unchanged,
        removed,
        total,
    } = published;
    assert_eq!((written, unchanged, removed, total), (2, 1, 1, 3));
    assert_eq!(folder.tree(), expect(second), "`b/` went with its page");
    assert_eq!(folder.modified("a/index.html"), long_ago());
    assert!(folder.modified("index.html") > long_ago());
    assert_ne!(
        fs::read(folder.output().join(manifest::NAME)).unwrap(),
        list
    );

    folder.publish(&site(first)).unwrap();
    assert_eq!(
        fs::read(folder.output().join(manifest::NAME)).unwrap(),
        list
    );
    folder.assert_tidy();
}

#[test]
fn a_build_that_changes_nothing_touches_nothing() {
    let folder = Folder::new();
    let files = [("index.html", "home"), ("a/index.html", "a")];
    folder.publish(&site(files)).unwrap();
    folder.write("mine.txt", "mine");
    let opened = fs::File::open(folder.output()).unwrap();
    let before = opened.metadata().unwrap();
    let published = folder.publish(&site(files)).unwrap();
    assert_eq!(
        (published.written, published.unchanged, published.removed),
        (0, 2, 0)
    );
    let after = fs::metadata(folder.output()).unwrap();
    assert_eq!(after.modified().unwrap(), before.modified().unwrap());
    assert!(folder.tree().contains_key("mine.txt"));
    folder.assert_tidy();
}

#[test]
fn a_page_that_cannot_be_rendered_leaves_everything_as_it_was() {
    let folder = Folder::new();
    folder
        .publish(&site([("index.html", "home"), ("old.html", "old")]))
        .unwrap();
    let before = tree(&folder.output());

    let mut sources = Sources::new();
    let source = sources.add(Source::new("themes/x/templates/page.html", "{{ oops }}"));
    let mut broken = site([
        ("index.html", "changed"),
        ("new.html", "new"),
        ("z.html", "z"),
    ]);
    for at in ["m.html", "n.html"] {
        let span = Span::new(source, 3, 7);
        let render = move || {
            Err(Box::new(Diagnostic::new(
                Code::TemplateFault,
                span,
                format!("no {at}"),
            )))
        };
        let content = Content::Rendered(Box::new(render));
        broken.insert(Address::new(at), Artifact { content });
    }
    let Err(PublishError::Render(diagnostics)) = folder.publish(&broken) else {
        panic!("a page that cannot be rendered was published");
    };
    assert_eq!(diagnostics.count(Severity::Error), 2, "both are named");
    assert_eq!(tree(&folder.output()), before);
    folder.assert_tidy();

    let missing = Content::File(folder.0.path().join("content/gone.png"));
    let mut broken = site([("index.html", "changed")]);
    broken.insert(Address::new("gone.png"), Artifact { content: missing });
    let error = folder.publish(&broken).unwrap_err().to_string();
    assert!(
        error.starts_with("cannot read `") && error.contains("gone.png"),
        "{error}"
    );
    assert_eq!(tree(&folder.output()), before);
    folder.assert_tidy();
}

#[test]
fn a_first_build_that_fails_makes_no_output_folder() {
    let folder = Folder::new();
    let missing = Content::File(folder.0.path().join("content/gone.png"));
    let mut broken = site([("index.html", "home")]);
    broken.insert(Address::new("gone.png"), Artifact { content: missing });
    folder.publish(&broken).unwrap_err();
    assert!(!folder.output().exists());
    folder.assert_tidy();
}

#[test]
fn files_of_others_are_kept() {
    let folder = Folder::new();
    folder.write(".git/config", "git");
    folder
        .publish(&site([("index.html", "home"), ("a/index.html", "a")]))
        .unwrap();
    folder.write("CNAME", "example.org");
    folder.write("a/notes.txt", "beside a page");
    folder.write("deep/er/file", "theirs");
    fs::create_dir(folder.output().join("empty")).unwrap();
    folder.age();
    folder.publish(&site([("index.html", "changed")])).unwrap();
    let expected = [
        (".git/config", "git"),
        ("CNAME", "example.org"),
        ("a/notes.txt", "beside a page"),
        ("deep/er/file", "theirs"),
        ("empty/", ""),
        ("index.html", "changed"),
    ];
    assert_eq!(folder.tree(), expect(expected));
    assert_eq!(folder.modified("CNAME"), long_ago());
    folder.assert_tidy();
}

#[cfg(unix)]
#[test]
fn links_and_modes_of_others_are_kept() {
    use std::os::unix::fs::{PermissionsExt as _, symlink};

    let folder = Folder::new();
    folder.publish(&site([("a/index.html", "a")])).unwrap();
    let output = folder.output();
    symlink("nowhere", output.join("link")).unwrap();
    fs::create_dir(output.join("locked")).unwrap();
    fs::write(output.join("locked/file"), "x").unwrap();
    let mode = |path: &str| {
        fs::metadata(output.join(path))
            .unwrap()
            .permissions()
            .mode()
            & 0o7777
    };
    let set = |path: &str, mode| {
        fs::set_permissions(output.join(path), fs::Permissions::from_mode(mode)).unwrap();
    };
    set("locked/file", 0o600);
    set("locked", 0o555);
    set("a", 0o750);
    set("", 0o2775);
    folder
        .publish(&site([("a/index.html", "changed"), ("b/index.html", "b")]))
        .unwrap();
    assert_eq!(
        fs::read_link(output.join("link")).unwrap(),
        Path::new("nowhere")
    );
    assert_eq!(
        [mode("locked/file"), mode("locked"), mode("a"), mode("")],
        [0o600, 0o555, 0o750, 0o2775]
    );
    folder.assert_tidy();
}

#[test]
fn what_others_put_in_a_pages_place_is_not_overwritten() {
    for (theirs, ours) in [
        ("robots.txt", "robots.txt"),
        ("a", "a/index.html"),
        ("a/b/c.txt", "a/b"),
        ("a/b/c.txt", "a"),
    ] {
        let folder = Folder::new();
        folder.publish(&site([("index.html", "home")])).unwrap();
        folder.write(theirs, "theirs");
        let before = tree(&folder.output());
        let found = refusal(folder.publish(&site([("index.html", "x"), (ours, "ours")])));
        assert!(
            matches!(found, Refusal::InTheWay(_)),
            "{theirs} {ours}: {found:?}"
        );
        assert_eq!(tree(&folder.output()), before);
        folder.assert_tidy();
    }
}

#[test]
fn a_page_may_become_a_folder_and_back() {
    let folder = Folder::new();
    let (page, inside) = ([("a", "page")], [("a/b/index.html", "inside")]);
    for files in [page, inside, page] {
        folder.publish(&site(files)).unwrap();
        assert_eq!(folder.tree(), expect(files));
    }
}

#[test]
fn a_page_changed_by_hand_is_built_again() {
    let folder = Folder::new();
    let files = [("index.html", "home"), ("b.html", "b")];
    folder.publish(&site(files)).unwrap();
    folder.write("index.html", "h0me");
    fs::remove_file(folder.output().join("b.html")).unwrap();
    let published = folder.publish(&site(files)).unwrap();
    assert_eq!(published.written, 2);
    assert_eq!(folder.tree(), expect(files));
}

#[test]
fn a_folder_of_others_is_refused_untouched() {
    let folder = Folder::new();
    folder.write("thesis.doc", "mine");
    let found = folder.publish(&site([("index.html", "home")]));
    assert!(matches!(refusal(found), Refusal::NotOurs(_)));
    fs::remove_file(folder.output().join("thesis.doc")).unwrap();
    for list in [
        "{",
        "[]",
        r#"{"goldenthread":2,"files":[]}"#,
        r#"{"files":["a"]}"#,
    ] {
        folder.write(manifest::NAME, list);
        let found = refusal(folder.publish(&site([("index.html", "home")])));
        assert!(
            matches!(found, Refusal::BadManifest(_)),
            "{list}: {found:?}"
        );
    }
    folder.assert_tidy();
}

#[test]
fn copied_files_are_copied_once() {
    let folder = Folder::new();
    let image = folder.0.path().join("content/chart.png");
    fs::write(&image, "pixels").unwrap();
    let with_image = || {
        let mut site = site([("index.html", "home")]);
        let content = Content::File(image.clone());
        site.insert(Address::new("images/chart.png"), Artifact { content });
        site
    };
    assert_eq!(folder.publish(&with_image()).unwrap().written, 2);
    folder.age();
    assert_eq!(folder.publish(&with_image()).unwrap().written, 0);
    fs::write(&image, "pixelz").unwrap();
    assert_eq!(folder.publish(&with_image()).unwrap().written, 1);
    assert_eq!(folder.tree()["images/chart.png"], "pixelz");
    assert_eq!(folder.modified("index.html"), long_ago());
}

#[test]
fn builds_at_the_same_time_wait_for_each_other() {
    let folder = Folder::new();
    std::thread::scope(|scope| {
        for name in ["a", "b", "c", "d"] {
            let folder = &folder;
            scope.spawn(move || {
                for _ in 0..5 {
                    folder
                        .publish(&site([("index.html", name), ("page.html", name)]))
                        .unwrap();
                }
            });
        }
    });
    let tree = folder.tree();
    assert_eq!(
        tree["index.html"], tree["page.html"],
        "never half of one and half of another"
    );
    folder.assert_tidy();
}

#[test]
fn progress_reaches_the_end() {
    use std::sync::atomic::{AtomicUsize, Ordering};

    let folder = Folder::new();
    let destination = Destination::resolve(&folder.output(), folder.0.path()).unwrap();
    let (calls, most) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let progress = |done, total| {
        assert_eq!(total, 3);
        calls.fetch_add(1, Ordering::Relaxed);
        most.fetch_max(done, Ordering::Relaxed);
    };
    publish(
        &site([("a", ""), ("b", ""), ("c", "")]),
        &destination,
        &progress,
    )
    .unwrap();
    assert_eq!((calls.into_inner(), most.into_inner()), (4, 3));
}

#[test]
fn what_is_put_into_the_old_site_while_the_new_one_is_made_is_taken_along() {
    let folder = Folder::new();
    folder.publish(&site([("index.html", "old")])).unwrap();
    let destination = Destination::resolve(&folder.output(), folder.0.path()).unwrap();
    let late = |_: usize, _: usize| folder.write("uploads/late.txt", "somebody's");
    publish(&site([("index.html", "new")]), &destination, &late).unwrap();
    let tree = folder.tree();
    let found = |path: &str| tree.get(path).map(String::as_str);
    assert_eq!(found("index.html"), Some("new"));
    assert_eq!(found("uploads/late.txt"), Some("somebody's"));
    folder.assert_tidy();
}

#[test]
fn what_cannot_be_taken_along_is_named_and_never_lost() {
    let folder = Folder::new();
    folder.publish(&site([("index.html", "old")])).unwrap();
    let destination = Destination::resolve(&folder.output(), folder.0.path()).unwrap();
    // A folder comes into being where the new site has a page.
    let late = |_: usize, _: usize| folder.write("a/late.txt", "late");
    let new = site([("index.html", "new"), ("a", "page")]);
    let failed = publish(&new, &destination, &late);
    let Err(PublishError::Left { files, .. }) = &failed else {
        panic!("{failed:?}");
    };
    let said = failed.as_ref().unwrap_err().to_string();
    assert!(said.contains("late.txt` could not be moved"), "{said}");
    assert_eq!(folder.tree()["index.html"], "new");
    assert_eq!(fs::read_to_string(&files[0]).unwrap(), "late");

    // No later build removes it, and none goes on as if it were not there.
    let refused = refusal(folder.publish(&site([("index.html", "newer")])));
    assert!(matches!(refused, Refusal::Left(_)), "{refused:?}");
    assert_eq!(fs::read_to_string(&files[0]).unwrap(), "late");
    fs::remove_dir_all(destination.workshop()).unwrap();
    folder.publish(&site([("index.html", "newer")])).unwrap();
    folder.assert_tidy();
}
