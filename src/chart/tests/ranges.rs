//! Charts to test with: aims that are ranges, other bodies, and nothing but zero.

use crate::{
    chart::{
        GroupRow, MeasureChart, Reading, SeriesChart, SeriesPoint, Svg, measure, series,
        tests::drawing::drawings,
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
