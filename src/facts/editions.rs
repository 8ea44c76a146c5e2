//! The reports in the order of publication: which edition is later.

use crate::model::{Date, Id, Model, Period, Report, Stage};

/// The reports in the order of publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editions {
    /// Indices into the model's reports, earliest first.
    order: Vec<usize>,
}

impl Editions {
    /// Orders the reports: by `published` (else the end of the period), then by period, stage and
    /// folder name.
    pub fn of(model: &Model) -> Self {
        let mut order: Vec<_> = (0..model.reports.len()).collect();
        order.sort_by_key(|at| key(&model.reports[*at]));
        Self { order }
    }

    /// Indices into the model's reports, earliest first.
    pub fn earliest_first(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.order.iter().copied()
    }

    /// The latest edition, where there is one.
    pub fn latest(&self) -> Option<usize> {
        self.order.last().copied()
    }

    /// The editions before `report`, latest first.
    pub fn before(&self, report: usize) -> impl Iterator<Item = usize> {
        let place = self.order.iter().position(|at| *at == report).unwrap_or(0);
        self.order[..place].iter().rev().copied()
    }
}

fn key(report: &Report) -> (Date, Period, u8, &Id) {
    let period = report.period.value;
    let published = report
        .published
        .as_ref()
        .map_or(period.end(), |date| date.value);
    let stage = match report.stage.value {
        Stage::Plan => 0,
        Stage::Quarter => 1,
        Stage::SixMonth => 2,
        Stage::Annual => 3,
    };
    (published, period, stage, &report.id)
}
