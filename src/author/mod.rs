//! Floor 8: what helps an author to write a site.

mod init;

pub use init::{InitError, init};
