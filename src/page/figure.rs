//! Figures, directions of travel and ratings as views.

use crate::{
    facts::{Basis, Direction, MeasureFacts, Movement, Rating},
    model::{Decimal, Figure, Measure, RagShow, Symbol, Text, Unit},
    page::{
        here::Here,
        view::{DirectionView, FigureView, HtmlView, RatingView, SymbolView},
    },
    wording::change_decimals,
};

/// A figure of a measure in `unit`, shown with `decimals` decimals.
pub(super) fn figure(
    here: &Here<'_>,
    figure: Option<&Figure>,
    decimals: u32,
    unit: &Unit,
) -> FigureView {
    let Some(figure) = figure else {
        return FigureView {
            text: here.word("not-supplied"),
            value: None,
            blank: true,
            marks: Vec::new(),
            fraction: None,
            note: None,
        };
    };
    let languages = here.context.model.languages();
    let marks = figure.symbols.iter().map(|symbol| mark(*symbol)).collect();
    let fraction = figure.fraction.as_ref().map(|fraction| {
        let number = |number: Decimal| here.lexicon.number(number, number.scale());
        let places = [
            ("part", number(fraction.numerator).into()),
            ("whole", number(fraction.denominator).into()),
        ];
        here.phrase("figure-fraction", &places)
    });
    FigureView {
        // Where symbols stand in the place of a number, they are the text.
        text: figure.value.map_or_else(
            || figure.marks(),
            |value| match figure.upper {
                Some(upper) => here
                    .lexicon
                    .range((value, upper), decimals, unit, languages),
                None => here.lexicon.amount(value, decimals, unit, languages),
            },
        ),
        value: figure.value.map(|value| value.to_string()),
        blank: false,
        marks: if figure.value.is_some() {
            marks
        } else {
            Vec::new()
        },
        fraction,
        note: figure.note.as_ref().map(|note| here.line(note)),
    }
}

/// A symbol in its brackets.
fn mark(symbol: Symbol) -> String {
    format!("[{}]", symbol.as_str())
}

/// What the symbols of these figures mean, each once, in the order of the list of symbols.
pub(super) fn symbols<'a>(
    here: &Here<'_>,
    figures: impl Iterator<Item = &'a Figure>,
) -> Vec<SymbolView> {
    let used: std::collections::BTreeSet<_> = figures
        .flat_map(|figure| figure.symbols.iter().copied())
        .collect();
    let view = |symbol: Symbol| SymbolView {
        mark: mark(symbol),
        meaning: here.word(&format!("symbol-{}", symbol.as_str())),
    };
    used.into_iter().map(view).collect()
}

/// The direction of travel of a measure and the change behind it.
pub(super) fn direction(here: &Here<'_>, measure: &Measure, facts: &MeasureFacts) -> DirectionView {
    let lexicon = here.lexicon;
    let languages = here.context.model.languages();
    let movement = &facts.movement;
    let unit = &measure.unit;
    let decimals = change_decimals(movement, facts.decimals);
    let word = lexicon.movement_word(movement);
    let change = lexicon.change(movement, facts.decimals, unit, languages);
    let plain = lexicon.movement(movement, facts.decimals, unit, languages);
    let sentence = match (movement.change, &facts.previous) {
        (Some(_), Some(previous)) => {
            let shown = Some(&previous.figure);
            let earlier = lexicon.figure(shown, decimals, unit, languages);
            let places = [
                ("movement", plain.into()),
                ("previous", earlier.unwrap_or_default().into()),
                ("period", lexicon.period(previous.period).into()),
            ];
            here.phrase("direction-sentence-from", &places)
        }
        _ => here.phrase("direction-sentence", &[("movement", plain.into())]),
    };
    DirectionView {
        status: movement.direction.as_str(),
        word,
        arrow: arrow(movement),
        change: Some(change),
        // The change from no to yes is not a number.
        signed: movement
            .change
            .filter(|_| *unit != Unit::YesNo)
            .map(|change| signed(here, change, decimals)),
        sentence,
    }
}

/// The way a figure went: not whether that is good. Only where the word beside it says that it went
/// somewhere, or nowhere: an arrow up beside "Same" would seem to contradict it.
fn arrow(movement: &Movement) -> Option<&'static str> {
    let change = movement.change?;
    match movement.direction {
        Direction::Better | Direction::Worse if change.is_sign_negative() => Some("down"),
        Direction::Better | Direction::Worse => Some("up"),
        Direction::Same => change.is_zero().then_some("level"),
        Direction::NoComparison | Direction::NotComparable => None,
    }
}

fn signed(here: &Here<'_>, change: Decimal, decimals: u32) -> String {
    let shown = here.lexicon.number(change, decimals);
    if change.is_zero() || change.is_sign_negative() {
        shown
    } else {
        format!("+{shown}")
    }
}

/// The ratings that readers see of a measure: none where the site shows none; two where the
/// organisation's stands beside the rule's, its own first.
pub(super) fn ratings(here: &Here<'_>, measure: &Measure, facts: &MeasureFacts) -> Vec<RatingView> {
    let show = here.context.model.settings.rag.show;
    let calculated = || RatingView {
        sentence: Some(here.lexicon.computed_sentence(measure, facts)),
        ..rating(here, facts.computed.rating, "calculated")
    };
    let stated = || RatingView {
        // Beside the rule's own rating its sentence stands there; alone, this one names both.
        sentence: (show == RagShow::Stated).then(|| {
            let languages = here.context.model.languages();
            here.lexicon.rating_sentence(measure, facts, languages)
        }),
        ..rating(here, facts.shown.rating, "stated")
    };
    let overriding = || RatingView {
        reason: measure
            .rag
            .as_ref()
            .and_then(|stated| Some(reason(here, stated.reason.as_ref()?))),
        ..rating(here, facts.shown.rating, "override")
    };
    match (facts.shown.basis, show) {
        (Basis::Hidden, _) => Vec::new(),
        (Basis::Calculated, _) => vec![calculated()],
        (Basis::Stated, RagShow::Both) => vec![stated(), calculated()],
        (Basis::Stated, _) => vec![stated()],
        // Whoever reads an override sees what it overrides.
        (Basis::Overridden, _) => vec![overriding(), calculated()],
    }
}

fn rating(here: &Here<'_>, rating: Rating, kind: &'static str) -> RatingView {
    let rated = rating != Rating::NotRated;
    RatingView {
        status: rating.as_str(),
        word: here.lexicon.rating(rating),
        kind,
        kind_word: rated.then(|| here.word(&format!("rating-kind-{kind}"))),
        sentence: None,
        reason: None,
    }
}

/// The organisation's reason, which need not have been written as a sentence, in one.
fn reason(here: &Here<'_>, reason: &Text) -> HtmlView {
    let HtmlView { html, lang } = here.line(reason);
    let ends = here
        .plain(reason)
        .trim_end()
        .ends_with(['.', '!', '?', '…']);
    let html = match &lang {
        Some(lang) => format!("<span lang=\"{lang}\">{html}</span>"),
        None => html,
    };
    let stop = if ends { "" } else { "." };
    let reason = format!("{}{stop}", html.trim_end());
    HtmlView {
        html: here.phrase("rating-reason", &[("reason", reason.into())]),
        lang: None,
    }
}
