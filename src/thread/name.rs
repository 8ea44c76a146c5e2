//! The names that references give to what the thread ties together, as they stand in open data.

use crate::{
    model::Model,
    reference::{Spot, Target},
    thread::Tie,
};

/// The name of something in the edition `report`, such as `objective:learners`, `measure:edu003` or
/// `goal:wfg/more-equal`; of another edition with `@` and that. An evaluation is
/// `evaluation:<objective>/<file>`, that of a report `evaluation:<file>`.
pub fn name(model: &Model, spot: &Spot, report: Option<usize>) -> String {
    let at = |edition: usize| match report {
        Some(report) if report == edition => String::new(),
        _ => format!("@{}", model.reports[edition].id),
    };
    let objective = |report: usize, at: usize| &model.reports[report].objectives[at].id;
    match spot {
        Spot::Home => "page:index".to_owned(),
        Spot::Page(page) => format!("page:{}", model.pages[*page].path.join("/")),
        Spot::Report(edition) => format!("report:{}", model.reports[*edition].id),
        Spot::Objective(edition, place) => {
            format!("objective:{}{}", objective(*edition, *place), at(*edition))
        }
        Spot::Section(edition, place, section) => {
            let report = &model.reports[*edition];
            let (owner, sections) = match place {
                None => (format!("report:{}", report.id), &report.sections),
                Some(place) => (
                    format!("objective:{}{}", objective(*edition, *place), at(*edition)),
                    &report.objectives[*place].sections,
                ),
            };
            format!("{owner}#{}", sections[*section].role.as_str())
        }
        Spot::Action(edition, place, action) => {
            let found = &model.reports[*edition].objectives[*place];
            let id = &found.actions[*action].id.value;
            format!("action:{}/{id}{}", found.id, at(*edition))
        }
        Spot::Row(row) => {
            let found = &model.reports[row.report].objectives[row.objective];
            let id = &found.measures[row.measure].id.value;
            format!("measure:{id}{}", at(row.report))
        }
        Spot::Measure(id) => format!("measure:{id}"),
        Spot::Framework(framework) => format!("framework:{}", model.frameworks[*framework].id),
        Spot::Item(framework, item) => {
            let framework = &model.frameworks[*framework];
            let item = &framework.items[*item];
            let kind = if framework.is_goals() {
                "goal"
            } else {
                "quality-indicator"
            };
            format!("{kind}:{}/{}", framework.id, item.id)
        }
        Spot::Guidance(guidance) | Spot::Duties(guidance) => {
            format!("guidance:{}", model.guidance[*guidance].id)
        }
        Spot::Chapter(guidance, chapter) => {
            let guidance = &model.guidance[*guidance];
            format!(
                "guidance:{}/{}",
                guidance.id, guidance.chapters[*chapter].id
            )
        }
        Spot::Paragraph(guidance, _, number) => {
            format!("paragraph:{}/{number}", model.guidance[*guidance].id)
        }
        Spot::Duty(guidance, body, duty) => {
            let guidance = &model.guidance[*guidance];
            let id = &guidance.responsibilities[*body].duties[*duty].id.value;
            format!("duty:{}/{id}", guidance.id)
        }
        Spot::Thread(edition) => format!("thread:{}", edition.map(at).unwrap_or_default()),
        Spot::Evaluation(edition, place, evaluation) => {
            let report = &model.reports[*edition];
            let (within, all) = match place {
                None => (String::new(), &report.evaluations),
                Some(place) => {
                    let found = &report.objectives[*place];
                    (format!("{}/", found.id), &found.evaluations)
                }
            };
            format!("evaluation:{within}{}{}", all[*evaluation].id, at(*edition))
        }
    }
}

/// The name of what a tie leads to, as [`name`] has it; of a chart that of its file, of another file its path
/// from the content folder; else what is written, of a web address that.
pub fn target_name(model: &Model, tie: &Tie) -> String {
    let named = |spot: &Spot| name(model, spot, Some(tie.report));
    let heading = |spot: &Spot, fragment: &str| {
        let name = named(spot);
        let name = name.split('#').next().unwrap_or_default();
        format!("{name}#{fragment}")
    };
    match (&tie.to, &tie.from) {
        (Target::Spot(spot, None), _) => named(spot),
        (Target::Spot(spot, Some(fragment)), _) => heading(spot, fragment),
        // Evaluations stand on the page of their objective or report.
        (Target::Fragment(fragment), Spot::Evaluation(report, None, _)) => {
            heading(&Spot::Report(*report), fragment)
        }
        (Target::Fragment(fragment), Spot::Evaluation(report, Some(objective), _)) => {
            heading(&Spot::Objective(*report, *objective), fragment)
        }
        (Target::Chart(report, chart), _) if *report == tie.report => format!("chart:{chart}"),
        (Target::Chart(report, chart), _) => {
            format!("chart:{chart}@{}", model.reports[*report].id)
        }
        (Target::Asset(at, _), _) => model.assets[*at].path.to_string(),
        _ => tie.written.to_string(),
    }
}
