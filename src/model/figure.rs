//! Figures: exact decimals as written, with their symbols.

use std::sync::Arc;

pub use rust_decimal::Decimal;

use crate::{
    model::{Text, words},
    text::Span,
};

words! {
    /// A shorthand beside a figure or in its place, in square brackets. Source: Government Analysis
    /// Function, "Using symbols in tables".
    Symbol {
        /// Break in series.
        Break = "b",
        /// Confidential.
        Confidential = "c",
        /// Estimated.
        Estimated = "e",
        /// Forecast.
        Forecast = "f",
        /// Low: rounds to nothing, but is not nothing.
        Low = "low",
        /// Provisional.
        Provisional = "p",
        /// Revised.
        Revised = "r",
        /// Low reliability.
        Unreliable = "u",
        /// Not available.
        NotAvailable = "x",
        /// Not applicable.
        NotApplicable = "z",
    }
}

/// One figure as supplied. A blank is no figure at all: `Option<Figure>` is `None`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figure {
    /// The number, exact, with as many decimals as were written (`90.10` has scale 2); `None`
    /// where a symbol stands in its place. For the unit yes-no, 1 is yes and 0 is no.
    pub value: Option<Decimal>,
    /// The upper end where the figure is a range, of which `value` is the lower: a target that is met
    /// anywhere between, as `90 to 110`. Only the target of a measure whose polarity is `target` is
    /// one. Never below `value`.
    pub upper: Option<Decimal>,
    /// The number as written, without its symbols: `90.10`, or `yes`; the lower end of a range; empty
    /// where `value` is `None`.
    pub written: Arc<str>,
    /// Its symbols, in the order written.
    pub symbols: Vec<Symbol>,
    /// The fraction it was worked out from.
    pub fraction: Option<Fraction>,
    /// A note on the figure.
    pub note: Option<Text>,
    /// Where it stands: the number's own text where the figure is a map.
    pub span: Span,
}

/// A numerator and a denominator, as in "2/25 pupils".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fraction {
    /// How many of them.
    pub numerator: Decimal,
    /// Out of how many; never zero.
    pub denominator: Decimal,
    /// Where the numerator stands.
    pub span: Span,
}

impl Figure {
    /// The number of decimals written; 0 where no number is.
    pub fn decimals(&self) -> u32 {
        let ends = self.value.into_iter().chain(self.upper);
        ends.map(|end| end.scale()).max().unwrap_or(0)
    }

    /// Whether it is kept back because it is confidential: `[c]` in the place of a number.
    pub fn is_withheld(&self) -> bool {
        self.value.is_none() && self.symbols.contains(&Symbol::Confidential)
    }

    /// The symbols as one note, such as `[p]` or `[e] [r]`; empty where there are none.
    pub fn marks(&self) -> String {
        let marks: Vec<_> = self
            .symbols
            .iter()
            .map(|symbol| format!("[{}]", symbol.as_str()))
            .collect();
        marks.join(" ")
    }
}
