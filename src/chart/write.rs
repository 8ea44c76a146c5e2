//! Marks as SVG elements.

use std::fmt::Write;

use crate::chart::{
    font::{STRONG, Weight},
    ink::{Fill, GROUND, Ink, Look},
    pen::clean,
    scene::{Anchor, Mark, Point, Scene},
};

/// Writes the marks of a drawing; ids in it begin with `prefix`. Marks of one meaning share one set
/// of attributes: shapes in the order of their layers, then all words, which nothing ever covers.
pub fn body(out: &mut String, scene: &Scene, prefix: &str) {
    for ink in scene.inks() {
        pattern(out, ink.look(), prefix);
    }
    // The words in the drawing would be heard in the order of drawing, after the description that
    // says them all in sentences.
    out.push_str("<g aria-hidden=\"true\">");
    let is_nothing =
        |mark: &&Mark| matches!(mark, Mark::Rect { size, .. } if size.0 == 0 || size.1 == 0);
    let mut marks: Vec<_> = scene
        .marks
        .iter()
        .filter(|mark| !is_nothing(mark))
        .collect();
    // The sort is stable: what was drawn first stays underneath within its layer.
    marks.sort_by_cached_key(|mark| order(mark));
    for run in marks.chunk_by(|one, other| order(one) == order(other)) {
        shared(out, run, prefix);
    }
    out.push_str("</g>");
}

/// Writes the parts of a drawing that lead somewhere, over all marks. The keyboard passes them by, and
/// they are not heard: whoever shows the drawing has the same links in words.
pub fn links(out: &mut String, scene: &Scene) {
    if scene.links.is_empty() {
        return;
    }
    out.push_str("<g aria-hidden=\"true\">");
    for link in &scene.links {
        let (x, y) = (number(link.at.0), number(link.at.1));
        let (width, height) = (number(link.size.0), number(link.size.1));
        let _ = write!(
            out,
            "<a href=\"{}\" tabindex=\"-1\"><rect class=\"chart-link\" x=\"{x}\" y=\"{y}\" \
             width=\"{width}\" height=\"{height}\" fill=\"none\" pointer-events=\"all\"/></a>",
            escaped(&link.href),
        );
    }
    out.push_str("</g>");
}

/// Where a mark comes among the others: its layer, and what it shares with those beside it.
fn order(mark: &Mark) -> (u8, Ink, i32, bool, Option<Anchor>) {
    let ink = mark.ink();
    let Mark::Text {
        size,
        weight,
        anchor,
        ..
    } = mark
    else {
        return (layer(mark), ink, 0, false, None);
    };
    let bold = *weight == Weight::Bold;
    (u8::MAX, ink, *size, bold, Some(*anchor))
}

/// What lies over what.
fn layer(mark: &Mark) -> u8 {
    match mark.ink() {
        Ink::Grid => 0,
        Ink::Zero => 1,
        Ink::Actual if matches!(mark, Mark::Circle { .. }) => 9,
        Ink::Actual => 3,
        Ink::Halo => 4,
        Ink::Intervention | Ink::Break => 5,
        Ink::TargetStem | Ink::TargetLine => 6,
        Ink::TargetMark => 7,
        Ink::Line => 8,
        Ink::OnGreen | Ink::OnAmber | Ink::OnRed | Ink::OnNotRated => 10,
        _ => 2,
    }
}

/// Marks with the same attributes: lines in one path, anything else in a group where it is more than
/// one.
fn shared(out: &mut String, run: &[&Mark], prefix: &str) {
    let [first, ..] = run else { return };
    let mut attributes = String::new();
    if let Mark::Text {
        size,
        weight,
        anchor,
        ..
    } = first
    {
        let _ = write!(attributes, " font-size=\"{}\"", number(*size));
        set(&mut attributes, *weight, *anchor);
    }
    let look = first.ink().look();
    paint(&mut attributes, look, prefix);
    if matches!(first, Mark::Text { .. }) && look.stroke.is_some() {
        // An outline of letters keeps them clear of what lies behind: it goes under them.
        attributes.push_str(" paint-order=\"stroke\" stroke-linejoin=\"round\"");
    }
    let (paths, others): (Vec<_>, Vec<_>) = run
        .iter()
        .copied()
        .partition(|mark| matches!(mark, Mark::Path { .. }));
    let elements = others.len() + usize::from(!paths.is_empty());
    let own = if elements > 1 {
        let _ = write!(out, "<g{attributes}>");
        ""
    } else {
        attributes.as_str()
    };
    if !paths.is_empty() {
        out.push_str("<path d=\"");
        for mark in paths {
            if let Mark::Path { points, closed, .. } = mark {
                path(out, points, *closed);
            }
        }
        let _ = write!(out, "\"{own}/>");
    }
    for mark in others {
        element(out, mark, own);
    }
    if elements > 1 {
        out.push_str("</g>");
    }
}

fn element(out: &mut String, mark: &Mark, attributes: &str) {
    match mark {
        Mark::Rect { at, size, ink } => {
            rect(out, *at, *size, ink.look());
            let _ = write!(out, "{attributes}/>");
        }
        Mark::Circle { at, radius, .. } => {
            let (x, y, radius) = (number(at.0), number(at.1), number(*radius));
            let _ = write!(
                out,
                "<circle cx=\"{x}\" cy=\"{y}\" r=\"{radius}\"{attributes}/>"
            );
        }
        Mark::Text { at, text, .. } => {
            let (x, y) = (number(at.0), number(at.1));
            let _ = write!(out, "<text x=\"{x}\" y=\"{y}\"{attributes}>");
            letters(out, text);
        }
        Mark::Path { .. } => {}
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
    let mut last = None;
    for (x, y) in points {
        let _ = match last {
            None => write!(out, "M{} {}", number(*x), number(*y)),
            Some((before, _)) if before == *x => write!(out, "V{}", number(*y)),
            Some((_, before)) if before == *y => write!(out, "H{}", number(*x)),
            Some(_) => write!(out, "L{} {}", number(*x), number(*y)),
        };
        last = Some((*x, *y));
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

fn letters(out: &mut String, text: &str) {
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
    crate::text::escaped(&clean(text))
}
