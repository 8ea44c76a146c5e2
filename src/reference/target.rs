//! What references lead to. Indices are the model's.

use crate::model::{Id, Period, words};

/// A measure in one edition.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct MeasureAt {
    /// The report.
    pub report: usize,
    /// The objective in it.
    pub objective: usize,
    /// The measure in that.
    pub measure: usize,
}

/// What a reference leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// Somewhere else: a web address, an e-mail address, a telephone number.
    External,
    /// A heading on the very page that the link stands on.
    Fragment(String),
    /// Something of this site, and a heading there where one is named.
    Spot(Spot, Option<String>),
    /// A figure, whose words the link's text must be.
    Figure(FigureOf),
    /// A number that is counted or stated elsewhere than in a measure, which the link's text must be.
    Number(NumberOf),
    /// A chart of a report, by its name.
    Chart(usize, String),
    /// A file that is copied beside the pages, and what stands behind `#`.
    Asset(usize, Option<String>),
}

/// Something of this site that has a place on its pages.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spot {
    /// The home page.
    Home,
    /// A page of the site's own.
    Page(usize),
    /// A report.
    Report(usize),
    /// An objective of a report.
    Objective(usize, usize),
    /// A narrative section of a report, or of the objective where there is one.
    Section(usize, Option<usize>, usize),
    /// An action of an objective of a report.
    Action(usize, usize, usize),
    /// A measure in one edition.
    Row(MeasureAt),
    /// A measure across editions.
    Measure(Id),
    /// A framework.
    Framework(usize),
    /// A goal or quality indicator of a framework.
    Item(usize, usize),
    /// A guidance document.
    Guidance(usize),
    /// A chapter of a guidance document.
    Chapter(usize, usize),
    /// A paragraph of a chapter, by its number.
    Paragraph(usize, usize, String),
    /// The duties of a guidance document.
    Duties(usize),
    /// A duty of a body, in a guidance document.
    Duty(usize, usize, usize),
    /// The golden thread of a report, or the page of all where there is none.
    Thread(Option<usize>),
    /// A self-evaluation of a report, or of the objective where there is one.
    Evaluation(usize, Option<usize>, usize),
}

impl Spot {
    /// The report that it is of; `None` for what is of no edition, or of several.
    pub fn report(&self) -> Option<usize> {
        match self {
            Self::Report(at)
            | Self::Objective(at, _)
            | Self::Section(at, ..)
            | Self::Action(at, ..)
            | Self::Evaluation(at, ..) => Some(*at),
            Self::Row(row) => Some(row.report),
            Self::Thread(at) => *at,
            Self::Home
            | Self::Page(_)
            | Self::Measure(_)
            | Self::Framework(_)
            | Self::Item(..)
            | Self::Guidance(_)
            | Self::Chapter(..)
            | Self::Paragraph(..)
            | Self::Duties(_)
            | Self::Duty(..) => None,
        }
    }
}

impl Target {
    /// The report that it is of; `None` for what is of no edition, or of several.
    pub fn report(&self) -> Option<usize> {
        match self {
            Self::Spot(spot, _) => spot.report(),
            Self::Figure(figure) => Some(figure.at.report),
            Self::Number(NumberOf::Count { report, .. } | NumberOf::Complete(report, ..))
            | Self::Chart(report, _) => Some(*report),
            Self::External | Self::Fragment(_) | Self::Asset(..) => None,
        }
    }
}

words! {
    /// Which figure of a measure is meant.
    Field {
        /// The result.
        Actual = "actual",
        /// The aim.
        Target = "target",
        /// The result one comparable period earlier.
        Previous = "previous",
        /// The level at which performance needs intervening in.
        Intervention = "intervention",
        /// The change between the result and the one before, as an edition tells it.
        Change = "change",
        /// The fraction that the result was worked out from.
        Fraction = "fraction",
    }
}

/// A figure of a measure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FigureOf {
    /// The measure, in the edition whose figures are meant.
    pub at: MeasureAt,
    /// Which figure.
    pub field: Field,
    /// The period, where not the one that the edition's row covers: then it is the series' figure.
    pub period: Option<Period>,
    /// Whether the edition itself is meant, so that the link leads into its pages; else the latest
    /// was taken because the reference stands outside every report.
    pub edition: bool,
}

words! {
    /// What is counted in a report or objective.
    Counted {
        /// Measures shown as green.
        Green = "green",
        /// Measures shown as amber.
        Amber = "amber",
        /// Measures shown as red.
        Red = "red",
        /// Measures that are not rated.
        NotRated = "not-rated",
        /// Measures that are rated.
        Rated = "rated",
        /// All measures.
        Measures = "measures",
        /// All actions.
        Actions = "actions",
        /// Actions that are 100 per cent complete.
        ActionsComplete = "actions-complete",
    }
}

/// A number that prose may quote, of a report, an objective or an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberOf {
    /// A count in a report, or in the objective where there is one.
    Count {
        /// The report.
        report: usize,
        /// The objective in it.
        objective: Option<usize>,
        /// What is counted.
        counted: Counted,
    },
    /// How many per cent of an action are complete: report, objective and action.
    Complete(usize, usize, usize),
}
