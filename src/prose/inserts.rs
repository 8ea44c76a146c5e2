//! Marks in the HTML for what is put in place once it is safe.
//!
//! A mark is a number between two characters that no text may hold (Unicode keeps them for use
//! within programs), so nothing an author writes can be taken for one.

/// Begins the mark of a piece of HTML.
const HTML: char = '\u{fdd0}';
/// Begins the mark of attributes of the element that it is the first thing in.
const ATTRIBUTES: char = '\u{fdd2}';
/// Ends a mark.
const END: char = '\u{fdd1}';

/// Whether a character may begin or end a mark, and so stands in no text.
pub(super) fn is_mark(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}')
}

/// What is to be put in place of marks.
#[derive(Default)]
pub(super) struct Inserts {
    pieces: Vec<String>,
}

/// A piece that is not known yet where its mark stands.
#[derive(Clone, Copy)]
pub(super) struct Slot(usize);

impl Inserts {
    /// A mark for a piece of HTML.
    pub fn html(&mut self, html: String) -> String {
        self.mark(HTML, html)
    }

    /// A mark for attributes, written with a blank before each, to stand right behind the start
    /// tag that gets them.
    pub fn attributes(&mut self, attributes: String) -> String {
        self.mark(ATTRIBUTES, attributes)
    }

    /// A mark for attributes that [`Inserts::fill`] gives later.
    pub fn slot(&mut self) -> (String, Slot) {
        let slot = Slot(self.pieces.len());
        (self.mark(ATTRIBUTES, String::new()), slot)
    }

    /// A mark for a piece of HTML that [`Inserts::fill`] gives later.
    pub fn html_slot(&mut self) -> (String, Slot) {
        let slot = Slot(self.pieces.len());
        (self.mark(HTML, String::new()), slot)
    }

    /// Gives the piece of a slot.
    pub fn fill(&mut self, slot: Slot, filling: String) {
        if let Some(piece) = self.pieces.get_mut(slot.0) {
            *piece = filling;
        }
    }

    fn mark(&mut self, begin: char, piece: String) -> String {
        let number = self.pieces.len();
        self.pieces.push(piece);
        format!("{begin}{number}{END}")
    }

    /// `html` with every piece in its place, and no mark left.
    pub fn apply(&self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let mut rest = html;
        while let Some(at) = rest.find(is_mark) {
            out.push_str(&rest[..at]);
            let mut tail = rest[at..].chars();
            let begin = tail.next();
            let tail = tail.as_str();
            let digits = tail.len() - tail.trim_start_matches(|c: char| c.is_ascii_digit()).len();
            let piece = tail[..digits].parse().ok();
            let piece = piece.and_then(|number: usize| self.pieces.get(number));
            match (begin, piece) {
                (Some(HTML), Some(piece)) => out.push_str(piece),
                (Some(ATTRIBUTES), Some(piece)) if out.ends_with('>') => {
                    out.truncate(out.len() - 1);
                    out.push_str(piece);
                    out.push('>');
                }
                _ => {}
            }
            rest = tail[digits..].strip_prefix(END).unwrap_or(tail);
        }
        out.push_str(rest);
        out
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces_come_into_place_and_stray_marks_go() {
        let mut inserts = Inserts::default();
        let html = inserts.html("<b>1</b>".to_owned());
        let (mark, slot) = inserts.slot();
        inserts.fill(slot, " id=\"a\"".to_owned());
        assert_eq!(
            inserts.apply(&format!("<p>x {html}</p><h2>{mark}T</h2>")),
            "<p>x <b>1</b></p><h2 id=\"a\">T</h2>"
        );
        assert_eq!(inserts.apply(&format!("x{mark}y{html}")), "xy<b>1</b>");
        assert_eq!(
            inserts.apply("a\u{fdd0}9\u{fdd1}b\u{fdd1}c\u{fdd2}d"),
            "abcd"
        );
    }
}
