//! Every page of the website, and where its files stand.

use crate::{
    model::Model,
    page::Context,
    reference::Spot,
    wording::{Address, Place, relative},
};

/// A page: where it is, and which template of the theme shows it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PagePlace {
    /// The page.
    pub place: Place,
    /// The template's name, such as `report.html`.
    pub template: &'static str,
}

/// Every page that each language has, in reading order. Charts and data files are not among them.
pub fn places(context: &Context<'_>) -> Vec<PagePlace> {
    let model = context.model;
    let mut places = vec![Place::Home];
    let thread = context.index.has_thread();
    for at in 0..model.reports.len() {
        places.extend(Place::pages_of_report(model, at, thread));
    }
    places.push(Place::Measures);
    let measures = context.index.measures().iter().cloned();
    places.extend(measures.map(Place::Measure));
    places.extend(standing(model));
    if thread {
        places.push(Place::Thread);
    }
    places.extend((0..model.pages.len()).map(Place::Page));
    places.push(Place::NotFound);
    let page = |place| {
        let template = template(&place)?;
        Some(PagePlace { place, template })
    };
    places.into_iter().filter_map(page).collect()
}

/// The pages of frameworks and guidance.
fn standing(model: &Model) -> Vec<Place> {
    let mut places = Vec::new();
    if !model.frameworks.is_empty() {
        places.push(Place::Frameworks);
    }
    for (at, framework) in model.frameworks.iter().enumerate() {
        places.push(Place::Framework(at));
        let items = 0..framework.items.len();
        places.extend(items.map(|item| Place::Item(at, item)));
    }
    if !model.guidance.is_empty() {
        places.push(Place::AllGuidance);
    }
    for (at, guidance) in model.guidance.iter().enumerate() {
        places.push(Place::Guidance(at));
        let chapters = 0..guidance.chapters.len();
        places.extend(chapters.map(|chapter| Place::Chapter(at, chapter)));
        if !guidance.responsibilities.is_empty() {
            places.push(Place::Duties(at));
        }
    }
    places
}

/// The template that shows a page; `None` for what is not a page.
pub fn template(place: &Place) -> Option<&'static str> {
    Some(match place {
        Place::Home => "home.html",
        Place::Page(_) => "page.html",
        Place::Report(_) => "report.html",
        Place::Objective(..) => "objective.html",
        Place::ReportMeasures(_) => "measures.html",
        Place::ReportActions(_) => "actions.html",
        Place::ReportExceptions(_) => "exceptions.html",
        Place::Print(_) => "print.html",
        Place::Measures => "measure_index.html",
        Place::Measure(_) => "measure.html",
        Place::Frameworks | Place::AllGuidance => "standing.html",
        Place::Framework(_) => "framework.html",
        Place::Item(..) => "item.html",
        Place::Guidance(_) => "guidance.html",
        Place::Chapter(..) => "chapter.html",
        Place::Duties(_) => "duties.html",
        Place::Thread | Place::ReportThread(_) => "thread.html",
        Place::NotFound => "not_found.html",
        Place::Chart(..)
        | Place::SeriesChart(_)
        | Place::MeasuresCsv(_)
        | Place::ActionsCsv(_)
        | Place::SiteJson
        | Place::Feed => return None,
    })
}

/// Whether a page shows anything of a draft: such pages are marked, and search engines are asked
/// to pass them over.
pub fn shows_draft(context: &Context<'_>, place: &Place) -> bool {
    let reports = &context.model.reports;
    match place {
        // The page of a report has the judgements of every edition beside its own.
        Place::Home
        | Place::Report(_)
        | Place::Measures
        | Place::Framework(_)
        | Place::Item(..)
        | Place::Duties(_)
        | Place::Thread => reports.iter().any(|report| !report.is_public()),
        Place::Measure(id) | Place::SeriesChart(id) => {
            let mut editions = context.places_of(id);
            editions.any(|at| !reports[at.report].is_public())
        }
        // They count the duties that something answers.
        Place::Guidance(at) | Place::Chapter(at, _)
            if !context.model.guidance[*at].responsibilities.is_empty() =>
        {
            reports.iter().any(|report| !report.is_public())
        }
        other => {
            other.report().is_some_and(|at| !reports[at].is_public())
                || is_evidence_of_draft(context, other)
        }
    }
}

/// Whether an evaluation of a draft stands on what a page holds, which says so there.
fn is_evidence_of_draft(context: &Context<'_>, place: &Place) -> bool {
    let model = context.model;
    let spots = match place {
        Place::Page(at) => vec![Spot::Page(*at)],
        Place::Guidance(at) => vec![Spot::Guidance(*at)],
        Place::Thread => vec![Spot::Thread(None)],
        Place::ReportThread(at) => vec![Spot::Thread(Some(*at))],
        Place::Chapter(at, chapter) => {
            let paragraphs = model.guidance[*at].chapters[*chapter].paragraphs.iter();
            let numbers = paragraphs.map(|number| number.value.to_string());
            let paragraphs = numbers.map(|number| Spot::Paragraph(*at, *chapter, number));
            paragraphs.chain([Spot::Chapter(*at, *chapter)]).collect()
        }
        Place::Objective(report, at) => {
            let found = &model.reports[*report].objectives[*at];
            let sections = 0..found.sections.len();
            let sections = sections.map(|section| Spot::Section(*report, Some(*at), section));
            let actions = 0..found.actions.len();
            let actions = actions.map(|action| Spot::Action(*report, *at, action));
            let evaluations = 0..found.evaluations.len();
            let evaluations = evaluations.map(|it| Spot::Evaluation(*report, Some(*at), it));
            let own = sections.chain(actions).chain(evaluations);
            own.chain([Spot::Objective(*report, *at)]).collect()
        }
        _ => return false,
    };
    let thread = context.index.thread();
    let mut standing = spots.iter().flat_map(|spot| thread.standing_on(spot));
    standing.any(|(report, ..)| !model.reports[report].is_public())
}

/// Where a file of the content folder is copied to: beside the pages. A report's files stand under
/// the report's own address, which is its folder's name without `reports/`.
pub fn asset_address(path: &str) -> Address {
    Address::new(path.strip_prefix("reports/").unwrap_or(path))
}

/// An address without `index.html`, percent-encoded, for what is named in full.
pub(super) fn folder_address(address: &Address) -> String {
    let root = Address::new("index.html");
    let path = relative(&root, address, true);
    path.strip_prefix("./").unwrap_or(&path).to_owned()
}
