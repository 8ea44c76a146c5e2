//! The brand's accent as rules for the stylesheet.

use crate::theme::colour::{Colour, TEXT_CONTRAST};

/// The lightest and the darkest ground that links stand on, in light and in dark: the theme's own
/// `--paper`, `--wash` and `--tint`, and `--paper`, `--raised` and `--tint`.
const LIGHT: [Colour; 3] = [
    Colour::WHITE,
    Colour::new(0xf6, 0xf3, 0xec),
    Colour::new(0xe9, 0xef, 0xf5),
];
const DARK: [Colour; 3] = [
    Colour::new(0x10, 0x16, 0x1d),
    Colour::new(0x1d, 0x27, 0x32),
    Colour::new(0x1b, 0x2c, 0x3b),
];
/// The theme's own ink.
const INK: Colour = Colour::new(0x17, 0x20, 0x2b);
/// The contrast of the band with white in dark: enough that it does not glare.
const BAND_CONTRAST: f64 = 9.0;

/// The custom properties of an accent: the colour itself for grounds, what is readable on it, and
/// variants of it that are readable as text, in light and in dark.
pub(super) fn sheet(accent: Colour) -> String {
    let readable = |grounds: [Colour; 3]| {
        move |colour: Colour| {
            let enough = |ground: Colour| ground.contrast(colour) >= TEXT_CONTRAST;
            grounds.into_iter().all(enough)
        }
    };
    let dark = band_in_dark(accent);
    let values = [
        ("brand", accent),
        ("brand-on", on(accent)),
        ("brand-text", accent.towards(Colour::BLACK, readable(LIGHT))),
        ("brand-dark", dark),
        ("brand-dark-on", on(dark)),
        (
            "brand-dark-text",
            accent.towards(Colour::WHITE, readable(DARK)),
        ),
    ];
    let rules = values.map(|(name, colour)| format!("  --{name}: {};\n", colour.hex()));
    format!("\n/* The brand. */\n:root {{\n{}}}\n", rules.concat())
}

/// The ground of the band in dark.
pub(super) fn band_in_dark(accent: Colour) -> Colour {
    accent.towards(Colour::BLACK, |colour| {
        colour.contrast(Colour::WHITE) >= BAND_CONTRAST
    })
}

/// What is readable on a ground: white where it is, else the theme's ink, else black, one of which
/// always is.
fn on(ground: Colour) -> Colour {
    [Colour::WHITE, INK]
        .into_iter()
        .find(|colour| colour.contrast(ground) >= TEXT_CONTRAST)
        .unwrap_or(Colour::BLACK)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn value(sheet: &str, name: &str) -> Colour {
        let start = format!("  --{name}: ");
        let line = sheet.lines().find_map(|line| line.strip_prefix(&start));
        let hex = line.and_then(|line| line.strip_suffix(';'));
        hex.and_then(Colour::parse).expect("a colour")
    }

    #[test]
    fn a_readable_accent_stays_as_it_is() {
        let sheet = sheet(Colour::new(0, 0x70, 0x3c));
        assert_eq!(
            sheet,
            "\n/* The brand. */\n:root {\n  --brand: #00703c;\n  --brand-on: #ffffff;\n  \
             --brand-text: #00703c;\n  --brand-dark: #00532c;\n  --brand-dark-on: #ffffff;\n  \
             --brand-dark-text: #57a17e;\n}\n"
        );
    }

    #[test]
    fn the_grounds_are_those_of_the_stylesheet() {
        let css = include_str!("../../themes/default/static/site.css");
        let (light, dark) = css.split_once("prefers-color-scheme: dark").expect("both");
        let grounds = [("paper", 0), ("wash", 1), ("tint", 2)];
        for (name, at) in grounds {
            let hex = LIGHT[at].hex().replace("#ffffff", "#fff");
            assert!(light.contains(&format!("--{name}: {hex};")), "{name}");
        }
        for (name, at) in [("paper", 0), ("raised", 1), ("tint", 2)] {
            assert!(
                dark.contains(&format!("--{name}: {};", DARK[at].hex())),
                "{name}"
            );
        }
        assert!(light.contains(&format!("--ink: {};", INK.hex())));
    }

    proptest! {
        #[test]
        fn whatever_the_accent_all_text_is_readable(rgb in any::<[u8; 3]>()) {
            let [red, green, blue] = rgb;
            let sheet = sheet(Colour::new(red, green, blue));
            let of = |name| value(&sheet, name);
            prop_assert!(of("brand").contrast(of("brand-on")) >= TEXT_CONTRAST);
            prop_assert!(of("brand-dark").contrast(of("brand-dark-on")) >= TEXT_CONTRAST);
            for ground in LIGHT {
                prop_assert!(of("brand-text").contrast(ground) >= TEXT_CONTRAST);
            }
            for ground in DARK {
                prop_assert!(of("brand-dark-text").contrast(ground) >= TEXT_CONTRAST);
            }
        }
    }
}
