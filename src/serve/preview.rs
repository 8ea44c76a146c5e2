//! One preview: it looks, makes a snapshot, and tells.

use std::{
    io,
    net::TcpListener,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
};

use crate::{
    load::Folder,
    pipeline::{self, Drafts, Made},
    serve::{
        current::Current,
        edited::edited,
        listen::Listener,
        snapshot::{Fault, Snapshot},
        watch::{Look, Stop, Watch},
    },
    site::Site,
    text::{Diagnostics, Sources, Warned},
};

/// What to preview, and how.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// What becomes of drafts.
    pub drafts: Drafts,
    /// Look again and again, for want of events.
    pub poll: bool,
}

/// What came of one look, for the terminal.
pub struct Report<'a> {
    /// What was found.
    pub diagnostics: &'a Diagnostics,
    /// The texts it was found in.
    pub sources: &'a Sources,
    /// How many files the site has, where it could be made.
    pub files: Option<usize>,
    /// The files that changed, by their path from the site folder; none on the first look.
    pub changed: &'a [Arc<str>],
}

/// A site folder and what is shown of it.
pub struct Preview {
    root: PathBuf,
    options: Options,
    folder: Folder,
    site: Option<Arc<Site>>,
    current: Arc<Current>,
    watch: Watch,
}

impl Preview {
    /// Reads the site at `root` for the first time, and begins to watch it. `told` hears what came
    /// of it; with faults there is a page that shows them until they are mended.
    pub fn new(root: &Path, options: Options, told: &mut dyn FnMut(&Report<'_>)) -> Self {
        // Watched before it is read, so that no change falls between the two.
        let watch = Watch::new(root, options.poll);
        let folder = Folder::read(root, None);
        let made = pipeline::make_of(&folder, options.drafts);
        let faults = faults(&made);
        told(&report(&made, &[]));
        let site = made.value.site.map(Arc::new);
        let snapshot = Snapshot::new(1, site.clone(), faults, Vec::new());
        Self {
            root: root.to_owned(),
            options,
            folder,
            site,
            current: Arc::new(Current::new(snapshot)),
            watch,
        }
    }

    /// Whether it looks again and again, for want of events.
    pub fn polls(&self) -> bool {
        self.watch.polls()
    }

    /// Something that ends the preview from another thread.
    pub fn stop(&self) -> Stop {
        self.watch.stop()
    }

    /// Answers browsers on `socket` and looks at every change, until it is stopped.
    ///
    /// # Errors
    /// The machine refuses the socket or a thread.
    pub fn run(mut self, socket: TcpListener, told: &mut dyn FnMut(&Report<'_>)) -> io::Result<()> {
        let listener = Arc::new(Listener::new(socket)?);
        let (answering, current) = (Arc::clone(&listener), Arc::clone(&self.current));
        let thread = thread::Builder::new().name("listen".to_owned());
        let thread = thread.spawn(move || answering.run(&current))?;
        while self.watch.wait() != Look::Over {
            self.look(told);
        }
        self.current.events().end();
        listener.end();
        thread
            .join()
            .map_err(|_| io::Error::other("the server ended early"))
    }

    /// Reads what changed, and shows it where something did.
    fn look(&mut self, told: &mut dyn FnMut(&Report<'_>)) {
        let folder = Folder::read(&self.root, Some(&self.folder));
        let changed = folder.changed_from(&self.folder);
        if changed.is_empty() {
            return;
        }
        self.folder = folder;
        let made = pipeline::make_of(&self.folder, self.options.drafts);
        told(&report(&made, &changed));
        let faults = faults(&made);
        let edited = edited(&made.value, &changed);
        if let Some(site) = made.value.site {
            self.site = Some(Arc::new(site));
        }
        let version = self.current.snapshot().version + 1;
        let snapshot = Snapshot::new(version, self.site.clone(), faults, edited);
        self.current.replace(snapshot);
    }
}

fn faults(made: &Warned<Made>) -> Vec<Fault> {
    let sources = &made.value.model.sources;
    let diagnostics = made.diagnostics.iter();
    diagnostics
        .map(|found| Fault::new(found, sources))
        .collect()
}

fn report<'a>(made: &'a Warned<Made>, changed: &'a [Arc<str>]) -> Report<'a> {
    Report {
        diagnostics: &made.diagnostics,
        sources: &made.value.model.sources,
        files: made.value.site.as_ref().map(Site::len),
        changed,
    }
}
