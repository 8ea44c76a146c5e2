//! What search engines read: every page with its counterparts in other languages.
//!
//! Source: <https://www.sitemaps.org/protocol.html>.

use std::fmt::Write as _;

use crate::{
    facts::Facts,
    model::{Date, Language, Model, Report},
    text::escaped,
    wording::{Address, Place, Wording, absolute},
};

/// The sitemap of `places` for the site at `base`: each in every language. The day of the last
/// change is that which the content gives; without one a page has none.
pub fn sitemap(
    model: &Model,
    facts: &Facts,
    wording: &Wording,
    base: &str,
    places: &[Place],
) -> Vec<u8> {
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\"",
    );
    let several = model.languages().len() > 1;
    if several {
        xml.push_str(" xmlns:xhtml=\"http://www.w3.org/1999/xhtml\"");
    }
    xml.push_str(">\n");
    for place in places {
        let url = |language: &Language| {
            escaped(&absolute(base, &wording.address(model, place, language)))
        };
        let mut more = String::new();
        if let Some(date) = last_change(model, facts, place) {
            let _ = writeln!(more, "<lastmod>{date}</lastmod>");
        }
        if several {
            let default = (url(model.settings.first_language()), "x-default");
            let others = model.languages().iter();
            let others = others.map(|language| (url(language), language.as_str()));
            for (url, language) in others.chain([default]) {
                let _ = writeln!(
                    more,
                    "<xhtml:link rel=\"alternate\" hreflang=\"{language}\" href=\"{url}\"/>"
                );
            }
        }
        for language in model.languages() {
            let _ = writeln!(xml, "<url>\n<loc>{}</loc>\n{more}</url>", url(language));
        }
    }
    xml.push_str("</urlset>\n");
    xml.into_bytes()
}

/// What search engines read first: that they may read everything, and where the sitemap of the site
/// at `base` is. Source: RFC 9309.
pub fn robots_txt(base: &str, sitemap: &Address) -> Vec<u8> {
    let sitemap = absolute(base, sitemap);
    format!("User-agent: *\nAllow: /\n\nSitemap: {sitemap}\n").into_bytes()
}

/// The day a page last changed, by what the reports that it shows say of themselves.
fn last_change(model: &Model, facts: &Facts, place: &Place) -> Option<Date> {
    let of = |report: &Report| {
        let date = report.updated.as_ref().or(report.published.as_ref());
        let corrected = report.corrections.iter().map(|correction| &correction.date);
        date.into_iter()
            .chain(corrected)
            .map(|date| date.value)
            .max()
    };
    if let Some(at) = place.report() {
        return of(&model.reports[at]);
    }
    match place {
        Place::Home | Place::Measures | Place::Thread => model.reports.iter().filter_map(of).max(),
        Place::Measure(id) => {
            let places = facts.series.get(id).map(|series| &series.places);
            let reports = places.into_iter().flatten();
            reports
                .filter_map(|(report, _, _)| of(&model.reports[*report]))
                .max()
        }
        // Further pages say no day of their own; those of frameworks and guidance gather what
        // reports of many days say of them. Files, and the page for what is not found, stand in no
        // sitemap.
        _ => None,
    }
}
