//! What each language does in its own way: plurals, lists, sorting, dates and addresses.

mod support;

use std::{fs, path::Path};

use goldenthread::{
    model::{Decimal, Language, Model, Period, Unit},
    pipeline::{Drafts, make},
    site::{Content, Site as Website},
    wording::{Lexicon, Wording},
};
use support::{Site, between};

/// Looks at the words of one language of a small site in English and Welsh.
fn in_language(tag: &str, look: impl FnOnce(&Lexicon, &Model)) {
    let model = Site::new().load().value;
    let wording = Wording::new(&model).value;
    let language = Language::parse(tag).expect("a language");
    look(wording.language(&language), &model);
}

#[test]
fn thousands_and_millions_of_pounds_are_said_in_each_language() {
    for (tag, thousand, million) in [
        ("en", "\u{2212}£1,250 thousand", "£12.5 million"),
        ("cy", "\u{2212}£1,250 mil", "£12.5 miliwn"),
    ] {
        in_language(tag, |lexicon, _| {
            let less = Decimal::from(-1250);
            let more = Decimal::new(125, 1);
            let said = lexicon.amount(less, 0, &Unit::ThousandPounds, &[]);
            assert_eq!(said.replace('\u{a0}', " "), thousand);
            let said = lexicon.amount(more, 1, &Unit::MillionPounds, &[]);
            assert_eq!(said.replace('\u{a0}', " "), million);
        });
    }
}

#[test]
fn a_number_takes_the_plural_and_the_mutation_of_its_language() {
    in_language("cy", |welsh, _| {
        for (number, years, months, days) in [
            ("0", "0 mlynedd", "0 mis", "0 diwrnod"),
            ("1", "1 flwyddyn", "1 mis", "1 diwrnod"),
            ("2", "2 flynedd", "2 fis", "2 ddiwrnod"),
            ("3", "3 blynedd", "3 mis", "3 diwrnod"),
            ("4", "4 blynedd", "4 mis", "4 diwrnod"),
            ("5", "5 mlynedd", "5 mis", "5 diwrnod"),
            ("6", "6 blynedd", "6 mis", "6 diwrnod"),
            ("7", "7 mlynedd", "7 mis", "7 diwrnod"),
            ("10", "10 mlynedd", "10 mis", "10 diwrnod"),
            ("2.0", "2.0 o flynyddoedd", "2.0 mis", "2.0 diwrnod"),
            ("4.5", "4.5 o flynyddoedd", "4.5 mis", "4.5 diwrnod"),
        ] {
            let parsed: Decimal = number.parse().expect("a number");
            let shown = [Unit::Years, Unit::Months, Unit::Days]
                .map(|unit| welsh.amount(parsed, parsed.scale(), &unit, &[]));
            assert_eq!(shown, [years, months, days], "{number}");
        }
        for (count, actions) in [
            (0, "0 cam gweithredu"),
            (1, "1 cam gweithredu"),
            (2, "2 gam gweithredu"),
            (3, "3 cham gweithredu"),
            (4, "4 cam gweithredu"),
            (6, "6 cham gweithredu"),
            (13, "13 cam gweithredu"),
        ] {
            let places = [("count", count.into())];
            assert_eq!(welsh.phrase("actions-count", &places), actions);
        }
        for (count, questions, duties) in [
            (1, "y cwestiwn hwn", "1 ddyletswydd"),
            (2, "y 2 gwestiwn hyn", "2 ddyletswydd"),
            (3, "y 3 chwestiwn hyn", "3 dyletswydd"),
            (4, "y 4 cwestiwn hyn", "4 dyletswydd"),
            (6, "y 6 chwestiwn hyn", "6 dyletswydd"),
            (1200, "y 1,200 cwestiwn hyn", "1,200 dyletswydd"),
        ] {
            let places = [("count", count.into())];
            let asked = format!("Nid oes gwerthusiad wedi ateb {questions} eto:");
            assert_eq!(welsh.phrase("questions-unanswered", &places), asked);
            assert_eq!(welsh.phrase("duties-count", &places), duties);
        }
    });
    in_language("en", |english, _| {
        for (number, expected) in [("1", "1 year"), ("1.0", "1.0 years"), ("2", "2 years")] {
            let parsed: Decimal = number.parse().expect("a number");
            let shown = english.amount(parsed, parsed.scale(), &Unit::Years, &[]);
            assert_eq!(shown, expected);
        }
        let places = [("count", 1200.into())];
        assert_eq!(
            english.phrase("measures-count", &places),
            "1,200 measures",
            "counts are grouped as figures are"
        );
    });
}

#[test]
fn the_last_of_a_list_is_joined_by_the_sound_it_begins_with() {
    let cases = [
        (vec![], "", ""),
        (vec!["Mawrth"], "Mawrth", "Mawrth"),
        (vec!["Mai", "Medi"], "Mai and Medi", "Mai a Medi"),
        (vec!["Mai", "Awst"], "Mai and Awst", "Mai ac Awst"),
        (vec!["tŷ", "ôd"], "tŷ and ôd", "tŷ ac ôd"),
        (vec!["dŵr", "ŵyn"], "dŵr and ŵyn", "dŵr ac ŵyn"),
        (
            vec!["2016/17", "2017/18"],
            "2016/17 and 2017/18",
            "2016/17 a 2017/18",
        ),
        (vec!["1999", "1,200"], "1999 and 1,200", "1999 a 1,200"),
        (
            vec!["2 goch", "9 ambr", "1 gwyrdd"],
            "2 goch, 9 ambr and 1 gwyrdd",
            "2 goch, 9 ambr ac 1 gwyrdd",
        ),
        (vec!["7", "11 arall"], "7 and 11 arall", "7 ac 11 arall"),
        (vec!["7", "82"], "7 and 82", "7 ac 82"),
        (vec!["7", "8 coch"], "7 and 8 coch", "7 ac 8 coch"),
        (vec!["7", "10 ambr"], "7 and 10 ambr", "7 a 10 ambr"),
        (vec!["7", "12"], "7 and 12", "7 a 12"),
        (vec!["7", "18"], "7 and 18", "7 ac 18"),
        // Names are not mutated, and a word that its article would change stands apart.
        (
            vec!["Powys", "Conwy"],
            "Powys and Conwy",
            "Powys a hefyd Conwy",
        ),
        (
            vec!["Powys", "y Fro"],
            "Powys and y Fro",
            "Powys a hefyd y Fro",
        ),
    ];
    for (items, english, welsh) in cases {
        let items: Vec<_> = items.into_iter().map(str::to_owned).collect();
        in_language("en", |words, _| assert_eq!(words.list(&items), english));
        in_language("cy", |words, _| assert_eq!(words.list(&items), welsh));
    }
}

#[test]
fn periods_and_dates_are_worded_in_their_language() {
    let periods = |texts: &[&str]| -> Vec<_> {
        let parsed = texts
            .iter()
            .map(|text| Period::parse(text).expect("a period"));
        parsed.collect()
    };
    for (written, english, welsh) in [
        (
            &["AY2016-17"][..],
            "academic year 2016/17",
            "blwyddyn academaidd 2016/17",
        ),
        (
            &["AY2016-17", "AY2017-18"],
            "academic years 2016/17 and 2017/18",
            "blynyddoedd academaidd 2016/17 a 2017/18",
        ),
        (
            &["2017-18", "AY2016-17"],
            "2017/18 and academic year 2016/17",
            "2017/18 a blwyddyn academaidd 2016/17",
        ),
        (
            &["2017-18-Q1", "2017-18-H2"],
            "quarter 1 of 2017/18 and second half of 2017/18",
            "chwarter 1, 2017/18 ac ail hanner 2017/18",
        ),
        (
            &["2017-M03", "2017-M04"],
            "March 2017 and April 2017",
            "Mawrth 2017 ac Ebrill 2017",
        ),
        (&["2012-15"], "2012/13 to 2014/15", "2012/13 i 2014/15"),
    ] {
        in_language("en", |words, _| {
            assert_eq!(words.periods(periods(written)), english);
        });
        in_language("cy", |words, _| {
            assert_eq!(words.periods(periods(written)), welsh);
        });
    }
    let date = "2018-04-01".parse().expect("a date");
    in_language("en", |words, _| {
        assert_eq!(words.date(date), "1 April 2018");
    });
    in_language("cy", |words, _| {
        assert_eq!(words.date(date), "1 Ebrill 2018");
    });
}

#[test]
fn texts_are_sorted_as_their_language_sorts_them() {
    let sorted = |tag: &str, mut names: Vec<&'static str>| {
        in_language(tag, |words, _| names.sort_by(|a, b| words.compare(a, b)));
        names
    };
    let given = vec!["llan", "lwc", "chwarae", "cyngor", "dŵr", "ddoe", "dydd"];
    assert_eq!(
        sorted("cy", given.clone()),
        ["cyngor", "chwarae", "dŵr", "dydd", "ddoe", "lwc", "llan"]
    );
    assert_eq!(
        sorted("en", given),
        ["chwarae", "cyngor", "ddoe", "dŵr", "dydd", "llan", "lwc"]
    );
}

/// The text of what stands at an address.
fn at(website: &Website, address: &str) -> String {
    let artifact = website.get(address);
    let artifact = artifact.unwrap_or_else(|| panic!("nothing stands at {address}"));
    let bytes = match &artifact.content {
        Content::Bytes(bytes) => bytes.to_vec(),
        Content::File(path) => fs::read(path).expect("a file"),
        Content::Rendered(render) => render().expect("a page"),
        Content::Leaf(leaf) => website.render(leaf).expect("a page"),
    };
    String::from_utf8(bytes).expect("UTF-8")
}

#[test]
fn a_page_has_the_same_anchors_in_each_language() {
    let made = make(Path::new(env!("CARGO_MANIFEST_DIR")), Drafts::Left).value;
    let website = made.site.expect("the example builds");
    let mut compared = 0;
    for (address, _) in website.iter() {
        let address = address.as_str();
        let Some(inner) = address
            .strip_prefix("cy/")
            .filter(|it| it.rsplit('.').next() == Some("html"))
        else {
            continue;
        };
        let page = at(&website, address);
        if page.contains("http-equiv=\"refresh\"") {
            continue;
        }
        let nav = between(&page, "<nav class=\"languages\"", "</nav>");
        let link = between(nav[0], "href=\"", "\"")[0];
        let out = "../".repeat(inner.split('/').count());
        let other = link
            .strip_prefix(&*out)
            .expect("a link out of the language's folder");
        let ids = |page: &str| {
            let ids = between(page, " id=\"", "\"");
            ids.into_iter().map(str::to_owned).collect::<Vec<_>>()
        };
        assert_eq!(
            ids(&page),
            ids(&at(&website, other)),
            "{address} and {other}"
        );
        compared += 1;
    }
    assert!(compared > 15, "{compared}");
}

/// A site in Gaelic, Welsh and English, the first of which the program does not speak.
fn three_languages() -> Site {
    let english = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/strings/en.ftl");
    let mut strings = fs::read_to_string(english).expect("the English strings");
    for (key, words) in [
        ("locale", "gd"),
        ("address-measures", "tomhasan"),
        ("address-actions", "gniomhan"),
        ("home", "Dachaigh"),
        ("target", "Targaid"),
        ("not-found-heading", "Cha deach an duilleag a lorg"),
        ("csv-title", "Tiotal"),
        ("list-and", "{ $first } agus { $last }"),
    ] {
        let line = strings
            .lines()
            .find(|line| line.starts_with(&format!("{key} = ")));
        let line = line.expect("a string").to_owned();
        strings = strings.replace(&line, &format!("{key} = {words}"));
    }
    let text = |gd: &str, cy: &str, en: &str| format!("{{gd: {gd}, cy: {cy}, en: {en}}}");
    Site::empty()
        .file("themes/ours/strings/gd.ftl", &strings)
        .file(
            "content/site.yaml",
            &format!(
                "organisation: {}\ntitle: {}\nlanguages: [gd, cy, en]\ntheme: ours\n",
                text("Comhairle", "Cyngor", "Council"),
                text("Amasan", "Amcanion", "Objectives"),
            ),
        )
        .file("content/index.md", "![Mapa](map.png)\n")
        .file("content/index.cy.md", "![Map yr ardal](map.png)\n")
        .file("content/index.en.md", "![A map of the area](map.png)\n")
        .bytes("content/map.png", b"x")
        .file(
            "content/reports/2017-18/report.md",
            "---\ntitle: {all: 2017-18}\nperiod: 2017-18\nstage: annual\nstatus: published\n\
             published: 2018-05-01\nslug: {cy: adroddiad, en: report}\n---\n",
        )
        .file(
            "content/reports/2017-18/ionnsachadh/objective.md",
            &format!(
                "---\ntitle: {}\nslug: {{cy: dysgu, en: learning}}\n---\n",
                text("Ionnsachadh", "Dysgu", "Learning")
            ),
        )
        .file(
            "content/reports/2017-18/ionnsachadh/measures.yaml",
            &format!(
                "how-much:\n  - id: books\n    slug: {{cy: llyfrau}}\n    title: {}\n    unit: years\n    \
                 actual: 4\n    target: 1234\n    intervention: 3\n",
                text("Leabhraichean", "Llyfrau", "Books")
            ),
        )
}

#[test]
fn a_language_is_added_with_files_alone() {
    let site = three_languages();
    let made = make(site.root(), Drafts::Left);
    let found = support::said(&made.diagnostics, &made.value.model.sources);
    assert_eq!(found, Vec::<String>::new());
    let website = made.value.site.expect("the site builds");
    for (tag, root, report, measures, words) in [
        (
            "gd",
            "",
            "2017-18/ionnsachadh",
            "tomhasan/books",
            [
                "Dachaigh",
                "Targaid",
                "Leabhraichean",
                "Mapa",
                "1 dhen Ch\u{e8}itean 2018",
            ],
        ),
        (
            "cy",
            "cy/",
            "adroddiad/dysgu",
            "mesurau/llyfrau",
            ["Hafan", "Targed", "Llyfrau", "Map yr ardal", "1 Mai 2018"],
        ),
        (
            "en",
            "en/",
            "report/learning",
            "measures/books",
            ["Home", "Target", "Books", "A map of the area", "1 May 2018"],
        ),
    ] {
        let page = |path: &str| at(&website, &format!("{root}{path}"));
        let [home, target, title, alternative, date] = words;
        for path in [
            "index.html",
            "404.html",
            &format!("{report}/index.html"),
            &format!("{measures}/index.html"),
        ] {
            let page = page(path);
            assert!(
                page.contains(&format!("<html lang=\"{tag}\"")),
                "{tag} {path}"
            );
            assert!(page.contains(&format!(">{home}<")), "{tag} {path}: {page}");
            // Every page leads to the two others, by their own names.
            let nav = between(&page, "<nav class=\"languages\"", "</nav>");
            let links = between(nav[0], "hreflang=\"", "\"");
            let others: Vec<_> = ["gd", "cy", "en"]
                .into_iter()
                .filter(|it| *it != tag)
                .collect();
            assert_eq!(links, others, "{tag} {path}");
        }
        assert!(
            page("index.html").contains(&format!("alt=\"{alternative}\"")),
            "{tag}"
        );
        assert!(
            page(&format!("{report}/index.html")).contains(date),
            "{tag}: {}",
            page(&format!("{report}/index.html"))
        );
        let measure = page(&format!("{measures}/index.html"));
        assert!(measure.contains(title) && measure.contains(target), "{tag}");
        let chart = page("charts/2017-18/books.svg");
        assert!(
            chart.contains(title) && chart.contains(target),
            "{tag}: {chart}"
        );
        let csv = page("data/2017-18/measures.csv");
        assert!(csv.contains(title), "{tag}: {csv}");
    }
    assert!(at(&website, "404.html").contains("Cha deach an duilleag a lorg"));
    assert!(at(&website, "cy/404.html").contains("Ni chanfuwyd y dudalen"));
    assert!(at(&website, "data/2017-18/measures.csv").contains(",Tiotal,"));
    assert!(at(&website, "cy/data/2017-18/measures.csv").contains(",Teitl,"));
    assert!(at(&website, "cy/mesurau/llyfrau/index.html").contains("4 blynedd"));
    assert!(at(&website, "cy/mesurau/llyfrau/index.html").contains("1,234 mlynedd"));
}

#[test]
fn a_language_without_words_takes_those_of_another_of_the_site_else_english() {
    for (languages, expected) in [
        ("[gd]", "Measures"),
        ("[gd, en]", "Measures"),
        ("[gd, cy]", "Mesurau"),
        ("[cy, gd]", "Mesurau"),
    ] {
        let settings = format!("organisation: A council\ntitle: Aims\nlanguages: {languages}\n");
        let model = Site::new()
            .file("content/site.yaml", &settings)
            .load()
            .value;
        let wording = Wording::new(&model);
        let gaelic = Language::parse("gd").expect("a language");
        assert_eq!(wording.value.language(&gaelic).word("measures"), expected);
        let stands_in = if expected == "Mesurau" { "cy" } else { "en" };
        let said = wording.diagnostics.iter();
        let said: Vec<_> = said.filter_map(|found| found.help.as_deref()).collect();
        let told = format!("the words of `{stands_in}` stand there");
        assert!(said.iter().any(|help| help.contains(&told)), "{said:?}");
    }
}
