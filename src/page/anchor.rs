//! Anchors: every id on a page is there once.
//!
//! What authors name has no underscore in it, so what is put together of several names is joined by
//! one: no name of another thing reads the same.

use crate::{
    model::{
        Evaluation, FrameworkItem, Group, Guidance, Language, Objective, Report, Section, Theme,
    },
    prose::Ids,
    wording::Place,
};

/// The anchors that a page has already, for the headings of the texts on it.
pub(super) struct Anchors {
    /// All that are given.
    pub ids: Ids,
    /// How many charts stand in texts so far.
    pub placed: usize,
}

impl Anchors {
    /// The anchors that templates give on a page.
    pub fn of(place: &Place) -> Self {
        let own = match place {
            Place::Home => HOME,
            Place::Report(_) | Place::Objective(..) => REPORT,
            Place::Print(_) => PRINT,
            Place::Framework(_) | Place::Item(..) | Place::Guidance(_) | Place::Chapter(..) => {
                STANDING
            }
            _ => &[],
        };
        let mut ids = Ids::new();
        for id in EVERYWHERE.iter().chain(own) {
            ids.reserve(id);
        }
        Self { ids, placed: 0 }
    }

    /// Reserves the anchors of narrative sections.
    #[must_use]
    pub fn sections(mut self, sections: &[Section]) -> Self {
        for section in sections {
            self.ids.reserve(&section_anchor(section));
        }
        self
    }

    /// Reserves everything on the page of a whole edition.
    #[must_use]
    pub fn whole(mut self, report: &Report) -> Self {
        for section in &report.sections {
            self.ids
                .reserve(&format!("section-{}", section_anchor(section)));
        }
        for objective in &report.objectives {
            let own = format!("objective-{}", objective.id);
            let sections = objective.sections.iter();
            let sections = sections.map(|section| format!("section-{}", section_anchor(section)));
            let groups = objective.measures.iter().flat_map(|measure| {
                let group = measure.group.as_str();
                [format!("group-{group}"), format!("group-{group}_table")]
            });
            let evaluations = objective.evaluations.iter();
            let evaluations = evaluations.map(|found| evaluation_anchor(found.id.as_str()));
            let parts = PARTS.iter().map(ToString::to_string);
            for part in parts.chain(sections).chain(groups).chain(evaluations) {
                self.ids.reserve(&part_anchor(&own, &part));
            }
            self.ids.reserve(&own);
        }
        self.evaluations(&report.evaluations)
    }

    /// Reserves the anchors of evaluations and of what they say.
    #[must_use]
    pub fn evaluations(mut self, evaluations: &[Evaluation]) -> Self {
        for evaluation in evaluations {
            self.ids.reserve(&evaluation_anchor(evaluation.id.as_str()));
        }
        self
    }

    /// Reserves everything on the page of an objective.
    #[must_use]
    pub fn objective(mut self, objective: &Objective) -> Self {
        for measure in &objective.measures {
            let group = group_anchor(objective, &measure.group);
            self.ids.reserve(&group);
            self.ids.reserve(&format!("{group}_table"));
            let row = row_anchor(objective, measure.id.value.as_str());
            self.ids.reserve(&row);
        }
        for action in &objective.actions {
            let row = action_anchor(action.id.value.as_str());
            self.ids.reserve(&row);
        }
        self.sections(&objective.sections)
            .evaluations(&objective.evaluations)
    }
}

/// The parts of an objective on the page of a whole edition, besides its sections and groups.
const PARTS: &[&str] = &[
    "why",
    "ways",
    "actions",
    "actions_table",
    "measures",
    "evaluations",
    "attachments",
];

/// The anchors that templates give on every page.
const EVERYWHERE: &[&str] = &[
    "as_evidence",
    "main",
    "problem",
    "contents",
    "data",
    "key",
    "attachments",
    "symbol-green",
    "symbol-amber",
    "symbol-red",
    "symbol-none",
    "arrow-up",
    "arrow-down",
    "arrow-level",
];

/// Those on the home page.
const HOME: &[&str] = &[
    "edition",
    "objectives",
    "earlier",
    "matrix",
    "changes",
    "changes-better",
    "changes-worse",
    "changes-same",
];

/// Those on the page of a report or an objective.
const REPORT: &[&str] = &[
    "objectives",
    "matrix",
    "since",
    "corrections",
    "editions",
    "why",
    "ways-of-working",
    "actions",
    "actions_table",
    "measures",
    "evaluations",
    "evaluations-of-objectives",
];

/// Those on the page of a framework or of something in it, of guidance, and of the thread.
const STANDING: &[&str] = &[
    "items",
    "themes",
    "questions",
    "evaluations",
    "served-by",
    "below",
    "chapters",
    "responsibilities",
];

/// Those on the page of a whole edition; all others begin with `objective-`, `section-`, `evaluation-`,
/// `chart-` or `drawing-`.
const PRINT: &[&str] = &["overview", "introduction", "corrections", "evaluations"];

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

/// The anchor of a part of an objective on the page of a whole edition, where `own` is the
/// objective's.
pub(super) fn part_anchor(own: &str, part: &str) -> String {
    format!("{own}_{part}")
}

/// The anchor of a group of measures on its objective's page: its name, which no section there
/// bears and no heading of the page itself.
pub(super) fn group_anchor(objective: &Objective, group: &Group) -> String {
    let name = group.as_str();
    let mut sections = objective.sections.iter().map(section_anchor);
    if sections.any(|section| section == name) || is_taken(name) {
        format!("group-{name}")
    } else {
        name.to_owned()
    }
}

/// The anchor of a measure's row on its objective's page: its id, which nothing else there bears.
pub(super) fn row_anchor(objective: &Objective, id: &str) -> String {
    let section = objective
        .sections
        .iter()
        .any(|section| section_anchor(section) == id);
    let mut measures = objective.measures.iter();
    let group = measures.any(|measure| group_anchor(objective, &measure.group) == id);
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

/// The anchor of an evaluation on the page of its objective or report.
pub(super) fn evaluation_anchor(id: &str) -> String {
    format!("evaluation-{}", id.to_lowercase())
}

/// The anchor of a challenge question on its indicator's page: its id where it has one, else its
/// number, from 1; `at` is its place, from 0.
pub(super) fn question_anchor(item: &FrameworkItem, at: usize) -> String {
    match &item.questions[at].id {
        // A number is an id too, and need not be that of the place.
        Some(id) if id.value.as_str().bytes().all(|byte| byte.is_ascii_digit()) => {
            part_anchor("question", id.value.as_str())
        }
        Some(id) => format!("question-{}", id.value),
        None => format!("question-{}", at + 1),
    }
}

/// The anchor of a theme on its indicator's page.
pub(super) fn theme_anchor(theme: &Theme) -> String {
    format!("theme-{}", theme.id.value.as_str().to_lowercase())
}

/// The anchors of the bodies that guidance asks something of, on the page of their duties: their names
/// in the site's first language.
pub(super) fn body_anchors(guidance: &Guidance, first: &Language) -> Vec<String> {
    let mut ids = Ids::new();
    let bodies = guidance.responsibilities.iter();
    let anchors = bodies.map(|found| {
        let (name, _) = found.body.fallback(first, std::slice::from_ref(first));
        format!("body-{}", ids.take(name))
    });
    anchors.collect()
}

/// The anchor of a duty on the page of its guidance's responsibilities.
pub(super) fn duty_anchor(id: &str) -> String {
    format!("duty-{id}")
}

/// Whether the page of a report or objective has the id already, or may have one that begins so.
fn is_taken(id: &str) -> bool {
    let begins = [
        "action-",
        "chart-",
        "drawing-",
        "evaluation-",
        "group-",
        "measure-",
        "section-",
    ];
    EVERYWHERE.contains(&id)
        || REPORT.contains(&id)
        || begins.iter().any(|begin| id.starts_with(begin))
}
