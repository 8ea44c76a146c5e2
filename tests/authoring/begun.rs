//! What is begun leaves a site that builds, and says what is still to be filled in.

use crate::{
    new::{REPORT, is_to_come, read, site},
    support::Site,
};

#[test]
fn what_is_new_builds_with_no_more_said_than_what_is_to_be_filled_in() {
    let measure = ["new", "measure", "calls", "--in", "2017-18/learners"];
    for status in ["published", "draft"] {
        let site = site();
        let report = format!("{REPORT}/report.md");
        let text = read(&site, &report).replace("published\n", &format!("{status}\n"));
        let site = site.file(&report, &text);
        let before = site.tree("content");
        let run = site.run(&measure);
        assert_eq!(run.status, 2, "{}", run.stdout);
        assert!(
            run.stderr
                .contains("nothing says which way is better for `calls`"),
            "{}",
            run.stderr
        );
        assert!(
            run.stderr.contains("`--polarity higher`, `lower`"),
            "{}",
            run.stderr
        );
        let run = site.run(&[&measure[..], &["--polarity", "hihger"]].concat());
        assert!(
            run.stderr.contains("did you mean `higher`?"),
            "{}",
            run.stderr
        );
        assert_eq!(site.tree("content"), before);
        let run = site.run(&[&measure[..], &["--polarity", "lower"]].concat());
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        let run = site.run(&["new", "action", "ring", "--in", "2017-18/learners"]);
        assert_eq!((run.status, run.stderr.as_str()), (0, ""));
        let is_draft = status == "draft";
        let built = |site: &Site| site.run(&["build", "--drafts"]);
        let run = built(&site);
        assert!(run.stderr.contains("translation-missing"), "{}", run.stderr);
        assert_eq!(run.status, i32::from(!is_draft), "{}", run.stderr);
        let run = site.run(&["new", "objective", "homes", "--in", "2017-18"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let said = if is_draft {
            "`goldenthread check` lists the prompts that are to be written"
        } else {
            "its report is published, so nothing is built until the prompts"
        };
        assert!(run.stdout.contains(said), "{}", run.stdout);
        assert_eq!(built(&site).status, i32::from(!is_draft));
        let found = site.run(&["check", "--format", "json"]).json();
        for found in found.as_array().expect("an array") {
            let code = found["code"].as_str().unwrap();
            // What is new is in one language until it is translated.
            assert!(is_to_come(code) || code == "translation-missing", "{found}");
        }
    }
}
