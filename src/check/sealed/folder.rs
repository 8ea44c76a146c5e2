//! A sealed report whose folder has another name by now.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    check::{
        Subject,
        sealed::{
            record::{PAGE, Said},
            untold::is_page,
        },
    },
    model::Report,
    text::{Code, Diagnostic, Span},
    wording::Place,
};

/// The folder that a report had when it was sealed, where it has another now.
pub(super) struct Former<'a> {
    report: &'a Report,
    name: &'a str,
    /// Where everything that the report has now would stand in that folder.
    addresses: BTreeSet<String>,
}

/// A sealed address where nothing stands any more.
pub(super) struct Missing<'a> {
    /// The address.
    pub address: &'a str,
    /// The name of what stood there; empty for the report itself.
    pub of: String,
    /// Its line in the lock file.
    pub span: Span,
}

impl<'a> Former<'a> {
    /// That of the report at `at`, which says `now` now. Its files alone always bear the folder's name.
    pub(super) fn of(
        subject: &Subject<'a>,
        at: usize,
        now: &BTreeMap<String, Said>,
    ) -> Option<Self> {
        let model = subject.model;
        let report = &model.reports[at];
        let table = Place::MeasuresCsv(at);
        let table = subject
            .wording
            .address(model, &table, model.settings.first_language());
        let own = report.id.as_str();
        let (before, behind) = table.as_str().split_once(own)?;
        let mut pages = report.sealed.iter();
        let name = pages.find_map(|(page, _)| {
            let rest = page.strip_prefix(PAGE)?.strip_prefix(before)?;
            rest.strip_suffix(behind)
        })?;
        if name == own || name.contains('/') {
            return None;
        }
        let there = |address: &str| {
            let parts = address.split('/');
            let parts = parts.map(|part| if part == own { name } else { part });
            parts.collect::<Vec<_>>().join("/")
        };
        let pages = now.keys().filter_map(|page| page.strip_prefix(PAGE));
        Some(Self {
            report,
            name,
            addresses: pages.map(there).collect(),
        })
    }

    /// Whether nothing stands at this address for the folder alone.
    pub(super) fn accounts_for(&self, address: &str) -> bool {
        self.addresses.contains(address)
    }

    /// What is said of all that is `missing` for the folder, in the order of addresses; nothing where
    /// nothing is.
    pub(super) fn away(&self, missing: &[Missing<'_>]) -> Option<Diagnostic> {
        let first = missing.first()?;
        let (then, own) = (self.name, &self.report.id);
        let at = match missing.len() {
            1 => format!("the sealed address `{}`", first.address),
            many => format!("{many} sealed addresses"),
        };
        let message = format!(
            "the folder of this sealed report was `{then}`, but is `{own}`: nothing stands at {at} any more"
        );
        let (pages, files): (Vec<_>, Vec<_>) =
            missing.iter().partition(|missing| is_page(missing.address));
        let mut aliases: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for page in pages {
            let address = page.address.strip_suffix("/index.html");
            let address = address.unwrap_or(page.address);
            aliases.entry(&page.of).or_default().push(address);
        }
        let aliases = aliases.into_iter().map(|(of, addresses)| {
            let to = match of {
                "" => "report.md".to_owned(),
                of => format!("`{of}`"),
            };
            format!("`aliases: [{}]` to {to}", addresses.join(", "))
        });
        let mut ways: Vec<_> = aliases.collect();
        if !files.is_empty() {
            ways.push(format!(
                "to `corrections:` of report.md, since no alias leads on from a file, \
                 `{{date: …, about: \"report:{own}\", reason: …}}`"
            ));
        }
        Some(
            Diagnostic::new(Code::SealedMoved, first.span, message).help(format!(
                "name it `{then}` again; or if it is to stay, say that it moved: add {}",
                ways.join(", and ")
            )),
        )
    }
}
