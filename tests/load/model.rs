//! What sound files become.

use goldenthread::model::{
    Group, Language, Measure, Model, Objective, RbaQuestion, Role, Text, Unit,
};

use crate::support::{OBJECTIVE, Site};

fn model(site: &Site) -> Model {
    assert_eq!(site.said(), [""; 0]);
    site.load().value
}

fn objective(site: &Site) -> Objective {
    Objective::clone(&model(site).reports[0].objectives[0])
}

fn measures(site: Site, name: &str, text: &str) -> Vec<Measure> {
    objective(&site.file(&format!("{OBJECTIVE}/{name}"), text)).measures
}

fn language(tag: &str) -> Language {
    Language::parse(tag).unwrap()
}

/// A text as `en: Learners, cy: Dysgwyr`.
fn words(text: &Text) -> String {
    let entries = text.entries().map(|(language, text)| {
        let tag = language.map_or("all", Language::as_str);
        format!("{tag}: {}", text.value)
    });
    entries.collect::<Vec<_>>().join(", ")
}

/// The model without its places.
fn without_places(value: &impl std::fmt::Debug) -> String {
    let text = format!("{value:?}");
    let mut parts = text.split("Span {");
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        plain.push_str(part.split_once('}').map_or("", |(_, rest)| rest));
    }
    plain
}

#[test]
fn figures_keep_every_digit_and_mark() {
    let text = "\
how-much:
  - id: a
    title: A
    unit: percent
    actual: 90.10
    target: \"90.4 [p] [r]\"
    intervention: [x]
    previous: {value: 8.00, numerator: 2, denominator: 25, note: small}
how-well:
  - {id: b, title: B, unit: yes-no, actual: yes, target: \"no [e]\"}
";
    let measures = measures(Site::new(), "measures.yaml", text);
    let shown: Vec<_> = measures
        .iter()
        .flat_map(|measure| [&measure.actual, &measure.target, &measure.intervention])
        .flatten()
        .map(|figure| {
            let value = figure.value.map(|value| value.to_string());
            let value = value.unwrap_or_default();
            format!("{value}/{}/{}", figure.written, figure.marks())
        })
        .collect();
    let expected = [
        "90.10/90.10/",
        "90.4/90.4/[p] [r]",
        "//[x]",
        "1/yes/",
        "0/no/[e]",
    ];
    assert_eq!(shown, expected);
    let previous = measures[0].previous.as_ref().unwrap();
    let fraction = previous.fraction.unwrap();
    assert_eq!(fraction.numerator.to_string(), "2");
    assert_eq!(fraction.denominator.to_string(), "25");
    assert_eq!(words(previous.note.as_ref().unwrap()), "en: small");
    assert_eq!(measures[1].group, Group::Rba(RbaQuestion::HowWell));
}

#[test]
fn what_is_wrong_but_plain_is_read_as_it_was_meant() {
    let text = "how-much: [{id: a, title: A, unit: pounds, actual: \"£1,200.50\"}]\n";
    let site = Site::new().file(&format!("{OBJECTIVE}/measures.yaml"), text);
    assert_eq!(site.said().len(), 1);
    let model = site.load().value;
    let actual = model.reports[0].objectives[0].measures[0].actual.clone();
    assert_eq!(&*actual.unwrap().written, "1200.50");
}

#[test]
fn names_are_the_same_in_each_language_and_texts_are_not() {
    let text = "\
- id: a
  title: Set targets
  lead: Head of Education
  partners: [Schools, {en: Police, cy: Heddlu}]
  comment: {all: 100}
";
    let site = Site::new().file(&format!("{OBJECTIVE}/actions.yaml"), text);
    let action = objective(&site).actions[0].clone();
    assert_eq!(words(&action.title), "en: Set targets");
    assert_eq!(words(&action.lead.unwrap()), "all: Head of Education");
    assert_eq!(words(&action.partners[0]), "all: Schools");
    assert_eq!(words(&action.partners[1]), "cy: Heddlu, en: Police");
    assert_eq!(words(&action.comment.unwrap()), "all: 100");
}

#[test]
fn units_are_words_or_any_text() {
    let text = "\
how-much:
  - {id: a, title: A, unit: days}
  - {id: b, title: B, unit: visits}
  - {id: c, title: C, unit: {en: hour, cy: awr}}
";
    let units: Vec<_> = measures(Site::new(), "measures.yaml", text)
        .into_iter()
        .map(|measure| match &measure.unit {
            Unit::Other(text) => words(text),
            unit => unit.word().unwrap_or_default().to_owned(),
        })
        .collect();
    assert_eq!(units, ["days", "en: visits", "cy: awr, en: hour"]);
}

#[test]
fn a_row_is_what_the_same_measure_in_yaml_is() {
    let yaml = "\
how-much:
  - id: edu003
    codes: [EDU003, PAM/004]
    title: {en: Results, cy: Canlyniadau}
    definition: Counted
    source: Teachers
    decimals: 1
    unit: percent
    polarity: higher
    covers: AY2016-17
    actual: {value: 50.00, numerator: 1, denominator: 2, note: few}
    target: 90.40
    intervention: [x]
    previous: 85.0 [p]
    history: {AY2014-15: 87.10, AY2013-14: {actual: 86.00, target: 85.00}}
    comparators: [{name: Wales, value: 89.50}, {name: Family group, value: 88.20}]
    rank: 7 of 22
    comment: Up, again
    break: {from: AY2017-18, reason: changed}
    rag: {status: green, reason: nearly}
    short_title: Short
    slug: {cy: canlyniadau}
    aliases: [old/a, old/b]
    accept: [{code: red-unexplained, reason: known}]
  - {id: other, title: Other, unit: visits, rag: amber}
better-off:
  - {id: third, title: Third, unit: number, actual: 3}
";
    let csv = "\
group,comparator.Wales,comparator.Family group,id,codes,title,title.cy,definition,source,decimals,\
unit,polarity,covers,actual,actual.numerator,actual.denominator,actual.note,target,intervention,\
previous,history.AY2014-15,history.AY2013-14.target,history.AY2013-14,rank,comment,break.from,\
break.reason,rag,rag.reason,short_title,slug.cy,aliases,accept.red-unexplained
how-much,89.50,88.20,edu003,EDU003; PAM/004,Results,Canlyniadau,Counted,Teachers,1,\
percent,higher,AY2016-17,50.00,1,2,few,90.40,[x],\
85.0 [p],87.10,85.00,86.00,7 of 22,\"Up, again\",AY2017-18,\
changed,green,nearly,Short,canlyniadau,old/a; old/b,known
better-off,,,third,,Third,,,,,number,,,3,,,,,,,,,,,,,,,,,,,
how-much,,,other,,Other,,,,,visits,,,,,,,,,,,,,,,,,amber,,,,,
";
    let from_yaml = measures(Site::new(), "measures.yaml", yaml);
    let from_csv = measures(Site::new(), "measures.csv", csv);
    assert_eq!(from_csv.len(), 3);
    assert_eq!(without_places(&from_csv), without_places(&from_yaml));
}

#[test]
fn translations_join_the_text_that_they_translate() {
    let site = Site::new()
        .file(
            &format!("{OBJECTIVE}/objective.md"),
            "---\ntitle: Learners\nways_of_working: {long-term: Later}\n---\nWhy.\n",
        )
        .file(
            &format!("{OBJECTIVE}/objective.cy.md"),
            "---\ntitle: Dysgwyr\nslug: dysgwyr\nways_of_working: {long-term: Wedyn}\n---\nPam.\n",
        )
        .file(&format!("{OBJECTIVE}/voices.cy.md"), "Lleisiau.\n");
    let objective = objective(&site);
    assert_eq!(words(&objective.title), "cy: Dysgwyr, en: Learners");
    let (_, long_term) = &objective.ways_of_working[0];
    assert_eq!(words(long_term), "cy: Wedyn, en: Later");
    assert_eq!(&*objective.common.slug[&language("cy")].value, "dysgwyr");
    let why = &objective.why.by_language;
    assert_eq!(&*why[&language("en")].text, "Why.\n");
    assert_eq!(&*why[&language("cy")].text, "Pam.\n");
    assert_eq!(objective.sections[0].role, Role::Voices);
    assert_eq!(objective.sections[0].prose.by_language.len(), 1);
}

#[test]
fn sections_and_objectives_stand_in_order() {
    let titled = |order: &str| format!("---\ntitle: T\n{order}\n---\nText.\n");
    let other = "content/reports/2017-18";
    let site = Site::new()
        .file(&format!("{OBJECTIVE}/voices.md"), "Text.\n")
        .file(&format!("{OBJECTIVE}/annex.md"), &titled(""))
        .file(&format!("{OBJECTIVE}/improve.md"), "Text.\n")
        .file(&format!("{OBJECTIVE}/first.md"), &titled("order: 1"))
        .file(&format!("{OBJECTIVE}/done-well.md"), "Text.\n")
        .file(&format!("{other}/zebra/objective.md"), &titled("order: 2"))
        .file(&format!("{other}/art/objective.md"), &titled(""))
        .file(&format!("{other}/bees/objective.md"), &titled("order: 10"));
    let report = model(&site).reports[0].clone();
    let ids: Vec<_> = report.objectives.iter().map(|o| o.id.as_str()).collect();
    assert_eq!(ids, ["zebra", "bees", "art", "learners"]);
    let sections = &report.objectives[3].sections;
    let roles: Vec<_> = sections
        .iter()
        .map(|section| section.role.as_str())
        .collect();
    assert_eq!(roles, ["first", "done-well", "improve", "voices", "annex"]);
}

#[test]
fn objectives_without_a_place_stand_by_the_numbers_in_their_names() {
    let names = ["b-2-b", "b-10", "b-2", "a"];
    let site = names.iter().fold(Site::new(), |site, name| {
        site.file(
            &format!("content/reports/2017-18/{name}/objective.md"),
            "---\ntitle: T\n---\nWhy.\n",
        )
    });
    let model = model(&site);
    let objectives = model.reports[0].objectives.iter();
    let found: Vec<_> = objectives.map(|found| found.id.as_str()).collect();
    assert_eq!(found, ["a", "b-2", "b-2-b", "b-10", "learners"]);
}

#[test]
fn reports_stand_latest_first() {
    let report = |folder: &str, period: &str, stage: &str, more: &str| {
        let path = format!("content/reports/{folder}/report.md");
        let front = format!(
            "---\ntitle: T\nperiod: {period}\nstage: {stage}\nstatus: published\n{more}\n---\n"
        );
        (path, front)
    };
    let mut site = Site::new();
    for (path, text) in [
        report("a", "2016-17", "annual", ""),
        report("b", "2018-19", "six-month", "published: 2018-12-01"),
        report("c", "2018-19", "annual", "published: 2019-07-01"),
        report("d", "2018-19", "plan", ""),
        report("e", "2018-19", "annual", ""),
        report("f", "2010-11", "annual", "order: 1"),
    ] {
        site = site.file(&path, &text);
    }
    let model = model(&site);
    let ids: Vec<_> = model
        .reports
        .iter()
        .map(|report| report.id.as_str())
        .collect();
    assert_eq!(ids, ["f", "c", "e", "d", "b", "2017-18", "a"]);
}

#[test]
fn pages_take_their_title_where_they_have_one() {
    let site = Site::new()
        .file("content/index.md", "# Welcome\n\nHello.")
        .file("content/about.md", "\n# About *us*\n\nText.")
        .file("content/about.cy.md", "Testun.\n\n## Amdanom ni\n")
        .file("content/help/contact-us.md", "No heading.")
        .file(
            "content/help/index.md",
            "---\ntitle: Help\norder: 1\n---\n# Other\n",
        );
    let model = model(&site);
    assert_eq!(words(&model.home.title), "en: Our objectives");
    let pages: Vec<_> = model
        .pages
        .iter()
        .map(|page| format!("{} = {}", page.path.join("/"), words(&page.title)))
        .collect();
    let expected = [
        "help = en: Help",
        "about = cy: Amdanom ni, en: About us",
        "help/contact-us = en: Contact us",
    ];
    assert_eq!(pages, expected);
    // A heading that became the title is not said twice.
    let english = &model.pages[1].prose.by_language[&language("en")];
    assert_eq!(english.text.trim(), "Text.");
    assert_eq!(model.sources.slice(english.span), &*english.text);
    let welsh = &model.pages[1].prose.by_language[&language("cy")];
    assert!(welsh.text.contains("Amdanom"));
}

#[test]
fn the_sites_theme_stands_in_for_the_built_in_one() {
    let yaml = "organisation: A\ntitle: B\nlanguages: [en]\ntheme: coast\n";
    let site = Site::new()
        .file("content/site.yaml", yaml)
        .file("themes/coast/strings/en.ftl", "home = Start\n")
        .bytes("themes/coast/static/a.woff2", b"\xff\xfe")
        .file("themes/other/static/b.css", "b {}");
    let plain = model(&Site::new());
    let model = model(&site);
    // The later of two files at one path is the one that stands.
    let file = |model: &Model, path: &str| {
        let mut files = model.theme.iter().rev();
        files.find(|file| &*file.path == path).cloned()
    };
    let strings = file(&model, "strings/en.ftl").unwrap();
    assert_eq!(&*strings.bytes, b"home = Start\n");
    let source = model.sources.get(strings.span.unwrap().source);
    assert_eq!(source.path(), "themes/coast/strings/en.ftl");
    assert!(file(&model, "static/a.woff2").unwrap().span.is_none());
    assert!(file(&model, "static/b.css").is_none());
    // What it stands in for is kept before it, so that a template can build on it.
    assert_eq!(model.theme.len(), plain.theme.len() + 2);
    let (built_in, own) = model.theme.split_at(plain.theme.len());
    assert!(built_in.iter().all(|file| file.built_in));
    assert!(own.iter().all(|file| !file.built_in));
    let built_in = file(&plain, "strings/en.ftl").unwrap();
    let source = plain.sources.get(built_in.span.unwrap().source);
    assert_eq!(source.path(), "themes/default/strings/en.ftl");
}

#[test]
fn site_wide_settings_are_made_alike() {
    let yaml = "organisation: A\ntitle: B\nlanguages: [cy, en]\nbase_url: https://example.org\n\
                brand: {accent: \"#0AF\"}\nrag: {tolerance: 2.5%}\n";
    let model = model(&Site::new().file("content/site.yaml", yaml));
    let settings = &model.settings;
    assert_eq!(settings.base_url.as_deref(), Some("https://example.org/"));
    let accent = settings.brand.accent.as_ref().unwrap();
    assert_eq!(&*accent.value, "#00aaff");
    assert_eq!(settings.rag.tolerance.unwrap().to_string(), "2.5");
    assert_eq!(words(&settings.title), "cy: B");
}
