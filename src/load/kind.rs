//! What a file of the content folder is, by its path alone.

use crate::{load::leftover::is_second_version, text::nearest};

/// What a file is, and where it belongs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind<'p> {
    /// site.yaml.
    Settings,
    /// translations.yaml.
    Reviews,
    /// A Markdown file of a report: its own text or a section.
    Report { report: &'p str, stem: &'p str },
    /// A Markdown file of an objective: its own text or a section.
    Objective {
        report: &'p str,
        objective: &'p str,
        stem: &'p str,
    },
    /// actions.yaml.
    Actions { report: &'p str, objective: &'p str },
    /// measures.yaml.
    Measures { report: &'p str, objective: &'p str },
    /// measures.csv.
    MeasuresCsv { report: &'p str, objective: &'p str },
    /// sealed.yaml: what a report said when it was sealed.
    Sealed { report: &'p str },
    /// Any other Markdown file: a page, by its path without `.md`.
    Page { stem: &'p str },
    /// Copied beside the pages.
    Asset,
    /// A Markdown file of a framework: its own text.
    Framework { framework: &'p str, stem: &'p str },
    /// A goal or quality indicator of a framework, by its path there without `.yaml`.
    Item { framework: &'p str, path: &'p str },
    /// A Markdown file of a guidance document: its own text or a chapter.
    Guidance { guidance: &'p str, stem: &'p str },
    /// responsibilities.yaml.
    Responsibilities { guidance: &'p str },
    /// A self-evaluation of a report, or of an objective of it.
    Evaluation {
        report: &'p str,
        objective: Option<&'p str>,
        stem: &'p str,
    },
    /// Read by nothing, though its name looks as if it should be; with what to do about it.
    Unused { help: String },
}

impl Kind<'_> {
    /// Whether the file's text is read, rather than the file copied or left alone.
    pub(super) fn is_read(&self) -> bool {
        !matches!(self, Self::Asset | Self::Unused { .. })
    }

    /// Whether it is a table.
    pub(super) fn is_table(&self) -> bool {
        matches!(self, Self::MeasuresCsv { .. })
    }

    /// Whether it is a Markdown file that is read.
    pub(super) fn is_markdown(&self) -> bool {
        matches!(
            self,
            Self::Report { .. }
                | Self::Objective { .. }
                | Self::Page { .. }
                | Self::Framework { .. }
                | Self::Guidance { .. }
        )
    }
}

/// What the file at `path` is; `path` is relative to the content folder, with forward slashes.
pub(super) fn kind(path: &str) -> Kind<'_> {
    let parts: Vec<_> = path.split('/').collect();
    if parts.last().is_some_and(|name| is_second_version(name)) {
        return unused(
            "two people saved a file at once, and this is what one of them saved: put into the other \
             file what is missing there, and remove this one",
        );
    }
    match parts.as_slice() {
        ["site.yaml"] => Kind::Settings,
        ["translations.yaml"] => Kind::Reviews,
        ["frameworks", framework, rest @ ..] if !rest.is_empty() => {
            in_framework(path, framework, rest)
        }
        ["guidance", guidance, rest @ ..] if !rest.is_empty() => in_guidance(guidance, rest),
        ["frameworks", name] if data_or_text(name).is_some() => {
            unused("each framework is a folder of its own, with a `framework.md` in it")
        }
        ["guidance", name] if data_or_text(name).is_some() => {
            unused("each guidance document is a folder of its own, with a `guidance.md` in it")
        }
        ["reports", rest @ ..] if rest.len() > 1 => in_report(rest),
        ["reports", name] => data_or_text(name).map_or(Kind::Asset, |_| {
            unused("each report is a folder of its own, with a `report.md` in it")
        }),
        _ => outside_reports(path, parts.last().copied().unwrap_or_default()),
    }
}

fn in_report<'p>(parts: &[&'p str]) -> Kind<'p> {
    match *parts {
        [report, "evaluations", name] => evaluation(report, None, name),
        [report, objective, "evaluations", name] => evaluation(report, Some(objective), name),
        [report, "sealed.yaml"] => Kind::Sealed { report },
        [report, name] => match (data_or_text(name), name.strip_suffix(".md")) {
            (None, _) => Kind::Asset,
            (Some(_), Some(stem)) => Kind::Report { report, stem },
            (Some(_), None) => misnamed(name, &[]).unwrap_or_else(|| {
                unused("actions and measures belong in the folder of an objective")
            }),
        },
        [report, objective, name] => match name {
            "actions.yaml" => Kind::Actions { report, objective },
            "measures.yaml" => Kind::Measures { report, objective },
            "measures.csv" => Kind::MeasuresCsv { report, objective },
            _ => match (data_or_text(name), name.strip_suffix(".md")) {
                (None, _) => Kind::Asset,
                (Some(_), Some(stem)) => Kind::Objective {
                    report,
                    objective,
                    stem,
                },
                (Some(_), None) => misnamed(name, OBJECTIVE_DATA).unwrap_or_else(|| {
                    unused("the data of an objective are `actions.yaml` and `measures.yaml`")
                }),
            },
        },
        _ => match parts.last().and_then(|name| data_or_text(name)) {
            None => Kind::Asset,
            Some(_) => unused("folders inside an objective hold images and attachments alone"),
        },
    }
}

fn evaluation<'p>(report: &'p str, objective: Option<&'p str>, name: &'p str) -> Kind<'p> {
    match (data_or_text(name), name.strip_suffix(".yaml")) {
        (_, Some(stem)) => Kind::Evaluation {
            report,
            objective,
            stem,
        },
        (None, None) => Kind::Asset,
        (Some(_), None) => misnamed_item(name)
            .unwrap_or_else(|| unused("each evaluation is a file such as `hgiocld-2.3.yaml`")),
    }
}

fn in_framework<'p>(path: &'p str, framework: &'p str, parts: &[&'p str]) -> Kind<'p> {
    let name = parts.last().copied().unwrap_or_default();
    if data_or_text(name).is_none() {
        return Kind::Asset;
    }
    match (parts, name.strip_suffix(".yaml"), name.strip_suffix(".md")) {
        ([_], None, Some(stem)) if is_named(stem, "framework") => {
            Kind::Framework { framework, stem }
        }
        ([_] | [_, _], Some(_), _) => {
            let path = path.strip_suffix(".yaml").unwrap_or(path);
            let within = path.strip_prefix("frameworks/").unwrap_or(path);
            let path = within.split_once('/').map_or(within, |(_, path)| path);
            Kind::Item { framework, path }
        }
        (_, Some(_), _) => {
            unused("a framework is nested two levels deep: a goal, and those below it")
        }
        (_, None, _) => misnamed_item(name).unwrap_or_else(|| {
            unused(
                "a framework has one text, `framework.md`; its goals and indicators are `.yaml` \
                 files",
            )
        }),
    }
}

fn in_guidance<'p>(guidance: &'p str, parts: &[&'p str]) -> Kind<'p> {
    match *parts {
        ["responsibilities.yaml"] => Kind::Responsibilities { guidance },
        [name] => match (data_or_text(name), name.strip_suffix(".md")) {
            (None, _) => Kind::Asset,
            (Some(_), Some(stem)) => Kind::Guidance { guidance, stem },
            (Some(_), None) => misnamed(name, &["responsibilities.yaml"]).unwrap_or_else(|| {
                unused("the data of a guidance document are `responsibilities.yaml`")
            }),
        },
        _ => match parts.last().and_then(|name| data_or_text(name)) {
            None => Kind::Asset,
            Some(_) => unused("folders inside guidance hold images and attachments alone"),
        },
    }
}

/// Whether a Markdown file is the text `name`, in whatever language.
fn is_named(stem: &str, name: &str) -> bool {
    stem.split('.').next() == Some(name)
}

/// A file of goals or evaluations with another extension.
fn misnamed_item<'p>(name: &str) -> Option<Kind<'p>> {
    let (stem, extension) = name.rsplit_once('.')?;
    let right = match extension.to_lowercase().as_str() {
        "yml" | "yaml" => "yaml",
        "markdown" | "md" if is_named(stem, "framework") => "md",
        _ => return None,
    };
    Some(unused(&format!(
        "rename it to `{stem}.{right}` to have it read"
    )))
}

const OBJECTIVE_DATA: &[&str] = &["actions.yaml", "measures.yaml", "measures.csv"];

fn outside_reports<'p>(path: &'p str, name: &'p str) -> Kind<'p> {
    if let Some(stem) = path.strip_suffix(".md") {
        return Kind::Page { stem };
    }
    if data_or_text(name).is_none() {
        return Kind::Asset;
    }
    if path == name
        && let Some(found) = misnamed(name, &["site.yaml", "translations.yaml"])
    {
        return found;
    }
    match name {
        "site.yaml" => unused("`site.yaml` stands at the top of the content folder"),
        "actions.yaml" | "measures.yaml" | "measures.csv" => {
            unused("actions and measures belong in `reports/<report>/<objective>/`")
        }
        _ => misnamed(name, &[]).unwrap_or(Kind::Asset),
    }
}

/// The extension in lower case of a file that looks as if it were content: Markdown, YAML, or a
/// CSV file that bears the name of a data file, or nearly.
fn data_or_text(name: &str) -> Option<String> {
    let extension = extension(name)?.to_lowercase();
    let content = match extension.as_str() {
        "md" | "markdown" | "yaml" | "yml" => true,
        "csv" => {
            let stem = name.split('.').next().unwrap_or_default();
            nearest(stem, ["actions", "measures"]).is_some()
        }
        _ => false,
    };
    content.then_some(extension)
}

/// A file whose name is nearly one that is read: another extension, another case, a slip.
fn misnamed<'p>(name: &str, read: &[&str]) -> Option<Kind<'p>> {
    let lower = name.to_lowercase();
    let stem = lower.rsplit_once('.').map_or(&*lower, |(stem, _)| stem);
    let near = |extension: &str| {
        let names = read.iter().filter_map(|name| name.rsplit_once('.'));
        let stems = names.filter(|(_, other)| *other == extension);
        let near = nearest(stem, stems.map(|(stem, _)| stem))?;
        Some(format!("{near}.{extension}"))
    };
    let meant = match extension(&lower)? {
        "markdown" => format!("{stem}.md"),
        "md" => lower.clone(),
        "yml" => near("yaml")?,
        extension => near(extension)?,
    };
    (meant != name).then(|| unused(&format!("rename it to `{meant}` to have it read")))
}

fn extension(name: &str) -> Option<&str> {
    let (stem, extension) = name.rsplit_once('.')?;
    (!stem.is_empty()).then_some(extension)
}

fn unused<'p>(help: &str) -> Kind<'p> {
    Kind::Unused {
        help: help.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(path: &str) -> String {
        match kind(path) {
            Kind::Unused { help } => help,
            kind => format!("{kind:?}").replace('"', "'"),
        }
    }

    #[test]
    fn each_path_is_what_the_format_says() {
        let cases = [
            ("site.yaml", "Settings"),
            ("translations.yaml", "Reviews"),
            ("index.md", "Page { stem: 'index' }"),
            ("about/team.cy.md", "Page { stem: 'about/team.cy' }"),
            ("images/logo.svg", "Asset"),
            ("notes.yaml", "Asset"),
            ("open/figures.csv", "Asset"),
            (
                "frameworks/hgiocld/framework.md",
                "Framework { framework: 'hgiocld', stem: 'framework' }",
            ),
            (
                "frameworks/hgiocld/2.3-life-chances.yaml",
                "Item { framework: 'hgiocld', path: '2.3-life-chances' }",
            ),
            (
                "frameworks/plan/skills/adults.yaml",
                "Item { framework: 'plan', path: 'skills/adults' }",
            ),
            ("frameworks/plan/cover.png", "Asset"),
            (
                "guidance/cld/guidance.cy.md",
                "Guidance { guidance: 'cld', stem: 'guidance.cy' }",
            ),
            (
                "guidance/cld/5-support.md",
                "Guidance { guidance: 'cld', stem: '5-support' }",
            ),
            (
                "guidance/cld/responsibilities.yaml",
                "Responsibilities { guidance: 'cld' }",
            ),
            ("guidance/cld/images/a.png", "Asset"),
            ("frameworks.md", "Page { stem: 'frameworks' }"),
            (
                "reports/r/report.md",
                "Report { report: 'r', stem: 'report' }",
            ),
            (
                "reports/r/improve.cy.md",
                "Report { report: 'r', stem: 'improve.cy' }",
            ),
            ("reports/r/photo.jpg", "Asset"),
            (
                "reports/r/evaluations/a-2.3.yaml",
                "Evaluation { report: 'r', objective: None, stem: 'a-2.3' }",
            ),
            (
                "reports/r/o/evaluations/a.yaml",
                "Evaluation { report: 'r', objective: Some('o'), stem: 'a' }",
            ),
            ("reports/r/o/evaluations/survey.pdf", "Asset"),
            (
                "reports/r/o/objective.md",
                "Objective { report: 'r', objective: 'o', stem: 'objective' }",
            ),
            (
                "reports/r/o/actions.yaml",
                "Actions { report: 'r', objective: 'o' }",
            ),
            (
                "reports/r/o/measures.yaml",
                "Measures { report: 'r', objective: 'o' }",
            ),
            (
                "reports/r/o/measures.csv",
                "MeasuresCsv { report: 'r', objective: 'o' }",
            ),
            ("reports/r/o/survey.csv", "Asset"),
            ("reports/r/o/images/a.png", "Asset"),
        ];
        for (path, expected) in cases {
            assert_eq!(name(path), expected, "{path}");
        }
    }

    #[test]
    fn a_name_that_looks_like_content_says_what_to_do() {
        let cases = [
            ("site.yml", "rename it to `site.yaml` to have it read"),
            ("Site.yaml", "rename it to `site.yaml` to have it read"),
            (
                "translation.yml",
                "rename it to `translations.yaml` to have it read",
            ),
            ("about.MD", "rename it to `about.md` to have it read"),
            ("about.markdown", "rename it to `about.md` to have it read"),
            (
                "more/site.yaml",
                "`site.yaml` stands at the top of the content folder",
            ),
            (
                "report/2017/measures.yaml",
                "actions and measures belong in `reports/<report>/<objective>/`",
            ),
            (
                "frameworks/wfg.yaml",
                "each framework is a folder of its own, with a `framework.md` in it",
            ),
            (
                "frameworks/plan/a/b/c.yaml",
                "a framework is nested two levels deep: a goal, and those below it",
            ),
            (
                "frameworks/plan/goal.yml",
                "rename it to `goal.yaml` to have it read",
            ),
            (
                "frameworks/plan/about.md",
                "a framework has one text, `framework.md`; its goals and indicators are `.yaml` \
                 files",
            ),
            (
                "guidance/cld/responsibility.yaml",
                "rename it to `responsibilities.yaml` to have it read",
            ),
            (
                "reports/r/evaluations/a.md",
                "each evaluation is a file such as `hgiocld-2.3.yaml`",
            ),
            (
                "reports/report.md",
                "each report is a folder of its own, with a `report.md` in it",
            ),
            (
                "reports/r/actions.yaml",
                "actions and measures belong in the folder of an objective",
            ),
            (
                "reports/r/o/action.yaml",
                "rename it to `actions.yaml` to have it read",
            ),
            (
                "reports/r/o/mesures.csv",
                "rename it to `measures.csv` to have it read",
            ),
            (
                "reports/r/o/actions.yml",
                "rename it to `actions.yaml` to have it read",
            ),
            (
                "reports/r/o/other.yaml",
                "the data of an objective are `actions.yaml` and `measures.yaml`",
            ),
            (
                "images/logo_conflict-20250301-101500.svg",
                "two people saved a file at once, and this is what one of them saved: put into the \
                 other file what is missing there, and remove this one",
            ),
            (
                "reports/r/o/deep/improve.md",
                "folders inside an objective hold images and attachments alone",
            ),
        ];
        for (path, expected) in cases {
            assert_eq!(name(path), expected, "{path}");
        }
    }
}
