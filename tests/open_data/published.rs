//! What a site publishes as data, read back.

use std::{collections::BTreeMap, path::Path, sync::LazyLock};

use goldenthread::{
    export::{actions_csv, measures_csv, site_json, site_schema},
    facts::{Facts, facts},
    load::load,
    model::{Language, Model},
    wording::Wording,
};
use serde_json::Value;

use crate::support::{Site, said};

/// The schema that every `site.json` of these tests keeps to.
static SCHEMA: LazyLock<jsonschema::Validator> = LazyLock::new(|| {
    let schema = serde_json::from_slice(&site_schema()).unwrap();
    jsonschema::options()
        .should_validate_formats(true)
        .build(&schema)
        .unwrap()
});

/// A line of a CSV file: its cells by their headings.
pub type Line = BTreeMap<String, String>;

/// A site that was loaded without an error.
pub struct Published {
    model: Model,
    facts: Facts,
    wording: Wording,
}

impl Published {
    pub fn of(site: &Site) -> Self {
        Self::at(site.root())
    }

    pub fn at(root: &Path) -> Self {
        let loaded = load(root);
        let model = loaded.value;
        let diagnostics = said(&loaded.diagnostics, &model.sources);
        let errors: Vec<_> = diagnostics
            .iter()
            .filter(|line| line.starts_with("error"))
            .collect();
        assert!(errors.is_empty(), "{errors:#?}");
        Self {
            facts: facts(&model),
            wording: Wording::new(&model).value,
            model,
        }
    }

    pub fn site_json(&self) -> Vec<u8> {
        site_json(&self.model, &self.facts, &self.wording)
    }

    /// `data/site.json`, which keeps to its schema.
    pub fn json(&self) -> Value {
        read(&self.site_json())
    }

    /// `data/<report>/measures.csv` in a language.
    pub fn measures_csv(&self, report: &str, language: &str) -> Vec<u8> {
        let words = self.wording.language(&Language::parse(language).unwrap());
        measures_csv(&self.model, &self.facts, words, self.report(report))
    }

    /// `data/<report>/actions.csv` in a language.
    pub fn actions_csv(&self, report: &str, language: &str) -> Vec<u8> {
        let words = self.wording.language(&Language::parse(language).unwrap());
        actions_csv(&self.model, words, self.report(report))
    }

    fn report(&self, id: &str) -> usize {
        let mut reports = self.model.reports.iter();
        reports.position(|report| report.id.as_str() == id).unwrap()
    }
}

/// A `data/site.json`, which keeps to its schema.
pub fn read(bytes: &[u8]) -> Value {
    let json = serde_json::from_slice(bytes).unwrap();
    let faults: Vec<_> = SCHEMA
        .iter_errors(&json)
        .map(|fault| format!("{}: {fault}", fault.instance_path))
        .collect();
    assert!(faults.is_empty(), "{faults:#?}");
    json
}

/// The lines of a CSV file. It begins with a byte order mark, and every line ends with CR LF.
pub fn lines(csv: &[u8]) -> Vec<Line> {
    let text = std::str::from_utf8(csv).unwrap();
    let text = text.strip_prefix('\u{feff}').expect("a byte order mark");
    assert!(text.ends_with("\r\n"));
    let mut reader = csv::Reader::from_reader(text.as_bytes());
    let headings = reader.headers().unwrap().clone();
    let distinct: std::collections::BTreeSet<_> = headings.iter().collect();
    assert_eq!(distinct.len(), headings.len(), "a heading stands twice");
    assert!(
        headings.iter().all(|heading| !heading.starts_with("csv-")),
        "a heading has no words: {headings:?}"
    );
    let records = reader.records().map(Result::unwrap);
    records
        .map(|record| {
            let cells = headings.iter().zip(record.iter());
            cells
                .map(|(heading, cell)| (heading.to_owned(), cell.to_owned()))
                .collect()
        })
        .collect()
}

/// The item of a list that has this id.
pub fn item<'a>(list: &'a Value, id: &str) -> &'a Value {
    let mut items = list.as_array().expect("a list").iter();
    items
        .find(|item| item["id"] == id)
        .unwrap_or_else(|| panic!("nothing has the id {id}"))
}

/// A measure, by its report and objective.
pub fn measure<'a>(json: &'a Value, report: &str, objective: &str, id: &str) -> &'a Value {
    let report = item(&json["reports"], report);
    let objective = item(&report["objectives"], objective);
    item(&objective["measures"], id)
}
