//! The reports in the order of publication: which edition is later.

use crate::model::{Date, Id, Model, Period, Report, Stage, Status};

/// The reports in the order of publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editions {
    /// Indices into the model's reports, earliest first.
    order: Vec<usize>,
    latest: Option<usize>,
}

impl Editions {
    /// Orders the reports: by `published` (else the end of the period), then by period, those that are
    /// superseded before others, then by stage and folder name. A draft without a date comes after all that are published or have one and whose
    /// period ends no later than its own: it is not out yet.
    pub fn of(model: &Model) -> Self {
        let mut order: Vec<_> = (0..model.reports.len()).collect();
        order.sort_by_cached_key(|at| {
            let report = &model.reports[*at];
            let mut date = date(report);
            if is_undated(report) {
                let earlier = model
                    .reports
                    .iter()
                    .filter(|other| other.period.value.end() <= report.period.value.end())
                    .filter(|other| !is_undated(other));
                date = earlier.map(self::date).fold(date, Date::max);
            }
            (date, is_undated(report), key(report))
        });
        let stands = |at: &&usize| model.reports[**at].status.value != Status::Superseded;
        let latest = order.iter().rev().find(stands).or(order.last());
        Self {
            latest: latest.copied(),
            order,
        }
    }

    /// Indices into the model's reports, earliest first.
    pub fn earliest_first(&self) -> impl DoubleEndedIterator<Item = usize> {
        self.order.iter().copied()
    }

    /// The latest edition that is not superseded, else the latest; where there is one.
    pub fn latest(&self) -> Option<usize> {
        self.latest
    }

    /// The place of `report` in that order, from 0.
    pub fn rank(&self, report: usize) -> usize {
        self.order.iter().position(|at| *at == report).unwrap_or(0)
    }

    /// The editions before `report`, latest first.
    pub fn before(&self, report: usize) -> impl Iterator<Item = usize> {
        self.order[..self.rank(report)].iter().rev().copied()
    }
}

/// Whether it is a draft that nobody has given a date yet.
fn is_undated(report: &Report) -> bool {
    report.is_draft() && report.published.is_none()
}

/// The day of its publication, else the end of its period.
fn date(report: &Report) -> Date {
    let published = report.published.as_ref();
    published.map_or_else(|| report.period.value.end(), |date| date.value)
}

fn key(report: &Report) -> (Period, bool, u8, Id) {
    let stage = match report.stage.value {
        Stage::Plan => 0,
        Stage::Quarter => 1,
        Stage::SixMonth => 2,
        Stage::Annual => 3,
    };
    let stands = report.status.value != Status::Superseded;
    (report.period.value, stands, stage, report.id.clone())
}
