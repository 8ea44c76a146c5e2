//! A running preview, and a plain HTTP client.

use std::{
    io::{BufRead as _, BufReader, Read as _, Write as _},
    net::{TcpListener, TcpStream},
    path::Path,
    process::{Child, Command, ExitStatus, Stdio},
    sync::{Arc, Mutex},
    thread,
    time::{Duration, Instant},
};

/// How long anything may take before a test gives up. Generous: the machine may be busy.
const PATIENCE: Duration = Duration::from_secs(30);

/// A running preview; it ends with this value.
pub struct Preview {
    process: Child,
    /// Its port.
    pub port: u16,
    log: Arc<Mutex<String>>,
}

/// An answer as it came.
#[derive(Debug)]
pub struct Answer {
    /// The status code.
    pub status: u16,
    /// The head, lower case.
    pub head: String,
    /// The body.
    pub body: String,
}

impl Answer {
    /// A header's value.
    pub fn header(&self, name: &str) -> Option<&str> {
        let prefix = format!("{name}: ");
        let mut lines = self.head.lines();
        lines.find_map(|line| line.strip_prefix(&prefix))
    }
}

/// The command on a site, without anything that a terminal would add.
pub fn command(site: &Path, arguments: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_goldenthread"));
    command
        .arg("serve")
        .arg(site)
        .args(arguments)
        .stdin(Stdio::null());
    command
}

impl Preview {
    /// Starts one and waits until it says its address.
    pub fn start(site: &Path, arguments: &[&str]) -> Self {
        Self::of(command(site, arguments))
    }

    /// The same with a command that was made ready.
    pub fn of(mut command: Command) -> Self {
        let mut process = command
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        let stderr = BufReader::new(process.stderr.take().expect("a pipe"));
        let log = Arc::new(Mutex::new(String::new()));
        let written = Arc::clone(&log);
        thread::spawn(move || {
            for line in stderr.lines().map_while(Result::ok) {
                let mut log = written.lock().expect("the log");
                log.push_str(&line);
                log.push('\n');
            }
        });
        let mut preview = Self {
            process,
            port: 0,
            log,
        };
        preview.port = until("the preview says its address", || {
            let log = preview.log();
            let (_, rest) = log.split_once("http://127.0.0.1:")?;
            rest.split(|c: char| !c.is_ascii_digit())
                .next()?
                .parse()
                .ok()
        });
        preview
    }

    /// Starts one of which nobody reads what it tells.
    pub fn deaf(site: &Path) -> Self {
        let free = TcpListener::bind(("127.0.0.1", 0)).expect("a port");
        let port = free.local_addr().expect("an address").port();
        drop(free);
        let mut process = command(site, &["--port", &port.to_string()])
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the binary runs");
        until("the preview answers", || {
            assert!(process.try_wait().expect("a status").is_none(), "it ended");
            TcpStream::connect(("127.0.0.1", port)).ok()
        });
        Self {
            process,
            port,
            log: Arc::default(),
        }
    }

    /// What it has told so far.
    pub fn log(&self) -> String {
        self.log.lock().expect("the log").clone()
    }

    /// Whether it has not ended, and no thread of it has.
    pub fn is_running(&mut self) -> bool {
        self.process.try_wait().expect("a status").is_none() && !self.log().contains("panicked")
    }

    /// Sends bytes as they are and reads the answer to its end.
    pub fn raw(&self, request: &[u8]) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).expect("a connection");
        stream.set_read_timeout(Some(PATIENCE)).expect("a timeout");
        stream.write_all(request).expect("the request is sent");
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).expect("an answer");
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let (head, body) = text.split_once("\r\n\r\n").unwrap_or((&text, ""));
        let status = head
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        Answer {
            status: status.unwrap_or(0),
            head: head.to_lowercase(),
            body: body.to_owned(),
        }
    }

    /// A request with further header lines.
    pub fn ask(&self, method: &str, target: &str, headers: &str) -> Answer {
        let host = format!("Host: localhost:{}\r\n", self.port);
        let host = if headers.contains("Host:") { "" } else { &host };
        let request =
            format!("{method} {target} HTTP/1.1\r\n{host}Connection: close\r\n{headers}\r\n");
        self.raw(request.as_bytes())
    }

    /// A page.
    pub fn get(&self, target: &str) -> Answer {
        self.ask("GET", target, "")
    }

    /// What the open page's script would be told.
    pub fn state(&self) -> serde_json::Value {
        let answer = self.get("/.goldenthread/state.json");
        serde_json::from_str(&answer.body).expect("the state is JSON")
    }

    /// The version of the snapshot shown.
    pub fn version(&self) -> u64 {
        self.state()["version"].as_u64().expect("a version")
    }

    /// Waits until a page holds `text`.
    pub fn shows(&self, target: &str, text: &str) -> Answer {
        until(&format!("{target} shows {text:?}"), || {
            Some(self.get(target)).filter(|answer| answer.body.contains(text))
        })
    }

    /// Asks it to end, as Ctrl-C does, and waits. Answers as well what one of which nobody read had told.
    #[cfg(unix)]
    pub fn interrupt(mut self) -> (ExitStatus, String) {
        let pid = self.process.id().to_string();
        let killed = Command::new("kill").args(["-INT", &pid]).status();
        assert!(killed.expect("kill runs").success(), "the signal is sent");
        let status = until("the preview ends", || {
            self.process.try_wait().expect("a status")
        });
        let mut told = String::new();
        if let Some(stderr) = &mut self.process.stderr {
            stderr.read_to_string(&mut told).expect("what it told");
        }
        (status, told)
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Asks until there is an answer.
pub fn until<T>(what: &str, mut ask: impl FnMut() -> Option<T>) -> T {
    let began = Instant::now();
    loop {
        if let Some(answer) = ask() {
            return answer;
        }
        assert!(began.elapsed() < PATIENCE, "in vain: {what}");
        thread::sleep(Duration::from_millis(5));
    }
}
