//! The templates of a theme by the names that tera knows them by.

use std::collections::BTreeMap;

use tera::{ErrorKind, Tera};

use crate::{
    model::ThemeFile,
    text::{Diagnostic, Diagnostics, Span},
    theme::fault,
};

/// Where templates stand in a theme.
const FOLDER: &str = "templates/";
/// What the names of the built-in templates begin with.
pub(super) const BUILT_IN: &str = "theme/";

/// Templates by name, to find the place of what is wrong with them.
pub(super) struct Templates {
    by_name: BTreeMap<String, Template>,
    /// Where the site names its theme: the place of what has no other.
    pub(super) theme: Span,
}

/// One template.
pub(super) struct Template {
    /// Its text, without a byte order mark.
    pub(super) text: String,
    /// The place of the first letter.
    pub(super) start: Span,
}

impl Templates {
    /// The templates among the files of a theme that the site names at `theme`.
    pub(super) fn new(files: &[ThemeFile], theme: Span) -> Self {
        let named = |file: &ThemeFile| {
            let path = file.path.strip_prefix(FOLDER)?;
            let prefix = if file.built_in { BUILT_IN } else { "" };
            let text = std::str::from_utf8(&file.bytes).ok()?;
            let bare = text.trim_start_matches('\u{feff}');
            let template = Template {
                text: bare.to_owned(),
                start: file.span?.part(text.len() - bare.len(), text.len()),
            };
            Some((format!("{prefix}{path}"), template))
        };
        Self {
            by_name: files.iter().filter_map(named).collect(),
            theme,
        }
    }

    /// The template that tera knows by `name`.
    pub(super) fn get(&self, name: &str) -> Option<&Template> {
        self.by_name.get(name)
    }

    /// The names that a template can be asked for by.
    pub(super) fn names(&self) -> Vec<&str> {
        let names = self.by_name.keys();
        names
            .map(|name| name.strip_prefix(BUILT_IN).unwrap_or(name))
            .collect()
    }

    /// Reads every template into `tera`, which knows all functions already.
    ///
    /// # Errors
    /// Every fault of every template; `tera` is then as it was.
    pub(super) fn compile(&self, tera: &mut Tera) -> Result<(), Diagnostics> {
        let Err(error) = tera.add_raw_templates(self.texts(|_| false)) else {
            return Ok(());
        };
        let mut broken = Vec::new();
        let mut found = Diagnostics::new();
        for (name, template) in &self.by_name {
            // Alone it lacks its parents and parts, so only what its own text says counts.
            let alone = Tera::default().add_raw_template(name, &template.text);
            if let Err(error) = alone
                && matches!(error.kind(), ErrorKind::SyntaxError(_))
            {
                broken.push(name);
                found.extend(fault::diagnostics(&error, self));
            }
        }
        if broken.is_empty() {
            found.extend(fault::diagnostics(&error, self));
            return Err(found);
        }
        // With blanks in the place of broken templates the others are tied together as well. What
        // a blank lacks is no fault of theirs; names that are looked up elsewhere are.
        let rest = tera.add_raw_templates(self.texts(|name| broken.iter().any(|it| *it == name)));
        if let Err(error) = rest {
            let own = |diagnostic: &Diagnostic| {
                ["filter", "test", "function"]
                    .iter()
                    .any(|kind| diagnostic.message.starts_with(&format!("unknown {kind} ")))
            };
            let faults = fault::diagnostics(&error, self);
            found.extend(faults.into_iter().filter(own));
        }
        Err(found)
    }

    /// Every template with its text, which is blank where `blank` says so.
    fn texts(&self, blank: impl Fn(&str) -> bool) -> Vec<(&str, &str)> {
        let mut texts = Vec::with_capacity(self.by_name.len());
        for (name, template) in &self.by_name {
            let text = if blank(name) { "" } else { &template.text };
            texts.push((name.as_str(), text));
        }
        texts
    }
}
