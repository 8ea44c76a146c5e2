//! Whether a folder holds a site.

use std::{
    fs,
    path::{Component, Path, PathBuf},
};

use crate::{
    cli::{output::Failure, report},
    load,
    model::Model,
    text::{Severity, Warned},
};

/// Refuses a folder that holds no content, with a better one where one is near.
pub fn expect_site(dir: &Path) -> Result<(), Failure> {
    if dir.join("content").is_dir() {
        return Ok(());
    }
    let shown = dir.display();
    if dir.is_file() {
        return Err(
            Failure::new(format_args!("`{shown}` is a file, not a site folder"))
                .help("name the folder that holds `content/`"),
        );
    }
    if !dir.exists() {
        return Err(Failure::new(format_args!("there is no folder `{shown}`"))
            .help(format!("`goldenthread init {shown}` begins a site there")));
    }
    let message = format_args!("`{shown}` is not a site folder: it has no `content/site.yaml`");
    let help = match near(dir) {
        Some(site) => format!("did you mean `{}`?", site.display()),
        None => {
            "name the folder that holds `content/`, or begin a new site with `goldenthread init`"
                .to_owned()
        }
    };
    Err(Failure::new(message).help(help))
}

/// Reads the site in `dir`, where nothing in it is wrong; `why` says what cannot be done else.
pub fn read_sound(dir: &Path, why: &str) -> Result<Model, Failure> {
    expect_site(dir)?;
    let Warned { value, diagnostics } = load::load(dir);
    if diagnostics.has_errors() {
        let errors = diagnostics
            .iter()
            .filter(|it| it.severity == Severity::Error);
        report::diagnostics(&errors.cloned().collect(), &value.sources);
        return Err(Failure::new(why).help("mend them first: `goldenthread check` lists them all"));
    }
    Ok(value)
}

/// A site folder around this one, or right inside it.
fn near(dir: &Path) -> Option<PathBuf> {
    let is_site = |dir: &Path| dir.join("content/site.yaml").is_file();
    let real = fs::canonicalize(dir).ok()?;
    if let Some(steps) = real.ancestors().skip(1).position(is_site) {
        return Some(up(dir, steps + 1));
    }
    let inside = fs::read_dir(dir).ok()?.flatten();
    let mut sites: Vec<_> = inside
        .map(|entry| entry.path())
        .filter(|path| is_site(path))
        .collect();
    sites.sort();
    sites.into_iter().next()
}

/// The folder `steps` further up, written as shortly as it can be.
fn up(dir: &Path, steps: usize) -> PathBuf {
    let parts = dir.components();
    let mut parts: Vec<_> = parts.filter(|part| *part != Component::CurDir).collect();
    for _ in 0..steps {
        match parts.last() {
            Some(Component::Normal(_)) => _ = parts.pop(),
            Some(Component::RootDir | Component::Prefix(_)) => {}
            _ => parts.push(Component::ParentDir),
        }
    }
    if parts.is_empty() {
        return PathBuf::from(".");
    }
    parts.into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_site_is_found() {
        let site = tempfile::tempdir().unwrap();
        let root = site.path();
        fs::create_dir_all(root.join("mine/content/reports")).unwrap();
        fs::write(root.join("mine/content/site.yaml"), "").unwrap();
        assert_eq!(near(root), Some(root.join("mine")));
        let reports = root.join("mine/content/reports");
        assert_eq!(near(&reports), Some(root.join("mine")));
        assert_eq!(near(&root.join("mine/content")), Some(root.join("mine")));
    }

    #[test]
    fn the_way_up_is_short() {
        for (dir, steps, written) in [
            ("content", 1, "."),
            ("a/content/reports", 2, "a"),
            (".", 2, "../.."),
            ("content", 2, ".."),
            ("../content", 1, ".."),
        ] {
            assert_eq!(up(Path::new(dir), steps), PathBuf::from(written), "{dir}");
        }
    }
}
