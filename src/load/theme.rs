//! The built-in theme, and the site's own files that stand in for those at the same path.

use std::{collections::BTreeMap, str, sync::Arc};

use include_dir::{Dir, include_dir};

use crate::{
    load::{
        document::decode_one,
        folder::{Content, Folder},
        kind::is_ignored,
        settings::BUILT_IN_THEME,
    },
    model::ThemeFile,
    text::{Code, Diagnostic, Diagnostics, Source, Sources, Span, Spanned, did_you_mean},
};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/themes/default");

/// The files of the built-in theme by path, then those of the theme `name` by path. Both are kept
/// where they share a path: a template of the site may build on the one it stands in for.
///
/// Text files become sources under `themes/<theme>/…`, so that messages can name their lines.
pub(super) fn theme(
    name: &Spanned<Arc<str>>,
    folder: &Folder,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Vec<ThemeFile> {
    let mut files = Vec::new();
    let built_in: BTreeMap<_, _> = built_in(&BUILT_IN).into_iter().collect();
    for (path, bytes) in built_in {
        let span = str::from_utf8(bytes).ok().map(|text| {
            let source = Source::new(&format!("themes/{BUILT_IN_THEME}/{path}"), text);
            Span::file(sources.add(source))
        });
        files.push(ThemeFile {
            path,
            built_in: true,
            bytes: bytes.into(),
            span,
        });
    }
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
                let (source, _) = decode_one(path, file, sources, found);
                (bytes.clone(), Some(Span::file(source)))
            }
            _ => {
                decode_one(path, file, sources, found);
                continue;
            }
        };
        files.push(ThemeFile {
            path: within,
            built_in: false,
            bytes,
            span,
        });
    }
    files
}

fn built_in(folder: &'static Dir<'static>) -> Vec<(Arc<str>, &'static [u8])> {
    let mut files = Vec::new();
    for file in folder.files() {
        let name = file.path().file_name().unwrap_or_default();
        if !is_ignored(&name.to_string_lossy()) {
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
