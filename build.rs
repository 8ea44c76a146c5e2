//! Embeds the built-in theme and the starter site anew when a file of them changes.

fn main() {
    println!("cargo:rerun-if-changed=themes/default");
    println!("cargo:rerun-if-changed=src/author/starter");
}
