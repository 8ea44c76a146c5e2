//! What nobody can tell of a sealed report while something could not be read.

use std::collections::BTreeSet;

use crate::{
    check::{
        Subject,
        sealed::{
            lock_of,
            record::{BEFORE, CORRECTION, LEVEL},
        },
    },
    model::{Common, Id, Model, Report},
    reference::Wanted,
    text::{SourceId, Span},
    wording::Place,
};

/// What of a report's record is unknown, not changed, because reading found an error: one mistake is
/// one finding. It is no more than what the faulty file may say something of.
pub(in crate::check) struct Untold<'s, 'a> {
    subject: &'s Subject<'a>,
    at: usize,
    /// The names of the report's items that could not be read whole.
    items: BTreeSet<String>,
    /// Whether all of it is: the corrections or the lock file may say something else than was read.
    all: bool,
    /// Whether the site's settings are: what is rated by them, and words in its first language.
    settings: bool,
    /// The paths of the files at fault, with their text where it could be read.
    files: Vec<(&'a str, Option<&'a str>)>,
}

impl<'s, 'a> Untold<'s, 'a> {
    /// Of the report at `at`.
    pub(in crate::check) fn of(subject: &'s Subject<'a>, at: usize) -> Self {
        let model = subject.model;
        let report = &model.reports[at];
        let faulty = model.faults.files();
        let files: Vec<_> = faulty
            .iter()
            .map(|file| {
                let source = model.sources.get(*file);
                let text = Some(source.text()).filter(|text| !text.is_empty());
                let text = text.filter(|_| !model.faults.is_unknown(*file));
                (source.path(), text)
            })
            .collect();
        let own = model.sources.get(report.span.source).path();
        let lock = lock_of(model, report);
        Self {
            subject,
            at,
            items: at_fault(model, report, &faulty),
            all: unread(&report.common)
                || files.iter().any(|(path, _)| *path == own || *path == lock),
            settings: files.iter().any(|(path, _)| *path == "content/site.yaml"),
            files,
        }
    }

    /// Whether nothing can be held against what was sealed.
    pub(in crate::check) fn all(&self) -> bool {
        self.all
    }

    /// Whether the item of this name may be missing for that alone: it may stand in a file that could
    /// not all be read, or be one of those whose aliases could not.
    pub(super) fn missing(&self, whole: &str) -> bool {
        if self.files.is_empty() || whole.starts_with(CORRECTION) {
            return false;
        }
        let report = &self.subject.model.reports[self.at];
        let nameless = |common: &Common| common.unread.has("aliases") || common.unread.nameless;
        let mut objectives = report.objectives.iter();
        let (kind, id) = whole.split_once(':').unwrap_or(("", whole));
        let folder = format!("reports/{}/", report.id);
        let (renamed, wanted) = match (kind, id.split_once('/')) {
            ("measure", _) => (
                objectives.any(|it| it.measures.iter().any(|it| nameless(&it.common))),
                Wanted::Measure(folder, id.to_owned()),
            ),
            ("action", Some((objective, id))) => (
                objectives.any(|it| {
                    nameless(&it.common) || it.actions.iter().any(|it| nameless(&it.common))
                }),
                Wanted::Action(format!("{folder}{objective}/"), id.to_owned()),
            ),
            _ => (
                objectives.any(|it| nameless(&it.common)),
                Wanted::Within(format!("{folder}{id}/")),
            ),
        };
        renamed || self.subject.references.may_be_unread(&wanted)
    }

    /// Whether what is said under this name may be another for that alone.
    pub(in crate::check) fn hides(&self, name: &str) -> bool {
        if self.files.is_empty() {
            return false;
        }
        let is_report = |(path, _): &(&str, _)| path.ends_with("/report.md");
        if name == BEFORE && self.files.iter().any(is_report) {
            return true;
        }
        let (whole, field) = name.split_once('.').unwrap_or((name, ""));
        if self.items.contains(whole) {
            return true;
        }
        let is_evaluation = |(path, _): &(&str, _)| path.contains("/evaluations/");
        if field.starts_with(LEVEL) && self.files.iter().any(is_evaluation) {
            return true;
        }
        let compared =
            matches!(field, "direction" | "change" | "previous") || field.starts_with("previous-");
        // Comparators bear the names of the site's first language.
        let by_settings = compared
            || matches!(field, "rating" | "rating-reason" | "unit")
            || field.starts_with("comparator:");
        let id = whole.strip_prefix("measure:").and_then(Id::parse);
        (by_settings && self.settings) || (compared && id.is_some_and(|id| self.others_of(&id)))
    }

    /// Whether something may stand at a sealed address of `of` for that alone, or an alias lead on
    /// from it.
    pub(super) fn page(&self, address: &str, of: &str) -> bool {
        if self.files.is_empty() {
            return false;
        }
        let elsewhere = |(path, _): &(&str, _)| !path.starts_with("content/");
        if self.settings || self.files.iter().any(elsewhere) || self.items.contains(of) {
            return true;
        }
        let model = self.subject.model;
        let alias = address.strip_suffix("/index.html").unwrap_or(address);
        let named = |(_, text): &(_, Option<&str>)| text.is_none_or(|text| text.contains(alias));
        if self.files.iter().any(named)
            || model.items().any(|item| item.common.unread.has("aliases"))
            || (!of.is_empty() && self.missing(of))
        {
            return true;
        }
        // Files are drawn of what stands in the objective's own files.
        if let Some(objective) = of.strip_prefix("objective:")
            && !is_page(address)
        {
            let folder = format!("content/reports/{}/{objective}/", model.reports[self.at].id);
            return self.files.iter().any(|(path, _)| path.starts_with(&folder));
        }
        // What ties the site together may be among what could not be read.
        let thread = |language| {
            let place = Place::ReportThread(self.at);
            let thread = self.subject.wording.address(model, &place, language);
            thread.as_str() == address
        };
        self.subject.thread.ties.is_empty() && model.languages().iter().any(thread)
    }

    /// Whether another report may say something else of a measure, or of one that it goes on from, than
    /// was read.
    fn others_of(&self, id: &Id) -> bool {
        let subject = self.subject;
        let replaces = subject.facts.series.get(id);
        let line = replaces.into_iter().flat_map(|series| &series.replaces);
        let line: Vec<_> = std::iter::once(id).chain(line).collect();
        let reports = subject.model.reports.iter().enumerate();
        let mut others = reports.filter(|(at, _)| *at != self.at);
        others.any(|(_, report)| {
            let own = subject.model.sources.get(report.span.source).path();
            let own = unread(&report.common) || self.files.iter().any(|(path, _)| *path == own);
            let held = |id: &Id| {
                let mut objectives = report.objectives.iter();
                objectives.find_map(|it| it.measures.iter().find(|it| it.id.value == *id))
            };
            line.iter().any(|id| {
                if let Some(row) = held(id) {
                    return own || unread(&row.common) || subject.model.faults.within(row.span);
                }
                let folder = format!("reports/{}/", report.id);
                let wanted = Wanted::Measure(folder, id.to_string());
                subject.references.may_be_unread(&wanted)
            })
        })
    }
}

/// Whether a page stands at an address, not a file.
pub(super) fn is_page(address: &str) -> bool {
    matches!(address.rsplit_once('.'), Some((_, "html")))
}

/// The names of what could not be read whole.
fn at_fault(model: &Model, report: &Report, files: &BTreeSet<SourceId>) -> BTreeSet<String> {
    let broken = |common: &Common, span: Span| unread(common) || model.faults.within(span);
    let mut names = BTreeSet::new();
    for objective in &report.objectives {
        if unread(&objective.common) || files.contains(&objective.span.source) {
            names.insert(format!("objective:{}", objective.id));
        }
        for action in &objective.actions {
            if broken(&action.common, action.span) {
                names.insert(format!("action:{}/{}", objective.id, action.id.value));
            }
        }
        for measure in &objective.measures {
            if broken(&measure.common, measure.span) {
                names.insert(format!("measure:{}", measure.id.value));
            }
        }
    }
    names
}

/// Whether a key of it may be there although it seems to lack it.
fn unread(common: &Common) -> bool {
    common.unread.any || common.unread.nameless || !common.unread.keys.is_empty()
}
