//! Every link and image of the content, with what it leads to.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    check::Passage,
    reference::{Problem, References, Target},
    syntax::{Reference, ReferenceKind, references},
    text::{Sources, Span},
};

/// A link or image.
pub struct Link<'a> {
    /// How it is written.
    pub reference: Reference,
    /// The text that it stands in.
    pub passage: Passage<'a>,
    /// What it leads to or shows, or why it does not.
    pub target: Result<Target, Problem>,
}

impl<'a> Link<'a> {
    /// The links and images of these texts, in their order.
    pub fn all(passages: &[Passage<'a>], names: &References<'_>) -> Vec<Self> {
        let all = passages.par_iter().map(|passage| {
            // Most texts hold neither; only those that may are parsed.
            let text = passage.text;
            if !text.contains("](") && !text.contains("]:") && !text.contains('<') {
                return Vec::new();
            }
            // The same name is often referred to again and again in one text.
            let mut known = BTreeMap::new();
            let link = |reference: Reference| {
                let image = reference.kind == ReferenceKind::Image;
                let target = known
                    .entry((image, reference.target.clone()))
                    .or_insert_with_key(|(image, target)| match image {
                        true => names.image(&passage.origin, target),
                        false => names.link(&passage.origin, target),
                    });
                Self {
                    target: target.clone(),
                    passage: *passage,
                    reference,
                }
            };
            references(text).into_iter().map(link).collect()
        });
        all.collect::<Vec<_>>().into_iter().flatten().collect()
    }

    /// Where the target is written, else the whole link or image.
    pub fn place(&self, sources: &Sources) -> Span {
        let range = self.reference.target_range.clone();
        let range = range.unwrap_or_else(|| self.reference.range.clone());
        self.passage.place(range, sources)
    }

    /// The whole link or image.
    pub fn whole(&self, sources: &Sources) -> Span {
        self.passage.place(self.reference.range.clone(), sources)
    }
}
