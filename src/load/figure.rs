//! Figures: decimals as written, symbols, marked values, fractions, yes and no.

use std::sync::Arc;

use rust_decimal::RoundingStrategy;

use crate::{
    load::{
        context::Context,
        fields::{Fields, excerpt, wrong_type},
        number::number,
        words::text,
    },
    model::{Decimal, Figure, Fraction, Symbol, Unit},
    syntax::{Node, Value},
    text::{Code, Diagnostic, Span, Spanned},
};

/// A figure of a measure whose unit is `unit`, where that is known.
///
/// Blank cells never get here. Where a text is not a figure but what was meant is plain, the answer
/// is that, so that the rest of the record is checked as it will be once mended.
pub(super) fn figure(
    unit: Option<&Unit>,
    key: &str,
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<Figure> {
    match &node.value {
        Value::Scalar(scalar) => written(unit, scalar.text.trim(), node.span, cx),
        Value::Sequence(items) => unquoted_symbols(items, node, cx),
        Value::Mapping(_) => with_fraction(unit, node, cx),
        Value::Null => {
            cx.say(wrong_type(&format!("`{key}`"), "a figure", node));
            None
        }
    }
}

/// The target of a measure: a figure, or for "nearest is best" a range such as `90 to 110`, also
/// written `{from: 90, to: 110}`.
pub(super) fn target(
    unit: Option<&Unit>,
    key: &str,
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<Figure> {
    let (from, to) = match &node.value {
        Value::Scalar(scalar) => {
            let Some((from, to)) = scalar.text.split_once(" to ") else {
                if let Some(meant) = dashed(scalar.text.trim()) {
                    let message = format!("`{}` is not a figure", scalar.text.trim());
                    let wrong = Diagnostic::new(Code::BadFigure, node.span, message);
                    cx.say(wrong.help(format!("write a range as `{meant}`")));
                    return None;
                }
                return figure(unit, key, node, cx);
            };
            let (to, marks) = to.split_at(to.find('[').unwrap_or(to.len()));
            let from = written(
                unit,
                format!("{} {marks}", from.trim()).trim(),
                node.span,
                cx,
            );
            (from, decimal(to.trim(), node.span, cx))
        }
        Value::Mapping(entries)
            if entries
                .iter()
                .any(|entry| matches!(&*entry.key.value, "from" | "to")) =>
        {
            let mut fields = Fields::of("a range", node, cx)?;
            let from = fields.require("from", cx, |key, node, cx| figure(unit, key, node, cx));
            let to = fields.require("to", cx, part);
            let remark = fields.read("note", cx, text);
            fields.finish(cx);
            let from = from.map(|from| Figure {
                note: remark.or(from.note.clone()),
                ..from
            });
            (from, to.map(|to| (to.value, Arc::default())))
        }
        _ => return figure(unit, key, node, cx),
    };
    let (from, (upper, _)) = (from?, to?);
    if unit == Some(&Unit::YesNo) || from.value.is_none_or(|lower| upper < lower) {
        let message = "a range is two numbers, the lower first";
        let wrong = Diagnostic::new(Code::BadFigure, node.span, message);
        cx.say(wrong.help("write `90 to 110`: any figure between the two meets the target"));
        return None;
    }
    Some(Figure {
        upper: Some(upper),
        ..from
    })
}

/// The range that somebody meant who wrote `18-21`, or with a longer dash.
fn dashed(text: &str) -> Option<String> {
    let (from, to) = text.split_once(['-', '\u{2013}', '\u{2014}'])?;
    let (from, to) = (from.trim(), to.trim());
    (number(from).is_ok() && number(to).is_ok()).then(|| format!("{from} to {to}"))
}

/// Whether a mapping has the keys of a figure with a fraction or a note.
pub(super) const FIGURE_KEYS: [&str; 4] = ["value", "numerator", "denominator", "note"];

fn written(unit: Option<&Unit>, text: &str, span: Span, cx: &mut Context<'_>) -> Option<Figure> {
    let (number, marks) = match text.find('[') {
        Some(at) => (text[..at].trim_end(), &text[at..]),
        None => (text, ""),
    };
    let symbols = symbols(marks, span, cx)?;
    let mut figure = Figure {
        value: None,
        upper: None,
        written: Arc::default(),
        symbols,
        fraction: None,
        note: None,
        span,
    };
    if number.is_empty() {
        return Some(figure);
    }
    // Where the unit could not be read, this may be a figure of it.
    let unknown = unit.is_none() && matches!(number, "yes" | "no");
    let (value, written) = if unknown || unit == Some(&Unit::YesNo) {
        yes_or_no(number, span, cx)?
    } else {
        decimal(number, span, cx)?
    };
    if figure.symbols.contains(&Symbol::Confidential) {
        cx.say(beside_a_symbol(&figure, number));
        return None;
    }
    figure.value = Some(value);
    figure.written = written;
    Some(figure)
}

fn decimal(text: &str, span: Span, cx: &mut Context<'_>) -> Option<(Decimal, Arc<str>)> {
    match number(text) {
        Ok(value) => Some((value, text.into())),
        Err(bad) => {
            let message = format!("`{}` {}", excerpt(text), bad.why);
            let help = match text.to_lowercase().as_str() {
                "yes" | "no" | "true" | "false" => {
                    "`yes` and `no` are figures of the unit `yes-no`: write `unit: yes-no`".into()
                }
                _ => bad.help,
            };
            cx.say(Diagnostic::new(Code::BadFigure, span, message).help(help));
            bad.meant
        }
    }
}

fn yes_or_no(text: &str, span: Span, cx: &mut Context<'_>) -> Option<(Decimal, Arc<str>)> {
    let (value, meant) = match text.to_lowercase().as_str() {
        "yes" | "true" | "1" | "y" => (Decimal::ONE, "yes"),
        "no" | "false" | "0" | "n" => (Decimal::ZERO, "no"),
        _ => {
            let message = format!("`{}` is not `yes` or `no`", excerpt(text));
            let help = "the unit is `yes-no`, so its figures are `yes` and `no`";
            cx.say(Diagnostic::new(Code::BadFigure, span, message).help(help));
            return None;
        }
    };
    if !text.eq_ignore_ascii_case(meant) {
        let message = format!("`{text}` is not `yes` or `no`");
        let help = format!("write `{meant}`");
        cx.say(Diagnostic::new(Code::BadFigure, span, message).help(help));
    }
    Some((value, meant.into()))
}

/// The symbols of `[e] [r]`.
fn symbols(marks: &str, span: Span, cx: &mut Context<'_>) -> Option<Vec<Symbol>> {
    let mut symbols = Vec::new();
    let mut rest = marks;
    while let Some(inner) = rest.strip_prefix('[') {
        let Some((name, behind)) = inner.split_once(']') else {
            break;
        };
        symbols.push(symbol(name.trim(), span, cx)?);
        rest = behind.trim_start();
    }
    if rest.is_empty() {
        return Some(symbols);
    }
    let message = format!("`{}` cannot stand behind a figure", excerpt(rest));
    let help = "a figure is a number, and symbols in square brackets behind it: `90.1 [p]`";
    cx.say(Diagnostic::new(Code::BadFigure, span, message).help(help));
    None
}

fn symbol(name: &str, span: Span, cx: &mut Context<'_>) -> Option<Symbol> {
    let found = Symbol::parse(name);
    if found.is_none() {
        let message = format!("`[{}]` is not a symbol", excerpt(name));
        let names = Symbol::ALL
            .iter()
            .map(|symbol| format!("`[{}]`", symbol.as_str()));
        // Every symbol is a letter away from every other: only another case is a near one.
        let help = match Symbol::parse(&name.to_lowercase()) {
            Some(symbol) => format!("write `[{}]`", symbol.as_str()),
            None => format!("the symbols are {}", names.collect::<Vec<_>>().join(", ")),
        };
        cx.say(Diagnostic::new(Code::BadFigure, span, message).help(help));
    }
    found
}

/// `[x]` without quotes, which YAML takes for a list of one.
fn unquoted_symbols(items: &[Node], node: &Node, cx: &mut Context<'_>) -> Option<Figure> {
    let mut symbols = Vec::new();
    for item in items {
        let Value::Scalar(scalar) = &item.value else {
            cx.say(not_a_list(node));
            return None;
        };
        let text = scalar.text.trim();
        if number(text).is_ok() {
            cx.say(not_a_list(node));
            return None;
        }
        symbols.push(symbol(text, item.span, cx)?);
    }
    if symbols.is_empty() {
        cx.say(not_a_list(node));
        return None;
    }
    Some(Figure {
        value: None,
        upper: None,
        written: Arc::default(),
        symbols,
        fraction: None,
        note: None,
        span: node.span,
    })
}

fn not_a_list(node: &Node) -> Diagnostic {
    Diagnostic::new(Code::BadFigure, node.span, "a list is not a figure")
        .help("write one number, or a symbol in quotes such as `\"[x]\"`")
}

/// `{value: 8.00, numerator: 2, denominator: 25, note: …}`.
fn with_fraction(unit: Option<&Unit>, node: &Node, cx: &mut Context<'_>) -> Option<Figure> {
    let mut fields = Fields::of("a figure", node, cx)?;
    let figure = fields.require("value", cx, |key, node, cx| match &node.value {
        Value::Mapping(_) => {
            cx.say(wrong_type(&format!("`{key}`"), "a figure", node));
            None
        }
        _ => figure(unit, key, node, cx),
    });
    let numerator = fields.read("numerator", cx, part);
    let denominator = fields.read("denominator", cx, part);
    let remark = fields.read("note", cx, text);
    let hidden = figure.as_ref().filter(|figure| figure.value.is_none());
    let part_there = [&numerator, &denominator].into_iter().flatten().next();
    if let (Some(hidden), Some(part)) = (hidden, part_there) {
        cx.say(behind_a_symbol(hidden, part.span));
    } else {
        half_a_fraction(&fields, cx);
    }
    fields.finish(cx);
    let mut figure = figure?;
    figure.note = remark;
    if figure.value.is_none() {
        return Some(figure);
    }
    let (Some(numerator), Some(denominator)) = (numerator, denominator) else {
        return Some(figure);
    };
    if denominator.value <= Decimal::ZERO {
        let message = format!("the denominator is `{}`", denominator.value);
        let low = Diagnostic::new(Code::OutOfRange, denominator.span, message);
        cx.say(low.help("a denominator is above zero: out of how many"));
        return Some(figure);
    }
    let fraction = Fraction {
        numerator: numerator.value,
        denominator: denominator.value,
        span: numerator.span,
    };
    if let (Some(unit), Some(value)) = (unit, figure.value) {
        contradicted(unit, value, &figure, fraction, cx);
    }
    figure.fraction = Some(fraction);
    Some(figure)
}

fn part(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Decimal>> {
    let Value::Scalar(scalar) = &node.value else {
        cx.say(wrong_type(&format!("`{key}`"), "a number", node));
        return None;
    };
    let (value, _) = decimal(scalar.text.trim(), node.span, cx)?;
    Some(Spanned::new(value, node.span))
}

/// A fraction gives away what the symbol stands in place of.
fn behind_a_symbol(figure: &Figure, span: Span) -> Diagnostic {
    let symbol = figure.marks();
    let message = format!("a fraction stands behind `{symbol}`, which has no value");
    Diagnostic::new(Code::BadFigure, span, message)
        .label(figure.span, "the symbol in place of the value")
        .help("take `numerator` and `denominator` out: they would be published")
}

/// A number is no secret that says of itself that it is one.
fn beside_a_symbol(figure: &Figure, number: &str) -> Diagnostic {
    let symbol = Symbol::Confidential.as_str();
    let message = format!(
        "`{}` stands before `[{symbol}]`, which keeps a figure back",
        excerpt(number)
    );
    Diagnostic::new(Code::BadFigure, figure.span, message).help(format!(
        "take the number out, which would be published: `\"[{symbol}]\"`"
    ))
}

fn half_a_fraction(fields: &Fields<'_>, cx: &mut Context<'_>) {
    // A blank part is as good as none.
    let there = |key| fields.key(key).filter(|_| !fields.is_blank(key));
    let (there, missing) = match (there("numerator"), there("denominator")) {
        (Some(there), None) => (there, "denominator"),
        (None, Some(there)) => (there, "numerator"),
        _ => return,
    };
    let message = format!("`{missing}` is missing from this fraction");
    cx.say(
        Diagnostic::new(Code::MissingField, there, message)
            .help("give `numerator` and `denominator`, or neither"),
    );
}

/// Says so where the fraction does not give the value, rounded half away from zero at the value's
/// own decimals.
fn contradicted(
    unit: &Unit,
    value: Decimal,
    figure: &Figure,
    fraction: Fraction,
    cx: &mut Context<'_>,
) {
    let (times, of) = match unit {
        Unit::Percent => (Decimal::ONE_HUNDRED, " per cent"),
        _ => (Decimal::ONE, ""),
    };
    let quotient = fraction
        .numerator
        .checked_mul(times)
        .and_then(|product| product.checked_div(fraction.denominator));
    let rounded = quotient.map(|quotient| {
        let mut rounded =
            quotient.round_dp_with_strategy(value.scale(), RoundingStrategy::MidpointAwayFromZero);
        rounded.rescale(value.scale());
        rounded
    });
    if rounded == Some(value) {
        return;
    }
    let comes_to = rounded.map_or_else(
        || "more than a figure can hold".to_owned(),
        |rounded| format!("`{rounded}`{of}"),
    );
    let message = format!(
        "`{}` of `{}` is {comes_to}, but the value is `{}`",
        fraction.numerator, fraction.denominator, figure.written
    );
    let wrong = Diagnostic::new(Code::FractionContradicted, figure.span, message)
        .label(fraction.span, "the fraction")
        .help("correct the value, the numerator or the denominator");
    cx.say(wrong);
}
