//! What the preview shows at one moment.

use std::{
    collections::BTreeMap,
    iter,
    sync::{Arc, Mutex, PoisonError},
};

use serde::Serialize;

use crate::{
    model::Model,
    serve::{
        later::{Found, Later},
        lost::from_root,
    },
    site::{Content, Site},
    text::{Diagnostic, Diagnostics, Severity, Sources, escaped},
};

/// A site that was made, with the model that its faults are found in.
#[derive(Clone)]
pub struct Good {
    /// The site.
    pub site: Arc<Site>,
    /// What it was made from.
    pub model: Arc<Model>,
}

/// The last good site with everything that is wrong now. Never changes; an edit makes another.
pub struct Snapshot {
    /// Counts the snapshots of one run, from 1.
    pub version: u64,
    good: Option<Good>,
    before: Option<Good>,
    faults: Vec<Fault>,
    state: Arc<[u8]>,
    later: Option<Later>,
    rendered: Mutex<BTreeMap<String, Arc<Stored>>>,
}

/// What a snapshot is made of.
#[derive(Clone, Default)]
pub struct Moment {
    /// What tells this run of the preview from others.
    pub run: String,
    /// Counts the snapshots of one run, from 1.
    pub version: u64,
    /// The last good site.
    pub good: Option<Good>,
    /// The good one before it, which stands in for pages of it that cannot be made.
    pub before: Option<Good>,
    /// The errors that stand now.
    pub faults: Vec<Fault>,
    /// The pages whose content was edited just now.
    pub edited: Vec<Edited>,
    /// The addresses of copied files that changed in this run, each with the version that first
    /// showed it.
    pub files: BTreeMap<String, u64>,
}

/// A rendered file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// Its media type.
    pub content_type: String,
    /// A hash of its bytes.
    pub tag: String,
    /// Its bytes.
    pub body: Arc<[u8]>,
    /// Another status than the usual one, where it could not be rendered.
    pub status: Option<u16>,
}

/// A diagnostic as the overlay shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fault {
    severity: &'static str,
    code: &'static str,
    message: String,
    file: String,
    line: usize,
    column: usize,
    source: String,
    width: usize,
    help: Option<String>,
}

/// A page whose own content was edited.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Edited {
    /// Its title.
    pub title: String,
    /// The language of the title.
    pub lang: String,
    /// Its address from the root.
    pub address: String,
}

/// What the script in the open page is told.
#[derive(Serialize)]
struct State<'a> {
    run: &'a str,
    version: u64,
    faults: &'a [Fault],
    edited: &'a [Edited],
    files: &'a BTreeMap<String, u64>,
}

impl Fault {
    /// The diagnostic with its source line; columns count characters from 1.
    pub fn new(diagnostic: &Diagnostic, sources: &Sources) -> Self {
        let source = sources.get(diagnostic.span.source);
        let start = source.location(diagnostic.span.start as usize);
        let end = source.location(diagnostic.span.end as usize);
        let line = source.line(start.line).trim_start_matches('\u{feff}');
        let rest = line.chars().count().saturating_sub(start.column - 1);
        let width = if end.line == start.line {
            end.column - start.column
        } else {
            rest
        };
        Self {
            severity: diagnostic.severity.as_str(),
            code: diagnostic.code.as_str(),
            message: diagnostic.message.clone(),
            file: source.path().to_owned(),
            line: start.line,
            column: start.column,
            source: line.to_owned(),
            width: width.max(1),
            help: diagnostic.help.clone(),
        }
    }
}

impl Fault {
    /// The errors among these, as open pages show them.
    pub fn all(diagnostics: &Diagnostics, sources: &Sources) -> Vec<Self> {
        let errors = diagnostics.iter();
        let errors = errors.filter(|found| found.severity == Severity::Error);
        errors.map(|found| Self::new(found, sources)).collect()
    }

    /// Whether it says of the file at `path` what the diagnostic does, wherever it stands there now.
    pub fn says_same(&self, found: &Diagnostic, path: &str) -> bool {
        self.file == path && self.code == found.code.as_str() && self.message == found.message
    }

    /// The fault as an item of a list, as the script writes it too.
    fn item(&self) -> String {
        let letters: Vec<char> = self.source.chars().collect();
        let start = (self.column - 1).min(letters.len());
        let end = (start + self.width).min(letters.len());
        let part = |letters: &[char]| escaped(&letters.iter().collect::<String>());
        let (before, marked) = (part(&letters[..start]), part(&letters[start..end]));
        let marked = if marked.is_empty() { " " } else { &marked };
        let after = part(&letters[end..]);
        let help = self.help.as_deref().map(escaped);
        let help = help.map_or_else(String::new, |help| {
            format!("<p class=\"help\">Help: {help}</p>")
        });
        let place = escaped(&format!("{}:{}:{}", self.file, self.line, self.column));
        let message = escaped(&self.message);
        format!(
            "<li><p class=\"place\">{place}</p><p class=\"message\">{message}</p>\
             <pre tabindex=\"0\">{before}<mark>{marked}</mark>{after}</pre>{help}</li>"
        )
    }
}

impl Snapshot {
    /// What is shown at a moment. What shows only when a page is made is told `later`.
    pub fn new(moment: Moment, later: Option<Later>) -> Self {
        let state = State {
            run: &moment.run,
            version: moment.version,
            faults: &moment.faults,
            edited: &moment.edited,
            files: &moment.files,
        };
        Self {
            version: moment.version,
            state: serde_json::to_vec(&state).unwrap_or_default().into(),
            good: moment.good,
            before: moment.before,
            faults: moment.faults,
            later,
            rendered: Mutex::default(),
        }
    }

    /// The last good site.
    pub fn site(&self) -> Option<&Arc<Site>> {
        self.good.as_ref().map(|good| &good.site)
    }

    /// Whether something stands at `address`.
    pub fn has(&self, address: &str) -> bool {
        self.site().is_some_and(|site| site.get(address).is_some())
    }

    /// What stands at `address`, rendered now where it was not before. Pages get the preview's
    /// script; without any good site every page shows the faults. Where a page cannot be made, the
    /// good site before shows its own.
    pub fn get(&self, address: &str) -> Option<Arc<Stored>> {
        let cache = || self.rendered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = cache().get(address) {
            return Some(Arc::clone(found));
        }
        let is_page = has_ending(address, "html");
        let stored = match &self.good {
            None if is_page => self.page_without_site(),
            None => return None,
            Some(good) => match render(good, address)? {
                Ok(stored) => stored,
                Err(fault) => self.instead(good, address, fault),
            },
        };
        let stored = Arc::new(stored);
        cache().insert(address.to_owned(), Arc::clone(&stored));
        Some(stored)
    }

    /// What the script in an open page is told, as JSON.
    pub fn state(&self) -> &Arc<[u8]> {
        &self.state
    }

    /// What is served in the place of a page that cannot be made.
    fn instead(&self, good: &Good, address: &str, fault: Box<Diagnostic>) -> Stored {
        let before = self.before.as_ref();
        let before = before.and_then(|before| render(before, address)?.ok());
        let stored = before.unwrap_or_else(|| {
            let fault = Fault::new(&fault, &good.model.sources);
            let text = "The page appears here by itself as soon as this fault is mended.";
            let page = bare_page("This page cannot be shown", text, [&fault]);
            Stored {
                status: Some(500),
                ..Stored::new("fault.html", page)
            }
        });
        if let Some(later) = &self.later {
            later.tell(Found {
                page: Some(address.to_owned()),
                diagnostics: iter::once(*fault).collect(),
                model: Arc::clone(&good.model),
            });
        }
        stored
    }

    fn page_without_site(&self) -> Stored {
        let errors = &self.faults;
        let text = "The website appears here by itself as soon as these faults are mended.";
        let page = bare_page("There is nothing to show yet", text, errors);
        Stored {
            status: Some(503),
            ..Stored::new("faults.html", page)
        }
    }
}

fn has_ending(address: &str, ending: &str) -> bool {
    std::path::Path::new(address)
        .extension()
        .is_some_and(|found| found == ending)
}

/// Whether this is the root, or a folder in it, with a slash at its end.
fn is_top(folder: &str) -> bool {
    folder.find('/').is_none_or(|at| at + 1 == folder.len()) && !folder.ends_with(|c| c != '/')
}

/// What stands at `address`; none where nothing does.
fn render(good: &Good, address: &str) -> Option<Result<Stored, Box<Diagnostic>>> {
    let bytes = match &good.site.get(address)?.content {
        Content::Bytes(bytes) => Ok(bytes.to_vec()),
        Content::File(path) => return Some(Ok(file(address, path))),
        Content::Rendered(render) => render(),
        Content::Leaf(leaf) => good.site.render(leaf),
    };
    let served = bytes.map(|bytes| match address.strip_suffix("404.html") {
        Some(folder) if is_top(folder) => {
            let base = good.model.settings.base_url.as_deref();
            from_root(&String::from_utf8_lossy(&bytes), folder, base).into_bytes()
        }
        _ => bytes,
    });
    Some(served.map(|bytes| Stored::new(address, bytes)))
}

impl Stored {
    fn new(address: &str, bytes: Vec<u8>) -> Self {
        let media = mime_guess::from_path(address).first_or_octet_stream();
        let text = media.type_() == "text" || media.subtype() == "javascript";
        let charset = if text { "; charset=utf-8" } else { "" };
        let tag = blake3::hash(&bytes).to_hex()[..16].to_owned();
        let body = if has_ending(address, "html") {
            with_script(&bytes, &tag)
        } else {
            bytes
        };
        Self {
            content_type: format!("{}{charset}", media.essence_str()),
            tag,
            body: body.into(),
            status: None,
        }
    }
}

/// A file of the content folder. One that has gone since is not found, and the rescan will say so.
fn file(address: &str, path: &std::path::Path) -> Stored {
    match std::fs::read(path) {
        Ok(bytes) => Stored::new(address, bytes),
        Err(error) => Stored {
            status: Some(404),
            ..Stored::new("gone.txt", format!("{error}\n").into_bytes())
        },
    }
}

/// The page with the preview's script and style before the end of its head. The script is told the
/// page's tag, to know whether what is open is still what is served.
fn with_script(page: &[u8], tag: &str) -> Vec<u8> {
    let tags = format!(
        "<link rel=\"stylesheet\" href=\"/.goldenthread/live.css\">\
         <script src=\"/.goldenthread/live.js\" data-tag=\"{tag}\" defer></script>"
    );
    let head = page.windows(7).position(|bytes| bytes == b"</head>");
    let at = head.unwrap_or(page.len());
    [&page[..at], tags.as_bytes(), &page[at..]].concat()
}

/// A page of faults alone. It needs no theme: it stands in while there is none to use.
fn bare_page<'f>(title: &str, text: &str, faults: impl IntoIterator<Item = &'f Fault>) -> Vec<u8> {
    let items: String = faults.into_iter().map(Fault::item).collect();
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
         <meta name=\"color-scheme\" content=\"light dark\"><title>{title}</title></head>\
         <body class=\"goldenthread-bare\"><main><h1>{title}</h1><p>{text}</p><ol>{items}</ol>\
         </main></body></html>"
    );
    page.into_bytes()
}
