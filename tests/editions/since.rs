//! Which edition another is compared with.

use goldenthread::facts::{MeasureChange, Since, facts};

use crate::{previous, site, support::Site};

#[test]
fn what_changed_is_told_since_the_last_edition_of_the_same_stage() {
    let mut site = Site::empty().file(
        "content/site.yaml",
        "organisation: A council\ntitle: Objectives\nlanguages: [en]\n",
    );
    for (folder, lines, ids) in [
        ("2016-17", "stage: annual, status: published", "a b"),
        ("2017-18-half", "stage: six-month, status: published", "a"),
        ("2017-18-first", "stage: annual, status: superseded", "a c"),
        ("2017-18", "stage: annual, status: published", "a b c"),
        ("2018-19-half", "stage: six-month, status: published", "a d"),
        ("2018-19", "stage: annual, status: published", "c e"),
    ] {
        let period = &folder[..7];
        let lines = lines.replace(", ", "\n");
        let months = if folder.ends_with("half") { "-H1" } else { "" };
        let report = format!("---\ntitle: A report\nperiod: {period}{months}\n{lines}\n---\n");
        let rows = ids.split(' ').map(|id| {
            let replaces = if id == "e" { "replaces: [a, b], " } else { "" };
            format!("  - {{id: {id}, title: One, {replaces}unit: number, polarity: higher, actual: 1}}\n")
        });
        let rows: String = rows.collect();
        let folder = format!("content/reports/{folder}");
        site = site
            .file(&format!("{folder}/report.md"), &report)
            .file(
                &format!("{folder}/o/objective.md"),
                "---\ntitle: One\n---\n",
            )
            .file(
                &format!("{folder}/o/measures.yaml"),
                &format!("how-much:\n{rows}"),
            );
    }
    let model = site.load().value;
    let facts = facts(&model);
    let told = |id: &str| {
        let mut reports = model.reports.iter();
        let at = reports.position(|it| it.id.as_str() == id).expect("one");
        let since = Since::of(&model, &facts, at)?;
        let changes = since.measures.iter().map(|change| {
            let (word, (report, objective, at)) = match change {
                MeasureChange::Kept { to, .. } => ("kept", *to),
                MeasureChange::Added(at) => ("added", *at),
                MeasureChange::Joined { from, .. } => ("joined", *from),
                MeasureChange::Ended(at) => ("ended", *at),
            };
            let measure = &model.reports[report].objectives[objective].measures[at];
            format!("{word} {}", measure.id.value)
        });
        let changes: Vec<_> = changes.collect();
        let before = &model.reports[since.before].id;
        Some(format!(
            "{before} {} {}",
            since.other_stage,
            changes.join(", ")
        ))
    };
    assert_eq!(told("2016-17"), None);
    // There is none of its stage: what it does not report has not ended.
    assert_eq!(told("2017-18-half").unwrap(), "2016-17 true ");
    assert_eq!(told("2017-18").unwrap(), "2016-17 false added c");
    assert_eq!(told("2018-19-half").unwrap(), "2017-18-half false added d");
    // Where one takes the place of several, none of them has ended.
    assert_eq!(told("2018-19").unwrap(), "2017-18 false kept e, joined b");
}

#[test]
fn a_superseded_edition_stands_before_the_one_of_its_period_that_nobody_dated_either() {
    let found = site(&[
        (
            "2016-17-provisional",
            "period: 2016-17; stage: annual; status: superseded",
            "actual: 100",
        ),
        (
            "2016-17",
            "period: 2016-17; stage: annual",
            "actual: 101; restated: counted again",
        ),
        ("2017-18", "period: 2017-18; stage: annual", "actual: 102"),
    ]);
    assert!(
        previous(&found, "2017-18").starts_with("101 "),
        "{}",
        previous(&found, "2017-18")
    );
}

#[test]
fn a_history_that_undoes_a_restatement_contradicts_it() {
    let contradicted = |history: &str| {
        let found = site(&[
            ("2015-16", "period: 2015-16; stage: annual", "actual: 3"),
            (
                "2016-17",
                "period: 2016-17; stage: annual",
                "actual: 4; previous: 6; restated: counted anew",
            ),
            (
                "2017-18",
                "period: 2017-18; stage: annual",
                &format!("actual: 5; history: {{2015-16: {history}}}"),
            ),
        ]);
        found.1.contradicted.len()
    };
    // The restatement itself is the other one.
    assert_eq!(contradicted("6"), 1);
    assert_eq!(contradicted("3"), 2);
}
