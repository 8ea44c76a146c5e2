//! `goldenthread schema`.

use crate::{
    cli::{
        args::SchemaKind,
        output::{Failure, Status, print},
    },
    export,
};

/// Prints a JSON Schema.
pub fn run(kind: SchemaKind) -> Result<Status, Failure> {
    let schema = match kind {
        SchemaKind::Site => export::site_schema(),
    };
    print(&String::from_utf8_lossy(&schema))?;
    Ok(Status::Fine)
}
