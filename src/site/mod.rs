//! Floor 7: the whole website as a value.

mod artifact;

pub use artifact::{Address, Artifact, Content, Site};
