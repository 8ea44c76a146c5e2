//! What leads to the pages from outside: earlier addresses, the feed, and what search engines read.

use std::sync::Arc;

use crate::{
    export, page,
    site::{
        Content,
        assemble::{Kitchen, Plan},
    },
    wording::{Address, Place},
};

/// Where the sitemap stands.
const SITEMAP: &str = "sitemap.xml";
/// Where search engines look for what they may read.
const ROBOTS: &str = "robots.txt";

/// Pages at earlier addresses.
pub(super) fn redirects(kitchen: &Arc<Kitchen>, plan: &mut Plan<'_>) {
    for redirect in page::redirects(&kitchen.context()) {
        let kitchen = Arc::clone(kitchen);
        plan.render(redirect.from.clone(), redirect.span, move || {
            let view = page::redirect(&kitchen.context(), &redirect);
            let shared = &kitchen.shared[&redirect.language];
            let page = kitchen.theme.render("redirect.html", shared, &view)?;
            Ok(page.into_bytes())
        });
    }
}

/// The feeds, the sitemap and what points to it, where the site knows its own address.
pub(super) fn for_search(kitchen: &Arc<Kitchen>, plan: &mut Plan<'_>) {
    let model = &kitchen.model;
    let Some(base) = model.settings.base_url.clone() else {
        return;
    };
    let owner = model.settings.span;
    if page::has_feed(model) {
        for language in model.languages() {
            let address = kitchen.wording.address(model, &Place::Feed, language);
            let (kitchen, language) = (Arc::clone(kitchen), language.clone());
            plan.render(address, owner, move || {
                let feed = page::feed(&kitchen.context(), &language);
                let shared = &kitchen.shared[&language];
                let feed = kitchen.theme.render("feed.xml", shared, &feed)?;
                Ok(feed.into_bytes())
            });
        }
    }
    // An organisation that says itself what search engines may read knows better.
    if !model.assets.iter().any(|asset| &*asset.path == ROBOTS) {
        let robots = export::robots_txt(&base, &Address::new(SITEMAP));
        plan.set(Address::new(ROBOTS), owner, Content::Bytes(robots.into()));
    }
    let kitchen = Arc::clone(kitchen);
    plan.render(Address::new(SITEMAP), owner, move || {
        let context = kitchen.context();
        let places = page::places(&context).into_iter().map(|page| page.place);
        let places: Vec<_> = places
            .filter(|place| !matches!(place, Place::NotFound | Place::Print(_)))
            .filter(|place| !page::shows_draft(&context, place))
            .collect();
        Ok(export::sitemap(
            &kitchen.model,
            &kitchen.facts,
            &kitchen.wording,
            &base,
            &places,
        ))
    });
}
