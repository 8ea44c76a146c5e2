//! The built-in theme, and the site's own files that stand in for those at the same path.

use std::{collections::BTreeMap, str, sync::Arc};

use include_dir::{Dir, include_dir};

use crate::{
    load::{
        document::decode_one,
        folder::{Content, Folder},
        leftover::is_leftover,
        memory::Memory,
        settings::BUILT_IN_THEME,
    },
    model::ThemeFile,
    text::{Code, Diagnostic, Diagnostics, Source, Sources, Span, Spanned, did_you_mean, nearest},
};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The files of the built-in theme by path, then those of the theme `name` by path. Both are kept
/// where they share a path: a template of the site may build on the one it stands in for.
///
/// Text files become sources under `themes/<theme>/…`, so that messages can name their lines.
pub(super) fn theme(
    name: &Spanned<Arc<str>>,
    folder: &Folder,
    memory: &mut Memory,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Vec<ThemeFile> {
    if memory.built_in.is_empty() {
        memory.built_in = built_in_files();
    }
    let mut files: Vec<_> = memory
        .built_in
        .iter()
        .map(|(file, source)| ThemeFile {
            span: source
                .as_ref()
                .map(|source| Span::file(sources.add(source.clone()))),
            ..file.clone()
        })
        .collect();
    if !folder.themes.contains(&name.value) {
        if &*name.value != BUILT_IN_THEME {
            let message = format!("there is no theme `{}`", name.value);
            let themes = folder.themes.iter().map(|theme| &**theme);
            let names: Vec<_> = [BUILT_IN_THEME].into_iter().chain(themes).collect();
            let help = did_you_mean(&name.value, names);
            let unknown = Diagnostic::new(Code::UnknownTheme, name.span, message);
            found.push(unknown.maybe_help(help));
        }
        return files;
    }
    let prefix = format!("themes/{}/", name.value);
    for (path, file) in &folder.files {
        let Some(within) = path.strip_prefix(&*prefix) else {
            continue;
        };
        let within: Arc<str> = within.into();
        let (bytes, span) = match &file.content {
            Content::Bytes(bytes) if !is_text(&within) && str::from_utf8(bytes).is_err() => {
                (bytes.clone(), None)
            }
            Content::Bytes(bytes) => {
                let (source, _) = decode_one(path, file, memory, sources, found);
                (bytes.clone(), Some(Span::file(source)))
            }
            _ => {
                decode_one(path, file, memory, sources, found);
                continue;
            }
        };
        if let Some(near) = misspelt(&within, &files, folder, &prefix) {
            let place = span.unwrap_or(name.span);
            let message =
                format!("the theme has no template `{within}`, and none includes this one");
            let unused = Diagnostic::new(Code::UnusedFile, place, message);
            found.push(unused.help(format!("did you mean `templates/{near}.html`?")));
        }
        files.push(ThemeFile {
            path: within,
            built_in: false,
            bytes,
            span,
        });
    }
    files
}

/// The built-in template that a file of the site's theme was to stand in for, where it bears nearly
/// its name and no other file of the theme names it.
fn misspelt<'f>(
    path: &str,
    files: &'f [ThemeFile],
    folder: &Folder,
    prefix: &str,
) -> Option<&'f str> {
    let template = |path: &'f str| path.strip_prefix("templates/")?.strip_suffix(".html");
    let own = path.strip_prefix("templates/")?.strip_suffix(".html")?;
    let known = || {
        let built_in = files.iter().filter(|file| file.built_in);
        built_in.filter_map(|file| template(&file.path))
    };
    if known().any(|known| known == own) {
        return None;
    }
    let near = nearest(own, known())?;
    let named = folder
        .files
        .iter()
        .any(|(other, file)| match &file.content {
            Content::Bytes(bytes) if other.starts_with(prefix) => {
                String::from_utf8_lossy(bytes).contains(&format!("{own}.html"))
            }
            _ => false,
        });
    (!named).then_some(near)
}

/// The files of the built-in theme by path, with their text where they are text.
fn built_in_files() -> Vec<(ThemeFile, Option<Source>)> {
    let by_path: BTreeMap<_, _> = built_in(&BUILT_IN).into_iter().collect();
    let file = |(path, bytes): (Arc<str>, &[u8])| {
        let text = str::from_utf8(bytes).ok();
        let source = text.map(|text| Source::new(&format!("themes/{BUILT_IN_THEME}/{path}"), text));
        let file = ThemeFile {
            path,
            built_in: true,
            bytes: bytes.into(),
            span: None,
        };
        (file, source)
    };
    by_path.into_iter().map(file).collect()
}

fn built_in(folder: &'static Dir<'static>) -> Vec<(Arc<str>, &'static [u8])> {
    let mut files = Vec::new();
    for file in folder.files() {
        let name = file.path().file_name().unwrap_or_default();
        if !is_leftover(&name.to_string_lossy()) {
            // Backslashes part the folders where the program was built on Windows.
            let path = file.path().to_string_lossy().replace('\\', "/");
            files.push((path.into(), file.contents()));
        }
    }
    for inner in folder.dirs() {
        files.extend(built_in(inner));
    }
    files
}

/// Whether a theme file is text by its name, so that other bytes in it are a fault.
fn is_text(path: &str) -> bool {
    let extension = path.rsplit_once('.').map(|(_, extension)| extension);
    matches!(
        extension,
        Some("html" | "ftl" | "css" | "js" | "svg" | "txt" | "json" | "xml")
    )
}
