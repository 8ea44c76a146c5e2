//! Frameworks: the goals that objectives serve, and the quality indicators that work is evaluated
//! against.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    model::{Common, Date, Id, Prose, Text, words},
    text::{Span, Spanned},
};

words! {
    /// The scale that an evaluation against a framework states its level on.
    Scale {
        /// From 6 for excellent to 1 for unsatisfactory. A whole quality indicator is graded, never a
        /// theme, and grading is optional.
        SixPoint = "six-point",
    }
}

/// The framework that is built in: the seven well-being goals.
pub const WELL_BEING: &str = "wfg";

/// The seven well-being goals of the Well-being of Future Generations (Wales) Act 2015, in the order
/// of its section 4, by their names in references: `wfg/<name>`.
pub const WELL_BEING_GOALS: [&str; 7] = [
    "prosperous",
    "resilient",
    "healthier",
    "more-equal",
    "cohesive-communities",
    "vibrant-culture",
    "globally-responsible",
];

/// A set of goals or of quality indicators.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Framework {
    /// The name of its folder: what references begin with.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// Who publishes it.
    pub publisher: Option<Text>,
    /// The scale that evaluations state a level on; none has no levels.
    pub scale: Option<Spanned<Scale>>,
    /// The day it was published.
    pub published: Option<Spanned<Date>>,
    /// The day it was last changed.
    pub updated: Option<Spanned<Date>>,
    /// Its place among frameworks: lower first, then by folder name.
    pub order: Option<i64>,
    /// What the organisation says about it: the body of framework.md.
    pub introduction: Prose,
    /// Its goals or indicators in reading order, each before those below it.
    pub items: Vec<FrameworkItem>,
    /// What any item may carry.
    pub common: Common,
    /// The start of framework.md.
    pub span: Span,
}

/// A goal or a quality indicator of a framework.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrameworkItem {
    /// Its name in the framework: its code, else its path without `.yaml`. Parts are parted by
    /// slashes.
    pub id: Arc<str>,
    /// Its code, such as `2.3`.
    pub code: Option<Arc<str>>,
    /// Its title.
    pub title: Text,
    /// The goal above it: its index among the framework's items.
    pub parent: Option<usize>,
    /// The day it was published.
    pub published: Option<Spanned<Date>>,
    /// The day it was last changed.
    pub updated: Option<Spanned<Date>>,
    /// The level that its themes' illustrations describe, 1 to 6.
    pub illustration_level: Option<Spanned<u8>>,
    /// Its themes, in order.
    pub themes: Vec<Theme>,
    /// Its challenge questions; the first is number 1.
    pub questions: Vec<Question>,
    /// Its place among its neighbours: lower first, then by code or name.
    pub order: Option<i64>,
    /// What any item may carry.
    pub common: Common,
    /// The start of its file.
    pub span: Span,
}

/// A theme of a quality indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Theme {
    /// Its identity in the indicator.
    pub id: Spanned<Id>,
    /// Its title.
    pub title: Text,
    /// What good work looks like, as Markdown.
    pub illustration: Option<Text>,
}

/// A challenge question of a quality indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// What keeps its identity across editions of the framework, where it is given.
    pub id: Option<Spanned<Id>>,
    /// The question.
    pub text: Text,
}

impl Framework {
    /// Whether it holds goals: nothing in it has themes or questions. Else all that it holds are quality
    /// indicators. Source: docs/format.md, "Frameworks".
    pub fn is_goals(&self) -> bool {
        let mut items = self.items.iter();
        !items.any(FrameworkItem::has_themes_or_questions)
    }

    /// The items directly below one, or at the top, in order.
    pub fn below(&self, parent: Option<usize>) -> impl Iterator<Item = usize> {
        let items = self.items.iter().enumerate();
        items.filter_map(move |(at, item)| (item.parent == parent).then_some(at))
    }
}

impl FrameworkItem {
    /// Whether it says what it is evaluated by; what stands above quality indicators may not.
    pub fn has_themes_or_questions(&self) -> bool {
        !self.themes.is_empty() || !self.questions.is_empty()
    }

    /// The question that an answer names, by its number, as numbers are written, or its id.
    pub fn question(&self, name: &str) -> Option<usize> {
        let numbers: Option<usize> = name.parse().ok();
        let numbers = numbers.filter(|number| number.to_string() == name);
        let by_number = numbers.and_then(|number| number.checked_sub(1));
        let by_number = by_number.filter(|at| *at < self.questions.len());
        let named = |question: &Question| {
            let id = question.id.as_ref();
            id.is_some_and(|id| id.value.as_str() == name)
        };
        let by_id = self.questions.iter().position(named);
        by_id.or(by_number)
    }

    /// The names that answers may give: the ids of the questions that have one, else their numbers.
    pub fn question_names(&self) -> BTreeSet<String> {
        let questions = self.questions.iter().enumerate();
        let name = |(at, question): (usize, &Question)| match &question.id {
            Some(id) => id.value.to_string(),
            None => (at + 1).to_string(),
        };
        questions.map(name).collect()
    }
}
