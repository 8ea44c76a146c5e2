//! How a run ends, and the two streams it speaks to.

use std::{
    fmt,
    io::{self, Write as _},
    process::ExitCode,
};

use crate::terminal;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// As it should.
    Fine,
    /// The content has errors, or warnings where they count.
    Content,
    /// Something was asked that cannot be done, or the machine did not do it.
    Usage,
}

impl From<Status> for ExitCode {
    fn from(status: Status) -> Self {
        Self::from(match status {
            Status::Fine => 0,
            Status::Content => 1,
            Status::Usage => 2,
        })
    }
}

/// Why a command could not be carried out: a message, and the way out where there is one.
#[derive(Debug)]
pub struct Failure {
    message: String,
    help: Option<String>,
}

impl Failure {
    /// A failure without a way out that could be named.
    pub fn new(message: impl fmt::Display) -> Self {
        Self {
            message: message.to_string(),
            help: None,
        }
    }

    /// With the way out.
    #[must_use]
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }

    /// Tells people, and answers how the run ended.
    pub fn report(self) -> Status {
        tell(&terminal::failure(&self.message, self.help.as_deref()));
        Status::Usage
    }
}

/// Writes to standard error, without colours where nobody would see them. Nothing can be done about
/// a reader who is gone.
pub fn tell(text: &str) {
    let _ = anstream::stderr().lock().write_all(text.as_bytes());
}

/// Writes to standard output. A reader who has read enough (`| head`) ends nothing.
pub fn print(text: &str) -> Result<(), Failure> {
    let mut stdout = anstream::stdout().lock();
    match stdout
        .write_all(text.as_bytes())
        .and_then(|()| stdout.flush())
    {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Failure::new(format_args!(
            "cannot write to standard output: {error}"
        ))),
        _ => Ok(()),
    }
}
