//! Whatever is referred to is there.

use crate::{
    check::{Rule, Subject},
    reference::{Origin, Problem, goal},
    text::{Code, Diagnostics, Span},
};

/// Every goal, measure, link and image that the content names exists. What may stand where reading
/// found an error is not called missing. Sources: docs/format.md, "References in Markdown" and "The
/// golden thread".
pub const RULE: Rule = Rule {
    codes: &[
        Code::UnknownReference,
        Code::MissingLink,
        Code::MissingImage,
        Code::OutsideContent,
    ],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let references = &subject.references;
    let mut say = |problem: Option<Problem>, place: &dyn Fn() -> Span| {
        let problem = problem.filter(|problem| !references.may_be_unread(&problem.wanted));
        diagnostics.extend(problem.map(|problem| problem.at(place())));
    };
    for (at, report) in model.reports.iter().enumerate() {
        let origin = Origin::of(model, report.span).report(at);
        for about in report
            .corrections
            .iter()
            .filter_map(|found| found.about.as_ref())
        {
            let found = references.link(&origin, &about.value);
            say(found.err(), &|| about.span);
        }
        for (place, objective) in report.objectives.iter().enumerate() {
            let origin = Origin::of(model, objective.span).objective(at, place);
            for served in &objective.serves {
                say(goal(&served.value).err(), &|| served.span);
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
}
