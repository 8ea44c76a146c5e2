//! The language of a document has a name.

use crate::{
    check::{Alone, Check, Rule, Subject},
    model::{Common, Model},
    text::{Code, Diagnostic, Diagnostics},
    wording::Wording,
};

/// Readers are told what language a document is in by its name, in each language of the site: a tag means
/// nothing to them.
pub const RULE: Rule = Rule {
    codes: &[Code::MissingString],
    check: Check::Site(check),
};

/// The same for the documents of each objective, its actions and measures.
pub const OF_OBJECTIVE: Rule = Rule {
    codes: RULE.codes,
    check: Check::Objective(check_objective),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let pages = std::iter::once(&model.home).chain(&model.pages);
    let reports = model.reports.iter().flat_map(|report| {
        let evaluations = report.evaluations.iter().map(|it| &it.common);
        evaluations.chain([&report.common])
    });
    let frameworks = model.frameworks.iter().flat_map(|framework| {
        let items = framework.items.iter().map(|item| &item.common);
        items.chain([&framework.common])
    });
    let guidance = model.guidance.iter().flat_map(|guidance| {
        let chapters = guidance.chapters.iter().map(|chapter| &chapter.common);
        chapters.chain([&guidance.common])
    });
    let all = pages.map(|page| &page.common).chain(reports);
    let all = all.chain(frameworks).chain(guidance);
    diagnostics.extend(nameless(all, model, subject.wording));
}

fn check_objective(alone: &Alone<'_>, diagnostics: &mut Diagnostics) {
    let objective = alone.objective;
    let actions = objective.actions.iter().map(|action| &action.common);
    let measures = objective.measures.iter().map(|measure| &measure.common);
    let evaluations = objective.evaluations.iter().map(|it| &it.common);
    let all = actions.chain(measures).chain(evaluations);
    let all = all.chain([&objective.common]);
    diagnostics.extend(nameless(all, alone.model, alone.wording));
}

/// What is said of documents in languages that some strings have no name for.
fn nameless<'a>(
    all: impl Iterator<Item = &'a Common>,
    model: &Model,
    wording: &Wording,
) -> Vec<Diagnostic> {
    let attachments = all.flat_map(|common| &common.attachments);
    let found = attachments.filter_map(|attachment| {
        let tag = attachment.language.as_ref()?;
        let key = format!("language-name-{tag}");
        let without: Vec<_> = model
            .languages()
            .iter()
            .filter(|language| !wording.language(language).has(&key))
            .map(|language| format!("`{language}`"))
            .collect();
        if without.is_empty() {
            return None;
        }
        let message = format!(
            "this document is in `{tag}`, which has no name in the strings of {}",
            without.join(" and ")
        );
        Some(
            Diagnostic::new(Code::MissingString, attachment.file.span, message).help(format!(
                "add `{key}` to the strings of the site's theme folder, or mend the `language`"
            )),
        )
    });
    found.collect()
}
