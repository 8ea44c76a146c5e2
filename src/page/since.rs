//! What is new in an edition since the one before it.

use serde::Serialize;

use crate::{
    facts::{MeasureChange, ObjectiveChange, Since, Spot},
    model::RagShow,
    page::{
        action_row::measure_link,
        counts::judged,
        here::Here,
        report_lists::report_link,
        view::{Badge, LinkView, StepView},
    },
    reference::MeasureAt,
    wording::{Arg, Place},
};

/// What changed since the edition before.
#[derive(Clone, Debug, Serialize)]
pub struct SinceView {
    /// The edition before.
    pub before: LinkView,
    /// How much changed; that nothing did.
    pub sentence: String,
    /// What the table shows.
    pub caption: String,
    /// The objectives that changed, then the measures.
    pub rows: Vec<SinceRow>,
}

/// An objective or measure that changed.
#[derive(Clone, Debug, Serialize)]
pub struct SinceRow {
    /// `objective` or `measure`.
    pub kind: &'static str,
    /// The same for readers.
    pub kind_word: String,
    /// It, in this edition; in the edition before where it ended.
    pub title: StepView,
    /// What happened: `Added`, `Rated otherwise`, …
    pub what: Vec<String>,
    /// The judgement or rating before.
    pub from: Option<Badge>,
    /// The judgement or rating now.
    pub to: Option<Badge>,
}

/// What changed in `report` since the edition before; `None` where it is the first.
pub(super) fn since(here: &Here<'_>, report: usize) -> Option<SinceView> {
    let found = Since::of(here.context.model, here.context.facts, report)?;
    let before = report_link(here, found.before);
    let counts = [
        ("objectives", Arg::Count(found.objectives.len())),
        ("measures", Arg::Count(found.measures.len())),
        ("edition", before.text.marked().into()),
    ];
    let objectives = found.objectives.iter();
    let objectives = objectives.map(|change| objective(here, found.before, report, *change));
    let measures = found.measures.iter();
    let measures = measures.map(|change| measure(here, change));
    Some(SinceView {
        sentence: here.phrase("since-sentence", &counts),
        caption: here.phrase("since-caption", &counts),
        rows: objectives.chain(measures).collect(),
        before,
    })
}

fn objective(here: &Here<'_>, before: usize, now: usize, change: ObjectiveChange) -> SinceRow {
    let link = |report: usize, at: usize| {
        let found = &here.context.model.reports[report].objectives[at];
        let title = found.common.short_title.as_ref().unwrap_or(&found.title);
        step(here.link(&Place::Objective(report, at), title))
    };
    let badge = |report: usize, at: usize| {
        let found = &here.context.model.reports[report].objectives[at];
        judged(here, found.judgement.as_ref().map(|it| it.value))
    };
    let (title, what, from, to) = match change {
        ObjectiveChange::Judged { from, to } => (
            link(now, to),
            "since-judged",
            Some(badge(before, from)),
            Some(badge(now, to)),
        ),
        ObjectiveChange::Added(at) => (link(now, at), "since-added", None, Some(badge(now, at))),
        ObjectiveChange::Ended(at) => (
            link(before, at),
            "since-ended",
            Some(badge(before, at)),
            None,
        ),
    };
    SinceRow {
        kind: "objective",
        kind_word: here.word("objective"),
        title,
        what: vec![here.word(what)],
        from,
        to,
    }
}

fn measure(here: &Here<'_>, change: &MeasureChange) -> SinceRow {
    let link = |(report, objective, measure): Spot| {
        let at = MeasureAt {
            report,
            objective,
            measure,
        };
        step(measure_link(here, at))
    };
    let badge = |(report, objective, at): Spot| {
        let facts = &here.context.facts.reports[report].objectives[objective].measures[at];
        let rating = facts.shown.rating;
        Badge {
            status: rating.as_str(),
            word: here.lexicon.rating(rating),
        }
    };
    let shown = here.context.model.settings.rag.show != RagShow::None;
    let badge = |at| shown.then(|| badge(at));
    let (title, what, from, to) = match *change {
        MeasureChange::Kept {
            from,
            to,
            rated,
            redefined,
        } => {
            let what = [(rated, "since-rated"), (redefined, "since-redefined")];
            let what = what.into_iter().filter(|(is, _)| *is);
            let what: Vec<_> = what.map(|(_, word)| word).collect();
            (link(to), what, badge(from), badge(to))
        }
        MeasureChange::Added(at) => (link(at), vec!["since-added"], None, badge(at)),
        MeasureChange::Ended(at) => (link(at), vec!["since-ended"], badge(at), None),
    };
    SinceRow {
        kind: "measure",
        kind_word: here.word("measure"),
        title,
        what: what.into_iter().map(|word| here.word(word)).collect(),
        from,
        to,
    }
}

fn step(link: LinkView) -> StepView {
    StepView {
        text: link.text,
        href: Some(link.href),
    }
}
