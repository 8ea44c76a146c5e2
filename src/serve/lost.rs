//! The page for what is not found, as it is served at any address of the preview.

/// The attributes that hold an address.
const LINKS: [&str; 4] = ["href", "src", "action", "poster"];

/// The page, which stands in `folder` (empty, or with a slash at its end), with every address in it
/// from the root of this server: where it is served its own relative ones lead nowhere, and those of the
/// website's address, `base`, lead to another server or to a folder that is not here.
pub fn from_root(page: &str, folder: &str, base: Option<&str>) -> String {
    // With the host, and from the host on.
    let bases = base.map(|base| {
        let host = base.split_once("://").map_or(base, |(_, host)| host);
        [base, host.find('/').map_or("/", |at| &host[at..])]
    });
    let mut out = String::with_capacity(page.len() + 256);
    let mut rest = page;
    while let Some((at, value)) = next_link(rest) {
        let (before, link) = rest.split_at(at);
        out.push_str(before);
        let link = &link[..value];
        let mut bases = bases.iter().flatten();
        let own = bases.find_map(|base| link.strip_prefix(base));
        match own {
            Some(own) => out.extend(["/", own]),
            None if is_relative(link) => out.extend(["/", folder, link]),
            None => out.push_str(link),
        }
        rest = &rest[at + value..];
    }
    out.push_str(rest);
    out
}

/// Where the first address in an attribute begins, and how long it is.
fn next_link(page: &str) -> Option<(usize, usize)> {
    let found = page.match_indices("=\"").find(|(at, _)| {
        let name = page[..*at].rsplit(|c: char| !c.is_ascii_alphabetic() && c != '-');
        LINKS.contains(&name.into_iter().next().unwrap_or_default())
    });
    let start = found?.0 + 2;
    Some((start, page[start..].find('"')?))
}

/// Whether an address is one from where the page stands: no anchor, no path from the root and none
/// with a scheme.
fn is_relative(link: &str) -> bool {
    let scheme = || {
        let end = link.find(':');
        end.is_some_and(|end| !link[..end].contains(['/', '?', '#']))
    };
    !link.is_empty() && !link.starts_with(['#', '/', '?']) && !scheme()
}

#[cfg(test)]
mod tests {
    use super::from_root;

    #[test]
    fn every_address_is_one_from_the_root_of_this_server() {
        let base = Some("https://example.org/reports/");
        for (folder, base, written, served) in [
            ("", None, "./assets/site.css", "/./assets/site.css"),
            (
                "cy/",
                None,
                "../about/index.html",
                "/cy/../about/index.html",
            ),
            ("cy/", None, "#main", "#main"),
            ("", None, "mailto:a@example.org", "mailto:a@example.org"),
            (
                "",
                None,
                "https://example.org/reports/",
                "https://example.org/reports/",
            ),
            ("", base, "https://example.org/reports/about/", "/about/"),
            ("cy/", base, "https://example.org/reports/", "/"),
            ("", base, "/reports/assets/site.css", "/assets/site.css"),
            ("", base, "https://elsewhere.org/", "https://elsewhere.org/"),
        ] {
            for name in ["href", "src"] {
                let page = |link| format!("<a class=\"b\" {name}=\"{link}\" id=\"c\">href=\"</a>");
                assert_eq!(from_root(&page(written), folder, base), page(served));
            }
        }
        let kept = "<p data-href=\"about/\" title=\"src\">";
        assert_eq!(from_root(kept, "", None), kept);
    }
}
