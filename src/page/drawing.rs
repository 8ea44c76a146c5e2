//! Figures and words for the drawings.

use std::collections::BTreeSet;

use crate::{
    chart::{self, Heading, Svg},
    facts::{Aim, Direction, MeasureFacts, NoComparison, Rating},
    model::{Decimal, Figure, Group, Measure, Objective, Polarity, Unit},
    page::{
        action_row::status,
        axes::{alike, size},
        counts::tally,
        here::Here,
        measure_row::{group_heading, polarity, shown_decimals},
    },
    reference::{self, Chart},
    wording::{Lexicon, capitalised},
};

/// A drawing with what stands below it.
pub(super) struct Drawn {
    /// The drawing.
    pub svg: Svg,
    /// What it shows.
    pub caption: String,
    /// What it leaves out, and why.
    pub note: Option<String>,
}

/// Draws a chart of a report.
pub(super) fn draw(here: &Here<'_>, report: usize, chart: &Chart) -> Drawn {
    let drawing = Drawing { here, report };
    match chart {
        Chart::Measure(objective, measure) => drawing.measure(*objective, *measure),
        Chart::Group(objective, group) => drawing.group(*objective, group),
        Chart::Ratings(objective) => drawing.ratings(*objective),
        Chart::Actions(objective) => drawing.actions(*objective),
    }
}

/// The charts of one report in the words of one page.
struct Drawing<'h, 'a> {
    here: &'h Here<'a>,
    report: usize,
}

/// A measure with what follows for it.
type Found<'a> = (&'a Measure, &'a MeasureFacts);

impl<'a> Drawing<'_, 'a> {
    fn objective(&self, at: usize) -> &'a Objective {
        &self.here.context.model.reports[self.report].objectives[at]
    }

    fn found(&self, objective: usize) -> impl Iterator<Item = Found<'a>> {
        let facts = &self.here.context.facts.reports[self.report].objectives[objective];
        let measures = self.objective(objective).measures.iter();
        measures.zip(&facts.measures)
    }

    fn measure(&self, objective: usize, measure: usize) -> Drawn {
        let here = self.here;
        let found = &self.objective(objective).measures[measure];
        let facts =
            &here.context.facts.reports[self.report].objectives[objective].measures[measure];
        let title = here.text(&found.title).marked();
        let dated = |word: &str, period| {
            let places = [
                ("name", here.word(word).into()),
                ("period", here.lexicon.period(period).into()),
            ];
            here.phrase("chart-label", &places)
        };
        let actual = self.reading(
            dated("actual", facts.period),
            found.actual.as_ref(),
            found,
            facts,
        );
        let given = |word: &str, figure: Option<&Figure>| {
            figure.map(|figure| self.reading(here.word(word), Some(figure), found, facts))
        };
        let target = given("target", found.target.as_ref());
        let intervention = given("intervention", found.intervention.as_ref());
        // A figure in another unit has no place on the axis.
        let previous = facts.previous.as_ref();
        let previous = previous.filter(|previous| previous.other_unit.is_none());
        let previous = previous.map(|previous| {
            let label = dated("previous", previous.period);
            self.reading(label, Some(&previous.figure), found, facts)
        });
        let comparators: Vec<_> = found
            .comparators
            .iter()
            .filter_map(|other| {
                let label = here.text(&other.name).marked();
                Some(self.reading(label, Some(other.value.as_ref()?), found, facts))
            })
            .collect();
        let level = found.intervention.as_ref().and_then(|level| level.value);
        let mirrored = level.and_then(|level| mirrored(found, facts, level));
        let unit = unit_note(here, &found.unit);
        let notes: Vec<_> = unit
            .into_iter()
            .chain(remarks(here, facts))
            .chain(mirrored.map(|_| here.word("chart-note-both-sides")))
            .collect();
        let spoken = std::iter::once(&actual)
            .chain(&target)
            .chain(&intervention)
            .chain(&previous)
            .chain(&comparators)
            .map(|reading| said(here, &reading.label, &reading.shown));
        let spoken = here.lexicon.list(&spoken.collect::<Vec<_>>());
        let mut description = vec![row_said(here, &title, spoken)];
        description.extend(notes.iter().map(|note| sentence(here, note)));
        let places = [
            ("title", title.as_str().into()),
            ("period", here.lexicon.period(facts.period).into()),
        ];
        let caption = here.phrase("chart-measure", &places);
        let tick = self.tick(&found.unit);
        let svg = chart::measure(&chart::MeasureChart {
            heading: self.heading(&caption, &description.join(" ")),
            actual,
            target,
            previous,
            comparators,
            intervention,
            mirrored,
            notes,
            tick: &tick,
        });
        Drawn {
            svg,
            caption,
            note: None,
        }
    }

    fn group(&self, objective: usize, group: &Group) -> Drawn {
        let here = self.here;
        let members = || {
            let found = self.found(objective);
            found.filter(|(measure, _)| measure.group == *group && reference::is_charted(measure))
        };
        // Measures in one unit share an axis, in the order of their first measures.
        let mut units: Vec<&Unit> = Vec::new();
        let mut periods = BTreeSet::new();
        for (measure, facts) in members() {
            if !units.iter().any(|unit| unit.same(&measure.unit)) {
                units.push(&measure.unit);
            }
            periods.insert(facts.period);
        }
        let languages = here.context.model.languages();
        let mut description = Vec::new();
        let parts: Vec<_> = units
            .iter()
            .flat_map(|unit| {
                let of_unit = members().filter(|(measure, _)| measure.unit.same(unit));
                let rows: Vec<_> = of_unit.map(|found| self.row(found)).collect();
                // Every percentage is a part of the same hundred, however small.
                let parts = match unit {
                    Unit::Percent => vec![rows],
                    _ => alike(rows),
                };
                let several = parts.len() > 1;
                parts.into_iter().map(move |rows| (*unit, several, rows))
            })
            .collect();
        let ticks: Vec<_> = parts.iter().map(|(unit, ..)| self.tick(unit)).collect();
        let panels = parts
            .into_iter()
            .zip(&ticks)
            .map(|((unit, several, rows), tick)| {
                description.extend(rows.iter().map(|row| {
                    let readings = std::iter::once(&row.actual)
                        .chain(&row.target)
                        .chain(&row.intervention)
                        .chain(&row.previous)
                        .map(|reading| said(here, &reading.label, &reading.shown));
                    let spoken = here.lexicon.list(&readings.collect::<Vec<_>>());
                    row_said(here, &row.title, spoken)
                }));
                let name = capitalised(&here.lexicon.unit_name(unit, languages));
                let named = units.len() > 1 || here.lexicon.named_unit(unit, languages).is_some();
                let heading = if several {
                    let largest = rows.iter().map(size).max().unwrap_or_default();
                    let places = [("unit", name.into()), ("largest", tick(largest).into())];
                    Some(here.phrase("chart-own-scale", &places))
                } else {
                    named.then_some(name)
                };
                description.extend(heading.as_ref().map(|words| sentence(here, words)));
                chart::Panel {
                    heading,
                    rows,
                    tick,
                }
            });
        let panels = panels.collect();
        let places = [
            ("group", group_heading(here, group).marked().into()),
            ("periods", here.lexicon.periods(periods).into()),
        ];
        let caption = here.phrase("chart-group", &places);
        let note = self.left_out(objective, group);
        description.extend(note.clone());
        let svg = chart::group(&chart::GroupChart {
            heading: self.heading(&caption, &description.join(" ")),
            panels,
        });
        Drawn { svg, caption, note }
    }

    /// Which measures of a group its chart leaves out, and why.
    fn left_out(&self, objective: usize, group: &Group) -> Option<String> {
        let here = self.here;
        let sentence = |key: &str, yes_no: bool| {
            let titles = self
                .found(objective)
                .filter(|(measure, _)| {
                    let own = measure.group == *group && !reference::is_charted(measure);
                    own && (measure.unit == Unit::YesNo) == yes_no
                })
                .map(|(measure, _)| {
                    let short = measure.common.short_title.as_ref();
                    here.text(short.unwrap_or(&measure.title)).marked()
                });
            let titles: Vec<_> = titles.collect();
            let places = [
                ("count", titles.len().into()),
                ("measures", titles.join("; ").into()),
            ];
            (!titles.is_empty()).then(|| here.phrase(key, &places))
        };
        let sentences = [
            sentence("chart-left-out-yes-no", true),
            sentence("chart-left-out-blank", false),
        ];
        let sentences: Vec<_> = sentences.into_iter().flatten().collect();
        (!sentences.is_empty()).then(|| sentences.join(" "))
    }

    fn row(&self, (measure, facts): Found<'_>) -> chart::GroupRow {
        let here = self.here;
        let title = measure
            .common
            .short_title
            .as_ref()
            .unwrap_or(&measure.title);
        let given = |word: &str, figure: Option<&Figure>| {
            figure.map(|figure| self.reading(here.word(word), Some(figure), measure, facts))
        };
        let previous = facts.previous.as_ref();
        let previous = previous.filter(|previous| previous.other_unit.is_none());
        let previous = previous.map(|previous| &previous.figure);
        let level = measure.intervention.as_ref().and_then(|level| level.value);
        let mirrored = level.and_then(|level| mirrored(measure, facts, level));
        chart::GroupRow {
            title: here.text(title).marked(),
            note: row_note(here, facts, mirrored.is_some()),
            actual: self.reading(here.word("actual"), measure.actual.as_ref(), measure, facts),
            target: given("target", measure.target.as_ref()),
            previous: given("previous", previous),
            intervention: given("intervention", measure.intervention.as_ref()),
            mirrored,
        }
    }

    fn ratings(&self, objective: usize) -> Drawn {
        let here = self.here;
        let facts = &here.context.facts.reports[self.report].objectives[objective];
        let tally = tally(here, &facts.ratings, facts.measures.iter());
        let segment = |rating: Rating| {
            let count = facts.ratings.get(rating);
            let of = match rating {
                Rating::NotRated => facts.ratings.all(),
                _ => facts.ratings.rated(),
            };
            let places = [("count", count.into()), ("total", of.into())];
            chart::Segment {
                rating: match rating {
                    Rating::Green => chart::Rating::Green,
                    Rating::Amber => chart::Rating::Amber,
                    Rating::Red => chart::Rating::Red,
                    Rating::NotRated => chart::Rating::NotRated,
                },
                word: here.lexicon.rating(rating),
                count: u32::try_from(count).unwrap_or(u32::MAX),
                shown: here.phrase("chart-ratings-count", &places),
            }
        };
        // Those that are not rated are only spoken of where there are any.
        let shown = Rating::ALL.into_iter();
        let shown = shown.filter(|rating| {
            *rating != Rating::NotRated || facts.ratings.get(Rating::NotRated) > 0
        });
        let caption = here.phrase(
            "chart-ratings",
            &[("objective", self.short(objective).into())],
        );
        let description = format!("{} {}", tally.sentence, tally.basis);
        let svg = chart::rag(&chart::RagChart {
            heading: self.heading(&caption, &description),
            segments: shown.map(segment).collect(),
            notes: vec![tally.basis],
        });
        Drawn {
            svg,
            caption,
            note: None,
        }
    }

    fn actions(&self, objective: usize) -> Drawn {
        let here = self.here;
        let rows: Vec<_> = self
            .objective(objective)
            .actions
            .iter()
            .map(|action| {
                let title = action.common.short_title.as_ref().unwrap_or(&action.title);
                let complete = action.complete.as_ref().map(|complete| complete.value);
                chart::ProgressRow {
                    title: here.text(title).marked(),
                    complete,
                    shown: complete.map_or_else(
                        || here.word("not-supplied"),
                        |complete| self.tick(&Unit::Percent)(complete.into()),
                    ),
                    status: action
                        .status
                        .as_ref()
                        .map(|found| status(here, found.value)),
                }
            })
            .collect();
        let description = rows.iter().map(|row| {
            let words = [Some(&row.shown), row.status.as_ref()];
            let words: Vec<_> = words.into_iter().flatten().map(String::as_str).collect();
            row_said(here, &row.title, words.join(", "))
        });
        let description = description.collect::<Vec<_>>().join(" ");
        let caption = here.phrase(
            "chart-actions",
            &[("objective", self.short(objective).into())],
        );
        let tick = self.tick(&Unit::Percent);
        let svg = chart::progress(&chart::ProgressChart {
            heading: self.heading(&caption, &description),
            rows,
            tick: &tick,
        });
        Drawn {
            svg,
            caption,
            note: None,
        }
    }

    fn heading(&self, title: &str, description: &str) -> Heading {
        Heading {
            title: title.to_owned(),
            description: description.to_owned(),
            language: self.here.language.to_string(),
        }
    }

    fn short(&self, objective: usize) -> String {
        let objective = self.objective(objective);
        let short = objective.common.short_title.as_ref();
        self.here.text(short.unwrap_or(&objective.title)).marked()
    }

    fn reading(
        &self,
        label: String,
        figure: Option<&Figure>,
        measure: &Measure,
        facts: &MeasureFacts,
    ) -> chart::Reading {
        let here = self.here;
        let languages = here.context.model.languages();
        let decimals = shown_decimals(measure, facts, figure);
        let shown = here
            .lexicon
            .bare_figure(figure, decimals, &measure.unit, languages);
        chart::Reading {
            label,
            number: figure.and_then(|figure| figure.value),
            upper: figure.and_then(|figure| figure.upper),
            shown: shown.unwrap_or_else(|| here.word("not-supplied")),
        }
    }

    /// How values of a unit are worded on an axis.
    fn tick(&self, unit: &'a Unit) -> impl Fn(Decimal) -> String + use<'a> {
        let lexicon: &'a Lexicon = self.here.lexicon;
        let languages = self.here.context.model.languages();
        move |value| lexicon.bare_amount(value, value.scale(), unit, languages)
    }
}

/// The unit of figures that stand bare in a drawing.
pub(super) fn unit_note(here: &Here<'_>, unit: &Unit) -> Option<String> {
    let name = here
        .lexicon
        .named_unit(unit, here.context.model.languages())?;
    Some(here.phrase("chart-note-in-unit", &[("unit", name.into_owned().into())]))
}

/// The level that counts as much as `level` on the other side of the target, where the nearest is
/// best; `None` also where no percentage can be there.
pub(super) fn mirrored(measure: &Measure, facts: &MeasureFacts, level: Decimal) -> Option<Decimal> {
    let aim = Aim::of(measure.target.as_ref())?;
    opposite(&aim, level, facts, &measure.unit)
}

/// What [`mirrored`] answers, for an aim of another edition of the measure.
pub(super) fn opposite(
    aim: &Aim,
    level: Decimal,
    facts: &MeasureFacts,
    unit: &Unit,
) -> Option<Decimal> {
    let whole = Decimal::ZERO..=Decimal::ONE_HUNDRED;
    aim.opposite(level)
        .filter(|_| facts.polarity == Some(Polarity::Target))
        .filter(|opposite| *unit != Unit::Percent || whole.contains(opposite))
}

/// The remarks on one row: in sentences where there is more than one.
fn row_note(here: &Here<'_>, facts: &MeasureFacts, both_sides: bool) -> Option<String> {
    let both_sides = both_sides.then(|| here.word("chart-note-both-sides"));
    let remarks: Vec<_> = remarks(here, facts).chain(both_sides).collect();
    match &remarks[..] {
        [] => None,
        [one] => Some(one.clone()),
        several => {
            let sentences = several.iter().map(|remark| sentence(here, remark));
            Some(sentences.collect::<Vec<_>>().join(" "))
        }
    }
}

/// What a reader has to know beside bars: which way is better, and what does not compare.
fn remarks(here: &Here<'_>, facts: &MeasureFacts) -> impl Iterator<Item = String> {
    let broken = facts.movement.direction == Direction::NotComparable;
    let word = match facts.movement.why_not {
        Some(NoComparison::UnitChanged) => "chart-note-unit",
        _ => "chart-note-break",
    };
    let broken = broken.then(|| here.word(word));
    note(here, facts).into_iter().chain(broken)
}

/// What a reader has to know beside a bar: that longer is not better.
pub(super) fn note(here: &Here<'_>, facts: &MeasureFacts) -> Option<String> {
    let unusual = matches!(facts.polarity, Some(Polarity::Lower | Polarity::Target));
    unusual.then(|| polarity(here, facts.polarity))
}

/// A reading as it is heard: `target 90.40%`.
pub(super) fn said(here: &Here<'_>, label: &str, shown: &str) -> String {
    let places = [("label", label.into()), ("figure", shown.into())];
    here.phrase("chart-reading", &places)
}

/// A row as it is heard.
pub(super) fn row_said(here: &Here<'_>, title: &str, readings: String) -> String {
    let places = [("title", title.into()), ("readings", readings.into())];
    here.phrase("chart-row", &places)
}

/// A remark as a sentence.
pub(super) fn sentence(here: &Here<'_>, remark: &str) -> String {
    here.phrase("chart-remark", &[("remark", remark.into())])
}
