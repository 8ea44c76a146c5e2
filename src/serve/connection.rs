//! One connection: request heads in, answers out, until either side has had enough.

use std::{
    fs::File,
    io::{self, IoSlice, Read as _, Write as _},
    iter,
    net::{Shutdown, TcpStream},
    path::Path,
    time::{Duration, Instant},
};

use crate::serve::{
    current::Current,
    http::{Answer, Asked, answer, is_events},
    payload::Payload,
};

/// The longest request head that is read, in bytes.
const HEAD: usize = 16 * 1024;

/// The most header lines of a request.
const HEADERS: usize = 96;

/// How long a connection may wait between requests.
const IDLE: Duration = Duration::from_secs(30);

/// How long a request head may take from its first byte to its last.
const PATIENCE: Duration = Duration::from_secs(10);

/// How long a client may take nothing of its answer, and how long it may take for a short one.
const SLOW: Duration = Duration::from_secs(20);

/// So many bytes of a long answer a client is to take in a second, on the average.
const PACE: u64 = 64 * 1024;

/// So many bytes of a body are handed to the machine at a time.
const PART: usize = 256 * 1024;

/// How long the rest of what a client sends is read away, so that it gets to read its answer.
const LINGER: Duration = Duration::from_millis(500);

/// Answers the requests of one connection, one after the other, and closes it.
pub fn serve(stream: &TcpStream, current: &Current) {
    // The client went away or said nothing sensible, which is its right.
    let _ = requests(stream, current);
    close(stream);
}

/// Tells a client that there are too many connections.
pub fn refuse(stream: &TcpStream) {
    let busy = Answer::text(503, "Too many connections are open.\n");
    // So short an answer always fits what the machine keeps for the client: nothing waits.
    let _ = respond(stream, &busy, Kept::Closed, Body::Sent);
    let _ = stream.shutdown(Shutdown::Both);
}

/// Whether a connection stays open behind an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kept {
    Open,
    Closed,
}

/// Whether an answer's body is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Body {
    Sent,
    Left,
}

/// What of a request head matters.
#[derive(Debug)]
struct Head {
    method: String,
    target: String,
    host: Option<String>,
    if_none_match: Option<String>,
    last_event: Option<String>,
    kept: Kept,
}

/// What a buffer holds.
enum Parsed {
    /// A whole head of so many bytes.
    Whole(Box<Head>, usize),
    /// The beginning of one.
    Part,
    /// Nothing that is answered, but with this.
    Bad(Answer),
}

fn requests(stream: &TcpStream, current: &Current) -> io::Result<()> {
    stream.set_nodelay(true)?;
    let mut buffer = Vec::new();
    loop {
        let head = match next(stream, &mut buffer)? {
            Ok(head) => head,
            Err(Some(bad)) => return respond(stream, &bad, Kept::Closed, Body::Sent),
            Err(None) => return Ok(()),
        };
        let asked = Asked {
            method: &head.method,
            target: &head.target,
            host: head.host.as_deref(),
            if_none_match: head.if_none_match.as_deref(),
        };
        if is_events(&asked) {
            stream.set_write_timeout(Some(SLOW))?;
            let events = current.events();
            let known = head.last_event.as_deref().map_or(0, |id| events.known(id));
            return events.stream(known, &mut &*stream);
        }
        let answer = answer(&asked, &current.snapshot());
        let body = match head.method.as_str() {
            "HEAD" => Body::Left,
            _ => Body::Sent,
        };
        respond(stream, &answer, head.kept, body)?;
        if head.kept == Kept::Closed {
            return Ok(());
        }
    }
}

/// The next request head, taken out of `buffer`, which is filled as far as needed. Without one:
/// what to answer before closing, where there is something to say.
fn next(stream: &TcpStream, buffer: &mut Vec<u8>) -> io::Result<Result<Head, Option<Answer>>> {
    let mut deadline = Instant::now() + if buffer.is_empty() { IDLE } else { PATIENCE };
    loop {
        match parse(buffer) {
            Parsed::Whole(head, length) => {
                buffer.drain(..length);
                return Ok(Ok(*head));
            }
            Parsed::Bad(answer) => return Ok(Err(Some(answer))),
            Parsed::Part if buffer.len() >= HEAD => {
                let answer = Answer::text(431, "The head of the request is too long.\n");
                return Ok(Err(Some(answer)));
            }
            Parsed::Part => {}
        }
        let left = deadline.saturating_duration_since(Instant::now());
        if left.is_zero() {
            let late = Answer::text(408, "The request took too long.\n");
            return Ok(Err(Some(late).filter(|_| !buffer.is_empty())));
        }
        stream.set_read_timeout(Some(left))?;
        let mut chunk = [0; 4096];
        match (&*stream).read(&mut chunk) {
            Ok(0) => return Ok(Err(None)),
            Ok(read) => {
                if buffer.is_empty() {
                    deadline = Instant::now() + PATIENCE;
                }
                buffer.extend_from_slice(&chunk[..read]);
            }
            Err(error) if is_for_now(&error) => {}
            Err(error) => return Err(error),
        }
    }
}

/// Whether reading may go on: the time is up, which is judged elsewhere, or a signal came.
fn is_for_now(error: &io::Error) -> bool {
    use io::ErrorKind::{Interrupted, TimedOut, WouldBlock};
    matches!(error.kind(), Interrupted | TimedOut | WouldBlock)
}

fn parse(bytes: &[u8]) -> Parsed {
    let mut headers = [httparse::EMPTY_HEADER; HEADERS];
    let mut request = httparse::Request::new(&mut headers);
    let length = match request.parse(bytes) {
        Ok(httparse::Status::Complete(length)) => length,
        Ok(httparse::Status::Partial) => return Parsed::Part,
        Err(httparse::Error::TooManyHeaders) => {
            return Parsed::Bad(Answer::text(431, "The request has too many headers.\n"));
        }
        Err(_) => return Parsed::Bad(Answer::text(400, "That is no request.\n")),
    };
    let all = |name: &'static str| {
        let headers = request.headers.iter();
        let named = headers.filter(move |header| header.name.eq_ignore_ascii_case(name));
        named.map(|header| String::from_utf8_lossy(header.value).into_owned())
    };
    // Two names for one host would let one be checked and the other be meant.
    if all("Host").count() > 1 {
        return Parsed::Bad(Answer::text(400, "The request names two hosts.\n"));
    }
    let says = |word: &str| {
        let all: Vec<_> = all("Connection").collect();
        let mut words = all.iter().flat_map(|value| value.split(','));
        words.any(|found| found.trim().eq_ignore_ascii_case(word))
    };
    // What follows a head with a body is that body, which nothing here reads.
    let has_body = all("Transfer-Encoding").next().is_some()
        || all("Content-Length").any(|length| length.trim() != "0");
    let persists = match request.version {
        Some(1) => !says("close"),
        _ => says("keep-alive"),
    };
    let head = Head {
        method: request.method.unwrap_or_default().to_owned(),
        target: request.path.unwrap_or_default().to_owned(),
        host: all("Host").next(),
        if_none_match: all("If-None-Match").next(),
        last_event: all("Last-Event-ID").next(),
        kept: if persists && !has_body {
            Kept::Open
        } else {
            Kept::Closed
        },
    };
    Parsed::Whole(Box::new(head), length)
}

fn respond(stream: &TcpStream, answer: &Answer, kept: Kept, body: Body) -> io::Result<()> {
    let mut head = Vec::with_capacity(512);
    let reason = reason(answer.status);
    write!(head, "HTTP/1.1 {} {reason}\r\n", answer.status)?;
    for (name, value) in &answer.headers {
        write!(head, "{name}: {value}\r\n")?;
    }
    if answer.status != 304 {
        write!(head, "Content-Length: {}\r\n", answer.body.len())?;
    }
    let connection = match kept {
        Kept::Open => "keep-alive",
        Kept::Closed => "close",
    };
    write!(head, "Connection: {connection}\r\n\r\n")?;
    let seconds = answer.body.len() / PACE;
    let limit = SLOW.saturating_add(Duration::from_secs(seconds));
    match (body, &answer.body) {
        (Body::Left, _) => send(stream, &head, &[], limit),
        (Body::Sent, Payload::Bytes(bytes)) => send(stream, &head, bytes, limit),
        (Body::Sent, Payload::File(path, size)) => send_file(stream, &head, (path, *size), limit),
    }
}

/// Sends a file in parts, within this time. One that has shrunk since ends the connection: more was
/// promised.
fn send_file(
    stream: &TcpStream,
    head: &[u8],
    (path, size): (&Path, u64),
    limit: Duration,
) -> io::Result<()> {
    let began = Instant::now();
    let mut file = File::open(path)?;
    send(stream, head, &[], limit)?;
    let mut part = vec![0; PART];
    let mut left = size;
    while left > 0 {
        let next = usize::try_from(left).map_or(PART, |left| left.min(PART));
        file.read_exact(&mut part[..next])?;
        let rest = limit.saturating_sub(began.elapsed());
        send(stream, &[], &part[..next], rest)?;
        left -= u64::try_from(next).unwrap_or(left);
    }
    Ok(())
}

/// Sends both, within this time: a client that takes a byte now and then holds a thread no longer.
fn send(mut stream: &TcpStream, head: &[u8], body: &[u8], limit: Duration) -> io::Result<()> {
    let began = Instant::now();
    let parts = iter::once(head).chain(body.chunks(PART));
    let mut parts: Vec<_> = parts.map(IoSlice::new).collect();
    let mut rest = &mut *parts;
    while !rest.is_empty() {
        let left = limit.saturating_sub(began.elapsed());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        stream.set_write_timeout(Some(left.min(SLOW)))?;
        let next = rest.len().min(2);
        match stream.write_vectored(&rest[..next]) {
            Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
            Ok(sent) => IoSlice::advance_slices(&mut rest, sent),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    stream.flush()
}

/// Closes a connection so that what was sent arrives: a machine throws away what a client has not
/// read yet when something that the client sent was not read here.
fn close(stream: &TcpStream) {
    if stream.shutdown(Shutdown::Write).is_err() || stream.set_read_timeout(Some(LINGER)).is_err() {
        return;
    }
    let began = Instant::now();
    let mut rest = [0; 4096];
    while began.elapsed() < LINGER {
        match (&*stream).read(&mut rest) {
            Ok(0) | Err(_) => return,
            Ok(_) => {}
        }
    }
}

/// The words for a status; clients go by the number alone.
fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        400 => "Bad Request",
        404 => "Not Found",
        405 => "Method Not Allowed",
        408 => "Request Timeout",
        421 => "Misdirected Request",
        431 => "Request Header Fields Too Large",
        500 => "Internal Server Error",
        503 => "Service Unavailable",
        _ => "Answer",
    }
}

#[cfg(test)]
mod tests {
    use std::{net::TcpListener, thread};

    use super::*;

    /// Two ends of a connection.
    fn pair() -> (TcpStream, TcpStream) {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let client = TcpStream::connect(listener.local_addr().unwrap()).unwrap();
        (listener.accept().unwrap().0, client)
    }

    #[test]
    fn head_and_body_arrive_one_after_the_other() {
        let body: Vec<u8> = (0..=u8::MAX).cycle().take(3 * PART + 7).collect();
        for body in [&body[..], &body[..PART], b"short", b""] {
            let (server, mut client) = pair();
            let reader = thread::spawn(move || {
                let mut read = Vec::new();
                client.read_to_end(&mut read).unwrap();
                read
            });
            send(&server, b"head", body, SLOW).unwrap();
            drop(server);
            let read = reader.join().unwrap();
            assert!(read == [b"head", body].concat(), "{}", read.len());
        }
    }

    #[test]
    fn a_client_that_takes_a_byte_now_and_then_is_not_waited_for() {
        let (server, mut client) = pair();
        // It ends with the other end, or with the test.
        thread::spawn(move || {
            while client.read(&mut [0]).is_ok_and(|read| read > 0) {
                thread::sleep(Duration::from_millis(20));
            }
        });
        let body = vec![0; 64 << 20];
        let began = Instant::now();
        let limit = Duration::from_millis(300);
        assert!(send(&server, b"head", &body, limit).is_err());
        let took = began.elapsed();
        assert!((limit..SLOW).contains(&took), "{took:?}");
    }

    fn head(text: &str) -> Head {
        match parse(text.as_bytes()) {
            Parsed::Whole(head, length) => {
                assert_eq!(length, text.len(), "{text}");
                *head
            }
            Parsed::Part => panic!("{text:?} is not whole"),
            Parsed::Bad(answer) => panic!("{text:?}: {}", answer.status),
        }
    }

    #[test]
    fn a_connection_stays_open_where_both_sides_can_tell_requests_apart() {
        for (request, kept) in [
            ("GET / HTTP/1.1\r\n\r\n", Kept::Open),
            ("GET / HTTP/1.1\r\nConnection: Close\r\n\r\n", Kept::Closed),
            (
                "GET / HTTP/1.1\r\nConnection: x, close\r\n\r\n",
                Kept::Closed,
            ),
            ("GET / HTTP/1.0\r\n\r\n", Kept::Closed),
            (
                "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n",
                Kept::Open,
            ),
            ("GET / HTTP/1.1\r\nContent-Length: 0\r\n\r\n", Kept::Open),
            ("POST / HTTP/1.1\r\nContent-Length: 5\r\n\r\n", Kept::Closed),
            (
                "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n",
                Kept::Closed,
            ),
        ] {
            assert_eq!(head(request).kept, kept, "{request}");
        }
    }

    #[test]
    fn what_is_no_request_is_said_to_be_none() {
        let many = format!("GET / HTTP/1.1\r\n{}\r\n", "A: b\r\n".repeat(HEADERS + 1));
        for (bytes, status) in [
            ("\0\0\r\n\r\n", 400),
            ("GET\r\n\r\n", 400),
            ("GET / HTTP/9.9\r\n\r\n", 400),
            ("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n", 400),
            (&many, 431),
        ] {
            match parse(bytes.as_bytes()) {
                Parsed::Bad(answer) => assert_eq!(answer.status, status, "{bytes}"),
                Parsed::Part | Parsed::Whole(..) => panic!("{bytes:?} was taken for a request"),
            }
        }
        assert!(matches!(parse(b"GET / HT"), Parsed::Part));
    }

    #[test]
    fn names_of_headers_have_no_case() {
        let head = head(
            "GET /a?b HTTP/1.1\r\nhOST: localhost\r\nif-none-match: \"x\"\r\nlast-event-id: 7\r\n\r\n",
        );
        assert_eq!(
            (head.method.as_str(), head.target.as_str()),
            ("GET", "/a?b")
        );
        assert_eq!(head.host.as_deref(), Some("localhost"));
        assert_eq!(head.if_none_match.as_deref(), Some("\"x\""));
        assert_eq!(head.last_event.as_deref(), Some("7"));
    }
}
