//! The socket: connections in, answers out.

use std::{
    io::{self, Cursor},
    net::{Ipv4Addr, SocketAddr, TcpListener},
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    thread,
};

use tiny_http::{Header, Request, Response, Server, StatusCode};

use crate::serve::{
    current::Current,
    http::{Answer, Asked, OWN, answer},
};

/// The port tried first where none is asked for.
pub const FIRST_PORT: u16 = 4100;

/// How many ports are tried after that.
const PORTS: u16 = 100;

/// How many requests are answered at once; more are told to come again. A slow reader takes one
/// of them until it has read its answer.
const AT_ONCE: usize = 512;

/// Takes a port on the loopback address: `wanted`, or else the first free one from
/// [`FIRST_PORT`] on.
///
/// # Errors
/// The port is taken, or the machine gives none.
pub fn bind(wanted: Option<u16>) -> io::Result<TcpListener> {
    let at = |port| TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    if let Some(port) = wanted {
        return at(port);
    }
    let mut ports = (FIRST_PORT..FIRST_PORT + PORTS).map(at);
    let free = ports
        .find(|bound| !matches!(bound, Err(error) if error.kind() == io::ErrorKind::AddrInUse));
    free.unwrap_or_else(|| at(0))
}

/// The server, to be ended from another thread.
pub struct Listener {
    server: Arc<Server>,
}

impl Listener {
    /// A server on a port that was taken.
    ///
    /// # Errors
    /// The machine refuses.
    pub fn new(socket: TcpListener) -> io::Result<Self> {
        let server = Server::from_listener(socket, None).map_err(io::Error::other)?;
        Ok(Self {
            server: Arc::new(server),
        })
    }

    /// Answers requests, each on a thread of its own, until [`Listener::end`].
    pub fn run(&self, current: &Arc<Current>) {
        let running = Arc::new(AtomicUsize::new(0));
        for request in self.server.incoming_requests() {
            if running.fetch_add(1, Ordering::AcqRel) >= AT_ONCE {
                running.fetch_sub(1, Ordering::AcqRel);
                // Dropping the request would answer with a server error all the same.
                let _ = request.respond(Response::empty(503));
                continue;
            }
            let (current, counted) = (Arc::clone(current), Arc::clone(&running));
            let worker = thread::Builder::new()
                .name("answer".to_owned())
                .spawn(move || {
                    // The reader went away, which is its right.
                    let _ = handle(request, &current);
                    counted.fetch_sub(1, Ordering::AcqRel);
                });
            if worker.is_err() {
                running.fetch_sub(1, Ordering::AcqRel);
            }
        }
    }

    /// Makes [`Listener::run`] return.
    pub fn end(&self) {
        self.server.unblock();
    }
}

fn handle(request: Request, current: &Current) -> io::Result<()> {
    let header = |name: &'static str| {
        let mut headers = request.headers().iter();
        let found = headers.find(|header| header.field.equiv(name));
        found.map(|header| header.value.as_str().to_owned())
    };
    let (host, known) = (header("Host"), header("If-None-Match"));
    let last_event = header("Last-Event-ID").and_then(|id| id.parse().ok());
    let asked = Asked {
        method: request.method().as_str(),
        target: request.url(),
        host: host.as_deref(),
        if_none_match: known.as_deref(),
    };
    let answer = answer(&asked, &current.snapshot());
    let wants_events = asked.method == "GET" && asked.target == format!("{OWN}events");
    if wants_events && answer.status == 404 {
        let mut out = request.into_writer();
        return current.events().stream(last_event.unwrap_or(0), &mut *out);
    }
    respond(request, &answer)
}

fn respond(request: Request, answer: &Answer) -> io::Result<()> {
    let headers = answer
        .headers
        .iter()
        .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok());
    let body = Cursor::new(Arc::clone(&answer.body));
    let length = Some(answer.body.len());
    let response = Response::new(
        StatusCode(answer.status),
        headers.collect(),
        body,
        length,
        None,
    );
    // Small answers go out in one piece; without a threshold tiny_http would chunk large ones.
    request.respond(response.with_chunked_threshold(usize::MAX))
}
