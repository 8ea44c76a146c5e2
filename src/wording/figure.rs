//! Figures and changes as readers see them.

use std::borrow::Cow;

use rust_decimal::RoundingStrategy;

use crate::{
    facts::{Direction, Movement, NoComparison},
    model::{Decimal, Figure, Language, Unit},
    wording::{Arg, Lexicon},
};

/// `number` with exactly `decimals` decimals, rounded half away from zero where it has more.
pub(super) fn at_decimals(number: Decimal, decimals: u32) -> Decimal {
    let mut number =
        number.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    number.rescale(decimals);
    // A small negative number that rounds to nothing is zero, not minus zero.
    if number.is_zero() {
        number.abs()
    } else {
        number
    }
}

/// The decimals that a number is shown with in a sentence that tells it from another: `decimals`, but as
/// many as are written where rounding would make the two look the same.
pub fn apart(number: Decimal, other: Decimal, decimals: u32) -> u32 {
    if number == other || at_decimals(number, decimals) != at_decimals(other, decimals) {
        decimals
    } else {
        decimals.max(number.scale()).max(other.scale())
    }
}

/// The decimals that a change is shown with, and the figure it is counted from: the row's, but as
/// many as are written where rounding would make the two figures look the same, or make the change
/// another than the one between them as they are shown.
pub fn change_decimals(movement: &Movement, decimals: u32) -> u32 {
    let (Some(change), Some((actual, previous))) = (movement.change, movement.between) else {
        return decimals;
    };
    let [actual, previous, rounded] =
        [actual, previous, change].map(|number| at_decimals(number, decimals));
    let apart = change.is_zero() || actual != previous;
    if apart && actual.checked_sub(previous) == Some(rounded) {
        decimals
    } else {
        decimals.max(change.scale())
    }
}

impl Lexicon {
    /// A number with the language's grouping and a real minus sign, at `decimals` decimals.
    pub fn number(&self, number: Decimal, decimals: u32) -> String {
        let number = at_decimals(number, decimals);
        let sign = if number.is_sign_negative() {
            "\u{2212}"
        } else {
            ""
        };
        let digits = number.abs().to_string();
        let parsed = digits.parse::<fixed_decimal::Decimal>().ok();
        let grouped = parsed
            .zip(self.numbers.as_ref())
            .map(|(number, formatter)| formatter.format(&number).to_string());
        format!("{sign}{}", grouped.unwrap_or(digits))
    }

    /// A text with its numbers as English and YAML write them: of French, `1 234,5` as `1,234.5`. A sign
    /// that no number of the language holds is none here either.
    pub fn plain_signs<'t>(&self, text: &'t str) -> Cow<'t, str> {
        let sample = self.number(Decimal::new(12_345_678, 1), 1);
        let mut signs = sample.chars().filter(|c| !c.is_ascii_digit());
        let (grouping, decimal) = (signs.next(), signs.next_back());
        if (grouping, decimal) == (Some(','), Some('.')) {
            return Cow::Borrowed(text);
        }
        let is_digit = |c: Option<char>| c.is_some_and(|c| c.is_ascii_digit());
        let (mut before, mut rest) = (None, text.chars());
        let mut plain = String::with_capacity(text.len());
        while let Some(c) = rest.next() {
            let inside = is_digit(before) && is_digit(rest.clone().next());
            let is_grouping = Some(c) == grouping
                || (c.is_whitespace() && grouping.is_some_and(char::is_whitespace));
            plain.push(match c {
                c if Some(c) == decimal => '.',
                _ if inside && is_grouping => ',',
                '.' | ',' => char::REPLACEMENT_CHARACTER,
                c => c,
            });
            before = Some(c);
        }
        Cow::Owned(plain)
    }

    /// A count with the language's grouping.
    pub fn count(&self, count: usize) -> String {
        self.number(Decimal::from(count), 0)
    }

    /// A number with its unit: `90.10%`, `£1,200`, `£250 thousand`, `12 days`, `yes`. `languages` is the site's,
    /// for a unit that is the organisation's own text.
    pub fn amount(
        &self,
        number: Decimal,
        decimals: u32,
        unit: &Unit,
        languages: &[Language],
    ) -> String {
        let shown = self.number(number, decimals);
        let key = match unit {
            Unit::YesNo if number.is_zero() => return self.word("no"),
            Unit::YesNo => return self.word("yes"),
            Unit::Number | Unit::Ratio | Unit::Score => return shown,
            Unit::Other(suffix) => {
                let suffix = self.authored(suffix, languages);
                return format!("{shown}\u{a0}{suffix}");
            }
            Unit::Pounds | Unit::ThousandPounds | Unit::MillionPounds => {
                let (sign, digits) = match shown.strip_prefix('\u{2212}') {
                    Some(digits) => ("\u{2212}", digits),
                    None => ("", shown.as_str()),
                };
                let key = match unit {
                    Unit::ThousandPounds => "unit-thousand-pounds",
                    Unit::MillionPounds => "unit-million-pounds",
                    _ => "unit-pounds",
                };
                let amount = self.phrase(key, &[("number", digits.into())]);
                return format!("{sign}{amount}");
            }
            Unit::Percent => "unit-percent",
            Unit::Days => "unit-days",
            Unit::Weeks => "unit-weeks",
            Unit::Months => "unit-months",
            Unit::Years => "unit-years",
            Unit::Hours => "unit-hours",
        };
        let plural = Arg::Plural(at_decimals(number, decimals));
        self.counted(key, shown, plural, decimals)
    }

    /// A number with the name of what it counts. In some languages only a whole number changes that
    /// name, so how many decimals are shown goes along.
    pub(super) fn counted(
        &self,
        key: &str,
        shown: String,
        count: Arg<'_>,
        decimals: u32,
    ) -> String {
        let places = [
            ("number", shown.into()),
            ("count", count),
            ("decimals", Arg::Count(decimals as usize)),
        ];
        self.phrase(key, &places)
    }

    /// A number where its unit is named beside it: with the sign of per cent or pounds, else bare.
    pub fn bare_amount(
        &self,
        number: Decimal,
        decimals: u32,
        unit: &Unit,
        languages: &[Language],
    ) -> String {
        match unit {
            Unit::Percent | Unit::Pounds | Unit::YesNo => {
                self.amount(number, decimals, unit, languages)
            }
            _ => self.number(number, decimals),
        }
    }

    /// The name of a unit that [`Lexicon::bare_amount`] leaves out; `None` for one that shows in the
    /// number, and for plain numbers.
    pub fn named_unit<'a>(
        &self,
        unit: &'a Unit,
        languages: &'a [Language],
    ) -> Option<Cow<'a, str>> {
        match unit {
            Unit::Percent
            | Unit::Pounds
            | Unit::YesNo
            | Unit::Number
            | Unit::Ratio
            | Unit::Score => None,
            named => Some(self.unit_name(named, languages)),
        }
    }

    /// From a number to another with their unit, such as `90% to 110%` or `5 to 10 days`.
    pub fn range(
        &self,
        (lower, upper): (Decimal, Decimal),
        decimals: u32,
        unit: &Unit,
        languages: &[Language],
    ) -> String {
        let places = [
            (
                "from",
                self.bare_amount(lower, decimals, unit, languages).into(),
            ),
            ("to", self.amount(upper, decimals, unit, languages).into()),
        ];
        self.phrase("figure-range", &places)
    }

    /// A figure in a drawing, where its unit is named beside it; `None` for a blank.
    pub fn bare_figure(
        &self,
        figure: Option<&Figure>,
        decimals: u32,
        unit: &Unit,
        languages: &[Language],
    ) -> Option<String> {
        if self.named_unit(unit, languages).is_some() {
            self.figure(figure, decimals, &Unit::Number, languages)
        } else {
            self.figure(figure, decimals, unit, languages)
        }
    }

    /// A figure as a table shows it, with its unit and symbols; `None` for a blank.
    pub fn figure(
        &self,
        figure: Option<&Figure>,
        decimals: u32,
        unit: &Unit,
        languages: &[Language],
    ) -> Option<String> {
        let figure = figure?;
        let marks = figure.marks();
        let Some(value) = figure.value else {
            return Some(marks);
        };
        let amount = match figure.upper {
            Some(upper) => self.range((value, upper), decimals, unit, languages),
            None => self.amount(value, decimals, unit, languages),
        };
        Some(if marks.is_empty() {
            amount
        } else {
            format!("{amount}\u{a0}{marks}")
        })
    }

    /// The name of a unit for a column of its own: `per cent`, `days`.
    pub fn unit_name<'a>(&self, unit: &'a Unit, languages: &'a [Language]) -> Cow<'a, str> {
        match unit {
            Unit::Other(suffix) => self.authored(suffix, languages),
            other => {
                let word = other.word().unwrap_or("number");
                Cow::Owned(self.word(&format!("unit-name-{word}")))
            }
        }
    }

    /// The word for a direction: `Better`, `No comparison`.
    pub fn direction(&self, direction: Direction) -> String {
        self.word(match direction {
            Direction::Better => "direction-better",
            Direction::Same => "direction-same",
            Direction::Worse => "direction-worse",
            Direction::NoComparison => "direction-no-comparison",
            Direction::NotComparable => "direction-not-comparable",
        })
    }

    /// The word for a movement: its direction, or that the figure changed where neither way is
    /// better, or that it is as far from its target as before.
    pub fn movement_word(&self, movement: &Movement) -> String {
        match (movement.direction, movement.change) {
            (Direction::NoComparison, Some(change)) if change.is_zero() => {
                self.direction(Direction::Same)
            }
            (Direction::NoComparison, Some(_)) => self.word("direction-changed"),
            // Nearest is best: on the other side of the target, or of its range.
            (Direction::Same, Some(change)) if !change.is_zero() => self.word("direction-as-far"),
            (direction, _) => self.direction(direction),
        }
    }

    /// The change in words, without its direction: `down 0.70 percentage points`, `no change`;
    /// else why there is none. `decimals` are the row's.
    pub fn change(
        &self,
        movement: &Movement,
        decimals: u32,
        unit: &Unit,
        languages: &[Language],
    ) -> String {
        if movement.direction == Direction::NotComparable {
            return self.word(match movement.why_not {
                Some(NoComparison::UnitChanged) => "change-unit",
                _ => "change-series-break",
            });
        }
        let Some(change) = movement.change else {
            let of = |period, key| self.phrase(key, &[("period", self.period(period).into())]);
            return match movement.why_not {
                Some(NoComparison::NoActual) => self.word("change-no-actual"),
                Some(NoComparison::NoFigureFor(period)) => of(period, "change-no-figure-for"),
                Some(NoComparison::CountingChanged(period)) => of(period, "change-counting"),
                Some(NoComparison::NotAvailable(period)) => of(period, "change-not-available"),
                _ => self.word("change-no-previous"),
            };
        };
        if change.is_zero() {
            return self.word("change-none");
        }
        if *unit == Unit::YesNo {
            let yes = change.is_sign_positive();
            return self.word(if yes {
                "change-no-to-yes"
            } else {
                "change-yes-to-no"
            });
        }
        let amount = self.size(movement, change, decimals, unit, languages);
        let key = if change.is_sign_negative() {
            "change-down"
        } else {
            "change-up"
        };
        self.phrase(key, &[("amount", amount.into())])
    }

    /// The change with its sign: `+0.70 percentage points`, `−£1,200`; `None` where two figures do
    /// not compare, and for yes and no.
    pub fn signed_change(
        &self,
        movement: &Movement,
        decimals: u32,
        unit: &Unit,
        languages: &[Language],
    ) -> Option<String> {
        let change = movement.change.filter(|_| *unit != Unit::YesNo)?;
        let sign = match change {
            zero if zero.is_zero() => "",
            less if less.is_sign_negative() => "\u{2212}",
            _ => "+",
        };
        let size = self.size(movement, change, decimals, unit, languages);
        Some(format!("{sign}{size}"))
    }

    /// How large a change is.
    fn size(
        &self,
        movement: &Movement,
        change: Decimal,
        decimals: u32,
        unit: &Unit,
        languages: &[Language],
    ) -> String {
        let decimals = change_decimals(movement, decimals);
        let size = at_decimals(change.abs(), decimals);
        if *unit == Unit::Percent {
            let shown = self.number(size, decimals);
            // A change of 1.0 is one point, however it is written.
            let count = Arg::Plural(size.normalize());
            return self.counted("percentage-points", shown, count, decimals);
        }
        self.amount(size, decimals, unit, languages)
    }

    /// Direction and change in one line: `Better: down 0.70 percentage points`.
    pub fn movement(
        &self,
        movement: &Movement,
        decimals: u32,
        unit: &Unit,
        languages: &[Language],
    ) -> String {
        let direction = self.movement_word(movement);
        let change = self.change(movement, decimals, unit, languages);
        self.phrase(
            "direction-and-change",
            &[("direction", direction.into()), ("change", change.into())],
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_told_apart_looks_apart() {
        for (number, other, decimals, expected) in [
            ("4.10001", "4.12345", 1, 5),
            ("4.2", "4.12345", 1, 1),
            ("4.1", "4.10", 1, 1),
            ("9.98765", "9.9", 1, 1),
        ] {
            let [number, other] = [number, other].map(|text| text.parse().unwrap());
            assert_eq!(apart(number, other, decimals), expected, "{number} {other}");
        }
    }

    #[test]
    fn a_change_agrees_with_the_figures_as_they_are_shown() {
        for (actual, previous, decimals, expected) in [
            // Rounding keeps the figures apart, and the change between them.
            ("90.14", "89.93", 1, 1),
            ("90.14", "89.94", 1, 1),
            ("5", "4", 0, 0),
            ("5", "5.0", 0, 0),
            ("5", "4", 2, 2),
            // The two look the same, whether or not the change rounds to nothing.
            ("90.14", "90.06", 1, 2),
            ("90.11", "90.10", 1, 2),
            // The change is another than the one between what is shown.
            ("90.15", "90.04", 1, 2),
        ] {
            let [actual, previous] =
                [actual, previous].map(|text| text.parse::<Decimal>().unwrap());
            let movement = Movement {
                direction: Direction::Better,
                change: actual.checked_sub(previous),
                between: Some((actual, previous)),
                why_not: None,
            };
            let found = change_decimals(&movement, decimals);
            assert_eq!(found, expected, "{actual} {previous}");
        }
    }
}
