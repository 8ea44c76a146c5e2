//! One YAML document to a [`Node`].
//!
//! `granit-parser` says where everything stands; `serde_yaml` decides what a plain scalar is and
//! has the last word on whether a document is YAML at all.

mod bracket;
mod digits;
mod findings;
mod line;
mod mistake;
mod recover;
mod scalar;
#[cfg(test)]
mod tests;
mod tree;
mod unseen;

use std::ops::Range;

use crate::{
    syntax::{Node, hidden},
    text::{Code, SourceId, Sources, Span, Warned},
};

/// Where a piece of YAML stands in its source.
#[derive(Clone, Copy, Debug)]
struct Place {
    source: SourceId,
    /// The byte of the source that the piece begins at.
    base: usize,
}

impl Place {
    fn span(self, range: Range<usize>) -> Span {
        Span::new(self.source, self.base + range.start, self.base + range.end)
    }

    fn within(self, start: usize) -> Self {
        Self {
            base: self.base + start,
            ..self
        }
    }
}

/// Reads the one YAML document in `range` of a source: a whole file, or its front matter.
///
/// `None` is an empty document, or one of which nothing could be read. Every fault is reported at
/// once: where the document is not YAML, its list items and keys are read one by one, and what is
/// sound among them is kept.
///
/// A range past the end or not on character boundaries is read as far as it is in the text.
pub fn yaml(sources: &Sources, source: SourceId, range: Range<usize>) -> Warned<Option<Node>> {
    let whole = sources.get(source).text();
    let mut start = range.start.min(whole.len());
    let text = whole.get(start..range.end.min(whole.len()));
    let mut text = text.unwrap_or_default();
    if start == 0
        && let Some(rest) = text.strip_prefix('\u{feff}')
    {
        text = rest;
        start = '\u{feff}'.len_utf8();
    }
    let place = Place {
        source,
        base: start,
    };
    let mut findings = findings::Findings::default();
    findings.extend(hidden::report(
        text,
        source,
        start,
        Code::YamlSyntax,
        hidden::is_control,
    ));
    let text = hidden::blanked(text, hidden::is_control);
    let value = match tree::read(&text, place) {
        Ok((node, found)) => {
            findings.extend(found);
            if findings.is_empty() {
                findings.extend(scalar::second_opinion(&text, place));
            }
            node
        }
        Err(fault) => {
            let (node, found) = recover::document(&text, place, *fault);
            let unseen = unseen::find(&text, place);
            findings.extend(found.into_iter().filter(|found| {
                let at = (found.span.start as usize).saturating_sub(start);
                found.code != Code::YamlSyntax || !unseen::explains(&unseen, &text, at)
            }));
            findings.extend(unseen.into_iter().map(|(_, fault)| fault));
            node
        }
    };
    let diagnostics = findings.into_diagnostics();
    Warned { value, diagnostics }
}
