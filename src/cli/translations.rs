//! `goldenthread translations`.

use std::path::Path;

use crate::{
    author,
    cli::{
        args::ListFormat,
        folder::read_sound,
        output::{Failure, Status, print},
    },
    model::{Language, Model},
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
///
/// A file of one language's translations means that language; `only` keeps any choice to one.
pub fn review(
    dir: &Path,
    paths: &[String],
    all: bool,
    only: Option<&str>,
) -> Result<Status, Failure> {
    let model = read(dir)?;
    let languages: Vec<_> = translation::targets(&model).iter().collect();
    let languages = match only {
        Some(only) => vec![chosen(only, &languages)?],
        None => languages,
    };
    let texts = translation::texts(&model);
    let content = dir.join("content");
    let paths: Vec<_> = paths
        .iter()
        .map(|path| within(path, &content).to_owned())
        .collect();
    for path in &paths {
        let of = |language: &&Language| texts.iter().any(|text| selects(path, text, language));
        if !languages.iter().any(of) {
            return Err(unknown(path, &texts));
        }
    }
    let (mut reviewed, mut missing) = (0, 0);
    let is_chosen = |text: &Translatable<'_>, language: &Language| {
        languages.contains(&language)
            && (all || paths.iter().any(|path| selects(path, text, language)))
    };
    for text in &texts {
        for language in &languages {
            if !is_chosen(text, language) {
                continue;
            }
            match text.state(language, &model) {
                State::Missing => missing += 1,
                State::Stale | State::Unreviewed => reviewed += 1,
                State::Reviewed => {}
            }
        }
    }
    let file = translation::record(&texts, &model, is_chosen);
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

/// The language of the site that `only` names.
fn chosen<'m>(only: &str, languages: &[&'m Language]) -> Result<&'m Language, Failure> {
    let found = languages.iter().find(|language| language.as_str() == only);
    found.copied().ok_or_else(|| {
        let names: Vec<_> = languages.iter().map(|it| format!("`{it}`")).collect();
        let failure = Failure::new(format_args!("the site is not translated to `{only}`"));
        match names.as_slice() {
            [] => failure.help("it has one language".to_owned()),
            names => failure.help(format!("it is translated to {}", names.join(", "))),
        }
    })
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
