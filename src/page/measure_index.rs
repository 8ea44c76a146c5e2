//! The index of all measures of the site.

use serde::Serialize;

use crate::{
    model::{Figure, Language},
    page::{
        Context,
        corrections::{RowCorrected, figures_corrected},
        figure::{direction, figure, ratings},
        files::downloads,
        frame::{FrameView, Head, frame},
        here::{Here, own},
        spark::{SparkView, spark},
        view::{
            ContentsView, DirectionView, DownloadView, FigureView, PeriodView, RatingView, TextView,
        },
    },
    reference::MeasureAt,
    wording::Place,
};

/// The index of all measures of the site.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureIndexView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// How many there are.
    pub intro: Option<String>,
    /// The measures by the objective that they last stood in.
    pub groups: Vec<IndexGroup>,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
    /// The page's own contents.
    pub contents: Vec<ContentsView>,
}

/// The measures of one objective.
#[derive(Clone, Debug, Serialize)]
pub struct IndexGroup {
    /// The objective's title.
    pub heading: Option<TextView>,
    /// The objective's page.
    pub href: Option<String>,
    /// The group's anchor.
    pub id: String,
    /// What the table shows.
    pub caption: String,
    /// The measures.
    pub rows: Vec<IndexRow>,
}

/// A measure with its latest figures.
#[derive(Clone, Debug, Serialize)]
pub struct IndexRow {
    /// The measure's own page.
    pub href: String,
    /// Its title.
    pub title: TextView,
    /// The codes it is known by elsewhere.
    pub codes: Vec<String>,
    /// The result.
    pub actual: FigureView,
    /// Which of its figures were put right after publication, with the way to how.
    pub corrected: RowCorrected,
    /// The period of the figures.
    pub period: PeriodView,
    /// The aim.
    pub target: FigureView,
    /// The direction of travel.
    pub direction: DirectionView,
    /// The figures behind it as a small line, where there are three or more.
    pub spark: Option<SparkView>,
    /// The ratings that readers see.
    pub ratings: Vec<RatingView>,
}

/// The page of all measures of the site.
pub fn measure_index(context: &Context<'_>, language: &Language) -> MeasureIndexView {
    let here = Here::new(context, language, Place::Measures);
    let mut groups: Vec<((usize, usize), IndexGroup)> = Vec::new();
    for id in context.index.measures() {
        let Some(at) = context.latest_place(id) else {
            continue;
        };
        let key = (at.report, at.objective);
        // Measures come in reading order, so those of one objective follow each other.
        if groups.last().is_none_or(|(last, _)| *last != key) {
            groups.push((key, group(&here, at)));
        }
        if let Some((_, group)) = groups.last_mut() {
            group.rows.push(row(&here, at));
        }
    }
    let groups: Vec<_> = groups.into_iter().map(|(_, group)| group).collect();
    let contents = groups.iter().filter_map(|group| {
        Some(ContentsView {
            href: format!("#{}", group.id),
            text: group.heading.clone()?,
            children: Vec::new(),
        })
    });
    let count = context.index.measures().len();
    let intro = here.phrase("measure-index-intro", &[("count", count.into())]);
    MeasureIndexView {
        contents: contents.collect(),
        groups,
        downloads: downloads(&here, &[Place::SiteJson]),
        frame: frame(
            &here,
            Head {
                description: Some(intro.clone()),
                ..Head::new(own(here.word("measures")))
            },
        ),
        intro: Some(intro),
    }
}

fn group(here: &Here<'_>, at: MeasureAt) -> IndexGroup {
    let report = &here.context.model.reports[at.report];
    let objective = &report.objectives[at.objective];
    let mut heading = here.text(&objective.title);
    let latest = here.context.index.latest() == Some(at.report);
    if !latest {
        let title = report.common.short_title.as_ref().unwrap_or(&report.title);
        let places = [
            ("objective", heading.marked().into()),
            ("report", here.text(title).marked().into()),
        ];
        heading = own(here.phrase("objective-in-report", &places));
    }
    let places = [("group", heading.marked().into())];
    IndexGroup {
        href: Some(here.href(&Place::Objective(at.report, at.objective))),
        id: format!("{}_{}", report.id, objective.id),
        caption: here.phrase("caption-index", &places),
        heading: Some(heading),
        rows: Vec::new(),
    }
}

fn row(here: &Here<'_>, at: MeasureAt) -> IndexRow {
    let (measure, facts) = here.context.measure(at);
    let show = |found: Option<&Figure>| figure(here, found, facts.decimals, &measure.unit);
    IndexRow {
        href: here.href(&Place::Measure(measure.id.value.clone())),
        title: here.text(&measure.title),
        codes: measure.codes.iter().map(ToString::to_string).collect(),
        actual: show(measure.actual.as_ref()),
        corrected: figures_corrected(here, at),
        period: here.period(facts.period),
        target: show(measure.target.as_ref()),
        direction: direction(here, measure, facts),
        spark: spark(here, measure, facts),
        ratings: ratings(here, measure, facts),
    }
}
