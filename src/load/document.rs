//! The files that are read, decoded and parsed.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    load::{
        folder::{Content, File, Folder},
        kind::{Kind, kind},
        memory::{self, Decoded, Memory},
        well_being,
    },
    syntax::{self, Node, Table},
    text::{Code, Diagnostic, Diagnostics, Source, SourceId, Sources, Span, Warned},
};

/// A file of the content folder, with a source to name it in messages.
pub(super) struct Listed<'f> {
    /// Its path from the content folder.
    pub path: &'f str,
    /// What it is, by that path.
    pub kind: Kind<'f>,
    /// Its text; of a file that is not read, its name alone.
    pub source: SourceId,
    /// The file itself.
    pub file: &'f File,
    /// Whether its text is there to be parsed.
    readable: bool,
}

/// A parsed file.
#[derive(Clone, Debug)]
pub(super) struct Document {
    /// The file.
    pub source: SourceId,
    /// Whether all of it could be read: where not, what seems missing may stand in the fault.
    pub whole: bool,
    /// Where it could not.
    pub faults: Vec<Span>,
    /// What it holds.
    pub content: Parsed,
    /// Where it names one of the built-in goals.
    pub goals: Vec<Span>,
}

/// What a file holds.
#[derive(Clone, Debug)]
pub(super) enum Parsed {
    /// YAML, or the front matter of a Markdown file, with the rest of that.
    Node { node: Option<Node>, body: Span },
    /// A table.
    Table(Table),
}

/// Every parsed file.
pub(super) type Documents = BTreeMap<SourceId, Arc<Document>>;

impl Document {
    /// Its YAML or front matter.
    pub fn node(&self) -> Option<&Node> {
        match &self.content {
            Parsed::Node { node, .. } => node.as_ref(),
            Parsed::Table(_) => None,
        }
    }

    /// Its Markdown.
    pub fn body(&self) -> Span {
        match &self.content {
            Parsed::Node { body, .. } => *body,
            Parsed::Table(_) => Span::file(self.source),
        }
    }
}

/// Adds every file of the content folder to the sources, in the order of paths, and reports those
/// that cannot be read.
pub(super) fn decode<'f>(
    folder: &'f Folder,
    memory: &mut Memory,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Vec<Listed<'f>> {
    let mut listed = Vec::new();
    // Of files that are gone no more is kept than there are files.
    if memory.decoded.len() > folder.files.len() {
        memory
            .decoded
            .retain(|path, _| folder.files.contains_key(path));
    }
    let files = folder.files.par_iter().filter_map(|(path, file)| {
        let within = path.strip_prefix("content/")?;
        Some((path, within, file, kind(within)))
    });
    for (path, within, file, kind) in files.collect::<Vec<_>>() {
        let (source, readable) = decode_one(path, file, memory, sources, found);
        if within.ends_with("/sealed.yaml") && !matches!(kind, Kind::Sealed { .. }) {
            found.push(astray(source));
        } else if let Kind::Unused { help } = &kind {
            let message = "nothing reads this file";
            let unused = Diagnostic::new(Code::UnusedFile, Span::file(source), message);
            found.push(unused.help(help));
        }
        listed.push(Listed {
            path: within,
            kind,
            source,
            file,
            readable,
        });
    }
    listed
}

/// What is said of a lock file that stands beside no report: its report was moved out of its place.
fn astray(source: SourceId) -> Diagnostic {
    let message = "this is what a report was sealed with, but no report can stand here";
    Diagnostic::new(Code::SealedChanged, Span::file(source), message).help(
        "put the report back into its folder in `reports/`, and this file beside it: what was \
         published stays",
    )
}

/// Adds one file to the sources; answers whether its text is there.
pub(super) fn decode_one(
    path: &Arc<str>,
    file: &File,
    memory: &mut Memory,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> (SourceId, bool) {
    let fault = match &file.content {
        Content::Bytes(bytes) => {
            let (id, decoded) = decode_bytes(path, bytes, memory, sources);
            let readable = !decoded.has_errors();
            found.append(decoded);
            return (id, readable);
        }
        Content::Copied => None,
        Content::TooLarge => Some((
            Code::TooLarge,
            format!(
                "the file is {}, larger than the {} that are read",
                mebibytes(file.size),
                mebibytes(syntax::MAX_BYTES)
            ),
            Some("split it, or keep what is not text in files of its own"),
        )),
        Content::Outside => Some((
            Code::OutsideContent,
            "this link leads out of the folder that it stands in".to_owned(),
            Some("put the file itself in its place"),
        )),
        Content::Unreadable(why) => Some((
            Code::Unreadable,
            format!("this cannot be read: {}", why.reason()),
            Some(why.help()),
        )),
    };
    let source = sources.add(Source::new(path, ""));
    if let Some((code, message, help)) = fault {
        let fault = Diagnostic::new(code, Span::file(source), message);
        found.push(fault.maybe_help(help.map(str::to_owned)));
    }
    (source, false)
}

fn decode_bytes(
    path: &Arc<str>,
    bytes: &Arc<[u8]>,
    memory: &mut Memory,
    sources: &mut Sources,
) -> (SourceId, Diagnostics) {
    let kept = memory.decoded.get(path);
    if let Some(kept) = kept.filter(|kept| Arc::ptr_eq(&kept.bytes, bytes)) {
        return (sources.add(kept.source.clone()), Diagnostics::new());
    }
    let Warned { value, diagnostics } = syntax::decode(path, bytes, sources);
    if diagnostics.is_empty() {
        let decoded = Decoded {
            bytes: Arc::clone(bytes),
            source: sources.get(value).clone(),
        };
        memory.decoded.insert(Arc::clone(path), decoded);
    }
    (value, diagnostics)
}

/// A size for people: `10 MiB`, `10.5 MiB`; rounded up, so that what is too large looks it.
fn mebibytes(bytes: u64) -> String {
    const MEBIBYTE: u64 = 1024 * 1024;
    let tenths = bytes.saturating_mul(10).div_ceil(MEBIBYTE);
    match tenths % 10 {
        0 => format!("{} MiB", tenths / 10),
        tenth => format!("{}.{tenth} MiB", tenths / 10),
    }
}

/// Parses every file that is read, in parallel; the findings come in the order of paths.
pub(super) fn parse(
    listed: &[Listed<'_>],
    memory: &mut Memory,
    sources: &Sources,
    found: &mut Diagnostics,
) -> Documents {
    let kept = &memory.parsed;
    let is_kept = |listed: &&Listed<'_>| {
        let kept = kept.get(&listed.source);
        kept.is_some_and(|kept| kept.source.is(sources.get(listed.source)))
    };
    let new = listed.par_iter().filter(|listed| !is_kept(listed));
    let new = new.filter_map(|listed| {
        let Warned { value, diagnostics } = parse_one(listed, sources)?;
        let parsed = memory::Parsed {
            source: sources.get(listed.source).clone(),
            document: Arc::new(value),
            found: diagnostics,
        };
        Some((listed.source, parsed))
    });
    let new: Vec<_> = new.collect();
    memory.parsed.extend(new);
    // Each file that is read is among them; where there are more, some of them are gone.
    let read = || listed.iter().filter(|listed| listed.kind.is_read());
    if memory.parsed.len() > read().count() {
        let read: BTreeSet<_> = read().map(|listed| listed.source).collect();
        memory.parsed.retain(|source, _| read.contains(source));
    }
    for parsed in memory.parsed.values().filter(|it| !it.found.is_empty()) {
        found.append(parsed.found.clone());
    }
    let documents = memory.parsed.iter();
    documents
        .map(|(source, parsed)| (*source, Arc::clone(&parsed.document)))
        .collect()
}

fn parse_one(listed: &Listed<'_>, sources: &Sources) -> Option<Warned<Document>> {
    let source = listed.source;
    let kind = &listed.kind;
    if !kind.is_read() {
        return None;
    }
    let start = Span::file(source);
    let (content, diagnostics) = if !listed.readable {
        let nothing = Parsed::Node {
            node: None,
            body: start,
        };
        (nothing, None)
    } else if kind.is_table() {
        let Warned { value, diagnostics } = syntax::csv(sources, source);
        (Parsed::Table(value), Some(diagnostics))
    } else if kind.is_markdown() {
        let Warned { value, diagnostics } = syntax::front_matter(sources, source);
        let (node, body) = (value.node, value.body);
        (Parsed::Node { node, body }, Some(diagnostics))
    } else {
        let range = 0..sources.get(source).text().len();
        let Warned { value, diagnostics } = syntax::yaml(sources, source, range);
        let (node, body) = (value, start);
        (Parsed::Node { node, body }, Some(diagnostics))
    };
    let mut faults = Vec::new();
    for found in diagnostics.iter().flat_map(Diagnostics::iter) {
        // A column that stands twice leaves every row without one.
        let everywhere = kind.is_table() && found.code == Code::DuplicateKey;
        let whole = Span::new(source, 0, sources.get(source).text().len());
        faults.push(if everywhere { whole } else { found.span });
    }
    let whole = diagnostics
        .as_ref()
        .is_some_and(|diagnostics| !diagnostics.has_errors());
    let goals = well_being::links(&content, source, sources);
    Some(Warned {
        value: Document {
            source,
            whole,
            faults,
            content,
            goals,
        },
        diagnostics: diagnostics.unwrap_or_default(),
    })
}
