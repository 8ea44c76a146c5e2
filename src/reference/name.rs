//! Links by identity: `measure:edu003`, `objective:…`, `action:…`, `report:…`, `page:…`, `chart:…`, `thread:`,
//! and what stands whatever the edition: `goal:…`, `quality-indicator:…`, `duty:…`, `paragraph:…`.

use crate::{
    model::{FrameworkItem, Id, Period, words},
    reference::{
        Counted, Field, FigureOf, NumberOf, Origin, Problem, References, Spot, Target, Wanted,
        index::EXTERNAL,
        path,
        standing::{help_with, without_kind},
    },
    text::{Code, did_you_mean, nearest},
};

words! {
    /// What a reference by name names.
    Kind {
        /// A measure, or with a dot one of its figures.
        Measure = "measure",
        /// An objective.
        Objective = "objective",
        /// An action.
        Action = "action",
        /// A report.
        Report = "report",
        /// A page of the site's own.
        Page = "page",
        /// A chart.
        Chart = "chart",
        /// A goal of a framework.
        Goal = "goal",
        /// A quality indicator of a framework.
        QualityIndicator = "quality-indicator",
        /// A duty of guidance.
        Duty = "duty",
        /// A numbered paragraph of guidance.
        Paragraph = "paragraph",
        /// A page of the golden thread.
        Thread = "thread",
    }
}

impl Kind {
    /// What is of no edition, in words; `None` for what is of one.
    fn of_no_edition(self) -> Option<&'static str> {
        match self {
            Self::Measure | Self::Objective | Self::Action | Self::Chart | Self::Thread => None,
            Self::Report => Some("a report"),
            Self::Page => Some("a page"),
            Self::Goal => Some("a goal"),
            Self::QualityIndicator => Some("a quality indicator"),
            Self::Duty => Some("a duty"),
            Self::Paragraph => Some("a paragraph"),
        }
    }
}

impl References<'_> {
    /// What `kind:name` leads to, where `name` may end in `@edition` and `#heading`.
    pub(super) fn named(
        &self,
        origin: &Origin<'_>,
        kind: &str,
        name: &str,
    ) -> Result<Target, Problem> {
        let Some(kind) = Kind::parse(kind) else {
            let external = nearest(kind, EXTERNAL).map(|near| format!("did you mean `{near}:`?"));
            let kinds = Kind::ALL.iter().map(|kind| kind.as_str());
            return Err(unknown(
                format!("`{kind}:` is not a kind of link"),
                external.or_else(|| did_you_mean(kind, kinds)),
                Wanted::Nothing,
            ));
        };
        let (name, fragment) = match name.split_once('#') {
            Some((name, fragment)) => (name, Some(path::decoded(fragment))),
            None => (name, None),
        };
        let whole = name;
        // Behind what is no page there are no headings.
        let of_no_page = |what: &str| match &fragment {
            Some(fragment) => Err(unknown(
                format!("{what} has no headings, and `#{fragment}` names one"),
                Some(format!("write `{}:{whole}`", kind.as_str())),
                Wanted::Nothing,
            )),
            None => Ok(()),
        };
        let (name, edition) = match name.rsplit_once('@') {
            Some((name, edition)) => (name, Some(edition)),
            None => (name, None),
        };
        if let (Some(edition), Some(what)) = (edition, kind.of_no_edition()) {
            return Err(unknown(
                format!("{what} is the same in every edition, and `@{edition}` names one"),
                Some(format!("write `{}:{name}`", kind.as_str())),
                Wanted::Nothing,
            ));
        }
        if let (Kind::Measure, Some((id, field))) = (kind, name.split_once('.')) {
            let figure = self.figure(origin, id, field, edition)?;
            of_no_page("a figure")?;
            return Ok(Target::Figure(figure));
        }
        let within = self.edition(origin, edition)?;
        if let (Kind::Report | Kind::Objective | Kind::Action, Some((name, field))) =
            (kind, name.split_once('.'))
        {
            let number = self.number(&within, kind, name, field)?;
            of_no_page("a figure")?;
            return Ok(Target::Number(number));
        }
        let spot = match kind {
            Kind::Measure => self.measure_spot(&within, name, edition.is_some())?,
            Kind::Objective => {
                let (report, objective) = self.objective(&within, name)?;
                Spot::Objective(report, objective)
            }
            Kind::Action => self.action(&within, name)?,
            Kind::Report => Spot::Report(self.report(name)?),
            Kind::Thread => self.golden(&within, name)?,
            Kind::Page => self.page(name)?,
            Kind::Chart => {
                let chart = self.chart_named(&within, name)?;
                of_no_page("a chart")?;
                return Ok(chart);
            }
            Kind::Goal | Kind::QualityIndicator => {
                let (framework, item) = self.item(name)?;
                self.called_right(kind, name, framework)?;
                Spot::Item(framework, item)
            }
            Kind::Duty => {
                let (guidance, body, at) = self.duty(name)?;
                Spot::Duty(guidance, body, at)
            }
            Kind::Paragraph => {
                let (guidance, chapter) = self.paragraph(name)?;
                let number = name.rsplit('/').next().unwrap_or(name).to_owned();
                Spot::Paragraph(guidance, chapter, number)
            }
        };
        Ok(Target::Spot(spot, fragment))
    }

    /// That a goal is called one, and an indicator one. What was not read whole may be either.
    fn called_right(&self, kind: Kind, name: &str, at: usize) -> Result<(), Problem> {
        let framework = &self.model.frameworks[at];
        let (found, right) = match kind {
            Kind::Goal if !framework.is_goals() => {
                ("a quality indicator, not a goal", Kind::QualityIndicator)
            }
            Kind::QualityIndicator if framework.is_goals() => {
                ("a goal, not a quality indicator", Kind::Goal)
            }
            _ => return Ok(()),
        };
        let unread = |item: &FrameworkItem| item.common.unread.has_any(&["themes", "questions"]);
        if framework.items.iter().any(unread) {
            return Ok(());
        }
        Err(unknown(
            format!("`{name}` is {found}"),
            Some(format!("write `{}:{name}`", right.as_str())),
            Wanted::Within(format!("frameworks/{}/", framework.id)),
        ))
    }

    /// The origin in the edition that a reference names, where it names one. An objective of
    /// another edition is not the one that the reference stands in.
    fn edition<'o>(
        &self,
        origin: &Origin<'o>,
        edition: Option<&str>,
    ) -> Result<Origin<'o>, Problem> {
        let report = edition.map(|edition| self.report(edition)).transpose()?;
        Ok(match report {
            Some(report) if origin.report != Some(report) => Origin {
                report: Some(report),
                objective: None,
                ..*origin
            },
            _ => *origin,
        })
    }

    pub(super) fn no_measure(&self, id: &str) -> Problem {
        let known = &self.index.known.measures;
        let (kind, bare) = without_kind(id, &[Kind::Measure]);
        let near = known.nearest(bare).map(|near| help_with(kind, near));
        unknown(
            format!("no measure is called `{id}`"),
            near.or_else(|| known.did_you_mean(bare)),
            Wanted::Measure(String::new(), bare.to_owned()),
        )
    }

    fn measure_spot(
        &self,
        origin: &Origin<'_>,
        id: &str,
        edition_named: bool,
    ) -> Result<Spot, Problem> {
        let found = self.measure_at(origin.report, id);
        let (at, own) = found.ok_or_else(|| self.no_measure(id))?;
        if own {
            return Ok(Spot::Row(at));
        }
        if edition_named {
            return Err(self.not_in_edition("measure", id, origin.report));
        }
        // A measure has a page of its own, whatever the edition.
        let objective = &self.model.reports[at.report].objectives[at.objective];
        Ok(Spot::Measure(
            objective.measures[at.measure].id.value.clone(),
        ))
    }

    fn figure(
        &self,
        origin: &Origin<'_>,
        id: &str,
        field: &str,
        edition: Option<&str>,
    ) -> Result<FigureOf, Problem> {
        let field = Field::parse(field).ok_or_else(|| {
            let fields = Field::ALL.iter().map(|field| field.as_str());
            unknown(
                format!("a measure has no figure called `{field}`"),
                did_you_mean(field, fields),
                // The dot may be part of an id that is none.
                Wanted::Measure(String::new(), format!("{id}.{field}")),
            )
        })?;
        // The name of a report's folder often is a period: the report is meant then.
        let named = edition.and_then(|edition| self.report(edition).ok());
        let period = match (named, edition) {
            // It may be named like a period, and is not one because it is left out.
            (None, Some(edition)) if self.is_left_out(edition) => {
                return Err(self.no_report(edition));
            }
            (None, Some(edition)) => Some(Period::parse(edition).map_err(|_| {
                let mut problem = self.no_report(edition);
                problem.message = format!("`{edition}` is neither a report nor a period");
                problem
            })?),
            _ => None,
        };
        if let (Field::Change, Some(_), Some(edition)) = (field, period, edition) {
            return Err(unknown(
                format!("`change` is told by an edition, and `{edition}` is a period"),
                Some("name the folder of the edition".to_owned()),
                Wanted::Nothing,
            ));
        }
        let report = named.or(origin.report);
        let (at, own) = self
            .measure_at(report, id)
            .ok_or_else(|| self.no_measure(id))?;
        if report.is_some() && !own && period.is_none() {
            return Err(self.not_in_edition("measure", id, report));
        }
        Ok(FigureOf {
            at,
            field,
            period,
            edition: own && period.is_none(),
        })
    }

    /// A number of a report, an objective or an action.
    fn number(
        &self,
        origin: &Origin<'_>,
        kind: Kind,
        name: &str,
        field: &str,
    ) -> Result<NumberOf, Problem> {
        let none = |what: &str, fields: &[&str]| {
            unknown(
                format!("{what} has no figure called `{field}`"),
                did_you_mean(field, fields.iter().copied()),
                Wanted::Nothing,
            )
        };
        if kind == Kind::Action {
            return match self.action(origin, name)? {
                Spot::Action(report, objective, at) if field == "complete" => {
                    Ok(NumberOf::Complete(report, objective, at))
                }
                _ => Err(none("an action", &["complete"])),
            };
        }
        let (report, objective) = match kind {
            Kind::Objective => {
                let (report, objective) = self.objective(origin, name)?;
                (report, Some(objective))
            }
            _ => (self.report(name)?, None),
        };
        let counted = Counted::parse(field).ok_or_else(|| {
            let fields: Vec<_> = Counted::ALL.iter().map(|it| it.as_str()).collect();
            let what = objective.map_or("a report", |_| "an objective");
            none(what, &fields)
        })?;
        Ok(NumberOf::Count {
            report,
            objective,
            counted,
        })
    }

    fn report(&self, name: &str) -> Result<usize, Problem> {
        let id = Id::parse(name);
        let found = id.and_then(|id| self.index.reports.get(&id).copied());
        found.ok_or_else(|| self.no_report(name))
    }

    fn no_report(&self, name: &str) -> Problem {
        unknown(
            format!("no report is called `{name}`"),
            self.index.known.reports.did_you_mean(name),
            Wanted::Folder(name.to_owned()),
        )
    }

    fn page(&self, name: &str) -> Result<Spot, Problem> {
        let path = name.trim_matches('/');
        if path.is_empty() || path == "index" {
            return Ok(Spot::Home);
        }
        let found = self.index.pages.get(path).copied().map(Spot::Page);
        found.ok_or_else(|| {
            unknown(
                format!("no page is called `{name}`"),
                self.index.known.pages.did_you_mean(path),
                Wanted::Folder(path.to_owned()),
            )
        })
    }

    /// The objective called `name` in the report of `origin`, else (outside every report) in the
    /// latest edition.
    pub(super) fn objective(
        &self,
        origin: &Origin<'_>,
        name: &str,
    ) -> Result<(usize, usize), Problem> {
        let id = Id::parse(name);
        let found = id.and_then(|id| self.index.objectives.get(&id));
        let editions = found.ok_or_else(|| {
            unknown(
                format!("no objective is called `{name}`"),
                self.index.known.objectives.did_you_mean(name),
                Wanted::Folder(name.to_owned()),
            )
        })?;
        let found = match origin.report {
            Some(report) => editions.iter().find(|(other, _)| *other == report),
            None => editions.first(),
        };
        found
            .copied()
            .ok_or_else(|| self.not_in_edition("objective", name, origin.report))
    }

    fn chart_named(&self, origin: &Origin<'_>, name: &str) -> Result<Target, Problem> {
        // Outside every report, the latest edition that has such a chart is meant.
        let mut editions = self.index.latest_first.iter().copied();
        let latest = || editions.find(|report| self.index.charts[*report].contains_key(name));
        let report = origin.report.or_else(latest);
        let in_objective = report.zip(origin.objective).map(|(report, objective)| {
            let objective = &self.model.reports[report].objectives[objective];
            format!("{}-{name}", objective.id)
        });
        let charts = report.map(|report| (report, &self.index.charts[report]));
        let found = charts.and_then(|(report, charts)| {
            let names = [Some(name.to_owned()), in_objective];
            let found = names
                .into_iter()
                .flatten()
                .find(|name| charts.contains_key(name));
            Some(Target::Chart(report, found?))
        });
        found.ok_or_else(|| {
            unknown(
                format!("no chart is called `{name}`"),
                self.near_chart(origin, report, name),
                Wanted::Chart(report.map_or_else(String::new, |it| self.folder(it, None))),
            )
        })
    }

    /// The help for an unknown chart: the nearest of its report, by its whole name or by the one that it
    /// has within the objective; outside every report, of any.
    fn near_chart(&self, origin: &Origin<'_>, report: Option<usize>, name: &str) -> Option<String> {
        let known = &self.index.known;
        let Some(report) = report else {
            let editions = self.index.latest_first.iter();
            let mut near = editions.filter_map(|at| known.charts[*at].nearest(name));
            let near = near.next().map(|near| format!("did you mean `{near}`?"));
            return near.or_else(|| known.measures.did_you_mean(name));
        };
        let charts = &known.charts[report];
        let within = origin.objective.and_then(|objective| {
            let objective = &self.model.reports[report].objectives[objective];
            let own = format!("{}-", objective.id);
            let short = self.index.charts[report]
                .keys()
                .filter_map(|name| name.strip_prefix(&own));
            nearest(name, short)
        });
        match charts.nearest(name).or(within) {
            Some(near) => Some(format!("did you mean `{near}`?")),
            None => charts.did_you_mean(name),
        }
    }

    /// The path of a report's or an objective's folder, with a slash at its end.
    pub(super) fn folder(&self, report: usize, objective: Option<usize>) -> String {
        let report = &self.model.reports[report];
        let objective = objective.map(|at| format!("{}/", report.objectives[at].id));
        format!("reports/{}/{}", report.id, objective.unwrap_or_default())
    }

    fn not_in_edition(&self, what: &str, name: &str, report: Option<usize>) -> Problem {
        let within = report.map_or_else(String::new, |report| self.folder(report, None));
        let report = report.map_or("", |report| self.model.reports[report].id.as_str());
        let other = match what {
            "measure" => self.measure_at(None, name).map(|(at, _)| at.report),
            _ => Id::parse(name)
                .and_then(|id| self.index.objectives.get(&id)?.first().map(|(at, _)| *at)),
        };
        unknown(
            format!("the report `{report}` has no {what} called `{name}`"),
            other.map(|other| {
                let id = &self.model.reports[other].id;
                format!("name the edition that has it with `@{id}` at the end")
            }),
            match what {
                "measure" => Wanted::Measure(within, name.to_owned()),
                _ => Wanted::Folder(name.to_owned()),
            },
        )
    }
}

/// The problem of an unknown name.
pub(super) fn unknown(message: String, help: Option<String>, wanted: Wanted) -> Problem {
    Problem {
        code: Code::UnknownReference,
        message,
        help: help.or_else(|| {
            let help = "no name there is like it: add it, mend the name, or take the reference out";
            Some(help.to_owned())
        }),
        wanted,
    }
}
