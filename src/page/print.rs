//! A whole edition on one page, for committees: its parts, tables and figures numbered.

use serde::Serialize;

use crate::{
    model::{Language, Objective},
    page::{
        Context,
        action_row::{ActionRow, action_rows},
        anchor::{Anchors, part_anchor},
        charts::{figure, named_chart},
        corrections::{CorrectionView, corrections_of},
        counts::{direction_sentence, directions, judged, progress, tally},
        description::first_paragraph,
        evaluation::{EvaluationView, evaluations},
        files::attachments,
        frame::{FrameView, Head, frame},
        here::{Here, own},
        home::{period, stage},
        key::{Explained, key},
        measure_row::{GroupView, group_order, groups},
        numbering::{Entry, Numbers},
        objective::{GoalView, WayView, goals, judgement_sentence, ways},
        prose::{Written, prose, sections},
        report_lists::{actions_caption, report_link},
        story::{StoryView, story},
        view::{
            AttachmentView, Badge, ChartView, CountView, HtmlView, KeyView, LinkView, ProgressView,
            TallyView, TextView,
        },
    },
    reference::{Chart, Origin},
    wording::Place,
};

/// A whole edition on one page.
#[derive(Clone, Debug, Serialize)]
pub struct PrintView {
    /// What every page has.
    #[serde(flatten)]
    pub frame: FrameView,
    /// The report as pages of their own.
    pub report: LinkView,
    /// The period it is about.
    pub period: String,
    /// The stage it is of.
    pub stage: String,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// The number of the first part: what the edition comes to.
    pub overview: Numbered,
    /// What it comes to.
    #[serde(flatten)]
    pub story: StoryView,
    /// Its own text, and its narrative sections.
    pub sections: Vec<PrintSection>,
    /// Its objectives.
    pub whole: Vec<PrintObjective>,
    /// The part that holds what it says of itself as a whole against quality indicators.
    pub evaluations_part: Option<Numbered>,
    /// What it says of itself as a whole against quality indicators.
    pub evaluations: Vec<PrintEvaluation>,
    /// The part that tells what was put right after publication.
    pub corrections_part: Option<Numbered>,
    /// What was put right after publication, the latest first.
    pub corrections: Vec<CorrectionView>,
    /// The part that names further files.
    pub attachments_part: Option<Numbered>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
    /// The part that says what ratings and judgements mean, where there are any.
    pub key_part: Option<Numbered>,
    /// What ratings and judgements mean.
    pub key: KeyView,
    /// All parts with their numbers.
    pub numbered_contents: Vec<Entry>,
}

/// A heading with its number.
#[derive(Clone, Debug, Serialize)]
pub struct Numbered {
    /// Its number, such as `2.1`.
    pub number: String,
    /// Its anchor.
    pub id: String,
    /// Its words.
    pub heading: TextView,
}

/// A numbered text.
#[derive(Clone, Debug, Serialize)]
pub struct PrintSection {
    /// Its heading.
    #[serde(flatten)]
    pub numbered: Numbered,
    /// Its text; the headings in it are numbered as well.
    pub body: HtmlView,
}

/// An objective of the edition.
#[derive(Clone, Debug, Serialize)]
pub struct PrintObjective {
    /// Its title.
    #[serde(flatten)]
    pub numbered: Numbered,
    /// Its code.
    pub code: Option<String>,
    /// Its summary.
    pub summary: Option<HtmlView>,
    /// Who leads it.
    pub lead: Option<TextView>,
    /// What it serves.
    pub serves: Vec<GoalView>,
    /// The judgement on it.
    pub judgement: Badge,
    /// The same in a sentence.
    pub judgement_sentence: String,
    /// The ratings of its measures.
    pub tally: TallyView,
    /// Their directions of travel.
    pub directions: Vec<CountView>,
    /// The same in a sentence.
    pub direction_sentence: String,
    /// How far its actions have come.
    pub progress: Option<ProgressView>,
    /// Why it was chosen, and its narrative sections.
    pub sections: Vec<PrintSection>,
    /// The part that tells the five ways of working.
    pub ways_part: Option<Numbered>,
    /// The five ways of working.
    pub ways: Vec<WayView>,
    /// The part that lists its actions.
    pub actions_part: Option<Numbered>,
    /// All actions on one chart.
    pub actions_chart: Option<ChartView>,
    /// What the table of actions shows, with its number.
    pub actions_caption: String,
    /// Its actions.
    pub actions: Vec<ActionRow>,
    /// The part that lists its measures.
    pub measures_part: Option<Numbered>,
    /// All ratings on one chart.
    pub rag_chart: Option<ChartView>,
    /// Its measures under their headings.
    pub groups: Vec<PrintGroup>,
    /// The part that says what its measures count.
    pub about_part: Option<Numbered>,
    /// What its measures count, as far as that is told.
    pub about: Vec<PrintMeasure>,
    /// The part that holds what it says of itself against quality indicators.
    pub evaluations_part: Option<Numbered>,
    /// What it says of itself against quality indicators.
    pub evaluations: Vec<PrintEvaluation>,
    /// The part that names further files.
    pub attachments_part: Option<Numbered>,
    /// Files that belong to it.
    pub attachments: Vec<AttachmentView>,
}

/// What a measure counts.
#[derive(Clone, Debug, Serialize)]
pub struct PrintMeasure {
    /// Its title.
    pub title: TextView,
    /// What is counted.
    pub definition: Option<HtmlView>,
    /// Where the figures come from.
    pub source: Option<HtmlView>,
}

/// A self-evaluation.
#[derive(Clone, Debug, Serialize)]
pub struct PrintEvaluation {
    /// The number of its heading.
    pub number: String,
    /// What it says.
    #[serde(flatten)]
    pub evaluation: EvaluationView,
}

/// The measures of an objective under one heading.
#[derive(Clone, Debug, Serialize)]
pub struct PrintGroup {
    /// The number of its heading.
    pub number: String,
    /// The measures, with the numbers of their chart and table.
    #[serde(flatten)]
    pub group: GroupView,
}

/// A whole edition on one page.
pub fn print(context: &Context<'_>, language: &Language, at: usize) -> PrintView {
    let here = Here::new(context, language, Place::Print(at));
    let found = &context.model.reports[at];
    let origin = Origin::of(context.model, found.span).report(at);
    let mut anchors = Anchors::of(&here.place).whole(found);
    let mut numbers = Numbers::new(&here);
    let overview = numbers.part(1, "overview", own(here.word("print-overview")));
    let mut texts = Vec::new();
    let introduction = prose(&here, &found.introduction, &origin, 3, &mut anchors);
    let description = first_paragraph(introduction.as_ref().map(|written| &written.view));
    if let Some(written) = introduction {
        let heading = own(here.word("print-introduction"));
        texts.push(section(&mut numbers, 1, "introduction", heading, written));
    }
    for (view, written) in sections(&here, &found.sections, &origin, 3, &mut anchors) {
        let id = format!("section-{}", view.id);
        texts.push(section(&mut numbers, 1, &id, view.heading, written));
    }
    let objectives = 0..found.objectives.len();
    let whole = objectives.map(|index| objective(&here, at, index, &mut anchors, &mut numbers));
    let whole: Vec<_> = whole.collect();
    let found_evaluations = evaluations(&here, at, None, 5, &mut anchors);
    let (evaluations_part, evaluations) = evaluated(&mut numbers, found_evaluations, 1, None);
    let corrections = corrections_of(&here, at);
    let files = attachments(&here, &found.common);
    let mut part = |wanted: bool, id: &str, word: &str| {
        wanted.then(|| numbers.part(1, id, own(here.word(word))))
    };
    let corrections_part = part(!corrections.is_empty(), "corrections", "corrections");
    let attachments_part = part(!files.is_empty(), "attachments", "attachments");
    let explained = Explained {
        ratings: context.facts.reports[at].ratings.all() > 0,
        judgements: found.objectives.iter().any(|objective| {
            objective.judgement.is_some()
                || objective.actions.iter().any(|action| action.rag.is_some())
        }),
    };
    let key_part = part(explained.any(), "key", "key-heading");
    let link = report_link(&here, at);
    let places = [("report", link.text.marked().into())];
    PrintView {
        frame: frame(
            &here,
            Head {
                title: Some(here.phrase("report-print-title", &places)),
                short: None,
                summary: found.common.summary.as_ref(),
                description,
                above: vec![(Place::Report(at), link.text.clone())],
                report: Some(at),
                ..Head::new(here.text(&found.title))
            },
        ),
        period: period(&here, found),
        stage: stage(&here, found),
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        overview,
        story: story(&here, at),
        sections: texts,
        whole,
        evaluations_part,
        evaluations,
        corrections_part,
        corrections,
        attachments_part,
        attachments: files,
        key_part,
        key: key(&here, explained),
        numbered_contents: numbers.contents(),
        report: link,
    }
}

/// A text under a heading of `level`, the headings in it numbered below that one.
fn section(
    numbers: &mut Numbers<'_>,
    level: usize,
    id: &str,
    heading: TextView,
    written: Written,
) -> PrintSection {
    let numbered = numbers.part(level, id, heading);
    PrintSection {
        numbered,
        body: numbers.text(level, written),
    }
}

fn objective(
    here: &Here<'_>,
    report: usize,
    at: usize,
    anchors: &mut Anchors,
    numbers: &mut Numbers<'_>,
) -> PrintObjective {
    let found = &here.context.model.reports[report].objectives[at];
    let facts = &here.context.facts.reports[report].objectives[at];
    let origin = Origin::of(here.context.model, found.span).objective(report, at);
    let prefix = format!("objective-{}", found.id);
    let id = |name: &str| part_anchor(&prefix, name);
    let numbered = numbers.part(1, &prefix, here.text(&found.title));
    let mut texts = Vec::new();
    if let Some(written) = prose(here, &found.why, &origin, 4, anchors) {
        let heading = own(here.word("why-we-chose-this"));
        texts.push(section(numbers, 2, &id("why"), heading, written));
    }
    for (view, written) in sections(here, &found.sections, &origin, 4, anchors) {
        let id = id(&format!("section-{}", view.id));
        texts.push(section(numbers, 2, &id, view.heading, written));
    }
    let chart = |numbers: &mut Numbers<'_>, chart: Chart| {
        let name = chart.name(here.context.model, report);
        let view = named_chart(here, report, &name, &part_anchor(&prefix, ""))?;
        let caption = numbers.figure(&view.caption);
        Some(figure(here, ChartView { caption, ..view }))
    };
    let part = |numbers: &mut Numbers<'_>, wanted: bool, name: &str, word: &str| {
        wanted.then(|| numbers.part(2, &id(name), own(here.word(word))))
    };
    let ways = ways(here, found);
    let ways_part = part(numbers, !ways.is_empty(), "ways", "ways-of-working");
    let actions = action_rows(here, report, at);
    let actions_part = part(numbers, !actions.is_empty(), "actions", "actions");
    let actions_chart = actions_part
        .is_some()
        .then(|| chart(numbers, Chart::Actions(at)))
        .flatten();
    let actions_caption = match &actions_part {
        Some(_) => numbers.table(&actions_caption(here, found)),
        None => String::new(),
    };
    let measures_part = part(numbers, !found.measures.is_empty(), "measures", "measures");
    let rag_chart = measures_part
        .is_some()
        .then(|| chart(numbers, Chart::Ratings(at)))
        .flatten();
    let names = group_order(found);
    let views = groups(here, report, at, Some(&prefix))
        .into_iter()
        .zip(names);
    let groups = views.map(|(group, name)| {
        let numbered = numbers.part(3, &group.id, group.heading.clone());
        PrintGroup {
            number: numbered.number,
            group: GroupView {
                chart: chart(numbers, Chart::Group(at, name.clone())),
                caption: numbers.table(&group.caption),
                ..group
            },
        }
    });
    let groups = groups.collect();
    let about = about(here, found);
    let about_part = (!about.is_empty())
        .then(|| numbers.part(3, &id("about"), own(here.word("about-measures"))));
    let evaluations = evaluations(here, report, Some(at), 6, anchors);
    let (evaluations_part, evaluations) = evaluated(numbers, evaluations, 2, Some(&prefix));
    let files = attachments(here, &found.common);
    let attachments_part = part(numbers, !files.is_empty(), "attachments", "attachments");
    let judgement = found.judgement.as_ref().map(|judgement| judgement.value);
    PrintObjective {
        numbered,
        code: found.code.as_ref().map(ToString::to_string),
        summary: found.common.summary.as_ref().map(|text| here.line(text)),
        lead: here.maybe(found.lead.as_ref()),
        serves: goals(here, report, at),
        judgement: judged(here, judgement),
        judgement_sentence: judgement_sentence(here, judgement),
        tally: tally(here, &facts.ratings, facts.measures.iter()),
        directions: directions(here, &facts.directions),
        direction_sentence: direction_sentence(here, &facts.directions),
        progress: progress(here, &facts.actions),
        sections: texts,
        ways_part,
        ways,
        actions_part,
        actions_chart,
        actions_caption,
        actions,
        measures_part,
        rag_chart,
        groups,
        about_part,
        about,
        evaluations_part,
        evaluations,
        attachments_part,
        attachments: files,
    }
}

/// What the measures of an objective count and where their figures come from, for those that say so, in
/// the order of the tables.
fn about(here: &Here<'_>, objective: &Objective) -> Vec<PrintMeasure> {
    let names = group_order(objective);
    let measures = names.iter().flat_map(|name| {
        let measures = objective.measures.iter();
        measures.filter(move |measure| measure.group == **name)
    });
    let told = measures.filter(|it| it.definition.is_some() || it.source.is_some());
    let views = told.map(|measure| PrintMeasure {
        title: here.text(&measure.title),
        definition: measure.definition.as_ref().map(|text| here.line(text)),
        source: measure.source.as_ref().map(|text| here.line(text)),
    });
    views.collect()
}

/// A part of `level` with the evaluations in it; `own` is the anchor of the objective that they are of.
fn evaluated(
    numbers: &mut Numbers<'_>,
    found: Vec<EvaluationView>,
    level: usize,
    own_anchor: Option<&str>,
) -> (Option<Numbered>, Vec<PrintEvaluation>) {
    let anchor =
        |name: &str| own_anchor.map_or_else(|| name.to_owned(), |it| part_anchor(it, name));
    let heading = numbers.word("evaluations");
    let part =
        (!found.is_empty()).then(|| numbers.part(level, &anchor("evaluations"), own(heading)));
    let found = found.into_iter().map(|evaluation| {
        let id = anchor(&evaluation.id);
        let numbered = numbers.part(level + 1, &id, evaluation.indicator.text.clone());
        PrintEvaluation {
            number: numbered.number,
            evaluation: EvaluationView { id, ..evaluation },
        }
    });
    (part, found.collect())
}
