//! `goldenthread translations`.

use std::path::Path;

use crate::{
    author,
    cli::{
        args::ListFormat,
        folder::read_sound,
        output::{Failure, Status, print},
    },
    model::Model,
    terminal::{self, plural},
    text::nearest,
    translation::{self, State, Translatable, selects},
};

/// Lists how far every text of the site in `dir` is translated.
pub fn list(dir: &Path, format: ListFormat) -> Result<Status, Failure> {
    let model = read(dir)?;
    let texts = translation::texts(&model);
    print(&match format {
        ListFormat::Human => terminal::to_human(&texts, &model),
        ListFormat::Csv => terminal::to_csv(&terminal::rows(&texts, &model)),
        ListFormat::Json => terminal::translations_json(&terminal::rows(&texts, &model)),
    })?;
    Ok(Status::Fine)
}

/// Keeps that the translations that `paths` name, or all of them, say what the first language says
/// now.
pub fn review(dir: &Path, paths: &[String], all: bool) -> Result<Status, Failure> {
    let model = read(dir)?;
    let texts = translation::texts(&model);
    let content = dir.join("content");
    let paths: Vec<_> = paths
        .iter()
        .map(|path| within(path, &content).to_owned())
        .collect();
    for path in &paths {
        if !texts.iter().any(|text| selects(path, text, &model)) {
            return Err(unknown(path, &texts));
        }
    }
    let (mut reviewed, mut missing) = (0, 0);
    let chosen =
        |text: &Translatable<'_>| all || paths.iter().any(|path| selects(path, text, &model));
    for text in texts.iter().filter(|text| chosen(text)) {
        for language in translation::targets(&model) {
            match text.state(language, &model) {
                State::Missing => missing += 1,
                State::Stale | State::Unreviewed => reviewed += 1,
                State::Reviewed => {}
            }
        }
    }
    let file = translation::record(&texts, &model, |text, _| chosen(text));
    let path = content.join(translation::FILE);
    author::write_reviews(dir, &file).map_err(|error| {
        Failure::new(format_args!("cannot write `{}`: {error}", path.display()))
    })?;
    let mut told = format!(
        "marked {} as reviewed",
        plural(reviewed, "translation", "translations")
    );
    if missing > 0 {
        let more = plural(missing, "more is", "more are");
        told = format!("{told}; {more} still missing");
    }
    print(&format!("{told}\n"))?;
    Ok(Status::Fine)
}

/// Reads the site, whose texts can only be told where it can be read.
fn read(dir: &Path) -> Result<Model, Failure> {
    read_sound(
        dir,
        "the content has errors, so its texts cannot be told apart",
    )
}

/// A path as it is written, from the content folder where it leads there.
fn within<'p>(path: &'p str, content: &Path) -> &'p str {
    let inside = Path::new(path).strip_prefix(content).ok();
    inside.and_then(Path::to_str).unwrap_or(path)
}

fn unknown(path: &str, texts: &[Translatable<'_>]) -> Failure {
    let names: Vec<_> = texts
        .iter()
        .flat_map(|text| [text.alone(), text.file.to_string()])
        .collect();
    let help = match nearest(path, names.iter().map(String::as_str)) {
        Some(near) => format!("did you mean `{near}`?"),
        None => "`goldenthread translations` lists all of them".to_owned(),
    };
    Failure::new(format_args!("`{path}` holds no text that is translated")).help(help)
}
