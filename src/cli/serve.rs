//! `goldenthread serve`.

use std::{
    io,
    net::{SocketAddr, TcpListener},
    path::Path,
};

use crate::{
    cli::{
        clock,
        folder::expect_site,
        output::{Failure, Status},
        teller::Teller,
    },
    pipeline::Drafts,
    serve::{self, Options, Preview},
    terminal,
};

/// What was asked for.
pub struct Wanted<'a> {
    /// The site folder.
    pub dir: &'a Path,
    /// The port, where one is asked for.
    pub port: Option<u16>,
    /// Whether to open a browser.
    pub open: bool,
    /// What becomes of drafts.
    pub drafts: Drafts,
    /// Look again and again, for want of events.
    pub poll: bool,
}

/// Previews a site until it is interrupted. Nothing is written.
pub fn run(wanted: &Wanted<'_>) -> Result<Status, Failure> {
    expect_site(wanted.dir)?;
    let dir = wanted.dir.canonicalize();
    let dir = dir.map_err(|error| Failure::new(format_args!("cannot read the folder: {error}")))?;
    let socket = bind(wanted.port)?;
    let address = socket.local_addr().map_err(Failure::new)?;
    let options = Options {
        drafts: wanted.drafts,
        clock: clock::now,
        poll: wanted.poll,
    };
    let teller = Teller::start();
    let mut told = |found| teller.look(found);
    let preview = Preview::new(&dir, options, &mut told);
    let stop = preview.stop();
    ctrlc::set_handler(move || stop.stop())
        .map_err(|error| Failure::new(format_args!("cannot wait for Ctrl-C: {error}")))?;
    announce(wanted, address, preview.polls(), &teller);
    preview.run(socket, &mut told).map_err(Failure::new)?;
    teller.text("preview ended\n");
    teller.end();
    Ok(Status::Fine)
}

fn bind(wanted: Option<u16>) -> Result<TcpListener, Failure> {
    serve::bind(wanted).map_err(|error| match (error.kind(), wanted) {
        (io::ErrorKind::AddrInUse, Some(port)) => {
            Failure::new(format_args!("port {port} is taken by another program"))
                .help("choose another with `--port`, or leave it out to have a free one found")
        }
        (io::ErrorKind::PermissionDenied, Some(port)) => {
            Failure::new(format_args!("port {port} is reserved by the system"))
                .help("choose one from 1024 on")
        }
        _ => Failure::new(format_args!("cannot listen for a browser: {error}")),
    })
}

fn announce(wanted: &Wanted<'_>, address: SocketAddr, polls: bool, teller: &Teller) {
    let port = address.port();
    // By its number: under `localhost` another program may answer at the other loopback address.
    let url = format!("http://{address}/");
    if wanted.port.is_none() && port != serve::FIRST_PORT {
        let taken = serve::FIRST_PORT;
        teller.text(format!(
            "port {taken} is taken, so the preview uses {port}\n"
        ));
    }
    if polls {
        teller.text("changes are looked for several times a second\n");
    }
    teller.text(format!("preview at {url} (Ctrl-C ends it)\n"));
    if wanted.open && open::that_detached(&url).is_err() {
        let note = format!("no browser could be opened: open {url} in one yourself");
        teller.text(terminal::note(&note));
    }
}
