//! The schema and the manual page of the data are what holds.

use std::{fs, path::PathBuf};

use goldenthread::export::site_schema;
use serde_json::Value;

use crate::{blessed::blessed, example::example};

fn docs(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("docs")
        .join(name)
}

/// Where a change of the schema is meant, `BLESS=1 cargo test --test open_data` writes it anew.
#[test]
fn the_schema_in_the_manual_is_the_one_that_holds() {
    let schema = String::from_utf8(site_schema()).unwrap();
    blessed("site.schema.json", &schema, "cargo test --test open_data");
    let schema = serde_json::from_str(&schema).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
}

#[test]
fn the_manual_names_everything_in_the_schema() {
    let manual = fs::read_to_string(docs("data.md")).unwrap();
    let schema: Value = serde_json::from_slice(&site_schema()).unwrap();
    let types = schema["$defs"].as_object().unwrap().values();
    let mut count = 0;
    for kind in types.chain([&schema]) {
        let properties = kind.get("properties").and_then(Value::as_object);
        for name in properties.into_iter().flatten().map(|(name, _)| name) {
            count += 1;
            assert!(
                manual.contains(&format!("`{name}`")),
                "data.md lacks `{name}`"
            );
        }
    }
    assert!(count > 100, "{count} names are too few to be all");
}

/// What the manual shows in JSON is in the example's own data. Lists are cut short there.
#[test]
fn what_the_manual_shows_is_what_the_example_publishes() {
    let manual = fs::read_to_string(docs("data.md")).unwrap();
    let json = example().json();
    let blocks: Vec<_> = manual
        .split("```json\n")
        .skip(1)
        .map(|rest| rest.split("```").next().unwrap())
        .collect();
    assert_eq!(blocks.len(), 1);
    for block in blocks {
        let shown: Value = serde_json::from_str(block).unwrap();
        if let Some(fault) = difference("", &shown, &json) {
            panic!("{fault}");
        }
    }
}

/// The first place where `shown` says something that `whole` does not.
fn difference(path: &str, shown: &Value, whole: &Value) -> Option<String> {
    match (shown, whole) {
        (Value::Object(shown), Value::Object(whole)) => shown.iter().find_map(|(name, shown)| {
            let path = format!("{path}/{name}");
            match whole.get(name) {
                Some(whole) => difference(&path, shown, whole),
                None => Some(format!("{path} is not there")),
            }
        }),
        (Value::Array(shown), Value::Array(whole)) => {
            shown.iter().enumerate().find_map(|(at, shown)| {
                let same = |whole| difference("", shown, whole).is_none();
                (!whole.iter().any(same)).then(|| format!("{path}/{at} is not there: {shown}"))
            })
        }
        _ => (shown != whole).then(|| format!("{path} is {whole}, not {shown}")),
    }
}
