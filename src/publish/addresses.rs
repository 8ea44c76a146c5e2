//! Which sets of addresses can be written to every file system.

use std::collections::BTreeMap;

use crate::{
    publish::{error::Refusal, manifest},
    site::Site,
};

/// Checks that every address stays inside the output folder, and that no two of them are one file
/// where case does not count: the website must survive being copied to such a machine.
pub(super) fn check(site: &Site) -> Result<(), Refusal> {
    let mut known: BTreeMap<String, &str> = BTreeMap::new();
    for (address, _) in site.iter() {
        let address = address.as_str();
        if !is_sound(address) {
            return Err(Refusal::BadAddress(address.to_owned()));
        }
        if let Some(first) = known.insert(address.to_lowercase(), address) {
            return Err(collision(first, address));
        }
    }
    for (lower, address) in &known {
        let parts = lower.match_indices('/').map(|(at, _)| &lower[..at]);
        for folder in parts {
            if let Some(file) = known.get(folder) {
                return Err(collision(file, address));
            }
        }
    }
    Ok(())
}

fn collision(first: &str, second: &str) -> Refusal {
    Refusal::Collision {
        first: first.to_owned(),
        second: second.to_owned(),
    }
}

/// Whether an address names a file below the output folder by the same path on every machine.
fn is_sound(address: &str) -> bool {
    let part_is_sound = |part: &str| {
        !matches!(part, "" | "." | "..")
            && !part.contains(['\\', ':'])
            && !part.contains(char::is_control)
    };
    address.split('/').all(part_is_sound) && !address.eq_ignore_ascii_case(manifest::NAME)
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
        ] {
            assert_eq!(checked(&[bad]), Err(Refusal::BadAddress(bad.into())));
        }
        for good in [
            "index.html",
            "cy/ŵy/index.html",
            ".well-known/security.txt",
            "a..b/c d",
        ] {
            assert_eq!(checked(&[good]), Ok(()));
        }
    }

    #[test]
    fn addresses_that_are_one_file_elsewhere_are_refused() {
        for [first, second] in [
            ["About/index.html", "about/index.html"],
            ["images/Ŵ.png", "images/ŵ.png"],
            ["about", "about/index.html"],
            ["About", "about/index.html"],
        ] {
            assert_eq!(
                checked(&[first, second]),
                Err(collision(first, second)),
                "{first} {second}"
            );
        }
        assert_eq!(checked(&["a/b", "A/c", "a-b", "a.b/c"]), Ok(()));
    }
}
