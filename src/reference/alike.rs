//! Whether two models of one site have the same names in the same places.
//!
//! What can be referred to, the golden thread, the order of reading and every address follow from
//! names alone. Where two models are alike in them, what was made of the first serves the second: a
//! figure or a text that changes changes none of it. Whoever makes more of a model's names and keeps
//! it looks here first.

use std::sync::Arc;

use crate::{
    model::{Action, Common, Measure, Model, Objective, Page, Report, Section},
    reference::chart::is_charted,
    text::Spanned,
};

/// Whether everything in `one` that has a name, and everything that names something, is in `other`
/// too, in the same place; and whether both were read without an error.
///
/// Objectives that were kept from one load to the next are not looked into, so that this takes no
/// longer than there are objectives.
pub fn is_named_alike(one: &Model, other: &Model) -> bool {
    one.faults.is_empty()
        && other.faults.is_empty()
        && one.settings == other.settings
        && pages(&one.home, &other.home)
        && all(&one.pages, &other.pages, pages)
        && one.frameworks == other.frameworks
        && one.guidance == other.guidance
        && one.assets == other.assets
        && all(&one.reports, &other.reports, reports)
        && all(&one.withheld, &other.withheld, |one, other| {
            let ends = |report: &Report| report.embargo.as_ref().map(|embargo| embargo.value);
            reports(one, other) && ends(one) == ends(other)
        })
}

fn all<T>(one: &[T], other: &[T], alike: impl Fn(&T, &T) -> bool) -> bool {
    one.len() == other.len() && one.iter().zip(other).all(|(one, other)| alike(one, other))
}

fn pages(one: &Page, other: &Page) -> bool {
    one.path == other.path
        && one.span.source == other.span.source
        && common(&one.common, &other.common)
}

fn reports(one: &Report, other: &Report) -> bool {
    one.id == other.id
        && one.span.source == other.span.source
        && one.period.value == other.period.value
        && one.status.value == other.status.value
        && one.embargoed == other.embargoed
        && one.evaluations == other.evaluations
        && all(&one.sections, &other.sections, sections)
        && common(&one.common, &other.common)
        && all(&one.objectives, &other.objectives, |one, other| {
            Arc::ptr_eq(one, other) || objectives(one, other)
        })
}

fn objectives(one: &Objective, other: &Objective) -> bool {
    one.id == other.id
        && one.span.source == other.span.source
        && all(&one.serves, &other.serves, values)
        && one.evaluations == other.evaluations
        && all(&one.sections, &other.sections, sections)
        && common(&one.common, &other.common)
        && all(&one.actions, &other.actions, actions)
        && all(&one.measures, &other.measures, measures)
}

fn actions(one: &Action, other: &Action) -> bool {
    one.id.value == other.id.value
        && one.complete.is_some() == other.complete.is_some()
        && one.is_cancelled() == other.is_cancelled()
        && all(&one.measures, &other.measures, values)
        && all(&one.fulfils, &other.fulfils, values)
        && common(&one.common, &other.common)
}

fn measures(one: &Measure, other: &Measure) -> bool {
    one.id.value == other.id.value
        && one.group == other.group
        && is_charted(one) == is_charted(other)
        && all(&one.replaces, &other.replaces, values)
        && common(&one.common, &other.common)
}

fn sections(one: &Section, other: &Section) -> bool {
    one.role == other.role
}

fn common(one: &Common, other: &Common) -> bool {
    let slugs = one.slug.iter().zip(&other.slug);
    one.unread == other.unread
        && all(&one.aliases, &other.aliases, values)
        && one.slug.len() == other.slug.len()
        && slugs
            .into_iter()
            .all(|((language, slug), (other_language, other_slug))| {
                language == other_language && slug.value == other_slug.value
            })
}

fn values<T: PartialEq>(one: &Spanned<T>, other: &Spanned<T>) -> bool {
    one.value == other.value
}
