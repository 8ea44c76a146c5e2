//! Drawings as SVG text.

use std::fmt::Write;

use crate::chart::{
    ink::{GROUND, Ink},
    input::Heading,
    pen::{Pen, TITLE, sheet},
    scene::{Point, Scene},
    write::{body, escaped, links, number, tenths},
};
use crate::text::language_of;

/// The width of the drawing for wide columns, in units that are CSS pixels at full size.
const WIDE: f64 = 640.0;
/// The width of the drawing for narrow columns: a phone of 320 pixels less its page's margins.
const NARROW: f64 = 304.0;
/// Around the drawing in a file of its own.
const PADDING: f64 = 20.0;
/// The fonts, where no stylesheet names them.
const FONTS: &str = "Atkinson Hyperlegible Next, Segoe UI, Helvetica, Arial, sans-serif";

/// A finished chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Svg {
    heading: Heading,
    class: &'static str,
    wide: Scene,
    narrow: Scene,
    /// The wide one with its title above.
    titled: Scene,
}

impl Svg {
    /// Draws on a wide and on a narrow sheet.
    pub(in crate::chart) fn draw(
        heading: &Heading,
        class: &'static str,
        draw: impl Fn(&mut Pen),
    ) -> Self {
        Self::draw_on(WIDE, heading, class, draw)
    }

    /// The same with the wide sheet `width` units wide.
    pub(in crate::chart) fn draw_on(
        width: f64,
        heading: &Heading,
        class: &'static str,
        draw: impl Fn(&mut Pen),
    ) -> Self {
        Self {
            heading: heading.clone(),
            class,
            wide: sheet(width, &draw),
            narrow: sheet(NARROW, &draw),
            titled: sheet(width, |pen| {
                pen.alone = true;
                pen.paragraph(&heading.title, 0.0, pen.width, TITLE, Ink::Text);
                pen.y += PADDING / 2.0;
                draw(pen);
            }),
        }
    }

    /// The chart as a part of a page: a `div` with the drawings for wide and for narrow columns, of
    /// which the stylesheet shows one. Without a stylesheet the wide one is shown, in its own
    /// colours. Ids in it begin with `prefix`, which must be unlike any other id's beginning on the
    /// page. Holds no inline style. Its links are for the pointer: the page that shows it has the same ones in
    /// words, for the keyboard and for those who hear it.
    pub fn inline(&self, prefix: &str) -> String {
        let mut out = format!("<div class=\"chart {}\">", self.class);
        let size = (self.wide.width, self.wide.height);
        let font = "font-family=\"sans-serif\"";
        let wide = format!("class=\"chart-wide\" {font} role=\"{}\"", role(&self.wide));
        // On a page the title stands in the caption: a reader who hears the page is told it once.
        let named = format!("aria-labelledby=\"{}-desc\"", escaped(prefix));
        open(&mut out, (0, 0), size, &named, &wide);
        self.words(&mut out, prefix);
        body(&mut out, &self.wide, prefix);
        links(&mut out, &self.wide);
        // The attribute hides it from everybody where there is no stylesheet to choose. It bears the
        // name of the other: what is hidden can still name something.
        let size = (self.narrow.width, self.narrow.height);
        let role = role(&self.narrow);
        let narrow = format!("class=\"chart-narrow\" display=\"none\" {font} role=\"{role}\"");
        out.push_str("</svg>");
        open(&mut out, (0, 0), size, &named, &narrow);
        body(&mut out, &self.narrow, &format!("{prefix}-narrow"));
        links(&mut out, &self.narrow);
        out.push_str("</svg>");
        out.push_str("</div>");
        out
    }

    /// The chart as a file of its own, with its title drawn above, on its own ground. Alone it has
    /// the colours of paper; those for dark screens and forced colours are in [`stylesheet`], to which
    /// `stylesheet` is the way from the file. It holds no style of its own, which strict content
    /// security policies forbid.
    ///
    /// [`stylesheet`]: crate::chart::stylesheet
    pub fn file(&self, stylesheet: Option<&str>) -> String {
        let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        if let Some(stylesheet) = stylesheet {
            let href = escaped(stylesheet);
            let _ = writeln!(out, "<?xml-stylesheet type=\"text/css\" href=\"{href}\"?>");
        }
        let language = escaped(&self.heading.language);
        let attributes = format!(
            "xmlns=\"http://www.w3.org/2000/svg\" class=\"{}\" xml:lang=\"{language}\" \
             font-family=\"{FONTS}\" role=\"img\"",
            self.class,
        );
        let padding = tenths(PADDING);
        let scene = &self.titled;
        let size = (scene.width + 2 * padding, scene.height + 2 * padding);
        let named = "aria-labelledby=\"chart-title\" aria-describedby=\"chart-desc\"";
        open(&mut out, (-padding, -padding), size, named, &attributes);
        self.words(&mut out, "chart");
        let (corner, width, height) = (number(-padding), number(size.0), number(size.1));
        let _ = write!(
            out,
            "<rect class=\"chart-ground\" x=\"{corner}\" y=\"{corner}\" width=\"{width}\" \
             height=\"{height}\" fill=\"{}\"/>",
            GROUND.light,
        );
        body(&mut out, scene, "chart");
        out.push_str("</svg>\n");
        out
    }

    fn words(&self, out: &mut String, prefix: &str) {
        let prefix = escaped(prefix);
        let words = [
            ("title", &self.heading.title),
            ("desc", &self.heading.description),
        ];
        for (name, words) in words {
            // No element can stand within, so a language is named only where it is that of the
            // whole, by the attribute of either kind of document. One foreign name in a sentence
            // is read in the voice of the page.
            let language = language_of(words).map(escaped);
            let language = language.map(|tag| format!(" lang=\"{tag}\" xml:lang=\"{tag}\""));
            let language = language.unwrap_or_default();
            let words = escaped(words);
            let _ = write!(
                out,
                "<{name} id=\"{prefix}-{name}\"{language}>{words}</{name}>"
            );
        }
    }
}

/// What a drawing is for those who hear it: a picture, which nothing can stand in, or where parts of it
/// lead somewhere a group.
fn role(scene: &Scene) -> &'static str {
    if scene.links.is_empty() {
        "img"
    } else {
        "group"
    }
}

/// The element's start; `named` says which words name it.
fn open(out: &mut String, from: Point, size: Point, named: &str, attributes: &str) {
    let (width, height) = (number(size.0), number(size.1));
    let _ = write!(
        out,
        "<svg {attributes} {named} viewBox=\"{} {} {width} {height}\" width=\"{width}\" \
         height=\"{height}\">",
        number(from.0),
        number(from.1),
    );
}
