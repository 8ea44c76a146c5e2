//! Self-evaluation against a quality indicator.

use std::sync::Arc;

use crate::{
    model::{Common, FrameworkItem, Id, Text},
    text::{Span, Spanned},
};

/// What an objective or a report says of itself against one quality indicator.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Evaluation {
    /// The name of its file without `.yaml`; a dot in it is a hyphen here.
    pub id: Id,
    /// The indicator: `<framework>/<item>`.
    pub quality_indicator: Spanned<Arc<str>>,
    /// The level, 1 to 6: of the whole indicator. `None`: not graded.
    pub level: Option<Spanned<u8>>,
    /// What is strong.
    pub strengths: Option<Text>,
    /// What is to be improved.
    pub improvements: Option<Text>,
    /// What is said of its themes, in the order written.
    pub themes: Vec<ThemeRemark>,
    /// Answers to challenge questions, in the order written.
    pub answers: Vec<Answer>,
    /// What any item may carry.
    pub common: Common,
    /// The start of its file.
    pub span: Span,
}

/// What an evaluation says of a theme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ThemeRemark {
    /// The theme's id.
    pub theme: Spanned<Arc<str>>,
    /// What is said.
    pub text: Text,
}

/// An answer to a challenge question.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The question: its number or its id.
    pub question: Spanned<Arc<str>>,
    /// The answer.
    pub text: Option<Text>,
    /// What shows it: references, paths from this file, web addresses.
    pub evidence: Vec<Spanned<Arc<str>>>,
}

impl Evaluation {
    /// The answers with the questions of `item` that they answer, from 0, in the order of these. Those to
    /// questions that it does not have are left out.
    pub fn answered<'a>(&'a self, item: &FrameworkItem) -> Vec<(usize, &'a Answer)> {
        let answers = self.answers.iter();
        let mut answered: Vec<_> = answers
            .filter_map(|answer| Some((item.question(&answer.question.value)?, answer)))
            .collect();
        answered.sort_by_key(|(question, _)| *question);
        answered
    }
}
