//! What a measure goes on from gives each period once.

use std::collections::BTreeMap;

use crate::{
    check::{Check, Rule, Subject, accept::way},
    text::{Code, Diagnostic, Diagnostics},
};

/// Of several measures that one replaces, no two have a result for the same period: only one of the
/// two can stand in its series. Source: docs/rules.md, "The series".
pub const RULE: Rule = Rule {
    codes: &[Code::ReplacedOverlap],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let (model, facts) = (subject.model, subject.facts);
    // Few measures replace another.
    let replacing = subject.measures();
    for found in replacing.filter(|found| !found.measure.replaces.is_empty()) {
        let Some(own) = facts.series.get(&found.measure.id.value) else {
            continue;
        };
        let mut given = BTreeMap::new();
        for replaced in &found.measure.replaces {
            let id = &replaced.value;
            let series = facts.series.get(id);
            let places = series.into_iter().flat_map(|series| &series.places);
            let mut overlap = None;
            for spot in places.filter(|spot| own.line.contains(spot)) {
                let (report, objective, at) = *spot;
                let measure = &model.reports[report].objectives[objective].measures[at];
                let actual = measure.actual.as_ref().and_then(|actual| actual.value);
                if actual.is_none() {
                    continue;
                }
                let period = facts.reports[report].objectives[objective].measures[at].period;
                let first = *given.entry(period).or_insert(id);
                if first != id {
                    overlap.get_or_insert((period, first, measure.id.span));
                }
            }
            diagnostics.extend(overlap.map(|(period, first, span)| {
                let message = format!("`{first}` and `{id}` both have a result for `{period}`");
                Diagnostic::new(Code::ReplacedOverlap, replaced.span, message)
                    .label(span, "the result that is left out")
                    .help(format!(
                        "the series takes that of `{first}`, which is named first; let it go on from \
                         one of the two, or {}",
                        way(Code::ReplacedOverlap, replaced.span, model)
                    ))
            }));
        }
    }
}
