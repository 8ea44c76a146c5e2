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
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.040_45 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        0.2126 * linear(self.red) + 0.7152 * linear(self.green) + 0.0722 * linear(self.blue)
    }

    /// The contrast with another colour, from 1 to 21. Source: WCAG 2.2, "contrast ratio".
    pub(super) fn contrast(self, other: Self) -> f64 {
        let (one, two) = (self.luminance(), other.luminance());
        (one.max(two) + 0.05) / (one.min(two) + 0.05)
    }

    /// The colour moved towards `end` by as many fiftieths of the way as it takes for `fine` to
    /// hold; `end` itself where it never does.
    pub(super) fn towards(self, end: Self, fine: impl Fn(Self) -> bool) -> Self {
        (0..=50)
            .map(|step| self.mixed(end, step))
            .find(|colour| fine(*colour))
            .unwrap_or(end)
    }

    fn mixed(self, end: Self, step: u16) -> Self {
        let part = |from: u8, to: u8| {
            let sum = u16::from(from) * (50 - step) + u16::from(to) * step;
            u8::try_from((sum + 25) / 50).unwrap_or(u8::MAX)
        };
        Self::new(
            part(self.red, end.red),
            part(self.green, end.green),
            part(self.blue, end.blue),
        )
    }
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
}
