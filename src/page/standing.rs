//! What stands whatever the edition: all frameworks, and all guidance.

use serde::Serialize;

use crate::{
    model::{Common, Language, Text},
    page::{
        Context,
        frame::{FrameView, Head, frame},
        here::{Here, own},
        view::{HtmlView, LinkView, TextView},
    },
    wording::Place,
};

/// A list of frameworks or of guidance.
#[derive(Clone, Debug, Serialize)]
pub struct StandingView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// What they are for.
    pub intro: String,
    /// Each of them.
    pub entries: Vec<StandingEntry>,
}

/// A framework or guidance document in a list.
#[derive(Clone, Debug, Serialize)]
pub struct StandingEntry {
    /// Its page.
    pub link: LinkView,
    /// Who publishes it.
    pub publisher: Option<TextView>,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// How much it holds.
    pub holds: String,
}

/// The list of all frameworks, or where `place` says so of all guidance.
pub fn standing(context: &Context<'_>, language: &Language, place: &Place) -> StandingView {
    let here = Here::new(context, language, place.clone());
    let model = context.model;
    let frameworks = *place == Place::Frameworks;
    let key = if frameworks { "frameworks" } else { "guidance" };
    let intro = here.word(&format!("{key}-intro"));
    let entries = if frameworks {
        let all = model.frameworks.iter().enumerate();
        all.map(|(at, found)| {
            let count = found.items.len();
            let kind = if found.is_goals() {
                "goals-count"
            } else {
                "indicators-count"
            };
            StandingEntry {
                holds: here.phrase(kind, &[("count", count.into())]),
                ..entry(
                    &here,
                    &Place::Framework(at),
                    &found.title,
                    found.publisher.as_ref(),
                    &found.common,
                )
            }
        })
        .collect()
    } else {
        let all = model.guidance.iter().enumerate();
        all.map(|(at, found)| {
            let count = found.duties().count();
            StandingEntry {
                holds: here.phrase("duties-count", &[("count", count.into())]),
                ..entry(
                    &here,
                    &Place::Guidance(at),
                    &found.title,
                    found.publisher.as_ref(),
                    &found.common,
                )
            }
        })
        .collect()
    };
    StandingView {
        frame: frame(
            &here,
            Head {
                description: Some(intro.clone()),
                ..Head::new(own(here.word(key)))
            },
        ),
        intro,
        entries,
    }
}

fn entry(
    here: &Here<'_>,
    place: &Place,
    title: &Text,
    publisher: Option<&Text>,
    common: &Common,
) -> StandingEntry {
    StandingEntry {
        link: here.link(place, title),
        publisher: here.maybe(publisher),
        summary: common.summary.as_ref().map(|text| here.line(text)),
        holds: String::new(),
    }
}
