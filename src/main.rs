//! The `goldenthread` command.

fn main() {}
