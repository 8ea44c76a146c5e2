//! report.md, and the folder it stands in.

use std::{borrow::Cow, collections::BTreeMap, mem, sync::Arc};

use rayon::prelude::*;

use crate::{
    load::{
        common::common,
        context::Context,
        document::{Document, Documents},
        evaluation::evaluations,
        fields::Fields,
        figure::target,
        memory::{Lock, Lowered, Memory},
        objective::objective,
        sealed::sealed,
        section::sections,
        time::{date, moment, period},
        tree::ReportFiles,
        value::{list, natural, near_id, order, string, word},
        variants::Parts,
        words::text,
    },
    model::{
        Correction, Figure, Id, Judgement, Objective, Period, RESERVED_AT_TOP, Report, Stage,
        Status, Text,
    },
    syntax::{Node, Value},
    text::{Code, Diagnostic, Span, Spanned},
};

/// A report that was read.
pub(super) struct Read {
    /// The report.
    pub report: Report,
    /// Its objectives by the folders of report and objective, to be kept.
    pub lowered: BTreeMap<(String, String), Arc<Lowered>>,
    /// Its lock file, to be kept.
    pub lock: Option<Lock>,
}

/// Reads the report in the folder `name`.
///
/// Where something required is missing, what stands in its place keeps the rest of the report in
/// the model, so that all of it is checked in one go; nothing is published then.
pub(super) fn report(
    name: &str,
    files: &ReportFiles,
    documents: &Documents,
    memory: &Memory,
    cx: &mut Context<'_>,
) -> Option<Read> {
    let place = files.place?;
    let parts = Parts::of(files.texts.get("report"), documents, cx);
    let id = folder_id("report", name, &RESERVED_AT_TOP, place, cx);
    let node = parts.front_matter(cx);
    let whole = parts.is_whole() && !files.missing;
    let mut fields = Fields::document("a report", node.as_deref(), place, whole, cx);
    let begin = fields.place();
    let title = fields.require("title", cx, text);
    let covered = fields.require("period", cx, period);
    let stage = fields.require("stage", cx, word);
    let status = fields.require("status", cx, word);
    let mut report = Report {
        title: title.unwrap_or_else(|| Text::Same(Spanned::new(name.into(), place))),
        period: covered.unwrap_or_else(|| Spanned::new(period_of_name(name), begin)),
        stage: stage.unwrap_or_else(|| Spanned::new(Stage::Annual, begin)),
        status: status.unwrap_or_else(|| Spanned::new(Status::Published, begin)),
        published: fields.read("published", cx, date),
        updated: fields.read("updated", cx, date),
        next_update: fields.read("next_update", cx, date),
        embargo: fields.read("embargo", cx, moment),
        embargoed: false,
        sealed: Arc::default(),
        corrections: fields
            .read("corrections", cx, |key, node, cx| {
                list(key, node, cx, correction)
            })
            .unwrap_or_default(),
        introduction: parts.prose(cx),
        sections: Vec::new(),
        objectives: Vec::new(),
        evaluations: Vec::new(),
        order: fields.read("order", cx, order),
        common: common(&mut fields, cx),
        id,
        span: place,
    };
    let lock = files.sealed.and_then(|source| documents.get(&source));
    let lock = lock.map(|document| {
        memory
            .lock(document)
            .unwrap_or_else(|| lock_of(document, cx))
    });
    if let Some(lock) = &lock {
        report.sealed = Arc::clone(&lock.sealed);
    }
    report.embargoed = report.embargo.is_some();
    report.common.unread = fields.finish(cx);
    report.sections = sections(&files.texts, "report", documents, cx);
    let ground = &*cx;
    let lowered: BTreeMap<_, _> = files
        .objectives
        .par_iter()
        .map(|(folder, files)| {
            let folders = (name.to_owned(), folder.clone());
            let kept = memory.objective(&folders, files, documents);
            let lowered = kept.unwrap_or_else(|| {
                let mut cx = ground.fork();
                let objective = objective(folder, files, documents, &mut cx);
                let asked = mem::take(&mut cx.asked);
                let found = cx.finish();
                Arc::new(Lowered::new(files, documents, objective, asked, found))
            });
            (folders, lowered)
        })
        .collect();
    for lowered in lowered.values() {
        report.objectives.extend(lowered.objective.clone());
        cx.say_all(lowered.found.clone());
    }
    report.objectives.sort_by_cached_key(|found| {
        // Two names may be of the same numbers: `1` and `01`.
        let name = natural(found.id.as_str());
        (found.order.is_none(), found.order, name, found.id.clone())
    });
    measures_once(&report.objectives, cx);
    report.evaluations = evaluations(&files.evaluations, documents, cx);
    Some(Read {
        report,
        lowered,
        lock,
    })
}

/// Reads a lock file.
fn lock_of(document: &Arc<Document>, cx: &mut Context<'_>) -> Lock {
    let mut own = cx.fork();
    let sealed = sealed(document.node(), &mut own);
    let found = own.finish();
    cx.say_all(found.clone());
    Lock {
        document: Arc::clone(document),
        is_whole: found.is_empty(),
        sealed: Arc::new(sealed),
    }
}

/// Puts reports in order: by `order` where given, then the latest first.
pub(super) fn sort(reports: &mut [Report]) {
    reports.sort_by(|a, b| {
        let stated = |report: &Report| (report.order.is_none(), report.order);
        let time = |report: &Report| {
            let period = report.period.value;
            let published = report.published.as_ref().map(|date| date.value);
            (period, published.unwrap_or_else(|| period.end()))
        };
        stated(a)
            .cmp(&stated(b))
            .then_with(|| time(b).cmp(&time(a)))
            .then_with(|| a.stage.value.cmp(&b.stage.value))
            .then_with(|| b.id.cmp(&a.id))
    });
}

/// The id that the name of a folder is; `reserved` are the names of the site's own pages there.
pub(super) fn folder_id(
    what: &str,
    name: &str,
    reserved: &[&str],
    place: Span,
    cx: &mut Context<'_>,
) -> Id {
    let tags: Vec<_> = cx.languages.tags().collect();
    let taken = reserved.contains(&name) || (what == "report" && tags.contains(&name));
    if taken {
        let message = format!("the folder of the {what} cannot be named `{name}`");
        let help = "that is the address of a page of the site's own: give the folder another name";
        cx.say(Diagnostic::new(Code::AddressCollision, place, message).help(help));
    }
    Id::parse(name).unwrap_or_else(|| {
        let near = near_id(name);
        let article = if what.starts_with('o') { "an" } else { "a" };
        let message = format!("`{name}` cannot be the name of the folder of {article} {what}");
        let help = format!(
            "the folder's name is the permanent address, of letters, digits and hyphens: `{near}`, \
             say"
        );
        cx.say(Diagnostic::new(Code::BadId, place, message).help(help));
        near
    })
}

/// The period that the name of the folder begins with, where report.md gives none.
fn period_of_name(name: &str) -> Period {
    let ends = name.match_indices('-').map(|(at, _)| at);
    let ends: Vec<_> = ends.chain([name.len()]).collect();
    let longest = ends
        .into_iter()
        .rev()
        .find_map(|end| Period::parse(&name[..end]).ok());
    longest.unwrap_or_else(|| Period::parse("2000").expect("a calendar year is a period"))
}

fn correction(_: &str, node: &Node, cx: &mut Context<'_>) -> Option<Correction> {
    let mut fields = Fields::of("a correction", node, cx)?;
    let date = fields.require("date", cx, date);
    let about = fields.read("about", cx, string);
    let was = fields.read("was", cx, corrected);
    let now = fields.read("now", cx, corrected);
    let reason = fields.require("reason", cx, text);
    fields.finish(cx);
    Some(Correction {
        date: date?,
        about,
        was: was.as_ref().and_then(|was| was.as_ref().ok().cloned()),
        was_judged: was.and_then(Result::err),
        now: now.as_ref().and_then(|now| now.as_ref().ok().cloned()),
        now_judged: now.and_then(Result::err),
        reason: reason?,
    })
}

/// What a correction was about: a figure, or the word for a judgement.
fn corrected(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Result<Figure, Judgement>> {
    if let Value::Scalar(scalar) = &node.value
        && let Some(judgement) = Judgement::parse(scalar.text.trim())
    {
        return Some(Err(judgement));
    }
    // It may be of a target, and nothing else is written as a range.
    target(None, key, node, cx).map(Ok)
}

/// Reports measures of which another one in the same report bears the id.
fn measures_once(objectives: &[Arc<Objective>], cx: &mut Context<'_>) {
    let measures = objectives.iter().flat_map(|objective| &objective.measures);
    // That whose id could not be read bears a name of ours.
    let named = measures.filter(|measure| !measure.common.unread.has("id"));
    let mut ids: Vec<_> = named
        .enumerate()
        .map(|(at, measure)| (lower(measure.id.value.as_str()), at, &measure.id))
        .collect();
    ids.par_sort_unstable_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
    let same = ids.chunk_by(|(a, ..), (b, ..)| a == b);
    let others = same.flat_map(|ids| ids.iter().skip(1).map(|other| (ids[0].2, other)));
    let mut others: Vec<_> = others.collect();
    others.sort_unstable_by_key(|(_, (_, at, _))| *at);
    for (first, (.., id)) in others {
        let message = format!("another measure of this report has the id `{}`", id.value);
        let twice = Diagnostic::new(Code::DuplicateId, id.span, message);
        let twice = twice.label(first.span, "the first one");
        cx.say(
            twice.help("give each measure an id of its own, and keep it from edition to edition"),
        );
    }
}

fn lower(name: &str) -> Cow<'_, str> {
    if name
        .bytes()
        .any(|byte| byte.is_ascii_uppercase() || !byte.is_ascii())
    {
        Cow::Owned(name.to_lowercase())
    } else {
        Cow::Borrowed(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_is_named_after_its_period_first() {
        let cases = [
            ("2017-18-six-month", "2017-18"),
            ("2017-18", "2017-18"),
            ("2017-18-Q2", "2017-18-Q2"),
            ("AY2016-17-review", "AY2016-17"),
            ("2019", "2019"),
            ("annual", "2000"),
        ];
        for (name, expected) in cases {
            assert_eq!(period_of_name(name).to_string(), expected, "{name}");
        }
    }
}
