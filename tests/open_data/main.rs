//! The open data of whole sites: `data/site.json`, its schema, and the CSV files.

#[path = "../support/blessed.rs"]
mod blessed;
#[path = "../support/mod.rs"]
mod support;

mod drafts;
mod evidence;
mod example;
mod manual;
mod published;
mod sites;
mod tables;
