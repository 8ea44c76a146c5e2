//! Colours and the contrast between them.

/// A colour in sRGB.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Colour {
    red: u8,
    green: u8,
    blue: u8,
}

/// The contrast that text needs against its ground. Source: WCAG 2.2, success criterion 1.4.3.
pub(super) const TEXT_CONTRAST: f64 = 4.5;

impl Colour {
    pub(super) const WHITE: Self = Self::new(255, 255, 255);
    pub(super) const BLACK: Self = Self::new(0, 0, 0);

    pub(super) const fn new(red: u8, green: u8, blue: u8) -> Self {
        Self { red, green, blue }
    }

    /// The colour written as `#rrggbb`.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| {
            digits.len() == 6 && digits.bytes().all(|digit| digit.is_ascii_hexdigit())
        })?;
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Self::new(part(0)?, part(2)?, part(4)?))
    }

    /// As `#rrggbb`.
    pub(super) fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.red, self.green, self.blue)
    }

    /// How light it is, from 0 to 1. Source: WCAG 2.2, "relative luminance".
    fn luminance(self) -> f64 {
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast with another colour, from 1 to 21. Source: WCAG 2.2, "contrast ratio".
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The nearest colour towards `end` for which `fine` holds: of the same hue, and as much darker
    /// or lighter as it takes. `end` itself where it never does.
    pub(super) fn towards(self, end: Self, fine: impl Fn(Self) -> bool) -> Self {
        if fine(self) {
            return self;
        }
        let (own, last) = (Oklch::of(self), Oklch::of(end).lightness);
        let steps = f64::from(STEPS);
        (1..STEPS)
            .map(|step| {
                let way = f64::from(step) / steps;
                own.with_lightness(own.lightness + (last - own.lightness) * way)
            })
            .find(|colour| fine(*colour))
            .unwrap_or(end)
    }
}

/// How finely the lightness between two colours is looked through: steps too small to see.
const STEPS: u16 = 400;

/// A colour as eyes tell colours apart. Source: Björn Ottosson, "A perceptual color space for image
/// processing", <https://bottosson.github.io/posts/oklab/>.
#[derive(Clone, Copy)]
struct Oklch {
    /// From 0, black, to 1, white.
    lightness: f64,
    /// How far from grey.
    chroma: f64,
    /// The angle on the colour wheel in radians.
    hue: f64,
}

impl Oklch {
    fn of(colour: Colour) -> Self {
        let [red, green, blue] = [colour.red, colour.green, colour.blue].map(linear);
        let l = (0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue).cbrt();
        let m = (0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue).cbrt();
        let s = (0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue).cbrt();
        let one = 1.977_998_495_1 * l - 2.428_592_205_0 * m + 0.450_593_709_9 * s;
        let two = 0.025_904_037_1 * l + 0.782_771_766_2 * m - 0.808_675_766_0 * s;
        Self {
            lightness: 0.210_454_255_3 * l + 0.793_617_785_0 * m - 0.004_072_046_8 * s,
            chroma: one.hypot(two),
            hue: two.atan2(one),
        }
    }

    /// The colour of the same hue at another lightness, as strong as screens show it there.
    fn with_lightness(self, lightness: f64) -> Colour {
        let tries = (0..=20).rev();
        let shown = tries.map(|part| self.chroma * f64::from(part) / 20.0);
        let mut shown = shown.filter_map(|chroma| {
            let colour = Self {
                lightness,
                chroma,
                ..self
            };
            colour.shown()
        });
        let colour = shown.next();
        colour.unwrap_or(if lightness < 0.5 {
            Colour::BLACK
        } else {
            Colour::WHITE
        })
    }

    /// As screens show it; `None` where they cannot.
    fn shown(self) -> Option<Colour> {
        let (one, two) = (self.chroma * self.hue.cos(), self.chroma * self.hue.sin());
        let l = (self.lightness + 0.396_337_777_4 * one + 0.215_803_757_3 * two).powi(3);
        let m = (self.lightness - 0.105_561_345_8 * one - 0.063_854_172_8 * two).powi(3);
        let s = (self.lightness - 0.089_484_177_5 * one - 1.291_485_548_0 * two).powi(3);
        let parts = [
            4.076_741_662_1 * l - 3.307_711_591_3 * m + 0.230_969_929_2 * s,
            -1.268_438_004_6 * l + 2.609_757_401_1 * m - 0.341_319_396_5 * s,
            -0.004_196_086_3 * l - 0.703_418_614_7 * m + 1.707_614_701_0 * s,
        ];
        let [red, green, blue] = parts.map(part);
        Some(Colour::new(red?, green?, blue?))
    }
}

/// A part of a colour by the light that it stands for. Source: IEC 61966-2-1.
fn linear(part: u8) -> f64 {
    let part = f64::from(part) / 255.0;
    if part <= 0.040_45 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

/// The part of a colour that stands for so much light; `None` where screens have none.
fn part(light: f64) -> Option<u8> {
    // Less than half a step outside is a matter of rounding.
    if !(-0.000_2..=1.002).contains(&light) {
        return None;
    }
    let light = light.clamp(0.0, 1.0);
    let shown = if light <= 0.003_130_8 {
        light * 12.92
    } else {
        1.055 * light.powf(1.0 / 2.4) - 0.055
    };
    let wanted = (shown * 255.0).round();
    (0..=u8::MAX).find(|part| f64::from(*part) >= wanted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrasts_are_those_of_the_guidelines() {
        let contrast = Colour::WHITE.contrast(Colour::BLACK);
        assert!((contrast - 21.0).abs() < 0.001, "{contrast}");
        // #767676 is the lightest grey that passes on white; #777777 fails.
        let grey = |part| Colour::new(part, part, part).contrast(Colour::WHITE);
        assert!(grey(0x76) >= TEXT_CONTRAST && grey(0x77) < TEXT_CONTRAST);
    }

    #[test]
    fn a_colour_is_read_as_it_is_written() {
        assert_eq!(Colour::parse("#00703C"), Some(Colour::new(0, 0x70, 0x3c)));
        assert_eq!(Colour::new(0, 0x70, 0x3c).hex(), "#00703c");
        for wrong in ["00703c", "#07c", "#00703cff", "#00703g", "#é0703", "green"] {
            assert_eq!(Colour::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn a_colour_moves_no_further_than_it_must() {
        let fine = |colour: Colour| colour.contrast(Colour::WHITE) >= TEXT_CONTRAST;
        let dark = Colour::new(0x12, 0x43, 0x6d);
        assert_eq!(dark.towards(Colour::BLACK, fine), dark);
        let pale = Colour::new(0xff, 0xdd, 0x57).towards(Colour::BLACK, fine);
        assert!(fine(pale) && pale.contrast(Colour::WHITE) < 5.0, "{pale:?}");
        assert_eq!(dark.towards(Colour::WHITE, |_| false), Colour::WHITE);
    }

    #[test]
    fn a_colour_of_another_lightness_has_the_same_hue() {
        for colour in [
            Colour::new(0xff, 0xdd, 0x57),
            Colour::new(0, 0x70, 0x3c),
            Colour::new(0xd4, 0x35, 0x1c),
        ] {
            let own = Oklch::of(colour);
            assert_eq!(own.with_lightness(own.lightness), colour);
            for lightness in [0.3, 0.5, 0.7] {
                let other = Oklch::of(own.with_lightness(lightness));
                assert!((other.lightness - lightness).abs() < 0.01);
                let turn = (other.hue - own.hue).abs();
                assert!(turn < 0.1, "{colour:?} at {lightness}: turned by {turn}");
            }
        }
    }
}
