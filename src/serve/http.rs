//! What the preview answers: a pure function from a request to an answer.

use std::sync::Arc;

use percent_encoding::percent_decode_str;

use crate::serve::{
    payload::Payload,
    snapshot::{Snapshot, Stored},
};

/// Where the preview keeps what is its own, out of the way of every page of a site.
pub const OWN: &str = "/.goldenthread/";

/// The script that reloads the open page; only ever part of a preview.
const SCRIPT: &str = include_str!("live.js");

/// The style of the overlay and the notes.
const STYLE: &str = include_str!("live.css");

/// What of a request matters.
#[derive(Clone, Copy, Debug, Default)]
pub struct Asked<'a> {
    /// The method, such as `GET`.
    pub method: &'a str,
    /// The target: path and query as sent.
    pub target: &'a str,
    /// The `Host` header.
    pub host: Option<&'a str>,
    /// The `If-None-Match` header.
    pub if_none_match: Option<&'a str>,
}

impl Asked<'_> {
    /// The same, where the target is a whole address: the host that it names counts, not the header, as
    /// RFC 9112, 3.2.2 has it.
    fn of_server(self) -> Self {
        let scheme = "http://";
        let (start, rest) = self
            .target
            .split_at_checked(scheme.len())
            .unwrap_or_default();
        if !start.eq_ignore_ascii_case(scheme) {
            return self;
        }
        let (host, target) = match rest.find(['/', '?', '#']) {
            Some(at) if rest[at..].starts_with('/') => rest.split_at(at),
            Some(at) => (&rest[..at], "/"),
            None => (rest, "/"),
        };
        Self {
            target,
            host: Some(host),
            ..self
        }
    }
}

/// An answer: status, headers and body. A `HEAD` answer has the headers of its body, and no body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// Headers, `Content-Length` apart.
    pub headers: Vec<(&'static str, String)>,
    /// The body.
    pub body: Payload,
}

impl Answer {
    fn new(status: u16, content_type: &str, body: impl Into<Payload>) -> Self {
        Self {
            status,
            headers: vec![
                ("Content-Type", content_type.to_owned()),
                ("Cache-Control", "no-cache".to_owned()),
                ("X-Content-Type-Options", "nosniff".to_owned()),
                // No other website shows a draft's picture or runs its files.
                ("Cross-Origin-Resource-Policy", "same-origin".to_owned()),
            ],
            body: body.into(),
        }
    }

    /// A line of plain text.
    pub fn text(status: u16, text: &str) -> Self {
        Self::new(status, "text/plain; charset=utf-8", text.as_bytes())
    }
}

/// Answers `asked` from `snapshot`.
///
/// Only names of this machine's loopback are answered, so that no other website can read a draft
/// by pointing a name of its own here; only addresses of the site, so nothing outside it can be
/// reached whatever the path holds.
pub fn answer(asked: &Asked<'_>, snapshot: &Snapshot) -> Answer {
    let asked = &asked.of_server();
    if !asked.host.is_some_and(is_loopback) {
        let help = "The preview answers only to localhost, 127.0.0.1 and [::1].\n";
        return Answer::text(421, help);
    }
    if !matches!(asked.method, "GET" | "HEAD") {
        let mut answer = Answer::text(405, "The preview only answers GET and HEAD.\n");
        answer.headers.push(("Allow", "GET, HEAD".to_owned()));
        return answer;
    }
    let path = asked.target.split(['?', '#']).next().unwrap_or_default();
    if let Some(own) = path.strip_prefix(OWN) {
        return match own {
            "live.js" => Answer::new(200, "text/javascript; charset=utf-8", SCRIPT.as_bytes()),
            "live.css" => Answer::new(200, "text/css; charset=utf-8", STYLE.as_bytes()),
            "state.json" => Answer::new(200, "application/json", Arc::clone(snapshot.state())),
            _ => Answer::text(404, "There is nothing here.\n"),
        };
    }
    let Some(address) = address(path) else {
        return not_found(asked, "", snapshot);
    };
    let page = if address.is_empty() || address.ends_with('/') {
        format!("{address}index.html")
    } else {
        address.clone()
    };
    match snapshot.get(&page) {
        Some(found) => stored(asked, 200, &found),
        None if snapshot.has(&format!("{page}/index.html")) => {
            let mut answer = Answer::text(301, "The page is one folder further.\n");
            let rest = &asked.target[path.len()..];
            answer.headers.push(("Location", format!("{path}/{rest}")));
            answer
        }
        None => not_found(asked, &address, snapshot),
    }
}

/// Whether `asked` is for the stream of events, which goes on until the page is closed.
pub fn is_events(asked: &Asked<'_>) -> bool {
    let asked = asked.of_server();
    let path = asked.target.split(['?', '#']).next().unwrap_or_default();
    asked.method == "GET"
        && asked.host.is_some_and(is_loopback)
        && path.strip_prefix(OWN) == Some("events")
}

/// Whether a `Host` header names this machine's loopback, with nothing behind it but a port.
fn is_loopback(host: &str) -> bool {
    ["localhost", "localhost.", "127.0.0.1", "[::1]"]
        .iter()
        .any(|own| {
            let (name, rest) = host.split_at_checked(own.len()).unwrap_or_default();
            let port = rest.strip_prefix(':');
            let is_port =
                |port: &str| !port.is_empty() && port.bytes().all(|it| it.is_ascii_digit());
            name.eq_ignore_ascii_case(own) && (rest.is_empty() || port.is_some_and(is_port))
        })
}

/// The address a path asks for, percent-decoded; `None` for what no address of a site looks like.
fn address(path: &str) -> Option<String> {
    let decoded = percent_decode_str(path.strip_prefix('/')?)
        .decode_utf8()
        .ok()?;
    let fine = |part: &str| part != "." && part != ".." && !part.contains(['\\', '\0', ':']);
    decoded.split('/').all(fine).then(|| decoded.into_owned())
}

fn stored(asked: &Asked<'_>, status: u16, found: &Stored) -> Answer {
    let tag = format!("\"{}\"", found.tag);
    let known = asked
        .if_none_match
        .is_some_and(|known| known.trim() == "*" || known.contains(&tag));
    let (status, body) = if known && found.status.unwrap_or(status) == 200 {
        (304, Payload::from([]))
    } else {
        (found.status.unwrap_or(status), found.body.clone())
    };
    let mut answer = Answer::new(status, &found.content_type, body);
    answer.headers.push(("ETag", tag));
    answer
}

/// The site's own page for what is not there, in the language of the address.
fn not_found(asked: &Asked<'_>, address: &str, snapshot: &Snapshot) -> Answer {
    let language = address.split('/').next().unwrap_or_default();
    let page = snapshot.get(&format!("{language}/404.html"));
    match page.or_else(|| snapshot.get("404.html")) {
        Some(found) => stored(asked, 404, &found),
        None => Answer::text(404, "There is nothing here.\n"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_loopback_names_are_answered() {
        for (host, fine) in [
            ("localhost", true),
            ("LocalHost:4000", true),
            ("127.0.0.1:4000", true),
            ("[::1]:4000", true),
            ("[::1]", true),
            ("[::1]x.evil", false),
            ("[::1].evil:80", false),
            ("127.0.0.1:80.evil", false),
            ("localhost:", false),
            ("::1", false),
            ("é", false),
            ("localhost.", true),
            ("localhost.:4000", true),
            ("localhost..", false),
            ("localhost.example.org", false),
            ("example.org:4000", false),
            ("127.0.0.1.example.org", false),
            ("", false),
        ] {
            assert_eq!(is_loopback(host), fine, "{host}");
        }
    }

    #[test]
    fn a_path_never_leaves_the_site() {
        assert_eq!(address("/a/index.html").as_deref(), Some("a/index.html"));
        assert_eq!(address("/t%C5%B7/").as_deref(), Some("tŷ/"));
        for path in [
            "a",
            "/../x",
            "/a/../../x",
            "/%2e%2e/x",
            "/a%5c..%5cx",
            "/%00",
            "/c:/x",
            "/%ff",
        ] {
            assert_eq!(address(path), None, "{path}");
        }
        // Decoded once only: what is left is an ordinary name that no site has.
        assert_eq!(address("/%252e%252e/x").as_deref(), Some("%2e%2e/x"));
    }
}
