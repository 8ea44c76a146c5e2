//! What every view is made from.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    facts::{Facts, MeasureFacts, Series},
    model::{Id, Measure, Model},
    reference::{self, MeasureAt, References},
    thread::Thread,
    wording::Wording,
};

/// What every view is made from: the content, what follows from it, the words, and where to find
/// things in them.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// What was read.
    pub model: &'a Model,
    /// What follows from it.
    pub facts: &'a Facts,
    /// The words.
    pub wording: &'a Wording,
    /// Where to find things.
    pub index: &'a Index,
}

/// What would have to be looked for again on every page, looked for once.
pub struct Index {
    names: Arc<reference::Index>,
    /// The edition that the home page and the menu lead to.
    latest: Option<usize>,
    /// Every measure of the site in reading order.
    measures: Vec<Id>,
    /// The place of each among them.
    places: BTreeMap<Id, usize>,
    /// Pages of the site's own by their paths.
    pages: BTreeMap<Vec<Arc<str>>, usize>,
    /// The golden thread.
    thread: Arc<Thread>,
}

impl Index {
    /// Looks through the whole site.
    pub fn new(model: &Model, facts: &Facts) -> Self {
        let order = || facts.editions.earliest_first();
        let names = Arc::new(reference::Index::new(model, order()));
        let thread = Thread::of(model, &names.of(model), order());
        Self::of(names, Arc::new(thread), model, facts)
    }

    /// The same where it is known already what can be referred to, by its name, and how it is tied
    /// together. All of it follows from names and from the order of editions.
    pub fn of(
        names: Arc<reference::Index>,
        thread: Arc<Thread>,
        model: &Model,
        facts: &Facts,
    ) -> Self {
        let (measures, places) = reading_order(facts);
        let pages = model.pages.iter().enumerate();
        Self {
            thread,
            names,
            latest: facts.editions.latest(),
            measures,
            places,
            pages: pages.map(|(at, page)| (page.path.clone(), at)).collect(),
        }
    }

    /// The edition that the home page and the menu lead to: the latest that is not superseded.
    pub fn latest(&self) -> Option<usize> {
        self.latest
    }

    /// Every measure of the site in reading order: the latest edition's, then those that only
    /// earlier editions have.
    pub fn measures(&self) -> &[Id] {
        &self.measures
    }

    /// The golden thread.
    pub fn thread(&self) -> &Thread {
        &self.thread
    }

    /// Whether the content ties anything together, so that there is a thread to show.
    pub fn has_thread(&self) -> bool {
        !self.thread.ties.is_empty()
    }

    /// The page of the site's own at a path.
    pub(super) fn page(&self, path: &[Arc<str>]) -> Option<usize> {
        self.pages.get(path).copied()
    }

    /// The measures before and after one in reading order.
    pub(super) fn neighbours(&self, id: &Id) -> (Option<&Id>, Option<&Id>) {
        let Some(place) = self.places.get(id).copied() else {
            return (None, None);
        };
        let before = place.checked_sub(1).and_then(|at| self.measures.get(at));
        (before, self.measures.get(place + 1))
    }
}

/// Every measure in reading order, the latest edition's first, and the place of each.
fn reading_order(facts: &Facts) -> (Vec<Id>, BTreeMap<Id, usize>) {
    let order: Vec<_> = facts.editions.earliest_first().rev().collect();
    let mut ranks = vec![0; order.len()];
    for (rank, report) in order.into_iter().enumerate() {
        ranks[report] = rank;
    }
    // The latest edition that has it says where it stands; there, the first objective that does.
    let found = |(at, (id, series)): (usize, (_, &Arc<Series>))| {
        let (latest, ..) = *series.places.last()?;
        let mut places = series.places.iter();
        let (report, objective, measure) = places.find(|place| place.0 == latest)?;
        Some(((ranks[*report], *objective, *measure), at, id))
    };
    let mut found: Vec<(_, _, &Id)> = facts.series.iter().enumerate().filter_map(found).collect();
    found.sort_unstable();
    let mut numbers = vec![0; facts.series.len()];
    for (number, (_, at, _)) in found.iter().enumerate() {
        numbers[*at] = number;
    }
    let measures = found.into_iter().map(|(.., id)| id.clone()).collect();
    (
        measures,
        facts.series.keys().cloned().zip(numbers).collect(),
    )
}

impl<'a> Context<'a> {
    /// The names that references use.
    pub(super) fn references(&self) -> References<'a> {
        self.index.names.of(self.model)
    }

    /// The measure at a place, with what follows for it.
    pub(super) fn measure(&self, at: MeasureAt) -> (&'a Measure, &'a MeasureFacts) {
        let objective = &self.model.reports[at.report].objectives[at.objective];
        let facts = &self.facts.reports[at.report].objectives[at.objective];
        (&objective.measures[at.measure], &facts.measures[at.measure])
    }

    /// Where a measure stands in each edition that has it, the latest edition first.
    pub(super) fn places_of(&self, id: &Id) -> impl Iterator<Item = MeasureAt> + use<'a> {
        let places = self.facts.series.get(id).map(|series| &series.places);
        let places = places.into_iter().flatten().rev();
        places.map(|(report, objective, measure)| MeasureAt {
            report: *report,
            objective: *objective,
            measure: *measure,
        })
    }

    /// Where a measure stands in the latest edition that has it.
    pub(super) fn latest_place(&self, id: &Id) -> Option<MeasureAt> {
        self.places_of(id).next()
    }
}
