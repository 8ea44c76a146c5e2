//! The whole site as open data.

use schemars::{JsonSchema, Schema, generate::SchemaSettings, transform::RecursiveTransform};
use serde::Serialize;
use serde_json::Value;

use crate::{
    export::{
        addresses::Addresses,
        context::Context,
        report::Report,
        series::MeasureSeries,
        standing::{Framework, Guidance},
        texts::Texts,
        thread::{Evaluation, Tie, evaluations, ties},
        values::words,
    },
    facts::Facts,
    model::{AtTarget, Language, Model, RagShow},
    reference::References,
    thread::Thread,
    wording::{Place, Wording},
};

/// The shape that `data/site.json` has. Within one number, names and meanings stay; new names may
/// come.
pub const SCHEMA: &str = "goldenthread-site/1";

/// Everything a Goldenthread site publishes in figures. Every name is always there, with null or an
/// empty list where there is nothing to say; further names may come. Periods are written `2017-18`
/// (financial year), `AY2016-17` (academic year), `2017` (calendar year), `2017-18-Q2`,
/// `2017-18-H1` and `2017-M03` (parts of one) or `2012-15` (a span of years).
#[derive(Debug, Serialize, JsonSchema)]
#[schemars(title = "The data of a Goldenthread site")]
struct Site<'a> {
    /// The shape of this file.
    #[schemars(extend("const" = SCHEMA))]
    schema: &'static str,
    /// Who publishes.
    organisation: Texts<'a>,
    /// The site's title.
    title: Texts<'a>,
    /// A sentence or two about the site.
    summary: Option<Texts<'a>>,
    /// What readers are told on every page, such as that the site is an example.
    notice: Option<Texts<'a>>,
    /// The site's languages as BCP 47 tags; the first is the one at the root.
    #[schemars(length(min = 1))]
    languages: Vec<&'a str>,
    /// Where the site is served, with a slash at the end; null where it does not say.
    base_url: Option<&'a str>,
    /// Its home page.
    pages: Addresses<'a>,
    /// How measures are rated, and which ratings are shown.
    rating_rule: RatingRule,
    /// Every edition, latest period first.
    reports: Vec<Report<'a>>,
    /// Every measure across editions, by id.
    measures: Vec<MeasureSeries<'a>>,
    /// Frameworks of goals and of quality indicators.
    frameworks: Vec<Framework<'a>>,
    /// Guidance with its duties, and what answers them.
    guidance: Vec<Guidance<'a>>,
    /// Self-evaluations against quality indicators, by edition from the earliest.
    evaluations: Vec<Evaluation<'a>>,
    /// The golden thread: what leads to what, by edition from the earliest.
    thread: Vec<Tie<'a>>,
}

/// How the site rates measures.
#[derive(Debug, Serialize, JsonSchema)]
struct RatingRule {
    /// Which ratings readers see: the rule's, the organisation's, both or none.
    #[schemars(extend("enum" = words(RagShow::ALL, RagShow::as_str)))]
    show: &'static str,
    /// What a figure exactly at its target is rated.
    #[schemars(extend("enum" = words(AtTarget::ALL, AtTarget::as_str)))]
    at_target: &'static str,
    /// What a figure exactly at its intervention level is rated.
    #[schemars(extend("enum" = words(AtTarget::ALL, AtTarget::as_str)))]
    at_intervention: &'static str,
    /// Per cent of the target by which a figure without an intervention level may miss it and still
    /// be amber, as an exact decimal; null where the site declares none.
    tolerance: Option<String>,
}

impl<'a> Site<'a> {
    fn of(cx: Context<'a>) -> Self {
        let settings = &cx.model.settings;
        let rag = &settings.rag;
        let reports = 0..cx.model.reports.len();
        let measures = cx.facts.series.iter();
        let order = || cx.facts.editions.earliest_first();
        let references = References::new(cx.model, order());
        let thread = Thread::of(cx.model, &references, order());
        let frameworks = 0..cx.model.frameworks.len();
        let guidance = 0..cx.model.guidance.len();
        Self {
            schema: SCHEMA,
            organisation: cx.text(&settings.organisation),
            title: cx.text(&settings.title),
            summary: cx.maybe(settings.summary.as_ref()),
            notice: cx.maybe(settings.notice.as_ref()),
            languages: cx.languages().iter().map(Language::as_str).collect(),
            base_url: settings.base_url.as_deref(),
            pages: Addresses::of(cx, &Place::Home),
            rating_rule: RatingRule {
                show: rag.show.as_str(),
                at_target: rag.at_target.as_str(),
                at_intervention: rag.at_intervention.as_str(),
                tolerance: rag.tolerance.map(|per_cent| per_cent.to_string()),
            },
            reports: reports.map(|at| Report::of(cx, at)).collect(),
            measures: measures
                .filter_map(|(id, series)| MeasureSeries::of(cx, id, series))
                .collect(),
            frameworks: frameworks.map(|at| Framework::of(cx, at)).collect(),
            guidance: guidance.map(|at| Guidance::of(cx, &thread, at)).collect(),
            evaluations: evaluations(cx, &references, &thread),
            thread: ties(cx, &thread),
        }
    }
}

/// `data/site.json`: everything `model` says in figures with what follows from it, worded in every
/// language of the site. Drafts belong in no data: `model` and `facts` are to be without them.
/// Indented, with a line end at its end; the same model gives the same bytes.
///
/// # Panics
/// Never: the views hold nothing that JSON cannot.
pub fn site_json(model: &Model, facts: &Facts, wording: &Wording) -> Vec<u8> {
    let cx = Context {
        model,
        facts,
        wording,
    };
    lines(&Site::of(cx))
}

/// The JSON Schema of `data/site.json`, as `docs/site.schema.json` holds it.
///
/// # Panics
/// Never: a schema is JSON.
pub fn site_schema() -> Vec<u8> {
    let settings = SchemaSettings::draft2020_12()
        .for_serialize()
        .with_transform(RecursiveTransform(unwrap_description));
    lines(&settings.into_generator().into_root_schema_for::<Site<'_>>())
}

/// Descriptions are doc comments, which are broken where lines of code are.
fn unwrap_description(schema: &mut Schema) {
    if let Some(Value::String(description)) = schema.get_mut("description") {
        *description = description.replace('\n', " ");
    }
}

fn lines(value: &impl Serialize) -> Vec<u8> {
    let mut lines = serde_json::to_vec_pretty(value)
        .expect("views have text keys and no numbers that JSON lacks");
    lines.push(b'\n');
    lines
}
