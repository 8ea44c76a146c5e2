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

/// What a page shows that the key explains.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Explained {
    /// Ratings of measures, or that the site shows none.
    pub ratings: bool,
    /// Judgements on objectives or actions.
    pub judgements: bool,
}

impl Explained {
    /// Whether there is a key at all.
    pub fn any(self) -> bool {
        self.ratings || self.judgements
    }
}

/// The key to what a page shows.
pub(super) fn key(here: &Here<'_>, explained: Explained) -> KeyView {
    let settings = &here.context.model.settings.rag;
    let hidden = settings.show == RagShow::None;
    // A rating that the organisation states comes from no rule.
    let whose = match settings.show {
        RagShow::Stated => "stated-",
        RagShow::Calculated | RagShow::Both | RagShow::None => "",
    };
    let rating = |rating: Rating| KeyEntry {
        status: rating.as_str(),
        word: here.lexicon.rating(rating),
        text: here.word(&format!("key-{whose}{}", rating.as_str())),
    };
    let judgement = |judgement: Judgement| {
        let Badge { status, word } = judged(here, Some(judgement));
        KeyEntry {
            text: here.word(&format!("key-{status}")),
            status,
            word,
        }
    };
    let ratings = Rating::ALL
        .into_iter()
        .filter(|_| explained.ratings && !hidden);
    // The best first, as the ratings are.
    let judgements = Judgement::ALL.iter().rev().copied();
    let judgements = judgements.filter(|_| explained.judgements);
    KeyView {
        rag: ratings.map(rating).collect(),
        notes: match (explained.ratings, hidden) {
            (false, _) => Vec::new(),
            (true, true) => vec![here.word("reason-hidden")],
            (true, false) => notes(here),
        },
        judgement: judgements.map(judgement).collect(),
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
