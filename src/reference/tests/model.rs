//! A small model written by hand.

use std::{path::PathBuf, sync::Arc};

use crate::{
    model::{
        Action, Asset, Brand, Common, Contact, Decimal, Faults, Figure, Group, Id, Language,
        Markdown, Measure, Model, Objective, Page, Period, Prose, RagSettings, RbaQuestion, Report,
        Reviews, Role, Section, Settings, Stage, Status, Text, Unit,
    },
    text::{Source, Sources, Span, Spanned},
};

/// A site of two editions, `2016-17` and `2017-18`, told by their parts' names alone. The measure
/// `old` and the objective `closed` stand in the earlier one only.
pub fn model() -> Model {
    let mut sources = Sources::default();
    let source = sources.add(Source::new("content/site.yaml", ""));
    let span = Span::file(source);
    let language = Language::parse("en").unwrap();
    let site = Site { span, language };
    let later = site.report(
        "2017-18",
        vec![
            site.objective("skills", &["edu003", "edu004"], &["targets"]),
            site.objective("homes", &["empty"], &["repairs"]),
        ],
    );
    let earlier = site.report(
        "2016-17",
        vec![
            site.objective("skills", &["edu003", "old"], &["targets"]),
            site.objective("closed", &[], &[]),
        ],
    );
    Model {
        settings: Settings {
            organisation: site.text("Council"),
            title: site.text("Objectives"),
            languages: vec![site.language.clone(), Language::parse("cy").unwrap()],
            base_url: None,
            theme: Spanned::new("default".into(), span),
            brand: Brand::default(),
            contact: Contact::default(),
            rag: RagSettings::default(),
            measure_groups: vec![],
            clean_links: false,
            trusted_html: false,
            small_numbers: 5,
            accessibility: None,
            notice: None,
            summary: None,
            span,
        },
        home: site.page(&[]),
        pages: vec![site.page(&["about"]), site.page(&["help", "contact"])],
        reports: vec![later, earlier],
        withheld: Vec::new(),
        frameworks: vec![],
        guidance: vec![],
        assets: vec![
            Site::asset("images/map.png"),
            Site::asset("reports/2017-18/a b.pdf"),
        ],
        theme: vec![],
        reviews: Reviews::default(),
        sources,
        faults: Faults::default(),
    }
}

struct Site {
    span: Span,
    language: Language,
}

impl Site {
    fn text(&self, text: &str) -> Text {
        Text::plain(self.language.clone(), Spanned::new(text.into(), self.span))
    }

    fn id(&self, id: &str) -> Spanned<Id> {
        Spanned::new(Id::parse(id).unwrap(), self.span)
    }

    fn page(&self, path: &[&str]) -> Page {
        Page {
            path: path.iter().map(|part| Arc::from(*part)).collect(),
            title: self.text("Page"),
            order: None,
            prose: Prose::default(),
            common: Common::default(),
            span: self.span,
        }
    }

    fn asset(path: &str) -> Asset {
        Asset {
            path: path.into(),
            file: PathBuf::from(path),
            size: 1,
        }
    }

    fn report(&self, id: &str, objectives: Vec<Objective>) -> Report {
        Report {
            id: Id::parse(id).unwrap(),
            title: self.text(id),
            period: Spanned::new(Period::parse(id).unwrap(), self.span),
            stage: Spanned::new(Stage::Annual, self.span),
            status: Spanned::new(Status::Published, self.span),
            published: None,
            updated: None,
            next_update: None,
            embargo: None,
            embargoed: false,
            sealed: Arc::default(),
            corrections: vec![],
            introduction: Prose::default(),
            sections: vec![self.section(Role::NextSteps)],
            objectives: objectives.into_iter().map(Arc::new).collect(),
            evaluations: vec![],
            order: None,
            common: Common::default(),
            span: self.span,
        }
    }

    fn section(&self, role: Role) -> Section {
        let text = Markdown {
            text: "Text.".into(),
            span: self.span,
        };
        Section {
            role,
            title: None,
            order: None,
            prose: Prose {
                by_language: [(self.language.clone(), text)].into(),
            },
            span: self.span,
        }
    }

    fn objective(&self, id: &str, measures: &[&str], actions: &[&str]) -> Objective {
        Objective {
            id: Id::parse(id).unwrap(),
            code: None,
            title: self.text(id),
            judgement: None,
            lead: None,
            serves: vec![],
            ways_of_working: vec![],
            order: None,
            why: Prose::default(),
            sections: vec![self.section(Role::DoneWell), self.section(Role::Improve)],
            actions: actions.iter().map(|id| self.action(id)).collect(),
            measures: measures.iter().map(|id| self.measure(id)).collect(),
            evaluations: vec![],
            common: Common::default(),
            span: self.span,
        }
    }

    fn action(&self, id: &str) -> Action {
        Action {
            id: self.id(id),
            title: self.text(id),
            comment: None,
            rag: None,
            status: None,
            complete: (id == "targets").then(|| Spanned::new(100, self.span)),
            lead: None,
            partners: vec![],
            start: None,
            due: None,
            measures: vec![],
            fulfils: vec![],
            common: Common::default(),
            span: self.span,
        }
    }

    fn figure(&self) -> Figure {
        Figure {
            value: Some(Decimal::ONE),
            upper: None,
            written: "1".into(),
            symbols: vec![],
            fraction: None,
            note: None,
            span: self.span,
        }
    }

    fn measure(&self, id: &str) -> Measure {
        Measure {
            id: self.id(id),
            group: Group::Rba(RbaQuestion::HowMuch),
            codes: vec![],
            title: self.text(id),
            definition: None,
            source: None,
            decimals: None,
            unit: Unit::Percent,
            polarity: None,
            covers: None,
            actual: (id != "empty").then(|| self.figure()),
            target: None,
            intervention: None,
            previous: None,
            restated: None,
            cumulative: false,
            replaces: vec![],
            history: vec![],
            comparators: vec![],
            rank: None,
            comment: None,
            series_break: None,
            rag: None,
            common: Common::default(),
            span: self.span,
        }
    }
}
