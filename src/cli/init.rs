//! `goldenthread init`.

use std::path::Path;

use crate::{
    author::{self, InitError},
    cli::output::{Failure, Status, print},
    terminal::plural,
};

/// Writes the starter site, and says what to do next.
pub fn run(dir: &Path) -> Result<Status, Failure> {
    let written = author::init(dir).map_err(|error| match &error {
        InitError::NotEmpty { .. } | InitError::NotFolder(_) => {
            Failure::new(error).help("name a new folder, or an empty one")
        }
        InitError::Io { .. } => Failure::new(error),
    })?;
    let folder = dir.display();
    let files = plural(written.len(), "file", "files");
    let listed: Vec<String> = written
        .iter()
        .map(|path| format!("  {}\n", path.display()))
        .collect();
    print(&format!(
        "wrote {files} to `{folder}`:\n\n{}\n\
         Next:\n  \
         1. put your organisation's name in `content/site.yaml`\n  \
         2. goldenthread build {argument}\n  \
         3. open {index} in a browser\n",
        listed.concat(),
        argument = shell_word(dir),
        index = shell_word(&dir.join("output").join("index.html")),
    ))?;
    Ok(Status::Fine)
}

/// A path as it is typed in a shell: in quotes where it has more than plain characters.
fn shell_word(path: &Path) -> String {
    let word = path.display().to_string();
    let plain = |c: char| c.is_alphanumeric() || matches!(c, '/' | '\\' | '.' | '-' | '_' | ':');
    if !word.is_empty() && word.chars().all(plain) {
        word
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_can_be_typed() {
        for (path, word) in [
            ("my-site", "my-site"),
            ("ŵy/site", "ŵy/site"),
            ("my site", "'my site'"),
            ("it's", r"'it'\''s'"),
        ] {
            assert_eq!(shell_word(Path::new(path)), word);
        }
    }
}
