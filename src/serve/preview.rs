//! One preview: it looks, makes a snapshot, and tells.

use std::{
    collections::BTreeSet,
    io,
    net::TcpListener,
    path::{Path, PathBuf},
    sync::Arc,
    thread,
    time::{Duration, Instant},
};

use jiff::civil::DateTime;

use crate::{
    load::Folder,
    pipeline::{self, Choice, Drafts, Made, Memory},
    serve::{
        current::Current,
        edited::edited,
        listen::Listener,
        snapshot::{Fault, Good, Snapshot},
        watch::{Look, Stop, Watch},
    },
    site::Site,
    text::{Diagnostics, Sources, Warned},
};

/// How long a file that is suddenly empty or gone is given to be written anew.
const MOMENT: Duration = Duration::from_millis(60);

/// What to preview, and how.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// What becomes of drafts.
    pub drafts: Drafts,
    /// Tells the local time, whenever the site is made.
    pub clock: fn() -> DateTime,
    /// Look again and again, for want of events.
    pub poll: bool,
}

impl Options {
    fn choice(&self) -> Choice {
        Choice {
            drafts: self.drafts,
            at: Some((self.clock)()),
        }
    }
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
    memory: Memory,
    good: Option<Good>,
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
        let mut memory = Memory::default();
        let made = made(&folder, &options, &mut memory);
        let faults = faults(&made);
        let files = made.value.site.as_ref().map(Site::len);
        told(&report(&made, files, &[]));
        let good = good(made.value);
        let snapshot = Snapshot::new(1, good.clone(), faults, Vec::new());
        Self {
            root: root.to_owned(),
            options,
            folder,
            memory,
            good,
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
        loop {
            let changed = match self.watch.wait() {
                Look::At(paths) => self.look_at(&paths),
                Look::Everywhere => self.look(),
                Look::Over => None,
            };
            match changed {
                None => break,
                Some(changed) if changed.is_empty() => {}
                Some(changed) => self.show(&changed, told),
            }
        }
        self.current.events().end();
        listener.end();
        thread
            .join()
            .map_err(|_| io::Error::other("the server ended early"))
    }

    /// Reads these paths again, or everything where that does not do. Answers what changed; none
    /// where the preview ends meanwhile.
    fn look_at(&mut self, paths: &BTreeSet<PathBuf>) -> Option<Vec<Arc<str>>> {
        let paths = paths.iter().map(PathBuf::as_path);
        let changed = self.folder.look_at(&self.root, paths);
        changed.or_else(|| self.look())
    }

    /// Reads everything that may have changed. Answers what did; none where the preview ends
    /// meanwhile.
    fn look(&mut self) -> Option<Vec<Arc<str>>> {
        let began = Instant::now();
        let mut folder = Folder::read(&self.root, Some(&self.folder));
        let took = began.elapsed();
        let mut changed = folder.changed_from(&self.folder);
        if folder.lacks_any(&changed, &self.folder) {
            if !self.watch.linger(MOMENT) {
                return None;
            }
            folder = Folder::read(&self.root, Some(&folder));
            changed = folder.changed_from(&self.folder);
        }
        self.watch.looked(took);
        self.folder = folder;
        Some(changed)
    }

    /// Makes the site anew of what was read, and shows it.
    fn show(&mut self, changed: &[Arc<str>], told: &mut dyn FnMut(&Report<'_>)) {
        let mut made = made(&self.folder, &self.options, &mut self.memory);
        let files = made.value.site.as_ref().map(Site::len);
        let (faults, edited) = (faults(&made), edited(&made.value, changed));
        let site = made.value.site.take().map(Arc::new);
        let before = site.and_then(|site| {
            let model = Arc::clone(&made.value.model);
            self.good.replace(Good { site, model })
        });
        let version = self.current.snapshot().version + 1;
        let snapshot = Snapshot::new(version, self.good.clone(), faults, edited);
        let shown = self.current.replace(snapshot);
        told(&report(&made, files, changed));
        // What is no longer shown is large, and nobody has to wait until it is taken apart.
        rayon::spawn(move || drop((before, shown, made)));
    }
}

/// The site and what is wrong with it; hints are for `check --strict`.
fn made(folder: &Folder, options: &Options, memory: &mut Memory) -> Warned<Made> {
    let mut made = pipeline::make_again(folder, options.choice(), memory);
    made.diagnostics.leave_out_hints();
    made
}

fn good(made: Made) -> Option<Good> {
    let site = Arc::new(made.site?);
    let model = made.model;
    Some(Good { site, model })
}

fn faults(made: &Warned<Made>) -> Vec<Fault> {
    let sources = &made.value.model.sources;
    let diagnostics = made.diagnostics.iter();
    diagnostics
        .map(|found| Fault::new(found, sources))
        .collect()
}

fn report<'a>(made: &'a Warned<Made>, files: Option<usize>, changed: &'a [Arc<str>]) -> Report<'a> {
    Report {
        diagnostics: &made.diagnostics,
        sources: &made.value.model.sources,
        files,
        changed,
    }
}
