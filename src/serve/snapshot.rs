//! What the preview shows at one moment.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use serde::Serialize;

use crate::{
    site::{Content, Site},
    text::{Diagnostic, Severity, Sources},
};

/// The last good site with everything that is wrong now. Never changes; an edit makes another.
pub struct Snapshot {
    /// Counts the snapshots of one run, from 1.
    pub version: u64,
    site: Option<Arc<Site>>,
    faults: Vec<Fault>,
    edited: Vec<Edited>,
    rendered: Mutex<BTreeMap<String, Arc<Stored>>>,
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
    /// Its address from the root.
    pub address: String,
}

/// What the script in the open page is told.
#[derive(Serialize)]
struct State<'a> {
    version: u64,
    stylesheets: Vec<&'a str>,
    faults: &'a [Fault],
    edited: &'a [Edited],
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

impl Snapshot {
    /// A moment: the last good site, the faults that stand now, and the pages just edited.
    pub fn new(
        version: u64,
        site: Option<Arc<Site>>,
        faults: Vec<Fault>,
        edited: Vec<Edited>,
    ) -> Self {
        Self {
            version,
            site,
            faults,
            edited,
            rendered: Mutex::default(),
        }
    }

    /// The last good site.
    pub fn site(&self) -> Option<&Arc<Site>> {
        self.site.as_ref()
    }

    /// Whether something stands at `address`.
    pub fn has(&self, address: &str) -> bool {
        self.site
            .as_ref()
            .is_some_and(|site| site.get(address).is_some())
    }

    /// What stands at `address`, rendered now where it was not before. Pages get the preview's
    /// script; without any good site every page shows the faults.
    pub fn get(&self, address: &str) -> Option<Arc<Stored>> {
        let cache = || self.rendered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = cache().get(address) {
            return Some(Arc::clone(found));
        }
        let is_page = has_ending(address, "html");
        let stored = match &self.site {
            None if is_page => self.page_without_site(),
            None => return None,
            Some(site) => render(site, address)?,
        };
        let stored = Arc::new(stored);
        cache().insert(address.to_owned(), Arc::clone(&stored));
        Some(stored)
    }

    /// What the script in an open page is told, as JSON.
    pub fn state(&self) -> String {
        let addresses = self.site.iter().flat_map(|site| site.iter());
        let addresses = addresses.map(|(address, _)| address.as_str());
        let is_stylesheet = |address: &&str| has_ending(address, "css");
        let state = State {
            version: self.version,
            stylesheets: addresses.filter(is_stylesheet).collect(),
            faults: &self.faults,
            edited: &self.edited,
        };
        serde_json::to_string(&state).unwrap_or_default()
    }

    fn page_without_site(&self) -> Stored {
        let errors = self.faults.iter();
        let errors = errors.filter(|fault| fault.severity == Severity::Error.as_str());
        let list: Vec<_> = errors
            .map(|fault| {
                let place = format!("{}:{}:{}", fault.file, fault.line, fault.column);
                format!("{place}: {}", fault.message)
            })
            .collect();
        let page = bare_page("The site cannot be shown yet", &list.join("\n"));
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

fn render(site: &Site, address: &str) -> Option<Stored> {
    let bytes = match &site.get(address)?.content {
        Content::Bytes(bytes) => Ok(bytes.to_vec()),
        Content::File(path) => return Some(file(address, path)),
        Content::Rendered(render) => render(),
        Content::Leaf(leaf) => site.render(leaf),
    };
    Some(match bytes {
        Ok(bytes) if has_ending(address, "html") => Stored::new(address, with_script(&bytes)),
        Ok(bytes) => Stored::new(address, bytes),
        Err(diagnostic) => {
            let message = format!("{}: {}", diagnostic.code.as_str(), diagnostic.message);
            let page = bare_page("This page cannot be shown", &message);
            Stored {
                status: Some(500),
                ..Stored::new("error.html", page)
            }
        }
    })
}

impl Stored {
    fn new(address: &str, bytes: Vec<u8>) -> Self {
        let media = mime_guess::from_path(address).first_or_octet_stream();
        let text = media.type_() == "text" || media.subtype() == "javascript";
        let charset = if text { "; charset=utf-8" } else { "" };
        Self {
            content_type: format!("{}{charset}", media.essence_str()),
            tag: blake3::hash(&bytes).to_hex()[..16].to_owned(),
            body: bytes.into(),
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

/// The page with the preview's script and style before the end of its head.
fn with_script(page: &[u8]) -> Vec<u8> {
    const TAGS: &[u8] = b"<link rel=\"stylesheet\" href=\"/.goldenthread/live.css\">\
        <script src=\"/.goldenthread/live.js\" defer></script>";
    let head = page.windows(7).position(|bytes| bytes == b"</head>");
    let at = head.unwrap_or(page.len());
    let mut with = Vec::with_capacity(page.len() + TAGS.len());
    with.extend_from_slice(&page[..at]);
    with.extend_from_slice(TAGS);
    with.extend_from_slice(&page[at..]);
    with
}

/// A page that needs no theme: it stands in while there is none to use.
fn bare_page(title: &str, text: &str) -> Vec<u8> {
    let escape = |text: &str| {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        text.replace('"', "&quot;")
    };
    let page = format!(
        "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\">\
         <meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title></head>\
         <body class=\"goldenthread-bare\"><main><h1>{title}</h1><pre>{text}</pre></main></body>\
         </html>",
        title = escape(title),
        text = escape(text),
    );
    with_script(page.as_bytes())
}
