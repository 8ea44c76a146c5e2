//! What comes next: an edition made from an earlier one, an objective, a measure, an action.
//!
//! Nothing that is there is ever overwritten: a new folder is made whole beside its place and put
//! there in one step, and to a file that is there lines are added alone.

mod append;
mod csv;
mod edition;
mod item;
mod names;
mod prompt;
mod yaml;

use std::{
    collections::BTreeMap,
    fs, io,
    path::{Path, PathBuf},
};

use crate::{
    author::{new::prompt::Carry, write::write_whole},
    facts::Editions,
    model::{Id, Measure, Model, Objective, Polarity, Report},
    text::{did_you_mean, nearest},
    wording::Wording,
};

/// Why nothing was written.
#[derive(Debug, thiserror::Error)]
pub enum NewError {
    /// What was named is not there, or cannot be named so; with a way out where there is one.
    #[error("{message}")]
    Name {
        /// What is wrong.
        message: String,
        /// What to do.
        help: Option<String>,
    },
    /// Something stands there already.
    #[error("`{}` is there already; nothing was written", .0.display())]
    Exists(PathBuf),
    /// The machine did not do it.
    #[error("cannot write `{}`: {source}", path.display())]
    Io {
        /// To which file or folder.
        path: PathBuf,
        /// What the machine said.
        source: io::Error,
    },
}

/// What was written.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// The files, by their path from the site folder.
    pub files: Vec<PathBuf>,
    /// How many actions were left behind because nothing is left to do on them.
    pub finished: usize,
    /// Whether the report that they are in is published already.
    pub published: bool,
}

/// Writes the edition `name` of the site in `root`: the next one after `from`, or the first.
///
/// # Errors
/// The name is not a folder's that begins with a period, `from` is not a report, or something
/// stands there.
pub fn new_report(
    root: &Path,
    (model, wording): (&Model, &Wording),
    name: &str,
    from: Option<&str>,
) -> Result<Written, NewError> {
    let from = from.map(|from| report(model, from)).transpose()?;
    let (period, stage) = names::edition(name, from.map(|at| &model.reports[at]))?;
    let folder = root.join("content/reports").join(name);
    free(root, &folder)?;
    let plan = edition::Plan {
        model,
        wording,
        period,
        stage,
    };
    let (files, finished) = plan.files(from.map(|at| &model.reports[at]));
    let files = place(root, &folder, &files)?;
    Ok(Written {
        files,
        finished,
        published: false,
    })
}

/// Writes the objective `name` of a report.
///
/// # Errors
/// The name cannot be a folder's, the report is not there, or something stands there.
pub fn new_objective(
    root: &Path,
    (model, wording): (&Model, &Wording),
    name: &str,
    within: &str,
) -> Result<Written, NewError> {
    let report = &model.reports[report(model, within)?];
    names::id("objective", name)?;
    let folder = root
        .join("content/reports")
        .join(report.id.as_str())
        .join(name);
    free(root, &folder)?;
    let files = place(root, &folder, &edition::new_objective(model, wording, name))?;
    Ok(Written {
        files,
        finished: 0,
        published: !report.is_draft(),
    })
}

/// Adds the measure `id` to an objective, named as `report/objective`. A measure that the site
/// knows from another edition is taken from the latest that has it; of any other `polarity` says which
/// way is better.
///
/// # Errors
/// Nothing says which way is better, the id cannot be one or is taken in that report, the objective or
/// group is not there, or the file is written in a way that nothing can be added to.
pub fn new_measure(
    root: &Path,
    model: &Model,
    id: &str,
    within: &str,
    (group, polarity): (Option<&str>, Option<Polarity>),
) -> Result<Written, NewError> {
    let (report, objective) = objective(model, within)?;
    names::id("measure", id)?;
    let same = |other: &Id| other.as_str().to_lowercase() == id.to_lowercase();
    let mut taken = report.objectives.iter();
    let taken = taken.find(|other| other.measures.iter().any(|it| same(&it.id.value)));
    if let Some(taken) = taken {
        return Err(NewError::Name {
            message: format!(
                "the report `{}` has a measure `{id}` already, in `{}`",
                report.id, taken.id
            ),
            help: None,
        });
    }
    let known = others(model, report).find_map(|other| {
        let objectives = other.objectives.iter();
        let mut measures =
            objectives.flat_map(|found| found.measures.iter().map(move |it| (found, it)));
        let (objective, measure) = measures.find(|(_, it)| it.id.value.as_str() == id)?;
        let to = (report.period.value, report.stage.value);
        let carry = Carry::over((other, objective), to);
        Some((carry, measure))
    });
    let first = model.settings.first_language();
    let group = match (group, known) {
        (Some(group), _) => names::group(model, group)?,
        (None, Some((_, measure))) => measure.group.as_str().to_owned(),
        (None, None) => "how-much".to_owned(),
    };
    if known.is_some() && polarity.is_some() {
        return Err(NewError::Name {
            message: format!("`{id}` stands in another report, which says which way is better"),
            help: Some(
                "leave `--polarity` out; change it in the file if it is another now".to_owned(),
            ),
        });
    }
    let begun = match (known, polarity) {
        (Some((carry, measure)), _) => Begun::Known(carry, measure),
        (None, Some(polarity)) => Begun::New(polarity),
        (None, None) => return Err(no_polarity(id)),
    };
    let folder = objective_folder(report, objective);
    let table = folder.join("measures.csv");
    let yaml = folder.join("measures.yaml");
    if root.join(&table).is_file() && !root.join(&yaml).is_file() {
        let cells = match &begun {
            Begun::Known(carry, measure) => csv::cells(measure, carry, first),
            Begun::New(polarity) => csv::new_cells(id, &names::title(id), *polarity),
        };
        let cells = cells
            .into_iter()
            .chain([("group".to_owned(), group)])
            .collect();
        let text = fs::read_to_string(root.join(&table)).unwrap_or_default();
        let missing = append::missing_columns(&text, &cells, first);
        if !missing.is_empty() {
            return Err(no_column(&table, &missing));
        }
        return added(root, &table, |text| append::row(text, &cells, first));
    }
    let item = |indent: usize| match &begun {
        Begun::Known(carry, measure) => item::measure(indent, measure, carry, first),
        Begun::New(polarity) => item::new_measure(indent, id, &names::title(id), *polarity),
    };
    added(root, &yaml, |text| {
        append::to_group(text, &group, id, &item)
    })
}

/// Adds the action `id` to an objective, named as `report/objective`.
///
/// # Errors
/// As [`new_measure`].
pub fn new_action(root: &Path, model: &Model, id: &str, within: &str) -> Result<Written, NewError> {
    let (report, objective) = objective(model, within)?;
    names::id("action", id)?;
    let taken = objective
        .actions
        .iter()
        .any(|other| other.id.value.as_str() == id);
    if taken {
        return Err(NewError::Name {
            message: format!(
                "the objective `{}` has an action `{id}` already",
                objective.id
            ),
            help: None,
        });
    }
    let first = model.settings.first_language();
    let same = others(model, report)
        .flat_map(|other| &other.objectives)
        .filter(|it| it.id == objective.id);
    let known = same
        .flat_map(|it| &it.actions)
        .find(|other| other.id.value.as_str() == id);
    let item = |indent: usize| match known {
        Some(action) => item::action(indent, action, first),
        None => item::new_action(indent, id, &names::title(id)),
    };
    let file = objective_folder(report, objective).join("actions.yaml");
    added(root, &file, |text| append::to_list(text, id, &item))
}

/// The other reports, the latest edition first.
fn others<'m>(model: &'m Model, report: &Report) -> impl Iterator<Item = &'m Report> {
    let order: Vec<_> = Editions::of(model).earliest_first().rev().collect();
    let others = order.into_iter().map(|at| &model.reports[at]);
    others.filter(move |other| other.id != report.id)
}

/// What a measure begins as.
enum Begun<'m> {
    /// What it was in another report.
    Known(Carry<'m>, &'m Measure),
    /// New, with the way that is better.
    New(Polarity),
}

/// What is said where nobody says which way is better for a measure: no site builds without it.
fn no_polarity(id: &str) -> NewError {
    NewError::Name {
        message: format!("nothing says which way is better for `{id}`"),
        help: Some(
            "add `--polarity higher`, `lower`, `target` (nearest is best) or `none` (for context)"
                .to_owned(),
        ),
    }
}

/// What is said where a table has no column for something that is to be carried over.
fn no_column(table: &Path, missing: &[String]) -> NewError {
    let columns = if missing.len() == 1 {
        "column"
    } else {
        "columns"
    };
    let names: Vec<_> = missing.iter().map(|name| format!("`{name}`")).collect();
    NewError::Name {
        message: format!(
            "`{}` has no {columns} {}",
            table.display(),
            names.join(", ")
        ),
        help: Some(format!(
            "what the measure is stands in them: add {} to the first row, and begin again",
            if missing.len() == 1 { "it" } else { "them" }
        )),
    }
}

/// The folder of an objective, from the site folder.
fn objective_folder(report: &Report, objective: &Objective) -> PathBuf {
    let folder = Path::new("content/reports").join(report.id.as_str());
    folder.join(objective.id.as_str())
}

/// The report of this name.
fn report(model: &Model, name: &str) -> Result<usize, NewError> {
    let name = name.trim_end_matches('/');
    let name = name.strip_prefix("content/").unwrap_or(name);
    let name = name.strip_prefix("reports/").unwrap_or(name);
    let found = model
        .reports
        .iter()
        .position(|report| report.id.as_str() == name);
    found.ok_or_else(|| NewError::Name {
        message: format!("there is no report `{name}`"),
        help: did_you_mean(name, model.reports.iter().map(|report| report.id.as_str())),
    })
}

/// The objective named as `report/objective`.
fn objective<'m>(model: &'m Model, name: &str) -> Result<(&'m Report, &'m Objective), NewError> {
    let name = name.trim_end_matches('/');
    let inner = name.strip_prefix("content/").unwrap_or(name);
    let inner = inner.strip_prefix("reports/").unwrap_or(inner);
    let Some((of, own)) = inner.split_once('/') else {
        let known = model
            .reports
            .iter()
            .find(|report| report.id.as_str() == inner);
        let known = known.and_then(|report| report.objectives.first().map(|it| (report, it)));
        let help = match known {
            Some((report, first)) => format!("such as `{}/{}`", report.id, first.id),
            None => "name the report, a slash and the objective: `2017-18/warm-homes`".to_owned(),
        };
        return Err(NewError::Name {
            message: format!("`{name}` does not name an objective"),
            help: Some(help),
        });
    };
    let report = &model.reports[report(model, of)?];
    let found = report.objectives.iter().find(|it| it.id.as_str() == own);
    let found = found.ok_or_else(|| {
        let names = report.objectives.iter().map(|it| it.id.as_str());
        let help = match nearest(own, names.clone()) {
            Some(near) => Some(format!("did you mean `{of}/{near}`?")),
            None => did_you_mean(own, names),
        };
        NewError::Name {
            message: format!("the report `{of}` has no objective `{own}`"),
            help,
        }
    })?;
    Ok((report, found))
}

/// Refuses a place where something stands, whatever the case of its name.
fn free(root: &Path, folder: &Path) -> Result<(), NewError> {
    let shown = |path: &Path| path.strip_prefix(root).unwrap_or(path).to_owned();
    if folder.symlink_metadata().is_ok() {
        return Err(NewError::Exists(shown(folder)));
    }
    let name = folder
        .file_name()
        .map(|name| name.to_string_lossy().to_lowercase());
    let around = folder.parent().map(fs::read_dir);
    for entry in around.into_iter().flatten().flatten().flatten() {
        if Some(entry.file_name().to_string_lossy().to_lowercase()) == name {
            return Err(NewError::Exists(shown(&entry.path())));
        }
    }
    Ok(())
}

/// Writes a folder whole, and puts it in its place in one step.
fn place(
    root: &Path,
    folder: &Path,
    files: &BTreeMap<PathBuf, String>,
) -> Result<Vec<PathBuf>, NewError> {
    let name = folder.file_name().unwrap_or_default().to_string_lossy();
    // Hidden files are never read as content, should this one be left behind.
    let new = folder.with_file_name(format!(".{name}.new"));
    let _ = fs::remove_dir_all(&new);
    let written = || -> Result<(), (PathBuf, io::Error)> {
        for (path, text) in files {
            let path = new.join(path);
            let around = path.parent().unwrap_or(&new);
            fs::create_dir_all(around).map_err(|error| (around.to_owned(), error))?;
            fs::write(&path, text).map_err(|error| (path.clone(), error))?;
        }
        fs::rename(&new, folder).map_err(|error| (folder.to_owned(), error))
    };
    written().map_err(|(path, source)| {
        let _ = fs::remove_dir_all(&new);
        NewError::Io { path, source }
    })?;
    let shown = folder.strip_prefix(root).unwrap_or(folder);
    Ok(files.keys().map(|path| shown.join(path)).collect())
}

/// Adds to a file, which need not be there yet. The old file stands until the new one is whole.
fn added(
    root: &Path,
    file: &Path,
    add: impl FnOnce(&str) -> Option<String>,
) -> Result<Written, NewError> {
    let path = root.join(file);
    let io = |source| NewError::Io {
        path: file.to_owned(),
        source,
    };
    let old = match fs::read_to_string(&path) {
        Ok(old) => old,
        Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
        Err(error) => return Err(io(error)),
    };
    let new = add(&old).ok_or_else(|| NewError::Name {
        message: format!(
            "nothing can be added to `{}` without changing what stands there",
            file.display()
        ),
        help: Some("write each item of its lists on lines of its own, after a hyphen".to_owned()),
    })?;
    write_whole(&path, new.as_bytes()).map_err(io)?;
    Ok(Written {
        files: vec![file.to_owned()],
        ..Written::default()
    })
}
