//! Every link and image of the content, with what it leads to.

use std::{collections::BTreeMap, sync::Arc};

use rayon::prelude::*;

use crate::{
    check::{Passage, Written},
    reference::{Problem, References, Target},
    syntax::{Reference, ReferenceKind},
    text::{Sources, Span},
};

/// A link or image.
pub struct Link<'a> {
    /// How it is written.
    pub reference: Arc<Reference>,
    /// The text that it stands in.
    pub passage: Passage<'a>,
    /// Whether it is a name by itself, outside any text: evidence of an evaluation, or what a correction
    /// is about. Nobody reads its words.
    pub bare: bool,
    /// What it leads to or shows, or why it does not.
    pub target: Result<Target, Problem>,
}

impl<'a> Link<'a> {
    /// The links and images of these texts, which are `led` text by text, in their order.
    pub fn all(
        passages: &[Passage<'a>],
        led: &[Vec<Arc<Reference>>],
        names: &References<'_>,
    ) -> Vec<Self> {
        let all = passages.par_iter().zip(led).map(|(passage, led)| {
            // The same name is often referred to again and again in one text.
            let mut known = BTreeMap::new();
            let links = led.iter().map(|reference| {
                let image = reference.kind == ReferenceKind::Image;
                let target = known
                    .entry((image, reference.target.as_str()))
                    .or_insert_with_key(|(image, target)| match image {
                        true => names.image(&passage.origin, target),
                        false => names.link(&passage.origin, target),
                    });
                Self {
                    target: target.clone(),
                    passage: *passage,
                    bare: false,
                    reference: Arc::clone(reference),
                }
            });
            links.collect::<Vec<_>>()
        });
        all.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    /// Names by themselves, each of them the whole of a passage.
    pub fn bare(names: &[Passage<'a>], references: &References<'_>) -> Vec<Self> {
        let links = names.iter().map(|passage| Self {
            target: references.link(&passage.origin, passage.text),
            passage: *passage,
            bare: true,
            reference: Arc::new(Reference {
                kind: ReferenceKind::Link,
                target: passage.text.to_owned(),
                title: String::new(),
                text: passage.text.to_owned(),
                range: 0..passage.text.len(),
                target_range: None,
            }),
        });
        links.collect()
    }

    /// Where the target is written, else the whole link or image.
    pub fn place(&self, sources: &Sources) -> Span {
        if let (true, Written::Value(span)) = (self.bare, self.passage.written) {
            return span;
        }
        let range = self.reference.target_range.clone();
        let range = range.unwrap_or_else(|| self.reference.range.clone());
        self.passage.place(range, sources)
    }

    /// The whole link or image.
    pub fn whole(&self, sources: &Sources) -> Span {
        self.passage.place(self.reference.range.clone(), sources)
    }
}
