//! Links and images, each as the page resolves it.

use std::{fmt::Write as _, ops::Range};

use crate::{
    prose::{Resolved, What, escape::attribute, policy, writer::Writer},
    syntax::Reference,
};

impl Writer<'_> {
    /// A link or image begins.
    pub(super) fn reference(&mut self, image: bool, range: &Range<usize>) {
        if self.muted > 0 {
            self.muted += 1;
            return;
        }
        let Some(reference) = self.references.remove(&(range.start, range.end, image)) else {
            self.muted += 1;
            return;
        };
        let mut resolved = (self.resolve)(&reference);
        if let Resolved::Address(address) = &resolved
            && !policy::address(address)
        {
            let place = reference.target_range.clone();
            let place = place.unwrap_or_else(|| reference.range.clone());
            self.raw.remove(place, What::Address(address.clone()));
            resolved = Resolved::Unknown;
        }
        let within_link = !self.links.is_empty();
        match resolved {
            Resolved::Address(address) if image => {
                self.muted += 1;
                self.heard.push_str(&reference.text);
                self.image(&address, &reference);
            }
            Resolved::Address(address) => {
                self.line_depth += 1;
                self.links.push("</a>");
                // One that says where it leads needs no address behind it on paper.
                let plain = says_address(&reference.text, &address);
                let class = if plain { " class=\"url\"" } else { "" };
                let address = attribute(&address);
                let title = title(&reference);
                let _ = write!(self.out, "<a href=\"{address}\"{class}{title}>");
            }
            Resolved::Inline(html) => {
                self.muted += 1;
                self.heard.push_str(&reference.text);
                let mark = self.inserts.html(html);
                self.out.push_str(&mark);
            }
            Resolved::Block(html) if !self.in_line && !within_link => {
                self.muted += 1;
                let mark = self.inserts.html(html);
                self.deferred.push(mark);
                if self.line_depth == 0 {
                    self.set_deferred();
                }
            }
            Resolved::Block(_) | Resolved::Unknown if image => {
                self.muted += 1;
                self.text(&reference.text);
            }
            Resolved::Block(_) | Resolved::Unknown => {
                self.line_depth += 1;
                self.links.push("");
            }
        }
    }

    fn image(&mut self, address: &str, reference: &Reference) {
        let (address, alt) = (attribute(address), attribute(&reference.text));
        let title = title(reference);
        let image = format!("<img src=\"{address}\" alt=\"{alt}\"{title} loading=\"lazy\">");
        self.out.push_str(&image);
    }
}

/// Whether the words of a link are its address, with or without what stands before the host.
fn says_address(words: &str, address: &str) -> bool {
    let bare = |text: &str| {
        let text = text.trim().trim_end_matches('/');
        let text = text.split_once("://").map_or(text, |(_, rest)| rest);
        text.strip_prefix("mailto:").unwrap_or(text).to_lowercase()
    };
    bare(words) == bare(address)
}

fn title(reference: &Reference) -> String {
    match reference.title.as_str() {
        "" => String::new(),
        title => format!(" title=\"{}\"", attribute(title)),
    }
}
