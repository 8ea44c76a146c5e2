//! What pages say, before a template shows it.

mod compared;
mod evidence;
mod followed;
mod found;
mod kinds;
mod links;
mod print;
mod ratings;
mod series;
mod site;
mod spark;
#[path = "../support/mod.rs"]
mod support;
mod thread;
mod tied;
mod words;

use goldenthread::{
    model::{Id, Language},
    page,
    wording::Place,
};
use serde_json::Value;
use site::{Inputs, english, json, two_editions, view};
use support::Site;

/// The counts of a tally or of directions, as `1 green, 9 amber`.
fn counts(counts: &Value) -> String {
    let counts = counts.as_array().unwrap().iter();
    let counts = counts.map(|count| {
        let word = |key: &str| count[key].as_str().unwrap();
        format!("{} {}", word("text"), word("status"))
    });
    counts.collect::<Vec<_>>().join(", ")
}

#[test]
fn the_example_counts_as_its_source_does() {
    let inputs = Inputs::example();
    let view = json(page::report_measures(&inputs.context(), &english(), 0));
    assert_eq!(counts(&view["tally"]["counts"]), "1 green, 9 amber, 1 red");
    assert_eq!(
        counts(&view["directions"]),
        "4 better, 6 worse, 1 no-comparison"
    );
    assert_eq!(view["tally"]["kind"], "calculated");
    assert_eq!(
        view["tally"]["sentence"],
        "11 measures, all rated: 1 green, 9 amber and 1 red."
    );
    assert!(
        view["tally"]["basis"]
            .as_str()
            .unwrap()
            .ends_with("The figures are for academic years 2016/17 and 2017/18.")
    );
}

#[test]
fn every_figure_of_the_example_is_shown_as_written() {
    let inputs = Inputs::example();
    let view = json(page::report_measures(&inputs.context(), &english(), 0));
    let groups = view["objectives"][0]["groups"].as_array().unwrap();
    let rows = groups
        .iter()
        .flat_map(|group| group["rows"].as_array().unwrap());
    let shown: Vec<_> = rows
        .map(|row| {
            let text = |name: &str| row[name]["text"].as_str().unwrap().to_owned();
            [
                row["id"].as_str().unwrap().to_owned(),
                text("actual"),
                text("target"),
                text("intervention"),
                text("previous"),
                row["direction"]["signed"].as_str().unwrap_or("").to_owned(),
                row["ratings"][0]["status"].as_str().unwrap().to_owned(),
            ]
            .join(" ")
        })
        .collect();
    assert_eq!(
        shown,
        [
            "edu003 90.10% 90.40% 85.00% 90.40% \u{2212}0.30 amber",
            "edu004 84.10% 86.10% 80.00% 82.00% +2.10 amber",
            "level-2-aged-15 49.90% 56.00% 42.00% 53.00% \u{2212}3.10 amber",
            "fsm-key-stage-2 78.90% 78.50% 70.00% 80.80% \u{2212}1.90 green",
            "fsm-key-stage-3 68.50% 69.50% 55.00% 65.10% +3.40 amber",
            "fsm-level-2 25.30% 38.40% 25.00% 30.10% \u{2212}4.80 amber",
            "edu016a 94.70% 95.30% 92.00% 94.65% +0.05 amber",
            "edu016b 93.30% 94.00% 90.10% 93.40% \u{2212}0.10 amber",
            "edu002i 1.20% 0.30% 0.40% 1.10% +0.10 red",
            "edu002ii 8.00% 0.00% 10.00% not supplied  amber",
            "neet-aged-16 1.90% 1.30% 2.00% 2.60% \u{2212}0.70 amber",
        ]
    );
}

#[test]
fn dates_are_written_as_in_britain() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    let view = view(&inputs.context(), &english(), &Place::Report(0));
    assert_eq!(view["dates"][0]["date"]["text"], "1 July 2018");
    assert_eq!(view["dates"][1]["label"], "Last updated");
}

/// A view without its drawings, which have tests of their own.
fn undrawn(mut value: Value) -> Value {
    match &mut value {
        Value::Object(fields) => {
            for (key, value) in fields.iter_mut() {
                *value = match key.as_str() {
                    "html" if value.as_str().is_some_and(|it| it.starts_with("<figure")) => {
                        Value::String("drawn".to_owned())
                    }
                    _ => undrawn(value.take()),
                };
            }
        }
        Value::Array(items) => items
            .iter_mut()
            .for_each(|item| *item = undrawn(item.take())),
        _ => {}
    }
    value
}

#[test]
fn the_page_of_the_example_objective() {
    let inputs = Inputs::example();
    let view = undrawn(view(&inputs.context(), &english(), &Place::Objective(0, 0)));
    insta::assert_snapshot!(format!("{view:#}"));
}

#[test]
fn an_override_stands_beside_the_rating_it_overrides() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    let welsh = Language::parse("cy").unwrap();
    let view = view(&inputs.context(), &welsh, &Place::Objective(0, 0));
    let ratings = &view["groups"][0]["rows"][0]["ratings"];
    assert_eq!(ratings[0]["kind"], "override");
    assert_eq!(ratings[0]["status"], "amber");
    assert_eq!(
        ratings[0]["reason"]["html"],
        "Rheswm y sefydliad: <span lang=\"en\">One school closed early.</span>"
    );
    assert_eq!(ratings[0]["reason"]["lang"], Value::Null);
    assert_eq!(ratings[1]["kind"], "calculated");
    assert_eq!(ratings[1]["status"], "green");
    assert_eq!(view["tally"]["kind"], "both");
}

#[test]
fn a_series_says_where_each_figure_comes_from_and_where_it_breaks() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let told = |id: &str| {
        let id = Id::parse(id).unwrap();
        let view = view(&context, &english(), &Place::Measure(id));
        let points = view["series"][0]["points"].as_array().unwrap().clone();
        let told = points.iter().map(|point| {
            let text = |value: &Value| value.as_str().unwrap_or("-").to_owned();
            let report = text(&point["report"]["text"]["text"]);
            let given = &point["provenance"]["text"]["text"];
            let whence = [&report, given.as_str().unwrap_or_default()].concat();
            [
                text(&point["period"]["code"]),
                text(&point["actual"]["text"]),
                whence,
                text(&point["direction"]["status"]),
                text(&point["break"]["html"]),
            ]
            .join(" | ")
        });
        told.collect::<Vec<_>>()
    };
    assert_eq!(
        told("attendance"),
        [
            "2014-15 | 91.00% | -Earlier figure, given in Report 2017/18 | - | -",
            "2016-17 | 92.00% | Report 2016/17 | no-comparison | -",
            "2017-18 | 93.10% | Report 2017/18 | better | -",
        ]
    );
    let broken = "Figures for 2017/18 and later do not compare with those before. Counted afresh.";
    assert_eq!(
        told("spend"),
        [
            "2016-17 | £900,000.00 | -Given as the result a year before in Report 2017/18 | - | -"
                .to_owned(),
            format!("2017-18 | £1,234,567.50 | Report 2017/18 | not-comparable | {broken}"),
        ]
    );
}

#[test]
fn symbols_are_explained_beside_the_table_that_uses_them() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    let view = view(&inputs.context(), &english(), &Place::Objective(0, 0));
    let symbols = |group: usize| view["groups"][group]["symbols"].clone();
    assert_eq!(
        symbols(0),
        serde_json::json!([{"mark": "[p]", "meaning": "provisional"}])
    );
    assert_eq!(
        symbols(1),
        serde_json::json!([{"mark": "[x]", "meaning": "not available"}])
    );
    let row = &view["groups"][0]["rows"][0];
    assert_eq!(row["actual"]["text"], "93.10%");
    assert_eq!(row["actual"]["marks"], serde_json::json!(["[p]"]));
    assert_eq!(view["groups"][1]["rows"][0]["actual"]["text"], "[x]");
}

#[test]
fn no_rating_is_shown_where_the_site_shows_none() {
    let site = two_editions().file(
        "content/site.yaml",
        "organisation: Example Council\ntitle: Our objectives\nlanguages: [en, cy]\n\
         rag: {show: none}\nmeasure_groups: {indicators: {title: Indicators}}\n",
    );
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    for page in page::places(&context) {
        let view = undrawn(view(&context, &english(), &page.place));
        let text = view.to_string();
        for word in [
            "\"green\"",
            "\"amber\"",
            "\"red\"",
            "\"not-rated\"",
            "Amber",
        ] {
            assert!(!text.contains(word), "{word} on {:?}: {view:#}", page.place);
        }
    }
    let view = view(&context, &english(), &Place::Objective(0, 0));
    assert_eq!(view["tally"]["kind"], "none");
    assert_eq!(
        view["tally"]["sentence"],
        "3 measures. This site does not show ratings."
    );
    assert_eq!(view["rag_chart"], Value::Null);
}

#[test]
fn a_draft_is_marked_wherever_it_shows() {
    let site = two_editions();
    let report = std::fs::read_to_string(site.root().join("content/reports/2017-18/report.md"));
    let report = report
        .unwrap()
        .replace("status: published", "status: draft");
    let site = site.file("content/reports/2017-18/report.md", &report);
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    for page in page::places(&context) {
        let view = view(&context, &english(), &page.place);
        let old = matches!(
            page.place,
            Place::Objective(1, _)
                | Place::ReportMeasures(1)
                | Place::ReportActions(1)
                | Place::ReportExceptions(1)
                | Place::Print(1)
                | Place::ReportThread(1)
                | Place::Frameworks
                | Place::Page(_)
                | Place::NotFound
        ) || matches!(&page.place, Place::Measure(id) if id.as_str() == "dropped");
        assert_eq!(view["draft"], !old, "{:?}", page.place);
        assert_eq!(view["draft_text"].is_null(), old, "{:?}", page.place);
        let hidden = view["noindex"].as_bool().unwrap();
        assert_eq!(
            hidden,
            !old || page.place == Place::NotFound,
            "{:?}",
            page.place
        );
        let title = view["title"].as_str().unwrap();
        assert_eq!(title.starts_with("Draft: "), !old, "{title}");
    }
}

#[test]
fn a_superseded_edition_leads_to_the_same_page_of_the_later_one() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    for (place, to) in [
        (Place::Report(1), "../2017-18/index.html"),
        (Place::Objective(1, 0), "../../2017-18/learners/index.html"),
        (
            Place::ReportMeasures(1),
            "../../2017-18/measures/index.html",
        ),
    ] {
        let view = view(&context, &english(), &place);
        assert_eq!(view["superseded"]["href"], to);
    }
    let live = view(&context, &english(), &Place::Report(0));
    assert_eq!(live["superseded"], Value::Null);
}

#[test]
fn addresses_in_full_are_clean_and_those_of_what_is_not_found_are_absolute() {
    let settings = "organisation: Example Council\ntitle: Our objectives\nlanguages: [en, cy]\n\
                    measure_groups: {indicators: {title: Indicators}}\n";
    let based = format!("{settings}base_url: https://example.org/reports/\n");
    let clean = format!("{settings}clean_links: true\n");
    let site = two_editions().file("content/site.yaml", &based);
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let found = view(&context, &english(), &Place::Report(0));
    assert_eq!(found["canonical"], "https://example.org/reports/2017-18/");
    assert_eq!(
        found["languages"][1]["url"],
        "https://example.org/reports/cy/2017-18/"
    );
    assert_eq!(
        found["problem"]["address"],
        "https://example.org/reports/2017-18/"
    );
    let lost = view(&context, &english(), &Place::NotFound);
    assert_eq!(lost["root"], "/reports/");
    assert_eq!(lost["canonical"], Value::Null);
    assert_eq!(lost["breadcrumbs"][0]["href"], "/reports/index.html");

    let site = two_editions().file("content/site.yaml", &clean);
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let found = view(&context, &english(), &Place::Objective(0, 0));
    assert_eq!(found["report"]["href"], "../");
    let shared = json(page::shared(&context, &english()));
    assert_eq!(shared["home"], "");
    assert_eq!(shared["nav"][1]["address"], "2017-18/");
    let home = view(&context, &english(), &Place::Home);
    assert_eq!(home["edition"]["href"], "2017-18/");
}

#[test]
fn a_series_of_three_figures_is_drawn_with_its_gaps() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let measure = |id: &str| {
        view(
            &context,
            &english(),
            &Place::Measure(Id::parse(id).unwrap()),
        )
    };
    let attendance = measure("attendance");
    let chart = &attendance["series_chart"];
    assert_eq!(chart["caption"], "Attendance, 2014/15 to 2017/18");
    let svg = chart["html"].as_str().unwrap();
    let said = "2014/15 91.00%, 2015/16 not supplied, 2016/17 92.00% and 2017/18 93.10%";
    assert!(svg.contains(said), "{said} in {svg}");
    assert_eq!(measure("spend")["series_chart"], Value::Null);
}

/// The Welsh words are those of the strings file, plurals and mutations among them.
#[test]
fn counts_are_worded_in_welsh() {
    let site = two_editions();
    let inputs = Inputs::of(site.root());
    let context = inputs.context();
    let welsh = Language::parse("cy").unwrap();
    let found = view(&context, &welsh, &Place::Objective(0, 0));
    assert_eq!(
        found["groups"][0]["sentence"],
        "2 fesur, pob un wedi'i raddio: 2 ambr. Cyfrifwyd rhai yn ôl y rheol, a nodwyd rhai gan y \
         sefydliad; cyfnod y ffigurau: 2017/18."
    );
    assert_eq!(
        found["groups"][1]["sentence"],
        "1 mesur, heb ei raddio. Cyfnod y ffigurau: 2017/18."
    );
    assert_eq!(
        found["thread"][0]["text"]["text"],
        "Cymru sy'n fwy cyfartal"
    );
    let steps = found["thread"].as_array().unwrap();
    let steps: Vec<_> = steps
        .iter()
        .map(|step| step["text"]["text"].as_str().unwrap())
        .collect();
    assert_eq!(steps[2..], ["1 cam gweithredu", "3 mesur"]);
    let measures = inputs
        .wording
        .address(&inputs.model, &Place::Measures, &welsh);
    assert_eq!(measures.as_str(), "cy/mesurau/index.html");
}

#[test]
fn a_measure_or_heading_called_like_a_part_of_the_page_gets_another_anchor() {
    let site = Site::new()
        .file(
            "content/reports/2017-18/learners/objective.md",
            "---\ntitle: Learners\n---\n## Measures\n\nSee [it](measure:why) and [below](#measures-2).\n",
        )
        .file(
            "content/reports/2017-18/learners/measures.yaml",
            "how-much:\n  - {id: why, title: A, unit: number, polarity: higher, actual: 1}\n  \
             - {id: how-much, title: B, unit: number, polarity: higher, actual: 1}\n",
        );
    assert_eq!(site.said(), Vec::<String>::new());
    let inputs = Inputs::of(site.root());
    let found = view(&inputs.context(), &english(), &Place::Objective(0, 0));
    let rows = &found["groups"][0]["rows"];
    assert_eq!(rows[0]["id"], "measure-why");
    assert_eq!(rows[1]["id"], "measure-how-much");
    let html = found["why"]["html"].as_str().unwrap();
    assert!(html.contains("<h3 id=\"measures-2\">"), "{html}");
    assert!(html.contains("href=\"#measure-why\""), "{html}");
}

/// The page of the one objective of [`support::Site::new`] with these measures.
fn objective_with(measures: &str) -> Value {
    let site = Site::new().file(&format!("{}/measures.yaml", support::OBJECTIVE), measures);
    let inputs = Inputs::of(site.root());
    json(page::objective(&inputs.context(), &english(), 0, 0))
}

#[test]
fn markdown_in_a_comment_is_linked_filled_in_and_made_safe() {
    let page = objective_with(
        "how-much:\n  - id: m\n    title: A measure\n    unit: percent\n    polarity: higher\n    \
         actual: 90.10\n    previous: 90.40\n    comment: |\n      Down from [](measure:m.previous) \
         and **so** on.\n\n      A second <script>alert(1)</script> line.\n",
    );
    let html = page["groups"][0]["rows"][0]["comment"]["html"]
        .as_str()
        .unwrap();
    assert!(html.contains(">90.40%</a>"), "{html}");
    assert!(html.contains("<strong>so</strong>"), "{html}");
    assert!(!html.contains("script"), "{html}");
    assert!(!html.contains("<p>"), "{html}");
}

#[test]
fn groups_and_sections_never_share_an_anchor() {
    let site = Site::new()
        .file(
            "content/site.yaml",
            "organisation: A council\ntitle: Objectives\nlanguages: [en]\n\
             measure_groups: {measures: {title: Indicators}, key: {title: Key figures}}\n",
        )
        .file(
            &format!("{}/how-much.md", support::OBJECTIVE),
            "---\ntitle: How much\n---\n\nText.\n",
        )
        .file(
            &format!("{}/measures.yaml", support::OBJECTIVE),
            "how-much:\n  - {id: a, title: A, unit: number, polarity: none}\n\
             measures:\n  - {id: b, title: B, unit: number, polarity: none}\n\
             key:\n  - {id: c, title: C, unit: number, polarity: none}\n",
        );
    let inputs = Inputs::of(site.root());
    let page = json(page::objective(&inputs.context(), &english(), 0, 0));
    let ids = |list: &str| {
        let list = page[list].as_array().unwrap().iter();
        list.map(|one| one["id"].as_str().unwrap().to_owned())
            .collect::<Vec<_>>()
    };
    assert_eq!(
        ids("groups"),
        ["group-how-much", "group-measures", "group-key"]
    );
    assert_eq!(ids("sections"), ["how-much"]);
}
