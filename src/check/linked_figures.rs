//! A figure that prose quotes is that figure.

use crate::{
    check::{Rule, Subject, prose},
    reference::{References, Target},
    text::{Code, Diagnostic, Diagnostics},
    wording::LinkedFigure,
};

/// The text of `[49.90](measure:edu003.actual)` is the figure, as written or as displayed in the
/// text's language; an empty text is filled in by the build. Source: docs/format.md, "Linked
/// figures".
pub const RULE: Rule = Rule {
    codes: &[Code::FigureContradicted],
    check,
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let references = References::new(model, subject.facts.editions.earliest_first());
    let languages = model.languages();
    prose::each(subject, &mut |found| {
        let text = found.reference.text.trim();
        let Ok(Target::Figure(meant)) = references.link(&found.origin, &found.reference.target)
        else {
            return;
        };
        let lexicon = match found.language {
            Some(language) => subject.wording.language(language),
            None => subject.wording.first(),
        };
        let figure = LinkedFigure::of(model, subject.facts, &meant);
        let target = &found.reference.target;
        let place = figure.figure.map(|figure| figure.span);
        let shown = lexicon.figure(figure.figure, figure.decimals, figure.unit, languages);
        let diagnostic = match shown {
            None => Diagnostic::new(
                Code::FigureContradicted,
                found.whole(),
                format!("`{target}` is a blank: there is no figure to quote"),
            )
            .help("fill in the figure, or take the link out"),
            Some(_) if text.is_empty() || figure.is(text, lexicon, languages) => return,
            Some(shown) => Diagnostic::new(
                Code::FigureContradicted,
                found.whole(),
                format!("the text says `{text}`, but `{target}` is `{shown}`"),
            )
            .help(format!("write `[{shown}]`, or `[]` to have it filled in")),
        };
        diagnostics.push(match place {
            Some(place) => diagnostic.label(place, "the figure"),
            None => diagnostic,
        });
    });
}
