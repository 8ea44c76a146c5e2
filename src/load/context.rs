//! What lowering has at hand wherever it is, and where it says what it finds.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use crate::{
    model::{Id, Language},
    text::{Code, Diagnostic, Diagnostics, SourceId, Sources, Span, in_columns},
};

/// The site's languages as far as they are known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Languages {
    /// The languages, the one at the root first. Never empty.
    pub all: Vec<Language>,
    /// Whether site.yaml says so; else they are a guess, and no text is blamed for another one.
    pub known: bool,
}

impl Languages {
    /// One that nobody has named, where site.yaml does not say.
    pub fn guess() -> Self {
        Self {
            all: vec![Language::undetermined()],
            known: false,
        }
    }

    /// The language that plain strings and files without a suffix are in.
    pub fn first(&self) -> &Language {
        &self.all[0]
    }

    /// The language with this tag, where the site has it (or its languages are not known).
    pub fn find(&self, tag: &str) -> Option<Language> {
        let language = Language::parse(tag)?;
        (!self.known || self.all.contains(&language)).then_some(language)
    }

    /// The tags, for help lines.
    pub fn tags(&self) -> impl Iterator<Item = &str> + Clone {
        self.all.iter().map(Language::as_str)
    }
}

/// The files that have a syntax error: what seems missing there may stand in the fault.
pub(super) type Broken = BTreeMap<SourceId, Torn>;

/// A file of which not all could be read.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Torn {
    /// The places of its faults.
    pub faults: Vec<Span>,
    /// Whether it is a table, whose rows have nothing to do with one another.
    pub table: bool,
}

/// What every objective is read on, whatever its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Ground {
    languages: Languages,
    groups: Option<Vec<Id>>,
}

/// The copied files that were asked for, with their sizes; none where there was no such file.
pub(super) type Asked = BTreeMap<Arc<str>, Option<u64>>;

/// What lowering reads besides the node in hand, and the diagnostics so far.
pub(super) struct Context<'a> {
    /// The text of every file.
    pub sources: &'a Sources,
    /// The site's languages.
    pub languages: Languages,
    /// The groups of measures that site.yaml gives a title to; `None` where it cannot be told.
    pub groups: Option<Vec<Id>>,
    /// The files of which not all could be read.
    pub broken: &'a Broken,
    /// The sizes of the files that are copied, by path from the content folder.
    pub assets: &'a BTreeMap<Arc<str>, u64>,
    /// Those that were asked for.
    pub asked: Asked,
    found: Diagnostics,
    said: usize,
}

impl<'a> Context<'a> {
    /// Nothing found yet.
    pub fn new(
        sources: &'a Sources,
        languages: Languages,
        broken: &'a Broken,
        assets: &'a BTreeMap<Arc<str>, u64>,
    ) -> Self {
        Self {
            sources,
            languages,
            groups: None,
            broken,
            assets,
            asked: Asked::new(),
            found: Diagnostics::new(),
            said: 0,
        }
    }

    /// A context on the same ground, with nothing found yet.
    pub fn fork(&self) -> Self {
        Self {
            sources: self.sources,
            languages: self.languages.clone(),
            groups: self.groups.clone(),
            broken: self.broken,
            assets: self.assets,
            asked: Asked::new(),
            found: Diagnostics::new(),
            said: 0,
        }
    }

    /// What is read on, apart from the files themselves.
    pub fn ground(&self) -> Ground {
        Ground {
            languages: self.languages.clone(),
            groups: self.groups.clone(),
        }
    }

    /// The copied file at a path from the content folder, with its size.
    pub fn copied(&mut self, path: &str) -> Option<(Arc<str>, u64)> {
        let found = self.assets.get_key_value(path);
        let found = found.map(|(path, size)| (Arc::clone(path), *size));
        let (name, size) = match &found {
            Some((path, size)) => (Arc::clone(path), Some(*size)),
            None => (path.into(), None),
        };
        self.asked.insert(name, size);
        found
    }

    /// Keeps all that was found elsewhere.
    pub fn say_all(&mut self, found: Diagnostics) {
        self.found.append(found);
    }

    /// Keeps a finding; but not that something has the wrong type where a fault has been found
    /// already.
    pub fn say(&mut self, mut diagnostic: Diagnostic) {
        self.said += 1;
        if self.is_table(diagnostic.span) {
            diagnostic.help = diagnostic.help.map(|help| in_columns(&help));
        }
        if diagnostic.code != Code::WrongType || !self.is_fault(diagnostic.span) {
            self.found.push(diagnostic);
        }
    }

    /// How often there was something to say.
    pub fn said(&self) -> usize {
        self.said
    }

    /// Whether a syntax error was found at exactly this place.
    pub fn is_fault(&self, place: Span) -> bool {
        let torn = self.broken.get(&place.source);
        torn.is_some_and(|torn| torn.faults.contains(&place))
    }

    /// Whether what stands at `span`, an item of a file, could be read to its end. In YAML, lines
    /// between it and the next item of its list may have been meant for it; a row of a table ends
    /// where it ends.
    pub fn is_whole(&self, span: Span) -> bool {
        let Some(Torn { faults, table }) = self.broken.get(&span.source) else {
            return true;
        };
        let end = if *table {
            span.end as usize
        } else {
            next_item(self.sources.get(span.source).text(), span.range())
        };
        let in_it = |fault: &Span| fault.start as usize <= end && span.start <= fault.end;
        !faults.iter().any(in_it)
    }

    /// Whether what stands at `span` is of a table, where keys are the names of columns.
    pub fn is_table(&self, span: Span) -> bool {
        self.sources.is_table(span)
    }

    /// Everything that was found.
    pub fn finish(self) -> Diagnostics {
        self.found
    }

    /// The folder of a file of the content folder, relative to that: `reports/2017-18`, or nothing
    /// for the content folder itself.
    pub fn folder(&self, source: SourceId) -> &'a str {
        let sources = self.sources;
        let path = sources.get(source).path();
        let path = path.strip_prefix("content/").unwrap_or(path);
        path.rsplit_once('/').map_or("", |(folder, _)| folder)
    }
}

/// Where the line begins on which the next item of the same list, or of one around it, stands.
fn next_item(text: &str, item: Range<usize>) -> usize {
    let start = text[..item.start].rfind('\n').map_or(0, |at| at + 1);
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let own = indent(&text[start..]);
    let mut at = item.end;
    for line in text[item.end..].split_inclusive('\n') {
        let content = line.trim_start_matches(' ');
        if at > item.end && content.starts_with("- ") && indent(line) <= own {
            break;
        }
        at += line.len();
    }
    at
}
