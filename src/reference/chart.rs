//! Which charts there are, and what each is called.

use crate::model::{Group, Model, RagShow};

/// What a chart of a report shows. Indices are the model's.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Chart {
    /// One measure of an objective.
    Measure(usize, usize),
    /// All measures of one group of an objective.
    Group(usize, Group),
    /// How many of an objective's measures have which rating.
    Ratings(usize),
    /// How far an objective's actions have come.
    Actions(usize),
}

/// Every chart of a report by its name, in reading order: `<objective>-ratings`,
/// `<objective>-actions`, `<objective>-<group>`, and a measure's under its id. No chart of ratings
/// where the site shows none.
pub fn charts(model: &Model, report: usize) -> Vec<(String, Chart)> {
    let mut charts = Vec::new();
    let rated = model.settings.rag.show != RagShow::None;
    for (at, objective) in model.reports[report].objectives.iter().enumerate() {
        let id = &objective.id;
        if rated && !objective.measures.is_empty() {
            charts.push((format!("{id}-ratings"), Chart::Ratings(at)));
        }
        if !objective.actions.is_empty() {
            charts.push((format!("{id}-actions"), Chart::Actions(at)));
        }
        let mut groups: Vec<&Group> = Vec::new();
        for measure in &objective.measures {
            if !groups.contains(&&measure.group) {
                groups.push(&measure.group);
            }
        }
        for group in groups {
            let name = format!("{id}-{}", group.as_str());
            charts.push((name, Chart::Group(at, group.clone())));
        }
        for (place, measure) in objective.measures.iter().enumerate() {
            charts.push((measure.id.value.to_string(), Chart::Measure(at, place)));
        }
    }
    charts
}
