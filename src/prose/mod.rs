//! Floor 6a: Markdown to the HTML of a page.
//!
//! What an author writes is never trusted: raw HTML passes a short list of harmless elements and
//! then ammonia, before identifiers and what the product itself sets in (charts, linked figures)
//! are put in place. What was taken out is reported with its place in the Markdown. The result is
//! valid HTML as long as the author's own tags stand where HTML lets them, and always well formed.

mod anchors;
mod escape;
mod ids;
mod inserts;
mod lines;
mod links;
mod notes;
mod outline;
mod plain;
mod policy;
mod raw;
mod removed;
mod render;
mod tables;
mod tags;
#[cfg(test)]
mod tests;
mod writer;

pub use anchors::anchors;
pub use ids::Ids;
pub use outline::Heading;
pub use plain::plain;
pub use removed::{Removed, What};
pub use render::{Numbered, Options, Rendered, Resolved, Words, html, inline};
