//! The measures of one report as a table.

use crate::{
    export::{
        csv_file::{csv, list, number, text},
        measure::change,
    },
    facts::{Facts, MeasureFacts, Rating},
    model::{
        Decimal, Figure, Fraction, Language, Measure, Model, Objective, Polarity, Rank, Report,
        Text,
    },
    wording::Lexicon,
};

/// What one row draws on.
struct Row<'a> {
    words: &'a Lexicon,
    languages: &'a [Language],
    report: &'a Report,
    objective: &'a Objective,
    measure: &'a Measure,
    facts: &'a MeasureFacts,
}

/// The key of a heading, and its cell in a row.
type Column = (&'static str, fn(&Row<'_>) -> String);

/// The columns, in order. Codes are the ones of `data/site.json`, whatever the language.
const COLUMNS: &[Column] = &[
    ("csv-report", |row| row.report.id.to_string()),
    ("csv-objective", |row| row.objective.id.to_string()),
    ("csv-objective-code", |row| {
        row.objective.code.as_deref().unwrap_or_default().to_owned()
    }),
    ("csv-objective-title", |row| row.text(&row.objective.title)),
    ("csv-group", |row| row.measure.group.as_str().to_owned()),
    ("csv-measure", |row| row.measure.id.value.to_string()),
    ("csv-codes", |row| list(&row.measure.codes)),
    ("csv-title", |row| row.text(&row.measure.title)),
    ("csv-unit", |row| {
        row.words
            .unit_name(&row.measure.unit, row.languages)
            .into_owned()
    }),
    ("csv-polarity", |row| {
        row.facts
            .polarity
            .map(Polarity::as_str)
            .unwrap_or_default()
            .to_owned()
    }),
    ("csv-period", |row| row.facts.period.to_string()),
    ("csv-actual", |row| number(row.measure.actual.as_ref())),
    ("csv-target", |row| number(row.measure.target.as_ref())),
    ("csv-target-upper", |row| {
        let target = row.measure.target.as_ref();
        let upper = target.and_then(|target| target.upper);
        upper.map(|upper| upper.to_string()).unwrap_or_default()
    }),
    ("csv-intervention", |row| {
        number(row.measure.intervention.as_ref())
    }),
    ("csv-previous", |row| number(row.previous())),
    ("csv-previous-period", |row| {
        let previous = row.facts.previous.as_ref();
        previous
            .map(|previous| previous.period.to_string())
            .unwrap_or_default()
    }),
    ("csv-numerator", |row| {
        row.fraction(|fraction| fraction.numerator)
    }),
    ("csv-denominator", |row| {
        row.fraction(|fraction| fraction.denominator)
    }),
    ("csv-rating", |row| {
        row.facts.shown.rating.as_str().to_owned()
    }),
    ("csv-rating-basis", |row| {
        row.facts.shown.basis.as_str().to_owned()
    }),
    ("csv-rating-computed", |row| {
        row.facts.computed.rating.as_str().to_owned()
    }),
    ("csv-rating-stated", |row| {
        let stated = row.facts.stated;
        stated.map(Rating::as_str).unwrap_or_default().to_owned()
    }),
    ("csv-rating-reason", |row| {
        row.words
            .rating_sentence(row.measure, row.facts, row.languages)
    }),
    ("csv-direction", |row| {
        row.facts.movement.direction.as_str().to_owned()
    }),
    ("csv-change", |row| {
        change(row.measure, row.facts).unwrap_or_default()
    }),
    ("csv-direction-reason", |row| {
        let facts = row.facts;
        row.words.movement(
            &facts.movement,
            facts.decimals,
            &row.measure.unit,
            row.languages,
        )
    }),
    ("csv-comparators", |row| row.comparators()),
    ("csv-rank", |row| row.rank(|rank| rank.place)),
    ("csv-rank-of", |row| row.rank(|rank| rank.of)),
    ("csv-notes", |row| row.notes()),
    ("csv-comment", |row| row.maybe(row.measure.comment.as_ref())),
    ("csv-definition", |row| {
        row.maybe(row.measure.definition.as_ref())
    }),
    ("csv-source", |row| row.maybe(row.measure.source.as_ref())),
];

/// `data/<report>/measures.csv`: one line for each measure of the report at this place in the model,
/// with headings, sentences and texts in the language of `words`.
///
/// # Panics
/// When the model has no such report.
pub fn measures_csv(model: &Model, facts: &Facts, words: &Lexicon, report: usize) -> Vec<u8> {
    let of = &facts.reports[report];
    let report = &model.reports[report];
    let rows = report.objectives.iter().zip(&of.objectives);
    let rows = rows.flat_map(|(objective, of)| {
        let measures = objective.measures.iter().zip(&of.measures);
        measures.map(move |(measure, facts)| Row {
            words,
            languages: model.languages(),
            report,
            objective,
            measure,
            facts,
        })
    });
    let headings = COLUMNS.iter().map(|(key, _)| words.word(key)).collect();
    let lines = rows.map(|row| COLUMNS.iter().map(|(_, cell)| cell(&row)).collect());
    csv(std::iter::once(headings).chain(lines))
}

impl Row<'_> {
    fn text(&self, own: &Text) -> String {
        text(Some(own), self.words, self.languages)
    }

    fn maybe(&self, own: Option<&Text>) -> String {
        text(own, self.words, self.languages)
    }

    fn previous(&self) -> Option<&Figure> {
        self.facts
            .previous
            .as_ref()
            .map(|previous| &previous.figure)
    }

    fn fraction(&self, part: fn(&Fraction) -> Decimal) -> String {
        let actual = self.measure.actual.as_ref();
        let fraction = actual.and_then(|figure| figure.fraction.as_ref());
        fraction
            .map(|fraction| part(fraction).to_string())
            .unwrap_or_default()
    }

    fn rank(&self, part: fn(&Rank) -> u32) -> String {
        let rank = self.measure.rank.as_ref();
        rank.map(|rank| part(&rank.value).to_string())
            .unwrap_or_default()
    }

    /// `Wales: 89.50; Family group: [x]`
    fn comparators(&self) -> String {
        list(self.measure.comparators.iter().map(|comparator| {
            let name = self.text(&comparator.name);
            let value = comparator.value.as_ref();
            let marks = value.map(Figure::marks).unwrap_or_default();
            format!("{name}: {}", spaced([&number(value), &marks]))
        }))
    }

    /// What stands beside figures or in their place, each behind its figure's heading:
    /// `Actual: [p]; Previous: [x] not collected that year`.
    fn notes(&self) -> String {
        let figures = [
            ("csv-actual", self.measure.actual.as_ref()),
            ("csv-target", self.measure.target.as_ref()),
            ("csv-intervention", self.measure.intervention.as_ref()),
            ("csv-previous", self.previous()),
        ];
        list(figures.into_iter().filter_map(|(key, figure)| {
            let figure = figure?;
            let note = spaced([&figure.marks(), &self.maybe(figure.note.as_ref())]);
            (!note.is_empty()).then(|| format!("{}: {note}", self.words.word(key)))
        }))
    }
}

/// What there is, parted by spaces.
fn spaced([first, second]: [&str; 2]) -> String {
    let gap = if first.is_empty() || second.is_empty() {
        ""
    } else {
        " "
    };
    format!("{first}{gap}{second}")
}
