//! Everything that may carry what any item may.

use crate::{
    model::{Common, Evaluation, Model, Objective},
    text::Span,
};

/// Something that carries what any item may, with the part of the content that is its own.
#[derive(Clone, Copy, Debug)]
pub struct Item<'a> {
    /// What it is.
    pub carrier: Carrier,
    /// What it carries.
    pub common: &'a Common,
    /// What of the content belongs to it.
    pub extent: Extent,
}

/// What carries something. Indices are the model's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Carrier {
    /// The home page.
    Home,
    /// A page of the site's own.
    Page(usize),
    /// A report.
    Report(usize),
    /// An objective of a report.
    Objective(usize, usize),
    /// An action of an objective of a report.
    Action(usize, usize, usize),
    /// A measure of an objective of a report.
    Measure(usize, usize, usize),
    /// A self-evaluation of a report, or of the objective where there is one.
    Evaluation(usize, Option<usize>, usize),
    /// A framework.
    Framework(usize),
    /// A goal or quality indicator of a framework.
    Goal(usize, usize),
    /// A guidance document.
    Guidance(usize),
    /// A chapter of a guidance document.
    Chapter(usize, usize),
}

/// The part of the content that belongs to an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// An entry of a file.
    Entry(Span),
    /// A whole file, in every language.
    File(Span),
    /// Every file in a file's folder, and those of the evaluations in it.
    Folder(Span),
    /// Every file in a file's folder and in all below it.
    Tree(Span),
}

impl Item<'_> {
    /// The name that its address ends with in the first language; none where it has no page that is
    /// called after it.
    pub fn name(&self, model: &Model) -> Option<String> {
        Some(match self.carrier {
            Carrier::Home => String::new(),
            Carrier::Page(at) => model.pages[at].path.join("/"),
            Carrier::Report(at) => model.reports[at].id.to_string(),
            Carrier::Objective(report, at) => model.reports[report].objectives[at].id.to_string(),
            Carrier::Framework(at) => model.frameworks[at].id.to_string(),
            Carrier::Goal(at, goal) => model.frameworks[at].items[goal].id.to_string(),
            Carrier::Guidance(at) => model.guidance[at].id.to_string(),
            Carrier::Chapter(at, chapter) => model.guidance[at].chapters[chapter].id.to_string(),
            Carrier::Action(..) | Carrier::Measure(..) | Carrier::Evaluation(..) => return None,
        })
    }
}

impl Model {
    /// Everything that may carry what any item may, what stands inside another before it.
    pub fn items(&self) -> impl Iterator<Item = Item<'_>> {
        let item = |carrier, common, extent| Item {
            carrier,
            common,
            extent,
        };
        let home = item(
            Carrier::Home,
            &self.home.common,
            Extent::File(self.home.span),
        );
        let pages = self.pages.iter().enumerate();
        let pages = pages
            .map(move |(at, page)| item(Carrier::Page(at), &page.common, Extent::File(page.span)));
        let reports = self.reports.iter().enumerate();
        let reports = reports.flat_map(move |(report, found)| {
            let objectives = found.objectives.iter().enumerate();
            let inside = objectives.flat_map(move |(at, found)| objective(report, at, found));
            let extent = Extent::Folder(found.span);
            inside
                .chain(evaluations(report, None, &found.evaluations))
                .chain([item(Carrier::Report(report), &found.common, extent)])
        });
        let frameworks = self.frameworks.iter().enumerate();
        let frameworks = frameworks.flat_map(move |(at, found)| {
            let goals = found.items.iter().enumerate();
            let goals = goals.map(move |(goal, found)| {
                let extent = Extent::File(found.span);
                item(Carrier::Goal(at, goal), &found.common, extent)
            });
            let extent = Extent::Tree(found.span);
            goals.chain([item(Carrier::Framework(at), &found.common, extent)])
        });
        let guidance = self.guidance.iter().enumerate();
        let guidance = guidance.flat_map(move |(at, found)| {
            let chapters = found.chapters.iter().enumerate();
            let chapters = chapters.map(move |(chapter, found)| {
                let extent = Extent::File(found.span);
                item(Carrier::Chapter(at, chapter), &found.common, extent)
            });
            let extent = Extent::Tree(found.span);
            chapters.chain([item(Carrier::Guidance(at), &found.common, extent)])
        });
        std::iter::once(home)
            .chain(pages)
            .chain(reports)
            .chain(frameworks)
            .chain(guidance)
    }
}

/// An objective, what stands in its files before it.
fn objective(report: usize, at: usize, found: &Objective) -> impl Iterator<Item = Item<'_>> {
    let actions = found.actions.iter().enumerate();
    let actions = actions.map(move |(action, found)| Item {
        carrier: Carrier::Action(report, at, action),
        common: &found.common,
        extent: Extent::Entry(found.span),
    });
    let measures = found.measures.iter().enumerate();
    let measures = measures.map(move |(measure, found)| Item {
        carrier: Carrier::Measure(report, at, measure),
        common: &found.common,
        extent: Extent::Entry(found.span),
    });
    actions
        .chain(measures)
        .chain(evaluations(report, Some(at), &found.evaluations))
        .chain([Item {
            carrier: Carrier::Objective(report, at),
            common: &found.common,
            extent: Extent::Folder(found.span),
        }])
}

fn evaluations(
    report: usize,
    objective: Option<usize>,
    all: &[Evaluation],
) -> impl Iterator<Item = Item<'_>> {
    all.iter().enumerate().map(move |(at, found)| Item {
        carrier: Carrier::Evaluation(report, objective, at),
        common: &found.common,
        extent: Extent::File(found.span),
    })
}
