//! Reports: editions.

use std::{collections::BTreeMap, sync::Arc};

use jiff::civil::DateTime;

use crate::{
    model::{
        Common, Date, Evaluation, Figure, Id, Judgement, Objective, Period, Prose, Section, Text,
        words,
    },
    text::{Span, Spanned},
};

words! {
    /// Which stage of its period a report is of.
    Stage {
        /// The whole year.
        Annual = "annual",
        /// Half way.
        SixMonth = "six-month",
        /// A quarter.
        Quarter = "quarter",
        /// The plan, before any result.
        Plan = "plan",
    }
}

words! {
    /// How far a report is on its way to the public.
    Status {
        /// Not published: only built with `--drafts`, and marked on every page.
        Draft = "draft",
        /// Published: a record.
        Published = "published",
        /// Published, and replaced by a later edition.
        Superseded = "superseded",
    }
}

/// The addresses at the top of a site that are its own, so that no report or page is named so.
pub const RESERVED_AT_TOP: [&str; 8] = [
    "actions",
    "assets",
    "charts",
    "data",
    "frameworks",
    "guidance",
    "measures",
    "thread",
];

/// The names in a report that are its own, so that no objective is named so.
pub const RESERVED_IN_REPORT: [&str; 6] = [
    "actions",
    "evaluations",
    "exceptions",
    "measures",
    "print",
    "thread",
];

/// What a report said when it was sealed, by the names that the lock file uses, with the places there.
pub type Sealed = BTreeMap<Arc<str>, Spanned<Arc<str>>>;

/// One edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// The name of its folder: its permanent address.
    pub id: Id,
    /// Its title.
    pub title: Text,
    /// The period it is about.
    pub period: Spanned<Period>,
    /// The stage it is of.
    pub stage: Spanned<Stage>,
    /// Draft, published or superseded.
    pub status: Spanned<Status>,
    /// The day it was published.
    pub published: Option<Spanned<Date>>,
    /// The day it was last changed.
    pub updated: Option<Spanned<Date>>,
    /// The day the next edition is due.
    pub next_update: Option<Spanned<Date>>,
    /// Not to be published before this moment, in local time.
    pub embargo: Option<Spanned<DateTime>>,
    /// Whether that moment is still to come, as far as is known. Reading knows no clock: an embargo
    /// holds until the pipeline is told the time.
    pub embargoed: bool,
    /// What it said when it was sealed, by the names that the lock file uses; empty where it never
    /// was.
    pub sealed: Arc<Sealed>,
    /// What was put right after publication.
    pub corrections: Vec<Correction>,
    /// The introduction: the body of report.md.
    pub introduction: Prose,
    /// Narrative sections of the report itself, in reading order.
    pub sections: Vec<Section>,
    /// Objectives, in order.
    pub objectives: Vec<Arc<Objective>>,
    /// What the report as a whole says of itself against quality indicators, by file name.
    pub evaluations: Vec<Evaluation>,
    /// Its place in lists, where not by date.
    pub order: Option<i64>,
    /// What any item may carry.
    pub common: Common,
    /// The start of report.md.
    pub span: Span,
}

/// A correction to a published edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// When it was made.
    pub date: Spanned<Date>,
    /// What it is about: a reference such as `measure:edu003`.
    pub about: Option<Spanned<Arc<str>>>,
    /// The figure before.
    pub was: Option<Figure>,
    /// The judgement before, of a correction that is about one.
    pub was_judged: Option<Judgement>,
    /// The figure now.
    pub now: Option<Figure>,
    /// The judgement now, of a correction that is about one.
    pub now_judged: Option<Judgement>,
    /// Why.
    pub reason: Text,
}

impl Correction {
    /// Whether it withdraws a figure to protect people: `[c]` stands for the figure before as well, so
    /// that the correction does not tell it again.
    pub fn withdraws(&self) -> bool {
        let withheld = |figure: &Option<Figure>| figure.as_ref().is_some_and(Figure::is_withheld);
        withheld(&self.was) && withheld(&self.now)
    }
}

impl Report {
    /// Whether its status says that it is a draft.
    pub fn is_draft(&self) -> bool {
        self.status.value == Status::Draft
    }

    /// Whether it is for the public: neither a draft nor still under embargo. What is not is treated
    /// alike: marked where it is built at all, and kept out of data and feeds.
    pub fn is_public(&self) -> bool {
        !self.is_draft() && !self.embargoed
    }

    /// The day its figures are judged at: `updated`, else `published`, else its period's end. Never
    /// the clock.
    pub fn reference_date(&self) -> Date {
        let date = self.updated.as_ref().or(self.published.as_ref());
        date.map_or_else(|| self.period.value.end(), |date| date.value)
    }
}
