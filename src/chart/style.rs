//! The stylesheet inside a chart's own file.

use std::fmt::Write;

use crate::chart::ink::{Fill, GROUND, Ink, Tint};

/// Every colour that a chart uses, by the order of first use.
pub fn tints() -> Vec<Tint> {
    let mut tints = vec![GROUND];
    for ink in Ink::ALL {
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

/// The rules: light, dark, forced colours and print; the same classes and names as in the theme's.
pub fn sheet() -> String {
    let mut sheet = String::new();
    let values = |value: fn(&Tint) -> &'static str| {
        let one = |tint: &Tint| format!("--{}:{};", tint.name, value(tint));
        tints().iter().map(one).collect::<String>()
    };
    let light = values(|tint| tint.light);
    let dark = values(|tint| tint.dark);
    let forced = values(|tint| tint.forced);
    let _ = writeln!(sheet, "svg{{{light}}}");
    let _ = writeln!(
        sheet,
        "@media screen and (prefers-color-scheme:dark){{svg{{{dark}}}}}"
    );
    let _ = writeln!(
        sheet,
        "@media (forced-colors:active){{svg{{forced-color-adjust:none;{forced}}}}}"
    );
    let _ = writeln!(sheet, ".chart-ground{{fill:var(--{})}}", GROUND.name);
    for ink in Ink::ALL {
        sheet.push_str(&rule(*ink));
    }
    sheet
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
