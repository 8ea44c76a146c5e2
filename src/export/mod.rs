//! Floor 6, lower half: the site as open data.
//!
//! One JSON file of everything the site says in figures, whose shape is a promise
//! (`docs/site.schema.json`, `docs/data.md`), and a CSV file of each report's measures and actions.
//! The types here are views: they say what stands in the files, and nothing is worked out in them.

mod action;
mod actions_csv;
mod addresses;
mod context;
mod counts;
mod csv_file;
mod figure;
mod measure;
mod measures_csv;
mod objective;
mod report;
mod series;
mod site;
mod sitemap;
mod standing;
mod texts;
mod thread;
mod values;

pub use actions_csv::actions_csv;
pub use measures_csv::measures_csv;
pub use site::{SCHEMA, site_json, site_schema};
pub use sitemap::{robots_txt, sitemap};
