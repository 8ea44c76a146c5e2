//! Charts to test with: those of the example report, and ugly ones.

use crate::{
    chart::{
        GroupChart, GroupRow, Heading, MeasureChart, Panel, ProgressChart, ProgressRow, RagChart,
        Rating, Reading, Segment, SeriesChart, SeriesPoint, Svg, group, measure, progress, rag,
        series, tests::ranges::ranges,
    },
    model::Decimal,
};

pub fn percent(value: Decimal) -> String {
    format!("{value}%")
}

pub fn pounds(value: Decimal) -> String {
    let digits = value.abs().to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push(',');
        }
        grouped.push(digit);
    }
    format!(
        "{}£{grouped}",
        if value.is_sign_negative() { "−" } else { "" }
    )
}

pub fn plain(value: Decimal) -> String {
    value.to_string()
}

pub fn heading(title: &str) -> Heading {
    Heading {
        title: title.to_owned(),
        description: format!("A description of <{title}> & its figures."),
        language: "en".to_owned(),
    }
}

/// A figure by its text; without a digit it is a word in place of one.
pub fn reading(label: &str, text: &str) -> Reading {
    let number = text
        .trim_start_matches('£')
        .trim_end_matches('%')
        .replace([',', ' '], "");
    Reading {
        label: label.to_owned(),
        number: number.parse().ok(),
        upper: None,
        shown: text.to_owned(),
    }
}

pub fn some(label: &str, text: &str) -> Option<Reading> {
    (!text.is_empty()).then(|| reading(label, text))
}

/// Actual, target, intervention and previous, as texts.
pub type Figures<'a> = [&'a str; 4];

pub fn measure_of([actual, target, intervention, previous]: Figures) -> MeasureChart<'static> {
    MeasureChart {
        heading: heading("Pupils reaching the expected level at Key Stage 2"),
        actual: reading("Actual 2016/17", actual),
        target: some("Target 2016/17", target),
        previous: some("Previous 2015/16", previous),
        comparators: Vec::new(),
        intervention: some("Intervention level", intervention),
        mirrored: None,
        notes: Vec::new(),
        tick: &percent,
    }
}

pub fn row(title: &str, note: &str, [actual, target, intervention, previous]: Figures) -> GroupRow {
    GroupRow {
        title: title.to_owned(),
        note: (!note.is_empty()).then(|| note.to_owned()),
        actual: reading("Actual", actual),
        target: some("Target", target),
        previous: some("Previous", previous),
        intervention: some("Intervention level", intervention),
        mirrored: None,
    }
}

pub fn panel(rows: Vec<GroupRow>) -> Panel<'static> {
    Panel {
        heading: None,
        rows,
        tick: &percent,
    }
}

fn how_much() -> Vec<GroupRow> {
    vec![
        row(
            "Expected level at Key Stage 2",
            "",
            ["90.10%", "90.40%", "85.00%", "90.40%"],
        ),
        row(
            "Expected level at Key Stage 3",
            "",
            ["84.10%", "86.10%", "80.00%", "82.00%"],
        ),
        row(
            "Level 2 threshold with English or Welsh and mathematics",
            "",
            ["49.90%", "56.00%", "42.00%", "53.00%"],
        ),
    ]
}

fn how_well() -> Vec<GroupRow> {
    vec![
        row(
            "Free school meals: expected level at Key Stage 2",
            "",
            ["78.90%", "78.50%", "70.00%", "80.80%"],
        ),
        row(
            "Free school meals: expected level at Key Stage 3",
            "",
            ["68.50%", "69.50%", "55.00%", "65.10%"],
        ),
        row(
            "Free school meals: Level 2 threshold",
            "",
            ["25.30%", "38.40%", "25.00%", "30.10%"],
        ),
        row(
            "Attendance in primary schools",
            "",
            ["94.70%", "95.30%", "92.00%", "94.65%"],
        ),
        row(
            "Attendance in secondary schools",
            "",
            ["93.30%", "94.00%", "90.10%", "93.40%"],
        ),
    ]
}

fn better_off() -> Vec<GroupRow> {
    let lower = "Lower is better";
    vec![
        row(
            "Leaving education at 15 without a qualification",
            lower,
            ["1.20%", "0.30%", "0.40%", "1.10%"],
        ),
        row(
            "Leaving education at 15 without a qualification: looked-after children",
            lower,
            ["8.00%", "0.00%", "10.00%", "not supplied"],
        ),
        row(
            "Not in education, employment or training at 16",
            lower,
            ["1.90%", "1.30%", "2.00%", "2.60%"],
        ),
    ]
}

pub fn group_of(title: &str, panels: Vec<Panel>) -> Svg {
    group(&GroupChart {
        heading: heading(title),
        panels,
    })
}

fn rag_of(counts: [u32; 4], shown: &str) -> Svg {
    let segment = |(rating, word, count): (Rating, &str, u32)| Segment {
        rating,
        word: word.to_owned(),
        count,
        shown: format!("{count}{shown}"),
    };
    let [green, amber, red, not] = counts;
    let segments = [
        (Rating::Green, "Green", green),
        (Rating::Amber, "Amber", amber),
        (Rating::Red, "Red", red),
        (Rating::NotRated, "Not rated", not),
    ];
    rag(&RagChart {
        heading: heading("Ratings of 11 measures"),
        segments: segments.into_iter().map(segment).collect(),
        notes: vec!["Calculated from actual, target and intervention level.".to_owned()],
    })
}

fn progress_of(rows: &[(&str, Option<u8>, &str)]) -> Svg {
    let row = |(title, complete, status): &(&str, Option<u8>, &str)| ProgressRow {
        title: (*title).to_owned(),
        complete: *complete,
        shown: complete.map_or("not supplied".to_owned(), |complete| format!("{complete}%")),
        status: (!status.is_empty()).then(|| (*status).to_owned()),
    };
    progress(&ProgressChart {
        heading: heading("Progress of actions"),
        rows: rows.iter().map(row).collect(),
        tick: &percent,
    })
}

pub fn series_of(points: &[(&str, &str, &str, &str)]) -> SeriesChart<'static> {
    let number = |text: &str| text.trim_end_matches('%').parse().ok();
    let point = |(period, actual, target, intervention): &(&str, &str, &str, &str)| SeriesPoint {
        period: period.trim_start_matches('|').to_owned(),
        actual: number(actual),
        shown: (*actual).to_owned(),
        instead: actual.starts_with('[').then(|| (*actual).to_owned()),
        target: number(target),
        intervention: number(intervention),
        breaks: period.starts_with('|'),
        ..SeriesPoint::default()
    };
    SeriesChart {
        heading: heading("Attendance through the years"),
        points: points.iter().map(point).collect(),
        actual: "Actual".to_owned(),
        target: "Target".to_owned(),
        intervention: "Intervention level".to_owned(),
        comparators: Vec::new(),
        series_break: "Break in the series".to_owned(),
        cut: "The axis does not begin at zero".to_owned(),
        notes: Vec::new(),
        tick: &percent,
    }
}

pub const LONG: &str = "The percentage of pupils in local authority care, in any school maintained by the local authority, aged 15 on the preceding 31 August, who leave compulsory education, training or work based learning without an approved external qualification";
pub const UNBROKEN: &str = "LlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogochLlanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch";

/// Every example by name.
#[allow(clippy::too_many_lines)] // it is a table
pub fn all() -> Vec<(&'static str, Svg)> {
    let lower = |figures| MeasureChart {
        notes: vec!["Lower is better".to_owned()],
        ..measure_of(figures)
    };
    let ongoing = "Completed, work goes on";
    let pandemic = [
        ("2012/13", "91.2%", "", ""),
        ("2013/14", "92.6%", "93%", "90%"),
        ("2014/15", "93.4%", "93%", "90%"),
        ("2015/16", "94.65%", "94%", "91%"),
        ("2016/17", "94.70%", "95.30%", "92.00%"),
        ("2017/18", "94.2%", "95.30%", "92.00%"),
        ("2018/19", "94.4%", "95%", "92%"),
        ("2019/20", "", "95%", "92%"),
        ("2020/21", "", "", ""),
        ("|2021/22", "89.1%", "91%", "88%"),
        ("2022/23", "90.5%", "91%", "88%"),
        ("2023/24", "91.3%", "92%", "88%"),
    ];
    let mut all = vec![
        (
            "wo2-ks2",
            measure(&measure_of(["90.10%", "90.40%", "85.00%", "90.40%"])),
        ),
        (
            "wo2-edu002i",
            measure(&lower(["1.20%", "0.30%", "0.40%", "1.10%"])),
        ),
        (
            "wo2-edu002ii",
            measure(&lower(["8.00%", "0.00%", "10.00%", "not supplied"])),
        ),
        (
            "wo2-how-much",
            group_of("How much did we do?", vec![panel(how_much())]),
        ),
        (
            "wo2-how-well",
            group_of("How well did we do it?", vec![panel(how_well())]),
        ),
        (
            "wo2-better-off",
            group_of("Is anyone better off?", vec![panel(better_off())]),
        ),
        ("wo2-rag", rag_of([1, 9, 1, 0], " of 11 measures")),
        (
            "wo2-actions",
            progress_of(&[
                (
                    "Set challenging targets for all learners",
                    Some(100),
                    ongoing,
                ),
                (
                    "Make the most of the Pupil Deprivation Grant",
                    Some(100),
                    ongoing,
                ),
                (
                    "Close the gap for pupils who receive free school meals",
                    Some(100),
                    ongoing,
                ),
                (
                    "Assess pupils at Trinity Fields and in resource bases",
                    Some(100),
                    ongoing,
                ),
                (
                    "Bring agencies together in the St James area",
                    Some(75),
                    "Partially completed",
                ),
            ]),
        ),
        (
            "comparators",
            measure(&MeasureChart {
                comparators: vec![
                    reading("Wales 2016/17", "89.50%"),
                    reading("Family group 2016/17", "88.20%"),
                ],
                ..measure_of(["90.10%", "90.40%", "85.00%", "90.40%"])
            }),
        ),
        (
            "negative",
            measure(&measure_of(["-12.5%", "3.0%", "-5.0%", "-20.0%"])),
        ),
        (
            "all-negative",
            measure(&measure_of(["-1.5%", "-3.0%", "-2.0%", "-2.5%"])),
        ),
        ("all-zero", measure(&measure_of(["0%", "0%", "0%", "0%"]))),
        (
            "outlier",
            measure(&measure_of(["1.0%", "2.0%", "1.5%", "100.0%"])),
        ),
        (
            "level-at-end",
            measure(&measure_of(["10.0%", "10.0%", "10.0%", "9.7%"])),
        ),
        (
            "missing-actual",
            measure(&measure_of([
                "not available: the survey was not held in this year because of the pandemic",
                "10%",
                "",
                "9.7%",
            ])),
        ),
        (
            "nothing",
            measure(&measure_of(["not supplied", "", "", ""])),
        ),
        (
            "pounds",
            measure(&MeasureChart {
                tick: &pounds,
                ..measure_of(["£1,234,567", "£2,000,000", "£900,000", "£1,999,999"])
            }),
        ),
        (
            "huge-words",
            measure(&MeasureChart {
                tick: &pounds,
                actual: reading(LONG, "£79,228,162,514,264,337,593,543,950,335"),
                target: some(UNBROKEN, "£1"),
                notes: vec![LONG.to_owned(), UNBROKEN.to_owned()],
                ..measure_of(["1%", "", "£900,000", "£1,999,999"])
            }),
        ),
        (
            "eleven",
            group_of(
                "Eleven",
                vec![panel([how_much(), how_well(), better_off()].concat())],
            ),
        ),
        (
            "mixed-units",
            group_of(
                "Mixed units",
                vec![
                    Panel {
                        heading: Some("Per cent".to_owned()),
                        ..panel(how_much())
                    },
                    Panel {
                        heading: Some("Pounds".to_owned()),
                        rows: vec![
                            row(
                                "Savings",
                                "",
                                ["£1,250,000", "£2,000,000", "", "£1,000,000"],
                            ),
                            row("Debt", "Lower is better", ["£-250,000", "£0", "", ""]),
                        ],
                        tick: &pounds,
                    },
                    Panel {
                        heading: Some("Days".to_owned()),
                        rows: vec![row("Days to answer", "", ["12", "10", "14", "11"])],
                        tick: &plain,
                    },
                ],
            ),
        ),
        (
            "ugly-group",
            group_of(
                UNBROKEN,
                vec![panel(vec![
                    row(LONG, LONG, ["50%", "not set", "", ""]),
                    row(
                        UNBROKEN,
                        "",
                        [
                            "not available because of the pandemic, and neither is it expected to be before the spring of next year",
                            "",
                            "",
                            "",
                        ],
                    ),
                    row("Zero", "", ["0%", "0%", "0%", "0%"]),
                    row(
                        "Small beside an outlier",
                        "",
                        ["0.1%", "0.2%", "0.3%", "0.1%"],
                    ),
                    row("Over", "", ["120%", "130%", "140%", "150%"]),
                    row("", "", ["-20%", "-10%", "-15%", "-30%"]),
                ])],
            ),
        ),
        (
            "words-alone",
            group_of(
                "Words",
                vec![panel(vec![row(
                    "Nothing yet",
                    "",
                    ["not supplied", "", "", ""],
                )])],
            ),
        ),
        (
            "series-two",
            series(&series_of(&[
                ("2015/16", "94.65%", "", ""),
                ("2016/17", "94.70%", "95.30%", "92.00%"),
            ])),
        ),
        (
            "series-one",
            series(&series_of(&[("2016/17", "8.00%", "0.00%", "10.00%")])),
        ),
        ("series-empty", series(&series_of(&[]))),
        ("series-break", series(&series_of(&pandemic))),
        (
            "series-words",
            series(&series_of(&[
                (
                    "The academic year from September 2015 to August 2016",
                    "-94.65%",
                    "",
                    "",
                ),
                (UNBROKEN, "1000000.70%", "95.30%", "92.00%"),
                ("|2017", "-1%", "95.30%", "92.00%"),
            ])),
        ),
        ("rag-empty", rag_of([0, 0, 0, 0], "")),
        (
            "rag-many",
            rag_of([1, 200, 3, 17], " of 204 rated measures"),
        ),
        (
            "rag-words",
            rag_of(
                [2, 2, 2, 2],
                " of the measures that the organisation has rated in its report for the year",
            ),
        ),
        ("rag-even", rag_of([4, 3, 2, 2], "")),
        (
            "actions-ugly",
            progress_of(&[
                (LONG, Some(0), "Not started"),
                (UNBROKEN, None, LONG),
                ("Short", Some(1), ""),
                ("Half", Some(50), "In progress"),
            ]),
        ),
    ];
    all.extend(ranges());
    all
}
