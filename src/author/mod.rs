//! Floor 8: what helps an author to write a site.

mod init;
mod reviews;

pub use init::{InitError, init};
pub use reviews::write_reviews;
