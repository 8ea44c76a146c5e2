//! Floor 7: the whole website as a value.

mod artifact;
mod assemble;
mod certain;
mod found;
mod fragments;
mod raw_html;
mod table;

pub use crate::wording::Address;
pub use artifact::{Artifact, Content, Render, Site};
pub use assemble::{Parts, assemble};
pub use certain::certain;
pub use fragments::{Anchored, anchored, fragments};
pub use raw_html::raw_html;
pub use table::{Leaf, Memory};
