//! How things stand: what is shown, and what is wrong with what was saved.

use std::{
    collections::{BTreeMap, BTreeSet},
    mem,
    sync::Arc,
};

use serde::Serialize;

use crate::{
    model::Model,
    pipeline::Made,
    serve::{
        edited::{Edited, copied, edited},
        fault::Fault,
    },
    site::Site,
};

/// Of so many versions it is remembered which pages they changed: of saves that follow one another at
/// once an open page hears of the last one alone.
const RECENT: u64 = 8;

/// The most pages that are remembered for that.
const REMEMBERED: usize = 100;

/// Which version is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shown {
    /// None: there was no version yet that could be shown.
    #[default]
    Nothing,
    /// The newest, in which nothing is wrong as far as is known.
    Newest,
    /// The last in which nothing was wrong: there are faults in what was saved since.
    LastGood,
    /// One with faults, as far as it can be made: there was none yet without any.
    Flawed,
}

/// A site that was made, with the model that its faults are found in.
#[derive(Clone)]
pub struct Good {
    /// The site.
    pub site: Arc<Site>,
    /// What it was made from.
    pub model: Arc<Model>,
}

/// What is shown, and what is wrong.
#[derive(Clone, Default)]
pub struct Stand {
    shown: Shown,
    good: Option<Good>,
    before: Option<Good>,
    /// The files that changed since what would be shown if the newest version were not.
    held: BTreeSet<Arc<str>>,
    /// The errors that stand now.
    pub faults: Vec<Fault>,
    /// The pages that show now what was edited, by this version and a few before it, newest first.
    pub edited: Vec<Edited>,
    /// The version that first showed the site that is shown.
    since: u64,
    /// The addresses of copied files that changed in this run, each with the version that first
    /// showed it.
    pub files: BTreeMap<String, u64>,
}

impl Stand {
    /// Which version is shown.
    pub fn shown(&self) -> Shown {
        self.shown
    }

    /// The site that is shown.
    pub fn good(&self) -> Option<&Good> {
        self.good.as_ref()
    }

    /// The good site before it, which stands in for pages of it that cannot be made.
    pub fn before(&self) -> Option<&Good> {
        self.before.as_ref()
    }

    /// Takes what was made of the `changed` files, with what is wrong with it. `site` is there where
    /// nothing is wrong but what its pages tell. It is shown where nothing is wrong at all, or as far as it
    /// goes where no version was good yet; else what was shown stays. Answers the sites that nobody
    /// needs any more, which are large.
    pub fn take(
        &mut self,
        made: &Made,
        site: Option<Arc<Site>>,
        faults: Vec<Fault>,
        changed: &[Arc<str>],
        version: u64,
    ) -> [Option<Good>; 2] {
        if self.shown == Shown::Newest {
            self.held.clear();
        }
        self.held.extend(changed.iter().cloned());
        if let Some(good) = &self.good {
            self.held.retain(|path| !is_as_in(path, good, made));
        }
        let copied = copied(made, changed).into_iter();
        self.files.extend(copied.map(|address| (address, version)));
        self.faults = faults;
        let is_whole = self.faults.is_empty();
        let was_flawed = self.shown == Shown::Flawed;
        let Some(site) = site.filter(|_| is_whole || was_flawed) else {
            if self.shown == Shown::Newest {
                self.shown = Shown::LastGood;
            }
            return [None, None];
        };
        self.remember(edited(made, &self.held, version), &site, version);
        self.since = version;
        let model = Arc::clone(&made.model);
        let last = self.good.replace(Good { site, model });
        if is_whole {
            self.shown = Shown::Newest;
        } else {
            // There is none that could be shown in its place.
            self.held.clear();
        }
        // What had faults is no good version to come back to.
        let (before, flawed) = if was_flawed {
            (None, last)
        } else {
            (last, None)
        };
        [mem::replace(&mut self.before, before), flawed]
    }

    /// Puts these pages before those that were edited a moment ago and are still in `site`.
    fn remember(&mut self, mut edited: Vec<Edited>, site: &Site, version: u64) {
        let most = edited.len().max(REMEMBERED);
        for one in mem::take(&mut self.edited) {
            let is_told = edited.iter().any(|other| other.address == one.address);
            let is_recent = one.version + RECENT > version;
            if is_recent && !is_told && site.get(one.page.as_str()).is_some() {
                edited.push(one);
            }
        }
        edited.truncate(most);
        self.edited = edited;
    }

    /// Adds faults that showed only now. Where they are those of what is shown, the good site before
    /// comes back, if there is one.
    pub fn add(&mut self, faults: Vec<Fault>, are_of_shown: bool) {
        let newest = self.shown == Shown::Newest;
        self.faults.extend(faults);
        if !(newest || are_of_shown) {
            return;
        }
        if let Some(before) = self.before.take() {
            self.good = Some(before);
            self.shown = Shown::LastGood;
            self.edited.retain(|one| one.version != self.since);
        } else {
            self.shown = Shown::Flawed;
            if newest {
                self.held.clear();
            }
        }
    }
}

/// Whether a file that is read says in what was `made` what it says in a `good` site: it went and came back.
fn is_as_in(path: &str, good: &Good, made: &Made) -> bool {
    let now = text(&made.model, path);
    now.is_some() && now == text(&good.model, path)
}

/// What a file says; of one that is copied nothing but the name is there.
fn text<'m>(model: &'m Model, path: &str) -> Option<&'m str> {
    let source = model.sources.find(path)?;
    Some(model.sources.get(source).text()).filter(|text| !text.is_empty())
}
