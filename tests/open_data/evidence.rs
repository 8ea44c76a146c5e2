//! What evidence is called in the data, so that nobody need know where it was written.

use crate::{
    published::read,
    support::{OBJECTIVE, Site},
};

#[test]
fn evidence_is_named_wherever_it_was_written() {
    let earlier = "content/reports/2016-17";
    let measures =
        "how-much:\n  - {id: calls, title: Calls, unit: number, polarity: higher, actual: 7}\n";
    let site = Site::fine()
        .file(
            &format!("{OBJECTIVE}/objective.md"),
            "---\ntitle: Learners\n---\n## Need\n\nSo.\n",
        )
        .file(&format!("{OBJECTIVE}/measures.yaml"), measures)
        .file(
            &format!("{earlier}/report.md"),
            "---\ntitle: Earlier\nperiod: 2016-17\nstage: annual\nstatus: published\n---\n",
        )
        .file(
            &format!("{earlier}/learners/objective.md"),
            "---\ntitle: Learners\n---\n",
        )
        .file(&format!("{earlier}/learners/measures.yaml"), measures)
        .file(
            "content/frameworks/q/framework.md",
            "---\ntitle: Quality\n---\n",
        )
        .file(
            "content/frameworks/q/1.yaml",
            "title: One\nquestions: [How well?]\n",
        )
        .file(
            &format!("{OBJECTIVE}/evaluations/one.yaml"),
            "quality_indicator: q/1\nanswers:\n  1:\n    text: Well.\n    evidence: [\"#need\", \
             chart:calls, \"chart:calls@2016-17\", chart:how-much, \"https://example.org/a\"]\n",
        );
    let run = site.run(&["build"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let data = read(&site.tree("output")["data/site.json"]);
    let ties = data["thread"].as_array().unwrap().iter();
    let evidence = ties.filter(|tie| tie["kind"] == "evidence");
    let to: Vec<_> = evidence.map(|tie| tie["to"].as_str().unwrap()).collect();
    assert_eq!(
        to,
        [
            "objective:learners#need",
            "chart:calls",
            "chart:calls@2016-17",
            "chart:learners-how-much",
            "https://example.org/a",
        ]
    );
}
