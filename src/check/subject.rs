//! What a rule looks at.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    check::{Link, Memory, Passage, names, passages},
    facts::{Facts, MeasureFacts},
    model::{Decimal, Evaluation, Figure, Measure, Model, Objective, Report},
    reference::References,
    thread::Thread,
    wording::{Lexicon, Wording},
};

/// The whole model with what follows from it.
pub struct Subject<'a> {
    /// What was read.
    pub model: &'a Model,
    /// What follows from it.
    pub facts: &'a Facts,
    /// The words, for figures that prose quotes as they are displayed.
    pub wording: &'a Wording,
    /// Everything that can be referred to.
    pub references: References<'a>,
    /// The golden thread.
    pub thread: Arc<Thread>,
    /// Every text that is read as Markdown; where no hints are looked for, those of actions and measures
    /// are left out wherever none of an objective's leads anywhere or holds HTML.
    pub passages: Vec<Passage<'a>>,
    /// Every link and image in them, and every name by itself that leads somewhere as they do.
    pub links: Vec<Link<'a>>,
    /// The sealed reports, by their index, of which it is known already that they stand.
    pub standing: BTreeSet<usize>,
    /// Whether hints are looked for.
    pub hints: bool,
}

/// A measure with where it stands and what follows for it.
#[derive(Clone, Copy)]
pub struct MeasureOf<'a> {
    /// The report.
    pub report: &'a Report,
    /// The objective.
    pub objective: &'a Objective,
    /// The measure.
    pub measure: &'a Measure,
    /// What follows for it.
    pub facts: &'a MeasureFacts,
}

impl<'a> Subject<'a> {
    /// A model with what follows from it.
    pub fn new(model: &'a Model, facts: &'a Facts, wording: &'a Wording) -> Self {
        let order = || facts.editions.earliest_first();
        let references = References::new(model, order());
        let thread = Thread::of(model, &references, order());
        let memory = &mut Memory::default();
        Self::of(references, Arc::new(thread), facts, wording, true, memory)
    }

    /// The same where it is known already what can be referred to, and how it is tied together. `hints`
    /// says whether they are looked for.
    pub fn of(
        references: References<'a>,
        thread: Arc<Thread>,
        facts: &'a Facts,
        wording: &'a Wording,
        hints: bool,
        memory: &mut Memory,
    ) -> Self {
        let model = references.model();
        let plain = if hints {
            BTreeSet::new()
        } else {
            memory.plain(model)
        };
        let passages = passages(model, &plain);
        let led = memory.led(model, &plain, &passages);
        let mut links = Link::all(&passages, &led, &references);
        links.extend(Link::bare(&names(model), &references));
        Self {
            model,
            facts,
            wording,
            references,
            thread,
            passages,
            links,
            standing: BTreeSet::new(),
            hints,
        }
    }

    /// The words of the language that a text is in, else of the site's first.
    pub fn lexicon(&self, passage: &Passage<'_>) -> &'a Lexicon {
        match passage.language {
            Some(language) => self.wording.language(language),
            None => self.wording.first(),
        }
    }

    /// Every measure of every report.
    pub fn measures(&self) -> impl Iterator<Item = MeasureOf<'a>> + use<'a> {
        let reports = self.model.reports.iter().zip(&self.facts.reports);
        reports.flat_map(|(report, facts)| {
            let objectives = report.objectives.iter().zip(&facts.objectives);
            objectives.flat_map(move |(objective, facts)| {
                let measures = objective.measures.iter().zip(&facts.measures);
                measures.map(move |(measure, facts)| MeasureOf {
                    report,
                    objective,
                    measure,
                    facts,
                })
            })
        })
    }

    /// Every evaluation of every report.
    pub fn evaluations(&self) -> impl Iterator<Item = &'a Evaluation> + use<'a> {
        let reports = self.model.reports.iter();
        reports.flat_map(|report| {
            let objectives = report.objectives.iter();
            let inside = objectives.flat_map(|objective| &objective.evaluations);
            report.evaluations.iter().chain(inside)
        })
    }

    /// Every objective of every report.
    pub fn objectives(&self) -> impl Iterator<Item = &'a Objective> + use<'a> {
        self.model
            .reports
            .iter()
            .flat_map(|report| &report.objectives)
            .map(|objective| &**objective)
    }
}

impl<'a> MeasureOf<'a> {
    /// A figure with its number, where there is one.
    pub fn number(figure: Option<&'a Figure>) -> Option<(&'a Figure, Decimal)> {
        figure.and_then(|figure| Some((figure, figure.value?)))
    }
}
