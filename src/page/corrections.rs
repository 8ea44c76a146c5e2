//! What was put right after publication, on every page it touches.

use serde::Serialize;

use crate::{
    facts::{Previous, PreviousSource, Series},
    model::{Correction, Figure, Id, Judgement, Unit},
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

/// That the figures of a row were put right: the day of the latest correction of it, with the way to
/// all of its edition.
pub(super) fn row_corrected(here: &Here<'_>, at: MeasureAt) -> Option<LinkView> {
    corrected(here, |about| match about {
        Target::Spot(Spot::Row(row), _) => *row == at,
        Target::Figure(figure) => figure.at == at,
        _ => false,
    })
}

/// The same of the row that a previous figure was found in, where an earlier edition has it.
pub(super) fn previous_corrected(
    here: &Here<'_>,
    id: &Id,
    previous: Option<&Previous>,
) -> Option<LinkView> {
    let PreviousSource::Edition(report) = previous?.source else {
        return None;
    };
    let series = here.context.facts.series.get(id)?;
    let found = series.line.iter().rev().find(|(at, ..)| *at == report)?;
    row_corrected(here, place(*found))
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
        |about| matches!(about, Target::Spot(spot, _) if *spot == own),
    )
}

fn corrected(here: &Here<'_>, wanted: impl Fn(&Target) -> bool) -> Option<LinkView> {
    let reports = here.context.model.reports.iter().enumerate();
    let all = reports.flat_map(|(at, report)| report.corrections.iter().map(move |it| (at, it)));
    let own =
        all.filter(|(at, correction)| about(here, *at, correction).as_ref().is_some_and(&wanted));
    let (report, latest) = own.max_by_key(|(_, correction)| correction.date.value)?;
    let date = here.date(latest.date.value);
    Some(LinkView {
        href: here.href_at(&Place::Report(report), Some("corrections")),
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
