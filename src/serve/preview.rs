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
    pipeline::{self, Drafts, Examined},
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
        let made = make(&folder, options.drafts);
        let faults = made.faults();
        told(&made.report(&[]));
        let site = made.site.map(Arc::new);
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
        let made = make(&self.folder, self.options.drafts);
        told(&made.report(&changed));
        let faults = made.faults();
        let edited = edited(&made.examined, &changed);
        if let Some(site) = made.site {
            self.site = Some(Arc::new(site));
        }
        let version = self.current.snapshot().version + 1;
        let snapshot = Snapshot::new(version, self.site.clone(), faults, edited);
        self.current.replace(snapshot);
    }
}

/// A folder made into a site, as far as it went.
struct Made {
    examined: Examined,
    site: Option<Site>,
    diagnostics: Diagnostics,
}

impl Made {
    fn faults(&self) -> Vec<Fault> {
        let sources = &self.examined.model.sources;
        let diagnostics = self.diagnostics.iter();
        diagnostics
            .map(|found| Fault::new(found, sources))
            .collect()
    }

    fn report<'a>(&'a self, changed: &'a [Arc<str>]) -> Report<'a> {
        Report {
            diagnostics: &self.diagnostics,
            sources: &self.examined.model.sources,
            files: self.site.as_ref().map(Site::len),
            changed,
        }
    }
}

/// Makes the site of a folder; none where there is an error, for nothing wrong is shown quietly.
fn make(folder: &Folder, drafts: Drafts) -> Made {
    let Warned {
        value: examined,
        mut diagnostics,
    } = pipeline::examine_folder(folder, drafts);
    let mut site = None;
    if !diagnostics.has_errors() {
        let assembled = pipeline::site(&examined);
        diagnostics.append(assembled.diagnostics);
        diagnostics.sort(&examined.model.sources);
        site = assembled.value.filter(|_| !diagnostics.has_errors());
    }
    Made {
        examined,
        site,
        diagnostics,
    }
}
