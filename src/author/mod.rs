//! Floor 8: what helps an author to write a site.

mod init;
mod new;
mod reviews;
mod seal;
mod starter;
mod write;

pub use init::{Example, InitError, init, init_example};
pub use new::{NewError, Written, new_action, new_measure, new_objective, new_report};
pub use reviews::write_reviews;
pub use seal::{SEALED, seal, write_seal};
pub use starter::starter_languages;
