//! Floor 3: a site folder to the model. The only room that reads content.
//!
//! Reading has two stages. [`Folder::read`] lists the files and reads the bytes of those that hold
//! content; it is the only part that touches the disk, and with an earlier folder at hand it reads
//! again only what has changed. [`lower`] makes the model of a folder: it is pure, never stops at a
//! fault, and reports every fault of every file at once.
//!
//! A file is what its path says ([`kind`]); its YAML is read key by key ([`fields`]), and each type
//! of the model has one lowering, which translations and CSV files are brought into the shape of.
//! Where something required is missing, something stands in its place so that all the rest is
//! still checked: a model that came with an error is never published.

mod actions;
mod common;
mod context;
mod document;
mod evaluation;
mod fields;
mod figure;
mod files;
mod folder;
mod framework;
mod guidance;
mod kind;
mod leftover;
mod measures;
mod measures_csv;
mod memory;
mod number;
mod objective;
mod once;
mod page;
mod picture;
mod report;
mod reviews;
mod sealed;
mod section;
mod settings;
mod theme;
mod time;
mod tree;
mod value;
mod variants;
mod well_being;
mod words;

use std::{collections::BTreeMap, path::Path, sync::Arc};

use rayon::prelude::*;

use crate::{
    load::{
        context::{Context, Languages, Torn},
        document::{Document, Documents, Listed, Parsed},
        folder::Content,
        kind::Kind,
    },
    model::{Asset, Brand, Faults, Model, Settings},
    text::{Code, Diagnostic, Diagnostics, Severity, Source, Sources, Span, Warned},
};

pub use files::resolve;
pub use folder::{Folder, concerns};
pub use memory::Memory;

/// Reads the site folder `root`, which holds `content/` and may hold `themes/`.
///
/// There always is a model, for its sources name the places of the diagnostics; where they hold an
/// error, parts of it may be stand-ins for what is missing.
pub fn load(root: &Path) -> Warned<Model> {
    lower(&Folder::read(root, None))
}

/// Makes the model of a folder that was read. The diagnostics come in the order of files.
pub fn lower(folder: &Folder) -> Warned<Model> {
    lower_again(folder, &mut Memory::default())
}

/// The same, with what was made of the folder the last time at hand: the result is as if it had
/// not been, and comes sooner.
pub fn lower_again(folder: &Folder, memory: &mut Memory) -> Warned<Model> {
    let mut found = Diagnostics::new();
    let mut sources = memory.sources.anew();
    let listed = document::decode(folder, memory, &mut sources, &mut found);
    let documents = document::parse(&listed, memory, &sources, &mut found);
    let sizes = sizes(&listed);
    let broken = documents.values().filter(|document| !document.whole);
    let torn = |document: &Document| Torn {
        faults: document.faults.clone(),
        table: matches!(document.content, Parsed::Table(_)),
    };
    let broken = broken.map(|document| (document.source, torn(document)));
    let broken = broken.collect();
    found.extend(among_assets(&listed));
    let site_yaml = site_yaml(&listed, &mut sources, &mut found);
    let mut cx = Context::new(&sources, Languages::guess(), &broken, &sizes);
    let mut settings = settings_of(site_yaml, &documents, &mut cx);
    settings.brand.logo_size = logo_size(&settings.brand, &listed);
    let languages = cx.languages.clone();
    let groups = cx.groups.clone();
    found.append(cx.finish());
    let theme = theme::theme(&settings.theme, folder, memory, &mut sources, &mut found);
    let tree = tree::tree(
        &listed,
        &folder.reports,
        &languages,
        memory,
        &mut sources,
        &mut found,
    );
    let context = || {
        let mut cx = Context::new(&sources, languages.clone(), &broken, &sizes);
        cx.groups.clone_from(&groups);
        cx
    };
    memory.stand_on(&context().ground(), &sizes);
    let kept = &*memory;
    let lowered: Vec<_> = tree
        .reports
        .par_iter()
        .map(|(name, files)| {
            let mut cx = context();
            let report = report::report(name, files, &documents, kept, &mut cx);
            (report, cx.finish())
        })
        .collect();
    let mut reports = Vec::new();
    let mut objectives = BTreeMap::new();
    let mut locks = Vec::new();
    for (read, diagnostics) in lowered {
        if let Some(read) = read {
            reports.push(read.report);
            objectives.extend(read.lowered);
            locks.extend(read.lock);
        }
        found.append(diagnostics);
    }
    memory.keep(objectives, locks);
    report::sort(&mut reports);
    let mut cx = context();
    let (home, pages) = page::pages(&tree.pages, &settings, &documents, &mut cx);
    let reviewed = tree.reviews.and_then(|source| documents.get(&source));
    let reviews = reviews::reviews(reviewed.and_then(|document| document.node()), &mut cx);
    let frameworks = framework::frameworks(&tree.frameworks, &reports, &documents, &mut cx);
    let guidance = guidance::guidance(&tree.guidance, &documents, &mut cx);
    found.append(cx.finish());
    found.sort(&sources);
    let errors: Vec<_> = found
        .iter()
        .filter(|it| it.severity == Severity::Error)
        .collect();
    let faults: Faults = errors.iter().map(|error| error.span).collect();
    let unknown = errors.iter().filter(|error| hides_all(error));
    let faults = faults.with_unknown(unknown.map(|error| error.span.source).collect());
    memory.sources = sources.anew();
    let model = Model {
        settings,
        home,
        pages,
        reports,
        withheld: Vec::new(),
        frameworks,
        guidance,
        assets: assets(&listed),
        theme,
        reviews,
        sources,
        faults,
    };
    Warned {
        value: model,
        diagnostics: found,
    }
}

/// Whether an error tells that nothing is known of its file: what stands too deep is not kept, and a
/// file without anything in it lacks all.
fn hides_all(error: &Diagnostic) -> bool {
    let whole = error.span == Span::file(error.span.source);
    error.code == Code::TooDeep || (error.code == Code::MissingField && whole)
}

/// The start of site.yaml, or where it would be.
fn site_yaml(listed: &[Listed<'_>], sources: &mut Sources, found: &mut Diagnostics) -> Span {
    if let Some(file) = listed.iter().find(|listed| listed.path == "site.yaml") {
        return Span::file(file.source);
    }
    let place = Span::file(sources.add(Source::new("content/site.yaml", "")));
    let message = "there is no `site.yaml` in the content folder";
    let missing = Diagnostic::new(Code::MissingFile, place, message);
    found.push(missing.help(
        "every site has one, with `organisation`, `title` and `languages`; `goldenthread init` \
         begins a new site",
    ));
    place
}

/// Reads site.yaml, and lets the context know what the rest of the site is read by.
fn settings_of(place: Span, documents: &Documents, cx: &mut Context<'_>) -> Settings {
    let document = documents.get(&place.source);
    let whole = document.is_some_and(|document| document.whole);
    let node = document.and_then(|document| document.node());
    let (settings, unread) = settings::settings(node, place, whole, cx);
    let groups = settings.measure_groups.iter().map(|group| group.id.clone());
    let known = whole && !unread.has("measure_groups");
    cx.groups = known.then(|| groups.collect());
    settings
}

/// How large the logo is.
fn logo_size(brand: &Brand, listed: &[Listed<'_>]) -> Option<(u32, u32)> {
    let logo = brand.logo.as_ref()?;
    let file = copied(listed).find(|listed| *listed.path == *logo.value)?;
    picture::size_of_file(&file.file.place)
}

/// The sizes of the files that are copied, by path from the content folder.
fn sizes(listed: &[Listed<'_>]) -> BTreeMap<Arc<str>, u64> {
    copied(listed)
        .map(|listed| (listed.path.into(), listed.file.size))
        .collect()
}

fn assets(listed: &[Listed<'_>]) -> Vec<Asset> {
    let asset = |listed: &Listed<'_>| Asset {
        path: listed.path.into(),
        file: listed.file.place.clone(),
        size: listed.file.size,
    };
    copied(listed).map(asset).collect()
}

/// The fault of copied files whose addresses begin as those of the theme's files do: hosts are told to
/// keep what stands there for a year, for its names change with its content.
fn among_assets(listed: &[Listed<'_>]) -> Option<Diagnostic> {
    let (file, name) = copied(listed).find_map(|listed| {
        let (first, _) = listed.path.split_once('/')?;
        first
            .eq_ignore_ascii_case("assets")
            .then_some((listed, first))
    })?;
    let message = format!("a folder of the content cannot be named `{name}`");
    let taken = Diagnostic::new(Code::AddressCollision, Span::file(file.source), message);
    Some(taken.help(
        "readers' browsers keep what stands under `assets/` for a year, for the theme's files there \
         never change: name the folder `images` or `documents`",
    ))
}

fn copied<'l, 'f>(listed: &'l [Listed<'f>]) -> impl Iterator<Item = &'l Listed<'f>> {
    listed.iter().filter(|listed| {
        matches!(listed.file.content, Content::Copied) && listed.kind == Kind::Asset
    })
}
