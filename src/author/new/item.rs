//! Measures and actions as they are written for a new edition: what they are, without what they came to.

use std::fmt::Write as _;

use crate::{
    author::new::{
        prompt::Carry,
        yaml::{self, Plain, scalar},
    },
    facts::polarity_of,
    model::{Action, ActionStatus, Language, Measure, Period, Polarity, Text, Unit},
};

/// A measure as an item of a list whose hyphens stand `indent` spaces in. Its figures are left
/// blank.
pub(super) fn measure(
    indent: usize,
    found: &Measure,
    carry: &Carry<'_>,
    first: &Language,
) -> String {
    let mut out = String::new();
    let inner = indent + 2;
    let put = &mut out;
    yaml::entry(put, inner, "id", found.id.value.as_str());
    yaml::short_list(put, inner, "codes", found.codes.iter().map(|code| &**code));
    yaml::text(put, inner, "title", &found.title, Plain::First, first);
    if let Some(short) = &found.common.short_title {
        yaml::text(put, inner, "short_title", short, Plain::First, first);
    }
    if let Some(definition) = &found.definition {
        let definition = carry.text(definition);
        yaml::text(put, inner, "definition", &definition, Plain::First, first);
    }
    if let Some(source) = &found.source {
        let source = carry.text(source);
        yaml::text(put, inner, "source", &source, Plain::Same, first);
    }
    match &found.unit {
        Unit::Other(text) => yaml::text(put, inner, "unit", text, Plain::First, first),
        unit => yaml::entry(put, inner, "unit", unit.word().unwrap_or("number")),
    }
    if let Some(decimals) = found.decimals {
        line(put, inner, "decimals", &decimals.to_string());
    }
    if let Some(polarity) = kept_polarity(found) {
        line(put, inner, "polarity", polarity.as_str());
    }
    if let Some(covers) = carried_covers(found, carry) {
        line(put, inner, "covers", &covers.to_string());
    }
    if carry.cumulative(found) {
        line(put, inner, "cumulative", "true");
    }
    for key in figures(found) {
        line(put, inner, key, "");
    }
    if !found.comparators.is_empty() {
        line(put, inner, "comparators", "");
        for comparator in &found.comparators {
            let mut item = String::new();
            yaml::text(
                &mut item,
                inner + 4,
                "name",
                &comparator.name,
                Plain::Same,
                first,
            );
            line(&mut item, inner + 4, "value", "");
            put.push_str(&hyphened(&item, inner + 2));
        }
    }
    if found.rank.is_some() {
        line(put, inner, "rank", "");
    }
    line(put, inner, "comment", "");
    hyphened(&out, indent)
}

/// The period that its figures cover now, where it is another than the report's own.
pub(super) fn carried_covers(found: &Measure, carry: &Carry<'_>) -> Option<Period> {
    carry.covers(found.covers.as_ref()?.value)
}

/// The way that is better, where it has to be written: with the targets blank they do not show it.
pub(super) fn kept_polarity(found: &Measure) -> Option<Polarity> {
    polarity_of(found)
}

/// The keys of the figures that are left for the officer.
pub(super) fn figures(found: &Measure) -> Vec<&'static str> {
    let aimed = found.target.is_some();
    let watched = found.intervention.is_some();
    let target = aimed.then_some("target");
    let intervention = watched.then_some("intervention");
    std::iter::once("actual")
        .chain(target)
        .chain(intervention)
        .collect()
}

/// A measure that the site does not know yet.
pub(super) fn new_measure(indent: usize, id: &str, title: &str, polarity: Polarity) -> String {
    let inner = indent + 2;
    let mut out = String::new();
    yaml::entry(&mut out, inner, "id", id);
    yaml::entry(&mut out, inner, "title", title);
    line(&mut out, inner, "definition", "");
    line(&mut out, inner, "source", "");
    line(&mut out, inner, "unit", "number");
    line(&mut out, inner, "polarity", polarity.as_str());
    for key in ["actual", "target", "intervention", "comment"] {
        line(&mut out, inner, key, "");
    }
    hyphened(&out, indent)
}

/// Whether there is still work to do on an action, as there is where it is complete and goes on.
pub(super) fn is_open(action: &Action) -> bool {
    let status = action.status.as_ref().map(|status| status.value);
    status == Some(ActionStatus::CompletedOngoing) || !action.is_over()
}

/// An action as it goes on: its judgement and comment are left for the officer.
pub(super) fn action(indent: usize, found: &Action, first: &Language) -> String {
    let mut out = String::new();
    let inner = indent + 2;
    let put = &mut out;
    yaml::entry(put, inner, "id", found.id.value.as_str());
    yaml::text(put, inner, "title", &found.title, Plain::First, first);
    if let Some(short) = &found.common.short_title {
        yaml::text(put, inner, "short_title", short, Plain::First, first);
    }
    line(put, inner, "comment", "");
    line(put, inner, "rag", "");
    if let Some(status) = &found.status {
        line(put, inner, "status", status.value.as_str());
    }
    if let Some(complete) = &found.complete {
        line(put, inner, "complete", &complete.value.to_string());
    }
    if let Some(lead) = &found.lead {
        yaml::text(put, inner, "lead", lead, Plain::Same, first);
    }
    if !found.partners.is_empty() {
        line(put, inner, "partners", "");
        for partner in &found.partners {
            put.push_str(&list_item(inner + 2, partner, first));
        }
    }
    for (key, date) in [("start", &found.start), ("due", &found.due)] {
        if let Some(date) = date {
            line(put, inner, key, &date.value.to_string());
        }
    }
    yaml::short_list(
        put,
        inner,
        "measures",
        found.measures.iter().map(|id| &*id.value),
    );
    yaml::short_list(
        put,
        inner,
        "fulfils",
        found.fulfils.iter().map(|id| &*id.value),
    );
    hyphened(&out, indent)
}

/// An action that is begun.
pub(super) fn new_action(indent: usize, id: &str, title: &str) -> String {
    let inner = indent + 2;
    let mut out = String::new();
    yaml::entry(&mut out, inner, "id", id);
    yaml::entry(&mut out, inner, "title", title);
    for (key, value) in [
        ("comment", ""),
        ("rag", ""),
        ("status", "not-started"),
        ("complete", "0"),
        ("lead", ""),
        ("due", ""),
    ] {
        line(&mut out, inner, key, value);
    }
    hyphened(&out, indent)
}

/// `key: value` where the value is a word of the program's own; nothing where it is blank.
pub(super) fn line(out: &mut String, indent: usize, key: &str, value: &str) {
    let pad = " ".repeat(indent);
    let space = if value.is_empty() { "" } else { " " };
    let _ = writeln!(out, "{pad}{key}:{space}{value}");
}

/// A name as an item of a list.
fn list_item(indent: usize, name: &Text, first: &Language) -> String {
    let pad = " ".repeat(indent);
    match name {
        Text::Same(same) => format!("{pad}- {}\n", scalar(&same.value)),
        Text::Each(each) => {
            let mut out = String::new();
            let own = each.get_key_value(first).into_iter();
            let others = each.iter().filter(|(language, _)| *language != first);
            for (language, found) in own.chain(others) {
                yaml::entry(
                    &mut out,
                    indent + 2,
                    &scalar(language.as_str()),
                    &found.value,
                );
            }
            hyphened(&out, indent)
        }
    }
}

/// Lines that stand `indent + 2` spaces in, made an item of a list.
fn hyphened(lines: &str, indent: usize) -> String {
    let pad = " ".repeat(indent);
    match lines.get(indent + 2..) {
        Some(rest) => format!("{pad}- {rest}"),
        None => String::new(),
    }
}
