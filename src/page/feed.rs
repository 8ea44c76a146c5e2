//! Editions and corrections as a feed.
//!
//! Its moments are the days that the content gives, never the clock's, so that a rebuild gives the
//! same bytes. An edition without a day of its own is not in it. Source: RFC 4287.

use serde::Serialize;

use crate::{
    model::{Correction, Date, Language, Model, Report},
    page::{
        Context,
        corrections::correction,
        here::{Here, own},
        home::{period, stage},
        report_lists::report_link,
        view::TextView,
    },
    wording::{Place, capitalised},
};

/// A feed in one language.
#[derive(Clone, Debug, Serialize)]
pub struct FeedView {
    /// Its language.
    pub lang: String,
    /// Its own address in full, which is its identity too.
    pub id: String,
    /// The site's title.
    pub title: TextView,
    /// What the site is about.
    pub subtitle: Option<TextView>,
    /// When anything in it last changed.
    pub updated: String,
    /// The home page's address in full.
    pub home: String,
    /// Who publishes.
    pub author: TextView,
    /// Editions and corrections, the latest first.
    pub entries: Vec<EntryView>,
}

/// An edition or a correction.
#[derive(Clone, Debug, Serialize)]
pub struct EntryView {
    /// Its identity, which never changes: the report's address in full and, for a correction, its
    /// day and its number among those of the day.
    pub id: String,
    /// What it is.
    pub title: TextView,
    /// The page that shows it.
    pub href: String,
    /// When it last changed.
    pub updated: String,
    /// When it was published.
    pub published: Option<String>,
    /// What it says.
    pub summary: Option<TextView>,
}

/// Whether the site has feeds: it knows its own address, and there is something with a day.
pub fn has_feed(model: &Model) -> bool {
    let mut reports = model.reports.iter();
    model.settings.base_url.is_some()
        && reports.any(|report| {
            report.is_public() && (last_change(report).is_some() || !report.corrections.is_empty())
        })
}

/// The day an edition last changed, apart from its corrections.
fn last_change(report: &Report) -> Option<Date> {
    let date = report.updated.as_ref().or(report.published.as_ref());
    date.map(|date| date.value)
}

/// The feed in `language`; `None` where the site has none.
pub fn feed(context: &Context<'_>, language: &Language) -> Option<FeedView> {
    let here = Here::new(context, language, Place::Feed);
    let settings = &context.model.settings;
    let home = context
        .wording
        .address(context.model, &Place::Home, language);
    let mut entries = Vec::new();
    let reports = context.model.reports.iter().enumerate();
    for (at, report) in reports.filter(|(_, report)| report.is_public()) {
        let address = context
            .wording
            .address(context.model, &Place::Report(at), language);
        let url = here.url(&address)?;
        entries.extend(edition(&here, report, &url));
        corrections(&here, at, &url, &mut entries);
    }
    entries.sort_by(|(a, one), (b, other)| b.cmp(a).then_with(|| one.id.cmp(&other.id)));
    let (latest, _) = entries.first()?;
    Some(FeedView {
        lang: language.to_string(),
        id: here.url(&here.address)?,
        title: here.text(&settings.title),
        subtitle: settings.summary.as_ref().map(|text| here.plain_text(text)),
        updated: moment(*latest),
        home: here.url(&home)?,
        author: here.text(&settings.organisation),
        entries: entries.into_iter().map(|(_, entry)| entry).collect(),
    })
}

fn edition(here: &Here<'_>, report: &Report, url: &str) -> Option<(Date, EntryView)> {
    let updated = last_change(report)?;
    let summary = report.common.summary.as_ref();
    let entry = EntryView {
        id: url.to_owned(),
        title: here.text(&report.title),
        href: url.to_owned(),
        updated: moment(updated),
        published: report.published.as_ref().map(|date| moment(date.value)),
        summary: Some(summary.map_or_else(
            || own(format!("{}, {}", stage(here, report), period(here, report))),
            |text| here.plain_text(text),
        )),
    };
    Some((updated, entry))
}

/// The corrections of an edition. Those of one day are numbered as they are written.
fn corrections(here: &Here<'_>, at: usize, url: &str, entries: &mut Vec<(Date, EntryView)>) {
    let report = &here.context.model.reports[at];
    let title = report_link(here, at).text;
    for (index, found) in report.corrections.iter().enumerate() {
        let date = found.date.value;
        let same = |other: &&Correction| other.date.value == date;
        let number = report.corrections[..=index].iter().filter(same).count();
        let entry = EntryView {
            id: format!("{url}#correction-{date}-{number}"),
            title: TextView {
                text: here.phrase("feed-correction", &[("report", title.text.as_str().into())]),
                lang: title.lang.clone(),
            },
            href: format!("{url}#corrections"),
            updated: moment(date),
            published: Some(moment(date)),
            summary: Some(told(here, at, found)),
        };
        entries.push((date, entry));
    }
}

/// A correction in plain words. A feed can only name one language for them: that of the reason, which
/// is most of them.
fn told(here: &Here<'_>, at: usize, found: &Correction) -> TextView {
    let view = correction(here, at, found);
    let mut parts = Vec::new();
    // A title begins as its writer has it, and a sentence with a capital.
    let begins = view.about.is_none();
    if let Some(about) = view.about {
        parts.push(format!("{}:", about.text.text));
    }
    if view.withdrawn {
        parts.push(here.word("figure-withdrawn"));
    } else if view.was.is_some() || view.now.is_some() {
        let shown = |figure: Option<String>| figure.unwrap_or_else(|| here.word("not-supplied"));
        parts.push(format!(
            "{} {}, {} {}.",
            here.word("was"),
            shown(view.was),
            here.word("now"),
            shown(view.now)
        ));
    }
    let reason = here.plain_text(&found.reason);
    parts.push(reason.text);
    let told = parts.join(" ");
    TextView {
        text: if begins { capitalised(&told) } else { told },
        lang: reason.lang,
    }
}

/// A day as feeds write moments.
fn moment(date: Date) -> String {
    format!("{date}T00:00:00Z")
}
