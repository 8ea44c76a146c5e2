//! What a correction says that stands now does, and corrections do not contradict themselves.

use std::collections::BTreeMap;

use crate::{
    check::{
        Check, Rule, Subject,
        sealed::{Untold, about, as_content, given_of, is_bare, now, said, same, was},
    },
    model::{Correction, Figure, Judgement},
    text::{Code, Diagnostic, Diagnostics, Span},
};

/// The last correction of a figure or judgement of a report gives as `now` what the report says. One
/// that is about a measure as a whole is about its actual. Each one changes something, and goes on from
/// the one before it. Source: docs/format.md, "Reports".
pub const RULE: Rule = Rule {
    codes: &[Code::CorrectionContradicted],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    for (at, report) in subject.model.reports.iter().enumerate() {
        if report.corrections.is_empty() {
            continue;
        }
        for correction in report.corrections.iter().filter(|it| !it.withdraws()) {
            diagnostics.extend(changes_nothing(correction));
        }
        let untold = Untold::of(subject, at);
        if untold.all() {
            continue;
        }
        let mut by_name: BTreeMap<String, Vec<&Correction>> = BTreeMap::new();
        for correction in report.corrections.iter().filter(|it| !is_bare(it)) {
            let Some(about) = about(subject, at, correction) else {
                continue;
            };
            let name = given_of(&about).into_owned();
            by_name.entry(name).or_default().push(correction);
        }
        let said = said(subject, at);
        for (name, corrections) in by_name {
            for pair in in_order(&corrections).windows(2) {
                diagnostics.extend(leaps(&name, pair[0], pair[1]));
            }
            let (Some(last), Some(stands)) = (last(&corrections), said.get(&name)) else {
                continue;
            };
            if untold.hides(&name) {
                continue;
            }
            let (now, stands_at) = (now(last), stands.span);
            if agrees(&now, &stands.text) {
                continue;
            }
            let span = place(last, last.now.as_ref());
            let message = format!(
                "the correction says that `{name}` is `{now}`, but it is `{}`",
                stands.text
            );
            let content = as_content(&now);
            let there = if content.is_empty() {
                "leave it blank there".to_owned()
            } else {
                format!("put `{content}` there")
            };
            diagnostics.push(
                Diagnostic::new(Code::CorrectionContradicted, span, message)
                    .label(stands_at, "as it stands")
                    .help(format!(
                        "{there}, or add another correction that goes on from it"
                    )),
            );
        }
    }
}

/// Says so where a correction leaves what it is about as it was, or makes a figure of a judgement or a
/// judgement of a figure.
fn changes_nothing(correction: &Correction) -> Option<Diagnostic> {
    let (was, now) = (was(correction), now(correction));
    let (message, help) = match (kind(&was_of(correction))?, kind(&now_of(correction))?) {
        (Kind::Figure, Kind::Judgement) => (
            format!("the correction makes the judgement `{now}` of the figure `{was}`"),
            "give two figures, or two words for judgements",
        ),
        (Kind::Judgement, Kind::Figure) => (
            format!("the correction makes the figure `{now}` of the judgement `{was}`"),
            "give two figures, or two words for judgements",
        ),
        _ if same(&was, &now) => (
            format!("the correction says that it was `{was}`, and is `{now}` now"),
            "give what was published as `was`, or take both out where no figure and no judgement \
             was put right",
        ),
        _ => return None,
    };
    let span = place(correction, correction.now.as_ref());
    Some(Diagnostic::new(Code::CorrectionContradicted, span, message).help(help))
}

/// Says so where a correction of what `name` names does not go on from the one before it.
fn leaps(name: &str, before: &Correction, next: &Correction) -> Option<Diagnostic> {
    let alike = kind(&now_of(before))? == kind(&was_of(next))?;
    let (left, was) = (now(before), was(next));
    if !alike || goes_on(next, before) {
        return None;
    }
    let message = format!(
        "the correction says that `{name}` was `{was}`, but the one before it left it at `{left}`"
    );
    let span = place(next, next.was.as_ref());
    let wrong = Diagnostic::new(Code::CorrectionContradicted, span, message);
    let wrong = wrong.label(place(before, before.now.as_ref()), "the one before");
    let content = as_content(&left);
    Some(wrong.help(format!(
        "write `was: {content}`, or add the correction between the two"
    )))
}

/// What a correction gives as `was` or as `now`.
type Given<'a> = (Option<&'a Figure>, Option<Judgement>);

fn was_of(correction: &Correction) -> Given<'_> {
    (correction.was.as_ref(), correction.was_judged)
}

fn now_of(correction: &Correction) -> Given<'_> {
    (correction.now.as_ref(), correction.now_judged)
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Figure,
    Judgement,
}

/// Which of the two is given; `None` where nothing is, or what is could not be read.
fn kind((figure, judgement): &Given<'_>) -> Option<Kind> {
    let figure = figure.map(|_| Kind::Figure);
    figure.or(judgement.map(|_| Kind::Judgement))
}

/// Where a message about what a correction says belongs: at the figure, else at what it is about.
fn place(correction: &Correction, figure: Option<&Figure>) -> Span {
    let figure = figure.map(|figure| figure.span);
    let named = correction.about.as_ref().map(|about| about.span);
    figure.or(named).unwrap_or(correction.date.span)
}

/// Whether a correction takes what it is about from where the one before it left that.
fn goes_on(next: &Correction, before: &Correction) -> bool {
    next.withdraws() || agrees(&was(next), &now(before))
}

/// Whether what a correction says is what stands; it need not repeat the symbols beside a figure.
fn agrees(says: &str, stands: &str) -> bool {
    let bare = stands.split(" [").next().unwrap_or_default();
    same(says, stands) || same(says, bare)
}

/// Corrections of one figure in the order of their days; those of one day in the order in which one
/// goes on from the other, else as written.
fn in_order<'a>(corrections: &[&'a Correction]) -> Vec<&'a Correction> {
    let mut open = corrections.to_vec();
    open.sort_by_key(|correction| correction.date.value);
    let mut ordered: Vec<&Correction> = Vec::new();
    while let Some(first) = open.first() {
        let day = first.date.value;
        let of_day = open.iter().take_while(|other| other.date.value == day);
        let of_day: Vec<_> = of_day.copied().collect();
        let follows = |next: &Correction| match ordered.last() {
            Some(last) => goes_on(next, last),
            // The first of all goes on from no other.
            None => !of_day
                .iter()
                .any(|other| !std::ptr::eq(*other, next) && goes_on(next, other)),
        };
        let next = of_day.iter().position(|next| follows(next));
        ordered.push(open.remove(next.unwrap_or(0)));
    }
    ordered
}

/// The last of several corrections of one figure: of those of one day the one that no other goes on
/// from, and of several such the last written.
fn last<'a>(corrections: &[&'a Correction]) -> Option<&'a Correction> {
    let day = corrections.iter().map(|it| it.date.value).max()?;
    let of_day: Vec<_> = corrections
        .iter()
        .filter(|correction| correction.date.value == day)
        .collect();
    let is_followed = |from: &Correction| {
        let mut others = of_day.iter();
        others.any(|other| !std::ptr::eq(**other, from) && goes_on(other, from))
    };
    let ends = of_day
        .iter()
        .rev()
        .find(|correction| !is_followed(correction));
    ends.or(of_day.last()).map(|correction| **correction)
}
