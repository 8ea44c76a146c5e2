//! Which files make up which report, objective and page.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    load::{
        context::Languages, document::Listed, fields::excerpt, kind::Kind, memory::Memory,
        variants::Variants,
    },
    model::{Language, WELL_BEING},
    text::{Code, Diagnostic, Diagnostics, Source, SourceId, Sources, Span, did_you_mean},
};

/// The files of the content folder by what they are about.
#[derive(Debug, Default)]
pub(super) struct Tree {
    /// site.yaml.
    pub settings: Option<SourceId>,
    /// Pages by path without `.md` and language.
    pub pages: BTreeMap<String, Variants>,
    /// translations.yaml.
    pub reviews: Option<SourceId>,
    /// Reports by folder.
    pub reports: BTreeMap<String, ReportFiles>,
    /// Frameworks by folder.
    pub frameworks: BTreeMap<String, FrameworkFiles>,
    /// Guidance documents by folder.
    pub guidance: BTreeMap<String, GuidanceFiles>,
}

/// The files of a framework.
#[derive(Debug, Default)]
pub(super) struct FrameworkFiles {
    /// framework.md by language, under `framework`.
    pub texts: BTreeMap<String, Variants>,
    /// Its goals and indicators by path without `.yaml`.
    pub items: BTreeMap<String, SourceId>,
    /// The start of framework.md, or where it would be.
    pub place: Option<Span>,
    /// Whether framework.md is not there.
    pub missing: bool,
}

/// The files of a guidance document.
#[derive(Debug, Default)]
pub(super) struct GuidanceFiles {
    /// Its Markdown files by name without `.md` and language: `guidance` is its own.
    pub texts: BTreeMap<String, Variants>,
    /// responsibilities.yaml.
    pub responsibilities: Option<SourceId>,
    /// The start of guidance.md, or where it would be.
    pub place: Option<Span>,
    /// Whether guidance.md is not there.
    pub missing: bool,
}

/// The files of a report.
#[derive(Debug, Default)]
pub(super) struct ReportFiles {
    /// Its Markdown files by name without `.md` and language: `report` is its own.
    pub texts: BTreeMap<String, Variants>,
    /// Its objectives by folder.
    pub objectives: BTreeMap<String, ObjectiveFiles>,
    /// sealed.yaml.
    pub sealed: Option<SourceId>,
    /// Its own evaluations by name without `.yaml`.
    pub evaluations: BTreeMap<String, SourceId>,
    /// The start of report.md, or where it would be.
    pub place: Option<Span>,
    /// Whether report.md is not there.
    pub missing: bool,
}

/// The files of an objective.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct ObjectiveFiles {
    /// Its Markdown files by name without `.md` and language: `objective` is its own.
    pub texts: BTreeMap<String, Variants>,
    /// actions.yaml.
    pub actions: Option<SourceId>,
    /// measures.yaml.
    pub measures: Option<SourceId>,
    /// measures.csv.
    pub measures_csv: Option<SourceId>,
    /// Its evaluations by name without `.yaml`.
    pub evaluations: BTreeMap<String, SourceId>,
    /// The start of objective.md, or where it would be.
    pub place: Option<Span>,
    /// Whether objective.md is not there.
    pub missing: bool,
}

/// Which files were sorted.
#[derive(Debug, PartialEq, Eq)]
struct Sorted {
    files: Vec<SourceId>,
    reports: BTreeSet<Arc<str>>,
    languages: Languages,
}

/// How files were sorted the last time, where nothing was wrong with them.
#[derive(Debug)]
pub(super) struct Kept {
    sorted: Sorted,
    tree: Arc<Tree>,
}

/// Sorts the files into reports, objectives and pages, and reports the files that every report
/// (each folder of `reports`, which hold something) and every objective has.
pub(super) fn tree(
    listed: &[Listed<'_>],
    reports: &BTreeSet<Arc<str>>,
    languages: &Languages,
    memory: &mut Memory,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Arc<Tree> {
    let sorted = Sorted {
        files: listed.iter().map(|listed| listed.source).collect(),
        reports: reports.clone(),
        languages: languages.clone(),
    };
    if let Some(kept) = memory.tree.as_ref().filter(|kept| kept.sorted == sorted) {
        return Arc::clone(&kept.tree);
    }
    let mut wrong = Diagnostics::new();
    let tree = Arc::new(sort(listed, reports, languages, sources, &mut wrong));
    memory.tree = wrong.is_empty().then(|| Kept {
        sorted,
        tree: Arc::clone(&tree),
    });
    found.append(wrong);
    tree
}

fn sort(
    listed: &[Listed<'_>],
    reports: &BTreeSet<Arc<str>>,
    languages: &Languages,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Tree {
    let mut tree = Tree::default();
    for report in reports {
        tree.reports.entry(report.to_string()).or_default();
    }
    for Listed { kind, source, .. } in listed {
        let source = *source;
        match *kind {
            Kind::Settings => tree.settings = Some(source),
            Kind::Reviews => tree.reviews = Some(source),
            Kind::Page { stem } => put(&mut tree.pages, stem, source, languages, found),
            Kind::Report { report, stem } => {
                let report = tree.reports.entry(report.to_owned()).or_default();
                put(&mut report.texts, stem, source, languages, found);
            }
            Kind::Sealed { report } => {
                let report = tree.reports.entry(report.to_owned()).or_default();
                report.sealed = Some(source);
            }
            Kind::Objective {
                report,
                objective,
                stem,
            } => {
                let objective = tree.objective(report, objective);
                put(&mut objective.texts, stem, source, languages, found);
            }
            Kind::Actions { report, objective } => {
                tree.objective(report, objective).actions = Some(source);
            }
            Kind::Measures { report, objective } => {
                tree.objective(report, objective).measures = Some(source);
            }
            Kind::MeasuresCsv { report, objective } => {
                tree.objective(report, objective).measures_csv = Some(source);
            }
            Kind::Framework { framework, stem } => {
                let framework = tree.frameworks.entry(framework.to_owned()).or_default();
                put(&mut framework.texts, stem, source, languages, found);
            }
            Kind::Item { framework, path } => {
                let framework = tree.frameworks.entry(framework.to_owned()).or_default();
                framework.items.insert(path.to_owned(), source);
            }
            Kind::Guidance { guidance, stem } => {
                let guidance = tree.guidance.entry(guidance.to_owned()).or_default();
                put(&mut guidance.texts, stem, source, languages, found);
            }
            Kind::Responsibilities { guidance } => {
                let guidance = tree.guidance.entry(guidance.to_owned()).or_default();
                guidance.responsibilities = Some(source);
            }
            Kind::Evaluation {
                report,
                objective,
                stem,
            } => {
                let evaluations = if let Some(objective) = objective {
                    &mut tree.objective(report, objective).evaluations
                } else {
                    let report = tree.reports.entry(report.to_owned()).or_default();
                    &mut report.evaluations
                };
                evaluations.insert(stem.to_owned(), source);
            }
            Kind::Asset | Kind::Unused { .. } => {}
        }
    }
    placed(&mut tree, languages, sources, found);
    tree
}

/// Gives everything that has a file of its own the place of that, and reports those that lack it.
fn placed(tree: &mut Tree, languages: &Languages, sources: &mut Sources, found: &mut Diagnostics) {
    let taken = tree.frameworks.remove(WELL_BEING);
    found.extend(taken.and_then(|files| built_in(files, languages)));
    let mut place = |texts: &BTreeMap<String, Variants>, folder: &str, what: &str, help: String| {
        let own = own(texts, what, languages);
        let missing = || missing(folder, what, help, sources, found);
        (own.is_none(), Some(own.unwrap_or_else(missing)))
    };
    for (name, report) in &mut tree.reports {
        let folder = format!("content/reports/{name}");
        let help = match report.sealed {
            Some(_) => SEALED.to_owned(),
            None => every("report"),
        };
        (report.missing, report.place) = place(&report.texts, &folder, "report", help);
        for (name, it) in &mut report.objectives {
            let folder = format!("{folder}/{name}");
            (it.missing, it.place) = place(&it.texts, &folder, "objective", every("objective"));
        }
    }
    for (name, it) in &mut tree.frameworks {
        let folder = format!("content/frameworks/{name}");
        (it.missing, it.place) = place(&it.texts, &folder, "framework", every("framework"));
    }
    for (name, it) in &mut tree.guidance {
        let folder = format!("content/guidance/{name}");
        (it.missing, it.place) = place(&it.texts, &folder, "guidance", every("guidance document"));
    }
}

impl Tree {
    fn objective(&mut self, report: &str, objective: &str) -> &mut ObjectiveFiles {
        let report = self.reports.entry(report.to_owned()).or_default();
        report.objectives.entry(objective.to_owned()).or_default()
    }
}

/// The fault of a folder that bears the name of the framework that is built in. Nothing of it is read.
fn built_in(files: FrameworkFiles, languages: &Languages) -> Option<Diagnostic> {
    let own = own(&files.texts, "framework", languages);
    let texts = files.texts.into_values().flat_map(BTreeMap::into_values);
    let mut others = files.items.into_values().chain(texts).map(Span::file);
    let place = own.or_else(|| others.next())?;
    let message =
        format!("the framework `{WELL_BEING}`, of the seven well-being goals, is built in");
    let taken = Diagnostic::new(Code::DuplicateId, place, message);
    Some(
        taken.help("give the folder another name, and begin the references to its goals with that"),
    )
}

/// What is said where a report that was sealed has lost its file.
const SEALED: &str =
    "this report was sealed, and what was published stays: put its `report.md` back";

/// What is said where there is no file of what is called so.
fn every(what: &str) -> String {
    format!("every {what} has one: it gives the title and what else is said of the {what}")
}

/// Reports that `folder` lacks the file that every `what` has, and gives its place a name.
fn missing(
    folder: &str,
    what: &str,
    help: String,
    sources: &mut Sources,
    found: &mut Diagnostics,
) -> Span {
    let path = format!("{folder}/{what}.md");
    let place = Span::file(sources.add(Source::new(&path, "")));
    let message = format!("there is no `{what}.md` in this folder");
    found.push(Diagnostic::new(Code::MissingFile, place, message).help(help));
    place
}

/// The start of the file that is the text `name` in the site's first language.
fn own(texts: &BTreeMap<String, Variants>, name: &str, languages: &Languages) -> Option<Span> {
    let source = texts.get(name)?.get(languages.first())?;
    Some(Span::file(*source))
}

/// Puts a Markdown file under its name and language.
fn put(
    texts: &mut BTreeMap<String, Variants>,
    stem: &str,
    source: SourceId,
    languages: &Languages,
    found: &mut Diagnostics,
) {
    let place = Span::file(source);
    let Some((name, language)) = split(stem, languages, place, found) else {
        return;
    };
    let variants = texts.entry(name.to_owned()).or_default();
    if let Some(other) = variants.get(&language) {
        let message = format!("two files give this text in `{language}`");
        let twice = Diagnostic::new(Code::DuplicateId, place, message);
        let twice = twice.label(Span::file(*other), "the other one");
        found.push(twice.help(format!(
            "a file without a language in its name is in `{language}`: keep one of the two"
        )));
        return;
    }
    variants.insert(language, source);
}

/// The name and language of `improve` and `improve.cy`.
fn split<'s>(
    stem: &'s str,
    languages: &Languages,
    place: Span,
    found: &mut Diagnostics,
) -> Option<(&'s str, Language)> {
    let file = stem.rsplit('/').next().unwrap_or(stem);
    let Some((_, tag)) = file.rsplit_once('.') else {
        return Some((stem, languages.first().clone()));
    };
    let name = &stem[..stem.len() - tag.len() - 1];
    if let Some(language) = languages.find(tag) {
        return Some((name, language));
    }
    let message = format!("`{}` is not one of the site's languages", excerpt(tag));
    let tags: Vec<_> = languages.tags().collect();
    let help = did_you_mean(tag, tags)
        .unwrap_or_else(|| "what stands before `.md` behind a dot is a language".to_owned());
    found.push(Diagnostic::new(Code::UnknownLanguage, place, message).help(help));
    None
}
