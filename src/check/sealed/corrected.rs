//! Which changes of a sealed report its corrections account for.

use std::{
    borrow::Cow,
    collections::{BTreeMap, BTreeSet},
};

use crate::{
    check::{
        Subject,
        numbers::{numbers, signed},
        sealed::record::{
            CORRECTION, LEVEL, NOTHING, REPORT, Said, correction_name, mapped, now, same, was,
        },
    },
    model::{Correction, Decimal, Model},
    reference::{Spot, Target},
};

/// The figures that a correction may be about by their own names. What else a measure says follows
/// from them, or stands beside them. The first is what a correction of a measure as a whole is of.
const FIGURES: [&str; 4] = ["actual", "target", "intervention", "previous"];

/// The corrections of a report that were made since it was sealed.
pub(super) struct Corrected<'s, 'a> {
    /// What was sealed, by the names of now.
    sealed: BTreeMap<String, &'a str>,
    said: &'s BTreeMap<String, Said>,
    /// In the order of their dates, each with the name of what it is about.
    corrections: Vec<(String, &'a Correction)>,
    /// The names of the ratings and polarities that the organisation states.
    stated: BTreeSet<String>,
    subject: &'s Subject<'a>,
}

impl<'s, 'a> Corrected<'s, 'a> {
    /// Those of the report at `at`, which says `said` now and of which `renamed` has another name.
    pub(super) fn of(
        subject: &'s Subject<'a>,
        at: usize,
        said: &'s BTreeMap<String, Said>,
        renamed: &BTreeMap<String, String>,
    ) -> Self {
        let model = subject.model;
        let report = &model.reports[at];
        let sealed = report.sealed.iter();
        let sealed = sealed.map(|(name, text)| (mapped(name, renamed), &*text.value));
        let sealed: BTreeMap<_, _> = sealed.collect();
        let mut known: BTreeMap<&str, usize> = BTreeMap::new();
        for name in sealed.keys().filter(|name| name.starts_with(CORRECTION)) {
            let name = name.split_once('#').map_or(&**name, |(name, _)| name);
            *known.entry(name).or_default() += 1;
        }
        let mut corrections = Vec::new();
        for correction in &report.corrections {
            if let Some(left) = known.get_mut(&*correction_name(correction, renamed))
                && *left > 0
            {
                *left -= 1;
                continue;
            }
            if let Some(name) = about(subject, at, correction) {
                corrections.push((name, correction));
            }
        }
        corrections.sort_by_key(|(_, correction)| correction.date.value);
        let measures = report
            .objectives
            .iter()
            .flat_map(|objective| &objective.measures);
        let stated = measures.flat_map(|measure| {
            let rating = measure.rag.as_ref().map(|_| "rating");
            let polarity = measure.polarity.as_ref().map(|_| "polarity");
            let fields = rating.into_iter().chain(polarity);
            fields.map(|field| format!("measure:{}.{field}", measure.id.value))
        });
        Self {
            sealed,
            said,
            corrections,
            stated: stated.collect(),
            subject,
        }
    }

    /// Whether the corrections account for what is said now under `name`, which was sealed as
    /// `sealed`.
    pub(super) fn accept(&self, name: &str, sealed: &str, now: &str) -> bool {
        match name.split_once('.') {
            None if name.starts_with(CORRECTION) => false,
            None => self.leads(name, sealed, now),
            Some((_, "period")) => false,
            Some((_, field)) if FIGURES.contains(&field) => self.leads(name, sealed, now),
            Some((whole, "updated")) if whole == REPORT => self.bare(whole) || self.is_of(now),
            Some((whole, "rating-reason")) => self.speak_of_all(whole),
            Some((whole, "rating")) => {
                self.speak_of_all(whole) || (!self.stated.contains(name) && self.follows(whole))
            }
            Some((whole, field)) if follows_from_figures(field) => {
                self.bare(whole) || (!self.stated.contains(name) && self.follows(whole))
            }
            Some((whole, field)) if is_told_in_words(field) => self.tell(whole, [sealed, now]),
            Some((whole, _)) => self.bare(whole),
        }
    }

    /// Whether any of them is about this, so that it may have been added.
    pub(super) fn speak_of(&self, whole: &str) -> bool {
        let mut corrections = self.corrections.iter();
        corrections.any(|(about, _)| about.split('.').next() == Some(whole))
    }

    /// Whether the corrections lead from what was sealed under `name` to what is said now. Those of
    /// one day stand in the order in which one goes on from the other.
    fn leads(&self, name: &str, sealed: &str, now_said: &str) -> bool {
        let whole = name.split('.').next().unwrap_or(name);
        // Of an objective or action as a whole it may be anything.
        let about = |of: &str| given_of(of) == name || (of == whole && !of.starts_with("measure:"));
        let mut open: Vec<_> = self
            .corrections
            .iter()
            .filter(|(of, correction)| about(of) && !is_bare(correction))
            .map(|(_, correction)| *correction)
            .collect();
        let mut stands = sealed.to_owned();
        while let Some(day) = open.first().map(|correction| correction.date.value) {
            let fits = |correction: &&Correction| {
                correction.date.value == day
                    && (correction.withdraws() || same(&was(correction), &stands))
            };
            match open.iter().position(fits) {
                Some(at) => stands = now(open.remove(at)),
                None => open.retain(|correction| correction.date.value != day),
            }
        }
        same(&stands, now_said)
    }

    /// Whether a figure of `whole` was put right, so that what follows from it changed too.
    fn follows(&self, whole: &str) -> bool {
        let mut figures = FIGURES.iter().map(|field| format!("{whole}.{field}"));
        figures.any(|name| {
            let (Some(sealed), Some(said)) = (self.sealed.get(&name), self.said.get(&name)) else {
                return false;
            };
            !same(sealed, &said.text) && self.leads(&name, sealed, &said.text)
        })
    }

    /// Whether a correction of `whole` without figures says that something else of it was put right.
    fn bare(&self, whole: &str) -> bool {
        let mut corrections = self.corrections.iter();
        corrections.any(|(about, correction)| about == whole && is_bare(correction))
    }

    /// Whether the reason of such a correction gives readers the numbers that were sealed and those of now, in
    /// each of its languages. What is withdrawn is not told again.
    fn tell(&self, whole: &str, [sealed, now]: [&str; 2]) -> bool {
        let all = |text: &str| -> BTreeSet<Decimal> {
            let found = numbers(text).into_iter();
            let found = found.map(|at| &text[signed(text, at)]);
            let plain = found.map(|number| number.replace(',', "").replace('\u{2212}', "-"));
            plain.filter_map(|number| number.parse().ok()).collect()
        };
        let mut needed = all(now);
        if now != "[c]" {
            needed.extend(all(sealed));
        }
        let told = |correction: &Correction| {
            let mut languages = self.subject.model.languages().iter();
            languages.all(|language| {
                let reason = correction.reason.exact(language);
                let lexicon = self.subject.wording.language(language);
                reason.is_none_or(|reason| {
                    needed.is_subset(&all(&lexicon.plain_signs(&reason.value)))
                })
            })
        };
        let mut corrections = self.corrections.iter();
        corrections
            .any(|(about, correction)| about == whole && is_bare(correction) && told(correction))
    }

    /// Whether a correction is of `whole`, not of one of its figures.
    fn speak_of_all(&self, whole: &str) -> bool {
        self.corrections.iter().any(|(about, _)| about == whole)
    }

    /// Whether any of them was made on this day.
    fn is_of(&self, day: &str) -> bool {
        let mut corrections = self.corrections.iter();
        corrections.any(|(_, correction)| correction.date.value.to_string() == day)
    }
}

/// Whether this is a number that no correction can be about by its own name, so that its reason says what
/// it was and what it is now.
pub(super) fn is_told_in_words(field: &str) -> bool {
    let kinds = ["comparator:", "history", LEVEL];
    kinds.iter().any(|kind| field.starts_with(kind)) || matches!(field, "rank" | "complete")
}

/// Whether this is the name of a figure that a correction may be about.
pub(super) fn is_figure(name: &str) -> bool {
    let field = name.split_once('.').map(|(_, field)| field);
    name.starts_with("measure:") && field.is_some_and(|field| FIGURES.contains(&field))
}

/// The name of what a correction about `about` gives as it was and as it is now: of a measure as a whole
/// that is its actual.
pub(in crate::check) fn given_of(about: &str) -> Cow<'_, str> {
    if about.starts_with("measure:") && !about.contains('.') {
        Cow::Owned(format!("{about}.{}", FIGURES[0]))
    } else {
        Cow::Borrowed(about)
    }
}

/// Whether this of a measure follows from its figures, besides the rating.
pub(super) fn follows_from_figures(field: &str) -> bool {
    matches!(field, "direction" | "change" | "polarity") || field.ends_with("-fraction")
}

/// Whether a correction gives no figure and no judgement.
pub(in crate::check) fn is_bare(correction: &Correction) -> bool {
    let nothing = |text: String| NOTHING.contains(&&*text);
    nothing(was(correction)) && nothing(now(correction))
}

/// The name in the record of the report at `at` of what a correction of it is about.
pub(in crate::check) fn about(
    subject: &Subject<'_>,
    at: usize,
    correction: &Correction,
) -> Option<String> {
    let target = subject.references.about(at, correction)?;
    name(subject.model, at, &target)
}

fn name(model: &Model, at: usize, target: &Target) -> Option<String> {
    let objective = |objective: usize| &model.reports[at].objectives[objective];
    Some(match target {
        Target::Figure(figure) if figure.at.report == at => {
            let found = &objective(figure.at.objective).measures[figure.at.measure];
            format!("measure:{}.{}", found.id.value, figure.field.as_str())
        }
        Target::Spot(Spot::Row(row), _) if row.report == at => {
            let found = &objective(row.objective).measures[row.measure];
            format!("measure:{}", found.id.value)
        }
        Target::Spot(Spot::Report(report), _) if *report == at => REPORT.to_owned(),
        Target::Spot(Spot::Objective(report, found), _) if *report == at => {
            format!("objective:{}", objective(*found).id)
        }
        Target::Spot(Spot::Action(report, found, action), _) if *report == at => {
            let objective = objective(*found);
            let action = &objective.actions[*action];
            format!("action:{}/{}", objective.id, action.id.value)
        }
        _ => return None,
    })
}
