//! Which sets of addresses can be written to every file system.

use std::collections::BTreeMap;

use crate::{
    publish::{error::Refusal, manifest},
    site::{Address, Site},
    text::is_portable,
    wording::folders,
};

/// Checks that every address stays inside the output folder and has a name that every machine can
/// write, and that no two of them are one file elsewhere ([`Address::key`]).
pub(super) fn check(site: &Site) -> Result<(), Refusal> {
    let mut known: BTreeMap<String, &Address> = BTreeMap::new();
    for (address, _) in site.iter() {
        if !is_sound(address.as_str()) {
            return Err(Refusal::BadAddress(address.to_string()));
        }
        if let Some(first) = known.insert(address.key(), address) {
            return Err(collision(first, address));
        }
    }
    for (key, address) in &known {
        for folder in folders(key) {
            if let Some(file) = known.get(folder) {
                return Err(collision(file, address));
            }
        }
    }
    Ok(())
}

fn collision(first: &Address, second: &Address) -> Refusal {
    Refusal::Collision {
        first: first.to_string(),
        second: second.to_string(),
    }
}

/// Whether an address names a file below the output folder by the same path on every machine.
fn is_sound(address: &str) -> bool {
    let sound = |part| !matches!(part, "" | "." | "..") && is_portable(part);
    address.split('/').all(sound) && !address.eq_ignore_ascii_case(manifest::NAME)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::site::{Address, Artifact, Content};

    fn checked(addresses: &[&str]) -> Result<(), Refusal> {
        let mut site = Site::default();
        for address in addresses {
            let content = Content::Bytes(Vec::new().into());
            site.insert(Address::new(*address), Artifact { content });
        }
        check(&site)
    }

    #[test]
    fn addresses_that_lead_elsewhere_are_refused() {
        for bad in [
            "",
            "/etc/passwd",
            "../x",
            "a/../../x",
            "a//b",
            "a/",
            "./a",
            "c:/x",
            "a\\b",
            "a\0b",
            ".goldenthread.json",
            "a?.png",
            "a\"b",
            "<a>",
            "a|b",
            "a*",
            "con",
            "images/NUL.png",
            "com1/index.html",
            "a./b",
            "a /b",
        ] {
            assert_eq!(checked(&[bad]), Err(Refusal::BadAddress(bad.into())));
        }
        for good in [
            "index.html",
            "cy/ŵy/index.html",
            ".well-known/security.txt",
            "a..b/c d",
            "console/com/com10.txt",
        ] {
            assert_eq!(checked(&[good]), Ok(()));
        }
    }

    #[test]
    fn addresses_that_are_one_file_elsewhere_are_refused() {
        for [first, second] in [
            ["About/index.html", "about/index.html"],
            ["images/Ŵ.png", "images/ŵ.png"],
            ["images/w\u{302}.png", "images/\u{175}.png"],
            ["about", "about/index.html"],
            ["About", "about/index.html"],
        ] {
            assert_eq!(
                checked(&[first, second]),
                Err(collision(&Address::new(first), &Address::new(second))),
                "{first} {second}"
            );
        }
        assert_eq!(checked(&["a/b", "A/c", "a-b", "a.b/c"]), Ok(()));
    }
}
