//! The lock file of a published report.

use std::{collections::BTreeMap, fmt::Write as _, io, path::Path};

use crate::{author::write::write_where_other, check::Said};

/// The name of the lock file, in a report's folder.
pub const SEALED: &str = "sealed.yaml";

/// The text of the lock file of what a report says: a line a thing, in the order of names, so that
/// two who seal at the same time can merge what they wrote.
pub fn seal(record: &BTreeMap<String, Said>) -> String {
    let mut text = String::from(
        "# What this report said when it was sealed. `goldenthread seal` writes this file; a build that\n\
         # would change any of it is refused until a correction in report.md says why.\n",
    );
    for (name, said) in record {
        let (name, said) = (quoted(name), quoted(&said.text));
        let _ = writeln!(text, "{name}: {said}");
    }
    text
}

/// A text in quotes: names hold colons, and figures are to stay as they are written.
fn quoted(text: &str) -> String {
    format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
}

/// Writes the lock file of a report of the site folder `root`; answers whether it was another
/// before. The old file stands until the new one is whole.
pub fn write_seal(root: &Path, report: &str, text: &str) -> io::Result<bool> {
    let folder = root.join("content/reports").join(report);
    write_where_other(&folder.join(SEALED), text.as_bytes())
}
