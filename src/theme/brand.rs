//! The brand's accent as rules for the stylesheet.

use crate::{
    text::{Code, Diagnostic, Span},
    theme::colour::{Colour, TEXT_CONTRAST},
};

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

/// That an accent cannot be read as a link on the page, where that is so: its contrast there, the
/// contrast that it needs, and the nearest colour that has it, which links are shown in. What stands
/// on the accent, and everything in dark, is chosen to be readable on it whatever it is.
pub(super) fn contrast(accent: Colour, at: Span) -> Option<Diagnostic> {
    let found = LIGHT.map(|ground| (ground.contrast(accent), ground));
    let (least, ground) = found
        .into_iter()
        .reduce(|one, other| if other.0 < one.0 { other } else { one })?;
    let text = accent.towards(Colour::BLACK, readable(LIGHT));
    (text != accent).then(|| {
        // Rounded down: a contrast that is not enough must not look as if it were.
        let shown = (least * 100.0).floor() / 100.0;
        let message = format!(
            "links in `{}` have a contrast of {shown:.2} to 1 with `{}`, the ground they are hardest \
             to read on, but text needs {TEXT_CONTRAST} to 1",
            accent.hex(),
            ground.hex()
        );
        Diagnostic::new(Code::BrandContrast, at, message).help(format!(
            "links are shown in `{}`, the nearest colour that is dark enough",
            text.hex()
        ))
    })
}

/// Whether a colour can be read on all of some grounds.
fn readable(grounds: [Colour; 3]) -> impl Fn(Colour) -> bool {
    move |colour| {
        let enough = |ground: Colour| ground.contrast(colour) >= TEXT_CONTRAST;
        grounds.into_iter().all(enough)
    }
}

/// The custom properties of an accent: the colour itself for grounds, what is readable on it, and
/// variants of it that are readable as text, in light and in dark.
pub(super) fn sheet(accent: Colour) -> String {
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

    /// The ground of what has the focus: the theme's own `--focus`.
    const FOCUS: Colour = Colour::new(0xff, 0xdd, 0x57);

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
             --brand-text: #00703c;\n  --brand-dark: #05542d;\n  --brand-dark-on: #ffffff;\n  \
             --brand-dark-text: #48a26a;\n}\n"
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
        assert!(light.contains(&format!("--focus: {};", FOCUS.hex())));
    }

    #[test]
    fn an_accent_that_is_too_pale_for_links_is_said() {
        let at = Span::file(
            crate::text::Sources::default().add(crate::text::Source::new("site.yaml", "")),
        );
        assert_eq!(contrast(Colour::new(0, 0x70, 0x3c), at), None);
        let found = contrast(Colour::new(0xff, 0xdd, 0x57), at).expect("a diagnostic");
        assert_eq!(
            found.message,
            "links in `#ffdd57` have a contrast of 1.15 to 1 with `#e9eff5`, the ground they are hardest to read on, but text needs 4.5 to 1"
        );
        let shown = value(&sheet(Colour::new(0xff, 0xdd, 0x57)), "brand-text").hex();
        assert!(found.help.is_some_and(|help| help.contains(&shown)));
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
            // Of the two colours that mark what has the focus, one is seen on the band.
            for band in ["brand", "brand-dark"] {
                let seen = [FOCUS, INK].map(|mark| mark.contrast(of(band)));
                prop_assert!(seen.into_iter().any(|contrast| contrast >= 3.0));
            }
        }
    }
}
