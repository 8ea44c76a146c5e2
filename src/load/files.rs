//! Paths to other files, as front matter and data write them.

use std::sync::Arc;

use crate::{
    load::{context::Context, fields::excerpt},
    text::{Code, Diagnostic, SourceId, Spanned, nearest},
};

/// The path from the content folder that `target` names when it is written in a file of `folder`: a
/// path from that folder, or with a slash at its start one from the content folder. `None` where it
/// leads out.
pub fn resolve(folder: &str, target: &str) -> Option<String> {
    let mut parts: Vec<&str> = match target.strip_prefix('/') {
        Some(_) => Vec::new(),
        None => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => _ = parts.pop()?,
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// The file that `target`, written in the file `source`, names among those that are copied, by its
/// path from the content folder, with its size. `missing` is the code where it is not there.
pub(super) fn asset(
    target: &Spanned<Arc<str>>,
    source: SourceId,
    missing: Code,
    cx: &mut Context<'_>,
) -> Option<(Spanned<Arc<str>>, u64)> {
    let folder = cx.folder(source);
    let shown = excerpt(&target.value);
    let Some(path) = resolve(folder, &target.value) else {
        let message = format!("`{shown}` leads out of the content folder");
        let outside = Diagnostic::new(Code::OutsideContent, target.span, message);
        cx.say(outside.help("put the file into the content folder and name it there"));
        return None;
    };
    if let Some((path, size)) = cx.copied(&path) {
        return Some((Spanned::new(path, target.span), size));
    }
    let message = format!("there is no file `{shown}`");
    let help = near_file(&path, cx).unwrap_or_else(|| {
        if target.value.contains('\\') {
            "write folders with forward slashes: `images/logo.svg`".to_owned()
        } else {
            format!("it would be `content/{path}`")
        }
    });
    cx.say(Diagnostic::new(missing, target.span, message).help(help));
    None
}

/// The file with the same name elsewhere, or with nearly the same path.
fn near_file(path: &str, cx: &Context<'_>) -> Option<String> {
    let name = |path: &str| path.rsplit('/').next().map(str::to_lowercase);
    let paths = || cx.assets.keys().map(|path| &**path);
    let same = paths().find(|other| name(other) == name(path));
    let near = same.or_else(|| nearest(path, paths()))?;
    Some(format!("did you mean `/{near}`?"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_from_the_file_or_from_the_content_folder() {
        let cases = [
            ("", "images/a.png", Some("images/a.png")),
            ("reports/r", "a.png", Some("reports/r/a.png")),
            ("reports/r", "./a.png", Some("reports/r/a.png")),
            ("reports/r", "../../images/a.png", Some("images/a.png")),
            ("reports/r", "/images//a.png", Some("images/a.png")),
            ("reports/r", "../../../a.png", None),
            ("reports/r", "/../a.png", None),
            ("", "..", None),
        ];
        for (folder, target, expected) in cases {
            let found = resolve(folder, target);
            assert_eq!(found.as_deref(), expected, "{folder} {target}");
        }
    }
}
