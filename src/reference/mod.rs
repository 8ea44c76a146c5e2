//! Floor 4, lower half: what a reference in the content leads to.
//!
//! `measure:edu003`, `action:challenging-targets`, `../about.md`, `chart:edu003`: names are resolved
//! by identity, each in the edition it is written in. Pure over the model: no facts, no words, no
//! addresses. What checks references and what turns them into links share this one reading.

mod chart;
mod index;
mod name;
mod origin;
mod path;
mod problem;
mod target;
mod unread;
mod web;

#[cfg(test)]
mod tests;

pub use chart::{Chart, charts, is_charted};
pub use index::{Index, References};
pub use origin::Origin;
pub use problem::{Problem, Wanted};
pub use target::{Field, FigureOf, MeasureAt, Spot, Target};

use crate::model::{WELL_BEING_GOALS, WellBeingGoal};
use crate::text::{Code, did_you_mean};

/// The goal that an entry of `serves:` names, such as `wfg/more-equal`.
///
/// # Errors
/// Where there is no such framework, or no such goal in it.
pub fn goal(entry: &str) -> Result<&'static WellBeingGoal, Problem> {
    let wanted = entry.strip_prefix("wfg/");
    let mut goals = WELL_BEING_GOALS.iter();
    let found = goals.find(|goal| wanted == Some(goal.id));
    found.ok_or_else(|| {
        let names: Vec<_> = WELL_BEING_GOALS
            .iter()
            .map(|goal| format!("wfg/{}", goal.id))
            .collect();
        Problem {
            code: Code::UnknownReference,
            message: format!("`{entry}` is not a goal of any framework"),
            help: did_you_mean(entry, names.iter().map(String::as_str)),
            wanted: Wanted::Nothing,
        }
    })
}
