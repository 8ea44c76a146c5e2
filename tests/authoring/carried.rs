//! What the next edition takes over from the last means what it meant.

use crate::{
    new::{REPORT, read, site, sound},
    support::Site,
};

#[test]
fn every_text_that_is_carried_over_still_leads_where_it_led() {
    let more = |path: &str, from: &str, to: &str| {
        let text = read(&site(), path);
        assert!(text.contains(from), "{from}");
        text.replace(from, to)
    };
    let measures = format!("{REPORT}/learners/measures.yaml");
    let objective = format!("{REPORT}/learners/objective.md");
    let site = site()
        .file(
            &measures,
            &more(
                &measures,
                "cy: Diffiniad\n    source: Schools",
                "cy: \"Gweler [y cynllun](plan.pdf)\"\n    source: \"[Plan](plan.pdf)\"",
            ),
        )
        .file(
            &objective,
            &(more(
                &objective,
                "{en: Early help,",
                "{en: \"[Early help](plan.pdf)\",",
            ) + "\n[All of it][it].\n\n[it]: action:visits\n"),
        );
    let run = site.run(&["new", "report", "2018-19", "--from", "2017-18"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let check = site.run(&["check"]);
    assert!(!check.stderr.contains("missing-link"), "{}", check.stderr);
    let new = read(&site, "content/reports/2018-19/learners/measures.yaml");
    assert_eq!(
        new.matches("../../2017-18/learners/plan.pdf").count(),
        2,
        "{new}"
    );
    let new = read(&site, "content/reports/2018-19/learners/objective.md");
    assert!(
        new.contains("[it]: action:learners/visits@2017-18"),
        "{new}"
    );
    assert!(
        new.contains("[Early help](../../2017-18/learners/plan.pdf)"),
        "{new}"
    );
}

#[test]
fn the_next_quarter_covers_its_own_quarter_and_knows_the_latest_edition() {
    let quarter = |order: &str| {
        format!(
            "---\ntitle: Quarter\nperiod: 2018-19-Q1\nstage: quarter\nstatus: published\n{order}---\n"
        )
    };
    let measure = |title: &str, covers: &str| {
        format!(
            "how-much:\n  - {{id: calls, title: {title}, unit: number, polarity: higher, actual: 1{covers}}}\n"
        )
    };
    let folder = "content/reports/2018-19-Q1";
    let site = Site::fine()
        .file(&format!("{folder}/report.md"), &quarter("order: 9\n"))
        .file(
            &format!("{folder}/learners/objective.md"),
            "---\ntitle: Learners\n---\n",
        )
        .file(
            &format!("{folder}/learners/measures.yaml"),
            &measure("Latest", ", covers: 2018-19-Q1"),
        )
        .file(
            &format!("{folder}/learners/actions.yaml"),
            "- {id: done, title: Done, complete: 100}\n",
        )
        .file(
            &format!("{REPORT}/report.md"),
            &quarter("order: 1\n").replace("2018-19-Q1", "2017-18-Q1"),
        )
        .file(
            &format!("{REPORT}/learners/measures.yaml"),
            &measure("Older", ""),
        );
    let run = site.run(&["new", "report", "2018-19-Q2", "--from", "2018-19-Q1"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    // An action at 100 per cent is done, whatever its status.
    assert!(
        run.stdout.contains("1 action is completed"),
        "{}",
        run.stdout
    );
    let path = "content/reports/2018-19-Q2/learners/measures.yaml";
    let text = read(&site, path);
    assert!(text.contains("covers: 2018-19-Q2"), "{text}");
    let site = site.file(path, "how-much: []\n");
    std::fs::remove_file(site.root().join(path)).expect("a file");
    let run = site.run(&["new", "measure", "calls", "--in", "2018-19-Q2/learners"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = read(&site, path);
    assert!(text.contains("title: Latest"), "{text}");
}

#[test]
fn a_report_of_another_kind_takes_no_period_of_the_last() {
    let half = "content/reports/2018-19-six-month";
    let site = site()
        .file(
            &format!("{half}/report.md"),
            "---\ntitle: April to September 2018\nperiod: 2018-19-H1\nstage: six-month\nstatus: published\n---\n",
        )
        .file(&format!("{half}/learners/objective.md"), "---\ntitle: Learners\n---\nWhy.\n")
        .file(
            &format!("{half}/learners/measures.yaml"),
            "how-much:\n  - {id: half, title: Half, unit: number, polarity: higher, covers: 2018-19-H1, cumulative: true, actual: 3}\n  - {id: quarter, title: Quarter, unit: number, polarity: higher, covers: 2018-19-Q2, actual: 3}\n  - {id: own, title: Own, unit: number, polarity: higher, actual: 3}\n",
        );
    let new = |name: &str| {
        let run = site.run(&["new", "report", name, "--from", "2018-19-six-month"]);
        assert_eq!(run.status, 0, "{}", run.stderr);
        let model = sound(&site);
        let mut reports = model.reports.iter();
        let found = reports.find(|it| it.id.as_str() == name);
        let found = found.expect("the report");
        let measures = found.objectives[0].measures.iter();
        let measures = measures.map(|it| {
            let covers = it.covers.as_ref();
            let covers = covers.map_or_else(|| "-".to_owned(), |it| it.value.to_string());
            format!("{covers} {}", it.cumulative)
        });
        let first = model.settings.first_language();
        let title = found.title.fallback(first, model.languages());
        let title = title.0.to_string();
        (title, measures.collect::<Vec<_>>())
    };
    // The year before has an annual report of its own, after which the next is named.
    let (title, measures) = new("2018-19");
    assert_eq!(title, "Annual report 2018/19");
    assert_eq!(measures, ["2018-19 false", "2018-19 false", "- false"]);
    let (title, measures) = new("2018-19-Q3");
    assert_eq!(title, "Quarterly report, quarter 3 of 2018/19");
    assert_eq!(measures[0], "2018-19-Q3 true");
}

#[test]
fn an_action_that_is_complete_and_goes_on_is_carried_on() {
    let site = site().file(
        "content/reports/2017-18/learners/actions.yaml",
        "- {id: going, title: Going, status: completed-ongoing, complete: 100}\n- {id: done, title: Done, status: completed, complete: 100}\n",
    );
    let run = site.run(&["new", "report", "2018-19", "--from", "2017-18"]);
    assert_eq!(run.status, 0, "{}", run.stderr);
    let text = read(&site, "content/reports/2018-19/learners/actions.yaml");
    assert!(
        text.contains("id: going") && !text.contains("id: done"),
        "{text}"
    );
}
