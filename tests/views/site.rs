//! Sites to look at, and the view of any of their pages.

use std::path::Path;

use goldenthread::{
    facts::{Facts, facts},
    load::load,
    model::{Language, Model},
    page::{self, Context, Index},
    wording::{Place, Wording},
};
use serde_json::Value;

use crate::support::Site;

/// Everything views are made from.
pub struct Inputs {
    pub model: Model,
    pub facts: Facts,
    pub wording: Wording,
    pub index: Index,
}

impl Inputs {
    pub fn of(root: &Path) -> Self {
        let model = load(root).value;
        let facts = facts(&model);
        Self {
            wording: Wording::new(&model).value,
            index: Index::new(&model, &facts),
            facts,
            model,
        }
    }

    /// The example that comes with the program.
    pub fn example() -> Self {
        Self::of(Path::new(env!("CARGO_MANIFEST_DIR")))
    }

    pub fn context(&self) -> Context<'_> {
        Context {
            model: &self.model,
            facts: &self.facts,
            wording: &self.wording,
            index: &self.index,
        }
    }
}

pub fn english() -> Language {
    Language::parse("en").unwrap()
}

pub fn json(view: impl serde::Serialize) -> Value {
    serde_json::to_value(view).unwrap()
}

/// The view of any page.
pub fn view(context: &Context<'_>, language: &Language, place: &Place) -> Value {
    match place {
        Place::Home => json(page::home(context, language)),
        Place::Page(at) => json(page::page(context, language, *at)),
        Place::Report(at) => json(page::report(context, language, *at)),
        Place::Objective(at, objective) => {
            json(page::objective(context, language, *at, *objective))
        }
        Place::ReportMeasures(at) => json(page::report_measures(context, language, *at)),
        Place::ReportActions(at) => json(page::report_actions(context, language, *at)),
        Place::ReportExceptions(at) => json(page::exceptions(context, language, *at)),
        Place::Print(at) => json(page::print(context, language, *at)),
        Place::Measures => json(page::measure_index(context, language)),
        Place::Measure(id) => json(page::measure(context, language, id).unwrap()),
        Place::NotFound => json(page::not_found(context, language)),
        Place::Frameworks | Place::AllGuidance => json(page::standing(context, language, place)),
        Place::Framework(at) => json(page::framework(context, language, *at)),
        Place::Item(at, item) => json(page::item(context, language, *at, *item)),
        Place::Guidance(at) => json(page::guidance(context, language, *at)),
        Place::Chapter(at, chapter) => json(page::chapter(context, language, *at, *chapter)),
        Place::Duties(at) => json(page::duties(context, language, *at)),
        Place::Thread | Place::ReportThread(_) => json(page::thread(context, language, place)),
        other => unreachable!("{other:?} is not a page"),
    }
}

/// Two editions in English and Welsh that use most of what content may hold.
pub fn two_editions() -> Site {
    Site::new()
        .file(
            "content/site.yaml",
            "organisation: {en: Example Council, cy: Cyngor Enghraifft}\n\
             title: {en: Our objectives, cy: Ein hamcanion}\n\
             languages: [en, cy]\n\
             contact: {email: reports@example.org, phone: \"01234 567 890\", address: \"1 High Street\"}\n\
             measure_groups: {indicators: {title: {en: Indicators, cy: Dangosyddion}}}\n",
        )
        .file(
            "content/index.md",
            "---\ntitle: Welcome\naccept: [{code: translation-missing, reason: not part of what is looked at}]\n---\n## Start\n\nRead [about us](about.md), \
             [attendance](measure:attendance) at [](measure:attendance.actual), \
             or [the report](report:2017-18#introduction).\n\n\
             ![How attendance went](chart:attendance)\n\n![A map](images/map.png)\n",
        )
        .file(
            "content/about.md",
            "---\ntitle: {en: About us, cy: Amdanom ni}\nslug: {cy: amdanom}\n\
             attachments: [{file: images/map.png, title: The map}]\naccept: [{code: translation-missing, reason: not part of what is looked at}]\n---\n\
             ## One\n\n## Two\n\n## Three\n\n[Back](index.md#start) [down](#two)\n",
        )
        .file("content/help/contact.md", "---\ntitle: Contact\naccept: [{code: translation-missing, reason: not part of what is looked at}]\n---\n[Up](../about.md)\n")
        .bytes("content/images/map.png", &vec![0; 1_234_567])
        .file(
            "content/reports/2016-17/report.md",
            "---\ntitle: Report 2016/17\nperiod: 2016-17\nstage: annual\nstatus: superseded\n\
             published: 2017-07-01\naccept: [{code: translation-missing, reason: not part of what is looked at}]\n---\n",
        )
        .file(
            "content/reports/2016-17/learners/objective.md",
            "---\ntitle: Learners\n---\nWhy.\n",
        )
        .file(
            "content/reports/2016-17/learners/measures.yaml",
            "how-much:\n  - {id: attendance, title: Attendance, unit: percent, actual: 92.00, \
             target: 93.00, intervention: 90.00, comment: Not far off.}\n  \
             - {id: dropped, title: Dropped, unit: number, polarity: higher, actual: 1, target: 2}\n",
        )
        .file(
            "content/reports/2017-18/report.md",
            "---\ntitle: {en: Report 2017/18, cy: Adroddiad 2017/18}\nsummary: A year.\nperiod: 2017-18\nstage: annual\n\
             status: published\npublished: 2018-07-01\nupdated: 2018-08-01\n\
             corrections:\n  - {date: 2018-08-01, about: \"measure:attendance\", was: 93.00, \
             now: 93.10, reason: A school was counted twice.}\naccept: [{code: translation-missing, reason: not part of what is looked at}]\n---\n\
             ## Introduction\n\nSee [targets](action:learners/targets).\n",
        )
        .file(
            "content/reports/2017-18/next-steps.md",
            "### Soon\n\nSee [why](learners/objective.md) and [what went well](learners/done-well.md).\n",
        )
        .file(
            "content/reports/2017-18/learners/objective.md",
            "---\ncode: O1\ntitle: {en: Learners, cy: Dysgwyr}\njudgement: partly-successful\n\
             serves: [wfg/more-equal]\nways_of_working: {prevention: Early help.}\n---\n\
             Attendance was [93.10%](measure:attendance.actual), and \
             [92.00](measure:attendance.actual@2016-17) before.\n\n![](chart:how-much)\n",
        )
        .file(
            "content/reports/2017-18/learners/done-well.md",
            "See [the targets](action:targets), [the measure](measure:attendance), \
             [last year's](measure:attendance@2016-17) and [one that is gone](measure:dropped).\n",
        )
        .file(
            "content/reports/2017-18/learners/actions.yaml",
            "- {id: targets, title: Set targets, status: in-progress, complete: 40, due: 2018-03-31, \
             measures: [attendance, spend]}\n",
        )
        .file(
            "content/reports/2017-18/learners/measures.yaml",
            "how-much:\n  - id: attendance\n    title: {en: Attendance, cy: Presenoldeb}\n    unit: percent\n    \
             actual: \"93.10 [p]\"\n    target: 93.00\n    intervention: 90.00\n    \
             history: {2014-15: {actual: 91.00, target: 90.00}}\n    \
             comparators: [{name: Wales, value: 93.456}]\n    rank: 7 of 22\n    \
             rag: {status: amber, reason: One school closed early.}\n  \
             - id: spend\n    title: Spending\n    unit: pounds\n    polarity: lower\n    actual: 1234567.50\n    \
             target: 1000000\n    break: {from: 2017-18, reason: Counted afresh.}\n    previous: 900000\n\
             indicators:\n  - {id: context, title: Pupils, unit: number, polarity: none, actual: \"[x]\"}\n",
        )
}
