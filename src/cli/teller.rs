//! What the preview tells people, on a thread of its own: nothing waits for a terminal that is slow, or
//! for a pipe that nobody reads.

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use crate::{
    cli::{output::tell, report},
    model::{Id, Report as Edition},
    serve::{News, Occasion, Report, Shown},
    terminal::{Tally, note, plural, seconds},
    text::{Code, Diagnostic, Diagnostics, Severity, Sources},
};

/// How many things may wait to be told; of more the oldest is left out.
const WAITING: usize = 16;

/// How long is waited at the end for what is still to be told.
const FAREWELL: Duration = Duration::from_secs(1);

/// Tells one thing after the other.
#[derive(Clone, Default)]
pub struct Teller(Arc<(Mutex<Queue>, Condvar)>);

/// What is to be told.
#[derive(Default)]
struct Queue {
    waiting: VecDeque<Said>,
    /// Whether something is being told at the moment.
    is_busy: bool,
    is_over: bool,
}

/// One thing to tell.
enum Said {
    Text(String),
    Look(Report),
}

/// What tells one finding from another: its code, the path of its file, and its message.
type Finding = (Code, String, String);

/// How often each finding was made.
type Findings = BTreeMap<Finding, usize>;

/// What was told and is not told again.
#[derive(Default)]
struct Known {
    findings: Findings,
    /// The reports that are not shown.
    withheld: BTreeSet<Id>,
}

impl Teller {
    /// Begins to tell. Without a thread nothing is told.
    pub fn start() -> Self {
        let teller = Self::default();
        let own = teller.clone();
        let thread = thread::Builder::new().name("tell".to_owned());
        let _ = thread.spawn(move || own.run());
        teller
    }

    /// Tells this text.
    pub fn text(&self, text: impl Into<String>) {
        self.put(Said::Text(text.into()));
    }

    /// Tells what the preview has to tell.
    pub fn news(&self, news: News) {
        match news {
            News::Look(report) => self.put(Said::Look(report)),
            News::Polls => self.text(
                "the system tells of changes no more, so they are looked for several times a second\n",
            ),
        }
    }

    /// Waits until all is told, but not for ever.
    pub fn end(&self) {
        let mut queue = self.queue();
        queue.is_over = true;
        self.0.1.notify_all();
        let is_open = |queue: &mut Queue| queue.is_busy || !queue.waiting.is_empty();
        let waited = self.0.1.wait_timeout_while(queue, FAREWELL, is_open);
        drop(waited);
    }

    fn queue(&self) -> MutexGuard<'_, Queue> {
        self.0.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn put(&self, said: Said) {
        let mut queue = self.queue();
        if queue.waiting.len() >= WAITING {
            queue.waiting.pop_front();
        }
        queue.waiting.push_back(said);
        self.0.1.notify_all();
    }

    fn run(&self) {
        let mut known = Known::default();
        loop {
            let nothing = |queue: &mut Queue| queue.waiting.is_empty() && !queue.is_over;
            let waited = self.0.1.wait_while(self.queue(), nothing);
            let mut queue = waited.unwrap_or_else(PoisonError::into_inner);
            let Some(said) = queue.waiting.pop_front() else {
                return;
            };
            queue.is_busy = true;
            drop(queue);
            match said {
                Said::Text(text) => tell(&text),
                Said::Look(report) => look(&report, &mut known),
            }
            self.queue().is_busy = false;
            self.0.1.notify_all();
        }
    }
}

/// Says what changed, every error, what else is new since the last look, and how much there is.
fn look(found: &Report, known: &mut Known) {
    match found.changed.as_slice() {
        [] => {}
        [one] => tell(&format!("{one} changed\n")),
        [one, rest @ ..] => {
            let rest = plural(rest.len(), "other file", "other files");
            tell(&format!("{one} and {rest} changed\n"));
        }
    }
    let sources = &found.model.sources;
    report::diagnostics(&news(found, &known.findings), sources);
    // What stands in a file that cannot be read, and is found again when it can, is not new.
    let findings = findings(&found.diagnostics, sources);
    if found.shown != Shown::Newest {
        for (finding, count) in findings {
            let known = known.findings.entry(finding).or_default();
            *known = count.max(*known);
        }
    } else if found.occasion != Occasion::Later {
        known.findings = findings;
    }
    let [errors, warnings, notes] = found.standing;
    let tally = Tally {
        errors,
        warnings,
        notes,
    };
    let in_withheld = |path: &Arc<str>| found.model.withheld.iter().any(|it| holds(it, path));
    tell(&match (found.shown, found.occasion) {
        (Shown::Newest, Occasion::Start) => {
            let files = plural(found.files, "file", "files");
            let time = seconds(found.took);
            format!("read the site in {time}, {files}: {tally}\n")
        }
        (Shown::Newest, Occasion::Save) if found.changed.iter().all(in_withheld) => {
            format!("not shown: {tally}\n")
        }
        (Shown::Newest, _) => format!("shown: {tally}\n"),
        (Shown::LastGood, _) => format!("the last good version is shown: {tally}\n"),
        (Shown::Flawed, _) => {
            format!("there is no good version yet, what could be made is shown: {tally}\n")
        }
        (Shown::Nothing, _) => {
            format!("there is nothing to show until this is mended: {tally}\n")
        }
    });
    if found.shown == Shown::Newest && found.occasion != Occasion::Later {
        withheld(found, &mut known.withheld);
    }
}

fn finding(found: &Diagnostic, sources: &Sources) -> Finding {
    let path = sources.get(found.span.source).path().to_owned();
    (found.code, path, found.message.clone())
}

/// How often each of these is found.
fn findings(found: &Diagnostics, sources: &Sources) -> Findings {
    let mut counted = Findings::new();
    for it in found.iter() {
        *counted.entry(finding(it, sources)).or_default() += 1;
    }
    counted
}

/// Every error, and what else was not known. What a file says that was moved is not new: it is said no
/// more in another that changed with it.
fn news(found: &Report, known: &Findings) -> Diagnostics {
    let sources = &found.model.sources;
    let changed: BTreeSet<&str> = found.changed.iter().map(|path| &**path).collect();
    let now = findings(&found.diagnostics, sources);
    let mut moved: BTreeMap<(Code, &str), usize> = BTreeMap::new();
    for (finding @ (code, path, message), count) in known {
        if changed.contains(&**path) {
            let gone = count.saturating_sub(now.get(finding).copied().unwrap_or(0));
            *moved.entry((*code, message)).or_default() += gone;
        }
    }
    let mut known = known.clone();
    let mut news = Diagnostics::new();
    for it in found.diagnostics.iter() {
        let finding = finding(it, sources);
        let mut is_moved =
            || changed.contains(&*finding.1) && take(moved.get_mut(&(it.code, &*it.message)));
        if it.severity == Severity::Error || !(take(known.get_mut(&finding)) || is_moved()) {
            news.push(it.clone());
        }
    }
    news
}

/// Takes one of those that are left, if any is.
fn take(left: Option<&mut usize>) -> bool {
    let Some(left) = left.filter(|left| **left > 0) else {
        return false;
    };
    *left -= 1;
    true
}

/// Says which reports are not shown: those that were not said to be, and those that were saved just now.
fn withheld(found: &Report, known: &mut BTreeSet<Id>) {
    let is_saved = |report: &Edition| found.changed.iter().any(|path| holds(report, path));
    let all = found.model.withheld.iter();
    let is_told = |report: &&Edition| !known.contains(&report.id) || is_saved(report);
    let (drafts, embargoed): (Vec<_>, Vec<_>) =
        all.filter(is_told).partition(|report| report.is_draft());
    if !drafts.is_empty() {
        let them = if drafts.len() == 1 { "it" } else { "them" };
        let drafts = plural(drafts.len(), "draft is", "drafts are");
        tell(&note(&format_args!(
            "{drafts} not shown: `--drafts` shows {them}"
        )));
    }
    for report in embargoed {
        if let Some(ends) = &report.embargo {
            tell(&note(&format_args!(
                "`{}` is not shown: it is under embargo until {}; `--drafts` shows it",
                report.id,
                ends.value.strftime("%Y-%m-%d %H:%M")
            )));
        }
    }
    *known = found
        .model
        .withheld
        .iter()
        .map(|it| it.id.clone())
        .collect();
}

/// Whether the file at `path` is one of this report's.
fn holds(report: &Edition, path: &str) -> bool {
    let within = path.strip_prefix("content/reports/");
    within.is_some_and(|within| within.split('/').next() == Some(report.id.as_str()))
}
