//! Text that is carried over to another edition, and periods that move with it.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    model::{Measure, Objective, Period, Report, Stage, Text},
    syntax::references,
    text::Spanned,
};

/// From where to where things are carried over.
#[derive(Clone, Copy)]
pub(super) struct Carry<'m> {
    /// The report that they stood in, by the name of its folder.
    pub report: &'m str,
    /// The objective that they stood in there, by the name of its folder.
    pub objective: &'m str,
    /// The period of that report.
    pub old: Period,
    /// The period of the report that they are written for.
    pub new: Period,
    /// Whether that is about the whole year, and the other was not: its figures are.
    pub whole: bool,
}

impl<'m> Carry<'m> {
    /// From an objective of a report to a report about `period`, of `stage`.
    pub(super) fn over(
        (from, objective): (&'m Report, &'m Objective),
        (period, stage): (Period, Stage),
    ) -> Self {
        Self {
            report: from.id.as_str(),
            objective: objective.id.as_str(),
            old: from.period.value,
            new: period,
            whole: stage == Stage::Annual && from.stage.value != Stage::Annual,
        }
    }
}

impl Carry<'_> {
    /// Markdown, read in the edition it stood in until now: what it refers to by name without an
    /// edition is meant there, and files stand beside it there.
    pub(super) fn markdown(&self, markdown: &str) -> String {
        let found = references(markdown).into_iter();
        // Several links may share one definition.
        let targets: BTreeMap<_, _> = found
            .filter_map(|found| found.target_range)
            .map(|range| (range.start, range.end))
            .collect();
        let mut out = String::new();
        let mut rest = 0;
        for (start, end) in targets {
            out.push_str(&markdown[rest..start]);
            out.push_str(&self.moved(&markdown[start..end]));
            rest = end;
        }
        out + &markdown[rest..]
    }

    /// A text of Markdown in each language.
    pub(super) fn text(&self, text: &Text) -> Text {
        let carried =
            |text: &Spanned<Arc<str>>| Spanned::new(self.markdown(&text.value).into(), text.span);
        match text {
            Text::Same(same) => Text::Same(carried(same)),
            Text::Each(each) => {
                let each = each.iter();
                Text::Each(
                    each.map(|(tag, text)| (tag.clone(), carried(text)))
                        .collect(),
                )
            }
        }
    }

    /// The period that figures cover now: the report's own for the report's own, its part of the year
    /// for its part, or the whole of it; else as much later as the report is. None where that has not
    /// ended when the period of a report of another kind has.
    pub(super) fn covers(&self, covers: Period) -> Option<Period> {
        let moved = self.covers_now(covers);
        let alike = self.whole || self.old.in_series_with(self.new);
        (alike || moved.end() <= self.new.end()).then_some(moved)
    }

    fn covers_now(&self, covers: Period) -> Period {
        if covers == self.old {
            return self.new;
        }
        let later = covers.years_later(self.new.first_year() - self.old.first_year());
        match covers.part() {
            Some(_) if self.whole => later.in_part_of(self.new),
            Some(part) if self.old.part() == Some(part) => later.in_part_of(self.new),
            _ => later,
        }
    }

    /// Whether figures count from the start of the year. Those of the whole year are its own, as those of
    /// any other annual report are.
    pub(super) fn cumulative(&self, measure: &Measure) -> bool {
        measure.cumulative && !self.whole
    }

    fn moved(&self, target: &str) -> String {
        let (from, objective) = (self.report, self.objective);
        let pinned = |name: &str| match name.split_once('#') {
            Some((name, heading)) => format!("{name}@{from}#{heading}"),
            None => format!("{name}@{from}"),
        };
        let (kind, name) = target.split_once(':').unwrap_or(("", target));
        match kind {
            _ if target.contains('@') => target.to_owned(),
            // An action is named in short inside its own objective alone.
            "action" if !name.contains('/') => pinned(&format!("action:{objective}/{name}")),
            "action" | "chart" => pinned(target),
            "measure" if name.contains('.') => pinned(target),
            "" if !target.is_empty() && !target.starts_with(['#', '/']) => {
                format!("../../{from}/{objective}/{target}")
            }
            _ => target.to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn carry(old: &str, new: &str) -> Carry<'static> {
        let [old, new] = [old, new].map(|text| Period::parse(text).unwrap());
        Carry {
            report: "2017-18",
            objective: "warm",
            old,
            new,
            whole: false,
        }
    }

    #[test]
    fn what_is_carried_over_means_what_it_meant() {
        let carry = carry("2017-18", "2018-19");
        for (text, carried) in [
            (
                "[9.1](measure:cold.actual) homes",
                "[9.1](measure:cold.actual@2017-18) homes",
            ),
            (
                "[9.1](measure:cold.actual@2016-17)",
                "[9.1](measure:cold.actual@2016-17)",
            ),
            ("[Cold](measure:cold)", "[Cold](measure:cold)"),
            (
                "[Work](action:visits)",
                "[Work](action:warm/visits@2017-18)",
            ),
            (
                "[Work](action:other/visits)",
                "[Work](action:other/visits@2017-18)",
            ),
            (
                "![Map](map.png \"A map\") and ![two](<a map.png>)",
                "![Map](../../2017-18/warm/map.png \"A map\") and ![two](<../../2017-18/warm/a map.png>)",
            ),
            (
                "[Web](https://example.org/) [here](#why)",
                "[Web](https://example.org/) [here](#why)",
            ),
            (
                "[One][plan], [two][plan].\n\n[plan]: plan.pdf\n",
                "[One][plan], [two][plan].\n\n[plan]: ../../2017-18/warm/plan.pdf\n",
            ),
            ("`[a](b)` is code", "`[a](b)` is code"),
            ("No link ](", "No link ]("),
        ] {
            assert_eq!(carry.markdown(text), carried);
        }
    }

    #[test]
    fn a_period_moves_with_that_of_the_report() {
        for (old, new, covers, moved) in [
            ("2018-19-Q1", "2018-19-Q2", "2018-19-Q1", "2018-19-Q2"),
            ("2018-19-Q4", "2019-20-Q1", "2018-19-Q4", "2019-20-Q1"),
            ("2018-19-Q1", "2018-19-Q2", "AY2018-19-Q1", "AY2018-19-Q2"),
            ("2018-19-Q1", "2018-19-Q2", "2017-18", "2017-18"),
            ("2017-18", "2018-19", "AY2016-17", "AY2017-18"),
            ("2017-18", "2018-19", "2017-18-H1", "2018-19-H1"),
        ] {
            let covers = Period::parse(covers).unwrap();
            let found = carry(old, new).covers(covers).unwrap().to_string();
            assert_eq!(found, moved, "{old} {new} {covers}");
        }
        // The whole year of what was a part of it.
        for (old, new, covers, moved) in [
            ("2017-18", "2017-18", "2017-18-H1", "2017-18"),
            ("2017-18-H1", "2018-19", "2017-18-H1", "2018-19"),
            ("2017-18-H1", "2018-19", "AY2016-17", "AY2017-18"),
            ("2017-18-H1", "2017-18", "AY2017-18-H1", "AY2017-18"),
        ] {
            let carry = Carry {
                whole: true,
                ..carry(old, new)
            };
            let covers = Period::parse(covers).unwrap();
            let found = carry.covers(covers).unwrap().to_string();
            assert_eq!(found, moved, "{old} {new}");
        }
        // What goes on after the end of a report of another kind is not covered there.
        for (covers, moved) in [
            ("2022-23-H1", None),
            ("AY2021-22", None),
            ("AY2020-21", Some("AY2020-21")),
            ("2022-23", Some("2022-23-Q1")),
        ] {
            let covers = Period::parse(covers).unwrap();
            let found = carry("2022-23", "2022-23-Q1").covers(covers);
            let found = found.map(|period| period.to_string());
            assert_eq!(found.as_deref(), moved, "{covers}");
        }
    }
}
