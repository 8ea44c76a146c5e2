//! What was put right after publication, on every page it touches.

use serde::Serialize;

use crate::{
    facts::{self, PreviousSource, Series},
    model::{Correction, Figure, Judgement, Unit},
    page::{
        action_row::measure_link,
        counts::judged,
        figure::figure,
        here::{Here, own as own_text},
        report_lists::report_link,
        series::place,
        target::target_link,
        view::{DateView, HtmlView, LinkView},
    },
    reference::{Field, MeasureAt, Spot, Target},
    wording::Place,
};

/// What was put right after publication.
#[derive(Clone, Debug, Serialize)]
pub struct CorrectionView {
    /// When.
    pub date: DateView,
    /// What it is about.
    pub about: Option<LinkView>,
    /// Which figure of a measure that is, where it names one: its words within a sentence.
    pub figure: Option<String>,
    /// Whether it withdraws a figure to protect people, of which nothing is told then.
    pub withdrawn: bool,
    /// The figure before.
    pub was: Option<String>,
    /// The figure now.
    pub now: Option<String>,
    /// Why.
    pub reason: HtmlView,
    /// The edition that was put right.
    pub report: LinkView,
}

/// The corrections of a report, the latest first.
pub(super) fn corrections_of(here: &Here<'_>, report: usize) -> Vec<CorrectionView> {
    corrections(here, |at, _| at == report)
}

/// Those of any edition that are about a measure, or about one that it goes on from where that gives
/// figures of its series: the latest first.
pub(super) fn corrections_of_measure(here: &Here<'_>, series: &Series) -> Vec<CorrectionView> {
    let own = |at: &MeasureAt| {
        let spot = (at.report, at.objective, at.measure);
        series.line.contains(&spot)
    };
    corrections(here, |_, about| match about {
        Some(Target::Spot(Spot::Row(at), _)) => own(at),
        Some(Target::Figure(figure)) => own(&figure.at),
        Some(Target::Spot(Spot::Measure(about), _)) => {
            let mut line = series.line.iter();
            line.any(|at| here.context.measure(place(*at)).0.id.value == *about)
        }
        _ => false,
    })
}

/// Those of an edition that are about an objective or anything in it, the latest first.
pub(super) fn corrections_of_objective(
    here: &Here<'_>,
    report: usize,
    objective: usize,
) -> Vec<CorrectionView> {
    let own = |at: usize, of: usize| (at, of) == (report, objective);
    corrections(here, |at, about| {
        at == report
            && match about {
                Some(Target::Figure(figure)) => own(figure.at.report, figure.at.objective),
                Some(Target::Spot(spot, _)) => match spot {
                    Spot::Row(at) => own(at.report, at.objective),
                    Spot::Objective(at, of)
                    | Spot::Action(at, of, _)
                    | Spot::Section(at, Some(of), _) => own(*at, *of),
                    _ => false,
                },
                _ => false,
            }
    })
}

/// Which figures of a row were put right: the day of the latest correction of each, with the way to all of
/// its edition.
#[derive(Clone, Debug, Default, Serialize)]
pub struct RowCorrected {
    /// The result.
    pub actual: Option<LinkView>,
    /// The aim.
    pub target: Option<LinkView>,
    /// The intervention level.
    pub intervention: Option<LinkView>,
    /// The result one comparable period earlier, here or in the edition that it was found in.
    pub previous: Option<LinkView>,
    /// An earlier figure of the small line, in the edition that published it.
    pub earlier: Option<LinkView>,
    /// What is no figure of the table, such as a comparator.
    pub other: Option<LinkView>,
}

/// That anything of a row was put right.
pub(super) fn row_corrected(here: &Here<'_>, at: MeasureAt) -> Option<LinkView> {
    corrected(here, &all(here), |about, _| match about {
        Target::Spot(Spot::Row(row), _) => *row == at,
        Target::Figure(figure) => figure.at == at,
        _ => false,
    })
}

/// What of a row was put right, figure by figure.
pub(super) fn figures_corrected(here: &Here<'_>, at: MeasureAt) -> RowCorrected {
    let all = all(here);
    if all.is_empty() {
        return RowCorrected::default();
    }
    let (measure, facts) = here.context.measure(at);
    let of = |at: MeasureAt, field: Field| {
        corrected(here, &all, |about, correction| match about {
            // Of a measure as a whole it is the result that a correction gives.
            Target::Spot(Spot::Row(row), _) => {
                *row == at && field == Field::Actual && gives_anything(correction)
            }
            Target::Figure(figure) => figure.at == at && figure.field == field,
            _ => false,
        })
    };
    let result = |spot: &facts::Spot| of(place(*spot), Field::Actual);
    let editions = &here.context.facts.editions;
    let series = here.context.facts.series.get(&measure.id.value);
    let line = series.into_iter().flat_map(|series| &series.line).rev();
    let mut before = line.filter(|(report, ..)| editions.rank(*report) < editions.rank(at.report));
    let previous = facts.previous.as_ref();
    let source = previous.map(|previous| previous.source);
    let found = before
        .clone()
        .find(|(report, ..)| source == Some(PreviousSource::Edition(*report)));
    let is_earlier = |spot: &&facts::Spot| {
        let period = here.context.measure(place(**spot)).1.period;
        let mut earlier = facts.earlier.iter();
        previous.is_none_or(|previous| previous.period != period)
            && earlier.any(|(then, _)| *then == period)
    };
    RowCorrected {
        actual: of(at, Field::Actual),
        target: of(at, Field::Target),
        intervention: of(at, Field::Intervention),
        previous: of(at, Field::Previous).or_else(|| result(found?)),
        earlier: before.by_ref().filter(is_earlier).find_map(result),
        other: corrected(here, &all, |about, correction| match about {
            Target::Spot(Spot::Row(row), _) => *row == at && !gives_anything(correction),
            Target::Figure(figure) => {
                figure.at == at && matches!(figure.field, Field::Change | Field::Fraction)
            }
            _ => false,
        }),
    }
}

/// Whether a correction gives a figure, as it was or as it is.
fn gives_anything(correction: &Correction) -> bool {
    correction.was.is_some() || correction.now.is_some()
}

/// The same of an action.
pub(super) fn action_corrected(
    here: &Here<'_>,
    report: usize,
    objective: usize,
    action: usize,
) -> Option<LinkView> {
    let own = Spot::Action(report, objective, action);
    corrected(
        here,
        &all(here),
        |about, _| matches!(about, Target::Spot(spot, _) if *spot == own),
    )
}

/// A correction with its edition and what it is about.
type About<'a> = (usize, &'a Correction, Target);

/// Every correction that is about something.
fn all<'a>(here: &Here<'a>) -> Vec<About<'a>> {
    let reports = here.context.model.reports.iter().enumerate();
    let all = reports.flat_map(|(at, report)| report.corrections.iter().map(move |it| (at, it)));
    all.filter_map(|(at, it)| Some((at, it, about(here, at, it)?)))
        .collect()
}

/// The day of the latest of those that are wanted, with the way to all of its edition.
fn corrected(
    here: &Here<'_>,
    all: &[About<'_>],
    wanted: impl Fn(&Target, &Correction) -> bool,
) -> Option<LinkView> {
    let own = all.iter().filter(|(_, it, about)| wanted(about, it));
    let (report, latest, _) = own.max_by_key(|(_, correction, _)| correction.date.value)?;
    let date = here.date(latest.date.value);
    Some(LinkView {
        href: here.href_at(&Place::Report(*report), Some("corrections")),
        text: own_text(here.phrase("corrected", &[("date", date.text.into())])),
    })
}

/// The corrections of all editions that `wanted` takes by their edition and what they are about, the
/// latest first.
fn corrections(
    here: &Here<'_>,
    wanted: impl Fn(usize, Option<&Target>) -> bool,
) -> Vec<CorrectionView> {
    let reports = here.context.model.reports.iter().enumerate();
    let all = reports.flat_map(|(at, report)| report.corrections.iter().map(move |it| (at, it)));
    let mut found: Vec<_> = all
        .filter(|(at, correction)| wanted(*at, about(here, *at, correction).as_ref()))
        .collect();
    found.sort_by_key(|(_, correction)| std::cmp::Reverse(correction.date.value));
    let views = found.into_iter();
    views
        .map(|(at, correction)| self::correction(here, at, correction))
        .collect()
}

/// What a correction of a report is about.
fn about(here: &Here<'_>, report: usize, correction: &Correction) -> Option<Target> {
    here.context.references().about(report, correction)
}

/// One correction of a report.
pub(super) fn correction(
    here: &Here<'_>,
    report: usize,
    correction: &Correction,
) -> CorrectionView {
    let context = here.context;
    let target = about(here, report, correction);
    // The figures are the measure's where the correction is about one.
    let measure = match &target {
        Some(Target::Spot(Spot::Row(at), _)) => Some(*at),
        Some(Target::Figure(figure)) => Some(figure.at),
        _ => None,
    };
    let measure = measure.map(|at| context.measure(at));
    let unit = measure.map_or(&Unit::Number, |(measure, _)| &measure.unit);
    let withdrawn = correction.withdraws();
    let shown = |found: &Option<Figure>| {
        let found = found.as_ref().filter(|_| !withdrawn)?;
        let own = found.decimals();
        let decimals = measure.map_or(own, |(_, facts)| facts.decimals.max(own));
        Some(figure(here, Some(found), decimals, unit).text)
    };
    let judgement = |found: Option<Judgement>| found.map(|found| judged(here, Some(found)).word);
    let field = target.as_ref().and_then(|target| match target {
        Target::Figure(figure) => named(here, figure.field),
        _ => None,
    });
    CorrectionView {
        date: here.date(correction.date.value),
        about: target.and_then(|target| about_link(here, &target, field.as_deref())),
        figure: field,
        withdrawn,
        was: shown(&correction.was).or_else(|| judgement(correction.was_judged)),
        now: shown(&correction.now).or_else(|| judgement(correction.now_judged)),
        reason: here.line(&correction.reason),
        report: report_link(here, report),
    }
}

/// The way to what a correction is about. A figure is told by its measure and `field`: what it is now
/// says the correction itself.
fn about_link(here: &Here<'_>, target: &Target, field: Option<&str>) -> Option<LinkView> {
    let link = target_link(here, target, "")?;
    let Target::Figure(figure) = target else {
        return Some(link);
    };
    let mut text = measure_link(here, figure.at).text;
    if let Some(field) = field {
        text.text = format!("{}, {field}", text.text);
    }
    Some(LinkView { text, ..link })
}

/// The word for a figure of a measure within a sentence.
fn named(here: &Here<'_>, field: Field) -> Option<String> {
    let key = match field {
        Field::Actual => "actual",
        Field::Target => "target",
        Field::Intervention => "intervention",
        Field::Previous => "previous",
        Field::Change | Field::Fraction => return None,
    };
    Some(here.word(key).to_lowercase())
}
