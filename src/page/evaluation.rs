//! Self-evaluations against quality indicators, as they stand on pages.

use serde::Serialize;

use crate::{
    model::Evaluation,
    page::{
        anchor::{Anchors, evaluation_anchor, question_anchor},
        evidence::{EvidenceLink, evidence, standing_on},
        files::attachments,
        here::Here,
        item::item_link,
        prose::block,
        report_lists::report_link,
        view::{AttachmentView, HtmlView, LinkOfEdition, LinkView, TextView},
    },
    reference::Spot,
    thread::EvaluationAt,
    wording::Place,
};

/// An evaluation on the page of its objective or report.
#[derive(Clone, Debug, Serialize)]
pub struct EvaluationView {
    /// Its anchor.
    pub id: String,
    /// The indicator.
    pub indicator: LinkView,
    /// The level, or that there is none.
    pub level: LevelView,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// What is strong.
    pub strengths: Option<HtmlView>,
    /// What is to be improved.
    pub improvements: Option<HtmlView>,
    /// What is said of themes.
    pub themes: Vec<RemarkView>,
    /// How many challenge questions are answered.
    pub answered: String,
    /// The answers, in the order of the questions.
    pub answers: Vec<AnswerView>,
    /// The self-evaluations that name it as evidence.
    pub standing: Vec<LinkOfEdition>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
}

/// A level on a scale.
#[derive(Clone, Debug, Serialize)]
pub struct LevelView {
    /// The level; none where the evaluation states none.
    pub level: Option<u8>,
    /// The same for readers: `Level 4 of 6: good`.
    pub text: String,
}

/// What is said of a theme.
#[derive(Clone, Debug, Serialize)]
pub struct RemarkView {
    /// The theme's title.
    pub title: TextView,
    /// What is said.
    pub text: HtmlView,
}

/// An answer to a challenge question.
#[derive(Clone, Debug, Serialize)]
pub struct AnswerView {
    /// The question's number.
    pub number: String,
    /// The question, where it stands on its indicator's page.
    pub question: LinkView,
    /// The answer.
    pub text: Option<HtmlView>,
    /// What shows it.
    pub evidence: Vec<EvidenceLink>,
}

/// An evaluation of an objective, as its report lists it.
#[derive(Clone, Debug, Serialize)]
pub struct ObjectiveEvaluation {
    /// The objective, where the evaluation stands on its page.
    pub link: LinkView,
    /// The indicator.
    pub indicator: LinkView,
    /// The level, or that there is none.
    pub level: LevelView,
}

/// The evaluations of an objective, or of a report where `objective` is none; `top` is the level of the
/// headings in what they say. What names an indicator that there is not is a finding of the check.
pub(super) fn evaluations(
    here: &Here<'_>,
    report: usize,
    objective: Option<usize>,
    top: u8,
    anchors: &mut Anchors,
) -> Vec<EvaluationView> {
    let views = 0..all(here, report, objective).len();
    views
        .filter_map(|at| view(here, (report, objective, at), top, anchors))
        .collect()
}

/// The link to an evaluation: what it evaluates, on the page where it stands.
pub(super) fn evaluation_link(
    here: &Here<'_>,
    report: usize,
    objective: Option<usize>,
    at: usize,
) -> LinkView {
    let found = &all(here, report, objective)[at];
    let (place, text) = match objective {
        None => (Place::Report(report), report_link(here, report).text),
        Some(at) => {
            let objective = &here.context.model.reports[report].objectives[at];
            let title = objective.common.short_title.as_ref();
            let text = here.text(title.unwrap_or(&objective.title));
            (Place::Objective(report, at), text)
        }
    };
    let anchor = evaluation_anchor(found.id.as_str());
    LinkView {
        href: here.href_at(&place, Some(&anchor)),
        text,
    }
}

/// The evaluations of the objectives of a report. What names an indicator that there is not is a finding
/// of the check.
pub(super) fn of_objectives(here: &Here<'_>, report: usize) -> Vec<ObjectiveEvaluation> {
    let objectives = here.context.model.reports[report].objectives.iter();
    let all = objectives.enumerate().flat_map(|(objective, found)| {
        let evaluations = found.evaluations.iter().enumerate();
        evaluations.map(move |(at, evaluation)| (objective, at, evaluation))
    });
    let references = here.context.references();
    let views = all.filter_map(|(objective, at, found)| {
        let (framework, item) = references.item(&found.quality_indicator.value).ok()?;
        Some(ObjectiveEvaluation {
            link: evaluation_link(here, report, Some(objective), at),
            indicator: item_link(here, framework, item),
            level: level(here, found.level.as_ref().map(|level| level.value)),
        })
    });
    views.collect()
}

/// A level for readers.
pub(super) fn level(here: &Here<'_>, level: Option<u8>) -> LevelView {
    let text = match level {
        Some(level) => here.phrase(
            "level-of-six",
            &[
                ("level", usize::from(level).into()),
                ("word", here.word(&format!("level-{level}")).into()),
            ],
        ),
        None => here.word("not-graded"),
    };
    LevelView { level, text }
}

/// The evaluations that stand together.
pub(super) fn all<'a>(
    here: &Here<'a>,
    report: usize,
    objective: Option<usize>,
) -> &'a [Evaluation] {
    let report = &here.context.model.reports[report];
    match objective {
        None => &report.evaluations,
        Some(at) => &report.objectives[at].evaluations,
    }
}

fn view(
    here: &Here<'_>,
    place: EvaluationAt,
    top: u8,
    anchors: &mut Anchors,
) -> Option<EvaluationView> {
    let model = here.context.model;
    let references = here.context.references();
    let found = &all(here, place.0, place.1)[place.2];
    let (framework, at) = references.item(&found.quality_indicator.value).ok()?;
    let item = &model.frameworks[framework].items[at];
    let answers = found.answered(item);
    let counted = [
        ("answered", answers.len().into()),
        ("count", item.questions.len().into()),
    ];
    let remarks = found.themes.iter().filter_map(|remark| {
        let mut themes = item.themes.iter();
        let theme = themes.find(|theme| theme.id.value.as_str() == &*remark.theme.value)?;
        Some((theme, &remark.text))
    });
    let remarks = remarks.map(|(theme, text)| RemarkView {
        title: here.text(&theme.title),
        text: block(here, text, 6, anchors),
    });
    let themes = remarks.collect();
    Some(EvaluationView {
        id: evaluation_anchor(found.id.as_str()),
        indicator: item_link(here, framework, at),
        level: level(here, found.level.as_ref().map(|level| level.value)),
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        strengths: found
            .strengths
            .as_ref()
            .map(|text| block(here, text, top, anchors)),
        improvements: found
            .improvements
            .as_ref()
            .map(|text| block(here, text, top, anchors)),
        themes,
        answered: here.phrase("questions-answered", &counted),
        answers: answers
            .into_iter()
            .map(|(number, answer)| AnswerView {
                number: here.lexicon.count(number + 1),
                question: LinkView {
                    href: here.href_at(
                        &Place::Item(framework, at),
                        Some(&question_anchor(item, number)),
                    ),
                    text: here.plain_text(&item.questions[number].text),
                },
                text: answer
                    .text
                    .as_ref()
                    .map(|text| block(here, text, 6, anchors)),
                evidence: evidence(here, place, number),
            })
            .collect(),
        standing: standing_on(here, [Spot::Evaluation(place.0, place.1, place.2)]),
        attachments: attachments(here, &found.common),
    })
}
