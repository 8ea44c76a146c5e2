//! Small lines: where they go, and what they bear.

use crate::{
    chart::{spark, tests::drawing::parse},
    model::Decimal,
};

fn drawn(figures: &[&str]) -> String {
    let figures: Vec<_> = figures.iter().map(|figure| figure.parse().ok()).collect();
    spark(&figures)
}

/// The lines and the dots: where each is.
fn marks(svg: &str) -> (String, Vec<(String, String, String)>) {
    let document = parse(svg);
    let of = |name: &'static str| {
        let all = document.descendants();
        all.filter(move |node| node.tag_name().name() == name)
    };
    let lines = of("path").filter_map(|node| node.attribute("d"));
    let dots = of("circle").map(|node| {
        let part = |name| node.attribute(name).unwrap_or_default().to_owned();
        (part("cx"), part("cy"), part("r"))
    });
    (lines.collect(), dots.collect())
}

fn dot((x, y, radius): (&str, &str, &str)) -> (String, String, String) {
    (x.to_owned(), y.to_owned(), radius.to_owned())
}

#[test]
fn the_lowest_is_at_the_foot_and_the_last_bears_a_dot() {
    let (lines, dots) = marks(&drawn(&["10", "30", "20"]));
    assert_eq!(lines, "M4 18L40 4L76 11");
    assert_eq!(dots, [dot(("76", "11", "3.5"))]);
}

#[test]
fn a_gap_stays_open_and_a_figure_by_itself_is_a_dot() {
    let (lines, dots) = marks(&drawn(&["-1", "", "3", "", "1", "1"]));
    assert_eq!(lines, "M61.6 11H76");
    assert_eq!(
        dots,
        [
            dot(("4", "18", "1.8")),
            dot(("32.8", "4", "1.8")),
            dot(("76", "11", "3.5"))
        ]
    );
}

#[test]
fn figures_that_do_not_change_lie_in_the_middle() {
    for figure in ["0", "7.5", "-3"] {
        let (lines, dots) = marks(&drawn(&[figure; 3]));
        assert_eq!(lines, "M4 11H40H76");
        assert_eq!(dots, [dot(("76", "11", "3.5"))]);
    }
}

#[test]
fn extremes_stay_on_the_sheet_and_nothing_draws_nothing() {
    let most = Decimal::MAX;
    let (lines, _) = marks(&spark(&[Some(most), Some(-most), Some(most)]));
    assert_eq!(lines, "M4 4L40 18L76 4");
    assert_eq!(marks(&spark(&[None, None])), (String::new(), Vec::new()));
    assert_eq!(marks(&spark(&[])), (String::new(), Vec::new()));
}

#[test]
fn it_has_classes_for_colours_and_is_not_heard() {
    let svg = drawn(&["1", "2", "3"]);
    assert!(svg.starts_with("<svg class=\"spark\" aria-hidden=\"true\" "));
    assert!(svg.contains("class=\"chart-line\"") && svg.contains("class=\"chart-actual\""));
    for refused in [" style=", " id=", "<title"] {
        assert!(!svg.contains(refused), "{refused} in {svg}");
    }
    assert!(svg.len() < 500, "{} bytes", svg.len());
}
