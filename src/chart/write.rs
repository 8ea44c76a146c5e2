//! Marks as SVG elements.

use std::fmt::Write;

use crate::chart::{
    font::{STRONG, Weight},
    ink::{Fill, GROUND, Look},
    pen::clean,
    scene::{Anchor, Mark, Point, Scene},
};

/// Writes the marks of a drawing; ids in it begin with `prefix`.
pub fn body(out: &mut String, scene: &Scene, prefix: &str) {
    for ink in scene.inks() {
        pattern(out, ink.look(), prefix);
    }
    // The words in the drawing would be heard in the order of drawing, after the description that
    // says them all in sentences.
    out.push_str("<g aria-hidden=\"true\">");
    let mut marks = scene.marks.iter().peekable();
    while let Some(mark) = marks.next() {
        let look = mark.ink().look();
        match mark {
            Mark::Rect { size, .. } if size.0 == 0 || size.1 == 0 => continue,
            Mark::Rect { at, size, .. } => rect(out, *at, *size, look),
            Mark::Path { points, closed, .. } => {
                out.push_str("<path d=\"");
                path(out, points, *closed);
                // Lines of one meaning that follow each other are one element.
                while let Some(Mark::Path { points, closed, .. }) = marks
                    .next_if(|next| matches!(next, Mark::Path { .. }) && next.ink() == mark.ink())
                {
                    path(out, points, *closed);
                }
                out.push('"');
            }
            Mark::Circle { at, radius, .. } => {
                let (x, y) = (number(at.0), number(at.1));
                let _ = write!(
                    out,
                    "<circle cx=\"{x}\" cy=\"{y}\" r=\"{}\"",
                    number(*radius)
                );
            }
            Mark::Text {
                at,
                text,
                size,
                weight,
                anchor,
                ..
            } => {
                let (x, y) = (number(at.0), number(at.1));
                let _ = write!(
                    out,
                    "<text x=\"{x}\" y=\"{y}\" font-size=\"{}\"",
                    number(*size)
                );
                set(out, *weight, *anchor);
                paint(out, look, prefix);
                letters(out, text, look);
                continue;
            }
        }
        paint(out, look, prefix);
        out.push_str("/>");
    }
    out.push_str("</g>");
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

/// The outline stays inside, so that bars of one length look the same length.
fn rect(out: &mut String, at: Point, size: Point, look: Look) {
    let edge = tenths(look.width.parse().unwrap_or_default());
    // Thinner than its outline, it is all outline.
    let inner = |length: i32| (length - edge).max(1);
    let start = |at: i32, length: i32| number(at + (length - inner(length)) / 2);
    let (x, y) = (start(at.0, size.0), start(at.1, size.1));
    let (width, height) = (number(inner(size.0)), number(inner(size.1)));
    let _ = write!(
        out,
        "<rect x=\"{x}\" y=\"{y}\" width=\"{width}\" height=\"{height}\""
    );
}

fn path(out: &mut String, points: &[Point], closed: bool) {
    for (index, (x, y)) in points.iter().enumerate() {
        let step = if index == 0 { 'M' } else { 'L' };
        let _ = write!(out, "{step}{} {}", number(*x), number(*y));
    }
    if closed {
        out.push('z');
    }
}

fn set(out: &mut String, weight: Weight, anchor: Anchor) {
    out.push_str(match weight {
        Weight::Regular => "",
        Weight::Bold => " font-weight=\"700\"",
    });
    out.push_str(match anchor {
        Anchor::Start => "",
        Anchor::Middle => " text-anchor=\"middle\"",
        Anchor::End => " text-anchor=\"end\"",
    });
}

fn letters(out: &mut String, text: &str, look: Look) {
    // An outline of letters keeps them clear of what lies behind: it goes under them.
    out.push_str(match look.stroke {
        Some(_) => " paint-order=\"stroke\" stroke-linejoin=\"round\">",
        None => ">",
    });
    let (plain, strong) = text.split_once(STRONG).unwrap_or((text, ""));
    out.push_str(&escaped(plain));
    if !strong.is_empty() {
        let _ = write!(
            out,
            "<tspan font-weight=\"700\">{}</tspan>",
            escaped(strong)
        );
    }
    out.push_str("</text>");
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
