//! Evaluations speak of what their indicator has.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    check::{Check, Rule, Subject},
    model::{Answer, Evaluation, FrameworkItem},
    reference::{Problem, Wanted},
    syntax::numbered_paragraphs,
    text::{Code, Diagnostic, Diagnostics, Span, Spanned, did_you_mean},
};

/// The indicator that an evaluation names exists and is one, has the themes and questions that are
/// spoken of, and its framework a scale where a level is given. Responsibilities stand in a paragraph
/// that there is, and a translation of a chapter has the same paragraphs. Sources: docs/format.md, "Evaluations" and "Guidance".
pub const RULE: Rule = Rule {
    codes: &[
        Code::UnknownReference,
        Code::DuplicateId,
        Code::LevelMisplaced,
        Code::ParagraphsDiffer,
    ],
    check: Check::Site(check),
};

fn check(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    for found in subject.evaluations() {
        against(subject, found, diagnostics);
    }
    paragraphs(subject, diagnostics);
    translations(subject, diagnostics);
}

fn say(subject: &Subject<'_>, problem: Option<Problem>, at: Span, diagnostics: &mut Diagnostics) {
    let problem = problem.filter(|found| !subject.references.may_be_unread(&found.wanted));
    diagnostics.extend(problem.map(|problem| problem.at(at)));
}

/// What an evaluation says against the indicator it names.
fn against(subject: &Subject<'_>, found: &Evaluation, diagnostics: &mut Diagnostics) {
    let named = &found.quality_indicator;
    if found.common.unread.has("quality_indicator") {
        return;
    }
    let (framework, item) = match subject.references.item(&named.value) {
        Ok(at) => at,
        Err(problem) => return say(subject, Some(problem), named.span, diagnostics),
    };
    let framework = &subject.model.frameworks[framework];
    let item = &framework.items[item];
    let unread = |item: &FrameworkItem| item.common.unread.has_any(&["themes", "questions"]);
    if framework.is_goals() && !framework.items.iter().any(unread) {
        let message = format!("`{}` is a goal, not a quality indicator", named.value);
        let goal = Diagnostic::new(Code::UnknownReference, named.span, message);
        diagnostics.push(goal.help(
            "it has no themes or questions to evaluate against; objectives name goals under `serves`",
        ));
        return;
    }
    if let Some(level) = &found.level
        && framework.scale.is_none()
        && !framework.common.unread.has("scale")
    {
        let message = format!(
            "the framework `{}` states no scale for a level",
            framework.id
        );
        let misplaced = Diagnostic::new(Code::LevelMisplaced, level.span, message);
        diagnostics.push(
            misplaced.help("add `scale: six-point` to its framework.md, or take the level out"),
        );
    }
    let unread = &item.common.unread;
    if !unread.has("themes") {
        themes(item, found, diagnostics);
    }
    if !unread.has("questions") {
        answers(item, &found.answers, diagnostics);
    }
}

fn themes(item: &FrameworkItem, found: &Evaluation, diagnostics: &mut Diagnostics) {
    for remark in &found.themes {
        let theme = &remark.theme;
        let ids = || item.themes.iter().map(|theme| theme.id.value.as_str());
        if ids().any(|id| id == &*theme.value) {
            continue;
        }
        let message = format!("the indicator has no theme `{}`", theme.value);
        let unknown = Diagnostic::new(Code::UnknownReference, theme.span, message);
        diagnostics.push(unknown.maybe_help(did_you_mean(&theme.value, ids())));
    }
}

fn answers(item: &FrameworkItem, answers: &[Answer], diagnostics: &mut Diagnostics) {
    let mut seen: Vec<(usize, &Spanned<_>)> = Vec::new();
    for answer in answers {
        let name = &answer.question;
        let Some(at) = item.question(&name.value) else {
            let message = format!("the indicator has no question `{}`", name.value);
            let unknown = Diagnostic::new(Code::UnknownReference, name.span, message);
            let numbered = item.questions.iter().all(|question| question.id.is_none());
            let help = match item.questions.len() {
                count if numbered && count > 0 => {
                    Some(format!("its questions have the numbers 1 to {count}"))
                }
                _ => did_you_mean(
                    &name.value,
                    item.question_names().iter().map(String::as_str),
                ),
            };
            diagnostics.push(unknown.maybe_help(help));
            continue;
        };
        if let Some((_, first)) = seen.iter().find(|(other, _)| *other == at) {
            let message = format!("question {} is answered twice", at + 1);
            let twice = Diagnostic::new(Code::DuplicateId, name.span, message);
            let twice = twice.label(first.span, "the first answer");
            diagnostics.push(twice.help("keep the one or the other"));
            continue;
        }
        seen.push((at, name));
    }
}

/// The paragraphs that responsibilities stand in.
fn paragraphs(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    for guidance in &subject.model.guidance {
        for paragraph in guidance
            .responsibilities
            .iter()
            .filter_map(|found| found.paragraph.as_ref())
        {
            if guidance.chapter_of(&paragraph.value).is_some() {
                continue;
            }
            let numbers = guidance
                .chapters
                .iter()
                .flat_map(|chapter| &chapter.paragraphs);
            let numbers = numbers.map(|number| &*number.value);
            let problem = Problem {
                code: Code::UnknownReference,
                message: format!("no paragraph has the number `{}`", paragraph.value),
                help: did_you_mean(&paragraph.value, numbers),
                wanted: Wanted::Standing(
                    format!("guidance/{}/", guidance.id),
                    paragraph.value.to_string(),
                ),
            };
            say(subject, Some(problem), paragraph.span, diagnostics);
        }
    }
}

/// The numbered paragraphs of translations: those that the first language has.
fn translations(subject: &Subject<'_>, diagnostics: &mut Diagnostics) {
    let model = subject.model;
    let chapters = model
        .guidance
        .iter()
        .flat_map(|guidance| &guidance.chapters);
    for chapter in chapters {
        let first = model.settings.first_language();
        if !chapter.prose.by_language.contains_key(first) {
            continue;
        }
        let translations = chapter.prose.by_language.iter();
        for (language, markdown) in translations.filter(|(language, _)| *language != first) {
            let found = numbered_paragraphs(&markdown.text, chapter.number());
            let number = |at: &Range<usize>| &markdown.text[at.clone()];
            let lacking = chapter.paragraphs.iter().filter(|paragraph| {
                let mut found = found.iter();
                !found.any(|at| number(at) == &*paragraph.value)
            });
            let lacking: Vec<_> = lacking.collect();
            if let Some(first) = lacking.first() {
                let numbers: Vec<_> = lacking.iter().map(|number| &*number.value).collect();
                let numbers = numbers.join("`, `");
                let (what, are) = match lacking.len() {
                    1 => ("paragraph", "is"),
                    _ => ("paragraphs", "are"),
                };
                let message = format!("the {what} `{numbers}` {are} missing in `{language}`");
                let place = markdown.span.part(0, 0);
                let differ = Diagnostic::new(Code::ParagraphsDiffer, place, message);
                let differ = differ.label(first.span, "it stands here");
                diagnostics.push(differ.help(
                    "begin the same paragraphs with the same numbers: links lead to them in every language",
                ));
            }
            let added = found.iter().filter(|at| {
                let mut known = chapter.paragraphs.iter();
                !known.any(|paragraph| &*paragraph.value == number(at))
            });
            diagnostics.extend(added.map(|at| {
                let message = format!("only `{language}` has a paragraph `{}`", number(at));
                let place = markdown.span.part(at.start, at.end);
                let differ = Diagnostic::new(Code::ParagraphsDiffer, place, message);
                differ.help("give it the number that it has in the first language")
            }));
            let mut seen = BTreeMap::new();
            for at in &found {
                let place = markdown.span.part(at.start, at.end);
                let Some(first) = seen.insert(number(at), place) else {
                    continue;
                };
                let message = format!(
                    "another paragraph in `{language}` has the number `{}`",
                    number(at)
                );
                let differ = Diagnostic::new(Code::ParagraphsDiffer, place, message);
                let differ = differ.label(first, "the first one");
                diagnostics
                    .push(differ.help("give it the number that it has in the first language"));
            }
        }
    }
}
