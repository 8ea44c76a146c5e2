//! `goldenthread init`.

use std::path::Path;

use crate::{
    author::{self, InitError},
    cli::output::{Failure, Status, print},
    terminal::plural,
    text::did_you_mean,
};

/// Writes the starter site, and says what to do next.
pub fn run(dir: &Path, languages: &[String], example: Option<&str>) -> Result<Status, Failure> {
    let begun = match example {
        None => {
            let mut chosen: Vec<_> = languages.iter().map(|it| it.trim()).collect();
            if chosen.is_empty() {
                chosen.extend(author::starter_languages().first());
            }
            author::init(dir, &chosen)
        }
        Some(name) => {
            let example = author::Example::named(name).ok_or_else(|| unknown(name))?;
            author::init_example(dir, example)
        }
    };
    let written = begun.map_err(|error| match &error {
        InitError::NotEmpty { .. } | InitError::NotFolder(_) => {
            Failure::new(error).help("name a new folder, or an empty one")
        }
        InitError::Language(_) => {
            let there = author::starter_languages().join("` and `");
            Failure::new(error).help(format!(
                "there is one in `{there}`; begin with those, and add the language to site.yaml as \
                 docs/translating.md says"
            ))
        }
        InitError::Twice(_) => {
            Failure::new(error).help("name each language once, the first one first")
        }
        InitError::Io { .. } => Failure::new(error),
    })?;
    let folder = dir.display();
    let files = plural(written.len(), "file", "files");
    let listed: Vec<String> = written
        .iter()
        .map(|path| format!("  {}\n", path.display()))
        .collect();
    let name_it = match example {
        None => "put your organisation's name in `content/site.yaml`",
        Some(_) => "read `README.md`: everything in this example is invented",
    };
    let listed = match example {
        None => format!(":\n\n{}\n", listed.concat()),
        Some(_) => "\n\n".to_owned(),
    };
    print(&format!(
        "wrote {files} to `{folder}`{listed}\
         Next:\n  \
         1. {name_it}\n  \
         2. goldenthread build {argument}\n  \
         3. open {index} in a browser\n",
        argument = shell_word(dir),
        index = shell_word(&dir.join("output").join("index.html")),
    ))?;
    Ok(Status::Fine)
}

fn unknown(name: &str) -> Failure {
    let names = author::Example::ALL.iter().map(|example| example.name());
    let names: Vec<_> = names.collect();
    let help = did_you_mean(name, names.iter().copied());
    let failure = Failure::new(format_args!("there is no example `{name}`"));
    failure.help(help.unwrap_or_else(|| format!("there is `{}`", names.join("`, `"))))
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
