//! What was found in objectives by themselves, kept for the next check of the same site.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use rayon::prelude::*;

use crate::{
    check::{
        Check, Subject,
        alone::{Alone, Head},
        asked_for,
        passage::{Page, Passage, in_rows},
    },
    facts::ObjectiveFacts,
    model::{Model, Objective, Reviews, Settings},
    syntax::{Reference, references},
    text::Diagnostics,
    translation::texts_of_objective,
    wording::Wording,
};

/// What was found in objectives by themselves, for [`check_again`](crate::check::check_again). Each piece
/// is kept with all that it was made from, and serves again only where all of that is the same.
#[derive(Default)]
pub struct Memory {
    ground: Option<Ground>,
    /// By the indices of report and objective.
    found: BTreeMap<(usize, usize), Found>,
    /// Whether the rows of an objective hold nothing that leads anywhere.
    plain: BTreeMap<(usize, usize), (Arc<Objective>, bool)>,
    /// The links and images in the texts of an objective.
    led: BTreeMap<(usize, usize), Led>,
}

/// The links and images in the texts of an objective, text by text.
#[derive(Clone)]
struct Led {
    objective: Arc<Objective>,
    /// Whether the texts of its rows are among them.
    rows: bool,
    texts: Arc<[Vec<Arc<Reference>>]>,
}

/// What the findings in every objective rest on besides the objective and its facts.
struct Ground {
    settings: Settings,
    reviews: Reviews,
    wording: Arc<Wording>,
    hints: bool,
}

struct Found {
    objective: Arc<Objective>,
    facts: Arc<ObjectiveFacts>,
    head: Head,
    diagnostics: Diagnostics,
}

impl Ground {
    fn is_of(&self, model: &Model, wording: &Arc<Wording>, hints: bool) -> bool {
        self.hints == hints
            && Arc::ptr_eq(&self.wording, wording)
            && self.settings == model.settings
            && self.reviews == model.reviews
    }
}

impl Found {
    fn is_of(&self, objective: &Arc<Objective>, facts: &Arc<ObjectiveFacts>, head: Head) -> bool {
        Arc::ptr_eq(&self.objective, objective)
            && Arc::ptr_eq(&self.facts, facts)
            && self.head == head
    }
}

impl Memory {
    /// Forgets what was found in objectives, unless it rests on this ground. While something cannot be
    /// read nothing is kept, for what is silent because of that may speak afterwards.
    pub fn stand_on(&mut self, model: &Model, wording: &Arc<Wording>, hints: bool) {
        let stands = |ground: &Ground| ground.is_of(model, wording, hints);
        let whole = model.faults.is_empty();
        if whole && self.ground.as_ref().is_some_and(stands) {
            return;
        }
        self.found.clear();
        self.ground = whole.then(|| Ground {
            settings: model.settings.clone(),
            reviews: model.reviews.clone(),
            wording: Arc::clone(wording),
            hints,
        });
    }

    /// What the rules find that look at objectives by themselves.
    pub(super) fn found(&mut self, subject: &Subject<'_>) -> Diagnostics {
        let model = subject.model;
        let all = objectives(model);
        let new = all.par_iter().filter_map(|(spot, objective)| {
            let facts = &subject.facts.reports[spot.0].objectives[spot.1];
            let head = Head::of(&model.reports[spot.0]);
            let kept = self.found.get(spot);
            if kept.is_some_and(|kept| kept.is_of(objective, facts, head)) {
                return None;
            }
            let alone = Alone {
                model,
                wording: subject.wording,
                head,
                objective,
                facts,
            };
            let found = Found {
                objective: Arc::clone(objective),
                facts: Arc::clone(facts),
                head,
                diagnostics: found_in(&alone, subject.hints),
            };
            Some((*spot, found))
        });
        let new: Vec<_> = new.collect();
        self.found.extend(new);
        let known: BTreeSet<_> = all.iter().map(|(spot, _)| *spot).collect();
        self.found.retain(|spot, _| known.contains(spot));
        let found = self.found.values().map(|found| &found.diagnostics);
        found.flat_map(Diagnostics::iter).cloned().collect()
    }

    /// The objectives, by the indices of report and objective, whose rows hold no text that leads
    /// anywhere.
    pub(super) fn plain(&mut self, model: &Model) -> BTreeSet<(usize, usize)> {
        let kept = &self.plain;
        let plain = objectives(model).into_par_iter().map(|(spot, objective)| {
            let kept = kept.get(&spot);
            let kept = kept.filter(|(own, _)| Arc::ptr_eq(own, objective));
            let plain = kept.map_or_else(
                || !in_rows(model, spot.0, spot.1).iter().any(Passage::may_lead),
                |(_, plain)| *plain,
            );
            (spot, (Arc::clone(objective), plain))
        });
        self.plain = plain.collect::<Vec<_>>().into_iter().collect();
        let plain = self.plain.iter().filter(|(_, (_, plain))| *plain);
        plain.map(|(spot, _)| *spot).collect()
    }

    /// The links and images in each of the `passages` of `model`, whose objectives but for the `plain` ones
    /// have those of their rows among them.
    pub(super) fn led(
        &mut self,
        model: &Model,
        plain: &BTreeSet<(usize, usize)>,
        passages: &[Passage<'_>],
    ) -> Vec<Vec<Arc<Reference>>> {
        // The texts of one page follow one another.
        let pages: Vec<_> = passages.chunk_by(|a, b| a.page == b.page).collect();
        let kept = &self.led;
        let led = pages.par_iter().map(|texts| {
            let anew = || texts.iter().map(led_in).collect();
            let Page::Objective(report, at) = texts[0].page else {
                return (None, anew());
            };
            let spot = (report, at);
            let objective = &model.reports[report].objectives[at];
            let rows = !plain.contains(&spot);
            let kept = kept.get(&spot);
            let kept = kept.filter(|it| it.rows == rows && Arc::ptr_eq(&it.objective, objective));
            let led = kept.cloned().unwrap_or_else(|| Led {
                objective: Arc::clone(objective),
                rows,
                texts: anew(),
            });
            let texts = Arc::clone(&led.texts);
            (Some((spot, led)), texts)
        });
        let (led, texts): (Vec<_>, Vec<Arc<[_]>>) = led.unzip();
        self.led = led.into_iter().flatten().collect();
        texts
            .iter()
            .flat_map(|texts| texts.iter().cloned())
            .collect()
    }
}

/// Every objective, with the indices of report and objective.
fn objectives(model: &Model) -> Vec<((usize, usize), &Arc<Objective>)> {
    let reports = model.reports.iter().enumerate();
    let all = reports.flat_map(|(at, report)| {
        let objectives = report.objectives.iter().enumerate();
        objectives.map(move |(place, objective)| ((at, place), objective))
    });
    all.collect()
}

/// The links and images in a text.
fn led_in(passage: &Passage<'_>) -> Vec<Arc<Reference>> {
    // Only what may hold one is parsed.
    if !passage.may_lead() {
        return Vec::new();
    }
    references(passage.text).into_iter().map(Arc::new).collect()
}

/// What the rules find in one objective.
fn found_in(alone: &Alone<'_>, hints: bool) -> Diagnostics {
    let mut found = Diagnostics::new();
    let published = !alone.head.is_draft;
    let texts = texts_of_objective(alone.model, alone.objective, published);
    for rule in asked_for(hints) {
        match rule.check {
            Check::Objective(check) => check(alone, &mut found),
            Check::Texts(check) => check(&texts, alone.model, &mut found),
            Check::Site(_) => {}
        }
    }
    found
}
