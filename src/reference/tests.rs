//! What references in the content lead to, on small models written by hand.

mod model;

use self::model::model;
use super::{MeasureAt, Origin, References, Spot, Target};
use crate::{model::Model, text::Span};

/// The target in a few words.
fn shown(target: &Target) -> String {
    let behind = |fragment: &Option<String>| {
        let fragment = fragment.as_ref();
        fragment.map_or_else(String::new, |fragment| format!("#{fragment}"))
    };
    let place = |at: &MeasureAt| format!("{}.{}.{}", at.report, at.objective, at.measure);
    match target {
        Target::External => "external".to_owned(),
        Target::Fragment(fragment) => format!("#{fragment}"),
        Target::Asset(at, fragment) => format!("asset {at}{}", behind(fragment)),
        Target::Chart(report, name) => format!("chart {report} {name}"),
        Target::Number(number) => format!("{number:?}"),
        Target::Figure(figure) => {
            let period = figure.period.map(|period| format!(" in {period}"));
            format!(
                "{} of {}{}{}",
                figure.field.as_str(),
                place(&figure.at),
                period.unwrap_or_default(),
                if figure.edition { "" } else { " (latest)" }
            )
        }
        Target::Spot(spot, fragment) => {
            let spot = match spot {
                Spot::Home => "home".to_owned(),
                Spot::Page(at) => format!("page {at}"),
                Spot::Report(at) => format!("report {at}"),
                Spot::Objective(report, at) => format!("objective {report}.{at}"),
                Spot::Section(report, None, at) => format!("section {report}.{at}"),
                Spot::Section(report, Some(objective), at) => {
                    format!("section {report}.{objective}.{at}")
                }
                Spot::Action(report, objective, at) => format!("action {report}.{objective}.{at}"),
                Spot::Row(at) => format!("row {}", place(at)),
                Spot::Measure(id) => format!("measure {id}"),
                other => format!("{other:?}"),
            };
            spot + &behind(fragment)
        }
    }
}

/// The first letter says where it is written: on the about page, in the report 2017-18, in its
/// objective `skills`, in the report 2016-17; `!` that it is an image.
const CASES: &[(&str, &str)] = &[
    ("o measure:edu004", "row 0.0.1"),
    ("e measure:edu003", "row 1.0.0"),
    ("a measure:edu003", "measure edu003"),
    ("o measure:old", "measure old"),
    ("o measure:old@2016-17", "row 1.0.1"),
    (
        "o measure:edu004@2016-17",
        "error unknown-reference: the report `2016-17` has no measure called `edu004` (name the edition that has it with `@2017-18` at the end)",
    ),
    (
        "o measure:edu03",
        "error unknown-reference: no measure is called `edu03` (did you mean `edu003`?)",
    ),
    ("o measure:edu003.actual", "actual of 0.0.0"),
    ("o measure:edu003.change", "change of 0.0.0"),
    (
        "o measure:edu003.change@2015-16",
        "error unknown-reference: `change` is told by an edition, and `2015-16` is a period (name the folder of the edition)",
    ),
    (
        "o report:2017-18.green",
        "Count { report: 0, objective: None, counted: Green }",
    ),
    (
        "a objective:skills.actions",
        "Count { report: 0, objective: Some(0), counted: Actions }",
    ),
    (
        "o objective:skills.gren",
        "error unknown-reference: an objective has no figure called `gren` (did you mean `green`?)",
    ),
    ("o action:targets.complete", "Complete(0, 0, 0)"),
    (
        "o action:targets.status",
        "error unknown-reference: an action has no figure called `status` (the only one there is: `complete`)",
    ),
    ("a measure:edu003.target", "target of 0.0.0 (latest)"),
    ("o measure:edu003.previous@2016-17", "previous of 1.0.0"),
    (
        "o measure:edu003.actual@AY2015-16",
        "actual of 0.0.0 in AY2015-16 (latest)",
    ),
    (
        "o measure:old.actual",
        "error unknown-reference: the report `2017-18` has no measure called `old` (name the edition that has it with `@2016-17` at the end)",
    ),
    (
        "o measure:edu003.actal",
        "error unknown-reference: a measure has no figure called `actal` (did you mean `actual`?)",
    ),
    (
        "o measure:edu003.actual@2016-18x",
        "error unknown-reference: `2016-18x` is neither a report nor a period (did you mean `2016-17`?)",
    ),
    ("o objective:homes#measures", "objective 0.1#measures"),
    ("a objective:closed", "objective 1.1"),
    (
        "r objective:closed",
        "error unknown-reference: the report `2017-18` has no objective called `closed` (name the edition that has it with `@2016-17` at the end)",
    ),
    ("r objective:closed@2016-17", "objective 1.1"),
    ("o action:targets", "action 0.0.0"),
    ("o action:homes/repairs", "action 0.1.0"),
    ("o action:skills/targets@2016-17", "action 1.0.0"),
    (
        "o action:repairs",
        "error unknown-reference: this objective has no action called `repairs` (did you mean `action:homes/repairs`?)",
    ),
    (
        "r action:targets",
        "error unknown-reference: `action:targets` does not say of which objective (did you mean `action:skills/targets`?)",
    ),
    (
        "r action:repiars",
        "error unknown-reference: `action:repiars` does not say of which objective (did you mean `action:homes/repairs`?)",
    ),
    (
        "a action:target",
        "error unknown-reference: `action:target` does not say of which objective (did you mean `action:skills/targets`?)",
    ),
    (
        "o action:Repair",
        "error unknown-reference: this objective has no action called `Repair` (did you mean `action:homes/repairs`?)",
    ),
    (
        "e action:repairs",
        "error unknown-reference: this objective has no action called `repairs` (did you mean `action:homes/repairs@2017-18`?)",
    ),
    (
        "r action:houses/repairs",
        "error unknown-reference: no objective is called `houses` (did you mean `action:homes/repairs`?)",
    ),
    (
        "o action:homes/zzz",
        "error unknown-reference: this objective has no action called `zzz` (the only one there is: `repairs`)",
    ),
    (
        "r action:zzz",
        "error unknown-reference: `action:zzz` does not say of which objective (no name there is like it: add it, mend the name, or take the reference out)",
    ),
    ("a report:2016-17", "report 1"),
    (
        "a report:2015-16",
        "error unknown-reference: no report is called `2015-16` (did you mean `2016-17`?)",
    ),
    ("o page:about#rule", "page 0#rule"),
    ("o page:help/contact", "page 1"),
    ("o page:index", "home"),
    (
        "o page:abut",
        "error unknown-reference: no page is called `abut` (did you mean `about`?)",
    ),
    (
        "o mesure:edu003",
        "error unknown-reference: `mesure:` is not a kind of link (did you mean `measure`?)",
    ),
    (
        "o javascript:alert(1)",
        "error unknown-reference: `javascript:` is not a kind of link (expected one of `measure`, `objective`, `action`, `report`, `page`, `chart`, `goal`, `quality-indicator`, `duty`, `paragraph`, `thread`)",
    ),
    ("o https://example.org/a.md", "external"),
    ("o MAILTO:a@b.org", "external"),
    (
        "o //example.org",
        "error missing-link: `//example.org` does not say how it is reached (write `https://example.org`)",
    ),
    ("o #why%20not", "#why not"),
    ("o improve.md#next", "section 0.0.1#next"),
    ("o objective.md", "objective 0.0"),
    ("o ../next-steps.md", "section 0.0"),
    ("o ../homes/done-well.cy.md", "section 0.1.0"),
    ("o ../homes/", "objective 0.1"),
    ("o ..", "report 0"),
    ("o ../../../about.md", "page 0"),
    ("o ../../../about", "page 0"),
    ("o /about.md?print", "page 0"),
    ("o /", "home"),
    ("a ./reports/2016-17/report.md", "report 1"),
    ("a reports/2017-18/a%20b.pdf#page=3", "asset 1#page=3"),
    (
        "o ../../../../secret.md",
        "error outside-content: `../../../../secret.md` leads out of the content folder (move the file into the content folder and link to it there)",
    ),
    (
        "o about.md",
        "error missing-link: there is no `content/reports/2017-18/skills/about.md` to link to (did you mean `content/about.md`?)",
    ),
    (
        "a abuot.md",
        "error missing-link: there is no `content/abuot.md` to link to (did you mean `content/about.md`?)",
    ),
    (
        "a ",
        "error missing-link: the link is empty (write where it leads: `[text](about.md)`)",
    ),
    ("o! chart:edu003", "chart 0 edu003"),
    ("o! chart:how-much", "chart 0 skills-how-much"),
    ("o! chart:homes-ratings", "chart 0 homes-ratings"),
    ("o! chart:old@2016-17", "chart 1 old"),
    ("a! chart:old", "chart 1 old"),
    ("a! chart:skills-ratings", "chart 0 skills-ratings"),
    ("o chart:edu003", "chart 0 edu003"),
    (
        "o! chart:edu03",
        "error unknown-reference: no chart is called `edu03` (did you mean `edu003`?)",
    ),
    ("a! images/map.png", "asset 0"),
    ("o! /images/map.png", "asset 0"),
    (
        "a! images/map.jpg",
        "error missing-image: there is no `content/images/map.jpg` to link to (did you mean `content/images/map.png`?)",
    ),
    (
        "a! about.md",
        "error missing-image: `about.md` is not an image (an image is a file such as `map.png` or `map.svg`, or `chart:` and the name of a chart; link to any other file with `[text](file)`)",
    ),
    (
        "a! https://example.org/x.png",
        "error missing-image: the image `https://example.org/x.png` stands on another server (keep a copy in the content folder: pages show nothing from elsewhere)",
    ),
];

#[test]
fn references_as_data() {
    let model = model();
    let references = References::new(&model, [1, 0].into_iter());
    let site = Span::file(model.settings.span.source);
    let top = Origin::of(&model, site);
    for (case, expected) in CASES {
        let (place, target) = case.split_once(' ').unwrap();
        let origin = match &place[..1] {
            "a" => top,
            "r" => Origin {
                folder: "reports/2017-18",
                ..top
            }
            .report(0),
            "o" => Origin {
                folder: "reports/2017-18/skills",
                ..top
            }
            .objective(0, 0),
            _ => Origin {
                folder: "reports/2016-17/skills",
                ..top
            }
            .objective(1, 0),
        };
        let found = if place.ends_with('!') {
            references.image(&origin, target)
        } else {
            references.link(&origin, target)
        };
        let found = match found {
            Ok(target) => shown(&target),
            Err(problem) => {
                let help = problem.help.unwrap_or_default();
                let code = problem.code.as_str();
                format!("error {code}: {} ({help})", problem.message)
            }
        };
        assert_eq!(found, *expected, "{case}");
    }
}

#[test]
fn charts_have_names_in_reading_order() {
    let mut model = model();
    let names = |model: &Model| {
        let charts = super::charts(model, 0).into_iter();
        let charts = charts.map(|chart| chart.name(model, 0));
        charts.collect::<Vec<_>>().join(" ")
    };
    assert_eq!(
        names(&model),
        "skills-ratings skills-actions skills-how-much edu003 edu004 homes-ratings"
    );
    model.settings.rag.show = crate::model::RagShow::None;
    assert!(!names(&model).contains("ratings"));
}

#[test]
fn what_stands_whatever_the_edition_is_suggested_by_its_whole_name() {
    let model = model();
    let references = References::new(&model, [1, 0].into_iter());
    let help = |found: Option<super::Problem>| found.unwrap().help.unwrap();
    let near = help(references.item("wfg/more-equals").err());
    assert_eq!(near, "did you mean `wfg/more-equal`?");
    let bare = help(references.duty("audit").err());
    assert!(bare.contains("`guidance/` before it"), "{bare}");
    let absent = help(references.paragraph("plan/5.1").err());
    assert!(absent.contains("`content/guidance/plan/`"), "{absent}");
}
