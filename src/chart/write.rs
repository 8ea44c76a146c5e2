//! Marks as SVG elements.

use std::fmt::Write;

use crate::chart::{
    font::{STRONG, Weight},
    ink::{Fill, GROUND, Ink, Look},
    pen::clean,
    scene::{Anchor, Mark, Scene},
};

/// Writes the marks of a drawing; ids in it begin with `prefix`.
pub fn body(out: &mut String, scene: &Scene, prefix: &str) {
    let mut hatched: Vec<Look> = Vec::new();
    for mark in &scene.marks {
        let look = mark.ink().look();
        if matches!(look.fill, Fill::Hatch(_)) && !hatched.contains(&look) {
            hatched.push(look);
        }
    }
    for look in hatched {
        pattern(out, look, prefix);
    }
    for mark in &scene.marks {
        draw(out, mark, prefix);
    }
}

/// Stripes. They stand in the drawing that uses them, or a stylesheet would miss them there.
fn pattern(out: &mut String, look: Look, prefix: &str) {
    let Fill::Hatch(tint) = look.fill else { return };
    let _ = write!(
        out,
        "<defs><pattern id=\"{}-{class}\" width=\"6\" height=\"6\" patternUnits=\"userSpaceOnUse\" \
         patternTransform=\"rotate(45)\"><path class=\"chart-ground\" fill=\"{}\" d=\"M0 0h6v6H0z\"/>\
         <path class=\"{class}-hatch\" stroke=\"{}\" stroke-width=\"4\" d=\"M0 0v6\"/></pattern></defs>",
        escaped(prefix),
        GROUND.light,
        tint.light,
        class = look.class,
    );
}

fn draw(out: &mut String, mark: &Mark, prefix: &str) {
    let ink = mark.ink();
    let look = ink.look();
    match mark {
        Mark::Rect { at, size, .. } => {
            // The outline stays inside, so that bars of one length look the same length.
            let edge = tenths(look.width.parse().unwrap_or_default());
            let inner = (size.0 - edge, size.1 - edge);
            if inner.0 <= 0 || inner.1 <= 0 {
                return;
            }
            let _ = write!(
                out,
                "<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"",
                number(at.0 + edge / 2),
                number(at.1 + edge / 2),
                number(inner.0),
                number(inner.1),
            );
            paint(out, look, prefix);
            out.push_str("/>");
        }
        Mark::Path { points, closed, .. } => {
            out.push_str("<path d=\"");
            for (index, (x, y)) in points.iter().enumerate() {
                let step = if index == 0 { 'M' } else { 'L' };
                let _ = write!(out, "{step}{} {}", number(*x), number(*y));
            }
            out.push_str(if *closed { "z\"" } else { "\"" });
            paint(out, look, prefix);
            out.push_str("/>");
        }
        Mark::Circle { at, radius, .. } => {
            let _ = write!(
                out,
                "<circle cx=\"{}\" cy=\"{}\" r=\"{}\"",
                number(at.0),
                number(at.1),
                number(*radius),
            );
            paint(out, look, prefix);
            out.push_str("/>");
        }
        Mark::Text {
            at,
            text,
            size,
            weight,
            anchor,
            ..
        } => {
            let _ = write!(
                out,
                "<text x=\"{}\" y=\"{}\" font-size=\"{}\"",
                number(at.0),
                number(at.1),
                number(*size)
            );
            if *weight == Weight::Bold {
                out.push_str(" font-weight=\"700\"");
            }
            match anchor {
                Anchor::Start => {}
                Anchor::Middle => out.push_str(" text-anchor=\"middle\""),
                Anchor::End => out.push_str(" text-anchor=\"end\""),
            }
            paint(out, look, prefix);
            if look.stroke.is_some() {
                out.push_str(" paint-order=\"stroke\" stroke-linejoin=\"round\"");
            }
            out.push('>');
            match text.split_once(STRONG) {
                Some((plain, strong)) => {
                    let _ = write!(
                        out,
                        "{}<tspan font-weight=\"700\">{}</tspan>",
                        escaped(plain),
                        escaped(strong)
                    );
                }
                None => out.push_str(&escaped(text)),
            }
            out.push_str("</text>");
        }
    }
}

/// Class and colours. The literal ones are for readers without the stylesheet, which comes first.
fn paint(out: &mut String, look: Look, prefix: &str) {
    let _ = write!(out, " class=\"{}\"", look.class);
    let _ = match look.fill {
        Fill::None => write!(out, " fill=\"none\""),
        Fill::Solid(tint) => write!(out, " fill=\"{}\"", tint.light),
        Fill::Hatch(_) => write!(out, " fill=\"url(#{}-{})\"", escaped(prefix), look.class),
    };
    if let Some(tint) = look.stroke {
        let _ = write!(
            out,
            " stroke=\"{}\" stroke-width=\"{}\"",
            tint.light, look.width
        );
    }
    if !look.dashes.is_empty() {
        let _ = write!(out, " stroke-dasharray=\"{}\"", look.dashes);
    }
}

impl Mark {
    /// What it means.
    fn ink(&self) -> Ink {
        match self {
            Self::Rect { ink, .. }
            | Self::Path { ink, .. }
            | Self::Circle { ink, .. }
            | Self::Text { ink, .. } => *ink,
        }
    }
}

/// A length in tenths, written in units.
pub fn number(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let (whole, part) = (tenths.unsigned_abs() / 10, tenths.unsigned_abs() % 10);
    match part {
        0 => format!("{sign}{whole}"),
        part => format!("{sign}{whole}.{part}"),
    }
}

/// A length in units, in tenths.
pub fn tenths(units: f64) -> i32 {
    crate::chart::backend::whole(units * 10.0)
}

/// A text as XML writes it, without what XML cannot hold.
pub fn escaped(text: &str) -> String {
    let text = clean(text);
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}
