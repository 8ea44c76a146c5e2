//! Anchors: every id on a page is there once.

use crate::model::{Objective, Section};

/// The ids that templates give to parts of their own.
const RESERVED: [&str; 27] = [
    "main",
    "why",
    "ways-of-working",
    "actions",
    "actions-table",
    "measures",
    "key",
    "attachments",
    "data",
    "contents",
    "problem",
    "objectives",
    "corrections",
    "editions",
    "edition",
    "changes",
    "earlier",
    "latest",
    "series",
    "comparators",
    "about",
    "comments",
    "story-judgement",
    "story-ratings",
    "story-travel",
    "story-progress",
    "introduction",
];

/// The anchor of a narrative section: its file's name.
pub(super) fn section_anchor(section: &Section) -> String {
    let name = section.role.as_str().to_lowercase();
    let letters = name.chars();
    let name: String = letters
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    if is_taken(&name) {
        format!("section-{name}")
    } else {
        name
    }
}

/// The anchor of a measure's row on its objective's page: its id, which nothing else there bears.
pub(super) fn row_anchor(objective: &Objective, id: &str) -> String {
    let section = objective
        .sections
        .iter()
        .any(|section| section_anchor(section) == id);
    let group = objective.measures.iter().any(|measure| {
        let group = measure.group.as_str();
        id == group || id.strip_prefix(group) == Some("-table")
    });
    if section || group || is_taken(id) {
        format!("measure-{id}")
    } else {
        id.to_owned()
    }
}

/// The anchor of an action's row on its objective's page.
pub(super) fn action_anchor(id: &str) -> String {
    format!("action-{id}")
}

/// Whether templates use the id, or one that begins like those of rows, symbols and drawings.
fn is_taken(id: &str) -> bool {
    let begins = [
        "action-", "symbol-", "arrow-", "chart-", "drawing-", "changes-",
    ];
    RESERVED.contains(&id) || begins.iter().any(|begin| id.starts_with(begin))
}
