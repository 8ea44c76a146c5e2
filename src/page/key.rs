//! The key: what ratings and judgements mean on this site.

use crate::{
    facts::Rating,
    model::{AtTarget, Judgement, RagShow},
    page::{
        counts::judged,
        here::Here,
        view::{Badge, KeyEntry, KeyView},
    },
};

/// The key to the ratings, and to the judgements where the page shows any.
pub(super) fn key(here: &Here<'_>, judgements: bool) -> KeyView {
    let settings = &here.context.model.settings.rag;
    let hidden = settings.show == RagShow::None;
    let rating = |rating: Rating| KeyEntry {
        status: rating.as_str(),
        word: here.lexicon.rating(rating),
        text: here.word(&format!("key-{}", rating.as_str())),
    };
    let judgement = |judgement: Option<Judgement>| {
        let Badge { status, word } = judged(here, judgement);
        KeyEntry {
            text: here.word(&format!("key-{status}")),
            status,
            word,
        }
    };
    KeyView {
        rag: if hidden {
            Vec::new()
        } else {
            Rating::ALL.map(rating).into()
        },
        notes: if hidden {
            vec![here.word("reason-hidden")]
        } else {
            notes(here)
        },
        judgement: if judgements {
            // The best first, as the ratings are.
            let judged = Judgement::ALL.iter().rev().copied().map(Some);
            judged.map(judgement).collect()
        } else {
            Vec::new()
        },
    }
}

fn notes(here: &Here<'_>) -> Vec<String> {
    let settings = &here.context.model.settings.rag;
    let basis = match settings.show {
        RagShow::Stated => "key-basis-stated",
        RagShow::Both => "key-basis-both",
        RagShow::Calculated | RagShow::None => "key-basis-calculated",
    };
    let tie = |tie: AtTarget| tie.as_str();
    let ties = [
        ("at-target", tie(settings.at_target).into()),
        ("at-intervention", tie(settings.at_intervention).into()),
    ];
    let alone = match settings.tolerance {
        None => here.word("key-no-intervention"),
        Some(tolerance) => {
            let number = here
                .lexicon
                .number(tolerance, tolerance.normalize().scale());
            here.phrase("key-tolerance", &[("tolerance", number.into())])
        }
    };
    vec![here.word(basis), here.phrase("key-ties", &ties), alone]
}
