//! What was taken out of an author's raw HTML.

use std::ops::Range;

use crate::text::{Code, Diagnostic, Span};

/// Something of the author's that is not on the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Removed {
    /// Its bytes in the Markdown.
    pub range: Range<usize>,
    /// What it was.
    pub what: What,
}

/// The kinds of thing that are taken out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// An element that is not let through; its text stays, except for scripts and the like.
    Element(String),
    /// An element that cannot stand where it does, such as a table cell outside a table.
    Misplaced(String),
    /// An attribute of an element.
    Attribute {
        /// The element.
        element: String,
        /// The attribute.
        name: String,
    },
    /// The address of a link or image that leads where no page may lead.
    Address(String),
}

impl Removed {
    /// The finding at `place`, where it is written.
    pub fn diagnostic(&self, place: Span) -> Diagnostic {
        let markdown = "write it in Markdown: `[text](address)`, `![text](file)`, `## Heading`";
        let (message, help) = match &self.what {
            What::Element(name) => {
                let help = match name.as_str() {
                    "a" | "img" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => markdown,
                    _ => "take it out, or say the same in Markdown",
                };
                (
                    format!("the HTML element `<{name}>` is not published"),
                    help,
                )
            }
            What::Misplaced(name) => (
                format!("the HTML element `<{name}>` cannot stand here and is not published"),
                "look at the elements around it, or say the same in Markdown",
            ),
            What::Attribute { element, name } => {
                let help = match (element.as_str(), name.as_str()) {
                    ("a", "href") => {
                        "an address in HTML begins with `https://`, `http://`, `mailto:`, `tel:` or `#`; \
                         write any other link in Markdown: `[text](address)`"
                    }
                    (_, "style" | "class" | "align" | "width" | "height") => {
                        "take it out: the theme decides how things look"
                    }
                    _ => "take it out",
                };
                let message = format!("the attribute `{name}` of `<{element}>` is not published");
                (message, help)
            }
            What::Address(address) => (
                format!("the address `{address}` is not published"),
                "an address begins with `https://`, `http://`, `mailto:` or `tel:`, or names a file or an item",
            ),
        };
        Diagnostic::new(Code::HtmlRemoved, place, message).help(help)
    }
}
