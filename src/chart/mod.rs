//! Floor 6a: charts. The only user of plotters.
//!
//! A chart is given words and exact figures, never facts or a model: see [`MeasureChart`] and its
//! kin. It is drawn twice, for wide and for narrow columns, through a plotters backend of our own
//! that keeps what each mark *means* (an [`ink::Ink`]) rather than a colour. [`Svg`] then writes the
//! one drawing either to stand inline in a page or as a file of its own.
//!
//! Text is never measured by guesswork: [`font`] knows the width of every letter, and every place
//! leaves a fifth more for a viewer who reads it in another font.

mod backend;
mod columns;
mod font;
mod group;
mod ink;
mod input;
mod lane;
mod measure;
mod pen;
mod pins;
mod progress;
mod rag;
mod scale;
mod scene;
mod series;
mod spark;
mod strand;
mod style;
mod svg;
mod symbol;
mod thread;
mod write;

pub use group::group;
pub use input::{
    GroupChart, GroupRow, Heading, MeasureChart, Panel, ProgressChart, ProgressRow, RagChart,
    Rating, Reading, Segment, SeriesChart, SeriesPoint, Tick,
};
pub use measure::measure;
pub use progress::progress;
pub use rag::rag;
pub use series::series;
pub use spark::spark;
pub use style::stylesheet;
pub use svg::Svg;
pub use thread::{
    ThreadChart, ThreadGoal, ThreadLabel, ThreadMeasure, ThreadRow, ThreadSign, ThreadState,
    ThreadStrand, ThreadWords, thread,
};

#[cfg(test)]
mod tests;
