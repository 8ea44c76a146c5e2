//! What a sealed report said stays said, until a correction says what it was, what it is and why.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    check::{Rule, Subject},
    facts::Facts,
    model::{Correction, Decimal, Figure, Judgement, Model},
    reference::{Origin, Spot, Target},
    text::{Code, Diagnostic, Diagnostics, Span},
    wording::{Address, Place, Wording},
};

/// The figures, judgements, shown ratings and addresses of a report with a `sealed.yaml` are those
/// that it was sealed with. Source: docs/authoring.md, "The published record".
pub const RULE: Rule = Rule {
    codes: &[Code::SealedChanged, Code::SealedMoved],
    check,
};

/// One thing that a report says, as it is kept in the lock file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words: a figure as written, a rating, a judgement, a period.
    pub text: String,
    /// Where it is said, or what says it.
    pub span: Span,
}

/// What stands under the addresses in a lock file.
const PAGE: &str = "page:";

/// What the report at `at` says, by a name such as `measure:edu003.actual`, `objective:learners` or
/// `page:2017-18/index.html`; in the order of names.
pub fn record(
    model: &Model,
    facts: &Facts,
    wording: &Wording,
    at: usize,
) -> BTreeMap<String, Said> {
    let report = &model.reports[at];
    let mut record = BTreeMap::new();
    let mut put =
        |name: String, text: String, span: Span| _ = record.insert(name, Said { text, span });
    let mut places = vec![
        Place::Report(at),
        Place::ReportMeasures(at),
        Place::ReportActions(at),
        Place::ReportExceptions(at),
        Place::Print(at),
    ];
    let worked = &facts.reports[at].objectives;
    for (place, (objective, worked)) in report.objectives.iter().zip(worked).enumerate() {
        places.push(Place::Objective(at, place));
        let name = format!("objective:{}", objective.id);
        let judgement = objective.judgement.as_ref();
        let words = judgement.map_or("not judged", |judgement| judgement.value.as_str());
        let span = judgement.map_or(objective.span, |judgement| judgement.span);
        put(name, words.to_owned(), span);
        for action in &objective.actions {
            let name = format!("action:{}/{}", objective.id, action.id.value);
            let judgement = action.rag.as_ref();
            let words = judgement.map_or("not judged", |judgement| judgement.value.as_str());
            let span = judgement.map_or(action.span, |judgement| judgement.span);
            put(name, words.to_owned(), span);
        }
        for (measure, facts) in objective.measures.iter().zip(&worked.measures) {
            let id = &measure.id.value;
            places.push(Place::Measure(id.clone()));
            let name = |field: &str| format!("measure:{id}.{field}");
            put(name("period"), facts.period.to_string(), measure.id.span);
            put(
                name("rating"),
                facts.shown.rating.as_str().to_owned(),
                measure.id.span,
            );
            for (field, figure) in [
                ("actual", &measure.actual),
                ("target", &measure.target),
                ("intervention", &measure.intervention),
                ("previous", &measure.previous),
            ] {
                let text = figure.as_ref().map_or_else(|| "blank".to_owned(), written);
                let span = figure
                    .as_ref()
                    .map_or(measure.id.span, |figure| figure.span);
                put(name(field), text, span);
            }
        }
    }
    for language in model.languages() {
        for place in &places {
            let address = wording.address(model, place, language);
            put(
                format!("{PAGE}{address}"),
                language.to_string(),
                report.span,
            );
        }
    }
    record
}

/// A figure as a lock file has it: as written, with its symbols.
fn written(figure: &Figure) -> String {
    let mut parts = Vec::new();
    if figure.value.is_some() {
        parts.push(figure.written.to_string());
    }
    if let Some(upper) = figure.upper {
        parts.push(format!("to {upper}"));
    }
    let marks = figure.marks();
    if !marks.is_empty() {
        parts.push(marks);
    }
    parts.join(" ")
}

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let reports = model.reports.iter().enumerate();
    let sealed = reports.filter(|(_, report)| !report.sealed.is_empty());
    let sealed: Vec<_> = sealed.collect();
    if sealed.is_empty() {
        return;
    }
    let aliases: BTreeSet<_> = aliases(model).collect();
    for (at, report) in sealed {
        let now = record(model, subject.facts, subject.wording, at);
        let mut gone = BTreeSet::new();
        for (name, before) in &report.sealed {
            if let Some(address) = name.strip_prefix(PAGE) {
                if !now.contains_key(&**name) && !aliases.contains(&Address::new(address)) {
                    diagnostics.push(moved(address, before.span));
                }
                continue;
            }
            let Some(said) = now.get(&**name) else {
                // A measure is said once, not once for each of its figures.
                let whole = name.split('.').next().unwrap_or(name);
                if gone.insert(whole) {
                    diagnostics.push(vanished(whole, before.span));
                }
                continue;
            };
            if same(&before.value, &said.text)
                || accepted(subject, at, name, &before.value, &said.text)
            {
                continue;
            }
            diagnostics.push(changed(name, &before.value, said).label(before.span, "as sealed"));
        }
    }
}

/// Whether two texts say the same: of numbers, whatever the digits they are written with.
fn same(a: &str, b: &str) -> bool {
    let parts = |text: &str| {
        let (number, rest) = text.split_once(' ').unwrap_or((text, ""));
        Some((number.parse::<Decimal>().ok()?, rest.to_owned()))
    };
    a == b || parts(a).is_some_and(|one| Some(one) == parts(b))
}

/// Whether the corrections of the report lead from what was sealed to what is said now. A rating
/// follows its figures: it is accepted with a correction of its measure.
fn accepted(subject: &Subject<'_>, at: usize, name: &str, sealed: &str, now: &str) -> bool {
    let model = subject.model;
    let report = &model.reports[at];
    let origin = Origin::of(model, report.span).report(at);
    let mut corrections: Vec<&Correction> = report.corrections.iter().collect();
    corrections.sort_by_key(|correction| correction.date.value);
    let mut stands = sealed.to_owned();
    for correction in corrections {
        let Some(about) = &correction.about else {
            continue;
        };
        let Ok(target) = subject.references.link(&origin, &about.value) else {
            continue;
        };
        let names = names(model, at, &target);
        if !names
            .iter()
            .any(|prefix| name == prefix || name.starts_with(&format!("{prefix}.")))
        {
            let of_measure = names.iter().filter_map(|prefix| prefix.split_once('.'));
            let rating = of_measure.map(|(measure, _)| format!("{measure}.rating"));
            if rating.into_iter().any(|rating| rating == name) {
                return true;
            }
            continue;
        }
        if name.ends_with(".rating") {
            return true;
        }
        let text = |figure: &Option<Figure>, judged: Option<Judgement>| match (figure, judged) {
            (Some(figure), _) => written(figure),
            (None, Some(judgement)) => judgement.as_str().to_owned(),
            (None, None) => "blank".to_owned(),
        };
        let was = text(&correction.was, correction.was_judged);
        let is = text(&correction.now, correction.now_judged);
        let nothing = ["blank", "not judged"];
        let fits = same(&was, &stands) || was == "blank" && nothing.contains(&&*stands);
        if fits {
            stands = is;
        }
    }
    same(&stands, now) || stands == "blank" && now == "not judged"
}

/// The names in the record of the report at `at` that a correction's target stands for.
fn names(model: &Model, at: usize, target: &Target) -> Vec<String> {
    let measure = |report: usize, objective: usize, measure: usize| {
        let found = &model.reports[report].objectives[objective].measures[measure];
        format!("measure:{}", found.id.value)
    };
    match target {
        Target::Figure(figure) if figure.at.report == at => {
            let name = measure(figure.at.report, figure.at.objective, figure.at.measure);
            vec![format!("{name}.{}", figure.field.as_str())]
        }
        Target::Spot(Spot::Row(row), _) if row.report == at => {
            vec![measure(row.report, row.objective, row.measure)]
        }
        Target::Spot(Spot::Objective(report, objective), _) if *report == at => {
            vec![format!(
                "objective:{}",
                model.reports[at].objectives[*objective].id
            )]
        }
        Target::Spot(Spot::Action(report, objective, action), _) if *report == at => {
            let objective = &model.reports[at].objectives[*objective];
            vec![format!(
                "action:{}/{}",
                objective.id, objective.actions[*action].id.value
            )]
        }
        _ => Vec::new(),
    }
}

fn changed(name: &str, before: &str, said: &Said) -> Diagnostic {
    let now = &said.text;
    let message = format!("`{name}` was sealed as `{before}`, but is `{now}`");
    let help = match name.rsplit_once('.') {
        Some((_, "rating")) => {
            "a published rating does not change by itself: put back what it was worked \
                                out from, or say in `corrections:` of report.md what was put right"
                .to_owned()
        }
        Some((measure, "period")) => {
            format!(
                "put the period back, and give figures for another one under another report than that of `{measure}`"
            )
        }
        _ => format!(
            "put `{before}` back; or if it was wrong, say so in `corrections:` of report.md: \
             `{{date: …, about: \"{name}\", was: {}, now: {}, reason: …}}`",
            blank(before),
            blank(now)
        ),
    };
    Diagnostic::new(Code::SealedChanged, said.span, message).help(help)
}

/// A value as it stands in a correction: nothing where nothing was said.
fn blank(text: &str) -> &str {
    match text {
        "blank" | "not judged" => "",
        text => text,
    }
}

fn vanished(name: &str, span: Span) -> Diagnostic {
    let message = format!("`{name}` was sealed, but is not in the report any more");
    Diagnostic::new(Code::SealedChanged, span, message)
        .help("put it back under its name: what was published stays in its report")
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
    let reports = model.reports.iter().flat_map(|report| {
        let objectives = report.objectives.iter().flat_map(|objective| {
            let measures = objective.measures.iter().map(|measure| &measure.common);
            let actions = objective.actions.iter().map(|action| &action.common);
            measures.chain(actions).chain([&objective.common])
        });
        objectives.chain([&report.common])
    });
    let pages = model
        .pages
        .iter()
        .chain([&model.home])
        .map(|page| &page.common);
    let all = reports.chain(pages).flat_map(|common| &common.aliases);
    all.map(|alias| Address::of_alias(&alias.value))
}

#[cfg(test)]
mod tests {
    use super::same;

    #[test]
    fn a_number_is_the_same_whatever_its_digits() {
        for (a, b, alike) in [
            ("90.10", "90.1", true),
            ("90.10", "90.11", false),
            ("90.1 [p]", "90.10 [p]", true),
            ("90.1 [p]", "90.1", false),
            ("90 to 110", "90 to 120", false),
            ("[x]", "[x]", true),
            ("blank", "0", false),
            ("green", "amber", false),
        ] {
            assert_eq!(same(a, b), alike, "{a} {b}");
        }
    }
}
