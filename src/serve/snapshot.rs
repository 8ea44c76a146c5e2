//! What the preview shows at one moment.

use std::{
    collections::BTreeMap,
    fs::{self, Metadata},
    iter,
    path::Path,
    sync::{Arc, Mutex, PoisonError},
    time::UNIX_EPOCH,
};

use serde::Serialize;

use crate::{
    serve::{
        edited::Edited,
        fault::Fault,
        later::{Found, Later},
        lost::from_root,
        payload::Payload,
        stand::{Good, Shown, Stand},
    },
    site::{Content, Site},
    text::Diagnostic,
};

/// A file of more bytes than this is not held in memory.
const LARGE: u64 = 1024 * 1024;

/// What is shown, with everything that is wrong now. Never changes; an edit makes another.
pub struct Snapshot {
    /// Counts the snapshots of one run, from 1.
    pub version: u64,
    stand: Stand,
    state: Arc<[u8]>,
    later: Option<Later>,
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
    pub body: Payload,
    /// Another status than the usual one, where it could not be rendered.
    pub status: Option<u16>,
}

/// What the script in the open page is told.
#[derive(Serialize)]
struct State<'a> {
    run: &'a str,
    version: u64,
    shown: Shown,
    faults: &'a [Fault],
    edited: &'a [Edited],
    files: &'a BTreeMap<String, u64>,
}

impl Snapshot {
    /// What is shown at a moment of the run with this name. What shows only when a page is made is told
    /// `later`.
    pub fn new(run: &str, version: u64, stand: Stand, later: Option<Later>) -> Self {
        let state = State {
            run,
            version,
            shown: stand.shown(),
            faults: &stand.faults,
            edited: &stand.edited,
            files: &stand.files,
        };
        Self {
            version,
            state: serde_json::to_vec(&state).unwrap_or_default().into(),
            stand,
            later,
            rendered: Mutex::default(),
        }
    }

    /// The site that is shown.
    pub fn site(&self) -> Option<&Arc<Site>> {
        self.stand.good().map(|good| &good.site)
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
        if let Some(good) = self.stand.good()
            && let Content::File(path) = &good.site.get(address)?.content
        {
            // What a browser finds while a file is being written is not to stay.
            return Some(Arc::new(file(address, path)));
        }
        let stored = match self.stand.good() {
            // Any address of a page has it, and is not kept.
            None if has_ending(address, "html") => return Some(Arc::new(self.page_without_site())),
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
        let before = self.stand.before();
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
                tried: false,
            });
        }
        stored
    }

    fn page_without_site(&self) -> Stored {
        let text = "The website appears here by itself as soon as these faults are mended.";
        let page = bare_page("There is nothing to show yet", text, &self.stand.faults);
        Stored {
            status: Some(503),
            ..Stored::new("faults.html", page)
        }
    }
}

fn has_ending(address: &str, ending: &str) -> bool {
    Path::new(address)
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
fn file(address: &str, path: &Path) -> Stored {
    let found = fs::metadata(path).and_then(|found| match found.len() {
        size if size > LARGE => Ok(large(address, path, &found)),
        _ => Ok(Stored::new(address, fs::read(path)?)),
    });
    found.unwrap_or_else(|error| Stored {
        status: Some(404),
        ..Stored::new("gone.txt", format!("{error}\n").into_bytes())
    })
}

/// A large file, which is read only while it is sent. Its tag tells its size and when it was written.
fn large(address: &str, path: &Path, found: &Metadata) -> Stored {
    let written = found.modified().ok();
    let written = written.and_then(|time| time.duration_since(UNIX_EPOCH).ok());
    let written = written.unwrap_or_default().as_nanos();
    Stored {
        tag: format!("{:x}-{written:x}", found.len()),
        body: Payload::File(path.to_owned(), found.len()),
        ..Stored::new(address, Vec::new())
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
