//! Everything that can be referred to, by its name.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::{
    load::resolve,
    model::{Id, Model},
    reference::{
        Chart, MeasureAt, Origin, Problem, Spot, Target, Wanted, charts, path,
        standing::Standing,
        target::Target::{Asset, External, Fragment},
        unread::Hidden,
        web,
    },
    text::{Code, Names, Span},
};

/// Everything that can be referred to, by its name: made once for a model, asked for every
/// reference.
#[derive(Clone)]
pub struct References<'a> {
    pub(super) model: &'a Model,
    pub(super) index: Arc<Index>,
}

/// The names themselves, apart from the model so that they can be kept beside it.
pub struct Index {
    /// The reports, the latest edition first.
    pub(super) latest_first: Vec<usize>,
    /// Reports by the names of their folders.
    pub(super) reports: BTreeMap<Id, usize>,
    /// Objectives by their ids: report and objective, the latest edition first.
    pub(super) objectives: BTreeMap<Id, Vec<(usize, usize)>>,
    /// Measures by their ids, the latest edition first.
    pub(super) measures: BTreeMap<Id, Vec<MeasureAt>>,
    /// For each report, its charts by name.
    pub(super) charts: Vec<BTreeMap<String, Chart>>,
    /// Charts that would bear the name of another one: the report, the one that has it, and the other.
    namesakes: Vec<(usize, Chart, Chart)>,
    /// Pages by their paths.
    pub(super) pages: BTreeMap<String, usize>,
    /// Frameworks and guidance.
    pub(super) standing: Standing,
    /// Files and folders of the content folder that can be linked to, by path.
    files: BTreeMap<String, Target>,
    /// The first file of each name, whatever its folder.
    file_names: BTreeMap<String, String>,
    /// What may stand where reading found an error.
    hidden: Hidden,
    /// The names once more, for suggestions.
    pub(super) known: Known,
}

/// Names to suggest in the place of one that nothing bears.
#[derive(Default)]
pub(super) struct Known {
    /// Of measures.
    pub measures: Names,
    /// Of objectives.
    pub objectives: Names,
    /// Of reports.
    pub reports: Names,
    /// Of pages.
    pub pages: Names,
    /// Of the charts of each report.
    pub charts: Vec<Names>,
    /// Paths of files and folders.
    files: Names,
    /// Paths of images.
    images: Names,
}

/// Ways to somewhere else.
pub(super) const EXTERNAL: [&str; 4] = ["https", "http", "mailto", "tel"];

impl Index {
    /// The names in `model`; `earliest_first` are its reports in the order of publication, for
    /// what is referred to without an edition.
    pub fn new(model: &Model, earliest_first: impl DoubleEndedIterator<Item = usize>) -> Self {
        let mut objectives: BTreeMap<_, Vec<_>> = BTreeMap::new();
        let mut measures = Vec::new();
        let mut stand_ins = BTreeSet::new();
        let mut latest_first: Vec<_> = earliest_first.rev().collect();
        // What waits to be published comes last: no text that is public speaks of it unless it says so.
        latest_first.sort_by_key(|report| !model.reports[*report].is_public());
        for report in latest_first.iter().copied() {
            for (objective, found) in model.reports[report].objectives.iter().enumerate() {
                let editions = objectives.entry(found.id.clone()).or_default();
                editions.push((report, objective));
                for (measure, found) in found.measures.iter().enumerate() {
                    let at = MeasureAt {
                        report,
                        objective,
                        measure,
                    };
                    measures.push((&found.id.value, at));
                    if found.common.unread.nameless {
                        stand_ins.insert(found.id.value.as_str());
                    }
                }
            }
        }
        let measures = by_id(measures);
        let pages = model.pages.iter().enumerate();
        let pages: BTreeMap<_, _> = pages.map(|(at, page)| (page.path.join("/"), at)).collect();
        let reports = model.reports.iter().enumerate();
        let mut namesakes = Vec::new();
        let by_name = |report| {
            let named = charts(model, report).into_iter();
            let mut named: Vec<_> = named
                .map(|chart| (chart.name(model, report), chart))
                .collect();
            named.sort_by(|(a, _), (b, _)| a.cmp(b));
            named.dedup_by(|(later, other), (earlier, chart)| {
                let same = later == earlier;
                // Where a measure stands in two objectives, the first one's chart bears the name.
                let measures =
                    matches!((&*chart, &*other), (Chart::Measure(..), Chart::Measure(..)));
                if same && !measures {
                    namesakes.push((report, chart.clone(), other.clone()));
                }
                same
            });
            named.into_iter().collect()
        };
        let reports: BTreeMap<_, _> = reports
            .map(|(at, report)| (report.id.clone(), at))
            .collect();
        let charts: Vec<_> = (0..model.reports.len()).map(by_name).collect();
        let files = path::files(model);
        let mut file_names = BTreeMap::new();
        for path in files.keys() {
            let name = file_name(path).to_owned();
            file_names.entry(name).or_insert_with(|| path.clone());
        }
        let known = Known {
            measures: measures
                .keys()
                .map(Id::as_str)
                .filter(|id| !stand_ins.contains(id))
                .collect(),
            objectives: objectives.keys().map(Id::as_str).collect(),
            reports: reports.keys().map(Id::as_str).collect(),
            pages: pages.keys().map(String::as_str).collect(),
            charts: charts
                .iter()
                .map(|charts| names(charts, &stand_ins))
                .collect(),
            files: files.keys().map(String::as_str).collect(),
            images: files
                .keys()
                .map(String::as_str)
                .filter(|path| is_image(path))
                .collect(),
        };
        Self {
            latest_first,
            reports,
            objectives,
            measures,
            charts,
            namesakes,
            pages,
            standing: Standing::of(model),
            files,
            file_names,
            hidden: Hidden::of(model),
            known,
        }
    }

    /// The names of a report's charts.
    pub fn charts_of(&self, report: usize) -> impl Iterator<Item = &str> {
        let charts = self.charts.get(report).into_iter();
        charts.flat_map(|charts| charts.keys().map(String::as_str))
    }

    /// Whether the reports have the same charts under the same names as in `other`.
    pub fn has_charts_of(&self, other: &Self) -> bool {
        self.charts == other.charts
    }

    /// The names together with the model that they were made from.
    pub fn of<'a>(self: &Arc<Self>, model: &'a Model) -> References<'a> {
        References {
            model,
            index: Arc::clone(self),
        }
    }
}

/// Measures by id, in the order that they come in. Sorted first, for a map is filled fastest so.
fn by_id(mut measures: Vec<(&Id, MeasureAt)>) -> BTreeMap<Id, Vec<MeasureAt>> {
    measures.sort_by_key(|(id, _)| *id);
    let groups = measures.chunk_by(|(a, _), (b, _)| a == b);
    let named = groups.filter_map(|group| {
        let (id, _) = group.first()?;
        let places = group.iter().map(|(_, at)| *at);
        Some(((*id).clone(), places.collect()))
    });
    named.collect()
}

impl<'a> References<'a> {
    /// Everything in `model`; `earliest_first` are its reports in the order of publication, for
    /// what is referred to without an edition.
    pub fn new(model: &'a Model, earliest_first: impl DoubleEndedIterator<Item = usize>) -> Self {
        Arc::new(Index::new(model, earliest_first)).of(model)
    }

    /// The model whose names they are.
    pub fn model(&self) -> &'a Model {
        self.model
    }

    /// The folder, relative to the content folder, of the file in which something stands.
    pub fn folder_of(&self, span: Span) -> &'a str {
        Origin::of(self.model, span).folder
    }

    /// What a link to `target`, written at `origin`, leads to.
    ///
    /// # Errors
    /// Where it leads nowhere.
    pub fn link(&self, origin: &Origin<'_>, target: &str) -> Result<Target, Problem> {
        if let Some(fragment) = target.strip_prefix('#') {
            return Ok(Fragment(path::decoded(fragment)));
        }
        if let Some(problem) = web::unfinished(target) {
            return Err(problem);
        }
        if is_external(target) {
            return Ok(External);
        }
        let found = match scheme(target) {
            Some((kind, name)) => self.named(origin, kind, name),
            None => self.file(origin, target, Code::MissingLink),
        };
        found.or_else(|problem| {
            let earlier = self.by_earlier_name(origin, target);
            earlier.ok_or_else(|| self.left_out(problem))
        })
    }

    /// What an image at `target`, written at `origin`, shows: a file of the content folder or a
    /// chart.
    ///
    /// # Errors
    /// Where there is neither, or it stands on another server.
    pub fn image(&self, origin: &Origin<'_>, target: &str) -> Result<Target, Problem> {
        let found = self.image_at(origin, target);
        found.map_err(|problem| self.left_out(problem))
    }

    fn image_at(&self, origin: &Origin<'_>, target: &str) -> Result<Target, Problem> {
        let problem = |message, help: &str| Problem {
            code: Code::MissingImage,
            message,
            help: Some(help.to_owned()),
            wanted: Wanted::Nothing,
        };
        let found = match scheme(target) {
            _ if is_external(target) || target.starts_with("//") => {
                return Err(problem(
                    format!("the image `{target}` stands on another server"),
                    "keep a copy in the content folder: pages show nothing from elsewhere",
                ));
            }
            Some(("chart", name)) => return self.named(origin, "chart", name),
            Some((kind, name)) => self.named(origin, kind, name)?,
            None => match web::unfinished(target) {
                Some(problem) => return Err(problem),
                None => self.file(origin, target, Code::MissingImage)?,
            },
        };
        match found {
            Asset(at, _) if is_image(&self.model.assets[at].path) => Ok(found),
            _ => Err(problem(
                format!("`{target}` is not an image"),
                "an image is a file such as `map.png` or `map.svg`, or `chart:` and the name of a \
                 chart; link to any other file with `[text](file)`",
            )),
        }
    }

    /// The measure called `id` in the edition of `origin`, else in the latest that has it: for
    /// lists of measures in actions.
    ///
    /// # Errors
    /// Where no measure of the site bears that name.
    pub fn measure(&self, origin: &Origin<'_>, id: &str) -> Result<MeasureAt, Problem> {
        self.measure_at(origin.report, id)
            .map(|(at, _)| at)
            .ok_or_else(|| self.left_out(self.no_measure(id)))
    }

    /// Whether what a reference was looking for may stand where reading found an error, so that
    /// nobody can tell.
    pub fn may_be_unread(&self, wanted: &Wanted) -> bool {
        self.index.hidden.may_hold(wanted)
    }

    /// The chart of a report with this name.
    pub fn chart(&self, report: usize, name: &str) -> Option<&Chart> {
        self.index.charts.get(report)?.get(name)
    }

    /// Charts that would bear the name of another one: the report, the one that has it, and the other.
    pub fn namesakes(&self) -> &[(usize, Chart, Chart)] {
        &self.index.namesakes
    }

    /// The measure in `report` and `true`, else in the latest edition and `false`.
    pub(super) fn measure_at(&self, report: Option<usize>, id: &str) -> Option<(MeasureAt, bool)> {
        let editions = self.index.measures.get(&Id::parse(id)?)?;
        let own = editions.iter().find(|at| Some(at.report) == report);
        let found = own.or(editions.first()).copied();
        found.map(|at| (at, own.is_some()))
    }

    fn file(&self, origin: &Origin<'_>, target: &str, code: Code) -> Result<Target, Problem> {
        let (path, fragment) = match target.split_once('#') {
            Some((path, fragment)) => (path, Some(path::decoded(fragment))),
            None => (target, None),
        };
        let path = path.split_once('?').map_or(path, |(path, _)| path);
        if path.is_empty() {
            return Err(Problem {
                code,
                message: "the link is empty".to_owned(),
                help: Some("write where it leads: `[text](about.md)`".to_owned()),
                wanted: Wanted::Nothing,
            });
        }
        if path.contains('\\') {
            return Err(Problem {
                code,
                message: format!("`{target}` is written with backslashes"),
                help: Some(format!("write `{}`", target.replace('\\', "/"))),
                wanted: Wanted::Nothing,
            });
        }
        let Some(wanted) = resolve(origin.folder, &path::decoded(path)) else {
            return Err(Problem {
                code: Code::OutsideContent,
                message: format!("`{target}` leads out of the content folder"),
                help: Some("move the file into the content folder and link to it there".to_owned()),
                wanted: Wanted::Nothing,
            });
        };
        let wanted = path::in_any_language(self.model, &wanted);
        let found = self.index.files.get(&*wanted).cloned();
        let found = found.ok_or_else(|| Problem {
            code,
            message: format!("there is no `content/{wanted}` to link to"),
            help: self.nearest_file(&wanted, code).or_else(|| {
                let help = "put the file there, or mend the path: it begins at the folder of the file that it stands in, or with `/` at the content folder";
                Some(help.to_owned())
            }),
            wanted: Wanted::File(wanted.to_string()),
        })?;
        Ok(match found {
            Target::Spot(spot, _) => Target::Spot(spot, fragment),
            Asset(at, _) => Asset(at, fragment),
            other => other,
        })
    }

    /// The file of the same name elsewhere, else the one whose path is nearest. For an image only
    /// images are meant.
    fn nearest_file(&self, wanted: &str, code: Code) -> Option<String> {
        let images = code == Code::MissingImage;
        let elsewhere = self.index.file_names.get(file_name(wanted));
        let elsewhere = elsewhere.filter(|path| !images || is_image(path));
        let known = if images {
            &self.index.known.images
        } else {
            &self.index.known.files
        };
        let near = elsewhere.map(String::as_str);
        let near = near.or_else(|| known.nearest(wanted))?;
        Some(format!("did you mean `content/{near}`?"))
    }
}

/// The names of charts, but for those named after an id that stands in for one.
fn names<T>(all: &BTreeMap<String, T>, stand_ins: &BTreeSet<&str>) -> Names {
    let names = all.keys().map(String::as_str);
    names.filter(|name| !stand_ins.contains(name)).collect()
}

fn file_name(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

/// Whether a file is one that browsers show, by its name.
fn is_image(path: &str) -> bool {
    const ENDINGS: [&str; 7] = ["avif", "gif", "jpeg", "jpg", "png", "svg", "webp"];
    let ending = path.rsplit_once('.').map(|(_, ending)| ending);
    ending.is_some_and(|ending| ENDINGS.contains(&&*ending.to_lowercase()))
}

/// Whether a target leads to another server, a mailbox or a telephone.
fn is_external(target: &str) -> bool {
    let scheme = scheme(target).map(|(scheme, _)| scheme.to_ascii_lowercase());
    scheme.is_some_and(|scheme| EXTERNAL.contains(&&*scheme))
}

/// The part before the colon of what has a scheme, and the part behind it.
fn scheme(target: &str) -> Option<(&str, &str)> {
    let (scheme, rest) = target.split_once(':')?;
    let letters = |c: char| c.is_ascii_alphanumeric() || "+.-".contains(c);
    let fine = scheme.starts_with(|c: char| c.is_ascii_alphabetic()) && scheme.chars().all(letters);
    fine.then_some((scheme, rest))
}

impl Spot {
    /// The target that leads there.
    pub(super) fn target(self) -> Target {
        Target::Spot(self, None)
    }
}
