//! Whatever is referred to is there.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    check::{Check, Rule, Subject},
    facts::Series,
    model::Id,
    reference::{Origin, Problem, Wanted},
    text::{Code, Diagnostic, Diagnostics, Span, Spanned, did_you_mean},
};

/// Every goal, duty, measure, link and image that the content names exists. What may stand where reading
/// found an error is not called missing. Sources: docs/format.md, "References in Markdown" and "The
/// golden thread".
pub const RULE: Rule = Rule {
    codes: &[
        Code::UnknownReference,
        Code::MissingLink,
        Code::MissingImage,
        Code::OutsideContent,
        Code::DuplicateId,
    ],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let references = &subject.references;
    let mut say = |problem: Option<Problem>, place: &dyn Fn() -> Span| {
        let problem = problem.filter(|problem| !references.may_be_unread(&problem.wanted));
        diagnostics.extend(problem.map(|problem| problem.at(place())));
    };
    let mut twice = Vec::new();
    for (at, report) in model.reports.iter().enumerate() {
        for (place, objective) in report.objectives.iter().enumerate() {
            let origin = Origin::of(model, objective.span).objective(at, place);
            for served in &objective.serves {
                say(references.item(&served.value).err(), &|| served.span);
            }
            let actions = objective.actions.iter();
            let lists = actions.flat_map(|action| [&action.fulfils, &action.measures]);
            for list in lists.chain([&objective.serves]) {
                twice.extend(named_twice(list));
            }
            for duty in objective.actions.iter().flat_map(|action| &action.fulfils) {
                say(references.duty(&duty.value).err(), &|| duty.span);
            }
            for measure in objective.actions.iter().flat_map(|action| &action.measures) {
                let found = references.measure(&origin, &measure.value);
                say(found.err(), &|| measure.span);
            }
        }
    }
    for link in &subject.links {
        let problem = link.target.as_ref().err();
        say(problem.cloned(), &|| link.place(&model.sources));
    }
    diagnostics.extend(twice);
    replaced(subject, diagnostics);
}

/// Every name that stands in a list a second time.
fn named_twice(list: &[Spanned<Arc<str>>]) -> impl Iterator<Item = Diagnostic> {
    list.iter().enumerate().filter_map(|(at, name)| {
        let first = list[..at].iter().find(|first| first.value == name.value)?;
        let message = format!("`{}` is named here twice", name.value);
        let twice = Diagnostic::new(Code::DuplicateId, name.span, message);
        let twice = twice.label(first.span, "the first time");
        Some(twice.help("take the one or the other out"))
    })
}

/// Whatever a measure goes on from is a measure of an earlier edition.
fn replaced(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let mut editions = BTreeMap::new();
    for (rank, at) in subject.facts.editions.earliest_first().enumerate() {
        editions.insert(&subject.model.reports[at].id, rank);
    }
    let rank = |id: &Id| editions.get(id).copied();
    let earlier = |series: &Series, own: Option<usize>| {
        let mut places = series.places.iter();
        places.any(|spot| rank(&subject.model.reports[spot.0].id) < own)
    };
    let wanted = |id: &Id| Wanted::Measure(String::new(), id.to_string());
    for found in subject.measures() {
        let own = &found.measure.id.value;
        for replaced in &found.measure.replaces {
            let (message, help) = if replaced.value == *own {
                let message = format!("`{own}` cannot replace itself");
                (message, Some("give the id it had before".to_owned()))
            } else if subject.references.may_be_unread(&wanted(&replaced.value)) {
                continue;
            } else if let Some(series) = subject.facts.series.get(&replaced.value) {
                if earlier(series, rank(&found.report.id)) {
                    continue;
                }
                let message = format!(
                    "no report before this one has the measure `{}`",
                    replaced.value
                );
                let help = "a measure goes on from one of an earlier report; take `replaces` out, or \
                            name that one";
                (message, Some(help.to_owned()))
            } else {
                let message = format!("there is no measure `{}`", replaced.value);
                let before = rank(&found.report.id);
                let series = subject.facts.series.iter();
                let others = series.filter(|(id, series)| *id != own && earlier(series, before));
                let ids = others.map(|(id, _)| id.as_str());
                let help = did_you_mean(replaced.value.as_str(), ids);
                (
                    message,
                    help.or_else(|| {
                        Some("leave it out, for no earlier report has another measure".to_owned())
                    }),
                )
            };
            let unknown = Diagnostic::new(Code::UnknownReference, replaced.span, message);
            diagnostics.push(unknown.maybe_help(help));
        }
    }
}
