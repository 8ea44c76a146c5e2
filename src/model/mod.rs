//! Floor 2: what a site folder says, as plain data.
//!
//! No input or output, no serialisation, no derived facts: a value here is what somebody wrote,
//! with the place where they wrote it. Closed sets are enums; figures are exact decimals.

mod action;
mod common;
mod evaluation;
mod figure;
mod framework;
mod guidance;
mod id;
mod item;
mod measure;
mod objective;
mod period;
mod prose;
mod report;
mod reviews;
mod settings;
mod site;
mod text;
mod unread;

pub use action::{Action, ActionStatus};
pub use common::{Accept, Attachment, Common};
pub use evaluation::{Answer, Evaluation, ThemeRemark};
pub use figure::{Decimal, Figure, Fraction, Symbol};
pub use framework::{
    Framework, FrameworkItem, Question, Scale, Theme, WELL_BEING, WELL_BEING_GOALS,
};
pub use guidance::{Chapter, Duty, Guidance, Responsibility, chapter_number};
pub use id::Id;
pub use item::{Carrier, Extent, Item};
pub use measure::{
    Comparator, Group, History, Measure, Polarity, Rag, Rank, RbaQuestion, SeriesBreak, StatedRag,
    Unit,
};
pub use objective::{Judgement, Objective, WayOfWorking};
pub use period::{Date, Kind as PeriodKind, Part as PeriodPart, Period, PeriodError};
pub use prose::{Markdown, Prose, Role, Section};
pub use report::{Correction, RESERVED_AT_TOP, RESERVED_IN_REPORT, Report, Sealed, Stage, Status};
pub use reviews::Reviews;
pub use settings::{AtTarget, Brand, Contact, MeasureGroup, RagSettings, RagShow, Settings};
pub use site::{ACCESSIBILITY, Asset, Model, Page, ThemeFile};
pub use text::{Language, Text};
pub use unread::{Faults, Unread};

/// A closed set of written words.
pub trait Word: Copy + 'static {
    /// Every one, in order.
    const ALL: &'static [Self];

    /// The word as written in content and data files.
    fn as_str(self) -> &'static str;
}

/// Declares a closed set of written words, so that reading, listing and printing stay in step.
macro_rules! words {
    ($(#[$meta:meta])* $name:ident { $($(#[$doc:meta])+ $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])+ $variant,)+ }

        impl $name {
            /// Every one, in order.
            pub const ALL: &[Self] = &[$(Self::$variant,)+];

            /// The word as written in content and data files.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $word,)+ }
            }

            /// The one written as `word`.
            pub fn parse(word: &str) -> Option<Self> {
                match word { $($word => Some(Self::$variant),)+ _ => None }
            }
        }

        impl crate::model::Word for $name {
            const ALL: &'static [Self] = Self::ALL;

            fn as_str(self) -> &'static str {
                self.as_str()
            }
        }
    };
}
pub(crate) use words;
