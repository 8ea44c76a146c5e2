//! Frameworks and guidance as open data.

use schemars::JsonSchema;
use serde::Serialize;

use crate::{
    export::{
        addresses::Addresses,
        context::Context,
        texts::Texts,
        values::{or_null, words},
    },
    model::{self, Scale},
    reference::Spot,
    thread::{self, ActionAt, Thread},
    wording::Place,
};

/// A set of goals or of quality indicators.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Framework")]
pub(super) struct Framework<'a> {
    /// The name that references begin with.
    id: &'a str,
    /// Its title.
    title: Texts<'a>,
    /// Who publishes it.
    publisher: Option<Texts<'a>>,
    /// The scale that evaluations state a level on; null: there are no levels.
    #[schemars(extend("enum" = or_null(words(Scale::ALL, Scale::as_str))))]
    scale: Option<&'static str>,
    /// Its page.
    pages: Addresses<'a>,
    /// Its goals or quality indicators in reading order, each before those below it.
    indicators: Vec<Indicator<'a>>,
}

/// A goal or a quality indicator.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Indicator")]
struct Indicator<'a> {
    /// Its name in the framework.
    id: &'a str,
    /// Its code.
    code: Option<&'a str>,
    /// Its title.
    title: Texts<'a>,
    /// The id of the goal above it.
    parent: Option<&'a str>,
    /// The day it was published.
    #[schemars(extend("format" = "date"))]
    published: Option<String>,
    /// The day it was last changed.
    #[schemars(extend("format" = "date"))]
    updated: Option<String>,
    /// The level that the illustrations of its themes describe.
    #[schemars(range(min = 1, max = 6))]
    illustration_level: Option<u8>,
    /// Its page.
    pages: Addresses<'a>,
    /// Its themes; none for a goal.
    themes: Vec<Theme<'a>>,
    /// Its challenge questions; none for a goal.
    questions: Vec<Question<'a>>,
}

/// A theme of a quality indicator.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Theme")]
struct Theme<'a> {
    /// Its identity in the indicator.
    id: &'a str,
    /// Its title.
    title: Texts<'a>,
}

/// A challenge question of a quality indicator.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Question")]
struct Question<'a> {
    /// Its place, from 1.
    number: usize,
    /// What keeps its identity across editions of the framework.
    id: Option<&'a str>,
    /// The question.
    text: Texts<'a>,
}

/// A guidance document.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Guidance")]
pub(super) struct Guidance<'a> {
    /// The name that references begin with.
    id: &'a str,
    /// Its title.
    title: Texts<'a>,
    /// Who publishes it.
    publisher: Option<Texts<'a>>,
    /// Its page.
    pages: Addresses<'a>,
    /// Its chapters, in reading order.
    chapters: Vec<Chapter<'a>>,
    /// What it asks of whom, a body at a time.
    responsibilities: Vec<Responsibility<'a>>,
}

/// A chapter of a guidance document.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Chapter")]
struct Chapter<'a> {
    /// Its identity in the guidance.
    id: &'a str,
    /// Its title.
    title: Texts<'a>,
    /// Its page.
    pages: Addresses<'a>,
    /// The numbers of its numbered paragraphs, such as `5.1`; each is an anchor on the page.
    paragraphs: Vec<&'a str>,
}

/// What guidance asks of one body or group of bodies.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Responsibility")]
struct Responsibility<'a> {
    /// Whom it is asked of.
    body: Texts<'a>,
    /// The number of the paragraph that it stands in.
    paragraph: Option<&'a str>,
    /// What is asked.
    duties: Vec<Duty<'a>>,
}

/// One thing that is asked.
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(rename = "Duty")]
struct Duty<'a> {
    /// Its identity in the guidance.
    id: &'a str,
    /// What is asked.
    text: Texts<'a>,
    /// The parts it consists of.
    includes: Vec<Texts<'a>>,
    /// The actions that fulfil it, the earliest edition first:
    /// `action:<objective>/<action>@<report>`. One that is cancelled fulfils none.
    answered_by: Vec<String>,
}

impl<'a> Framework<'a> {
    /// The framework at a place in the model.
    pub(super) fn of(cx: Context<'a>, at: usize) -> Self {
        let framework = &cx.model.frameworks[at];
        let items = framework.items.iter().enumerate();
        Self {
            id: framework.id.as_str(),
            title: cx.text(&framework.title),
            publisher: cx.maybe(framework.publisher.as_ref()),
            scale: framework.scale.as_ref().map(|scale| scale.value.as_str()),
            pages: Addresses::of(cx, &Place::Framework(at)),
            indicators: items
                .map(|(item, found)| indicator(cx, (at, item), framework, found))
                .collect(),
        }
    }
}

fn indicator<'a>(
    cx: Context<'a>,
    (framework, at): (usize, usize),
    all: &'a model::Framework,
    item: &'a model::FrameworkItem,
) -> Indicator<'a> {
    let themes = item.themes.iter();
    let questions = item.questions.iter().zip(1..);
    Indicator {
        id: &item.id,
        code: item.code.as_deref(),
        title: cx.text(&item.title),
        parent: item.parent.map(|parent| &*all.items[parent].id),
        published: item.published.as_ref().map(|date| date.value.to_string()),
        updated: item.updated.as_ref().map(|date| date.value.to_string()),
        illustration_level: item.illustration_level.as_ref().map(|level| level.value),
        pages: Addresses::of(cx, &Place::Item(framework, at)),
        themes: themes
            .map(|theme| Theme {
                id: theme.id.value.as_str(),
                title: cx.text(&theme.title),
            })
            .collect(),
        questions: questions
            .map(|(question, number)| Question {
                number,
                id: question.id.as_ref().map(|id| id.value.as_str()),
                text: cx.text(&question.text),
            })
            .collect(),
    }
}

impl<'a> Guidance<'a> {
    /// The guidance at a place in the model, with what answers its duties.
    pub(super) fn of(cx: Context<'a>, thread: &Thread, at: usize) -> Self {
        let guidance = &cx.model.guidance[at];
        let chapters = guidance.chapters.iter().enumerate();
        let bodies = guidance.responsibilities.iter().enumerate();
        Self {
            id: guidance.id.as_str(),
            title: cx.text(&guidance.title),
            publisher: cx.maybe(guidance.publisher.as_ref()),
            pages: Addresses::of(cx, &Place::Guidance(at)),
            chapters: chapters
                .map(|(chapter, found)| Chapter {
                    id: found.id.as_str(),
                    title: cx.text(&found.title),
                    pages: Addresses::of(cx, &Place::Chapter(at, chapter)),
                    paragraphs: found.paragraphs.iter().map(|it| &*it.value).collect(),
                })
                .collect(),
            responsibilities: bodies
                .map(|(body, found)| Responsibility {
                    body: cx.text(&found.body),
                    paragraph: found.paragraph.as_ref().map(|number| &*number.value),
                    duties: found
                        .duties
                        .iter()
                        .enumerate()
                        .map(|(duty, found)| self::duty(cx, thread, (at, body, duty), found))
                        .collect(),
                })
                .collect(),
        }
    }
}

fn duty<'a>(
    cx: Context<'a>,
    thread: &Thread,
    at: (usize, usize, usize),
    duty: &'a model::Duty,
) -> Duty<'a> {
    let answers = thread.answering(at).map(|it| it.answers.iter());
    let name = |&(report, objective, action): &ActionAt| {
        thread::name(cx.model, &Spot::Action(report, objective, action), None)
    };
    Duty {
        id: duty.id.value.as_str(),
        text: cx.text(&duty.text),
        includes: duty.includes.iter().map(|part| cx.text(part)).collect(),
        answered_by: answers.into_iter().flatten().map(name).collect(),
    }
}
