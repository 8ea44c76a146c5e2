//! The stylesheet inside a chart's own file.

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

/// The rules of some inks: light, dark, forced colours; with the same classes and names as in the
/// theme's stylesheet. Print has the light colours.
pub fn sheet(inks: &[Ink]) -> String {
    let tints = tints(inks);
    let values = |value: fn(&Tint) -> &'static str| {
        let mut values = String::new();
        for tint in &tints {
            let _ = write!(values, "--{}:{};", tint.name, value(tint));
        }
        values
    };
    let light = values(|tint| tint.light);
    let dark = values(|tint| tint.dark);
    let forced = values(|tint| tint.forced);
    let rules: String = inks.iter().copied().map(rule).collect();
    format!(
        "svg{{{light}}}\n\
         @media screen and (prefers-color-scheme:dark){{svg{{{dark}}}}}\n\
         @media (forced-colors:active){{svg{{forced-color-adjust:none;{forced}}}}}\n\
         .chart-ground{{fill:var(--{})}}\n{rules}",
        GROUND.name,
    )
}

/// The rules of one ink.
fn rule(ink: Ink) -> String {
    let look = ink.look();
    let mut rule = format!(".{}{{", look.class);
    if let Fill::Solid(tint) = look.fill {
        let _ = write!(rule, "fill:var(--{});", tint.name);
    }
    if let Some(tint) = look.stroke {
        let _ = write!(rule, "stroke:var(--{})", tint.name);
    }
    rule.push_str("}\n");
    if let Fill::Hatch(tint) = look.fill {
        let _ = writeln!(rule, ".{}-hatch{{stroke:var(--{})}}", look.class, tint.name);
    }
    rule
}
