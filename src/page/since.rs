//! What is new in an edition since the last one before it of its stage.

use serde::Serialize;

use crate::{
    facts::{MeasureChange, ObjectiveChange, Since, Spot},
    page::{
        action_row::measure_link,
        counts::judged,
        figure::ratings,
        here::Here,
        home::stage,
        report_lists::report_link,
        view::{Badge, LinkView, StepView},
    },
    reference::MeasureAt,
    wording::{Arg, Place},
};

/// What changed since the last edition before of the same stage.
#[derive(Clone, Debug, Serialize)]
pub struct SinceView {
    /// The edition before.
    pub before: LinkView,
    /// The heading, which names it.
    pub heading: String,
    /// How much changed; that nothing did.
    pub sentence: String,
    /// That it is of another stage, so that what only one of the two reports is left out; none else.
    pub other_stage: Option<String>,
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
    pub from: Option<VerdictView>,
    /// The judgement or rating now.
    pub to: Option<VerdictView>,
}

/// A judgement or rating in the table of changes.
#[derive(Clone, Debug, Serialize)]
pub struct VerdictView {
    /// The judgement or rating.
    #[serde(flatten)]
    pub badge: Badge,
    /// Whose the rating is, where the organisation states it.
    pub kind_word: Option<String>,
}

/// What changed in `report` since the last edition before of its stage; `None` where it is the first.
pub(super) fn since(here: &Here<'_>, report: usize) -> Option<SinceView> {
    let found = Since::of(here.context.model, here.context.facts, report)?;
    let before = report_link(here, found.before);
    let counts = [
        ("objectives", Arg::Count(found.objectives.len())),
        ("measures", Arg::Count(found.measures.len())),
        ("edition", before.text.marked().into()),
    ];
    let other_stage = || {
        let other = &here.context.model.reports[found.before];
        here.phrase("since-other-stage", &[("stage", stage(here, other).into())])
    };
    let objectives = found.objectives.iter();
    let objectives = objectives.map(|change| objective(here, found.before, report, *change));
    let measures = found.measures.iter();
    let measures = measures.map(|change| measure(here, change));
    Some(SinceView {
        heading: here.phrase("since-heading", &counts),
        sentence: here.phrase("since-sentence", &counts),
        other_stage: found.other_stage.then(other_stage),
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
        VerdictView {
            badge: judged(here, found.judgement.as_ref().map(|it| it.value)),
            kind_word: None,
        }
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
        let place = MeasureAt {
            report,
            objective,
            measure: at,
        };
        let (measure, facts) = here.context.measure(place);
        let rating = ratings(here, measure, facts).into_iter().next()?;
        Some(VerdictView {
            badge: Badge {
                status: rating.status,
                word: rating.word,
            },
            kind_word: rating.kind_word.filter(|_| rating.kind != "calculated"),
        })
    };
    let word = |key: &str| vec![here.word(key)];
    let (title, what, from, to) = match *change {
        MeasureChange::Kept {
            from,
            to,
            rated,
            redefined,
        } => {
            let what = [(rated, "since-rated"), (redefined, "since-redefined")];
            let what = what.into_iter().filter(|(is, _)| *is);
            let what: Vec<_> = what.map(|(_, key)| here.word(key)).collect();
            (link(to), what, badge(from), badge(to))
        }
        MeasureChange::Added(at) => (link(at), word("since-added"), None, badge(at)),
        MeasureChange::Joined { from, to } => {
            let title = link(to).text.marked();
            let what = here.phrase("since-joined", &[("title", title.into())]);
            (link(from), vec![what], badge(from), badge(to))
        }
        MeasureChange::Ended(at) => (link(at), word("since-ended"), badge(at), None),
    };
    SinceRow {
        kind: "measure",
        kind_word: here.word("measure"),
        title,
        what,
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
