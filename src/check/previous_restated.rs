//! A previous figure is the one that was published, or says why it is not.

use std::collections::BTreeSet;

use crate::{
    check::{Check, Rule, Subject, accept::way},
    facts::Stated,
    text::{Code, Diagnostic, Diagnostics},
};

/// Where a stated `previous` differs in value from what readers were given for that period, the
/// measure carries `restated:` with the reason, and so where its `actual` does from what an earlier edition
/// published for the period; what its `history` gives for a period that an edition has
/// a figure for is that figure. Source: docs/rules.md, "Restated figures".
pub const RULE: Rule = Rule {
    codes: &[Code::PreviousRestated, Code::RestatedUnused],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let mut differing = BTreeSet::new();
    for found in &subject.facts.contradicted {
        let (report, objective, at) = found.at;
        let measure = &model.reports[report].objectives[objective].measures[at];
        let (stated, name, help) = match found.stated {
            Stated::History(place) => {
                let Some(entry) = measure.history.get(place) else {
                    continue;
                };
            (
                &entry.actual,
                format!("`history` for `{}`", entry.period.value),
                format!(
                    "{}; or {}",
                    match found.by {
                        Some(_) =>
                            "take it out: what was published stands. If that was wrong, say so in \
                             `corrections:` of its report",
                        None => "give the figure that readers were given",
                    },
                    way(Code::PreviousRestated, measure.id.span, model)
                ),
            )
            }
            Stated::Previous => (
                &measure.previous,
                "`previous`".to_owned(),
                "take `previous` out to compare with what was published; if the figure was restated, \
                 say why: `restated: …`"
                    .to_owned(),
            ),
            Stated::Actual => (
                &measure.actual,
                "`actual`".to_owned(),
                "if the figure was restated, say why: `restated: …`; if the two cover different periods, \
                 say which: `covers: …`"
                    .to_owned(),
            ),
        };
        let is_history = matches!(found.stated, Stated::History(_));
        if !is_history {
            differing.insert(found.at);
        }
        let Some(stated) = stated else {
            continue;
        };
        if !is_history && measure.restated.is_some() {
            continue;
        }
        let (by, label) = match found.by {
            Some(by) => (
                format!("the report `{}` published", model.reports[by].id),
                "as published",
            ),
            None if found.published.span.source == stated.span.source => {
                ("the history has".to_owned(), "in the history")
            }
            None => ("readers were given".to_owned(), "in an earlier edition"),
        };
        let message = format!(
            "{name} is `{}`, but {by} `{}` for that period",
            stated.written, found.published.written
        );
        diagnostics.push(
            Diagnostic::new(Code::PreviousRestated, stated.span, message)
                .label(found.published.span, label)
                .help(help),
        );
    }
    for (report, found) in model.reports.iter().enumerate() {
        for (objective, found) in found.objectives.iter().enumerate() {
            for (at, measure) in found.measures.iter().enumerate() {
                let Some(reason) = &measure.restated else {
                    continue;
                };
                if differing.contains(&(report, objective, at)) {
                    continue;
                }
                let message =
                    "neither `actual` nor `previous` is another figure than was published";
                diagnostics.push(
                    Diagnostic::new(Code::RestatedUnused, reason.span, message)
                        .help("take `restated` out, or give the restated figure"),
                );
            }
        }
    }
}
