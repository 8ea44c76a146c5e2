//! What a reference in prose becomes on the page that it stands on.

use crate::{
    page::{
        action_row::{action_link, duty_link, measure_link},
        anchor::section_anchor,
        charts::chart_caption,
        evaluation::evaluation_link,
        here::{Here, own},
        item::item_link,
        prose::section_heading,
        report_lists::report_link,
        thread::thread_name,
        view::LinkView,
    },
    reference::{Counted, FigureOf, NumberOf, Spot, Target},
    wording::{LinkedFigure, Place},
};

/// The link to a target, with the words for it where the author left them out; `None` for what
/// leads out of the site as it is written.
///
/// A figure whose unit the text names behind it is worded without: `behind` is that text.
pub(super) fn target_link(here: &Here<'_>, target: &Target, behind: &str) -> Option<LinkView> {
    let link = match target {
        Target::External => return None,
        Target::Fragment(anchor) => LinkView {
            href: here.href_at(&here.place, Some(anchor)),
            text: own(anchor.clone()),
        },
        Target::Spot(spot, fragment) => spot_link(here, spot, fragment.as_deref()),
        Target::Figure(figure) => figure_link(here, figure, behind),
        Target::Number(number) => number_link(here, number, behind),
        Target::Chart(report, name) => LinkView {
            href: here.href(&Place::Chart(*report, name.clone())),
            text: own(chart_caption(here, *report, name).unwrap_or_else(|| name.clone())),
        },
        Target::Asset(at, fragment) => {
            let path = &here.context.model.assets[*at].path;
            let behind = fragment.as_ref().map(|fragment| format!("#{fragment}"));
            let behind = behind.unwrap_or_default();
            let name = path.rsplit('/').next().unwrap_or(path);
            LinkView {
                href: format!("{}{behind}", here.asset(path)),
                text: own(format!("{name}{behind}")),
            }
        }
    };
    Some(link)
}

fn spot_link(here: &Here<'_>, spot: &Spot, fragment: Option<&str>) -> LinkView {
    let model = here.context.model;
    let to = |place: Place, text| LinkView {
        href: here.href_at(&place, fragment),
        text,
    };
    match spot {
        Spot::Home => to(Place::Home, own(here.word("home"))),
        Spot::Page(at) => to(Place::Page(*at), here.text(&model.pages[*at].title)),
        Spot::Report(at) => LinkView {
            href: here.href_at(&Place::Report(*at), fragment),
            ..report_link(here, *at)
        },
        Spot::Objective(report, at) => {
            let found = &model.reports[*report].objectives[*at];
            let title = found.common.short_title.as_ref().unwrap_or(&found.title);
            to(Place::Objective(*report, *at), here.text(title))
        }
        Spot::Section(report, objective, at) => {
            let (place, sections) = match objective {
                None => (Place::Report(*report), &model.reports[*report].sections),
                Some(objective) => (
                    Place::Objective(*report, *objective),
                    &model.reports[*report].objectives[*objective].sections,
                ),
            };
            let section = &sections[*at];
            let anchor = section_anchor(section);
            LinkView {
                href: here.href_at(&place, Some(fragment.unwrap_or(&anchor))),
                text: section_heading(here, section),
            }
        }
        Spot::Action(report, objective, at) => action_link(here, *report, *objective, *at),
        Spot::Row(at) => measure_link(here, *at),
        Spot::Framework(at) => {
            let found = &model.frameworks[*at];
            let title = found.common.short_title.as_ref().unwrap_or(&found.title);
            to(Place::Framework(*at), here.text(title))
        }
        Spot::Item(framework, at) => LinkView {
            href: here.href_at(&Place::Item(*framework, *at), fragment),
            ..item_link(here, *framework, *at)
        },
        Spot::Guidance(at) => {
            let found = &model.guidance[*at];
            let title = found.common.short_title.as_ref().unwrap_or(&found.title);
            to(Place::Guidance(*at), here.text(title))
        }
        Spot::Chapter(guidance, at) => {
            let found = &model.guidance[*guidance].chapters[*at];
            to(Place::Chapter(*guidance, *at), here.text(&found.title))
        }
        Spot::Paragraph(guidance, chapter, number) => {
            let place = Place::Chapter(*guidance, *chapter);
            let word = here.word("paragraph");
            LinkView {
                href: here.href_at(&place, Some(fragment.unwrap_or(number))),
                text: own(format!("{word} {number}")),
            }
        }
        Spot::Duties(at) => to(Place::Duties(*at), own(here.word("responsibilities"))),
        Spot::Duty(guidance, body, at) => duty_link(here, (*guidance, *body, *at)),
        Spot::Thread(None) => to(Place::Thread, own(here.word("golden-thread"))),
        Spot::Thread(Some(at)) => {
            let name = thread_name(here, &report_link(here, *at));
            to(Place::ReportThread(*at), own(name))
        }
        Spot::Evaluation(report, objective, at) => evaluation_link(here, *report, *objective, *at),
        Spot::Measure(id) => {
            let place = Place::Measure(id.clone());
            let found = here
                .context
                .latest_place(id)
                .map(|at| here.context.measure(at).0);
            let title =
                found.map(|found| found.common.short_title.as_ref().unwrap_or(&found.title));
            to(
                place,
                title.map_or_else(|| own(id.to_string()), |title| here.text(title)),
            )
        }
    }
}

/// The link to a figure's row, or to the measure's own page where no edition is meant. Its words
/// are the figure.
fn figure_link(here: &Here<'_>, figure: &FigureOf, behind: &str) -> LinkView {
    let context = here.context;
    let linked = LinkedFigure::of(context.model, context.facts, figure);
    let languages = context.model.languages();
    let shown = linked.shown(behind, here.lexicon, languages);
    let (measure, _) = context.measure(figure.at);
    LinkView {
        href: if figure.edition {
            measure_link(here, figure.at).href
        } else {
            here.href(&Place::Measure(measure.id.value.clone()))
        },
        text: own(shown.unwrap_or_else(|| here.word("not-supplied"))),
    }
}

/// What a number is the number of, for a link that says no more than the number; `None` for a target
/// that has words of its own.
pub(super) fn counted_in(here: &Here<'_>, target: &Target) -> Option<String> {
    let link = match target {
        Target::Figure(figure) => measure_link(here, figure.at),
        Target::Number(NumberOf::Complete(report, objective, at)) => {
            action_link(here, *report, *objective, *at)
        }
        Target::Number(NumberOf::Count { counted, .. }) => {
            return Some(here.word(match counted {
                Counted::Actions | Counted::ActionsComplete => "actions",
                _ => "measures",
            }));
        }
        _ => return None,
    };
    Some(link.text.text)
}

/// The link to where a number is told: the action's row, or what is counted in.
fn number_link(here: &Here<'_>, number: &NumberOf, behind: &str) -> LinkView {
    let context = here.context;
    let linked = LinkedFigure::number(context.model, context.facts, number);
    let shown = linked.shown(behind, here.lexicon, context.model.languages());
    let href = match number {
        NumberOf::Complete(report, objective, at) => {
            action_link(here, *report, *objective, *at).href
        }
        NumberOf::Count {
            report,
            objective,
            counted,
        } => {
            let list = match counted {
                Counted::Actions | Counted::ActionsComplete => "actions",
                _ => "measures",
            };
            match (objective, list) {
                (Some(at), list) => here.href_at(&Place::Objective(*report, *at), Some(list)),
                (None, "actions") => here.href(&Place::ReportActions(*report)),
                _ => here.href(&Place::ReportMeasures(*report)),
            }
        }
    };
    LinkView {
        href,
        text: own(shown.unwrap_or_else(|| here.word("not-supplied"))),
    }
}
