//! One measure across editions.

use std::collections::BTreeSet;

use serde::Serialize;

use crate::{
    model::{Id, Language, Polarity},
    page::{
        Context,
        action_row::action_link,
        charts::chart_view,
        corrections::{CorrectionView, corrections_of_measure},
        evidence::standing_on,
        figure::symbols,
        files::{attachments, downloads},
        frame::{FrameView, Head, frame},
        here::{Here, own},
        item::item_link,
        key::{Explained, key},
        measure_row::{
            ComparatorView, MeasureRow, comparators, figures, measure_row, polarity, rank,
            rank_sentence,
        },
        report_lists::report_link,
        series::{SeriesView, counted_otherwise, series_views},
        series_drawing::series_chart,
        view::{
            AttachmentView, ChartView, ContentsView, DownloadView, HtmlView, KeyView,
            LinkOfEdition, LinkView, PeriodView, SymbolView, TextView,
        },
    },
    reference::{Chart, MeasureAt, Spot},
    wording::Place,
};

/// One measure across editions.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// The codes it is known by elsewhere.
    pub codes: Vec<String>,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// What exactly is counted.
    pub definition: Option<HtmlView>,
    /// Where the figures come from.
    pub source: Option<HtmlView>,
    /// What its figures count.
    pub unit_text: String,
    /// Which way is better.
    pub polarity: String,
    /// How many periods there are figures for.
    pub periods_text: String,
    /// Its row in the latest edition that has it.
    pub latest: Option<LatestView>,
    /// The objectives it stands in.
    pub objectives: Vec<LinkView>,
    /// The actions that name it, each with the latest edition that has it.
    pub actions: Vec<LinkOfEdition>,
    /// The goals and indicators that its objectives serve, each with the latest edition in which they do.
    pub serves: Vec<LinkOfEdition>,
    /// The self-evaluations that stand on it.
    pub evaluations: Vec<LinkOfEdition>,
    /// Its chart in that edition.
    pub chart: Option<ChartView>,
    /// The series as a chart, where there are enough figures for a line.
    pub series_chart: Option<ChartView>,
    /// The whole series: a table for each kind and length of period, the latest figure's first; those
    /// that count the other way come last.
    pub series: Vec<SeriesView>,
    /// Which editions count their figures the other way than the latest does, from the start of the
    /// year or not, and that these stand apart.
    pub counted_otherwise: Option<String>,
    /// The symbols among the figures.
    pub symbols: Vec<SymbolView>,
    /// What each edition says about it, the latest first.
    pub comments: Vec<CommentView>,
    /// Others' figures.
    pub comparators: Vec<ComparatorView>,
    /// What the table of those shows.
    pub comparators_caption: String,
    /// Its place among others.
    pub rank: Option<String>,
    /// The data behind the page.
    pub downloads: Vec<DownloadView>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
    /// What was put right after publication, the latest first.
    pub corrections: Vec<CorrectionView>,
    /// What the earlier figures say of the latest, and its place among others: a sentence each.
    pub trends: Vec<String>,
    /// What it goes on from, and what goes on from it, a sentence each.
    pub lineage: Vec<LineageView>,
    /// What the ratings mean.
    pub key: KeyView,
    /// The page's own contents.
    pub contents: Vec<ContentsView>,
}

/// The measure in the latest edition that has it.
#[derive(Clone, Debug, Serialize)]
pub struct LatestView {
    /// Its row there.
    pub row: MeasureRow,
    /// That edition.
    pub report: LinkView,
}

/// A measure that this one goes on from, or that goes on from it.
#[derive(Clone, Debug, Serialize)]
pub struct LineageView {
    /// Which of the two.
    pub text: String,
    /// The other measure.
    pub link: LinkView,
}

/// What an edition says about the measure.
#[derive(Clone, Debug, Serialize)]
pub struct CommentView {
    /// The edition.
    pub report: LinkView,
    /// The period it speaks of.
    pub period: PeriodView,
    /// What it says.
    pub text: HtmlView,
}

/// The page of one measure; `None` where no edition has it.
pub fn measure(context: &Context<'_>, language: &Language, id: &Id) -> Option<MeasureView> {
    let here = Here::new(context, language, Place::Measure(id.clone()));
    let at = context.latest_place(id)?;
    let (found, facts) = context.measure(at);
    let editions: Vec<_> = context.places_of(id).collect();
    let series = context.facts.series.get(id)?;
    let languages = context.model.languages();
    let title = here.text(&found.title);
    let short = here
        .text(found.common.short_title.as_ref().unwrap_or(&found.title))
        .marked();
    let all_points = || series.points.iter().chain(&series.otherwise);
    let periods: BTreeSet<_> = all_points().map(|point| point.period).collect();
    let of_row = figures(found, facts);
    let of_series = all_points().flat_map(|point| {
        let figures = [&point.actual, &point.target, &point.intervention];
        figures.into_iter().flatten()
    });
    let comments = comments(&here, &editions);
    let comparators = comparators(&here, found, facts);
    let entry = |anchor: &str, word: &str| here.part(anchor, word);
    let contents = [
        Some(entry("latest", "latest-figure")),
        Some(entry("series", "series")),
        (!comparators.is_empty()).then(|| entry("comparators", "comparators")),
        Some(entry("about", "about-this-measure")),
        (!comments.is_empty()).then(|| entry("comments", "comments")),
        Some(entry("key", "key-heading")),
        Some(entry("data", "open-data")),
    ];
    Some(MeasureView {
        contents: contents.into_iter().flatten().collect(),
        frame: measure_frame(&here, id, title),
        codes: found.codes.iter().map(ToString::to_string).collect(),
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        definition: found.definition.as_ref().map(|text| here.line(text)),
        source: found.source.as_ref().map(|text| here.line(text)),
        unit_text: here.lexicon.unit_name(&found.unit, languages).into_owned(),
        polarity: match facts.polarity {
            Some(Polarity::Target) => here.word("polarity-target-rule"),
            other => polarity(&here, other),
        },
        periods_text: here.phrase("periods-count", &[("count", periods.len().into())]),
        latest: Some(LatestView {
            row: measure_row(&here, at),
            report: report_link(&here, at.report),
        }),
        objectives: objectives(&here, &editions),
        actions: actions(&here, &editions),
        serves: serves(&here, &editions),
        evaluations: standing(&here, id, &editions),
        chart: chart_view(&here, at.report, &Chart::Measure(at.objective, at.measure)),
        series: series_views(&here, at, series, &short),
        counted_otherwise: counted_otherwise(&here, at, series),
        series_chart: series_chart(&here, id),
        symbols: symbols(&here, of_row.chain(of_series)),
        comments,
        comparators,
        comparators_caption: {
            let period = here.lexicon.period(facts.period);
            let places = [("measure", short.into()), ("period", period.into())];
            here.phrase("caption-comparators", &places)
        },
        rank: rank(&here, found),
        downloads: downloads(&here, &[Place::MeasuresCsv(at.report), Place::SiteJson]),
        attachments: attachments(&here, &found.common),
        corrections: corrections_of_measure(&here, series),
        trends: {
            let mut points = series.points.iter();
            let others = points.any(|point| !point.period.comparable(facts.period));
            let trends = here.lexicon.trend(found, facts, languages, others);
            let rank = rank_sentence(&here, found, facts);
            trends.into_iter().chain(rank).collect()
        },
        lineage: lineage(&here, id),
        key: key(
            &here,
            Explained {
                ratings: true,
                judgements: false,
            },
        ),
    })
}

fn lineage(here: &Here<'_>, id: &Id) -> Vec<LineageView> {
    let Some(series) = here.context.facts.series.get(id) else {
        return Vec::new();
    };
    let view = |key: &str, other: &Id| {
        let (measure, _) = here.context.measure(here.context.latest_place(other)?);
        let short = measure.common.short_title.as_ref();
        Some(LineageView {
            text: here.word(key),
            link: here.link(
                &Place::Measure(other.clone()),
                short.unwrap_or(&measure.title),
            ),
        })
    };
    let replaces = series.replaces.iter();
    let replaces = replaces.filter_map(|other| view("measure-replaces", other));
    let replaced_by = series.replaced_by.iter();
    let replaced_by = replaced_by.filter_map(|other| view("measure-replaced-by", other));
    replaces.chain(replaced_by).collect()
}

fn measure_frame(here: &Here<'_>, id: &Id, title: TextView) -> FrameView {
    let context = here.context;
    let (before, after) = context.index.neighbours(id);
    let turn = |id: Option<&Id>| {
        let (measure, _) = context.measure(context.latest_place(id?)?);
        let title = measure
            .common
            .short_title
            .as_ref()
            .unwrap_or(&measure.title);
        Some(here.link(&Place::Measure(measure.id.value.clone()), title))
    };
    let latest = context.latest_place(id).map(|at| context.measure(at).0);
    let summary = latest.and_then(|measure| {
        let summary = measure.common.summary.as_ref();
        summary.or(measure.definition.as_ref())
    });
    frame(
        here,
        Head {
            short: latest.and_then(|measure| measure.common.short_title.as_ref()),
            summary,
            above: vec![(Place::Measures, own(here.word("measures")))],
            description: Some(here.phrase("caption-series", &[("measure", title.marked().into())])),
            previous: turn(before),
            next: turn(after),
            ..Head::new(title)
        },
    )
}

/// The objectives that a measure stands in, each once, by their latest editions.
fn objectives(here: &Here<'_>, editions: &[MeasureAt]) -> Vec<LinkView> {
    let mut seen = BTreeSet::new();
    let mut links = Vec::new();
    for at in editions {
        let objective = &here.context.model.reports[at.report].objectives[at.objective];
        if seen.insert(&objective.id) {
            links.push(here.link(&Place::Objective(at.report, at.objective), &objective.title));
        }
    }
    links
}

/// The actions that name a measure, each once, by their latest editions.
fn actions(here: &Here<'_>, editions: &[MeasureAt]) -> Vec<LinkOfEdition> {
    let model = here.context.model;
    let thread = here.context.index.thread();
    let mut naming: Vec<_> = editions
        .iter()
        .flat_map(|row| thread.measured_by(*row))
        .collect();
    let order = &here.context.facts.editions;
    naming.sort_by_key(|(report, ..)| std::cmp::Reverse(order.rank(*report)));
    let mut seen = BTreeSet::new();
    naming.retain(|(report, objective, action)| {
        let found = &model.reports[*report].objectives[*objective];
        seen.insert((&found.id, &found.actions[*action].id.value))
    });
    let links = naming.into_iter();
    links
        .map(|(report, objective, action)| LinkOfEdition {
            link: action_link(here, report, objective, action),
            report: report_link(here, report),
        })
        .collect()
}

/// The goals and indicators that the objectives of a measure serve, each once, the latest edition's
/// first.
fn serves(here: &Here<'_>, editions: &[MeasureAt]) -> Vec<LinkOfEdition> {
    let thread = here.context.index.thread();
    let served = editions.iter().flat_map(|row| {
        let served = thread.served_by(row.report, row.objective);
        served.map(|item| (row.report, item))
    });
    let mut seen = BTreeSet::new();
    served
        .filter(|(_, item)| seen.insert(*item))
        .map(|(report, (framework, item))| LinkOfEdition {
            link: item_link(here, framework, item),
            report: report_link(here, report),
        })
        .collect()
}

/// The evaluations that stand on a measure, in the order of its editions.
fn standing(here: &Here<'_>, id: &Id, editions: &[MeasureAt]) -> Vec<LinkOfEdition> {
    let rows = editions.iter().map(|row| Spot::Row(*row));
    standing_on(here, rows.chain([Spot::Measure(id.clone())]))
}

fn comments(here: &Here<'_>, editions: &[MeasureAt]) -> Vec<CommentView> {
    let views = editions.iter().filter_map(|at| {
        let (measure, facts) = here.context.measure(*at);
        Some(CommentView {
            text: here.line(measure.comment.as_ref()?),
            report: report_link(here, at.report),
            period: here.period(facts.period),
        })
    });
    views.collect()
}
