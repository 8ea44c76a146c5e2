//! Linked figures: what the text of `[49.90](measure:edu003.actual)` has to be.

use std::borrow::Cow;

use crate::{
    facts::{Facts, MeasureFacts, Movement, RatingCounts},
    model::{Decimal, Figure, Language, Model, RagShow, Unit},
    reference::{Counted, Field, FigureOf, NumberOf},
    text::Span,
    wording::{Lexicon, PerCent, figure::at_decimals},
};

/// A figure that prose refers to, with what it takes to show it.
#[derive(Clone, Debug)]
pub struct LinkedFigure<'a> {
    quoted: Quoted<'a>,
    /// The decimals it is shown with.
    decimals: u32,
    /// Its unit.
    unit: Cow<'a, Unit>,
}

/// What is quoted.
#[derive(Clone, Debug)]
enum Quoted<'a> {
    /// A figure; `None` for a blank.
    Figure(Option<Cow<'a, Figure>>),
    /// The fraction of a figure.
    Fraction(Option<Cow<'a, Figure>>),
    /// A change.
    Change(&'a Movement),
    /// A number by itself; `None` where none is stated.
    Number(Option<usize>, Option<Span>),
}

impl<'a> LinkedFigure<'a> {
    /// The figure that `reference` means: the row's own, or what its edition knows of the period that it
    /// names.
    pub fn of(model: &'a Model, facts: &'a Facts, reference: &FigureOf) -> Self {
        let at = reference.at;
        let measure = &model.reports[at.report].objectives[at.objective].measures[at.measure];
        let row: &MeasureFacts =
            &facts.reports[at.report].objectives[at.objective].measures[at.measure];
        let mut unit = Cow::Borrowed(&measure.unit);
        let figure: Option<Cow<'a, Figure>> = match (reference.period, reference.field) {
            (_, Field::Change) => None,
            (None, Field::Actual | Field::Fraction) => measure.actual.as_ref().map(Cow::Borrowed),
            (None, Field::Target) => measure.target.as_ref().map(Cow::Borrowed),
            (None, Field::Intervention) => measure.intervention.as_ref().map(Cow::Borrowed),
            (None, Field::Previous) => {
                let previous = row.previous.as_ref();
                let other = previous.and_then(|previous| previous.other_unit.as_ref());
                unit = other.map_or(unit, Cow::Borrowed);
                previous.map(|previous| Cow::Borrowed(&previous.figure))
            }
            (Some(period), field) => {
                let wanted = match field {
                    Field::Previous => period.previous(),
                    _ => period,
                };
                let at = (at.report, at.objective, at.measure);
                facts.known(model, at, wanted).and_then(|point| {
                    unit = Cow::Owned(point.unit);
                    let figure = match field {
                        Field::Target => point.target,
                        Field::Intervention => point.intervention,
                        _ => point.actual,
                    };
                    figure.map(Cow::Owned)
                })
            }
        };
        // A figure of another period may be written more exactly than the row's own.
        let written = figure.as_ref().map_or(0, |figure| figure.decimals());
        Self {
            quoted: match reference.field {
                Field::Change => Quoted::Change(&row.movement),
                Field::Fraction => Quoted::Fraction(figure),
                _ => Quoted::Figure(figure),
            },
            decimals: if unit.same(&measure.unit) {
                measure.decimals.unwrap_or(row.decimals.max(written))
            } else {
                written
            },
            unit,
        }
    }

    /// The figure as it is displayed in a text that reads on with `behind`: where that says "per cent",
    /// without the sign that would say so twice. `None` for a blank.
    pub fn shown(&self, behind: &str, lexicon: &Lexicon, languages: &[Language]) -> Option<String> {
        let shown = self.displayed(lexicon, languages)?;
        if *self.unit != Unit::Percent || lexicon.per_cent(behind).is_none() {
            return Some(shown);
        }
        Some(shown.replacen('%', "", 1).trim_end().to_owned())
    }

    /// The number that `reference` means: a count, or how far an action has come. Where a site shows no
    /// ratings, those are not counted.
    pub fn number(model: &'a Model, facts: &'a Facts, reference: &NumberOf) -> Self {
        let (number, span, unit) = match reference {
            NumberOf::Complete(report, objective, action) => {
                let action = &model.reports[*report].objectives[*objective].actions[*action];
                let complete = action.complete.as_ref();
                let number = complete.map(|complete| usize::from(complete.value));
                let span = complete.map(|complete| complete.span);
                (number, span, Unit::Percent)
            }
            NumberOf::Count {
                report,
                objective,
                counted,
            } => {
                let report = &facts.reports[*report];
                let (ratings, actions) = match objective {
                    None => (&report.ratings, &report.actions),
                    Some(at) => {
                        let found = &report.objectives[*at];
                        (&found.ratings, &found.actions)
                    }
                };
                let hidden = model.settings.rag.show == RagShow::None;
                let number = match counted {
                    Counted::Actions => Some(actions.all),
                    Counted::ActionsComplete => Some(actions.complete),
                    Counted::Measures => Some(ratings.all()),
                    rating => rated(ratings, *rating).filter(|_| !hidden),
                };
                (number, None, Unit::Number)
            }
        };
        Self {
            quoted: Quoted::Number(number, span),
            decimals: 0,
            unit: Cow::Owned(unit),
        }
    }

    /// As it is displayed in a language; `None` for a blank.
    pub fn displayed(&self, lexicon: &Lexicon, languages: &[Language]) -> Option<String> {
        match &self.quoted {
            Quoted::Figure(figure) => {
                lexicon.figure(figure.as_deref(), self.decimals, &self.unit, languages)
            }
            Quoted::Fraction(figure) => {
                let fraction = figure.as_ref()?.fraction.as_ref()?;
                let number = |number: Decimal| lexicon.number(number, number.scale());
                let places = [
                    ("part", number(fraction.numerator).into()),
                    ("whole", number(fraction.denominator).into()),
                ];
                Some(lexicon.phrase("figure-fraction", &places))
            }
            Quoted::Change(movement) => {
                lexicon.signed_change(movement, self.decimals, &self.unit, languages)
            }
            Quoted::Number(number, _) => {
                let number = Decimal::from((*number)?);
                Some(lexicon.amount(number, 0, &self.unit, languages))
            }
        }
    }

    /// The unit that stands in a link with the words `quoted`, none where they are to be filled in, and once
    /// more in what reads before the link or behind it.
    pub fn repeated(
        &self,
        quoted: &str,
        (before, behind): (&str, &str),
        lexicon: &Lexicon,
        languages: &[Language],
    ) -> Option<String> {
        let shown = spaced(&self.displayed(lexicon, languages)?);
        let quoted = match quoted {
            "" => spaced(&self.shown(behind, lexicon, languages)?),
            quoted => spaced(quoted),
        };
        let digit = |c: char| c.is_ascii_digit();
        let sign = |c: char| c == ' ' || SIGNS.contains(&c);
        let first = shown[..shown.find(digit)?].trim_matches(sign);
        let last = shown[shown.rfind(digit)? + 1..].trim();
        // What follows in another paragraph stands by itself.
        let before = before.rsplit("\n\n").next().unwrap_or_default();
        let behind = behind.split("\n\n").next().unwrap_or_default();
        let begins = |unit: &str| {
            let rest = behind.trim_start().strip_prefix(unit);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        };
        let named_first = !first.is_empty()
            && quoted.trim_start_matches(sign).starts_with(first)
            && (before.trim_end().ends_with(first) || begins(first));
        let in_points = *self.unit == Unit::Percent && matches!(self.quoted, Quoted::Change(_));
        let says_again = |kind| last == "%" || in_points && kind == PerCent::Points;
        let once_more = lexicon.per_cent(behind).is_some_and(says_again);
        let named_last = !last.is_empty() && quoted.ends_with(last) && (begins(last) || once_more);
        let unit = match (named_first, named_last) {
            (true, _) => first,
            (_, true) => last,
            _ => return None,
        };
        Some(unit.to_owned())
    }

    /// The numbers, without their signs, that it is in per cent: as written, and as displayed. Empty for
    /// what is in another unit.
    pub fn percentages(&self) -> Vec<(Decimal, PerCent)> {
        if *self.unit != Unit::Percent {
            return Vec::new();
        }
        let (numbers, kind) = match &self.quoted {
            Quoted::Figure(figure) => {
                let figure = figure.as_ref();
                let ends = figure.map_or([None, None], |figure| [figure.value, figure.upper]);
                (ends, PerCent::Share)
            }
            Quoted::Change(movement) => ([movement.change, None], PerCent::Points),
            Quoted::Number(number, _) => ([number.map(Decimal::from), None], PerCent::Share),
            Quoted::Fraction(_) => ([None, None], PerCent::Share),
        };
        let numbers = numbers.into_iter().flatten().map(|number| number.abs());
        let shown = |number| [number, at_decimals(number, self.decimals)];
        numbers
            .flat_map(shown)
            .map(|number| (number, kind))
            .collect()
    }

    /// Where it stands, where it stands anywhere.
    pub fn span(&self) -> Option<Span> {
        match &self.quoted {
            Quoted::Figure(figure) | Quoted::Fraction(figure) => {
                figure.as_ref().map(|figure| figure.span)
            }
            Quoted::Change(_) => None,
            Quoted::Number(_, span) => *span,
        }
    }

    /// Whether `text` is this figure: as written or as displayed, digit for digit, with or without its
    /// unit, grouping and symbols.
    pub fn is(&self, text: &str, lexicon: &Lexicon, languages: &[Language]) -> bool {
        let text = spaced(text);
        let shown = self.displayed(lexicon, languages).unwrap_or_default();
        let shown = spaced(&shown);
        // A sentence may begin with an answer, and prose says that a figure fell by so much.
        let same = match &self.quoted {
            Quoted::Figure(_) if *self.unit == Unit::YesNo => {
                shown.to_lowercase() == text.to_lowercase()
            }
            Quoted::Change(_) => shown == text || shown.trim_start_matches(SIGNS) == text,
            _ => shown == text,
        };
        if same {
            return !text.is_empty();
        }
        match &self.quoted {
            Quoted::Figure(figure) => figure
                .as_ref()
                .is_some_and(|figure| self.is_figure(&text, figure, lexicon, languages)),
            Quoted::Fraction(figure) => {
                let fraction = figure.as_ref().and_then(|figure| figure.fraction.as_ref());
                let parts = text.split_once('/').map(|(part, whole)| [part, whole]);
                let [part, whole] = parts.unwrap_or_default();
                let written = |text: &str| number(text.trim(), &Unit::Number, lexicon);
                fraction.is_some_and(|fraction| {
                    written(part) == Some(fraction.numerator)
                        && written(whole) == Some(fraction.denominator)
                })
            }
            // Prose says that a figure fell by so much: without the sign it is the same change.
            Quoted::Change(movement) => movement.change.is_some_and(|change| {
                // A change of a percentage is in points: `0.7%` of it would be another figure.
                let unit = match *self.unit {
                    Unit::Percent => &Unit::Number,
                    ref unit => unit,
                };
                let found = number(text.strip_prefix('+').unwrap_or(&text), unit, lexicon);
                let signed = text.starts_with(SIGNS);
                let size = if signed { change } else { change.abs() };
                let shown = lexicon.number(size, self.decimals);
                let shown = number(&shown, &Unit::Number, lexicon);
                let same = |found: Decimal| {
                    same_digits(found, size) || shown.is_some_and(|it| same_digits(found, it))
                };
                *self.unit != Unit::YesNo && found.is_some_and(same)
            }),
            Quoted::Number(stated, _) => stated.is_some_and(|stated| {
                let found = number(&text, &self.unit, lexicon);
                found.is_some_and(|found| same_digits(found, Decimal::from(stated)))
            }),
        }
    }

    fn is_figure(
        &self,
        text: &str,
        figure: &Figure,
        lexicon: &Lexicon,
        languages: &[Language],
    ) -> bool {
        // Of a range, what is written is the lower end alone; and YAML's signs may be another language's.
        let is_plain = lexicon.plain_signs(text) == text;
        let is_answer = *self.unit == Unit::YesNo;
        if figure.upper.is_none() && is_plain && !is_answer && text == &*figure.written {
            return true;
        }
        let Some(value) = figure.value else {
            return text == figure.marks();
        };
        if let Some(upper) = figure.upper {
            let ends = (value, upper);
            let bare = lexicon.range(ends, self.decimals, &Unit::Number, languages);
            return spaced(&bare) == text;
        }
        let amount = lexicon.amount(value, self.decimals, &self.unit, languages);
        if spaced(&amount) == text {
            return true;
        }
        // `yes` and `no` are words; a 1 in their place would be no answer.
        let found = number(text, &self.unit, lexicon).filter(|_| !is_answer);
        let shown = spaced(&lexicon.number(value, self.decimals));
        let shown = number(&shown, &Unit::Number, lexicon);
        found.is_some_and(|found| {
            same_digits(found, value) || shown.is_some_and(|it| same_digits(found, it))
        })
    }
}

/// What a change has before its number.
const SIGNS: [char; 3] = ['+', '-', '\u{2212}'];

/// Whether two numbers are the same, and are written with as many decimals.
fn same_digits(a: Decimal, b: Decimal) -> bool {
    a == b && a.scale() == b.scale()
}

/// A count of ratings; none of anything else.
fn rated(ratings: &RatingCounts, counted: Counted) -> Option<usize> {
    match counted {
        Counted::Green => Some(ratings.green),
        Counted::Amber => Some(ratings.amber),
        Counted::Red => Some(ratings.red),
        Counted::NotRated => Some(ratings.not_rated),
        Counted::Rated => Some(ratings.rated()),
        Counted::Measures | Counted::Actions | Counted::ActionsComplete => None,
    }
}

/// The text with plain spaces, for comparing: a table's no-break space is nobody's to type.
fn spaced(text: &str) -> String {
    text.trim().replace(['\u{a0}', '\u{202f}'], " ")
}

/// The number in a text such as `49.90`, `−0.5`, and of its own unit alone `49.90%` or `£1,200`, written as
/// the language writes numbers.
fn number(text: &str, unit: &Unit, lexicon: &Lexicon) -> Option<Decimal> {
    plain(&lexicon.plain_signs(text), unit)
}

/// The same where it is written as in English.
fn plain(text: &str, unit: &Unit) -> Option<Decimal> {
    let bare = match unit {
        Unit::Percent => text.strip_suffix('%').map_or(text, str::trim_end),
        _ => text,
    };
    let (sign, bare) = match bare.strip_prefix(['-', '\u{2212}']) {
        Some(bare) => ("-", bare),
        None => ("", bare),
    };
    let bare = match unit {
        Unit::Pounds | Unit::ThousandPounds | Unit::MillionPounds => {
            bare.strip_prefix('£').unwrap_or(bare)
        }
        _ => bare,
    };
    let (whole, fraction) = match bare.split_once('.') {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (bare, None),
    };
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let mut groups = whole.split(',');
    let first = groups.next().unwrap_or_default();
    let grouped = whole.contains(',');
    let is_number = digits(first)
        && (!grouped || first.len() <= 3)
        && groups.all(|group| digits(group) && group.len() == 3)
        && fraction.is_none_or(digits);
    let parsed = format!("{sign}{}", bare.replace(',', "")).parse().ok();
    parsed.filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_they_are_written_in_prose() {
        for (text, unit, expected) in [
            ("49.90", Unit::Percent, Some("49.90")),
            ("49.9 %", Unit::Percent, Some("49.9")),
            ("£90.10", Unit::Percent, None),
            ("12%", Unit::Days, None),
            ("£1,200", Unit::Pounds, Some("1200")),
            ("-£0.50", Unit::Pounds, Some("-0.50")),
            ("££5", Unit::Pounds, None),
            ("£250", Unit::ThousandPounds, Some("250")),
            ("−0.5", Unit::Number, Some("-0.5")),
            ("1,234,567.8", Unit::Number, Some("1234567.8")),
            ("90,10", Unit::Number, None),
            ("9010,", Unit::Number, None),
            ("1234,567", Unit::Number, None),
            ("1,234.5,6", Unit::Number, None),
            ("5.", Unit::Number, None),
            ("nearly 50", Unit::Number, None),
            ("", Unit::Number, None),
            ("-", Unit::Number, None),
        ] {
            let expected = expected.map(|number| number.parse().unwrap());
            assert_eq!(plain(text, &unit), expected, "{text} {unit:?}");
        }
    }
}
