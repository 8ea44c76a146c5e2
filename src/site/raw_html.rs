//! What is taken out of raw HTML in Markdown.

use std::collections::BTreeMap;

use rayon::prelude::*;

use crate::{
    check::{Passage, Written},
    model::Model,
    prose::{self, Ids, Options, Resolved, Words},
    text::{Diagnostic, Diagnostics},
};

/// Every piece of raw HTML in `passages`, the texts of `model`, that pages will not show, at its place
/// in the Markdown. None where the site trusts its HTML.
pub fn raw_html(model: &Model, passages: &[Passage<'_>]) -> Diagnostics {
    if model.settings.trusted_html {
        return Diagnostics::new();
    }
    // Only a text with an angle bracket can hold a tag, and few do.
    let suspects = passages
        .par_iter()
        .filter(|passage| passage.text.contains('<'));
    suspects
        .flat_map_iter(|passage| removed(passage, model))
        .collect::<Vec<_>>()
        .into_iter()
        .collect()
}

fn removed(passage: &Passage<'_>, model: &Model) -> Vec<Diagnostic> {
    let words = Words {
        table: "",
        footnotes: "",
        footnote: "",
        back: "",
    };
    let options = Options {
        numbered: None,
        first_level: 2,
        trusted: false,
        words,
        named: &BTreeMap::new(),
    };
    let mut resolve = |_: &_| Resolved::Unknown;
    let rendered = match passage.written {
        Written::File(_) => prose::html(passage.text, &options, &mut Ids::new(), &mut resolve),
        Written::Value(_) => prose::inline(passage.text, &options, &mut resolve),
    };
    let place = |removed: &prose::Removed| passage.place(removed.range.clone(), &model.sources);
    let removed = rendered.removed.iter();
    removed
        .map(|removed| removed.diagnostic(place(removed)))
        .collect()
}
