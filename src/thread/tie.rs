//! One step of the thread.

use std::sync::Arc;

use crate::{
    model::{Evaluation, Model, words},
    reference::{NumberOf, Origin, References, Spot, Target},
    thread::{ActionAt, EvaluationAt},
};

words! {
    /// What ties two things together.
    TieKind {
        /// An objective serves a goal or quality indicator.
        Serves = "serves",
        /// An action fulfils a duty.
        Fulfils = "fulfils",
        /// An action is measured by a measure.
        MeasuredBy = "measured-by",
        /// An answer of an evaluation stands on something.
        Evidence = "evidence",
        /// An evaluation is against a quality indicator.
        Evaluates = "evaluates",
    }
}

/// One step of the thread.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tie {
    /// Where it begins.
    pub from: Spot,
    /// Where it leads.
    pub to: Target,
    /// What it is.
    pub kind: TieKind,
    /// The edition that says so.
    pub report: usize,
    /// How the content names where it leads.
    pub written: Arc<str>,
    /// The question, from 0, whose answer an evidence is.
    pub question: Option<usize>,
}

impl Tie {
    /// What it leads to on the site, whatever part of its page is meant; a measure's figure is the
    /// measure.
    pub fn spot(&self) -> Option<&Spot> {
        match &self.to {
            Target::Spot(spot, _) => Some(spot),
            _ => None,
        }
    }

    /// The evaluation that it begins at.
    pub fn evaluation(&self) -> Option<EvaluationAt> {
        match self.from {
            Spot::Evaluation(report, objective, at) => Some((report, objective, at)),
            _ => None,
        }
    }

    /// The action that it begins at.
    pub fn action(&self) -> Option<ActionAt> {
        match self.from {
            Spot::Action(report, objective, at) => Some((report, objective, at)),
            _ => None,
        }
    }

    /// Whether another one says the same: what is named twice is tied once.
    fn repeats(&self, other: &Self) -> bool {
        let ends = |tie: &Self| (tie.kind, tie.report, tie.question);
        ends(self) == ends(other) && self.from == other.from && self.to == other.to
    }
}

/// The ties of one report, in the order of the content. Names that nothing bears are findings of the
/// check, and no ties.
pub(super) fn of_report(model: &Model, references: &References<'_>, report: usize) -> Vec<Tie> {
    let found = &model.reports[report];
    let mut ties = Vec::new();
    let origin = Origin::of(model, found.span).report(report);
    for (at, evaluation) in found.evaluations.iter().enumerate() {
        let from = Spot::Evaluation(report, None, at);
        self::evaluation(references, &origin, &from, evaluation, &mut ties);
    }
    for (place, objective) in found.objectives.iter().enumerate() {
        let origin = Origin::of(model, objective.span).objective(report, place);
        let mut tie = |from: Spot, to: Spot, kind: TieKind, written: &Arc<str>| {
            let tie = Tie {
                from,
                to: Target::Spot(to, None),
                kind,
                report,
                written: Arc::clone(written),
                question: None,
            };
            push(tie, &mut ties);
        };
        for entry in &objective.serves {
            if let Ok((framework, item)) = references.item(&entry.value) {
                let to = Spot::Item(framework, item);
                tie(
                    Spot::Objective(report, place),
                    to,
                    TieKind::Serves,
                    &entry.value,
                );
            }
        }
        for (at, action) in objective.actions.iter().enumerate() {
            let from = Spot::Action(report, place, at);
            for entry in &action.fulfils {
                if let Ok((guidance, body, duty)) = references.duty(&entry.value) {
                    let to = Spot::Duty(guidance, body, duty);
                    tie(from.clone(), to, TieKind::Fulfils, &entry.value);
                }
            }
            for entry in &action.measures {
                if let Ok(to) = references.measure(&origin, &entry.value) {
                    tie(
                        from.clone(),
                        Spot::Row(to),
                        TieKind::MeasuredBy,
                        &entry.value,
                    );
                }
            }
        }
        for (at, evaluation) in objective.evaluations.iter().enumerate() {
            let from = Spot::Evaluation(report, Some(place), at);
            self::evaluation(references, &origin, &from, evaluation, &mut ties);
        }
    }
    ties
}

fn evaluation(
    references: &References<'_>,
    origin: &Origin<'_>,
    from: &Spot,
    found: &Evaluation,
    ties: &mut Vec<Tie>,
) {
    let Some(report) = origin.report else {
        return;
    };
    let Ok((framework, item)) = references.item(&found.quality_indicator.value) else {
        return;
    };
    ties.push(Tie {
        from: from.clone(),
        to: Target::Spot(Spot::Item(framework, item), None),
        kind: TieKind::Evaluates,
        report,
        written: Arc::clone(&found.quality_indicator.value),
        question: None,
    });
    let indicator = &references.model().frameworks[framework].items[item];
    let folder = references.folder_of(found.span);
    let origin = Origin { folder, ..*origin };
    for answer in &found.answers {
        let Some(question) = indicator.question(&answer.question.value) else {
            continue;
        };
        for evidence in &answer.evidence {
            let Ok(to) = references.link(&origin, &evidence.value) else {
                continue;
            };
            let tie = Tie {
                from: from.clone(),
                to: meant(references.model(), to),
                kind: TieKind::Evidence,
                report,
                written: Arc::clone(&evidence.value),
                question: Some(question),
            };
            push(tie, ties);
        }
    }
}

/// What evidence is, however it is named: of a figure the measure, of a count what it counts in, of
/// the anchor of a numbered paragraph that paragraph.
fn meant(model: &Model, to: Target) -> Target {
    let spot = match to {
        Target::Figure(figure) => Spot::Row(figure.at),
        Target::Number(NumberOf::Complete(report, objective, at)) => {
            Spot::Action(report, objective, at)
        }
        Target::Number(NumberOf::Count {
            report, objective, ..
        }) => match objective {
            Some(at) => Spot::Objective(report, at),
            None => Spot::Report(report),
        },
        Target::Spot(Spot::Chapter(guidance, chapter), Some(anchor)) => {
            let mut paragraphs = model.guidance[guidance].chapters[chapter].paragraphs.iter();
            if !paragraphs.any(|number| *number.value == *anchor) {
                return Target::Spot(Spot::Chapter(guidance, chapter), Some(anchor));
            }
            Spot::Paragraph(guidance, chapter, anchor)
        }
        to => return to,
    };
    Target::Spot(spot, None)
}

/// Adds a tie that is not there yet. Those that begin at one place follow one another.
fn push(tie: Tie, ties: &mut Vec<Tie>) {
    let mut own = ties.iter().rev().take_while(|other| other.from == tie.from);
    // Web addresses lead out of the site, each to a place of its own; of what is on it, the place counts,
    // however it is named.
    let out = tie.to == Target::External;
    if !own.any(|other| tie.repeats(other) && (!out || tie.written == other.written)) {
        ties.push(tie);
    }
}
