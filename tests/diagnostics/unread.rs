//! What could not be read is unknown, not absent: one mistake, one message.

use crate::{
    checked,
    support::{OBJECTIVE, Site},
};

const ACTIONS: &str = "- {id: read, title: Read more, measures: [reading, missing]}\n";
const ABOUT: &str = "# About\n\nSee [it](measure:reading), [a](measure:missing), [12](measure:reading.actual) and \
                     ![all](chart:reading).\n";

/// A site whose action, page and linked figure refer to the measure `reading` of these files.
fn referred(files: &[(&str, &str)]) -> Vec<String> {
    let site = Site::fine()
        .file(&format!("{OBJECTIVE}/actions.yaml"), ACTIONS)
        .file("content/about.md", ABOUT);
    let write =
        |site: Site, (name, text): &(&str, &str)| site.file(&format!("{OBJECTIVE}/{name}"), text);
    checked(&files.iter().fold(site, write))
}

/// The findings without their severity and help, by place.
fn brief(said: &[String]) -> Vec<String> {
    let brief = |line: &String| {
        let line = line.split(" | ").next().unwrap_or_default();
        let line = line.split_once(' ').map_or(line, |(_, rest)| rest);
        line.replace("content/reports/2017-18/learners/", "")
            .replace("content/", "")
    };
    said.iter().map(brief).collect()
}

#[test]
fn what_refers_to_a_file_that_cannot_be_read_is_not_blamed() {
    // The name that no file holds is missing all the same.
    let missing = [
        "unknown-reference about.md:3:32 no measure is called `missing`",
        "unknown-reference actions.yaml:1:52 no measure is called `missing`",
    ];
    let cases: &[(&[(&str, &str)], &str)] = &[
        // The item that the name stands for is lost with its fault.
        (
            &[(
                "measures.yaml",
                "how-much:\n  - {id: reading, title: A, unit: number\n",
            )],
            "yaml-syntax measures.yaml:2:5 the `{` that opens here is not closed",
        ),
        // The group is no list.
        (
            &[(
                "measures.yaml",
                "how-much:\n  id: reading\n  title: A\n  unit: number\n  polarity: none\n",
            )],
            "wrong-type measures.yaml:2:3 expected a list for `how-much`, found `key: value` lines",
        ),
        (
            &[("measures.yaml", "- {id: reading, title: A, unit: number}\n")],
            "wrong-type measures.yaml:1:1 expected lists by group for the measures, found a list",
        ),
        (
            &[(
                "measures.yaml",
                "how-much:\n  - ids: reading\n    title: A\n    unit: number\n    polarity: none\n",
            )],
            "unknown-field measures.yaml:2:5 `ids` is not a key of a measure",
        ),
        (
            &[(
                "measures.csv",
                "grop,id,title,unit,polarity,actual\nhow-much,reading,A,number,none,12\n",
            )],
            "unknown-field measures.csv:1:1 `grop` is not a column of measures.csv",
        ),
        (
            &[(
                "measures.csv",
                "group,id,title,unit\nhow-much,reading,A,number,1\n",
            )],
            "csv-syntax measures.csv:2:27 the row has 5 cells, the header 4",
        ),
    ];
    for (files, fault) in cases {
        let said = brief(&referred(files));
        let mut expected = missing.map(str::to_owned).to_vec();
        expected.push((*fault).to_owned());
        assert_eq!(said, expected, "{files:?}");
    }
}

#[test]
fn a_file_of_which_nothing_is_known_may_hold_every_name() {
    let site = Site::fine()
        .file(&format!("{OBJECTIVE}/actions.yaml"), ACTIONS)
        .file("content/about.md", ABOUT)
        .file(
            &format!("{OBJECTIVE}/measures.yaml"),
            &"# text\n".repeat(11 * 1024 * 1024 / 7),
        );
    let said = brief(&checked(&site));
    let expected =
        "too-large measures.yaml:1:1 the file is 11 MiB, larger than the 10 MiB that are read";
    assert_eq!(said, [expected]);
}

#[test]
fn a_key_that_is_misspelt_is_not_missing_as_well() {
    let measures = "\
how-much:
  - id: a
    title: A
    unit: percent
    actual: 60
    target: 80
    intervension: 70
  - id: b
    title: B
    unit: percent
    actual: 60
    target: 80
    intervention_level: 70
    rag: red
    coment: It was hard.
  - id: c
    title: C
    unit: percent
    actual: 60
    target: 80
  - id: d
    titel: D
    units: yes-no
    polarity: higher
    actual: yes
    actuall: 12
    target: 90,100
";
    let page =
        "# About\n\n[12](measure:d.actual) [70](measure:a.intervention) [61](measure:c.actual)\n";
    let site = Site::fine()
        .file(&format!("{OBJECTIVE}/measures.yaml"), measures)
        .file("content/about.md", page);
    let said = brief(&checked(&site));
    let expected = [
        "figure-contradicted about.md:3:53 the text says `61`, but `measure:c.actual` is `60%`",
        "unknown-field measures.yaml:7:5 `intervension` is not a key of a measure",
        "unknown-field measures.yaml:13:5 `intervention_level` is not a key of a measure",
        "unknown-field measures.yaml:15:5 `coment` is not a key of a measure",
        "polarity-missing measures.yaml:16:9 nothing says which way is better for `c`: it has no `polarity`, and it has no intervention level",
        "unknown-field measures.yaml:22:5 `titel` is not a key of a measure",
        "unknown-field measures.yaml:23:5 `units` is not a key of a measure",
        "unknown-field measures.yaml:26:5 `actuall` is not a key of a measure",
        "bad-figure measures.yaml:27:13 `90,100` has separators between its digits",
    ];
    assert_eq!(said, expected);
}

#[test]
fn a_column_that_is_misspelt_is_said_once() {
    let csv = "\
group,id,titel,unit,actual,target,intervension
how-much,a,A,percent,60,80,70
how-much,b,B,percent,60,80,70
";
    let site = Site::fine().file(&format!("{OBJECTIVE}/measures.csv"), csv);
    let expected = [
        "unknown-field measures.csv:1:10 `titel` is not a column of measures.csv",
        "unknown-field measures.csv:1:35 `intervension` is not a column of measures.csv",
    ];
    assert_eq!(brief(&checked(&site)), expected);
    let csv = "group,id,unit,polarity\nhow-much,a,percent,none\nhow-much,b,percent,none\n";
    let site = Site::fine().file(&format!("{OBJECTIVE}/measures.csv"), csv);
    let expected =
        ["missing-field measures.csv:1:1 there is no column `title`, but every measure needs one"];
    assert_eq!(brief(&checked(&site)), expected);
}

#[test]
fn a_fault_in_one_item_hides_nothing_of_another() {
    let measures = "\
how-much:
  - id: a
    title: Reading: again
    unit: percent
    target: 80
  - id: b
    unit: percent
    target: 80
  - id: c
    title: C
    unit: percent
    target: 80
    comment: Reading: again
";
    let site = Site::fine().file(&format!("{OBJECTIVE}/measures.yaml"), measures);
    let expected = [
        "yaml-syntax measures.yaml:3:19 the value of `title` holds a colon and a space",
        "missing-field measures.yaml:6:5 `title` is missing from a measure",
        "polarity-missing measures.yaml:6:9 nothing says which way is better for `b`: it has no `polarity`, and it has no intervention level",
        "yaml-syntax measures.yaml:13:21 the value of `comment` holds a colon and a space",
    ];
    assert_eq!(brief(&checked(&site)), expected);
}

#[test]
fn folders_and_files_with_unreadable_names_are_there() {
    let page = "\
---
title: About
---

[a](objective:home_life) [b](reports/2017-18/home_life/objective.md) [c](page:hy_d) [d](hy,d.md)
[e](objective:homes) [f](about.fr.md) [g](about.de.md)
";
    let site = Site::fine()
        .file("content/about.md", page)
        .file("content/about.fr.md", "# Info\n")
        .file("content/hy,d.md", "# Hyd\n")
        .file(
            "content/reports/2017-18/home_life/objective.md",
            "---\ntitle: Homes\n---\nWhy.\n",
        )
        .file("content/reports/2017-18/home_life/measures.yaml", "[\n");
    let said = brief(&checked(&site));
    let expected = [
        "unknown-language about.fr.md:1:1 `fr` is not one of the site's languages",
        "unknown-reference about.md:5:74 no page is called `hy_d`",
        "unknown-reference about.md:6:5 no objective is called `homes`",
        "missing-link about.md:6:43 there is no `about.de.md` to link to",
        "bad-id hy,d.md:1:1 `hy,d` cannot be part of an address",
        "yaml-syntax reports/2017-18/home_life/measures.yaml:1:1 the `[` that opens here is not closed",
        "bad-id reports/2017-18/home_life/objective.md:1:1 `home_life` cannot be the name of the folder of an objective",
    ];
    assert_eq!(said, expected);
}

#[test]
fn nothing_is_called_unused_where_it_may_be_unread() {
    let measures = "\
how-much:
  - id: a
    title: A
    unit: percent
    polarity: higher
    actual: sixty
    target: 80
    rag: green
    accept: [{code: rag-contradicted, reason: known}]
";
    let site = Site::fine().file(&format!("{OBJECTIVE}/measures.yaml"), measures);
    let said = brief(&checked(&site));
    assert_eq!(
        said,
        ["bad-figure measures.yaml:6:13 `sixty` is not a figure"]
    );
}

#[test]
fn groups_are_known_only_where_site_yaml_could_be_read() {
    let measures = "indicators:\n  - {id: a, title: A, unit: number, polarity: none}\n";
    let settings =
        "organisation: A\ntitle: B\nlanguages: [en]\nmeasure_group: {indicators: {title: I}}\n";
    let site = Site::fine()
        .file("content/site.yaml", settings)
        .file(&format!("{OBJECTIVE}/measures.yaml"), measures);
    let said = brief(&checked(&site));
    assert_eq!(
        said,
        ["unknown-field site.yaml:4:1 `measure_group` is not a key of site.yaml"]
    );
}

#[test]
fn mistakes_of_people_who_know_no_yaml_say_what_to_write() {
    let lines = [
        ("actual: \u{201c}90.10\u{201d}", "`90.10`"),
        ("actual: 1.200.000", "`1200000`"),
        ("actual: 90,10", "`90.10`"),
        ("actual: \u{a3}1,200", "`1200`"),
        ("actual: 90.1%", "`90.1`"),
        ("covers: AY 2016\u{2013}17", "`AY2016-17`"),
        ("rank: 7/22", "`rank: 7 of 22`"),
        ("decimals: two", "`decimals: 1`"),
        (
            "break: AY2017-18",
            "`break: {from: AY2017-18, reason: \u{2026}}`",
        ),
        ("polarity: Higher is better", "`higher`"),
        (
            "comment: \u{201c}Reading: again\u{201d}",
            "`comment: \"Reading: again\"`",
        ),
        ("comment: % of all", "`comment: \"% of all\"`"),
        ("target: n/a", "`\"[x]\"`"),
        ("source:Teachers", "`source: Teachers`"),
        ("\tsource: Teachers", "indent with spaces"),
    ];
    for (line, help) in lines {
        let polarity = if line.starts_with("polarity") {
            ""
        } else {
            "    polarity: none\n"
        };
        let measures = format!(
            "how-much:\n  - id: a\n    title: A\n{polarity}    unit: number\n    {line}\n    summary: S\n  - {{id: b, title: B, unit: number, polarity: none}}\n"
        );
        let site = Site::fine().file(&format!("{OBJECTIVE}/measures.yaml"), &measures);
        let said = checked(&site);
        assert_eq!(said.len(), 1, "{line}: {said:#?}");
        let (_, found) = said[0].split_once(" | ").unwrap_or_default();
        assert!(found.contains(help), "{line}: {said:#?}");
    }
}

#[test]
fn a_key_without_its_space_is_found_behind_another_fault() {
    let site = Site::fine().file(
        &format!("{OBJECTIVE}/objective.md"),
        "---\ntitle: % of all\nlead:Jane\njudgement: partly\n---\nWhy.\n",
    );
    let expected = [
        "yaml-syntax objective.md:2:8 a text cannot begin with `%` unless it is in quotes",
        "yaml-syntax objective.md:3:5 there is no space after the colon in `lead:Jane`",
        "unknown-value objective.md:4:12 `partly` is not a value of `judgement`",
    ];
    assert_eq!(brief(&checked(&site)), expected);
}

#[test]
fn a_translation_that_cannot_be_read_is_not_missing() {
    let site = Site::fine()
        .file(
            "content/site.yaml",
            "organisation: {all: A}\ntitle: {all: B}\nlanguages: [en, cy]\n",
        )
        .file(
            "content/reports/2017-18/report.md",
            "---\ntitle: {all: R}\nperiod: 2017-18\nstage: annual\nstatus: published\n---\n",
        )
        .file(
            &format!("{OBJECTIVE}/objective.md"),
            "---\ntitle: {all: L}\n---\nWhy.\n",
        )
        .bytes(&format!("{OBJECTIVE}/objective.cy.md"), b"Pam \xff\n")
        .file(
            &format!("{OBJECTIVE}/measures.yaml"),
            "how-much:\n  - id: a\n    title: {en: A, cyy: B}\n    unit: number\n    polarity: none\n  - id: b\n    title: {en: B}\n    unit: number\n    polarity: none\n  - id: c\n    title: {en: C}\n    unit: number\n    polarity: none\n",
        );
    let expected = [
        "translation-missing done-well.md:1:1 this text is not there in `cy`",
        "unknown-language measures.yaml:3:20 `cyy` is not one of the site's languages",
        "translation-missing measures.yaml:7:17 `b.title` is not there in `cy`",
        "translation-missing measures.yaml:11:17 `c.title` is not there in `cy`",
        "not-utf8 objective.cy.md:1:5 the file is not UTF-8: byte `0xFF` stands here",
    ];
    assert_eq!(brief(&checked(&site)), expected);
}

#[test]
fn names_that_stand_in_for_others_are_not_told() {
    let measures = "\
how-much:
  - {id: [a], title: A, unit: percent, actual: 60}
  - {id: [b], title: B, unit: percent, actual: 60, target: 80, intervention: 70}
  - {id: c, title: C, unit: percent, actual: 60, target: 80, intervention: 70}
";
    let actions = "- {id: [a], title: A, status: completed, complete: 50, rag: unsuccessful}\n";
    let site = Site::fine()
        .file(&format!("{OBJECTIVE}/measures.yaml"), measures)
        .file(&format!("{OBJECTIVE}/actions.yaml"), actions);
    let said = brief(&checked(&site));
    let about: Vec<_> = said
        .iter()
        .filter(|line| !line.starts_with("wrong-type"))
        .map(String::as_str)
        .collect();
    assert_eq!(
        about,
        [
            "completed-under-100 actions.yaml:1:52 this action is `completed` at 50 per cent",
            "red-unexplained actions.yaml:1:61 this action is rated unsuccessful, and no comment says why",
            "polarity-missing measures.yaml:2:6 nothing says which way is better for this measure: it has no `polarity`, and it has neither target nor intervention level",
            "red-unexplained measures.yaml:3:6 this measure is red, and no comment says why",
            "red-unexplained measures.yaml:4:10 `c` is red, and no comment says why",
        ]
    );
}

#[test]
fn a_fault_elsewhere_hides_no_duty_that_nothing_could_hold() {
    let duties = |more: &str| {
        let fulfils = "- {id: read, title: Read, fulfils: [g/asess, g/assess]}\n";
        let site = Site::fine()
            .file(&format!("{OBJECTIVE}/actions.yaml"), fulfils)
            .file("content/guidance/g/guidance.md", "---\ntitle: G\n---\n")
            .file(
                "content/guidance/g/1-why.md",
                "---\ntitle: Why\n---\n1.1 One.\n\n1.1 Two.\n",
            )
            .file(
                "content/guidance/g/responsibilities.yaml",
                &format!("- body: Us\n  duties: [{more}]\n"),
            )
            .file(
                "content/about.md",
                "# About\n\n[1](paragraph:g/1.1) [2](paragraph:g/1.2)\n",
            );
        brief(&checked(&site))
    };
    let others = ["duplicate-id guidance/g/1-why.md:6:1 another paragraph has the number 1.1"];
    let unknown = "unknown-reference actions.yaml:1:37 `g/asess` is not a duty of any guidance";
    let with = |more: &[&str]| -> Vec<String> {
        let all = others.iter().chain(more);
        let mut all: Vec<_> = all.map(|line| (*line).to_owned()).collect();
        all.sort();
        all
    };
    let sorted = |mut said: Vec<String>| {
        said.sort();
        said
    };
    assert_eq!(
        sorted(duties("{id: assess, text: Assess.}")),
        with(&[
            "unknown-reference about.md:3:26 `g/1.2` is not a paragraph of any guidance",
            unknown
        ])
    );
    // What has no id may be either; but no list of duties holds a paragraph.
    assert_eq!(
        sorted(duties(
            "{id: assess, text: Assess.}, {text: Ask.}]\n  paragraph: \"1.3\"\n# ["
        )),
        with(&[
            "missing-field guidance/g/responsibilities.yaml:2:42 `id` is missing from a duty",
            "unknown-reference about.md:3:26 `g/1.2` is not a paragraph of any guidance",
            "unknown-reference guidance/g/responsibilities.yaml:3:14 no paragraph has the number `1.3`",
        ])
    );
}
