//! Every text of a site that is there to be translated.

use std::{borrow::Cow, collections::BTreeMap, fmt::Display};

use crate::{
    model::{
        Action, Attachment, Common, Figure, Measure, Model, Objective, Page, Prose, Report,
        Section, Settings, Text, Unit,
    },
    text::Span,
    translation::{Form, Piece, Translatable},
};

/// Every text, file by file in the order of the site. What is deliberately the same in each
/// language (`{all: …}`, names) is not among them; nor is the whole of a site in one language.
pub fn texts(model: &Model) -> Vec<Translatable<'_>> {
    all(model, |list, objective, published| {
        list.objective(objective, published);
    })
}

/// The same without the texts of objectives.
pub fn texts_besides_objectives(model: &Model) -> Vec<Translatable<'_>> {
    all(model, |_, _, _| {})
}

/// Those of an objective of `model`, in a report that is `published` or not.
pub fn texts_of_objective<'m>(
    model: &'m Model,
    objective: &'m Objective,
    published: bool,
) -> Vec<Translatable<'m>> {
    listed(model, |list| list.objective(objective, published))
}

/// Every text, with of each objective what `inside` lists.
fn all<'m>(
    model: &'m Model,
    inside: impl Fn(&mut List<'m>, &'m Objective, bool),
) -> Vec<Translatable<'m>> {
    listed(model, |list| {
        list.settings(&model.settings);
        for page in std::iter::once(&model.home).chain(&model.pages) {
            list.page(page);
        }
        for report in &model.reports {
            list.report(report);
            for objective in &report.objectives {
                inside(list, objective, !report.is_draft());
            }
        }
        list.standing();
    })
}

fn listed<'m>(model: &'m Model, list: impl FnOnce(&mut List<'m>)) -> Vec<Translatable<'m>> {
    let mut listed = List {
        model,
        found: Vec::new(),
    };
    // Where there is one language, nothing is to be translated.
    if model.languages().len() > 1 {
        list(&mut listed);
    }
    listed.found
}

pub(super) struct List<'m> {
    pub(super) model: &'m Model,
    found: Vec<Translatable<'m>>,
}

/// The file that texts are in, and what they belong to in it.
#[derive(Clone)]
pub(super) struct At<'m> {
    file: Cow<'m, str>,
    form: Form,
    published: bool,
    /// What the name of each text begins with: `edu003`, or nothing.
    item: Cow<'m, str>,
}

impl<'m> At<'m> {
    /// An item of the same file.
    pub(super) fn item(&self, id: impl Into<Cow<'m, str>>) -> Self {
        Self {
            item: id.into(),
            ..self.clone()
        }
    }

    /// The name of a text among all of its file.
    fn field(&self, field: impl Display) -> String {
        if self.item.is_empty() {
            field.to_string()
        } else {
            format!("{}.{field}", self.item)
        }
    }
}

impl<'m> List<'m> {
    pub(super) fn at(&self, span: Span, published: bool) -> At<'m> {
        let path = self.model.sources.get(span.source).path();
        let path = path.strip_prefix("content/").unwrap_or(path);
        let (file, form) = match path.rsplit_once('.') {
            Some((stem, "md")) => (self.as_of_first_language(path, stem), Form::Markdown),
            Some((_, "csv")) => (path.into(), Form::Csv),
            _ => (path.into(), Form::Yaml),
        };
        At {
            file,
            form,
            published,
            item: Cow::default(),
        }
    }

    /// The path of a translation is that of the text it translates, with the language behind it.
    fn as_of_first_language<'p>(&self, path: &'p str, stem: &str) -> Cow<'p, str> {
        let is_language = |tag: &str| {
            let mut languages = self.model.languages().iter();
            languages.any(|language| language.as_str() == tag)
        };
        match stem.rsplit_once('.') {
            Some((text, tag)) if is_language(tag) => format!("{text}.md").into(),
            _ => path.into(),
        }
    }

    pub(super) fn text(&mut self, at: &At<'m>, field: impl Display, text: &'m Text) {
        let Text::Each(each) = text else { return };
        let pieces = each.iter().map(|(language, text)| {
            let span = text.span;
            let text = &*text.value;
            (language, Piece { text, span })
        });
        self.push(at, at.field(field), pieces.collect());
    }

    pub(super) fn maybe(&mut self, at: &At<'m>, field: impl Display, text: Option<&'m Text>) {
        if let Some(text) = text {
            self.text(at, field, text);
        }
    }

    pub(super) fn prose(&mut self, at: &At<'m>, prose: &'m Prose) {
        let pieces = prose.by_language.iter().map(|(language, markdown)| {
            let blank = markdown.text.len() - markdown.text.trim_start().len();
            let span = markdown.span.part(blank, blank);
            let text = &*markdown.text;
            (language, Piece { text, span })
        });
        self.push(at, String::new(), pieces.collect());
    }

    fn push(
        &mut self,
        at: &At<'m>,
        field: String,
        texts: BTreeMap<&'m crate::model::Language, Piece<'m>>,
    ) {
        if !texts.is_empty() {
            self.found.push(Translatable {
                file: at.file.clone(),
                field,
                form: at.form,
                published: at.published,
                texts,
            });
        }
    }

    pub(super) fn common(&mut self, at: &At<'m>, common: &'m Common) {
        self.maybe(at, "short_title", common.short_title.as_ref());
        self.maybe(at, "summary", common.summary.as_ref());
        for (attachment, number) in common.attachments.iter().zip(1..) {
            // A document in one language needs no title in another.
            if let Attachment {
                title: Some(title),
                language: None,
                ..
            } = attachment
            {
                self.text(at, format_args!("attachments.{number}.title"), title);
            }
        }
    }

    fn settings(&mut self, settings: &'m Settings) {
        let at = self.at(settings.span, true);
        self.text(&at, "organisation", &settings.organisation);
        self.text(&at, "title", &settings.title);
        self.maybe(&at, "summary", settings.summary.as_ref());
        self.maybe(&at, "notice", settings.notice.as_ref());
        let contact = &settings.contact;
        self.maybe(&at, "contact.email", contact.email.as_ref());
        self.maybe(&at, "contact.phone", contact.phone.as_ref());
        self.maybe(&at, "contact.address", contact.address.as_ref());
        for group in &settings.measure_groups {
            let field = format_args!("measure_groups.{}.title", group.id);
            self.text(&at, field, &group.title);
        }
    }

    fn page(&mut self, page: &'m Page) {
        let at = self.at(page.span, true);
        // A home page without a title of its own has the site's, which stands in site.yaml.
        if !page.path.is_empty() || page.title != self.model.settings.title {
            self.text(&at, "title", &page.title);
        }
        self.common(&at, &page.common);
        self.prose(&at, &page.prose);
    }

    fn report(&mut self, report: &'m Report) {
        let published = !report.is_draft();
        let at = self.at(report.span, published);
        self.text(&at, "title", &report.title);
        self.common(&at, &report.common);
        for (correction, number) in report.corrections.iter().zip(1..) {
            let field = format_args!("corrections.{number}.reason");
            self.text(&at, field, &correction.reason);
            for (name, figure) in [("was", &correction.was), ("now", &correction.now)] {
                let field = format_args!("corrections.{number}.{name}");
                self.figure(&at, field, figure.as_ref());
            }
        }
        self.prose(&at, &report.introduction);
        self.sections(&report.sections, published);
        self.evaluations(&report.evaluations, published);
    }

    fn sections(&mut self, sections: &'m [Section], published: bool) {
        for section in sections {
            let at = self.at(section.span, published);
            self.maybe(&at, "title", section.title.as_ref());
            self.prose(&at, &section.prose);
        }
    }

    fn objective(&mut self, objective: &'m Objective, published: bool) {
        let at = self.at(objective.span, published);
        self.text(&at, "title", &objective.title);
        self.common(&at, &objective.common);
        self.maybe(&at, "lead", objective.lead.as_ref());
        for (way, text) in &objective.ways_of_working {
            self.text(&at, format_args!("ways_of_working.{}", way.as_str()), text);
        }
        self.prose(&at, &objective.why);
        self.sections(&objective.sections, published);
        self.evaluations(&objective.evaluations, published);
        for action in &objective.actions {
            self.action(action, published);
        }
        for measure in &objective.measures {
            self.measure(measure, published);
        }
    }

    fn action(&mut self, action: &'m Action, published: bool) {
        let at = self.at(action.span, published);
        let at = at.item(action.id.value.as_str());
        self.text(&at, "title", &action.title);
        self.common(&at, &action.common);
        self.maybe(&at, "comment", action.comment.as_ref());
        self.maybe(&at, "lead", action.lead.as_ref());
        for (partner, number) in action.partners.iter().zip(1..) {
            self.text(&at, format_args!("partners.{number}"), partner);
        }
    }

    fn measure(&mut self, measure: &'m Measure, published: bool) {
        let at = self.at(measure.span, published);
        let at = at.item(measure.id.value.as_str());
        self.text(&at, "title", &measure.title);
        self.common(&at, &measure.common);
        self.maybe(&at, "definition", measure.definition.as_ref());
        self.maybe(&at, "source", measure.source.as_ref());
        if let Unit::Other(suffix) = &measure.unit {
            self.text(&at, "unit", suffix);
        }
        for (name, figure) in [
            ("actual", &measure.actual),
            ("target", &measure.target),
            ("intervention", &measure.intervention),
            ("previous", &measure.previous),
        ] {
            self.figure(&at, name, figure.as_ref());
        }
        for past in &measure.history {
            for (name, figure) in [
                ("actual", &past.actual),
                ("target", &past.target),
                ("intervention", &past.intervention),
            ] {
                let field = format_args!("history.{}.{name}", past.period.value);
                self.figure(&at, field, figure.as_ref());
            }
        }
        for (comparator, number) in measure.comparators.iter().zip(1..) {
            self.text(
                &at,
                format_args!("comparators.{number}.name"),
                &comparator.name,
            );
            let field = format_args!("comparators.{number}.value");
            self.figure(&at, field, comparator.value.as_ref());
        }
        self.maybe(&at, "comment", measure.comment.as_ref());
        let restated = measure.restated.as_ref();
        self.maybe(&at, "restated", restated.map(|reason| &reason.value));
        let reason = measure.series_break.as_ref();
        let reason = reason.and_then(|it| it.reason.as_ref());
        self.maybe(&at, "break.reason", reason);
        let reason = measure.rag.as_ref().and_then(|it| it.reason.as_ref());
        self.maybe(&at, "rag.reason", reason);
    }

    fn figure(&mut self, at: &At<'m>, field: impl Display, figure: Option<&'m Figure>) {
        let note = figure.and_then(|figure| figure.note.as_ref());
        self.maybe(at, format_args!("{field}.note"), note);
    }
}
