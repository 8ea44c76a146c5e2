//! measures.yaml, and measures.csv: groups of measures.

use crate::{
    load::{
        actions::untitled,
        common::common,
        context::Context,
        document::{Documents, Parsed},
        fields::{Fields, excerpt, is_blank, wrong_type},
        figure::{FIGURE_KEYS, figure, target},
        measures_csv::measures_node,
        once::names_once,
        time::{period, period_at},
        tree::ObjectiveFiles,
        value::{boolean, id, integer, list, near_id, scalar, strings, word},
        words::{name, text},
    },
    model::{
        Comparator, Figure, Group, History, Id, Measure, Polarity, Rag, Rank, RbaQuestion,
        SeriesBreak, StatedRag, Text, Unit,
    },
    syntax::{Entry, Node, Value},
    text::{Code, Diagnostic, SourceId, Span, Spanned, nearest},
};

/// Reads the measures of an objective from whichever of its two files is there.
pub(super) fn measures(
    files: &ObjectiveFiles,
    documents: &Documents,
    cx: &mut Context<'_>,
) -> Vec<Measure> {
    if let (Some(yaml), Some(csv)) = (files.measures, files.measures_csv) {
        let message = "this objective has a `measures.yaml` and a `measures.csv`";
        let both = Diagnostic::new(Code::DuplicateId, Span::file(csv), message);
        let both = both.label(Span::file(yaml), "the other one");
        cx.say(both.help("keep one of the two: each figure is written once"));
    }
    let mut measures = Vec::new();
    for source in [files.measures, files.measures_csv].into_iter().flatten() {
        let Some(document) = documents.get(&source) else {
            continue;
        };
        let before = measures.len();
        match &document.content {
            Parsed::Node { node, .. } => {
                if let Some(node) = node {
                    grouped(node, &[], &mut measures, cx);
                }
            }
            Parsed::Table(table) => {
                if let Some(rows) = measures_node(table, cx) {
                    grouped(&rows.groups, &rows.lost, &mut measures, cx);
                    // That they lack their group has been said; the rest of them is read as well.
                    for (at, node) in rows.groupless.iter().enumerate() {
                        let group = Group::Rba(RbaQuestion::HowMuch);
                        measure(&group, at, node, &rows.lost, cx);
                    }
                }
            }
        }
        // Without a group or a row there is none, whatever the references say.
        let blank = match &document.content {
            Parsed::Node { node, .. } => node.as_ref().is_none_or(holds_nothing),
            Parsed::Table(table) => table.rows.is_empty(),
        };
        if document.whole && blank && measures.len() == before {
            cx.say(without_measures(source, &document.content, cx));
        }
    }
    // Readers find the groups in one order on every page; within a group, measures stay as written.
    let own = cx.groups.as_deref().unwrap_or_default();
    measures.sort_by_key(|measure| match &measure.group {
        Group::Rba(question) => (0, *question as usize),
        Group::Other(id) => (1, own.iter().position(|own| own == id).unwrap_or(own.len())),
    });
    measures
}

/// Whether groups stand there without a measure, or nothing at all.
fn holds_nothing(node: &Node) -> bool {
    match &node.value {
        Value::Mapping(entries) => entries.iter().all(|entry| match &entry.value.value {
            Value::Sequence(items) => items.is_empty(),
            _ => is_blank(&entry.value),
        }),
        _ => is_blank(node),
    }
}

fn without_measures(source: SourceId, content: &Parsed, cx: &Context<'_>) -> Diagnostic {
    let path = cx.sources.get(source).path();
    let name = path.rsplit('/').next().unwrap_or(path);
    let message = format!("`{name}` holds no measures");
    let help = match content {
        Parsed::Node { .. } => {
            "put each measure under the question that it answers, as in `how-much:` and below it \
             `- id: …`, or take the file out"
        }
        Parsed::Table(table) if table.header.is_empty() => {
            "begin it with a row of column names, then a row for each measure, or take the file out"
        }
        Parsed::Table(_) => "add a row below its header for each measure, or take the file out",
    };
    Diagnostic::new(Code::MissingField, Span::file(source), message).help(help)
}

/// Reads the groups of a file, in whose every measure the keys `lost` could not be read.
fn grouped(node: &Node, lost: &[&'static str], measures: &mut Vec<Measure>, cx: &mut Context<'_>) {
    let Value::Mapping(entries) = &node.value else {
        if node.value != Value::Null {
            let expected = "lists by group";
            let wrong = wrong_type("the measures", expected, node);
            cx.say(wrong.help(
                "put each list of measures under the question it answers: `how-much:`, \
                 `how-well:`, `better-off:`",
            ));
        }
        return;
    };
    for entry in entries {
        let group = group(&entry.key, cx);
        if is_blank(&entry.value) {
            continue;
        }
        let read = list(&entry.key.value, &entry.value, cx, |_, node, cx| {
            let measure = measure(&group, measures.len(), node, lost, cx)?;
            measures.push(measure);
            Some(())
        });
        // Each measure has been kept as it was read.
        let _: Option<Vec<()>> = read;
    }
}

fn group(key: &Spanned<std::sync::Arc<str>>, cx: &mut Context<'_>) -> Group {
    if let Some(question) = RbaQuestion::parse(&key.value) {
        return Group::Rba(question);
    }
    let known = |id: &Id| id.as_str() == &*key.value;
    if let Some(groups) = &cx.groups
        && !groups.iter().any(known)
    {
        let message = format!("`{}` is not a group of measures", key.value);
        let questions = RbaQuestion::ALL.iter().map(|question| question.as_str());
        let names: Vec<_> = questions.chain(groups.iter().map(Id::as_str)).collect();
        let help = match nearest(&key.value, names.iter().copied()) {
            Some(near) => format!("did you mean `{near}`?"),
            None => format!(
                "the groups are `{}`; others get their title under `measure_groups:` in site.yaml",
                names.join("`, `")
            ),
        };
        cx.say(Diagnostic::new(Code::UnknownField, key.span, message).help(help));
    }
    Group::Other(near_id(&key.value))
}

fn measure(
    group: &Group,
    at: usize,
    node: &Node,
    lost: &[&'static str],
    cx: &mut Context<'_>,
) -> Option<Measure> {
    let mut fields = Fields::of("a measure", node, cx)?;
    let id = fields.require_id("measure", at, cx);
    let title = fields.require("title", cx, text);
    let unit = fields.require("unit", cx, unit);
    let counted = unit.as_ref();
    let read_figure = |key, fields: &mut Fields<'_>, cx: &mut Context<'_>| {
        fields.read(key, cx, |key, node, cx| figure(counted, key, node, cx))
    };
    let actual = read_figure("actual", &mut fields, cx);
    let target = fields.read("target", cx, |key, node, cx| target(counted, key, node, cx));
    let intervention = read_figure("intervention", &mut fields, cx);
    let previous = read_figure("previous", &mut fields, cx);
    let polarity = fields.read("polarity", cx, word::<Polarity>);
    ranged(target.as_ref(), polarity.as_ref(), &fields, cx);
    let codes = fields.read("codes", cx, strings).unwrap_or_default();
    let decimals = fields.read("decimals", cx, |key, node, cx| {
        integer(key, node, (0, 10), cx)
    });
    let mut measure = Measure {
        group: group.clone(),
        codes: codes.into_iter().map(|code| code.value).collect(),
        title: title.unwrap_or_else(|| untitled(&id)),
        definition: fields.read("definition", cx, text),
        source: fields.read("source", cx, name),
        decimals: decimals.and_then(|decimals| u32::try_from(decimals.value).ok()),
        polarity,
        covers: fields.read("covers", cx, period),
        actual,
        target,
        intervention,
        previous,
        restated: fields.read("restated", cx, restated),
        cumulative: fields.read("cumulative", cx, boolean).unwrap_or(false),
        replaces: fields.read("replaces", cx, replaced).unwrap_or_default(),
        history: fields
            .read("history", cx, |key, node, cx| {
                history(counted, key, node, cx)
            })
            .unwrap_or_default(),
        comparators: fields
            .read("comparators", cx, |key, node, cx| {
                comparators(counted, key, node, cx)
            })
            .unwrap_or_default(),
        rank: fields.read("rank", cx, rank),
        comment: fields.read("comment", cx, text),
        series_break: fields.read("break", cx, series_break),
        rag: fields.read("rag", cx, stated_rag),
        common: common(&mut fields, cx),
        unit: unit.clone().unwrap_or(Unit::Number),
        id,
        span: node.span,
    };
    fields.lose(lost);
    measure.common.unread = fields.finish(cx);
    Some(measure)
}

fn unit(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Unit> {
    let suffix = text(key, node, cx)?;
    let Value::Scalar(scalar) = &node.value else {
        return Some(Unit::Other(suffix));
    };
    let word = scalar.text.trim();
    if let Some((_, unit)) = Unit::WORDS.iter().find(|(name, _)| *name == word) {
        return Some(unit.clone());
    }
    let plain = word.to_lowercase().replace([' ', '_'], "-");
    let meant = match plain.as_str() {
        "%" | "per-cent" | "percentage" | "%age" => Some("percent"),
        "£" | "gbp" => Some("pounds"),
        "£k" | "£000" | "£000s" | "£-thousand" | "£-thousands" | "thousands-of-pounds" => {
            Some("thousand-pounds")
        }
        "£m" | "£-million" | "£-millions" | "millions-of-pounds" => Some("million-pounds"),
        "yes/no" => Some("yes-no"),
        "#" | "count" | "no" | "no." => Some("number"),
        other => Unit::WORDS
            .iter()
            .map(|(name, _)| *name)
            .find(|name| is_near(other, name) || is_near(&ordered(other), &ordered(name))),
    };
    if let Some(meant) = meant {
        let message = format!("`{word}` is not one of the built-in units");
        let help = format!(
            "did you mean `{meant}`? A unit of your own that comes so near is written by language: \
             `{key}: {{{}: \"{word}\"}}`",
            cx.languages.first()
        );
        cx.say(Diagnostic::new(Code::UnknownValue, node.span, message).help(help));
        let built_in = Unit::WORDS.iter().find(|(name, _)| *name == meant);
        return built_in.map(|(_, unit)| unit.clone());
    }
    Some(Unit::Other(suffix))
}

/// Whether a word may be a slip for the name of a unit.
fn is_near(word: &str, name: &str) -> bool {
    strsim::osa_distance(word, name) <= 1 + usize::from(name.len() > 6)
}

/// The words of a name in the order of the alphabet: `pounds-thousand` is `thousand-pounds` too.
fn ordered(name: &str) -> String {
    let mut words: Vec<_> = name.split('-').collect();
    words.sort_unstable();
    words.join("-")
}

fn history(
    unit: Option<&Unit>,
    key: &str,
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<Vec<History>> {
    let Value::Mapping(entries) = &node.value else {
        let wrong = wrong_type(&format!("`{key}`"), "figures by period", node);
        cx.say(wrong.help("write `history: {AY2014-15: 87.10, AY2013-14: 86.00}`"));
        return None;
    };
    let mut history = Vec::new();
    for entry in entries {
        let key = &entry.key;
        let Some(period) = period_at(&key.value, key.span, cx) else {
            continue;
        };
        let mut then = History {
            period: Spanned::new(period, key.span),
            actual: None,
            target: None,
            intervention: None,
        };
        if let Value::Mapping(inner) = &entry.value.value
            && !is_figure(inner)
        {
            let Some(mut fields) = Fields::of("an earlier period", &entry.value, cx) else {
                continue;
            };
            let mut read_figure = |key, cx: &mut Context<'_>| -> Option<Figure> {
                fields.read(key, cx, |key, node, cx| figure(unit, key, node, cx))
            };
            then.actual = read_figure("actual", cx);
            then.target = read_figure("target", cx);
            then.intervention = read_figure("intervention", cx);
            fields.finish(cx);
        } else if !is_blank(&entry.value) {
            then.actual = figure(unit, &key.value, &entry.value, cx);
        }
        history.push(then);
    }
    Some(history)
}

/// Whether what stands for an earlier period is one figure, and not the figures of a row. A row may
/// bear a key of a figure by mistake.
fn is_figure(entries: &[Entry]) -> bool {
    let has = |keys: &[&str]| {
        let mut entries = entries.iter();
        entries.any(|entry| keys.contains(&&*entry.key.value))
    };
    has(&FIGURE_KEYS) && !has(&["actual", "target", "intervention"])
}

/// Says so where a range is the target of a measure that is not best nearest to it.
fn ranged(
    target: Option<&Figure>,
    polarity: Option<&Spanned<Polarity>>,
    fields: &Fields<'_>,
    cx: &mut Context<'_>,
) {
    let Some(target) = target.filter(|target| target.upper.is_some()) else {
        return;
    };
    let stated = polarity.map(|polarity| polarity.value);
    let unread = polarity.is_none() && fields.key("polarity").is_some();
    if stated == Some(Polarity::Target) || unread {
        return;
    }
    let message = "this target is a range, but the measure is not one that is best nearest to it";
    let wrong = Diagnostic::new(Code::BadFigure, target.span, message);
    cx.say(wrong.help("add `polarity: target`, or give one number as the target"));
}

/// Why the previous figure is another than was published.
fn restated(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Text>> {
    text(key, node, cx).map(|reason| Spanned::new(reason, node.span))
}

/// The ids of the measures that this one goes on from: one, or a list.
fn replaced(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Vec<Spanned<Id>>> {
    match &node.value {
        Value::Scalar(_) => id(key, node, cx).map(|id| vec![id]),
        _ => list(key, node, cx, id),
    }
}

/// The figures of others, each of a name of its own.
fn comparators(
    unit: Option<&Unit>,
    key: &str,
    node: &Node,
    cx: &mut Context<'_>,
) -> Option<Vec<Comparator>> {
    let found = list(key, node, cx, |_, node, cx| comparator(unit, node, cx))?;
    let languages = cx.languages.clone();
    let call = |one: &Comparator| {
        let name = one.name.exact(languages.first());
        let name = name.or_else(|| one.name.entries().next().map(|(_, name)| name));
        name.map(|name| (name.value.clone(), name.span))
    };
    let names: Vec<_> = found.iter().filter_map(call).collect();
    names_once(
        names.iter().map(|(name, span)| (&**name, *span)),
        |name| format!("another comparator of this measure is called `{name}`"),
        "give each a name of its own, with its year where they are of several",
        cx,
    );
    Some(found)
}

fn comparator(unit: Option<&Unit>, node: &Node, cx: &mut Context<'_>) -> Option<Comparator> {
    let mut fields = Fields::of("a comparator", node, cx)?;
    let name = fields.require("name", cx, name);
    let value = fields.read("value", cx, |key, node, cx| figure(unit, key, node, cx));
    fields.finish(cx);
    Some(Comparator { name: name?, value })
}

/// `7 of 22`.
fn rank(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<Spanned<Rank>> {
    const EXPECTED: &str = "a place such as `7 of 22`";
    let text = scalar(key, node, EXPECTED, cx)?;
    let number = |text: &str| {
        let digits = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        digits.then(|| text.parse::<u32>().ok()).flatten()
    };
    let pieces = text.value.split_once(" of ");
    let numbers = pieces.map(|(place, of)| (number(place.trim()), number(of.trim())));
    let Some((Some(place), Some(of))) = numbers else {
        let other = text.value.split_once(['/', '-']);
        let other = other.map(|(place, of)| (number(place.trim()), number(of.trim())));
        let help = match other {
            Some((Some(place), Some(of))) if cx.is_table(node.span) => {
                Some(format!("write `{place} of {of}`"))
            }
            Some((Some(place), Some(of))) => Some(format!("write `{key}: {place} of {of}`")),
            _ => None,
        };
        cx.say(wrong_type(&format!("`{key}`"), EXPECTED, node).maybe_help(help));
        return None;
    };
    if place == 0 || place > of {
        let message = format!("`{key}` is `{}`, which is out of range", text.value);
        let help = "the first number is the place, from 1; the second among how many";
        cx.say(Diagnostic::new(Code::OutOfRange, text.span, message).help(help));
        return None;
    }
    Some(Spanned::new(Rank { place, of }, text.span))
}

fn series_break(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<SeriesBreak> {
    if let Value::Scalar(scalar) = &node.value {
        let wrong = wrong_type(&format!("`{key}`"), "a period with a reason", node);
        let period = excerpt(&scalar.text);
        let help = if cx.is_table(node.span) {
            format!("add a column `{key}.reason`")
        } else {
            format!("write `{key}: {{from: {period}, reason: …}}`")
        };
        cx.say(wrong.help(help));
        return None;
    }
    let mut fields = Fields::of("a series break", node, cx)?;
    let from = fields.require("from", cx, period);
    let reason = fields.read("reason", cx, text);
    fields.finish(cx);
    Some(SeriesBreak {
        from: from?,
        reason,
    })
}

/// `green`, or with a reason `{status: green, reason: …}`.
fn stated_rag(key: &str, node: &Node, cx: &mut Context<'_>) -> Option<StatedRag> {
    if let Value::Mapping(_) = &node.value {
        let mut fields = Fields::of("a stated rating", node, cx)?;
        let status = fields.require("status", cx, word::<Rag>);
        let reason = fields.read("reason", cx, text);
        fields.finish(cx);
        return Some(StatedRag {
            status: status?,
            reason,
        });
    }
    let status = word::<Rag>(key, node, cx)?;
    Some(StatedRag {
        status,
        reason: None,
    })
}
