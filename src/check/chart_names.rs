//! No two charts of a report bear one name.

use crate::{
    check::{Check, Rule, Subject},
    model::{Model, Objective},
    reference::Chart,
    text::{Code, Diagnostic, Diagnostics},
};

/// A chart's name is its address and what texts place it by. The charts of an objective are named
/// after it, so a measure's id or another objective's name can read the same. Source:
/// docs/format.md, "Charts in the text".
pub const RULE: Rule = Rule {
    codes: &[Code::AddressCollision],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    for (report, chart, other) in subject.references.namesakes() {
        let name = chart.name(model, *report);
        let message = format!(
            "`{name}` would be the name of two charts: {} and {}",
            shown(chart, model, *report),
            shown(other, model, *report),
        );
        // What is easiest to rename is a measure or a group of the site's own.
        let (blamed, kept) = match other {
            Chart::Measure(..) | Chart::Group(..) => (other, chart),
            Chart::Ratings(_) | Chart::Actions(_) => (chart, other),
        };
        let found = Diagnostic::new(Code::AddressCollision, blamed.span(model, *report), message);
        diagnostics.push(
            found
                .label(kept.span(model, *report), "the other one")
                .help("charts of an objective are named after it: give one of the two another id"),
        );
    }
}

/// What a chart shows, in the words of a message.
fn shown(chart: &Chart, model: &Model, report: usize) -> String {
    let objective = |at: &usize| -> &Objective { &model.reports[report].objectives[*at] };
    match chart {
        Chart::Measure(at, measure) => {
            let id = &objective(at).measures[*measure].id.value;
            format!("that of the measure `{id}`")
        }
        Chart::Group(at, group) => {
            let (group, id) = (group.as_str(), &objective(at).id);
            format!("that of the group `{group}` of `{id}`")
        }
        Chart::Ratings(at) => format!("that of the ratings of `{}`", objective(at).id),
        Chart::Actions(at) => format!("that of the actions of `{}`", objective(at).id),
    }
}
