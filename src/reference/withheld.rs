//! What stands in a report that is left out, because it is a draft or under embargo.

use crate::{
    model::Report,
    reference::{Problem, References, Wanted},
};

impl References<'_> {
    /// Whether a report of this name is left out.
    pub(super) fn is_left_out(&self, report: &str) -> bool {
        let mut withheld = self.model.withheld.iter();
        withheld.any(|withheld| withheld.id.as_str() == report)
    }

    /// The problem, told as what it is where the reference leads into a report that is left out.
    pub(super) fn left_out(&self, problem: Problem) -> Problem {
        let mut withheld = self.model.withheld.iter();
        let Some(report) = withheld.find(|report| holds(report, &problem.wanted)) else {
            return problem;
        };
        let (why, help) = match &report.embargo {
            Some(embargo) if !report.is_draft() => (
                format!(
                    "under embargo until {}",
                    embargo.value.strftime("%Y-%m-%d %H:%M")
                ),
                "take the link out until then, or write it into what is published no earlier",
            ),
            _ => (
                "a draft".to_owned(),
                "publish that report first, or take the link out until then",
            ),
        };
        Problem {
            message: format!("this leads into the report `{}`, which is {why}", report.id),
            help: Some(help.to_owned()),
            wanted: Wanted::Nothing,
            ..problem
        }
    }
}

/// Whether a report has what was looked for.
fn holds(report: &Report, wanted: &Wanted) -> bool {
    let folder = format!("reports/{}", report.id);
    let in_it = |path: &str| {
        let rest = path.strip_prefix(&folder);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    };
    let mut objectives = report.objectives.iter();
    match wanted {
        Wanted::Nothing | Wanted::Standing(..) => false,
        Wanted::Measure(within, id) => {
            within.is_empty()
                && objectives.any(|objective| {
                    let mut measures = objective.measures.iter();
                    measures.any(|measure| measure.id.value.as_str() == id)
                })
        }
        Wanted::Action(within, id) => {
            within.is_empty()
                && objectives.any(|objective| {
                    let mut actions = objective.actions.iter();
                    actions.any(|action| action.id.value.as_str() == id)
                })
        }
        Wanted::Folder(name) => {
            report.id.as_str() == name || objectives.any(|it| it.id.as_str() == name)
        }
        Wanted::Chart(path) | Wanted::Within(path) | Wanted::File(path) => in_it(path),
    }
}
