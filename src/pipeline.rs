//! Floor 7, upper half: the steps from a site folder to a site, in their order.

use std::{
    collections::{BTreeMap, BTreeSet},
    path::Path,
    sync::Arc,
};

use jiff::civil::DateTime;
use rayon::prelude::*;

use crate::{
    check::{self, Stood, Subject},
    facts::{self, Editions, Facts},
    load::{self, Folder},
    model::{Id, Language, Model, Report, Settings, ThemeFile},
    page, reference,
    site::{self, Anchored, Content, Parts, Site},
    text::{Code, Diagnostic, Diagnostics, Severity, Warned},
    theme::Theme,
    thread::Thread,
    wording::{Wording, measure_slugs},
};

/// What becomes of reports that are not published yet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Drafts {
    /// They are left out, with the files in their folders.
    Left,
    /// They are part of the site, and marked as drafts.
    Built,
}

/// Which reports a site is made of.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// What becomes of those that are not published yet.
    pub drafts: Drafts,
    /// The local time that embargoes are held against; without it each of them holds.
    pub at: Option<DateTime>,
    /// Whether hints are looked for, which are for those who ask for all that can be said
    /// ([`Code::is_hint`]).
    pub hints: bool,
}

/// As far as can be told without a clock.
impl From<Drafts> for Choice {
    fn from(drafts: Drafts) -> Self {
        Self {
            drafts,
            at: None,
            hints: true,
        }
    }
}

/// A site folder, read and worked out, and the website it makes.
pub struct Made {
    /// What was read.
    pub model: Arc<Model>,
    /// What follows from it.
    pub facts: Arc<Facts>,
    /// Its words.
    pub wording: Arc<Wording>,
    /// The website: every address, and what is rendered there when it is asked for. None where
    /// there is an error, for nothing wrong is shown quietly.
    pub site: Option<Site>,
    /// The drafts that were left out.
    pub drafts_left: Vec<Id>,
    /// The reports that were left out because of their embargo, with the moment it ends.
    pub embargoed_left: Vec<(Id, DateTime)>,
}

/// What is made before any page is rendered: whether the anchors that links name are on their pages
/// is not known yet.
pub struct Ahead {
    /// All but the website.
    pub made: Made,
    /// The website, even where there is an error; none where too much is missing.
    pub assembled: Option<Site>,
    /// The links whose anchors are to be looked for, with [`site::fragments`].
    pub anchored: Vec<Anchored>,
}

/// Reads the site folder `root`, works out what follows, checks it and makes the website.
pub fn make(root: &Path, choice: impl Into<Choice>) -> Warned<Made> {
    make_of(&Folder::read(root, None), choice)
}

/// The same for a folder that was read already.
pub fn make_of(folder: &Folder, choice: impl Into<Choice>) -> Warned<Made> {
    make_again(folder, choice, &mut Memory::default())
}

/// What was made of a site folder, for the next time that it is made. Each floor keeps its own
/// pieces, each with all that it was made from.
#[derive(Default)]
pub struct Memory {
    load: load::Memory,
    check: check::Memory,
    facts: facts::Memory,
    published: facts::Memory,
    names: Option<Named>,
    stood: Option<Stood>,
    wording: Kept<Arc<Wording>>,
    theme: Kept<Option<Arc<Theme>>>,
    site: site::Memory,
}

/// What follows from the names in a model and from the order of its editions, with both.
struct Named {
    model: Arc<Model>,
    editions: Editions,
    names: Arc<reference::Index>,
    thread: Arc<Thread>,
    index: Arc<page::Index>,
}

impl Named {
    /// What follows from the names in `model`, the last where they are the same.
    fn of<'m>(memory: &'m mut Option<Self>, model: &Arc<Model>, facts: &Facts) -> &'m Self {
        let order = || facts.editions.earliest_first();
        let kept = memory.take();
        let alike = |kept: &Self| {
            kept.editions == facts.editions && reference::is_named_alike(&kept.model, model)
        };
        let mut named = kept.filter(alike).unwrap_or_else(|| {
            let names = reference::Index::new(model, order());
            let names = Arc::new(names);
            let thread = Thread::of(model, &names.of(model), order());
            let thread = Arc::new(thread);
            let index = page::Index::of(Arc::clone(&names), Arc::clone(&thread), model, facts);
            Self {
                model: Arc::clone(model),
                editions: facts.editions.clone(),
                names,
                thread,
                index: Arc::new(index),
            }
        });
        // The next model shares more with this one than with any before.
        named.model = Arc::clone(model);
        memory.insert(named)
    }
}

/// Something that was made of a part of the settings and the theme, with what it was made from.
type Kept<T> = Option<(Look, Warned<T>)>;

/// What words and templates are made from.
#[derive(PartialEq)]
struct Look {
    settings: Settings,
    files: Vec<ThemeFile>,
    /// What measures are called in addresses, which words know.
    slugs: Arc<BTreeMap<(Id, Language), Arc<str>>>,
}

impl Look {
    /// The settings, and those of the theme's files that are `used`.
    fn of(
        model: &Model,
        slugs: &Arc<BTreeMap<(Id, Language), Arc<str>>>,
        used: impl Fn(&ThemeFile) -> bool,
    ) -> Self {
        let files = model.theme.iter().filter(|file| used(file));
        Self {
            settings: model.settings.clone(),
            files: files.cloned().collect(),
            slugs: Arc::clone(slugs),
        }
    }
}

/// The same, with what was made of the folder the last time at hand: the result is as if it had
/// not been, and comes sooner.
pub fn make_again(folder: &Folder, choice: impl Into<Choice>, memory: &mut Memory) -> Warned<Made> {
    let Warned {
        value: ahead,
        mut diagnostics,
    } = make_ahead(folder, choice, memory);
    let mut made = ahead.made;
    if let Some(site) = ahead.assembled {
        let page = |address: &site::Address| site.made(address.as_str());
        diagnostics.append(site::fragments(&ahead.anchored, page));
        diagnostics.sort(&made.model.sources);
        made.site = Some(site).filter(|_| !diagnostics.has_errors());
    }
    Warned {
        value: made,
        diagnostics,
    }
}

/// The same without a look at any page, for whoever shows the website before all is known of it.
pub fn make_ahead(
    folder: &Folder,
    choice: impl Into<Choice>,
    memory: &mut Memory,
) -> Warned<Ahead> {
    let choice = choice.into();
    let Warned {
        value: mut model,
        mut diagnostics,
    } = load::lower_again(folder, &mut memory.load);
    lift_embargoes(&mut model, choice.at);
    for report in model.reports.iter().filter(|it| !it.sealed.is_empty()) {
        // What could not be read is not known to have changed.
        if report.common.unread.has_any(&["status", "embargo"]) {
            continue;
        }
        // Without a clock, nobody knows whether an embargo has ended.
        if report.is_draft() || (report.embargoed && choice.at.is_some()) {
            diagnostics.push(check::unpublished(report));
        }
    }
    if let Some(at) = choice.at {
        let reports = model.reports.iter();
        diagnostics.extend(reports.flat_map(|report| check::to_come(report, at.date())));
    }
    if choice.drafts == Drafts::Left {
        leave_out_unpublished(&mut model);
    }
    let facts = facts::facts_again(&model, &mut memory.facts);
    let slugs = Arc::new(measure_slugs(&model));
    let look = Look::of(&model, &slugs, |file| file.path.starts_with("strings/"));
    let wording = kept(&mut memory.wording, look, || {
        let Warned { value, diagnostics } = Wording::new(&model);
        let value = Arc::new(value);
        Warned { value, diagnostics }
    });
    let wording = taken(wording, &mut diagnostics);
    let (model, facts) = (Arc::new(model), Arc::new(facts));
    let known = Named::of(&mut memory.names, &model, &facts);
    let (names, thread) = (&known.names, Arc::clone(&known.thread));
    let hints = choice.hints;
    memory.check.stand_on(&model, &wording, hints);
    let checked = &mut memory.check;
    let mut subject = Subject::of(names.of(&model), thread, &facts, &wording, hints, checked);
    if let Some(stood) = memory.stood.take() {
        subject.standing = stood.still(&model, &facts, names, &wording);
    }
    let found = check::check_again(&subject, &mut memory.check);
    let of_record = |it: &Diagnostic| matches!(it.code, Code::SealedChanged | Code::SealedMoved);
    if !found.iter().any(of_record) {
        let (model, facts) = (Arc::clone(&model), Arc::clone(&facts));
        let stood = Stood::new(model, facts, Arc::clone(names), Arc::clone(&wording));
        memory.stood = Some(stood);
    }
    diagnostics.append(found);
    diagnostics.append(site::raw_html(&model, &subject.passages));
    let theme = kept(
        &mut memory.theme,
        Look::of(&model, &slugs, |_| true),
        || {
            let Warned { value, diagnostics } = Theme::new(&model.theme, &model.settings);
            let value = value.map(Arc::new);
            Warned { value, diagnostics }
        },
    );
    let theme = taken(theme, &mut diagnostics);
    let published = without_drafts(&model, &facts, &mut memory.published);
    // An error that its authors stand by keeps nothing from being built.
    check::accept(&model, choice.hints, &mut diagnostics);
    let mut assembled = None;
    // Pages are made even where content contradicts itself or could not all be read: addresses and
    // anchors are found wanting in the same go. Without its settings nothing is known of a site.
    let settings = model.settings.span.source;
    let settled = !diagnostics.has_errors() || !model.faults.files().contains(&settings);
    if let Some(theme) = theme.filter(|_| settled) {
        let parts = Parts {
            model: &model,
            facts: &facts,
            published: &published,
            names,
            index: &known.index,
            wording: &wording,
            theme: &theme,
        };
        let Warned {
            value,
            diagnostics: found,
        } = site::assemble(&parts, &mut memory.site);
        diagnostics.append(site::certain(&model, &found));
        assembled = Some(value);
    }
    let anchored = site::anchored(&model, &facts, &wording, &subject.links, &subject.passages);
    diagnostics.sort(&model.sources);
    drop(subject);
    let made = Made {
        drafts_left: drafts(&model.withheld),
        embargoed_left: embargoed(&model.withheld),
        model,
        facts,
        wording,
        site: None,
    };
    Warned {
        value: Ahead {
            made,
            assembled,
            anchored,
        },
        diagnostics,
    }
}

/// What is made of `look` by `anew`, or what it made of the same the last time.
fn kept<T: Clone>(memory: &mut Kept<T>, look: Look, anew: impl FnOnce() -> Warned<T>) -> Warned<T> {
    if let Some((known, made)) = memory
        && *known == look
    {
        return made.clone();
    }
    let made = anew();
    *memory = Some((look, made.clone()));
    made
}

/// Reads and checks the site folder `root` as it is with its drafts and, where there are any, as it
/// is without them: a published page may lead to a draft. Every page is rendered for its faults. `hints`
/// says whether they are looked for.
pub fn check(root: &Path, at: Option<DateTime>, hints: bool) -> Warned<Made> {
    let folder = Folder::read(root, None);
    let rendered_of = |folder: &Folder, drafts| {
        let choice = Choice { drafts, at, hints };
        rendered_of(folder, choice)
    };
    let Warned {
        value: made,
        mut diagnostics,
    } = rendered_of(&folder, Drafts::Built);
    if made.model.reports.iter().any(|report| !report.is_public()) {
        let known: BTreeSet<_> = diagnostics.iter().map(|it| (it.code, it.span)).collect();
        let without = rendered_of(&folder, Drafts::Left).diagnostics;
        // What is accepted in a draft, or used there alone, is not to be taken out.
        let new = without.iter().filter(|found| {
            found.severity != Severity::Note && !known.contains(&(found.code, found.span))
        });
        diagnostics.extend(new.cloned().map(|found| {
            let message = format!("{} (once drafts are left out)", found.message);
            Diagnostic { message, ..found }
        }));
        diagnostics.sort(&made.model.sources);
    }
    Warned {
        value: made,
        diagnostics,
    }
}

fn rendered_of(folder: &Folder, choice: Choice) -> Warned<Made> {
    let mut made = make_of(folder, choice);
    if let Some(site) = &made.value.site {
        made.diagnostics.append(rendered(site));
        made.diagnostics.sort(&made.value.model.sources);
    }
    made
}

/// Renders all of a site for its faults alone: those of a template that show only on a page.
pub fn rendered(site: &Site) -> Diagnostics {
    let artifacts: Vec<_> = site.iter().map(|(_, artifact)| artifact).collect();
    let faults = artifacts
        .par_iter()
        .filter_map(|artifact| match &artifact.content {
            Content::Rendered(render) => render().err(),
            Content::Leaf(leaf) => site.render(leaf).err(),
            Content::Bytes(_) | Content::File(_) => None,
        });
    let faults: Vec<_> = faults.collect();
    // A template that many pages share has its mistakes once.
    let mut said = BTreeSet::new();
    let faults = faults.into_iter().map(|fault| *fault);
    faults
        .filter(|fault| said.insert((fault.code, fault.span, fault.message.clone())))
        .collect()
}

/// The value alone; what was found is added to the rest.
fn taken<T>(warned: Warned<T>, diagnostics: &mut Diagnostics) -> T {
    diagnostics.append(warned.diagnostics);
    warned.value
}

/// What may be published as data: the same where there is no draft.
fn without_drafts(
    model: &Arc<Model>,
    facts: &Arc<Facts>,
    memory: &mut facts::Memory,
) -> (Arc<Model>, Arc<Facts>) {
    if model.reports.iter().all(Report::is_public) {
        return (Arc::clone(model), Arc::clone(facts));
    }
    let mut published = Model::clone(model);
    leave_out_unpublished(&mut published);
    let facts = facts::facts_again(&published, memory);
    (Arc::new(published), Arc::new(facts))
}

/// Lifts the embargoes that have ended by the moment `at`.
fn lift_embargoes(model: &mut Model, at: Option<DateTime>) {
    for report in &mut model.reports {
        let ends = report.embargo.as_ref().map(|embargo| embargo.value);
        report.embargoed = ends.is_some_and(|ends| at.is_none_or(|at| at < ends));
    }
}

/// Takes drafts and what is under embargo out of what a model publishes.
fn leave_out_unpublished(model: &mut Model) {
    let (reports, left) = model
        .reports
        .drain(..)
        .partition::<Vec<_>, _>(Report::is_public);
    model.reports = reports;
    for report in &left {
        let folder = format!("reports/{}/", report.id.as_str());
        model
            .assets
            .retain(|asset| !asset.path.starts_with(&folder));
    }
    // The built-in goals stand where something names them, and go with it.
    let sources = &model.sources;
    model.frameworks.retain(|framework| {
        let path = sources.get(framework.span.source).path();
        let within = |report: &Report| path.starts_with(&format!("content/reports/{}/", report.id));
        !left.iter().any(within)
    });
    model.withheld = left;
}

/// The drafts among them.
fn drafts(left: &[Report]) -> Vec<Id> {
    let drafts = left.iter().filter(|report| report.is_draft());
    drafts.map(|report| report.id.clone()).collect()
}

/// Those that wait for nothing but the end of their embargo, with that moment.
fn embargoed(left: &[Report]) -> Vec<(Id, DateTime)> {
    let finished = left.iter().filter(|report| !report.is_draft());
    finished
        .filter_map(|report| Some((report.id.clone(), report.embargo.as_ref()?.value)))
        .collect()
}
