//! What scrutiny looks at first in an edition.

use crate::{
    facts::{Aim, Basis, Direction, Facts, MeasureFacts, Rating, Spot, action::is_overdue},
    model::{Action, Decimal, Judgement, Measure, Model, Polarity, Rag},
};

/// The measures and actions of one edition that ask for attention, each list in reading order
/// unless it says otherwise. Where the site shows no ratings, no measure is here for its rating.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exceptions {
    /// Measures rated red.
    pub red: Vec<Spot>,
    /// Actions judged unsuccessful: indices of report, objective and action.
    pub unsuccessful: Vec<Spot>,
    /// Measures within the quarter of the way from the intervention level to the target that lies
    /// at the intervention level, and not past it: the closest first.
    pub near: Vec<Spot>,
    /// Measures that are worse than one comparable period earlier.
    pub worse: Vec<Spot>,
    /// Actions past their due date.
    pub overdue: Vec<Spot>,
    /// Red measures that nothing explains.
    pub unexplained: Vec<Spot>,
    /// Actions judged unsuccessful that nothing explains.
    pub unexplained_actions: Vec<Spot>,
    /// Measures of which this edition restates a figure, the previous one or its own.
    pub restated: Vec<Spot>,
}

impl Exceptions {
    /// Finds them in the report at `report` among the model's reports.
    pub fn of(model: &Model, facts: &Facts, report: usize) -> Self {
        let mut found = Self::default();
        let mut near = Vec::new();
        let edition = &model.reports[report];
        let reference = edition.reference_date();
        let objectives = edition
            .objectives
            .iter()
            .zip(&facts.reports[report].objectives);
        for (at, (objective, facts)) in objectives.enumerate() {
            for (row, (measure, facts)) in
                objective.measures.iter().zip(&facts.measures).enumerate()
            {
                let spot = (report, at, row);
                let add = |list: &mut Vec<Spot>, is: bool| list.extend(is.then_some(spot));
                let shown = facts.shown.basis != Basis::Hidden;
                let red = shown && is_red(facts);
                add(&mut found.red, red);
                add(&mut found.unexplained, red && !is_explained(measure));
                add(
                    &mut found.worse,
                    facts.movement.direction == Direction::Worse,
                );
                let previous = facts.previous.as_ref().and_then(|it| it.restated.as_ref());
                let mut restated = previous.into_iter().chain(&facts.actual_restated);
                add(
                    &mut found.restated,
                    restated.any(|restated| restated.at == spot),
                );
                // A result at its intervention level may be red, and a stated rating anything.
                let margin = Margin::of(measure, facts)
                    .filter(|_| shown && facts.shown.rating == Rating::Amber);
                near.extend(margin.map(|margin| (spot, margin)));
            }
            for (row, action) in objective.actions.iter().enumerate() {
                let spot = (report, at, row);
                let failed = is_unsuccessful(action);
                found.unsuccessful.extend(failed.then_some(spot));
                let unexplained = failed && action.comment.is_none();
                found
                    .unexplained_actions
                    .extend(unexplained.then_some(spot));
                let overdue = is_overdue(action, reference);
                found.overdue.extend(overdue.then_some(spot));
            }
        }
        near.retain(|(_, margin)| margin.is_near());
        near.sort_by_key(|(_, margin)| margin.part());
        found.near = near.into_iter().map(|(spot, _)| spot).collect();
        found
    }
}

/// Whether readers see a measure as red; where the site shows no ratings, whether the rule does.
pub fn is_red(facts: &MeasureFacts) -> bool {
    let rating = match facts.shown.basis {
        Basis::Hidden => facts.computed.rating,
        _ => facts.shown.rating,
    };
    rating == Rating::Red
}

/// Whether the organisation says anything of a measure that would explain a red: a comment, or the
/// reason for a red that it states itself.
pub fn is_explained(measure: &Measure) -> bool {
    let stated = measure.rag.as_ref();
    let said =
        stated.is_some_and(|stated| stated.status.value == Rag::Red && stated.reason.is_some());
    said || measure.comment.is_some()
}

/// Whether the organisation judges an action unsuccessful.
pub fn is_unsuccessful(action: &Action) -> bool {
    let judged = action.rag.as_ref().map(|rag| rag.value);
    judged == Some(Judgement::Unsuccessful)
}

/// How far a result is from its intervention level, on the way to the target.
#[derive(Clone, Copy)]
struct Margin {
    /// From the intervention level to the actual: never below zero.
    left: Decimal,
    /// From the intervention level to the target: above zero.
    whole: Decimal,
}

impl Margin {
    /// That of a measure that is not past its intervention level and not at its target.
    fn of(measure: &Measure, facts: &MeasureFacts) -> Option<Self> {
        let actual = measure.actual.as_ref()?.value?;
        let level = measure.intervention.as_ref()?.value?;
        let target = Aim::of(measure.target.as_ref())?;
        let (left, whole) = match facts.polarity? {
            Polarity::None => return None,
            Polarity::Higher => (
                actual.checked_sub(level)?,
                target.lower().checked_sub(level)?,
            ),
            Polarity::Lower => (
                level.checked_sub(actual)?,
                level.checked_sub(target.lower())?,
            ),
            Polarity::Target => {
                let whole = target.distance(level);
                (whole.checked_sub(target.distance(actual))?, whole)
            }
        };
        (left >= Decimal::ZERO && whole > Decimal::ZERO && left < whole)
            .then_some(Self { left, whole })
    }

    /// The part of the way that is behind it, from 0 at the intervention level to 1 at the target.
    fn part(&self) -> Decimal {
        // The whole is above what is left, so the quotient is one that a decimal holds.
        self.left.checked_div(self.whole).unwrap_or(Decimal::ONE)
    }

    /// Whether at most a quarter of the way is behind it.
    fn is_near(&self) -> bool {
        let four = self.left.checked_mul(Decimal::from(4));
        four.is_some_and(|four| four <= self.whole)
    }
}
