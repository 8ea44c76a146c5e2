//! What a correction says that stands now does.

use std::collections::BTreeMap;

use crate::{
    check::{
        Rule, Subject,
        sealed::{Untold, about, as_content, is_bare, now, said, same, was},
    },
    model::Correction,
    text::{Code, Diagnostic, Diagnostics},
};

/// The last correction of a figure or judgement of a report gives as `now` what the report says. One
/// that is about a measure as a whole is about its actual. Source: docs/format.md, "Reports".
pub const RULE: Rule = Rule {
    codes: &[Code::CorrectionContradicted],
    check,
};

/// What a measure is corrected in by its name alone.
const FIGURE: &str = "actual";

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    for (at, report) in subject.model.reports.iter().enumerate() {
        if report.corrections.is_empty() {
            continue;
        }
        let untold = Untold::of(subject, at);
        if untold.all() {
            continue;
        }
        let mut by_name: BTreeMap<String, Vec<&Correction>> = BTreeMap::new();
        for correction in report.corrections.iter().filter(|it| !is_bare(it)) {
            let Some(mut name) = about(subject, at, correction) else {
                continue;
            };
            if name.starts_with("measure:") && !name.contains('.') {
                name = format!("{name}.{FIGURE}");
            }
            by_name.entry(name).or_default().push(correction);
        }
        let said = said(subject, at);
        for (name, corrections) in by_name {
            let (Some(last), Some(stands)) = (last(&corrections), said.get(&name)) else {
                continue;
            };
            if untold.hides(&name) {
                continue;
            }
            let (now, stands_at) = (now(last), stands.span);
            // A correction need not repeat the symbols beside a figure.
            let bare = stands.text.split(" [").next().unwrap_or_default();
            if same(&now, &stands.text) || same(&now, bare) {
                continue;
            }
            let figure = last.now.as_ref().map(|figure| figure.span);
            let named = last.about.as_ref().map(|about| about.span);
            let span = figure.or(named).unwrap_or(last.date.span);
            let message = format!(
                "the correction says that `{name}` is `{now}`, but it is `{}`",
                stands.text
            );
            let content = as_content(&now);
            let there = if content.is_empty() {
                "leave it blank there".to_owned()
            } else {
                format!("put `{content}` there")
            };
            diagnostics.push(
                Diagnostic::new(Code::CorrectionContradicted, span, message)
                    .label(stands_at, "as it stands")
                    .help(format!(
                        "{there}, or add another correction that goes on from it"
                    )),
            );
        }
    }
}

/// The last of several corrections of one figure: of those of one day the one that no other goes on
/// from, and of several such the last written.
fn last<'a>(corrections: &[&'a Correction]) -> Option<&'a Correction> {
    let day = corrections.iter().map(|it| it.date.value).max()?;
    let of_day: Vec<_> = corrections
        .iter()
        .filter(|correction| correction.date.value == day)
        .collect();
    let goes_on = |from: &Correction| {
        let mut others = of_day.iter();
        others.any(|other| !std::ptr::eq(**other, from) && same(&was(other), &now(from)))
    };
    let ends = of_day.iter().rev().find(|correction| !goes_on(correction));
    ends.or(of_day.last()).map(|correction| **correction)
}
