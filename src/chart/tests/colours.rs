//! Contrast, and that the theme's stylesheet knows every class and colour of the drawings.

use std::{fs, path::Path};

use crate::chart::{
    ink::{Fill, GROUND, Ink, Tint},
    style::{stylesheet, tints},
    tests::examples::all,
};

/// The contrast ratio of two colours as WCAG 2.2 defines it.
fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn luminance(colour: &str) -> f64 {
    let part = |at: usize| {
        let part = u8::from_str_radix(&colour[at..at + 2], 16).expect(colour);
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
}

fn at_least(ratio: f64, one: Tint, other: Tint) {
    for (one_colour, other_colour) in [(one.light, other.light), (one.dark, other.dark)] {
        let found = contrast(one_colour, other_colour);
        assert!(
            found >= ratio,
            "{} {one_colour} on {} {other_colour}: {found:.2}",
            one.name,
            other.name
        );
    }
}

fn fill(ink: Ink) -> Tint {
    match ink.look().fill {
        Fill::Solid(tint) | Fill::Hatch(tint) => tint,
        Fill::None => panic!("{ink:?} has no inside"),
    }
}

#[test]
fn text_and_shapes_stand_out() {
    for text in [Ink::Text, Ink::Muted, Ink::Value] {
        at_least(4.5, fill(text), GROUND);
    }
    let signs = [
        (Ink::OnGreen, Ink::Green),
        (Ink::OnAmber, Ink::Amber),
        (Ink::OnRed, Ink::Red),
        (Ink::OnNotRated, Ink::NotRated),
    ];
    for (on, under) in signs {
        at_least(4.5, fill(on), fill(under));
    }
    for shape in Ink::ALL {
        let look = shape.look();
        match (look.stroke, look.fill) {
            // The light lines of a scale, the ground between the lines of a range and behind figures, and the clear edge of a line are meant to stay back.
            _ if matches!(
                shape,
                Ink::Grid | Ink::Halo | Ink::Value | Ink::Band | Ink::Plate
            ) => {}
            (Some(edge), _) => at_least(3.0, edge, GROUND),
            (None, Fill::Solid(tint)) if !look.class.starts_with("chart-on-") => {
                at_least(3.0, tint, GROUND);
            }
            _ => {}
        }
    }
}

#[test]
fn inks_survive_the_way_through_plotters() {
    use plotters::style::Color;
    for ink in Ink::ALL {
        assert_eq!(Ink::from_color(ink.to_backend_color()), *ink);
    }
}

/// `BLESS=1 cargo test --lib` writes the theme's file anew.
#[test]
fn the_stylesheet_of_files_is_that_of_the_inks() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static/chart.css");
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, stylesheet()).expect("the stylesheet is written");
    }
    let css = fs::read_to_string(path).expect("the theme has a stylesheet for charts");
    assert_eq!(css, stylesheet());
}

#[test]
fn a_file_holds_no_style_and_names_its_stylesheet() {
    for (name, svg) in all() {
        let file = svg.file(Some("../a&b.css"));
        assert!(
            !file.contains("<style") && !file.contains(" style="),
            "{name}"
        );
        let named = "<?xml-stylesheet type=\"text/css\" href=\"../a&amp;b.css\"?>";
        assert_eq!(file.lines().nth(1), Some(named), "{name}");
        assert!(!svg.file(None).contains("stylesheet"), "{name}");
    }
}

#[test]
fn the_theme_styles_every_class() {
    let css = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static/site.css");
    let css = fs::read_to_string(css).expect("the theme has a stylesheet");
    let classes = Ink::ALL.iter().map(|ink| ink.look().class);
    let others = [
        "chart-ground",
        "chart-target-hatch",
        "chart-wide",
        "chart-narrow",
    ];
    for class in classes.chain(others) {
        let ends = [" ", ",", "{", "\n"];
        let styled = ends
            .iter()
            .any(|end| css.contains(&format!(".{class}{end}")));
        assert!(styled, ".{class} has no rule in the theme");
    }
    for tint in tints(Ink::ALL)
        .iter()
        .filter(|tint| tint.name.starts_with("chart-"))
    {
        let times = css.matches(&format!("--{}:", tint.name)).count();
        assert!(
            times >= 2,
            "--{} needs its own value under forced colours",
            tint.name
        );
    }
}
