//! The many addresses: every page and every drawing in every language.
//!
//! Where they stand follows from names alone. The table of them is kept with the names that it was
//! made from, so that an edit that changes no name does not lay it out again.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    facts::Facts,
    model::{Carrier, Id, Language, Model, Report},
    page::{self, Context, Index, PagePlace},
    reference,
    site::{Artifact, Content},
    text::Span,
    wording::{Address, Lexicon, Place, folders},
};

/// A page or a drawing in one language.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Leaf {
    /// What it is.
    pub(super) place: Place,
    /// The template that shows it; none for a drawing.
    pub(super) template: Option<&'static str>,
    /// The language.
    pub(super) language: Language,
}

/// Every page and every drawing by its address.
#[derive(Default)]
pub(super) struct Table {
    /// In the order of addresses.
    leaves: Vec<(Address, Artifact)>,
    /// The keys of addresses, in their order, with the places of their leaves.
    lower: Vec<(String, usize)>,
    /// Two leaves that cannot stand beside each other, the later one first, and why.
    pub(super) clashes: Vec<(Clash, usize, usize)>,
}

/// Why two leaves cannot stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Clash {
    /// They have one address, where case does not count.
    Same,
    /// The second is a file where the first has a folder.
    Folder,
}

/// The last table with the names that it was made from.
#[derive(Default)]
pub struct Memory {
    kept: Option<(Arc<Index>, Names, Arc<Table>)>,
}

/// All that addresses are made from.
struct Names {
    languages: Vec<Language>,
    words: Vec<Arc<Lexicon>>,
    places: Vec<PagePlace>,
    charts: Arc<reference::Index>,
    series: Vec<Id>,
    own: Vec<(Carrier, String, BTreeMap<Language, Arc<str>>)>,
}

impl PartialEq for Names {
    fn eq(&self, other: &Self) -> bool {
        self.languages == other.languages
            && self.has_words_of(&other.words)
            && self.places == other.places
            && self.charts.has_charts_of(&other.charts)
            && self.series == other.series
            && self.own == other.own
    }
}

/// The words of each language.
fn words(context: &Context<'_>) -> Vec<Arc<Lexicon>> {
    let languages = context.model.languages().iter();
    let words = languages.map(|language| Arc::clone(context.wording.language(language)));
    words.collect()
}

impl Names {
    /// Whether these are the very words.
    fn has_words_of(&self, other: &[Arc<Lexicon>]) -> bool {
        let mut both = self.words.iter().zip(other);
        self.words.len() == other.len() && both.all(|(own, other)| Arc::ptr_eq(own, other))
    }

    fn of(context: &Context<'_>, charts: &Arc<reference::Index>, series: Vec<Id>) -> Self {
        let model = context.model;
        let languages = model.languages();
        // Actions, measures and evaluations have no page whose address they name.
        let own = model.items().filter_map(|item| {
            let name = item.name(model)?;
            let slugs = item.common.slug.iter();
            let slugs = slugs.map(|(language, slug)| (language.clone(), slug.value.clone()));
            Some((item.carrier, name, slugs.collect()))
        });
        Self {
            languages: languages.to_vec(),
            words: words(context),
            places: page::places(context),
            charts: Arc::clone(charts),
            series,
            own: own.collect(),
        }
    }
}

impl Memory {
    /// The table of a site, the last one where no name has changed. An index that is kept stands for
    /// the names that it was made from.
    pub(super) fn table(
        &mut self,
        context: &Context<'_>,
        index: &Arc<Index>,
        charts: &Arc<reference::Index>,
    ) -> Arc<Table> {
        let series = page::series_charts(context);
        if let Some((known, names, table)) = &self.kept
            && Arc::ptr_eq(known, index)
            && names.series == series
            && names.has_words_of(&words(context))
        {
            return Arc::clone(table);
        }
        let names = Names::of(context, charts, series);
        let kept = self.kept.take().filter(|(_, known, _)| *known == names);
        let table = match kept {
            Some((.., table)) => table,
            None => Arc::new(Table::new(context, &names)),
        };
        self.kept = Some((Arc::clone(index), names, Arc::clone(&table)));
        table
    }
}

impl Table {
    fn new(context: &Context<'_>, names: &Names) -> Self {
        let mut leaves = Vec::new();
        for language in &names.languages {
            let mut add = |place: Place, template| {
                let address = context.wording.address(context.model, &place, language);
                let language = language.clone();
                let leaf = Leaf {
                    place,
                    template,
                    language,
                };
                let leaf = Content::Leaf(leaf);
                leaves.push((address, Artifact { content: leaf }));
            };
            for PagePlace { place, template } in &names.places {
                add(place.clone(), Some(*template));
            }
            for report in 0..context.model.reports.len() {
                for name in names.charts.charts_of(report) {
                    add(Place::Chart(report, name.to_owned()), None);
                }
            }
            for id in &names.series {
                add(Place::SeriesChart(id.clone()), None);
            }
        }
        leaves.sort_by(|(a, _), (b, _)| a.cmp(b));
        let numbered = leaves.iter().enumerate();
        let lower = numbered.map(|(at, (address, _))| (address.key(), at));
        let mut lower: Vec<_> = lower.collect();
        lower.sort();
        let mut table = Self {
            leaves,
            lower,
            clashes: Vec::new(),
        };
        table.clashes = table.clashes();
        table
    }

    fn clashes(&self) -> Vec<(Clash, usize, usize)> {
        let twins = self.lower.windows(2).filter_map(|pair| match pair {
            [(a, first), (b, second)] if a == b => Some((Clash::Same, *second, *first)),
            _ => None,
        });
        let folders = self.lower.iter().flat_map(|(lower, at)| {
            let files = folders(lower).filter_map(|folder| self.find(folder));
            files.map(|file| (Clash::Folder, *at, file))
        });
        twins.chain(folders).collect()
    }

    /// The number of the leaf at an address in lower case.
    pub fn find(&self, lower: &str) -> Option<usize> {
        let at = self
            .lower
            .binary_search_by(|(known, _)| known.as_str().cmp(lower));
        Some(self.lower.get(at.ok()?)?.1)
    }

    /// The number of a leaf in the folder at an address in lower case.
    pub fn find_in(&self, folder: &str) -> Option<usize> {
        let folder = format!("{folder}/");
        let at = self.lower.partition_point(|(known, _)| *known < folder);
        let (known, number) = self.lower.get(at)?;
        known.starts_with(&folder).then_some(*number)
    }

    /// The address of a leaf.
    pub fn address(&self, number: usize) -> &Address {
        &self.leaves[number].0
    }

    /// Where in the content a leaf comes from.
    pub fn owner(&self, number: usize, model: &Model, facts: &Facts) -> Span {
        match &self.leaves[number].1.content {
            Content::Leaf(leaf) => owner(model, facts, &leaf.place),
            _ => model.settings.span,
        }
    }

    /// What stands at an address.
    pub fn get(&self, address: &str) -> Option<&Artifact> {
        let at = self
            .leaves
            .binary_search_by(|(known, _)| known.as_str().cmp(address));
        Some(&self.leaves.get(at.ok()?)?.1)
    }

    /// Everything in the order of addresses.
    pub fn leaves(&self) -> &[(Address, Artifact)] {
        &self.leaves
    }
}

/// Where what a chart is named after stands: a measure, else an objective, else the report.
fn chart_owner(report: &Report, name: &str) -> Span {
    let mut measures = report.objectives.iter().flat_map(|it| &it.measures);
    if let Some(measure) = measures.find(|measure| measure.id.value.as_str() == name) {
        return measure.id.span;
    }
    let objective = report.objectives.iter().find(|it| {
        let rest = name.strip_prefix(it.id.as_str());
        rest.is_some_and(|rest| rest.starts_with('-'))
    });
    objective.map_or(report.span, |objective| objective.span)
}

/// Where in the content a page comes from, for a message about its address.
pub(super) fn owner(model: &Model, facts: &Facts, place: &Place) -> Span {
    match place {
        Place::Home => model.home.span,
        Place::Page(at) => model.pages[*at].span,
        Place::Chart(at, name) => chart_owner(&model.reports[*at], name),
        Place::Objective(at, objective) => model.reports[*at].objectives[*objective].span,
        Place::Measure(id) | Place::SeriesChart(id) => {
            let places = facts.series.get(id).and_then(|series| series.places.last());
            places.map_or(model.settings.span, |(report, objective, measure)| {
                let objective = &model.reports[*report].objectives[*objective];
                objective.measures[*measure].id.span
            })
        }
        Place::Framework(at) => model.frameworks[*at].span,
        Place::Item(at, item) => model.frameworks[*at].items[*item].span,
        Place::Guidance(at) | Place::Duties(at) => model.guidance[*at].span,
        Place::Chapter(at, chapter) => model.guidance[*at].chapters[*chapter].span,
        other => match other.report() {
            Some(at) => model.reports[at].span,
            None => model.settings.span,
        },
    }
}
