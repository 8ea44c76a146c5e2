//! What an edition knows of a measure's other periods.

use std::collections::BTreeMap;

use crate::{
    facts::{
        Facts, SeriesPoint,
        line::{Row, known_by, line},
        lineage::Spot,
        points::{otherwise, points},
    },
    model::{Id, Model, Period},
};

impl Facts {
    /// What the edition of the measure at `at` and those before it tell of a period: what a page of that
    /// edition quotes stays, whatever later editions restate. Editions that the public cannot read tell
    /// such another one alone. Source: docs/format.md, "Linked figures".
    pub fn known(&self, model: &Model, at: Spot, period: Period) -> Option<SeriesPoint> {
        let (report, ..) = at;
        let id = &model.reports[report].objectives[at.1].measures[at.2]
            .id
            .value;
        let rank = self.editions.rank(report);
        let is_told = |other: usize| {
            let public = model.reports[other].is_public() || !model.reports[report].is_public();
            public && self.editions.rank(other) <= rank
        };
        let spots = self.series.get(id).into_iter().flat_map(|it| &it.line);
        let mut own: BTreeMap<&Id, Vec<Row<'_>>> = BTreeMap::new();
        for spot in spots.filter(|spot| is_told(spot.0)) {
            let row = Row::new(model, *spot, self.editions.rank(spot.0));
            own.entry(&row.measure.id.value).or_default().push(row);
        }
        let line = line(id, &own);
        let rows = known_by(&line.rows, rank);
        let mut all = points(&rows).into_iter().chain(otherwise(&rows));
        all.find(|point| point.period == period)
    }
}
