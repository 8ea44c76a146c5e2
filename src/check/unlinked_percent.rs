//! A percentage that a text quotes without a link.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::{
    check::{Check, Link, Passage, Rule, Subject, Written},
    model::{Decimal, Figure, Text, Unit},
    reference::{Field, Target},
    syntax,
    text::{Code, Diagnostic, Diagnostics, Span},
    wording::LinkedFigure,
};

/// A percentage in a text of a report is a figure that the same text links to: else nothing holds the two
/// together. In the comment of a measure in per cent every decimal is taken for one, with a sign or
/// without. A hint, for `check --strict` alone. Source: docs/format.md, "Linked figures".
pub const RULE: Rule = Rule {
    codes: &[Code::PercentageUnlinked],
    check: Check::Site(check),
};

/// What may follow the number of a percentage.
const SIGNS: [&str; 5] = ["%", " %", " per cent", " percent", " y cant"];

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let linked = linked(subject);
    let of_percent = comments(subject);
    for passage in &subject.passages {
        let Some(report) = passage.origin.report else {
            continue;
        };
        let bare = of_percent.contains(&span(passage));
        let may_hold = |sign: &str| passage.text.contains(sign.trim_start());
        if !bare && !SIGNS.iter().any(|sign| may_hold(sign)) {
            continue;
        }
        let linked = linked.get(&span(passage));
        for found in percentages(passage.text, bare) {
            let digits = &passage.text[found.clone()];
            let Ok(number) = digits.replace(',', "").parse::<Decimal>() else {
                continue;
            };
            if linked.is_some_and(|linked| linked.contains(&number)) {
                continue;
            }
            let found = signed(passage.text, found);
            let written = &passage.text[found.clone()];
            let place = passage.place(found.clone(), &subject.model.sources);
            let message = format!("the percentage `{written}` is no linked figure");
            let unlinked = Diagnostic::new(Code::PercentageUnlinked, place, message);
            diagnostics.push(
                unlinked.help(match named(subject, report, number) {
                    Some(name) => {
                        format!("if it is that measure's figure, write `[{written}]({name})`")
                    }
                    None => {
                        "no measure of this report has that figure: look again, or link to the one \
                         that is meant"
                            .to_owned()
                    }
                }),
            );
        }
    }
}

/// Where the text of a passage stands.
fn span(passage: &Passage<'_>) -> Span {
    let (Written::File(span) | Written::Value(span)) = passage.written;
    span
}

/// The figures, without their signs, that each text links to.
fn linked(subject: &Subject<'_>) -> BTreeMap<Span, BTreeSet<Decimal>> {
    let mut linked: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for link in subject.links.iter().filter(|link| !link.bare) {
        let text = quoted(subject, link).unwrap_or_default();
        let plain = text.replace(['%', ',', '+', '-', '\u{2212}'], "");
        if let Ok(number) = plain.trim().parse() {
            linked
                .entry(span(&link.passage))
                .or_default()
                .insert(number);
        }
    }
    linked
}

/// The text of a link to a figure, as readers see it.
fn quoted(subject: &Subject<'_>, link: &Link<'_>) -> Option<String> {
    let figure = match link.target.as_ref().ok()? {
        Target::Figure(meant) => LinkedFigure::of(subject.model, subject.facts, meant),
        Target::Number(meant) => LinkedFigure::number(subject.model, subject.facts, meant),
        _ => return None,
    };
    if !link.reference.text.trim().is_empty() {
        return Some(link.reference.text.clone());
    }
    let lexicon = match link.passage.language {
        Some(language) => subject.wording.language(language),
        None => subject.wording.first(),
    };
    figure.displayed(lexicon, subject.model.languages())
}

/// Where the comments of measures in per cent stand.
fn comments(subject: &Subject<'_>) -> BTreeSet<Span> {
    let measures = subject.measures().map(|found| found.measure);
    let measures = measures.filter(|measure| measure.unit == Unit::Percent);
    let comments = measures.filter_map(|measure| measure.comment.as_ref());
    let entries = comments.flat_map(Text::entries);
    entries.map(|(_, entry)| entry.span).collect()
}

/// The figure of a measure in per cent of the report that is this number, whatever its sign, by its
/// name in links. Texts say `fell by 2.50%` and `-2.50%` of one figure.
fn named(subject: &Subject<'_>, report: usize, number: Decimal) -> Option<String> {
    let objectives = &subject.model.reports[report].objectives;
    let facts = &subject.facts.reports[report].objectives;
    let measures = objectives
        .iter()
        .zip(facts)
        .flat_map(|(objective, facts)| objective.measures.iter().zip(&facts.measures));
    let mut measures = measures.filter(|(measure, _)| measure.unit == Unit::Percent);
    measures.find_map(|(measure, facts)| {
        let previous = facts.previous.as_ref().map(|previous| &previous.figure);
        let figures = [
            (Field::Actual, measure.actual.as_ref()),
            (Field::Target, measure.target.as_ref()),
            (Field::Previous, previous),
            (Field::Intervention, measure.intervention.as_ref()),
        ];
        let same = |figure: Option<&Figure>| {
            figure.and_then(|it| it.value).map(|it| it.abs()) == Some(number)
        };
        let (field, _) = figures.into_iter().find(|(_, figure)| same(*figure))?;
        Some(format!("measure:{}.{}", measure.id.value, field.as_str()))
    })
}

/// The numbers of percentages in the text of Markdown, outside links and code: `2.10%`, `2.10 per
/// cent`; with `bare` also decimals by themselves.
fn percentages(text: &str, bare: bool) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut depth = 0_usize;
    for (event, range) in syntax::markdown(text) {
        match event {
            Event::Start(Tag::Link { .. } | Tag::Image { .. } | Tag::CodeBlock(_)) => depth += 1,
            Event::End(TagEnd::Link | TagEnd::Image | TagEnd::CodeBlock) => {
                depth = depth.saturating_sub(1);
            }
            Event::Text(_) if depth == 0 => {
                let numbers = numbers(&text[range.clone()]).into_iter();
                let numbers =
                    numbers.map(|number| range.start + number.start..range.start + number.end);
                found.extend(numbers.filter(|number| {
                    is_percentage(&text[number.end..])
                        || bare && is_decimal(&text[..number.start], &text[number.clone()])
                }));
            }
            _ => {}
        }
    }
    found
}

/// Every number of a text: digits, with the commas and points between them.
fn numbers(text: &str) -> Vec<Range<usize>> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if !digit(at) {
            at += 1;
            continue;
        }
        let start = at;
        while digit(at) || matches!(bytes.get(at), Some(b'.' | b',')) && digit(at + 1) {
            at += 1;
        }
        found.push(start..at);
    }
    found
}

/// A number with the minus sign in front of it, which is none between two words or numbers: `3-5%`.
fn signed(text: &str, number: Range<usize>) -> Range<usize> {
    let before = text[..number.start].strip_suffix(['-', '\u{2212}']);
    match before.filter(|before| !before.ends_with(char::is_alphanumeric)) {
        Some(before) => before.len()..number.end,
        None => number,
    }
}

/// Whether what follows a number makes it a percentage.
fn is_percentage(rest: &str) -> bool {
    let rest = rest.trim_start_matches(['*', '_']).replace('\u{a0}', " ");
    SIGNS.iter().any(|sign| rest.starts_with(sign))
}

/// Whether a number has decimals and is no sum of money, nor part of a name.
fn is_decimal(before: &str, number: &str) -> bool {
    let part = |c: char| c == '£' || c == '/' || c.is_alphanumeric();
    number.matches('.').count() == 1 && !before.ends_with(part)
}

#[cfg(test)]
mod tests {
    use super::percentages;

    #[test]
    fn percentages_are_found_outside_links_and_code() {
        let text = "From 2.10% to **1.90** per cent, [2.60%](a) and [3](b) per cent; 5% in `6%`. \
                    7.5%. £1.50, 1,250% and 12.3.\n\n# 8 y cant\n";
        for (bare, expected) in [
            (false, &["2.10", "1.90", "5", "7.5", "1,250", "8"][..]),
            (true, &["2.10", "1.90", "5", "7.5", "1,250", "12.3", "8"]),
        ] {
            let found = percentages(text, bare).into_iter();
            let found: Vec<_> = found.map(|at| &text[at]).collect();
            assert_eq!(found, expected);
        }
    }
}
