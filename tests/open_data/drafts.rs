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

#[test]
fn no_table_takes_an_earlier_figure_from_a_draft() {
    let report = |period: &str, status: &str| {
        format!("---\ntitle: Of {period}\nperiod: {period}\nstage: annual\nstatus: {status}\n---\n")
    };
    let measures = |value: &str| {
        format!(
            "how-much:\n  - {{id: shared, title: Shared, unit: number, polarity: higher, actual: {value}}}\n"
        )
    };
    let mut site = Site::fine()
        .file(&format!("{OBJECTIVE}/measures.yaml"), &measures("1234"))
        .file(
            &format!("{OBJECTIVE}/actions.yaml"),
            "- {id: shared, title: Shared action}\n",
        );
    // One draft before the published report and one after it, whatever their place in the model.
    for (folder, period, value) in [
        ("2016-17", "2016-17", "7771"),
        ("2018-19", "2018-19", "7772"),
    ] {
        let folder = format!("content/reports/{folder}");
        site = site
            .file(&format!("{folder}/report.md"), &report(period, "draft"))
            .file(
                &format!("{folder}/learners/objective.md"),
                "---\ntitle: Learners\n---\n",
            )
            .file(
                &format!("{folder}/learners/measures.yaml"),
                &measures(value),
            );
    }
    let without = site.run(&["build", "-o", "without"]);
    assert_eq!(without.status, 0, "{}", without.stderr);
    let with = site.run(&["build", "--drafts", "-o", "with"]);
    assert_eq!(with.status, 0, "{}", with.stderr);
    let data = |folder: &str| {
        let mut tree = site.tree(folder);
        tree.retain(|path, _| path.starts_with("data/"));
        tree
    };
    assert_eq!(data("without").len(), 3);
    for (path, file) in data("with") {
        let text = String::from_utf8(file.clone()).unwrap();
        assert!(!text.contains("777"), "{path}: {text}");
        assert_eq!(Some(&file), data("without").get(&path), "{path}");
    }
}
