//! One preview: it looks, makes a snapshot, and tells.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io, mem,
    net::TcpListener,
    path::{Path, PathBuf},
    process,
    sync::{Arc, PoisonError},
    thread,
    time::{Duration, Instant, SystemTime, UNIX_EPOCH},
};

use jiff::civil::DateTime;

use crate::{
    load::Folder,
    model::Model,
    pipeline::{self, Ahead, Memory},
    serve::{
        copies::Copies,
        current::Current,
        due::came_due,
        fault::Fault,
        growing::Growing,
        inspection::{Heard, Inspection},
        listen::Listener,
        options::Options,
        report::{News, Occasion, Report},
        snapshot::Snapshot,
        stand::Stand,
        watch::{Look, Stop, Watch},
    },
    text::{Code, Diagnostic, Diagnostics, Severity, Warned},
};

/// How long a file that is suddenly empty or gone is given to be written anew.
const ABSENCE: Duration = Duration::from_millis(250);

/// How long a file that cannot be read any more is given to be written to its end.
const MOMENT: Duration = Duration::from_millis(60);

/// For how long a file that is written again and again is waited for.
const PATIENCE: Duration = Duration::from_millis(500);

/// How long quiet is waited for where many files change while the site is made.
const LULL: Duration = Duration::from_secs(1);

/// Where the machine does not tell that a file is closed, one of so many bytes may still grow.
const LARGE: u64 = 4 << 20;

/// Who hears what there is to tell.
type Told<'t> = &'t mut dyn FnMut(News);

/// A site folder and what is shown of it.
pub struct Preview {
    root: PathBuf,
    options: Options,
    /// What tells this run from others.
    run: String,
    folder: Folder,
    copies: Copies,
    memory: Memory,
    /// The local time when the site was made.
    moment: DateTime,
    watch: Watch,
    /// What the last look found.
    model: Arc<Model>,
    stand: Stand,
    inspection: Inspection,
    current: Arc<Current>,
    /// How many warnings and how many notes the last look found.
    milder: [usize; 2],
    /// Copied files that are still being written.
    growing: BTreeMap<Arc<str>, Growing>,
    /// Whether it was told that it polls, or could be seen when it began.
    polls: bool,
}

impl Preview {
    /// Reads the site at `root` for the first time, and begins to watch it. `told` hears what came
    /// of it; with faults there is a page that shows them until they are mended.
    pub fn new(root: &Path, options: Options, told: Told<'_>) -> Self {
        let began = Instant::now();
        // Watched before it is read, so that no change falls between the two.
        let watch = Watch::new(root, options.poll);
        let listed = SystemTime::now();
        let folder = Folder::read(root, None);
        let copies = Copies::default();
        let files = folder.copied();
        copies.learn(
            files
                .map(|(path, place)| (Arc::clone(path), place.to_owned()))
                .collect(),
            listed,
        );
        let run = run();
        let nothing = Snapshot::new(&run, 0, Stand::default(), None);
        let mut memory = Memory::default();
        let moment = (options.clock)();
        let ahead = made(&folder, &options, &mut memory);
        let mut preview = Self {
            root: root.to_owned(),
            options,
            folder,
            copies,
            memory,
            moment,
            inspection: Inspection::new(watch.waker()),
            polls: watch.polls(),
            watch,
            model: Arc::clone(&ahead.value.made.model),
            stand: Stand::default(),
            current: Arc::new(Current::new(&run, nothing)),
            milder: [0; 2],
            growing: BTreeMap::new(),
            run,
        };
        preview.show(ahead, &[], began, told);
        preview
    }

    /// Whether it looks again and again, for want of events.
    pub fn polls(&self) -> bool {
        self.polls
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
        let busy = self.inspection.busy();
        loop {
            let look = self.watch.wait();
            let held = busy.lock().unwrap_or_else(PoisonError::into_inner);
            let changed = match look {
                Look::At(paths) => self.look_at(&paths),
                Look::Everywhere => self.look(),
                Look::Over => None,
            };
            if self.watch.polls() && !mem::replace(&mut self.polls, true) {
                told(News::Polls);
            }
            self.hear(told);
            let Some(changed) = changed else {
                break;
            };
            let mut changed = self.concerning(changed);
            changed.extend(came_due(&self.model, self.moment, (self.options.clock)()));
            if changed.is_empty() {
                continue;
            }
            let began = Instant::now();
            let Some((ahead, changed)) = self.finished(changed) else {
                break;
            };
            self.show(ahead, &changed, began, told);
            drop(held);
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
        let is_beside = folder.only_copies_came(&changed, &self.folder);
        if is_beside || !lacking.is_empty() {
            let of = |path: &str| self.root.join(path);
            let lacking: Vec<_> = lacking.into_iter().map(of).collect();
            let beside = changed.iter().filter(|_| is_beside);
            let beside: Vec<_> = beside.map(|path| of(path)).collect();
            let holds = |place: &PathBuf| fs::metadata(place).is_ok_and(|found| found.len() > 0);
            // Where nothing is lacking, one that came may go again: to where another is.
            let stay = || beside.iter().all(|place| place.exists());
            let enough = || lacking.iter().all(holds) && (!is_beside || !stay());
            if !self.watch.linger(ABSENCE, |_| enough()) {
                return None;
            }
            folder = Folder::read(&self.root, Some(&folder));
            changed = folder.changed_from(&self.folder);
        }
        self.watch.looked(took);
        self.folder = folder;
        Some(changed)
    }

    /// Those of the changed files that are written to their end, and of those that were waited for. What
    /// is read is always taken for whole: it is small, and tells by itself when it is not.
    fn whole(&mut self, changed: Vec<Arc<str>>) -> Vec<Arc<str>> {
        let waited = mem::take(&mut self.growing);
        let changed: BTreeSet<_> = changed.into_iter().collect();
        let known: BTreeSet<_> = waited.keys().cloned().collect();
        let (mut whole, mut places) = (Vec::new(), BTreeSet::new());
        for path in known.union(&changed) {
            let place = self.folder.copied_at(path);
            let growing = place.and_then(|place| {
                let size = fs::metadata(place).ok()?.len();
                let growing = Growing::now(waited.get(path), size);
                let grows = if self.watch.hears_of_closing() {
                    self.watch.is_open(place) && !growing.stands_still()
                } else {
                    // It has stood still for one look where that finds nothing changed.
                    size >= LARGE && changed.contains(path)
                };
                (grows && !growing.takes_too_long()).then(|| (place.to_owned(), growing))
            });
            if let Some((place, growing)) = growing {
                places.insert(place);
                self.growing.insert(Arc::clone(path), growing);
            } else {
                whole.push(Arc::clone(path));
            }
        }
        self.watch.await_closing(places);
        whole
    }

    /// Those of the changed files that the site is made of, as far as they are whole. Themes that are not
    /// in use change nothing, and nor does a file that holds what it held.
    fn concerning(&mut self, changed: Vec<Arc<str>>) -> Vec<Arc<str>> {
        let changed = self.whole(changed);
        let theme = format!("themes/{}", self.model.settings.theme.value);
        let concerns = |path: &Arc<str>| {
            // A theme that is looked for in vain may be any that comes.
            let of_theme = path.starts_with("themes/") && self.stand.faults.is_empty();
            if of_theme && !Path::new(&**path).starts_with(&theme) {
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
        self.moment = (self.options.clock)();
        made(&self.folder, &self.options, &mut self.memory)
    }

    /// The site made of what was read. Where a changed file has a new error it is given a moment to
    /// be written to its end, with all that changes meanwhile; where many have changed since, they are
    /// waited for. None where the preview ends.
    fn finished(&mut self, mut changed: Vec<Arc<str>>) -> Option<(Warned<Ahead>, Vec<Arc<str>>)> {
        let began = Instant::now();
        loop {
            let ahead = self.made();
            let is_busy = self.watch.is_busy();
            let is_done = !is_busy && !self.has_new_error(&ahead, &changed);
            if is_done || began.elapsed() > PATIENCE {
                return Some((ahead, changed));
            }
            let places: Vec<_> = changed.iter().map(|path| self.root.join(&**path)).collect();
            let written = |look: &Look| match look {
                Look::At(paths) => places.iter().any(|place| paths.contains(place)),
                Look::Everywhere | Look::Over => true,
            };
            let goes_on = if is_busy {
                self.watch.linger(LULL, |_| true)
            } else {
                self.watch.linger(MOMENT, written)
            };
            if !goes_on {
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
            let is_known = || {
                self.stand
                    .faults
                    .iter()
                    .any(|fault| fault.says_same(found, path))
            };
            changed.iter().any(|changed| &**changed == path) && !is_known()
        })
    }

    /// Shows what was made, where it is whole or nothing better was there; and what is wrong with it.
    fn show(&mut self, ahead: Warned<Ahead>, changed: &[Arc<str>], began: Instant, told: Told<'_>) {
        let Warned {
            value: ahead,
            mut diagnostics,
        } = ahead;
        let (made, mut anchored) = (ahead.made, ahead.anchored);
        let site = ahead.assembled.map(Arc::new);
        self.model = Arc::clone(&made.model);
        self.inspection.begin(changed);
        let occasion = if self.inspection.is_start() {
            Occasion::Start
        } else {
            Occasion::Save
        };
        let sound = site.clone().filter(|_| !diagnostics.has_errors());
        if let Some(site) = &sound {
            diagnostics.append(self.inspection.before_shown(site, &mut anchored));
            diagnostics.sort(&self.model.sources);
        }
        let faults = Fault::all(&diagnostics, &self.model.sources);
        let version = self.current.snapshot().version + 1;
        let old = self.stand.take(&made, sound, faults, changed, version);
        let replaced = self.publish();
        self.milder = [Severity::Warning, Severity::Note].map(|it| diagnostics.count(it));
        // What is no longer shown is large, and nobody has to wait until it is taken apart.
        self.inspection.discard((old, replaced, made));
        if let Some(site) = site {
            let is_shown = self.stand.faults.is_empty();
            let shown = is_shown.then(|| self.current.snapshot());
            let model = Arc::clone(&self.model);
            self.inspection.after_shown(site, model, anchored, shown);
        }
        told(News::Look(Report {
            occasion,
            changed: changed.to_vec(),
            took: began.elapsed(),
            ..self.report(diagnostics, Arc::clone(&self.model))
        }));
    }

    /// Makes a snapshot of what stands now. Answers the one that stood there.
    fn publish(&self) -> Arc<Snapshot> {
        let version = self.current.snapshot().version + 1;
        let later = self.inspection.later();
        let snapshot = Snapshot::new(&self.run, version, self.stand.clone(), Some(later));
        self.current.replace(snapshot)
    }

    /// What is told of findings in this model, as things stand.
    fn report(&self, diagnostics: Diagnostics, model: Arc<Model>) -> Report {
        let good = self.stand.good();
        Report {
            occasion: Occasion::Later,
            diagnostics,
            standing: [self.stand.faults.len(), self.milder[0], self.milder[1]],
            model,
            shown: self.stand.shown(),
            files: good.map_or(0, |good| good.site.len()),
            changed: Vec::new(),
            took: Duration::ZERO,
        }
    }

    /// Shows what was found in pages since they were shown.
    fn hear(&mut self, told: Told<'_>) {
        let shown = self.stand.good().map(|good| &good.model);
        for heard in self.inspection.heard(shown) {
            self.add(heard, told);
        }
    }

    /// Adds what is new of this to the faults.
    fn add(&mut self, heard: Heard, told: Told<'_>) {
        let model = heard.model;
        let known = &self.stand.faults;
        let is_new = |it: &Diagnostic| !known.contains(&Fault::new(it, &model.sources));
        let mut diagnostics: Diagnostics = heard
            .diagnostics
            .iter()
            .filter(|it| is_new(it))
            .cloned()
            .collect();
        diagnostics.sort(&model.sources);
        if diagnostics.is_empty() {
            return;
        }
        self.inspection.doubt();
        let faults = Fault::all(&diagnostics, &model.sources);
        self.stand.add(faults, heard.of_shown);
        drop(self.publish());
        told(News::Look(self.report(diagnostics, model)));
    }
}

/// The site and what is wrong with it. Whoever writes sees a text before
/// it is translated: what a build refuses of a published report for that is a warning here.
fn made(folder: &Folder, options: &Options, memory: &mut Memory) -> Warned<Ahead> {
    let mut ahead = pipeline::make_ahead(folder, options.choice(), memory);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{pipeline::Drafts, serve::listen::bind};

    #[test]
    fn it_is_told_that_the_machine_tells_of_changes_no_more() {
        let root = tempfile::tempdir().unwrap();
        fs::create_dir(root.path().join("content")).unwrap();
        let options = Options {
            drafts: Drafts::Left,
            clock: || jiff::civil::date(2025, 3, 1).at(9, 30, 0, 0),
            poll: false,
        };
        let mut told = Vec::new();
        let mut preview = Preview::new(root.path(), options, &mut |news| told.push(news));
        if preview.polls() {
            // There were no events to begin with, which whoever began it can see.
            return;
        }
        preview.watch.fail();
        let stop = preview.stop();
        let until_told = &mut |news: News| {
            told.push(news);
            stop.stop();
        };
        preview.run(bind(None).unwrap(), until_told).unwrap();
        let polls = told.iter().filter(|news| matches!(news, News::Polls));
        assert_eq!(polls.count(), 1);
    }
}
