//! A figure with as many decimals as a spreadsheet keeps.

use crate::{
    check::{Alone, Check, Rule},
    model::Measure,
    text::{Code, Diagnostic, Diagnostics},
};

/// A figure with more than four decimals comes from a spreadsheet's cell rather than from a table for
/// readers, who see as many of a row's own figures unless `decimals` says how many. Source:
/// docs/rules.md, "Figures".
pub const RULE: Rule = Rule {
    codes: &[Code::LongDecimals],
    check: Check::Objective(check),
};

/// More decimals than these are seldom meant for readers.
const MOST: u32 = 4;

fn check(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    let measures = alone.objective.measures.iter();
    diagnostics.extend(measures.filter_map(finding));
}

/// One for a measure, at the figure with the most.
fn finding(measure: &Measure) -> Option<Diagnostic> {
    let longest = measure.figures().max_by_key(|figure| figure.decimals())?;
    let decimals = longest.decimals();
    if measure.decimals.is_some() || decimals <= MOST {
        return None;
    }
    let message = format!(
        "`{}` has {decimals} decimals, and `{}` does not say how many readers are to see",
        longest.written, measure.id.value
    );
    let found = Diagnostic::new(Code::LongDecimals, longest.span, message);
    Some(found.help(
        "add how many, such as `decimals: 1`: what is written is kept exactly, \
         and rated so",
    ))
}
