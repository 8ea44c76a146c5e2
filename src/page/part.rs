//! What an anchor leads to, in words: evidence names the part of a page that it is.

use crate::{
    model::{FrameworkItem, Objective, Prose, Section},
    page::{
        anchor::{
            Anchors, action_anchor, question_anchor, row_anchor, section_anchor, theme_anchor,
        },
        here::{Here, own},
        prose::{headings, section_heading},
        view::TextView,
    },
    reference::Spot,
    wording::Place,
};

/// The words for the part of the page of `spot` at `anchor`, behind those for the page: its heading,
/// question, action or measure; the anchor itself where it has none.
pub(super) fn part_of(here: &Here<'_>, page: &TextView, spot: &Spot, anchor: &str) -> TextView {
    let part = named(here, spot, anchor).unwrap_or_else(|| own(format!("#{anchor}")));
    let places = [
        ("page", page.marked().into()),
        ("part", part.marked().into()),
    ];
    own(here.phrase("part-of-page", &places))
}

fn named(here: &Here<'_>, spot: &Spot, anchor: &str) -> Option<TextView> {
    let model = here.context.model;
    let of = |place: Place, texts: &[&Prose]| heading(here, texts, Anchors::of(&place), anchor);
    match *spot {
        Spot::Home => of(Place::Home, &[&model.home.prose]),
        Spot::Page(at) => of(Place::Page(at), &[&model.pages[at].prose]),
        Spot::Framework(at) => of(Place::Framework(at), &[&model.frameworks[at].introduction]),
        Spot::Guidance(at) => of(Place::Guidance(at), &[&model.guidance[at].introduction]),
        Spot::Chapter(at, chapter) => {
            let text = &model.guidance[at].chapters[chapter].prose;
            of(Place::Chapter(at, chapter), &[text])
        }
        Spot::Item(framework, at) => in_item(here, &model.frameworks[framework].items[at], anchor),
        Spot::Report(at) | Spot::Section(at, None, _) => {
            let report = &model.reports[at];
            let anchors = Anchors::of(&Place::Report(at));
            let anchors = anchors.sections(&report.sections);
            let anchors = anchors.evaluations(&report.evaluations);
            section(here, &report.sections, anchor)
                .or_else(|| fixed(here, anchor))
                .or_else(|| {
                    let texts = texts(&report.introduction, &report.sections);
                    heading(here, &texts, anchors, anchor)
                })
        }
        Spot::Objective(report, at) | Spot::Section(report, Some(at), _) => {
            let found = &model.reports[report].objectives[at];
            let anchors = Anchors::of(&Place::Objective(report, at)).objective(found);
            section(here, &found.sections, anchor)
                .or_else(|| fixed(here, anchor))
                .or_else(|| row(here, found, anchor))
                .or_else(|| heading(here, &texts(&found.why, &found.sections), anchors, anchor))
        }
        _ => None,
    }
}

/// A challenge question or a theme of an indicator.
fn in_item(here: &Here<'_>, item: &FrameworkItem, anchor: &str) -> Option<TextView> {
    let mut questions = 0..item.questions.len();
    if let Some(at) = questions.find(|at| question_anchor(item, *at) == anchor) {
        let number = here.lexicon.count(at + 1);
        return Some(own(
            here.phrase("question-number", &[("number", number.into())])
        ));
    }
    let mut themes = item.themes.iter();
    let theme = themes.find(|theme| theme_anchor(theme) == anchor)?;
    Some(here.text(&theme.title))
}

/// A narrative section.
fn section(here: &Here<'_>, sections: &[Section], anchor: &str) -> Option<TextView> {
    let mut sections = sections.iter();
    let found = sections.find(|section| section_anchor(section) == anchor)?;
    Some(section_heading(here, found))
}

/// A part that every report or objective may have.
fn fixed(here: &Here<'_>, anchor: &str) -> Option<TextView> {
    let key = match anchor {
        "why" => "why-we-chose-this",
        "objectives" | "ways-of-working" | "actions" | "measures" | "evaluations" => anchor,
        _ => return None,
    };
    Some(own(here.word(key)))
}

/// An action or a measure in its table.
fn row(here: &Here<'_>, objective: &Objective, anchor: &str) -> Option<TextView> {
    let mut actions = objective.actions.iter();
    if let Some(found) = actions.find(|action| action_anchor(action.id.value.as_str()) == anchor) {
        return Some(here.text(&found.title));
    }
    let mut measures = objective.measures.iter();
    let found =
        measures.find(|measure| row_anchor(objective, measure.id.value.as_str()) == anchor)?;
    Some(here.text(&found.title))
}

/// The texts of a page in their order: the one that it begins with, then its sections.
fn texts<'a>(first: &'a Prose, sections: &'a [Section]) -> Vec<&'a Prose> {
    let sections = sections.iter().map(|section| &section.prose);
    [first].into_iter().chain(sections).collect()
}

/// A heading in texts that stand on one page one after the other, where `anchors` are given already.
/// Words that several headings have tell none of them.
fn heading(
    here: &Here<'_>,
    texts: &[&Prose],
    mut anchors: Anchors,
    anchor: &str,
) -> Option<TextView> {
    let all = texts
        .iter()
        .flat_map(|text| headings(here, text, &mut anchors.ids));
    let all: Vec<_> = all.collect();
    let (_, found) = all.iter().find(|(id, _)| id == anchor)?;
    let same = all.iter().filter(|(_, text)| text.text == found.text);
    (same.count() == 1).then(|| found.clone())
}
