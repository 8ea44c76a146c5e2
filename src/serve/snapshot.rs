//! What the preview shows at one moment.

use std::{
    collections::BTreeMap,
    sync::{Arc, Mutex, PoisonError},
};

use serde::Serialize;

use crate::{
    model::Model,
    site::{Content, Site},
    text::{Diagnostic, Severity, Sources},
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

impl Fault {
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
    /// A moment: the last good site, the faults that stand now, and the pages just edited.
    pub fn new(version: u64, good: Option<Good>, faults: Vec<Fault>, edited: Vec<Edited>) -> Self {
        Self {
            version,
            good,
            faults,
            edited,
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
    /// script; without any good site every page shows the faults.
    pub fn get(&self, address: &str) -> Option<Arc<Stored>> {
        let cache = || self.rendered.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(found) = cache().get(address) {
            return Some(Arc::clone(found));
        }
        let is_page = has_ending(address, "html");
        let stored = match &self.good {
            None if is_page => self.page_without_site(),
            None => return None,
            Some(good) => render(good, address)?,
        };
        let stored = Arc::new(stored);
        cache().insert(address.to_owned(), Arc::clone(&stored));
        Some(stored)
    }

    /// What the script in an open page is told, as JSON.
    pub fn state(&self) -> String {
        let addresses = self.site().into_iter().flat_map(|site| site.iter());
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

fn render(good: &Good, address: &str) -> Option<Stored> {
    let bytes = match &good.site.get(address)?.content {
        Content::Bytes(bytes) => Ok(bytes.to_vec()),
        Content::File(path) => return Some(file(address, path)),
        Content::Rendered(render) => render(),
        Content::Leaf(leaf) => good.site.render(leaf),
    };
    Some(match bytes {
        Ok(bytes) => Stored::new(address, bytes),
        Err(diagnostic) => {
            let fault = Fault::new(&diagnostic, &good.model.sources);
            let text = "The page appears here by itself as soon as this fault is mended.";
            let page = bare_page("This page cannot be shown", text, [&fault]);
            Stored {
                status: Some(500),
                ..Stored::new("fault.html", page)
            }
        }
    })
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

fn escaped(text: &str) -> String {
    let text = text.replace('&', "&amp;").replace('<', "&lt;");
    text.replace('>', "&gt;").replace('"', "&quot;")
}
