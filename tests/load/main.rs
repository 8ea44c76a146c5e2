//! Site folders to the model, and what is said of the faulty ones.

#[path = "../support/mod.rs"]
mod support;

mod cases;
mod files;
mod model;
mod random;

use std::path::Path;

use support::{Site, said};

#[test]
fn a_small_site_is_read_without_a_word() {
    let site = Site::new();
    assert_eq!(site.said(), Vec::<String>::new());
    let model = site.load().value;
    assert_eq!(model.reports.len(), 1);
    assert_eq!(model.reports[0].objectives.len(), 1);
}

#[test]
fn the_example_is_read_without_a_word() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let loaded = goldenthread::load::load(root);
    let nothing = Vec::<String>::new();
    assert_eq!(said(&loaded.diagnostics, &loaded.value.sources), nothing);
    let report = &loaded.value.reports[0];
    assert_eq!(report.id.as_str(), "2017-18-six-month");
    let objective = &report.objectives[0];
    assert_eq!(objective.actions.len(), 5);
    assert_eq!(objective.measures.len(), 11);
}
