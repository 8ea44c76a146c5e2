//! What stands where: pages, charts, data, the organisation's files and the theme's.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    export,
    facts::Facts,
    model::{Language, Model},
    page::{self, Context, Index},
    reference,
    site::{
        Artifact, Content, Leaf, Memory, Render, Site, found,
        table::{Clash, Table},
    },
    text::{Code, Diagnostic, Diagnostics, Span, Warned},
    theme::{Shared, Theme},
    wording::{Address, Place, Wording, folders, relative},
};

/// Everything that pages are rendered from. Renderings hold it together, so that a site outlives
/// whatever it was made from.
pub(super) struct Kitchen {
    pub model: Arc<Model>,
    pub facts: Arc<Facts>,
    /// The model and its facts without drafts, which belong in no data.
    published: (Arc<Model>, Arc<Facts>),
    pub wording: Arc<Wording>,
    index: Arc<Index>,
    pub theme: Arc<Theme>,
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

    /// Renders a page or a drawing.
    fn leaf(&self, leaf: &Leaf) -> Result<Vec<u8>, Box<Diagnostic>> {
        let language = &leaf.language;
        if let Some(template) = leaf.template {
            let page = self.page(&leaf.place, template, language)?;
            return Ok(page.into_bytes());
        }
        let context = self.context();
        let drawing = match &leaf.place {
            Place::Chart(at, name) => page::chart_svg(&context, language, *at, name),
            Place::SeriesChart(id) => page::series_svg(&context, language, id),
            _ => None,
        };
        let own = context
            .wording
            .address(context.model, &leaf.place, language);
        let mut assets = self.theme.assets();
        let sheet = assets.find(|(name, _)| *name == "chart.css");
        let sheet = sheet.map(|(_, sheet)| relative(&own, &Address::new(&*sheet.address), false));
        let file = drawing.map(|drawing| drawing.file(sheet.as_deref()));
        Ok(file.unwrap_or_default().into_bytes())
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
            Place::Print(at) => {
                theme.render(template, shared, &page::print(&context, language, *at))
            }
            Place::Measures => {
                theme.render(template, shared, &page::measure_index(&context, language))
            }
            Place::Measure(id) => {
                theme.render(template, shared, &page::measure(&context, language, id))
            }
            Place::Frameworks | Place::AllGuidance => {
                let view = page::standing(&context, language, place);
                theme.render(template, shared, &view)
            }
            Place::Framework(at) => {
                theme.render(template, shared, &page::framework(&context, language, *at))
            }
            Place::Item(at, item) => theme.render(
                template,
                shared,
                &page::item(&context, language, *at, *item),
            ),
            Place::Guidance(at) => {
                theme.render(template, shared, &page::guidance(&context, language, *at))
            }
            Place::Chapter(at, chapter) => {
                let view = page::chapter(&context, language, *at, *chapter);
                theme.render(template, shared, &view)
            }
            Place::Duties(at) => {
                theme.render(template, shared, &page::duties(&context, language, *at))
            }
            Place::Thread | Place::ReportThread(_) => {
                theme.render(template, shared, &page::thread(&context, language, place))
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

/// What a website is made of.
pub struct Parts<'a> {
    /// What was read.
    pub model: &'a Arc<Model>,
    /// What follows from it.
    pub facts: &'a Arc<Facts>,
    /// The model and its facts without drafts: those have pages, but belong in no data.
    pub published: &'a (Arc<Model>, Arc<Facts>),
    /// What can be referred to, by its name.
    pub names: &'a Arc<reference::Index>,
    /// Where pages find things.
    pub index: &'a Arc<Index>,
    /// The words.
    pub wording: &'a Arc<Wording>,
    /// The theme.
    pub theme: &'a Arc<Theme>,
}

/// The website that these parts make. Nothing is rendered yet. `memory` has what is known of the
/// site's addresses from the last time.
pub fn assemble(parts: &Parts<'_>, memory: &mut Memory) -> Warned<Site> {
    let (model, facts, wording) = (parts.model, parts.facts, parts.wording);
    let mut kitchen = Kitchen {
        index: Arc::clone(parts.index),
        model: Arc::clone(model),
        facts: Arc::clone(facts),
        published: parts.published.clone(),
        wording: Arc::clone(wording),
        theme: Arc::clone(parts.theme),
        shared: BTreeMap::new(),
    };
    let shared = |language: &Language| {
        let site = page::shared(&kitchen.context(), language);
        let words = wording.on_pages(language).words();
        (language.clone(), Shared::new(&site, words))
    };
    kitchen.shared = model.languages().iter().map(shared).collect();
    let table = memory.table(&kitchen.context(), parts.index, parts.names);
    let kitchen = Arc::new(kitchen);
    let mut plan = Plan::new(&kitchen, table);
    for language in model.languages() {
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
pub(super) struct Plan<'k> {
    kitchen: &'k Kitchen,
    table: Arc<Table>,
    site: Site,
    /// What stands beside the pages and drawings, by the key of its address.
    owners: BTreeMap<String, (Address, Span)>,
    diagnostics: Diagnostics,
}

impl<'k> Plan<'k> {
    fn new(kitchen: &'k Arc<Kitchen>, table: Arc<Table>) -> Self {
        let cook = Arc::clone(kitchen);
        let mut plan = Self {
            kitchen,
            site: Site::new(Arc::clone(&table), Box::new(move |leaf| cook.leaf(leaf))),
            table,
            owners: BTreeMap::new(),
            diagnostics: Diagnostics::new(),
        };
        let table = Arc::clone(&plan.table);
        for (clash, later, first) in &table.clashes {
            let (later, first) = (plan.leaf(*later), plan.leaf(*first));
            // Two pages without a file of their own, or of one report, clash by their words alone.
            if later.1 == first.1 && kitchen.wording.clashes() {
                continue;
            }
            match clash {
                Clash::Same => plan.same(&later, &first),
                Clash::Folder => plan.folder(&first, &later),
            }
        }
        plan
    }

    /// Sets what stands at `address`, which comes from `owner`; a second owner is a fault.
    pub fn set(&mut self, address: Address, owner: Span, content: Content) {
        let lower = address.key();
        let leaf = self.table.find(&lower).map(|number| self.leaf(number));
        let placed = (address.clone(), owner);
        let known = self.owners.insert(lower, placed.clone());
        if let Some(known) = known.or(leaf) {
            self.same(&placed, &known);
        }
        self.site.insert(address, Artifact { content });
    }

    /// Finds every file that has the address of a folder.
    fn folders(&mut self) {
        let mut found = Vec::new();
        for (lower, placed) in &self.owners {
            for folder in folders(lower) {
                let leaf = || self.table.find(folder).map(|number| self.leaf(number));
                if let Some(file) = self.owners.get(folder).cloned().or_else(leaf) {
                    found.push((file, placed.clone()));
                }
            }
            if let Some(number) = self.table.find_in(lower) {
                found.push((placed.clone(), self.leaf(number)));
            }
        }
        for (file, other) in found {
            self.folder(&file, &other);
        }
    }

    /// A page or drawing with the place that it comes from.
    fn leaf(&self, number: usize) -> (Address, Span) {
        let (model, facts) = (&self.kitchen.model, &self.kitchen.facts);
        let owner = self.table.owner(number, model, facts);
        (self.table.address(number).clone(), owner)
    }

    fn same(&mut self, (address, owner): &(Address, Span), (known, first): &(Address, Span)) {
        let message = if known == address {
            format!("`{address}` would be the address of two things")
        } else {
            format!("`{address}` and `{known}` are one address where case does not count")
        };
        self.collision(message, *owner, *first);
    }

    fn folder(&mut self, (file, first): &(Address, Span), (address, owner): &(Address, Span)) {
        let message = format!("`{file}` would be a file and, for `{address}`, a folder");
        self.collision(message, *owner, *first);
    }

    fn collision(&mut self, message: String, owner: Span, first: Span) {
        let collision = Diagnostic::new(Code::AddressCollision, owner, message);
        self.diagnostics.push(
            collision
                .label(first, "the other one")
                .help("rename one of the two files or folders, give one a `slug`, or take out the alias that leads there"),
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

/// The figures of published reports as tables: what a draft says is in none of them, not even as an
/// earlier figure of a later report.
fn tables(kitchen: &Arc<Kitchen>, language: &Language, plan: &mut Plan<'_>) {
    let (model, _) = &kitchen.published;
    for (at, report) in model.reports.iter().enumerate() {
        let address = |place| kitchen.wording.address(model, &place, language);
        let (measures, actions) = (
            address(Place::MeasuresCsv(at)),
            address(Place::ActionsCsv(at)),
        );
        let kept = (Arc::clone(kitchen), language.clone());
        plan.render(measures, report.span, move || {
            let (kitchen, language) = &kept;
            let (model, facts) = &kitchen.published;
            let lexicon = kitchen.wording.language(language);
            Ok(export::measures_csv(model, facts, lexicon, at))
        });
        let kept = (Arc::clone(kitchen), language.clone());
        plan.render(actions, report.span, move || {
            let (kitchen, language) = &kept;
            let (model, _) = &kitchen.published;
            let lexicon = kitchen.wording.language(language);
            Ok(export::actions_csv(model, lexicon, at))
        });
    }
}

fn site_json(kitchen: &Arc<Kitchen>, plan: &mut Plan<'_>) {
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

fn files(kitchen: &Kitchen, plan: &mut Plan<'_>) {
    let model = &kitchen.model;
    for asset in &model.assets {
        let named = model.sources.find(&format!("content/{}", asset.path));
        let owner = named.map_or(model.settings.span, Span::file);
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
