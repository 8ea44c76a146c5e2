//! What a sealed report said stays said, until a correction says what it was, what it is and why.

mod corrected;
mod record;
mod untold;

pub use record::{Said, record};

pub(super) use corrected::{about, is_bare};
pub(super) use record::{as_content, now, said, same, was};
pub(super) use untold::Untold;

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    check::{
        Rule, Subject,
        sealed::{
            corrected::Corrected,
            record::{CORRECTION, PAGE, REPORT, mapped},
            untold::is_page,
        },
    },
    model::{Model, Report},
    reference::renamed,
    text::{Code, Diagnostic, Diagnostics, Span},
    wording::Address,
};

/// The figures, judgements, shown ratings and addresses of a report with a `sealed.yaml` are those
/// that it was sealed with. Source: docs/authoring.md, "The published record".
pub const RULE: Rule = Rule {
    codes: &[Code::SealedChanged, Code::SealedMoved],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let reports = model.reports.iter().enumerate();
    let sealed: Vec<_> = reports
        .filter(|(_, report)| !report.sealed.is_empty())
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
        let renamed = renamed(model, at);
        let corrected = Corrected::of(subject, at, &now, &renamed);
        let gone = figures(report, &now, &renamed, &corrected, &untold, diagnostics);
        // What was taken out is said already.
        let excused = |of: &str| gone.contains(of);
        // Files bear the name of the report's folder and of what they show, and no alias leads on from
        // one: those of what is renamed or put right go with its pages.
        let folder = format!("/{}/", report.id);
        let file = |address: &str, of: &str| {
            address.contains(&folder) && !renamed.contains_key(of) && !corrected.speak_of(of)
        };
        let sealed = report.sealed.iter();
        let sealed = sealed.filter_map(|(name, text)| Some((name.strip_prefix(PAGE)?, text)));
        for (address, text) in sealed {
            let of = text.value.split_once(' ').map_or("", |(_, of)| of);
            let stands = now.contains_key(&format!("{PAGE}{address}"));
            let led_on = aliases.contains(&Address::new(address));
            let wanted =
                !stands && !led_on && !excused(of) && (is_page(address) || file(address, of));
            if wanted && !untold.page(address, &mapped(of, &renamed)) {
                diagnostics.push(moved(address, text.span));
            }
        }
    }
}

/// Holds what a report says `now` against what it was sealed with; answers the names of what is not in
/// it any more.
fn figures(
    report: &Report,
    now: &BTreeMap<String, Said>,
    renamed: &BTreeMap<String, String>,
    corrected: &Corrected<'_>,
    untold: &Untold<'_, '_>,
    diagnostics: &mut Diagnostics,
) -> BTreeSet<String> {
    let wholes: BTreeSet<_> = now.keys().map(|name| whole(name)).collect();
    let mut gone = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for (name, before) in &report.sealed {
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
                diagnostics.push(vanished(report, whole, before.span));
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
        diagnostics
            .push(changed(report, &name, &before.value, &said).label(before.span, "as sealed"));
    }
    let new = now.iter().filter(|(name, _)| {
        let address = name.starts_with(PAGE) || name.starts_with(CORRECTION);
        // An older lock file does not have it.
        let own = whole(name) == REPORT;
        !address && !own && !seen.contains(*name) && !untold.hides(name)
    });
    let mut told = BTreeSet::new();
    for (name, said) in new {
        let whole = whole(name);
        if !seen.contains(whole) {
            if !corrected.speak_of(whole) && told.insert(whole) {
                diagnostics.push(added(whole, said.span));
            }
        } else if is_a_list(name) && !corrected.accept(name, "blank", &said.text) {
            diagnostics.push(changed(report, name, "blank", said));
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

/// Whether a name is one of several of a kind, of which there may be any number.
fn is_a_list(name: &str) -> bool {
    let field = name.split_once('.').map_or("", |(_, field)| field);
    field.contains(':') || field == "rank" || field.ends_with("-fraction")
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

fn changed(report: &Report, name: &str, before: &str, said: &Said) -> Diagnostic {
    let now = &said.text;
    let message = format!("`{name}` was sealed as `{before}`, but is `{now}`");
    let (whole, field) = name.split_once('.').unwrap_or((name, ""));
    let about = match whole {
        REPORT => format!("report:{}", report.id),
        whole => whole.to_owned(),
    };
    let help = match field {
        "" if name.starts_with(CORRECTION) => {
            "a correction stays as it was made: put it back, and add another one".to_owned()
        }
        "period" => format!(
            "put the period back, and give figures for another one under another report than that of `{whole}`"
        ),
        "" | "actual" | "target" | "intervention" | "previous" => {
            let (was, now) = (as_content(before), as_content(now));
            let back = if was.is_empty() {
                "leave it blank again".to_owned()
            } else {
                format!("put `{was}` back")
            };
            format!(
                "{back}; or if it was wrong, say so in `corrections:` of report.md: \
                 `{{date: …, about: \"{name}\", was: {was}, now: {now}, reason: …}}`"
            )
        }
        _ => format!(
            "this does not change by itself: put back what it follows from, or say in `corrections:` of \
             report.md what was put right; for what is no figure of its own, \
             `{{date: …, about: \"{about}\", reason: …}}`"
        ),
    };
    Diagnostic::new(Code::SealedChanged, said.span, message).help(help)
}

fn vanished(report: &Report, name: &str, span: Span) -> Diagnostic {
    let message = format!("`{name}` was sealed, but is not in the report any more");
    let back = "put it back: what was published stays in its report";
    let help = match earlier_address(report, name) {
        Some(alias) => {
            format!("{back}; or where it has another name now, add `aliases: [{alias}]` to it")
        }
        None => back.to_owned(),
    };
    Diagnostic::new(Code::SealedChanged, span, message).help(help)
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

fn moved(address: &str, span: Span) -> Diagnostic {
    let message = format!("nothing stands at the sealed address `{address}` any more");
    let alias = address.strip_suffix("/index.html").unwrap_or(address);
    Diagnostic::new(Code::SealedMoved, span, message).help(format!(
        "add `aliases: [{alias}]` to what stood there, so that readers who come to it are led on"
    ))
}

/// Every earlier address that the content names.
fn aliases(model: &Model) -> impl Iterator<Item = Address> + '_ {
    let all = model.items().flat_map(|item| &item.common.aliases);
    all.map(|alias| Address::of_alias(&alias.value))
}
