//! Charts to test with: aims that are ranges, other bodies, nothing but zero, and symbols.

use std::collections::BTreeSet;

use crate::{
    chart::{
        GroupRow, MeasureChart, Reading, SeriesChart, SeriesPoint, Svg, measure, series,
        tests::drawing::{drawings, parse},
        tests::examples::{LONG, group_of, measure_of, panel, plain, reading, row, series_of},
    },
    model::Decimal,
};

/// These examples by name.
pub fn ranges() -> Vec<(&'static str, Svg)> {
    let point =
        |(period, actual, [target, upper, level, mirrored]): (&str, _, [i64; 4])| SeriesPoint {
            period: period.to_owned(),
            actual: Some(Decimal::from(actual)),
            shown: plain(Decimal::from(actual)),
            instead: None,
            target: Some(target.into()),
            upper: Some(upper.into()),
            intervention: Some(level.into()),
            mirrored: Some(mirrored.into()),
            breaks: false,
        };
    let between = [
        ("2020/21", 97, [90, 110, 120, 80]),
        ("2021/22", 84, [90, 110, 120, 80]),
        ("2022/23", 118, [95, 105, 115, 85]),
    ];
    vec![
        ("series-symbols", symbols()),
        ("series-symbols-many", many_symbols()),
        (
            "series-none",
            series(&series_of(&[("2016/17", "not supplied", "", "")])),
        ),
        (
            "series-range",
            series(&SeriesChart {
                points: between.map(point).into(),
                comparators: vec![
                    (
                        "Scotland".to_owned(),
                        vec![Some(99.into()), None, Some(101.into())],
                    ),
                    (
                        LONG.to_owned(),
                        vec![None, Some(88.into()), Some(140.into())],
                    ),
                ],
                tick: &plain,
                ..series_of(&[])
            }),
        ),
        (
            "range",
            measure(&MeasureChart {
                target: Some(Reading {
                    number: Some(90.into()),
                    upper: Some(110.into()),
                    ..reading("Target", "90 to 110")
                }),
                mirrored: Some(80.into()),
                tick: &plain,
                ..measure_of(["97", "", "120", "84"])
            }),
        ),
        (
            "group-range",
            group_of(
                "Range",
                vec![panel(vec![GroupRow {
                    target: Some(Reading {
                        number: Some(90.into()),
                        upper: Some(110.into()),
                        ..reading("Target", "90 to 110")
                    }),
                    mirrored: Some(80.into()),
                    ..row("Stock", "", ["97", "", "120", "84"])
                }])],
            ),
        ),
        (
            "series-zero",
            series(&series_of(&[
                ("2021/22", "0%", "", ""),
                ("2022/23", "0%", "0%", ""),
                ("2023/24", "0%", "0%", ""),
            ])),
        ),
    ]
}

/// Symbols in gaps, with another body's line and a target's through them.
fn symbols() -> Svg {
    let points = [
        ("2014/15", "12%", "2%", ""),
        ("2015/16", "[c]", "2%", ""),
        ("2016/17", "[x] [r]", "2%", ""),
        ("2017/18", "4%", "2%", ""),
        ("2018/19", "", "2%", ""),
        ("2019/20", "[low]", "", "1%"),
        ("|2020/21", "0.5% [p]", "", ""),
        ("2021/22", "3%", "", ""),
    ];
    let even = points.map(|_| Some(Decimal::new(5, 1)));
    series(&SeriesChart {
        comparators: vec![("Scotland".to_owned(), even.into())],
        notes: vec!["[c] confidential; [p] provisional".to_owned()],
        ..series_of(&points)
    })
}

/// More symbols side by side than have room beside each other on a narrow sheet.
fn many_symbols() -> Svg {
    let years: Vec<_> = (2001..2021).map(|year| year.to_string()).collect();
    let figure = |at: usize| match at {
        0 => "5%",
        1 => "80%",
        19 => "7%",
        _ => "[low]",
    };
    let points = years.iter().enumerate();
    let points: Vec<_> = points
        .map(|(at, year)| (year.as_str(), figure(at), "", ""))
        .collect();
    series(&series_of(&points))
}

#[test]
fn a_symbol_stands_in_the_gap_of_its_period_at_the_axis() {
    for (form, drawing) in drawings(&symbols()) {
        let found = |words: &str| {
            let mut found = drawing.texts.iter().filter(|(text, _)| text == words);
            let place = found.next().map(|(_, area)| *area);
            assert_eq!(found.next(), None, "{form}: `{words}` stands twice");
            place.unwrap_or_else(|| panic!("{form}: `{words}` is missing"))
        };
        let middle = |area: [f64; 4]| f64::midpoint(area[0], area[2]);
        let axis = found("2021/22")[1];
        for (symbol, before, after) in [
            ("[c]", "12%", "4%"),
            ("[x] [r]", "12%", "4%"),
            ("[low]", "4%", "3%"),
        ] {
            let place = found(symbol);
            let between = middle(found(before))..middle(found(after));
            assert!(
                between.contains(&middle(place)),
                "{form}: `{symbol}`: {place:?}, {between:?}"
            );
            // One may stand a line higher, where the one beside it is wider than its period, and all stand above
            // the sign of another body near the axis, which they would hide.
            let above = axis - place[3];
            assert!((0.0..=75.0).contains(&above), "{form}: `{symbol}`: {above}");
        }
        // A blank is a gap with nothing in it.
        let gaps = ["[c]", "[x] [r]", "[low]"];
        let marks = drawing.texts.iter();
        let marks = marks.filter(|(text, _)| text.starts_with('[') && !text.contains(';'));
        assert_eq!(marks.count(), gaps.len(), "{form}");
    }
}

/// The signs of other bodies: by what their outlines are made of, with their first corners.
fn signs(svg: &Svg) -> Vec<(String, (f64, f64))> {
    let file = svg.file(None);
    let document = parse(&file);
    let paths = document.descendants();
    let paths = paths.filter(|node| node.attribute("class") == Some("chart-other"));
    let outlines = paths.filter_map(|node| node.attribute("d"));
    let outline = |outline: &str| {
        let steps: String = outline.chars().filter(char::is_ascii_uppercase).collect();
        let first = outline.split(|c: char| c.is_ascii_alphabetic()).next()?;
        let (x, y) = first.split_once(' ')?;
        Some((steps, (x.parse().ok()?, y.parse().ok()?)))
    };
    let outlines = outlines.flat_map(|all| all.split('M'));
    outlines.filter_map(outline).collect()
}

#[test]
fn every_other_body_has_a_sign_of_its_own_and_no_figure_hides_it() {
    let names = [
        "Wales", "Scotland", "England", "Ireland", "Region", "Family",
    ];
    let near = [816, 824, 790, 840, 818, 850];
    let points = ["2021/22", "2022/23", "2023/24"].map(|year| (year, "82%", "", ""));
    let others = names.iter().zip(near).map(|(name, value)| {
        let values = points.map(|_| Some(Decimal::new(value, 1)));
        ((*name).to_owned(), values.into())
    });
    let svg = series(&SeriesChart {
        comparators: others.collect(),
        ..series_of(&points)
    });
    let signs = signs(&svg);
    // Each in the key and at three years.
    assert_eq!(signs.len(), 4 * names.len());
    let shapes: BTreeSet<_> = signs.iter().map(|(shape, _)| shape).collect();
    assert_eq!(shapes.len(), names.len());
    let (_, file) = drawings(&svg).pop().expect("the file");
    let figures = file.texts.iter().filter(|(text, _)| text == "82%");
    let hidden = figures.flat_map(|(_, area)| {
        let within =
            |(x, y): (f64, f64)| (area[0]..area[2]).contains(&x) && (area[1]..area[3]).contains(&y);
        signs.iter().filter(move |(_, corner)| within(*corner))
    });
    assert_eq!(hidden.count(), 0);
}

#[test]
fn every_one_of_many_symbols_finds_room() {
    for (form, drawing) in drawings(&many_symbols()) {
        let symbols = drawing.texts.iter().filter(|(text, _)| text == "[low]");
        assert_eq!(symbols.count(), 17, "{form}");
    }
}

#[test]
fn a_row_of_a_group_draws_both_its_levels() {
    let group = |mirrored: Option<Decimal>| {
        let row = row("Stock", "", ["97", "100", "120", "84"]);
        group_of("Range", vec![panel(vec![GroupRow { mirrored, ..row }])])
    };
    let levels = |mirrored| {
        let drawings = drawings(&group(mirrored)).into_iter();
        let counts = drawings.map(|(_, drawing)| drawing.lines.len());
        counts.collect::<Vec<_>>()
    };
    let one = levels(None);
    let both: Vec<_> = one.iter().map(|count| count + 1).collect();
    assert_eq!(levels(Some(80.into())), both);
}
