//! One preview: it looks, makes a snapshot, and tells.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io, mem,
    net::TcpListener,
    path::{Path, PathBuf},
    process,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use rayon::prelude::*;

use crate::{
    load::Folder,
    model::Model,
    pipeline::{self, Ahead, Memory},
    serve::{
        copies::Copies,
        current::Current,
        edited::{copied, edited},
        later::{Found, Later},
        listen::Listener,
        options::Options,
        report::{Occasion, Report},
        snapshot::{Edited, Fault, Good, Moment, Snapshot},
        watch::{Look, Stop, Watch},
    },
    site::{self, Address, Anchored, Site},
    text::{Code, Diagnostic, Diagnostics, Severity, Warned},
};

/// How long a file that is suddenly empty or gone is given to be written anew.
const ABSENCE: Duration = Duration::from_millis(250);

/// How long a file that cannot be read any more is given to be written to its end.
const MOMENT: Duration = Duration::from_millis(60);

/// For how long a file that is written again and again is waited for.
const PATIENCE: Duration = Duration::from_millis(500);

/// Who hears what came of a look.
type Told<'t> = &'t mut dyn FnMut(Report);

/// A site folder and what is shown of it.
pub struct Preview {
    root: PathBuf,
    options: Options,
    /// What tells this run from others.
    run: String,
    folder: Folder,
    copies: Copies,
    memory: Memory,
    watch: Watch,
    current: Arc<Current>,
    /// Counts the looks that something was made of, from 1.
    look: u64,
    /// The same, for threads that look at pages: of an earlier look they need look at no more.
    newest: Arc<AtomicU64>,
    /// What the last look found: the model, and the errors.
    model: Arc<Model>,
    faults: Vec<Fault>,
    edited: Vec<Edited>,
    /// The last good site, and the one before it.
    good: Option<Good>,
    before: Option<Good>,
    /// Copied files that changed, with the version that first showed it.
    files: BTreeMap<String, u64>,
    /// Whether pages were found wanting after they were shown: the next ones are looked at before.
    wary: bool,
    /// The addresses of pages that could not be made.
    suspects: BTreeSet<String>,
    /// Whether the templates, or what all pages share, changed since pages of each were made.
    untried: bool,
    finder: Sender<(u64, Found)>,
    finds: Receiver<(u64, Found)>,
}

impl Preview {
    /// Reads the site at `root` for the first time, and begins to watch it. `told` hears what came
    /// of it; with faults there is a page that shows them until they are mended.
    pub fn new(root: &Path, options: Options, told: Told<'_>) -> Self {
        let began = Instant::now();
        // Watched before it is read, so that no change falls between the two.
        let watch = Watch::new(root, options.poll);
        let folder = Folder::read(root, None);
        let copies = Copies::default();
        let files = folder.copied();
        copies.learn(
            files
                .map(|(path, place)| (Arc::clone(path), place.to_owned()))
                .collect(),
        );
        let run = run();
        let nothing = Moment {
            run: run.clone(),
            ..Moment::default()
        };
        let (finder, finds) = mpsc::channel();
        let mut memory = Memory::default();
        let ahead = made(&folder, &options, &mut memory);
        let mut preview = Self {
            root: root.to_owned(),
            options,
            folder,
            copies,
            memory,
            watch,
            current: Arc::new(Current::new(&run, Snapshot::new(nothing, None))),
            run,
            look: 0,
            newest: Arc::default(),
            model: Arc::clone(&ahead.value.made.model),
            faults: Vec::new(),
            edited: Vec::new(),
            good: None,
            before: None,
            files: BTreeMap::new(),
            wary: true,
            suspects: BTreeSet::new(),
            untried: true,
            finder,
            finds,
        };
        preview.show(ahead, &[], began, told);
        preview
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
    pub fn run(mut self, socket: TcpListener, told: Told<'_>) -> io::Result<()> {
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
            self.hear(told);
            let Some(changed) = changed else {
                break;
            };
            let changed = self.concerning(changed);
            if changed.is_empty() {
                continue;
            }
            let began = Instant::now();
            let Some((ahead, changed)) = self.finished(changed) else {
                break;
            };
            self.show(ahead, &changed, began, told);
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
        let lacking = folder.lacking(&changed, &self.folder);
        if !lacking.is_empty() {
            let places: Vec<_> = lacking.iter().map(|path| self.root.join(path)).collect();
            let holds = |place: &PathBuf| fs::metadata(place).is_ok_and(|found| found.len() > 0);
            if !self.watch.linger(ABSENCE, |_| places.iter().all(holds)) {
                return None;
            }
            folder = Folder::read(&self.root, Some(&folder));
            changed = folder.changed_from(&self.folder);
        }
        self.watch.looked(took);
        self.folder = folder;
        Some(changed)
    }

    /// Those of the changed files that the site is made of. Themes that are not in use change
    /// nothing, and nor does a file that holds what it held.
    fn concerning(&self, changed: Vec<Arc<str>>) -> Vec<Arc<str>> {
        let theme = format!("themes/{}/", self.model.settings.theme.value);
        let concerns = |path: &Arc<str>| {
            // A theme that is looked for in vain may be any that comes.
            let of_theme = path.starts_with("themes/") && self.faults.is_empty();
            if of_theme && !path.starts_with(&theme) {
                return false;
            }
            if let Some(place) = self.folder.copied_at(path) {
                return !self.copies.is_same(path, place);
            }
            self.copies.forget(path);
            true
        };
        changed.into_iter().filter(concerns).collect()
    }

    fn made(&mut self) -> Warned<Ahead> {
        made(&self.folder, &self.options, &mut self.memory)
    }

    /// The site made of what was read. Where a changed file has a new error it is given a moment to
    /// be written to its end, with all that changes meanwhile. None where the preview ends.
    fn finished(&mut self, mut changed: Vec<Arc<str>>) -> Option<(Warned<Ahead>, Vec<Arc<str>>)> {
        let began = Instant::now();
        loop {
            let ahead = self.made();
            if began.elapsed() > PATIENCE || !self.has_new_error(&ahead, &changed) {
                return Some((ahead, changed));
            }
            let places: Vec<_> = changed.iter().map(|path| self.root.join(&**path)).collect();
            let written = |look: &Look| match look {
                Look::At(paths) => places.iter().any(|place| paths.contains(place)),
                Look::Everywhere | Look::Over => true,
            };
            if !self.watch.linger(MOMENT, written) {
                return None;
            }
            let more = self.look()?;
            let more = self.concerning(more);
            if more.is_empty() {
                return Some((ahead, changed));
            }
            changed.extend(more);
            changed.sort();
            changed.dedup();
        }
    }

    /// Whether one of the changed files has an error that it had not.
    fn has_new_error(&self, ahead: &Warned<Ahead>, changed: &[Arc<str>]) -> bool {
        let sources = &ahead.value.made.model.sources;
        let errors = ahead.diagnostics.iter();
        let mut errors = errors.filter(|found| found.severity == Severity::Error);
        errors.any(|found| {
            let path = sources.get(found.span.source).path();
            let is_known = || self.faults.iter().any(|fault| fault.says_same(found, path));
            changed.iter().any(|changed| &**changed == path) && !is_known()
        })
    }

    /// Shows what was made, where it is whole; else what is wrong with it.
    fn show(&mut self, ahead: Warned<Ahead>, changed: &[Arc<str>], began: Instant, told: Told<'_>) {
        let occasion = match self.look {
            0 => Occasion::Start,
            _ => Occasion::Save,
        };
        let Warned {
            value: ahead,
            mut diagnostics,
        } = ahead;
        let (made, anchored) = (ahead.made, ahead.anchored);
        let site = ahead.assembled.map(Arc::new);
        self.look += 1;
        self.newest.store(self.look, Ordering::Release);
        self.model = Arc::clone(&made.model);
        let shared =
            |path: &Arc<str>| path.starts_with("themes/") || &**path == "content/site.yaml";
        self.untried |= changed.iter().any(shared);
        let mut anchored = Some(anchored);
        if let Some(site) = site
            .as_deref()
            .filter(|_| self.wary && !diagnostics.has_errors())
        {
            // At the start nothing is there yet that could stand in for a page.
            let tried = self.untried && occasion == Occasion::Save;
            diagnostics.append(self.inspected(site, &anchored.take().unwrap_or_default(), tried));
            diagnostics.sort(&self.model.sources);
            if !diagnostics.has_errors() {
                self.suspects.clear();
                self.wary = false;
                self.untried &= !tried;
            }
        }
        let files = site.as_ref().map(|site| site.len());
        let shown = site.clone().filter(|_| !diagnostics.has_errors());
        let files = files.filter(|_| shown.is_some());
        self.faults = Fault::all(&diagnostics, &self.model.sources);
        self.edited = edited(&made, changed);
        let version = self.current.snapshot().version + 1;
        let copied = copied(&made, changed).into_iter();
        self.files.extend(copied.map(|address| (address, version)));
        let is_shown = shown.is_some();
        let mut old = None;
        if let Some(site) = shown {
            let model = Arc::clone(&self.model);
            let good = self.good.replace(Good { site, model });
            old = mem::replace(&mut self.before, good);
        }
        let replaced = self.publish();
        if let (Some(site), Some(anchored)) = (site, anchored) {
            self.inspect_later(site, anchored, is_shown);
        } else if is_shown
            && self.untried
            && let Some(good) = &self.good
        {
            self.inspect_later(Arc::clone(&good.site), Vec::new(), true);
        }
        told(Report {
            occasion,
            diagnostics,
            model: Arc::clone(&self.model),
            files,
            changed: changed.to_vec(),
            took: began.elapsed(),
        });
        // What is no longer shown is large, and nobody has to wait until it is taken apart.
        rayon::spawn(move || drop((old, replaced, made)));
    }

    /// Makes a snapshot of what stands now. Answers the one that stood there.
    fn publish(&self) -> Arc<Snapshot> {
        let moment = Moment {
            run: self.run.clone(),
            version: self.current.snapshot().version + 1,
            good: self.good.clone(),
            before: self.before.clone(),
            faults: self.faults.clone(),
            edited: self.edited.clone(),
            files: self.files.clone(),
        };
        let later = Later::new(self.look, self.finder.clone(), self.watch.waker());
        self.current.replace(Snapshot::new(moment, Some(later)))
    }

    /// What is wrong with the pages that could not be made before and, where `tried`, with one of
    /// each template; and which anchors are not there.
    fn inspected(&self, site: &Site, anchored: &[Anchored], tried: bool) -> Diagnostics {
        let samples = site.samples().into_iter().filter(|_| tried);
        let suspects = self
            .suspects
            .iter()
            .map(|address| Address::new(address.as_str()));
        let pages: Vec<_> = suspects.chain(samples.cloned()).collect();
        let faults = pages
            .par_iter()
            .filter_map(|page| site.fault(page.as_str()));
        let mut found: Diagnostics = faults.collect::<Vec<_>>().into_iter().collect();
        found.append(site::fragments(anchored, |page| site.made(page.as_str())));
        found
    }

    /// Looks at pages on another thread: at one of each template, where those changed, and at those
    /// whose anchors are named. What a shown page is made of is kept for whoever asks for it.
    fn inspect_later(&self, site: Arc<Site>, anchored: Vec<Anchored>, is_shown: bool) {
        let later = Later::new(self.look, self.finder.clone(), self.watch.waker());
        let snapshot = is_shown.then(|| self.current.snapshot());
        let (look, newest) = (self.look, Arc::clone(&self.newest));
        let samples = self.untried && is_shown;
        let model = Arc::clone(&self.model);
        let inspect = move || {
            let page = |address: &Address| -> Option<Arc<[u8]>> {
                let is_over = newest.load(Ordering::Acquire) != look;
                match &snapshot {
                    _ if is_over => None,
                    Some(snapshot) => Some(Arc::clone(&snapshot.get(address.as_str())?.body)),
                    None => Some(site.made(address.as_str())?.into()),
                }
            };
            if samples {
                // A page that cannot be made tells so itself.
                site.samples()
                    .par_iter()
                    .for_each(|address| drop(page(address)));
            }
            let diagnostics = site::fragments(&anchored, page);
            if newest.load(Ordering::Acquire) == look {
                later.tell(Found {
                    page: None,
                    diagnostics,
                    model,
                });
            }
        };
        let thread = thread::Builder::new().name("inspect".to_owned());
        // Where the machine gives no thread, faults in pages show when somebody asks for them.
        let _ = thread.spawn(inspect);
    }

    /// Shows what was found in pages since they were shown.
    fn hear(&mut self, told: Told<'_>) {
        let (mut heard, mut is_of_shown): (Vec<(Arc<Model>, Diagnostics)>, _) = (vec![], false);
        while let Ok((look, found)) = self.finds.try_recv() {
            if look != self.look {
                continue;
            }
            if let Some(page) = found.page {
                self.suspects.insert(page);
                let shown = self.good.as_ref().map(|good| &good.model);
                is_of_shown |= shown.is_some_and(|shown| Arc::ptr_eq(shown, &found.model));
            } else {
                self.untried &= !(found.diagnostics.is_empty() && self.suspects.is_empty());
            }
            let known = |(model, _): &&mut (Arc<Model>, _)| Arc::ptr_eq(model, &found.model);
            match heard.iter_mut().find(known) {
                Some((_, diagnostics)) => diagnostics.append(found.diagnostics),
                None => heard.push((found.model, found.diagnostics)),
            }
        }
        // What one site lacks is told by its own files alone: the numbers of another's differ.
        for (model, diagnostics) in heard {
            self.add(model, &diagnostics, is_of_shown, told);
        }
    }

    /// Adds what is new of this to the faults: the good site before the one shown comes back.
    fn add(&mut self, model: Arc<Model>, found: &Diagnostics, is_of_shown: bool, told: Told<'_>) {
        let is_new = |it: &Diagnostic| !self.faults.contains(&Fault::new(it, &model.sources));
        let mut diagnostics: Diagnostics = found.iter().filter(|it| is_new(it)).cloned().collect();
        diagnostics.sort(&model.sources);
        if diagnostics.is_empty() {
            return;
        }
        self.wary = true;
        let is_newest = self.faults.is_empty();
        self.faults.extend(Fault::all(&diagnostics, &model.sources));
        if (is_newest || is_of_shown)
            && let Some(before) = self.before.take()
        {
            self.good = Some(before);
        }
        drop(self.publish());
        told(Report {
            occasion: Occasion::Later,
            diagnostics,
            model,
            files: None,
            changed: Vec::new(),
            took: Duration::ZERO,
        });
    }
}

/// The site and what is wrong with it; hints are for `check --strict`. Whoever writes sees a text before
/// it is translated: what a build refuses of a published report for that is a warning here.
fn made(folder: &Folder, options: &Options, memory: &mut Memory) -> Warned<Ahead> {
    let mut ahead = pipeline::make_ahead(folder, options.choice(), memory);
    ahead.diagnostics.leave_out_hints();
    for found in ahead.diagnostics.iter_mut() {
        let of_translation = matches!(
            found.code,
            Code::TranslationMissing | Code::TranslationStale
        );
        if of_translation && found.severity == Severity::Error {
            found.severity = Severity::Warning;
        }
    }
    ahead
}

/// A name that no other run of the preview bears.
fn run() -> String {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    format!(
        "{:x}-{:x}",
        now.unwrap_or_default().as_nanos(),
        process::id()
    )
}
