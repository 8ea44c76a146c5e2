//! Events of the parser to a tree, without recursion.

use std::{collections::BTreeMap, ops::Range, sync::Arc};

use granit_parser::{Event, Parser, ScalarStyle, Span as Mark};

use crate::{
    syntax::{
        Entry, Node, Scalar, Style, Value, hidden,
        yaml::{Place, digits, findings::Findings, line, mistake, scalar},
    },
    text::{Code, Diagnostic, Severity, Span, Spanned},
};

/// How deep lists and mappings may stand in one another.
const DEEPEST: usize = 32;

/// Why a piece of text gives no tree.
#[derive(Debug)]
pub(super) struct Fault {
    /// What stopped the reading.
    pub diagnostic: Diagnostic,
    /// What was found before that.
    pub found: Findings,
    /// What can be passed over, so that all around it is read.
    pub over: Option<Range<usize>>,
}

/// Reads one document from the whole of `text`.
pub(super) fn read(text: &str, place: Place) -> Result<(Option<Node>, Findings), Box<Fault>> {
    let options = granit_parser::options! {
        disallow_directives: true,
        emit_anchor_events: true,
        emit_comments: false,
        emit_unresolved_aliases: true,
        flow_nesting_limit: DEEPEST,
        block_nesting_limit: DEEPEST,
    };
    let mut tree = Tree {
        text,
        place,
        open: Vec::new(),
        root: None,
        last: 0,
        found: Findings::default(),
    };
    let mut documents = 0;
    for event in Parser::new_from_str_with_options(text, options) {
        if let Ok((Event::DocumentStart(..), mark)) = &event {
            documents += 1;
            if documents > 1 {
                let range = mark.byte_range().unwrap_or(tree.last..tree.last);
                tree.found.push(second_document(place.span(range)));
                break;
            }
        }
        let mut over = None;
        let step = match event {
            Ok((event, mark)) => tree.event(event, &mark),
            Err(error) => {
                let at = error.marker().byte_offset().unwrap_or(tree.last);
                let stuck = tree.stuck(line::floor(text, at));
                over = stuck.over();
                Err(stuck.explain(error.kind()))
            }
        };
        if let Err(diagnostic) = step {
            let found = tree.found;
            return Err(Box::new(Fault {
                diagnostic,
                found,
                over,
            }));
        }
    }
    Ok((tree.root, tree.found))
}

struct Tree<'a> {
    text: &'a str,
    place: Place,
    /// Collections that are not closed yet, outermost first.
    open: Vec<Open>,
    root: Option<Node>,
    /// The end of the last event that stands for text of its own.
    last: usize,
    found: Findings,
}

/// A collection that is not closed yet.
struct Open {
    start: usize,
    flow: bool,
    items: Items,
}

enum Items {
    Sequence(Vec<Node>),
    Mapping {
        entries: Vec<Entry>,
        seen: BTreeMap<Arc<str>, Span>,
        key: Key,
    },
}

/// What a mapping waits for.
enum Key {
    /// The next key.
    Awaited,
    /// The value of this key.
    Read(Spanned<Arc<str>>),
    /// The value of a key that was refused.
    Refused,
    /// Nothing: what ends here are the last digits of the number before it.
    Digits(Span),
}

impl Tree<'_> {
    fn event(&mut self, event: Event<'_>, mark: &Mark) -> Result<(), Diagnostic> {
        let range = mark.byte_range().unwrap_or(self.last..self.last);
        if event.tag().is_some() {
            let tag = mark.tag_span().and_then(|tag| tag.byte_range());
            let tag = tag.unwrap_or(range.start..range.start);
            let written = &self.text[tag.clone()];
            self.refuse(tag, &format!("the tag `{written}` is not read"), '!');
        }
        match event {
            Event::Scalar(text, style, ..) => {
                let node = self.scalar(&text, style, range.clone());
                self.last = range.end.max(self.last);
                self.finish(node);
            }
            Event::SequenceStart(..) => self.begin(range, Items::Sequence(Vec::new()))?,
            Event::MappingStart(..) => {
                let items = Items::Mapping {
                    entries: Vec::new(),
                    seen: BTreeMap::new(),
                    key: Key::Awaited,
                };
                self.begin(range, items)?;
            }
            Event::SequenceEnd | Event::MappingEnd => {
                if let Some(open) = self.open.pop() {
                    if open.flow {
                        self.last = range.end.max(self.last);
                    }
                    let node = self.close(open, range.end);
                    self.finish(node);
                }
            }
            Event::Alias(_) | Event::UnresolvedAlias(_) => {
                let written = &self.text[range.clone()];
                if self.is_sentence(&range) {
                    return Err(self.stuck(range.start).beginning());
                }
                let message = format!("the alias `{written}` is not read");
                self.refuse(range.clone(), &message, '*');
                self.last = range.end.max(self.last);
                if let Some(Open {
                    items: Items::Mapping { key, .. },
                    ..
                }) = self.open.last_mut()
                    && matches!(key, Key::Awaited)
                {
                    *key = Key::Refused;
                } else {
                    let span = self.place.span(range);
                    let value = Value::Null;
                    self.finish(Node { value, span });
                }
            }
            Event::Anchor(_, name) => {
                self.refuse(range, &format!("the anchor `&{name}` is not read"), '&');
            }
            _ => {}
        }
        Ok(())
    }

    /// Reports an anchor, alias, merge or tag.
    fn refuse(&mut self, range: Range<usize>, message: &str, sign: char) {
        let help = format!("write the value out; put a text that begins with `{sign}` in quotes");
        let span = self.place.span(range);
        self.found
            .push(Diagnostic::new(Code::YamlAlias, span, message).help(help));
    }

    fn begin(&mut self, range: Range<usize>, items: Items) -> Result<(), Diagnostic> {
        if self.open.len() >= DEEPEST {
            return Err(too_deep(self.place, range));
        }
        let flow = !range.is_empty();
        self.last = range.end.max(self.last);
        self.open.push(Open {
            start: range.start,
            flow,
            items,
        });
        Ok(())
    }

    fn stuck(&self, at: usize) -> mistake::Stuck<'_> {
        mistake::Stuck {
            text: self.text,
            place: self.place,
            at,
            last: self.last,
            bracket: self.bracket(),
        }
    }

    /// Whether an alias is one to the parser alone: text in bold, or a list with asterisks.
    fn is_sentence(&self, alias: &Range<usize>) -> bool {
        let name = &self.text[alias.start + 1..alias.end];
        let behind = self.text[alias.end..].trim_start_matches([' ', '\t']);
        let ends = ['\r', '\n', ',', ']', '}', ':', '#'];
        name.contains('*') || !(behind.is_empty() || behind.starts_with(ends))
    }

    /// The innermost bracket or brace that is open.
    fn bracket(&self) -> Option<usize> {
        let open = self.open.iter().rev().find(|open| open.flow);
        open.map(|open| open.start)
    }

    fn scalar(&mut self, text: &str, style: ScalarStyle, range: Range<usize>) -> Node {
        // The parser writes `~` for a value that is not there.
        let absent = range.is_empty() && style == ScalarStyle::Plain;
        let text = if absent { "" } else { text };
        let written = &self.text[range.clone()];
        let trimmed = match style {
            ScalarStyle::Literal | ScalarStyle::Folded => written.trim_end(),
            _ => written,
        };
        let span = self.place.span(range.start..range.start + trimmed.len());
        if style == ScalarStyle::DoubleQuoted {
            self.escaped(range.clone());
        }
        let style = match style {
            ScalarStyle::Plain => {
                self.swallowed(range.clone());
                self.cut_short(text, range.end);
                scalar::resolve(text)
            }
            ScalarStyle::SingleQuoted | ScalarStyle::DoubleQuoted => Some(Style::Quoted),
            ScalarStyle::Literal | ScalarStyle::Folded => Some(Style::Block),
        };
        if style != Some(Style::Quoted) {
            let Place { source, base } = self.place.within(range.start);
            let separators = hidden::report(
                written,
                source,
                base,
                Code::YamlSyntax,
                hidden::is_separator,
            );
            self.found.extend(separators);
        }
        let value = style.map_or(Value::Null, |style| {
            // What an escape stands for is reported, and goes no further.
            let text = hidden::blanked(text, hidden::is_control).into();
            Value::Scalar(Scalar { text, style })
        });
        Node { value, span }
    }

    /// Reports escapes in double quotes that stand for characters that no page can hold.
    fn escaped(&mut self, range: Range<usize>) {
        let Place { source, base } = self.place.within(range.start);
        let found = hidden::report_escapes(&self.text[range], source, base);
        self.found.extend(found);
    }

    /// Warns of a `#` that stands as in `We are #1`: YAML takes it for the beginning of a remark, and
    /// the text ends before it. A remark has a blank behind its `#`.
    fn cut_short(&mut self, text: &str, end: usize) {
        let behind = &self.text[end..line::around(self.text, end).end];
        let remark = behind.trim_start_matches([' ', '\t']);
        let word = remark.strip_prefix('#').unwrap_or_default();
        let prose = text.contains(' ') && behind.len() > remark.len();
        if prose && word.starts_with(char::is_alphanumeric) {
            let start = end + behind.len() - remark.len();
            let length = word.find(char::is_whitespace).unwrap_or(word.len());
            let range = start..start + '#'.len_utf8() + length;
            let message = format!(
                "the text ends before `{}`, because `#` begins a remark in YAML",
                &self.text[range.clone()]
            );
            let warning = Diagnostic::new(Code::YamlSyntax, self.place.span(range), message).help(
                "put the whole text in quotes; where this is a remark, put a space behind `#`",
            );
            self.found.push(Diagnostic {
                severity: Severity::Warning,
                ..warning
            });
        }
    }

    /// Reports lines of a plain scalar that look like list items: YAML takes them for text.
    fn swallowed(&mut self, range: Range<usize>) {
        let mut start = range.start;
        for line in self.text[range].split_inclusive('\n') {
            let dash = start + line::indent(line);
            if line::is_item(line.trim_start_matches(' ')) {
                let span = self.place.span(dash..dash + 1);
                let message = "this list item is indented deeper than the text above it, so YAML \
                               reads it as part of that text";
                let diagnostic = Diagnostic::new(Code::YamlSyntax, span, message)
                    .help("give it as many spaces as the other items, or put the text in quotes");
                self.found.push(diagnostic);
            }
            start += line.len();
        }
    }

    /// The node of a collection whose closing event ends at `end`.
    fn close(&self, open: Open, end: usize) -> Node {
        let last = |span: Option<Span>| span.map(|span| span.end as usize - self.place.base);
        let (value, last) = match open.items {
            Items::Sequence(items) => {
                let end = last(items.last().map(|item| item.span));
                (Value::Sequence(items), end)
            }
            Items::Mapping { entries, .. } => {
                let end = last(entries.last().map(|entry| entry.value.span));
                (Value::Mapping(entries), end)
            }
        };
        // A block collection ends with its last value; the event stands behind blank lines.
        let end = if open.flow {
            end
        } else {
            last.unwrap_or(open.start).max(open.start)
        };
        Node {
            value,
            span: self.place.span(open.start..end),
        }
    }

    /// Gives a whole node to the collection it stands in.
    fn finish(&mut self, node: Node) {
        let Some(open) = self.open.last_mut() else {
            self.root = Some(node)
                .filter(|node| node.value != Value::Null || !node.span.range().is_empty());
            return;
        };
        let flow = open.flow;
        match &mut open.items {
            Items::Sequence(items) => items.push(node),
            Items::Mapping { entries, seen, key } => {
                *key = match std::mem::replace(key, Key::Awaited) {
                    Key::Awaited
                        if flow && digits::go_on(entries, &node, self.text, self.place) =>
                    {
                        Key::Digits(node.span)
                    }
                    Key::Digits(digits) => {
                        digits::join(entries, digits, self.text, self.place);
                        Key::Awaited
                    }
                    Key::Awaited => match key_of(&node) {
                        Ok(read) => match seen.get(&read.value) {
                            None => {
                                seen.insert(Arc::clone(&read.value), read.span);
                                Key::Read(read)
                            }
                            Some(first) => {
                                self.found.push(duplicate(&read, *first));
                                Key::Refused
                            }
                        },
                        Err(diagnostic) => {
                            self.found.push(diagnostic);
                            Key::Refused
                        }
                    },
                    Key::Read(key) => {
                        let value = node;
                        entries.push(Entry { key, value });
                        Key::Awaited
                    }
                    Key::Refused => Key::Awaited,
                };
            }
        }
    }
}

/// The finding for a key that stands twice; the first is kept.
pub(super) fn duplicate(key: &Spanned<Arc<str>>, first: Span) -> Diagnostic {
    let message = format!("the key `{}` stands twice", key.value);
    Diagnostic::new(Code::DuplicateKey, key.span, message)
        .help("take one of the two out, or give it its right name")
        .label(first, "it stands here first")
}

fn second_document(span: Span) -> Diagnostic {
    let message = "a second YAML document begins here, and only the first is read";
    Diagnostic::new(Code::YamlSyntax, span, message)
        .help("take this line out, or put a text that is meant to read so in quotes")
}

/// The finding for a collection that stands in too many others.
pub(super) fn too_deep(place: Place, range: Range<usize>) -> Diagnostic {
    let message = format!("lists and keys stand in one another more than {DEEPEST} deep");
    Diagnostic::new(Code::TooDeep, place.span(range), message)
        .help("nothing here is read so deep; look for brackets that should be in quotes")
}

/// The key that a node is, or why it is none.
fn key_of(node: &Node) -> Result<Spanned<Arc<str>>, Diagnostic> {
    let fault =
        |code, message: &str, help: &str| Err(Diagnostic::new(code, node.span, message).help(help));
    match &node.value {
        Value::Scalar(scalar) if &*scalar.text == "<<" && scalar.style == Style::Plain => fault(
            Code::YamlAlias,
            "the merge key `<<` is not read",
            "write the keys and values out",
        ),
        Value::Scalar(scalar) => Ok(Spanned::new(Arc::clone(&scalar.text), node.span)),
        Value::Null => fault(
            Code::YamlSyntax,
            "there is no key before the colon",
            "write a key before it, or put a text that begins with a colon in quotes",
        ),
        Value::Sequence(_) | Value::Mapping(_) => fault(
            Code::YamlSyntax,
            "a key must be a word, not a list or a mapping",
            "put a text that begins with a bracket or brace in quotes",
        ),
    }
}
