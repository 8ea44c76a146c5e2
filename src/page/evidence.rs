//! Evidence of self-evaluations, followed both ways: what shows an answer, and the evaluations that stand
//! on something.

use std::{cmp::Reverse, collections::BTreeSet};

use serde::Serialize;

use crate::{
    page::{
        evaluation::evaluation_link,
        here::{Here, own},
        part::part_of,
        report_lists::report_link,
        target::target_link,
        view::{LinkOfEdition, LinkView, TextView},
    },
    reference::{Spot, Target},
    text::escaped,
    thread::{EvaluationAt, TieKind},
};

/// A link that names the edition that it leads to where that is another one than the page's.
#[derive(Clone, Debug, Serialize)]
pub struct EvidenceLink {
    /// The link.
    #[serde(flatten)]
    pub link: LinkView,
    /// The other edition.
    pub edition: Option<TextView>,
}

/// What shows the answer to a question, from 0, for a page of the evaluation's edition.
pub(super) fn evidence(here: &Here<'_>, of: EvaluationAt, question: usize) -> Vec<EvidenceLink> {
    let spot = Spot::Evaluation(of.0, of.1, of.2);
    let ties = here.context.index.thread().from(&spot, TieKind::Evidence);
    let own_ties = ties.filter(|tie| tie.question == Some(question));
    let links = own_ties.map(|tie| {
        // What leads out of the site has no other words.
        let mut link = target_link(here, &tie.to, "").unwrap_or_else(|| LinkView {
            href: tie.written.to_string(),
            text: own(tie.written.to_string()),
        });
        if let Target::Spot(spot, Some(anchor)) = &tie.to {
            link.text = part_of(here, &link.text, spot, anchor);
        }
        // A report's words are its name, and so are those of its evaluations.
        let edition = match &tie.to {
            Target::Spot(Spot::Report(_) | Spot::Evaluation(_, None, _) | Spot::Thread(_), _) => {
                None
            }
            to => to.report(),
        };
        of_edition(here, link, edition, of.0)
    });
    links.collect()
}

/// The evaluations that stand on an action, for a place that tells of the edition of the action.
pub(super) fn standing_on_action(
    here: &Here<'_>,
    report: usize,
    objective: usize,
    at: usize,
) -> Vec<EvidenceLink> {
    let thread = here.context.index.thread();
    let all = thread.standing_on(&Spot::Action(report, objective, at));
    let links = all.into_iter().map(|(edition, within, at)| {
        let link = evaluation_link(here, edition, within, at);
        of_edition(here, link, within.map(|_| edition), report)
    });
    links.collect()
}

/// A link with its edition, where that is another one than `known`.
fn of_edition(
    here: &Here<'_>,
    link: LinkView,
    edition: Option<usize>,
    known: usize,
) -> EvidenceLink {
    let other = edition.filter(|edition| *edition != known);
    EvidenceLink {
        link,
        edition: other.map(|other| report_link(here, other).text),
    }
}

/// The evaluations that stand on any of the spots, each once, the latest edition first.
pub(super) fn standing_on(
    here: &Here<'_>,
    spots: impl IntoIterator<Item = Spot>,
) -> Vec<LinkOfEdition> {
    let thread = here.context.index.thread();
    let mut seen = BTreeSet::new();
    let found = spots.into_iter().flat_map(|spot| thread.standing_on(&spot));
    let mut found: Vec<_> = found.filter(|at| seen.insert(*at)).collect();
    let editions = &here.context.facts.editions;
    found.sort_by_key(|(report, ..)| Reverse(editions.rank(*report)));
    found
        .into_iter()
        .map(|(report, objective, at)| {
            let mut link = evaluation_link(here, report, objective, at);
            if objective.is_none() {
                link.text = own(here.word("report-as-a-whole"));
            }
            LinkOfEdition {
                link,
                report: report_link(here, report),
            }
        })
        .collect()
}

/// What stands behind the numbered paragraphs of a chapter: the number of each that is evidence, with
/// the evaluations that stand on it as HTML.
pub(super) fn behind_paragraphs(
    here: &Here<'_>,
    guidance: usize,
    chapter: usize,
) -> Vec<(String, String)> {
    let paragraphs = &here.context.model.guidance[guidance].chapters[chapter].paragraphs;
    let behind = paragraphs.iter().filter_map(|number| {
        let number = number.value.to_string();
        let all = standing_on(here, [Spot::Paragraph(guidance, chapter, number.clone())]);
        (!all.is_empty()).then(|| (number, html(here, &all)))
    });
    behind.collect()
}

/// The same as the component `standing_on` of templates makes, to stand within a text.
fn html(here: &Here<'_>, all: &[LinkOfEdition]) -> String {
    let links = all.iter().map(|found| {
        let href = escaped(&found.link.href);
        let (text, report) = (found.link.text.html(), found.report.text.html());
        format!("<a href=\"{href}\">{text}, {report}</a>")
    });
    let links: Vec<_> = links.collect();
    let label = escaped(&here.word("evidence-in"));
    format!("<p class=\"sub\">{label} {}</p>", links.join("; "))
}
