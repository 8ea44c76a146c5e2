//! Floor 8: the live preview.
//!
//! The site is never written: pages are rendered when a browser asks for them. A save makes a new
//! snapshot of the whole site (files that did not change are not read again), so that titles,
//! figures and menus on every other page are right at once. With a fault the last good site stays,
//! and the open page shows what is wrong.

mod burst;
mod connection;
mod copies;
mod current;
mod due;
mod edited;
mod events;
mod fault;
mod growing;
mod http;
mod inspection;
mod later;
mod listen;
mod lost;
mod options;
mod payload;
mod preview;
mod report;
mod snapshot;
mod stand;
mod watch;

pub use edited::Edited;
pub use events::Events;
pub use fault::Fault;
pub use http::{Answer, Asked, OWN, answer};
pub use later::{Found, Later};
pub use listen::{FIRST_PORT, bind};
pub use options::Options;
pub use preview::Preview;
pub use report::{News, Occasion, Report};
pub use snapshot::{Snapshot, Stored};
pub use stand::{Good, Shown, Stand};
pub use watch::{Look, Stop, Waker, Watch};
