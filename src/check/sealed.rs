//! What a sealed report said stays said, until a correction says what it was, what it is and why.

mod corrected;
mod folder;
mod record;
mod stood;
mod untold;

pub use record::{Said, record};
pub use stood::Stood;

pub(super) use corrected::{about, given_of, is_bare};

pub(super) use record::{as_content, now, said, same, was};
pub(super) use untold::Untold;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    check::{
        Check, MeasureOf, Rule, Subject,
        sealed::{
            corrected::{Corrected, follows_from_figures, is_figure, is_told_in_words},
            folder::{Former, Missing},
            record::{AIMS, BEFORE, CORRECTION, LEVEL, NOTHING, PAGE, REPORT, STAGE, mapped},
            untold::is_page,
        },
    },
    model::{Model, Report},
    reference::renamed,
    text::{Code, Diagnostic, Diagnostics, Span, Spanned},
    wording::Address,
};

/// The figures, judgements, shown ratings and addresses of a report with a `sealed.yaml` are those
/// that it was sealed with. Source: docs/authoring.md, "The published record".
pub const RULE: Rule = Rule {
    codes: &[Code::SealedChanged, Code::SealedMoved],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let reports = model.reports.iter().enumerate();
    let sealed: Vec<_> = reports
        .filter(|(at, report)| !report.sealed.is_empty() && !subject.standing.contains(at))
        .collect();
    if sealed.is_empty() {
        return;
    }
    let aliases: BTreeSet<_> = aliases(model).collect();
    for (at, report) in sealed {
        let untold = Untold::of(subject, at);
        if untold.all() {
            continue;
        }
        let now = record(subject, at);
        if stands(report, &now) {
            continue;
        }
        let renamed = renamed(model, at);
        let corrected = Corrected::of(subject, at, &now, &renamed);
        let held = (&now, &renamed, &corrected, &untold);
        let gone = figures(subject, at, held, diagnostics);
        let former = Former::of(subject, at, &now);
        let mut with_folder = Vec::new();
        let left = report.sealed.iter();
        let left = left.filter(|(name, _)| !now.contains_key(&***name));
        let left = left.filter_map(|(name, text)| Some((name.strip_prefix(PAGE)?, text)));
        for (address, text) in left {
            let of = text.value.split_once(' ').map_or("", |(_, of)| of);
            // What was taken out is said already.
            if gone.contains(of) {
                continue;
            }
            let of = mapped(of, &renamed);
            let led_on = if is_page(address) {
                aliases.contains(&Address::new(address))
            } else {
                // No alias leads on from a file, whose readers a correction tells.
                corrected.speak_of(&of) || corrected.speak_of(REPORT)
            };
            if led_on || untold.page(address, &of) {
                continue;
            }
            let span = text.span;
            if former.as_ref().is_some_and(|it| it.accounts_for(address)) {
                with_folder.push(Missing { address, of, span });
            } else {
                diagnostics.push(moved(report, address, &of, span));
            }
        }
        diagnostics.extend(former.and_then(|former| former.away(&with_folder)));
    }
}

/// The path of the lock file of a report, where it has one.
pub(super) fn lock_of(model: &Model, report: &Report) -> String {
    let own = model.sources.get(report.span.source).path();
    let folder = own.strip_suffix("report.md").unwrap_or(own);
    format!("{folder}sealed.yaml")
}

/// Whether a report says `now` word for word what it was sealed with, as most do at most times.
fn stands(report: &Report, now: &BTreeMap<String, Said>) -> bool {
    let sealed = report.sealed.iter();
    let sealed = sealed.map(|(name, text)| (&**name, &*text.value));
    sealed.eq(now.iter().map(|(name, said)| (&**name, &*said.text)))
}

/// What a report is held to: what it says now, by which names, after which corrections and as far as it
/// could be read.
type Held<'h> = (
    &'h BTreeMap<String, Said>,
    &'h BTreeMap<String, String>,
    &'h Corrected<'h, 'h>,
    &'h Untold<'h, 'h>,
);

/// Holds what a report says `now` against what it was sealed with; answers the names of what is not in
/// it any more.
fn figures(
    subject: &Subject<'_>,
    at: usize,
    (now, renamed, corrected, untold): Held<'_>,
    diagnostics: &mut Diagnostics,
) -> BTreeSet<String> {
    let report = &subject.model.reports[at];
    let sealed = report.sealed.iter();
    let changed_figures = sealed.filter(|(name, before)| {
        let said = now.get(&mapped(name, renamed));
        is_figure(name) && !same(&before.value, said.map_or("blank", |said| &said.text))
    });
    let changed_figures: BTreeSet<_> = changed_figures
        .map(|(name, _)| mapped(name, renamed))
        .collect();
    let wholes: BTreeSet<_> = now.keys().map(|name| whole(name)).collect();
    let mut gone = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for (name, before) in report.sealed.iter() {
        if name.starts_with(PAGE) {
            continue;
        }
        let name = mapped(name, renamed);
        let whole = whole(&name);
        seen.insert(name.clone());
        seen.insert(whole.to_owned());
        if !wholes.contains(whole) {
            // A measure is said once, not once for each of its figures.
            if gone.insert(whole.to_owned()) && !untold.missing(whole) {
                diagnostics.push(vanished(report, whole, before));
            }
            continue;
        }
        if untold.hides(&name) {
            continue;
        }
        let nothing = || Said {
            text: "blank".to_owned(),
            span: before.span,
        };
        let said = now.get(&name).cloned().unwrap_or_else(nothing);
        if same(&before.value, &said.text) || corrected.accept(&name, &before.value, &said.text) {
            continue;
        }
        let cause = cause(subject, at, &name, &changed_figures);
        let both = (&*before.value, &said);
        diagnostics.push(changed(subject, at, &name, both, cause).label(before.span, "as sealed"));
    }
    let new = now.iter().filter(|(name, _)| {
        let address = name.starts_with(PAGE) || name.starts_with(CORRECTION);
        // An older lock file does not have it.
        let own = whole(name) == REPORT && !is_a_list(report, name);
        !address && !own && !seen.contains(*name) && !untold.hides(name)
    });
    let mut told = BTreeSet::new();
    for (name, said) in new {
        let whole = whole(name);
        if !seen.contains(whole) {
            if !corrected.speak_of(whole) && told.insert(whole) {
                diagnostics.push(added(whole, said.span));
            }
        } else if is_a_list(report, name) && !corrected.accept(name, "blank", &said.text) {
            let cause = cause(subject, at, name, &changed_figures);
            diagnostics.push(changed(subject, at, name, ("blank", said), cause));
        }
    }
    gone
}

/// The name of a measure, an objective or an action, of which `name` may be one of the things said.
fn whole(name: &str) -> &str {
    if name.starts_with(CORRECTION) {
        return name;
    }
    name.split('.').next().unwrap_or(name)
}

/// Whether a name is one of several of a kind, of which there may be any number, and `report` was sealed
/// when all of that kind were kept.
fn is_a_list(report: &Report, name: &str) -> bool {
    let field = name.split_once('.').map_or("", |(_, field)| field);
    let since = || {
        let mut kinds = AIMS.iter().chain([&LEVEL]);
        kinds.any(|kind| field.starts_with(kind)) && report.sealed.contains_key(STAGE)
    };
    field.contains(':') || field == "rank" || field.ends_with("-fraction") || since()
}

/// What is said of a sealed report that is not published any more.
pub fn unpublished(report: &Report) -> Diagnostic {
    let (span, why) = match &report.embargo {
        Some(embargo) if !report.is_draft() => (embargo.span, "under embargo"),
        _ => (report.status.span, "a draft"),
    };
    let message = format!("`{}` was sealed as published, but is {why}", report.id);
    Diagnostic::new(Code::SealedChanged, span, message).help(
        "what was published stays public: put it back, and say in `corrections:` what was wrong with it",
    )
}

/// What else something said of a measure follows from.
enum Cause<'a> {
    /// Another figure of the same measure, by its name, which changed as well.
    Figure(&'a str),
    /// The result of an earlier edition.
    Edition(&'a Report),
}

/// What the thing of this name of the report at `at` follows from, where it is no figure of its own.
fn cause<'a>(
    subject: &Subject<'a>,
    at: usize,
    name: &str,
    changed: &'a BTreeSet<String>,
) -> Option<Cause<'a>> {
    let (whole, field) = name.split_once('.')?;
    let id = whole.strip_prefix("measure:")?;
    let mut found = subject.measures();
    let report = &subject.model.reports[at];
    let found =
        found.find(|it| std::ptr::eq(it.report, report) && it.measure.id.value.as_str() == id)?;
    if matches!(field, "previous" | "previous-fraction")
        && let Some(edition) = compared_with(subject, at, &found)
    {
        return Some(Cause::Edition(edition));
    }
    let follows = match field {
        "rating" => found.measure.rag.is_none(),
        "polarity" => found.measure.polarity.is_none(),
        field => follows_from_figures(field),
    };
    if !follows {
        return None;
    }
    let mut changed = changed.iter();
    let figure = changed.find(|figure| figure.split('.').next() == Some(whole))?;
    Some(Cause::Figure(figure))
}

/// The edition that the previous figure of a measure of the report at `at` is from; where there is no such
/// figure any more, the one that it could only have come from.
fn compared_with<'a>(
    subject: &Subject<'a>,
    at: usize,
    found: &MeasureOf<'a>,
) -> Option<&'a Report> {
    let reports = &subject.model.reports;
    if let Some(previous) = &found.facts.previous {
        return previous.source.edition().map(|edition| &reports[edition]);
    }
    let wanted = found.facts.period.previous();
    let history = format!("measure:{}.history:{wanted}", found.measure.id.value);
    if found.measure.previous.is_some() || reports[at].sealed.contains_key(&*history) {
        return None;
    }
    let before = subject.facts.editions.before(at);
    let mut before = before.map(|before| &reports[before]);
    before.find(|before| before.is_public() && before.period.value == wanted)
}

fn changed(
    subject: &Subject<'_>,
    at: usize,
    name: &str,
    (before, said): (&str, &Said),
    cause: Option<Cause<'_>>,
) -> Diagnostic {
    let report = &subject.model.reports[at];
    let now = &said.text;
    let message = format!("`{name}` was sealed as `{before}`, but is `{now}`");
    let (whole, field) = name.split_once('.').unwrap_or((name, ""));
    let about = match whole {
        REPORT => format!("report:{}", report.id),
        whole => whole.to_owned(),
    };
    let bare = || format!("`{{date: …, about: \"{about}\", reason: …}}`");
    let correction = || {
        if !is_figure(name) && name.contains('.') {
            return bare();
        }
        // Whoever withdraws a figure does not publish it again.
        let was = if now == "[c]" { now } else { before };
        let (was, now) = (as_content(was), as_content(now));
        format!("`{{date: …, about: \"{name}\", was: {was}, now: {now}, reason: …}}`")
    };
    let help = match (field, cause) {
        _ if name.starts_with(CORRECTION) => put_back(name, before),
        ("period", _) => format!(
            "put the period back, and give figures for another one under another report than that of `{whole}`"
        ),
        (_, Some(Cause::Figure(figure))) => format!(
            "it follows from `{figure}`, which is not what was sealed either: the correction that accounts \
             for that accounts for this too"
        ),
        (_, Some(Cause::Edition(from))) => format!(
            "it is the result of the report `{}`: put that back; or if it was put right there, say so here as \
             well, in `corrections:` of `{}`: {}",
            from.id,
            subject.model.sources.get(report.span.source).path(),
            correction()
        ),
        ("" | "actual" | "target" | "intervention" | "previous", None) => {
            let was = as_content(before);
            let back = if was.is_empty() {
                "leave it blank again".to_owned()
            } else {
                format!("put `{was}` back")
            };
            let why = if now == "[c]" {
                "it is withdrawn to protect people"
            } else {
                "it was wrong"
            };
            format!(
                "{back}; or if {why}, say so in `corrections:` of report.md: {}",
                correction()
            )
        }
        ("updated", None) => format!(
            "put `{}` back, or give the day of the correction that was made",
            as_content(before)
        ),
        _ if name == BEFORE => format!(
            "what this report says of trends follows from the reports before it: give one that is new a day of \
             publication after this one; or say in `corrections:` of report.md why: \
             `{{date: …, about: \"{about}\", reason: …}}`"
        ),
        (field, None) if is_told_in_words(field) => told_in_words((before, now), &bare()),
        (_, None) => format!(
            "this does not change by itself: put back what it follows from, or say in `corrections:` of \
             report.md what was put right; for what is no figure of its own, \
             `{{date: …, about: \"{about}\", reason: …}}`"
        ),
    };
    Diagnostic::new(Code::SealedChanged, said.span, message).help(help)
}

/// What to do about a number that the reason of a `correction` tells of.
fn told_in_words((before, now): (&str, &str), correction: &str) -> String {
    let is_given = |text: &&str| !NOTHING.contains(text);
    let back = if is_given(&before) {
        format!("put `{before}` back")
    } else {
        "take it out again".to_owned()
    };
    let reason = if now == "[c]" {
        "that does not repeat what it was".to_owned()
    } else {
        let given = [before, now].into_iter().filter(is_given);
        let given = given.map(|text| format!("`{text}`"));
        format!(
            "that tells readers of {}",
            given.collect::<Vec<_>>().join(" and ")
        )
    };
    format!(
        "{back}; or if it was wrong, say so in `corrections:` of report.md: {correction}, with a reason {reason}"
    )
}

fn vanished(report: &Report, name: &str, before: &Spanned<Arc<str>>) -> Diagnostic {
    let message = format!("`{name}` was sealed, but is not in the report any more");
    let back = "put it back: what was published stays in its report";
    let help = if name.starts_with(CORRECTION) {
        put_back(name, &before.value)
    } else if let Some(alias) = earlier_address(report, name) {
        format!("{back}; or where it has another name now, add `aliases: [{alias}]` to it")
    } else {
        back.to_owned()
    };
    Diagnostic::new(Code::SealedChanged, before.span, message).help(help)
}

/// How the correction of this name, which was sealed as `before`, is put back.
fn put_back(name: &str, before: &str) -> String {
    let name = name.strip_prefix(CORRECTION).unwrap_or(name);
    let name = name.split('#').next().unwrap_or(name);
    let (date, about) = name.split_once('/').unwrap_or((name, ""));
    let (was, now) = before.split_once(", now ").unwrap_or((before, ""));
    let about = match about {
        "" => String::new(),
        about => format!("\"{about}\""),
    };
    let given = [
        ("about", about),
        ("was", as_content(was)),
        ("now", as_content(now)),
    ];
    let given = given.iter().filter(|(_, given)| !given.is_empty());
    let given = given.map(|(key, given)| format!("{key}: {given}, "));
    format!(
        "a correction stays as it was made: put back `{{date: {date}, {}reason: …}}` with the reason that \
         it gave, and add another one",
        given.collect::<String>()
    )
}

/// The alias that something of a report keeps what it was sealed with by, once it has another name: the
/// address it was sealed with in the first language, else its own name. None of what has no name.
fn earlier_address(report: &Report, name: &str) -> Option<String> {
    let (kind, id) = name.split_once(':')?;
    if !matches!(kind, "measure" | "objective" | "action") {
        return None;
    }
    let mut pages = report.sealed.iter().filter_map(|(page, text)| {
        let address = page.strip_prefix(PAGE)?.strip_suffix("/index.html")?;
        let (_, of) = text.value.split_once(' ')?;
        (of == name).then(|| address.to_owned())
    });
    let id = id.rsplit('/').next().unwrap_or(id);
    Some(
        pages
            .find(|address| address.ends_with(id))
            .unwrap_or_else(|| id.to_owned()),
    )
}

fn added(name: &str, span: Span) -> Diagnostic {
    let message = format!("`{name}` was not in the report when it was sealed");
    Diagnostic::new(Code::SealedChanged, span, message).help(format!(
        "leave it to the next report; or if it was left out by mistake, say so in `corrections:` of \
         report.md: `{{date: …, about: \"{name}\", reason: …}}`"
    ))
}

fn moved(report: &Report, address: &str, of: &str, span: Span) -> Diagnostic {
    let message = format!("nothing stands at the sealed address `{address}` any more");
    let help = if is_page(address) {
        let alias = address.strip_suffix("/index.html").unwrap_or(address);
        format!(
            "add `aliases: [{alias}]` to what stood there, so that readers who come to it are led on"
        )
    } else {
        // Files bear the names of the report's folder and of what they show.
        let own = address.contains(&format!("/{}/", report.id)) && !of.is_empty();
        let about = if own {
            of.to_owned()
        } else {
            format!("report:{}", report.id)
        };
        format!(
            "no alias leads on from a file: give `{about}` back what it is named after and made from, or say in \
             `corrections:` of report.md that it is not there any more: \
             `{{date: …, about: \"{about}\", reason: …}}`"
        )
    };
    Diagnostic::new(Code::SealedMoved, span, message).help(help)
}

/// Every earlier address that the content names.
fn aliases(model: &Model) -> impl Iterator<Item = Address> + '_ {
    let all = model.items().flat_map(|item| &item.common.aliases);
    all.map(|alias| Address::of_alias(&alias.value))
}
