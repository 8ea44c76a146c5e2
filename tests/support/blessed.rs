//! A page of the manual that is made from the program itself.

use std::{env, fs, path::Path};

/// Holds that `docs/<name>` is `page`; with `BLESS` in the environment, writes it first. `command` is
/// the one that does so.
pub fn blessed(name: &str, page: &str, command: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("docs")
        .join(name);
    if env::var_os("BLESS").is_some() {
        fs::write(&path, page).expect("a writable page");
    }
    let found = fs::read_to_string(&path).unwrap_or_default();
    let found = found.replace("\r\n", "\n");
    assert!(
        found == page,
        "docs/{name} is out of date: BLESS=1 {command} writes it; read the difference"
    );
}
