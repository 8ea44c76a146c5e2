//! Words on pages: of languages that a site brings along, those that stand in for others, and the logo
//! beside them.

use std::{fs, path::Path};

use goldenthread::{
    pipeline::{Drafts, make},
    site::Site as Website,
    wording::Wording,
};

use crate::{
    found::{at, website},
    site::two_editions,
    support::{Site, between, said},
};

fn page(website: &Website, address: &str) -> String {
    at(website, address).unwrap_or_else(|| panic!("nothing at {address}"))
}

/// A site in English, Welsh and French, which the program does not speak, made as the manual says.
fn with_french(strings: &str) -> Site {
    let named = "language-fr = Français\nlanguage-name-fr = ";
    Site::empty()
        .file(
            "themes/ours/strings/fr.ftl",
            &format!("{strings}\n{named}français\n"),
        )
        .file("themes/ours/strings/en.ftl", &format!("{named}French\n"))
        .file("themes/ours/strings/cy.ftl", &format!("{named}Ffrangeg\n"))
        .file(
            "content/site.yaml",
            "organisation: {en: Council, cy: Cyngor, fr: Conseil}\ntitle: {all: T}\n\
             languages: [en, cy, fr]\ntheme: ours\n",
        )
}

#[test]
fn the_names_of_an_added_language_are_no_strange_strings() {
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings/en.ftl");
    let strings = fs::read_to_string(english).expect("the English strings");
    let strings = strings.replace("locale = en-GB", "locale = fr");
    let made = make(with_french(&strings).root(), Drafts::Left);
    let found = said(&made.diagnostics, &made.value.model.sources);
    assert_eq!(found, Vec::<String>::new());
    let website = made.value.site.expect("the site builds");
    assert!(page(&website, "cy/index.html").contains(">Français</a>"));
}

#[test]
fn a_linked_figure_is_written_as_its_language_writes_numbers() {
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings/en.ftl");
    let strings = fs::read_to_string(english).expect("the English strings");
    let strings = strings.replace("locale = en-GB", "locale = fr");
    let strings = strings.replace(
        "unit-name-percent = per cent",
        "unit-name-percent = pour cent",
    );
    let report = |body: &str| {
        format!(
            "---\ntitle: {{all: R}}\nperiod: 2017-18\nstage: annual\nstatus: draft\n---\n{body}\n"
        )
    };
    for (written, of, fits) in [
        ("49,90", "rate.actual", true),
        ("49,90%", "rate.actual", true),
        ("49.90", "rate.actual", false),
        ("49,9", "rate.actual", false),
        ("+0,70", "rate.change", true),
        ("0,70", "rate.change", true),
        ("0.70", "rate.change", false),
        ("12 345,5", "people.actual", true),
        ("12\u{a0}345,5", "people.actual", true),
        ("12\u{202f}345,5", "people.actual", true),
        ("12345,5", "people.actual", true),
        ("12,345.5", "people.actual", false),
        ("123 45,5", "people.actual", false),
    ] {
        let site = with_french(&strings)
            .file("content/reports/2017-18/report.md", &report(""))
            .file(
                "content/reports/2017-18/report.fr.md",
                &format!("Il y a [{written}](measure:{of}).\n"),
            )
            .file("content/reports/2017-18/l/objective.md", "---\ntitle: {all: L}\n---\n")
            .file(
                "content/reports/2017-18/l/measures.yaml",
                "how-much:\n  - {id: rate, title: {all: A}, unit: percent, polarity: higher, actual: 49.90, \
                 previous: 49.20}\n  - {id: people, title: {all: B}, unit: number, polarity: higher, \
                 actual: 12345.5}\n",
            );
        let made = make(site.root(), Drafts::Built);
        let found = said(&made.diagnostics, &made.value.model.sources);
        let told = found
            .iter()
            .any(|line| line.contains("figure-contradicted"));
        assert_eq!(!told, fits, "{written} {of}: {found:#?}");
        // What follows is filled in without a sign that would say it twice.
        if written == "49,90" {
            let filled = "Il y a [](measure:rate.actual) pour cent.\n";
            let site = site.file("content/reports/2017-18/report.fr.md", filled);
            let website = make(site.root(), Drafts::Built).value.site.expect("a site");
            let page = page(&website, "fr/2017-18/index.html");
            assert!(page.contains(">49,90</a> pour cent."), "{page}");
        }
    }
}

#[test]
fn a_language_without_a_name_is_said() {
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings/en.ftl");
    let strings = fs::read_to_string(english).expect("the English strings");
    let site = Site::empty()
        .file("themes/ours/strings/fr.ftl", &strings)
        .file(
            "content/site.yaml",
            "organisation: {all: O}\ntitle: {all: T}\nlanguages: [en, fr]\ntheme: ours\n",
        );
    let made = make(site.root(), Drafts::Left);
    let found = said(&made.diagnostics, &made.value.model.sources);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(
        found[0].contains("the strings of `fr` lack 1 of "),
        "{found:?}"
    );
    assert!(found[0].contains(": `language-fr`"), "{found:?}");
}

#[test]
fn words_of_another_language_say_so() {
    let site = with_french("home = Accueil\n")
        .file("content/site.yaml", "organisation: {all: O}\ntitle: {all: T}\nlanguages: [en, fr]\ntheme: ours\n")
        .file(
            "content/reports/2017-18/report.md",
            "---\ntitle: {all: 2017-18}\nperiod: 2017-18\nstage: annual\nstatus: draft\n---\n",
        )
        .file(
            "content/reports/2017-18/learning/objective.md",
            "---\ntitle: {en: Learning}\n---\n",
        )
        .file(
            "content/reports/2017-18/learning/measures.yaml",
            "how-much:\n  - id: books\n    title: {en: Books, fr: Livres}\n    unit: years\n    actual: 4\n    \
             target: 1234\n    intervention: 3\n",
        );
    let website = make(site.root(), Drafts::Built)
        .value
        .site
        .expect("the site builds");
    let home = page(&website, "fr/index.html");
    assert!(
        home.contains("<html lang=\"fr\">") && home.contains(">Accueil</a>"),
        "{home}"
    );
    assert!(
        home.contains("href=\"#main\"><span lang=\"en\">Skip to main content</span></a>"),
        "{home}"
    );
    // Where no element can stand, there is none.
    assert!(home.contains("aria-label=\"Main menu\""), "{home}");
    assert!(home.contains("hreflang=\"en\">English</a>"), "{home}");
    let index = page(&website, "fr/measures/index.html");
    let caption = between(&index, "<caption>", "</caption>");
    assert_eq!(
        caption,
        ["<span lang=\"en\">Latest figures: Learning</span>"]
    );
    let chart = page(&website, "fr/charts/2017-18/books.svg");
    assert!(chart.contains("lang=\"en\" xml:lang=\"en\">"), "{chart}");
    let marks = '\u{fdd0}'..='\u{fdef}';
    for (address, _) in website.iter() {
        let ends = [".html", ".svg", ".csv", ".json"];
        if ends.iter().any(|end| address.as_str().ends_with(end)) {
            let text = page(&website, address.as_str());
            assert!(!text.contains(|c| marks.contains(&c)), "{address}");
        }
    }
    // Authored words in a phrase of the page's own language name theirs.
    let welsh = Site::new()
        .file("content/site.yaml", "organisation: {all: O}\ntitle: {all: T}\nlanguages: [en, cy]\n")
        .file(
            "content/reports/2017-18/report.md",
            "---\ntitle: {all: 2017-18}\nperiod: 2017-18\nstage: annual\nstatus: draft\n---\n",
        )
        .file("content/reports/2017-18/learning/objective.md", "---\ntitle: {en: Learning}\n---\n")
        .file(
            "content/reports/2017-18/learning/measures.yaml",
            "how-much:\n  - id: books\n    title: {en: Books, cy: Llyfrau}\n    unit: years\n    actual: 4\n    \
             target: 1234\n    intervention: 3\n",
        );
    let website = make(welsh.root(), Drafts::Built)
        .value
        .site
        .expect("the site builds");
    let index = page(&website, "cy/mesurau/index.html");
    let caption = between(&index, "<caption>", "</caption>");
    assert_eq!(
        caption,
        ["Ffigurau diweddaraf: <span lang=\"en\">Learning</span>"]
    );
}

#[test]
fn a_unit_of_another_language_names_it_wherever_a_page_shows_it() {
    let site = Site::new()
        .file("content/site.yaml", "organisation: {all: O}\ntitle: {all: T}\nlanguages: [en, cy]\n")
        .file(
            "content/reports/2017-18/report.md",
            "---\ntitle: {all: 2017-18}\nperiod: 2017-18\nstage: annual\nstatus: draft\n---\n",
        )
        .file("content/reports/2017-18/learning/objective.md", "---\ntitle: {all: L}\n---\n")
        .file(
            "content/reports/2017-18/learning/measures.yaml",
            "how-much:\n  - id: waste\n    title: {all: W}\n    unit: {en: bags}\n    polarity: lower\n    \
             actual: 4\n    target: 3\n    previous: 5\n",
        );
    let made = make(site.root(), Drafts::Built).value;
    let website = made.site.expect("the site builds");
    let welsh = page(&website, "cy/2017-18/learning/index.html");
    let table = between(&welsh, "<tbody>", "</tbody>").join("");
    let bags = "<span lang=\"en\">bags</span>";
    for figure in ["4", "3", "5"] {
        let shown = format!("{figure}\u{a0}{bags}");
        assert!(table.contains(&shown), "{figure}: {table}");
    }
    assert!(table.contains(&format!("i lawr 1\u{a0}{bags}")), "{table}");
    let measure = page(&website, "cy/mesurau/waste/index.html");
    assert!(measure.contains(&format!("<dd>{bags}</dd>")), "{measure}");
    let english = page(&website, "2017-18/learning/index.html");
    assert!(english.contains("4\u{a0}bags") && !english.contains("lang=\"en\">bags"));
    let marks = '\u{fdd0}'..='\u{fdef}';
    for (address, _) in website.iter() {
        let ends = [".html", ".svg", ".csv", ".json", ".xml"];
        if ends.iter().any(|end| address.as_str().ends_with(end)) {
            let text = page(&website, address.as_str());
            assert!(!text.contains(|c| marks.contains(&c)), "{address}");
        }
    }
}

#[test]
fn what_a_sentence_takes_from_another_language_bears_it() {
    let earlier =
        "how-much:\n  - {id: old, title: {all: Old}, unit: number, polarity: lower, actual: 5}\n";
    let now = "how-much:\n  - id: waste\n    title: {all: W}\n    unit: number\n    polarity: lower\n    \
               actual: 4\n    previous: 6\n    replaces: [old]\n    restated: {en: A late return.}\n    \
               break: {from: 2014-15, reason: {en: It was counted anew.}}\n    \
               comparators: [{name: {en: Scotland}, value: 7}]\n";
    let mut site = Site::new().file(
        "content/site.yaml",
        "organisation: {all: O}\ntitle: {all: T}\nlanguages: [en, cy]\n",
    );
    for (period, measures) in [("2016-17", earlier), ("2017-18", now)] {
        let folder = format!("content/reports/{period}");
        let report = format!(
            "---\ntitle: {{en: The {period}}}\nperiod: {period}\nstage: annual\nstatus: draft\n---\n"
        );
        site = site
            .file(&format!("{folder}/report.md"), &report)
            .file(
                &format!("{folder}/learning/objective.md"),
                "---\ntitle: {all: L}\n---\n",
            )
            .file(&format!("{folder}/learning/measures.yaml"), measures);
    }
    let made = make(site.root(), Drafts::Built).value;
    let website = made.site.expect("the site builds");
    let mut measure = page(&website, "cy/mesurau/waste/index.html");
    // The text of a drawing can name no language.
    for drawing in between(&measure.clone(), "<svg", "</svg>") {
        measure = measure.replace(drawing, "");
    }
    for words in [
        "The 2016-17",
        "A late return",
        "It was counted anew",
        "Scotland",
    ] {
        let marked = format!("<span lang=\"en\">{words}</span>");
        assert!(measure.contains(&marked), "{words}: {measure}");
        let rest = measure.replace(&marked, "");
        assert!(!rest.contains(&format!(" {words}")), "{words}: {rest}");
    }
}

#[test]
fn words_with_terms_reach_templates() {
    let site = Site::new()
        .file("themes/ours/strings/en.ftl", "-brand = Tŷ\nour-own = By { -brand }\n")
        .file(
            "themes/ours/templates/base.html",
            "{% extends \"theme/base.html\" %}{% block foot %}<p>{{ words.our_own }}</p>{% endblock %}",
        )
        .file(
            "content/site.yaml",
            "organisation: A\ntitle: {all: T}\nlanguages: [en]\ntheme: ours\n",
        );
    let made = make(site.root(), Drafts::Left).value;
    let website = made.site.expect("the site builds");
    assert!(page(&website, "index.html").contains("<p>By Tŷ</p>"));
}

#[test]
fn a_logo_takes_its_room_before_it_comes() {
    let svg = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 258 48\"></svg>";
    let settings = "organisation: A\ntitle: B\nlanguages: [en]\nbrand: {logo: logo.svg}\n";
    for (logo, expected) in [(svg, " width=\"258\" height=\"48\">"), ("<svg/>", ">")] {
        let site = Site::new()
            .file("content/site.yaml", settings)
            .file("content/logo.svg", logo);
        let home = page(&website(&site, Drafts::Left), "index.html");
        let expected = format!("<img class=\"logo\" src=\"./logo.svg\" alt=\"\"{expected}");
        assert!(home.contains(&expected), "{home}");
    }
}

#[test]
fn every_word_of_the_program_is_there_in_welsh() {
    let site = two_editions();
    let model = site.load().value;
    let said = Wording::new(&model).diagnostics;
    let said: Vec<_> = said.iter().map(|found| found.message.clone()).collect();
    assert_eq!(said, Vec::<String>::new());
}
