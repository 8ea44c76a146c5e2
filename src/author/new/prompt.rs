//! Text that is carried over, and prompts for what is to be written.

/// Markdown of an objective that goes on, read in the edition `from` until now: what it refers to
/// by name without an edition is meant there, and files stand beside it there.
pub(super) fn carried_over(markdown: &str, from: &str, objective: &str) -> String {
    let mut out = String::new();
    let mut rest = markdown;
    while let Some(at) = rest.find("](") {
        let (before, after) = rest.split_at(at + 2);
        out.push_str(before);
        let end = after.find([')', ' ', '\n']).unwrap_or(after.len());
        let (target, after) = after.split_at(end);
        out.push_str(&moved(target, from, objective));
        rest = after;
    }
    out + rest
}

fn moved(target: &str, from: &str, objective: &str) -> String {
    let pinned = |name: &str| match name.split_once('#') {
        Some((name, heading)) => format!("{name}@{from}#{heading}"),
        None => format!("{name}@{from}"),
    };
    let (kind, name) = target.split_once(':').unwrap_or(("", target));
    match kind {
        _ if target.contains('@') => target.to_owned(),
        // An action is named in short inside its own objective alone.
        "action" if !name.contains('/') => pinned(&format!("action:{objective}/{name}")),
        "action" | "chart" => pinned(target),
        "measure" if name.contains('.') => pinned(target),
        "" if !target.is_empty() && !target.starts_with(['#', '/', '<']) => {
            format!("../../{from}/{objective}/{target}")
        }
        _ => target.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::carried_over;

    #[test]
    fn what_is_carried_over_means_what_it_meant() {
        for (text, carried) in [
            (
                "[9.1](measure:cold.actual) homes",
                "[9.1](measure:cold.actual@2017-18) homes",
            ),
            (
                "[9.1](measure:cold.actual@2016-17)",
                "[9.1](measure:cold.actual@2016-17)",
            ),
            ("[Cold](measure:cold)", "[Cold](measure:cold)"),
            (
                "[Work](action:visits)",
                "[Work](action:warm/visits@2017-18)",
            ),
            (
                "[Work](action:other/visits)",
                "[Work](action:other/visits@2017-18)",
            ),
            (
                "![Map](map.png \"A map\")",
                "![Map](../../2017-18/warm/map.png \"A map\")",
            ),
            (
                "[Web](https://example.org/) [here](#why)",
                "[Web](https://example.org/) [here](#why)",
            ),
            ("No link ](", "No link ]("),
        ] {
            assert_eq!(carried_over(text, "2017-18", "warm"), carried);
        }
    }
}
