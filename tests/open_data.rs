//! The open data: its schema, and every figure of the example.

use std::{fs, path::Path};

use goldenthread::export;

/// `docs/site.schema.json` is what the code says. Where the change is meant,
/// `BLESS=1 cargo test --test open_data` writes it anew.
#[test]
fn the_schema_in_the_manual_is_the_one_that_holds() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/site.schema.json");
    let schema = String::from_utf8(export::site_schema()).unwrap();
    if std::env::var_os("BLESS").is_some() {
        fs::write(&path, &schema).unwrap();
    }
    let committed = fs::read_to_string(&path).unwrap_or_default();
    assert!(
        committed == schema,
        "docs/site.schema.json is stale: run with BLESS=1, and read the difference"
    );
    let schema = serde_json::from_str(&schema).unwrap();
    jsonschema::draft202012::meta::validate(&schema).unwrap();
}
