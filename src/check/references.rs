//! Whatever is referred to is there.

use crate::{
    check::{Rule, Subject, prose},
    reference::{Origin, References, goal},
    syntax::ReferenceKind,
    text::{Code, Diagnostics},
};

/// Every goal, measure, link and image that the content names exists. Sources:
/// docs/format.md, "References in Markdown" and "The golden thread".
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
    let references = References::new(model, subject.facts.editions.earliest_first());
    for (at, report) in model.reports.iter().enumerate() {
        let origin = Origin::of(model, report.span).report(at);
        for about in report
            .corrections
            .iter()
            .filter_map(|found| found.about.as_ref())
        {
            let found = references.link(&origin, &about.value);
            diagnostics.extend(found.err().map(|problem| problem.at(about.span)));
        }
        for (place, objective) in report.objectives.iter().enumerate() {
            let origin = Origin::of(model, objective.span).objective(at, place);
            for served in &objective.serves {
                let found = goal(&served.value);
                diagnostics.extend(found.err().map(|problem| problem.at(served.span)));
            }
            for measure in objective.actions.iter().flat_map(|action| &action.measures) {
                let found = references.measure(&origin, &measure.value);
                diagnostics.extend(found.err().map(|problem| problem.at(measure.span)));
            }
        }
    }
    prose::each(subject, &mut |found| {
        let target = &found.reference.target;
        let resolved = match found.reference.kind {
            ReferenceKind::Link => references.link(&found.origin, target),
            ReferenceKind::Image => references.image(&found.origin, target),
        };
        diagnostics.extend(resolved.err().map(|problem| problem.at(found.span())));
    });
}
