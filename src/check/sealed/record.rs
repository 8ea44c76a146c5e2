//! What a report says, by name, as its lock file keeps it.

use std::collections::BTreeMap;

use crate::{
    check::Subject,
    facts::{MeasureFacts, ObjectiveFacts},
    model::{
        Correction, Decimal, Evaluation, Figure, Language, Measure, Model, Objective, Polarity,
        Unit,
    },
    reference::{Chart, charts, renamed},
    text::Span,
    wording::Place,
};

/// What stands under the addresses in a lock file.
pub(super) const PAGE: &str = "page:";
/// What stands under the corrections that were there when the report was sealed.
pub(super) const CORRECTION: &str = "correction:";
/// What the report itself says is kept under.
pub(super) const REPORT: &str = "report";
/// The name of what a report is of its year. Lock files without it are of a version that held reports to
/// less.
pub(super) const STAGE: &str = "report.stage";
/// The name of what stands for the editions before a report: their periods.
pub(super) const BEFORE: &str = "report.before";
/// What the level of a self-evaluation is kept under, before its name.
pub(super) const LEVEL: &str = "level-";
/// What the aims of earlier periods are kept under, before the period.
pub(super) const AIMS: [&str; 2] = ["history-target-", "history-intervention-"];
/// What stands for a figure or judgement that is not given.
pub(super) const NOTHING: [&str; 3] = ["blank", "not judged", "none"];

/// One thing that a report says, as it is kept in the lock file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Said {
    /// The words: a figure as written, a rating, a judgement, a period; for an address its language and
    /// the name of what it is the page of.
    pub text: String,
    /// Where it is said, or what says it.
    pub span: Span,
}

/// What the report at `at` says, by a name such as `measure:edu003.actual`, `objective:learners` or
/// `page:2017-18/index.html`; in the order of names.
pub fn record(subject: &Subject<'_>, at: usize) -> BTreeMap<String, Said> {
    let report = &subject.model.reports[at];
    let mut record = entries(subject, at);
    let mut put = |name, text, span| record.push((name, Said { text, span }));
    let renamed = renamed(subject.model, at);
    let mut corrections: BTreeMap<String, usize> = BTreeMap::new();
    for correction in &report.corrections {
        let name = correction_name(correction, &renamed);
        let times = corrections.entry(name.clone()).or_default();
        *times += 1;
        let name = match times {
            1 => name,
            times => format!("{name}#{times}"),
        };
        let text = format!("{}, now {}", was(correction), now(correction));
        put(name, text, correction.date.span);
    }
    // Reports have a page for what ties the site together, where anything does.
    let thread = !subject.thread.ties.is_empty();
    for (place, of) in places(subject.model, at, thread) {
        for language in subject.model.languages() {
            let address = subject.wording.address(subject.model, &place, language);
            let text = [language.as_str(), of.as_str()].join(" ");
            put(
                format!("{PAGE}{address}"),
                text.trim_end().to_owned(),
                report.span,
            );
        }
    }
    record.into_iter().collect()
}

/// What the report at `at` says of its measures, objectives and actions.
pub(in crate::check) fn said(subject: &Subject<'_>, at: usize) -> BTreeMap<String, Said> {
    entries(subject, at).into_iter().collect()
}

/// The same as it comes: a map is made of many entries at once far sooner than of one after the other.
fn entries(subject: &Subject<'_>, at: usize) -> Vec<(String, Said)> {
    let report = &subject.model.reports[at];
    let mut entries = Vec::new();
    let mut put = |name, text, span| entries.push((name, Said { text, span }));
    let published = report.published.as_ref();
    put(
        format!("{REPORT}.published"),
        text(published.map(|day| day.value)),
        published.map_or(report.span, |day| day.span),
    );
    let updated = report.updated.as_ref();
    put(
        format!("{REPORT}.updated"),
        text(updated.map(|day| day.value)),
        updated.map_or(report.span, |day| day.span),
    );
    let stage = &report.stage;
    put(
        STAGE.to_owned(),
        stage.value.as_str().to_owned(),
        stage.span,
    );
    levels(REPORT, &report.evaluations, &mut put);
    // Trends, the first, the best and the worst follow from the editions before.
    let before = subject.facts.editions.before(at);
    let before = before.map(|before| &subject.model.reports[before]);
    let before = before.filter(|before| before.is_public());
    let mut before: Vec<_> = before.map(|it| it.period.value.to_string()).collect();
    before.reverse();
    let before = Some(before.join(", ")).filter(|before| !before.is_empty());
    put(BEFORE.to_owned(), text(before), report.span);
    let worked = &subject.facts.reports[at].objectives;
    for (objective, worked) in report.objectives.iter().zip(worked) {
        entries.extend(within(objective, worked, subject.model.languages()));
    }
    entries
}

/// What an objective says, with its actions and measures.
pub(super) fn within(
    objective: &Objective,
    worked: &ObjectiveFacts,
    languages: &[Language],
) -> Vec<(String, Said)> {
    let mut entries = Vec::new();
    let mut put = |name, text, span| entries.push((name, Said { text, span }));
    of_objective(objective, &mut put);
    for (measure, facts) in objective.measures.iter().zip(&worked.measures) {
        of_measure(measure, facts, languages, &mut put);
    }
    entries
}

fn of_objective(objective: &Objective, put: &mut impl FnMut(String, String, Span)) {
    let judgement = objective.judgement.as_ref();
    put(
        format!("objective:{}", objective.id),
        judgement
            .map_or("not judged", |judgement| judgement.value.as_str())
            .to_owned(),
        judgement.map_or(objective.span, |judgement| judgement.span),
    );
    let name = format!("objective:{}", objective.id);
    levels(&name, &objective.evaluations, put);
    for action in &objective.actions {
        let name = format!("action:{}/{}", objective.id, action.id.value);
        let judgement = action.rag.as_ref();
        let words = judgement.map_or("not judged", |judgement| judgement.value.as_str());
        let span = judgement.map_or(action.span, |judgement| judgement.span);
        let status = action.status.as_ref();
        put(
            format!("{name}.status"),
            status
                .map_or("none", |status| status.value.as_str())
                .to_owned(),
            status.map_or(action.span, |status| status.span),
        );
        let complete = action.complete.as_ref();
        put(
            format!("{name}.complete"),
            text(complete.map(|complete| complete.value)),
            complete.map_or(action.span, |complete| complete.span),
        );
        let due = action.due.as_ref();
        put(
            format!("{name}.due"),
            text(due.map(|due| due.value)),
            due.map_or(action.span, |due| due.span),
        );
        put(name, words.to_owned(), span);
    }
}

/// The levels that self-evaluations of `whole` state.
fn levels(whole: &str, evaluations: &[Evaluation], put: &mut impl FnMut(String, String, Span)) {
    for found in evaluations {
        if let Some(level) = &found.level {
            let name = format!("{whole}.{LEVEL}{}", found.id);
            put(name, level.value.to_string(), level.span);
        }
    }
}

fn of_measure(
    measure: &Measure,
    facts: &MeasureFacts,
    languages: &[Language],
    put: &mut impl FnMut(String, String, Span),
) {
    let own = measure.id.span;
    let mut put = |field: &str, text: String, span: Span| {
        put(format!("measure:{}.{field}", measure.id.value), text, span);
    };
    put("period", facts.period.to_string(), own);
    put("unit", unit(&measure.unit, languages), own);
    put("decimals", text(measure.decimals), own);
    let polarity = facts.polarity.map(Polarity::as_str);
    put("polarity", text(polarity), own);
    put("rating", facts.shown.rating.as_str().to_owned(), own);
    // What readers see beside a rating of the organisation's own.
    let reason = measure.rag.as_ref().and_then(|rag| rag.reason.as_ref());
    let reason = reason.zip(languages.first());
    let reason = reason.map(|(reason, first)| in_one_line(reason.fallback(first, languages).0));
    put("rating-reason", text(reason), own);
    put(
        "direction",
        facts.movement.direction.as_str().to_owned(),
        own,
    );
    let change = facts
        .movement
        .change
        .filter(|_| measure.unit != Unit::YesNo);
    put("change", text(change), own);
    // The previous figure is the one that readers see, wherever it comes from; its period follows
    // from the row's own.
    let previous = facts.previous.as_ref();
    for (field, figure) in [
        ("actual", measure.actual.as_ref()),
        ("target", measure.target.as_ref()),
        ("intervention", measure.intervention.as_ref()),
        ("previous", previous.map(|previous| &previous.figure)),
    ] {
        // Another edition's figure is not where a message about this one belongs.
        let stated = field != "previous" || measure.previous.is_some();
        let span = figure.filter(|_| stated).map_or(own, |figure| figure.span);
        put(field, written(figure), span);
        if let Some(fraction) = figure.and_then(|figure| figure.fraction) {
            let text = format!("{} of {}", fraction.numerator, fraction.denominator);
            put(&format!("{field}-fraction"), text, span);
        }
    }
    for entry in &measure.history {
        let field = format!("history:{}", entry.period.value);
        put(&field, written(entry.actual.as_ref()), entry.period.span);
        for (field, aim) in AIMS.iter().zip([&entry.target, &entry.intervention]) {
            if let Some(aim) = aim {
                let field = format!("{field}{}", entry.period.value);
                put(&field, written(Some(aim)), aim.span);
            }
        }
    }
    for comparator in &measure.comparators {
        let Some(first) = languages.first() else {
            break;
        };
        let name = comparator.name.fallback(first, languages).0;
        let value = comparator.value.as_ref();
        let span = value.map_or(own, |value| value.span);
        put(&format!("comparator:{name}"), written(value), span);
    }
    if let Some(rank) = &measure.rank {
        let text = format!("{} of {}", rank.value.place, rank.value.of);
        put("rank", text, rank.span);
    }
}

/// Every page and file of a report, with the name of what it shows; empty for the report itself.
fn places(model: &Model, at: usize, thread: bool) -> Vec<(Place, String)> {
    let report = &model.reports[at];
    let objective = |at: &usize| format!("objective:{}", report.objectives[*at].id);
    let measure = |measure: &Measure| format!("measure:{}", measure.id.value);
    let pages = Place::pages_of_report(model, at, thread);
    let pages = pages.into_iter().map(|place| {
        let of = match &place {
            Place::Objective(_, at) => objective(at),
            _ => String::new(),
        };
        (place, of)
    });
    let files = [Place::MeasuresCsv(at), Place::ActionsCsv(at)];
    let files = files.map(|place| (place, String::new()));
    let measures = report
        .objectives
        .iter()
        .flat_map(|objective| &objective.measures);
    let measures = measures.map(|found| (Place::Measure(found.id.value.clone()), measure(found)));
    let charts = charts(model, at).into_iter().map(|chart| {
        let of = match &chart {
            Chart::Measure(at, found) => measure(&report.objectives[*at].measures[*found]),
            Chart::Group(at, _) | Chart::Ratings(at) | Chart::Actions(at) => objective(at),
        };
        (Place::Chart(at, chart.name(model, at)), of)
    });
    pages.chain(files).chain(measures).chain(charts).collect()
}

/// The name that a correction has in a lock file, but for a number where there are several of it. What
/// is about something that has another name by now bears that.
pub(super) fn correction_name(
    correction: &Correction,
    renamed: &BTreeMap<String, String>,
) -> String {
    let about = correction.about.as_ref().map_or("", |about| &*about.value);
    let name = format!("{CORRECTION}{}/{about}", correction.date.value);
    mapped(&name, renamed)
}

/// A name in a lock file as it would be now.
pub(super) fn mapped(name: &str, renamed: &BTreeMap<String, String>) -> String {
    let correction = name.strip_prefix(CORRECTION);
    let about = correction.and_then(|rest| Some(rest.split_once('/')?.1));
    let about = about.unwrap_or(name);
    let whole = about.split('.').next().unwrap_or(about);
    match renamed.get(whole) {
        Some(now) => {
            let before = &name[..name.len() - about.len()];
            format!("{before}{now}{}", &about[whole.len()..])
        }
        None => name.to_owned(),
    }
}

/// What a correction says that it was before.
pub(in crate::check) fn was(correction: &Correction) -> String {
    let judged = correction.was_judged;
    judged.map_or_else(
        || written(correction.was.as_ref()),
        |judged| judged.as_str().to_owned(),
    )
}

/// What a correction says that it is now.
pub(in crate::check) fn now(correction: &Correction) -> String {
    let judged = correction.now_judged;
    judged.map_or_else(
        || written(correction.now.as_ref()),
        |judged| judged.as_str().to_owned(),
    )
}

/// What is given as it is written.
fn text(given: Option<impl ToString>) -> String {
    given.map_or_else(|| "blank".to_owned(), |given| given.to_string())
}

/// Words as they are read, however their lines are broken.
fn in_one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A unit by its word, or in the organisation's own.
fn unit(unit: &Unit, languages: &[Language]) -> String {
    match (unit, languages.first()) {
        (Unit::Other(words), Some(first)) => words.fallback(first, languages).0.to_string(),
        _ => unit.word().unwrap_or_default().to_owned(),
    }
}

/// A value of the record as it is written in content: nothing where nothing was said, and in quotes
/// where its symbols would be taken for a list.
pub(in crate::check) fn as_content(text: &str) -> String {
    if NOTHING.contains(&text) {
        String::new()
    } else if text.contains('[') {
        format!("\"{text}\"")
    } else {
        text.to_owned()
    }
}

/// A figure as a lock file has it: as written, with its symbols.
fn written(figure: Option<&Figure>) -> String {
    let Some(figure) = figure else {
        return "blank".to_owned();
    };
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

/// Whether two texts say the same: of numbers, whatever the digits they are written with; of nothing,
/// whatever the word for it.
pub(in crate::check) fn same(a: &str, b: &str) -> bool {
    let nothing = |text: &str| NOTHING.contains(&text);
    a == b || (nothing(a) && nothing(b)) || figures(a).is_some_and(|one| Some(one) == figures(b))
}

/// The numbers of a figure, of both ends of a range, with what stands between and behind them. `None`:
/// it is no figure.
fn figures(text: &str) -> Option<Vec<Result<Decimal, &str>>> {
    let part = |word| match str::parse::<Decimal>(word) {
        Ok(number) => Some(Ok(number)),
        Err(_) => (matches!(word, "to" | "of") || word.starts_with('[')).then_some(Err(word)),
    };
    text.split(' ').map(part).collect()
}

#[cfg(test)]
mod tests {
    use super::{as_content, same};

    #[test]
    fn a_number_is_the_same_whatever_its_digits() {
        for (a, b, alike) in [
            ("90.10", "90.1", true),
            ("90.10", "90.11", false),
            ("90.1 [p]", "90.10 [p]", true),
            ("90.1 [p]", "90.1", false),
            ("90 to 110", "90 to 120", false),
            ("90 to 110", "90.0 to 110.00", true),
            ("90 to 110 [p]", "90 to 110.0 [p]", true),
            ("90 to 110", "90 of 110", false),
            ("2 of 25", "2.0 of 25", true),
            ("2 schools", "2.0 schools", false),
            ("[x]", "[x]", true),
            ("blank", "0", false),
            ("blank", "not judged", true),
            ("green", "amber", false),
        ] {
            assert_eq!(same(a, b), alike, "{a} {b}");
        }
    }

    #[test]
    fn a_value_is_written_as_content_can_hold_it() {
        for (text, content) in [
            ("86", "86"),
            ("90 to 110", "90 to 110"),
            ("86 [p]", "\"86 [p]\""),
            ("[x]", "\"[x]\""),
            ("blank", ""),
            ("not judged", ""),
            ("partly-successful", "partly-successful"),
        ] {
            assert_eq!(as_content(text), content, "{text}");
        }
    }
}
