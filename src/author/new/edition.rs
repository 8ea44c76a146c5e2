//! The files of a new edition, by their path in its folder.

use std::{collections::BTreeMap, path::PathBuf};

use crate::{
    author::new::{
        csv, item,
        names::{moved_on, title},
        prompt::Carry,
        yaml::{self, Plain},
    },
    facts::Editions,
    model::{
        Group, Language, Markdown, Measure, Model, Objective, Period, Report, Section, Stage, Text,
    },
    text::Spanned,
    wording::Wording,
};

/// The files, by their path in the folder that they make.
type Files = BTreeMap<PathBuf, String>;

/// What a new edition is made of.
pub(super) struct Plan<'m> {
    /// The site.
    pub model: &'m Model,
    /// Its words, for the prompts.
    pub wording: &'m Wording,
    /// What it is about.
    pub period: Period,
    /// The stage it is of.
    pub stage: Stage,
}

impl Plan<'_> {
    /// The files of the edition after `from`, and how many of its actions are not carried over.
    pub(super) fn files(&self, from: Option<&Report>) -> (Files, usize) {
        let mut files = Files::new();
        let (model, wording) = (self.model, self.wording);
        let introduction = |language: &Language| prompt(wording, language, "prompt-introduction");
        text_files(
            &mut files,
            model,
            "report",
            &self.front_matter(from),
            &introduction,
        );
        let Some(from) = from else {
            return (files, 0);
        };
        for section in &from.sections {
            self.section(&mut files, "", section);
        }
        let mut finished = 0;
        for objective in &from.objectives {
            finished += self.objective(&mut files, from, objective);
        }
        (files, finished)
    }

    fn front_matter(&self, from: Option<&Report>) -> String {
        let first = self.model.settings.first_language();
        let mut out = String::new();
        let moved = |text: &Text, old: Period| match text {
            Text::Same(same) => Text::Same(moved_text(same, old, self.period)),
            Text::Each(each) => {
                let each = each.iter();
                let each =
                    each.map(|(tag, text)| (tag.clone(), moved_text(text, old, self.period)));
                Text::Each(each.collect())
            }
        };
        match from.and_then(|from| self.named_like(from)) {
            None => yaml::text(&mut out, 0, "title", &self.title(), Plain::First, first),
            Some(like) => {
                let old = like.period.value;
                let title = moved(&like.title, old);
                yaml::text(&mut out, 0, "title", &title, Plain::First, first);
                if let Some(short) = &like.common.short_title {
                    let short = moved(short, old);
                    yaml::text(&mut out, 0, "short_title", &short, Plain::First, first);
                }
            }
        }
        item::line(&mut out, 0, "summary", "");
        item::line(&mut out, 0, "period", &self.period.to_string());
        item::line(&mut out, 0, "stage", self.stage.as_str());
        item::line(&mut out, 0, "status", "draft");
        for key in ["published", "next_update"] {
            item::line(&mut out, 0, key, "");
        }
        out
    }

    /// A title in each language: `Annual report 2018/19`, `Quarterly report, quarter 3 of 2018/19`.
    fn title(&self) -> Text {
        let titles = self.model.languages().iter().map(|language| {
            let lexicon = self.wording.language(language);
            let stage = lexicon.word(&format!("stage-{}", self.stage.as_str()));
            let period = lexicon.period_short(self.period);
            // A part of a year is said in words.
            let is_year = period.starts_with(|c: char| c.is_ascii_digit());
            let title = format!("{stage}{} {period}", if is_year { "" } else { "," });
            let span = self.model.settings.span;
            (language.clone(), Spanned::new(title.into(), span))
        });
        Text::Each(titles.collect())
    }

    /// The report whose title only its year tells from that of the new one: `from`, else the latest of
    /// the same stage, about the same kind of period.
    fn named_like<'r>(&self, from: &'r Report) -> Option<&'r Report>
    where
        Self: 'r,
    {
        let alike = |report: &&Report| {
            report.stage.value == self.stage && report.period.value.comparable(self.period)
        };
        let editions = Editions::of(self.model);
        let all = editions.earliest_first().rev();
        let all = all.map(|at| &self.model.reports[at]);
        std::iter::once(from).chain(all).find(alike)
    }

    fn section(&self, files: &mut Files, folder: &str, section: &Section) {
        let first = self.model.settings.first_language();
        let mut front = String::new();
        if let Some(title) = &section.title {
            yaml::text(&mut front, 0, "title", title, Plain::First, first);
        }
        if let Some(order) = section.order {
            item::line(&mut front, 0, "order", &order.to_string());
        }
        let name = format!("{folder}{}", section.role.as_str());
        let body = |language: &Language| prompt(self.wording, language, "prompt-section");
        text_files(files, self.model, &name, &front, &body);
    }

    fn objective(&self, files: &mut Files, from: &Report, objective: &Objective) -> usize {
        let model = self.model;
        let first = model.settings.first_language();
        let folder = format!("{}/", objective.id);
        let carry = Carry::over((from, objective), (self.period, self.stage));
        let carried = |language: &Language| {
            let why: Option<&Markdown> = objective.why.by_language.get(language);
            why.map(|why| carry.markdown(&why.text)).unwrap_or_default()
        };
        let front = objective_front_matter(objective, &carry, first);
        text_files(
            files,
            model,
            &format!("{folder}objective"),
            &front,
            &carried,
        );
        for section in &objective.sections {
            self.section(files, &folder, section);
        }
        let (open, done): (Vec<_>, Vec<_>) = objective
            .actions
            .iter()
            .partition(|action| item::is_open(action));
        if !open.is_empty() {
            let open = open
                .into_iter()
                .map(|action| item::action(0, action, first));
            let open: Vec<_> = open.collect();
            files.insert(format!("{folder}actions.yaml").into(), open.join("\n"));
        }
        let in_table = |measure: &&Measure| {
            let path = model.sources.get(measure.span.source).path();
            path.to_lowercase().ends_with(".csv")
        };
        let (rows, items): (Vec<_>, Vec<_>) = objective.measures.iter().partition(in_table);
        if !items.is_empty() {
            let text = measures(&items, &carry, first);
            files.insert(format!("{folder}measures.yaml").into(), text);
        }
        if !rows.is_empty() {
            let rows = rows.into_iter().map(|measure| {
                let mut cells = csv::cells(measure, &carry, first);
                cells.insert("group".to_owned(), measure.group.as_str().to_owned());
                cells
            });
            let text = csv::table(&rows.collect::<Vec<_>>());
            files.insert(format!("{folder}measures.csv").into(), text);
        }
        done.len()
    }
}

/// The files of a new objective.
pub(super) fn new_objective(model: &Model, wording: &Wording, name: &str) -> Files {
    let mut files = Files::new();
    let mut front = String::new();
    yaml::entry(&mut front, 0, "title", &title(name));
    for key in ["summary", "judgement", "lead", "serves"] {
        item::line(&mut front, 0, key, "");
    }
    let why = |language: &Language| prompt(wording, language, "prompt-why");
    text_files(&mut files, model, "objective", &front, &why);
    let section = |language: &Language| prompt(wording, language, "prompt-section");
    for name in ["done-well", "improve", "next-steps"] {
        text_files(&mut files, model, name, "", &section);
    }
    files
}

fn objective_front_matter(objective: &Objective, carry: &Carry<'_>, first: &Language) -> String {
    let mut out = String::new();
    let put = &mut out;
    if let Some(code) = &objective.code {
        yaml::entry(put, 0, "code", code);
    }
    yaml::text(put, 0, "title", &objective.title, Plain::First, first);
    if let Some(short) = &objective.common.short_title {
        yaml::text(put, 0, "short_title", short, Plain::First, first);
    }
    item::line(put, 0, "summary", "");
    item::line(put, 0, "judgement", "");
    if let Some(lead) = &objective.lead {
        yaml::text(put, 0, "lead", lead, Plain::Same, first);
    }
    yaml::short_list(
        put,
        0,
        "serves",
        objective.serves.iter().map(|entry| &*entry.value),
    );
    if !objective.ways_of_working.is_empty() {
        item::line(put, 0, "ways_of_working", "");
        for (way, text) in &objective.ways_of_working {
            let text = carry.text(text);
            yaml::text(put, 2, way.as_str(), &text, Plain::First, first);
        }
    }
    if let Some(order) = objective.order {
        item::line(put, 0, "order", &order.to_string());
    }
    if !objective.common.slug.is_empty() {
        item::line(put, 0, "slug", "");
        for (language, slug) in &objective.common.slug {
            yaml::entry(put, 2, &yaml::scalar(language.as_str()), &slug.value);
        }
    }
    out
}

/// measures.yaml: the measures a group at a time, in their order.
fn measures(found: &[&Measure], carry: &Carry<'_>, first: &Language) -> String {
    let mut groups: Vec<(&Group, Vec<String>)> = Vec::new();
    for measure in found {
        let item = item::measure(2, measure, carry, first);
        match groups
            .iter_mut()
            .find(|(group, _)| **group == measure.group)
        {
            Some((_, items)) => items.push(item),
            None => groups.push((&measure.group, vec![item])),
        }
    }
    let groups = groups.into_iter();
    let groups = groups.map(|(group, items)| format!("{}:\n{}", group.as_str(), items.join("\n")));
    groups.collect::<Vec<_>>().join("\n")
}

/// A text's files: the front matter in that of the site's first language, and a body in each.
fn text_files(
    files: &mut Files,
    model: &Model,
    name: &str,
    front: &str,
    body: &dyn Fn(&Language) -> String,
) {
    let first = model.settings.first_language();
    for language in model.languages() {
        let own = language == first;
        let body = body(language);
        let body = body.trim_start_matches(['\n', '\r']);
        let fence = if own && !front.is_empty() {
            format!("---\n{front}---\n\n")
        } else {
            String::new()
        };
        if !own && body.is_empty() {
            continue;
        }
        let path = if own {
            format!("{name}.md")
        } else {
            format!("{name}.{language}.md")
        };
        files.insert(path.into(), format!("{fence}{body}"));
    }
}

/// A prompt in square brackets, a paragraph of its own.
fn prompt(wording: &Wording, language: &Language, key: &str) -> String {
    format!("[{}]\n", wording.language(language).word(key))
}

fn moved_text(
    text: &Spanned<std::sync::Arc<str>>,
    old: Period,
    new: Period,
) -> Spanned<std::sync::Arc<str>> {
    Spanned::new(moved_on(&text.value, old, new).into(), text.span)
}
