//! The pages of the golden thread: `thread:`.

use crate::{
    model::{Evaluation, Objective},
    reference::{Origin, Problem, References, Spot, Wanted},
    text::Code,
};

impl References<'_> {
    /// The golden thread of the edition of `origin`, outside every report the page of all.
    ///
    /// # Errors
    /// Where `name` is not blank, or nothing is tied together.
    pub(super) fn golden(&self, origin: &Origin<'_>, name: &str) -> Result<Spot, Problem> {
        let problem = |message: String, help: String, wanted: Wanted| Problem {
            code: Code::UnknownReference,
            message,
            help: Some(help),
            wanted,
        };
        if !name.is_empty() {
            let message = format!("a golden thread has no name, and `{name}` is one");
            let help = format!(
                "write `thread:@{name}` for that of the report `{name}`, or `thread:` for that of the \
                 report the text belongs to"
            );
            return Err(problem(message, help, Wanted::Nothing));
        }
        if self.has_thread() {
            return Ok(Spot::Thread(origin.report));
        }
        Err(problem(
            "the site has no golden thread yet".to_owned(),
            "it has one once an objective `serves` a goal, an action names a measure or a duty, or \
             something is evaluated"
                .to_owned(),
            Wanted::Within(String::new()),
        ))
    }

    /// Whether anything is tied together, so that there are pages of it.
    fn has_thread(&self) -> bool {
        let evaluates = |found: &Evaluation| self.item(&found.quality_indicator.value).is_ok();
        let ties = |report: usize, found: &Objective| {
            let mut actions = found.actions.iter();
            let mut serves = found.serves.iter();
            serves.any(|name| self.item(&name.value).is_ok())
                || found.evaluations.iter().any(evaluates)
                || actions.any(|action| {
                    let (mut fulfils, mut measures) =
                        (action.fulfils.iter(), action.measures.iter());
                    fulfils.any(|name| self.duty(&name.value).is_ok())
                        || measures.any(|name| self.measure_at(Some(report), &name.value).is_some())
                })
        };
        let mut reports = self.model.reports.iter().enumerate();
        reports.any(|(at, report)| {
            let mut objectives = report.objectives.iter();
            report.evaluations.iter().any(evaluates) || objectives.any(|found| ties(at, found))
        })
    }
}
