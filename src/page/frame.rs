//! What every page has around its own content.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

use crate::{
    model::{Language, Report, Status, Text},
    page::{
        Context,
        description::shortened,
        here::{Here, own},
        places::shows_draft,
        report_lists::report_link,
        shared::section,
        view::{DatedView, HtmlView, LinkView, StepView, TextView},
    },
    text::unmarked,
    wording::Place,
};

/// What is encoded in an e-mail address within a link.
const IN_MAILBOX: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'@')
    .remove(b'.')
    .remove(b'-')
    .remove(b'_')
    .remove(b'+');

/// The most letters of a description: what search engines and cards show of it.
const MOST_DESCRIPTION: usize = 160;

/// What every page has around its own content.
#[derive(Clone, Debug, Serialize)]
pub struct FrameView {
    /// The page's language.
    pub lang: String,
    /// The way to the output folder.
    pub root: String,
    /// What kind of page it is.
    pub kind: &'static str,
    /// The entry of the menu that it belongs to.
    pub section: Option<String>,
    /// The title for windows and search engines.
    pub title: String,
    /// What it says in a sentence or two, for search engines and cards.
    pub description: Option<String>,
    /// The address in full.
    pub canonical: Option<String>,
    /// The address in full of the page in the site's first language, where there are several.
    pub default_url: Option<String>,
    /// The same page in every language of the site.
    pub languages: Vec<LanguageView>,
    /// The way here from the home page.
    pub breadcrumbs: Vec<StepView>,
    /// Whether anything on it is a draft.
    pub draft: bool,
    /// What to say of that.
    pub draft_text: Option<String>,
    /// That a later edition has replaced it.
    pub superseded: Option<SupersededView>,
    /// What every page of the site says.
    pub notice: Option<HtmlView>,
    /// Whether search engines are to pass it over.
    pub noindex: bool,
    /// When it was published, updated and will be updated next.
    pub dates: Vec<DatedView>,
    /// How to report a problem.
    pub problem: ProblemView,
    /// The page before it in reading order.
    pub previous: Option<LinkView>,
    /// The page after it.
    pub next: Option<LinkView>,
    /// Its heading.
    pub h1: TextView,
}

/// The page in one language.
#[derive(Clone, Debug, Serialize)]
pub struct LanguageView {
    /// The language's tag.
    pub lang: String,
    /// The language's own name.
    pub name: String,
    /// Where the page is in that language.
    pub href: String,
    /// Whether it is this page's own.
    pub current: bool,
    /// The address in full.
    pub url: Option<String>,
}

/// A later edition that has replaced this one.
#[derive(Clone, Debug, Serialize)]
pub struct SupersededView {
    /// That it was replaced.
    pub text: String,
    /// Where the later one is.
    pub href: String,
    /// The text of that link.
    pub link: String,
}

/// How to report a problem with a page, or ask for it in another format.
#[derive(Clone, Debug, Serialize)]
pub struct ProblemView {
    /// An e-mail that already names the page and its language. That of the page for what is not found
    /// ends where the address is to follow.
    pub mailto: Option<String>,
    /// The page's address as it is shown; none where only the reader's browser knows it.
    pub address: Option<String>,
    /// What to do.
    pub text: String,
}

/// What a page says of itself for its frame.
pub(super) struct Head<'a> {
    /// Its heading.
    pub h1: TextView,
    /// The title in windows in place of the heading, where that would not say enough.
    pub title: Option<String>,
    /// Its heading in brief, for the way here.
    pub short: Option<&'a Text>,
    /// Its summary.
    pub summary: Option<&'a Text>,
    /// The pages above it, the home page left out.
    pub above: Vec<(Place, TextView)>,
    /// The report that it is a page of.
    pub report: Option<usize>,
    /// What it says in a sentence or two, where it has no summary.
    pub description: Option<String>,
    /// The page before it.
    pub previous: Option<LinkView>,
    /// The page after it.
    pub next: Option<LinkView>,
}

impl Head<'_> {
    /// A page that says no more than its heading.
    pub fn new(h1: TextView) -> Self {
        Self {
            h1,
            title: None,
            short: None,
            summary: None,
            above: Vec::new(),
            report: None,
            description: None,
            previous: None,
            next: None,
        }
    }
}

/// The frame of a page.
pub(super) fn frame(here: &Here<'_>, head: Head<'_>) -> FrameView {
    let context = here.context;
    let settings = &context.model.settings;
    let report = head.report.map(|at| &context.model.reports[at]);
    let draft = shows_draft(&context, &here.place);
    let is_page = here.place != Place::NotFound;
    // What is printed repeats what other pages say.
    let is_found = is_page && !matches!(here.place, Place::Print(_));
    // Pages of one kind say much the same in each edition, so their descriptions name it.
    let is_part_of_edition = !matches!(here.place, Place::Report(_) | Place::Print(_));
    let title = head.title.unwrap_or_else(|| head.h1.text.clone());
    let site = here.text(&settings.title).text;
    let title = match here.place {
        Place::Home => {
            let organisation = here.text(&settings.organisation).text;
            let places = [("page", title.into()), ("site", organisation.into())];
            here.phrase("page-title", &places)
        }
        _ => here.phrase(
            "page-title",
            &[("page", title.into()), ("site", site.into())],
        ),
    };
    FrameView {
        lang: here.language.to_string(),
        root: here.root(),
        kind: kind(&here.place),
        section: section(&context, &here.place),
        title: if draft {
            here.phrase("page-title-draft", &[("title", title.as_str().into())])
        } else {
            title.clone()
        },
        description: head
            .summary
            .map(|summary| here.plain(summary))
            .or(head.description)
            .map(|text| match head.report.filter(|_| is_part_of_edition) {
                Some(at) => format!("{}: {text}", report_link(here, at).text.marked()),
                None => text,
            })
            .map(|text| shortened(&text, MOST_DESCRIPTION))
            .filter(|text| !text.is_empty())
            .or_else(|| is_page.then_some(title)),
        canonical: canonical(here).filter(|_| is_page),
        default_url: default_url(here).filter(|_| is_found),
        languages: languages(here, is_found),
        breadcrumbs: breadcrumbs(here, head.above, head.short, &head.h1),
        draft,
        draft_text: draft.then(|| draft_text(here, report)),
        superseded: report
            .filter(|report| report.status.value == Status::Superseded)
            .map(|_| superseded(here)),
        notice: settings.notice.as_ref().map(|text| here.line(text)),
        noindex: draft || !is_page,
        dates: report.map_or_else(Vec::new, |report| dates(here, report)),
        problem: problem(here),
        previous: head.previous,
        next: head.next,
        h1: head.h1,
    }
}

/// What a page says of itself that shows anything not yet published.
fn draft_text(here: &Here<'_>, report: Option<&Report>) -> String {
    match report.filter(|report| !report.is_public()) {
        None => here.word("draft-part"),
        Some(report) => match &report.embargo {
            Some(moment) if !report.is_draft() => {
                let places = [
                    ("date", here.date(moment.value.date()).text.into()),
                    ("time", moment.value.strftime("%H:%M").to_string().into()),
                ];
                here.phrase("embargo-report", &places)
            }
            _ => here.word("draft-report"),
        },
    }
}

/// When a report was published, updated and will be updated next, as far as it says.
pub(super) fn dates(here: &Here<'_>, report: &Report) -> Vec<DatedView> {
    let dates = [
        ("date-published", &report.published),
        ("date-updated", &report.updated),
        ("date-next-update", &report.next_update),
    ];
    let given = dates.into_iter().filter_map(|(label, date)| {
        Some(DatedView {
            label: here.word(label),
            date: here.date(date.as_ref()?.value),
        })
    });
    given.collect()
}

fn kind(place: &Place) -> &'static str {
    match place {
        Place::Home => "home",
        Place::Report(_) => "report",
        Place::Objective(..) => "objective",
        Place::ReportMeasures(_) => "report-measures",
        Place::ReportActions(_) => "report-actions",
        Place::ReportExceptions(_) => "exceptions",
        Place::Print(_) => "print",
        Place::Measures => "measure-index",
        Place::Measure(_) => "measure",
        Place::Frameworks | Place::AllGuidance => "standing",
        Place::Framework(_) => "framework",
        Place::Item(..) => "item",
        Place::Guidance(_) => "guidance",
        Place::Chapter(..) => "chapter",
        Place::Duties(_) => "duties",
        Place::Thread | Place::ReportThread(_) => "golden-thread",
        Place::NotFound => "not-found",
        Place::Page(_)
        | Place::Chart(..)
        | Place::SeriesChart(_)
        | Place::MeasuresCsv(_)
        | Place::ActionsCsv(_)
        | Place::SiteJson
        | Place::Feed => "page",
    }
}

/// The address in full that stands for the page.
fn canonical(here: &Here<'_>) -> Option<String> {
    let Place::Print(at) = here.place else {
        return here.url(&here.address);
    };
    let context = here.context;
    let report = Place::Report(at);
    let address = context
        .wording
        .address(context.model, &report, here.language);
    here.url(&address)
}

/// Where readers go whose language the site does not have.
fn default_url(here: &Here<'_>) -> Option<String> {
    let context = here.context;
    let settings = &context.model.settings;
    let first = settings.first_language();
    let address = context.wording.address(context.model, &here.place, first);
    here.url(&address).filter(|_| settings.languages.len() > 1)
}

fn languages(here: &Here<'_>, is_found: bool) -> Vec<LanguageView> {
    let context = here.context;
    let view = |language: &Language| {
        let address = context
            .wording
            .address(context.model, &here.place, language);
        LanguageView {
            lang: language.to_string(),
            name: language_name(here, "language", language),
            href: here.href_in(&here.place, language),
            current: language == here.language,
            url: here.url(&address).filter(|_| is_found),
        }
    };
    context.model.languages().iter().map(view).collect()
}

/// A language's name: under `language-` its own, under `language-name-` that in the page's
/// language. Its tag, where the strings do not have it.
pub(super) fn language_name(here: &Here<'_>, prefix: &str, language: &Language) -> String {
    let key = format!("{prefix}-{language}");
    if here.lexicon.has(&key) {
        // The own name is in its own language, whichever strings it stands in.
        match prefix {
            "language" => unmarked(&here.word(&key)).into_owned(),
            _ => here.word(&key),
        }
    } else {
        language.to_string()
    }
}

fn breadcrumbs(
    here: &Here<'_>,
    above: Vec<(Place, TextView)>,
    short: Option<&Text>,
    h1: &TextView,
) -> Vec<StepView> {
    if here.place == Place::Home {
        return Vec::new();
    }
    let home = (Place::Home, own(here.word("home")));
    let above = std::iter::once(home)
        .chain(above)
        .map(|(place, text)| StepView {
            text,
            href: Some(here.href(&place)),
        });
    let this = StepView {
        text: here.maybe(short).unwrap_or_else(|| h1.clone()),
        href: None,
    };
    above.chain([this]).collect()
}

/// The same page in the edition that stands in the place of this one; else that edition. Where none
/// does, what took its place is not on this site, and nothing is said of a later edition.
fn superseded(here: &Here<'_>) -> SupersededView {
    let context = here.context;
    let model = context.model;
    let newer = here
        .place
        .report()
        .and_then(|from| successor(&context, from));
    let place = match (newer, &here.place) {
        (None, _) => Place::Home,
        (Some(to), Place::Objective(from, at)) => {
            let id = &model.reports[*from].objectives[*at].id;
            let mut objectives = model.reports[to].objectives.iter();
            let same = objectives.position(|other| other.id == *id);
            same.map_or(Place::Report(to), |same| Place::Objective(to, same))
        }
        (Some(to), Place::ReportMeasures(_)) => Place::ReportMeasures(to),
        (Some(to), Place::ReportActions(_)) => Place::ReportActions(to),
        (Some(to), Place::ReportExceptions(_)) => Place::ReportExceptions(to),
        (Some(to), Place::Print(_)) => Place::Print(to),
        (Some(to), Place::ReportThread(_)) => Place::ReportThread(to),
        (Some(to), _) => Place::Report(to),
    };
    let (text, link) = match newer {
        Some(_) => ("superseded-text", "superseded-link"),
        None => ("superseded-alone", "superseded-link-home"),
    };
    SupersededView {
        text: here.word(text),
        href: here.href(&place),
        link: here.word(link),
    }
}

/// The edition that stands in the place of another: the latest of the same period, else the next one.
fn successor(context: &Context<'_>, from: usize) -> Option<usize> {
    let reports = &context.model.reports;
    let order = context.facts.editions.earliest_first();
    let later = order.skip_while(|at| *at != from).skip(1);
    let live = |at: &usize| {
        let report = &reports[*at];
        report.is_public() && report.status.value != Status::Superseded
    };
    let later: Vec<_> = later.filter(live).collect();
    let period = reports[from].period.value;
    let mut same = later.iter().rev();
    let same = same.find(|at| reports[**at].period.value == period);
    same.or(later.first()).copied()
}

fn problem(here: &Here<'_>) -> ProblemView {
    let contact = &here.context.model.settings.contact;
    // The page for what is not found stands at whatever address was asked for.
    let found = here.place != Place::NotFound;
    let address = found.then(|| own_address(here));
    let email = contact.email.as_ref().map(|email| here.text(email).text);
    let mailto = email.map(|email| mailto(here, &email, address.as_deref()));
    let reachable = contact.email.is_some() || contact.phone.is_some() || contact.address.is_some();
    let text = here.word(match (found, reachable) {
        (true, true) => "problem-text",
        (true, false) => "problem-text-no-contact",
        (false, true) => "problem-text-not-found",
        (false, false) => "problem-text-not-found-no-contact",
    });
    ProblemView {
        mailto,
        address,
        text,
    }
}

/// The page's address for people to read.
fn own_address(here: &Here<'_>) -> String {
    // Without an address of its own the site can only say where in it the page stands.
    here.url(&here.address).unwrap_or_else(|| {
        let path = here.address.as_str();
        format!("/{}", path.strip_suffix("index.html").unwrap_or(path))
    })
}

/// An e-mail to `email` about the page at `address`, or about an address that was not found.
fn mailto(here: &Here<'_>, email: &str, address: Option<&str>) -> String {
    let (subject, body) = match address {
        Some(_) => ("problem-subject", "problem-body"),
        None => ("problem-subject-not-found", "problem-body-not-found"),
    };
    let places = [
        ("address", address.unwrap_or_default().into()),
        (
            "language",
            language_name(here, "language", here.language).into(),
        ),
    ];
    let plain = |key| unmarked(&here.phrase(key, &places)).into_owned();
    // Mail programs read line ends as the standard for messages writes them.
    let body = plain(body).replace('\n', "\r\n");
    let encode = |text: &str| utf8_percent_encode(text, NON_ALPHANUMERIC).to_string();
    let email = utf8_percent_encode(email.trim(), IN_MAILBOX);
    let subject = encode(&plain(subject));
    format!("mailto:{email}?subject={subject}&body={}", encode(&body))
}
