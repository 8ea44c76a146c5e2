//! Floor 7: the whole website as a value.

mod artifact;
mod assemble;

pub use crate::wording::Address;
pub use artifact::{Artifact, Content, Render, Site};
pub use assemble::assemble;
