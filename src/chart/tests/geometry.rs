//! Nothing overlaps, nothing leaves the drawing, bars are as long as their values.

use proptest::prelude::*;

use crate::{
    chart::{
        GroupChart, Panel, ProgressChart, ProgressRow, RagChart, Rating, Segment, Svg, group,
        measure, progress, rag, series,
        tests::{
            drawing::{Area, drawings, parse},
            examples::{all, heading, measure_of, percent, plain, row, series_of},
        },
    },
    model::Decimal,
};

/// Half a tenth for each end that was rounded.
const ROUNDED: f64 = 0.15;

/// Whether two areas share more than an edge.
pub fn overlap(one: Area, other: Area) -> bool {
    let apart = |low: usize, high: usize| {
        one[high] <= other[low] + ROUNDED || other[high] <= one[low] + ROUNDED
    };
    !apart(0, 2) && !apart(1, 3)
}

/// No text of a drawing overlaps another or a bar, and nothing leaves it.
pub fn check(name: &str, svg: &Svg) {
    for (form, drawing) in drawings(svg) {
        let inside = |area: Area| {
            area[0] >= drawing.view[0] - ROUNDED
                && area[1] >= drawing.view[1] - ROUNDED
                && area[2] <= drawing.view[2] + ROUNDED
                && area[3] <= drawing.view[3] + ROUNDED
        };
        for (index, (text, area)) in drawing.texts.iter().enumerate() {
            assert!(
                inside(*area),
                "{name}, {form}: `{text}` leaves the drawing: {area:?} of {:?}",
                drawing.view
            );
            for (other, place) in &drawing.texts[index + 1..] {
                assert!(
                    !overlap(*area, *place),
                    "{name}, {form}: `{text}` and `{other}`: {area:?}, {place:?}"
                );
            }
            // A figure on a plate hides what runs behind it.
            let plated = drawing.rects.iter().any(|(class, plate)| {
                class == "chart-plate" && overlap(*plate, *area) && plate[0] <= area[0] + 1.5
            });
            for (class, line) in drawing.lines.iter().filter(|_| !plated) {
                assert!(
                    !overlap(*area, *line),
                    "{name}, {form}: `{text}` on {class}: {area:?}, {line:?}"
                );
            }
            let bars = ["actual", "target", "previous", "other", "track", "missing"];
            for (class, bar) in &drawing.rects {
                let bar_of_value = bars.iter().any(|bar| class == &format!("chart-{bar}"));
                assert!(
                    !bar_of_value || !overlap(*area, *bar),
                    "{name}, {form}: `{text}` on {class}: {area:?}, {bar:?}"
                );
            }
        }
        for (class, area) in &drawing.rects {
            assert!(
                inside(*area),
                "{name}, {form}: {class} leaves the drawing: {area:?} of {:?}",
                drawing.view
            );
        }
    }
}

#[test]
fn the_examples_are_clear() {
    for (name, svg) in all() {
        check(name, &svg);
    }
}

#[test]
fn the_inline_form_is_fit_for_a_strict_page() {
    for (name, svg) in all() {
        let inline = svg.inline(name);
        let document = parse(&inline);
        let mut ids = std::collections::BTreeSet::new();
        for node in document.descendants() {
            assert!(
                node.attribute("style").is_none() && node.tag_name().name() != "style",
                "{name}"
            );
            if let Some(id) = node.attribute("id") {
                assert!(id.starts_with(name) && ids.insert(id), "{name}: {id}");
            }
        }
        for node in document.descendants() {
            for attribute in node.attributes() {
                let value = attribute.value();
                let reference = value
                    .strip_prefix("url(#")
                    .and_then(|rest| rest.strip_suffix(')'));
                let labels = ["aria-labelledby", "aria-describedby"]
                    .contains(&attribute.name())
                    .then_some(value);
                for id in reference.into_iter().chain(labels) {
                    assert!(ids.contains(id), "{name}: {id}");
                }
            }
        }
    }
}

#[test]
fn one_drawing_is_shown_without_a_stylesheet() {
    let (_, svg) = all().swap_remove(0);
    let inline = svg.inline("a");
    let document = parse(&inline);
    let hidden: Vec<_> = document
        .descendants()
        .filter(|node| node.tag_name().name() == "svg")
        .map(|node| node.attribute("display"))
        .collect();
    assert_eq!(hidden, [None, Some("none")]);
}

#[test]
fn drawing_twice_gives_the_same_bytes() {
    for ((_, one), (_, other)) in all().into_iter().zip(all()) {
        assert_eq!(one.inline("a"), other.inline("a"));
        assert_eq!(one.file(None), other.file(None));
    }
}

#[test]
fn hostile_words_stay_words() {
    let mut chart = measure_of(["1%", "2%", "", ""]);
    chart.heading.title = "</title><script>alert(1)</script>\u{0}\u{2}\u{8}".to_owned();
    chart.heading.description = "\"&lt;'\u{2}".to_owned();
    chart.notes.push("a\u{2}b\u{2}c".to_owned());
    chart.actual.label = "<b onclick=\"x\">\u{1b}\u{2}".to_owned();
    let svg = measure(&chart);
    let (inline, file) = (svg.inline("a"), svg.file(None));
    for text in [&inline, &file] {
        let document = parse(text);
        let hidden = |c: char| c.is_control() && c != '\n';
        assert!(!text.contains(hidden), "{text}");
        assert!(
            document
                .descendants()
                .all(|node| !matches!(node.tag_name().name(), "script" | "b"))
        );
        assert!(text.contains("&lt;b onclick=&quot;x&quot;&gt;"));
    }
}

/// The left ends and the lengths of the bars of a class; the keys before figures are lower.
fn bars(svg: &Svg, class: &str) -> Vec<(f64, f64)> {
    let drawing = drawings(svg).swap_remove(0).1;
    let bars = drawing
        .rects
        .into_iter()
        .filter(|(of, area)| of == class && area[3] - area[1] > 15.0);
    bars.map(|(_, area)| (area[0], area[2] - area[0])).collect()
}

#[test]
fn bars_are_as_long_as_their_values_and_start_at_one_zero() {
    let svg = measure(&measure_of(["50%", "25%", "10%", "100%"]));
    let [actual] = bars(&svg, "chart-actual")[..] else {
        panic!("one bar")
    };
    let [target] = bars(&svg, "chart-target")[..] else {
        panic!("one bar")
    };
    let [previous] = bars(&svg, "chart-previous")[..] else {
        panic!("one bar")
    };
    for (bar, part) in [(target, 0.5), (previous, 2.0)] {
        assert!((bar.0 - actual.0).abs() < 0.11, "{bar:?}, {actual:?}");
        assert!(
            (bar.1 - actual.1 * part).abs() < 0.31,
            "{bar:?}, {actual:?}"
        );
    }

    let rows = ["10%", "20%", "-5%"].map(|value| row(value, "", [value, "", "", ""]));
    let chart = GroupChart {
        heading: heading("Group"),
        panels: vec![Panel {
            heading: None,
            rows: rows.into(),
            tick: &percent,
        }],
    };
    let [ten, twenty, below] = bars(&group(&chart), "chart-actual")[..] else {
        panic!("three bars")
    };
    assert!((ten.0 - twenty.0).abs() < 0.11 && (below.0 + below.1 - ten.0).abs() < 0.21);
    assert!((twenty.1 - 2.0 * ten.1).abs() < 0.31 && (ten.1 - 2.0 * below.1).abs() < 0.31);
}

#[test]
fn no_bar_is_drawn_for_zero_or_for_nothing() {
    let svg = measure(&measure_of(["0.00%", "not set", "", "5%"]));
    assert_eq!(bars(&svg, "chart-actual"), []);
    assert_eq!(bars(&svg, "chart-target"), []);
    assert_eq!(bars(&svg, "chart-previous").len(), 1);
}

#[test]
fn segments_share_the_bar_by_their_counts() {
    let segment = |(rating, count)| Segment {
        rating,
        word: "Word".into(),
        count,
        shown: "1".into(),
    };
    let svg = rag(&RagChart {
        heading: heading("Ratings"),
        segments: [(Rating::Green, 1), (Rating::Amber, 9), (Rating::Red, 1)]
            .map(segment)
            .into(),
        notes: vec![],
    });
    let width = |class| bars(&svg, class)[0].1;
    assert!((width("chart-amber") - 9.0 * width("chart-green")).abs() < 1.0);
    assert!((width("chart-red") - width("chart-green")).abs() < 0.21);
}

/// The first figure, the last, the highest and the lowest are what a reader looks for.
#[test]
fn the_telling_figures_of_a_series_are_always_there() {
    for (figures, needed) in [
        (
            ["-2310", "1840", "-38215", "-12450", "-6120", "3275"],
            ["-2310", "-38215", "3275"],
        ),
        (
            ["58900", "61240", "38650", "44820", "52310", "53975"],
            ["58900", "38650", "53975"],
        ),
        (["10", "90", "10", "90", "10", "90"], ["10", "90", "90"]),
        (["5", "5", "5", "1", "1", "1"], ["5", "1", "1"]),
    ] {
        let points = figures.map(|figure| ("2020/21", figure, "53975", "-10000"));
        let svg = series(&series_of(&points));
        for (form, drawing) in drawings(&svg) {
            for figure in needed {
                let found = drawing.texts.iter().any(|(text, _)| text == figure);
                assert!(found, "{figures:?}, {form}: `{figure}` is missing");
            }
        }
    }
}

/// Above the dot of another year a figure would be read as that year's.
#[test]
fn a_figure_that_need_not_be_there_is_nearest_to_its_own_dot() {
    let figures = [
        "89.0%", "89.9%", "91.2%", "91.6%", "92.0%", "92.2%", "91.9%", "93.1%", "92.9%", "93.4%",
    ];
    let points = figures.map(|figure| ("2020/21", figure, "94%", ""));
    let svg = series(&series_of(&points));
    for (form, drawing) in drawings(&svg) {
        let dots = &drawing.dots[drawing.dots.len() - figures.len()..];
        let others = 1..figures.len() - 1;
        for (index, figure) in others.map(|index| (index, figures[index])) {
            let area = drawing.texts.iter().find(|(text, _)| text == figure);
            let Some((_, area)) = area else {
                continue;
            };
            let far = |(x, y): (f64, f64)| {
                (f64::midpoint(area[0], area[2]) - x).hypot(f64::midpoint(area[1], area[3]) - y)
            };
            let nearest =
                (0..dots.len()).min_by(|one, other| far(dots[*one]).total_cmp(&far(dots[*other])));
            assert_eq!(
                nearest,
                Some(index),
                "{form}: `{figure}` stands at another dot"
            );
            let aside = (f64::midpoint(area[0], area[2]) - dots[index].0).abs();
            let period = dots[1].0 - dots[0].0;
            assert!(
                aside < 0.65 * period,
                "{form}: `{figure}` stands over another period"
            );
        }
    }
}

fn words() -> impl Strategy<Value = String> {
    prop_oneof![
        "[a-zA-ZŵŷÂ ]{0,30}",
        "([a-zŵ]{1,12} ){0,40}",
        "[A-Za-z/-]{40,120}",
        "[\\PC&&[^\\u{590}-\\u{8ff}]]{0,40}",
    ]
}

fn reading() -> impl Strategy<Value = String> {
    let number = (any::<i64>(), 0u32..12, 0u32..19).prop_map(|(number, scale, cut)| {
        format!("{}%", Decimal::new(number / 10_i64.pow(cut.min(18)), scale))
    });
    prop_oneof![6 => number, 1 => Just(String::new()), 1 => "[a-z ]{1,60}", 1 => "\\[(c|low|x)\\]( \\[[er]\\])?"]
}

fn figures() -> impl Strategy<Value = [String; 4]> {
    [reading(), reading(), reading(), reading()]
}

fn texts(figures: &[String; 4]) -> [&str; 4] {
    figures.each_ref().map(String::as_str)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_measure_is_clear(figures in figures(), label in words(), note in words()) {
        let mut chart = measure_of(texts(&figures));
        chart.actual.label = label;
        chart.notes.push(note);
        check("measure", &measure(&chart));
    }

    #[test]
    fn any_group_is_clear(rows in proptest::collection::vec((words(), words(), figures()), 0..6)) {
        let rows = rows.iter().map(|(title, note, figures)| row(title, note, texts(figures))).collect();
        let panels = vec![Panel { heading: None, rows, tick: &plain }];
        check("group", &group(&GroupChart { heading: heading("Group"), panels }));
    }

    #[test]
    fn any_ratings_are_clear(counts in proptest::array::uniform4((0u32..300, words())), note in words()) {
        let ratings = [Rating::Green, Rating::Amber, Rating::Red, Rating::NotRated];
        let segment = |(rating, (count, word))| Segment { rating, word, count, shown: count.to_string() };
        let segments = ratings.into_iter().zip(counts).map(segment).collect();
        check("rag", &rag(&RagChart { heading: heading("Ratings"), segments, notes: vec![note] }));
    }

    #[test]
    fn any_series_is_clear(points in proptest::collection::vec((words(), any::<bool>(), figures()), 0..14)) {
        let points: Vec<_> = points
            .iter()
            .map(|(period, breaks, [actual, target, level, _])| {
                let period = format!("{}{period}", if *breaks { "|" } else { "" });
                (period, actual.as_str(), target.as_str(), level.as_str())
            })
            .collect();
        let points: Vec<_> = points.iter().map(|(period, a, t, l)| (period.as_str(), *a, *t, *l)).collect();
        check("series", &series(&series_of(&points)));
    }

    #[test]
    fn any_progress_is_clear(rows in proptest::collection::vec((words(), words(), proptest::option::of(0u8..=255)), 0..6)) {
        let row = |(title, status, complete): (String, String, Option<u8>)| ProgressRow {
            title,
            complete,
            shown: complete.map_or("not supplied".to_owned(), |complete| format!("{complete}%")),
            status: Some(status),
        };
        let rows = rows.into_iter().map(row).collect();
        check("progress", &progress(&ProgressChart { heading: heading("Progress"), rows, tick: &percent }));
    }
}
