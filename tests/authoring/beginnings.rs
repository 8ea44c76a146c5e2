//! A site to begin with, and one to look at.

use crate::support::Site;

#[test]
fn the_example_is_written_whole_and_builds() {
    let site = Site::empty();
    let run = site.run(&["init", "--example", "learning-partnership", "here"]);
    assert_eq!((run.status, run.stderr.as_str()), (0, ""));
    assert!(
        run.stdout.contains("goldenthread build here"),
        "{}",
        run.stdout
    );
    let written = site.tree("here");
    let example = concat!(env!("CARGO_MANIFEST_DIR"), "/examples/learning-partnership");
    for (path, bytes) in &written {
        let original = std::fs::read(format!("{example}/{path}")).expect("a file of the example");
        assert_eq!(*bytes, original, "{path}");
    }
    let content = walkdir::WalkDir::new(format!("{example}/content")).into_iter();
    let files = content.filter(|entry| entry.as_ref().is_ok_and(|it| it.file_type().is_file()));
    assert_eq!(written.len(), files.count() + 1);

    let run = site.run(&["build", "here", "--at", "2024-09-01T09:00"]);
    assert_eq!(run.status, 0, "{}", run.stderr);

    let again = site.run(&["init", "--example", "learning-partnership", "here"]);
    assert_eq!(again.status, 2);
    assert!(again.stderr.contains("is not empty"), "{}", again.stderr);
}

#[test]
fn an_example_that_is_not_there_is_not_guessed() {
    let site = Site::empty();
    let run = site.run(&["init", "--example", "learning-partnershp", "here"]);
    assert_eq!(
        run.stderr,
        "error: there is no example `learning-partnershp`\n  \
         help: did you mean `learning-partnership`?\n"
    );
    assert_eq!(run.status, 2);
    assert_eq!(site.files("."), Vec::<String>::new());
}
