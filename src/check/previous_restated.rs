//! A previous figure is the one that was published, or says why it is not.

use std::collections::BTreeSet;

use crate::{
    check::{Rule, Subject, accept::way},
    text::{Code, Diagnostic, Diagnostics},
};

/// Where a stated `previous` differs in value from what readers were given for that period, the
/// measure carries `restated:` with the reason; what its `history` gives for a period that an edition has
/// a figure for is that figure. Source: docs/rules.md, "Restated figures".
pub const RULE: Rule = Rule {
    codes: &[Code::PreviousRestated, Code::RestatedUnused],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let mut differing = BTreeSet::new();
    for found in &subject.facts.contradicted {
        let (report, objective, at) = found.at;
        let measure = &model.reports[report].objectives[objective].measures[at];
        let history = found.history.and_then(|place| measure.history.get(place));
        let (stated, name, help) = if let Some(entry) = history {
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
        } else {
            differing.insert(found.at);
            (
                &measure.previous,
                "`previous`".to_owned(),
                "take `previous` out to compare with what was published; if the figure was restated, \
                 say why: `restated: …`"
                    .to_owned(),
            )
        };
        let Some(stated) = stated else {
            continue;
        };
        if history.is_none() && measure.restated.is_some() {
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
                let message = match &measure.previous {
                    None => "`restated` says why `previous` differs, but there is no `previous`",
                    Some(_) => "`previous` is not another figure than was published",
                };
                diagnostics.push(
                    Diagnostic::new(Code::RestatedUnused, reason.span, message)
                        .help("take `restated` out, or give the restated figure as `previous`"),
                );
            }
        }
    }
}
