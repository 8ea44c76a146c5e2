//! Sealed reports that stood when the site was made the last time.

use std::{collections::BTreeSet, sync::Arc};

use crate::{
    check::sealed::record::within,
    facts::Facts,
    model::{Model, Objective},
    reference::Index,
    wording::Wording,
};

/// A site whose sealed reports all said what they were sealed with. To find that out takes long, and
/// hardly any save concerns a report that is sealed.
pub struct Stood {
    model: Arc<Model>,
    facts: Arc<Facts>,
    names: Arc<Index>,
    wording: Arc<Wording>,
}

impl Stood {
    /// The sealed reports of this site stand.
    pub fn new(
        model: Arc<Model>,
        facts: Arc<Facts>,
        names: Arc<Index>,
        wording: Arc<Wording>,
    ) -> Self {
        Self {
            model,
            facts,
            names,
            wording,
        }
    }

    /// The sealed reports, by their index, that stand in this site as well, for nothing differs that their
    /// record is made from: neither themselves, nor what follows for them, nor a name, an alias or a word. That
    /// the names are the same ones says that both sites were read without an error.
    pub fn still(
        &self,
        model: &Model,
        facts: &Facts,
        names: &Arc<Index>,
        wording: &Arc<Wording>,
    ) -> BTreeSet<usize> {
        if !Arc::ptr_eq(&self.names, names) || !Arc::ptr_eq(&self.wording, wording) {
            return BTreeSet::new();
        }
        let alike = |at: &usize| {
            let report = &model.reports[*at];
            let (then, now) = (&self.facts.reports[*at], &facts.reports[*at]);
            let pairs = then.objectives.iter().zip(&now.objectives);
            // What follows for a measure knows its figures in later reports too, which no record tells.
            let says_same = |(objective, (then, now)): (&Arc<Objective>, (&Arc<_>, &Arc<_>))| {
                let said = |facts| within(objective, facts, model.languages());
                Arc::ptr_eq(then, now) || said(then) == said(now)
            };
            self.model.reports[*at] == *report && report.objectives.iter().zip(pairs).all(says_same)
        };
        let reports = model.reports.iter().enumerate();
        let sealed = reports.filter(|(_, report)| !report.sealed.is_empty());
        sealed.map(|(at, _)| at).filter(alike).collect()
    }
}
