//! Floor 5: what contradicts itself.
//!
//! One file a rule, all of them in [`RULES`]. A rule looks at the whole model with its facts, or at one
//! objective after the other, and says what it finds; it never changes anything and never stops
//! another rule. What it finds in an objective by itself is kept for the next check of the same site.

mod accept;
mod action_progress;
mod alone;
mod alternative_text;
mod attachment_language;
mod blank_left;
mod chapter_number;
mod chart_names;
mod correction_contradicted;
mod correction_early;
mod empty_objective;
mod evaluations;
mod gaps;
mod history_later;
mod intervention_side;
mod link;
mod linked_figures;
mod long_decimals;
mod memory;
mod no_figure;
mod not_sealed;
mod numbers;
mod passage;
mod percent_range;
mod placeholder;
mod polarity_missing;
mod previous_restated;
mod rag_contradicted;
mod red_unexplained;
mod references;
mod replaced_overlap;
mod sealed;
mod small_number;
mod statement;
mod subject;
mod translated_headings;
mod translation;
mod unlinked_percent;

pub use accept::{accept, is_acceptable};
pub use alone::{Alone, Head};
pub use correction_early::to_come;
pub use link::Link;
pub use memory::Memory;
pub use passage::{Page, Passage, Written, names, passages};
pub use sealed::{Said, Stood, record, unpublished};
pub use subject::{MeasureOf, Subject};

use rayon::prelude::*;

use crate::{
    model::{Common, Id, Model},
    text::{Code, Diagnostics, in_columns},
    translation::{Translatable, texts_besides_objectives},
};

/// A rule: the codes it may report, and how it looks for them.
pub struct Rule {
    /// What it reports.
    pub codes: &'static [Code],
    /// How it looks.
    pub check: Check,
}

/// How a rule looks for what it reports.
#[derive(Clone, Copy)]
pub enum Check {
    /// At the whole site.
    Site(fn(&Subject<'_>, &mut Diagnostics)),
    /// At one objective after the other, each by itself.
    Objective(fn(&Alone<'_>, &mut Diagnostics)),
    /// At the texts that are there to be translated: at those of each objective by themselves, and at all
    /// others.
    Texts(fn(&[Translatable<'_>], &Model, &mut Diagnostics)),
}

/// Every rule.
pub const RULES: &[Rule] = &[
    intervention_side::RULE,
    polarity_missing::RULE,
    percent_range::RULE,
    long_decimals::RULE,
    chapter_number::RULE,
    rag_contradicted::RULE,
    red_unexplained::RULE,
    previous_restated::RULE,
    history_later::RULE,
    sealed::RULE,
    not_sealed::RULE,
    correction_contradicted::RULE,
    correction_early::RULE,
    small_number::RULE,
    small_number::OF_OBJECTIVE,
    statement::RULE,
    action_progress::RULE,
    chart_names::RULE,
    empty_objective::RULE,
    placeholder::RULE,
    placeholder::OF_OBJECTIVE,
    blank_left::RULE,
    references::RULE,
    replaced_overlap::RULE,
    alternative_text::RULE,
    attachment_language::RULE,
    attachment_language::OF_OBJECTIVE,
    evaluations::RULE,
    gaps::RULE,
    linked_figures::RULE,
    unlinked_percent::RULE,
    translation::RULE,
    translated_headings::RULE,
];

/// The rules that report anything but hints, and all where those are looked for.
fn asked_for(hints: bool) -> impl Iterator<Item = &'static Rule> {
    let is_asked_for = move |code: &Code| hints || !code.is_hint();
    let rules = RULES.iter();
    rules.filter(move |rule| rule.codes.iter().any(is_asked_for))
}

/// An item in a sentence: by its id in backticks, or as `this measure` where that could not be read,
/// for the name that stands in for it means nothing to its authors.
fn called(kind: &str, id: &Id, common: &Common) -> String {
    if common.unread.nameless {
        format!("this {kind}")
    } else {
        format!("`{id}`")
    }
}

/// The keys that a measure is rated by.
const RATED_BY: [&str; 4] = ["actual", "target", "intervention", "polarity"];

/// Everything that the rules find, hints among it where they are looked for.
pub fn check(subject: &Subject<'_>) -> Diagnostics {
    check_again(subject, &mut Memory::default())
}

/// The same, with what was found the last time at hand: the result is as if it had not been, and comes
/// sooner.
pub fn check_again(subject: &Subject<'_>, memory: &mut Memory) -> Diagnostics {
    let rules: Vec<_> = asked_for(subject.hints).collect();
    let texts = texts_besides_objectives(subject.model);
    let of_site = rules.par_iter().map(|rule| {
        let mut found = Diagnostics::new();
        match rule.check {
            Check::Site(check) => check(subject, &mut found),
            Check::Texts(check) => check(&texts, subject.model, &mut found),
            Check::Objective(_) => {}
        }
        found
    });
    let mut diagnostics = memory.found(subject);
    for found in of_site.collect::<Vec<_>>() {
        diagnostics.append(found);
    }
    if !subject.hints {
        diagnostics.leave_out_hints();
    }
    let sources = &subject.model.sources;
    let of_tables = diagnostics
        .iter_mut()
        .filter(|it| sources.is_table(it.span));
    for found in of_tables {
        found.help = found.help.take().map(|help| in_columns(&help));
    }
    diagnostics
}
