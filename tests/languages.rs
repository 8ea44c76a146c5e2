//! What each language does in its own way: plurals, lists, sorting, dates and addresses.

mod support;

use goldenthread::{
    model::{Decimal, Language, Model, Period, Unit},
    wording::{Lexicon, Wording},
};
use support::Site;

/// Looks at the words of one language of a small site in English and Welsh.
fn in_language(tag: &str, look: impl FnOnce(&Lexicon, &Model)) {
    let model = Site::new().load().value;
    let wording = Wording::new(&model).value;
    let language = Language::parse(tag).expect("a language");
    look(wording.language(&language), &model);
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
            ("4.5", "4.5 mlynedd", "4.5 mis", "4.5 diwrnod"),
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
    });
    in_language("en", |english, _| {
        for (number, expected) in [("1", "1 year"), ("1.0", "1.0 years"), ("2", "2 years")] {
            let parsed: Decimal = number.parse().expect("a number");
            let shown = english.amount(parsed, parsed.scale(), &Unit::Years, &[]);
            assert_eq!(shown, expected);
        }
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
