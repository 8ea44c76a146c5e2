//! Counts as open data, with their denominators.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    facts::{ActionCounts, Direction, DirectionCounts, RatingCounts},
    model::Judgement,
};

/// How many measures and actions there are of each kind. Nothing is averaged.
#[derive(Debug, Serialize, JsonSchema)]
pub(super) struct Counts {
    /// Measures by the rating shown.
    ratings: Ratings,
    /// Measures by direction of travel.
    directions: Directions,
    /// Actions by judgement and progress.
    actions: Actions,
}

/// How many measures have each shown rating.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "RatingCounts")]
struct Ratings {
    /// Green.
    green: usize,
    /// Amber.
    amber: usize,
    /// Red.
    red: usize,
    /// Not rated: outside the denominator.
    not_rated: usize,
    /// The denominator: green, amber and red together.
    rated: usize,
    /// All measures, rated or not.
    all: usize,
}

/// How many measures went each way.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "DirectionCounts")]
struct Directions {
    /// Better than before.
    better: usize,
    /// The same as before.
    same: usize,
    /// Worse than before.
    worse: usize,
    /// There is nothing to compare with, or nothing that says which way is better.
    no_comparison: usize,
    /// A series break stands between the two figures.
    not_comparable: usize,
    /// All measures.
    all: usize,
}

/// How many actions there are of each judgement, and how far they have come.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "ActionCounts")]
struct Actions {
    /// Judged unsuccessful.
    unsuccessful: usize,
    /// Judged partly successful.
    partly_successful: usize,
    /// Judged fully successful.
    fully_successful: usize,
    /// Not yet judged.
    not_judged: usize,
    /// At 100 per cent.
    complete: usize,
    /// Past their due date, and neither done nor cancelled.
    overdue: usize,
    /// All actions.
    all: usize,
}

impl Counts {
    /// The counts of a report or objective.
    pub(super) fn of(
        ratings: &RatingCounts,
        directions: &DirectionCounts,
        actions: &ActionCounts,
    ) -> Self {
        let judged = |judgement| actions.judged.get(&judgement).copied().unwrap_or(0);
        Self {
            ratings: Ratings {
                green: ratings.green,
                amber: ratings.amber,
                red: ratings.red,
                not_rated: ratings.not_rated,
                rated: ratings.rated(),
                all: ratings.all(),
            },
            directions: Directions {
                better: directions.get(Direction::Better),
                same: directions.get(Direction::Same),
                worse: directions.get(Direction::Worse),
                no_comparison: directions.get(Direction::NoComparison),
                not_comparable: directions.get(Direction::NotComparable),
                all: Direction::ALL
                    .iter()
                    .map(|direction| directions.get(*direction))
                    .sum(),
            },
            actions: Actions {
                unsuccessful: judged(Some(Judgement::Unsuccessful)),
                partly_successful: judged(Some(Judgement::PartlySuccessful)),
                fully_successful: judged(Some(Judgement::FullySuccessful)),
                not_judged: judged(None),
                complete: actions.complete,
                overdue: actions.overdue,
                all: actions.all,
            },
        }
    }
}
