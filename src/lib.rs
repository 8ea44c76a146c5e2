//! Goldenthread turns a folder of YAML and Markdown into a published evaluation report.

pub mod author;
pub mod chart;
pub mod check;
pub mod cli;
pub mod export;
pub mod facts;
pub mod load;
pub mod model;
pub mod publish;
pub mod reference;
pub mod site;
pub mod syntax;
pub mod terminal;
pub mod text;
pub mod wording;
