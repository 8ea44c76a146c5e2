//! A goal or a quality indicator: what it asks, who serves it, and how it is evaluated.

use serde::Serialize;

use crate::{
    model::{FrameworkItem, Language},
    page::{
        Context,
        anchor::{Anchors, question_anchor, theme_anchor},
        counts::judged,
        evaluation::{LevelView, all, evaluation_link, level},
        evidence::standing_on,
        files::{attachments, downloads},
        frame::{FrameView, Head, frame},
        framework::{dated, short},
        here::{Here, encoded_anchor, own},
        prose::block,
        report_lists::report_link,
        view::{
            AttachmentView, Badge, DatedView, DownloadView, HtmlView, LinkOfEdition, LinkView,
            TextView,
        },
    },
    reference::{ItemAt, Spot},
    thread::{Serving, latest_first},
    wording::Place,
};

/// A goal or quality indicator.
#[derive(Clone, Debug, Serialize)]
pub struct ItemView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// Whether it is a quality indicator.
    pub indicator: bool,
    /// Its code.
    pub code: Option<String>,
    /// The framework.
    pub framework: LinkView,
    /// The goal above it.
    pub parent: Option<LinkView>,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// When it was published and changed.
    pub dated: Vec<DatedView>,
    /// The goals below it.
    pub below: Vec<ItemRow>,
    /// Which level the themes' illustrations describe.
    pub illustrated: Option<String>,
    /// Its themes.
    pub themes: Vec<ThemeView>,
    /// Its challenge questions.
    pub questions: Vec<QuestionView>,
    /// What evaluations leave open.
    pub unanswered: Option<UnansweredView>,
    /// The evaluations against it, the latest edition first.
    pub evaluations: Vec<EvaluatedView>,
    /// What the table of those shows.
    pub evaluations_caption: String,
    /// The objectives that serve it by edition, the latest first.
    pub served: Vec<ServedView>,
    /// The self-evaluations that name it as evidence.
    pub standing: Vec<LinkOfEdition>,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
}

/// A goal or quality indicator in a list.
#[derive(Clone, Debug, Serialize)]
pub struct ItemRow {
    /// Its code.
    pub code: Option<String>,
    /// Its page.
    pub link: LinkView,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// The objectives of the latest edition that serve it.
    pub served: Vec<ServingLink>,
    /// How many evaluations there are against it.
    pub evaluated: Option<String>,
    /// The goals below it.
    pub below: Vec<ItemRow>,
}

/// A theme of an indicator.
#[derive(Clone, Debug, Serialize)]
pub struct ThemeView {
    /// Its anchor.
    pub id: String,
    /// Its title.
    pub title: TextView,
    /// What good work looks like.
    pub illustration: Option<HtmlView>,
}

/// A challenge question.
#[derive(Clone, Debug, Serialize)]
pub struct QuestionView {
    /// Its anchor.
    pub id: String,
    /// Its number.
    pub number: String,
    /// The way to it: its own anchor.
    pub href: String,
    /// What the number is called for those who hear it: `Question 5`.
    pub label: String,
    /// The question.
    pub text: HtmlView,
    /// The evaluations that answer it, the latest edition first.
    pub answers: Vec<EvaluatedView>,
}

/// The questions that no evaluation answers.
#[derive(Clone, Debug, Serialize)]
pub struct UnansweredView {
    /// How many there are.
    pub text: String,
    /// The questions by their numbers.
    pub questions: Vec<LinkView>,
}

/// An evaluation in a list.
#[derive(Clone, Debug, Serialize)]
pub struct EvaluatedView {
    /// What was evaluated: an objective, or the report as a whole.
    pub link: LinkView,
    /// The edition.
    pub report: LinkView,
    /// The level.
    pub level: LevelView,
    /// How many questions are answered.
    pub answered: String,
}

/// The objectives of one edition that serve something.
#[derive(Clone, Debug, Serialize)]
pub struct ServedView {
    /// The edition.
    pub report: LinkView,
    /// Its objectives.
    pub objectives: Vec<ServingView>,
}

/// An objective that serves something.
#[derive(Clone, Debug, Serialize)]
pub struct ServingView {
    /// Its page.
    pub link: LinkView,
    /// Whether it does so through a goal below alone.
    pub below: bool,
    /// The judgement on it.
    pub judgement: Badge,
}

/// An objective in a list of those that serve something.
#[derive(Clone, Debug, Serialize)]
pub struct ServingLink {
    /// Its page.
    pub link: LinkView,
    /// Whether it does so through a goal below alone.
    pub below: bool,
}

/// The page of a goal or quality indicator.
pub fn item(context: &Context<'_>, language: &Language, at: usize, item: usize) -> ItemView {
    let here = Here::new(context, language, Place::Item(at, item));
    let framework = &context.model.frameworks[at];
    let found = &framework.items[item];
    let mut anchors = Anchors::of(&here.place);
    for question in 0..found.questions.len() {
        anchors.ids.reserve(&question_anchor(found, question));
    }
    let themes = themes(&here, found, &mut anchors);
    let framework_link = here.link(&Place::Framework(at), short(framework));
    let parent = found.parent.map(|parent| item_link(&here, at, parent));
    let evaluated = evaluated(&here, (at, item));
    let title = here.text(&found.title);
    let caption = [("indicator", title.marked().into())];
    ItemView {
        frame: item_frame(&here, (at, item), framework_link.text.clone()),
        indicator: !framework.is_goals(),
        code: found.code.as_ref().map(ToString::to_string),
        framework: framework_link,
        parent,
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        dated: dated(&here, found.published.as_ref(), found.updated.as_ref()),
        below: framework
            .below(Some(item))
            .map(|below| item_row(&here, at, below))
            .collect(),
        illustrated: found.illustration_level.as_ref().map(|stated| {
            let told = level(&here, Some(stated.value)).text;
            here.phrase("illustrations-of", &[("level", told.into())])
        }),
        themes,
        questions: questions(&here, found, &evaluated),
        unanswered: unanswered(&here, (at, item)),
        evaluations_caption: here.phrase("caption-evaluations", &caption),
        evaluations: evaluated.into_iter().map(|(view, _)| view).collect(),
        served: served(&here, (at, item)),
        standing: standing_on(&here, [Spot::Item(at, item)]),
        downloads: downloads(&here, &[Place::SiteJson]),
        attachments: attachments(&here, &found.common),
    }
}

/// The link to a goal or quality indicator: its code and its title.
pub(super) fn item_link(here: &Here<'_>, framework: usize, item: usize) -> LinkView {
    let found = &here.context.model.frameworks[framework].items[item];
    let title = found.common.short_title.as_ref().unwrap_or(&found.title);
    let mut link = here.link(&Place::Item(framework, item), title);
    if let Some(code) = &found.code {
        link.text.text = format!("{code} {}", link.text.text);
    }
    link
}

/// A goal or quality indicator in a list, with those below it.
pub(super) fn item_row(here: &Here<'_>, framework: usize, item: usize) -> ItemRow {
    let context = here.context;
    let all = &context.model.frameworks[framework];
    let found = &all.items[item];
    let thread = context.index.thread();
    let latest = context.index.latest();
    let evaluated = thread.evaluating((framework, item)).count();
    let counted = [("count", evaluated.into())];
    ItemRow {
        code: found.code.as_ref().map(ToString::to_string),
        link: here.link(&Place::Item(framework, item), &found.title),
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        served: serving_links(here, (framework, item), latest),
        evaluated: (found.has_themes_or_questions() || evaluated > 0)
            .then(|| here.phrase("evaluations-count", &counted)),
        below: all
            .below(Some(item))
            .map(|below| item_row(here, framework, below))
            .collect(),
    }
}

/// The objectives of an edition that serve a goal or indicator, itself or through one below it.
pub(super) fn serving_links(
    here: &Here<'_>,
    item: ItemAt,
    report: Option<usize>,
) -> Vec<ServingLink> {
    let context = here.context;
    let serving = context.index.thread().serving(context.model, item);
    let own = serving
        .into_iter()
        .filter(|found| Some(found.report) == report);
    own.map(|found| ServingLink {
        link: objective_link(here, found.report, found.objective),
        below: found.below,
    })
    .collect()
}

/// The link to an objective by its short title.
pub(super) fn objective_link(here: &Here<'_>, report: usize, at: usize) -> LinkView {
    let objective = &here.context.model.reports[report].objectives[at];
    let title = objective.common.short_title.as_ref();
    here.link(
        &Place::Objective(report, at),
        title.unwrap_or(&objective.title),
    )
}

fn item_frame(here: &Here<'_>, (framework, item): ItemAt, framework_title: TextView) -> FrameView {
    let all = &here.context.model.frameworks[framework].items;
    let found = &all[item];
    let mut above = vec![
        (Place::Frameworks, own(here.word("frameworks"))),
        (Place::Framework(framework), framework_title.clone()),
    ];
    if let Some(parent) = found.parent {
        let link = item_link(here, framework, parent);
        above.push((Place::Item(framework, parent), link.text));
    }
    let turn = |at: usize| (at < all.len()).then(|| item_link(here, framework, at));
    let back = LinkView {
        href: here.href(&Place::Framework(framework)),
        text: framework_title.clone(),
    };
    let title = here.text(&found.title);
    let named = match &found.code {
        Some(code) => format!("{code} {}", title.text),
        None => title.text.clone(),
    };
    let places = [
        ("objective", named.into()),
        ("report", framework_title.text.into()),
    ];
    frame(
        here,
        Head {
            title: Some(here.phrase("objective-in-report", &places)),
            short: found.common.short_title.as_ref(),
            summary: found.common.summary.as_ref(),
            above,
            previous: item.checked_sub(1).and_then(turn).or(Some(back)),
            next: turn(item + 1),
            ..Head::new(title)
        },
    )
}

fn themes(here: &Here<'_>, found: &FrameworkItem, anchors: &mut Anchors) -> Vec<ThemeView> {
    let ids: Vec<_> = found.themes.iter().map(theme_anchor).collect();
    for id in &ids {
        anchors.ids.reserve(id);
    }
    let themes = found.themes.iter().zip(ids);
    themes
        .map(|(theme, id)| ThemeView {
            id,
            title: here.text(&theme.title),
            illustration: theme
                .illustration
                .as_ref()
                .map(|text| block(here, text, 4, anchors)),
        })
        .collect()
}

/// The evaluations against an item, the latest edition first, each with the questions it answers.
fn evaluated(here: &Here<'_>, at: ItemAt) -> Vec<(EvaluatedView, Vec<usize>)> {
    let context = here.context;
    let item = &context.model.frameworks[at.0].items[at.1];
    let evaluating = context.index.thread().evaluating(at);
    let editions = latest_first(evaluating.map(|found| (found.0, found)));
    let all_of_them = editions.into_iter().flat_map(|(_, own)| own);
    let views = all_of_them.map(|(report, objective, index)| {
        let found = &all(here, report, objective)[index];
        let answered: Vec<_> = found
            .answered(item)
            .into_iter()
            .map(|(question, _)| question)
            .collect();
        let counted = [
            ("answered", answered.len().into()),
            ("count", item.questions.len().into()),
        ];
        let mut link = evaluation_link(here, report, objective, index);
        if objective.is_none() {
            link.text = own(here.word("report-as-a-whole"));
        }
        let view = EvaluatedView {
            link,
            report: report_link(here, report),
            level: level(here, found.level.as_ref().map(|level| level.value)),
            answered: here.phrase("questions-answered", &counted),
        };
        (view, answered)
    });
    views.collect()
}

fn questions(
    here: &Here<'_>,
    found: &FrameworkItem,
    evaluated: &[(EvaluatedView, Vec<usize>)],
) -> Vec<QuestionView> {
    let questions = found.questions.iter().enumerate();
    let view = |(at, question): (usize, &crate::model::Question)| {
        let id = question_anchor(found, at);
        let answers = evaluated.iter();
        let answers = answers.filter(|(_, answered)| answered.contains(&at));
        QuestionView {
            href: format!("#{}", encoded_anchor(&id)),
            id,
            number: here.lexicon.count(at + 1),
            label: here.phrase("question-number", &[("number", (at + 1).into())]),
            text: here.line(&question.text),
            answers: answers.map(|(view, _)| view.clone()).collect(),
        }
    };
    questions.map(view).collect()
}

fn unanswered(here: &Here<'_>, at: ItemAt) -> Option<UnansweredView> {
    let mut all = here.context.index.thread().unanswered.iter();
    let found = all.find(|found| found.item == at)?;
    let item = &here.context.model.frameworks[at.0].items[at.1];
    let links = found.questions.iter().map(|question| LinkView {
        href: format!("#{}", encoded_anchor(&question_anchor(item, *question))),
        text: own(here.lexicon.count(question + 1)),
    });
    Some(UnansweredView {
        text: here.phrase(
            "questions-unanswered",
            &[("count", found.questions.len().into())],
        ),
        questions: links.collect(),
    })
}

fn served(here: &Here<'_>, at: ItemAt) -> Vec<ServedView> {
    let context = here.context;
    let serving = context.index.thread().serving(context.model, at);
    let editions = latest_first(serving.into_iter().map(|found| (found.report, found)));
    let view = |found: Serving| {
        let objective = &context.model.reports[found.report].objectives[found.objective];
        let judgement = objective.judgement.as_ref();
        let judgement = judgement.map(|judgement| judgement.value);
        ServingView {
            link: objective_link(here, found.report, found.objective),
            below: found.below,
            judgement: judged(here, judgement),
        }
    };
    let views = editions.into_iter().map(|(report, objectives)| ServedView {
        report: report_link(here, report),
        objectives: objectives.into_iter().map(view).collect(),
    });
    views.collect()
}
