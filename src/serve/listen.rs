//! The socket: connections in, a thread for each, until the preview ends.

use std::{
    collections::BTreeMap,
    io,
    net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
    thread,
    time::{Duration, Instant},
};

use crate::serve::{connection, current::Current};

/// The port tried first where none is asked for.
pub const FIRST_PORT: u16 = 4100;

/// How many ports are tried after that.
const PORTS: u16 = 100;

/// How many connections are held at once; more are told to come again. Each is a thread that
/// mostly sleeps, and an open file: some systems let a process open no more than 256, and the site's own
/// files are to be read as well.
const AT_ONCE: usize = 160;

/// How long the answers in progress may take to end when the preview ends.
const FAREWELL: Duration = Duration::from_secs(1);

/// How long is waited after the machine refused a connection, for want of memory or files.
const BREATH: Duration = Duration::from_millis(50);

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
    socket: TcpListener,
    address: SocketAddr,
    over: AtomicBool,
    connections: Connections,
}

/// The connections of the moment, each under a number of its own.
#[derive(Clone, Default)]
struct Connections(Arc<Mutex<BTreeMap<u64, Arc<TcpStream>>>>);

/// A place among the connections, given back with this value, whatever became of the connection.
struct Place {
    number: u64,
    connections: Connections,
}

impl Listener {
    /// A server on a port that was taken.
    ///
    /// # Errors
    /// The machine refuses.
    pub fn new(socket: TcpListener) -> io::Result<Self> {
        let address = socket.local_addr()?;
        Ok(Self {
            socket,
            address,
            over: AtomicBool::new(false),
            connections: Connections::default(),
        })
    }

    /// Answers connections, each on a thread of its own, until [`Listener::end`].
    pub fn run(&self, current: &Arc<Current>) {
        for number in 0.. {
            let accepted = self.socket.accept();
            if self.over.load(Ordering::Acquire) {
                return;
            }
            match accepted {
                Ok((stream, _)) => self.take(stream, number, current),
                // The client went before it was taken, or the machine has to catch its breath.
                Err(_) => thread::sleep(BREATH),
            }
        }
    }

    /// Makes [`Listener::run`] return, and ends every connection: those that wait at once, those
    /// that are being answered as soon as they are.
    pub fn end(&self) {
        self.over.store(true, Ordering::Release);
        // Accepting waits for a connection, so it is given one. If that fails nobody waits.
        let _ = TcpStream::connect_timeout(&self.address, FAREWELL);
        for stream in self.connections.all().values() {
            // A client that is gone already has nothing to be ended.
            let _ = stream.shutdown(Shutdown::Read);
        }
        let began = Instant::now();
        while !self.connections.all().is_empty() && began.elapsed() < FAREWELL {
            thread::sleep(Duration::from_millis(5));
        }
    }

    fn take(&self, stream: TcpStream, number: u64, current: &Arc<Current>) {
        let stream = Arc::new(stream);
        let Some(place) = self.connections.enter(number, &stream) else {
            connection::refuse(&stream);
            return;
        };
        let current = Arc::clone(current);
        let thread = thread::Builder::new().name("answer".to_owned());
        // Where the machine gives no thread, the connection is closed and its place given back.
        let _ = thread.spawn(move || {
            connection::serve(&stream, &current);
            drop(place);
        });
    }
}

impl Connections {
    fn all(&self) -> MutexGuard<'_, BTreeMap<u64, Arc<TcpStream>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// A place for a connection, if there is one left.
    fn enter(&self, number: u64, stream: &Arc<TcpStream>) -> Option<Place> {
        let mut all = self.all();
        if all.len() >= AT_ONCE {
            return None;
        }
        all.insert(number, Arc::clone(stream));
        Some(Place {
            number,
            connections: self.clone(),
        })
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        self.connections.all().remove(&self.number);
    }
}
