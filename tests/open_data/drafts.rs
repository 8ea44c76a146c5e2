//! Drafts are shown where they are asked for, and are in no data.

use crate::{
    published::read,
    support::{OBJECTIVE, Site},
};

#[test]
fn a_build_with_drafts_has_none_in_its_data() {
    let next = "content/reports/2018-19";
    let report = "---\ntitle: Next\nperiod: 2018-19\nstage: annual\nstatus: draft\n---\n";
    let measure = |id: &str, value: &str| {
        format!(
            "how-much:\n  - id: {id}\n    title: Title {id}\n    unit: number\n    polarity: higher\n    actual: {value}\n"
        )
    };
    let both = measure("shared", "7771") + &measure("unseen", "7772")["how-much:\n".len()..];
    let site = Site::fine()
        .file(
            &format!("{OBJECTIVE}/measures.yaml"),
            &measure("shared", "1234"),
        )
        .file(&format!("{next}/report.md"), report)
        .file(
            &format!("{next}/learners/objective.md"),
            "---\ntitle: Learners\n---\n",
        )
        .file(&format!("{next}/learners/measures.yaml"), &both);
    let run = site.run(&["build", "--drafts"]);
    assert_eq!(run.status, 0, "{}", run.stderr);

    let tree = site.tree("output");
    let text = |path: &str| String::from_utf8(tree[path].clone()).unwrap();
    let json = text("data/site.json");
    assert_eq!(
        read(json.as_bytes())["measures"].as_array().unwrap().len(),
        1
    );
    assert!(json.contains("1234"));
    for secret in ["2018-19", "777", "7,77", "unseen", "draft", "Next"] {
        assert!(!json.contains(secret), "{secret}");
    }
    let data: Vec<_> = tree
        .keys()
        .filter(|path| path.starts_with("data/"))
        .collect();
    assert_eq!(
        data,
        [
            "data/2017-18/actions.csv",
            "data/2017-18/measures.csv",
            "data/site.json"
        ]
    );

    assert!(text("2018-19/learners/index.html").contains("7,772"));
    for (path, file) in &tree {
        let file = String::from_utf8_lossy(file);
        assert!(!file.contains("data/2018-19"), "{path}");
    }
}
