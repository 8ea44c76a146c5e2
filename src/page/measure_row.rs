//! A measure as one row of a table, and the tables of an objective's groups.

use rayon::prelude::*;
use serde::Serialize;

use crate::{
    facts::{MeasureFacts, RatingCounts},
    model::{Figure, Group, Measure, Objective, Polarity, RbaQuestion, SeriesBreak},
    page::{
        anchor::{group_anchor, part_anchor, row_anchor},
        charts::chart_view,
        corrections::{RowCorrected, figures_corrected},
        counts::tally,
        exceptions::{actual_restated, restated},
        figure::{direction, figure, ratings, symbols},
        files::attachments,
        filled::{REASON, filled, worded},
        here::{Here, own},
        series::in_other_unit,
        spark::{SparkView, spark},
        view::{
            AttachmentView, ChartView, DirectionView, FigureView, HtmlView, PeriodView, RatingView,
            SymbolView, TextView,
        },
    },
    reference::{Chart, MeasureAt},
    wording::{Place, apart, capitalised, standing_name},
};

/// A measure in one edition, as a row of a table.
#[derive(Clone, Debug, Serialize)]
pub struct MeasureRow {
    /// The row's anchor.
    pub id: String,
    /// Its place in its objective.
    pub number: String,
    /// The measure's own page.
    pub href: String,
    /// The codes it is known by elsewhere.
    pub codes: Vec<String>,
    /// Its title.
    pub title: TextView,
    /// A shorter title, where there is one, else the same.
    pub short: TextView,
    /// What its figures count.
    pub unit_text: String,
    /// Which way is better.
    pub polarity: String,
    /// The period that its figures cover.
    pub period: PeriodView,
    /// The result.
    pub actual: FigureView,
    /// What was published for the period first, where this edition gives another figure for it.
    pub actual_restated: Option<HtmlView>,
    /// The aim.
    pub target: FigureView,
    /// The level at which performance needs intervening in.
    pub intervention: FigureView,
    /// The result one comparable period earlier.
    pub previous: FigureView,
    /// The period of that, short: it is of the same kind as the row's own.
    pub previous_period: Option<String>,
    /// What was published for that period first, where it was restated since.
    pub restated: Option<HtmlView>,
    /// Which of its figures were put right after publication, with the way to how.
    pub corrected: RowCorrected,
    /// The direction of travel.
    pub direction: DirectionView,
    /// The figures behind it as a small line, where there are three or more.
    pub spark: Option<SparkView>,
    /// The ratings that readers see.
    pub ratings: Vec<RatingView>,
    /// What the organisation says about the result.
    pub comment: Option<HtmlView>,
    /// Others' figures.
    pub comparators: Vec<ComparatorView>,
    /// Its place among others.
    pub rank: Option<String>,
    /// From when on its figures do not compare with earlier ones.
    #[serde(rename = "break")]
    pub series_break: Option<HtmlView>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
}

/// Another body's or an average's figure.
#[derive(Clone, Debug, Serialize)]
pub struct ComparatorView {
    /// Whose.
    pub name: TextView,
    /// The figure.
    pub figure: FigureView,
    /// How the result stands to it, in a sentence; none where that cannot be said.
    pub standing: Option<String>,
    /// The same in a few words, beside the figure.
    pub standing_short: Option<String>,
}

/// The measures of one objective under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct GroupView {
    /// Its anchor.
    pub id: String,
    /// Its heading.
    pub heading: TextView,
    /// How many there are, how they are rated, by whom and for which periods.
    pub sentence: String,
    /// All of them on one chart.
    pub chart: Option<ChartView>,
    /// The measures.
    pub rows: Vec<MeasureRow>,
    /// The symbols among their figures.
    pub symbols: Vec<SymbolView>,
    /// What the table shows.
    pub caption: String,
}

/// The row of the measure at a place.
pub(super) fn measure_row(here: &Here<'_>, at: MeasureAt) -> MeasureRow {
    let context = here.context;
    let report = &context.model.reports[at.report];
    let objective = &report.objectives[at.objective];
    let measure = &objective.measures[at.measure];
    let facts = &context.facts.reports[at.report].objectives[at.objective].measures[at.measure];
    let show = |found: Option<&Figure>| figure(here, found, facts.decimals, &measure.unit);
    let languages = context.model.languages();
    let short = measure.common.short_title.as_ref();
    let previous = facts.previous.as_ref();
    MeasureRow {
        id: row_anchor(objective, measure.id.value.as_str()),
        number: here.lexicon.count(at.measure + 1),
        href: here.href(&Place::Measure(measure.id.value.clone())),
        codes: measure.codes.iter().map(ToString::to_string).collect(),
        title: here.text(&measure.title),
        short: here.text(short.unwrap_or(&measure.title)),
        unit_text: here
            .lexicon
            .unit_name(&measure.unit, languages)
            .into_owned(),
        polarity: polarity(here, facts.polarity),
        period: here.period(facts.period),
        actual: show(measure.actual.as_ref()),
        actual_restated: actual_restated(here, measure, facts),
        target: show(measure.target.as_ref()),
        intervention: show(measure.intervention.as_ref()),
        previous: previous_figure(here, measure, facts),
        previous_period: previous.map(|previous| here.lexicon.period_short(previous.period)),
        restated: restated(here, measure, facts),
        corrected: figures_corrected(here, at),
        direction: direction(here, measure, facts),
        spark: spark(here, measure, facts),
        ratings: ratings(here, measure, facts),
        comment: measure.comment.as_ref().map(|text| here.line(text)),
        comparators: comparators(here, measure, facts),
        rank: rank(here, measure),
        series_break: facts
            .series_break
            .as_ref()
            .or(measure.series_break.as_ref())
            .map(|series_break| break_sentence(here, series_break)),
        attachments: attachments(here, &measure.common),
    }
}

/// The figure one comparable period earlier, in its own unit.
fn previous_figure(here: &Here<'_>, measure: &Measure, facts: &MeasureFacts) -> FigureView {
    let previous = facts.previous.as_ref();
    let found = previous.map(|previous| &previous.figure);
    match previous.and_then(|previous| previous.other_unit.as_ref()) {
        Some(unit) => {
            let mut shown = figure(here, found, found.map_or(0, Figure::decimals), unit);
            shown.note = shown.note.or_else(|| Some(in_other_unit(here, unit)));
            shown
        }
        None => figure(here, found, facts.decimals, &measure.unit),
    }
}

/// Which way is better, in a few words.
pub(super) fn polarity(here: &Here<'_>, polarity: Option<Polarity>) -> String {
    let word = polarity.map_or("unknown", Polarity::as_str);
    here.word(&format!("polarity-{word}"))
}

/// Others' figures for the period of a measure.
pub(super) fn comparators(
    here: &Here<'_>,
    measure: &Measure,
    facts: &MeasureFacts,
) -> Vec<ComparatorView> {
    let compared = measure.comparators.iter().zip(&facts.compared);
    let views = compared.map(|(comparator, standing)| {
        let value = comparator.value.as_ref();
        let decimals = shown_decimals(measure, facts, value);
        let name = here.text(&comparator.name);
        // What is better does not look the same.
        let told = |value: &Figure| {
            let actual = measure.actual.as_ref()?.value?;
            Some(apart(value.value?, actual, decimals))
        };
        let told = value.and_then(told).unwrap_or(decimals);
        let actual = measure.actual.as_ref().and_then(|actual| actual.value);
        let is_same = value.is_some_and(|value| value.value == actual);
        let standing = standing.map(|standing| standing_name(standing, is_same));
        let sentence = |standing| {
            let FigureView { text, marks, .. } = figure(here, value, told, &measure.unit);
            let words: Vec<_> = std::iter::once(text).chain(marks).collect();
            here.lexicon
                .compared(standing, &name.marked(), &words.join(" "))
        };
        ComparatorView {
            standing: standing.map(sentence),
            standing_short: standing
                .map(|standing| here.word(&format!("compared-short-{standing}"))),
            figure: figure(here, value, decimals, &measure.unit),
            name,
        }
    });
    views.collect()
}

/// The decimals that a figure beside a row is shown with: another's, or another year's, may be
/// written more exactly than the row's own, and is only rounded where the site says so.
pub(super) fn shown_decimals(
    measure: &Measure,
    facts: &MeasureFacts,
    value: Option<&Figure>,
) -> u32 {
    let written = value.map_or(0, Figure::decimals);
    measure.decimals.unwrap_or(facts.decimals.max(written))
}

/// A measure's place among others: `7 of 22`.
pub(super) fn rank(here: &Here<'_>, measure: &Measure) -> Option<String> {
    let rank = measure.rank.as_ref()?.value;
    let number = |number: u32| here.lexicon.number(number.into(), 0);
    let places = [
        ("place", number(rank.place).into()),
        ("of", number(rank.of).into()),
    ];
    Some(here.phrase("rank-text", &places))
}

/// A measure's place among others, in a sentence.
pub(super) fn rank_sentence(
    here: &Here<'_>,
    measure: &Measure,
    facts: &MeasureFacts,
) -> Option<String> {
    let rank = measure.rank.as_ref()?.value;
    let number = |number: u32| here.lexicon.number(number.into(), 0);
    let places = [
        ("place", number(rank.place).into()),
        ("of", number(rank.of).into()),
        ("period", here.lexicon.period(facts.period).into()),
    ];
    Some(here.phrase("rank-sentence", &places))
}

/// From when on figures do not compare with earlier ones, and why.
pub(super) fn break_sentence(here: &Here<'_>, series_break: &SeriesBreak) -> HtmlView {
    let period = here.lexicon.period(series_break.from.value);
    let reason = series_break.reason.as_ref();
    let Some(reason) = reason else {
        return worded(&here.phrase("break-sentence", &[("period", period.into())]));
    };
    let places = [("period", period.into()), ("reason", REASON.into())];
    let sentence = here.phrase("break-sentence-reason", &places);
    // The reason may have been written as a sentence or as the end of one; it stands as one.
    filled(&sentence, [(REASON, begun(&here.clause(reason)))])
}

/// The same HTML, beginning with a capital letter.
fn begun(html: &str) -> String {
    let mut words = html;
    while words.starts_with('<') {
        words = words.split_once('>').map_or("", |(_, words)| words);
    }
    let (tags, words) = html.split_at(html.len() - words.len());
    format!("{tags}{}", capitalised(words))
}

/// The groups of an objective in reading order. `prefix` makes their anchors unlike those of other
/// objectives on the page; charts stand only on the objective's own page.
pub(super) fn groups(
    here: &Here<'_>,
    report: usize,
    objective: usize,
    prefix: Option<&str>,
) -> Vec<GroupView> {
    let context = here.context;
    let found = &context.model.reports[report].objectives[objective];
    let facts = &context.facts.reports[report].objectives[objective];
    let view = |group: &Group| {
        let members = || {
            let measures = found.measures.iter().zip(&facts.measures).enumerate();
            measures.filter(|(_, (measure, _))| measure.group == *group)
        };
        let own: Vec<_> = members().map(|(_, (_, facts))| facts.clone()).collect();
        let tally = tally(here, &RatingCounts::of(&own), own.iter());
        let heading = group_heading(here, group);
        let figures = members().flat_map(|(_, (measure, facts))| figures(measure, facts));
        GroupView {
            id: prefix.map_or_else(
                || group_anchor(found, group),
                |prefix| part_anchor(prefix, &format!("group-{}", group.as_str())),
            ),
            sentence: format!("{} {}", tally.sentence, tally.mark),
            chart: prefix
                .is_none()
                .then(|| chart_view(here, report, &Chart::Group(objective, group.clone())))
                .flatten(),
            rows: members()
                .map(|(measure, _)| {
                    let at = MeasureAt {
                        report,
                        objective,
                        measure,
                    };
                    measure_row(here, at)
                })
                .collect(),
            symbols: symbols(here, figures),
            caption: caption(here, found, &heading),
            heading,
        }
    };
    // Each has a chart, which takes its time.
    group_order(found).into_par_iter().map(view).collect()
}

/// Every figure of a row, for the symbols among them.
pub(super) fn figures<'a>(
    measure: &'a Measure,
    facts: &'a MeasureFacts,
) -> impl Iterator<Item = &'a Figure> {
    let own = [&measure.actual, &measure.target, &measure.intervention];
    let previous = facts.previous.as_ref().map(|previous| &previous.figure);
    let others = measure.comparators.iter();
    let others = others.filter_map(|comparator| comparator.value.as_ref());
    own.into_iter().flatten().chain(previous).chain(others)
}

/// The groups that an objective's measures stand in, in the order of their first measures.
pub(super) fn group_order(objective: &Objective) -> Vec<&Group> {
    let mut groups: Vec<&Group> = Vec::new();
    for measure in &objective.measures {
        if !groups.contains(&&measure.group) {
            groups.push(&measure.group);
        }
    }
    groups
}

/// The heading of a group: built in for the three questions, else as site.yaml has it.
pub(super) fn group_heading(here: &Here<'_>, group: &Group) -> TextView {
    let id = match group {
        Group::Rba(RbaQuestion::HowMuch) => return own(here.word("group-how-much")),
        Group::Rba(RbaQuestion::HowWell) => return own(here.word("group-how-well")),
        Group::Rba(RbaQuestion::BetterOff) => return own(here.word("group-better-off")),
        Group::Other(id) => id,
    };
    let mut groups = here.context.model.settings.measure_groups.iter();
    let found = groups.find(|group| group.id == *id);
    found.map_or_else(|| own(id.to_string()), |group| here.text(&group.title))
}

fn caption(here: &Here<'_>, objective: &Objective, heading: &TextView) -> String {
    let short = objective.common.short_title.as_ref();
    let title = here.text(short.unwrap_or(&objective.title)).marked();
    let places = [
        ("group", heading.marked().into()),
        ("objective", title.into()),
    ];
    here.phrase("caption-measures", &places)
}
