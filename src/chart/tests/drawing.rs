//! Reads an SVG back: where its texts and bars are.

use roxmltree::{Document, Node};

use crate::chart::{
    Svg,
    font::{STRONG, Weight, room},
};

/// A rectangle: left, top, right, bottom.
pub type Area = [f64; 4];

/// What a drawing holds.
#[derive(Debug)]
pub struct Drawing {
    /// Its view box.
    pub view: Area,
    /// Texts, with the area each may take up in another font.
    pub texts: Vec<(String, Area)>,
    /// Rectangles with their class, outlines included.
    pub rects: Vec<(String, Area)>,
    /// Upright lines with their class.
    pub lines: Vec<(String, Area)>,
    /// The middles of dots.
    pub dots: Vec<(f64, f64)>,
}

/// Every drawing of a chart by name: wide, narrow and the file.
pub fn drawings(svg: &Svg) -> Vec<(&'static str, Drawing)> {
    let inline = svg.inline("id");
    let file = svg.file(None);
    let inline = parse(&inline);
    let file = parse(&file);
    let drawings: Vec<_> = svgs(&inline).chain(svgs(&file)).map(read).collect();
    assert_eq!(drawings.len(), 3);
    ["wide", "narrow", "file"]
        .into_iter()
        .zip(drawings)
        .collect()
}

/// The document, which must be well-formed.
pub fn parse(text: &str) -> Document<'_> {
    Document::parse(text).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

fn svgs<'a>(document: &'a Document) -> impl Iterator<Item = Node<'a, 'a>> {
    document
        .descendants()
        .filter(|node| node.tag_name().name() == "svg")
}

fn read<'a>(svg: Node<'a, 'a>) -> Drawing {
    let view: Vec<f64> = svg
        .attribute("viewBox")
        .expect("a view box")
        .split(' ')
        .map(number)
        .collect();
    let mut drawing = Drawing {
        view: [view[0], view[1], view[0] + view[2], view[1] + view[3]],
        texts: Vec::new(),
        rects: Vec::new(),
        lines: Vec::new(),
        dots: Vec::new(),
    };
    for node in svg.descendants() {
        let class = shared(node, "class").unwrap_or_default().to_owned();
        match node.tag_name().name() {
            "text" => drawing.texts.push(text(node)),
            "circle" => {
                let middle = (attribute(node, "cx"), attribute(node, "cy"));
                drawing.dots.push(middle);
            }
            "rect" => drawing.rects.push((class, rect(node))),
            "path" if class == "chart-intervention" => drawing.lines.extend(lines(node, &class)),
            _ => {}
        }
    }
    drawing
}

fn text<'a>(node: Node<'a, 'a>) -> (String, Area) {
    let mut letters = String::new();
    for part in node.descendants().filter(Node::is_text) {
        if part
            .parent()
            .is_some_and(|parent| parent.tag_name().name() == "tspan")
        {
            letters.push(STRONG);
        }
        letters.push_str(part.text().unwrap_or_default());
    }
    let size = number(shared(node, "font-size").expect("a size"));
    let weight = match shared(node, "font-weight") {
        Some("700") => Weight::Bold,
        _ => Weight::Regular,
    };
    let room = room(&letters, size, weight);
    let (x, y) = (attribute(node, "x"), attribute(node, "y"));
    let left = match shared(node, "text-anchor") {
        None => x,
        Some("middle") => x - room / 2.0,
        Some("end") => x - room,
        Some(other) => panic!("{other}"),
    };
    (
        letters,
        [left, y - 0.95 * size, left + room, y + 0.3 * size],
    )
}

fn rect<'a>(node: Node<'a, 'a>) -> Area {
    let edge = shared(node, "stroke-width").map_or(0.0, number) / 2.0;
    let (x, y) = (attribute(node, "x") - edge, attribute(node, "y") - edge);
    [
        x,
        y,
        x + attribute(node, "width") + 2.0 * edge,
        y + attribute(node, "height") + 2.0 * edge,
    ]
}

fn lines(node: Node, class: &str) -> Vec<(String, Area)> {
    let path = node.attribute("d").unwrap_or_default();
    path.split('M')
        .skip(1)
        .map(|line| {
            let ends: Vec<f64> = line.split(['L', 'V', 'H', ' ']).map(number).collect();
            let (x, y) = (ends[0], ends[1]);
            let (right, bottom) = match line.chars().find(char::is_ascii_uppercase) {
                Some('V') => (x, ends[2]),
                Some('H') => (ends[2], y),
                _ => (ends[2], ends[3]),
            };
            (class.to_owned(), [x - 1.2, y, right + 1.2, bottom])
        })
        .collect()
}

/// An attribute of an element, or of the group that it shares it with.
fn shared<'a>(node: Node<'a, 'a>, name: &str) -> Option<&'a str> {
    node.attribute(name).or_else(|| {
        let group = node
            .parent()
            .filter(|parent| parent.tag_name().name() == "g");
        group?.attribute(name)
    })
}

fn attribute(node: Node, name: &str) -> f64 {
    number(node.attribute(name).unwrap_or_else(|| panic!("{name}")))
}

fn number(text: &str) -> f64 {
    assert!(
        text.split_once('.').is_none_or(|(_, part)| part.len() == 1),
        "{text}"
    );
    text.parse().unwrap_or_else(|_| panic!("{text}"))
}
