//! A percentage that a text quotes without a link.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::Range,
};

use crate::{
    check::{
        Check, Passage, Rule, Subject, Written,
        numbers::{numbers, signed},
    },
    model::{Decimal, Measure, Text, Unit},
    reference::{Field, FigureOf, MeasureAt, Target},
    syntax::Reading,
    text::{Code, Diagnostic, Diagnostics, Span},
    wording::{Lexicon, LinkedFigure, PerCent},
};

/// A percentage in a text of a report is a figure that the same text links to: else nothing holds the two
/// together. In the comment of a measure in per cent every decimal is taken for one, with a sign or
/// without. A hint, for `check --strict` alone. Source: docs/format.md, "Linked figures".
pub const RULE: Rule = Rule {
    codes: &[Code::PercentageUnlinked],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let linked = linked(subject);
    let comments = comments(subject);
    for passage in &subject.passages {
        let Some(report) = passage.origin.report else {
            continue;
        };
        if !passage.text.contains(|c: char| c.is_ascii_digit()) {
            continue;
        }
        let of = comments.get(&span(passage)).copied();
        let bare = of.is_some_and(|at| measure(subject, at).unit == Unit::Percent);
        let linked = linked.get(&span(passage));
        let reading = Reading::of(passage.text);
        let lexicon = subject.lexicon(passage);
        for (found, kind) in percentages(&reading, bare, lexicon) {
            let digits = lexicon.plain_signs(&reading.text()[found.clone()]);
            let Ok(number) = digits.replace(',', "").parse::<Decimal>() else {
                continue;
            };
            let same = |(other, of): &(Decimal, PerCent)| {
                *other == number && kind.is_none_or(|kind| kind == *of)
            };
            if linked.is_some_and(|linked| linked.iter().any(same)) {
                continue;
            }
            let found = signed(reading.text(), found);
            let written = &reading.text()[found.clone()];
            let place = passage.place(reading.written(&found), &subject.model.sources);
            let message = format!("the percentage `{written}` is no linked figure");
            let unlinked = Diagnostic::new(Code::PercentageUnlinked, place, message);
            let name = named(subject, (report, of), (number, kind));
            let help = if let Some(name) = name {
                format!("if it is that measure's figure, write `[{written}]({name})`")
            } else {
                let whose = match of {
                    Some(_) => "this measure has no such figure",
                    None => "no measure of this report has that figure",
                };
                format!("{whose}: look again, or link to the one that is meant")
            };
            diagnostics.push(unlinked.help(help));
        }
    }
}

/// Where the text of a passage stands.
fn span(passage: &Passage<'_>) -> Span {
    let (Written::File(span) | Written::Value(span)) = passage.written;
    span
}

/// The figures in per cent, without their signs, that each text links to.
fn linked(subject: &Subject<'_>) -> BTreeMap<Span, BTreeSet<(Decimal, PerCent)>> {
    let mut linked: BTreeMap<_, BTreeSet<_>> = BTreeMap::new();
    for link in subject.links.iter().filter(|link| !link.bare) {
        let figure = match &link.target {
            Ok(Target::Figure(meant)) => LinkedFigure::of(subject.model, subject.facts, meant),
            Ok(Target::Number(meant)) => LinkedFigure::number(subject.model, subject.facts, meant),
            _ => continue,
        };
        let own = linked.entry(span(&link.passage)).or_default();
        own.extend(figure.percentages());
    }
    linked
}

/// The measure that each comment is about, by where the comment stands.
fn comments(subject: &Subject<'_>) -> BTreeMap<Span, MeasureAt> {
    let reports = 0..subject.model.reports.len();
    let measures = reports.flat_map(|report| measures(subject, report));
    let comments = measures.flat_map(|at| {
        let entries = measure(subject, at).comment.iter().flat_map(Text::entries);
        entries.map(move |(_, entry)| (entry.span, at))
    });
    comments.collect()
}

/// Where the measures of a report stand, in its order.
fn measures(subject: &Subject<'_>, report: usize) -> impl Iterator<Item = MeasureAt> {
    let objectives = subject.model.reports[report].objectives.iter().enumerate();
    objectives.flat_map(move |(objective, found)| {
        (0..found.measures.len()).map(move |measure| MeasureAt {
            report,
            objective,
            measure,
        })
    })
}

fn measure<'a>(subject: &Subject<'a>, at: MeasureAt) -> &'a Measure {
    &subject.model.reports[at.report].objectives[at.objective].measures[at.measure]
}

/// The figure of a measure in per cent of the report that is this number, whatever its sign, by its
/// name in links; in the comment of a measure, which is about that alone, a figure of its own. Texts say
/// `fell by 2.50%` and `-2.50%` of one figure. Points are a change; a number of which nothing says whether it is
/// one may be.
fn named(
    subject: &Subject<'_>,
    (report, of): (usize, Option<MeasureAt>),
    (number, kind): (Decimal, Option<PerCent>),
) -> Option<String> {
    let Some(kind) = kind else {
        let named = |kind| named(subject, (report, of), (number, Some(kind)));
        return named(PerCent::Share).or_else(|| named(PerCent::Points));
    };
    let fields: &[Field] = match kind {
        PerCent::Share => &FIGURES,
        PerCent::Points => &[Field::Change],
    };
    let rows = measures(subject, report).filter(|at| of.is_none_or(|of| of == *at));
    let mut found = rows.flat_map(|at| fields.iter().map(move |field| (at, *field)));
    found.find_map(|(at, field)| {
        let figure = FigureOf {
            at,
            field,
            period: None,
            edition: true,
        };
        let figure = LinkedFigure::of(subject.model, subject.facts, &figure);
        let mut numbers = figure.percentages().into_iter();
        let name = || {
            format!(
                "measure:{}.{}",
                measure(subject, at).id.value,
                field.as_str()
            )
        };
        numbers.any(|(other, _)| other == number).then(name)
    })
}

/// The figures of a row that are shares.
const FIGURES: [Field; 4] = [
    Field::Actual,
    Field::Target,
    Field::Previous,
    Field::Intervention,
];

/// The numbers of percentages in a text, outside code and what links hold: `2.10%`, `2.10 per cent`, `0.50
/// percentage points`; with `bare` also decimals by themselves, of which nothing says what they are.
fn percentages(
    reading: &Reading,
    bare: bool,
    lexicon: &Lexicon,
) -> Vec<(Range<usize>, Option<PerCent>)> {
    let text = reading.text();
    let numbers = numbers(text).into_iter();
    let numbers = numbers.filter(|number| !reading.link(number).is_some_and(holds));
    let named = numbers.filter_map(|number| {
        let behind = &text[number.end..];
        let digits = lexicon.plain_signs(&text[number.clone()]);
        let by_itself = bare && is_decimal(&text[..number.start], &digits);
        let kind = match lexicon.per_cent(behind) {
            None if by_itself && lexicon.in_points(behind) => Some(PerCent::Points),
            None if by_itself => None,
            None => return None,
            kind => kind,
        };
        Some((number, kind))
    });
    named.collect()
}

/// Whether a link holds the numbers in its text to what it leads to: a figure, or somebody else's page.
fn holds(target: &str) -> bool {
    target.split_once(':').is_some_and(|(kind, name)| {
        let has_figures = ["measure", "report", "objective", "action"].contains(&kind);
        name.starts_with("//") || has_figures && name.contains('.')
    })
}

/// Whether a number has decimals and is no sum of money, nor part of a name.
fn is_decimal(before: &str, number: &str) -> bool {
    let part = |c: char| c == '£' || c == '/' || c.is_alphanumeric();
    number.matches('.').count() == 1 && !before.ends_with(part)
}
