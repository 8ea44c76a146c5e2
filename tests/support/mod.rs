//! A site folder written for a test, and what is said of it.
//!
//! Each test binary takes what it needs of it.
#![allow(dead_code, reason = "no one test uses all of it")]

use std::{fs, path::Path};

use goldenthread::{
    load::load,
    model::Model,
    text::{Diagnostics, Sources, Warned},
};
use tempfile::TempDir;

/// The folder of the one objective of [`Site::new`].
pub const OBJECTIVE: &str = "content/reports/2017-18/learners";

/// A site folder that is gone when the test is over.
pub struct Site {
    folder: TempDir,
}

impl Site {
    /// An empty folder.
    pub fn empty() -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        Self { folder }
    }

    /// A small site in English and Welsh without a fault: one report `2017-18`, with one objective
    /// `learners`.
    pub fn new() -> Self {
        Self::empty()
            .file(
                "content/site.yaml",
                "organisation: Example Council\ntitle: Our objectives\nlanguages: [en, cy]\n",
            )
            .file(
                "content/reports/2017-18/report.md",
                "---\ntitle: Annual report\nperiod: 2017-18\nstage: annual\nstatus: published\n---\n",
            )
            .file(
                "content/reports/2017-18/learners/objective.md",
                "---\ntitle: Learners\n---\nWhy we chose it.\n",
            )
    }

    /// Writes a file, by its path from the site folder.
    pub fn file(self, path: &str, text: &str) -> Self {
        self.bytes(path, text.as_bytes())
    }

    /// Writes a file that need not be text.
    pub fn bytes(self, path: &str, bytes: &[u8]) -> Self {
        let path = self.root().join(path);
        let folder = path.parent().expect("a path with a folder");
        fs::create_dir_all(folder).expect("a folder for the file");
        fs::write(path, bytes).expect("a file");
        self
    }

    /// Takes a file away.
    pub fn without(self, path: &str) -> Self {
        fs::remove_file(self.root().join(path)).expect("a file to take away");
        self
    }

    /// The folder.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// Loads it.
    pub fn load(&self) -> Warned<Model> {
        load(self.root())
    }

    /// Loads it, and lists what is said: `error unknown-field content/site.yaml:3:1 message`, and
    /// behind a bar the help.
    pub fn said(&self) -> Vec<String> {
        let Warned { value, diagnostics } = self.load();
        said(&diagnostics, &value.sources)
    }
}

/// Lists diagnostics, one a line.
pub fn said(diagnostics: &Diagnostics, sources: &Sources) -> Vec<String> {
    let line = |diagnostic: &goldenthread::text::Diagnostic| {
        let source = sources.get(diagnostic.span.source);
        let at = source.location(diagnostic.span.start as usize);
        let help = diagnostic.help.as_deref().unwrap_or_default();
        let bar = if help.is_empty() { "" } else { " | " };
        format!(
            "{} {} {}:{}:{} {}{bar}{help}",
            diagnostic.severity.as_str(),
            diagnostic.code.as_str(),
            source.path(),
            at.line,
            at.column,
            diagnostic.message,
        )
    };
    diagnostics.iter().map(line).collect()
}
