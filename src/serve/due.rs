//! What time alone changes.

use std::sync::Arc;

use jiff::civil::{DateTime, Time};

use crate::model::{Model, Report};

/// The files of the reports that another moment has changed, behind `before` and no later than `now`, both
/// in local time: an embargo has ended, or the day of a correction has come.
pub(super) fn came_due(model: &Model, before: DateTime, now: DateTime) -> Vec<Arc<str>> {
    let has_come = |at: DateTime| before < at && at <= now;
    let is_due = |report: &&Report| {
        let embargo = report.embargo.as_ref();
        let mut days = report.corrections.iter().map(|it| it.date.value);
        embargo.is_some_and(|embargo| has_come(embargo.value))
            || days.any(|day| has_come(day.to_datetime(Time::MIN)))
    };
    let reports = model.reports.iter().chain(&model.withheld);
    let due = reports.filter(is_due);
    due.map(|report| model.sources.get(report.span.source).path().into())
        .collect()
}

#[cfg(test)]
mod tests {
    use std::{
        fs,
        sync::atomic::{AtomicI8, Ordering},
        thread,
        time::Duration,
    };

    use super::*;
    use crate::{
        pipeline::Drafts,
        serve::{News, Options, Preview, listen::bind},
    };

    /// The hour of the clock of the test.
    static HOUR: AtomicI8 = AtomicI8::new(9);

    #[test]
    fn an_embargo_that_ends_meanwhile_needs_no_save() {
        let root = tempfile::tempdir().unwrap();
        let report = root.path().join("content/reports/2017-18");
        fs::create_dir_all(&report).unwrap();
        let settings = "organisation: A council\ntitle: Ours\nlanguages: [en]\n";
        fs::write(root.path().join("content/site.yaml"), settings).unwrap();
        let front = "---\ntitle: R\nperiod: 2017-18\nstage: annual\nstatus: published\n\
                     embargo: 2018-06-01T12:00\n---\n";
        fs::write(report.join("report.md"), front).unwrap();
        let options = Options {
            drafts: Drafts::Left,
            clock: || jiff::civil::date(2018, 6, 1).at(HOUR.load(Ordering::Relaxed), 0, 0, 0),
            poll: false,
        };
        let preview = Preview::new(root.path(), options, &mut |_| {});
        let stop = preview.stop();
        let late = preview.stop();
        thread::spawn(move || {
            thread::sleep(Duration::from_secs(30));
            late.stop();
        });
        HOUR.store(12, Ordering::Relaxed);
        let mut shown = None;
        let until_shown = &mut |news: News| {
            if let News::Look(found) = news {
                shown = Some((found.changed, found.model.reports.len()));
                stop.stop();
            }
        };
        preview.run(bind(None).unwrap(), until_shown).unwrap();
        let changed = vec![Arc::from("content/reports/2017-18/report.md")];
        assert_eq!(shown, Some((changed, 1)));
    }
}
