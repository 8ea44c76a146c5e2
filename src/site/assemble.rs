//! What stands where: pages, charts, data, the organisation's files and the theme's.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    export,
    facts::Facts,
    model::{Language, Model},
    page::{self, Context, Index, PagePlace},
    site::{Artifact, Content, Render, Site, found},
    text::{Code, Diagnostic, Diagnostics, Span, Warned},
    theme::{Shared, Theme},
    wording::{Address, Place, Wording},
};

/// Everything that pages are rendered from. Renderings hold it together, so that a site outlives
/// whatever it was made from.
pub(super) struct Kitchen {
    pub model: Arc<Model>,
    pub facts: Arc<Facts>,
    /// The model and its facts without drafts, which belong in no data.
    published: (Arc<Model>, Arc<Facts>),
    pub wording: Arc<Wording>,
    index: Index,
    pub theme: Theme,
    pub shared: BTreeMap<Language, Shared>,
}

impl Kitchen {
    pub fn context(&self) -> Context<'_> {
        Context {
            model: &self.model,
            facts: &self.facts,
            wording: &self.wording,
            index: &self.index,
        }
    }

    /// Renders a page. `template` is the one that shows `place`.
    fn page(
        &self,
        place: &Place,
        template: &str,
        language: &Language,
    ) -> Result<String, Box<Diagnostic>> {
        let context = self.context();
        let shared = &self.shared[language];
        let theme = &self.theme;
        match place {
            Place::Home => theme.render(template, shared, &page::home(&context, language)),
            Place::Page(at) => theme.render(template, shared, &page::page(&context, language, *at)),
            Place::Report(at) => {
                theme.render(template, shared, &page::report(&context, language, *at))
            }
            Place::Objective(at, objective) => {
                let view = page::objective(&context, language, *at, *objective);
                theme.render(template, shared, &view)
            }
            Place::ReportMeasures(at) => {
                let view = page::report_measures(&context, language, *at);
                theme.render(template, shared, &view)
            }
            Place::ReportActions(at) => {
                let view = page::report_actions(&context, language, *at);
                theme.render(template, shared, &view)
            }
            Place::ReportExceptions(at) => {
                let view = page::exceptions(&context, language, *at);
                theme.render(template, shared, &view)
            }
            Place::Measures => {
                theme.render(template, shared, &page::measure_index(&context, language))
            }
            Place::Measure(id) => {
                theme.render(template, shared, &page::measure(&context, language, id))
            }
            Place::NotFound => theme.render(template, shared, &page::not_found(&context, language)),
            Place::Chart(..)
            | Place::SeriesChart(_)
            | Place::MeasuresCsv(_)
            | Place::ActionsCsv(_)
            | Place::SiteJson
            | Place::Feed => Ok(String::new()),
        }
    }
}

/// The website of a model with its facts, words and theme. `published` are the model and its facts
/// without drafts: those have pages, but belong in no data. Nothing is rendered yet.
pub fn assemble(
    model: &Arc<Model>,
    facts: &Arc<Facts>,
    published: &(Arc<Model>, Arc<Facts>),
    wording: &Arc<Wording>,
    theme: Theme,
) -> Warned<Site> {
    let mut kitchen = Kitchen {
        index: Index::new(model, facts),
        model: Arc::clone(model),
        facts: Arc::clone(facts),
        published: published.clone(),
        wording: Arc::clone(wording),
        theme,
        shared: BTreeMap::new(),
    };
    let shared = |language: &Language| {
        let site = page::shared(&kitchen.context(), language);
        let words = wording.language(language).words();
        (language.clone(), Shared::new(&site, words))
    };
    kitchen.shared = model.languages().iter().map(shared).collect();
    let mut plan = Plan::default();
    let kitchen = Arc::new(kitchen);
    for language in model.languages() {
        pages(&kitchen, language, &mut plan);
        charts(&kitchen, language, &mut plan);
        series_charts(&kitchen, language, &mut plan);
        tables(&kitchen, language, &mut plan);
    }
    site_json(&kitchen, &mut plan);
    files(&kitchen, &mut plan);
    found::redirects(&kitchen, &mut plan);
    found::for_search(&kitchen, &mut plan);
    plan.folders();
    Warned {
        value: plan.site,
        diagnostics: plan.diagnostics,
    }
}

/// A site in the making, with the place in the content that each address comes from.
#[derive(Default)]
pub(super) struct Plan {
    pub site: Site,
    /// By the address in lower case: the website must survive being copied to a machine where case
    /// does not count.
    owners: BTreeMap<String, (Address, Span)>,
    diagnostics: Diagnostics,
}

impl Plan {
    /// Sets what stands at `address`, which comes from `owner`; a second owner is a fault.
    pub fn set(&mut self, address: Address, owner: Span, content: Content) {
        let lower = address.as_str().to_lowercase();
        if let Some((known, first)) = self.owners.insert(lower, (address.clone(), owner)) {
            let message = if known == address {
                format!("`{address}` would be the address of two things")
            } else {
                format!("`{address}` and `{known}` are one address where case does not count")
            };
            self.collision(message, owner, first);
        }
        self.site.insert(address, Artifact { content });
    }

    /// Finds every file that has the address of a folder.
    fn folders(&mut self) {
        let mut found = Vec::new();
        for (lower, (address, owner)) in &self.owners {
            for (at, _) in lower.match_indices('/') {
                if let Some((file, first)) = self.owners.get(&lower[..at]) {
                    let message =
                        format!("`{file}` would be a file and, for `{address}`, a folder");
                    found.push((message, *owner, *first));
                }
            }
        }
        for (message, owner, first) in found {
            self.collision(message, owner, first);
        }
    }

    fn collision(&mut self, message: String, owner: Span, first: Span) {
        let collision = Diagnostic::new(Code::AddressCollision, owner, message);
        self.diagnostics.push(
            collision
                .label(first, "the other one")
                .help("rename one of the two files or folders, or give one a `slug`"),
        );
    }

    /// Sets what is rendered at `address`.
    pub fn render(
        &mut self,
        address: Address,
        owner: Span,
        render: impl Fn() -> Result<Vec<u8>, Box<Diagnostic>> + Send + Sync + 'static,
    ) {
        let render: Render = Box::new(render);
        self.set(address, owner, Content::Rendered(render));
    }
}

fn pages(kitchen: &Arc<Kitchen>, language: &Language, plan: &mut Plan) {
    for PagePlace { place, template } in page::places(&kitchen.context()) {
        let address = kitchen.wording.address(&kitchen.model, &place, language);
        let owner = owner(&kitchen.model, &kitchen.facts, &place);
        let (kitchen, language) = (Arc::clone(kitchen), language.clone());
        plan.render(address, owner, move || {
            let page = kitchen.page(&place, template, &language)?;
            Ok(page.into_bytes())
        });
    }
}

fn charts(kitchen: &Arc<Kitchen>, language: &Language, plan: &mut Plan) {
    for (at, report) in kitchen.model.reports.iter().enumerate() {
        for name in page::charts(&kitchen.context(), at) {
            let place = Place::Chart(at, name.clone());
            let address = kitchen.wording.address(&kitchen.model, &place, language);
            let (kitchen, language) = (Arc::clone(kitchen), language.clone());
            plan.render(address, report.span, move || {
                let drawing = page::chart_svg(&kitchen.context(), &language, at, &name);
                Ok(drawing
                    .map(|drawing| drawing.file())
                    .unwrap_or_default()
                    .into_bytes())
            });
        }
    }
}

fn series_charts(kitchen: &Arc<Kitchen>, language: &Language, plan: &mut Plan) {
    for id in page::series_charts(&kitchen.context()) {
        let place = Place::SeriesChart(id.clone());
        let address = kitchen.wording.address(&kitchen.model, &place, language);
        let owner = owner(&kitchen.model, &kitchen.facts, &place);
        let (kitchen, language) = (Arc::clone(kitchen), language.clone());
        plan.render(address, owner, move || {
            let drawing = page::series_svg(&kitchen.context(), &language, &id);
            Ok(drawing
                .map(|drawing| drawing.file())
                .unwrap_or_default()
                .into_bytes())
        });
    }
}

fn tables(kitchen: &Arc<Kitchen>, language: &Language, plan: &mut Plan) {
    let reports = kitchen.model.reports.iter().enumerate();
    for (at, report) in reports.filter(|(_, report)| !report.is_draft()) {
        let address = |place| kitchen.wording.address(&kitchen.model, &place, language);
        let (measures, actions) = (
            address(Place::MeasuresCsv(at)),
            address(Place::ActionsCsv(at)),
        );
        let kept = (Arc::clone(kitchen), language.clone());
        plan.render(measures, report.span, move || {
            let (kitchen, language) = &kept;
            let lexicon = kitchen.wording.language(language);
            Ok(export::measures_csv(
                &kitchen.model,
                &kitchen.facts,
                lexicon,
                at,
            ))
        });
        let kept = (Arc::clone(kitchen), language.clone());
        plan.render(actions, report.span, move || {
            let (kitchen, language) = &kept;
            let lexicon = kitchen.wording.language(language);
            Ok(export::actions_csv(&kitchen.model, lexicon, at))
        });
    }
}

fn site_json(kitchen: &Arc<Kitchen>, plan: &mut Plan) {
    let model = &kitchen.model;
    let first = model.settings.first_language();
    let address = kitchen.wording.address(model, &Place::SiteJson, first);
    let owner = model.settings.span;
    let kitchen = Arc::clone(kitchen);
    plan.render(address, owner, move || {
        let (model, facts) = &kitchen.published;
        Ok(export::site_json(model, facts, &kitchen.wording))
    });
}

fn files(kitchen: &Kitchen, plan: &mut Plan) {
    let model = &kitchen.model;
    let sources: BTreeMap<_, _> = model
        .sources
        .iter()
        .map(|(id, source)| (source.path().to_owned(), id))
        .collect();
    for asset in &model.assets {
        let named = sources.get(&format!("content/{}", asset.path));
        let owner = named.map_or(model.settings.span, |source| Span::file(*source));
        let content = Content::File(asset.file.clone());
        plan.set(page::asset_address(&asset.path), owner, content);
    }
    for (_, asset) in kitchen.theme.assets() {
        let address = Address::new(asset.address.as_str());
        plan.set(
            address,
            model.settings.span,
            Content::Bytes(Arc::clone(&asset.bytes)),
        );
    }
}

/// Where in the content a page comes from, for a message about its address.
fn owner(model: &Model, facts: &Facts, place: &Place) -> Span {
    match place {
        Place::Home => model.home.span,
        Place::Page(at) => model.pages[*at].span,
        Place::Report(at)
        | Place::ReportMeasures(at)
        | Place::ReportActions(at)
        | Place::ReportExceptions(at)
        | Place::Chart(at, _)
        | Place::MeasuresCsv(at)
        | Place::ActionsCsv(at) => model.reports[*at].span,
        Place::Objective(at, objective) => model.reports[*at].objectives[*objective].span,
        Place::Measure(id) | Place::SeriesChart(id) => {
            let places = facts.series.get(id).and_then(|series| series.places.last());
            places.map_or(model.settings.span, |(report, objective, measure)| {
                let objective = &model.reports[*report].objectives[*objective];
                objective.measures[*measure].id.span
            })
        }
        Place::Measures | Place::NotFound | Place::SiteJson | Place::Feed => model.settings.span,
    }
}
