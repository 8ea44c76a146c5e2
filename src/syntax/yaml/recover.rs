//! A document that is not YAML, block by block: every fault at once, and all that is sound.
//!
//! A block is a list item or a key with all that is indented below it. Each is read alone, at its
//! true place. A faulty block is looked into in the same way: a key's list by items, an item by
//! keys.

use std::{borrow::Cow, collections::BTreeMap, ops::Range, sync::Arc};

use crate::{
    syntax::{
        Entry, Node, Value,
        yaml::{
            Place,
            findings::Findings,
            line, mistake,
            tree::{self, Fault},
        },
    },
    text::{Code, Diagnostic, Span},
};

/// How deep blocks are looked into: a group, its items, their keys, and keys in those.
const DEEPEST: usize = 4;

/// Reads what can be read of a document that gave `fault` as a whole.
pub(super) fn document(text: &str, place: Place, fault: Fault) -> (Option<Node>, Findings) {
    let mut found = Findings::default();
    let node = region(text, place, fault, 0, &mut found);
    (node, found)
}

/// Reads `text` by its blocks; it gave `fault` as a whole.
fn region(
    text: &str,
    place: Place,
    fault: Fault,
    depth: usize,
    found: &mut Findings,
) -> Option<Node> {
    let blocks = blocks(text);
    if let [only] = &blocks[..]
        && *only == (0..text.len())
    {
        return inside(text, place, fault, depth, found);
    }
    let before = found.len();
    let mut parts = Vec::new();
    for block in &blocks {
        if found.is_full() {
            break;
        }
        let piece = &text[block.clone()];
        let place = place.within(block.start);
        match tree::read(piece, place) {
            Ok((node, inner)) => {
                found.extend(inner);
                parts.extend(node);
            }
            Err(fault) => parts.extend(inside(piece, place, *fault, depth, found)),
        }
    }
    let mut node = join(parts, found);
    // It reaches over what could not be read as well, so that whoever misses a key in it sees that
    // the key may stand there.
    if let Some(node) = &mut node {
        let start = text.len() - text.trim_start().len();
        node.span = place.span(start..text.trim_end().len().max(start));
    }
    // Each block is sound, but not all of them together.
    if found.len() == before {
        found.extend(fault.found);
        found.push(fault.diagnostic);
    }
    node
}

/// How many values in one block are passed over, so that what stands around them is read.
const PASSED_OVER: usize = 20;

/// Looks into one block that gave `fault`.
fn inside(
    text: &str,
    place: Place,
    fault: Fault,
    depth: usize,
    found: &mut Findings,
) -> Option<Node> {
    let (mut text, mut fault) = (Cow::Borrowed(text), fault);
    for _ in 0..PASSED_OVER {
        let Some(over) = fault.over.clone() else {
            break;
        };
        found.push(fault.diagnostic);
        let blanks = " ".repeat(over.len());
        text.to_mut().replace_range(over, &blanks);
        match tree::read(&text, place) {
            Ok((node, inner)) => {
                found.extend(inner);
                return node;
            }
            Err(again) => fault = *again,
        }
    }
    by_parts(&text, place, fault, depth, found)
}

/// Looks into one block that gave `fault`, by the blocks within it.
fn by_parts(
    text: &str,
    place: Place,
    fault: Fault,
    depth: usize,
    found: &mut Findings,
) -> Option<Node> {
    let before = found.len();
    let mut node = None;
    if depth < DEEPEST && fault.diagnostic.code != Code::TooDeep {
        let first = line::around(text, 0);
        let indent = line::indent(&text[first.clone()]);
        if line::is_item(&text[indent..first.end]) {
            node = item(text, place, indent, depth, found);
        } else {
            node = value(text, place, first, depth, found);
        }
    }
    // The fault is the block's own, or nothing within it shows it as well.
    if found.len() == before {
        found.extend(fault.found);
        found.push(fault.diagnostic);
        return None;
    }
    node
}

/// Looks into a list item whose dash stands at `dash`. Without its dash it is a mapping.
///
/// What is sound of it is kept, so that what refers to it by its id is not reported as well.
fn item(text: &str, place: Place, dash: usize, depth: usize, found: &mut Findings) -> Option<Node> {
    let mut item = text.to_owned();
    item.replace_range(dash..=dash, " ");
    let fault = tree::read(&item, place).err()?;
    let node = region(&item, place, *fault, depth + 1, found)?;
    let Value::Mapping(_) = &node.value else {
        return None;
    };
    let span = node.span;
    let value = Value::Sequence(vec![node]);
    Some(Node { value, span })
}

/// Looks into what stands indented below a key that is alone on the line `first`.
fn value(
    text: &str,
    place: Place,
    first: Range<usize>,
    depth: usize,
    found: &mut Findings,
) -> Option<Node> {
    let (_, colon) = line::key(text, first.clone())?;
    let behind = text[colon + 1..first.end].trim_start();
    if !(behind.is_empty() || behind.starts_with('#')) {
        return None;
    }
    let body = text.get(first.end..)?;
    let (head, _) = tree::read(&text[..first.end], place).ok()?;
    let inner = place.within(first.end);
    let fault = tree::read(body, inner).err()?;
    let value = region(body, inner, *fault, depth + 1, found)?;
    under(head?, value)
}

/// The mapping `head`, whose only key has no value yet, with `value` as that.
fn under(mut head: Node, value: Node) -> Option<Node> {
    head.span.end = value.span.end;
    let Value::Mapping(entries) = &mut head.value else {
        return None;
    };
    entries.first_mut()?.value = value;
    Some(head)
}

/// The blocks of a text: each begins at the first block's indentation with a dash or a key, and
/// reaches to the next. What stands before the first is a block of its own.
fn blocks(text: &str) -> Vec<Range<usize>> {
    let mut starts = Vec::new();
    let mut width = None;
    let mut at = 0;
    let mut ahead = None;
    for piece in text.split_inclusive('\n') {
        let line = at..at + piece.trim_end_matches(['\n', '\r']).len();
        let indent = line::indent(piece);
        let content = &text[line.start + indent.min(line.len())..line.end];
        let begins = line::is_item(content)
            || line::key(text, line.clone()).is_some()
            // Among keys, a line that lacks the space behind its colon is one as well.
            || (width == Some(indent) && mistake::key_without_space(content).is_some());
        if begins && width.is_none_or(|width| width == indent) {
            width = Some(indent);
            starts.push(at);
        } else if starts.is_empty()
            && ahead.is_none()
            && !content.is_empty()
            && !content.starts_with('#')
        {
            if content.starts_with(['[', '{', '"', '\'']) {
                // One value over several lines: its lines are no blocks.
                return std::iter::once(0..text.len()).collect();
            }
            ahead = Some(at);
        }
        at += piece.len();
    }
    let starts: Vec<_> = ahead.into_iter().chain(starts).collect();
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    starts
        .iter()
        .copied()
        .zip(ends)
        .map(|(start, end)| start..end)
        .collect()
}

/// One node of the nodes of blocks that stood side by side.
fn join(parts: Vec<Node>, found: &mut Findings) -> Option<Node> {
    let first = parts.first()?;
    let start = first.span;
    let end = parts.last().map_or(start.end, |part| part.span.end);
    let span = Span { end, ..start };
    let list = matches!(
        parts.iter().find(|part| !is_text(part))?.value,
        Value::Sequence(_)
    );
    let mut items = Vec::new();
    let mut entries: Vec<Entry> = Vec::new();
    let mut seen: BTreeMap<Arc<str>, Span> = BTreeMap::new();
    for part in parts {
        let (message, help) = match part.value {
            Value::Sequence(more) if list => {
                items.extend(more);
                continue;
            }
            Value::Mapping(more) if !list => {
                for entry in more {
                    if let Some(first) = seen.get(&entry.key.value) {
                        found.push(tree::duplicate(&entry.key, *first));
                    } else {
                        seen.insert(Arc::clone(&entry.key.value), entry.key.span);
                        entries.push(entry);
                    }
                }
                continue;
            }
            Value::Sequence(_) => (
                "a list item stands among keys",
                "indent it below its key, or take the dash away",
            ),
            Value::Mapping(_) => (
                "a key stands among list items",
                "begin the item with `- `, or indent the key as the other keys of its item",
            ),
            Value::Scalar(scalar) => {
                let line = scalar.text.lines().next().unwrap_or_default();
                found.push(mistake::not_a_key(line, part.span));
                continue;
            }
            Value::Null => continue,
        };
        found.push(Diagnostic::new(Code::YamlSyntax, part.span, message).help(help));
    }
    let value = if list {
        Value::Sequence(items)
    } else {
        Value::Mapping(entries)
    };
    Some(Node { value, span })
}

fn is_text(node: &Node) -> bool {
    matches!(node.value, Value::Scalar(_) | Value::Null)
}
