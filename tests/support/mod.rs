//! A site folder written for a test, and what is said of it.
//!
//! Each test binary takes what it needs of it.
#![allow(dead_code, reason = "no one test uses all of it")]

use std::{
    collections::BTreeMap,
    fs,
    path::Path,
    process::{Command, Stdio},
};

use goldenthread::{
    load::load,
    model::Model,
    text::{Diagnostics, Sources, Warned},
};
use tempfile::TempDir;

/// The folder of the one objective of [`Site::new`].
pub const OBJECTIVE: &str = "content/reports/2017-18/learners";

/// What stands between each `start` and the `end` behind it.
pub fn between<'t>(text: &'t str, start: &str, end: &str) -> Vec<&'t str> {
    let parts = text.split(start).skip(1);
    parts
        .map(|part| part.split(end).next().unwrap_or_default())
        .collect()
}

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

    /// A small site in English that builds without a word.
    pub fn fine() -> Self {
        let settings = "organisation: Example Council\ntitle: Our objectives\nlanguages: [en]\n";
        Self::new().file("content/site.yaml", settings).file(
            "content/reports/2017-18/learners/done-well.md",
            "We did much.\n",
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

    /// Runs the command in the folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        goldenthread(arguments, self.root())
    }

    /// Runs the command in the folder, with more in its environment.
    pub fn run_with(&self, arguments: &[&str], environment: &[(&str, &str)]) -> Run {
        Run::of(command(arguments, self.root()).envs(environment.iter().copied()))
    }

    /// The names in a folder of the site folder, sorted.
    pub fn files(&self, folder: &str) -> Vec<String> {
        let entries = fs::read_dir(self.root().join(folder)).expect("a folder");
        let name = |entry: fs::DirEntry| entry.file_name().into_string().expect("a Unicode name");
        let mut names: Vec<_> = entries
            .map(|entry| name(entry.expect("an entry")))
            .collect();
        names.sort();
        names
    }

    /// Every file in a folder of the site folder with its bytes.
    pub fn tree(&self, folder: &str) -> BTreeMap<String, Vec<u8>> {
        let folder = self.root().join(folder);
        let entries = walkdir::WalkDir::new(&folder).into_iter();
        let files = entries.map(|entry| entry.expect("an entry"));
        files
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let path = entry.path().strip_prefix(&folder).expect("a path inside");
                let path = path.to_str().expect("a Unicode path").to_owned();
                (path, fs::read(entry.path()).expect("a file"))
            })
            .collect()
    }
}

/// How the command ended, and what it printed.
pub struct Run {
    /// The exit status.
    pub status: i32,
    /// Standard output.
    pub stdout: String,
    /// Standard error.
    pub stderr: String,
}

impl Run {
    fn of(command: &mut Command) -> Self {
        let output = command.output().expect("the command runs");
        Self {
            status: output.status.code().expect("an exit status"),
            stdout: String::from_utf8(output.stdout).expect("UTF-8"),
            stderr: String::from_utf8(output.stderr).expect("UTF-8"),
        }
    }

    /// What was printed to standard output, as JSON.
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_str(&self.stdout).expect("JSON")
    }
}

/// Runs the command in a folder.
pub fn goldenthread(arguments: &[&str], folder: &Path) -> Run {
    Run::of(&mut command(arguments, folder))
}

/// Runs the command with a standard output that nobody reads; answers the exit status.
pub fn with_closed_output(arguments: &[&str]) -> i32 {
    let mut child = command(arguments, Path::new("."))
        .stdout(Stdio::piped())
        .spawn()
        .expect("the command runs");
    drop(child.stdout.take());
    let status = child.wait().expect("the command ends");
    status.code().expect("an exit status")
}

fn command(arguments: &[&str], folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_goldenthread"));
    command.args(arguments).current_dir(folder);
    for variable in [
        "NO_COLOR",
        "CLICOLOR",
        "CLICOLOR_FORCE",
        "NO_GRAPHICS",
        "COLUMNS",
    ] {
        command.env_remove(variable);
    }
    command
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
