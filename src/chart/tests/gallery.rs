//! A page of all examples to look at: `cargo test gallery -- --ignored`, then open the page in the
//! system's folder for temporary files.

use std::{env, fmt::Write, fs, path::Path};

use crate::chart::tests::examples;

#[test]
#[ignore = "writes a page to look at"]
fn gallery() {
    let folder = env::temp_dir().join("goldenthread-charts");
    fs::create_dir_all(&folder).expect("the folder for temporary files takes a folder");
    let theme = Path::new(env!("CARGO_MANIFEST_DIR")).join("themes/default/static");
    let mut page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><meta name=viewport content='width=device-width'>\
         <title>Charts</title><link rel=stylesheet href='file://{0}/site.css'>\
         <link rel=stylesheet href=gallery.css><body>",
        theme.display(),
    );
    for (name, svg) in examples::all() {
        let inline = svg.inline(name);
        let _ = write!(
            page,
            "<section><h2>{name}</h2><figure>{inline}</figure></section>"
        );
        fs::write(folder.join(format!("{name}.svg")), svg.file(None)).expect("a file is written");
    }
    fs::write(folder.join("index.html"), page).expect("the page is written");
    let css =
        "body{padding:1rem}figure{margin:0}section{width:100%;max-width:44rem;margin:0 auto 2rem}";
    fs::write(folder.join("gallery.css"), css).expect("the style is written");
}
