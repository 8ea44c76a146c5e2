//! The stylesheet of charts in files of their own.

use std::fmt::Write;

use crate::chart::ink::{Fill, GROUND, Ink, Tint};

/// Every colour that these inks use, in the order of first use.
pub fn tints(inks: &[Ink]) -> Vec<Tint> {
    let mut tints = vec![GROUND];
    for ink in inks {
        let look = ink.look();
        let fill = match look.fill {
            Fill::None => None,
            Fill::Solid(tint) | Fill::Hatch(tint) => Some(tint),
        };
        for tint in fill.into_iter().chain(look.stroke) {
            if !tints.contains(&tint) {
                tints.push(tint);
            }
        }
    }
    tints
}

/// The stylesheet of charts in files of their own: light, dark, forced colours; with the same classes
/// and names as in the theme's stylesheet. Print has the light colours.
pub fn stylesheet() -> String {
    let tints = tints(Ink::ALL);
    let values = |value: fn(&Tint) -> &'static str| {
        let values = tints
            .iter()
            .map(|tint| format!("  --{}: {};\n", tint.name, value(tint)));
        values.collect::<String>()
    };
    let light = values(|tint| tint.light);
    let dark = values(|tint| tint.dark);
    let forced = values(|tint| tint.forced);
    let rules: String = Ink::ALL.iter().copied().map(rule).collect();
    format!(
        "/* The colours of charts that are opened as files of their own. Made from the program's own. */\n\
         svg {{\n{light}}}\n\
         @media screen and (prefers-color-scheme: dark) {{\nsvg {{\n{dark}}}\n}}\n\
         @media (forced-colors: active) {{\nsvg {{\n  forced-color-adjust: none;\n{forced}}}\n}}\n\
         .chart-ground {{ fill: var(--{}); }}\n{rules}",
        GROUND.name,
    )
}

/// The rules of one ink.
fn rule(ink: Ink) -> String {
    let look = ink.look();
    let mut rules = Vec::new();
    if let Fill::Solid(tint) = look.fill {
        rules.push(format!("fill: var(--{});", tint.name));
    }
    if let Some(tint) = look.stroke {
        rules.push(format!("stroke: var(--{});", tint.name));
    }
    let mut rule = match &rules[..] {
        [] => String::new(),
        rules => format!(".{} {{ {} }}\n", look.class, rules.join(" ")),
    };
    if let Fill::Hatch(tint) = look.fill {
        let _ = writeln!(
            rule,
            ".{}-hatch {{ stroke: var(--{}); }}",
            look.class, tint.name
        );
    }
    rule
}
