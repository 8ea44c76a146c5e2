//! Names that a file can have on every machine.

/// What Windows keeps for devices, whatever the ending behind it, besides `com1` and its like.
const DEVICES: [&str; 4] = ["con", "prn", "aux", "nul"];

/// Whether every machine can have a file or folder of this name, one part of a path: not a device of
/// Windows, and without characters that it keeps for itself or a dot or blank at the end.
pub fn is_portable(name: &str) -> bool {
    let reserved = |c: char| c.is_control() || "\\:?*\"<>|".contains(c);
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end().to_ascii_lowercase();
    let port = stem.strip_prefix("com").or(stem.strip_prefix("lpt"));
    let is_port = port.is_some_and(|number| matches!(number.as_bytes(), [b'1'..=b'9']));
    !name.contains(reserved)
        && !name.ends_with(['.', ' '])
        && !is_port
        && !DEVICES.contains(&&*stem)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_devices_and_signs_are_not_for_every_machine() {
        for name in [
            "a\\b",
            "a:b",
            "what?",
            "a*",
            "\"a\"",
            "<a",
            "a>",
            "a|b",
            "a\u{2}",
            "a.",
            "a ",
            "CON",
            "con.md",
            "nul.tar.gz",
            "Aux",
            "lpt9",
            "COM1.txt",
        ] {
            assert!(!is_portable(name), "{name}");
        }
        for name in [
            "a",
            "a b",
            "\u{175}y.png",
            ".well-known",
            "a..b",
            "console",
            "com",
            "com0",
            "com10",
            "comma.md",
            "lpt",
            "a#b%c&d'e",
            "",
        ] {
            assert!(is_portable(name), "{name}");
        }
    }
}
