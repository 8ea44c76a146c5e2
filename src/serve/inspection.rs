//! Looking at pages for what shows only when they are made.

use std::{
    collections::BTreeSet,
    mem,
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicU64, Ordering},
        mpsc::{self, Receiver, Sender},
    },
    thread,
    time::Duration,
};

use rayon::{ThreadPool, ThreadPoolBuilder, prelude::*};

use crate::{
    model::Model,
    serve::{
        later::{Found, Later},
        snapshot::Snapshot,
        watch::Waker,
    },
    site::{self, Address, Anchored, Site},
    text::{Diagnostics, SourceId},
};

/// How long after a site is shown its pages are left alone: whoever has one of them open asks for it at
/// once, and that comes first.
const REST: Duration = Duration::from_millis(50);

/// Held while something is made that somebody waits for. No page is looked at meanwhile.
pub type Busy = Arc<Mutex<()>>;

/// What is known of pages that were made, and the threads that make more of them.
pub struct Inspection {
    /// Counts the looks that something was made of, from 1.
    look: u64,
    /// The same, for threads that look at pages: of an earlier look they need look at no more.
    newest: Arc<AtomicU64>,
    /// Whether pages were found wanting after they were shown: the next ones are looked at before.
    wary: bool,
    /// The addresses of pages that could not be made.
    suspects: BTreeSet<String>,
    /// The files with links to anchors that were not there.
    doubtful: BTreeSet<SourceId>,
    /// Whether the templates, or what all pages share, changed since pages of each were made.
    untried: bool,
    finder: Sender<(u64, Found)>,
    finds: Receiver<(u64, Found)>,
    waker: Waker,
    busy: Busy,
    /// Threads of their own: a save never waits until all pages are looked at. None where the machine
    /// gives none; then faults in pages show when somebody asks for them.
    threads: Option<ThreadPool>,
}

/// What was found in the pages of one site since they were shown.
pub struct Heard {
    /// What the site was made from.
    pub model: Arc<Model>,
    /// What is wrong.
    pub diagnostics: Diagnostics,
    /// Whether a page could not be made of the site that is shown.
    pub of_shown: bool,
}

impl Inspection {
    /// Nothing was looked at yet; `waker` wakes the thread that is to hear of what is found.
    pub fn new(waker: Waker) -> Self {
        let (finder, finds) = mpsc::channel();
        // Half the machine is left for what somebody waits for.
        let cores = thread::available_parallelism().map_or(1, usize::from);
        let threads = ThreadPoolBuilder::new()
            .num_threads((cores / 2).max(1))
            .thread_name(|_| "inspect".to_owned())
            // It shows again to whoever asks for that page, and ends no preview.
            .panic_handler(|_| {});
        Self {
            look: 0,
            newest: Arc::default(),
            wary: true,
            suspects: BTreeSet::new(),
            doubtful: BTreeSet::new(),
            untried: true,
            finder,
            finds,
            waker,
            busy: Busy::default(),
            threads: threads.build().ok(),
        }
    }

    /// Begins with another look, at what was made after these files changed.
    pub fn begin(&mut self, changed: &[Arc<str>]) {
        let shared =
            |path: &Arc<str>| path.starts_with("themes/") || &**path == "content/site.yaml";
        self.look += 1;
        self.newest.store(self.look, Ordering::Release);
        self.untried |= changed.iter().any(shared);
    }

    /// What to hold while something is made that somebody waits for.
    pub fn busy(&self) -> Busy {
        Arc::clone(&self.busy)
    }

    /// Whether nothing was looked at before.
    pub fn is_start(&self) -> bool {
        self.look <= 1
    }

    /// Whoever tells of this look what is found later.
    pub fn later(&self) -> Later {
        Later::new(self.look, self.finder.clone(), self.waker.clone())
    }

    /// What is wrong with what was found wanting before, in a site that is about to be shown: with the
    /// pages that could not be made, with one of each template where those changed, and with the links
    /// of files that had dead ones. At the start every link is looked at, and none is left in
    /// `anchored`.
    pub fn before_shown(&mut self, site: &Site, anchored: &mut Vec<Anchored>) -> Diagnostics {
        if !self.wary {
            return Diagnostics::new();
        }
        // At the start nothing is there yet that could stand in for a page.
        let tried = self.untried && !self.is_start();
        let samples = site.samples().into_iter().filter(|_| tried);
        let suspects = self.suspects.iter();
        let suspects = suspects.map(|address| Address::new(address.as_str()));
        let pages: Vec<_> = suspects.chain(samples.cloned()).collect();
        let faults = pages
            .par_iter()
            .filter_map(|page| site.fault(page.as_str()));
        let mut found: Diagnostics = faults.collect::<Vec<_>>().into_iter().collect();
        let links = if self.is_start() {
            mem::take(anchored)
        } else {
            let doubtful = |link: &&Anchored| self.doubtful.contains(&link.source());
            anchored.iter().filter(doubtful).cloned().collect()
        };
        let dead = site::fragments(&links, |page| site.made(page.as_str()));
        if found.is_empty() && dead.is_empty() {
            self.suspects.clear();
            self.doubtful.clear();
            self.wary = false;
            self.untried &= !tried;
        }
        self.doubtful
            .extend(dead.iter().map(|dead| dead.span.source));
        found.append(dead);
        found
    }

    /// Looks at pages of `site` on other threads: at those whose anchors are named and, where they may be
    /// at fault, at one of each template of what is `shown`. What a shown page is made of is kept for
    /// whoever asks for it.
    pub fn after_shown(
        &self,
        site: Arc<Site>,
        model: Arc<Model>,
        anchored: Vec<Anchored>,
        shown: Option<Arc<Snapshot>>,
    ) {
        let tried = self.untried && shown.is_some();
        let Some(threads) = &self.threads else {
            return;
        };
        if anchored.is_empty() && !tried {
            return;
        }
        let (look, newest, later) = (self.look, Arc::clone(&self.newest), self.later());
        let busy = self.busy();
        let inspect = move || {
            thread::sleep(REST);
            let page = |address: &Address| -> Option<Arc<[u8]>> {
                drop(busy.lock().unwrap_or_else(PoisonError::into_inner));
                let is_over = newest.load(Ordering::Acquire) != look;
                match &shown {
                    _ if is_over => None,
                    Some(shown) => shown.get(address.as_str())?.body.bytes().cloned(),
                    None => Some(site.made(address.as_str())?.into()),
                }
            };
            if tried {
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
                    tried,
                });
            }
        };
        threads.spawn(inspect);
    }

    /// Takes apart what nobody needs any more, once whoever waited for the site has it.
    pub fn discard(&self, old: impl Send + 'static) {
        match &self.threads {
            Some(threads) => threads.spawn(move || {
                thread::sleep(REST);
                drop(old);
            }),
            // None of the threads that make pages is to rest.
            None => rayon::spawn(move || drop(old)),
        }
    }

    /// What was found in pages since the last time, site by site: what one site lacks is told by its
    /// own files alone, for the numbers of another's differ. The site that is shown was made from `shown`.
    pub fn heard(&mut self, shown: Option<&Arc<Model>>) -> Vec<Heard> {
        let mut heard: Vec<Heard> = Vec::new();
        while let Ok((look, found)) = self.finds.try_recv() {
            if look != self.look {
                continue;
            }
            let is_of = |model: &Arc<Model>| Arc::ptr_eq(model, &found.model);
            let of_shown = found.page.is_some() && shown.is_some_and(is_of);
            if let Some(page) = found.page {
                self.suspects.insert(page);
            } else {
                let dead = found.diagnostics.iter();
                self.doubtful.extend(dead.map(|dead| dead.span.source));
                let is_whole = found.diagnostics.is_empty() && self.suspects.is_empty();
                self.untried &= !(found.tried && is_whole);
            }
            match heard.iter_mut().find(|heard| is_of(&heard.model)) {
                Some(heard) => {
                    heard.diagnostics.append(found.diagnostics);
                    heard.of_shown |= of_shown;
                }
                None => heard.push(Heard {
                    model: found.model,
                    diagnostics: found.diagnostics,
                    of_shown,
                }),
            }
        }
        heard
    }

    /// Remembers that something was found wanting after it was shown.
    pub fn doubt(&mut self) {
        self.wary = true;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        load::load,
        serve::watch::Watch,
        text::{Code, Diagnostic, Span},
    };

    #[test]
    fn what_another_site_lacks_is_not_what_the_shown_one_lacks() {
        let folder = tempfile::tempdir().unwrap();
        let watch = Watch::new(folder.path(), true);
        let mut inspection = Inspection::new(watch.waker());
        inspection.begin(&[]);
        let model = || Arc::new(load(folder.path()).value);
        let (shown, newest) = (model(), model());
        for (page, model) in [(Some("a.html"), &shown), (None, &newest)] {
            let place = Span::file(model.settings.span.source);
            let dead = Diagnostic::new(Code::UnknownReference, place, "there is no such heading");
            inspection.later().tell(Found {
                page: page.map(str::to_owned),
                diagnostics: [dead].into_iter().collect(),
                model: Arc::clone(model),
                tried: false,
            });
        }
        let heard = inspection.heard(Some(&shown));
        let of_shown: Vec<_> = heard
            .iter()
            .map(|heard| (Arc::ptr_eq(&heard.model, &shown), heard.of_shown))
            .collect();
        assert_eq!(of_shown, [(true, true), (false, false)]);
    }
}
