//! A figure that prose quotes is that figure.

use crate::{
    check::{Check, Link, Rule, Subject, no_figure},
    reference::{Field, FigureOf, Target, Wanted},
    syntax::Reading,
    text::{Code, Diagnostic, Diagnostics},
    wording::LinkedFigure,
};

/// The text of `[49.90](measure:edu003.actual)` is the figure, as written or as displayed in the
/// text's language; an empty text is filled in by the build. What stands beside the link does not say its
/// unit once more. Source: docs/format.md, "Linked figures".
pub const RULE: Rule = Rule {
    codes: &[Code::FigureContradicted, Code::UnitRepeated],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let in_texts = subject.links.iter().filter(|link| !link.bare);
    // The links of a text follow one another.
    let mut read: Option<(&str, Reading)> = None;
    let found = in_texts.filter_map(|link| {
        let figure = match &link.target {
            Ok(Target::Figure(meant)) if !may_be_unread(subject, meant) => {
                LinkedFigure::of(subject.model, subject.facts, meant)
            }
            Ok(Target::Number(meant)) if subject.model.faults.files().is_empty() => {
                LinkedFigure::number(subject.model, subject.facts, meant)
            }
            _ => return None,
        };
        let text = link.passage.text;
        let (_, reading) = match read.take().filter(|(other, _)| std::ptr::eq(*other, text)) {
            Some(same) => read.insert(same),
            None => read.insert((text, Reading::of(text))),
        };
        finding(subject, link, &figure, reading)
    });
    diagnostics.extend(found);
}

fn finding(
    subject: &Subject<'_>,
    link: &Link<'_>,
    figure: &LinkedFigure<'_>,
    reading: &Reading,
) -> Option<Diagnostic> {
    let model = subject.model;
    let languages = model.languages();
    let text = link.reference.text.trim();
    let lexicon = subject.lexicon(&link.passage);
    let target = &link.reference.target;
    let (before, behind) = reading.beside(&link.reference.range);
    let fitting = figure.shown(behind, lexicon, languages);
    let (message, help) = match figure.displayed(lexicon, languages) {
        None => {
            let (why, help) = no_figure::why(subject, link.target.as_ref().ok()?);
            (format!("`{target}` has nothing to quote: {why}"), help)
        }
        Some(_) if text.is_empty() || figure.is(text, lexicon, languages) => {
            let unit = figure.repeated(text, (before, behind), lexicon, languages)?;
            let message = format!("`{unit}` stands in the figure, and beside it once more");
            let repeated = Diagnostic::new(Code::UnitRepeated, link.whole(&model.sources), message);
            return Some(repeated.help(match text {
                "" => "the build fills the figure in with its unit: take the one beside it out",
                _ => "take one of the two out",
            }));
        }
        Some(shown) => (
            format!("the text says `{text}`, but `{target}` is `{shown}`"),
            format!(
                "write `[{}]`, or `[]` to have it filled in",
                fitting.unwrap_or(shown)
            ),
        ),
    };
    let whole = link.whole(&model.sources);
    let diagnostic = Diagnostic::new(Code::FigureContradicted, whole, message).help(help);
    Some(match figure.span() {
        Some(place) => diagnostic.label(place, "the figure"),
        None => diagnostic,
    })
}

/// Whether the figure, or what it is shown by, may stand where reading found an error.
fn may_be_unread(subject: &Subject<'_>, meant: &FigureOf) -> bool {
    let at = meant.at;
    let report = &subject.model.reports[at.report];
    let measure = &report.objectives[at.objective].measures[at.measure];
    let unread = &measure.common.unread;
    let field = match meant.field {
        Field::Change | Field::Fraction => "actual",
        field => field.as_str(),
    };
    if unread.has_any(&[field, "unit", "decimals"]) {
        return true;
    }
    // Figures of other periods come from other editions as well.
    let elsewhere =
        meant.period.is_some() || matches!(meant.field, Field::Previous | Field::Change);
    let wanted = || Wanted::Measure(String::new(), measure.id.value.to_string());
    elsewhere
        && (unread.has_any(&["actual", "target", "intervention", "history", "covers"])
            || report.common.unread.has("period")
            || subject.references.may_be_unread(&wanted()))
}
