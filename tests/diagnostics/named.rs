//! References by name and links that lead nowhere, each with the way to mend it.

use goldenthread::pipeline::check;

use crate::support::{Site, said};

/// A framework of goals, one of an indicator, and a guidance of 14 paragraphs.
fn site() -> Site {
    let paragraphs: Vec<_> = (1..=14).map(|at| format!("5.{at} Words.\n\n")).collect();
    let paragraphs = paragraphs.concat();
    Site::fine()
        .file(
            "content/frameworks/plan/framework.md",
            "---\ntitle: Plan\n---\n",
        )
        .file("content/frameworks/plan/health.yaml", "title: Health\n")
        .file(
            "content/frameworks/hg/framework.md",
            "---\ntitle: How good\n---\n",
        )
        .file(
            "content/frameworks/hg/2.1.yaml",
            "code: \"2.1\"\ntitle: One\nquestions: [{id: who, text: Who?}]\n",
        )
        .file(
            "content/frameworks/hg/2.2.yaml",
            "code: \"2.2\"\ntitle: Nothing asked yet\n",
        )
        .file(
            "content/guidance/g/guidance.md",
            "---\ntitle: Guidance\n---\n",
        )
        .file(
            "content/guidance/g/5-last.md",
            &format!("---\ntitle: Last\n---\n12.5 per cent of all.\n\n{paragraphs}"),
        )
        .file(
            "content/guidance/g/responsibilities.yaml",
            "- body: All\n  duties: [{id: teach, text: Teach.}]\n",
        )
        .file(
            "content/reports/2017-18/learners/measures.yaml",
            "how-much:\n  - {id: a, title: A, unit: number, polarity: none, actual: 1}\n  \
             - {id: b, title: B, unit: number, polarity: none, actual: 2}\n",
        )
}

/// What is said of a link in the introduction of the report, place and code left out.
fn of(text: &str) -> Vec<String> {
    let report =
        "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\n---\n";
    let site = site().file(
        "content/reports/2017-18/report.md",
        &format!("{report}{text}\n"),
    );
    let checked = check(site.root(), None, true);
    let found = said(&checked.diagnostics, &checked.value.model.sources);
    let found = found.into_iter().filter(|line| !line.starts_with("note"));
    found
        .map(|line| line.splitn(4, ' ').nth(3).unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn a_reference_that_leads_nowhere_says_what_to_write() {
    let cases = [
        ("[x](goal:plan/health)", ""),
        ("[x](quality-indicator:hg/2.1#question-who)", ""),
        // Its themes and questions may follow.
        ("[x](quality-indicator:hg/2.2)", ""),
        (
            "[x](goal:hg/2.1)",
            "`hg/2.1` is a quality indicator, not a goal | write `quality-indicator:hg/2.1`",
        ),
        (
            "[x](quality-indicator:plan/health)",
            "`plan/health` is a goal, not a quality indicator | write `goal:plan/health`",
        ),
        (
            "[x](goal:hg/2.2)",
            "`hg/2.2` is a quality indicator, not a goal | write `quality-indicator:hg/2.2`",
        ),
        (
            "[5.10](measure:a.actual#learners)",
            "a figure has no headings, and `#learners` names one | write `measure:a.actual`",
        ),
        (
            "[](report:2017-18.measures#learners)",
            "a figure has no headings, and `#learners` names one | write `report:2017-18.measures`",
        ),
        (
            "[x](chart:a@2017-18#learners)",
            "a chart has no headings, and `#learners` names one | write `chart:a@2017-18`",
        ),
        (
            "[x](goal:plan/health@2017-18)",
            "a goal is the same in every edition, and `@2017-18` names one | write `goal:plan/health`",
        ),
        (
            "[x](duty:g/teach@2017-18)",
            "a duty is the same in every edition, and `@2017-18` names one | write `duty:g/teach`",
        ),
        (
            "[x](paragraph:g/5.1@2017-18)",
            "a paragraph is the same in every edition, and `@2017-18` names one | write `paragraph:g/5.1`",
        ),
        (
            "[x](report:2017-18@2016-17)",
            "a report is the same in every edition, and `@2016-17` names one | write `report:2017-18`",
        ),
        (
            "[x](paragraph:g/5.99)",
            "`g/5.99` is not a paragraph of any guidance | did you mean `g/5.9`?",
        ),
        (
            "[x](paragraph:g/12.5)",
            "`g/12.5` is not a paragraph of any guidance | its paragraphs go from `g/5.1` to `g/5.14`",
        ),
        (
            "[x](quality-indicator:hg/2.1#question-wo)",
            "the page has no heading with the anchor `#question-wo` | did you mean `#question-who`?",
        ),
        (
            "![x](chart:learners-how-mch)",
            "no chart is called `learners-how-mch` | did you mean `learners-how-much`?",
        ),
        (
            "[x](https:/example.org/)",
            "`https:/example.org/` is no whole web address | write `https://example.org/`",
        ),
        (
            "See <a href=\"#nowhere\">x</a>.",
            "the page has no heading with the anchor `#nowhere`",
        ),
        (
            "## Somewhere\n\n<p>\n<a href=\"#somewere\">x</a></p>",
            "the page has no heading with the anchor `#somewere` | did you mean `#somewhere`?",
        ),
        ("## Somewhere\n\nSee <a href=\"#somewhere\">x</a>.", ""),
        (
            "[x](thread:)",
            "the site has no golden thread yet | it has one once an objective `serves` a goal, an action names a measure or a duty, or something is evaluated",
        ),
        (
            "[x](thread:2017-18)",
            "a golden thread has no name, and `2017-18` is one | write `thread:@2017-18` for that of the report `2017-18`, or `thread:` for that of the report the text belongs to",
        ),
        (
            "[x](thread:@2017)",
            "no report is called `2017` | the only one there is: `2017-18`",
        ),
    ];
    for (text, expected) in cases {
        let found = of(text);
        let fits = |line: &String| !expected.is_empty() && line.starts_with(expected);
        let one = found.iter().all(fits) && found.len() == usize::from(!expected.is_empty());
        assert!(one, "{text}\n{found:#?}\n{expected}");
    }
}

/// Within an objective a chart goes by its short name, and is offered by that.
#[test]
fn a_chart_of_an_objective_is_offered_by_its_short_name() {
    let section = "content/reports/2017-18/learners/done-well.md";
    let site = site().file(section, "![x](chart:how-mch)\n");
    let found = crate::checked(&site);
    let found = found.iter().find(|line| line.contains("how-mch")).unwrap();
    assert!(
        found.ends_with("no chart is called `how-mch` | did you mean `how-much`?"),
        "{found}"
    );
}

/// What is said of the content but for notes, place and code left out.
fn of_files(files: &[(&str, &str)]) -> Vec<String> {
    let site = files
        .iter()
        .fold(site(), |site, (path, text)| site.file(path, text));
    let found = crate::checked(&site).into_iter();
    let found = found.filter(|line| !line.starts_with("note"));
    found
        .map(|line| line.splitn(4, ' ').nth(3).unwrap_or_default().to_owned())
        .collect()
}

/// Lists of names hold no kinds, and a framework goes before what it holds.
#[test]
fn a_name_in_a_list_that_leads_nowhere_says_what_to_write() {
    let objective = "content/reports/2017-18/learners/objective.md";
    let served = [
        ("health", "did you mean `plan/health`?"),
        ("2.1", "did you mean `hg/2.1`?"),
        (
            "nothing-such",
            "write the name of its folder in `frameworks/` before it, with a slash between",
        ),
        (
            "goal:plan/health",
            "leave out `goal:`, and write `plan/health`",
        ),
        (
            "goal:plan/helth",
            "leave out `goal:`, and write `plan/health`",
        ),
        (
            "quality-indicator:hg/2.1",
            "leave out `quality-indicator:`, and write `hg/2.1`",
        ),
        (
            "goal:resilient",
            "leave out `goal:`, and write `wfg/resilient`",
        ),
    ];
    for (name, help) in served {
        let text = format!("---\ntitle: Learners\nserves: [\"{name}\"]\n---\nWhy.\n");
        let message = format!("`{name}` is not a goal or indicator of any framework | {help}");
        assert_eq!(of_files(&[(objective, &text)]), [message]);
    }
    let actions =
        "- {id: a, title: A, measures: [\"measure:b\"], fulfils: [\"duty:g/teach\", teach]}\n";
    assert_eq!(
        of_files(&[("content/reports/2017-18/learners/actions.yaml", actions)]),
        [
            "no measure is called `measure:b` | leave out `measure:`, and write `b`",
            "`duty:g/teach` is not a duty of any guidance | leave out `duty:`, and write `g/teach`",
            "`teach` is not a duty of any guidance | did you mean `g/teach`?",
        ]
    );
}

#[test]
fn a_key_that_is_one_word_of_another_is_taken_for_it() {
    let evaluation = "content/reports/2017-18/evaluations/one.yaml";
    assert_eq!(
        of_files(&[(evaluation, "indicator: hg/2.1\n")]),
        ["`indicator` is not a key of an evaluation | did you mean `quality_indicator`?"]
    );
}

/// Its goals are those of the built-in one, whatever the folder holds.
#[test]
fn no_folder_takes_the_name_of_the_built_in_framework() {
    let said = [
        "the framework `wfg`, of the seven well-being goals, is built in | give the folder another name, and begin the references to its goals with that",
    ];
    let objective = (
        "content/reports/2017-18/learners/objective.md",
        "---\ntitle: Learners\nserves: [wfg/resilient, wfg/own]\n---\nWhy.\n",
    );
    let goal = ("content/frameworks/wfg/own.yaml", "title: Own\n");
    let framework = (
        "content/frameworks/wfg/framework.md",
        "---\ntitle: Ours\n---\n",
    );
    assert_eq!(of_files(&[objective, goal]), said);
    assert_eq!(of_files(&[objective, goal, framework]), said);
}

/// Whatever is shown as Markdown is checked as that.
#[test]
fn a_link_in_a_question_a_duty_or_the_notice_leads_somewhere() {
    let notice =
        "organisation: Council\ntitle: Site\nlanguages: [en]\nnotice: \"[x](page:nowhere)\"\n";
    let question = "code: \"2.1\"\ntitle: One\nquestions: [\"Who, [x](page:nowhere)?\"]\n";
    let says =
        "- body: All\n  says: \"[x](page:nowhere)\"\n  duties: [{id: teach, text: Teach.}]\n";
    for file in [
        ("content/site.yaml", notice),
        ("content/frameworks/hg/2.1.yaml", question),
        ("content/guidance/g/responsibilities.yaml", says),
    ] {
        let found = of_files(&[file]);
        assert_eq!(found.len(), 1, "{found:#?}");
        assert!(
            found[0].starts_with("no page is called `nowhere`"),
            "{found:#?}"
        );
    }
}
