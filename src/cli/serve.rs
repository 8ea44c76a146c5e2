//! `goldenthread serve`.

use std::{
    io,
    net::{SocketAddr, TcpListener},
    path::Path,
    process,
    sync::{Arc, OnceLock},
};

use crate::{
    cli::{
        clock,
        folder::expect_site,
        output::{Failure, Status},
        teller::Teller,
    },
    pipeline::Drafts,
    serve::{self, Options, Preview, Stop},
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
    let teller = Teller::start();
    let stop = on_interrupt(&teller)?;
    let socket = bind(wanted.port)?;
    let address = socket.local_addr().map_err(Failure::new)?;
    let options = Options {
        drafts: wanted.drafts,
        clock: clock::now,
        poll: wanted.poll,
    };
    let mut told = |news| teller.news(news);
    let preview = Preview::new(&dir, options, &mut told);
    // It is set here alone, and once.
    let _ = stop.set(preview.stop());
    announce(wanted, address, preview.polls(), &teller);
    preview.run(socket, &mut told).map_err(Failure::new)?;
    farewell(&teller);
    Ok(Status::Fine)
}

/// Takes care that Ctrl-C ends what stops with what is answered. As long as that is not set the site
/// is read for the first time; nothing is written then or later, so that this ends at any moment.
fn on_interrupt(teller: &Teller) -> Result<Arc<OnceLock<Stop>>, Failure> {
    let stop = Arc::new(OnceLock::<Stop>::new());
    let (stopped, teller) = (Arc::clone(&stop), teller.clone());
    let handler = move || {
        if let Some(stop) = stopped.get() {
            stop.stop();
        } else {
            farewell(&teller);
            process::exit(0);
        }
    };
    ctrlc::set_handler(handler)
        .map_err(|error| Failure::new(format_args!("cannot wait for Ctrl-C: {error}")))?;
    Ok(stop)
}

/// The last words, once all else is told.
fn farewell(teller: &Teller) {
    teller.text("preview ended\n");
    teller.end();
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
