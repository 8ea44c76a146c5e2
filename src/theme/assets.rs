//! The theme's static files, at addresses that change with their bytes.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    model::ThemeFile,
    text::{Code, Diagnostic, Diagnostics, Span, nearest},
    theme::{brand, colour::Colour},
};

/// Where static files stand in a theme.
const FOLDER: &str = "static/";
/// Where they stand in the output.
const OUTPUT: &str = "assets/";
/// The stylesheet that the brand's rules are added to.
const STYLESHEET: &str = "site.css";
/// How much of a hash stands in an address: 40 bits, far beyond any theme's number of files.
const HASH: usize = 10;

/// A static file as it is published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asset {
    /// Where it stands in the output: `assets/site.0123456789.css`.
    pub address: String,
    /// Its bytes.
    pub bytes: Arc<[u8]>,
}

/// The static files by the name that templates use: their path in `static/`.
pub(super) type Assets = BTreeMap<String, Asset>;

/// The static files of a theme, the site's own in place of the built-in ones.
///
/// Whatever a stylesheet names with `url()` is named by its new address there. The hash in a
/// stylesheet's own name covers every static file, because what it names may change while the
/// stylesheet does not.
pub(super) fn assets(
    files: &[ThemeFile],
    accent: Option<Colour>,
    found: &mut Diagnostics,
) -> Assets {
    let files: BTreeMap<&str, &ThemeFile> = files
        .iter()
        .filter_map(|file| Some((file.path.strip_prefix(FOLDER)?, file)))
        .collect();
    let brand = accent.map(brand::sheet).unwrap_or_default();
    let mut all = blake3::Hasher::new();
    for (name, file) in &files {
        all.update(name.as_bytes()).update(&file.bytes);
    }
    all.update(brand.as_bytes());
    let all = all.finalize();
    let addresses: BTreeMap<&str, String> = files
        .iter()
        .map(|(name, file)| {
            let hash = if is_stylesheet(name) {
                all
            } else {
                blake3::hash(&file.bytes)
            };
            (*name, hashed(name, &hash.to_hex()[..HASH]))
        })
        .collect();
    files
        .iter()
        .map(|(name, file)| {
            let text = std::str::from_utf8(&file.bytes).ok();
            let bytes = match text.filter(|_| is_stylesheet(name)) {
                Some(css) => {
                    let mut css = rewritten(css, name, &addresses, file.span, found);
                    if *name == STYLESHEET {
                        css.push_str(&brand);
                    }
                    css.into_bytes().into()
                }
                None => file.bytes.clone(),
            };
            let address = format!("{OUTPUT}{}", addresses[name]);
            ((*name).to_owned(), Asset { address, bytes })
        })
        .collect()
}

fn is_stylesheet(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension);
    extension.is_some_and(|extension| extension.eq_ignore_ascii_case("css"))
}

/// `fonts/a.woff2` as `fonts/a.0123456789.woff2`.
fn hashed(name: &str, hash: &str) -> String {
    let file = name.rfind('/').map_or(0, |slash| slash + 1);
    match name[file..].rfind('.') {
        Some(dot) if dot > 0 => {
            let (stem, extension) = name.split_at(file + dot);
            format!("{stem}.{hash}{extension}")
        }
        _ => format!("{name}.{hash}"),
    }
}

/// The stylesheet with what `url()` names at its new address. A name that is not there is an error.
fn rewritten(
    css: &str,
    name: &str,
    addresses: &BTreeMap<&str, String>,
    span: Option<Span>,
    found: &mut Diagnostics,
) -> String {
    let mut out = String::with_capacity(css.len());
    let mut done = 0;
    for (start, reference) in references(css) {
        // Letters behind `?` or `#` choose a part of the file.
        let end = reference.find(['?', '#']).unwrap_or(reference.len());
        let Some(target) = resolved(name, &reference[..end]) else {
            continue;
        };
        if let Some(address) = addresses.get(&*target) {
            let file = reference[..end].rfind('/').map_or(0, |slash| slash + 1);
            let new = address.rfind('/').map_or(0, |slash| slash + 1);
            out.push_str(&css[done..start + file]);
            out.push_str(&address[new..]);
            done = start + end;
        } else if let Some(span) = span {
            let span = Span::new(span.source, start, start + end);
            let message = format!("there is no file `{FOLDER}{target}` in the theme");
            let near = nearest(&target, addresses.keys().copied());
            let help = near.map(|near| format!("did you mean `{near}`?"));
            found.push(Diagnostic::new(Code::MissingLink, span, message).maybe_help(help));
        }
    }
    out.push_str(&css[done..]);
    out
}

/// What stands in `url()` outside comments, with its place, quotes left out.
fn references(css: &str) -> Vec<(usize, &str)> {
    let mut references = Vec::new();
    let mut at = 0;
    while let Some(next) = css[at..].find(['/', 'u', 'U']) {
        at += next;
        if css[at..].starts_with("/*") {
            let end = css[at..].find("*/").map_or(css.len(), |end| at + end + 2);
            at = end;
        } else if css.as_bytes()[at..].len() > 4
            && css.as_bytes()[at..at + 4].eq_ignore_ascii_case(b"url(")
        {
            let inside = &css[at + 4..];
            let begin = at + 4 + (inside.len() - inside.trim_start().len());
            let quote = css[begin..]
                .chars()
                .next()
                .filter(|c| matches!(c, '"' | '\''));
            // A name in quotes may hold brackets; one without ends at the first.
            let start = begin + quote.map_or(0, char::len_utf8);
            let rest = &css[start..];
            let end = rest.find(quote.unwrap_or(')')).unwrap_or(rest.len());
            references.push((start, rest[..end].trim_end()));
            at = start + end;
        } else {
            at += 1;
        }
    }
    references
}

/// The static file that `reference` in the stylesheet `name` leads to; `None` where it leads
/// elsewhere: to another site, into itself, or to data.
fn resolved(name: &str, reference: &str) -> Option<String> {
    let elsewhere = reference.is_empty() || reference.starts_with('/') || reference.contains(':');
    if elsewhere {
        return None;
    }
    let mut parts: Vec<&str> = name.split('/').collect();
    parts.pop();
    for part in reference.split('/') {
        match part {
            "." | "" => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}
