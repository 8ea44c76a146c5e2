//! evaluations/….yaml: self-evaluation against a quality indicator.

use std::{collections::BTreeMap, sync::Arc};

use crate::{
    load::{
        common::without_page,
        context::Context,
        document::Documents,
        fields::{Fields, is_blank, wrong_type},
        value::{integer, near_id, string, strings},
        words::text,
    },
    model::{Answer, Evaluation, ThemeRemark},
    syntax::{Entry, Node, Value},
    text::{Code, Diagnostic, SourceId, Span, Spanned},
};

/// The six-point scale, from unsatisfactory to excellent.
pub(super) const LEVELS: (i64, i64) = (1, 6);

/// Reads the evaluations of a report or objective, by file name.
pub(super) fn evaluations(
    files: &BTreeMap<String, SourceId>,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Vec<Evaluation> {
    let mut all: Vec<Evaluation> = Vec::new();
    for (name, source) in files {
        let Some(document) = documents.get(source) else {
            continue;
        };
        let place = Span::file(*source);
        let found = evaluation(name, document.node(), place, document.whole, cx);
        let same = |other: &&Evaluation| {
            other.quality_indicator.value == found.quality_indicator.value
                && !found.quality_indicator.value.is_empty()
        };
        if let Some(first) = all.iter().find(same) {
            let indicator = &found.quality_indicator;
            let message = format!("`{}` is evaluated here twice", indicator.value);
            let twice = Diagnostic::new(Code::DuplicateId, indicator.span, message);
            let path = cx.sources.get(first.span.source).path();
            let twice = twice.label(
                first.quality_indicator.span,
                format!("the first stands in {path}"),
            );
            cx.say(twice.help("put both into one file: a report or objective has one evaluation against an indicator"));
        } else if let Some(first) = all.iter().find(|other| other.id == found.id) {
            let message = format!("another evaluation here has the id `{}`", found.id);
            let twice = Diagnostic::new(Code::DuplicateId, place, message);
            let path = cx.sources.get(first.span.source).path();
            let twice = twice.label(first.span, format!("the first stands in {path}"));
            cx.say(twice.help("rename one of the files: a dot in the name counts as a hyphen"));
        }
        all.push(found);
    }
    all
}

fn evaluation(
    name: &str,
    node: Option<&Node>,
    place: Span,
    whole: bool,
    cx: &mut Context<'_>,
) -> Evaluation {
    let mut fields = Fields::document("an evaluation", node, place, whole, cx);
    let begin = fields.place();
    let indicator = fields.require("quality_indicator", cx, string);
    let mut evaluation = Evaluation {
        id: near_id(name),
        quality_indicator: indicator.unwrap_or_else(|| Spanned::new(Arc::default(), begin)),
        level: fields.read("level", cx, level),
        strengths: fields.read("strengths", cx, text),
        improvements: fields.read("improvements", cx, text),
        themes: fields.read("themes", cx, themes).unwrap_or_default(),
        answers: fields.read("answers", cx, answers).unwrap_or_default(),
        common: without_page(&mut fields, cx),
        span: place,
    };
    evaluation.common.unread = fields.finish(cx);
    evaluation
}

/// A level of the six-point scale.
pub(super) fn level(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<u8>> {
    let level = integer(key, node, LEVELS, cx)?;
    Some(level.map(|level| u8::try_from(level).unwrap_or_default()))
}

fn themes(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Vec<ThemeRemark>> {
    let entries = named(key, node, "the id of the theme: `thriving: {text: …}`", cx)?;
    let remark = |entry: &Entry| {
        let theme = entry.key.clone();
        if is_blank(&entry.value) {
            return None;
        }
        if let Value::Scalar(_) = entry.value.value {
            let text = text(&theme.value, &entry.value, cx)?;
            return Some(ThemeRemark { theme, text });
        }
        let mut fields = Fields::of("what is said of a theme", &entry.value, cx)?;
        if let Some(graded) = fields.key("level") {
            let message = format!("the theme `{}` is given a level", theme.value);
            let misplaced = Diagnostic::new(Code::LevelMisplaced, graded, message);
            cx.say(misplaced.help(
                "the scale grades the quality indicator as a whole: put `level` at the top of the file",
            ));
            fields.read("level", cx, |_, _, _| Some(()));
        }
        let text = fields.require("text", cx, text);
        fields.finish(cx);
        Some(ThemeRemark { theme, text: text? })
    };
    Some(entries.iter().filter_map(remark).collect())
}

fn answers(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Vec<Answer>> {
    let entries = named(key, node, "the number of the question: `1: {text: …}`", cx)?;
    let answer = |entry: &Entry| {
        let question = entry.key.clone();
        if is_blank(&entry.value) {
            return None;
        }
        if let Value::Scalar(_) = entry.value.value {
            let text = text(&question.value, &entry.value, cx);
            return Some(Answer {
                question,
                text,
                evidence: Vec::new(),
            });
        }
        let mut fields = Fields::of("an answer", &entry.value, cx)?;
        let answer = Answer {
            question,
            text: fields.require("text", cx, text),
            evidence: fields.read("evidence", cx, strings).unwrap_or_default(),
        };
        fields.finish(cx);
        Some(answer)
    };
    Some(entries.iter().filter_map(answer).collect())
}

/// The entries of a mapping whose keys are names.
fn named<'n>(key: &str, node: &'n Node, help: &str, cx: &mut Context<'_>) -> Option<&'n [Entry]> {
    let Value::Mapping(entries) = &node.value else {
        let wrong = wrong_type(&format!("`{key}`"), "`key: value` lines", node);
        cx.say(wrong.help(format!("begin each entry with {help}")));
        return None;
    };
    Some(entries)
}
